//! Changes of clients.

use super::belongings::{Belongings, MadeFields};
use super::note::remove_note;
use super::{Act, Done, Failure, Refused, Stamp, client_is_there, counting, put};
use crate::domain::attachment::Attachment;
use crate::domain::client::{Client, ClientId, Status};
use crate::domain::consent::Consent;
use crate::domain::duplicate::Distinct;
use crate::domain::note::{Note, NoteKind};
use crate::domain::numbering::{Sequence, Sequences, client_number};
use crate::domain::record::{Kind, Record, Scan, Store};

/// A change of clients.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientCommand {
    /// Registers a new client.
    Register(Box<Registration>),
    /// Changes one client.
    Change(Box<Change>),
    /// Takes clients out of the way.
    Archive(Vec<ClientId>),
    /// Brings archived clients back.
    Reactivate(Vec<ClientId>),
    /// Deletes clients with their notes.
    Delete(Vec<ClientId>),
    /// Registers and changes what a file brought, as one change.
    Import(Import),
    /// Says that two clients are not the same.
    Distinguish(ClientId, ClientId),
}

/// A client to register, with what belongs to it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Registration {
    /// The client; id and moments are given by the command, and the number if it is empty.
    pub client: Client,
    /// A first note; empty for none.
    pub note: String,
    /// Likely duplicates of whom the user said that they are not the same.
    pub distinct_from: Vec<ClientId>,
    /// What comes along with it.
    pub with: Belongings,
}

/// A change of one client, refused if the client is no longer as it was when the change was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// As it was looked at.
    pub before: Client,
    /// As it shall be; id and moments stay those of `before`.
    pub after: Client,
    /// What becomes of its first note, if anything.
    pub note: Option<NoteChange>,
    /// What comes along with it.
    pub with: Belongings,
}

/// A change of a note's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteChange {
    /// The note as it was looked at; none to write a new one.
    pub before: Option<Note>,
    /// The new text; empty to remove the note.
    pub text: String,
}

/// What a file brought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// Clients to register.
    pub added: Vec<Registration>,
    /// Clients to change.
    pub updated: Vec<Change>,
}

impl ClientCommand {
    pub(super) fn apply<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        let (act, clients) = match self {
            Self::Register(registration) => {
                let id = counting(store, |store, counted| {
                    registration.apply(store, counted, &mut MadeFields::default(), stamp)
                })?;
                (Act::RegisterClient, vec![id])
            }
            Self::Change(change) => {
                counting(store, |store, counted| {
                    change.apply(store, counted, &mut MadeFields::default(), stamp)
                })?;
                (Act::ChangeClient, vec![change.before.id])
            }
            Self::Archive(ids) => (Act::ArchiveClients, set_status(store, ids, Status::Archived, stamp)?),
            Self::Reactivate(ids) => (Act::ReactivateClients, set_status(store, ids, Status::Active, stamp)?),
            Self::Delete(ids) => {
                for id in ids {
                    delete(store, *id)?;
                }
                (Act::DeleteClients, ids.clone())
            }
            Self::Import(import) => {
                (Act::ImportClients, counting(store, |store, counted| import.apply(store, counted, stamp))?)
            }
            Self::Distinguish(one, other) => {
                counting(store, |store, counted| distinguish(store, counted, *one, *other))?;
                (Act::DistinguishClients, vec![*one, *other])
            }
        };
        if clients.is_empty() {
            return Err(Refused::NothingToDo.into());
        }
        Ok(Done { act, clients })
    }
}

impl Registration {
    fn apply<S: Store>(
        &self,
        store: &mut S,
        counted: &mut Sequences,
        made: &mut MadeFields,
        stamp: Stamp,
    ) -> Result<ClientId, Failure<S::Error>> {
        let id = ClientId(counted.next(Sequence::ClientId));
        let mut client = Client { id, created: stamp.at, updated: stamp.at, ..self.client.clone() };
        if client.number.is_empty() {
            client.number = client_number(counted.next(Sequence::ClientNumber));
        } else {
            take_number(store, counted, &client)?;
        }
        let client = self.with.categorised(store, counted, made, client)?;
        put(store, &client)?;
        let note = write_note(store, counted, id, &self.note, stamp)?;
        self.with.keep(store, counted, id, note, stamp)?;
        for other in &self.distinct_from {
            // One who was deleted while the form was open is no longer anybody's likeness.
            if store.get::<Client>(other.0).map_err(Failure::Store)?.is_some() {
                distinguish(store, counted, id, *other)?;
            }
        }
        Ok(id)
    }
}

impl Change {
    fn apply<S: Store>(
        &self,
        store: &mut S,
        counted: &mut Sequences,
        made: &mut MadeFields,
        stamp: Stamp,
    ) -> Result<(), Failure<S::Error>> {
        let id = self.before.id;
        match store.get::<Client>(id.0).map_err(Failure::Store)? {
            None => return Err(Refused::Gone.into()),
            Some(now) if now != self.before => {
                return Err(Refused::ChangedMeanwhile(now.name()).into());
            }
            Some(_) => {}
        }
        let after =
            Client { id, created: self.before.created, updated: self.before.updated, ..self.after.clone() };
        let after = self.with.categorised(store, counted, made, after)?;
        let changed = after != self.before;
        let (note_changed, note) = match &self.note {
            Some(change) => change.apply(store, counted, &self.before, stamp)?,
            None => (false, None),
        };
        if !changed && !note_changed && self.with.keeps_nothing() {
            return Err(Refused::NothingToDo.into());
        }
        self.with.keep(store, counted, id, note, stamp)?;
        if changed {
            if after.number != self.before.number {
                take_number(store, counted, &after)?;
            }
            put(store, &Client { updated: stamp.at, ..after })?;
        }
        Ok(())
    }
}

impl NoteChange {
    /// Whether anything changed, and the note that stands now.
    fn apply<S: Store>(
        &self,
        store: &mut S,
        counted: &mut Sequences,
        client: &Client,
        stamp: Stamp,
    ) -> Result<(bool, Option<u64>), Failure<S::Error>> {
        let Some(before) = &self.before else {
            let note = write_note(store, counted, client.id, &self.text, stamp)?;
            return Ok((note.is_some(), note));
        };
        if store.get::<Note>(before.id).map_err(Failure::Store)?.as_ref() != Some(before) {
            return Err(Refused::ChangedMeanwhile(client.name()).into());
        }
        let text = self.text.trim();
        if text == before.text {
            return Ok((false, Some(before.id)));
        }
        if text.is_empty() {
            remove_note(store, before.id)?;
            return Ok((true, None));
        }
        put(store, &Note { text: text.to_owned(), ..before.clone() })?;
        Ok((true, Some(before.id)))
    }
}

impl Import {
    /// How many clients it adds or changes.
    pub fn clients(&self) -> usize {
        self.added.len().saturating_add(self.updated.len())
    }

    fn apply<S: Store>(
        &self,
        store: &mut S,
        counted: &mut Sequences,
        stamp: Stamp,
    ) -> Result<Vec<ClientId>, Failure<S::Error>> {
        // Numbers that the file gives are taken before the book gives any, so that the two never meet.
        let numbered = |is: bool| {
            self.added.iter().filter(move |registration| registration.client.number.is_empty() != is)
        };
        let mut made = MadeFields::default();
        let mut ids = Vec::with_capacity(self.clients());
        for change in &self.updated {
            change.apply(store, counted, &mut made, stamp)?;
            ids.push(change.before.id);
        }
        for registration in numbered(true).chain(numbered(false)) {
            ids.push(registration.apply(store, counted, &mut made, stamp)?);
        }
        Ok(ids)
    }
}

/// Takes a number that was given from outside, unless another client has it.
fn take_number<S: Store>(
    store: &mut S,
    counted: &mut Sequences,
    client: &Client,
) -> Result<(), Failure<S::Error>> {
    let mut holder = None;
    store
        .scan(Scan::Named(&client.number), |other: Client| {
            if other.id != client.id {
                holder = Some(other.name());
            }
        })
        .map_err(Failure::Store)?;
    if let Some(holder) = holder {
        return Err(Refused::NumberTaken { number: client.number.clone(), holder }.into());
    }
    // Numbers of more than 15 digits are codes of another kind; the book does not go on from them.
    if client.number.len() <= 15
        && let Ok(value) = client.number.parse()
    {
        counted.passed(Sequence::ClientNumber, value);
    }
    Ok(())
}

/// Writes a first note, whose id it gives; an empty text writes none.
fn write_note<S: Store>(
    store: &mut S,
    counted: &mut Sequences,
    client: ClientId,
    text: &str,
    stamp: Stamp,
) -> Result<Option<u64>, Failure<S::Error>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let note = Note {
        id: counted.next(Sequence::NoteId),
        client,
        date: stamp.today,
        kind: NoteKind::Note,
        text: text.to_owned(),
        pinned: false,
        remind: None,
    };
    put(store, &note)?;
    Ok(Some(note.id))
}

fn distinguish<S: Store>(
    store: &mut S,
    counted: &mut Sequences,
    one: ClientId,
    other: ClientId,
) -> Result<(), Failure<S::Error>> {
    for id in [one, other] {
        client_is_there(store, id)?;
    }
    let mut known = false;
    store
        .scan(Scan::Referring(Kind::Client, one.0), |pair: Distinct| {
            known |= pair.one == other || pair.other == other;
        })
        .map_err(Failure::Store)?;
    if known {
        return Err(Refused::NothingToDo.into());
    }
    put(store, &Distinct { id: counted.next(Sequence::DistinctId), one, other })
}

/// Sets the status of those clients that do not have it; those it was set for.
fn set_status<S: Store>(
    store: &mut S,
    ids: &[ClientId],
    status: Status,
    stamp: Stamp,
) -> Result<Vec<ClientId>, Failure<S::Error>> {
    let mut changed = Vec::new();
    for id in ids {
        let client = store.get::<Client>(id.0).map_err(Failure::Store)?.ok_or(Refused::Gone)?;
        if client.status != status {
            put(store, &Client { status, updated: stamp.at, ..client })?;
            changed.push(*id);
        }
    }
    Ok(changed)
}

/// Deletes a client with everything that is kept of it alone.
fn delete<S: Store>(store: &mut S, id: ClientId) -> Result<(), Failure<S::Error>> {
    client_is_there(store, id)?;
    // What refers to another goes before it.
    delete_all::<Consent, S>(store, id)?;
    delete_all::<Attachment, S>(store, id)?;
    delete_all::<Note, S>(store, id)?;
    delete_all::<Distinct, S>(store, id)?;
    store.remove::<Client>(id.0).map_err(Failure::Store)
}

/// Deletes the records of a kind that refer to a client.
fn delete_all<R: Record, S: Store>(store: &mut S, client: ClientId) -> Result<(), Failure<S::Error>> {
    let mut ids = Vec::new();
    store
        .scan(Scan::Referring(Kind::Client, client.0), |record: R| ids.push(record.id()))
        .map_err(Failure::Store)?;
    ids.into_iter().try_for_each(|id| store.remove::<R>(id).map_err(Failure::Store))
}
