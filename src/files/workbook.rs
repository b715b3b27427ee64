//! Workbooks: the tables of a file `.xlsx`, as text.
//!
//! A workbook is an archive, and a small one can unpack to more than any memory holds, whatever it says of its sizes: it
//! is unpacked once into nothing and measured before it is read. Cells are then read one after another, for the size
//! that a sheet says it has is another promise. A number is written with a point, a day as `2026-11-24`, and a formula
//! is what it came to.

use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx, XlsxError};
use csv::StringRecord;
use zip::ZipArchive;

use super::source::Sheet;
use super::table::{Limits, Row, Table, Unreadable};

/// What a workbook may unpack to, in times of what a file may have: a million rows of fifteen cells. What is kept in
/// memory whole, as the texts that cells share, may have as much as a file.
const UNPACKED: u64 = 5;
/// The sheets that are looked at.
const SHEETS: usize = 100;
/// The cells that all sheets together may have, in times of the rows of a table, with the empty ones left of others: each
/// takes eight bytes.
const CELLS: usize = 50;

/// The sheets of a workbook that are tables, in their order.
pub(super) fn read(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, Unreadable> {
    // Where a part names a place that no workbook has, the reader of workbooks gives up by a panic. Nothing outlives it.
    catch_unwind(AssertUnwindSafe(|| sheets(bytes, limits))).unwrap_or(Err(Unreadable::BadWorkbook))
}

fn sheets(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, Unreadable> {
    let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
    measure(bytes, most.saturating_mul(UNPACKED), most)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_error| Unreadable::BadWorkbook)?;
    let mut sheets = Vec::new();
    let mut why = Unreadable::Empty;
    let cells = limits.rows.saturating_mul(CELLS);
    let mut room = Room { bytes: limits.bytes, cells, most: most.saturating_mul(UNPACKED) };
    for name in book.sheet_names().into_iter().take(SHEETS) {
        match table(&mut book, &name, limits, &mut room) {
            Ok(table) => sheets.push(Sheet::of(&name, table)?),
            Err(nothing @ (Unreadable::Empty | Unreadable::HeaderOnly)) => {
                why = if why == Unreadable::Empty { nothing } else { why };
            }
            Err(error) => return Err(error),
        }
    }
    if sheets.is_empty() { Err(why) } else { Ok(sheets) }
}

/// Unpacks it into nothing: what it holds, and not what it says it holds, must be within the limits.
fn measure(bytes: &[u8], unpacked: u64, shared: u64) -> Result<(), Unreadable> {
    let bad = |_| Unreadable::BadWorkbook;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(bad)?;
    let declared = archive.decompressed_size().unwrap_or_default();
    if declared > u128::from(unpacked) {
        return Err(Unreadable::Unpacks(unpacked));
    }
    let mut total = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(bad)?;
        let name = part.name().map_err(bad)?.to_lowercase();
        let streamed = name.contains("worksheets/");
        let left = unpacked.saturating_sub(total);
        let most = if streamed { left } else { left.min(shared) };
        let mut part = Counted { part: part.take(most.saturating_add(1)), read: 0, start: Vec::new() };
        std::io::copy(&mut part, &mut std::io::sink()).map_err(|_error| Unreadable::BadWorkbook)?;
        if part.read > most {
            return Err(Unreadable::Unpacks(most));
        }
        if promises_more(&part.start, part.read) {
            return Err(Unreadable::BadWorkbook);
        }
        total = total.saturating_add(part.read);
    }
    Ok(())
}

/// How far into a part the count of its texts can stand.
const START: usize = 4_096;

/// Counts what is read, and keeps the start of it.
struct Counted<R> {
    part: R,
    read: u64,
    start: Vec<u8>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.part.read(buffer)?;
        self.read = self.read.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        let wanted = START.saturating_sub(self.start.len()).min(read);
        self.start.extend_from_slice(buffer.get(..wanted).unwrap_or_default());
        Ok(read)
    }
}

/// Whether a part says that it holds more texts than it has bytes: memory would be set aside for them.
fn promises_more(start: &[u8], bytes: u64) -> bool {
    let key = b"uniqueCount";
    memchr::memmem::find_iter(start, key).any(|at| {
        let rest = start.get(at.saturating_add(key.len())..).unwrap_or_default();
        let digits: String = rest
            .iter()
            .skip_while(|byte| !byte.is_ascii_digit())
            .take_while(|byte| byte.is_ascii_digit())
            .map(|byte| char::from(*byte))
            .collect();
        !digits.is_empty() && digits.parse::<u64>().map_or(true, |count| count > bytes)
    })
}

/// The rows of a sheet.
fn table(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: Limits,
    room: &mut Room,
) -> Result<Table, Unreadable> {
    // A sheet of charts has no cells, and one that is only named has none either.
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| match error {
        XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_) => Unreadable::Empty,
        _ => Unreadable::BadWorkbook,
    })?;
    let mut rows = Gathered { rows: Vec::new(), line: 0, cells: Vec::new(), limits, room };
    loop {
        match cells.next_cell() {
            Ok(None) => break,
            Ok(Some(cell)) => rows.take(cell.get_position(), written(cell.get_value()))?,
            Err(_) => return Err(Unreadable::BadWorkbook),
        }
    }
    rows.close()?;
    Table::of_sheet(rows.rows, limits)
}

/// What is left for all sheets together.
struct Room {
    /// Of texts: one that cells share is written once and may stand in a million of them.
    bytes: usize,
    /// Of cells: a row may begin in its last column.
    cells: usize,
    /// What a workbook may unpack to, to say so.
    most: u64,
}

/// Rows as they come, cell by cell.
struct Gathered<'a> {
    rows: Vec<Row>,
    line: u64,
    cells: Vec<String>,
    limits: Limits,
    room: &'a mut Room,
}

impl Gathered<'_> {
    fn take(&mut self, (row, column): (u32, u32), cell: String) -> Result<(), Unreadable> {
        let line = u64::from(row).saturating_add(1);
        if line != self.line {
            // Rows stand in their order; one that does not would be two.
            if line < self.line {
                return Err(Unreadable::BadWorkbook);
            }
            self.close()?;
            self.line = line;
        }
        if cell.is_empty() {
            return Ok(());
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= self.limits.columns {
            return Err(Unreadable::TooManyColumns { line, limit: self.limits.columns });
        }
        if cell.len() > self.limits.cell && cell.chars().count() > self.limits.cell {
            return Err(Unreadable::CellTooLong { line, limit: self.limits.cell });
        }
        let left = self.room.bytes.checked_sub(cell.len());
        self.room.bytes = left.ok_or(Unreadable::Unpacks(self.room.most))?;
        if cell.contains('\0') {
            return Err(Unreadable::Nul { line });
        }
        if self.cells.len() <= column {
            self.cells.resize(column.saturating_add(1), String::new());
        }
        if let Some(there) = self.cells.get_mut(column) {
            *there = cell;
        }
        Ok(())
    }

    /// Ends a row; one that holds nothing is none.
    fn close(&mut self) -> Result<(), Unreadable> {
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        // The header is a row, too.
        if self.rows.len() > self.limits.rows {
            return Err(Unreadable::TooManyRows(self.limits.rows));
        }
        let left = self.room.cells.checked_sub(cells.len());
        self.room.cells = left.ok_or(Unreadable::Unpacks(self.room.most))?;
        let at = self.rows.len();
        self.rows.push(Row::new(self.line, at..at.saturating_add(1), StringRecord::from(cells), false));
        Ok(())
    }
}

/// A cell as text.
fn written(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(moment) => day(moment),
        // "#N/A" says that there is nothing.
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A day, with its time if it has one.
fn day(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}
