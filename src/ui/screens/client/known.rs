//! What the book knows of a client beyond its record: notes, files, answers; each in the order in which it is shown.

use std::cmp::Reverse;

use crate::domain::attachment::Attachment;
use crate::domain::client::ClientId;
use crate::domain::consent::Consent;
use crate::domain::note::Note;
use crate::domain::record::{Kind, Record, Scan};
use crate::store::{Snapshot, StoreError};

/// What belongs to a client.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Pinned ones first, then by day, the newest first.
    pub(super) notes: Vec<Note>,
    /// The newest first.
    pub(super) attachments: Vec<Attachment>,
    /// As they were recorded: the last one last.
    pub(super) consents: Vec<Consent>,
}

impl Known {
    /// Reads it.
    pub(super) fn read(snapshot: &Snapshot, client: ClientId) -> Result<Self, StoreError> {
        let mut notes: Vec<Note> = of(snapshot, client)?;
        notes.sort_by_key(|note| (!note.pinned, Reverse((note.date, note.id))));
        let mut attachments: Vec<Attachment> = of(snapshot, client)?;
        attachments.sort_by_key(|file| Reverse((file.added, file.id)));
        Ok(Self { notes, attachments, consents: of(snapshot, client)? })
    }

    /// The files of a note.
    pub(super) fn files_of(&self, note: u64) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(move |file| file.note == Some(note))
    }
}

fn of<R: Record>(snapshot: &Snapshot, client: ClientId) -> Result<Vec<R>, StoreError> {
    let mut found = Vec::new();
    snapshot.scan(Scan::Referring(Kind::Client, client.0), |record: R| found.push(record))?;
    Ok(found)
}
