//! The book on disk: the only place that names redb.
//!
//! A [`Writer`] changes the book, one [`Command`](crate::domain::command::Command) a transaction; a [`Reader`] takes
//! [`Snapshot`]s of it. Both are made by [`create`] and [`open`].
#![deny(clippy::float_arithmetic, clippy::as_conversions, clippy::arithmetic_side_effects)]

mod audit;
mod behind;
mod blobs;
mod changes;
mod check;
mod copy;
mod edit;
mod encode;
mod error;
mod file;
mod header;
mod held;
mod history;
mod imports;
mod overlay;
mod pair;
mod read;
mod setup;
mod shared;
mod staged;
mod subject;
mod tables;
mod undo;
mod watch;
mod write;

use std::path::Path;
use std::sync::Arc;

pub use self::audit::{Deed, Entry, Hash, List, Origin, Touched};
pub use self::blobs::{FetchError, PIECE};
pub use self::copy::{Copying, Summary, Verified, copy, copy_to, header, in_use, summary, verify};
pub use self::encode::{Unreadable, decode, decode_record, encode};
pub use self::error::{StoreError, WriteError};
pub use self::file::{FilePlace, Medium, Place};
pub use self::header::{FORMAT, Header, OURS};
pub use self::held::Held;
pub use self::history::Step;
pub use self::imports::{Imported, Imports};
pub use self::pair::{Pair, both, one_after_other};
pub use self::read::{Counts, Reader, Snapshot};
use self::shared::Shared;
pub use self::staged::StageError;
pub use self::subject::Subject;
pub use self::watch::Watching;
pub use self::write::{Changed, Receipt, Writer};

/// Makes a new, empty book. The file must not exist yet.
pub fn create(path: &Path) -> Result<(Writer, Reader), StoreError> {
    create_in(Arc::new(FilePlace::new(path)))
}

/// Makes a new, empty book in a place. After a power cut there is no book or a whole one.
pub fn create_in(place: Arc<dyn Place>) -> Result<(Writer, Reader), StoreError> {
    Shared::create(place.as_ref())?;
    open_in(place)
}

/// Opens a book. A file that is no sound book stays as it is, byte for byte.
pub fn open(path: &Path) -> Result<(Writer, Reader), StoreError> {
    open_in(Arc::new(FilePlace::new(path)))
}

/// Opens the book that is in a place.
pub fn open_in(place: Arc<dyn Place>) -> Result<(Writer, Reader), StoreError> {
    let shared = Arc::new(Shared::open(place)?);
    Ok((Writer::new(Arc::clone(&shared)), Reader::new(shared)))
}
