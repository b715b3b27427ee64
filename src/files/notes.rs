//! What is kept with a client beside its record: notes, files, consent; and the notes as a table holds them.

use crate::domain::attachment::Attachment;
use crate::domain::client::ClientId;
use crate::domain::consent::Consent;
use crate::domain::note::Note;
use crate::domain::record::{Kind, Record, Scan};
use crate::store::{Snapshot, StoreError};

/// What is kept with a client beside its record, each in the order in which it was written.
#[derive(Debug, Default)]
pub struct Dossier {
    /// What was answered to the questions of consent.
    pub consents: Vec<Consent>,
    /// Notes and files; none where they were not asked for: they are private.
    pub private: Option<(Vec<Note>, Vec<Attachment>)>,
}

impl Dossier {
    /// Reads it; notes and files only if they are asked for.
    pub fn of(book: &Snapshot, client: ClientId, private: bool) -> Result<Self, StoreError> {
        let private = if private { Some((referring(book, client)?, referring(book, client)?)) } else { None };
        Ok(Self { consents: referring(book, client)?, private })
    }

    /// The notes; none if they were not asked for.
    pub fn notes(&self) -> &[Note] {
        self.private.as_ref().map_or(&[], |(notes, _)| notes)
    }
}

/// The notes of a client, in the order in which they were written.
pub fn notes_of(book: &Snapshot, client: ClientId) -> Result<Vec<Note>, StoreError> {
    referring(book, client)
}

fn referring<R: Record>(book: &Snapshot, client: ClientId) -> Result<Vec<R>, StoreError> {
    let mut all = Vec::new();
    book.scan(Scan::Referring(Kind::Client, client.0), |record: R| all.push(record))?;
    Ok(all)
}

/// Several notes in one text, a blank line between them.
pub fn joined(notes: &[Note]) -> String {
    notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>().join("\n\n")
}
