//! A table as a workbook: one sheet, cells with types, a head that stays in view.
//!
//! The rows go to a temporary file as they come, so that any number of them needs no memory.

use std::io::{self, Write};

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Timelike as _};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::cell::{Cell, Is};
use super::export::NoExport;

/// The most rows of a sheet, its head apart.
const MOST_ROWS: usize = 1_048_575;
/// The most characters of a cell, counted as spreadsheets do.
const LONGEST: usize = 32_767;
/// How narrow and how wide a column may be, in characters.
const WIDTHS: (usize, usize) = (8, 60);

/// A sheet being written.
pub(super) struct Sheet {
    workbook: Workbook,
    widths: Vec<usize>,
    next: u32,
    formats: Formats,
}

/// How cells look.
struct Formats {
    head: Format,
    amount: Format,
    date: Format,
    moment: Format,
}

impl Sheet {
    /// A sheet with this head, for so many rows.
    pub(super) fn new(titles: &[String], rows: usize) -> Result<Self, NoExport> {
        if rows > MOST_ROWS {
            return Err(NoExport::TooManyRows(MOST_ROWS));
        }
        let formats = Formats {
            head: Format::new().set_bold(),
            amount: Format::new().set_num_format("#,##0.00"),
            // Those of the reader's own country.
            date: Format::new().set_num_format_index(14),
            moment: Format::new().set_num_format_index(22),
        };
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name("Clients").map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        for (title, column) in titles.iter().zip(0..) {
            sheet.write_string_with_format(0, column, title, &formats.head).map_err(failed)?;
        }
        let last = column_number(titles.len().saturating_sub(1));
        let end = u32::try_from(rows).unwrap_or(u32::MAX);
        sheet.autofilter(0, 0, end, last).map_err(failed)?;
        // The sign that opens a filter stands beside the title.
        let widths = titles.iter().map(|title| title.chars().count().saturating_add(3)).collect();
        Ok(Self { workbook, widths, next: 1, formats })
    }

    /// Writes a row.
    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), NoExport> {
        let sheet = self.workbook.worksheet_from_index(0).map_err(failed)?;
        for ((cell, width), column) in cells.iter().zip(&mut self.widths).zip(0..) {
            if cell.text.encode_utf16().count() > LONGEST {
                return Err(NoExport::CellTooLong(LONGEST));
            }
            *width = cell.text.lines().map(|line| line.chars().count()).max().unwrap_or(0).max(*width);
            put(sheet, self.next, column, cell, &self.formats)?;
        }
        self.next = self.next.saturating_add(1);
        Ok(())
    }

    /// Writes the workbook.
    pub(super) fn finish(mut self, out: impl Write + Send) -> Result<(), NoExport> {
        let sheet = self.workbook.worksheet_from_index(0).map_err(failed)?;
        for (width, column) in self.widths.iter().zip(0..) {
            let width = u16::try_from((*width).clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default();
            sheet.set_column_width(column, f64::from(width)).map_err(failed)?;
        }
        self.workbook.save_to_writer(out).map_err(failed)
    }
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell<'_>,
    formats: &Formats,
) -> Result<(), NoExport> {
    let typed = match cell.is {
        Is::Text => None,
        Is::Number => cell.number().map(|number| sheet.write_number(row, column, number)),
        Is::Amount => {
            cell.number().map(|number| sheet.write_number_with_format(row, column, number, &formats.amount))
        }
        Is::YesNo => cell.yes_or_no().map(|yes| sheet.write_boolean(row, column, yes)),
        Is::Date => {
            let day = cell.day().and_then(excel_day);
            day.map(|day| sheet.write_datetime_with_format(row, column, &day, &formats.date))
        }
        Is::Moment => {
            let moment = excel_moment(&cell.text);
            moment.map(|moment| sheet.write_datetime_with_format(row, column, &moment, &formats.moment))
        }
    };
    match typed {
        Some(written) => written.map(drop).map_err(failed),
        None if cell.text.is_empty() => Ok(()),
        None => sheet.write_string(row, column, &*cell.text).map(drop).map_err(failed),
    }
}

/// A day as spreadsheets count it; none in the years that they count differently.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year > 1900)?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn excel_moment(text: &str) -> Option<ExcelDateTime> {
    let moment = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%SZ").ok()?;
    let hour = u16::try_from(moment.hour()).ok()?;
    let minute = u8::try_from(moment.minute()).ok()?;
    excel_day(moment.date())?.and_hms(hour, minute, moment.second()).ok()
}

fn column_number(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn failed(error: XlsxError) -> NoExport {
    match error {
        XlsxError::IoError(error) => NoExport::Io(error),
        other => NoExport::Io(io::Error::other(other)),
    }
}
