//! Keeping the book whole: `check`, `backup`, `restore`, `undo`.

use std::path::Path;
use std::sync::Arc;

use super::Outcome;
use super::console::Console;
use super::failure::Failure;
use super::look::count;
use super::transfer::shown;
use crate::domain::check::Finding;
use crate::files::backup;
use crate::jobs::{build_index, check_index};
use crate::search::Reading;
use crate::store::{self, Origin, Receipt, Snapshot, StoreError, Summary, Writer};
use crate::text::{deed, left_out};

pub(super) fn check(console: &mut Console, book: &Path, full: bool) -> Result<Outcome, Failure> {
    let failed = Failure::book(book);
    let (mut writer, _) = store::open(book).map_err(&failed)?;
    let mut findings = writer.check(full).map_err(&failed)?;
    // What cannot be read was found already.
    if full && findings.is_empty() {
        findings = check_search(console, &writer).map_err(&failed)?;
    }
    if findings.is_empty() {
        let clients = writer.snapshot().and_then(|snapshot| count(&snapshot)).map_err(&failed)?;
        let sound = console.text.with("cli-check-sound", &[("clients", console.clients(clients).into())]);
        console.say(&sound)?;
        return Ok(Outcome::Done);
    }
    for finding in &findings {
        let about = match finding.kind {
            Some(kind) => format!("{kind:?} {}", finding.id),
            None => finding.id.to_string(),
        };
        console.say(&format!("{}: {about}: {}", finding.rule, finding.detail))?;
    }
    let said = [("n", findings.len().into()), ("path", shown(book).into())];
    let sentence = console.text.with("cli-check-findings", &said);
    console.say(&sentence)?;
    Ok(Outcome::Findings)
}

/// The search index and the orders of the table, as the window makes them, against ones made afresh.
fn check_search(console: &Console, writer: &Writer) -> Result<Vec<Finding>, StoreError> {
    let snapshot = writer.snapshot()?;
    let reading = Arc::new(Reading::new(console.language.code(), snapshot.setup(console.home)?));
    let index = build_index(&snapshot, Arc::clone(&reading))?;
    check_index(&index, &snapshot, &reading)
}

pub(super) fn backup(console: &mut Console, book: &Path, file: &Path) -> Result<Outcome, Failure> {
    let (_writer, reader) = store::open(book).map_err(Failure::book(book))?;
    let Summary { clients, .. } =
        store::copy(&reader, file, &mut |_, _| true).map_err(Failure::book(file))?;
    let said = [("clients", console.clients(clients).into()), ("path", shown(file).into())];
    let done = console.text.with("cli-backup-done", &said);
    console.say(&done)?;
    Ok(Outcome::Done)
}

pub(super) fn restore(console: &mut Console, book: &Path, file: &Path) -> Result<Outcome, Failure> {
    let failed = Failure::book(book);
    let now = match store::summary(book) {
        Ok(now) => Some(now),
        Err(error @ StoreError::InUse) => return Err(failed(error)),
        // Whatever else is wrong with it is why it is replaced.
        Err(_) => None,
    };
    let verified = store::verify(file, book).map_err(Failure::book(file))?;
    let line = told(console, "restore-backup", verified.summary);
    console.say(&line)?;
    if let Some(now) = now {
        let line = told(console, "restore-now", now);
        console.say(&line)?;
    }
    let moment = console.clock.local(console.clock.now());
    let aside = backup::set_aside_name(book, console.text.get("cli-aside"), moment);
    backup::restore(verified, book, &aside).map_err(&failed)?;
    let done = if backup::is_there(&aside) {
        console.text.with("restore-done", &[("path", shown(&aside).into())])
    } else {
        console.text.with("cli-restored", &[("path", shown(book).into())])
    };
    console.say(&done)?;
    Ok(Outcome::Done)
}

/// What a book holds, and since when.
fn told(console: &Console, key: &str, summary: Summary) -> String {
    let day = summary.last_change.map(|moment| {
        let day = console.clock.local(moment).date();
        console.format.day(&console.text, day, console.clock.today())
    });
    let day = day.unwrap_or_else(|| "–".to_owned());
    console.text.with(key, &[("clients", console.clients(summary.clients).into()), ("day", day.into())])
}

pub(super) fn undo(console: &mut Console, book: &Path) -> Result<Outcome, Failure> {
    let failed = Failure::book(book);
    let (mut writer, _) = store::open(book).map_err(&failed)?;
    let snapshot = writer.snapshot().map_err(&failed)?;
    let Some(last) = snapshot.last_undoable().map_err(&failed)? else {
        return Err(Failure::Use(console.text.get("undo-nothing").to_owned()));
    };
    let subject = snapshot.subject(last).map_err(&failed)?;
    drop(snapshot);
    let stamp = console.stamp();
    let receipt = writer
        .undo(last, Origin::CommandLine, stamp)
        .map_err(|error| Failure::Change(error, book.to_owned()))?;
    let what = subject.map(|one| deed(&console.text, one.act, &one.name, one.count)).unwrap_or_default();
    let done = console.text.with("toast-undone", &[("what", what.into())]);
    console.say(&done)?;
    let kept = kept(&writer.snapshot().map_err(&failed)?, &receipt).map_err(&failed)?;
    if !kept.is_empty() {
        let line = console.text.with("cli-undo-kept", &[("names", console.text.list(&kept).into())]);
        console.say(&line)?;
    }
    let snapshot = writer.snapshot().map_err(&failed)?;
    if let Some(line) = left_out(&console.text, &snapshot, &receipt.left_out).map_err(&failed)? {
        console.say(&line)?;
    }
    Ok(Outcome::Done)
}

/// The names of the clients and categories that stay as they are.
fn kept(snapshot: &Snapshot, receipt: &Receipt) -> Result<Vec<String>, StoreError> {
    let mut names = Vec::new();
    for (kind, id) in receipt.named_kept() {
        names.extend(snapshot.name_of(kind, id)?);
    }
    Ok(names)
}
