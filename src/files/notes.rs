//! The notes of a client, as files hold them.

use crate::domain::client::ClientId;
use crate::domain::note::Note;
use crate::domain::record::{Kind, Scan};
use crate::store::{Snapshot, StoreError};

/// The notes of a client, in the order in which they were written.
pub fn notes_of(book: &Snapshot, client: ClientId) -> Result<Vec<Note>, StoreError> {
    let mut notes = Vec::new();
    book.scan(Scan::Referring(Kind::Client, client.0), |note: Note| notes.push(note))?;
    Ok(notes)
}

/// Several notes in one text, a blank line between them.
pub fn joined(notes: &[Note]) -> String {
    notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>().join("\n\n")
}
