//! A book that is looked at without being touched: what redb writes while it recovers stays in memory.
//!
//! redb does not open for reading what was not closed well; after an error of the disk that is just what is wanted.

use std::io;
use std::ops::Bound;
use std::sync::{Mutex, MutexGuard, PoisonError};

use redb::{BackendError, StorageBackend};

/// Something to be read, and what was written over it since.
#[derive(Debug)]
pub(super) struct Overlay<B> {
    below: B,
    over: Mutex<Over>,
}

#[derive(Debug)]
struct Over {
    length: u64,
    /// Where what is below ends: whatever was cut off does not come back.
    below: u64,
    /// In the order in which they came.
    writes: Vec<(u64, Vec<u8>)>,
}

impl<B: StorageBackend> Overlay<B> {
    pub(super) fn new(below: B) -> io::Result<Self> {
        let length = below.len()?;
        Ok(Self { below, over: Mutex::new(Over { length, below: length, writes: Vec::new() }) })
    }

    fn over(&self) -> MutexGuard<'_, Over> {
        self.over.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How many bytes lie between two places, and at most `most`.
fn distance(from: u64, to: u64, most: usize) -> usize {
    usize::try_from(to.saturating_sub(from)).map_or(most, |distance| distance.min(most))
}

fn end(offset: u64, length: usize) -> io::Result<u64> {
    let length = u64::try_from(length).map_err(io::Error::other)?;
    offset.checked_add(length).ok_or_else(|| io::ErrorKind::FileTooLarge.into())
}

impl<B: StorageBackend> StorageBackend for Overlay<B> {
    fn len(&self) -> io::Result<u64> {
        Ok(self.over().length)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        let over = self.over();
        if end(offset, out.len())? > over.length {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        out.fill(0);
        let there = distance(offset, over.below, out.len());
        if let Some(part) = out.get_mut(..there)
            && !part.is_empty()
        {
            self.below.read(offset, part)?;
        }
        for (at, bytes) in &over.writes {
            let skipped = distance(offset, *at, out.len());
            let to = out.iter_mut().skip(skipped);
            let from = bytes.iter().skip(distance(*at, offset, bytes.len()));
            to.zip(from).for_each(|(to, from)| *to = *from);
        }
        Ok(())
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        let mut over = self.over();
        over.length = len;
        over.below = over.below.min(len);
        for (at, bytes) in &mut over.writes {
            bytes.truncate(distance(*at, len, bytes.len()));
        }
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        let mut over = self.over();
        over.length = over.length.max(end(offset, data.len())?);
        over.writes.push((offset, data.to_vec()));
        Ok(())
    }

    fn close(&self) -> io::Result<()> {
        self.below.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.below.try_lock_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.below.unlock_range(start, end)
    }
}

#[cfg(test)]
mod tests {
    use redb::backends::InMemoryBackend;

    use super::*;

    fn overlay() -> Overlay<InMemoryBackend> {
        let below = InMemoryBackend::new();
        below.set_len(8).unwrap();
        below.write(0, b"abcdefgh").unwrap();
        Overlay::new(below).unwrap()
    }

    fn bytes(overlay: &Overlay<InMemoryBackend>, offset: u64, length: usize) -> Vec<u8> {
        let mut bytes = vec![9; length];
        overlay.read(offset, &mut bytes).unwrap();
        bytes
    }

    #[test]
    fn what_is_written_lies_over_what_is_below_and_leaves_it_alone() {
        let overlay = overlay();
        assert_eq!(bytes(&overlay, 0, 8), b"abcdefgh");
        overlay.write(2, b"XYZ").unwrap();
        overlay.write(4, b"12").unwrap();
        assert_eq!(bytes(&overlay, 0, 8), b"abXY12gh");
        assert_eq!(bytes(&overlay, 3, 2), b"Y1");
        assert_eq!(bytes(&overlay, 5, 3), b"2gh");
        overlay.write(7, b"ij").unwrap();
        assert_eq!((overlay.len().unwrap(), bytes(&overlay, 6, 3)), (9, b"gij".to_vec()));
        let mut below = [0; 8];
        overlay.below.read(0, &mut below).unwrap();
        assert_eq!((&below, overlay.below.len().unwrap()), (b"abcdefgh", 8));
    }

    #[test]
    fn what_is_cut_off_does_not_come_back() {
        let overlay = overlay();
        overlay.write(3, b"XYZ").unwrap();
        overlay.set_len(4).unwrap();
        assert_eq!(overlay.read(3, &mut [0; 2]).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
        overlay.set_len(10).unwrap();
        assert_eq!(bytes(&overlay, 0, 10), b"abcX\0\0\0\0\0\0");
        assert_eq!(overlay.read(u64::MAX, &mut [0]).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
