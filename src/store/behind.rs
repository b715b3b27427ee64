//! The redb file behind our 64 KiB: one backend that shifts every offset.

use std::io;
use std::ops::Bound;
use std::sync::Arc;

use redb::{BackendError, StorageBackend};

use super::error::StoreError;
use super::file::Medium;
use super::header::{COPIES, FORMAT, Header, OURS};

/// What redb sees of a book.
#[derive(Debug)]
pub(super) struct Behind {
    medium: Arc<dyn Medium>,
    new: bool,
}

impl Behind {
    /// A new book: the header is written, nothing follows it.
    pub(super) fn new_book(medium: Arc<dyn Medium>) -> Result<Self, StoreError> {
        let mut file_id = [0; 16];
        getrandom::fill(&mut file_id).map_err(io::Error::other)?;
        let header = Header { format: FORMAT, file_id };
        medium.set_len(OURS)?;
        for at in COPIES {
            medium.write(at, &header.bytes())?;
        }
        Ok(Self { medium, new: true })
    }

    /// A book that is there: its header is judged, nothing is written.
    pub(super) fn existing(medium: Arc<dyn Medium>) -> Result<Self, StoreError> {
        let length = medium.len()?;
        Header::judge(&start(medium.as_ref())?, length)?;
        Ok(Self { medium, new: false })
    }
}

/// Our part of a file, or as much of it as there is.
pub(super) fn start(medium: &dyn Medium) -> Result<Vec<u8>, StoreError> {
    let length = medium.len()?.min(OURS);
    let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    medium.read(0, &mut bytes)?;
    Ok(bytes)
}

fn shifted(offset: u64) -> io::Result<u64> {
    offset.checked_add(OURS).ok_or_else(|| io::ErrorKind::FileTooLarge.into())
}

impl StorageBackend for Behind {
    fn len(&self) -> io::Result<u64> {
        match self.medium.len()?.checked_sub(OURS) {
            // redb would make a new, empty book of an existing one that lost all it held.
            None | Some(0) if !self.new => Err(io::ErrorKind::UnexpectedEof.into()),
            length => Ok(length.unwrap_or_default()),
        }
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.medium.read(shifted(offset)?, out)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.medium.set_len(shifted(len)?)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.medium.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.medium.write(shifted(offset)?, data)
    }

    fn close(&self) -> io::Result<()> {
        self.medium.close()
    }

    // The ranges are no places in the file: they stand far behind any end, the same for every program.
    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.medium.try_lock_range(start, end)
    }

    fn try_lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.medium.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.medium.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.medium.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.medium.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.medium.query_lock_range(start, end)
    }
}

#[cfg(test)]
mod tests {
    use redb::backends::InMemoryBackend;

    use super::*;

    #[derive(Debug)]
    struct Memory(InMemoryBackend);

    impl Medium for Memory {
        fn still_there(&self) -> io::Result<bool> {
            Ok(true)
        }
    }

    impl StorageBackend for Memory {
        fn len(&self) -> io::Result<u64> {
            self.0.len()
        }

        fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
            self.0.read(offset, out)
        }

        fn set_len(&self, len: u64) -> io::Result<()> {
            self.0.set_len(len)
        }

        fn sync_data(&self) -> io::Result<()> {
            self.0.sync_data()
        }

        fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
            self.0.write(offset, data)
        }
    }

    fn medium() -> Arc<dyn Medium> {
        Arc::new(Memory(InMemoryBackend::new()))
    }

    #[test]
    fn what_redb_writes_stands_behind_our_part() {
        let medium = medium();
        let behind = Behind::new_book(Arc::clone(&medium)).unwrap();
        assert_eq!((behind.len().unwrap(), medium.len().unwrap()), (0, 65_536));
        behind.set_len(3).unwrap();
        behind.write(1, b"xy").unwrap();
        assert_eq!((behind.len().unwrap(), medium.len().unwrap()), (3, 65_539));
        let mut bytes = [9; 3];
        behind.read(0, &mut bytes).unwrap();
        assert_eq!(bytes, [0, b'x', b'y']);
        medium.read(65_536, &mut bytes).unwrap();
        assert_eq!(bytes, [0, b'x', b'y']);
        assert!(Header::sound(&start(medium.as_ref()).unwrap()) == [true, true]);
        assert!(behind.write(u64::MAX - 65_535, b"x").is_err());
    }

    #[test]
    fn an_existing_book_that_loses_all_it_held_is_no_new_one() {
        let medium = medium();
        drop(Behind::new_book(Arc::clone(&medium)).unwrap());
        assert!(matches!(Behind::existing(Arc::clone(&medium)), Err(StoreError::CutOff)));
        medium.set_len(OURS.saturating_add(1)).unwrap();
        let behind = Behind::existing(Arc::clone(&medium)).unwrap();
        assert_eq!(behind.len().unwrap(), 1);
        for length in [OURS, 100, 0] {
            medium.set_len(length).unwrap();
            assert_eq!(behind.len().unwrap_err().kind(), io::ErrorKind::UnexpectedEof, "{length}");
        }
    }

    #[test]
    fn two_books_have_two_ids() {
        let id = || {
            let medium = medium();
            drop(Behind::new_book(Arc::clone(&medium)).unwrap());
            Header::judge(&start(medium.as_ref()).unwrap(), OURS.saturating_add(1)).unwrap().file_id
        };
        assert_ne!(id(), id());
    }
}
