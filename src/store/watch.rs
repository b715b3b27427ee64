//! How far a change is that takes a while, and the wish to have it stopped.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::error::StoreError;

/// Told how much of a change is done, of how much; both grow together to the end. Answers whether to go on.
pub type Watching<'a> = &'a (dyn Fn(usize, usize) -> bool + Sync);

/// A change on its way, in two halves: what is made, then what is written. It can be stopped up to the commit.
pub(super) struct Watch<'a> {
    watching: Watching<'a>,
    /// Steps of one half.
    half: usize,
    made: AtomicUsize,
    to_write: AtomicUsize,
    written: AtomicUsize,
}

impl<'a> Watch<'a> {
    /// A change of so many records, more or less.
    pub(super) fn new(watching: Watching<'a>, records: usize) -> Self {
        Self {
            watching,
            half: records.max(1),
            made: AtomicUsize::new(0),
            to_write: AtomicUsize::new(1),
            written: AtomicUsize::new(0),
        }
    }

    /// A change that nobody watches.
    pub(super) fn nobody() -> Self {
        Self::new(&|_, _| true, 1)
    }

    /// Records were made. Fails with [`StoreError::Cancelled`] if the change shall not be.
    pub(super) fn made(&self, records: usize) -> Result<(), StoreError> {
        self.made.fetch_add(records, Ordering::Relaxed);
        self.tell()
    }

    /// All is made, and so much of it is to be written.
    pub(super) fn to_write(&self, rows: usize) {
        self.made.store(self.half, Ordering::Relaxed);
        self.to_write.store(rows.max(1), Ordering::Relaxed);
    }

    /// So much was written. Fails as [`Self::made`] does.
    pub(super) fn wrote(&self, rows: usize) -> Result<(), StoreError> {
        self.written.fetch_add(rows, Ordering::Relaxed);
        self.tell()
    }

    fn tell(&self) -> Result<(), StoreError> {
        // More records may be made than there are clients: their notes, say.
        let made = self.made.load(Ordering::Relaxed).min(self.half);
        let (written, of) = (self.written.load(Ordering::Relaxed), self.to_write.load(Ordering::Relaxed));
        let share = written.saturating_mul(self.half).checked_div(of).unwrap_or_default();
        let done = made.saturating_add(share.min(self.half));
        if (self.watching)(done, self.half.saturating_mul(2)) { Ok(()) } else { Err(StoreError::Cancelled) }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn a_change_is_told_of_in_two_halves() {
        let told = Mutex::new(Vec::new());
        let watching = |done, total| {
            told.lock().unwrap().push((done, total));
            true
        };
        let watch = Watch::new(&watching, 10);
        for records in [4, 5, 3] {
            watch.made(records).unwrap();
        }
        watch.to_write(12);
        for rows in [0, 6, 6] {
            watch.wrote(rows).unwrap();
        }
        assert_eq!(*told.lock().unwrap(), [(4, 20), (9, 20), (10, 20), (10, 20), (15, 20), (20, 20)]);
    }

    #[test]
    fn whoever_says_no_is_heard_in_either_half() {
        let until = |most: usize| move |done: usize, _: usize| done < most;
        let early = until(2);
        let watch = Watch::new(&early, 2);
        assert!(watch.made(1).is_ok() && matches!(watch.made(1), Err(StoreError::Cancelled)));
        let late = until(4);
        let watch = Watch::new(&late, 2);
        watch.to_write(2);
        assert!(watch.made(2).is_ok() && watch.wrote(1).is_ok());
        assert!(matches!(watch.wrote(1), Err(StoreError::Cancelled)));
        assert!(Watch::nobody().made(100).is_ok());
    }
}
