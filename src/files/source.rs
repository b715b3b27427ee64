//! A file that comes in, read whole: a text or a workbook, with everything that is wrong with it said at once.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::import::PlanError;
use super::json;
use super::table::{Encoding, Limits, Table, Unreadable};
use super::workbook;

/// A file that was read.
#[derive(Debug)]
pub struct Source {
    /// Its name, without folders.
    pub name: String,
    /// What it is.
    pub form: Form,
    sheets: Vec<Sheet>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A text.
    Csv {
        /// How its bytes are read.
        encoding: Encoding,
        /// What sets its cells apart.
        separator: char,
    },
    /// A workbook.
    Xlsx,
    /// Clients as JSON, as an export writes them.
    Json,
}

/// How files begin of spreadsheets before 2007, of any name, and of workbooks with a password.
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

/// One table of a file; a text has one.
#[derive(Debug)]
pub struct Sheet {
    /// Its name; that of the file if it is a text.
    pub name: String,
    /// Rows below the header that hold something.
    pub rows: usize,
    /// Cells of the header.
    pub columns: usize,
    table: Table,
}

/// Is told how much is done of how much, and answers whether to go on.
pub(super) type Watch<'a> = &'a dyn Fn(usize, usize) -> bool;

/// So many bytes are read from the disk at a time.
const PIECE: u64 = 1 << 20;

impl Source {
    /// Reads a file. `progress` is told how much is done of how much, and answers whether to go on.
    pub fn read(path: &Path, progress: &dyn Fn(usize, usize) -> bool) -> Result<Self, PlanError> {
        let bytes = bytes_of(path, progress)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // The bytes were the first half of the work.
        let second = |done: usize, total: usize| {
            progress(total.saturating_add(done.min(total)), total.saturating_mul(2))
        };
        Ok(Self::watched(&name, &bytes, Limits::FILE, &second)?)
    }

    /// Reads the bytes of a file of this name.
    pub fn of(name: &str, bytes: &[u8], limits: Limits) -> Result<Self, Unreadable> {
        Self::watched(name, bytes, limits, &|_, _| true)
    }

    fn watched(name: &str, bytes: &[u8], limits: Limits, watch: Watch<'_>) -> Result<Self, Unreadable> {
        if bytes.len() > limits.bytes {
            return Err(Unreadable::TooLarge(limits.bytes));
        }
        if bytes.starts_with(OLD_WORKBOOK) {
            return Err(Unreadable::BadWorkbook);
        }
        let is_named_workbook = name.to_lowercase().ends_with(".xlsx");
        let (form, sheets) = if bytes.starts_with(b"PK\x03\x04") || is_named_workbook && !bytes.is_empty() {
            let sheets = workbook::read(bytes, limits, watch).map_err(|error| match error {
                // A file that is called a table may be any archive.
                Unreadable::BadWorkbook if !is_named_workbook => Unreadable::Workbook,
                other => other,
            });
            (Form::Xlsx, sheets?)
        } else if json::is_json(bytes) {
            let table = json::table(bytes, limits)?;
            (Form::Json, vec![Sheet::of(name, Table::read(&table, limits)?, watch)?])
        } else {
            let table = Table::read(bytes, limits)?;
            let (encoding, separator) = table.text().unwrap_or((Encoding::Utf8, ','));
            (Form::Csv { encoding, separator }, vec![Sheet::of(name, table, watch)?])
        };
        Ok(Self { name: name.to_owned(), form, sheets })
    }

    /// Its tables, in their order: at least one.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// One of its tables.
    pub fn table(&self, sheet: usize) -> Option<&Table> {
        self.sheets.get(sheet).map(Sheet::table)
    }
}

impl Sheet {
    /// Walks once through a table, so that what is wrong with any row of it is known from here on.
    pub(super) fn of(name: &str, table: Table, watch: Watch<'_>) -> Result<Self, Unreadable> {
        let mut rows = 0_usize;
        for row in table.rows() {
            if !watch(row?.end, table.len()) {
                return Err(Unreadable::CalledOff);
            }
            rows = rows.saturating_add(1);
        }
        Ok(Self { name: name.to_owned(), rows, columns: table.header().len(), table })
    }

    /// What stands in it.
    pub fn table(&self) -> &Table {
        &self.table
    }
}

/// The bytes of a file, if they are not too many.
fn bytes_of(path: &Path, watch: Watch<'_>) -> Result<Vec<u8>, PlanError> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let most = u64::try_from(Limits::FILE.bytes).unwrap_or(u64::MAX);
    if length > most {
        return Err(Unreadable::TooLarge(Limits::FILE.bytes).into());
    }
    let both_halves = usize::try_from(length.saturating_mul(2)).unwrap_or(usize::MAX);
    let mut bytes = Vec::new();
    // A file can grow while it is read: one byte more than there may be says that there are too many.
    let mut file = file.take(most.saturating_add(1));
    while file.by_ref().take(PIECE).read_to_end(&mut bytes)? > 0 {
        if !watch(bytes.len(), both_halves) {
            return Err(PlanError::CalledOff);
        }
    }
    Ok(bytes)
}
