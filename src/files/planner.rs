//! Makes the plan of an import: who each row is about, and what comes of it.
//!
//! Each row is a client. It is one who is there already if its number says so, else its SIREN or SIRET, else its e-mail
//! address, else its name and postcode; where two fit, the row is refused, for only the user can tell. A cell that is
//! empty never erases. The same file read again changes nothing.
//!
//! Rows of one file that are the same client complete each other; one that says otherwise than an earlier row is refused.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::incoming::{Incoming, Mended, Outcome};
use super::mapping::FIRST_NEW_FIELD;
use super::notes::{joined, notes_of};
use super::plan::{ImportPlan, Planned, Reason, Refusal, Verdict, Written};
use super::repairs::{Repairs, Resembled, Settled, Twin};
use super::said::NOT_ASKED;
use super::same::{Candidate, Keys, KeysOf, Same, Who};
use super::table::Row;
use super::target::{Column, Target};
use super::twins::{Marked, Twins};
use super::words::has_lines;
use crate::domain::client::{Client, ClientId};
use crate::domain::command::{Belongings, Change, NewNote, NoteChange, Registration};
use crate::domain::custom_field::CustomField;
use crate::domain::doubt::is_doubtful;
use crate::domain::duplicate::Likeness;
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::record::{Invalid, Record as _, Scan};
use crate::domain::setup::Setup;
use crate::store::{Pair, Snapshot, StoreError, both};

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
    /// Whether that has something to check; none if nobody has looked yet.
    doubtful: Option<bool>,
    /// Clients of the book of whom the user said that they are not the same.
    distinct_from: Vec<ClientId>,
}

/// What is to be written of a client.
#[derive(PartialEq)]
struct Made {
    client: Client,
    /// Empty for none.
    note: String,
    /// Notes that have a day of their own.
    dated: Vec<NewNote>,
    /// What is not kept as the file has it.
    mended: Vec<Mended>,
    /// Names of categories that the book does not have.
    new_categories: Vec<String>,
}

/// A row as far as it can be read without knowing the others.
pub(super) struct Ready {
    line: u64,
    at: usize,
    /// Columns that are left behind though the row says something in them.
    behind: Vec<usize>,
    read: Result<Box<Said>, Verdict>,
}

/// What a row says.
struct Said {
    incoming: Incoming,
    name: Box<str>,
    /// What it makes of a new client, or why that cannot be.
    fresh: Result<Box<Made>, Reason>,
    doubtful: bool,
    /// The client alone, as far as it can be recognised: if it cannot be made.
    nobody: Option<Box<Client>>,
    keys: KeysOf,
    marked: Option<Marked>,
}

/// What a row is read by.
#[derive(Clone, Copy)]
struct Reading<'a> {
    setup: &'a Setup,
    columns: &'a [Column],
    repairs: &'a Repairs,
}

impl Reading<'_> {
    fn ready(self, row: Row) -> Ready {
        let (line, at) = (row.line, row.at);
        if self.repairs.left_out.contains(&line) {
            return Ready { line, at, behind: Vec::new(), read: Err(Verdict::LeftOut) };
        }
        let row = self.repairs.apply(row);
        let left = |(at, column): &(usize, &Column)| {
            column.target == Some(Target::LeftBehind) && !matches!(row.cell(*at).trim(), "" | NOT_ASKED)
        };
        let behind = self.columns.iter().enumerate().filter(left).map(|(at, _)| at).collect();
        let read = match Incoming::read(&row, self.columns, &self.setup.home) {
            Ok(incoming) => Ok(Box::new(self.said(incoming))),
            Err(_) => Err(Verdict::Refused(Reason::TooManyCells)),
        };
        Ready { line, at, behind, read }
    }

    fn said(self, incoming: Incoming) -> Said {
        let name = incoming.name().into_boxed_str();
        let Ok(outcome) = incoming.client(None, self.setup, self.columns) else {
            let nobody = Box::new(incoming.nameless());
            let (keys, fresh) = (KeysOf::client(&nobody), Err(Reason::NoName));
            return Said { incoming, name, fresh, doubtful: false, nobody: Some(nobody), keys, marked: None };
        };
        let keys = KeysOf::client(&outcome.client);
        let marked = Some(Marked::client(&outcome.client));
        let doubtful = is_doubtful(&outcome.client, self.setup);
        let Outcome { client, notes, dated, mended, new_categories } = outcome;
        let mut made = Box::new(Made { client, note: notes.join("\n"), dated, mended, new_categories });
        match made.check() {
            Ok(()) => Said { incoming, name, fresh: Ok(made), doubtful, nobody: None, keys, marked },
            Err(invalid) => {
                let (nobody, fresh) = (Some(Box::new(made.client)), Err(Reason::Invalid(invalid)));
                Said { incoming, name, fresh, doubtful, nobody, keys, marked }
            }
        }
    }
}

impl Said {
    /// The client, as far as it can be recognised.
    fn client(&self) -> Option<&Client> {
        self.fresh.as_ref().ok().map(|made| &made.client).or(self.nobody.as_deref())
    }
}

/// A plan in the making.
pub(super) struct Planner<'a> {
    book: Option<&'a Snapshot>,
    /// That of the book, with the fields that it is still to make.
    setup: Setup,
    /// Fields that the book is still to make.
    fields: Vec<Arc<CustomField>>,
    keys: Keys,
    twins: Twins,
    entries: Vec<Entry>,
    known: BTreeMap<ClientId, usize>,
    /// New clients of whom it was not looked yet whom they resemble.
    newcomers: Vec<Newcomer>,
    plan: ImportPlan,
}

/// A new client of a row.
struct Newcomer {
    row: usize,
    entry: usize,
    marked: Marked,
}

/// A pair that did not do its work.
fn half() -> StoreError {
    StoreError::Damaged("half of the rows".to_owned())
}

/// What a row comes to, and where the client stands whom it is about.
type Taken = (Verdict, Option<usize>);

impl<'a> Planner<'a> {
    /// Begins with everybody who is in the book. `fields` are those that it is still to make.
    pub(super) fn new(
        book: Option<&'a Snapshot>,
        setup: Setup,
        fields: Vec<Arc<CustomField>>,
        columns: Vec<Column>,
    ) -> Result<Self, StoreError> {
        let (mut keys, mut twins) = (Keys::default(), Twins::default());
        if let Some(book) = book {
            book.scan(Scan::All, |client: Client| {
                keys.add(Who::Client(client.id), &KeysOf::client(&client));
                twins.add(Who::Client(client.id), &Marked::client(&client));
            })?;
        }
        let plan = ImportPlan { columns, ..ImportPlan::default() };
        let (entries, known, newcomers) = (Vec::new(), BTreeMap::new(), Vec::new());
        Ok(Self { book, setup, fields, keys, twins, entries, known, newcomers, plan })
    }

    fn client(&self, id: ClientId) -> Result<Option<Client>, StoreError> {
        self.book.map_or(Ok(None), |book| book.get(id.0))
    }

    /// What can be said of rows without knowing the others, read by the pair.
    pub(super) fn read(
        &self,
        repairs: &Repairs,
        rows: Vec<Row>,
        pair: Pair,
    ) -> Result<Vec<Ready>, StoreError> {
        let reading = Reading { setup: &self.setup, columns: &self.plan.columns, repairs };
        let mut one = rows;
        let other = one.split_off(one.len().div_euclid(2));
        let read = |rows: Vec<Row>| rows.into_iter().map(|row| reading.ready(row)).collect::<Vec<_>>();
        let (mut all, rest) = both(pair, || read(one), || read(other)).ok_or_else(half)?;
        all.extend(rest);
        Ok(all)
    }

    /// Plans rows, one after another.
    pub(super) fn rows(&mut self, repairs: &Repairs, rows: Vec<Ready>) -> Result<(), StoreError> {
        rows.into_iter().try_for_each(|row| self.row(repairs, row))
    }

    fn row(&mut self, repairs: &Repairs, row: Ready) -> Result<(), StoreError> {
        let Ready { line, at, behind, read } = row;
        self.leave_behind(&behind);
        let (mut name, mut marked) = (Box::default(), None);
        let (verdict, entry) = match read {
            Ok(said) => {
                let mut said = *said;
                (name, marked) = (std::mem::take(&mut said.name), said.marked.take());
                self.take(line, said, repairs.settled(line))?
            }
            Err(verdict) => (verdict, None),
        };
        self.count(line, &verdict);
        if let (Verdict::Add, Some(entry), Some(marked)) = (&verdict, entry, marked) {
            self.twins.add(Who::Row(entry), &marked);
            self.newcomers.push(Newcomer { row: self.plan.rows.len(), entry, marked });
        }
        self.plan.rows.push(Planned { line, at, name, verdict, to_check: false, twin: None, entry });
        Ok(())
    }

    /// Says of the new clients of the rows planned last whom they are likely to be, looked for by the pair.
    pub(super) fn find_twins(&mut self, repairs: &Repairs, pair: Pair) -> Result<(), StoreError> {
        let newcomers = std::mem::take(&mut self.newcomers);
        let (one, other) = newcomers.split_at_checked(newcomers.len().div_euclid(2)).unwrap_or_default();
        let twins = &self.twins;
        let look = |all: &[Newcomer]| {
            all.iter().map(|one| twins.of(Who::Row(one.entry), &one.marked)).collect::<Vec<_>>()
        };
        let (found, rest) = both(pair, || look(one), || look(other)).ok_or_else(half)?;
        for (newcomer, found) in newcomers.iter().zip(found.into_iter().chain(rest)) {
            let Some(found) = found else { continue };
            let line = self.plan.rows.get(newcomer.row).map_or(0, |row| row.line);
            let twin = self.twin(newcomer.entry, found, repairs.settled(line))?;
            self.plan.twins = self.plan.twins.saturating_add(usize::from(twin.is_some()));
            if let (Some(twin), Some(row)) = (twin, self.plan.rows.get_mut(newcomer.row)) {
                (row.twin, row.to_check) = (Some(Box::new(twin)), true);
            }
        }
        Ok(())
    }

    /// Whom a new client is likely to be, by whom was found.
    fn twin(
        &mut self,
        at: usize,
        (who, likeness): (Who, Likeness),
        settled: Option<&Settled>,
    ) -> Result<Option<Twin>, StoreError> {
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
    fn take(&mut self, line: u64, row: Said, settled: Option<&Settled>) -> Result<Taken, StoreError> {
        let Some(client) = row.client() else { return Ok((Verdict::Refused(Reason::NoName), None)) };
        let same = match self.said_to_be(settled) {
            Some(who @ Who::Row(at)) => match self.entries.get(at) {
                // What the two say otherwise is no reason to refuse, for they are known to be one.
                Some(entry) => return self.complete(at, entry.said.agreed(row.incoming, &self.plan.columns)),
                None => Same::One(who),
            },
            Some(who) => Same::One(who),
            None => self.keys.same(client, &row.keys, |who| self.look(who))?,
        };
        match same {
            Same::Nobody => Ok(self.enter_fresh(line, row)),
            Same::One(Who::Client(id)) => match self.client(id)? {
                Some(base) => {
                    let said = row.incoming;
                    let outcome = said.client(Some(&base), &self.setup, &self.plan.columns).ok();
                    self.enter(&base, line, said, outcome)
                }
                None => Ok(self.enter_fresh(line, row)),
            },
            Same::One(Who::Row(at)) => self.complete(at, row.incoming),
            Same::Several(names) => Ok((Verdict::Refused(Reason::SeveralFit(names)), None)),
            Same::Taken(holder) => {
                Ok((Verdict::Refused(Reason::NumberTaken { number: client.number.clone(), holder }), None))
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

    /// The first row about a client who is new.
    fn enter_fresh(&mut self, line: u64, row: Said) -> Taken {
        let made = match row.fresh {
            Ok(made) => made,
            Err(reason) => return (Verdict::Refused(reason), None),
        };
        let at = self.entries.len();
        self.keys.add(Who::Row(at), &row.keys);
        let (said, doubtful) = (row.incoming, Some(row.doubtful));
        let (base, made, distinct_from) = (None, Some(made), Vec::new());
        self.entries.push(Entry { base, line, said, made, doubtful, distinct_from });
        (Verdict::Add, Some(at))
    }

    /// The first row about a client of the book.
    fn enter(
        &mut self,
        base: &Client,
        line: u64,
        said: Incoming,
        outcome: Option<Outcome>,
    ) -> Result<Taken, StoreError> {
        let made = match self.made(Some(base), outcome)? {
            Ok(made) => made,
            Err(reason) => return Ok((Verdict::Refused(reason), None)),
        };
        let at = self.entries.len();
        self.known.insert(base.id, at);
        if let Some(made) = &made {
            self.keys.add(Who::Row(at), &KeysOf::client(&made.client));
        }
        let verdict = if made.is_some() { Verdict::Update } else { Verdict::Unchanged };
        let (base, distinct_from) = (Some(base.id), Vec::new());
        self.entries.push(Entry { base, line, said, made, doubtful: None, distinct_from });
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
            self.keys.add(Who::Row(at), &KeysOf::client(&made.client));
        }
        let Some(entry) = self.entries.get_mut(at) else { return Ok((Verdict::Unchanged, None)) };
        let same = entry.made == made;
        (entry.said, entry.made, entry.doubtful) = (said, made, None);
        Ok((if same { Verdict::Unchanged } else { Verdict::Update }, Some(at)))
    }

    /// What is to be written, if anything; or why it cannot be.
    fn made(
        &self,
        base: Option<&Client>,
        outcome: Option<Outcome>,
    ) -> Result<Result<Option<Box<Made>>, Reason>, StoreError> {
        let Some(Outcome { client, notes, mut dated, mended, new_categories }) = outcome else {
            return Ok(Err(Reason::NoName));
        };
        let note = match (base, self.book) {
            (Some(base), Some(book)) if !(notes.is_empty() && dated.is_empty()) => {
                let there = notes_of(book, base.id)?;
                dated.retain(|new| !there.iter().any(|one| (one.date, &one.text) == (new.date, &new.text)));
                new_lines(notes, &there)
            }
            _ => notes.join("\n"),
        };
        if base == Some(&client) && note.is_empty() && dated.is_empty() && new_categories.is_empty() {
            return Ok(Ok(None));
        }
        let mut made = Box::new(Made { client, note, dated, mended, new_categories });
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
    fn leave_behind(&mut self, columns: &[usize]) {
        for column in columns.iter().filter_map(|at| self.plan.columns.get(*at)) {
            if !self.plan.left_behind.contains(&column.header) {
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

    /// The plan of all rows so far.
    pub(super) fn finish(mut self, pair: Pair) -> Result<ImportPlan, StoreError> {
        // To forget a hundred thousand takes a while, too.
        let forget = (std::mem::take(&mut self.keys), std::mem::take(&mut self.twins));
        both(pair, move || drop(forget), || self.written()).ok_or_else(half)?.1
    }

    /// Everybody who is written, put into the command.
    fn written(mut self) -> Result<ImportPlan, StoreError> {
        self.plan.import.added.reserve_exact(self.plan.added);
        let mut to_check = Vec::new();
        for Entry { base, made, doubtful, distinct_from, .. } in std::mem::take(&mut self.entries) {
            let Some(made) = made else {
                self.plan.written.push(None);
                to_check.push(false);
                continue;
            };
            let doubtful = doubtful.unwrap_or_else(|| is_doubtful(&made.client, &self.setup));
            let doubtful = doubtful || !made.mended.is_empty();
            self.plan.doubts = self.plan.doubts.saturating_add(usize::from(doubtful));
            to_check.push(doubtful);
            let before = match base {
                Some(id) => self.client(id)?,
                None => None,
            };
            if !made.mended.is_empty() {
                self.plan.mended.insert(self.plan.written.len(), made.mended.clone());
            }
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
        let Made { client, note, dated, new_categories, .. } = made;
        let (client, new_fields) = self.new_fields(client);
        let with = Belongings { new_categories, new_fields, notes: dated, ..Belongings::default() };
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
        self.dated.iter().try_for_each(|note| Invalid::check_text("notes", &note.text))?;
        Invalid::check_text("notes", &self.note)
    }
}

/// What of these texts stands in no note yet.
fn new_lines(texts: Vec<String>, notes: &[Note]) -> String {
    let all = joined(notes);
    let new: Vec<String> = texts.into_iter().filter(|text| !has_lines(&all, text)).collect();
    new.join("\n")
}
