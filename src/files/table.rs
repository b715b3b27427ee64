//! A table that comes in, whatever wrote it, and how much one may hold.

use std::ops::Range;

use csv::StringRecord;

use super::csv::{FAR, Rows, decoded, delimiter, far_too_wide, is_page, lines, without_separator_line};
use super::formula::unguarded;
use super::headers::is_gnucash;

/// How much a table may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Rows, without the header.
    pub rows: usize,
    /// Cells of a row.
    pub columns: usize,
    /// Characters of a cell.
    pub cell: usize,
}

impl Limits {
    /// What holds for every file that comes in.
    pub const FILE: Self = Self { bytes: 200_000_000, rows: 1_000_000, columns: 1_000, cell: 1_000_000 };
}

/// Why a file cannot be read as a table. Lines count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// There is a line of headers and nothing below.
    #[error("the file has a header and no rows")]
    HeaderOnly,
    /// It is a workbook or an archive, not text, where a text is asked for.
    #[error("the file is a workbook or an archive")]
    Workbook,
    /// It is called a workbook and is none that can be read: damaged, protected by a password, or another archive.
    #[error("the workbook cannot be read")]
    BadWorkbook,
    /// It is JSON and not as an export writes clients, or cut off.
    #[error("the JSON cannot be read")]
    BadJson,
    /// It is a page of the web, or another text in marks, as some programs call a spreadsheet.
    #[error("the file is a page, no table")]
    Page,
    /// Unpacked it is larger than any workbook of clients would be.
    #[error("the workbook unpacks to more than {0} bytes")]
    Unpacks(u64),
    /// It holds a NUL, so it is not text, or text of two bytes a character.
    #[error("line {line} holds a NUL byte")]
    Nul {
        /// Where.
        line: u64,
    },
    /// It has more bytes than [`Limits::bytes`].
    #[error("the file has more than {0} bytes")]
    TooLarge(usize),
    /// It has more rows than [`Limits::rows`].
    #[error("the file has more than {0} rows")]
    TooManyRows(usize),
    /// A row has more cells than [`Limits::columns`].
    #[error("line {line} has more than {limit} columns")]
    TooManyColumns {
        /// Where.
        line: u64,
        /// The most there may be.
        limit: usize,
    },
    /// A cell has more characters than [`Limits::cell`].
    #[error("line {line} has a cell of more than {limit} characters")]
    CellTooLong {
        /// Where the row begins.
        line: u64,
        /// The most there may be.
        limit: usize,
    },
    /// Whoever asked for it no longer wants it.
    #[error("called off")]
    CalledOff,
    /// A quotation mark is opened and never closed: the rest of the file would be one cell.
    #[error("line {line} opens a quotation mark that is never closed")]
    OpenQuote {
        /// Where the row begins.
        line: u64,
    },
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the file, or the row of the sheet, that it begins on, from 1.
    pub line: u64,
    /// Where it begins: what [`Table::row`] finds it by.
    pub at: usize,
    /// Where it ends: within [`Table::len`], to tell how far one has come.
    pub end: usize,
    cells: StringRecord,
    /// Whether formulas were made harmless in it, as they are in text.
    guarded: bool,
}

impl Row {
    pub(super) fn new(line: u64, place: Range<usize>, cells: StringRecord, guarded: bool) -> Self {
        Self { line, at: place.start, end: place.end, cells, guarded }
    }

    /// A cell as it was before it was written; empty if the row has fewer.
    pub fn cell(&self, column: usize) -> &str {
        let cell = self.cells.get(column).unwrap_or_default();
        if self.guarded { unguarded(cell) } else { cell }
    }

    /// The row with some cells written anew, by column.
    #[must_use]
    pub fn with<'a>(&self, cells: impl IntoIterator<Item = (usize, &'a str)>) -> Self {
        let mut all: Vec<&str> = (0..self.len()).map(|column| self.cell(column)).collect();
        for (column, cell) in cells {
            if all.len() <= column {
                all.resize(column.saturating_add(1), "");
            }
            all.get_mut(column).into_iter().for_each(|there| *there = cell);
        }
        Self { cells: StringRecord::from(all), guarded: false, ..*self }
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether nothing stands in it but blanks.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// A table that was read: its header, and its rows to walk through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    content: Content,
    header: Row,
    /// Whether the first row heads the columns, and is no client.
    headed: bool,
    limits: Limits,
}

/// What a table is kept as. A text is cut into cells again each time it is walked through: for a file of 200 MB that is
/// quicker than the memory that its cells would take.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Content {
    Text { text: String, delimiter: u8, encoding: Encoding },
    Sheet(Vec<Row>),
}

/// How the bytes of a text are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// Windows-1252.
    Windows1252,
    /// Some lines in UTF-8, others in Windows-1252.
    Mixed,
    /// UTF-16, which says so by its mark.
    Utf16,
}

impl Table {
    /// Reads the bytes of a text.
    pub fn read(bytes: &[u8], limits: Limits) -> Result<Self, Unreadable> {
        if bytes.len() > limits.bytes {
            return Err(Unreadable::TooLarge(limits.bytes));
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return Err(Unreadable::Workbook);
        }
        let (text, encoding) = decoded(bytes);
        if let Some(nul) = memchr::memchr(0, text.as_bytes()) {
            let before = text.as_bytes().get(..nul).unwrap_or_default();
            return Err(Unreadable::Nul { line: lines(before).saturating_add(1) });
        }
        let (text, said) = without_separator_line(text);
        if text.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        if is_page(&text) {
            return Err(Unreadable::Page);
        }
        let delimiter = said.unwrap_or_else(|| delimiter(&text));
        if let Some(line) = far_too_wide(&text, delimiter, limits.columns.saturating_mul(FAR)) {
            return Err(Unreadable::TooManyColumns { line, limit: limits.columns });
        }
        let mut rows =
            Rows::new(&text, delimiter, limits).filter(|row| !row.as_ref().is_ok_and(Row::is_empty));
        let header = rows.next().ok_or(Unreadable::Empty)??;
        let headed = !is_gnucash((0..header.len()).map(|at| header.cell(at)));
        if rows.next().transpose()?.is_none() && headed {
            return Err(Unreadable::HeaderOnly);
        }
        Ok(Self { content: Content::Text { text, delimiter, encoding }, header, headed, limits })
    }

    /// The table of a sheet: its rows that hold something.
    pub(super) fn of_sheet(rows: Vec<Row>, limits: Limits) -> Result<Self, Unreadable> {
        let header = rows.first().cloned().ok_or(Unreadable::Empty)?;
        if rows.len() == 1 {
            return Err(Unreadable::HeaderOnly);
        }
        Ok(Self { content: Content::Sheet(rows), header, headed: true, limits })
    }

    /// The first row.
    pub fn header(&self) -> &Row {
        &self.header
    }

    /// Whether the first row heads the columns: a file of some programs begins with its first client.
    pub fn is_headed(&self) -> bool {
        self.headed
    }

    /// The rows of clients that hold something.
    pub fn rows(&self) -> impl Iterator<Item = Result<Row, Unreadable>> + '_ {
        self.all().skip(usize::from(self.headed))
    }

    /// All rows that hold something: a file without header begins with its first.
    pub fn all(&self) -> impl Iterator<Item = Result<Row, Unreadable>> + '_ {
        let (text, sheet) = match &self.content {
            Content::Text { text, delimiter, .. } => (Some(Rows::new(text, *delimiter, self.limits)), None),
            Content::Sheet(rows) => (None, Some(rows.iter().cloned().map(Ok))),
        };
        text.into_iter()
            .flatten()
            .chain(sheet.into_iter().flatten())
            .filter(|row| !row.as_ref().is_ok_and(Row::is_empty))
    }

    /// One row, by [`Row::at`] and [`Row::line`].
    pub fn row(&self, at: usize, line: u64) -> Option<Row> {
        match &self.content {
            Content::Text { text, delimiter, .. } => {
                let row = Rows::new(text.get(at..)?, *delimiter, self.limits).next()?.ok()?;
                Some(Row { line, at, end: row.end.saturating_add(at), ..row })
            }
            Content::Sheet(rows) => rows.get(at).cloned(),
        }
    }

    /// What separates decimals in it: a comma where semicolons set the cells apart, which they do for that reason.
    pub fn point(&self) -> char {
        match self.content {
            Content::Text { delimiter: b';', .. } => ',',
            Content::Text { .. } | Content::Sheet(_) => '.',
        }
    }

    /// How its bytes are read and what sets its cells apart, if it is a text.
    pub fn text(&self) -> Option<(Encoding, char)> {
        match self.content {
            Content::Text { encoding, delimiter, .. } => Some((encoding, char::from(delimiter))),
            Content::Sheet(_) => None,
        }
    }

    /// How long it is: bytes of a text, rows of a sheet.
    pub fn len(&self) -> usize {
        match &self.content {
            Content::Text { text, .. } => text.len(),
            Content::Sheet(rows) => rows.len(),
        }
    }

    /// Never: a table has a header and a row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
