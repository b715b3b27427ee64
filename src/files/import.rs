//! What a file would do to the book: a plan, read before anything is changed, and then done as one command.
//!
//! Each row is a client. It is one who is there already if its number says so, else its SIREN or SIRET, else its e-mail
//! address, else its name and postcode; where two fit, the row is refused, for only the user can tell. A cell that is
//! empty never erases. The same file read again changes nothing.
//!
//! Rows of one file that are the same client complete each other; one that says otherwise than an earlier row is refused.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::incoming::{Incoming, Outcome};
use super::mapping::{FIRST_NEW_FIELD, Mapping};
use super::notes::{joined, notes_of};
use super::repairs::{Repairs, Resembled, Settled, Twin};
use super::said::NOT_ASKED;
use super::same::{Candidate, Keys, Same, Who};
use super::source::Source;
use super::table::{Row, Table, Unreadable};
use super::target::{Column, Target};
use super::twins::Twins;
use super::words::has_lines;
use crate::domain::client::{Client, ClientId};
use crate::domain::command::{Belongings, Change, ClientCommand, Command, Import, NoteChange, Registration};
use crate::domain::custom_field::CustomField;
use crate::domain::doubt::{Doubt, doubts, is_doubtful};
use crate::domain::field::Field;
use crate::domain::item::Item;
use crate::domain::note::Note;
use crate::domain::place::Place;
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
    Unreadable(Unreadable),
    /// It was called off.
    #[error("called off")]
    CalledOff,
    /// The book could not be read.
    #[error(transparent)]
    Book(#[from] StoreError),
}

impl From<Unreadable> for PlanError {
    fn from(error: Unreadable) -> Self {
        if error == Unreadable::CalledOff { Self::CalledOff } else { Self::Unreadable(error) }
    }
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
    /// What [`Table::row`] finds it by, with the line.
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
    entry: Option<usize>,
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
    /// Headers of columns that are not read though they hold something: see [`Target::LeftBehind`].
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
    import: Import,
    /// Of each client that is written, in the order in which rows name them: where it stands in `import`.
    written: Vec<Option<Written>>,
    /// That of the book, with the fields that it is still to make.
    setup: Option<Setup>,
}

/// Where a client stands in the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
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
    if let Some(note) = &change.note {
        all.push(Changed { place: Place::Note, old: String::new(), new: note.text.clone() });
    }
    all
}

/// Plans the import of a file into a book; none is a new, empty one. `home` is the book's own country; `progress` is told how much is done of how much, and
/// answers whether to go on.
pub fn plan_file(
    path: &Path,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let source = Source::read(path, &|_, _| true)?;
    // The first sheet that holds a table is the one that is meant, unless somebody says otherwise.
    let table = source.table(0).ok_or(Unreadable::Empty)?;
    plan(table, book, home, progress)
}

/// Plans the import of a table, as [`plan_file`] does.
pub fn plan(
    table: &Table,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let mapping = Mapping::guess(table, &setup_of(book, home)?)?;
    plan_as(table, &mapping, &Repairs::default(), book, home, progress)
}

/// Plans the import of a table whose columns become what `mapping` says, and whose rows are as they were repaired.
pub fn plan_as(
    table: &Table,
    mapping: &Mapping,
    repairs: &Repairs,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let setup = setup_of(book, home)?;
    let (columns, fields) = mapping.resolved(table, &setup)?;
    let setup = with_fields(&setup, &fields, table.point());
    let mut planner = Planner::new(book, setup, fields, columns)?;
    for row in table.all().skip(usize::from(mapping.headed)) {
        let row = row?;
        if !progress(row.end, table.len()) {
            return Err(PlanError::CalledOff);
        }
        planner.row(repairs, row)?;
    }
    Ok(planner.finish()?)
}

fn setup_of(book: Option<&Snapshot>, home: &str) -> Result<Setup, StoreError> {
    book.map_or_else(|| Ok(Setup::new(home)), |book| book.setup(home))
}

/// The setup of the book with fields that it is still to make. `point` is what separates decimals in the file.
fn with_fields(setup: &Setup, new: &[Arc<CustomField>], point: char) -> Setup {
    let all = setup.fields().iter().chain(new.iter().map(Arc::as_ref)).cloned();
    let mut with = setup.clone().with(setup.categories().to_vec(), all.collect());
    with.point = point;
    with
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
    /// Clients of the book of whom the user said that they are not the same.
    distinct_from: Vec<ClientId>,
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
    twins: Twins,
    entries: Vec<Entry>,
    known: BTreeMap<ClientId, usize>,
    plan: ImportPlan,
}

/// What a row comes to, and where the client stands whom it is about.
type Taken = (Verdict, Option<usize>);

impl<'a> Planner<'a> {
    fn new(
        book: Option<&'a Snapshot>,
        setup: Setup,
        fields: Vec<Arc<CustomField>>,
        columns: Vec<Column>,
    ) -> Result<Self, StoreError> {
        let (mut keys, mut twins) = (Keys::default(), Twins::default());
        if let Some(book) = book {
            book.scan(Scan::All, |client: Client| {
                keys.add(Who::Client(client.id), &client);
                twins.add(Who::Client(client.id), &client);
            })?;
        }
        let plan = ImportPlan { columns, ..ImportPlan::default() };
        Ok(Self { book, setup, fields, keys, twins, entries: Vec::new(), known: BTreeMap::new(), plan })
    }

    fn client(&self, id: ClientId) -> Result<Option<Client>, StoreError> {
        self.book.map_or(Ok(None), |book| book.get(id.0))
    }

    /// Plans a row.
    fn row(&mut self, repairs: &Repairs, row: Row) -> Result<(), StoreError> {
        let (line, at) = (row.line, row.at);
        let row = repairs.apply(row);
        let mut name = String::new();
        let (verdict, entry) = if repairs.left_out.contains(&line) {
            (Verdict::LeftOut, None)
        } else {
            self.leave_behind(&row);
            match Incoming::read(&row, &self.plan.columns, &self.setup.home) {
                Ok(said) => {
                    name = said.name();
                    self.take(line, said, repairs.settled(line))?
                }
                Err(_) => (Verdict::Refused(Reason::TooManyCells), None),
            }
        };
        self.count(line, &verdict);
        let name = name.into_boxed_str();
        let twin = match (&verdict, entry) {
            (Verdict::Add, Some(entry)) => self.twin(entry, repairs.settled(line))?.map(Box::new),
            _ => None,
        };
        self.plan.twins = self.plan.twins.saturating_add(usize::from(twin.is_some()));
        self.plan.rows.push(Planned { line, at, name, verdict, to_check: twin.is_some(), twin, entry });
        Ok(())
    }

    /// Whom a new client is likely to be; from here on others can be it.
    fn twin(&mut self, at: usize, settled: Option<&Settled>) -> Result<Option<Twin>, StoreError> {
        let Some(made) = self.entries.get(at).and_then(|entry| entry.made.as_ref()) else { return Ok(None) };
        let found = self.twins.of(&made.client);
        self.twins.add(Who::Row(at), &made.client);
        let Some((who, likeness)) = found else { return Ok(None) };
        let Some(other) = self.look(who)? else { return Ok(None) };
        let who = match who {
            Who::Client(id) => Resembled::Client(id),
            Who::Row(row) => Resembled::Line(self.entries.get(row).map_or(0, |entry| entry.line)),
        };
        if settled.is_some_and(|settled| !settled.same && settled.twin.who == who) {
            // The book is told, so that nobody is asked again.
            if let (Resembled::Client(id), Some(entry)) = (who, self.entries.get_mut(at)) {
                entry.distinct_from.push(id);
            }
            return Ok(None);
        }
        Ok(Some(Twin { who, name: other.client.name(), likeness }))
    }

    /// Whom the user said that a row is.
    fn said_to_be(&self, settled: Option<&Settled>) -> Option<Who> {
        let twin = settled.filter(|settled| settled.same).map(|settled| &settled.twin)?;
        match twin.who {
            Resembled::Client(id) => Some(self.known.get(&id).map_or(Who::Client(id), |at| Who::Row(*at))),
            Resembled::Line(line) => {
                self.entries.binary_search_by_key(&line, |entry| entry.line).ok().map(Who::Row)
            }
        }
    }

    /// Decides what becomes of a row.
    fn take(&mut self, line: u64, said: Incoming, settled: Option<&Settled>) -> Result<Taken, StoreError> {
        let alone = said.client(None, &self.setup, &self.plan.columns).ok();
        let nameless = alone.is_none().then(|| said.nameless());
        let Some(row) = alone.as_ref().map(|outcome| &outcome.client).or(nameless.as_ref()) else {
            return Ok((Verdict::Refused(Reason::NoName), None));
        };
        let same = match self.said_to_be(settled) {
            Some(who @ Who::Row(at)) => match self.entries.get(at) {
                // What the two say otherwise is no reason to refuse, for they are known to be one.
                Some(entry) => return self.complete(at, entry.said.agreed(said, &self.plan.columns)),
                None => Same::One(who),
            },
            Some(who) => Same::One(who),
            None => self.keys.same(row, |who| self.look(who))?,
        };
        match same {
            Same::Nobody => self.enter(None, line, said, alone),
            Same::One(Who::Client(id)) => {
                let base = self.client(id)?;
                let outcome = said.client(base.as_ref(), &self.setup, &self.plan.columns).ok();
                self.enter(base, line, said, outcome)
            }
            Same::One(Who::Row(at)) => self.complete(at, said),
            Same::Several(names) => Ok((Verdict::Refused(Reason::SeveralFit(names)), None)),
            Same::Taken(holder) => {
                Ok((Verdict::Refused(Reason::NumberTaken { number: row.number.clone(), holder }), None))
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
    ) -> Result<Taken, StoreError> {
        let made = match self.made(base.as_ref(), outcome)? {
            Ok(made) => made,
            Err(reason) => return Ok((Verdict::Refused(reason), None)),
        };
        let at = self.entries.len();
        let verdict = match (&base, &made) {
            (None, _) => Verdict::Add,
            (Some(_), None) => Verdict::Unchanged,
            (Some(_), Some(_)) => Verdict::Update,
        };
        let base = base.map(|base| base.id);
        if let Some(id) = base {
            self.known.insert(id, at);
        }
        if let Some(made) = &made {
            self.keys.add(Who::Row(at), &made.client);
        }
        self.entries.push(Entry { base, line, said, made, distinct_from: Vec::new() });
        Ok((verdict, Some(at)))
    }

    /// A later row about the same client.
    fn complete(&mut self, at: usize, later: Incoming) -> Result<Taken, StoreError> {
        let Some(entry) = self.entries.get(at) else { return Ok((Verdict::Unchanged, None)) };
        if let Some(target) = entry.said.contradiction(&later) {
            let header = self.header(target);
            return Ok((Verdict::Refused(Reason::SaysOtherwise { line: entry.line, header }), None));
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
            Err(reason) => return Ok((Verdict::Refused(reason), None)),
        };
        if let Some(made) = &made {
            self.keys.add(Who::Row(at), &made.client);
        }
        let Some(entry) = self.entries.get_mut(at) else { return Ok((Verdict::Unchanged, None)) };
        let same = entry.made == made;
        (entry.said, entry.made) = (said, made);
        Ok((if same { Verdict::Unchanged } else { Verdict::Update }, Some(at)))
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

    fn count(&mut self, line: u64, verdict: &Verdict) {
        let plan = &mut self.plan;
        let count = match verdict {
            Verdict::Add => &mut plan.added,
            Verdict::Update => &mut plan.updated,
            Verdict::Unchanged => &mut plan.unchanged,
            Verdict::LeftOut => &mut plan.left_out,
            Verdict::Refused(reason) => {
                plan.refused.push(Refusal { line, reason: reason.clone() });
                plan.read = plan.read.saturating_add(1);
                return;
            }
        };
        *count = count.saturating_add(1);
        plan.read = plan.read.saturating_add(usize::from(*verdict != Verdict::LeftOut));
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
        let mut to_check = Vec::new();
        for Entry { base, made, distinct_from, .. } in std::mem::take(&mut self.entries) {
            let Some(made) = made else {
                self.plan.written.push(None);
                to_check.push(false);
                continue;
            };
            let doubtful = is_doubtful(&made.client, &self.setup);
            self.plan.doubts = self.plan.doubts.saturating_add(usize::from(doubtful));
            to_check.push(doubtful);
            let before = match base {
                Some(id) => self.client(id)?,
                None => None,
            };
            let written = self.write(before, *made, distinct_from);
            self.plan.written.push(Some(written));
        }
        for row in &mut self.plan.rows {
            row.to_check |= row.entry.and_then(|at| to_check.get(at)).copied().unwrap_or_default();
        }
        self.plan.setup = Some(self.setup);
        Ok(self.plan)
    }

    /// Puts a client into the command.
    fn write(&mut self, before: Option<Client>, made: Made, distinct_from: Vec<ClientId>) -> Written {
        let Made { client, note, new_categories } = made;
        let (client, new_fields) = self.new_fields(client);
        let with = Belongings { new_categories, new_fields, ..Belongings::default() };
        let import = &mut self.plan.import;
        match before {
            None => {
                import.added.push(Registration { client, note, distinct_from, with });
                Written::Added(import.added.len().saturating_sub(1))
            }
            Some(before) => {
                let note = (!note.is_empty()).then_some(NoteChange { before: None, text: note });
                import.updated.push(Change { before, after: client, note, with });
                Written::Updated(import.updated.len().saturating_sub(1))
            }
        }
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
