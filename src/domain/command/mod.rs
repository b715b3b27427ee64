//! Every change of the books there can be: an enum of enums, one file a kind.
//!
//! A command is applied to a [`Store`] as a whole or not at all. It is never stored: the store keeps what it did.

mod attachment;
mod belongings;
mod category;
mod client;
mod consent;
mod custom_field;
mod note;
mod policy;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::attachment::AttachmentCommand;
pub use self::belongings::{Belongings, NewConsent};
pub use self::category::CategoryCommand;
pub use self::client::{Change, ClientCommand, Import, NoteChange, Registration};
pub use self::consent::ConsentCommand;
pub use self::custom_field::CustomFieldCommand;
pub use self::note::{NewNote, NoteCommand};
pub use self::policy::PolicyCommand;
use super::client::{Client, ClientId};
use super::numbering::Sequences;
use super::record::{Invalid, Kind, Moment, Record, Scan, Store};

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
    /// A category was made.
    CreateCategory,
    /// A category has another name or colour.
    ChangeCategory,
    /// The clients of one category were put into another.
    MergeCategories,
    /// A category was deleted.
    DeleteCategory,
    /// Clients were put into a category.
    AssignCategory,
    /// Clients were taken out of a category.
    UnassignCategory,
    /// A custom field was made.
    CreateCustomField,
    /// A custom field was changed.
    ChangeCustomField,
    /// Custom fields were put in another order.
    ArrangeCustomFields,
    /// A custom field was deleted with what it held.
    DeleteCustomField,
    /// A note was added.
    AddNote,
    /// A note was changed.
    ChangeNote,
    /// A note was deleted.
    DeleteNote,
    /// An answer to a question of consent was recorded.
    RecordConsent,
    /// Files were attached.
    AttachFiles,
    /// An attachment has another name.
    RenameAttachment,
    /// An attachment was deleted.
    DeleteAttachment,
    /// How clients are kept was changed.
    ChangePolicy,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 25] = [
        Self::RegisterClient,
        Self::ChangeClient,
        Self::ArchiveClients,
        Self::ReactivateClients,
        Self::DeleteClients,
        Self::ImportClients,
        Self::DistinguishClients,
        Self::CreateCategory,
        Self::ChangeCategory,
        Self::MergeCategories,
        Self::DeleteCategory,
        Self::AssignCategory,
        Self::UnassignCategory,
        Self::CreateCustomField,
        Self::ChangeCustomField,
        Self::ArrangeCustomFields,
        Self::DeleteCustomField,
        Self::AddNote,
        Self::ChangeNote,
        Self::DeleteNote,
        Self::RecordConsent,
        Self::AttachFiles,
        Self::RenameAttachment,
        Self::DeleteAttachment,
        Self::ChangePolicy,
    ];

    /// The kind of record that an act is named by.
    pub fn subject(self) -> Kind {
        match self {
            Self::RegisterClient
            | Self::ChangeClient
            | Self::ArchiveClients
            | Self::ReactivateClients
            | Self::DeleteClients
            | Self::ImportClients => Kind::Client,
            Self::DistinguishClients => Kind::Distinct,
            Self::CreateCategory
            | Self::ChangeCategory
            | Self::MergeCategories
            | Self::DeleteCategory
            | Self::AssignCategory
            | Self::UnassignCategory => Kind::Category,
            Self::CreateCustomField
            | Self::ChangeCustomField
            | Self::ArrangeCustomFields
            | Self::DeleteCustomField => Kind::CustomField,
            Self::AddNote | Self::ChangeNote | Self::DeleteNote => Kind::Note,
            Self::RecordConsent => Kind::Consent,
            Self::AttachFiles | Self::RenameAttachment | Self::DeleteAttachment => Kind::Attachment,
            Self::ChangePolicy => Kind::Policy,
        }
    }

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
            Self::CreateCategory => "create-category",
            Self::ChangeCategory => "change-category",
            Self::MergeCategories => "merge-categories",
            Self::DeleteCategory => "delete-category",
            Self::AssignCategory => "assign-category",
            Self::UnassignCategory => "unassign-category",
            Self::CreateCustomField => "create-custom-field",
            Self::ChangeCustomField => "change-custom-field",
            Self::ArrangeCustomFields => "arrange-custom-fields",
            Self::DeleteCustomField => "delete-custom-field",
            Self::AddNote => "add-note",
            Self::ChangeNote => "change-note",
            Self::DeleteNote => "delete-note",
            Self::RecordConsent => "record-consent",
            Self::AttachFiles => "attach-files",
            Self::RenameAttachment => "rename-attachment",
            Self::DeleteAttachment => "delete-attachment",
            Self::ChangePolicy => "change-policy",
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
