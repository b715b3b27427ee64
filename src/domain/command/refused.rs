//! Why a command did not succeed: the trade says no, or the store could not.

use crate::domain::record::{Invalid, Kind};

/// Why a command was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The record was changed since it was looked at.
    #[error("the client was changed meanwhile: {0}")]
    ChangedMeanwhile(String),
    /// The record is no longer there.
    #[error("the client is no longer there")]
    Gone,
    /// A record other than a client was changed since it was looked at.
    #[error("the {0:?} was changed meanwhile")]
    RecordChanged(Kind),
    /// A record other than a client is no longer there.
    #[error("the {0:?} is no longer there")]
    RecordGone(Kind),
    /// Another category or custom field has this name.
    #[error("there is a {kind:?} {name} already")]
    NameTaken {
        /// Category or custom field.
        kind: Kind,
        /// The name asked for.
        name: String,
    },
    /// An attachment proves a consent, and stays as long as that does; its name.
    #[error("{0} proves a consent")]
    Evidence(String),
    /// Another client has this number.
    #[error("number {number} is that of {holder}")]
    NumberTaken {
        /// The number asked for.
        number: String,
        /// The name of the client who has it.
        holder: String,
    },
    /// A value breaks a rule of its own.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// It would change nothing.
    #[error("there is nothing to do")]
    NothingToDo,
}

/// Why a command did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum Failure<E> {
    /// The trade says no.
    #[error(transparent)]
    Refused(Refused),
    /// The store could not.
    #[error(transparent)]
    Store(E),
}

impl<E> From<Refused> for Failure<E> {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}
