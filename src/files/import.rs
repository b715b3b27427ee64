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
use std::sync::Arc;

use super::csv::{Limits, Row, Table, Unreadable};
use super::headers::{Column, Target, columns, gnucash, new_fields};
use super::incoming::{Incoming, Outcome};
use super::json;
use super::notes::{joined, notes_of};
use super::said::NOT_ASKED;
use super::same::{Candidate, Keys, Same, Who};
use super::words::has_lines;
use crate::domain::client::{Client, ClientId};
use crate::domain::command::{Belongings, Change, ClientCommand, Command, Import, NoteChange, Registration};
use crate::domain::custom_field::CustomField;
use crate::domain::doubt::doubts;
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::record::{Invalid, Record as _, Scan};
use crate::domain::setup::Setup;
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
    /// Headers of columns that are not read though they hold something: see [`Target::LeftBehind`].
    pub left_behind: Vec<String>,
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

/// Plans the import of a file into a book; none is a new, empty one. `home` is the book's own country; `progress` is told how much is done of how much, and
/// answers whether to go on.
pub fn plan_file(
    path: &Path,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let most = u64::try_from(Limits::FILE.bytes).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    // One byte more than there may be says that there are too many.
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if json::is_json(&bytes) {
        bytes = json::table(&bytes)?;
    }
    plan(&Table::read(&bytes, Limits::FILE)?, book, home, progress)
}

/// Plans the import of a table, as [`plan_file`] does.
pub fn plan(
    table: &Table,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let header = table.header();
    let headers = || (0..header.len()).map(|at| header.cell(at));
    let setup = match book {
        Some(book) => book.setup(home)?,
        None => Setup::new(home),
    };
    let fields = numbered(new_fields(headers(), &setup));
    let setup = with_fields(&setup, &fields, table.point());
    let named = columns(headers(), &setup);
    let bare = gnucash(&named, &setup);
    let first = bare.is_some();
    let mut planner = Planner::new(book, setup, fields, bare.unwrap_or(named))?;
    for row in table.all().skip(usize::from(!first)) {
        let row = row?;
        if !progress(row.end, table.len()) {
            return Err(PlanError::CalledOff);
        }
        planner.plan.read = planner.plan.read.saturating_add(1);
        planner.leave_behind(&row);
        let incoming = Incoming::read(&row, &planner.plan.columns, home);
        let verdict = match incoming {
            Ok(incoming) => planner.take(row.line, incoming)?,
            Err(_) => Verdict::Refused(Reason::TooManyCells),
        };
        planner.count(row.line, verdict);
    }
    Ok(planner.finish()?)
}

/// Where ids begin that custom fields have until the book has made them: no book counts so far.
const FIRST_NEW_FIELD: u64 = 1 << 63;

fn numbered(fields: Vec<CustomField>) -> Vec<Arc<CustomField>> {
    (FIRST_NEW_FIELD..).zip(fields).map(|(id, field)| Arc::new(CustomField { id, ..field })).collect()
}

/// The setup of the book with fields that it is still to make. `point` is what separates decimals in the file.
fn with_fields(setup: &Setup, new: &[Arc<CustomField>], point: char) -> Setup {
    let all = setup.fields().iter().chain(new.iter().map(Arc::as_ref)).cloned();
    let mut with = setup.clone().with(setup.categories().to_vec(), all.collect());
    with.point = point;
    with
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
    /// Who it is in the book; none for a new one.
    base: Option<ClientId>,
    /// The line that named it first.
    line: u64,
    /// What its rows say together.
    said: Incoming,
    /// What they make of it; none if that is nothing new.
    made: Option<Box<Made>>,
}

/// What is to be written of a client.
#[derive(PartialEq)]
struct Made {
    client: Client,
    /// Empty for none.
    note: String,
    /// Names of categories that the book does not have.
    new_categories: Vec<String>,
}

struct Planner<'a> {
    book: Option<&'a Snapshot>,
    /// That of the book, with the fields that it is still to make.
    setup: Setup,
    /// Fields that the book is still to make.
    fields: Vec<Arc<CustomField>>,
    keys: Keys,
    entries: Vec<Entry>,
    known: BTreeMap<ClientId, usize>,
    plan: ImportPlan,
}

impl<'a> Planner<'a> {
    fn new(
        book: Option<&'a Snapshot>,
        setup: Setup,
        fields: Vec<Arc<CustomField>>,
        columns: Vec<Column>,
    ) -> Result<Self, StoreError> {
        let mut keys = Keys::default();
        if let Some(book) = book {
            book.scan(Scan::All, |client: Client| keys.add(Who::Client(client.id), &client))?;
        }
        let plan = ImportPlan { columns, ..ImportPlan::default() };
        Ok(Self { book, setup, fields, keys, entries: Vec::new(), known: BTreeMap::new(), plan })
    }

    fn client(&self, id: ClientId) -> Result<Option<Client>, StoreError> {
        self.book.map_or(Ok(None), |book| book.get(id.0))
    }

    /// Decides what becomes of a row.
    fn take(&mut self, line: u64, said: Incoming) -> Result<Verdict, StoreError> {
        let alone = said.client(None, &self.setup, &self.plan.columns).ok();
        let nameless = alone.is_none().then(|| said.nameless());
        let Some(row) = alone.as_ref().map(|outcome| &outcome.client).or(nameless.as_ref()) else {
            return Ok(Verdict::Refused(Reason::NoName));
        };
        let same = self.keys.same(row, |who| self.look(who))?;
        match same {
            Same::Nobody => self.enter(None, line, said, alone),
            Same::One(Who::Client(id)) => {
                let base = self.client(id)?;
                let outcome = said.client(base.as_ref(), &self.setup, &self.plan.columns).ok();
                self.enter(base, line, said, outcome)
            }
            Same::One(Who::Row(at)) => self.complete(at, said),
            Same::Several(names) => Ok(Verdict::Refused(Reason::SeveralFit(names))),
            Same::Taken(holder) => {
                Ok(Verdict::Refused(Reason::NumberTaken { number: row.number.clone(), holder }))
            }
        }
    }

    /// Who somebody is by now. A client of the book whom an earlier row was about is known by that row.
    fn look(&self, who: Who) -> Result<Option<Candidate>, StoreError> {
        let entry = match who {
            Who::Client(id) => self.known.get(&id).copied(),
            Who::Row(at) => Some(at),
        }
        .and_then(|at| Some((at, self.entries.get(at)?)));
        let (who, id, made, number) = match (entry, who) {
            (Some((at, entry)), _) => {
                (Who::Row(at), entry.base, entry.made.as_ref(), entry.said.text(Field::Number))
            }
            (None, Who::Client(id)) => (who, Some(id), None, ""),
            (None, Who::Row(_)) => return Ok(None),
        };
        let client = match (made, id) {
            (Some(made), _) => Some(made.client.clone()),
            (None, Some(id)) => self.client(id)?,
            (None, None) => None,
        };
        Ok(client.map(|client| Candidate { who, client, number_in_file: number.to_owned() }))
    }

    /// The first row about a client.
    fn enter(
        &mut self,
        base: Option<Client>,
        line: u64,
        said: Incoming,
        outcome: Option<Outcome>,
    ) -> Result<Verdict, StoreError> {
        let made = match self.made(base.as_ref(), outcome)? {
            Ok(made) => made,
            Err(reason) => return Ok(Verdict::Refused(reason)),
        };
        let at = self.entries.len();
        let verdict = match (&base, &made) {
            (None, _) => Verdict::Added,
            (Some(_), None) => Verdict::Unchanged,
            (Some(_), Some(_)) => Verdict::Updated,
        };
        let base = base.map(|base| base.id);
        if let Some(id) = base {
            self.known.insert(id, at);
        }
        if let Some(made) = &made {
            self.keys.add(Who::Row(at), &made.client);
        }
        self.entries.push(Entry { base, line, said, made });
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
        let base = match entry.base {
            Some(id) => self.client(id)?,
            None => None,
        };
        let outcome = said.client(base.as_ref(), &self.setup, &self.plan.columns).ok();
        let made = match self.made(base.as_ref(), outcome)? {
            Ok(made) => made,
            Err(reason) => return Ok(Verdict::Refused(reason)),
        };
        if let Some(made) = &made {
            self.keys.add(Who::Row(at), &made.client);
        }
        let Some(entry) = self.entries.get_mut(at) else { return Ok(Verdict::Unchanged) };
        let same = entry.made == made;
        (entry.said, entry.made) = (said, made);
        Ok(if same { Verdict::Unchanged } else { Verdict::Updated })
    }

    /// What is to be written, if anything; or why it cannot be.
    fn made(
        &self,
        base: Option<&Client>,
        outcome: Option<Outcome>,
    ) -> Result<Result<Option<Box<Made>>, Reason>, StoreError> {
        let Some(Outcome { client, notes, new_categories }) = outcome else { return Ok(Err(Reason::NoName)) };
        let note = match (base, self.book) {
            (Some(base), Some(book)) if !notes.is_empty() => new_lines(notes, &notes_of(book, base.id)?),
            _ => notes.join("\n"),
        };
        if base == Some(&client) && note.is_empty() && new_categories.is_empty() {
            return Ok(Ok(None));
        }
        let mut made = Box::new(Made { client, note, new_categories });
        Ok(match made.check() {
            Ok(()) => Ok(Some(made)),
            Err(invalid) => Err(Reason::Invalid(invalid)),
        })
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

    /// Takes note of what the row says in columns that are left behind.
    fn leave_behind(&mut self, row: &Row) {
        for (at, column) in self.plan.columns.iter().enumerate() {
            let says = column.target == Some(Target::LeftBehind)
                && !matches!(row.cell(at).trim(), "" | NOT_ASKED)
                && !self.plan.left_behind.contains(&column.header);
            if says {
                self.plan.left_behind.push(column.header.clone());
            }
        }
    }

    /// The client, and apart from it what it holds in fields that the book is still to make.
    fn new_fields(&self, client: Client) -> (Client, Vec<(Arc<CustomField>, String)>) {
        let mut client = client;
        let new = client.custom.split_off(&FIRST_NEW_FIELD).into_iter().filter_map(|(id, value)| {
            let field = self.fields.iter().find(|field| field.id == id)?;
            Some((Arc::clone(field), value))
        });
        let new = new.collect();
        (client, new)
    }

    fn finish(mut self) -> Result<ImportPlan, StoreError> {
        for Entry { base, made, .. } in std::mem::take(&mut self.entries) {
            let Some(made) = made else { continue };
            let Made { client, note, new_categories } = *made;
            if !doubts(&client, &self.setup).is_empty() {
                self.plan.doubts = self.plan.doubts.saturating_add(1);
            }
            let before = match base {
                Some(id) => self.client(id)?,
                None => None,
            };
            let (client, new_fields) = self.new_fields(client);
            let with = Belongings { new_categories, new_fields, ..Belongings::default() };
            match before {
                None => self.plan.import.added.push(Registration {
                    client,
                    note,
                    with,
                    ..Registration::default()
                }),
                Some(before) => {
                    let note = (!note.is_empty()).then_some(NoteChange { before: None, text: note });
                    self.plan.import.updated.push(Change { before, after: client, note, with });
                }
            }
        }
        Ok(self.plan)
    }
}

impl Made {
    /// The rules that hold for it once the command has given it an id and a number.
    fn check(&mut self) -> Result<(), Invalid> {
        let client = &mut self.client;
        let (id, bare) = (client.id, client.number.is_empty());
        client.id = ClientId(1);
        if bare {
            client.number.push('1');
        }
        let checked = client.validate();
        client.id = id;
        if bare {
            client.number.clear();
        }
        checked?;
        Invalid::check_text("notes", &self.note)
    }
}

/// What of these texts stands in no note yet.
fn new_lines(texts: Vec<String>, notes: &[Note]) -> String {
    let all = joined(notes);
    let new: Vec<String> = texts.into_iter().filter(|text| !has_lines(&all, text)).collect();
    new.join("\n")
}
