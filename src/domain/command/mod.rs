//! Every change of the books there can be: an enum of enums, one file a kind.
//!
//! A command is applied to a [`Store`] as a whole or not at all. It is never stored: the store keeps what it did.

mod act;
mod attachment;
mod belongings;
mod category;
mod client;
mod consent;
mod custom_field;
mod note;
mod policy;
mod refused;

use chrono::NaiveDate;

pub use self::act::Act;
pub use self::attachment::AttachmentCommand;
pub use self::belongings::Belongings;
pub use self::category::CategoryCommand;
pub use self::client::{Change, ClientCommand, Import, NoteChange, Registration};
pub use self::consent::{ConsentCommand, NewConsent};
pub use self::custom_field::CustomFieldCommand;
pub use self::note::{NewNote, NoteCommand};
pub use self::policy::PolicyCommand;
pub use self::refused::{Failure, Refused};
use super::client::{Client, ClientId};
use super::numbering::Sequences;
use super::record::{Kind, Moment, Record, Scan, Store};

/// A change of the books.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Of clients.
    Client(ClientCommand),
    /// Of categories.
    Category(CategoryCommand),
    /// Of custom fields.
    CustomField(CustomFieldCommand),
    /// Of notes.
    Note(NoteCommand),
    /// Of what clients consent to.
    Consent(ConsentCommand),
    /// Of attachments.
    Attachment(AttachmentCommand),
    /// Of how clients are kept.
    Policy(PolicyCommand),
}

/// When a command is applied: the domain has no clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The moment of recording.
    pub at: Moment,
    /// The day on the user's calendar.
    pub today: NaiveDate,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What it did.
    pub act: Act,
    /// The clients it did it to; for one just registered, its new id.
    pub clients: Vec<ClientId>,
}

impl Command {
    /// Applies the command. After a failure the store's changes must be thrown away.
    pub fn apply<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        match self {
            Self::Client(command) => command.apply(store, stamp),
            Self::Category(command) => command.apply(store, stamp),
            Self::CustomField(command) => command.apply(store, stamp),
            Self::Note(command) => command.apply(store, stamp),
            Self::Consent(command) => command.apply(store, stamp),
            Self::Attachment(command) => command.apply(store, stamp),
            Self::Policy(command) => command.apply(store, stamp),
        }
    }
}

impl Command {
    /// How many clients come in with it, or 1: by this one can tell how long it will take.
    pub fn size(&self) -> usize {
        match self {
            Self::Client(ClientCommand::Import(import)) => import.clients(),
            _ => 1,
        }
    }
}

/// Keeps a record that obeys its own rules.
fn put<R: Record, S: Store>(store: &mut S, record: &R) -> Result<(), Failure<S::Error>> {
    record.validate().map_err(Refused::Invalid)?;
    store.put(record).map_err(Failure::Store)
}

/// Does work that gives ids or numbers, and keeps which were given.
fn counting<S: Store, T>(
    store: &mut S,
    work: impl FnOnce(&mut S, &mut Sequences) -> Result<T, Failure<S::Error>>,
) -> Result<T, Failure<S::Error>> {
    let mut counted = Sequences::read(store).map_err(Failure::Store)?;
    let last = counted.clone();
    let done = work(store, &mut counted)?;
    if counted != last {
        put(store, &counted)?;
    }
    Ok(done)
}

/// A record other than a client must still be as it was looked at.
fn unchanged<R: Record, S: Store>(store: &S, before: &R) -> Result<(), Failure<S::Error>> {
    match store.get::<R>(before.id()).map_err(Failure::Store)? {
        None => Err(Refused::RecordGone(R::KIND).into()),
        Some(now) if now != *before => Err(Refused::RecordChanged(R::KIND).into()),
        Some(_) => Ok(()),
    }
}

/// Who is written of must be there.
fn client_is_there<S: Store>(store: &S, client: ClientId) -> Result<(), Failure<S::Error>> {
    match store.get::<Client>(client.0).map_err(Failure::Store)? {
        Some(_) => Ok(()),
        None => Err(Refused::Gone.into()),
    }
}

/// The id of the record that has the unique text of this one, itself set aside.
fn holder<R: Record, S: Store>(store: &S, record: &R) -> Result<Option<u64>, Failure<S::Error>> {
    let Some(unique) = record.unique() else { return Ok(None) };
    let mut holder = None;
    store
        .scan(Scan::Named(&unique), |other: R| holder = Some(other.id()).filter(|id| *id != record.id()))
        .map_err(Failure::Store)?;
    Ok(holder)
}

/// No other record of the kind may have the name of this one.
fn name_is_free<R: Record, S: Store>(store: &S, record: &R, name: &str) -> Result<(), Failure<S::Error>> {
    match holder(store, record)? {
        Some(_) => Err(Refused::NameTaken { kind: R::KIND, name: name.to_owned() }.into()),
        None => Ok(()),
    }
}

/// The clients that refer to a record.
fn referring<S: Store>(store: &S, kind: Kind, id: u64) -> Result<Vec<ClientId>, Failure<S::Error>> {
    let mut ids = Vec::new();
    store.scan(Scan::Referring(kind, id), |client: Client| ids.push(client.id)).map_err(Failure::Store)?;
    Ok(ids)
}

/// Changes clients; those that are other than they were.
fn change_clients<S: Store>(
    store: &mut S,
    ids: &[ClientId],
    stamp: Stamp,
    change: impl Fn(&mut Client),
) -> Result<Vec<ClientId>, Failure<S::Error>> {
    let mut changed = Vec::new();
    for id in ids {
        let before = store.get::<Client>(id.0).map_err(Failure::Store)?.ok_or(Refused::Gone)?;
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            put(store, &Client { updated: stamp.at, ..after })?;
            changed.push(*id);
        }
    }
    Ok(changed)
}
