//! Behind our back: the redb file of a book, opened without the store.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use comptoir::store::OURS;

/// What follows our part of a file.
#[derive(Debug)]
pub(crate) struct Behind(File);

impl Behind {
    pub(crate) fn open(path: &Path) -> Self {
        Self(OpenOptions::new().read(true).write(true).open(path).unwrap())
    }

    /// Writes bytes at a place in the file, our part included.
    pub(crate) fn overwrite(path: &Path, at: u64, bytes: &[u8]) {
        Self::open(path).0.write_all_at(bytes, at).unwrap();
    }
}

impl redb::StorageBackend for Behind {
    fn len(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len() - OURS)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> io::Result<()> {
        self.0.read_exact_at(out, offset + OURS)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        self.0.set_len(len + OURS)
    }

    fn sync_data(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> io::Result<()> {
        self.0.write_all_at(data, offset + OURS)
    }
}
