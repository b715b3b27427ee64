//! Power cuts, lying disks, full disks, errors at every call.

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use comptoir::domain::command::{Command, Stamp};
use comptoir::store::{self, Held, Origin, Reader, StoreError, WriteError, Writer};

use crate::support::book::{TestBook, company, content, delete, register, rename, stamp};
use crate::support::commands::{command, numbers};
use crate::support::disk::{Disk, Fault, Sync, Tear};
use crate::support::files::stage_all;
use crate::support::model::{Model, State, state_of};
use crate::support::random::Random;

/// What is judged: something that says when a change is safe.
trait Saves {
    /// Whether it knows what to refuse.
    fn refuses(&self) -> bool;
    fn save(&mut self, command: &Command, now: Stamp) -> Result<(), WriteError>;
}

impl Saves for Writer {
    fn refuses(&self) -> bool {
        true
    }

    fn save(&mut self, command: &Command, now: Stamp) -> Result<(), WriteError> {
        self.apply(command, Origin::Window, now).map(drop)
    }
}

/// A wrong store, to judge the judge: it says "done" first and writes when it is asked the next time.
struct Hasty {
    writer: Writer,
    waiting: Option<(Command, Stamp)>,
}

impl Saves for Hasty {
    fn refuses(&self) -> bool {
        false
    }

    fn save(&mut self, command: &Command, now: Stamp) -> Result<(), WriteError> {
        match self.waiting.replace((command.clone(), now)) {
            Some((command, now)) => self.writer.save(&command, now),
            None => Ok(()),
        }
    }
}

fn as_it_is(writer: Writer) -> Box<dyn Saves> {
    Box::new(writer)
}

fn hasty(writer: Writer) -> Box<dyn Saves> {
    Box::new(Hasty { writer, waiting: None })
}

type Subject = fn(Writer) -> Box<dyn Saves>;

/// Several lives on one disk: work until power fails, look at what is left, go on. An error says what was wrong.
fn lives(seed: u64, tear: Tear, sync: Sync, subject: Subject) -> Result<u32, String> {
    let mut random = Random::new(seed);
    let disk = Disk::new(sync);
    let (mut writer, reader) =
        store::create_in(disk.place()).map_err(|error| format!("creating: {error}"))?;
    stage_all(&mut writer).map_err(|error| format!("files: {error}"))?;
    let mut opened = Some((writer, reader));
    let mut model = Model::default();
    let mut acknowledged = 0;
    for _ in 0..3 {
        let (writer, reader) = match opened.take() {
            Some(opened) => opened,
            None => store::open_in(disk.place()).map_err(|error| format!("does not open: {error}"))?,
        };
        disk.cut_power_after(1 + random.below(120) as u64);
        drop(reader);
        let (done, in_flight) = work(subject(writer).as_mut(), &mut model, &mut random);
        acknowledged += done;
        assert!(disk.is_out());
        disk.restart(tear, &mut random);
        // Now and then power fails again while the book is being opened.
        if random.once_in(3) {
            disk.cut_power_after(1 + random.below(12) as u64);
            drop(store::open_in(disk.place()));
            disk.restart(tear, &mut random);
        }
        let (mut writer, reader) =
            store::open_in(disk.place()).map_err(|error| format!("does not open: {error}"))?;
        let found = state_of(&reader);
        if found == in_flight {
            model.state = in_flight;
        } else if found != model.state {
            return Err(format!("{} records where {} were", found.len(), model.state.len()));
        }
        let findings = writer.check(true).map_err(|error| format!("check: {error}"))?;
        if !findings.is_empty() {
            return Err(format!("{findings:?}"));
        }
    }
    Ok(acknowledged)
}

/// Applies commands until power fails: how many were acknowledged, and what the last one would have made of it.
fn work(subject: &mut dyn Saves, model: &mut Model, random: &mut Random) -> (u32, State) {
    let mut acknowledged = 0;
    loop {
        let (command, now) = (command(model, numbers(random)), stamp(acknowledged.into()));
        let mut next = model.clone();
        let changes = next.apply(&command, now).is_some();
        if !changes && !subject.refuses() {
            continue;
        }
        match subject.save(&command, now) {
            Ok(()) => {
                assert!(changes, "acknowledged what the model refuses: {command:?}");
                *model = next;
                acknowledged += 1;
            }
            Err(WriteError::Store(_)) => return (acknowledged, next.state),
            Err(_) => assert!(!changes, "refused what the model does: {command:?}"),
        }
    }
}

/// The same, a panic being one more way to be wrong.
fn judged(seed: u64, tear: Tear, sync: Sync, subject: Subject) -> Result<u32, String> {
    catch_unwind(AssertUnwindSafe(|| lives(seed, tear, sync, subject)))
        .unwrap_or_else(|_| Err("panic".to_owned()))
}

#[test]
fn after_a_power_cut_what_was_acknowledged_is_there_and_all_agrees() {
    let mut acknowledged = 0;
    for tear in Tear::ALL {
        for seed in 0..40 {
            match judged(seed, tear, Sync::Honest, as_it_is) {
                Ok(more) => acknowledged += more,
                Err(wrong) => panic!("seed {seed}, {tear:?}: {wrong}"),
            }
        }
    }
    assert!(acknowledged > 1000, "only {acknowledged} changes were put to the test");
}

#[test]
fn a_store_that_acknowledges_before_its_sync_is_caught() {
    for tear in Tear::ALL {
        let lost = |seed| {
            judged(seed, tear, Sync::Honest, hasty).is_err_and(|wrong| wrong.contains("records where"))
        };
        assert!((0..40).any(lost), "{tear:?}");
    }
}

#[test]
fn a_disk_that_lies_is_caught() {
    for tear in Tear::ALL {
        assert!((0..40).any(|seed| judged(seed, tear, Sync::Never, as_it_is).is_err()), "{tear:?}");
    }
}

/// Power fails at every call in turn until `make` gets through; then there is no book, or `whole` says yes.
fn at_every_cut(make: impl Fn(&Arc<Disk>) -> Result<(), StoreError>, whole: impl Fn(&mut Writer, &Reader)) {
    let (mut none, mut some) = (0, 0);
    for cut in 1.. {
        for (tear, seed) in Tear::ALL.into_iter().zip(0..) {
            let disk = Disk::new(Sync::Honest);
            disk.cut_power_after(cut);
            let made = make(&disk);
            let out = disk.is_out();
            disk.restart(tear, &mut Random::new(cut * 4 + seed));
            match store::open_in(disk.place()) {
                Err(StoreError::Missing) => {
                    assert!(made.is_err(), "cut {cut}: it was there");
                    none += 1;
                }
                Err(error) => panic!("cut {cut}, {tear:?}: {error:?}"),
                Ok((mut writer, reader)) => {
                    whole(&mut writer, &reader);
                    some += 1;
                }
            }
            if !out {
                assert!(none > 20 && some > 0, "{none} without a book, {some} with one");
                return;
            }
        }
    }
}

#[test]
fn a_power_cut_while_creating_leaves_no_book_or_a_whole_one() {
    at_every_cut(
        |disk| store::create_in(disk.place()).map(drop),
        |writer, reader| {
            assert_eq!(state_of(reader), State::new());
            assert_eq!(writer.check(true).unwrap(), []);
            writer.apply(&register("Asie", ""), Origin::Window, stamp(0)).unwrap();
        },
    );
}

#[test]
fn a_power_cut_while_copying_leaves_no_copy_or_a_whole_one() {
    let book = TestBook::with_clients();
    let before = book.content();
    at_every_cut(
        |disk| store::copy_to(&book.reader.snapshot()?, disk.place().as_ref(), &mut |_, _| true).map(drop),
        |writer, reader| {
            assert_eq!(content(reader), before);
            assert_eq!(writer.check(true).unwrap(), []);
        },
    );
    assert_eq!(book.content(), before);
}

/// What a user would do in a day, each with the records that there must be after it.
fn day() -> Vec<Command> {
    let client = |id, number: &str, name| comptoir::domain::client::Client {
        id: comptoir::domain::client::ClientId(id),
        number: number.to_owned(),
        created: stamp(0).at,
        updated: stamp(0).at,
        ..company(name)
    };
    vec![
        register("Asie", &"a note of some length ".repeat(500)),
        register("Bolido", ""),
        rename(&client(2, "0002", "Bolido"), "Bólido"),
        delete(1),
        register("Cactus", "short"),
    ]
}

/// A book on a disk where calls fail; the number of calls in all.
fn day_with(fault: Option<Fault>) -> u64 {
    let disk = Disk::new(Sync::Honest);
    let (mut writer, reader) = store::create_in(disk.place()).unwrap();
    let reads_work = fault.is_none_or(|fault| !fault.reads);
    let kind = fault.map(|fault| fault.kind);
    let mut model = Model::default();
    disk.fail(fault);
    for command in day() {
        let before = model.clone();
        model.apply(&command, stamp(0)).unwrap();
        let told = writer.apply(&command, Origin::Window, stamp(0));
        if reads_work {
            let found = state_of(&reader);
            match &told {
                Ok(_) => assert_eq!(found, model.state),
                Err(WriteError::Store(StoreError::Unsure(_))) => {
                    assert!(found == model.state || found == before.state);
                }
                Err(_) => assert_eq!(found, before.state),
            }
        }
        if let Err(error) = told {
            let WriteError::Store(error) = error else { panic!("{error:?}") };
            let error = if let StoreError::Unsure(cause) = error { *cause } else { error };
            let full = matches!(error, StoreError::Full);
            assert_eq!(full, kind == Some(ErrorKind::StorageFull), "{error:?}");
            // The cause is gone: the same again, without a restart, is done once.
            disk.fail(None);
            writer.apply(&command, Origin::Window, stamp(0)).unwrap();
            assert_eq!(state_of(&reader), model.state);
        }
    }
    let calls = disk.calls();
    disk.fail(None);
    assert_eq!(writer.check(true).unwrap(), []);
    drop((writer, reader));
    let (mut writer, reader) = store::open_in(disk.place()).unwrap();
    assert_eq!(state_of(&reader), model.state);
    assert_eq!(writer.check(true).unwrap(), []);
    calls
}

const NEVER: Fault =
    Fault { at: u64::MAX, on: false, gap: 0, reads: false, kind: ErrorKind::Other, panic: false };

/// Fails at each call of the day in turn.
fn at_every_call(far: Fault) {
    let calls = day_with(Some(far));
    assert!(calls > 40, "{calls}");
    for at in 1..=calls {
        day_with(Some(Fault { at, ..far }));
    }
}

#[test]
fn an_error_at_any_change_is_survived() {
    at_every_call(NEVER);
    at_every_call(Fault { on: true, ..NEVER });
}

/// The book is closed to be opened again, and then the disk refuses once more: it can still be read.
#[test]
fn an_error_while_opening_again_is_survived() {
    for gap in 1..5 {
        at_every_call(Fault { on: true, gap, ..NEVER });
    }
}

#[test]
fn after_a_power_cut_the_book_is_opened_without_a_repair() {
    let disk = Disk::new(Sync::Honest);
    let (mut writer, reader) = store::create_in(disk.place()).unwrap();
    for n in 0..100 {
        writer
            .apply(&register(&format!("Client {n}"), &"note ".repeat(4000)), Origin::Window, stamp(n))
            .unwrap();
    }
    disk.cut_power_after(1);
    drop((writer, reader));
    disk.restart(Tear::Prefix, &mut Random::new(1));
    disk.fail(None);
    let (_writer, reader) = store::open_in(disk.place()).unwrap();
    let calls = disk.calls();
    // 240 in a debug build, where redb looks at every page once, for itself; a repair looks at every page too.
    assert!(calls < 350, "{calls}");
    assert_eq!(reader.snapshot().unwrap().revision().unwrap(), 100);
}

#[test]
fn an_error_at_any_call_is_survived() {
    at_every_call(Fault { reads: true, ..NEVER });
    at_every_call(Fault { on: true, reads: true, ..NEVER });
}

#[test]
fn a_full_disk_is_survived() {
    at_every_call(Fault { on: true, kind: ErrorKind::StorageFull, ..NEVER });
}

#[test]
fn an_error_while_opening_is_an_error_and_no_more() {
    let disk = Disk::new(Sync::Honest);
    let (mut writer, reader) = store::create_in(disk.place()).unwrap();
    for command in day() {
        writer.apply(&command, Origin::Window, stamp(0)).unwrap();
    }
    let before = state_of(&reader);
    drop((writer, reader));
    for on in [false, true] {
        let far = Fault { on, reads: true, ..NEVER };
        disk.fail(Some(far));
        drop(store::open_in(disk.place()).unwrap());
        let calls = disk.calls();
        for at in 1..=calls {
            disk.fail(Some(Fault { at, ..far }));
            let opened = store::open_in(disk.place());
            // Closing after it may have met the error instead.
            assert!(opened.is_err() || disk.calls() < at || !on, "call {at} of {calls}");
            drop(opened);
            disk.fail(None);
            let (mut writer, reader) = store::open_in(disk.place()).unwrap();
            assert_eq!(state_of(&reader), before);
            assert_eq!(writer.check(true).unwrap(), []);
        }
    }
}

#[test]
fn what_was_kept_outside_the_books_survives_an_error_too() {
    let far = Fault { on: true, ..NEVER };
    let mut at = 1;
    loop {
        let disk = Disk::new(Sync::Honest);
        let (mut writer, reader) = store::create_in(disk.place()).unwrap();
        writer.scratch("draft/1", Some(b"before")).unwrap();
        disk.fail(Some(Fault { at, ..far }));
        let failed = writer.scratch("draft/1", Some(b"after")).is_err();
        let kept = reader.snapshot().unwrap().scratch("draft/1").unwrap().unwrap();
        assert!(kept == b"after" || (failed && kept == b"before"));
        disk.fail(None);
        writer.scratch("draft/1", Some(b"again")).unwrap();
        assert_eq!(reader.snapshot().unwrap().scratch("draft/1").unwrap().unwrap(), b"again");
        if !failed {
            break;
        }
        at += 1;
    }
    assert!(at > 5, "{at}");
}

/// A change whose fate was not known, and then another: the receipt of the other tells of both, if both were made.
#[test]
fn a_change_that_was_made_without_an_answer_is_told_of_later() {
    let (mut made, mut not_made) = (0, 0);
    for at in 1.. {
        let disk = Disk::new(Sync::Honest);
        let (mut writer, reader) = store::create_in(disk.place()).unwrap();
        disk.fail(Some(Fault { at, on: true, ..NEVER }));
        let told = writer.apply(&register("Asie", ""), Origin::Window, stamp(0));
        if told.is_ok() {
            break;
        }
        disk.fail(None);
        let receipt = writer.apply(&register("Bolido", ""), Origin::Window, stamp(1)).unwrap();
        let clients: Vec<_> = receipt
            .changes
            .iter()
            .filter_map(|change| match change.after() {
                Some(Held::Client(client)) => Some(client.company.as_str()),
                _ => None,
            })
            .collect();
        let revision = reader.snapshot().unwrap().revision().unwrap();
        assert_eq!(receipt.entry, revision);
        if revision == 2 {
            assert!(matches!(told, Err(WriteError::Store(StoreError::Unsure(_)))));
            assert_eq!(clients, ["Asie", "Bolido"]);
            made += 1;
        } else {
            assert_eq!(clients, ["Bolido"]);
            not_made += 1;
        }
        let receipt = writer.apply(&register("Cactus", ""), Origin::Window, stamp(2)).unwrap();
        assert_eq!(receipt.changes.len(), 2, "it is told of once");
    }
    assert!(made > 0 && not_made > 3, "{made} made, {not_made} not");
}

/// The one test on a real file that cannot grow: a process of its own under a limit.
#[test]
fn a_file_that_cannot_grow_is_survived() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Test.comptoir");
    drop(store::create(&path).unwrap());
    let blocks = std::fs::metadata(&path).unwrap().len() / 512 + 8000;
    let output = std::process::Command::new("sh")
        .arg("-c")
        .arg(format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" --exact faults::fill_when_asked --nocapture"
        ))
        .arg(std::env::current_exe().unwrap())
        .env(FILL, &path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = String::from_utf8(output.stdout).unwrap();
    let saved: u64 = output.lines().find_map(|line| line.split_once("saved: ")).unwrap().1.parse().unwrap();
    assert!((2..60).contains(&saved), "{saved}");
    let (mut writer, reader) = store::open(&path).unwrap();
    assert_eq!(reader.snapshot().unwrap().revision().unwrap(), saved);
    assert_eq!(writer.check(true).unwrap(), []);
    writer.apply(&register("After", ""), Origin::Window, stamp(0)).unwrap();
}

const FILL: &str = "COMPTOIR_TEST_FILL";

/// The other side of the test above; by itself it fills a book of its own a little.
#[test]
fn fill_when_asked() {
    let (_folder, own) = TestBook::with_clients().close();
    let path = std::env::var_os(FILL);
    let most = if path.is_some() { 60 } else { 3 };
    let (mut writer, reader) = store::open(path.as_ref().map_or(&own, |path| path.as_ref())).unwrap();
    let mut saved = reader.snapshot().unwrap().revision().unwrap();
    let mut refused = None;
    for n in 0..most {
        match writer.apply(
            &register(&format!("Client {n}"), &"note ".repeat(20_000)),
            Origin::Window,
            stamp(n),
        ) {
            Ok(receipt) => saved = receipt.entry,
            Err(error) => {
                refused = Some(error);
                break;
            }
        }
    }
    assert_eq!(refused.is_some(), path.is_some());
    assert!(matches!(refused, None | Some(WriteError::Store(StoreError::Full))), "{refused:?}");
    assert_eq!(reader.snapshot().unwrap().revision().unwrap(), saved, "reading goes on");
    println!("saved: {saved}");
}

#[test]
fn a_panic_while_writing_is_survived_and_the_same_again_is_done_once() {
    for at in 1.. {
        let disk = Disk::new(Sync::Honest);
        let (mut writer, reader) = store::create_in(disk.place()).unwrap();
        writer.apply(&register("Asie", ""), Origin::Window, stamp(0)).unwrap();
        disk.fail(Some(Fault { at, panic: true, ..NEVER }));
        let save = AssertUnwindSafe(|| writer.apply(&register("Bolido", "note"), Origin::Window, stamp(1)));
        let panicked = catch_unwind(save).is_err();
        disk.fail(None);
        if !panicked {
            assert!(at > 5, "{at}");
            break;
        }
        writer.apply(&register("Bolido", "note"), Origin::Window, stamp(1)).unwrap();
        assert_eq!(reader.snapshot().unwrap().revision().unwrap(), 2, "panic at call {at}");
        assert_eq!(writer.check(true).unwrap(), []);
    }
}
