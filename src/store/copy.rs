//! Copies of a book: a snapshot written to a new file that is opened and checked before it gets its name; and the
//! way back, a copy that is checked before it takes a book's place.

use std::fs::File;
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::Arc;

use redb::{
    Database, Key, ReadOnlyTable, ReadableDatabase as _, ReadableTable as _, TableDefinition, Value,
    WriteTransaction,
};

use super::behind::{self, Behind};
use super::error::StoreError;
use super::file::{self, FilePlace, Medium, Place};
use super::header::{COPIES, FORMAT, Header};
use super::read::{Counts, Reader, Snapshot};
use super::shared::{fill_new, integrity, unpanicked};
use super::tables::{AUDIT, BLOBS, IMAGES, META, NAMES, PIECES, RECORDS, REFS, SCRATCH, TOUCHED};
use crate::domain::record::{Kind, Moment};
use crate::files::replace::Beside;

/// Told how far a copy is, in rows, a piece of a file being worth some: done, of so many. Answers whether to go on.
pub type Copying<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// What a book holds, in few words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many clients.
    pub clients: u64,
    /// The number of the last entry of the audit.
    pub revision: u64,
    /// When it was recorded; none if nothing was done yet.
    pub last_change: Option<Moment>,
}

impl Snapshot {
    /// What the book holds, in few words.
    pub fn summary(&self) -> Result<Summary, StoreError> {
        let revision = self.revision()?;
        let last_change = self.entry(revision)?.map(|entry| entry.at);
        Ok(Summary { clients: self.count(Kind::Client)?, revision, last_change })
    }
}

/// Copies a book as it is now to a new file, which must not exist. It has got its name only once it was opened
/// again and found whole and equal. Reads from what is open, also after an error of the disk it came from.
pub fn copy(reader: &Reader, path: &Path, progress: Copying<'_>) -> Result<Summary, StoreError> {
    copy_to(&reader.snapshot()?, &FilePlace::new(path), progress)
}

/// The same for any place.
pub fn copy_to(snapshot: &Snapshot, place: &dyn Place, progress: Copying<'_>) -> Result<Summary, StoreError> {
    let medium = place.begin()?;
    let copied = fill_new(&medium, |transaction| rows(snapshot, transaction, progress))
        .and_then(|()| unpanicked(|| checked(&medium, Some(snapshot))));
    drop(medium);
    match copied {
        Ok(_) => place.finish()?,
        Err(error) => {
            place.abandon();
            return Err(error);
        }
    }
    snapshot.summary()
}

/// What the book in a file holds. Nothing is written; the file may be read-only.
pub fn summary(path: &Path) -> Result<Summary, StoreError> {
    let medium = file::read_only(path)?;
    let behind = Behind::existing(medium)?;
    unpanicked(|| {
        let database = Database::builder().open_read_only_with_backend(behind)?;
        Snapshot::of(&database.begin_read()?)?.summary()
    })
}

/// The header of a file, if it is that of a book that this version can read. Nothing else is looked at.
pub fn header(path: &Path) -> Result<Header, StoreError> {
    let medium = file::read_only(path)?;
    Header::judge(&behind::start(medium.as_ref())?, medium.len()?)
}

/// Fails with [`StoreError::InUse`] while a book is open somewhere.
pub fn in_use(path: &Path) -> Result<(), StoreError> {
    file::open_to_read(path).map(drop)
}

/// A copy of a backup that was found whole and waits beside the book.
#[derive(Debug)]
pub struct Verified {
    /// What it holds.
    pub summary: Summary,
    /// The copy, not yet under the book's name.
    pub copy: Beside,
}

/// Copies a backup beside a book and holds the copy to everything: every page, the audit chain, every record. The
/// backup stays as it is. Dropping what this returns removes the copy.
pub fn verify(backup: &Path, book: &Path) -> Result<Verified, StoreError> {
    header(backup)?;
    let mut source = file::open_to_read(backup)?;
    let mut copy = Beside::create(book)?;
    io::copy(&mut source, &mut copy.file)?;
    let medium = file::open_file(copy.file.try_clone()?, &copy.path)?;
    renew_id(&mut copy.file)?;
    let summary = unpanicked(|| checked(&medium, None))?;
    copy.file.sync_all()?;
    Ok(Verified { summary, copy })
}

/// Gives a copied file an id of its own.
fn renew_id(file: &mut File) -> Result<(), StoreError> {
    let mut file_id = [0; 16];
    getrandom::fill(&mut file_id).map_err(io::Error::other)?;
    for at in COPIES {
        file.seek(SeekFrom::Start(at))?;
        file.write_all(&Header { format: FORMAT, file_id }.bytes())?;
    }
    Ok(())
}

fn rows(
    snapshot: &Snapshot,
    transaction: &WriteTransaction,
    progress: Copying<'_>,
) -> Result<(), StoreError> {
    let counts = snapshot.counts()?;
    let mut counter = Counter { done: 0, told: 0, of: counts.total(), step: 1, progress };
    table(&snapshot.records, transaction, RECORDS, &mut counter)?;
    table(&snapshot.images, transaction, IMAGES, &mut counter)?;
    table(&snapshot.audit, transaction, AUDIT, &mut counter)?;
    table(&snapshot.touched, transaction, TOUCHED, &mut counter)?;
    table(&snapshot.refs, transaction, REFS, &mut counter)?;
    table(&snapshot.names, transaction, NAMES, &mut counter)?;
    table(&snapshot.scratch, transaction, SCRATCH, &mut counter)?;
    if let Some(blobs) = &snapshot.blobs {
        table(blobs, transaction, BLOBS, &mut counter)?;
    }
    if let Some(pieces) = &snapshot.pieces {
        counter.step = PIECE_ROWS;
        table(pieces, transaction, PIECES, &mut counter)?;
        counter.step = 1;
    }
    table(&snapshot.meta, transaction, META, &mut counter)
}

/// How many rows take as long as a piece of a file: 64 KiB, of some 400 bytes each.
const PIECE_ROWS: u64 = 160;
/// After so many rows it is told how far the copy is.
const TOLD_EVERY: u64 = 1000;

struct Counter<'a> {
    done: u64,
    /// What was done when it was last told.
    told: u64,
    of: u64,
    /// What a row counts for.
    step: u64,
    progress: Copying<'a>,
}

impl Counter<'_> {
    fn one(&mut self) -> Result<(), StoreError> {
        self.done = self.done.saturating_add(self.step);
        if self.done.saturating_sub(self.told) < TOLD_EVERY {
            return Ok(());
        }
        self.told = self.done;
        if (self.progress)(self.done.min(self.of), self.of) { Ok(()) } else { Err(StoreError::Cancelled) }
    }
}

impl Counts {
    fn total(&self) -> u64 {
        let Self { records, images, entries, touched, references, names, scratch, files, pieces } = *self;
        let pieces = pieces.saturating_mul(PIECE_ROWS);
        [records, images, entries, touched, references, names, scratch, files, pieces]
            .into_iter()
            .fold(0, u64::saturating_add)
    }
}

/// Copies a table, in the order of its keys.
fn table<K: Key + 'static, V: Value + 'static>(
    from: &ReadOnlyTable<K, V>,
    transaction: &WriteTransaction,
    definition: TableDefinition<'_, K, V>,
    counter: &mut Counter<'_>,
) -> Result<(), StoreError> {
    let mut to = transaction.open_table(definition)?;
    for row in from.iter()? {
        let (key, value) = row?;
        to.insert(key.value(), value.value())?;
        counter.one()?;
    }
    Ok(())
}

/// Opens what was copied, reads every page of it, follows its audit, and compares it with where it came from.
fn checked(medium: &Arc<dyn Medium>, source: Option<&Snapshot>) -> Result<Summary, StoreError> {
    let behind = Behind::existing(Arc::clone(medium))?;
    let mut database = Database::builder().create_with_backend(behind)?;
    if !integrity(&mut database)? {
        return Err(StoreError::Damaged("pages of the copy".to_owned()));
    }
    let copy = Snapshot::of(&database.begin_read()?)?;
    match source {
        Some(source) => {
            if copy.counts()? != source.counts()? || copy.head()? != source.head()? {
                return Err(StoreError::Damaged("the copy is not what was copied".to_owned()));
            }
            if let Some(entry) = copy.broken_at()? {
                return Err(StoreError::Damaged(format!("audit of the copy, entry {entry}")));
            }
        }
        None => {
            if let Some(finding) = copy.check()?.first() {
                return Err(StoreError::Damaged(format!("{}, {}", finding.rule, finding.id)));
            }
        }
    }
    let summary = copy.summary()?;
    drop(copy);
    database.close()?;
    medium.sync_data()?;
    Ok(summary)
}
