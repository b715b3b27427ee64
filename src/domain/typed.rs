//! What was typed into a form or stands in a row of a file, before it is a client.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::address::Address;
use super::client::{Client, ClientId, ClientKind, Contact};
use super::field::Field;
use super::phone::Phone;
use super::{country, identifier};

/// Texts as typed, by field. SIREN and SIRET share [`Field::Siren`]; the country is a name or a code.
#[derive(Clone, Debug, Default, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Company or individual. What was typed for the other kind is kept while the form is open.
    pub kind: ClientKind,
    texts: BTreeMap<Field, String>,
    /// A note; several lines.
    pub note: String,
    /// Starred fields ticked as declined.
    pub declined: BTreeSet<Field>,
    /// Likely typos kept on purpose, with the value they were kept for.
    pub kept: BTreeMap<Field, String>,
    /// Likely duplicates of whom the user said that they are not the same.
    pub distinct_from: BTreeSet<ClientId>,
}

/// A field that was emptied is as one that never held anything.
impl PartialEq for Typed {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.note == other.note
            && self.declined == other.declined
            && self.kept == other.kept
            && self.distinct_from == other.distinct_from
            && Field::ALL.into_iter().all(|field| self.text(field) == other.text(field))
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

    /// A form on an existing client; `country` is the name of its country in the language of the form.
    pub fn of(client: &Client, country: &str, note: &str) -> Self {
        let mut typed = Self {
            kind: client.kind,
            note: note.to_owned(),
            declined: client.declined.clone(),
            kept: client.kept.clone(),
            ..Self::default()
        };
        for field in Field::ALL {
            match field {
                Field::Country => typed.set(field, country),
                Field::Siren => typed.set(field, client.registration()),
                Field::Siret => {}
                _ => typed.set(field, client.text(field)),
            }
        }
        typed
    }

    /// What was typed into a field.
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// What was typed into a field, to type on.
    pub fn text_mut(&mut self, field: Field) -> &mut String {
        self.texts.entry(field).or_default()
    }

    /// Types a text into a field.
    pub fn set(&mut self, field: Field, text: &str) {
        if text.is_empty() {
            self.texts.remove(&field);
        } else {
            self.texts.insert(field, text.to_owned());
        }
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
        for field in Field::ALL {
            if self.text(field) == opened.text(field) {
                rebased.set(field, now.text(field));
            }
        }
        if self.kind == opened.kind {
            rebased.kind = now.kind;
        }
        if self.note == opened.note {
            rebased.note.clone_from(&now.note);
        }
        if self.declined == opened.declined {
            rebased.declined.clone_from(&now.declined);
        }
        if self.kept == opened.kept {
            rebased.kept.clone_from(&now.kept);
        }
        rebased
    }

    /// The client that was typed: `base` with everything that the form holds. `home` is the book's own country.
    pub fn parse(&self, base: &Client, home: &str) -> Result<Client, NameMissing> {
        let text = |field| clean(self.text(field));
        let country = country::parse(&text(Field::Country));
        let dialled_from = if country::is_code(&country) { country.as_str() } else { home };
        let (siren, siret) = identifier::split_registration(&text(Field::Siren));
        let mut client = Client {
            number: text(Field::Number),
            kind: self.kind,
            phone: Phone::parse(&text(Field::Phone), dialled_from),
            mobile: Phone::parse(&text(Field::Mobile), dialled_from),
            email: text(Field::Email),
            siren,
            siret,
            vat_number: text(Field::VatNumber),
            website: text(Field::Website),
            language: text(Field::Language),
            terms: text(Field::Terms),
            company: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            contact: Contact::default(),
            ..base.clone()
        };
        client.address = Address {
            street: text(Field::Street),
            street2: text(Field::Street2),
            postcode: text(Field::Postcode),
            city: text(Field::City),
            region: text(Field::Region),
            country,
        };
        match self.kind {
            ClientKind::Company => {
                client.company = text(Field::Company);
                client.contact = Contact {
                    first_name: text(Field::ContactFirstName),
                    last_name: text(Field::ContactLastName),
                    role: text(Field::ContactRole),
                    ..base.contact.clone()
                };
            }
            ClientKind::Individual => {
                client.first_name = text(Field::FirstName);
                client.last_name = text(Field::LastName);
            }
        }
        if client.name().is_empty() {
            return Err(NameMissing);
        }
        client.declined = self.declined.iter().copied().filter(|f| client.text(*f).is_empty()).collect();
        client.kept = self
            .kept
            .iter()
            .filter(|(field, value)| client.text(**field) == value.as_str())
            .map(|(field, value)| (*field, value.clone()))
            .collect();
        Ok(client)
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
        self.note.trim().is_empty()
            && self.declined.is_empty()
            && self.texts.iter().all(|(field, text)| *field == Field::Country || text.trim().is_empty())
    }
}

/// A value on one line: without outer spaces; line breaks, tabs and other control characters become one space.
pub fn clean(text: &str) -> String {
    if !text.chars().any(char::is_control) {
        return text.trim().to_owned();
    }
    let words: Vec<&str> =
        text.split(char::is_control).map(str::trim).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A text of several lines: line breaks as `\n`, no other control character but tab, no outer blank.
pub fn clean_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_value_loses_outer_spaces_and_line_breaks() {
        assert_eq!(clean("  \u{a0}Atelier\r\n Morel\t \n"), "Atelier Morel");
        assert_eq!(clean("a  b"), "a  b");
        assert_eq!(clean_lines(" a\r\nb\rc\0\n"), "a\nb\nc");
    }

    #[test]
    fn a_client_of_one_kind_keeps_nothing_of_the_other() {
        let mut typed = Typed::new(ClientKind::Company, "France");
        typed.set(Field::Company, " Asie ");
        typed.set(Field::ContactLastName, "Roulet");
        typed.set(Field::LastName, "Dupont");
        let company = typed.parse(&Client::default(), "FR").unwrap();
        assert_eq!((company.name().as_str(), company.last_name.as_str()), ("Asie", ""));
        assert_eq!(company.contact.name(), "Roulet");
        typed.kind = ClientKind::Individual;
        let person = typed.parse(&company, "FR").unwrap();
        assert_eq!((person.name().as_str(), person.company.as_str()), ("Dupont", ""));
        assert_eq!(person.contact.name(), "");
    }

    #[test]
    fn only_an_empty_name_stops() {
        let mut typed = Typed::new(ClientKind::Company, "");
        typed.set(Field::Company, "  ");
        typed.set(Field::Email, "nonsense");
        assert_eq!(typed.parse(&Client::default(), "FR"), Err(NameMissing));
        typed.kind = ClientKind::Individual;
        typed.set(Field::FirstName, "Camille");
        assert_eq!(typed.parse(&Client::default(), "FR").unwrap().name(), "Camille");
    }

    #[test]
    fn a_refusal_or_a_kept_typo_goes_with_its_value() {
        let mut typed = Typed::new(ClientKind::Company, "France");
        typed.set(Field::Company, "Asie");
        typed.set(Field::Email, "a@gmial.com");
        typed.declined.extend([Field::Phone, Field::Email]);
        typed.kept.insert(Field::Email, "a@gmial.com".into());
        let client = typed.parse(&Client::default(), "FR").unwrap();
        assert_eq!(client.declined, BTreeSet::from([Field::Phone]));
        assert_eq!(client.kept.len(), 1);
        typed.set(Field::Email, "b@gmial.com");
        assert!(typed.parse(&client, "FR").unwrap().kept.is_empty());
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
        assert_eq!(Typed::of(&client, "", "").parse(&client, "FR"), Ok(client));
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
                typed.kept.insert(Field::Email, "a".into());
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
        now.kept.insert(Field::Email, "a".into());
        let rebased = draft.rebased(&opened, &now);
        let texts = [Field::Company, Field::Phone, Field::City, Field::Country].map(|f| rebased.text(f));
        assert_eq!(texts, ["Asie SARL", "2", "", "Allemagne"]);
        assert_eq!((rebased.kind, rebased.note.as_str()), (ClientKind::Individual, "new"));
        assert_eq!((&rebased.declined, &rebased.kept), (&now.declined, &now.kept));
        // What was touched stays.
        (draft.note, opened.kind) = ("mine".into(), ClientKind::Individual);
        draft.decline(Field::Phone, true);
        draft.kept.insert(Field::Phone, "b".into());
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
}
