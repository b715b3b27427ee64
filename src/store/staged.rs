//! Files that came into the book and are not attached yet: dropped on a form, they are kept with the draft.
//!
//! Until a command attaches them they are no part of the books: a mark beside them says so, and what no draft names any more is swept
//! when the book is opened. What was attached once stays, for an undo to find.

use std::collections::BTreeSet;
use std::io::{self, Read, Seek, SeekFrom};

use redb::{ReadableTable as _, WriteTransaction};

use super::audit::Hash;
use super::blobs::{Hasher, PIECE, STAGED, hash_of, length, mark, marked, name_of};
use super::error::StoreError;
use super::held::Held;
use super::read::Snapshot;
use super::tables::{BLOBS, PIECES, SCRATCH};
use super::write::Writer;
use crate::domain::attachment::{Attachment, Sha256, Staged, clean_name};
use crate::domain::record::{Kind, Scan};

/// Why a file was not taken into the book. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StageError {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// It is a folder.
    #[error("it is a folder")]
    Folder,
    /// It is a device, a pipe, or something else without an end.
    #[error("it is not a plain file")]
    NotPlain,
    /// It has this many bytes: more than [`Attachment::LARGEST`].
    #[error("it has {0} bytes")]
    TooLarge(u64),
    /// It was other when it was read a second time: another program writes to it.
    #[error("it changed while it was read")]
    Changed,
    /// It could not be read.
    #[error("it cannot be read: {0}")]
    Unreadable(io::Error),
    /// The book could not be written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Writer {
    /// Takes the bytes of a file into the book, if they are not there. No audit entry, no new revision: the file is attached
    /// later, by a command. It is read twice, a piece at a time, so that neither half of it nor all of it in memory is kept.
    pub fn stage(&mut self, name: &str, source: &mut (impl Read + Seek)) -> Result<Staged, StageError> {
        self.reopened()?;
        let (hash, size) = measure(source)?;
        let staged = Staged { name: clean_name(name), size, sha256: name_of(hash) };
        if self.snapshot()?.blob_size(&staged.sha256)? == Some(size) {
            return Ok(staged);
        }
        match self.write_blob(hash, size, source) {
            Ok(()) => Ok(staged),
            Err(StageError::Store(error)) => Ok(self.note(Err(error))?),
            Err(error) => Err(error),
        }
    }

    fn write_blob(&self, hash: Hash, size: u64, source: &mut (impl Read + Seek)) -> Result<(), StageError> {
        let transaction = self.shared().begin_write()?;
        if write_pieces(&transaction, hash, source)? != size {
            return Err(StageError::Changed);
        }
        mark(&transaction, hash, size)?;
        self.shared().still_there()?;
        Ok(transaction.commit().map_err(StoreError::from)?)
    }

    /// Removes the bytes of files that were staged and that nothing names any more: no record, no image, and nothing that is kept
    /// beside the books, as drafts are. How many. Without the mark of such a file nothing is looked at.
    pub fn sweep_blobs(&mut self) -> Result<u64, StoreError> {
        self.reopened()?;
        let snapshot = self.snapshot()?;
        let done = snapshot.staged_and_forgotten()?;
        if done.is_empty() {
            return Ok(0);
        }
        let named = snapshot.named_files()?;
        drop(snapshot);
        let swept = self.unmark(&done, &named);
        self.note(swept)
    }

    /// Takes marks away, and the bytes of those that nothing names.
    fn unmark(&self, marks: &[Hash], named: &BTreeSet<Sha256>) -> Result<u64, StoreError> {
        let mut removed = 0_u64;
        let transaction = self.shared().begin_write()?;
        {
            let mut blobs = transaction.open_table(BLOBS)?;
            let mut pieces = transaction.open_table(PIECES)?;
            let mut scratch = transaction.open_table(SCRATCH)?;
            for &hash in marks {
                scratch.remove(&*marked(hash))?;
                if !named.contains(&name_of(hash)) {
                    pieces.retain_in((&hash.0, 0)..=(&hash.0, u32::MAX), |_, _| false)?;
                    blobs.remove(&hash.0)?;
                    removed = removed.saturating_add(1);
                }
            }
        }
        self.shared().still_there()?;
        transaction.commit()?;
        Ok(removed)
    }
}

impl Snapshot {
    /// The files that are marked as not attached yet, and of which nothing beside the books speaks. Whoever keeps a draft writes the
    /// hash into it as the text that it is, whatever else stands there: it is looked for, and not how drafts are written.
    fn staged_and_forgotten(&self) -> Result<Vec<Hash>, StoreError> {
        let mut staged = Vec::new();
        for (key, _) in self.scratch_under(STAGED)? {
            let sha256 = Sha256(key.strip_prefix(STAGED).unwrap_or_default().to_owned());
            staged.extend(hash_of(&sha256).map(|hash| (hash, sha256)));
        }
        if staged.is_empty() {
            return Ok(Vec::new());
        }
        for row in self.scratch.iter()? {
            let (_, kept) = row?;
            staged.retain(|(_, sha256)| memchr::memmem::find(kept.value(), sha256.0.as_bytes()).is_none());
        }
        Ok(staged.into_iter().map(|(hash, _)| hash).collect())
    }

    /// The files that a record names, now or before a change.
    fn named_files(&self) -> Result<BTreeSet<Sha256>, StoreError> {
        let mut named = BTreeSet::new();
        self.scan(Scan::All, |file: Attachment| {
            named.insert(file.sha256);
        })?;
        let code = Kind::Attachment.code();
        for row in self.images.range((code, 0, 0)..=(code, u64::MAX, u64::MAX))? {
            let (key, image) = row?;
            if image.value().is_empty() {
                continue;
            }
            if let Held::Attachment(file) = Held::decode(Kind::Attachment, key.value().1, image.value())? {
                named.insert(file.sha256);
            }
        }
        Ok(named)
    }
}

/// Writes pieces under a hash: how many bytes, or that they have another one.
fn write_pieces(
    transaction: &WriteTransaction,
    hash: Hash,
    source: &mut (impl Read + Seek),
) -> Result<u64, StageError> {
    let mut pieces = transaction.open_table(PIECES).map_err(StoreError::from)?;
    let mut hasher = Hasher::default();
    each_piece(source, |number, piece| {
        hasher.take(piece);
        pieces.insert((&hash.0, number), piece).map_err(StoreError::from)?;
        Ok(())
    })?;
    let (found, size) = hasher.finish();
    if found == hash { Ok(size) } else { Err(StageError::Changed) }
}

/// Reads a file through.
fn measure(source: &mut (impl Read + Seek)) -> Result<(Hash, u64), StageError> {
    let mut hasher = Hasher::default();
    each_piece(source, |_, piece| {
        hasher.take(piece);
        Ok(())
    })?;
    Ok(hasher.finish())
}

/// Hands over a file from its start, a piece at a time, as long as it is not too large.
fn each_piece(
    source: &mut (impl Read + Seek),
    mut each: impl FnMut(u32, &[u8]) -> Result<(), StageError>,
) -> Result<(), StageError> {
    source.rewind().map_err(StageError::Unreadable)?;
    let mut size = 0;
    let mut bytes = Vec::with_capacity(PIECE);
    for number in 0.. {
        bytes.clear();
        let most = length(PIECE);
        let read = source.by_ref().take(most).read_to_end(&mut bytes).map_err(StageError::Unreadable)?;
        size = length(read).saturating_add(size);
        if size > Attachment::LARGEST {
            return Err(StageError::TooLarge(source.seek(SeekFrom::End(0)).unwrap_or(size).max(size)));
        }
        if read > 0 {
            each(number, &bytes)?;
        }
        if read < PIECE {
            break;
        }
    }
    Ok(())
}
