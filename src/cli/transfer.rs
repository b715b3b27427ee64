//! Clients that come in and go out: `demo`, `import`, `export`.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::Outcome;
use super::arguments::{Listed, Separator};
use super::console::{Console, remark};
use super::failure::Failure;
use super::look;
use crate::demo;
use crate::domain::command::{ClientCommand, Command, Import, Registration};
use crate::domain::record::Kind;
use crate::files::csv::Apart;
use crate::files::export::{Content, Form, NoExport, Wanted, Which};
use crate::files::import::{ImportPlan, Mended, PlanError, Refusal, plan_file_by};
use crate::files::settings::{Folders, Settings};
use crate::files::{backup, export};
use crate::jobs::side_by_side;
use crate::store::{self, Origin, Reader, Snapshot, StoreError, Writer};
use crate::text::{export_error, plan_error, row_mended, row_refused};

/// Clients of a demo that are registered as one change: enough to be quick, few enough for any memory.
const AT_ONCE: usize = 10_000;

pub(super) fn demo(
    console: &mut Console,
    book: &Path,
    clients: usize,
    seed: u64,
) -> Result<Outcome, Failure> {
    let failed = Failure::book(book);
    let mut writer = match open(book)? {
        None => make(console, book)?,
        Some((writer, _)) => writer,
    };
    if writer.snapshot().and_then(|snapshot| snapshot.count(Kind::Client)).map_err(failed)? > 0 {
        return Err(Failure::Use(console.text.with("cli-demo-not-empty", &[("path", shown(book).into())])));
    }
    let mut left = demo::demo(clients, seed, console.clock.today());
    loop {
        let added: Vec<Registration> = left.by_ref().take(AT_ONCE).collect();
        if added.is_empty() {
            break;
        }
        let command = Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() }));
        apply(console, &mut writer, book, &command, Origin::CommandLine)?;
    }
    let done = console.text.with("cli-demo-done", &[("n", clients.into()), ("path", shown(book).into())]);
    console.say(&done)?;
    Ok(Outcome::Done)
}

/// How an import is wished for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// Only say what would be done.
    pub(super) dry_run: bool,
    /// As JSON.
    pub(super) json: bool,
}

/// What an import did, for scripts.
#[derive(Debug, Serialize)]
struct Report {
    read: usize,
    added: usize,
    updated: usize,
    unchanged: usize,
    refused: usize,
    doubts: usize,
    refused_rows: Vec<RefusedRow>,
    /// Values that are not kept as the file has them: only said where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mended_rows: Vec<MendedRow>,
    /// Headers of columns that hold something and are not read: only said where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_behind: Vec<String>,
}

#[derive(Debug, Serialize)]
struct RefusedRow {
    line: u64,
    reason: String,
}

#[derive(Debug, Serialize)]
struct MendedRow {
    line: u64,
    /// The field.
    field: String,
    said: String,
    kept: String,
    #[serde(skip)]
    sentence: String,
}

pub(super) fn import(
    console: &mut Console,
    book: &Path,
    file: &Path,
    asked: Asked,
) -> Result<Outcome, Failure> {
    let opened = open(book)?;
    let snapshot = match &opened {
        Some((_, reader)) => Some(reader.snapshot().map_err(Failure::book(book))?),
        None => None,
    };
    let plan =
        plan_file_by(side_by_side, file, snapshot.as_ref(), console.home, &|_, _| true).map_err(|error| {
            match error {
                PlanError::Book(error) => Failure::Book(error, book.to_owned()),
                other => Failure::Use(plan_error(&console.text, &other, file, book)),
            }
        })?;
    drop(snapshot);
    let report = report(console, &plan);
    if let Some(command) = plan.command().filter(|_| !asked.dry_run) {
        let mut writer = match opened {
            None => make(console, book)?,
            Some((writer, reader)) => {
                back_up(console, book, &reader)?;
                writer
            }
        };
        let file = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        apply(console, &mut writer, book, &command, Origin::Import { file })?;
    }
    if asked.json {
        let report = serde_json::to_string(&report).map_err(std::io::Error::from)?;
        console.say(&report)?;
    } else {
        tell(console, &report, asked)?;
    }
    Ok(if report.refused == 0 { Outcome::Done } else { Outcome::Findings })
}

fn report(console: &Console, plan: &ImportPlan) -> Report {
    let row = |Refusal { line, reason }: &Refusal| RefusedRow {
        line: *line,
        reason: row_refused(&console.text, reason),
    };
    let mended = plan.rows.iter().enumerate().flat_map(|(at, row)| {
        let of = |mended: &Mended| MendedRow {
            line: row.line,
            field: mended.place.to_string(),
            said: mended.said.clone(),
            kept: mended.kept.clone(),
            sentence: row_mended(&console.text, row.line, mended),
        };
        plan.mended(at).iter().map(of)
    });
    Report {
        read: plan.read,
        added: plan.added,
        updated: plan.updated,
        unchanged: plan.unchanged,
        refused: plan.refused.len(),
        doubts: plan.doubts,
        refused_rows: plan.refused.iter().map(row).collect(),
        mended_rows: mended.collect(),
        left_behind: plan.left_behind.clone(),
    }
}

fn tell(console: &mut Console, report: &Report, asked: Asked) -> Result<(), Failure> {
    let text = console.text.clone();
    let lines = [
        text.with("import-read", &[("n", report.read.into())]),
        text.with("import-added", &[("n", report.added.into())]),
        text.with("import-updated", &[("n", report.updated.into())]),
        text.with("import-unchanged", &[("n", report.unchanged.into())]),
        text.with("import-refused", &[("n", report.refused.into())]),
        text.with("import-doubts", &[("n", report.doubts.into())]),
    ];
    for line in lines {
        console.say(&line)?;
    }
    for RefusedRow { line, reason } in &report.refused_rows {
        let said = [("line", (*line).into()), ("reason", reason.as_str().into())];
        console.say(&text.with("import-refused-line", &said))?;
    }
    for mended in &report.mended_rows {
        console.say(&mended.sentence)?;
    }
    if !report.left_behind.is_empty() {
        let columns = text.list(&report.left_behind);
        console.say(&text.with("import-left-behind", &[("columns", columns.into())]))?;
    }
    if asked.dry_run {
        console.say(text.get("import-dry-run"))?;
    }
    Ok(())
}

/// How clients are to be written.
#[derive(Clone, Debug)]
pub(super) struct Exported {
    /// Where.
    pub(super) file: PathBuf,
    /// With what is private.
    pub(super) notes: bool,
    /// What sets cells apart, if it was said.
    pub(super) separator: Option<Separator>,
}

pub(super) fn export(
    console: &mut Console,
    book: &Path,
    listed: &Listed,
    Exported { file, notes, separator }: &Exported,
) -> Result<Outcome, Failure> {
    let Some(form) = Form::of(file) else {
        return Err(Failure::Use(console.text.with("export-ending", &[("path", shown(file).into())])));
    };
    let (_writer, reader) = store::open(book).map_err(Failure::book(book))?;
    let snapshot = reader.snapshot().map_err(Failure::book(book))?;
    let wanted = Wanted {
        form,
        which: which(console, book, &snapshot, listed)?,
        content: Content::Keys,
        apart: match separator {
            Some(Separator::Semicolon) => Apart::Semicolon,
            Some(Separator::Comma) => Apart::Comma,
            None => habit().unwrap_or_else(|| Apart::usual(console.format.point())),
        },
        notes: *notes,
        home: console.home,
    };
    let count = export::export(&snapshot, file, &wanted, &|_, _| true).map_err(|error| match error {
        NoExport::Store(error) => Failure::Book(error, book.to_owned()),
        other => Failure::Use(export_error(&console.text, &other, file, book)),
    })?;
    let done = console.text.with("export-done", &[("n", count.into())]);
    console.say(&done)?;
    if !*notes {
        remark(console.text.get("cli-export-no-notes"));
    }
    Ok(Outcome::Done)
}

/// What was chosen in the window for tables, if anything was.
fn habit() -> Option<Apart> {
    Settings::load(&Folders::of_user()?.config).apart
}

/// Those that the list would show; all, archived ones too, if none are asked for.
fn which(console: &Console, book: &Path, snapshot: &Snapshot, listed: &Listed) -> Result<Which, Failure> {
    if listed.is_all() {
        return Ok(Which::All);
    }
    let failed = Failure::book(book);
    let setup = snapshot.setup(console.home).map_err(&failed)?;
    let query = listed.query(console, snapshot, &setup, &failed)?;
    let mut rows = look::found(console, snapshot, &setup, &query, &failed)?.rows;
    rows.truncate(listed.limit.unwrap_or(usize::MAX));
    Ok(Which::These(rows))
}

/// The book, if there is one.
fn open(book: &Path) -> Result<Option<(Writer, Reader)>, Failure> {
    match store::open(book) {
        Ok(opened) => Ok(Some(opened)),
        Err(StoreError::Missing) => Ok(None),
        Err(error) => Err(Failure::Book(error, book.to_owned())),
    }
}

/// Makes a new book, and says so.
fn make(console: &Console, book: &Path) -> Result<Writer, Failure> {
    let failed = Failure::book(book);
    if let Some(folder) = book.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        backup::create_folder(folder).map_err(|error| failed(error.into()))?;
    }
    let (writer, _) = store::create(book).map_err(failed)?;
    remark(&console.text.with("cli-book-made", &[("path", shown(book).into())]));
    Ok(writer)
}

/// An import is made only on a book that can be had back as it was.
fn back_up(console: &Console, book: &Path, reader: &Reader) -> Result<(), Failure> {
    let failed = Failure::book(book);
    if reader.snapshot().and_then(|snapshot| snapshot.revision()).map_err(&failed)? == 0 {
        return Ok(());
    }
    let now = console.clock.local(console.clock.now());
    backup::make(reader, book, now, &mut |_, _| true).map_err(Failure::book(&backup::folder(book)))?;
    Ok(())
}

fn apply(
    console: &Console,
    writer: &mut Writer,
    book: &Path,
    command: &Command,
    origin: Origin,
) -> Result<(), Failure> {
    let stamp = console.stamp();
    writer.side_by_side(side_by_side);
    writer.apply(command, origin, stamp).map_err(|error| Failure::Change(error, book.to_owned()))?;
    Ok(())
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
