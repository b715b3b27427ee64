//! `check`: every rule over the whole book, as a list of named rules.
//!
//! A record's own rules are [`Record::validate`](super::record::Record::validate); here stands what holds between
//! records. A new rule is a line in [`RULES`].

use std::collections::{BTreeMap, BTreeSet};

use super::attachment::Attachment;
use super::category::Category;
use super::client::Client;
use super::consent::Consent;
use super::custom_field::CustomField;
use super::duplicate::Distinct;
use super::label;
use super::note::Note;
use super::numbering::{Sequence, Sequences};
use super::record::Kind;

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule, for ever.
    pub rule: &'static str,
    /// The kind of the record, if it is about one.
    pub kind: Option<Kind>,
    /// Its id; for the audit the number of the entry; otherwise 0.
    pub id: u64,
    /// What was found, for whoever repairs it. English, no value of a client's but numbers.
    pub detail: String,
}

/// Every record of a book, by id.
#[derive(Clone, Debug, Default)]
pub struct Books {
    /// Clients.
    pub clients: BTreeMap<u64, Client>,
    /// Notes.
    pub notes: BTreeMap<u64, Note>,
    /// Clients who are not the same.
    pub distinct: BTreeMap<u64, Distinct>,
    /// Categories.
    pub categories: BTreeMap<u64, Category>,
    /// Custom fields.
    pub fields: BTreeMap<u64, CustomField>,
    /// Answers to questions of consent.
    pub consents: BTreeMap<u64, Consent>,
    /// Files.
    pub attachments: BTreeMap<u64, Attachment>,
    /// The last ids and numbers given.
    pub sequences: Sequences,
}

/// A rule, by name.
pub type Rule = (&'static str, fn(&Books, &mut Findings));

/// Every rule.
pub const RULES: [Rule; 13] = [
    ("note-has-client", note_has_client),
    ("pair-has-clients", pair_has_clients),
    ("pair-once", pair_once),
    ("number-once", number_once),
    ("client-has-categories", client_has_categories),
    ("client-has-fields", client_has_fields),
    ("consent-has-client", consent_has_client),
    ("consent-has-evidence", consent_has_evidence),
    ("attachment-has-client", attachment_has_client),
    ("attachment-has-note", attachment_has_note),
    ("category-once", category_once),
    ("custom-field-once", custom_field_once),
    ("sequences-ahead", sequences_ahead),
];

/// What a rule found.
#[derive(Debug)]
pub struct Findings {
    rule: &'static str,
    found: Vec<Finding>,
}

impl Findings {
    fn add(&mut self, kind: Kind, id: u64, detail: impl Into<String>) {
        self.found.push(Finding { rule: self.rule, kind: Some(kind), id, detail: detail.into() });
    }
}

/// Holds a book to every rule.
pub fn check(books: &Books) -> Vec<Finding> {
    let mut findings = Findings { rule: "", found: Vec::new() };
    for (name, rule) in RULES {
        findings.rule = name;
        rule(books, &mut findings);
    }
    findings.found
}

fn note_has_client(books: &Books, findings: &mut Findings) {
    for note in books.notes.values() {
        if !books.clients.contains_key(&note.client.0) {
            findings.add(Kind::Note, note.id, format!("client {} is not there", note.client.0));
        }
    }
}

fn pair_has_clients(books: &Books, findings: &mut Findings) {
    for pair in books.distinct.values() {
        for client in [pair.one, pair.other] {
            if !books.clients.contains_key(&client.0) {
                findings.add(Kind::Distinct, pair.id, format!("client {} is not there", client.0));
            }
        }
    }
}

fn pair_once(books: &Books, findings: &mut Findings) {
    let mut seen = BTreeSet::new();
    for pair in books.distinct.values() {
        if !seen.insert((pair.one.min(pair.other), pair.one.max(pair.other))) {
            findings.add(Kind::Distinct, pair.id, "the pair is there twice");
        }
    }
}

fn number_once(books: &Books, findings: &mut Findings) {
    let mut holders = BTreeMap::new();
    for client in books.clients.values() {
        if let Some(holder) = holders.insert(client.number.as_str(), client.id) {
            findings.add(Kind::Client, client.id.0, format!("client {} has the same number", holder.0));
        }
    }
}

fn client_has_categories(books: &Books, findings: &mut Findings) {
    for client in books.clients.values() {
        for id in client.categories.iter().filter(|id| !books.categories.contains_key(id)) {
            findings.add(Kind::Client, client.id.0, format!("category {id} is not there"));
        }
    }
}

fn client_has_fields(books: &Books, findings: &mut Findings) {
    for client in books.clients.values() {
        for id in client.custom.keys().filter(|id| !books.fields.contains_key(id)) {
            findings.add(Kind::Client, client.id.0, format!("custom field {id} is not there"));
        }
    }
}

fn consent_has_client(books: &Books, findings: &mut Findings) {
    for consent in books.consents.values() {
        if !books.clients.contains_key(&consent.client.0) {
            findings.add(Kind::Consent, consent.id, format!("client {} is not there", consent.client.0));
        }
    }
}

/// What proves an answer is a file of whoever gave it.
fn consent_has_evidence(books: &Books, findings: &mut Findings) {
    for consent in books.consents.values() {
        let Some(id) = consent.evidence else { continue };
        if books.attachments.get(&id).is_none_or(|file| file.client != consent.client) {
            findings.add(Kind::Consent, consent.id, format!("attachment {id} is none of the client's"));
        }
    }
}

fn attachment_has_client(books: &Books, findings: &mut Findings) {
    for file in books.attachments.values() {
        if !books.clients.contains_key(&file.client.0) {
            findings.add(Kind::Attachment, file.id, format!("client {} is not there", file.client.0));
        }
    }
}

/// A file that was dropped on a note is a file of whom the note is about.
fn attachment_has_note(books: &Books, findings: &mut Findings) {
    for file in books.attachments.values() {
        let Some(id) = file.note else { continue };
        if books.notes.get(&id).is_none_or(|note| note.client != file.client) {
            findings.add(Kind::Attachment, file.id, format!("note {id} is none of the client's"));
        }
    }
}

fn category_once(books: &Books, findings: &mut Findings) {
    let mut holders = BTreeMap::new();
    for category in books.categories.values() {
        if let Some(holder) = holders.insert(label::key(&category.name), category.id) {
            findings.add(Kind::Category, category.id, format!("category {holder} has the same name"));
        }
    }
}

fn custom_field_once(books: &Books, findings: &mut Findings) {
    let mut holders = BTreeMap::new();
    for field in books.fields.values() {
        if let Some(holder) = holders.insert(label::key(&field.name), field.id) {
            findings.add(Kind::CustomField, field.id, format!("custom field {holder} has the same name"));
        }
    }
}

/// Ids and numbers are never given again: what is there was given before.
fn sequences_ahead(books: &Books, findings: &mut Findings) {
    let mut behind = |sequence, kind, id, value: u64| {
        if value > books.sequences.last(sequence) {
            findings.add(kind, id, format!("{value} is ahead of {sequence:?}"));
        }
    };
    for client in books.clients.values() {
        behind(Sequence::ClientId, Kind::Client, client.id.0, client.id.0);
        if client.number.len() <= 15
            && let Ok(value) = client.number.parse()
        {
            behind(Sequence::ClientNumber, Kind::Client, client.id.0, value);
        }
    }
    for id in books.notes.keys() {
        behind(Sequence::NoteId, Kind::Note, *id, *id);
    }
    for id in books.distinct.keys() {
        behind(Sequence::DistinctId, Kind::Distinct, *id, *id);
    }
    for id in books.categories.keys() {
        behind(Sequence::CategoryId, Kind::Category, *id, *id);
    }
    for id in books.fields.keys() {
        behind(Sequence::CustomFieldId, Kind::CustomField, *id, *id);
    }
    for id in books.consents.keys() {
        behind(Sequence::ConsentId, Kind::Consent, *id, *id);
    }
    for id in books.attachments.keys() {
        behind(Sequence::AttachmentId, Kind::Attachment, *id, *id);
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::attachment::Sha256;
    use super::super::client::ClientId;
    use super::super::consent::{Answer, Channel, Method, Purpose, Wording};
    use super::super::note::NoteKind;
    use super::super::record::Moment;
    use super::*;

    /// Two clients, a note and a pair; a category and a custom field that the first has; a signed answer of it and a file
    /// on its note. All as it must be.
    fn sound() -> Books {
        let mut books = Books::default();
        for id in [1, 2] {
            let client = Client {
                id: ClientId(books.sequences.next(Sequence::ClientId)),
                number: format!("{:04}", books.sequences.next(Sequence::ClientNumber)),
                ..Client::default()
            };
            books.clients.insert(id, client);
        }
        let note = Note {
            id: books.sequences.next(Sequence::NoteId),
            client: ClientId(1),
            date: NaiveDate::default(),
            kind: NoteKind::Note,
            text: "text".into(),
            pinned: false,
            remind: None,
        };
        books.notes.insert(1, note);
        let pair =
            Distinct { id: books.sequences.next(Sequence::DistinctId), one: ClientId(1), other: ClientId(2) };
        books.distinct.insert(1, pair);
        let category = Category {
            id: books.sequences.next(Sequence::CategoryId),
            name: "Gros".into(),
            ..Category::default()
        };
        books.categories.insert(1, category);
        let id = books.sequences.next(Sequence::CustomFieldId);
        books.fields.insert(1, CustomField { id, name: "Niveau".into(), ..CustomField::default() });
        let first = books.clients.get_mut(&1).unwrap();
        first.categories.push(1);
        first.custom.insert(1, "Or".into());
        for (id, note) in [(1, None), (2, Some(1))] {
            books.attachments.insert(id, file(&mut books.sequences, note));
        }
        let consent = Consent {
            id: books.sequences.next(Sequence::ConsentId),
            client: ClientId(1),
            purpose: Purpose::Offers,
            channels: [Channel::Email].into(),
            answer: Answer::Given,
            day: NaiveDate::default(),
            at: Moment(0),
            method: Method::Paper,
            wording: Wording { language: "fr".into(), words: "Une offre ?".into() },
            evidence: Some(1),
        };
        books.consents.insert(1, consent);
        books
    }

    fn file(sequences: &mut Sequences, note: Option<u64>) -> Attachment {
        Attachment {
            id: sequences.next(Sequence::AttachmentId),
            client: ClientId(1),
            note,
            name: "contrat.pdf".into(),
            size: 7,
            sha256: Sha256("0a".repeat(32)),
            added: Moment(0),
        }
    }

    fn found(books: &Books) -> Vec<(&'static str, Kind, u64)> {
        check(books).into_iter().map(|one| (one.rule, one.kind.unwrap(), one.id)).collect()
    }

    #[test]
    fn a_sound_book_has_no_findings() {
        assert_eq!(found(&sound()), []);
        assert_eq!(found(&Books::default()), []);
    }

    #[test]
    fn what_belongs_to_nobody_is_named() {
        let mut books = sound();
        books.clients.remove(&1);
        assert_eq!(
            found(&books),
            [
                ("note-has-client", Kind::Note, 1),
                ("pair-has-clients", Kind::Distinct, 1),
                ("consent-has-client", Kind::Consent, 1),
                ("attachment-has-client", Kind::Attachment, 1),
                ("attachment-has-client", Kind::Attachment, 2),
            ]
        );
        let mut books = sound();
        books.clients.remove(&2);
        assert_eq!(found(&books), [("pair-has-clients", Kind::Distinct, 1)]);
    }

    #[test]
    fn a_pair_counts_once_either_way_round() {
        let mut books = sound();
        let id = books.sequences.next(Sequence::DistinctId);
        books.distinct.insert(id, Distinct { id, one: ClientId(2), other: ClientId(1) });
        assert_eq!(found(&books), [("pair-once", Kind::Distinct, 2)]);
    }

    #[test]
    fn two_clients_with_one_number_are_named() {
        let mut books = sound();
        books.clients.get_mut(&2).unwrap().number = "0001".into();
        assert_eq!(found(&books), [("number-once", Kind::Client, 2)]);
    }

    #[test]
    fn a_client_has_only_what_there_is() {
        let mut books = sound();
        books.clients.get_mut(&2).unwrap().categories = vec![1, 2];
        books.clients.get_mut(&2).unwrap().custom.insert(2, "Or".into());
        let expected = [("client-has-categories", Kind::Client, 2), ("client-has-fields", Kind::Client, 2)];
        assert_eq!(found(&books), expected);
        books.categories.clear();
        books.fields.clear();
        let lacking = found(&books).into_iter().map(|one| (one.0, one.2)).collect::<Vec<_>>();
        let [category, field] = ["client-has-categories", "client-has-fields"];
        assert_eq!(lacking, [(category, 1), (category, 2), (category, 2), (field, 1), (field, 2)]);
    }

    #[test]
    fn what_proves_an_answer_is_there_and_of_whoever_gave_it() {
        let expected = [("consent-has-evidence", Kind::Consent, 1)];
        let mut books = sound();
        books.attachments.remove(&1);
        assert_eq!(found(&books), expected);
        let mut books = sound();
        books.attachments.get_mut(&1).unwrap().client = ClientId(2);
        assert_eq!(found(&books), expected);
        books.consents.get_mut(&1).unwrap().evidence = None;
        assert_eq!(found(&books), []);
    }

    #[test]
    fn a_file_on_a_note_belongs_to_whom_the_note_is_about() {
        let expected = [("attachment-has-note", Kind::Attachment, 2)];
        let mut books = sound();
        books.notes.clear();
        assert_eq!(found(&books), expected);
        let mut books = sound();
        books.notes.get_mut(&1).unwrap().client = ClientId(2);
        assert_eq!(found(&books), expected);
    }

    #[test]
    fn names_are_there_once_as_they_are_compared() {
        let mut books = sound();
        let id = books.sequences.next(Sequence::CategoryId);
        books.categories.insert(id, Category { id, name: "GROS ".into(), ..Category::default() });
        let id = books.sequences.next(Sequence::CustomFieldId);
        books.fields.insert(id, CustomField { id, name: "niveau".into(), ..CustomField::default() });
        let expected = [("category-once", Kind::Category, 2), ("custom-field-once", Kind::CustomField, 2)];
        assert_eq!(found(&books), expected);
        books.categories.get_mut(&2).unwrap().name = "Niveau".into();
        books.fields.get_mut(&2).unwrap().name = "Gros".into();
        assert_eq!(found(&books), []);
    }

    #[test]
    fn an_id_or_number_that_would_be_given_again_is_named() {
        let mut books = sound();
        books.clients.get_mut(&2).unwrap().number = "3".into();
        assert_eq!(found(&books), [("sequences-ahead", Kind::Client, 2)]);
        books.clients.get_mut(&2).unwrap().number = "9".repeat(15);
        assert_eq!(found(&books), [("sequences-ahead", Kind::Client, 2)]);
        books.clients.get_mut(&2).unwrap().number = "9".repeat(16);
        assert_eq!(found(&books), []);
        books.sequences = Sequences::default();
        books.clients.retain(|id, _| *id == 1);
        books.distinct.clear();
        assert_eq!(
            found(&books),
            [
                ("sequences-ahead", Kind::Client, 1),
                ("sequences-ahead", Kind::Client, 1),
                ("sequences-ahead", Kind::Note, 1),
                ("sequences-ahead", Kind::Category, 1),
                ("sequences-ahead", Kind::CustomField, 1),
                ("sequences-ahead", Kind::Consent, 1),
                ("sequences-ahead", Kind::Attachment, 1),
                ("sequences-ahead", Kind::Attachment, 2),
            ]
        );
        let mut books = sound();
        let pair = books.distinct.remove(&1).unwrap();
        books.distinct.insert(2, Distinct { id: 2, ..pair });
        assert_eq!(found(&books), [("sequences-ahead", Kind::Distinct, 2)]);
    }
}
