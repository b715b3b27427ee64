//! A client as the index reads it: folded once, with the bytes it sorts by.

use super::flat::hash;
use super::order::{Column, Sortable};
use super::reading::Reading;
use super::state::State;
use super::terms::{calling_code, email_pieces};
use crate::domain::client::{Client, ClientId, ClientKind, Contact};
use crate::domain::country;
use crate::domain::duplicate::{Likeness, Marks};
use crate::domain::field::Field;
use crate::domain::fold::{digits, fold_into};
use crate::domain::note::Note;
use crate::domain::phone::Phone;

/// A client with its notes, ready to be searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) id: ClientId,
    pub(super) state: State,
    /// The folded name.
    pub(super) name: String,
    /// The folded words of everything else; pieces of e-mail addresses stand as words.
    pub(super) other: String,
    /// The digits of each number, a space between two.
    pub(super) numbers: String,
    /// What twins are found by.
    pub(super) marks: Hashes,
    keys: Vec<u8>,
    ends: [usize; Column::KEYED],
}

impl Document {
    /// Reads a client and the notes about it.
    pub fn of(client: &Client, notes: &[Note], reading: &Reading) -> Self {
        let mut document = Self {
            id: client.id,
            state: State::of(client, reading.policy()),
            name: String::new(),
            other: String::with_capacity(256),
            numbers: String::with_capacity(64),
            marks: Hashes::of(&Marks::of(client)),
            keys: Vec::with_capacity(128),
            ends: [0; Column::KEYED],
        };
        let name = client.name();
        fold_into(&name, &mut document.name);
        document.read_fields(client);
        document.read_contact(&client.contact);
        client.contacts.iter().for_each(|contact| document.read_contact(contact));
        client
            .delivery_address
            .iter()
            .flat_map(|address| address.lines())
            .for_each(|line| document.read(line));
        if let Some(address) = &client.delivery_address {
            document.read_country(&address.country);
        }
        client.custom.values().for_each(|value| document.read(value));
        for note in notes {
            document.read(&note.text);
        }
        document.make_keys(client, &name, reading);
        document
    }

    /// The client that was read.
    pub fn id(&self) -> ClientId {
        self.id
    }

    fn read_fields(&mut self, client: &Client) {
        self.read_phone(&client.phone);
        self.read_phone(&client.mobile);
        self.read_email(&client.email);
        for field in OF_WORDS {
            self.read(client.text(field));
        }
        self.read_country(&client.address.country);
        self.read_number(&client.number);
        self.read_number(&client.siret);
        if !client.siret.starts_with(&client.siren) {
            self.read_number(&client.siren);
        }
        self.read_number(&client.vat_number);
    }

    fn read_contact(&mut self, contact: &Contact) {
        for text in [&contact.first_name, &contact.last_name, &contact.role] {
            self.read(text);
        }
        self.read_email(&contact.email);
        self.read_phone(&contact.phone);
    }

    fn read(&mut self, text: &str) {
        if !text.is_empty() {
            part(&mut self.other);
            fold_into(text, &mut self.other);
        }
    }

    fn read_country(&mut self, code: &str) {
        for name in country_names(code) {
            self.read(name);
        }
    }

    fn read_email(&mut self, address: &str) {
        for piece in email_pieces(address) {
            part(&mut self.other);
            self.other.push_str(&piece);
        }
    }

    fn read_phone(&mut self, phone: &Phone) {
        for digits in phone_forms(phone) {
            self.push_digits(&digits);
        }
        if phone.typed().contains(char::is_alphabetic) {
            self.read(phone.typed());
        }
    }

    /// A number is found by its digits and, if it has letters, by its words and by the whole without spaces.
    fn read_number(&mut self, number: &str) {
        let digits = digits(number);
        self.push_digits(&digits);
        if digits.len() < number.len() {
            self.read(number);
            if number.contains(char::is_whitespace) {
                self.read(&number.split_whitespace().collect::<String>());
            }
        }
    }

    fn push_digits(&mut self, digits: &str) {
        if !digits.is_empty() && !self.numbers.split(' ').any(|known| known == digits) {
            part(&mut self.numbers);
            self.numbers.push_str(digits);
        }
    }

    fn make_keys(&mut self, client: &Client, name: &str, reading: &Reading) {
        let contact = if client.kind == ClientKind::Company { client.contact.name() } else { String::new() };
        let texts =
            [Some(name), Some(contact.as_str()), Some(&client.address.city), None, Some(&client.number)];
        let (ends, keys) = (&mut self.ends, &mut self.keys);
        for (end, text) in ends.iter_mut().zip(texts) {
            match text {
                Some(text) => reading.push_key(text, keys),
                None => push_phone_key(shown_phone(client), keys),
            }
            *end = keys.len();
        }
    }

    pub(super) fn key(&self, column: Column) -> &[u8] {
        let place = column.place();
        let start =
            place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        match self.ends.get(place) {
            Some(end) => self.keys.get(start..*end).unwrap_or_default(),
            None => self.state.key(),
        }
    }

    pub(super) fn sortable(&self, column: Column) -> Sortable<'_> {
        Sortable { cell: self.key(column), name: self.key(Column::Name), id: self.id }
    }
}

/// The fields whose words are searched and that need no other care. The name stands apart.
const OF_WORDS: [Field; 8] = [
    Field::Street,
    Field::Street2,
    Field::Postcode,
    Field::City,
    Field::Region,
    Field::Country,
    Field::Website,
    Field::Terms,
];

/// The telephone that stands in the table.
pub(super) fn shown_phone(client: &Client) -> &Phone {
    if client.phone.is_empty() { &client.mobile } else { &client.phone }
}

/// The digits that a telephone is found by: as typed, E.164, and national with 0.
pub(super) fn phone_forms(phone: &Phone) -> impl Iterator<Item = String> {
    let e164 = phone.e164().map(digits);
    let national =
        e164.as_deref().and_then(|number| number.get(calling_code(number)..)).map(|rest| format!("0{rest}"));
    [Some(digits(phone.typed())), e164, national].into_iter().flatten().filter(|form| !form.is_empty())
}

/// The names of a country in the languages of the program; none for a text that is no code.
pub(super) fn country_names(code: &str) -> impl Iterator<Item = &'static str> {
    country::names(code).into_iter().flat_map(|country| [country.french, country.english, country.spanish])
}

/// Well-formed numbers come first.
fn push_phone_key(phone: &Phone, key: &mut Vec<u8>) {
    match phone.e164() {
        Some(number) => key.extend_from_slice(number.as_bytes()),
        None if phone.is_empty() => {}
        None => {
            key.push(b'~');
            key.extend_from_slice(phone.typed().as_bytes());
        }
    }
}

fn part(words: &mut String) {
    if !words.is_empty() && !words.ends_with(' ') {
        words.push(' ');
    }
}

/// What twins are found by: SIREN, e-mail, two telephones, name; 0 where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hashes {
    siren: u64,
    email: u64,
    phones: [u64; 2],
    name: u64,
}

impl Hashes {
    pub(super) fn of(marks: &Marks) -> Self {
        let of = |text: &str| if text.is_empty() { 0 } else { hash(text.as_bytes()).max(1) };
        let [phone, mobile] = &marks.phones;
        Self {
            siren: of(&marks.siren),
            email: of(&marks.email),
            phones: [of(phone), of(mobile)],
            name: of(&marks.name),
        }
    }

    /// As [`Marks::likeness`].
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        let same = |one: u64, other: u64| one != 0 && one == other;
        if same(self.siren, other.siren) {
            Some(Likeness::Siren)
        } else if same(self.email, other.email) {
            Some(Likeness::Email)
        } else if self.phones.iter().any(|one| other.phones.iter().any(|two| same(*one, *two))) {
            Some(Likeness::Phone)
        } else if same(self.name, other.name) {
            Some(Likeness::Name)
        } else {
            None
        }
    }
}
