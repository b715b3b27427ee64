//! A disk in memory that loses power, lies, and reports errors.
//!
//! It keeps what is safe (at the last sync), what a program sees, and every write between the two. When power fails,
//! what is left is what was safe and a random part of those writes.

use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::sync::{Arc, Mutex, PoisonError};

use comptoir::store::{Medium, Place, StoreError};
use redb::{BackendError, StorageBackend};

use super::random::Random;

/// What is left of the writes that were not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tear {
    /// The first ones, the last of them cut at any byte.
    Prefix,
    /// Any sectors of 512 bytes, written in any order.
    Sectors,
    /// The same, and sectors torn at any byte.
    Bytes,
    /// Any whole writes, in any order.
    Writes,
}

impl Tear {
    pub(crate) const ALL: [Self; 4] = [Self::Prefix, Self::Sectors, Self::Bytes, Self::Writes];
}

/// What a sync is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sync {
    /// What was written is safe.
    Honest,
    /// It is answered and never done: a disk that lies.
    Never,
}

/// Which calls fail with an error.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fault {
    /// The first call that fails, counted from 1.
    pub(crate) at: u64,
    /// Whether those that follow fail too, ...
    pub(crate) on: bool,
    /// ... but for so many after the first.
    pub(crate) gap: u64,
    /// Whether reads count and fail too, or only what changes something.
    pub(crate) reads: bool,
    pub(crate) kind: io::ErrorKind,
    /// Whether it is a panic instead.
    pub(crate) panic: bool,
}

/// The disk, with room for one book and one that is being made.
#[derive(Debug)]
pub(crate) struct Disk(Mutex<Inner>);

#[derive(Debug)]
struct Inner {
    files: BTreeMap<u64, Content>,
    begun: Option<u64>,
    book: Option<u64>,
    /// What the folder says of the book that is safe.
    safe_book: Option<u64>,
    /// Counts the times power came back; what was open before is gone.
    life: u64,
    next_file: u64,
    changes: u64,
    power_until: Option<u64>,
    sync: Sync,
    calls: u64,
    fault: Option<Fault>,
}

#[derive(Debug, Default)]
struct Content {
    safe: Vec<u8>,
    live: Vec<u8>,
    unsynced: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Resize(usize),
}

/// A file that is open.
#[derive(Debug)]
struct Open {
    disk: Arc<Disk>,
    file: u64,
    life: u64,
}

/// Where the book lies.
#[derive(Debug)]
pub(crate) struct OnDisk(pub(crate) Arc<Disk>);

impl Disk {
    pub(crate) fn new(sync: Sync) -> Arc<Self> {
        Arc::new(Self(Mutex::new(Inner {
            files: BTreeMap::new(),
            begun: None,
            book: None,
            safe_book: None,
            life: 0,
            next_file: 0,
            changes: 0,
            power_until: None,
            sync,
            calls: 0,
            fault: None,
        })))
    }

    pub(crate) fn place(self: &Arc<Self>) -> Arc<OnDisk> {
        Arc::new(OnDisk(Arc::clone(self)))
    }

    fn inner(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Power fails at the call that follows so many others that change something.
    pub(crate) fn cut_power_after(&self, changes: u64) {
        let mut inner = self.inner();
        inner.power_until = Some(inner.changes + changes);
    }

    /// Whether power has failed.
    pub(crate) fn is_out(&self) -> bool {
        let inner = self.inner();
        inner.power_until.is_some_and(|until| inner.changes >= until)
    }

    /// Power comes back; what was not safe is there in part.
    pub(crate) fn restart(&self, tear: Tear, random: &mut Random) {
        let mut inner = self.inner();
        for content in inner.files.values_mut() {
            let left = remains(&content.safe, &content.unsynced, tear, random);
            *content = Content { safe: left.clone(), live: left, ..Content::default() };
        }
        if random.once_in(2) {
            inner.book = inner.safe_book;
        }
        inner.safe_book = inner.book;
        inner.begun = None;
        inner.life += 1;
        inner.power_until = None;
    }

    /// From now on this happens; calls are counted from here.
    pub(crate) fn fail(&self, fault: Option<Fault>) {
        let mut inner = self.inner();
        inner.fault = fault;
        inner.calls = 0;
    }

    /// How many calls came since the last [`Disk::fail`], with or without reads as the fault says.
    pub(crate) fn calls(&self) -> u64 {
        self.inner().calls
    }
}

/// What is safe, and a random part of what was written since.
fn remains(safe: &[u8], unsynced: &[Change], tear: Tear, random: &mut Random) -> Vec<u8> {
    let mut left = safe.to_vec();
    if tear == Tear::Prefix {
        let whole = random.below(unsynced.len() + 1);
        unsynced[..whole].iter().for_each(|change| apply(&mut left, change));
        if let Some(Change::Write(at, bytes)) = unsynced.get(whole) {
            apply(&mut left, &Change::Write(*at, bytes[..random.below(bytes.len() + 1)].to_vec()));
        }
        return left;
    }
    let mut pieces = Vec::new();
    for change in unsynced {
        match change {
            Change::Write(at, bytes) if tear != Tear::Writes => {
                let mut from = 0;
                while from < bytes.len() {
                    let to = bytes.len().min(from + 512 - (at + from) % 512);
                    let cut = if tear == Tear::Bytes { random.below(to - from + 1) } else { to - from };
                    pieces.push(Change::Write(at + from, bytes[from..from + cut].to_vec()));
                    from = to;
                }
            }
            change => pieces.push(change.clone()),
        }
    }
    random.shuffle(&mut pieces);
    for piece in pieces {
        if random.once_in(2) {
            apply(&mut left, &piece);
        }
    }
    left
}

fn apply(bytes: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Resize(length) => bytes.resize(*length, 0),
        Change::Write(at, written) => {
            let end = at + written.len();
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[*at..end].copy_from_slice(written);
        }
    }
}

impl Inner {
    /// Counts a call that may fail.
    fn call(&mut self, read: bool) -> io::Result<()> {
        if read && !self.fault.is_none_or(|fault| fault.reads) {
            return Ok(());
        }
        self.calls += 1;
        match self.fault {
            Some(fault)
                if self.calls == fault.at
                    || (fault.on && self.calls > fault.at.saturating_add(fault.gap)) =>
            {
                assert!(!fault.panic, "a panic that was asked for");
                Err(fault.kind.into())
            }
            _ => Ok(()),
        }
    }

    /// Counts a change; after the one at which power fails, nothing goes any more.
    fn change(&mut self) -> io::Result<()> {
        if self.power_until.is_some_and(|until| self.changes >= until) {
            return Err(io::Error::other("no power"));
        }
        self.changes += 1;
        Ok(())
    }

    fn is_out(&self) -> bool {
        self.power_until.is_some_and(|until| self.changes >= until)
    }
}

impl Content {
    fn synced(&mut self) {
        self.safe.clone_from(&self.live);
        self.unsynced.clear();
    }
}

impl Open {
    /// Does something to the open file; `change` if it changes it.
    fn with<T>(&self, change: bool, work: impl FnOnce(&mut Content) -> io::Result<T>) -> io::Result<T> {
        let mut inner = self.disk.inner();
        if inner.life != self.life || (inner.is_out() && !change) {
            return Err(io::Error::other("no power"));
        }
        inner.call(!change)?;
        if change {
            inner.change()?;
        }
        let out = inner.is_out();
        let done = work(inner.files.get_mut(&self.file).ok_or(io::ErrorKind::NotFound)?);
        // The call at which power fails may be on disk or not; it is never answered.
        if out { Err(io::Error::other("no power")) } else { done }
    }

    fn change(&self, change: Change) -> io::Result<()> {
        self.with(true, |content| {
            apply(&mut content.live, &change);
            content.unsynced.push(change);
            Ok(())
        })
    }
}

fn number(n: u64) -> usize {
    n.try_into().unwrap()
}

impl StorageBackend for Open {
    fn len(&self) -> io::Result<u64> {
        self.with(false, |content| Ok(content.live.len() as u64))
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.with(false, |content| {
            let from = number(offset);
            let bytes = content.live.get(from..from + out.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
            out.copy_from_slice(bytes);
            Ok(())
        })
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.change(Change::Resize(number(len)))
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.change(Change::Write(number(offset), data.to_vec()))
    }

    fn sync_data(&self) -> io::Result<()> {
        let (sync, out) = {
            let inner = self.disk.inner();
            // A sync at which power fails may have been done or not: here it was not.
            (inner.sync, inner.power_until.is_some_and(|until| inner.changes + 1 >= until))
        };
        self.with(true, |content| {
            if sync == Sync::Honest && !out {
                content.synced();
            }
            Ok(())
        })
    }

    fn try_lock_range(&self, _: Bound<u64>, _: Bound<u64>) -> Result<bool, BackendError> {
        Ok(true)
    }

    fn try_lock_shared_range(&self, _: Bound<u64>, _: Bound<u64>) -> Result<bool, BackendError> {
        Ok(true)
    }

    fn unlock_range(&self, _: Bound<u64>, _: Bound<u64>) -> Result<(), BackendError> {
        Ok(())
    }
}

impl Medium for Open {
    fn still_there(&self) -> io::Result<bool> {
        let inner = self.disk.inner();
        Ok(inner.book == Some(self.file) || inner.begun == Some(self.file))
    }
}

impl Place for OnDisk {
    fn open(&self) -> Result<Arc<dyn Medium>, StoreError> {
        let inner = self.0.inner();
        let file = inner.book.ok_or(StoreError::Missing)?;
        Ok(Arc::new(Open { disk: Arc::clone(&self.0), file, life: inner.life }))
    }

    fn begin(&self) -> Result<Arc<dyn Medium>, StoreError> {
        let mut inner = self.0.inner();
        inner.change()?;
        let file = inner.next_file;
        inner.next_file += 1;
        inner.files.insert(file, Content::default());
        inner.begun = Some(file);
        Ok(Arc::new(Open { disk: Arc::clone(&self.0), file, life: inner.life }))
    }

    /// Renames, then syncs the folder; the content must be safe already.
    fn finish(&self) -> Result<(), StoreError> {
        let mut inner = self.0.inner();
        inner.call(false)?;
        inner.change()?;
        inner.book = inner.begun.take();
        inner.change()?;
        if inner.is_out() {
            return Err(io::Error::other("no power").into());
        }
        inner.safe_book = inner.book;
        Ok(())
    }

    fn abandon(&self) {
        let mut inner = self.0.inner();
        if let Some(file) = inner.begun.take() {
            inner.files.remove(&file);
        }
    }
}
