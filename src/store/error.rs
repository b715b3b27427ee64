//! What can go wrong with a book, each with a name of its own: the window makes a sentence of each.

use std::io;

use crate::domain::command::{Failure, Refused};
use crate::domain::record::Kind;

/// Why a book could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file.
    #[error("there is no such file")]
    Missing,
    /// A file of that name is already there.
    #[error("a file of that name is already there")]
    Exists,
    /// The file has no bytes.
    #[error("the file is empty")]
    Empty,
    /// The file was made by another program.
    #[error("the file is no book of this program")]
    Foreign,
    /// The file ends before its content does.
    #[error("the file is cut off")]
    CutOff,
    /// The book was written by a newer version; the number is that of its format.
    #[error("the book was written by a newer version (format {0})")]
    Newer(u32),
    /// The content contradicts itself. The text is for whoever repairs it.
    #[error("the book is damaged: {0}")]
    Damaged(String),
    /// The file, its folder or its disk may not be written to.
    #[error("the file is read-only")]
    ReadOnly,
    /// A window or another process has the book open.
    #[error("the book is already open")]
    InUse,
    /// A folder, a device, or a file with a second name: two programs could write to it unseen.
    #[error("not a plain file with one name")]
    NotPlain,
    /// The open file was moved, deleted or replaced by another. What is open can still be read and copied.
    #[error("the file is no longer where it was")]
    Vanished,
    /// The disk is full, or a limit of space is reached.
    #[error("the disk is full")]
    Full,
    /// The last change may have reached the disk or not: the same command again finds out, and is done once.
    #[error("it is not known whether the change was saved: {0}")]
    Unsure(Box<Self>),
    /// What takes a while was called off: a copy, an import. Nothing came of it.
    #[error("called off")]
    Cancelled,
    /// Something that cannot be kept: too large, or no form for it.
    #[error("cannot be kept: {0}")]
    Unkeepable(String),
    /// The disk reported an error.
    #[error(transparent)]
    Io(io::Error),
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full
            }
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

impl From<redb::StorageError> for StoreError {
    fn from(error: redb::StorageError) -> Self {
        match error {
            redb::StorageError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => Self::CutOff,
            redb::StorageError::Io(error) if error.kind() == io::ErrorKind::InvalidData => {
                Self::Damaged(error.to_string())
            }
            redb::StorageError::Io(error) => error.into(),
            redb::StorageError::Corrupted(what) if what.contains("truncated") => Self::CutOff,
            redb::StorageError::Corrupted(what) => Self::Damaged(what),
            redb::StorageError::ValueTooLarge(size) => Self::Unkeepable(format!("{size} bytes")),
            other => Self::Io(io::Error::other(other.to_string())),
        }
    }
}

impl From<redb::DatabaseError> for StoreError {
    fn from(error: redb::DatabaseError) -> Self {
        match error {
            redb::DatabaseError::DatabaseAlreadyOpen | redb::DatabaseError::LockProtocolMismatch => {
                Self::InUse
            }
            redb::DatabaseError::Storage(error) => error.into(),
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl From<redb::TableError> for StoreError {
    fn from(error: redb::TableError) -> Self {
        match error {
            redb::TableError::Storage(error) => error.into(),
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl From<redb::TransactionError> for StoreError {
    fn from(error: redb::TransactionError) -> Self {
        match error {
            redb::TransactionError::Storage(error) => error.into(),
            other => Self::Io(io::Error::other(other.to_string())),
        }
    }
}

impl From<redb::CommitError> for StoreError {
    fn from(error: redb::CommitError) -> Self {
        match error {
            redb::CommitError::Storage(error) => error.into(),
            other => Self::Io(io::Error::other(other.to_string())),
        }
    }
}

/// Why a change was not made. Nothing was changed, unless the store's error is [`StoreError::Unsure`].
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The trade says no.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// A record cannot go, since another refers to it.
    #[error("{kind:?} {id} is still referred to by {by:?} {by_id}")]
    StillReferred {
        /// The kind of the record that should go.
        kind: Kind,
        /// Its id.
        id: u64,
        /// The kind of the one that refers to it.
        by: Kind,
        /// Its id.
        by_id: u64,
    },
    /// A record refers to another that is not there.
    #[error("{by:?} {by_id} refers to {kind:?} {id}, which is not there")]
    Dangling {
        /// The kind of the record that is not there.
        kind: Kind,
        /// Its id.
        id: u64,
        /// The kind of the one that refers to it.
        by: Kind,
        /// Its id.
        by_id: u64,
    },
    /// Another record has the text that only one may have (a client's number).
    #[error("{name} is that of {kind:?} {holder}")]
    Taken {
        /// The kind of both.
        kind: Kind,
        /// The text.
        name: String,
        /// The id of the one that has it.
        holder: u64,
    },
    /// A file was to be attached whose bytes are not in the book: they must be staged before.
    #[error("the bytes of {name} are not in the book")]
    NoBytes {
        /// The file's name.
        name: String,
    },
    /// A change cannot be taken back, since this record was changed again later.
    #[error("{kind:?} {id} was changed again since")]
    ChangedSince {
        /// The kind of the record.
        kind: Kind,
        /// Its id.
        id: u64,
    },
    /// Everything that this entry did is only ever added to (an answer to a question of consent), and stays.
    #[error("what entry {0} recorded stays")]
    AppendOnly(u64),
    /// A change was taken back already.
    #[error("entry {0} was already taken back")]
    AlreadyUndone(u64),
    /// There is no such entry.
    #[error("there is no entry {0}")]
    NoEntry(u64),
    /// The book could not be written.
    #[error(transparent)]
    Store(StoreError),
}

impl<E: Into<StoreError>> From<E> for WriteError {
    fn from(error: E) -> Self {
        Self::Store(error.into())
    }
}

impl From<Failure<Self>> for WriteError {
    fn from(failure: Failure<Self>) -> Self {
        match failure {
            Failure::Refused(refused) => Self::Refused(refused),
            Failure::Store(error) => error,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_the_system_have_names() {
        let named = |kind: io::ErrorKind| format!("{:?}", StoreError::from(io::Error::from(kind)));
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded, io::ErrorKind::FileTooLarge] {
            assert_eq!(named(kind), "Full");
        }
        for kind in [io::ErrorKind::ReadOnlyFilesystem, io::ErrorKind::PermissionDenied] {
            assert_eq!(named(kind), "ReadOnly");
        }
        assert_eq!(named(io::ErrorKind::NotFound), "Missing");
        assert_eq!(named(io::ErrorKind::AlreadyExists), "Exists");
        assert!(named(io::ErrorKind::TimedOut).starts_with("Io("));
    }

    #[test]
    fn errors_of_redb_have_names() {
        let io = |kind: io::ErrorKind| StoreError::from(redb::StorageError::Io(kind.into()));
        assert!(matches!(io(io::ErrorKind::UnexpectedEof), StoreError::CutOff));
        assert!(matches!(io(io::ErrorKind::InvalidData), StoreError::Damaged(_)));
        assert!(matches!(io(io::ErrorKind::StorageFull), StoreError::Full));
        let corrupted = |what: &str| StoreError::from(redb::StorageError::Corrupted(what.to_owned()));
        assert!(matches!(corrupted("File truncated below"), StoreError::CutOff));
        assert!(matches!(corrupted("checksum"), StoreError::Damaged(what) if what == "checksum"));
        assert!(matches!(StoreError::from(redb::StorageError::ValueTooLarge(7)), StoreError::Unkeepable(_)));
        assert!(matches!(StoreError::from(redb::StorageError::PreviousIo), StoreError::Io(_)));
        assert!(matches!(StoreError::from(redb::DatabaseError::DatabaseAlreadyOpen), StoreError::InUse));
        assert!(matches!(StoreError::from(redb::DatabaseError::RepairAborted), StoreError::Damaged(_)));
        let table = redb::TableError::TableDoesNotExist("records".to_owned());
        assert!(matches!(StoreError::from(table), StoreError::Damaged(_)));
    }
}
