//! Taking back what was changed since, what others refer to, and whole imports.

use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{
    Belongings, Change, ClientCommand, Command, Import, NoteChange, Refused, Registration,
};
use comptoir::domain::record::{Kind, Scan};
use comptoir::store::{Deed, List, Origin, StoreError, WriteError};

use crate::support::book::{TestBook, company, delete, register, rename, stamp, test_book};

fn import(names: &[&str], note: &str) -> Command {
    let added = names
        .iter()
        .map(|name| Registration { client: company(name), note: note.to_owned(), ..Registration::default() })
        .collect();
    Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() }))
}

fn from_file() -> Origin {
    Origin::Import { file: "clients.csv".to_owned() }
}

fn numbered(name: &str, number: &str) -> Command {
    let client = Client { number: number.to_owned(), ..company(name) };
    let registration = Registration { client, ..Registration::default() };
    Command::Client(ClientCommand::Register(Box::new(registration)))
}

fn clients(book: &TestBook) -> Vec<u64> {
    let mut ids = Vec::new();
    book.reader.snapshot().unwrap().scan(Scan::All, |client: Client| ids.push(client.id.0)).unwrap();
    ids
}

#[test]
fn what_was_changed_since_is_not_taken_back() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    let asie = book.client(1).unwrap();
    book.apply(&rename(&asie, "Asia"));
    let refused = book.writer.undo(1, Origin::Window, stamp(1));
    assert!(matches!(refused, Err(WriteError::ChangedSince { kind: Kind::Client, id: 1 })), "{refused:?}");
    assert_eq!(book.client(1).unwrap().company, "Asia");
    assert_eq!(book.reader.snapshot().unwrap().revision().unwrap(), 2);
    // One that is gone has changed too.
    book.apply(&delete(1));
    let refused = book.writer.undo(2, Origin::Window, stamp(1));
    assert!(matches!(refused, Err(WriteError::ChangedSince { kind: Kind::Client, id: 1 })), "{refused:?}");
}

#[test]
fn the_adding_of_one_whom_others_refer_to_is_not_taken_back() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    book.apply(&register("Asia", ""));
    book.apply(&Command::Client(ClientCommand::Distinguish(ClientId(1), ClientId(2))));
    let refused = book.writer.undo(1, Origin::Window, stamp(1));
    let expected = WriteError::StillReferred { kind: Kind::Client, id: 1, by: Kind::Distinct, by_id: 1 };
    assert_eq!(format!("{refused:?}"), format!("{:?}", Err::<(), _>(expected)));
    assert_eq!(clients(&book), [1, 2]);
    book.writer.undo(3, Origin::Window, stamp(1)).unwrap();
    book.writer.undo(1, Origin::Window, stamp(1)).unwrap();
    assert_eq!(clients(&book), [2]);
}

#[test]
fn what_refers_to_one_who_is_gone_does_not_come_back_alone() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    book.apply(&register("Asia", ""));
    book.apply(&Command::Client(ClientCommand::Distinguish(ClientId(1), ClientId(2))));
    book.writer.undo(3, Origin::Window, stamp(1)).unwrap();
    book.apply(&delete(2));
    let refused = book.writer.undo(4, Origin::Window, stamp(1));
    let expected = WriteError::Dangling { kind: Kind::Client, id: 2, by: Kind::Distinct, by_id: 1 };
    assert_eq!(format!("{refused:?}"), format!("{:?}", Err::<(), _>(expected)));
    assert_eq!(book.writer.check(true).unwrap(), []);
}

#[test]
fn a_number_that_another_has_now_does_not_come_back() {
    let mut book = test_book();
    book.apply(&numbered("Asie", "A7"));
    book.apply(&delete(1));
    book.apply(&numbered("Bolido", "A7"));
    let refused = book.writer.undo(2, Origin::Window, stamp(1));
    let expected = WriteError::Taken { kind: Kind::Client, name: "A7".to_owned(), holder: 2 };
    assert_eq!(format!("{refused:?}"), format!("{:?}", Err::<(), _>(expected)));
    assert_eq!(clients(&book), [2]);
    assert_eq!(book.writer.check(true).unwrap(), []);
}

#[test]
fn an_import_is_taken_back_as_a_whole_and_done_again() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    let names: Vec<_> = (0..70).map(|n| format!("Client {n}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let imported = book.writer.apply(&import(&names, "from a file"), from_file(), stamp(1)).unwrap();
    assert_eq!((imported.entry, imported.clients.len(), imported.changes.len()), (2, 70, 141));
    let snapshot = book.reader.snapshot().unwrap();
    let entry = snapshot.entry(2).unwrap().unwrap();
    assert_eq!(entry.origin, from_file());
    assert!(matches!(entry.touched, List::Counted { count: 141, .. }));
    let touched = snapshot.touched(&entry).unwrap();
    assert_eq!(touched.len(), 141);
    assert!(touched.is_sorted_by_key(|one| (one.kind.code(), one.id)));
    drop(snapshot);
    let before = book.content();
    let undone = book.writer.undo(2, Origin::Window, stamp(2)).unwrap();
    assert_eq!((undone.deed, undone.clients.len(), undone.kept), (Deed::Undid(2), 70, Vec::new()));
    assert_eq!(clients(&book), [1]);
    assert_eq!(book.reader.snapshot().unwrap().count(Kind::Note).unwrap(), 0);
    book.writer.undo(3, Origin::Window, stamp(3)).unwrap();
    let after = book.content();
    assert_eq!((after.0, after.1), (before.0, before.1));
    assert_eq!(book.writer.check(true).unwrap(), []);
}

#[test]
fn a_hundred_records_are_named_in_the_entry_one_more_are_counted() {
    for (clients, named) in [(99, true), (100, false)] {
        let mut book = test_book();
        let names: Vec<_> = (0..clients).map(|n| format!("Client {n}")).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        book.writer.apply(&import(&names, ""), from_file(), stamp(1)).unwrap();
        let entry = book.reader.snapshot().unwrap().entry(1).unwrap().unwrap();
        assert_eq!(matches!(entry.touched, List::Named(_)), named, "{clients} clients and the sequences");
    }
}

#[test]
fn of_an_import_what_was_changed_since_stays_with_what_belongs_to_it() {
    let mut book = test_book();
    book.writer
        .apply(&import(&["Asie", "Bolido", "Cactus", "Dupont"], "note"), from_file(), stamp(1))
        .unwrap();
    let asie = book.client(1).unwrap();
    book.apply(&rename(&asie, "Asia"));
    book.apply(&register("Bólido", ""));
    book.apply(&Command::Client(ClientCommand::Distinguish(ClientId(2), ClientId(5))));
    let undone = book.writer.undo(1, Origin::Window, stamp(2)).unwrap();
    // The first was changed, the second is referred to by what came later; their notes stay with them.
    let kept = [(Kind::Client, 1), (Kind::Client, 2), (Kind::Note, 1), (Kind::Note, 2)];
    assert_eq!(undone.kept, kept);
    assert_eq!(undone.clients, [ClientId(3), ClientId(4)]);
    assert_eq!(clients(&book), [1, 2, 5]);
    assert_eq!(book.reader.snapshot().unwrap().count(Kind::Note).unwrap(), 2);
    assert_eq!(book.writer.check(true).unwrap(), []);
    // What could be taken back comes back.
    book.writer.undo(undone.entry, Origin::Window, stamp(3)).unwrap();
    assert_eq!(clients(&book), [1, 2, 3, 4, 5]);
    assert_eq!(book.writer.check(true).unwrap(), []);
}

#[test]
fn whom_a_note_belongs_to_that_was_changed_since_stays_too() {
    let mut book = test_book();
    book.writer.apply(&import(&["Asie", "Bolido"], "note"), from_file(), stamp(1)).unwrap();
    let (client, note) = (book.client(2).unwrap(), book.reader.snapshot().unwrap().get(2).unwrap());
    let note = Some(NoteChange { before: note, text: "more".to_owned() });
    let change = Change { before: client.clone(), after: client, note, with: Belongings::default() };
    book.apply(&Command::Client(ClientCommand::Change(Box::new(change))));
    let undone = book.writer.undo(1, Origin::Window, stamp(2)).unwrap();
    assert_eq!(undone.kept, [(Kind::Client, 2), (Kind::Note, 2)]);
    assert_eq!(clients(&book), [2]);
}

#[test]
fn what_is_kept_keeps_what_it_refers_to() {
    let mut book = test_book();
    let one = Registration { client: company("Asie"), ..Registration::default() };
    let other =
        Registration { client: company("Asia"), distinct_from: vec![ClientId(1)], ..Registration::default() };
    let import = Import { added: vec![one, other], updated: Vec::new() };
    book.writer.apply(&Command::Client(ClientCommand::Import(import)), from_file(), stamp(1)).unwrap();
    book.apply(&rename(&book.client(2).unwrap(), "Asia Ltd"));
    book.apply(&register("Bolido", ""));
    // The second was changed, so their pair stays, so the first does.
    let refused = book.writer.undo(1, Origin::Window, stamp(2));
    assert!(matches!(refused, Err(WriteError::Refused(Refused::NothingToDo))), "{refused:?}");
    assert_eq!(clients(&book), [1, 2, 3]);
    assert_eq!(book.writer.check(true).unwrap(), []);
}

#[test]
fn an_import_of_which_all_was_changed_since_is_nothing_to_take_back() {
    let mut book = test_book();
    book.writer.apply(&import(&["Asie"], "note"), from_file(), stamp(1)).unwrap();
    let asie = book.client(1).unwrap();
    book.apply(&rename(&asie, "Asia"));
    let refused = book.writer.undo(1, Origin::Window, stamp(2));
    assert!(matches!(refused, Err(WriteError::Refused(_))), "{refused:?}");
    assert_eq!(clients(&book), [1]);
}

#[test]
fn history_tells_every_step_also_of_one_who_is_gone() {
    let mut book = TestBook::with_clients();
    book.writer.undo(5, Origin::CommandLine, stamp(9)).unwrap();
    book.apply(&delete(3));
    let snapshot = book.reader.snapshot().unwrap();
    let steps = snapshot.history::<Client>(3).unwrap();
    let told: Vec<_> = steps
        .iter()
        .map(|step| {
            (step.entry, step.before.is_some(), step.after.is_some(), step.origin == Origin::CommandLine)
        })
        .collect();
    let expected =
        [(3, false, true, false), (5, true, false, false), (6, false, true, true), (7, true, false, false)];
    assert_eq!(told, expected);
    assert_eq!((steps[2].deed, steps[2].at), (Deed::Undid(5), stamp(9).at));
    let names = snapshot.history::<Client>(2).unwrap();
    let after: Vec<_> = names.iter().map(|step| step.after.as_ref().unwrap().company.as_str()).collect();
    assert_eq!(after, ["Bolido", "Bólido Comidas"]);
    assert_eq!(names[1].before.as_ref().unwrap().company, "Bolido");
    assert_eq!(snapshot.history::<Client>(99).unwrap(), []);
}

#[test]
fn entries_are_handed_over_the_last_first_until_enough() {
    let book = TestBook::with_clients();
    let snapshot = book.reader.snapshot().unwrap();
    let mut numbers = Vec::new();
    snapshot
        .entries(2..=5, |entry| {
            numbers.push(entry.number);
            entry.number != 3
        })
        .unwrap();
    assert_eq!(numbers, [5, 4, 3]);
    assert_eq!(snapshot.entry(6).unwrap(), None);
    for (number, undone) in [(1, false), (5, false), (6, false)] {
        assert_eq!(snapshot.is_undone(number).unwrap(), undone);
    }
}

#[test]
fn an_error_of_the_store_is_told_from_a_refusal() {
    let mut book = test_book();
    let long = "x".repeat(1_000_001);
    let refused = book.writer.apply(&register("Asie", &long), Origin::Window, stamp(0));
    assert!(matches!(refused, Err(WriteError::Refused(_))), "{refused:?}");
    std::fs::remove_file(&book.path).unwrap();
    let failed = book.writer.undo(1, Origin::Window, stamp(0));
    assert!(matches!(failed, Err(WriteError::NoEntry(1))), "{failed:?}");
    let failed = book.writer.apply(&register("Asie", ""), Origin::Window, stamp(0));
    assert!(matches!(failed, Err(WriteError::Store(StoreError::Vanished))), "{failed:?}");
}
