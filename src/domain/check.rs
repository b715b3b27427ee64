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
pub const RULES: [Rule; 5] = [
    ("note-has-client", note_has_client),
    ("pair-has-clients", pair_has_clients),
    ("pair-once", pair_once),
    ("number-once", number_once),
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
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::client::ClientId;
    use super::super::note::NoteKind;
    use super::*;

    /// Two clients, a note and a pair, all as it must be.
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
        books
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
            [("note-has-client", Kind::Note, 1), ("pair-has-clients", Kind::Distinct, 1)]
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
                ("sequences-ahead", Kind::Note, 1)
            ]
        );
        let mut books = sound();
        let pair = books.distinct.remove(&1).unwrap();
        books.distinct.insert(2, Distinct { id: 2, ..pair });
        assert_eq!(found(&books), [("sequences-ahead", Kind::Distinct, 2)]);
    }
}
