//! An import is made as a whole or not at all: stopped, cut off or killed, it leaves nothing.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use comptoir::clock::Clock;
use comptoir::domain::client::Client;
use comptoir::domain::command::{Belongings, Change, ClientCommand, Command, Import, Registration};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::files::import::{plan_file, plan_file_by};
use comptoir::files::repairs::Resembled;
use comptoir::jobs::{Desk, Event, Progress, Request, side_by_side};
use comptoir::store::{self, Origin, StoreError, WriteError};
use comptoir::text::Language;

use crate::support::book::{TestBook, company, content, rename, stamp, test_book};
use crate::support::desktop::today;
use crate::support::disk::{Disk, Sync, Tear};
use crate::support::random::Random;

fn origin() -> Origin {
    Origin::Import { file: "clients.csv".into() }
}

/// New clients, each with a note and a value in a field that is made on the way.
fn newcomers(clients: usize) -> Vec<Registration> {
    let field = CustomField { name: "Niveau".into(), kind: FieldKind::Text, ..CustomField::default() };
    let field = Arc::new(field);
    let newcomer = |number: usize| {
        let client = Client { number: format!("X{number}"), ..company(&format!("Newcomer{number}")) };
        let with = Belongings {
            new_fields: vec![(Arc::clone(&field), format!("n{number}"))],
            ..Belongings::default()
        };
        Registration { client, note: format!("note {number}"), with, ..Registration::default() }
    };
    (0..clients).map(newcomer).collect()
}

fn import(added: Vec<Registration>, updated: Vec<Change>) -> Command {
    Command::Client(ClientCommand::Import(Import { added, updated }))
}

/// An import that changes a client, too.
fn mixed(book: &TestBook, clients: usize) -> Command {
    let Command::Client(ClientCommand::Change(change)) = rename(&book.client(1).unwrap(), "Asia") else {
        unreachable!()
    };
    import(newcomers(clients), vec![*change])
}

#[test]
fn an_import_that_is_stopped_at_any_step_leaves_nothing() {
    let mut book = TestBook::with_clients();
    let command = mixed(&book, 40);
    let before = book.content();
    let mut steps = 0;
    loop {
        let calls = AtomicUsize::new(0);
        let watching = |done: usize, total: usize| {
            assert!(done <= total && total == 2 * 41, "{done} of {total}");
            calls.fetch_add(1, Ordering::Relaxed) < steps
        };
        match book.writer.apply_watched(&command, origin(), stamp(1), &watching) {
            Err(WriteError::Store(StoreError::Cancelled)) => {
                assert_eq!(book.content(), before, "stopped at step {steps}");
            }
            done => {
                assert_eq!(done.unwrap().clients.len(), 41);
                break;
            }
        }
        steps += 1;
    }
    assert!(steps > 80, "{steps}");
    assert_eq!(book.client(1).unwrap().company, "Asia");
    assert_eq!(book.content().3, before.3 + 1);
    assert_eq!(book.writer.check(true).unwrap(), []);
}

#[test]
fn whoever_watches_an_import_sees_it_go_on_to_the_end() {
    let mut book = TestBook::with_clients();
    let command = mixed(&book, 40);
    let last = AtomicUsize::new(0);
    let watching = |done: usize, _: usize| {
        assert!(last.fetch_max(done, Ordering::Relaxed) <= done, "it goes back to {done}");
        true
    };
    book.writer.apply_watched(&command, origin(), stamp(1), &watching).unwrap();
    assert_eq!(last.into_inner(), 2 * 41);
}

/// Power fails at every call in turn that changes the file, and at every sync; the disk keeps any part of what was
/// not synced.
#[test]
fn a_power_cut_at_any_call_of_an_import_leaves_nothing_of_it_or_all() {
    let command = import(newcomers(60), Vec::new());
    let (mut nothing, mut all) = (0, 0);
    for cut in 1.. {
        for (tear, seed) in Tear::ALL.into_iter().zip(0..) {
            let disk = Disk::new(Sync::Honest);
            let (mut writer, reader) = store::create_in(disk.place()).unwrap();
            disk.cut_power_after(cut);
            let told = writer.apply(&command, origin(), stamp(0));
            let out = disk.is_out();
            drop((writer, reader));
            disk.restart(tear, &mut Random::new(cut * 4 + seed));
            let (mut writer, reader) = store::open_in(disk.place()).unwrap();
            let clients = content(&reader).0.len();
            match (clients, &told) {
                (0, Err(_)) => nothing += 1,
                (60, _) => all += 1,
                _ => panic!("cut {cut}, {tear:?}: {clients} clients, {told:?}"),
            }
            assert_eq!(writer.check(true).unwrap(), [], "cut {cut}, {tear:?}");
            if !out {
                assert!(told.is_ok() && nothing > 40, "{nothing} with nothing, {all} with all");
                return;
            }
        }
    }
}

/// The program itself, killed while it imports: nobody can clean up behind it.
#[test]
fn a_program_that_is_killed_while_it_imports_leaves_nothing_or_all() {
    const CLIENTS: usize = 1_500;
    let folder = tempfile::tempdir().unwrap();
    let (file, book) = (folder.path().join("clients.csv"), folder.path().join("Test.comptoir"));
    let mut rows = "Numéro,Société\n".to_owned();
    for n in 0..CLIENTS {
        writeln!(rows, "X{n},Newcomer {n}").unwrap();
    }
    std::fs::write(&file, rows).unwrap();
    let empty = test_book();
    let (_folder, path) = empty.close();
    let whole = std::fs::read(path).unwrap();
    let mut outcomes = Vec::new();
    for after in 0..6 {
        std::fs::write(&book, &whole).unwrap();
        kill_while_it_writes(&file, &book, &whole, after);
        let (mut writer, reader) = store::open(&book).unwrap();
        let clients = content(&reader).0.len();
        assert!(clients == 0 || clients == CLIENTS, "{clients}");
        assert_eq!(content(&reader).3 > 0, clients > 0);
        assert_eq!(writer.check(true).unwrap(), []);
        outcomes.push(clients);
    }
    assert!(outcomes.contains(&0), "{outcomes:?}");
}

/// Imports a file in a process of its own and kills it once it has written to the book so often.
fn kill_while_it_writes(file: &Path, book: &Path, whole: &[u8], writes: usize) {
    let mut child = Process::new(env!("CARGO_BIN_EXE_comptoir"))
        .args(["import".as_ref(), file.as_os_str(), "--book".as_ref(), book.as_os_str()])
        .env("HOME", book.parent().unwrap())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut seen = whole.to_vec();
    let mut written = 0;
    while child.try_wait().unwrap().is_none() {
        let now = std::fs::read(book).unwrap();
        written += usize::from(now != seen);
        seen = now;
        if written > writes {
            break;
        }
    }
    // One that has ended already cannot be killed.
    drop(child.kill());
    child.wait().unwrap();
}

/// More rows than are read at a time: clients, some of them named twice and some alike.
#[test]
fn a_pair_plans_and_writes_what_one_alone_does() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("clients.csv");
    let row = |n: usize| format!("X{},Atelier Lefevre{},{}@example.org\n", n % 2_200, n % 7, n % 2_150);
    let rows: String = (0..2_300).map(row).collect();
    std::fs::write(&file, format!("Numéro,Société,E-mail\n{rows}")).unwrap();
    let (mut alone, mut paired) = (test_book(), test_book());
    paired.writer.side_by_side(side_by_side);
    let one = plan_file(&file, Some(&alone.reader.snapshot().unwrap()), "FR", &|_, _| true).unwrap();
    let snapshot = paired.reader.snapshot().unwrap();
    let two = plan_file_by(side_by_side, &file, Some(&snapshot), "FR", &|_, _| true).unwrap();
    assert_eq!((one.read, one.rows.len()), (2_300, 2_300));
    assert!(one.twins > 100 && !one.refused.is_empty() && one.added < 2_300);
    // Nobody is like somebody who comes later.
    let twins = one.rows.iter().filter_map(|row| Some((row.line, row.twin.as_ref()?.who)));
    assert!(twins.into_iter().all(|(at, who)| matches!(who, Resembled::Line(line) if line < at)));
    assert_eq!(one, two);
    drop(snapshot);
    let (one, two) = (one.command().unwrap(), two.command().unwrap());
    let told = alone.writer.apply(&one, origin(), stamp(1)).unwrap();
    assert_eq!(told, paired.writer.apply(&two, origin(), stamp(1)).unwrap());
    assert_eq!(alone.content(), paired.content());
    assert_eq!(paired.writer.check(true).unwrap(), []);
}

fn heard(desk: &mut Desk) -> Vec<&'static str> {
    std::iter::from_fn(|| desk.event())
        .map(|event| match event {
            Event::Opened(_) => "opened",
            Event::Indexed(_) => "indexed",
            Event::Counted(_) => "counted",
            Event::BackedUp(_) => "backed up",
            Event::Done { ticket: 7, .. } => "done",
            Event::Failed { ticket: 7, error: WriteError::Store(StoreError::Cancelled) } => "stopped",
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn an_import_can_be_watched_and_stopped_while_it_is_asked_for() {
    let (folder, path) = TestBook::with_clients().close();
    let mut desk = Desk::inline(Clock::fixed(today()), Language::Fr);
    desk.ask(Request::Open { path: path.clone(), make: false });
    heard(&mut desk);
    let ask = |desk: &mut Desk, progress: Progress| {
        let command = Box::new(import(newcomers(30), Vec::new()));
        desk.ask(Request::Import { ticket: 7, command, file: "clients.csv".into(), progress });
        heard(desk)
    };
    let stopped = Progress::default();
    stopped.stop();
    assert_eq!(ask(&mut desk, stopped), ["stopped"]);
    let progress = Progress::default();
    assert_eq!(ask(&mut desk, progress.clone()), ["backed up", "done"]);
    assert_eq!(progress.read(), (10_000, 10_000));
    desk.close();
    let (_writer, reader) = store::open(&path).unwrap();
    assert_eq!(content(&reader).0.len(), 32);
    drop(folder);
}
