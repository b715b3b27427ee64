//! A row of a file, on its way to being a client.

mod address;

use super::table::Row;
use super::target::{Column, ContactPart, Target};
use super::words::{
    alike, full_name, has_lines, is_no_value, kind_in_words, serial_day, split_full_name, split_name,
    yes_or_no,
};
use crate::domain::category::Category;
use crate::domain::client::{Client, ClientKind, Contact, Status};
use crate::domain::command::NewNote;
use crate::domain::custom_field::{CustomField, FieldKind};
use crate::domain::field::Field;
use crate::domain::fold::{digits, fold};
use crate::domain::phone::Phone;
use crate::domain::place::Place;
use crate::domain::record::Invalid;
use crate::domain::review::Base;
use crate::domain::setup::Setup;
use crate::domain::typed::{NameMissing, Typed, clean, clean_lines};
use crate::domain::{country, identifier, label};
use crate::files::dated;
use crate::files::list;
use crate::files::postcode;

/// The fields that a name is made of; which of them a row fills depends on the kind of client.
const NAMES: [Field; 5] =
    [Field::Company, Field::FirstName, Field::LastName, Field::ContactFirstName, Field::ContactLastName];

/// What a row says, by what its columns mean. No value is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    values: Values,
    /// What no field holds, as `Header: value`.
    extras: Vec<String>,
}

/// Values by what they mean, in that order: small, for a file may have a million rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Values(Vec<(Target, Box<str>)>);

impl Values {
    fn get(&self, target: Target) -> Option<&str> {
        let at = self.0.binary_search_by_key(&target, |(one, _)| *one).ok()?;
        self.0.get(at).map(|(_, value)| &**value)
    }

    /// An empty value is none.
    fn set(&mut self, target: Target, value: impl Into<Box<str>>) {
        let value = value.into();
        match self.0.binary_search_by_key(&target, |(one, _)| *one) {
            _ if value.is_empty() => {}
            Err(at) => self.0.insert(at, (target, value)),
            Ok(at) => {
                if let Some((_, there)) = self.0.get_mut(at) {
                    *there = value;
                }
            }
        }
    }

    fn take(&mut self, target: Target) -> Option<Box<str>> {
        let at = self.0.binary_search_by_key(&target, |(one, _)| *one).ok()?;
        Some(self.0.remove(at).1)
    }

    fn iter(&self) -> impl Iterator<Item = (Target, &str)> {
        self.0.iter().map(|(target, value)| (*target, &**value))
    }
}

/// A row has values beyond the last header: they would stand in the wrong columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyCells;

/// What a row makes of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The client.
    pub client: Client,
    /// What goes into a note: texts of their own, first the note of the file.
    pub notes: Vec<String>,
    /// Notes that have a day of their own, in a file that we wrote.
    pub dated: Vec<NewNote>,
    /// What is not kept as the file has it.
    pub mended: Vec<Mended>,
    /// Names of categories that the book does not have.
    pub new_categories: Vec<String>,
}

/// A value that is kept otherwise than the file has it, because the file certainly lost something of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Where it stands.
    pub place: Place,
    /// What the file says.
    pub said: String,
    /// What is kept.
    pub kept: String,
}

impl Incoming {
    /// Reads a row for a book kept in the country `home`.
    pub fn read(row: &Row, columns: &[Column], home: &str) -> Result<Self, TooManyCells> {
        if (columns.len()..row.len()).any(|at| !row.cell(at).trim().is_empty()) {
            return Err(TooManyCells);
        }
        let own = is_own(columns);
        let mut read = Self::default();
        for (at, column) in columns.iter().enumerate() {
            let cell = clean_lines(row.cell(at));
            if cell.is_empty() || !own && is_no_value(&cell) {
                continue;
            }
            match column.target {
                None => read.extras.push(extra(&column.header, &cell)),
                Some(Target::Computed | Target::LeftBehind | Target::Nothing) => {}
                Some(Target::FullName) => read.full_name(&clean(&cell), &column.header),
                Some(target @ (Target::Note | Target::Categories)) => read.add(target, cell),
                Some(Target::Field(Field::Email)) if !own => read.emails(&cell, &column.header),
                Some(target @ (Target::Custom(_) | Target::AddressBlock | Target::Field(Field::Street))) => {
                    read.values.set(target, cell);
                }
                Some(target) => {
                    read.values.set(target, clean(&cell));
                }
            }
        }
        read.split_address(home, own);
        read.read_lines(home);
        read.forget_what_is_said_twice(columns);
        read.values.0.shrink_to_fit();
        Ok(read)
    }

    /// Whom the row is about, as far as it says.
    pub fn name(&self) -> String {
        let names = [self.text(Field::Company), self.value(Target::Name), self.value(Target::ShownName)];
        let person = [
            full_name(self.text(Field::FirstName), self.text(Field::LastName)),
            full_name(self.text(Field::ContactFirstName), self.text(Field::ContactLastName)),
            self.value(Target::ContactName).to_owned(),
        ];
        names.into_iter().map(str::to_owned).chain(person).find(|name| !name.is_empty()).unwrap_or_default()
    }

    /// What the row says of a field; empty if nothing.
    pub fn text(&self, field: Field) -> &str {
        self.value(Target::Field(field))
    }

    /// A row without name, as far as a client can be recognised by it.
    pub fn nameless(&self) -> Client {
        let text = |field| self.text(field).to_owned();
        let registration = if self.text(Field::Siret).is_empty() { Field::Siren } else { Field::Siret };
        let (siren, siret) = identifier::split_registration(self.text(registration));
        Client { number: text(Field::Number), email: text(Field::Email), siren, siret, ..Client::default() }
    }

    /// What this row says otherwise than `later`, if anything.
    pub fn contradiction(&self, later: &Self) -> Option<Target> {
        let says_otherwise = |(target, value): &(Target, &str)| {
            !matches!(target, Target::Note | Target::Categories)
                && later.values.get(*target).is_some_and(|other| !alike(value, other))
        };
        self.values.iter().find(says_otherwise).map(|(target, _)| target)
    }

    /// A later row that is known to be the same client: what it says otherwise goes into the note, under its header.
    #[must_use]
    pub fn agreed(&self, mut later: Self, columns: &[Column]) -> Self {
        while let Some(target) = self.contradiction(&later) {
            let header = columns.iter().find(|column| column.target == Some(target));
            let header = header.map_or("", |column| column.header.as_str());
            later.extras.extend(later.values.take(target).map(|value| extra(header, &value)));
        }
        later
    }

    /// Takes over what `later` says and this row does not.
    pub fn complete(&mut self, later: Self) {
        for (target, value) in later.values.0 {
            self.add(target, value);
        }
        for extra in later.extras {
            if !self.extras.contains(&extra) {
                self.extras.push(extra);
            }
        }
    }

    /// Adds a value: to a note or to categories, which may hold several; elsewhere the first one stands.
    fn add(&mut self, target: Target, value: impl Into<Box<str>>) {
        let value = value.into();
        match self.values.get(target) {
            None => self.values.set(target, value),
            Some(note) if target == Target::Note && !has_lines(note, &value) => {
                let both = format!("{note}\n{value}");
                self.values.set(target, both);
            }
            Some(names) if target == Target::Categories => {
                let both = [list::split(names), list::split(&value)].concat();
                let both = list::join(both.iter().map(String::as_str));
                self.values.set(target, both);
            }
            Some(_) => {}
        }
    }

    /// First and last name out of one cell, unless the row gives them apart.
    fn full_name(&mut self, cell: &str, header: &str) {
        let (first, last) = (Target::Field(Field::FirstName), Target::Field(Field::LastName));
        if self.values.get(first).or(self.values.get(last)).is_some() {
            self.extras.push(extra(header, cell));
            return;
        }
        let (first_name, last_name) = split_full_name(cell);
        self.values.set(first, first_name);
        self.values.set(last, last_name);
    }

    /// The client that comes of the row, and of the one who is there already. What the row does not say stays.
    pub fn client(
        &self,
        base: Option<&Client>,
        setup: &Setup,
        columns: &[Column],
    ) -> Result<Outcome, NameMissing> {
        let own = is_own(columns);
        let nobody = Client::default();
        let there = base.unwrap_or(&nobody);
        let mut left = Left { columns, extras: self.extras.clone() };
        let base = Base { client: base.cloned(), ..Base::default() };
        let mut typed = Typed::of(&base, setup, |_, value| value.to_owned());
        let base = base.client.as_ref();
        typed.kind = self.kind(base, &mut left);
        for (target, value) in self.values.iter() {
            if let Target::Field(field) = target
                && !matches!(field, Field::Siren | Field::Siret)
                && !NAMES.contains(&field)
            {
                typed.set(field, value);
            }
        }
        self.set_registration(there, &mut typed, &mut left);
        match typed.kind {
            ClientKind::Company => self.set_company(there, &mut typed, &mut left),
            ClientKind::Individual => self.set_individual(&mut typed, &mut left),
        }
        typed.declined.extend(self.declined());
        self.set_categories(&mut typed, &mut left);
        let mut mended = Vec::new();
        if !own {
            self.mend_postcode(&mut typed, &setup.home, &mut mended);
        }
        let mut client = typed.parse(there, setup)?;
        client.status = self.status(there.status, &mut left);
        client.delivery_address = self.delivery(there.delivery_address.as_ref());
        if !own {
            self.mend_delivery(&mut client, &setup.home, &mut mended);
        }
        self.set_further(&mut client, &setup.home);
        self.set_custom(&mut client, setup, columns);
        let note = self.value(Target::Note);
        let (note, dated) = if own { dated::split(note) } else { (note.to_owned(), Vec::new()) };
        let note = Some(note).filter(|note| !note.is_empty());
        let notes = note.into_iter().chain(left.extras).collect();
        Ok(Outcome { client, notes, dated, mended, new_categories: typed.new_categories(setup) })
    }

    fn value(&self, target: Target) -> &str {
        self.values.get(target).unwrap_or_default()
    }

    /// Several addresses in one cell: the first is the client's.
    fn emails(&mut self, cell: &str, header: &str) {
        let all = cell.replace(":::", ",");
        let mut all = all.split([',', ';', '\n']).map(clean).filter(|one| !one.is_empty());
        let Some(first) = all.next() else { return };
        let others: Vec<String> = all.collect();
        if others.is_empty() || first.contains('@') {
            self.values.set(Target::Field(Field::Email), first);
            if !others.is_empty() {
                self.extras.push(extra(header, &others.join(", ")));
            }
        } else {
            self.values.set(Target::Field(Field::Email), clean(cell));
        }
    }

    /// A column that is left over and says what another one says needs no line in the note.
    fn forget_what_is_said_twice(&mut self, columns: &[Column]) {
        for column in columns.iter().filter(|column| column.target.is_none()) {
            let Some(said) = column.meaning.and_then(|meaning| self.values.get(meaning)) else { continue };
            let prefix = extra(&column.header, "");
            let country = column.meaning == Some(Target::Field(Field::Country));
            self.extras.retain(|extra| {
                extra.strip_prefix(&prefix).is_none_or(|value| {
                    !(alike(value, said) || country && country::parse(value) == country::parse(said))
                })
            });
        }
    }

    fn kind(&self, base: Option<&Client>, left: &mut Left<'_>) -> ClientKind {
        let by_words = self.values.get(Target::Kind).and_then(|words| {
            let kind = kind_in_words(words);
            if kind.is_none() {
                left.over(Target::Kind, words);
            }
            kind
        });
        let by_answer = self.values.get(Target::IsCompany).and_then(|answer| match yes_or_no(answer) {
            Some(true) => Some(ClientKind::Company),
            Some(false) => Some(ClientKind::Individual),
            None => {
                left.over(Target::IsCompany, answer);
                None
            }
        });
        let has = |field| !self.text(field).is_empty();
        by_words.or(by_answer).unwrap_or_else(|| {
            if has(Field::Company) {
                ClientKind::Company
            } else if let Some(base) = base {
                base.kind
            } else if (has(Field::FirstName) || has(Field::LastName)) && !self.is_named_otherwise()
                || self.value(Target::Name).is_empty() && self.has_contact()
            {
                ClientKind::Individual
            } else {
                ClientKind::Company
            }
        })
    }

    /// Whether a name stands beside the first and the last one that is another's: "Brasserie du Port" and Camille Durand.
    fn is_named_otherwise(&self) -> bool {
        let person = fold(&full_name(self.text(Field::FirstName), self.text(Field::LastName)));
        let name = fold(self.value(Target::Name));
        let among =
            |one: &str, other: &str| one.split(' ').all(|word| other.split(' ').any(|two| two == word));
        !name.is_empty() && !among(&person, &name) && !among(&name, &person)
    }

    fn has_contact(&self) -> bool {
        [Field::ContactFirstName, Field::ContactLastName].iter().any(|field| !self.text(*field).is_empty())
    }

    /// Gives a postcode back the nought that it lost. Without country it is one of the home of the book.
    fn mend_postcode(&self, typed: &mut Typed, home: &str, mended: &mut Vec<Mended>) {
        let said = self.text(Field::Postcode);
        let country = country::parse(typed.text(Field::Country));
        let country = if country.is_empty() { home } else { &country };
        if let Some(kept) = postcode::mended(country, said, typed.text(Field::City)) {
            typed.set(Field::Postcode, &kept);
            mended.push(Mended { place: Place::Field(Field::Postcode), said: said.to_owned(), kept });
        }
    }

    /// The same of the delivery address, which is in the country of the client unless it names another.
    fn mend_delivery(&self, client: &mut Client, home: &str, mended: &mut Vec<Mended>) {
        let said = self.value(Target::Delivery(Field::Postcode));
        let own = client.address.country.as_str();
        let Some(address) = &mut client.delivery_address else { return };
        let country = [address.country.as_str(), own, home].into_iter().find(|code| !code.is_empty());
        if let Some(kept) = postcode::mended(country.unwrap_or_default(), said, &address.city) {
            address.postcode.clone_from(&kept);
            mended.push(Mended { place: Place::Delivery(Field::Postcode), said: said.to_owned(), kept });
        }
    }

    fn set_registration(&self, there: &Client, typed: &mut Typed, left: &mut Left<'_>) {
        let (siren, siret) = (self.text(Field::Siren), self.text(Field::Siret));
        if siret.is_empty() {
            // The SIREN of the client who is there does not take its SIRET away.
            if !siren.is_empty() && (there.siren.is_empty() || digits(siren) != there.siren) {
                typed.set(Field::Siren, siren);
            }
        } else {
            typed.set(Field::Siren, siret);
            if !digits(siret).starts_with(&digits(siren)) {
                left.over(Target::Field(Field::Siren), siren);
            }
        }
    }

    fn set_company(&self, there: &Client, typed: &mut Typed, left: &mut Left<'_>) {
        let (first_name, last_name) = (self.text(Field::FirstName), self.text(Field::LastName));
        let person = full_name(first_name, last_name);
        let own = [self.text(Field::Company), self.value(Target::Name), self.value(Target::ShownName)]
            .into_iter()
            .find(|name| !name.is_empty());
        // A firm that goes by the name of its owner.
        let name = own.unwrap_or(&person);
        put(typed, Field::Company, name);
        let (first, last) = [
            (self.text(Field::ContactFirstName), self.text(Field::ContactLastName)),
            if own.is_some() { (first_name, last_name) } else { ("", "") },
            split_name(self.value(Target::ContactName)),
            (&there.first_name, &there.last_name),
        ]
        .into_iter()
        .find(|(first, last)| !(first.is_empty() && last.is_empty()))
        .unwrap_or_default();
        put(typed, Field::ContactFirstName, first);
        put(typed, Field::ContactLastName, last);
        let said = [name, &full_name(first, last)];
        left.over_unless_said(Target::Name, self.value(Target::Name), said);
        left.over_unless_said(Target::ContactName, self.value(Target::ContactName), said);
        if !said.iter().any(|said| alike(said, &person)) {
            left.over(Target::Field(Field::FirstName), first_name);
            left.over(Target::Field(Field::LastName), last_name);
        }
    }

    fn set_individual(&self, typed: &mut Typed, left: &mut Left<'_>) {
        let there = full_name(typed.text(Field::FirstName), typed.text(Field::LastName));
        let whole = [Target::Name, Target::ShownName, Target::Field(Field::Company)]
            .into_iter()
            .map(|target| self.value(target))
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        let (first, last) = [
            (self.text(Field::FirstName), self.text(Field::LastName)),
            (self.text(Field::ContactFirstName), self.text(Field::ContactLastName)),
            // The name as shown says nothing about where the first name ends.
            if alike(whole, &there) { ("", "") } else { split_name(whole) },
        ]
        .into_iter()
        .find(|(first, last)| !(first.is_empty() && last.is_empty()))
        .unwrap_or_default();
        put(typed, Field::FirstName, first);
        put(typed, Field::LastName, last);
        let name = full_name(typed.text(Field::FirstName), typed.text(Field::LastName));
        for target in [Target::Name, Target::Field(Field::Company), Target::ContactName] {
            left.over_unless_said(target, self.value(target), [&name, ""]);
        }
    }

    fn declined(&self) -> impl Iterator<Item = Field> {
        let keys = self.value(Target::Declined);
        keys.split(',').filter_map(|key| Field::ALL.into_iter().find(|field| field.key() == key.trim()))
    }

    fn status(&self, there: Status, left: &mut Left<'_>) -> Status {
        for target in [Target::Status, Target::IsActive, Target::IsArchived] {
            let words = self.value(target);
            let active = match target {
                _ if words.is_empty() => continue,
                Target::IsArchived => yes_or_no(words).map(|archived| !archived),
                _ => yes_or_no(words),
            };
            match active {
                Some(true) => return Status::Active,
                Some(false) => return Status::Archived,
                None => left.over(target, words),
            }
        }
        there
    }

    /// A file of Comptoir's own says in which categories a client is; another one adds to them. What is too long for a name
    /// is left over.
    fn set_categories(&self, typed: &mut Typed, left: &mut Left<'_>) {
        let own = is_own(left.columns);
        let names = list::split(self.value(Target::Categories));
        // Google sets its own groups apart by a star.
        let names =
            names.iter().filter(|name| own || !name.starts_with("* ")).map(|name| label::cleaned(name));
        let (names, others): (Vec<String>, Vec<String>) = names
            .filter(|name| !name.is_empty())
            .partition(|name| Invalid::check_name("category", name, Category::LONGEST).is_ok());
        if own && !names.is_empty() {
            let named = |one: &String| names.iter().any(|name| label::key(name) == label::key(one));
            typed.categories.retain(named);
        }
        for name in &names {
            typed.categorise(name);
        }
        left.over(Target::Categories, &others.join(", "));
    }

    fn set_custom(&self, client: &mut Client, setup: &Setup, columns: &[Column]) {
        for (target, value) in self.values.iter() {
            if let Target::Custom(id) = target
                && let Some(field) = setup.field(id)
            {
                client.custom.insert(id, read_custom(field, value, setup, is_own(columns)));
            }
        }
    }

    fn set_further(&self, client: &mut Client, home: &str) {
        let code = &client.address.country;
        let dialled_from = if country::is_code(code) { code.clone() } else { home.to_owned() };
        for (target, value) in self.values.iter() {
            let Target::Further(n, part) = target else { continue };
            let n = usize::from(n);
            if client.contacts.len() <= n {
                client.contacts.resize(n.saturating_add(1), Contact::default());
            }
            let Some(contact) = client.contacts.get_mut(n) else { continue };
            match part {
                ContactPart::FirstName => value.clone_into(&mut contact.first_name),
                ContactPart::LastName => value.clone_into(&mut contact.last_name),
                ContactPart::Role => value.clone_into(&mut contact.role),
                ContactPart::Email => value.clone_into(&mut contact.email),
                ContactPart::Phone => contact.phone = Phone::parse(value, &dialled_from),
            }
        }
        client.contacts.retain(|contact| *contact != Contact::default());
    }
}

/// What Comptoir wrote is taken at its word: a client may be called Null.
fn is_own(columns: &[Column]) -> bool {
    columns.iter().any(|column| column.target == Some(Target::ShownName))
}

/// The value that is kept of a cell. What Comptoir wrote is kept as it is, unless somebody has written over it what
/// reads alike in every language.
fn read_custom(field: &CustomField, cell: &str, setup: &Setup, own: bool) -> String {
    let cell = if field.kind == FieldKind::LongText { cell.to_owned() } else { clean(cell) };
    if !own {
        return foreign(field, &cell, setup);
    }
    let read = field.read(&cell, ',');
    if read == field.read(&cell, '.') { read } else { cell }
}

/// A value that another program or a person wrote. A spreadsheet that loses the format of a day leaves its number.
fn foreign(field: &CustomField, cell: &str, setup: &Setup) -> String {
    let serial = if field.kind == FieldKind::Date { serial_day(cell) } else { None };
    serial.unwrap_or_else(|| field.read(cell, setup.point))
}

/// What is left over while a client is made: it goes into the note under the header of its column.
struct Left<'a> {
    columns: &'a [Column],
    extras: Vec<String>,
}

impl Left<'_> {
    fn over(&mut self, target: Target, value: &str) {
        if !value.is_empty()
            && let Some(column) = self.columns.iter().find(|column| column.target == Some(target))
        {
            self.extras.push(extra(&column.header, value));
        }
    }

    fn over_unless_said(&mut self, target: Target, value: &str, said: [&str; 2]) {
        if !said.iter().any(|said| alike(said, value)) {
            self.over(target, value);
        }
    }
}

/// An empty value erases nothing.
fn put(typed: &mut Typed, field: Field, value: &str) {
    if !value.is_empty() {
        typed.set(field, value);
    }
}

/// A line of a note; a column without header has its value alone.
fn extra(header: &str, value: &str) -> String {
    if header.is_empty() { value.to_owned() } else { format!("{header}: {value}") }
}
