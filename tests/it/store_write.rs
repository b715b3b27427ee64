//! Changing a book and taking changes back.

use comptoir::domain::command::{Act, Refused};
use comptoir::domain::record::Kind;
use comptoir::store::{self, Deed, Held, Origin, WriteError};

use crate::support::book::{delete, register, stamp, test_book};

#[test]
fn what_is_registered_is_there_after_opening_again() {
    let mut book = test_book();
    let receipt = book.apply(&register("Asie", "prefers mornings"));
    assert_eq!((receipt.entry, receipt.deed), (1, Deed::Did(Act::RegisterClient)));
    assert_eq!(receipt.clients.len(), 1);
    let kinds: Vec<_> = receipt.changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [Kind::Client, Kind::Note, Kind::Sequences]);
    assert!(matches!(receipt.changes[0].after(), Some(Held::Client(client)) if client.company == "Asie"));
    drop((book.writer, book.reader));
    let (_writer, reader) = store::open(&book.path).unwrap();
    let snapshot = reader.snapshot().unwrap();
    assert_eq!(snapshot.revision().unwrap(), 1);
    let client: comptoir::domain::client::Client = snapshot.get(1).unwrap().unwrap();
    assert_eq!((client.company.as_str(), client.number.as_str()), ("Asie", "0001"));
}

#[test]
fn undo_goes_back_one_by_one_and_redo_forward() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    book.apply(&register("Bolido", ""));
    let last =
        |book: &crate::support::book::TestBook| book.reader.snapshot().unwrap().last_undoable().unwrap();
    assert_eq!(last(&book), Some(2));
    let undone = book.writer.undo(2, Origin::CommandLine, stamp(1)).unwrap();
    assert_eq!((undone.entry, undone.deed), (3, Deed::Undid(2)));
    assert_eq!(last(&book), Some(1));
    book.writer.undo(1, Origin::CommandLine, stamp(2)).unwrap();
    assert_eq!(last(&book), None);
    assert_eq!((book.client(1), book.client(2)), (None, None));
    let redone = book.writer.undo(4, Origin::Window, stamp(3)).unwrap();
    assert_eq!(redone.deed, Deed::Redid(1));
    assert_eq!(book.client(1).unwrap().company, "Asie");
    assert_eq!(last(&book), Some(5));
    assert!(matches!(book.writer.undo(4, Origin::Window, stamp(4)), Err(WriteError::AlreadyUndone(4))));
    assert!(matches!(book.writer.undo(2, Origin::Window, stamp(4)), Err(WriteError::AlreadyUndone(2))));
    assert!(matches!(book.writer.undo(9, Origin::Window, stamp(4)), Err(WriteError::NoEntry(9))));
    // The id of one whose adding was undone is not given again.
    assert_eq!(book.apply(&register("Cactus", "")).clients[0].0, 3);
}

#[test]
fn a_deleted_client_comes_back_with_its_notes() {
    let mut book = test_book();
    book.apply(&register("Asie", "prefers mornings"));
    let client = book.client(1).unwrap();
    let deleted = book.apply(&delete(1));
    assert_eq!(book.client(1), None);
    book.writer.undo(deleted.entry, Origin::Window, stamp(1)).unwrap();
    assert_eq!(book.client(1), Some(client));
    assert_eq!(book.reader.snapshot().unwrap().count(Kind::Note).unwrap(), 1);
}

#[test]
fn a_command_that_changes_nothing_writes_nothing() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    let refused = book.writer.apply(&delete(7), Origin::Window, stamp(1));
    assert!(matches!(refused, Err(WriteError::Refused(Refused::Gone))));
    assert_eq!(book.reader.snapshot().unwrap().revision().unwrap(), 1);
}

#[test]
fn scratch_makes_no_entry() {
    let mut book = test_book();
    book.writer.scratch("draft/1", Some(b"one")).unwrap();
    book.writer.scratch("draft/2", Some(b"two")).unwrap();
    book.writer.scratch("rows", Some(b"3")).unwrap();
    book.writer.scratch("draft/1", None).unwrap();
    let snapshot = book.reader.snapshot().unwrap();
    assert_eq!(snapshot.revision().unwrap(), 0);
    assert_eq!(snapshot.scratch_under("draft/").unwrap(), [("draft/2".to_owned(), b"two".to_vec())]);
    assert_eq!(snapshot.scratch("rows").unwrap().as_deref(), Some(&b"3"[..]));
    assert_eq!(snapshot.scratch("draft/1").unwrap(), None);
}
