//! Which fields are starred, recommended, shown or hidden, for companies and for individuals; whether stars block; and the words
//! in which one asks for consent.
//!
//! The one record of its kind: a ready-made policy and what departs from it, so that a book that says nothing follows
//! [`Ready::Complete`] also when that gains a field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::client::{Client, ClientKind};
use super::consent::Purpose;
use super::field::Field;
use super::record::{Invalid, Kind, Record};

/// What is wished of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// Marked with an asterisk: without it the record is incomplete.
    Starred,
    /// Named in the review when empty; never "incomplete".
    Recommended,
    /// Offered.
    Shown,
    /// Not in the form, unless it holds a value.
    Hidden,
}

impl Wish {
    /// Every wish, the strongest first.
    pub const ALL: [Self; 4] = [Self::Starred, Self::Recommended, Self::Shown, Self::Hidden];
}

/// A ready-made policy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ready {
    /// Name, street, postcode, city, e-mail and phone are starred.
    #[default]
    Complete,
    /// The name alone is starred.
    NameOnly,
}

impl Ready {
    fn wish(self, field: Field, kind: ClientKind) -> Wish {
        match (self, field, kind) {
            (_, Field::Company, ClientKind::Company)
            | (_, Field::LastName, ClientKind::Individual)
            | (
                Self::Complete,
                Field::Street | Field::Postcode | Field::City | Field::Email | Field::Phone,
                _,
            ) => Wish::Starred,
            (Self::Complete, Field::ContactLastName | Field::Siren, ClientKind::Company) => Wish::Recommended,
            _ => Wish::Shown,
        }
    }
}

/// A policy: what is wished of each field by kind of client, and how one asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    ready: Ready,
    /// What departs from it, for companies.
    company: BTreeMap<Field, Wish>,
    /// The same for individuals.
    individual: BTreeMap<Field, Wish>,
    /// Stars block in the form; never in an import.
    strict: bool,
    /// One's own words of the questions of consent, by language.
    questions: BTreeMap<String, BTreeMap<Purpose, String>>,
}

impl Policy {
    /// Its id: there is one.
    pub const ID: u64 = 1;
    /// The most characters of a question.
    pub const LONGEST_QUESTION: usize = 200;
    /// The fields of which one can wish something, in the order of the form; of which kind of client is told by
    /// [`chooses`](Self::chooses). The main contact goes by its last name, both French numbers by the SIREN. The name is always
    /// starred, and country and region follow from the address.
    pub const FIELDS: [Field; 16] = [
        Field::FirstName,
        Field::ContactLastName,
        Field::ContactRole,
        Field::Phone,
        Field::Mobile,
        Field::Email,
        Field::Street,
        Field::Street2,
        Field::Postcode,
        Field::City,
        Field::Siren,
        Field::VatNumber,
        Field::OtherId,
        Field::Website,
        Field::Language,
        Field::Terms,
    ];

    /// A ready-made policy.
    pub fn of(ready: Ready) -> Self {
        Self { ready, ..Self::default() }
    }

    /// The ready-made policy it is; none for one's own.
    pub fn ready(&self) -> Option<Ready> {
        (self.company.is_empty() && self.individual.is_empty()).then_some(self.ready)
    }

    /// The same with a ready-made policy in place of what is wished of fields.
    #[must_use]
    pub fn with_ready(self, ready: Ready) -> Self {
        Self { ready, company: BTreeMap::new(), individual: BTreeMap::new(), ..self }
    }

    /// Whether stars block in the form.
    pub fn is_strict(&self) -> bool {
        self.strict
    }

    /// The same with stars that block in the form, or that do not.
    #[must_use]
    pub fn with_strict(self, strict: bool) -> Self {
        Self { strict, ..self }
    }

    /// Whether one can wish something of this field for clients of this kind.
    pub fn chooses(field: Field, kind: ClientKind) -> bool {
        let other = match kind {
            ClientKind::Company => matches!(field, Field::FirstName),
            ClientKind::Individual => {
                matches!(field, Field::ContactLastName | Field::ContactRole | Field::Siren)
            }
        };
        Self::FIELDS.contains(&field) && !other
    }

    /// The same with another wish of a field; nothing is changed where none can be wished.
    #[must_use]
    pub fn with(mut self, field: Field, kind: ClientKind, wish: Wish) -> Self {
        if Self::chooses(field, kind) {
            let usual = self.ready.wish(field, kind);
            let own = match kind {
                ClientKind::Company => &mut self.company,
                ClientKind::Individual => &mut self.individual,
            };
            if wish == usual {
                own.remove(&field);
            } else {
                own.insert(field, wish);
            }
        }
        self
    }

    /// What is wished of `field` for a client of this kind, whatever its country.
    pub fn wished(&self, field: Field, kind: ClientKind) -> Wish {
        let own = match kind {
            ClientKind::Company => &self.company,
            ClientKind::Individual => &self.individual,
        };
        own.get(&field).copied().unwrap_or_else(|| self.ready.wish(field, kind))
    }

    /// What is wished of `field` for a client of this kind in this country (ISO code).
    pub fn wish(&self, field: Field, kind: ClientKind, country: &str) -> Wish {
        match self.wished(field, kind) {
            // Nobody abroad has a French number.
            Wish::Starred | Wish::Recommended if field == Field::Siren && country != "FR" => Wish::Shown,
            wish => wish,
        }
    }

    /// Whether a field is left out of the form for clients of this kind. The main contact is one field in two.
    pub fn hides(&self, field: Field, kind: ClientKind) -> bool {
        let field = if field == Field::ContactFirstName { Field::ContactLastName } else { field };
        self.wished(field, kind) == Wish::Hidden
    }

    /// One's own words of a question in a language (its code); none for the usual ones.
    pub fn question(&self, language: &str, purpose: Purpose) -> Option<&str> {
        self.questions.get(language)?.get(&purpose).map(String::as_str)
    }

    /// The same with other words of a question in a language; empty for the usual ones.
    #[must_use]
    pub fn with_question(mut self, language: &str, purpose: Purpose, words: &str) -> Self {
        let mut own = self.questions.remove(language).unwrap_or_default();
        let words = words.trim().replace(char::is_control, " ");
        if words.is_empty() {
            own.remove(&purpose);
        } else {
            own.insert(purpose, words);
        }
        if !own.is_empty() {
            self.questions.insert(language.to_owned(), own);
        }
        self
    }

    /// The starred fields that have neither a value nor a refusal, in the order of the form.
    pub fn missing(&self, client: &Client) -> Vec<Field> {
        self.empty(client, Wish::Starred).filter(|field| !client.declined.contains(field)).collect()
    }

    /// The recommended fields that have no value, in the order of the form.
    pub fn recommended(&self, client: &Client) -> Vec<Field> {
        self.empty(client, Wish::Recommended).collect()
    }

    fn empty(&self, client: &Client, wish: Wish) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |field| {
            self.wish(*field, client.kind, &client.address.country) == wish
                && match field {
                    Field::Siren => client.registration().is_empty(),
                    Field::ContactLastName => client.contact.name().is_empty(),
                    _ => client.text(*field).is_empty(),
                }
        })
    }
}

impl Record for Policy {
    const KIND: Kind = Kind::Policy;

    fn id(&self) -> u64 {
        Self::ID
    }

    fn validate(&self) -> Result<(), Invalid> {
        let out = |own: &BTreeMap<Field, Wish>, kind| own.keys().any(|field| !Self::chooses(*field, kind));
        if out(&self.company, ClientKind::Company) || out(&self.individual, ClientKind::Individual) {
            return Err(Invalid::OutOfRange("policy"));
        }
        for words in self.questions.values().flat_map(BTreeMap::values) {
            Invalid::check_name("question", words, Self::LONGEST_QUESTION)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declined_is_not_missing() {
        let mut client = Client { company: "Asie".into(), ..Client::default() };
        assert_eq!(
            Policy::default().missing(&client),
            [Field::Phone, Field::Email, Field::Street, Field::Postcode, Field::City]
        );
        client.declined.extend(Field::City.declined_with());
        client.email = "a@b.example".into();
        assert_eq!(Policy::default().missing(&client), [Field::Phone]);
    }

    #[test]
    fn a_number_is_recommended_to_french_companies_only() {
        let mut client = Client { company: "Asie".into(), ..Client::default() };
        client.address.country = "FR".into();
        assert_eq!(Policy::default().recommended(&client), [Field::ContactLastName, Field::Siren]);
        client.address.country = "BE".into();
        assert_eq!(Policy::default().recommended(&client), [Field::ContactLastName]);
        client.kind = ClientKind::Individual;
        client.address.country = "FR".into();
        assert_eq!(Policy::default().recommended(&client), []);
    }

    #[test]
    fn what_is_starred_by_kind() {
        let starred = |kind| -> Vec<Field> {
            let wish = |field: &Field| Policy::default().wish(*field, kind, "FR") == Wish::Starred;
            Field::ALL.into_iter().filter(wish).collect()
        };
        let shared = [Field::Phone, Field::Email, Field::Street, Field::Postcode, Field::City];
        assert_eq!(starred(ClientKind::Company), [&[Field::Company], &shared[..]].concat());
        assert_eq!(starred(ClientKind::Individual), [&[Field::LastName], &shared[..]].concat());
        let recommended = |kind, country| -> Vec<Field> {
            let wish = |field: &Field| Policy::default().wish(*field, kind, country) == Wish::Recommended;
            Field::ALL.into_iter().filter(wish).collect()
        };
        assert_eq!(recommended(ClientKind::Company, "FR"), [Field::ContactLastName, Field::Siren]);
        assert_eq!(recommended(ClientKind::Company, "BE"), [Field::ContactLastName]);
        assert_eq!(recommended(ClientKind::Individual, "FR"), []);
    }

    #[test]
    fn one_name_of_the_contact_and_either_number_will_do() {
        let mut client = Client { company: "Asie".into(), ..Client::default() };
        client.address.country = "FR".into();
        client.contact.first_name = "Inès".into();
        client.siret = "552 008".into();
        assert_eq!(Policy::default().recommended(&client), []);
        client.siret.clear();
        client.siren = "552008443".into();
        assert_eq!(Policy::default().recommended(&client), []);
    }

    #[test]
    fn a_person_without_last_name_is_to_be_completed() {
        let client =
            Client { kind: ClientKind::Individual, first_name: "Camille".into(), ..Client::default() };
        assert_eq!(Policy::default().missing(&client).first(), Some(&Field::LastName));
    }

    #[test]
    fn the_name_alone_is_starred_where_that_is_enough() {
        let policy = Policy::of(Ready::NameOnly);
        let mut client = Client::default();
        assert_eq!(policy.missing(&client), [Field::Company]);
        client.company = "Asie".into();
        client.address.country = "FR".into();
        assert!(policy.missing(&client).is_empty() && policy.recommended(&client).is_empty());
        client.kind = ClientKind::Individual;
        assert_eq!(policy.missing(&client), [Field::LastName]);
        assert_eq!(
            (policy.ready(), Policy::default().ready()),
            (Some(Ready::NameOnly), Some(Ready::Complete))
        );
    }

    #[test]
    fn ones_own_is_what_departs_from_a_ready_made_one() {
        let own = Policy::default().with(Field::Website, ClientKind::Company, Wish::Starred).with(
            Field::Phone,
            ClientKind::Individual,
            Wish::Hidden,
        );
        assert_eq!(own.ready(), None);
        assert_eq!(own.wished(Field::Website, ClientKind::Company), Wish::Starred);
        assert_eq!(own.wished(Field::Website, ClientKind::Individual), Wish::Shown);
        assert_eq!(own.wished(Field::Phone, ClientKind::Company), Wish::Starred);
        assert!(
            own.hides(Field::Phone, ClientKind::Individual) && !own.hides(Field::Phone, ClientKind::Company)
        );
        // Wished as usual again it is the ready-made one again.
        let usual = own.clone().with(Field::Website, ClientKind::Company, Wish::Shown).with(
            Field::Phone,
            ClientKind::Individual,
            Wish::Starred,
        );
        assert_eq!(usual, Policy::default());
        let strict = Policy { strict: true, ..own };
        assert_eq!(
            strict.with_ready(Ready::NameOnly),
            Policy { strict: true, ..Policy::of(Ready::NameOnly) }
        );
    }

    #[test]
    fn nothing_is_wished_of_names_and_of_what_the_other_kind_has() {
        let policy = Policy::default();
        for (field, kind) in [
            (Field::Company, ClientKind::Company),
            (Field::LastName, ClientKind::Individual),
            (Field::FirstName, ClientKind::Company),
            (Field::Siren, ClientKind::Individual),
            (Field::ContactLastName, ClientKind::Individual),
            (Field::ContactRole, ClientKind::Individual),
            (Field::Country, ClientKind::Company),
        ] {
            assert!(!Policy::chooses(field, kind), "{field:?}");
            assert_eq!(policy.clone().with(field, kind, Wish::Hidden), policy, "{field:?}");
        }
        let forged = Policy { company: [(Field::Company, Wish::Hidden)].into(), ..Policy::default() };
        assert_eq!(forged.validate(), Err(Invalid::OutOfRange("policy")));
        let forged = Policy { individual: [(Field::Siren, Wish::Starred)].into(), ..Policy::default() };
        assert_eq!(forged.validate(), Err(Invalid::OutOfRange("policy")));
    }

    #[test]
    fn a_starred_french_number_is_asked_of_french_companies_only_and_hides_with_its_twin() {
        let policy = Policy::default().with(Field::Siren, ClientKind::Company, Wish::Starred);
        assert_eq!(policy.wish(Field::Siren, ClientKind::Company, "FR"), Wish::Starred);
        assert_eq!(policy.wish(Field::Siren, ClientKind::Company, "BE"), Wish::Shown);
        let hidden = policy.with(Field::Siren, ClientKind::Company, Wish::Hidden);
        assert_eq!(hidden.wish(Field::Siren, ClientKind::Company, "BE"), Wish::Hidden);
        let contact = hidden.with(Field::ContactLastName, ClientKind::Company, Wish::Hidden);
        assert!(contact.hides(Field::ContactFirstName, ClientKind::Company));
        assert!(!contact.hides(Field::ContactRole, ClientKind::Company));
    }

    #[test]
    fn a_question_has_ones_own_words_by_language() {
        let policy = Policy::default().with_question("fr", Purpose::Offers, " Une offre\u{a0}?\n");
        assert_eq!(policy.question("fr", Purpose::Offers), Some("Une offre\u{a0}?"));
        assert_eq!(
            (policy.question("en", Purpose::Offers), policy.question("fr", Purpose::Service)),
            (None, None)
        );
        assert_eq!(policy.ready(), Some(Ready::Complete));
        assert_eq!(policy.clone().with_question("fr", Purpose::Offers, " "), Policy::default());
        assert_eq!(policy.validate(), Ok(()));
        let long = "a".repeat(Policy::LONGEST_QUESTION + 1);
        let long = Policy::default().with_question("fr", Purpose::Offers, &long);
        assert_eq!(long.validate(), Err(Invalid::TooLong("question")));
    }
}
