//! The first 64 KiB of a book: two copies of one small header, the rest zero and reserved.
//!
//! It stands before the redb file, so that a newer book is called newer and not corrupt, and so that the space for
//! a later protection by passphrase is there already. Magic and version never move, whatever a later format holds.

use sha2::{Digest as _, Sha256};

use super::error::StoreError;

/// Bytes that are ours; the redb file follows.
pub const OURS: u64 = 65_536;
/// The format that this version writes and reads.
pub const FORMAT: u32 = 1;
/// Bytes of one copy.
pub(super) const SIZE: usize = 60;
/// Where the two copies stand.
pub(super) const COPIES: [u64; 2] = [0, OURS - 4096];

const MAGIC: [u8; 8] = *b"COMPTOIR";

/// What stands in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Version of the file format.
    pub format: u32,
    /// Random; every file has another, backups too.
    pub file_id: [u8; 16],
}

/// Magic, format and file id, and the checksum over them.
struct Parts {
    header: Header,
    sound: bool,
}

impl Header {
    /// One copy, as it stands in the file.
    pub fn bytes(&self) -> [u8; SIZE] {
        let mut bytes = [0; SIZE];
        let content = MAGIC.into_iter().chain(self.format.to_be_bytes()).chain(self.file_id);
        for (to, from) in bytes.iter_mut().zip(content) {
            *to = from;
        }
        let checksum = Sha256::digest(bytes.get(..SIZE - 32).unwrap_or_default());
        for (to, from) in bytes.iter_mut().skip(SIZE - 32).zip(checksum) {
            *to = from;
        }
        bytes
    }

    /// Judges a file by its first 64 KiB (fewer if it is shorter) and its length. One sound copy is enough.
    pub fn judge(start: &[u8], length: u64) -> Result<Self, StoreError> {
        if length == 0 {
            return Err(StoreError::Empty);
        }
        let parts = COPIES.map(|at| usize::try_from(at).ok().and_then(|at| Parts::read(start.get(at..)?)));
        let found = || parts.iter().flatten();
        let newest =
            found().filter(|parts| parts.sound).map(|parts| parts.header).max_by_key(|one| one.format);
        let header = match newest {
            Some(header) if header.format > FORMAT => return Err(StoreError::Newer(header.format)),
            Some(header) => header,
            None => {
                // A newer version may have put its checksum elsewhere.
                return Err(match found().map(|parts| parts.header.format).max() {
                    None => StoreError::Foreign,
                    Some(format) if format > FORMAT => StoreError::Newer(format),
                    Some(_) if length < OURS => StoreError::CutOff,
                    Some(_) => StoreError::Damaged("header".to_owned()),
                });
            }
        };
        if length <= OURS { Err(StoreError::CutOff) } else { Ok(header) }
    }

    /// Which of the two copies are sound.
    pub fn sound(start: &[u8]) -> [bool; 2] {
        COPIES.map(|at| {
            let parts = usize::try_from(at).ok().and_then(|at| Parts::read(start.get(at..)?));
            parts.is_some_and(|parts| parts.sound)
        })
    }
}

impl Parts {
    /// Nothing if the magic is not there. A copy of which only the start is left is unsound.
    fn read(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(&MAGIC)?;
        let (format, rest) = rest.split_first_chunk()?;
        let file_id = rest.first_chunk().copied();
        let header = Header { format: u32::from_be_bytes(*format), file_id: file_id.unwrap_or_default() };
        let sound = file_id.is_some() && header.format > 0 && bytes.starts_with(&header.bytes());
        Some(Self { header, sound })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(first: Option<Header>, second: Option<Header>) -> Vec<u8> {
        let mut bytes = vec![0; 65_536];
        for (at, header) in [(0, first), (61_440, second)] {
            if let Some(header) = header {
                bytes[at..][..SIZE].copy_from_slice(&header.bytes());
            }
        }
        bytes
    }

    const SOUND: Header = Header { format: 1, file_id: [7; 16] };
    const NEWER: Header = Header { format: 2, file_id: [7; 16] };

    #[test]
    fn either_copy_alone_is_enough() {
        for bytes in [start(Some(SOUND), Some(SOUND)), start(Some(SOUND), None), start(None, Some(SOUND))] {
            assert_eq!(Header::judge(&bytes, 65_537).unwrap(), SOUND);
        }
        assert_eq!(Header::sound(&start(Some(SOUND), None)), [true, false]);
        assert_eq!(Header::sound(&start(None, Some(SOUND))), [false, true]);
    }

    #[test]
    fn a_book_without_anything_after_the_header_is_cut_off() {
        let bytes = start(Some(SOUND), Some(SOUND));
        assert!(matches!(Header::judge(&bytes, 65_536), Err(StoreError::CutOff)));
        for length in 12..60 {
            assert!(
                matches!(
                    Header::judge(&bytes[..length], length.try_into().unwrap()),
                    Err(StoreError::CutOff)
                ),
                "{length}"
            );
        }
        assert!(matches!(Header::judge(&bytes[..61_000], 61_000), Err(StoreError::CutOff)));
    }

    #[test]
    fn newer_is_said_also_of_a_header_that_we_cannot_check() {
        let mut bytes = start(Some(NEWER), Some(NEWER));
        assert!(matches!(Header::judge(&bytes, 65_537), Err(StoreError::Newer(2))));
        assert!(matches!(Header::judge(&start(Some(SOUND), Some(NEWER)), 65_537), Err(StoreError::Newer(2))));
        bytes[40] ^= 1;
        bytes[61_440 + 40] ^= 1;
        assert!(matches!(Header::judge(&bytes, 65_537), Err(StoreError::Newer(2))));
    }

    #[test]
    fn every_byte_of_a_copy_counts() {
        for at in 0..SIZE {
            let mut bytes = start(Some(SOUND), None);
            bytes[at] ^= 0x40;
            let judged = Header::judge(&bytes, 65_537);
            match at {
                0..8 => assert!(matches!(judged, Err(StoreError::Foreign)), "{at}"),
                8..12 => assert!(matches!(judged, Err(StoreError::Newer(_))), "{at}"),
                _ => assert!(matches!(judged, Err(StoreError::Damaged(_))), "{at}"),
            }
        }
    }

    #[test]
    fn other_files_are_foreign_and_none_is_empty() {
        assert!(matches!(Header::judge(&[], 0), Err(StoreError::Empty)));
        assert!(matches!(Header::judge(b"%PDF-1.7", 8), Err(StoreError::Foreign)));
        assert!(matches!(Header::judge(b"COMPTOIR", 8), Err(StoreError::Foreign)));
        assert!(matches!(Header::judge(&start(None, None), 90_000), Err(StoreError::Foreign)));
    }
}
