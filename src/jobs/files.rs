//! Files on the write thread: taken into the book, saved elsewhere, written where another program shows them.

use std::path::{Path, PathBuf};

use super::FileEvent;
use crate::domain::attachment::Sha256;
use crate::files::attached;
use crate::files::opened::{self, OpenedFolder};
use crate::store::{FetchError, Reader, StageError, StoreError, Writer};

/// What the write thread has of files that other programs show.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// Made when the first one is opened; wiped when it is dropped, with the worker at the thread's end.
    opened: Option<OpenedFolder>,
}

/// A file of the book, as an attachment names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookFile {
    /// What its bytes are found by.
    pub sha256: Sha256,
    /// Its name.
    pub name: String,
}

/// Takes files into the book, one after another: one that is refused keeps no other from coming.
pub(super) fn stage(mut writer: Option<&mut Writer>, ticket: u64, paths: Vec<PathBuf>) -> FileEvent {
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    for path in paths {
        let staged = match &mut writer {
            Some(writer) => attached::stage(writer, &path),
            None => Err(StageError::Store(StoreError::Missing)),
        };
        match staged {
            Ok(file) => files.push(file),
            Err(error) => refused.push((path, error)),
        }
    }
    FileEvent::Staged { ticket, files, refused }
}

/// Writes a file of the book to a place of its own.
pub(super) fn save(reader: Option<&Reader>, file: BookFile, path: PathBuf) -> FileEvent {
    let saved = snapshot(reader).and_then(|snapshot| attached::save(&snapshot, &file.sha256, &path));
    match saved {
        Ok(()) => FileEvent::Saved { name: file.name, path },
        Err(error) => FileEvent::NotFetched { name: file.name, error },
    }
}

impl Files {
    /// Writes a file of the book into this process's folder in `root`, for another program to open.
    pub(super) fn show(&mut self, reader: Option<&Reader>, file: BookFile, root: &Path) -> FileEvent {
        let written = snapshot(reader).and_then(|snapshot| {
            self.folder(root)?.write(&file.name, |out| snapshot.blob(&file.sha256, out))
        });
        match written {
            Ok(path) => FileEvent::Ready { name: file.name, path },
            Err(error) => FileEvent::NotFetched { name: file.name, error },
        }
    }

    fn folder(&mut self, root: &Path) -> Result<&OpenedFolder, FetchError> {
        let folder = match self.opened.take() {
            Some(folder) => folder,
            None => OpenedFolder::create(root).map_err(FetchError::Unwritable)?,
        };
        Ok(self.opened.insert(folder))
    }
}

/// Removes what earlier programs left that were killed.
pub(super) fn tidy(root: &Path) {
    if let Err(error) = opened::wipe(root) {
        log::warn!("opened files of earlier programs stay: {error}");
    }
}

fn snapshot(reader: Option<&Reader>) -> Result<crate::store::Snapshot, FetchError> {
    let reader = reader.ok_or(StoreError::Missing)?;
    Ok(reader.snapshot()?)
}
