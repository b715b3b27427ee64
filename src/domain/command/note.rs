//! Changes of notes.

use chrono::NaiveDate;

use super::attachment::attach;
use super::{Act, Done, Failure, Refused, Stamp, client_is_there, counting, put, unchanged};
use crate::domain::attachment::{Attachment, Staged};
use crate::domain::client::ClientId;
use crate::domain::line::clean_lines;
use crate::domain::note::{Note, NoteKind};
use crate::domain::numbering::{Sequence, Sequences};
use crate::domain::record::{Kind, Scan, Store};

/// A change of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteCommand {
    /// Adds a note, with the files that were dropped on it.
    Add(NewNote),
    /// Changes a note.
    Change {
        /// As it was looked at.
        before: Note,
        /// As it shall be; id and client stay.
        after: Note,
    },
    /// Deletes a note. The files that were dropped on it stay with the client.
    Delete(u64),
}

/// A note to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewNote {
    /// Whom it is about.
    pub client: ClientId,
    /// What it is about.
    pub kind: NoteKind,
    /// The day it stands under.
    pub date: NaiveDate,
    /// Free text, several lines.
    pub text: String,
    /// Stands before the others.
    pub pinned: bool,
    /// The day from which one is reminded of it.
    pub remind: Option<NaiveDate>,
    /// The files that were dropped on it.
    pub attachments: Vec<Staged>,
}

impl NoteCommand {
    pub(super) fn apply<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        let (act, client) = match self {
            Self::Add(note) => (Act::AddNote, note.add(store, stamp)?),
            Self::Change { before, after } => (Act::ChangeNote, change(store, before, after)?),
            Self::Delete(id) => (Act::DeleteNote, delete(store, *id)?),
        };
        Ok(Done { act, clients: vec![client] })
    }
}

impl NewNote {
    fn add<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<ClientId, Failure<S::Error>> {
        client_is_there(store, self.client)?;
        counting(store, |store, counted| self.record(store, counted, self.client, stamp))?;
        Ok(self.client)
    }

    /// Adds the note to a client who is there.
    pub(super) fn record<S: Store>(
        &self,
        store: &mut S,
        counted: &mut Sequences,
        client: ClientId,
        stamp: Stamp,
    ) -> Result<(), Failure<S::Error>> {
        let note = Note {
            id: counted.next(Sequence::NoteId),
            client,
            date: self.date,
            kind: self.kind,
            text: clean_lines(&self.text),
            pinned: self.pinned,
            remind: self.remind,
        };
        put(store, &note)?;
        for file in &self.attachments {
            attach(store, counted, client, Some(note.id), file, stamp)?;
        }
        Ok(())
    }
}

fn change<S: Store>(store: &mut S, before: &Note, after: &Note) -> Result<ClientId, Failure<S::Error>> {
    unchanged(store, before)?;
    let text = clean_lines(&after.text);
    let after = Note { id: before.id, client: before.client, text, ..after.clone() };
    if after == *before {
        return Err(Refused::NothingToDo.into());
    }
    put(store, &after)?;
    Ok(after.client)
}

fn delete<S: Store>(store: &mut S, id: u64) -> Result<ClientId, Failure<S::Error>> {
    let note: Note = store.get(id).map_err(Failure::Store)?.ok_or(Refused::RecordGone(Kind::Note))?;
    remove_note(store, id)?;
    Ok(note.client)
}

/// Removes a note. The files that were dropped on it stay with the client.
pub(super) fn remove_note<S: Store>(store: &mut S, id: u64) -> Result<(), Failure<S::Error>> {
    let mut files = Vec::new();
    store
        .scan(Scan::Referring(Kind::Note, id), |file: Attachment| files.push(file))
        .map_err(Failure::Store)?;
    for file in files {
        put(store, &Attachment { note: None, ..file })?;
    }
    store.remove::<Note>(id).map_err(Failure::Store)
}
