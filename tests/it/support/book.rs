//! Books and clients for tests.

use std::path::PathBuf;

use chrono::NaiveDate;
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{ClientCommand, Command, Registration, Stamp};
use comptoir::domain::record::Moment;
use comptoir::store::{self, Origin, Reader, Receipt, Writer};
use tempfile::TempDir;

/// A book in a folder of its own, removed when dropped.
pub(crate) struct TestBook {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
    pub(crate) writer: Writer,
    pub(crate) reader: Reader,
}

/// A new, empty book.
pub(crate) fn test_book() -> TestBook {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Test.comptoir");
    let (writer, reader) = store::create(&path).unwrap();
    TestBook { folder, path, writer, reader }
}

/// The moment with this number.
pub(crate) fn stamp(n: i64) -> Stamp {
    Stamp { at: Moment(1_790_000_000_000 + n), today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap() }
}

/// A company not yet registered.
pub(crate) fn company(name: &str) -> Client {
    Client {
        company: name.to_owned(),
        email: format!("{}@example.org", name.to_lowercase()),
        ..Client::default()
    }
}

/// The command that registers a company with a note.
pub(crate) fn register(name: &str, note: &str) -> Command {
    let registration =
        Registration { client: company(name), note: note.to_owned(), distinct_from: Vec::new() };
    Command::Client(ClientCommand::Register(Box::new(registration)))
}

/// The command that deletes a client.
pub(crate) fn delete(id: u64) -> Command {
    Command::Client(ClientCommand::Delete(vec![ClientId(id)]))
}

impl TestBook {
    /// Applies a command from the window.
    pub(crate) fn apply(&mut self, command: &Command) -> Receipt {
        self.writer.apply(command, Origin::Window, stamp(0)).unwrap()
    }

    /// The client with this id.
    pub(crate) fn client(&self, id: u64) -> Option<Client> {
        self.reader.snapshot().unwrap().get(id).unwrap()
    }
}
