//! What a store must offer: four verbs over records. No method is named after a use case.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::field::Field;

/// A moment: milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// The kinds of record. The number is part of the file format and never used for another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// [`super::client::Client`]
    Client,
    /// [`super::note::Note`]
    Note,
    /// [`super::duplicate::Distinct`]
    Distinct,
    /// [`super::numbering::Sequences`]
    Sequences,
    /// [`super::category::Category`]
    Category,
    /// [`super::custom_field::CustomField`]
    CustomField,
    /// [`super::consent::Consent`]
    Consent,
    /// [`super::attachment::Attachment`]
    Attachment,
    /// [`super::policy::Policy`]
    Policy,
}

/// Whether a change of a record can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undoing {
    /// The value before is put back.
    Undoable,
    /// Left as it is by an undo: ids and numbers are never used again.
    LeftAlone,
    /// Only ever added to: an undo takes it away together with the client it belongs to, and otherwise leaves it.
    AppendOnly,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Client,
        Self::Note,
        Self::Distinct,
        Self::Sequences,
        Self::Category,
        Self::CustomField,
        Self::Consent,
        Self::Attachment,
        Self::Policy,
    ];

    /// The first and the last in their order.
    pub const FIRST: Self = Self::Client;
    /// See [`Self::FIRST`].
    pub const LAST: Self = Self::Policy;

    /// The number that stands for the kind in keys.
    pub fn code(self) -> u8 {
        match self {
            Self::Client => 1,
            Self::Note => 2,
            Self::Distinct => 3,
            Self::Sequences => 4,
            Self::Category => 5,
            Self::CustomField => 6,
            Self::Consent => 7,
            Self::Attachment => 8,
            Self::Policy => 9,
        }
    }

    /// The kind that a number stands for.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What an undo does with records of this kind.
    pub fn undoing(self) -> Undoing {
        match self {
            Self::Client
            | Self::Note
            | Self::Distinct
            | Self::Category
            | Self::CustomField
            | Self::Attachment
            | Self::Policy => Undoing::Undoable,
            Self::Consent => Undoing::AppendOnly,
            Self::Sequences => Undoing::LeftAlone,
        }
    }
}

/// Something the books keep under an id.
pub trait Record: Clone + PartialEq + Serialize + DeserializeOwned {
    /// Its kind.
    const KIND: Kind;

    /// Its id, unique in its kind.
    fn id(&self) -> u64;

    /// The records that it cannot do without.
    fn references(&self) -> Vec<(Kind, u64)> {
        Vec::new()
    }

    /// A text that no other record of its kind may have, as it is compared.
    fn unique(&self) -> Option<Cow<'_, str>> {
        None
    }

    /// The rules that hold for the record by itself. Decoding is not validation: a store calls this after every decode.
    fn validate(&self) -> Result<(), Invalid>;
}

/// A record that breaks its own rules.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// A record without id cannot be kept.
    #[error("no id")]
    NoId,
    /// A value that must be there is not.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// Longer than [`Field::LONGEST`] or [`Invalid::LONGEST_TEXT`] characters.
    #[error("{0} is too long")]
    TooLong(&'static str),
    /// A control character, or a line break where only one line can be.
    #[error("{0} holds a control character")]
    ControlCharacter(&'static str),
    /// A number or date outside its range.
    #[error("{0} is out of range")]
    OutOfRange(&'static str),
}

impl Invalid {
    /// The most characters of a text of several lines.
    pub const LONGEST_TEXT: usize = 1_000_000;

    /// One line: not too long, no control character.
    pub fn check_line(name: &'static str, value: &str) -> Result<(), Self> {
        if value.len() > Field::LONGEST && value.chars().count() > Field::LONGEST {
            Err(Self::TooLong(name))
        } else if value.chars().any(char::is_control) {
            Err(Self::ControlCharacter(name))
        } else {
            Ok(())
        }
    }

    /// A name that something goes by: not empty, on one line, at most so many characters.
    pub fn check_name(name: &'static str, value: &str, longest: usize) -> Result<(), Self> {
        if value.trim().is_empty() {
            Err(Self::Empty(name))
        } else if value.chars().count() > longest {
            Err(Self::TooLong(name))
        } else {
            Self::check_line(name, value)
        }
    }

    /// Several lines: not too long, no control character but line break and tab.
    pub fn check_text(name: &'static str, value: &str) -> Result<(), Self> {
        if value.len() > Self::LONGEST_TEXT && value.chars().count() > Self::LONGEST_TEXT {
            Err(Self::TooLong(name))
        } else if value.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            Err(Self::ControlCharacter(name))
        } else {
            Ok(())
        }
    }
}

/// Which records of a kind to scan.
#[derive(Clone, Copy, Debug)]
pub enum Scan<'a> {
    /// All, by id.
    All,
    /// Those that refer to this record, by id.
    Referring(Kind, u64),
    /// The one whose [`Record::unique`] text is this.
    Named(&'a str),
}

/// The port to a store: a set of records that is changed as a whole or not at all.
pub trait Store {
    /// What can go wrong with the medium.
    type Error;

    /// The record with this id.
    fn get<R: Record>(&self, id: u64) -> Result<Option<R>, Self::Error>;

    /// Adds the record or replaces the one with its id.
    fn put<R: Record>(&mut self, record: &R) -> Result<(), Self::Error>;

    /// Removes the record with this id; nothing happens if there is none.
    fn remove<R: Record>(&mut self, id: u64) -> Result<(), Self::Error>;

    /// Hands over each of the chosen records.
    fn scan<R: Record>(&self, which: Scan<'_>, each: impl FnMut(R)) -> Result<(), Self::Error>;
}
