//! What a store must offer: four verbs over records. No method is named after a use case.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::field::Field;

/// A moment: milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// The one list of the kinds of record, handed to the macro that is named: here it makes [`Kind`], in the store what holds
/// a record of any kind. A row says what the kind is, by what type it goes and in which module of the domain that stands,
/// its number, what an undo does with it, and its name in the catalogues.
macro_rules! each_kind {
    ($made:ident) => {
        $made! {
            /// A client.
            Client, client, 1, Undoable, "client";
            /// A note.
            Note, note, 2, Undoable, "note";
            /// Two clients who are not the same.
            Distinct, duplicate, 3, Undoable, "pair";
            /// The last ids and numbers given.
            Sequences, numbering, 4, LeftAlone, "sequences";
            /// A category.
            Category, category, 5, Undoable, "category";
            /// A custom field.
            CustomField, custom_field, 6, Undoable, "field";
            /// An answer to a question of consent.
            Consent, consent, 7, AppendOnly, "consent";
            /// A file.
            Attachment, attachment, 8, Undoable, "attachment";
            /// How clients are kept.
            Policy, policy, 9, Undoable, "policy";
        }
    };
}

pub(crate) use each_kind;

/// Writes [`Kind`] with what is said of each kind.
macro_rules! kinds {
    ($($(#[$doc:meta])+ $kind:ident, $module:ident, $code:literal, $undoing:ident, $key:literal;)+) => {
        /// The kinds of record. The number is part of the file format and never used for another kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Kind {
            $($(#[$doc])+ $kind,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$kind),+];

            /// The number that stands for the kind in keys.
            pub fn code(self) -> u8 {
                match self {
                    $(Self::$kind => $code,)+
                }
            }

            /// What an undo does with records of this kind.
            pub fn undoing(self) -> Undoing {
                match self {
                    $(Self::$kind => Undoing::$undoing,)+
                }
            }

            /// The name by which messages tell the kinds apart.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$kind => $key,)+
                }
            }
        }
    };
}

each_kind!(kinds);

impl Kind {
    /// The first and the last in their order.
    pub const FIRST: Self = {
        let [first, ..] = Self::ALL;
        first
    };
    /// See [`Self::FIRST`].
    pub const LAST: Self = {
        let [.., last] = Self::ALL;
        last
    };

    /// The kind that a number stands for.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
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

/// Something the books keep under an id.
pub trait Record: Clone + PartialEq + Serialize + DeserializeOwned {
    /// Its kind.
    const KIND: Kind;

    /// Its id, unique in its kind.
    fn id(&self) -> u64;

    /// The records that it refers to, whom it belongs to first.
    fn references(&self) -> Vec<(Kind, u64)> {
        Vec::new()
    }

    /// Leaves out what is gone of the records that it refers to, where it can do without.
    fn leave_out(&mut self, _gone: &[(Kind, u64)]) {}

    /// What it is called; a record that has no name of its own is called after the first that it refers to.
    fn called(&self) -> Option<Cow<'_, str>> {
        None
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_keeps_its_number_for_ever() {
        use Kind::*;
        let kinds = [Client, Note, Distinct, Sequences, Category, CustomField, Consent, Attachment, Policy];
        let codes = (1..).zip(kinds).map(|(code, kind)| (code, kind.code(), Kind::from_code(code)));
        for (code, its, back) in codes {
            assert_eq!((its, back.map(Kind::code)), (code, Some(code)));
        }
        assert_eq!(Kind::ALL, kinds);
        assert_eq!([Kind::from_code(0), Kind::from_code(10)], [None, None]);
    }
}
