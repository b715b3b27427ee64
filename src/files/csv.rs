//! Tables as text: what spreadsheets and other programs call CSV, read and written.
//!
//! A file is UTF-8 (with or without mark), Windows-1252 or UTF-16 (with its mark), its cells stand between commas, semicolons or tabs, and a
//! quoted cell may hold line breaks. Rows know the line they begin on, for that is what the user can look up.
//! Formulas are made harmless and read back by [`super::formula`].

use csv::{QuoteStyle, ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use serde::{Deserialize, Serialize};

use super::formula::guarded;
pub use super::table::{Encoding, Limits, Row, Table, Unreadable};

/// The rows of a text, each looked at once.
pub(super) struct Rows<'a> {
    text: &'a str,
    reader: csv::Reader<&'a [u8]>,
    delimiter: u8,
    limits: Limits,
    read: usize,
    line: u64,
    counted: usize,
    failed: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn new(text: &'a str, delimiter: u8, limits: Limits) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Self { text, reader, delimiter, limits, read: 0, line: 1, counted: 0, failed: false }
    }

    /// Where a record begins that the reader found at `from`: it skips line breaks first.
    fn start(&mut self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        let breaks = rest.len().saturating_sub(rest.trim_start_matches(['\r', '\n']).len());
        let start = from.saturating_add(breaks);
        let passed = self.text.as_bytes().get(self.counted..start).unwrap_or_default();
        self.line = self.line.saturating_add(lines(passed));
        self.counted = start;
        start
    }

    fn row(&mut self) -> Result<Option<Row>, Unreadable> {
        let from = offset(self.reader.position());
        let mut cells = StringRecord::new();
        // The text is UTF-8 and rows may differ in length: no other error is left.
        if !self.reader.read_record(&mut cells).unwrap_or(false) {
            return Ok(None);
        }
        let start = self.start(from);
        let line = self.line;
        let end = offset(self.reader.position());
        let raw = self.text.get(start..).unwrap_or_default();
        if end >= self.text.len() && ends_in_quotes(raw.as_bytes(), self.delimiter) {
            return Err(Unreadable::OpenQuote { line });
        }
        if cells.len() > self.limits.columns {
            return Err(Unreadable::TooManyColumns { line, limit: self.limits.columns });
        }
        let limit = self.limits.cell;
        if cells.iter().any(|cell| cell.len() > limit && cell.chars().count() > limit) {
            return Err(Unreadable::CellTooLong { line, limit });
        }
        self.read = self.read.saturating_add(1);
        // The header is a row, too.
        if self.read > self.limits.rows.saturating_add(1) {
            return Err(Unreadable::TooManyRows(self.limits.rows));
        }
        Ok(Some(Row::new(line, start..end, cells, true)))
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        let row = self.row().transpose();
        self.failed = matches!(row, Some(Err(_)));
        row
    }
}

fn offset(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

/// How many line breaks there are: CR, LF or both together.
pub(super) fn lines(bytes: &[u8]) -> u64 {
    let breaks = memchr::memchr2_iter(b'\n', b'\r', bytes)
        .filter(|at| bytes.get(*at) == Some(&b'\n') || bytes.get(at.saturating_add(1)) != Some(&b'\n'))
        .count();
    u64::try_from(breaks).unwrap_or(u64::MAX)
}

/// The text of a file, without byte order mark, and how it was written. Where not all of it is UTF-8 each line is read by
/// itself: programs that add lines to a file do not always ask how the others are written.
pub(super) fn decoded(bytes: &[u8]) -> (String, Encoding) {
    for (mark, encoding) in [(b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)] {
        if let Some(bytes) = bytes.strip_prefix(mark) {
            return (encoding.decode_without_bom_handling(bytes).0.into_owned(), Encoding::Utf16);
        }
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), Encoding::Utf8);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut mixed = false;
    for line in bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
        match std::str::from_utf8(line) {
            Ok(line) => {
                mixed |= !line.is_ascii();
                text.push_str(line);
            }
            Err(_) => text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0),
        }
    }
    (text, if mixed { Encoding::Mixed } else { Encoding::Windows1252 })
}

/// The text without a first line that only says what stands between the cells, as spreadsheets write and heed it: `sep=;`.
/// Its line break stays, so that lines count as they do for the user.
pub(super) fn without_separator_line(text: String) -> (String, Option<u8>) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let sign = text.get(..end).and_then(|line| match line.trim_matches('"').as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', sign @ (b';' | b',' | b'\t' | b'|')] => Some(*sign),
        _ => None,
    });
    match sign {
        Some(_) => (text.get(end..).unwrap_or_default().to_owned(), sign),
        None => (text, None),
    }
}

/// What stands between the cells: of comma, semicolon, tab and bar the one that the header has most of, outside quotes.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut counts = [(b';', 0_usize), (b',', 0), (b'\t', 0), (b'|', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\r' | b'\n' if !quoted => break,
            _ if quoted => {}
            _ => {
                for (_, count) in counts.iter_mut().filter(|(one, _)| *one == byte) {
                    *count = count.saturating_add(1);
                }
            }
        }
    }
    // Among equals the last wins.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, n)| *n > 0)
        .map_or(b',', |(byte, _)| byte)
}

/// Whether a text is a page of the web, or XML.
pub(super) fn is_page(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(9).collect();
    let start = start.to_ascii_lowercase();
    let marks = ["<!doctype", "<html", "<table", "<?xml", "<!--", "<head", "<meta", "<body", "<div"];
    marks.iter().any(|mark| start.starts_with(mark))
}

/// In times of the columns that a row may have: of so many cells memory would be taken before the reader has counted them.
pub(super) const FAR: usize = 1_000;

/// The line of the first row that has more than `most` cells, as far as a glance can tell: what is closer to the limit, the
/// reader counts.
pub(super) fn far_too_wide(text: &str, delimiter: u8, most: usize) -> Option<u64> {
    let bytes = text.as_bytes();
    let (mut quoted, mut at_start, mut cells, mut begins) = (false, true, 1_usize, 0);
    for (at, byte) in bytes.iter().enumerate() {
        let breaks = matches!(byte, b'\n' | b'\r');
        if quoted {
            quoted = *byte != b'"';
            at_start = !quoted;
        } else if breaks {
            (cells, at_start, begins) = (1, true, at.saturating_add(1));
        } else {
            quoted = *byte == b'"' && at_start;
            at_start = *byte == delimiter;
            cells = cells.saturating_add(usize::from(at_start));
            if cells > most {
                return Some(lines(bytes.get(..begins).unwrap_or_default()).saturating_add(1));
            }
        }
    }
    None
}

/// Whether a record opens a quoted cell and never closes it.
fn ends_in_quotes(record: &[u8], delimiter: u8) -> bool {
    let (mut quoted, mut at_start) = (false, true);
    for byte in record {
        if quoted {
            // Of two marks in a row the first closes and the second opens again.
            quoted = *byte != b'"';
            at_start = !quoted;
        } else {
            quoted = *byte == b'"' && at_start;
            at_start = *byte == delimiter;
        }
    }
    quoted
}

/// What sets the cells of a table apart that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Apart {
    /// Semicolons, and the mark of UTF-8 before all: as a spreadsheet opens it where numbers have a comma.
    Semicolon,
    /// Commas and no mark: as most other programs read it.
    Comma,
}

impl Apart {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Semicolon, Self::Comma];

    /// The habit where this separates decimals.
    pub fn usual(point: char) -> Self {
        if point == ',' { Self::Semicolon } else { Self::Comma }
    }

    fn sign(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
        }
    }
}

/// Writes a table as a spreadsheet opens it: UTF-8, CRLF, every cell quoted and harmless.
#[derive(Debug)]
pub struct Writer<W: std::io::Write>(csv::Writer<W>);

impl<W: std::io::Write> Writer<W> {
    /// A table that goes to `out`, its cells set apart so.
    pub fn new(mut out: W, apart: Apart) -> std::io::Result<Self> {
        if apart == Apart::Semicolon {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let builder = &mut WriterBuilder::new();
        builder
            .delimiter(apart.sign())
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Always)
            .flexible(true);
        Ok(Self(builder.from_writer(out)))
    }

    /// Writes a row.
    pub fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) -> std::io::Result<()> {
        for cell in cells {
            self.0.write_field(guarded(cell.as_ref()).as_bytes())?;
        }
        Ok(self.0.write_record(None::<&[u8]>)?)
    }

    /// Hands on what is still held back.
    pub fn finish(mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
        Table::read(bytes, Limits { bytes: 200, rows: 3, columns: 4, cell: 10 })
    }

    fn rows(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        let table = read(bytes).unwrap();
        let whole = |row: Row| (row.line, (0..row.len()).map(|column| row.cell(column).to_owned()).collect());
        table.rows().map(|row| whole(row.unwrap())).collect()
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn cells_stand_between_commas_semicolons_or_tabs() {
        for text in ["a,b\n1,2", "a;b\n1;2", "a\tb\n1\t2", "a;b,c;d\n1;2", "\"a,,,\";b\n1;2"] {
            assert_eq!(rows(text.as_bytes()), [row(2, &["1", "2"])], "{text}");
        }
        assert_eq!(rows(b"a\n1;2"), [row(2, &["1;2"])]);
        assert_eq!(rows(b"a;b,c\n1;2,3"), [row(2, &["1", "2,3"])]);
    }

    #[test]
    fn text_is_utf8_with_or_without_mark_or_windows_1252() {
        for bytes in ["\u{feff}é,b\n€,2".as_bytes(), "é,b\n€,2".as_bytes(), b"\xe9,b\n\x80,2"] {
            assert_eq!(read(bytes).unwrap().header().cell(0), "é");
            assert_eq!(rows(bytes), [row(2, &["€", "2"])]);
        }
    }

    #[test]
    fn a_row_knows_the_line_it_begins_on() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("a,b{end}{end}\"1{end}x\",2{end} ,{end}3,4{end}");
            assert_eq!(
                rows(text.as_bytes()),
                [row(3, &[&format!("1{end}x"), "2"]), row(6, &["3", "4"])],
                "{end:?}"
            );
        }
        assert_eq!(rows(b"\n\na\n1")[0].0, 4);
    }

    #[test]
    fn each_fault_of_a_file_has_its_own_error() {
        let error =
            |bytes: &[u8]| read(bytes).err().or_else(|| read(bytes).unwrap().rows().find_map(Result::err));
        assert_eq!(error(b""), Some(Unreadable::Empty));
        assert_eq!(error(b"\xef\xbb\xbf \r\n"), Some(Unreadable::Empty));
        assert_eq!(error(b",,\n ,"), Some(Unreadable::Empty));
        assert_eq!(error(b"a,b\n,\n"), Some(Unreadable::HeaderOnly));
        assert_eq!(error(b"PK\x03\x04\0"), Some(Unreadable::Workbook));
        assert_eq!(error(b"a\r\n1\r\n\0"), Some(Unreadable::Nul { line: 3 }));
        assert_eq!(error(&[b'a'; 201]), Some(Unreadable::TooLarge(200)));
        assert_eq!(error(b"a\n1\n2\n3"), None);
        assert_eq!(error(b"a\n1\n2\n3\n4"), Some(Unreadable::TooManyRows(3)));
        assert_eq!(error(b"a\n1,2,3,4\n1\n"), None);
        assert_eq!(error(b"a,b\n1\n1,2,3,4,5\n"), Some(Unreadable::TooManyColumns { line: 3, limit: 4 }));
        assert_eq!(error("a\néééééééééé".as_bytes()), None);
        assert_eq!(
            error("a\n1\nééééééééééé".as_bytes()),
            Some(Unreadable::CellTooLong { line: 3, limit: 10 })
        );
        assert_eq!(error(b"a,b\n1,\"2\n3,4\n"), Some(Unreadable::OpenQuote { line: 2 }));
        assert_eq!(error(b"a,b\n1,\"2\"\"\"\n"), None);
        assert_eq!(error(b"a,b\n1,2\" \n"), None);
    }

    #[test]
    fn two_hundred_million_bytes_are_the_limit() {
        assert_eq!(
            Limits::FILE,
            Limits { bytes: 200_000_000, rows: 1_000_000, columns: 1_000, cell: 1_000_000 }
        );
    }

    fn written(cells: &[String]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&mut bytes, Apart::Semicolon).unwrap();
        writer.row(["a", "b"]).unwrap();
        writer.row(cells).unwrap();
        writer.finish().unwrap();
        bytes
    }

    #[test]
    fn a_table_is_written_as_a_french_spreadsheet_opens_it() {
        let bytes = written(&["=1;\"2\"".to_owned(), "é".to_owned()]);
        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}\"a\";\"b\"\r\n\"'=1;\"\"2\"\"\";\"é\"\r\n");
    }

    proptest! {
        #[test]
        fn every_cell_reads_back_as_it_was(cells in proptest::collection::vec("[ '\"=+@\t\r\n;,aé＝-]{0,6}", 2..5)) {
            let table = Table::read(&written(&cells), Limits::FILE);
            if cells.iter().all(|cell| guarded(cell).trim().is_empty()) {
                prop_assert_eq!(table, Err(Unreadable::HeaderOnly));
            } else {
                let row = table.unwrap().rows().next().unwrap().unwrap();
                let read: Vec<&str> = (0..row.len()).map(|column| row.cell(column)).collect();
                prop_assert_eq!(read, cells);
            }
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(table) = Table::read(&bytes, Limits::FILE) {
                for row in table.rows() {
                    prop_assert!(row.is_err() || row.unwrap().end <= table.len());
                }
            }
        }
    }
}
