//! Changes of notes.

use super::{Failure, put};
use crate::domain::attachment::Attachment;
use crate::domain::note::Note;
use crate::domain::record::{Kind, Scan, Store};

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
