//! What is opened, what is not, and that whatever is not stays as it is, byte for byte.

use std::fs::{self, OpenOptions, Permissions};
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use comptoir::store::{self, Header, Origin, StoreError, WriteError};

use crate::support::behind::Behind;
use crate::support::book::{TestBook, names, register, stamp, test_book};

/// What opening a file says, and that the file stays as it was.
fn refused(path: &Path) -> StoreError {
    let before = fs::read(path).unwrap();
    let modified = fs::metadata(path).unwrap().modified().unwrap();
    let error = store::open(path).map(|_| ()).unwrap_err();
    assert!(fs::read(path).unwrap() == before, "{error:?}: the bytes changed");
    assert_eq!(fs::metadata(path).unwrap().modified().unwrap(), modified);
    error
}

/// A closed book whose bytes are these.
fn with_bytes(bytes: impl FnOnce(Vec<u8>) -> Vec<u8>) -> StoreError {
    let (_folder, path) = TestBook::with_clients().close();
    let bytes = bytes(fs::read(&path).unwrap());
    OpenOptions::new().write(true).truncate(true).open(&path).unwrap().write_all(&bytes).unwrap();
    refused(&path)
}

#[test]
fn each_wrong_file_has_its_own_name() {
    let (folder, path) = TestBook::with_clients().close();
    assert!(matches!(store::open(&folder.path().join("none.comptoir")), Err(StoreError::Missing)));
    assert!(matches!(store::open(folder.path()), Err(StoreError::NotPlain)));
    assert!(matches!(with_bytes(|_| Vec::new()), StoreError::Empty));
    assert!(matches!(with_bytes(|_| b"%PDF-1.7 and so on".to_vec()), StoreError::Foreign));
    assert!(matches!(with_bytes(|bytes| bytes[65_536..].to_vec()), StoreError::Foreign));
    assert!(matches!(with_bytes(|_| vec![0; 200_000]), StoreError::Foreign));
    assert!(matches!(with_bytes(|bytes| bytes[..65_536].to_vec()), StoreError::CutOff));
    assert!(matches!(with_bytes(|bytes| bytes[..30].to_vec()), StoreError::CutOff));
    assert!(matches!(with_bytes(|bytes| bytes[..bytes.len() - 4096].to_vec()), StoreError::CutOff));
    let newer = |mut bytes: Vec<u8>| {
        let header = Header { format: 2, file_id: [1; 16] }.bytes();
        bytes[..header.len()].copy_from_slice(&header);
        bytes
    };
    assert!(matches!(with_bytes(newer), StoreError::Newer(2)));
    let no_header = |mut bytes: Vec<u8>| {
        bytes[30] ^= 1;
        bytes[65_536 - 4096 + 30] ^= 1;
        bytes
    };
    assert!(matches!(with_bytes(no_header), StoreError::Damaged(_)));
    fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    assert!(matches!(refused(&path), StoreError::ReadOnly));
    assert!(store::summary(&path).is_ok(), "it can be looked at all the same");
}

#[test]
fn a_file_cut_anywhere_is_refused_and_stays() {
    let (_folder, path) = TestBook::with_clients().close();
    let whole = fs::read(&path).unwrap();
    for length in (65_537..whole.len()).step_by(7919).chain([65_536 + 320, 65_536 + 4096, whole.len() - 1]) {
        OpenOptions::new()
            .write(true)
            .truncate(true)
            .open(&path)
            .unwrap()
            .write_all(&whole[..length])
            .unwrap();
        let error = refused(&path);
        assert!(matches!(error, StoreError::CutOff | StoreError::Damaged(_)), "{length}: {error:?}");
    }
}

#[test]
fn values_of_a_newer_schema_are_not_touched() {
    let (_folder, path) = TestBook::with_clients().close();
    let database = redb::Database::builder().create_with_backend(Behind::open(&path)).unwrap();
    let transaction = database.begin_write().unwrap();
    let meta = redb::TableDefinition::<&str, &[u8]>::new("meta");
    transaction.open_table(meta).unwrap().insert("schema", &[0, 2][..]).unwrap();
    transaction.commit().unwrap();
    drop(database);
    assert!(matches!(store::open(&path), Err(StoreError::Newer(2))));
}

#[test]
fn a_book_has_one_name_but_a_link_leads_to_it() {
    let (folder, path) = TestBook::with_clients().close();
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let opened = store::open(&link).unwrap();
    assert!(matches!(store::open(&path), Err(StoreError::InUse)), "it is the same book");
    drop(opened);
    fs::hard_link(&path, folder.path().join("second")).unwrap();
    assert!(matches!(refused(&path), StoreError::NotPlain));
}

#[test]
fn a_new_book_never_takes_the_place_of_a_file() {
    let (folder, path) = TestBook::with_clients().close();
    let before = fs::read(&path).unwrap();
    assert!(matches!(store::create(&path), Err(StoreError::Exists)));
    assert_eq!(fs::read(&path).unwrap(), before);
    let link = folder.path().join("link.comptoir");
    std::os::unix::fs::symlink(folder.path().join("nowhere"), &link).unwrap();
    assert!(matches!(store::create(&link), Err(StoreError::Exists)));
    assert_eq!(names(folder.path()), ["Test.comptoir", "link.comptoir"]);
    assert!(matches!(store::create(&folder.path().join("no/folder")), Err(StoreError::Missing)));
}

#[test]
fn a_second_process_is_told_so() {
    let book = TestBook::with_clients();
    let before = fs::read(&book.path).unwrap();
    assert_eq!(in_another_process(&book.path), "InUse");
    assert_eq!(fs::read(&book.path).unwrap(), before);
    let (_folder, path) = book.close();
    assert_eq!(in_another_process(&path), "open");
    assert_eq!(in_another_process(&path), "open");
}

/// What a process of its own says about opening a book: this test binary, told so by its environment.
fn in_another_process(path: &Path) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store_file::open_when_asked", "--nocapture"])
        .env(ASKED, path)
        .output()
        .unwrap();
    assert!(output.status.success());
    let output = String::from_utf8(output.stdout).unwrap();
    output.lines().find_map(|line| line.split_once("opening it: ")).unwrap().1.to_owned()
}

const ASKED: &str = "COMPTOIR_TEST_OPEN";

/// The other side of [`in_another_process`]; by itself it opens a book of its own.
#[test]
fn open_when_asked() {
    let (_folder, own) = TestBook::with_clients().close();
    let path = std::env::var_os(ASKED).map_or(own, Into::into);
    let opened = store::open(&path);
    let answer = opened.as_ref().map_or_else(|error| format!("{error:?}"), |_| "open".to_owned());
    println!("opening it: {answer}");
    assert!(matches!(opened, Ok(_) | Err(StoreError::InUse)));
}

#[test]
fn a_book_is_its_owners_alone_whatever_the_umask() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Test.comptoir");
    let status = Command::new("sh")
        .args(["-c", "umask 000; exec \"$0\" --exact store_file::create_when_asked"])
        .arg(std::env::current_exe().unwrap())
        .env(ASKED, &path)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    assert_eq!(mode(&path), 0o600);
    let (mut writer, reader) = store::open(&path).unwrap();
    writer.apply(&register("Asie", ""), Origin::Window, stamp(0)).unwrap();
    assert_eq!(mode(&path), 0o600);
    let copy = folder.path().join("Copy.comptoir");
    store::copy(&reader, &copy, &mut |_, _| true).unwrap();
    assert_eq!(mode(&copy), 0o600);
}

/// The other side of the test above; by itself it makes a book of its own.
#[test]
fn create_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("Own.comptoir");
    let path = std::env::var_os(ASKED).map_or(own, Into::into);
    store::create(&path).unwrap();
    assert!(path.exists());
}

#[test]
fn a_file_that_went_takes_no_more_changes_but_can_be_read_and_copied() {
    let mut book = TestBook::with_clients();
    let before = book.content();
    let elsewhere = book.folder.path().join("Elsewhere.comptoir");
    fs::rename(&book.path, &elsewhere).unwrap();
    let vanished = |result| matches!(result, Err(WriteError::Store(StoreError::Vanished)));
    assert!(vanished(book.writer.apply(&register("Dupont", ""), Origin::Window, stamp(1))));
    assert!(matches!(book.writer.scratch("draft/1", Some(b"x")), Err(StoreError::Vanished)));
    assert_eq!(book.content(), before);
    // Another file in its place is not it either.
    store::create(&book.path).unwrap();
    assert!(vanished(book.writer.apply(&register("Dupont", ""), Origin::Window, stamp(1))));
    assert_eq!(book.content(), before);
    let copy = book.folder.path().join("Copy.comptoir");
    assert_eq!(store::copy(&book.reader, &copy, &mut |_, _| true).unwrap().clients, 2);
    // Once it is back, all goes on.
    fs::rename(&elsewhere, &book.path).unwrap();
    assert_eq!(book.apply(&register("Dupont", "")).entry, 6);
    assert_eq!(book.client(4).unwrap().company, "Dupont");
}

#[test]
fn a_deleted_file_is_noticed() {
    let mut book = test_book();
    fs::remove_file(&book.path).unwrap();
    let applied = book.writer.apply(&register("Asie", ""), Origin::Window, stamp(1));
    assert!(matches!(applied, Err(WriteError::Store(StoreError::Vanished))));
    assert_eq!(book.reader.snapshot().unwrap().revision().unwrap(), 0);
}
