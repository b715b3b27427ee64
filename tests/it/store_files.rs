//! The bytes of files in the book: they come back as they were, each once, and go when nobody names them any more.

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use comptoir::domain::attachment::{Attachment, Sha256, Staged, clean_name};
use comptoir::domain::client::ClientId;
use comptoir::domain::command::{Belongings, ClientCommand, Command, Registration};
use comptoir::domain::record::{Kind, Record as _, Scan};
use comptoir::store::{
    self, FetchError, Origin, PIECE, Reader, Snapshot, StageError, StoreError, WriteError, Writer,
};
use proptest::prelude::*;
use redb::{
    Database, ReadableDatabase as _, ReadableTable as _, ReadableTableMetadata as _, TableDefinition,
};

use crate::support::behind::Behind;
use crate::support::book::{TestBook, company, delete, stamp, test_book};
use crate::support::disk::{Disk, Fault, Sync, Tear};
use crate::support::random::Random;

const BLOBS: TableDefinition<'_, &[u8; 32], u64> = TableDefinition::new("blobs");
const PIECES: TableDefinition<'_, (&[u8; 32], u32), &[u8]> = TableDefinition::new("pieces");

/// Bytes that no run of pieces repeats.
fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|n| u8::try_from((n * 31 + n / 251) % 256).unwrap()).collect()
}

fn stage(writer: &mut Writer, name: &str, bytes: &[u8]) -> Staged {
    writer.stage(name, &mut Cursor::new(bytes)).unwrap()
}

/// Registers a client with these files.
fn register_with(name: &str, attachments: &[Staged]) -> Command {
    let with = Belongings { attachments: attachments.to_vec(), ..Belongings::default() };
    let registration = Registration { client: company(name), with, ..Registration::default() };
    Command::Client(ClientCommand::Register(Box::new(registration)))
}

fn fetch(snapshot: &Snapshot, sha256: &Sha256) -> Result<Vec<u8>, FetchError> {
    let mut bytes = Vec::new();
    snapshot.blob(sha256, &mut bytes).map(|()| bytes)
}

fn fetched(reader: &Reader, file: &Staged) -> Vec<u8> {
    fetch(&reader.snapshot().unwrap(), &file.sha256).unwrap()
}

fn is_there(reader: &Reader, file: &Staged) -> bool {
    reader.snapshot().unwrap().blob_size(&file.sha256).unwrap().is_some()
}

/// Files and pieces of a book.
fn counts(reader: &Reader) -> (u64, u64) {
    let counts = reader.snapshot().unwrap().counts().unwrap();
    (counts.files, counts.pieces)
}

fn attachments(reader: &Reader) -> Vec<Attachment> {
    let mut files = Vec::new();
    reader.snapshot().unwrap().scan(Scan::All, |file| files.push(file)).unwrap();
    files
}

/// Sweeps while there are drafts that name these files.
fn sweep(book: &mut TestBook, drafts: &[&Staged]) -> u64 {
    for (n, file) in drafts.iter().enumerate() {
        let draft = serde_json::to_vec(file).unwrap();
        book.writer.scratch(&format!("draft/{n}"), Some(&draft)).unwrap();
    }
    let swept = book.writer.sweep_blobs().unwrap();
    for n in 0..drafts.len() {
        book.writer.scratch(&format!("draft/{n}"), None).unwrap();
    }
    swept
}

#[test]
fn a_file_comes_back_as_it_was_whatever_its_length() {
    let mut book = test_book();
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7] {
        let content = bytes(length);
        let file = stage(&mut book.writer, "a.bin", &content);
        assert_eq!((file.name.as_str(), file.size), ("a.bin", length as u64));
        assert!(fetched(&book.reader, &file) == content, "{length}");
        assert_eq!(
            book.reader.snapshot().unwrap().blob_size(&file.sha256).unwrap(),
            Some(length as u64),
            "{length}"
        );
    }
    // Two of one piece, then 1, 1, 2, 2 and 4; the empty one has none.
    assert_eq!(counts(&book.reader), (7, 11));
    assert_eq!(PIECE, 65_472);
}

#[test]
fn a_file_is_found_by_what_any_other_program_calls_its_hash() {
    let mut book = test_book();
    let file = stage(&mut book.writer, "abc.txt", b"abc");
    assert_eq!(file.sha256.0, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn a_file_is_kept_once_however_often_and_under_whatever_name_it_comes() {
    let mut book = test_book();
    let first = stage(&mut book.writer, "contrat.pdf", &bytes(100_000));
    let second = stage(&mut book.writer, "copie.pdf", &bytes(100_000));
    assert_eq!((first.sha256.clone(), first.size), (second.sha256.clone(), second.size));
    assert_eq!(second.name, "copie.pdf");
    assert_eq!(counts(&book.reader), (1, 2));
    book.apply(&register_with("Asie", &[first.clone(), second]));
    book.apply(&register_with("Bolido", &[first]));
    assert_eq!(counts(&book.reader), (1, 2));
    let names: Vec<_> =
        attachments(&book.reader).into_iter().map(|file| (file.client.0, file.name)).collect();
    assert_eq!(names, [(1, "contrat.pdf".into()), (1, "copie.pdf".into()), (2, "contrat.pdf".into())]);
}

#[test]
fn a_staged_file_is_no_part_of_the_books() {
    let mut book = test_book();
    stage(&mut book.writer, "a", b"a");
    let snapshot = book.reader.snapshot().unwrap();
    assert_eq!((snapshot.revision().unwrap(), snapshot.counts().unwrap().entries), (0, 0));
    drop(snapshot);
    assert_eq!(book.writer.check(true).unwrap(), []);
}

#[test]
fn a_piece_takes_a_page_of_64_kib_and_no_more() {
    let mut book = test_book();
    for n in 0..4 {
        let content: Vec<u8> = bytes(50 * PIECE).into_iter().map(|byte| byte.wrapping_add(n)).collect();
        stage(&mut book.writer, "a", &content);
    }
    let (_folder, path) = book.close();
    let database = Database::builder().create_with_backend(Behind::open(&path)).unwrap();
    let pieces = database.begin_read().unwrap().open_table(PIECES).unwrap().stats().unwrap();
    assert_eq!((pieces.leaf_pages(), pieces.stored_bytes()), (200, 200 * (PIECE as u64 + 36)));
    // In pages of 128 KiB half of each would lie idle: 13 MB.
    assert!(pieces.fragmented_bytes() < 50_000, "{pieces:?}");
}

#[test]
fn twenty_five_megabytes_fit_and_a_byte_more_does_not() {
    let mut book = test_book();
    let mut content = vec![7; 25_000_000];
    let file = stage(&mut book.writer, "a", &content);
    assert_eq!(file.size, 25_000_000);
    assert!(fetched(&book.reader, &file) == content);
    let before = counts(&book.reader);
    for more in [1, 100_000] {
        content.resize(25_000_000 + more, 7);
        let refused = book.writer.stage("a", &mut Cursor::new(&content));
        assert!(matches!(refused, Err(StageError::TooLarge(size)) if size == 25_000_000 + more as u64));
    }
    assert_eq!(counts(&book.reader), before);
}

/// A file that is other every time it is read from its start, or cannot be read.
struct Changing {
    readings: Vec<io::Result<Vec<u8>>>,
    now: Cursor<Vec<u8>>,
    fails: bool,
}

impl Changing {
    fn new(readings: Vec<io::Result<Vec<u8>>>) -> Self {
        Self { readings: readings.into_iter().rev().collect(), now: Cursor::new(Vec::new()), fails: false }
    }
}

impl Read for Changing {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.now.read(out)?;
        if read == 0 && self.fails { Err(io::Error::other("EIO")) } else { Ok(read) }
    }
}

impl Seek for Changing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if to == SeekFrom::Start(0) {
            let (bytes, fails) = match self.readings.pop().unwrap() {
                Ok(bytes) => (bytes, false),
                Err(_) => (bytes(PIECE + 5), true),
            };
            self.now = Cursor::new(bytes);
            self.fails = fails;
        }
        self.now.seek(to)
    }
}

#[test]
fn a_file_that_changes_while_it_is_read_is_not_taken_and_nothing_of_it_stays() {
    let mut book = test_book();
    let first = bytes(2 * PIECE + 9);
    let mut other = first.clone();
    other[PIECE + 3] ^= 1;
    let longer = bytes(2 * PIECE + 10);
    let shorter = bytes(PIECE);
    for second in [other, longer, shorter, Vec::new()] {
        let mut file = Changing::new(vec![Ok(first.clone()), Ok(second)]);
        let refused = book.writer.stage("a", &mut file);
        assert!(matches!(refused, Err(StageError::Changed)), "{refused:?}");
    }
    for readings in [vec![Err(io::Error::other(""))], vec![Ok(first.clone()), Err(io::Error::other(""))]] {
        let refused = book.writer.stage("a", &mut Changing::new(readings));
        assert!(matches!(&refused, Err(StageError::Unreadable(error)) if error.to_string() == "EIO"));
    }
    assert_eq!(counts(&book.reader), (0, 0));
    assert_eq!(book.writer.check(true).unwrap(), []);
    // The book takes the next one as if nothing had been.
    let file = stage(&mut book.writer, "a", &first);
    assert!(fetched(&book.reader, &file) == first);
}

#[test]
fn a_record_whose_bytes_are_not_in_the_book_is_refused() {
    let mut book = test_book();
    let there = stage(&mut book.writer, "a.pdf", b"abc");
    let elsewhere = Staged { sha256: Sha256("ab".repeat(32)), ..there.clone() };
    let longer = Staged { size: 4, ..there.clone() };
    for (file, name) in [(elsewhere, "a.pdf"), (longer, "a.pdf")] {
        let refused =
            book.writer.apply(&register_with("Asie", &[there.clone(), file]), Origin::Window, stamp(0));
        assert!(matches!(&refused, Err(WriteError::NoBytes { name: of }) if of == name), "{refused:?}");
    }
    assert_eq!(book.content().3, 0, "nothing was changed");
    book.apply(&register_with("Asie", &[there]));
}

#[test]
fn without_any_file_in_the_book_a_record_of_one_is_refused_too() {
    let mut book = test_book();
    let file = Staged { name: "a".into(), size: 0, sha256: Sha256("ab".repeat(32)) };
    let refused =
        book.writer.apply(&register_with("Asie", std::slice::from_ref(&file)), Origin::Window, stamp(0));
    assert!(matches!(refused, Err(WriteError::NoBytes { .. })), "{refused:?}");
    let snapshot = book.reader.snapshot().unwrap();
    assert_eq!(snapshot.blob_size(&file.sha256).unwrap(), None);
    assert!(matches!(fetch(&snapshot, &file.sha256), Err(FetchError::Missing)));
    assert!(matches!(fetch(&snapshot, &Sha256("no hash".into())), Err(FetchError::Missing)));
}

#[test]
fn what_no_draft_names_any_more_is_swept_and_what_was_attached_stays() {
    let mut book = test_book();
    let [forgotten, drafted, attached, undone, deleted] =
        [1, 2, 3, 4, 5].map(|n| stage(&mut book.writer, "a", &bytes(PIECE + n)));
    book.apply(&register_with("Asie", std::slice::from_ref(&attached)));
    let receipt = book.apply(&register_with("Bolido", std::slice::from_ref(&undone)));
    book.writer.undo(receipt.entry, Origin::Window, stamp(0)).unwrap();
    book.apply(&register_with("Cactus", std::slice::from_ref(&deleted)));
    book.apply(&delete(3));
    let before = counts(&book.reader);
    assert_eq!(before, (5, 10));
    assert_eq!(sweep(&mut book, &[&forgotten, &drafted]), 0);
    assert_eq!(counts(&book.reader), before);
    assert_eq!(sweep(&mut book, &[&drafted]), 1);
    assert!(!is_there(&book.reader, &forgotten));
    for file in [&drafted, &attached, &undone, &deleted] {
        assert!(is_there(&book.reader, file));
    }
    assert_eq!(counts(&book.reader), (4, 8));
    assert_eq!(book.writer.check(true).unwrap(), []);
    assert_eq!(sweep(&mut book, &[]), 1, "its draft is gone, too");
    assert_eq!(counts(&book.reader), (3, 6));
    assert_eq!(sweep(&mut book, &[]), 0);
    assert_eq!(counts(&book.reader), (3, 6));
    // Redone and restored, what was kept is whole.
    let last = book.reader.snapshot().unwrap().last_undoable().unwrap().unwrap();
    book.writer.undo(last, Origin::Window, stamp(0)).unwrap();
    assert!(fetched(&book.reader, &deleted) == bytes(PIECE + 5));
    assert_eq!(book.writer.check(true).unwrap(), []);
}

#[test]
fn a_file_that_was_swept_can_come_again() {
    let mut book = test_book();
    let file = stage(&mut book.writer, "a", b"abc");
    sweep(&mut book, &[]);
    assert!(!is_there(&book.reader, &file));
    let again = stage(&mut book.writer, "a", b"abc");
    assert_eq!(again, file);
    assert_eq!(fetched(&book.reader, &file), b"abc");
}

/// What stands in the way of a sweep is not only its mark: a mark that stayed behind takes no file that a record names.
#[test]
fn a_mark_too_many_takes_nothing_that_a_record_names() {
    let mut book = test_book();
    let file = stage(&mut book.writer, "a", b"abc");
    let receipt = book.apply(&register_with("Asie", std::slice::from_ref(&file)));
    let key = format!("staged/{}", file.sha256.0);
    book.writer.scratch(&key, Some(b"")).unwrap();
    assert_eq!(sweep(&mut book, &[]), 0);
    assert_eq!(book.reader.snapshot().unwrap().scratch(&key).unwrap(), None, "it goes, and only it");
    assert_eq!(fetched(&book.reader, &file), b"abc");
    book.writer.scratch(&key, Some(b"")).unwrap();
    book.writer.undo(receipt.entry, Origin::Window, stamp(0)).unwrap();
    assert_eq!(sweep(&mut book, &[]), 0);
    assert_eq!(fetched(&book.reader, &file), b"abc");
}

#[test]
fn an_attached_file_is_no_longer_marked() {
    let mut book = test_book();
    let file = stage(&mut book.writer, "a", b"abc");
    let marks = |reader: &Reader| reader.snapshot().unwrap().scratch_under("staged/").unwrap();
    assert_eq!(marks(&book.reader), [(format!("staged/{}", file.sha256.0), Vec::new())]);
    book.apply(&register_with("Asie", std::slice::from_ref(&file)));
    assert_eq!(marks(&book.reader), []);
    // It is in the book: it is not loose when it comes once more.
    stage(&mut book.writer, "b", b"abc");
    assert_eq!(marks(&book.reader), []);
}

#[test]
fn the_book_of_issue_01_takes_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book-01.comptoir");
    std::fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/book-01.comptoir"), &path).unwrap();
    let (mut writer, reader) = store::open(&path).unwrap();
    assert_eq!(counts(&reader), (0, 0));
    assert_eq!(writer.sweep_blobs().unwrap(), 0);
    assert_eq!(writer.check(true).unwrap(), []);
    let copy = folder.path().join("copy.comptoir");
    store::copy(&reader, &copy, &mut |_, _| true).unwrap();
    let file = stage(&mut writer, "a", &bytes(PIECE + 1));
    writer.apply(&register_with("Asie", std::slice::from_ref(&file)), Origin::Window, stamp(0)).unwrap();
    drop((writer, reader));
    let (mut writer, reader) = store::open(&path).unwrap();
    assert!(fetched(&reader, &file) == bytes(PIECE + 1));
    assert_eq!(writer.check(true).unwrap(), []);
}

#[test]
fn a_copy_and_a_backup_that_is_restored_hold_the_files() {
    let mut book = test_book();
    let attached = stage(&mut book.writer, "a", &bytes(20 * PIECE));
    let loose = stage(&mut book.writer, "b", b"abc");
    book.apply(&register_with("Asie", std::slice::from_ref(&attached)));
    let copy = book.folder.path().join("copy.comptoir");
    let mut told = Vec::new();
    let progress = &mut |done, of| {
        told.push((done, of));
        true
    };
    store::copy(&book.reader, &copy, progress).unwrap();
    // Twenty-one pieces count for 160 rows each: it is told how far it is while they are written.
    assert!(told.len() >= 3 && told.windows(2).all(|two| two[0].0 < two[1].0), "{told:?}");
    assert!(told.iter().all(|(done, of)| done <= of && (3_360..3_400).contains(of)), "{told:?}");
    let (mut writer, reader) = store::open(&copy).unwrap();
    assert!(fetched(&reader, &attached) == bytes(20 * PIECE));
    assert_eq!(fetched(&reader, &loose), b"abc");
    assert_eq!(writer.check(true).unwrap(), []);
    assert_eq!(writer.sweep_blobs().unwrap(), 1, "what was loose is loose in the copy");
    drop((writer, reader));
    let stopped = store::copy(&book.reader, &book.folder.path().join("none"), &mut |done, _| done < 2_000);
    assert!(matches!(stopped, Err(StoreError::Cancelled)));
    let TestBook { folder, path, writer, reader } = book;
    drop((writer, reader));
    let aside = folder.path().join("aside.comptoir");
    comptoir::files::backup::restore(store::verify(&copy, &path).unwrap(), &path, &aside).unwrap();
    let (_writer, reader) = store::open(&path).unwrap();
    assert!(fetched(&reader, &attached) == bytes(20 * PIECE));
    assert!(!is_there(&reader, &loose));
}

/// A book with two files, each with two clients; what `check` finds once its tables were tampered with.
fn found(
    full: bool,
    tamper: impl FnOnce(&Database, [[u8; 32]; 2]),
) -> Vec<(&'static str, Option<Kind>, u64)> {
    let mut book = test_book();
    let files = [1, 2].map(|n| stage(&mut book.writer, "a", &bytes(PIECE + n)));
    book.apply(&register_with("Asie", &files));
    book.apply(&register_with("Bolido", &files[..1]));
    let hashes = files.map(|file| {
        let digits: Vec<u8> =
            (0..32).map(|n| u8::from_str_radix(&file.sha256.0[2 * n..2 * n + 2], 16).unwrap()).collect();
        digits.try_into().unwrap()
    });
    let (_folder, path) = book.close();
    let database = Database::builder().create_with_backend(Behind::open(&path)).unwrap();
    tamper(&database, hashes);
    drop(database);
    let (mut writer, _reader) = store::open(&path).unwrap();
    writer.check(full).unwrap().into_iter().map(|one| (one.rule, one.kind, one.id)).collect()
}

#[test]
fn check_names_the_files_whose_bytes_are_gone_or_damaged() {
    let file = Some(Kind::Attachment);
    assert_eq!(found(true, |_, _| ()), []);
    let gone = |database: &Database, [hash, _]: [[u8; 32]; 2]| {
        let transaction = database.begin_write().unwrap();
        transaction.open_table(BLOBS).unwrap().remove(&hash).unwrap();
        transaction.commit().unwrap();
    };
    assert_eq!(found(false, gone), [("file-gone", file, 1), ("file-gone", file, 3)]);
    let gone_in_full = [("file-gone", file, 1), ("file-gone", file, 3), ("file-pieces", None, 0)];
    assert_eq!(found(true, gone), gone_in_full, "its pieces are strays");
    let other_size = |database: &Database, [_, hash]: [[u8; 32]; 2]| {
        let transaction = database.begin_write().unwrap();
        transaction.open_table(BLOBS).unwrap().insert(&hash, 1).unwrap();
        transaction.commit().unwrap();
    };
    assert_eq!(found(false, other_size), [("file-gone", file, 2)]);
    let changed = |database: &Database, [hash, _]: [[u8; 32]; 2]| {
        let transaction = database.begin_write().unwrap();
        {
            let mut pieces = transaction.open_table(PIECES).unwrap();
            let last = pieces.get((&hash, 1)).unwrap().unwrap().value().to_vec();
            pieces.insert((&hash, 1), &*last.iter().map(|byte| !byte).collect::<Vec<_>>()).unwrap();
        }
        transaction.commit().unwrap();
    };
    assert_eq!(found(false, changed), [], "only the whole check reads files");
    assert_eq!(found(true, changed), [("file-damaged", file, 1), ("file-damaged", file, 3)]);
    let lost = |database: &Database, [_, hash]: [[u8; 32]; 2]| {
        let transaction = database.begin_write().unwrap();
        transaction.open_table(PIECES).unwrap().remove((&hash, 0)).unwrap();
        transaction.commit().unwrap();
    };
    assert_eq!(found(true, lost), [("file-damaged", file, 2)]);
    let nobodys = |database: &Database, _: [[u8; 32]; 2]| {
        let transaction = database.begin_write().unwrap();
        transaction.open_table(BLOBS).unwrap().insert(&[7; 32], 3).unwrap();
        transaction.open_table(PIECES).unwrap().insert((&[7; 32], 0), &b"abc"[..]).unwrap();
        transaction.commit().unwrap();
    };
    assert_eq!(found(true, nobodys), [("file-damaged", None, 0)]);
}

#[test]
fn a_damaged_file_is_not_handed_out_as_if_it_were_whole() {
    let mut book = test_book();
    let file = stage(&mut book.writer, "a", &bytes(PIECE + 1));
    let (folder, path) = book.close();
    for tampered in [&b"x"[..], b""] {
        let database = Database::builder().create_with_backend(Behind::open(&path)).unwrap();
        let transaction = database.begin_write().unwrap();
        {
            let mut pieces = transaction.open_table(PIECES).unwrap();
            let key = *pieces.first().unwrap().unwrap().0.value().0;
            pieces.insert((&key, 1), tampered).unwrap();
        }
        transaction.commit().unwrap();
        drop(database);
        let (_writer, reader) = store::open(&path).unwrap();
        let handed = fetch(&reader.snapshot().unwrap(), &file.sha256);
        assert!(matches!(handed, Err(FetchError::Damaged)), "{handed:?}");
    }
    drop(folder);
}

#[test]
fn what_cannot_be_written_to_is_said_to_be_so() {
    struct Full;
    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut book = test_book();
    let file = stage(&mut book.writer, "a", b"abc");
    let handed = book.reader.snapshot().unwrap().blob(&file.sha256, &mut Full);
    let kind = |error: &io::Error| error.kind() == io::ErrorKind::StorageFull;
    assert!(matches!(&handed, Err(FetchError::Unwritable(error)) if kind(error)), "{handed:?}");
}

/// Stages a file and attaches it, power failing at every call in turn: the client is there with the whole file, or neither is
/// listed.
#[test]
fn a_power_cut_while_a_file_is_taken_in_leaves_all_of_it_or_nothing() {
    let content = bytes(3 * PIECE + 5);
    let (mut staged_only, mut attached, mut neither) = (0, 0, 0);
    for cut in 1.. {
        let mut out = false;
        for (tear, seed) in Tear::ALL.into_iter().zip(0..) {
            let disk = Disk::new(Sync::Honest);
            let (mut writer, reader) = store::create_in(disk.place()).unwrap();
            disk.cut_power_after(cut);
            let told = writer.stage("a", &mut Cursor::new(&content));
            let client = told.as_ref().ok().map(|file| {
                writer.apply(&register_with("Asie", std::slice::from_ref(file)), Origin::Window, stamp(0))
            });
            out |= disk.is_out();
            drop((writer, reader));
            disk.restart(tear, &mut Random::new(cut * 4 + seed));
            let (mut writer, reader) = store::open_in(disk.place()).unwrap();
            assert_eq!(writer.check(true).unwrap(), [], "cut {cut}");
            let files = attachments(&reader);
            match (counts(&reader), files.as_slice()) {
                ((0, 0), []) => {
                    assert!(told.is_err(), "cut {cut}: it was there");
                    neither += 1;
                }
                ((1, 4), []) => {
                    assert!(!matches!(client, Some(Ok(_))), "cut {cut}: it was attached");
                    assert_eq!(writer.sweep_blobs().unwrap(), 1);
                    staged_only += 1;
                }
                ((1, 4), [file]) => {
                    assert!(fetch(&reader.snapshot().unwrap(), &file.sha256).unwrap() == content);
                    assert_eq!(writer.sweep_blobs().unwrap(), 0);
                    attached += 1;
                }
                other => panic!("cut {cut}, {tear:?}: {other:?}"),
            }
        }
        if !out {
            break;
        }
    }
    assert!(neither > 10 && staged_only > 10 && attached > 3, "{neither} {staged_only} {attached}");
}

#[test]
fn an_error_of_the_disk_while_a_file_is_taken_in_is_survived() {
    let content = bytes(2 * PIECE);
    let mut failures = 0;
    for at in 1.. {
        let disk = Disk::new(Sync::Honest);
        let (mut writer, reader) = store::create_in(disk.place()).unwrap();
        let fault =
            Fault { at, on: true, gap: 0, reads: false, kind: io::ErrorKind::StorageFull, panic: false };
        disk.fail(Some(fault));
        let told = writer.stage("a", &mut Cursor::new(&content));
        disk.fail(None);
        let again = stage(&mut writer, "a", &content);
        assert!(fetched(&reader, &again) == content);
        assert_eq!(counts(&reader), (1, 2));
        writer.apply(&register_with("Asie", &[again]), Origin::Window, stamp(0)).unwrap();
        assert_eq!(writer.check(true).unwrap(), []);
        match told {
            Ok(_) => break,
            Err(error) => assert!(matches!(error, StageError::Store(StoreError::Full)), "{error:?}"),
        }
        failures += 1;
    }
    assert!(failures > 5, "{failures}");
}

/// As many names as there are ways to make one a path, or to look like another.
fn hostile_name() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<String>(),
        Just("../".to_owned()),
        Just("..\\".to_owned()),
        Just("/etc/passwd".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("\r\n".to_owned()),
        Just(" .".to_owned()),
        Just(".pdf".to_owned()),
        Just("約束é".repeat(30)),
        Just("a".repeat(200)),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_come_back(files in prop::collection::vec(
        prop_oneof![
            prop::collection::vec(any::<u8>(), 0..300),
            (any::<u8>(), 0..3 * PIECE).prop_map(|(byte, length)| {
                bytes(length).into_iter().map(|one| one ^ byte).collect()
            }),
        ],
        1..6,
    )) {
        let disk = Disk::new(Sync::Honest);
        let (mut writer, reader) = store::create_in(disk.place()).unwrap();
        let staged: Vec<_> = files.iter().map(|content| stage(&mut writer, "a", content)).collect();
        writer.apply(&register_with("Asie", &staged), Origin::Window, stamp(0)).unwrap();
        drop((writer, reader));
        let (mut writer, reader) = store::open_in(disk.place()).unwrap();
        for (file, content) in staged.iter().zip(&files) {
            prop_assert!(fetched(&reader, file) == *content);
        }
        let different: BTreeSet<&Vec<u8>> = files.iter().collect();
        prop_assert_eq!(counts(&reader).0, different.len() as u64);
        prop_assert_eq!(writer.check(true).unwrap(), []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_name_becomes_one_that_a_record_takes(raw in hostile_name()) {
        let name = clean_name(&raw);
        let file = Attachment {
            id: 1,
            client: ClientId(1),
            note: None,
            name: name.clone(),
            size: 0,
            sha256: Sha256("ab".repeat(32)),
            added: stamp(0).at,
        };
        prop_assert_eq!(file.validate(), Ok(()));
        prop_assert!(name.chars().count() <= 120 && name.len() <= 240 && !name.is_empty());
        let path = Path::new("/folder").join(&name);
        prop_assert_eq!(path.parent(), Some(Path::new("/folder")));
        prop_assert_eq!(path.file_name().and_then(|name| name.to_str()), Some(name.as_str()));
    }
}

/// A book can be read while a file is taken in.
#[test]
fn a_snapshot_does_not_see_a_file_that_comes_later() {
    let mut book = test_book();
    let before = book.reader.snapshot().unwrap();
    let file = stage(&mut book.writer, "a", b"abc");
    assert_eq!(before.blob_size(&file.sha256).unwrap(), None);
    assert_eq!(fetched(&book.reader, &file), b"abc");
}

#[test]
fn a_sweep_that_has_nothing_to_do_writes_nothing() {
    let disk = Disk::new(Sync::Honest);
    let (mut writer, _reader) = store::create_in(disk.place()).unwrap();
    let never =
        Fault { at: u64::MAX, on: false, gap: 0, reads: false, kind: io::ErrorKind::Other, panic: false };
    let writes = |writer: &mut Writer| {
        disk.fail(Some(never));
        assert_eq!(writer.sweep_blobs().unwrap(), 0);
        disk.calls()
    };
    assert_eq!(writes(&mut writer), 0, "no file was ever kept");
    let file = stage(&mut writer, "a", b"abc");
    writer.scratch("draft/1", Some(&serde_json::to_vec(&file).unwrap())).unwrap();
    assert_eq!(writes(&mut writer), 0, "a draft names it");
    writer.scratch("draft/1", None).unwrap();
    writer.apply(&register_with("Asie", &[file]), Origin::Window, stamp(0)).unwrap();
    assert_eq!(writes(&mut writer), 0, "it is attached");
}
