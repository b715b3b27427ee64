//! Snapshots: one moment each, read by several threads.

use comptoir::domain::client::Client;
use comptoir::domain::command::{ClientCommand, Command, Import, Registration};
use comptoir::domain::note::Note;
use comptoir::domain::record::{Kind, Scan};
use comptoir::store::{Imports, Origin, Reader, Snapshot};

use crate::support::book::{TestBook, company, register, stamp, test_book};

#[test]
fn what_is_written_later_does_not_show() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    let snapshot = book.reader.snapshot().unwrap();
    book.apply(&register("Bolido", ""));
    assert_eq!((snapshot.revision().unwrap(), snapshot.count(Kind::Client).unwrap()), (1, 1));
    assert_eq!(snapshot.get::<Client>(2).unwrap(), None);
    assert_eq!(book.reader.snapshot().unwrap().count(Kind::Client).unwrap(), 2);
}

#[test]
fn the_ranges_of_a_kind_cover_every_id_once() {
    let mut book = test_book();
    for parts in 1..4 {
        assert_eq!(book.reader.snapshot().unwrap().ranges(Kind::Client, parts).unwrap().len() as u64, parts);
    }
    for n in 0..10 {
        book.apply(&register(&format!("Client {n}"), ""));
    }
    let snapshot = book.reader.snapshot().unwrap();
    assert_eq!(snapshot.ranges(Kind::Client, 2).unwrap(), [0..=5, 6..=u64::MAX]);
    for parts in 1..14 {
        let mut ids = Vec::new();
        let ranges = snapshot.ranges(Kind::Client, parts).unwrap();
        assert_eq!(ranges.len() as u64, parts);
        assert_eq!((*ranges[0].start(), *ranges[ranges.len() - 1].end()), (0, u64::MAX));
        for range in ranges {
            snapshot.scan_ids(range, |client: Client| ids.push(client.id.0)).unwrap();
        }
        assert_eq!(ids, (1..=10).collect::<Vec<_>>(), "{parts} parts");
    }
}

#[test]
fn the_notes_of_a_client_are_its_own() {
    let book = TestBook::with_clients();
    let snapshot = book.reader.snapshot().unwrap();
    let texts = |id| {
        let mut texts = Vec::new();
        snapshot.scan(Scan::Referring(Kind::Client, id), |note: Note| texts.push(note.text)).unwrap();
        texts
    };
    assert_eq!(texts(1), ["prefers mornings"]);
    assert_eq!(texts(2), [""; 0]);
    let mut named = Vec::new();
    snapshot.scan(Scan::Named("0002"), |client: Client| named.push(client.id.0)).unwrap();
    snapshot.scan(Scan::Named("0003"), |client: Client| named.push(client.id.0)).unwrap();
    assert_eq!(named, [2]);
}

#[test]
fn rows_are_counted() {
    let book = TestBook::with_clients();
    let counts = book.reader.snapshot().unwrap().counts().unwrap();
    // Two clients, a note, the sequences; an image for each of three clients and two notes, and for their changes.
    assert_eq!((counts.records, counts.images, counts.entries, counts.touched), (4, 8, 5, 0));
    assert_eq!((counts.references, counts.names, counts.scratch), (1, 2, 0));
    let summary = book.reader.snapshot().unwrap().summary().unwrap();
    assert_eq!(
        (summary.clients, summary.revision, summary.last_change.map(|at| at.0)),
        (2, 5, Some(1_790_000_000_000))
    );
    assert_eq!(test_book().reader.snapshot().unwrap().summary().unwrap().last_change, None);
}

#[test]
fn a_snapshot_is_read_by_several_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let book = TestBook::with_clients();
    let snapshot: Snapshot = book.reader.snapshot().unwrap();
    let reader: Reader = book.reader.clone();
    shared(&snapshot);
    shared(&reader);
    let counts: Vec<_> = std::thread::scope(|scope| {
        let ranges = snapshot.ranges(Kind::Client, 2).unwrap();
        let threads: Vec<_> = ranges
            .into_iter()
            .map(|range| {
                scope.spawn(|| {
                    let mut count = 0;
                    snapshot.scan_ids(range, |_: Client| count += 1).unwrap();
                    count
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(counts, [1, 1]);
}

#[test]
fn the_imports_are_those_of_files_with_how_they_stand() {
    let mut book = test_book();
    let import = |name: &str| {
        let added = vec![Registration { client: company(name), ..Registration::default() }];
        Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() }))
    };
    // As an example is filled.
    book.writer.apply(&import("Asie"), Origin::CommandLine, stamp(1)).unwrap();
    for name in ["Bolido", "Cactus"] {
        let from = Origin::Import { file: format!("{name}.csv") };
        book.writer.apply(&import(name), from, stamp(2)).unwrap();
    }
    book.writer.undo(2, Origin::Window, stamp(3)).unwrap();
    let told = |imports: &Imports| -> Vec<_> {
        imports.list().map(|one| (one.entry, one.file.clone(), one.clients, one.undone)).collect()
    };
    let mut imports = Imports::default();
    imports.read_on(&book.reader.snapshot().unwrap()).unwrap();
    assert_eq!(told(&imports), [(3, "Cactus.csv".into(), 1, false), (2, "Bolido.csv".into(), 1, true)]);

    // What was read is kept, and what is newer tells of it.
    book.writer.undo(4, Origin::Window, stamp(4)).unwrap();
    book.writer.undo(3, Origin::Window, stamp(5)).unwrap();
    let from = Origin::Import { file: "Dalia.csv".to_owned() };
    book.writer.apply(&import("Dalia"), from, stamp(6)).unwrap();
    let snapshot = book.reader.snapshot().unwrap();
    imports.read_on(&snapshot).unwrap();
    let expected = [
        (7, "Dalia.csv".into(), 1, false),
        (3, "Cactus.csv".into(), 1, true),
        (2, "Bolido.csv".into(), 1, false),
    ];
    assert_eq!(told(&imports), expected);
    imports.read_on(&snapshot).unwrap();
    assert_eq!(told(&imports), expected);
    let mut afresh = Imports::default();
    afresh.read_on(&snapshot).unwrap();
    assert_eq!(told(&afresh), expected);
}
