//! The bytes of files: in pieces, by their SHA-256, each file once however often it is attached.
//!
//! Nothing here reads pieces but what hands them out. How files come in stands in [`super::staged`].

use std::collections::BTreeSet;
use std::io::{self, Write};

use redb::{ReadableTable as _, ReadableTableMetadata as _, WriteTransaction};
use sha2::Digest as _;

use super::audit::Hash;
use super::error::{StoreError, WriteError};
use super::read::Snapshot;
use super::tables::{BLOBS, SCRATCH};
use crate::domain::attachment::{Attachment, Sha256};

/// Bytes of a piece: with its key just under a page of 2^16. One byte more than fits would take a page of twice the size.
pub const PIECE: usize = 65_472;

/// Under this stand, among what is no part of the books, the marks of files that are not attached yet.
pub(super) const STAGED: &str = "staged/";

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

/// Lists a file and marks it as not attached yet.
pub(super) fn mark(transaction: &WriteTransaction, hash: Hash, size: u64) -> Result<(), StoreError> {
    transaction.open_table(BLOBS)?.insert(&hash.0, size)?;
    transaction.open_table(SCRATCH)?.insert(&*marked(hash), &[][..])?;
    Ok(())
}

/// The hash and the length of what passes by.
#[derive(Default)]
pub(super) struct Hasher {
    hash: sha2::Sha256,
    size: u64,
}

impl Hasher {
    pub(super) fn take(&mut self, bytes: &[u8]) {
        self.hash.update(bytes);
        self.size = self.size.saturating_add(length(bytes.len()));
    }

    pub(super) fn finish(self) -> (Hash, u64) {
        (Hash(self.hash.finalize().into()), self.size)
    }
}

pub(super) fn length(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// The key of the mark of a file that is not attached yet.
pub(super) fn marked(hash: Hash) -> String {
    format!("{STAGED}{}", name_of(hash).0)
}

/// A hash as records have it.
pub(super) fn name_of(hash: Hash) -> Sha256 {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
    Sha256(hash.0.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
}

/// What [`name_of`] wrote.
pub(super) fn hash_of(sha256: &Sha256) -> Option<Hash> {
    if !sha256.is_sound() {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, digits) in hash.iter_mut().zip(sha256.0.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(Hash(hash))
}
