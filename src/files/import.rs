//! What a file would do to the book: a plan, read before anything is changed, and then done as one command.
//!
//! Each row is a client. It is one who is there already if its number says so, else its SIREN or SIRET, else its e-mail
//! address, else its name and postcode; where two fit, the row is refused, for only the user can tell. A cell that is
//! empty never erases. The same file read again changes nothing.
//!
//! Rows of one file that are the same client complete each other; one that says otherwise than an earlier row is refused.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::csv::{Limits, Table, Unreadable};
use super::headers::{Column, Target, columns, gnucash};
use super::incoming::{Incoming, has_lines};
use super::notes::{joined, notes_of};
use super::same::{Candidate, Keys, Same, Who};
use crate::domain::client::{Client, ClientId};
use crate::domain::command::{Change, ClientCommand, Command, Import, NoteChange, Registration};
use crate::domain::doubt::doubts;
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::record::{Invalid, Record as _, Scan};
use crate::store::{Snapshot, StoreError};

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The file could not be read from the disk.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is no table.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// It was called off.
    #[error("called off")]
    CalledOff,
    /// The book could not be read.
    #[error(transparent)]
    Book(#[from] StoreError),
}

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

/// What a file would do. Every row read is added, updated, unchanged or refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportPlan {
    /// How its columns were understood.
    pub columns: Vec<Column>,
    /// Rows with anything in them.
    pub read: usize,
    /// Rows that are new clients.
    pub added: usize,
    /// Rows that change a client or an earlier row.
    pub updated: usize,
    /// Rows that say nothing new.
    pub unchanged: usize,
    /// Rows that are refused, from top to bottom.
    pub refused: Vec<Refusal>,
    /// Clients added or updated who have something to check.
    pub doubts: usize,
    import: Import,
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
}

/// Plans the import of a file. `home` is the book's own country; `progress` is told how much is done of how much, and
/// answers whether to go on.
pub fn plan_file(
    path: &Path,
    book: &Snapshot,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let most = u64::try_from(Limits::FILE.bytes).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    // One byte more than there may be says that there are too many.
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    plan(&Table::read(&bytes, Limits::FILE)?, book, home, progress)
}

/// Plans the import of a table, as [`plan_file`] does.
pub fn plan(
    table: &Table,
    book: &Snapshot,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let header = table.header();
    let named = columns((0..header.len()).map(|at| header.cell(at)));
    let bare = gnucash(&named);
    let first = bare.is_some();
    let mut planner = Planner::new(book, home, bare.unwrap_or(named))?;
    for row in table.all().skip(usize::from(!first)) {
        let row = row?;
        if !progress(row.end, table.len()) {
            return Err(PlanError::CalledOff);
        }
        planner.plan.read = planner.plan.read.saturating_add(1);
        let incoming = Incoming::read(&row, &planner.plan.columns);
        let verdict = match incoming {
            Ok(incoming) => planner.take(row.line, incoming)?,
            Err(_) => Verdict::Refused(Reason::TooManyCells),
        };
        planner.count(row.line, verdict);
    }
    Ok(planner.finish())
}

/// What becomes of a row.
enum Verdict {
    Added,
    Updated,
    Unchanged,
    Refused(Reason),
}

/// A client that rows of the file are about.
struct Entry {
    /// As it is in the book; none for a new one.
    base: Option<Client>,
    /// The line that named it first.
    line: u64,
    /// What its rows say together.
    said: Incoming,
    /// What they make of it.
    client: Client,
    /// The note to write; empty for none.
    note: String,
}

struct Planner<'a> {
    book: &'a Snapshot,
    home: &'a str,
    keys: Keys,
    entries: Vec<Entry>,
    known: BTreeMap<ClientId, usize>,
    plan: ImportPlan,
}

impl<'a> Planner<'a> {
    fn new(book: &'a Snapshot, home: &'a str, columns: Vec<Column>) -> Result<Self, StoreError> {
        let mut keys = Keys::default();
        book.scan(Scan::All, |client: Client| keys.add(Who::Client(client.id), &client))?;
        let plan = ImportPlan { columns, ..ImportPlan::default() };
        Ok(Self { book, home, keys, entries: Vec::new(), known: BTreeMap::new(), plan })
    }

    /// Decides what becomes of a row.
    fn take(&mut self, line: u64, said: Incoming) -> Result<Verdict, StoreError> {
        let alone = said.client(None, self.home, &self.plan.columns).ok().map(|outcome| outcome.client);
        let row = alone.clone().unwrap_or_else(|| said.nameless());
        match self.same(&row)? {
            Same::Nobody => {
                let Some(client) = alone else { return Ok(Verdict::Refused(Reason::NoName)) };
                self.enter(None, line, said, client)
            }
            Same::One(Who::Client(id)) => {
                let base = self.book.get::<Client>(id.0)?;
                let client = base.clone().unwrap_or_default();
                self.enter(base, line, said, client)
            }
            Same::One(Who::Row(at)) => self.complete(at, said),
            Same::Several(names) => Ok(Verdict::Refused(Reason::SeveralFit(names))),
            Same::Taken(holder) => Ok(Verdict::Refused(Reason::NumberTaken { number: row.number, holder })),
        }
    }

    /// Who a row is about. A client of the book whom an earlier row was about is known by that row.
    fn same(&self, row: &Client) -> Result<Same, StoreError> {
        let look = |who: Who| -> Result<Option<Candidate>, StoreError> {
            let known = match who {
                Who::Client(id) => self.known.get(&id).copied(),
                Who::Row(at) => Some(at),
            };
            if let Some(at) = known {
                return Ok(self.entries.get(at).map(|entry| Candidate {
                    who: Who::Row(at),
                    client: entry.client.clone(),
                    number_in_file: entry.said.text(Field::Number).to_owned(),
                }));
            }
            let Who::Client(id) = who else { return Ok(None) };
            let client = self.book.get::<Client>(id.0)?;
            Ok(client.map(|client| Candidate { who, client, number_in_file: String::new() }))
        };
        self.keys.same(row, look)
    }

    /// The first row about a client.
    fn enter(
        &mut self,
        base: Option<Client>,
        line: u64,
        said: Incoming,
        client: Client,
    ) -> Result<Verdict, StoreError> {
        let mut entry = Entry { base, line, said, client, note: String::new() };
        if let Some(invalid) = self.work_out(&mut entry)? {
            return Ok(Verdict::Refused(invalid));
        }
        let at = self.entries.len();
        let verdict = match &entry.base {
            None => Verdict::Added,
            Some(base) => {
                self.known.insert(base.id, at);
                if *base == entry.client && entry.note.is_empty() {
                    Verdict::Unchanged
                } else {
                    Verdict::Updated
                }
            }
        };
        self.keys.add(Who::Row(at), &entry.client);
        self.entries.push(entry);
        Ok(verdict)
    }

    /// A later row about the same client.
    fn complete(&mut self, at: usize, later: Incoming) -> Result<Verdict, StoreError> {
        let Some(entry) = self.entries.get(at) else { return Ok(Verdict::Unchanged) };
        if let Some(target) = entry.said.contradiction(&later) {
            let header = self.header(target);
            return Ok(Verdict::Refused(Reason::SaysOtherwise { line: entry.line, header }));
        }
        let mut said = entry.said.clone();
        said.complete(later);
        let mut whole = Entry {
            base: entry.base.clone(),
            line: entry.line,
            said,
            client: entry.client.clone(),
            note: String::new(),
        };
        if let Some(invalid) = self.work_out(&mut whole)? {
            return Ok(Verdict::Refused(invalid));
        }
        let Some(entry) = self.entries.get_mut(at) else { return Ok(Verdict::Unchanged) };
        let same = entry.client == whole.client && entry.note == whole.note;
        self.keys.add(Who::Row(at), &whole.client);
        *entry = whole;
        Ok(if same { Verdict::Unchanged } else { Verdict::Updated })
    }

    /// Works out the client and the note of an entry; why it cannot be, if so.
    fn work_out(&self, entry: &mut Entry) -> Result<Option<Reason>, StoreError> {
        let Ok(outcome) = entry.said.client(entry.base.as_ref(), self.home, &self.plan.columns) else {
            return Ok(Some(Reason::NoName));
        };
        entry.note = match &entry.base {
            None => outcome.notes.join("\n"),
            Some(base) => new_lines(outcome.notes, &notes_of(self.book, base.id)?),
        };
        entry.client = outcome.client;
        let mut whole = entry.client.clone();
        // What the command gives.
        whole.id = ClientId(1);
        if whole.number.is_empty() {
            whole.number.push('1');
        }
        let invalid = whole.validate().and_then(|()| Invalid::check_text("notes", &entry.note)).err();
        Ok(invalid.map(Reason::Invalid))
    }

    fn header(&self, target: Target) -> String {
        let column = self.plan.columns.iter().find(|column| column.target == Some(target));
        column.map(|column| column.header.clone()).unwrap_or_default()
    }

    fn count(&mut self, line: u64, verdict: Verdict) {
        let count = match verdict {
            Verdict::Added => &mut self.plan.added,
            Verdict::Updated => &mut self.plan.updated,
            Verdict::Unchanged => &mut self.plan.unchanged,
            Verdict::Refused(reason) => {
                self.plan.refused.push(Refusal { line, reason });
                return;
            }
        };
        *count = count.saturating_add(1);
    }

    fn finish(mut self) -> ImportPlan {
        for Entry { base, client, note, .. } in self.entries {
            let changed = base.as_ref().is_none_or(|base| *base != client || !note.is_empty());
            if changed && !doubts(&client).is_empty() {
                self.plan.doubts = self.plan.doubts.saturating_add(1);
            }
            match base {
                None => self.plan.import.added.push(Registration { client, note, distinct_from: Vec::new() }),
                Some(before) if changed => {
                    let note = (!note.is_empty()).then_some(NoteChange { before: None, text: note });
                    self.plan.import.updated.push(Change { before, after: client, note });
                }
                Some(_) => {}
            }
        }
        self.plan
    }
}

/// What of these texts stands in no note yet.
fn new_lines(texts: Vec<String>, notes: &[Note]) -> String {
    let all = joined(notes);
    let new: Vec<String> = texts.into_iter().filter(|text| !has_lines(&all, text)).collect();
    new.join("\n")
}
