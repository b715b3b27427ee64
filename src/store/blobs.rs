//! The bytes of files: in pieces, by their SHA-256, each file once however often it is attached.
//!
//! A file comes in before it is attached: dropped on a form, it is kept with the draft. Until then it is no part of the books:
//! a mark beside them says so, and what no draft names any more is swept when the book is opened. What was attached once stays,
//! for an undo to find. Nothing here reads pieces but what hands them out.

use std::collections::BTreeSet;
use std::io::{self, Read, Seek, SeekFrom, Write};

use redb::{ReadableTable as _, ReadableTableMetadata as _, WriteTransaction};
use sha2::Digest as _;

use super::audit::Hash;
use super::error::{StoreError, WriteError};
use super::held::Held;
use super::read::Snapshot;
use super::tables::{BLOBS, PIECES, SCRATCH};
use super::write::Writer;
use crate::domain::attachment::{Attachment, Sha256, Staged, clean_name};
use crate::domain::record::{Kind, Scan};

/// Bytes of a piece: with its key just under a page of 2^16. One byte more than fits would take a page of twice the size.
pub const PIECE: usize = 65_472;

/// Under this stand, among what is no part of the books, the marks of files that are not attached yet.
const STAGED: &str = "staged/";

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

/// Why a file was not handed out.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// Its bytes are not in the book.
    #[error("its bytes are not in the book")]
    Missing,
    /// Its bytes are not those that were kept. Some may have been written.
    #[error("its bytes are damaged")]
    Damaged,
    /// What it was to be written to could not be written.
    #[error("it cannot be written: {0}")]
    Unwritable(io::Error),
    /// The book could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<redb::StorageError> for FetchError {
    fn from(error: redb::StorageError) -> Self {
        Self::Store(error.into())
    }
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
    /// How many bytes a file has; none if they are not in the book.
    pub fn blob_size(&self, sha256: &Sha256) -> Result<Option<u64>, StoreError> {
        let (Some(hash), Some(blobs)) = (hash_of(sha256), &self.blobs) else { return Ok(None) };
        Ok(blobs.get(&hash.0)?.map(|size| size.value()))
    }

    /// Writes the bytes of a file, a piece at a time. That they are the right ones is known only at the end: what was written
    /// is good for nothing after an error.
    pub fn blob(&self, sha256: &Sha256, out: &mut dyn Write) -> Result<(), FetchError> {
        let (Some(hash), Some(size)) = (hash_of(sha256), self.blob_size(sha256)?) else {
            return Err(FetchError::Missing);
        };
        let (found, length) = self.hand_out(hash, |piece| out.write_all(piece))?;
        if (found, length) == (hash, size) { Ok(()) } else { Err(FetchError::Damaged) }
    }

    /// Hands out the pieces of a file; the hash and the length of all.
    fn hand_out(
        &self,
        hash: Hash,
        mut each: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> Result<(Hash, u64), FetchError> {
        let mut hasher = Hasher::default();
        if let Some(pieces) = &self.pieces {
            for row in pieces.range((&hash.0, 0)..=(&hash.0, u32::MAX))? {
                let (_, bytes) = row?;
                hasher.take(bytes.value());
                each(bytes.value()).map_err(FetchError::Unwritable)?;
            }
        }
        Ok(hasher.finish())
    }

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

    /// Whether the bytes that a file is said to have are in the book, going by the list of files.
    pub(super) fn has_bytes_of(&self, file: &Attachment) -> Result<bool, StoreError> {
        Ok(self.blob_size(&file.sha256)? == Some(file.size))
    }

    /// Reads every file: those whose bytes are not what they must be, and how many pieces belong to none.
    pub(super) fn damaged_files(&self) -> Result<(BTreeSet<Sha256>, u64), StoreError> {
        let mut damaged = BTreeSet::new();
        let mut known = 0_u64;
        for row in
            self.blobs.iter().map(|blobs| blobs.iter()).collect::<Result<Vec<_>, _>>()?.into_iter().flatten()
        {
            let (key, size) = row?;
            let hash = Hash(*key.value());
            let each = |_: &[u8]| {
                known = known.saturating_add(1);
                Ok(())
            };
            match self.hand_out(hash, each) {
                Ok(found) if found == (hash, size.value()) => {}
                Ok(_) => {
                    damaged.insert(name_of(hash));
                }
                Err(FetchError::Store(error)) => return Err(error),
                Err(error) => return Err(StoreError::Damaged(error.to_string())),
            }
        }
        let pieces = self.pieces.as_ref().map_or(Ok(0), |pieces| pieces.len())?;
        Ok((damaged, pieces.saturating_sub(known)))
    }
}

/// Within a transaction that attaches a file: its bytes must be there, and are no longer loose.
pub(super) fn attached(transaction: &WriteTransaction, file: &Attachment) -> Result<(), WriteError> {
    let no_bytes = || WriteError::NoBytes { name: file.name.clone() };
    let hash = hash_of(&file.sha256).ok_or_else(no_bytes)?;
    let size = transaction.open_table(BLOBS)?.get(&hash.0)?.map(|size| size.value());
    if size != Some(file.size) {
        return Err(no_bytes());
    }
    transaction.open_table(SCRATCH)?.remove(&*marked(hash))?;
    Ok(())
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

/// Lists a file and marks it as not attached yet.
fn mark(transaction: &WriteTransaction, hash: Hash, size: u64) -> Result<(), StoreError> {
    transaction.open_table(BLOBS)?.insert(&hash.0, size)?;
    transaction.open_table(SCRATCH)?.insert(&*marked(hash), &[][..])?;
    Ok(())
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

/// The hash and the length of what passes by.
#[derive(Default)]
struct Hasher {
    hash: sha2::Sha256,
    size: u64,
}

impl Hasher {
    fn take(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.size = self.size.saturating_add(length(bytes.len()));
    }

    fn finish(self) -> (Hash, u64) {
        (Hash(self.hash.finalize().into()), self.size)
    }
}

fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// The key of the mark of a file that is not attached yet.
fn marked(hash: Hash) -> String {
    format!("{STAGED}{}", name_of(hash).0)
}

/// A hash as records have it.
fn name_of(hash: Hash) -> Sha256 {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    Sha256(hash.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
}

/// What [`name_of`] wrote.
fn hash_of(sha256: &Sha256) -> Option<Hash> {
    if !sha256.is_sound() {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, digits) in hash.iter_mut().zip(sha256.0.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(Hash(hash))
}
