//! A client: whom one works for, with everything that is kept of them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::address::Address;
use super::field::Field;
use super::phone::Phone;
use super::place::Place;
use super::record::{Invalid, Kind, Moment, Record};

/// Identifies a client for ever; never used again. [`ClientId::NEW`] stands for one not yet registered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(pub u64);

impl ClientId {
    /// Not yet registered: the command gives the next id.
    pub const NEW: Self = Self(0);
}

/// Company or individual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientKind {
    /// A firm, an association, an administration.
    #[default]
    Company,
    /// A private person.
    Individual,
}

impl ClientKind {
    /// The name in JSON and CSV.
    pub fn key(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Individual => "individual",
        }
    }
}

/// Whether one still works with a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// In the table.
    #[default]
    Active,
    /// Out of the way, kept whole.
    Archived,
}

impl Status {
    /// The name in JSON and CSV.
    pub fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Archived => "archived",
        }
    }
}

/// A person one speaks to at a client's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// First name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub first_name: String,
    /// Last name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub last_name: String,
    /// What they do there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Their own e-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Their own telephone.
    #[serde(skip_serializing_if = "Phone::is_empty")]
    pub phone: Phone,
}

impl Contact {
    /// "First Last", or what there is of it.
    pub fn name(&self) -> String {
        full_name(&self.first_name, &self.last_name)
    }

    /// One of [`Field::CONTACT`]; empty for any other field.
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::ContactFirstName => &self.first_name,
            Field::ContactLastName => &self.last_name,
            Field::ContactRole => &self.role,
            Field::Email => &self.email,
            Field::Phone => self.phone.typed(),
            _ => "",
        }
    }
}

/// A client. Texts are as typed but for their outer spaces and line breaks; an empty text is no value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Client {
    /// Identity; see [`ClientId`].
    pub id: ClientId,
    /// Number in this book: a text, unique, by default the next whole number in four digits.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Company or individual.
    pub kind: ClientKind,
    /// Company name; empty for an individual.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub company: String,
    /// First name of an individual; empty for a company.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub first_name: String,
    /// Last name of an individual; empty for a company.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub last_name: String,
    /// A company's main contact.
    pub contact: Contact,
    /// Telephone.
    #[serde(skip_serializing_if = "Phone::is_empty")]
    pub phone: Phone,
    /// Mobile telephone.
    #[serde(skip_serializing_if = "Phone::is_empty")]
    pub mobile: Phone,
    /// E-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Postal address.
    pub address: Address,
    /// Where goods go, if elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_address: Option<Address>,
    /// SIREN (9 digits, no spaces), or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub siren: String,
    /// SIRET (14 digits, no spaces), or what was typed and is neither SIREN nor SIRET, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub siret: String,
    /// VAT number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub vat_number: String,
    /// Another number: of an association, a register, an authority.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub other_id: String,
    /// Website.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub website: String,
    /// Language the client is written to in: ISO 639-1, or empty for the book's own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub language: String,
    /// Payment terms as [`super::terms::Terms`] writes them, or what was typed and is none; empty for the book's own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// Further contacts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Categories, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<u64>,
    /// Custom fields: id of the field, value as [`super::custom_field`] writes it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub custom: BTreeMap<u64, String>,
    /// Starred fields that the client does not wish to give.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub declined: BTreeSet<Field>,
    /// Likely typos kept on purpose, with the value they were kept for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub kept: BTreeMap<Place, String>,
    /// Active or archived.
    pub status: Status,
    /// When registered.
    pub created: Moment,
    /// When last changed.
    pub updated: Moment,
}

impl Client {
    /// The name as shown: the company's, or "First Last".
    pub fn name(&self) -> String {
        match self.kind {
            ClientKind::Company => self.company.clone(),
            ClientKind::Individual => full_name(&self.first_name, &self.last_name),
        }
    }

    /// The telephone by which it is shown: the mobile where there is no other.
    pub fn shown_phone(&self) -> &Phone {
        if self.phone.is_empty() { &self.mobile } else { &self.phone }
    }

    /// The value of a place as a text; empty if there is none, or if what stands there is no text.
    pub fn text(&self, place: impl Into<Place>) -> &str {
        match place.into() {
            Place::Field(field) => self.field_text(field),
            Place::Delivery(field) => {
                self.delivery_address.as_ref().map_or("", |address| address.part(field))
            }
            Place::Contact(number, field) => {
                self.contacts.get(usize::from(number)).map_or("", |contact| contact.text(field))
            }
            Place::Custom(id) => self.custom.get(&id).map_or("", String::as_str),
            Place::Categories | Place::Consent(_) | Place::Note | Place::Attachments => "",
        }
    }

    fn field_text(&self, field: Field) -> &str {
        match field {
            Field::Number => &self.number,
            Field::Company => &self.company,
            Field::FirstName => &self.first_name,
            Field::LastName => &self.last_name,
            Field::ContactFirstName => &self.contact.first_name,
            Field::ContactLastName => &self.contact.last_name,
            Field::ContactRole => &self.contact.role,
            Field::Phone => self.phone.typed(),
            Field::Mobile => self.mobile.typed(),
            Field::Email => &self.email,
            Field::Street => &self.address.street,
            Field::Street2 => &self.address.street2,
            Field::Postcode => &self.address.postcode,
            Field::City => &self.address.city,
            Field::Region => &self.address.region,
            Field::Country => &self.address.country,
            Field::Siren => &self.siren,
            Field::Siret => &self.siret,
            Field::VatNumber => &self.vat_number,
            Field::OtherId => &self.other_id,
            Field::Website => &self.website,
            Field::Language => &self.language,
            Field::Terms => &self.terms,
        }
    }

    /// The field that holds the name that a client cannot do without.
    pub fn name_field(kind: ClientKind) -> Field {
        match kind {
            ClientKind::Company => Field::Company,
            ClientKind::Individual => Field::LastName,
        }
    }

    /// The French number as typed into its one field: the SIRET if there is one, else the SIREN.
    pub fn registration(&self) -> &str {
        if self.siret.is_empty() { &self.siren } else { &self.siret }
    }
}

impl Record for Client {
    const KIND: Kind = Kind::Client;

    fn id(&self) -> u64 {
        self.id.0
    }

    fn references(&self) -> Vec<(Kind, u64)> {
        let categories = self.categories.iter().map(|id| (Kind::Category, *id));
        categories.chain(self.custom.keys().map(|id| (Kind::CustomField, *id))).collect()
    }

    fn leave_out(&mut self, gone: &[(Kind, u64)]) {
        let stays = |kind, id| !gone.contains(&(kind, id));
        self.categories.retain(|id| stays(Kind::Category, *id));
        self.custom.retain(|id, _| stays(Kind::CustomField, *id));
        self.kept.retain(|place, _| match place {
            Place::Custom(id) => stays(Kind::CustomField, *id),
            _ => true,
        });
    }

    fn called(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(self.name()))
    }

    fn unique(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.number))
    }

    fn validate(&self) -> Result<(), Invalid> {
        if self.id == ClientId::NEW {
            return Err(Invalid::NoId);
        }
        if self.number.is_empty() {
            return Err(Invalid::Empty("number"));
        }
        if self.text(Self::name_field(self.kind)).is_empty() && self.name().is_empty() {
            return Err(Invalid::Empty(Self::name_field(self.kind).key()));
        }
        for field in Field::ALL {
            Invalid::check_line(field.key(), self.text(field))?;
        }
        for contact in self.contacts.iter().chain([&self.contact]) {
            for text in [&contact.first_name, &contact.last_name, &contact.role, &contact.email] {
                Invalid::check_line("contacts", text)?;
            }
            Invalid::check_line("contacts", contact.phone.typed())?;
        }
        if let Some(address) = &self.delivery_address {
            for line in address.lines() {
                Invalid::check_line("delivery_address", line)?;
            }
        }
        let phones = self.contacts.iter().chain([&self.contact]).map(|contact| &contact.phone);
        if !phones.chain([&self.phone, &self.mobile]).all(Phone::is_sound) {
            return Err(Invalid::OutOfRange("phone"));
        }
        self.custom.values().try_for_each(|value| Invalid::check_text("custom", value))?;
        self.kept.values().try_for_each(|value| Invalid::check_line("kept", value))?;
        let mut seen = BTreeSet::new();
        if !self.categories.iter().all(|id| seen.insert(*id)) {
            return Err(Invalid::OutOfRange("categories"));
        }
        Ok(())
    }
}

fn full_name(first: &str, last: &str) -> String {
    match (first.is_empty(), last.is_empty()) {
        (false, false) => format!("{first} {last}"),
        (false, true) => first.to_owned(),
        _ => last.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_individual_is_shown_first_name_first() {
        let client = Client {
            kind: ClientKind::Individual,
            first_name: "Camille".into(),
            last_name: "Dupont".into(),
            ..Client::default()
        };
        assert_eq!(client.name(), "Camille Dupont");
    }

    #[test]
    fn a_client_without_name_is_invalid() {
        let client = Client { id: ClientId(1), number: "0001".into(), ..Client::default() };
        assert_eq!(client.validate(), Err(Invalid::Empty("company")));
    }

    #[test]
    fn an_unsound_phone_is_invalid_wherever_it_stands() {
        let client =
            Client { id: ClientId(1), number: "0001".into(), company: "Asie".into(), ..Client::default() };
        assert_eq!(client.validate(), Ok(()));
        let unsound: Phone = serde_json::from_str(r#"["01 42","+33 1 42"]"#).unwrap();
        let places: [fn(&mut Client, Phone); 4] = [
            |client, phone| client.phone = phone,
            |client, phone| client.mobile = phone,
            |client, phone| client.contact.phone = phone,
            |client, phone| client.contacts.push(Contact { phone, ..Contact::default() }),
        ];
        for place in places {
            let mut client = client.clone();
            place(&mut client, unsound.clone());
            assert_eq!(client.validate(), Err(Invalid::OutOfRange("phone")));
        }
    }
}
