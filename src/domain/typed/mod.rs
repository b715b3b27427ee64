//! What was typed into a form or stands in a row of a file, before it is a client.
//!
//! It is opened on a client in `open.rs`, and read as a client in `read.rs`.

mod contacts;
mod open;
mod read;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use self::read::NameMissing;
use super::attachment::Staged;
use super::client::{ClientId, ClientKind};
use super::consent::{Answer, Method, Purpose, Wording};
use super::field::Field;
use super::label;
pub use super::line::{clean, clean_lines};
use super::place::Place;
use super::setup::Setup;

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
