//! One save against redb alone: the same rows into the same tables of a copy of the same book, one after the other, so that
//! a disk that is slow for a while is slow for both.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use comptoir::domain::address::Address;
use comptoir::domain::client::Client;
use comptoir::domain::command::{ClientCommand, Command, Registration, Stamp};
use comptoir::domain::record::Moment;
use comptoir::store::{self, Origin, Writer};
use tempfile::TempDir;

use crate::bare::{self, Save, State};
use crate::figure::{Figure, Limit, Times};

/// How many saves are measured.
const SAVES: usize = 60;

/// The saves of a busy day at the telephone, recorded as rows.
pub(crate) struct Recorded {
    commands: Vec<Command>,
    saves: Vec<Save>,
}

impl Recorded {
    /// Makes the saves on a copy of the book, and reads off it what each wrote.
    pub(crate) fn on(book: &Path, folder: &Path) -> Self {
        let book = copy(book, folder, "recorded");
        let commands: Vec<Command> = (0..SAVES)
            .map(|n| Command::Client(ClientCommand::Register(Box::new(registration(1_000_000 + n)))))
            .collect();
        let mut before = State::of(&book);
        let mut saves = Vec::new();
        for command in &commands {
            apply(&mut open(&book), command);
            let after = State::of(&book);
            saves.push(Save::between(&before, &after));
            before = after;
        }
        assert!(
            saves.iter().all(|save| save.rows() >= 4),
            "a save writes a client, a note, what is counted and an entry"
        );
        Self { commands, saves }
    }

    /// Measures both on copies of the book in that folder.
    pub(crate) fn figure(
        &self,
        name: &'static str,
        book: &Path,
        folder: &Path,
        clients: usize,
        most: f64,
    ) -> Figure {
        let folder = private(folder);
        let (our_book, bare_book) = (copy(book, folder.path(), "ours"), copy(book, folder.path(), "bare"));
        let (mut ours, mut peer) = (Times::default(), Times::default());
        {
            let (mut writer, database) = (open(&our_book), bare::open(&bare_book));
            for (command, save) in self.commands.iter().zip(&self.saves) {
                ours.measure(|| apply(&mut writer, command));
                peer.measure(|| save.replay(&database));
            }
        }
        let rows_equal = Some(State::of(&our_book) == State::of(&bare_book));
        Figure { name, clients, ours, peer: Some(peer), rows_equal, limit: Limit::Ratio(most) }
    }
}

/// A folder of our own inside of one, gone at the end.
pub(crate) fn private(folder: &Path) -> TempDir {
    tempfile::Builder::new().prefix("comptoir-bench-").tempdir_in(folder).expect("a folder for books")
}

/// A copy of a closed book.
pub(crate) fn copy(book: &Path, folder: &Path, name: &str) -> PathBuf {
    let copy = folder.join(name).with_extension("comptoir");
    std::fs::copy(book, &copy).expect("a copy of the book");
    copy
}

fn open(book: &Path) -> Writer {
    store::open(book).expect("the copy opens").0
}

pub(crate) fn apply(writer: &mut Writer, command: &Command) {
    let at = Moment(1_795_000_000_000);
    let today = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
    writer.apply(command, Origin::Window, Stamp { at, today }).expect("the save");
}

fn registration(n: usize) -> Registration {
    let client = Client {
        company: format!("Boulangerie Lefèvre {n}"),
        email: format!("contact{n}@lefevre.example"),
        address: Address {
            street: format!("{n} rue du Four"),
            postcode: "75006".to_owned(),
            city: "Paris".to_owned(),
            country: "FR".to_owned(),
            ..Address::default()
        },
        ..Client::default()
    };
    Registration { client, note: "Rappelle jeudi pour le devis.".to_owned(), ..Registration::default() }
}
