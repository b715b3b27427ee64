//! Books and clients for tests.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{Belongings, Change, ClientCommand, Command, Registration, Stamp};
use comptoir::domain::duplicate::Distinct;
use comptoir::domain::note::Note;
use comptoir::domain::record::{Moment, Scan};
use comptoir::store::{self, Origin, Reader, Receipt, Writer};
use tempfile::TempDir;

/// A book in a folder of its own, removed when dropped.
pub(crate) struct TestBook {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
    pub(crate) writer: Writer,
    pub(crate) reader: Reader,
}

/// What a book holds: clients, notes and pairs, and the revision.
pub(crate) type Content = (Vec<Client>, Vec<Note>, Vec<Distinct>, u64);

/// Everything in a book.
pub(crate) fn content(reader: &Reader) -> Content {
    let snapshot = reader.snapshot().unwrap();
    let mut content = (Vec::new(), Vec::new(), Vec::new(), snapshot.revision().unwrap());
    snapshot.scan(Scan::All, |client| content.0.push(client)).unwrap();
    snapshot.scan(Scan::All, |note| content.1.push(note)).unwrap();
    snapshot.scan(Scan::All, |pair| content.2.push(pair)).unwrap();
    content
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
        Registration { client: company(name), note: note.to_owned(), ..Registration::default() };
    Command::Client(ClientCommand::Register(Box::new(registration)))
}

/// The command that deletes a client.
pub(crate) fn delete(id: u64) -> Command {
    Command::Client(ClientCommand::Delete(vec![ClientId(id)]))
}

/// The command that gives a client another company name.
pub(crate) fn rename(before: &Client, name: &str) -> Command {
    let after = Client { company: name.to_owned(), ..before.clone() };
    let change = Change { before: before.clone(), after, note: None, with: Belongings::default() };
    Command::Client(ClientCommand::Change(Box::new(change)))
}

/// Everything in a folder, by name.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

impl TestBook {
    /// A book with three clients, of whom the second was renamed and the third deleted; two have a note.
    pub(crate) fn with_clients() -> Self {
        let mut book = test_book();
        book.apply(&register("Asie", "prefers mornings"));
        book.apply(&register("Bolido", ""));
        book.apply(&register("Cactus", "moved away"));
        let bolido = book.client(2).unwrap();
        book.apply(&rename(&bolido, "Bólido Comidas"));
        book.apply(&delete(3));
        book
    }

    /// Closes the book; the folder stays.
    pub(crate) fn close(self) -> (TempDir, PathBuf) {
        (self.folder, self.path)
    }

    /// Every client, note and pair, and the revision.
    pub(crate) fn content(&self) -> Content {
        content(&self.reader)
    }

    /// Applies a command from the window.
    pub(crate) fn apply(&mut self, command: &Command) -> Receipt {
        self.writer.apply(command, Origin::Window, stamp(0)).unwrap()
    }

    /// The client with this id.
    pub(crate) fn client(&self, id: u64) -> Option<Client> {
        self.reader.snapshot().unwrap().get(id).unwrap()
    }
}
