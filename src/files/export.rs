//! All clients of a book in a file: a table or JSON.

use std::io::{self, Write};
use std::path::Path;

use super::csv::Writer;
use super::notes::Dossier;
use super::replace;
use super::target::MOST_FURTHER;
use super::view::{ClientView, Columns, headers};
use crate::domain::client::Client;
use crate::domain::record::{Kind, Scan};
use crate::store::{Snapshot, StoreError};

/// The forms in which clients go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A table.
    Csv,
    /// One object, `{"total": n, "rows": [ … ]}`.
    Json,
}

impl Form {
    /// By the ending of a file's name; none if it is neither `.csv` nor `.json`.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        [(Self::Csv, "csv"), (Self::Json, "json")]
            .into_iter()
            .find_map(|(form, one)| ending.eq_ignore_ascii_case(one).then_some(form))
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
    /// It was called off.
    #[error("called off")]
    CalledOff,
}

/// What to write of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The form.
    pub form: Form,
    /// Notes and what is attached are private: they go out only if asked for.
    pub notes: bool,
    /// What makes a record complete.
    pub home: &'static str,
}

/// Writes all clients to a file, by id; how many they are. `progress` is told how many are written of how many, and
/// answers whether to go on.
pub fn export(
    book: &Snapshot,
    path: &Path,
    wanted: Wanted,
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
    out: &mut dyn Write,
    wanted: Wanted,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<usize, NoExport> {
    let total = usize::try_from(book.count(Kind::Client)?).unwrap_or(usize::MAX);
    match wanted.form {
        Form::Csv => {
            let mut most = 0;
            book.scan(Scan::All, |client: Client| most = client.contacts.len().max(most))?;
            // What is read back has at most as many.
            let further = u8::try_from(most).unwrap_or(MOST_FURTHER).min(MOST_FURTHER);
            let columns = Columns { further, fields: book.setup(wanted.home)?.fields().to_vec() };
            let mut table = Writer::new(out)?;
            table.row(headers(&columns))?;
            each(book, wanted, total, progress, |view| table.row(view.cells(&columns)))?;
            table.finish()?;
        }
        Form::Json => {
            let mut rows = Rows::new(out, total)?;
            each(book, wanted, total, progress, |view| rows.row(view))?;
            rows.finish()?;
        }
    }
    Ok(total)
}

/// Hands over every client, until something fails.
fn each(
    book: &Snapshot,
    wanted: Wanted,
    total: usize,
    progress: &dyn Fn(usize, usize) -> bool,
    mut row: impl FnMut(&ClientView<'_>) -> io::Result<()>,
) -> Result<(), NoExport> {
    let setup = book.setup(wanted.home)?;
    let mut failed = None;
    let mut done = 0_usize;
    let mut one = |client: &Client| -> Result<(), NoExport> {
        let dossier = Dossier::of(book, client.id, wanted.notes)?;
        row(&ClientView::of(client, &dossier, &setup))?;
        done = done.saturating_add(1);
        if progress(done, total) { Ok(()) } else { Err(NoExport::CalledOff) }
    };
    book.scan(Scan::All, |client: Client| {
        if failed.is_none() {
            failed = one(&client).err();
        }
    })?;
    failed.map_or(Ok(()), Err)
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
        assert_eq!(Form::of(Path::new("clients.xlsx")), None);
        assert_eq!(Form::of(Path::new("csv")), None);
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
