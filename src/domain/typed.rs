//! What was typed into a form or stands in a row of a file, before it is a client.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::address::Address;
use super::attachment::Staged;
use super::base::Base;
use super::client::{Client, ClientId, ClientKind, Contact};
use super::consent::{self, Answer, Method, Purpose, Wording};
use super::custom_field::FieldKind;
use super::field::Field;
use super::label;
pub use super::line::{clean, clean_lines};
use super::phone::Phone;
use super::place::Place;
use super::setup::Setup;
use super::terms::Terms;
use super::{country, identifier, language, vat};

/// An answer as given in a form, with the words that were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Given or refused.
    pub answer: Answer,
    /// The words read.
    pub wording: Wording,
}

/// Texts as typed, by place. SIREN and SIRET share [`Field::Siren`]; the country is a name or a code.
#[derive(Clone, Debug, Default, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Company or individual. What was typed for the other kind is kept while the form is open.
    pub kind: ClientKind,
    texts: BTreeMap<Place, String>,
    /// How many further contacts have fields, empty ones too.
    contacts: u16,
    /// E-mail and telephone of the main contact's own, which no field of the form holds: they go with the person.
    main_own: [String; 2],
    /// Names of categories, known ones and new ones.
    pub categories: Vec<String>,
    /// The questions of consent that were answered.
    pub consent: BTreeMap<Purpose, Told>,
    /// How the answers came.
    pub method: Method,
    /// A note; several lines.
    pub note: String,
    /// Files whose bytes are in the book already.
    pub attachments: Vec<Staged>,
    /// Starred fields ticked as declined.
    pub declined: BTreeSet<Field>,
    /// Likely typos kept on purpose, with the value they were kept for.
    pub kept: BTreeMap<Place, String>,
    /// Likely duplicates of whom the user said that they are not the same.
    pub distinct_from: BTreeSet<ClientId>,
}

/// A field that was emptied is as one that never held anything.
impl PartialEq for Typed {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.main_own == other.main_own
            && self.categories == other.categories
            && self.consent == other.consent
            && self.method == other.method
            && self.note == other.note
            && self.attachments == other.attachments
            && self.declined == other.declined
            && self.kept == other.kept
            && self.distinct_from == other.distinct_from
            && self.filled().eq(other.filled())
    }
}

/// The one thing that stops a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a client needs a name")]
pub struct NameMissing;

impl Typed {
    /// An empty form.
    pub fn new(kind: ClientKind, country: &str) -> Self {
        let mut typed = Self { kind, ..Self::default() };
        typed.set(Field::Country, country);
        typed
    }

    /// An empty form with what was searched for typed into the name, or into phone or e-mail if that is what it is.
    pub fn searched(kind: ClientKind, country: &str, searched: &str) -> Self {
        let mut typed = Self::new(kind, country);
        let searched = clean(searched);
        let digits = searched.chars().filter(char::is_ascii_digit).count();
        let dialled = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+().-/".contains(c);
        if searched.contains('@') {
            typed.set(Field::Email, &searched);
        } else if digits >= 6 && searched.chars().all(dialled) {
            typed.set(Field::Phone, &searched);
        } else {
            match (kind, searched.rsplit_once(' ')) {
                (ClientKind::Company, _) => typed.set(Field::Company, &searched),
                (ClientKind::Individual, Some((first, last))) => {
                    typed.set(Field::FirstName, first);
                    typed.set(Field::LastName, last);
                }
                (ClientKind::Individual, None) => typed.set(Field::LastName, &searched),
            }
        }
        typed
    }

    /// A form on what is there. `shown` says how a stored value is typed, by its place: a country by its name in the
    /// language of the form, a day in its order.
    pub fn of(base: &Base, setup: &Setup, shown: impl Fn(Place, &str) -> String) -> Self {
        let nobody = Client::default();
        let client = base.client.as_ref().unwrap_or(&nobody);
        let mut typed = Self {
            kind: client.kind,
            contacts: u16::try_from(client.contacts.len()).unwrap_or(u16::MAX),
            main_own: [client.contact.email.clone(), client.contact.phone.typed().to_owned()],
            note: base.note.as_ref().map_or_else(String::new, |note| note.text.clone()),
            declined: client.declined.clone(),
            kept: client.kept.clone(),
            ..Self::default()
        };
        let of_client = Field::ALL.map(Place::Field).into_iter();
        let of_delivery = Field::ADDRESS.map(Place::Delivery).into_iter();
        let of_contacts =
            (0..typed.contacts).flat_map(|number| Field::CONTACT.map(|field| Place::Contact(number, field)));
        let of_custom = client.custom.keys().map(|id| Place::Custom(*id));
        for place in of_client.chain(of_delivery).chain(of_contacts).chain(of_custom) {
            let value = match place {
                Place::Field(Field::Siren) => client.registration(),
                Place::Field(Field::Siret) => "",
                _ => client.text(place),
            };
            typed.set(place, &shown(place, value));
        }
        let named = |id: &u64| setup.category(*id).map(|category| category.name.clone());
        typed.categories = client.categories.iter().filter_map(named).collect();
        for purpose in Purpose::ALL {
            if let Some(last) = consent::last(&base.consents, purpose) {
                let answer = if last.answer == Answer::Given { Answer::Given } else { Answer::Refused };
                typed.consent.insert(purpose, Told { answer, wording: last.wording.clone() });
            }
        }
        typed
    }

    fn filled(&self) -> impl Iterator<Item = (&Place, &String)> {
        self.texts.iter().filter(|(_, text)| !text.is_empty())
    }

    /// Where something was typed.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.filled().map(|(place, _)| *place)
    }

    /// What was typed into a field.
    pub fn text(&self, place: impl Into<Place>) -> &str {
        self.texts.get(&place.into()).map_or("", String::as_str)
    }

    /// What was typed into a field, to type on.
    pub fn text_mut(&mut self, place: impl Into<Place>) -> &mut String {
        self.texts.entry(place.into()).or_default()
    }

    /// Types a text into a field.
    pub fn set(&mut self, place: impl Into<Place>, text: &str) {
        if text.is_empty() {
            self.texts.remove(&place.into());
        } else {
            self.texts.insert(place.into(), text.to_owned());
        }
    }

    /// How many further contacts have fields.
    pub fn contacts(&self) -> u16 {
        self.contacts
    }

    /// Gives one more further contact its fields.
    pub fn add_contact(&mut self) {
        self.contacts = self.contacts.saturating_add(1).min(Self::MOST_CONTACTS);
    }

    /// The most further contacts that a form takes.
    pub const MOST_CONTACTS: u16 = 100;

    /// The further contacts of whom anything was typed: those that the client will have, in its order.
    pub fn filled_contacts(&self) -> Vec<u16> {
        let any = |number: &u16| {
            Field::CONTACT.iter().any(|field| !clean(self.text(Place::Contact(*number, *field))).is_empty())
        };
        (0..self.contacts).filter(any).collect()
    }

    /// Takes a further contact away; those after it move up.
    pub fn remove_contact(&mut self, number: u16) {
        if number >= self.contacts {
            return;
        }
        for to in number..self.contacts {
            for field in Field::CONTACT {
                let next =
                    self.texts.remove(&Place::Contact(to.saturating_add(1), field)).unwrap_or_default();
                self.set(Place::Contact(to, field), &next);
            }
        }
        self.contacts = self.contacts.saturating_sub(1);
    }

    /// Makes a further contact the main one; the main one takes its place. E-mail and telephone go with the person.
    pub fn make_main(&mut self, number: u16) {
        for field in [Field::ContactFirstName, Field::ContactLastName, Field::ContactRole] {
            let (main, other) =
                (self.text(field).to_owned(), self.text(Place::Contact(number, field)).to_owned());
            self.set(field, &other);
            self.set(Place::Contact(number, field), &main);
        }
        let [email, phone] = std::mem::take(&mut self.main_own);
        self.main_own =
            [Field::Email, Field::Phone].map(|field| self.text(Place::Contact(number, field)).to_owned());
        self.set(Place::Contact(number, Field::Email), &email);
        self.set(Place::Contact(number, Field::Phone), &phone);
    }

    /// Puts a client in a category, by its name; once, accents and case set aside. An empty name is none.
    pub fn categorise(&mut self, name: &str) {
        let name = label::cleaned(name);
        let wanted = label::key(&name);
        if !wanted.is_empty() && !self.categories.iter().any(|one| label::key(one) == wanted) {
            self.categories.push(name);
        }
    }

    /// The names of categories that the book does not have yet.
    pub fn new_categories(&self, setup: &Setup) -> Vec<String> {
        self.categories.iter().filter(|name| setup.category_named(name).is_none()).cloned().collect()
    }

    /// The client does not wish to give this, or does after all. Fields that share an answer share it here.
    pub fn decline(&mut self, field: Field, declined: bool) {
        for field in field.declined_with() {
            if declined {
                self.declined.insert(*field);
            } else {
                self.declined.remove(field);
            }
        }
    }

    /// The same changes made to another text: whatever is still as it was `opened` is taken from `now`.
    ///
    /// So a draft of a client that was changed elsewhere meanwhile takes nothing back that its writer never touched.
    #[must_use]
    pub fn rebased(&self, opened: &Self, now: &Self) -> Self {
        let mut rebased = self.clone();
        let places: BTreeSet<Place> =
            [self, opened, now].iter().flat_map(|typed| typed.texts.keys()).copied().collect();
        for place in places {
            if self.text(place) == opened.text(place) {
                rebased.set(place, now.text(place));
            }
        }
        take(&mut rebased.kind, &self.kind, &opened.kind, &now.kind);
        take(&mut rebased.contacts, &self.contacts, &opened.contacts, &now.contacts);
        take(&mut rebased.main_own, &self.main_own, &opened.main_own, &now.main_own);
        take(&mut rebased.categories, &self.categories, &opened.categories, &now.categories);
        take(&mut rebased.consent, &self.consent, &opened.consent, &now.consent);
        take(&mut rebased.note, &self.note, &opened.note, &now.note);
        take(&mut rebased.declined, &self.declined, &opened.declined, &now.declined);
        take(&mut rebased.kept, &self.kept, &opened.kept, &now.kept);
        rebased
    }

    /// The client that was typed: `base` with everything that the form holds.
    pub fn parse(&self, base: &Client, setup: &Setup) -> Result<Client, NameMissing> {
        let text = |field: Field| clean(self.text(field));
        let address = self.address(Place::Field);
        let dialled_from = if country::is_code(&address.country) { &address.country } else { &setup.home };
        let (siren, siret) = identifier::split_registration(&text(Field::Siren));
        let mut client = Client {
            number: text(Field::Number),
            kind: self.kind,
            phone: Phone::parse(&text(Field::Phone), dialled_from),
            mobile: Phone::parse(&text(Field::Mobile), dialled_from),
            email: text(Field::Email),
            siren,
            siret,
            vat_number: vat_number(text(Field::VatNumber), &address.country),
            other_id: text(Field::OtherId),
            website: text(Field::Website),
            language: language::parse(&text(Field::Language)),
            terms: terms(text(Field::Terms)),
            company: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            contact: Contact::default(),
            contacts: self.further_contacts(dialled_from),
            delivery_address: self.delivery(),
            categories: self.known_categories(setup),
            custom: self.custom(base, setup),
            ..base.clone()
        };
        match self.kind {
            ClientKind::Company => {
                client.company = text(Field::Company);
                let [email, phone] = &self.main_own;
                client.contact = Contact {
                    first_name: text(Field::ContactFirstName),
                    last_name: text(Field::ContactLastName),
                    role: text(Field::ContactRole),
                    email: clean(email),
                    phone: Phone::parse(&clean(phone), dialled_from),
                };
            }
            ClientKind::Individual => {
                client.first_name = text(Field::FirstName);
                client.last_name = text(Field::LastName);
            }
        }
        client.address = address;
        if client.name().is_empty() {
            return Err(NameMissing);
        }
        client.declined = self.declined.iter().copied().filter(|f| client.text(*f).is_empty()).collect();
        client.kept = self
            .kept
            .iter()
            .filter(|(place, value)| client.text(**place) == value.as_str())
            .map(|(place, value)| (*place, value.clone()))
            .collect();
        Ok(client)
    }

    fn address(&self, at: impl Fn(Field) -> Place) -> Address {
        let text = |field| clean(self.text(at(field)));
        Address {
            street: text(Field::Street),
            street2: text(Field::Street2),
            postcode: text(Field::Postcode),
            city: text(Field::City),
            region: text(Field::Region),
            country: country::parse(&text(Field::Country)),
        }
    }

    /// A country alone is no address to deliver to.
    fn delivery(&self) -> Option<Address> {
        let address = self.address(Place::Delivery);
        let alone = Address { country: address.country.clone(), ..Address::default() };
        (address != alone).then_some(address)
    }

    /// The further contacts of whom anything is known.
    fn further_contacts(&self, dialled_from: &str) -> Vec<Contact> {
        let contact = |number| {
            let text = |field| clean(self.text(Place::Contact(number, field)));
            Contact {
                first_name: text(Field::ContactFirstName),
                last_name: text(Field::ContactLastName),
                role: text(Field::ContactRole),
                email: text(Field::Email),
                phone: Phone::parse(&text(Field::Phone), dialled_from),
            }
        };
        (0..self.contacts).map(contact).filter(|contact| *contact != Contact::default()).collect()
    }

    fn known_categories(&self, setup: &Setup) -> Vec<u64> {
        let mut ids = Vec::new();
        for category in self.categories.iter().filter_map(|name| setup.category_named(name)) {
            if !ids.contains(&category.id) {
                ids.push(category.id);
            }
        }
        ids
    }

    /// The values of the custom fields that the book has. What was not typed anew stays as it is kept, whatever the
    /// language it is shown in.
    fn custom(&self, base: &Client, setup: &Setup) -> BTreeMap<u64, String> {
        let mut custom = BTreeMap::new();
        for (place, typed) in self.filled() {
            let Place::Custom(id) = *place else { continue };
            let Some(field) = setup.field(id) else { continue };
            let typed = if field.kind == FieldKind::LongText { clean_lines(typed) } else { clean(typed) };
            let value = match base.custom.get(&id) {
                Some(kept) if *kept == typed => typed,
                _ => field.read(&typed, setup.point),
            };
            if !value.is_empty() {
                custom.insert(id, value);
            }
        }
        custom
    }

    /// The name as typed so far; may be empty.
    pub fn shown_name(&self) -> String {
        match self.kind {
            ClientKind::Company => clean(self.text(Field::Company)),
            ClientKind::Individual => {
                clean(&format!("{} {}", self.text(Field::FirstName), self.text(Field::LastName)))
            }
        }
    }

    /// Nothing was typed that would be missed: no text but the country, no note, no tick.
    pub fn is_blank(&self) -> bool {
        let own_country = Place::Field(Field::Country);
        self.note.trim().is_empty()
            && self.categories.is_empty()
            && self.consent.is_empty()
            && self.attachments.is_empty()
            && self.declined.is_empty()
            && self.texts.iter().all(|(place, text)| *place == own_country || text.trim().is_empty())
    }
}

/// A VAT number as it is kept: in one; what is none as it was typed.
fn vat_number(typed: String, country: &str) -> String {
    match vat::check(&typed, country) {
        vat::Verdict::Valid | vat::Verdict::CheckDigit => vat::compact(&typed),
        vat::Verdict::Malformed | vat::Verdict::UnknownCountry => typed,
    }
}

/// Payment terms as they are kept; what is not understood as it was typed.
fn terms(typed: String) -> String {
    Terms::parse(&typed).map_or(typed, |terms| terms.to_string())
}

/// What was not touched becomes what it is now.
fn take<T: PartialEq + Clone>(rebased: &mut T, mine: &T, opened: &T, now: &T) {
    if mine == opened {
        rebased.clone_from(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn france() -> Setup {
        Setup::new("FR")
    }

    #[test]
    fn a_client_of_one_kind_keeps_nothing_of_the_other() {
        let mut typed = Typed::new(ClientKind::Company, "France");
        typed.set(Field::Company, " Asie ");
        typed.set(Field::ContactLastName, "Roulet");
        typed.set(Field::LastName, "Dupont");
        let company = typed.parse(&Client::default(), &france()).unwrap();
        assert_eq!((company.name().as_str(), company.last_name.as_str()), ("Asie", ""));
        assert_eq!(company.contact.name(), "Roulet");
        typed.kind = ClientKind::Individual;
        let person = typed.parse(&company, &france()).unwrap();
        assert_eq!((person.name().as_str(), person.company.as_str()), ("Dupont", ""));
        assert_eq!(person.contact.name(), "");
    }

    #[test]
    fn language_and_terms_are_kept_in_one_way() {
        let kept = |language: &str, terms: &str| {
            let mut typed = Typed::new(ClientKind::Company, "");
            typed.set(Field::Company, "Asie");
            typed.set(Field::Language, language);
            typed.set(Field::Terms, terms);
            let client = typed.parse(&Client::default(), &france()).unwrap();
            (client.language, client.terms)
        };
        assert_eq!(kept("Anglais", "45 j fin de mois"), ("en".into(), "net_45_then_end_of_month".into()));
        assert_eq!(kept(" klingon ", "à voir "), ("klingon".into(), "à voir".into()));
        assert_eq!(kept("", ""), (String::new(), String::new()));
    }

    #[test]
    fn only_an_empty_name_stops() {
        let mut typed = Typed::new(ClientKind::Company, "");
        typed.set(Field::Company, "  ");
        typed.set(Field::Email, "nonsense");
        assert_eq!(typed.parse(&Client::default(), &france()), Err(NameMissing));
        typed.kind = ClientKind::Individual;
        typed.set(Field::FirstName, "Camille");
        assert_eq!(typed.parse(&Client::default(), &france()).unwrap().name(), "Camille");
    }

    #[test]
    fn a_refusal_or_a_kept_typo_goes_with_its_value() {
        let mut typed = Typed::new(ClientKind::Company, "France");
        typed.set(Field::Company, "Asie");
        typed.set(Field::Email, "a@gmial.com");
        typed.declined.extend([Field::Phone, Field::Email]);
        typed.kept.insert(Field::Email.into(), "a@gmial.com".into());
        let client = typed.parse(&Client::default(), &france()).unwrap();
        assert_eq!(client.declined, BTreeSet::from([Field::Phone]));
        assert_eq!(client.kept.len(), 1);
        typed.set(Field::Email, "b@gmial.com");
        assert!(typed.parse(&client, &france()).unwrap().kept.is_empty());
    }

    #[test]
    fn typing_a_client_again_gives_the_same_client() {
        let client = Client {
            company: "Asie".into(),
            email: "a@b.example".into(),
            siren: "732829320".into(),
            siret: "73282932000074".into(),
            ..Client::default()
        };
        let base = Base { client: Some(client.clone()), ..Base::default() };
        let typed = Typed::of(&base, &france(), |_, value| value.to_owned());
        assert_eq!(typed.parse(&client, &france()), Ok(client));
    }

    #[test]
    fn what_was_searched_goes_where_it_belongs() {
        let company = |searched| Typed::searched(ClientKind::Company, "France", searched);
        assert_eq!(company(" boulangerie lefevre ").text(Field::Company), "boulangerie lefevre");
        assert_eq!(company("01 42 60").text(Field::Phone), "01 42 60");
        assert_eq!(company("01 42 6").text(Field::Company), "01 42 6");
        assert_eq!(company("+33 1.42-60/30 (30)").text(Field::Phone), "+33 1.42-60/30 (30)");
        assert_eq!(company("a@b").text(Field::Email), "a@b");
        let person = Typed::searched(ClientKind::Individual, "", "Anne Marie Dupont");
        assert_eq!((person.text(Field::FirstName), person.text(Field::LastName)), ("Anne Marie", "Dupont"));
        let person = Typed::searched(ClientKind::Individual, "", "Dupont");
        assert_eq!((person.text(Field::FirstName), person.text(Field::LastName)), ("", "Dupont"));
    }

    #[test]
    fn an_emptied_field_is_as_one_that_held_nothing() {
        let typed = Typed::new(ClientKind::Company, "France");
        let mut other = typed.clone();
        other.text_mut(Field::City).clear();
        assert_eq!(typed, other);
        let differing: [fn(&mut Typed); 6] = [
            |typed| typed.kind = ClientKind::Individual,
            |typed| typed.note.push('a'),
            |typed| typed.decline(Field::Phone, true),
            |typed| typed.set(Field::City, "Lyon"),
            |typed| {
                typed.kept.insert(Field::Email.into(), "a".into());
            },
            |typed| {
                typed.distinct_from.insert(ClientId(1));
            },
        ];
        for change in differing {
            let mut other = typed.clone();
            change(&mut other);
            assert_ne!(typed, other);
        }
    }

    #[test]
    fn fields_that_share_an_answer_are_declined_together() {
        let mut typed = Typed::default();
        typed.decline(Field::City, true);
        typed.decline(Field::Phone, true);
        typed.decline(Field::Country, true);
        assert_eq!(
            typed.declined,
            BTreeSet::from([Field::Street, Field::Postcode, Field::City, Field::Phone])
        );
        typed.decline(Field::Street, false);
        assert_eq!(typed.declined, BTreeSet::from([Field::Phone]));
    }

    #[test]
    fn a_draft_takes_back_nothing_that_was_not_touched_in_it() {
        let mut opened = Typed::new(ClientKind::Company, "France");
        opened.set(Field::Company, "Asie");
        opened.set(Field::Phone, "1");
        opened.set(Field::City, "Lyon");
        let mut draft = opened.clone();
        draft.set(Field::Company, "Asie SARL");
        draft.set(Field::City, "");
        let mut now = Typed::new(ClientKind::Individual, "Allemagne");
        now.set(Field::Company, "Asia");
        now.set(Field::Phone, "2");
        now.set(Field::City, "Nice");
        now.note = "new".into();
        now.decline(Field::Email, true);
        now.kept.insert(Field::Email.into(), "a".into());
        let rebased = draft.rebased(&opened, &now);
        let texts = [Field::Company, Field::Phone, Field::City, Field::Country].map(|f| rebased.text(f));
        assert_eq!(texts, ["Asie SARL", "2", "", "Allemagne"]);
        assert_eq!((rebased.kind, rebased.note.as_str()), (ClientKind::Individual, "new"));
        assert_eq!((&rebased.declined, &rebased.kept), (&now.declined, &now.kept));
        // What was touched stays.
        (draft.note, opened.kind) = ("mine".into(), ClientKind::Individual);
        draft.decline(Field::Phone, true);
        draft.kept.insert(Field::Phone.into(), "b".into());
        let rebased = draft.rebased(&opened, &now);
        assert_eq!((rebased.kind, rebased.note.as_str()), (ClientKind::Company, "mine"));
        assert_eq!((&rebased.declined, &rebased.kept), (&draft.declined, &draft.kept));
    }

    #[test]
    fn a_form_with_its_country_only_is_blank() {
        let mut typed = Typed::new(ClientKind::Company, "France");
        assert!(typed.is_blank());
        typed.set(Field::City, " ");
        typed.note = "\n".into();
        assert!(typed.is_blank());
        let filled: [fn(&mut Typed); 3] = [
            |typed| typed.set(Field::City, "Lyon"),
            |typed| typed.note = "a".into(),
            |typed| typed.decline(Field::Phone, true),
        ];
        for fill in filled {
            let mut typed = Typed::new(ClientKind::Company, "France");
            fill(&mut typed);
            assert!(!typed.is_blank());
        }
    }

    #[test]
    fn a_vat_number_is_kept_in_one_unless_it_is_none() {
        let kept = |number: &str, country: &str| {
            let mut typed = Typed::new(ClientKind::Company, country);
            typed.set(Field::Company, "Asie");
            typed.set(Field::VatNumber, number);
            typed.parse(&Client::default(), &france()).unwrap().vat_number
        };
        assert_eq!(kept("fr83 404.833.048", "FR"), "FR83404833048");
        assert_eq!(kept("FR84 404 833 048", "FR"), "FR84404833048");
        assert_eq!(kept(" fr 8 3 ", "FR"), "fr 8 3");
        assert_eq!(kept("T 12 34", "JP"), "T 12 34");
        assert_eq!(kept("", "FR"), "");
    }

    #[test]
    fn who_has_nothing_typed_is_no_contact() {
        let mut typed = Typed::new(ClientKind::Company, "");
        assert!(typed.filled_contacts().is_empty());
        (0..4).for_each(|_| typed.add_contact());
        typed.set(Place::Contact(1, Field::Phone), "01");
        typed.set(Place::Contact(2, Field::Email), "  ");
        typed.set(Place::Contact(3, Field::ContactLastName), "Morel");
        assert_eq!(typed.filled_contacts(), [1, 3]);
        let places: Vec<Place> = typed.places().collect();
        assert_eq!(
            places,
            [
                Place::Contact(1, Field::Phone),
                Place::Contact(2, Field::Email),
                Place::Contact(3, Field::ContactLastName)
            ]
        );
    }
}
