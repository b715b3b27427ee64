//! What a file would do to the book, row by row, before anything is changed: what the import dialog shows and the verb
//! prints.
//!
//! A million rows are kept as a verdict and a name each; what a row changes and what is to check of it is worked out when
//! somebody looks.

use std::collections::BTreeMap;

use super::incoming::Mended;
use super::repairs::Twin;
use super::target::Column;
use crate::domain::client::Client;
use crate::domain::command::{Change, ClientCommand, Command, Import, Registration};
use crate::domain::doubt::{Doubt, doubts};
use crate::domain::item::Item;
use crate::domain::place::Place;
use crate::domain::record::Invalid;
use crate::domain::setup::Setup;

/// Why a row is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no name in it.
    NoName,
    /// It has more values than there are headers.
    TooManyCells,
    /// It could be either of these clients.
    SeveralFit(Vec<String>),
    /// It is the same client as an earlier row and says otherwise.
    SaysOtherwise {
        /// The line of the earlier row.
        line: u64,
        /// The header of the column where they differ.
        header: String,
    },
    /// Its number is that of a client who has nothing else in common with it.
    NumberTaken {
        /// The number.
        number: String,
        /// The name of the client who has it.
        holder: String,
    },
    /// A value breaks a rule of its own.
    Invalid(Invalid),
}

/// A row that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The line of the file, from 1.
    pub line: u64,
    /// Why.
    pub reason: Reason,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is a new client.
    Add,
    /// It changes a client, or completes an earlier row.
    Update,
    /// It says nothing new.
    Unchanged,
    /// It is not read, because the user said so.
    LeftOut,
    /// It cannot be read.
    Refused(Reason),
}

/// A row and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The line that it begins on, from 1.
    pub line: u64,
    /// What [`Table::row`](super::table::Table::row) finds it by, with the line.
    pub at: usize,
    /// Whom it is about, as far as it says; may be empty.
    pub name: Box<str>,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Whether the client whom it adds or updates has something to check.
    pub to_check: bool,
    /// Whom a new client is likely to be, in the book or in an earlier row.
    pub twin: Option<Box<Twin>>,
    /// Where the client stands who comes of it, among those that are written.
    pub(super) entry: Option<usize>,
}

/// A value that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Where it stands.
    pub place: Place,
    /// As it is; empty for none.
    pub old: String,
    /// As it would be.
    pub new: String,
}

/// What a file would do. Every row read is added, updated, unchanged or refused, unless it is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    /// How its columns were understood.
    pub columns: Vec<Column>,
    /// Headers of columns that are not read though they hold something: see [`Target::LeftBehind`](super::target::Target::LeftBehind).
    pub left_behind: Vec<String>,
    /// Every row, from top to bottom.
    pub rows: Vec<Planned>,
    /// Rows with anything in them, but for those that are left out.
    pub read: usize,
    /// Rows that are new clients.
    pub added: usize,
    /// Rows that change a client or an earlier row.
    pub updated: usize,
    /// Rows that say nothing new.
    pub unchanged: usize,
    /// Rows that the user leaves out.
    pub left_out: usize,
    /// Rows that are refused, from top to bottom.
    pub refused: Vec<Refusal>,
    /// Clients added or updated who have something to check.
    pub doubts: usize,
    /// Clients added who are likely to be somebody in the book or in an earlier row.
    pub twins: usize,
    /// What is not kept as the file has it, of each client by [`Planned::entry`].
    pub(super) mended: BTreeMap<usize, Vec<Mended>>,
    pub(super) import: Import,
    /// Of each client that is written, in the order in which rows name them: where it stands in `import`.
    pub(super) written: Vec<Option<Written>>,
    /// That of the book, with the fields that it is still to make.
    pub(super) setup: Option<Setup>,
}

/// Where a client stands in the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Added(usize),
    Updated(usize),
}

impl ImportPlan {
    /// The one command that does it; none if there is nothing to do.
    pub fn command(self) -> Option<Command> {
        let import = self.import;
        let nothing = import.added.is_empty() && import.updated.is_empty();
        if nothing { None } else { Some(Command::Client(ClientCommand::Import(import))) }
    }

    /// Clients that it would add, with their notes.
    pub fn additions(&self) -> &[Registration] {
        &self.import.added
    }

    /// Clients that it would change.
    pub fn changes(&self) -> &[Change] {
        &self.import.updated
    }

    /// The book's setup with the fields that the import makes, by which the values of a row are named.
    pub fn setup(&self) -> Option<&Setup> {
        self.setup.as_ref()
    }

    /// The client whom a row of the plan makes, before the book gives it an id.
    pub fn client(&self, row: usize) -> Option<Client> {
        let (client, with) = match self.written_of(row)? {
            Written::Added(at) => self.import.added.get(at).map(|added| (&added.client, &added.with))?,
            Written::Updated(at) => {
                self.import.updated.get(at).map(|change| (&change.after, &change.with))?
            }
        };
        let mut client = client.clone();
        client.custom.extend(with.new_fields.iter().map(|(field, value)| (field.id, value.clone())));
        Some(client)
    }

    /// What is to check of the client whom a row of the plan makes.
    pub fn doubts_of(&self, row: usize) -> Vec<Doubt> {
        let client = self.rows.get(row).filter(|row| row.to_check).and_then(|_| self.client(row));
        client.zip(self.setup.as_ref()).map_or_else(Vec::new, |(client, setup)| doubts(&client, setup))
    }

    /// What of the client whom a row of the plan makes is not kept as the file has it.
    pub fn mended(&self, row: usize) -> &[Mended] {
        let entry = self.rows.get(row).and_then(|row| row.entry);
        entry.and_then(|entry| self.mended.get(&entry)).map_or(&[], Vec::as_slice)
    }

    /// What a row of the plan changes of a client who is there, in the order of the form.
    pub fn changes_of(&self, row: usize) -> Vec<Changed> {
        let (Some(Written::Updated(at)), Some(setup)) = (self.written_of(row), &self.setup) else {
            return Vec::new();
        };
        let (Some(change), Some(after)) = (self.import.updated.get(at), self.client(row)) else {
            return Vec::new();
        };
        changed(change, &after, setup)
    }

    fn written_of(&self, row: usize) -> Option<Written> {
        *self.written.get(self.rows.get(row)?.entry?)?
    }
}

/// What a change changes: the record place by place, its categories, and what is noted.
fn changed(change: &Change, after: &Client, setup: &Setup) -> Vec<Changed> {
    let before = &change.before;
    let mut all = Vec::new();
    for item in Item::all(Some(before), after, setup) {
        for place in item.places(after) {
            let (old, new) = (before.text(place).to_owned(), after.text(place).to_owned());
            if old != new {
                all.push(Changed { place, old, new });
            }
        }
    }
    let names = |client: &Client, new: &[String]| {
        let known = client.categories.iter().filter_map(|id| setup.category(*id));
        let names = known.map(|category| category.name.as_str()).chain(new.iter().map(String::as_str));
        names.collect::<Vec<_>>().join(", ")
    };
    let (old, new) = (names(before, &[]), names(after, &change.with.new_categories));
    if old != new {
        all.push(Changed { place: Place::Categories, old, new });
    }
    let dated = change.with.notes.iter().map(|note| &note.text);
    for text in change.note.iter().map(|note| &note.text).chain(dated) {
        all.push(Changed { place: Place::Note, old: String::new(), new: text.clone() });
    }
    all
}
