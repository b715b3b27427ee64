//! Where a book lies. A real file, or for tests a disk in memory that loses power.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use redb::backends::FileBackend;
use redb::{BackendError, StorageBackend};

use super::error::StoreError;
use crate::files::replace::Beside;

/// The bytes of an open book, ours included.
pub trait Medium: StorageBackend {
    /// Whether the book's name still leads to these bytes: what is written to a file that was deleted is lost.
    fn still_there(&self) -> io::Result<bool>;
}

/// Where a book lies.
pub trait Place: Debug + Send + Sync {
    /// Opens what is there. Nothing is written.
    fn open(&self) -> Result<Arc<dyn Medium>, StoreError>;
    /// Starts a new book that has no name yet.
    fn begin(&self) -> Result<Arc<dyn Medium>, StoreError>;
    /// Gives the book that was begun its name, unless the name is taken.
    fn finish(&self) -> Result<(), StoreError>;
    /// Throws away what was begun.
    fn abandon(&self);
}

/// A file.
#[derive(Debug)]
pub struct FilePlace {
    path: PathBuf,
    begun: Mutex<Option<Beside>>,
}

impl FilePlace {
    /// The place with this path.
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), begun: Mutex::new(None) }
    }

    fn begun(&self) -> std::sync::MutexGuard<'_, Option<Beside>> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place for FilePlace {
    fn open(&self) -> Result<Arc<dyn Medium>, StoreError> {
        // A link to a book is a name for it; what the name leads to is then opened without following further ones.
        let path = fs::canonicalize(&self.path)?;
        plain(&fs::symlink_metadata(&path)?)?;
        let file = open_options(true).open(&path)?;
        plain(&file.metadata()?)?;
        Ok(Arc::new(OpenFile::new(file, path)?))
    }

    fn begin(&self) -> Result<Arc<dyn Medium>, StoreError> {
        if fs::symlink_metadata(&self.path).is_ok() {
            return Err(StoreError::Exists);
        }
        let beside = Beside::create(&self.path)?;
        let medium = OpenFile::new(beside.file.try_clone()?, beside.path.clone())?;
        *self.begun() = Some(beside);
        Ok(Arc::new(medium))
    }

    fn finish(&self) -> Result<(), StoreError> {
        match self.begun().take() {
            Some(beside) => {
                beside.file.sync_all()?;
                Ok(beside.rename_new(&self.path)?)
            }
            None => Err(StoreError::Missing),
        }
    }

    fn abandon(&self) {
        drop(self.begun().take());
    }
}

/// A file that is open, as a medium.
pub(super) fn open_file(file: File, path: &Path) -> Result<Arc<dyn Medium>, StoreError> {
    Ok(Arc::new(OpenFile::new(file, path.to_owned())?))
}

/// A book to be read only; it may be read-only itself.
pub(super) fn read_only(path: &Path) -> Result<Arc<dyn Medium>, StoreError> {
    let path = fs::canonicalize(path)?;
    open_file(regular(open_options(false).open(&path)?)?, &path)
}

/// A file to be read byte by byte, which nobody writes to meanwhile.
pub(super) fn open_to_read(path: &Path) -> Result<File, StoreError> {
    let file = regular(open_options(false).open(fs::canonicalize(path)?)?)?;
    match file.try_lock_shared() {
        Err(fs::TryLockError::WouldBlock) => Err(StoreError::InUse),
        // Where there are no locks, the check of the copy has to do.
        Ok(()) | Err(fs::TryLockError::Error(_)) => Ok(file),
    }
}

fn regular(file: File) -> Result<File, StoreError> {
    if file.metadata()?.is_file() { Ok(file) } else { Err(StoreError::NotPlain) }
}

/// For reading, and for writing too if asked; never creating, never following a link.
fn open_options(write: bool) -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(write);
    #[cfg(unix)]
    {
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.bits().cast_signed());
    }
    options
}

/// A book is a regular file with one name that somebody may write to.
fn plain(metadata: &fs::Metadata) -> Result<(), StoreError> {
    if !metadata.is_file() {
        return Err(StoreError::NotPlain);
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if metadata.nlink() != 1 {
            return Err(StoreError::NotPlain);
        }
    }
    // Root may write to what nobody may write to; the wish stands all the same.
    if metadata.permissions().readonly() { Err(StoreError::ReadOnly) } else { Ok(()) }
}

/// A file that is open.
#[derive(Debug)]
struct OpenFile {
    backend: FileBackend,
    file: File,
    path: PathBuf,
}

impl OpenFile {
    fn new(file: File, path: PathBuf) -> Result<Self, StoreError> {
        Ok(Self { backend: FileBackend::new(file.try_clone()?)?, file, path })
    }
}

impl Medium for OpenFile {
    #[cfg(unix)]
    fn still_there(&self) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt as _;
        let ours = self.file.metadata()?;
        match fs::symlink_metadata(&self.path) {
            Ok(named) => Ok((named.dev(), named.ino()) == (ours.dev(), ours.ino())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    #[cfg(not(unix))]
    fn still_there(&self) -> io::Result<bool> {
        self.file.metadata()?;
        self.path.try_exists()
    }
}

/// Everything as redb does it itself: its locks too, which it would silently do without.
impl StorageBackend for OpenFile {
    fn len(&self) -> io::Result<u64> {
        self.backend.len()
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.backend.read(offset, out)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.backend.set_len(len)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.backend.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.backend.write(offset, data)
    }

    fn close(&self) -> io::Result<()> {
        self.backend.close()
    }

    fn try_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.backend.try_lock_range(start, end)
    }

    fn try_lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.backend.try_lock_shared_range(start, end)
    }

    fn lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.backend.lock_range(start, end)
    }

    fn lock_shared_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.backend.lock_shared_range(start, end)
    }

    fn unlock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<(), BackendError> {
        self.backend.unlock_range(start, end)
    }

    fn query_lock_range(&self, start: Bound<u64>, end: Bound<u64>) -> Result<bool, BackendError> {
        self.backend.query_lock_range(start, end)
    }
}
