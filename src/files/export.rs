//! Clients of a book in a file: a table, a workbook or JSON; all of them or some, every key or the columns of the window.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::cell::{Cell, Is};
use super::csv::{Apart, Writer};
use super::json::FieldView;
use super::notes::Dossier;
use super::target::MOST_FURTHER;
use super::view::{ClientView, Columns, headers, kinds};
use super::xlsx::Sheet;
use super::{list, replace};
use crate::domain::client::{Client, ClientId};
use crate::domain::record::Scan;
use crate::domain::setup::Setup;
use crate::search::{Column, State, StateFilter};
use crate::store::{Snapshot, StoreError};

/// The forms in which clients go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table.
    Csv,
    /// A workbook with one sheet.
    Xlsx,
    /// One object, `{"total": n, "rows": [ … ]}`; the custom fields stand before the rows if there are any.
    Json,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// By the ending of a file's name; none if it is not that of a form.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        Self::ALL.into_iter().find(|form| ending.eq_ignore_ascii_case(form.ending()))
    }

    /// What the name of a file ends with, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The form and the file meant by a name that was chosen for one: another known ending says another form, and a name
    /// without any gets one, unless there is a file that it would then replace unasked.
    pub fn named(self, path: &Path) -> (Self, PathBuf) {
        if let Some(form) = Self::of(path) {
            return (form, path.to_owned());
        }
        let mut name = path.as_os_str().to_owned();
        name.push(".");
        name.push(self.ending());
        let with_ending = PathBuf::from(name);
        (self, if with_ending.exists() { path.to_owned() } else { with_ending })
    }
}

/// Why nothing was written. What stood in the file before is still there.
#[derive(Debug, thiserror::Error)]
pub enum NoExport {
    /// The file could not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The book could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A sheet has no room for so many clients.
    #[error("a sheet has {0} rows")]
    TooManyRows(usize),
    /// A cell of a sheet has no room for a value: for notes, mostly.
    #[error("a cell has {0} characters")]
    CellTooLong(usize),
    /// It was called off.
    #[error("called off")]
    CalledOff,
}

/// Which clients are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// All, archived ones too, by id.
    All,
    /// These, in this order; one that is no longer there is left out.
    These(Vec<ClientId>),
}

/// What is written of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Every key.
    Keys,
    /// The columns of the window, as people read them. JSON, which is read by programs, has every key all the same.
    Table(TableContent),
}

/// Columns as the window shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableContent {
    /// From left to right.
    pub headings: Vec<Heading>,
    /// What its cells are written with.
    pub words: Words,
}

/// A column of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Which.
    pub column: Column,
    /// Its title.
    pub title: String,
}

/// What cells are written with for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Each state, in the order of [`StateFilter::ALL`].
    pub states: [String; 4],
    /// Yes.
    pub yes: String,
    /// No.
    pub no: String,
    /// What separates decimals.
    pub point: char,
}

impl Default for Words {
    fn default() -> Self {
        Self { states: Default::default(), yes: String::new(), no: String::new(), point: '.' }
    }
}

impl Words {
    fn state(&self, state: StateFilter) -> &str {
        let named = StateFilter::ALL.into_iter().zip(&self.states).find(|(one, _)| *one == state);
        named.map_or("", |(_, word)| word)
    }
}

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The form.
    pub form: Form,
    /// Which clients.
    pub which: Which,
    /// What of them.
    pub content: Content,
    /// What sets the cells of a [table](Form::Csv) apart.
    pub apart: Apart,
    /// Notes and what is attached are private: they go out only if asked for.
    pub notes: bool,
    /// What makes a record complete.
    pub home: &'static str,
}

/// Writes clients to a file; how many they are. `progress` is told how many are written of how many, and answers whether
/// to go on.
pub fn export(
    book: &Snapshot,
    path: &Path,
    wanted: &Wanted,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<usize, NoExport> {
    let mut result = Ok(0);
    let written = replace::write(path, |out| {
        result = write(book, out, wanted, progress);
        // Whatever went wrong, the file beside is thrown away.
        if result.is_ok() { Ok(()) } else { Err(io::ErrorKind::Other.into()) }
    });
    let count = result?;
    written?;
    Ok(count)
}

fn write(
    book: &Snapshot,
    out: &mut (dyn Write + Send),
    wanted: &Wanted,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<usize, NoExport> {
    let setup = book.setup(wanted.home)?;
    let (mut total, mut most) = (0_usize, 0);
    every(book, &wanted.which, &mut |client| {
        total = total.saturating_add(1);
        most = client.contacts.len().max(most);
        Ok(())
    })?;
    // What is read back has at most as many.
    let further = u8::try_from(most).unwrap_or(MOST_FURTHER).min(MOST_FURTHER);
    let layout = Layout::of(wanted, further, &setup);
    let work = Work { book, wanted, setup: &setup, total, progress };
    match wanted.form {
        Form::Csv => {
            let mut table = Writer::new(out, wanted.apart)?;
            table.row(layout.titles())?;
            work.each(|client, view| {
                let cells = layout.cells(client, view, &setup, wanted.home);
                Ok(table.row(cells.into_iter().map(|cell| layout.text(cell)))?)
            })?;
            table.finish()?;
        }
        Form::Xlsx => {
            let mut sheet = Sheet::new(&layout.titles(), total)?;
            work.each(|client, view| sheet.row(&layout.cells(client, view, &setup, wanted.home)))?;
            sheet.finish(out)?;
        }
        Form::Json => {
            let fields: Vec<_> = setup.fields().iter().map(FieldView::of).collect();
            let mut rows = Rows::with_fields(out, total, &fields)?;
            work.each(|_, view| Ok(rows.row(view)?))?;
            rows.finish()?;
        }
    }
    Ok(total)
}

/// Hands over every client that is wanted, until something fails.
fn every(
    book: &Snapshot,
    which: &Which,
    take: &mut dyn FnMut(Client) -> Result<(), NoExport>,
) -> Result<(), NoExport> {
    match which {
        Which::All => {
            let mut taken = Ok(());
            book.scan(Scan::All, |client: Client| {
                if taken.is_ok() {
                    taken = take(client);
                }
            })?;
            taken
        }
        Which::These(ids) => {
            for id in ids {
                if let Some(client) = book.get::<Client>(id.0)? {
                    take(client)?;
                }
            }
            Ok(())
        }
    }
}

/// What is to be done.
struct Work<'a> {
    book: &'a Snapshot,
    wanted: &'a Wanted,
    setup: &'a Setup,
    total: usize,
    progress: &'a dyn Fn(usize, usize) -> bool,
}

impl Work<'_> {
    /// Hands over every client that is wanted, as scripts see it too.
    fn each(
        &self,
        mut row: impl FnMut(&Client, &ClientView<'_>) -> Result<(), NoExport>,
    ) -> Result<(), NoExport> {
        let mut done = 0_usize;
        every(self.book, &self.wanted.which, &mut |client| {
            let dossier = Dossier::of(self.book, client.id, self.wanted.notes)?;
            row(&client, &ClientView::of(&client, &dossier, self.setup))?;
            done = done.saturating_add(1);
            if (self.progress)(done, self.total) { Ok(()) } else { Err(NoExport::CalledOff) }
        })
    }
}

/// The columns of a table.
enum Layout<'a> {
    Keys { columns: Columns, kinds: Vec<Is> },
    Table(&'a TableContent),
}

impl<'a> Layout<'a> {
    fn of(wanted: &'a Wanted, further: u8, setup: &Setup) -> Self {
        match &wanted.content {
            Content::Keys => {
                let columns = Columns { further, fields: setup.fields().to_vec() };
                Self::Keys { kinds: kinds(&columns), columns }
            }
            Content::Table(table) => Self::Table(table),
        }
    }

    fn titles(&self) -> Vec<String> {
        match self {
            Self::Keys { columns, .. } => headers(columns),
            Self::Table(table) => table.headings.iter().map(|heading| heading.title.clone()).collect(),
        }
    }

    fn cells<'v>(
        &'v self,
        client: &'v Client,
        view: &'v ClientView<'_>,
        setup: &'v Setup,
        home: &str,
    ) -> Vec<Cell<'v>> {
        match self {
            Self::Keys { columns, kinds } => {
                let cells = view.cells(columns).into_iter().zip(kinds);
                cells.map(|(text, is)| Cell { text, is: *is }).collect()
            }
            Self::Table(TableContent { headings, words }) => {
                headings.iter().map(|heading| cell(heading.column, client, setup, words, home)).collect()
            }
        }
    }

    /// What a cell says where all cells are texts.
    fn text(&self, cell: Cell<'_>) -> String {
        match self {
            Self::Keys { .. } => cell.text.into_owned(),
            Self::Table(table) => cell.shown(&table.words).unwrap_or_else(|| cell.text.into_owned()),
        }
    }
}

/// A cell as the window shows it.
fn cell<'v>(column: Column, client: &'v Client, setup: &'v Setup, words: &'v Words, home: &str) -> Cell<'v> {
    match column {
        Column::Name => Cell::text(client.name()),
        Column::Contact => Cell::text(client.contact.name()),
        Column::City => Cell::text(client.address.city.as_str()),
        Column::Phone => Cell::text(client.shown_phone().shown(home)),
        Column::Number => Cell::text(client.number.as_str()),
        Column::State => Cell::text(words.state(State::of(client, setup).word())),
        Column::Categories => {
            // Those of the book stand by name.
            let held = setup.categories().iter().filter(|one| client.categories.contains(&one.id));
            Cell::text(list::join(held.map(|category| category.name.as_str())))
        }
        Column::Custom(id) => Cell {
            text: client.custom.get(&id).map_or("", String::as_str).into(),
            is: setup.field(id).map_or(Is::Text, Is::of),
        },
    }
}

/// A list in JSON, a row a line, written as it comes.
#[derive(Debug)]
pub struct Rows<W> {
    out: W,
    first: bool,
}

impl<W: Write> Rows<W> {
    /// A list of `total` things, of which some are written.
    pub fn new(mut out: W, total: usize) -> io::Result<Self> {
        write!(out, "{{\"total\": {total}, \"rows\": [")?;
        Ok(Self { out, first: true })
    }

    /// The same, after the custom fields that the rows have values of, if there are any.
    fn with_fields(mut out: W, total: usize, fields: &[FieldView<'_>]) -> io::Result<Self> {
        if fields.is_empty() {
            return Self::new(out, total);
        }
        write!(out, "{{\"total\": {total}, \"custom_fields\": ")?;
        serde_json::to_writer(&mut out, fields)?;
        out.write_all(b", \"rows\": [")?;
        Ok(Self { out, first: true })
    }

    /// Writes a row.
    pub fn row(&mut self, row: &impl serde::Serialize) -> io::Result<()> {
        self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        serde_json::to_writer(&mut self.out, row)?;
        Ok(())
    }

    /// Ends the list.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.write_all(b"\n]}\n")?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_of_the_name_says_the_form() {
        assert_eq!(Form::of(Path::new("/a/clients.csv")), Some(Form::Csv));
        assert_eq!(Form::of(Path::new("clients.JSON")), Some(Form::Json));
        assert_eq!(Form::of(Path::new("clients.xlsx")), Some(Form::Xlsx));
        assert_eq!(Form::of(Path::new("clients.ods")), None);
        assert_eq!(Form::of(Path::new("csv")), None);
    }

    #[test]
    fn a_name_without_ending_gets_one_that_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let named = |name: &str| {
            let (form, path) = Form::Xlsx.named(&folder.path().join(name));
            (form, path.file_name().unwrap().to_str().unwrap().to_owned())
        };
        assert_eq!(named("a.csv"), (Form::Csv, "a.csv".to_owned()));
        assert_eq!(named("a"), (Form::Xlsx, "a.xlsx".to_owned()));
        assert_eq!(named("a.b"), (Form::Xlsx, "a.b.xlsx".to_owned()));
        std::fs::File::create(folder.path().join("a.xlsx")).unwrap();
        assert_eq!(named("a"), (Form::Xlsx, "a".to_owned()));
    }

    #[test]
    fn a_list_is_one_object() {
        let written = |rows: &[u8]| {
            let mut bytes = Vec::new();
            let mut list = Rows::new(&mut bytes, 9).unwrap();
            for row in rows {
                list.row(row).unwrap();
            }
            list.finish().unwrap();
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(written(&[1, 2]), "{\"total\": 9, \"rows\": [\n1,\n2\n]}\n");
        assert_eq!(written(&[]), "{\"total\": 9, \"rows\": [\n]}\n");
    }
}
