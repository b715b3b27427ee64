//! Why a verb did not do what was asked, and what its exit status says of it.

use std::io;
use std::path::{Path, PathBuf};

use crate::store::{StoreError, WriteError};
use crate::text::{Text, store_error, write_error};

/// Why a verb failed.
#[derive(Debug)]
pub(super) enum Failure {
    /// It cannot be done as asked; the whole sentence.
    Use(String),
    /// A book could not be opened or read.
    Book(StoreError, PathBuf),
    /// A change was not made.
    Change(WriteError, PathBuf),
    /// What there was to say could not be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// The book at `path` failed.
    pub(super) fn book(path: &Path) -> impl Fn(StoreError) -> Self + '_ {
        |error| Self::Book(error, path.to_owned())
    }

    /// The exit status: 2 wrong use, 3 the book could not be opened or kept. Nobody who reads on is no failure.
    pub(super) fn status(&self) -> u8 {
        match self {
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            // A file that must not be there is: another name was meant.
            Self::Book(error, _) | Self::Change(WriteError::Store(error), _)
                if !matches!(error, StoreError::Exists) =>
            {
                3
            }
            _ => 2,
        }
    }

    /// What happened and what to do, path last; nothing if nobody reads.
    pub(super) fn sentence(&self, text: &Text) -> Option<String> {
        Some(match self {
            Self::Use(sentence) => sentence.clone(),
            Self::Book(StoreError::InUse, path)
            | Self::Change(WriteError::Store(StoreError::InUse), path) => {
                text.with("error-in-use-verb", &[("path", path.display().to_string().into())])
            }
            Self::Book(error, path) => store_error(text, error, path),
            Self::Change(error, path) => write_error(text, error, path),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return None,
            Self::Output(error) => text.with("cli-output", &[("detail", error.to_string().into())]),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::command::Refused;
    use crate::text::Language;

    #[test]
    fn the_status_says_whose_fault_it_is() {
        let path = || PathBuf::from("a.comptoir");
        let status = |failure: Failure| failure.status();
        assert_eq!(status(Failure::Use(String::new())), 2);
        assert_eq!(status(Failure::Book(StoreError::Missing, path())), 3);
        assert_eq!(status(Failure::Book(StoreError::InUse, path())), 3);
        assert_eq!(status(Failure::Book(StoreError::Exists, path())), 2);
        assert_eq!(status(Failure::Change(WriteError::Store(StoreError::Full), path())), 3);
        assert_eq!(status(Failure::Change(WriteError::Refused(Refused::Gone), path())), 2);
        assert_eq!(status(Failure::Output(io::ErrorKind::BrokenPipe.into())), 0);
        assert_eq!(status(Failure::Output(io::ErrorKind::StorageFull.into())), 2);
    }

    #[test]
    fn nobody_is_told_who_does_not_listen() {
        let text = Text::load(Language::En);
        assert_eq!(Failure::Output(io::ErrorKind::BrokenPipe.into()).sentence(&text), None);
        assert!(Failure::Output(io::ErrorKind::StorageFull.into()).sentence(&text).is_some());
    }
}
