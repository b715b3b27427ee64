//! What the book knows of a client beyond its record: notes, files, answers; each in the order in which it is shown.

use std::cmp::Reverse;
use std::collections::BTreeMap;

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
    /// Where each note stands, by id.
    places: BTreeMap<u64, usize>,
    /// Where the files of each note stand, by the note's id.
    files: BTreeMap<u64, Vec<usize>>,
}

impl Known {
    /// Reads it.
    pub(super) fn read(snapshot: &Snapshot, client: ClientId) -> Result<Self, StoreError> {
        let mut notes: Vec<Note> = of(snapshot, client)?;
        notes.sort_by_key(|note| (!note.pinned, Reverse((note.date, note.id))));
        let mut attachments: Vec<Attachment> = of(snapshot, client)?;
        attachments.sort_by_key(|file| Reverse((file.added, file.id)));
        let places = notes.iter().enumerate().map(|(place, note)| (note.id, place)).collect();
        let mut files: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (place, file) in attachments.iter().enumerate() {
            if let Some(note) = file.note {
                files.entry(note).or_default().push(place);
            }
        }
        Ok(Self { notes, attachments, consents: of(snapshot, client)?, places, files })
    }

    /// A note by its id.
    pub(super) fn note(&self, id: u64) -> Option<&Note> {
        self.notes.get(*self.places.get(&id)?)
    }

    /// The files of a note.
    pub(super) fn files_of(&self, note: u64) -> Vec<&Attachment> {
        let places = self.files.get(&note).into_iter().flatten();
        places.filter_map(|place| self.attachments.get(*place)).collect()
    }
}

fn of<R: Record>(snapshot: &Snapshot, client: ClientId) -> Result<Vec<R>, StoreError> {
    let mut found = Vec::new();
    snapshot.scan(Scan::Referring(Kind::Client, client.0), |record: R| found.push(record))?;
    Ok(found)
}
