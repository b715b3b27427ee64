//! Ids and numbers: each is given once and never again, also when what had it was deleted or its adding undone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::{Invalid, Kind, Record, Store};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sequence {
    /// Ids of clients.
    ClientId,
    /// Numbers of clients.
    ClientNumber,
    /// Ids of notes.
    NoteId,
    /// Ids of "not the same" pairs.
    DistinctId,
    /// Ids of categories.
    CategoryId,
    /// Ids of custom fields.
    CustomFieldId,
    /// Ids of consents.
    ConsentId,
    /// Ids of attachments.
    AttachmentId,
}

/// The last value given of each sequence: the one record of its kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sequences {
    last: BTreeMap<Sequence, u64>,
}

impl Sequences {
    /// Its id: there is one.
    pub const ID: u64 = 1;

    /// Reads the sequences of a store; a new book has none yet.
    pub fn read<S: Store>(store: &S) -> Result<Self, S::Error> {
        Ok(store.get(Self::ID)?.unwrap_or_default())
    }

    /// The next value of a sequence.
    pub fn next(&mut self, sequence: Sequence) -> u64 {
        let last = self.last.entry(sequence).or_default();
        *last = last.saturating_add(1);
        *last
    }

    /// The last value given; 0 if none was.
    pub fn last(&self, sequence: Sequence) -> u64 {
        self.last.get(&sequence).copied().unwrap_or_default()
    }

    /// Takes note of a number that was given from outside, so that it is not given again.
    pub fn passed(&mut self, sequence: Sequence, value: u64) {
        let last = self.last.entry(sequence).or_default();
        *last = value.max(*last);
    }
}

impl Record for Sequences {
    const KIND: Kind = Kind::Sequences;

    fn id(&self) -> u64 {
        Self::ID
    }

    fn validate(&self) -> Result<(), Invalid> {
        // A sequence at its end could not give another value.
        if self.last.values().any(|last| *last == u64::MAX) {
            return Err(Invalid::OutOfRange("sequences"));
        }
        Ok(())
    }
}

/// A client number as given by the book: at least four digits.
pub fn client_number(value: u64) -> String {
    format!("{value:04}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_from_outside_is_not_given_again() {
        let mut sequences = Sequences::default();
        assert_eq!(client_number(sequences.next(Sequence::ClientNumber)), "0001");
        sequences.passed(Sequence::ClientNumber, 41);
        sequences.passed(Sequence::ClientNumber, 7);
        assert_eq!(client_number(sequences.next(Sequence::ClientNumber)), "0042");
        assert_eq!(sequences.next(Sequence::NoteId), 1);
    }
}
