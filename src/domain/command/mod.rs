//! Every change of the books there can be: an enum of enums, one file a kind.
//!
//! A command is applied to a [`Store`] as a whole or not at all. It is never stored: the store keeps what it did.

mod belongings;
mod client;
mod note;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::belongings::{Belongings, NewConsent};
pub use self::client::{Change, ClientCommand, Import, NoteChange, Registration};
use super::client::ClientId;
use super::record::{Invalid, Moment, Record, Store};

/// A change of the books.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Of clients.
    Client(ClientCommand),
}

/// When a command is applied: the domain has no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The moment of recording.
    pub at: Moment,
    /// The day on the user's calendar.
    pub today: NaiveDate,
}

/// What a command did, by name: this is what the audit says was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A client was registered.
    RegisterClient,
    /// A client was changed.
    ChangeClient,
    /// Clients were archived.
    ArchiveClients,
    /// Clients were made active again.
    ReactivateClients,
    /// Clients were deleted.
    DeleteClients,
    /// Clients came from a file.
    ImportClients,
    /// Two clients were said not to be the same.
    DistinguishClients,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 7] = [
        Self::RegisterClient,
        Self::ChangeClient,
        Self::ArchiveClients,
        Self::ReactivateClients,
        Self::DeleteClients,
        Self::ImportClients,
        Self::DistinguishClients,
    ];

    /// The name in the catalogues.
    pub fn key(self) -> &'static str {
        match self {
            Self::RegisterClient => "register-client",
            Self::ChangeClient => "change-client",
            Self::ArchiveClients => "archive-clients",
            Self::ReactivateClients => "reactivate-clients",
            Self::DeleteClients => "delete-clients",
            Self::ImportClients => "import-clients",
            Self::DistinguishClients => "distinguish-clients",
        }
    }
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What it did.
    pub act: Act,
    /// The clients it did it to; for one just registered, its new id.
    pub clients: Vec<ClientId>,
}

/// Why a command was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The record was changed since it was looked at.
    #[error("the client was changed meanwhile: {0}")]
    ChangedMeanwhile(String),
    /// The record is no longer there.
    #[error("the client is no longer there")]
    Gone,
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

impl Command {
    /// Applies the command. After a failure the store's changes must be thrown away.
    pub fn apply<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        match self {
            Self::Client(command) => command.apply(store, stamp),
        }
    }
}

/// Keeps a record that obeys its own rules.
fn put<R: Record, S: Store>(store: &mut S, record: &R) -> Result<(), Failure<S::Error>> {
    record.validate().map_err(Refused::Invalid)?;
    store.put(record).map_err(Failure::Store)
}
