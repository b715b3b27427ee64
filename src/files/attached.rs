//! Files on their way into the book, and out of it again.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;

use super::replace;
use crate::domain::attachment::{Sha256, Staged};
use crate::store::{FetchError, Snapshot, StageError, Writer};

/// Takes a file into the book.
pub fn stage(writer: &mut Writer, path: &Path) -> Result<Staged, StageError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    writer.stage(&name, &mut open(path)?)
}

/// Opens a plain file. Of a pipe nobody knows when it ends, and opening it could wait for ever.
fn open(path: &Path) -> Result<File, StageError> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        let flags = rustix::fs::OFlags::NONBLOCK;
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, flags.bits().cast_signed());
    }
    let file = options.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => StageError::Missing,
        _ => StageError::Unreadable(error),
    })?;
    let metadata = file.metadata().map_err(StageError::Unreadable)?;
    if metadata.is_dir() {
        Err(StageError::Folder)
    } else if metadata.is_file() {
        Ok(file)
    } else {
        Err(StageError::NotPlain)
    }
}

/// Writes a file of the book to a place of its own. What stood there stays as it was until the whole file is safe on disk.
pub fn save(snapshot: &Snapshot, sha256: &Sha256, path: &Path) -> Result<(), FetchError> {
    let mut failed = None;
    let written = replace::write(path, |out| {
        snapshot.blob(sha256, out).map_err(|error| {
            failed = Some(error);
            io::Error::other("not whole")
        })
    });
    match (failed, written) {
        (Some(error), _) => Err(error),
        (None, written) => written.map_err(FetchError::Unwritable),
    }
}
