//! What is known of a client beside its record.

use chrono::NaiveDate;

use crate::domain::attachment::Attachment;
use crate::domain::client::ClientId;
use crate::domain::note::Note;

/// What is known of a client beside its record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The notes about it.
    pub notes: &'a [Note],
    /// The files that are kept with it and with its notes. They are found by their names.
    pub attachments: &'a [Attachment],
}

/// A note that one is to be reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reminder {
    /// The day from which one is reminded.
    pub day: NaiveDate,
    /// The note, by id.
    pub note: u64,
    /// Whom it is about.
    pub client: ClientId,
}

impl Reminder {
    /// Those of some notes.
    pub(super) fn of(notes: &[Note]) -> impl Iterator<Item = Self> {
        notes
            .iter()
            .filter_map(|note| note.remind.map(|day| Self { day, note: note.id, client: note.client }))
    }
}
