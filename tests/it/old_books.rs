//! Books of earlier versions, one of each issue, open in every later one: `tests/data/book-NN.comptoir`.
//!
//! Book 01 holds clients that were made up, an import that was taken back and made again, a client registered in the window
//! with a refusal, a kept typo and a namesake who is another, and a change made on the record.
//!
//! Book 02 holds a client of whom everything is known that issue 02 can keep, and others: see `support/book_02.rs`.

use std::path::{Path, PathBuf};
use std::process::Command;

use comptoir::domain::attachment::Sha256;
use comptoir::domain::client::Client;
use comptoir::domain::duplicate::Distinct;
use comptoir::domain::field::Field;
use comptoir::domain::record::Scan;
use comptoir::store;

use crate::support::book_02;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// Every client of a book as it goes out, with what is private.
fn exported(book: &Path, folder: &Path) -> Vec<serde_json::Value> {
    let written = folder.join("clients.json");
    let [book, written] = [book, &written].map(|path| path.to_str().unwrap());
    comptoir(&["--book", book, "--lang", "en", "export", "clients", written, "--notes"], folder);
    rows(Path::new(written))
}

fn rows(path: &Path) -> Vec<serde_json::Value> {
    let text = std::fs::read_to_string(path).unwrap();
    let list: serde_json::Value = serde_json::from_str(&text).unwrap();
    list["rows"].as_array().unwrap().clone()
}

/// A copy to work on: opening a book may write to it.
fn copy_of(name: &str, folder: &Path) -> PathBuf {
    let copy = folder.join(name);
    std::fs::copy(data(name), &copy).unwrap();
    copy
}

fn comptoir(arguments: &[&str], home: &Path) -> String {
    let run =
        Command::new(env!("CARGO_BIN_EXE_comptoir")).args(arguments).env("HOME", home).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn the_book_of_issue_01_opens_whole() {
    let folder = tempfile::tempdir().unwrap();
    let book = copy_of("book-01.comptoir", folder.path());
    comptoir(&["--book", book.to_str().unwrap(), "--lang", "en", "check", "--full"], folder.path());
    let (recorded, now) = (rows(&data("book-01.json")), exported(&book, folder.path()));
    assert_eq!(recorded.len(), now.len());
    for (recorded, now) in recorded.iter().zip(&now) {
        for (key, value) in recorded.as_object().unwrap() {
            match key.as_str() {
                // Later versions doubt more.
                "doubts" => {
                    let (before, now) = (value.as_array().unwrap(), now[key].as_array().unwrap());
                    assert!(before.iter().all(|doubt| now.contains(doubt)), "{recorded}");
                }
                // Nobody had been asked.
                "consent" => assert!(value.is_null()),
                // Later versions say more of a note.
                "notes" => {
                    let (before, now) = (value.as_array().unwrap(), now[key].as_array().unwrap());
                    assert_eq!(before.len(), now.len(), "{recorded}");
                    for (before, now) in before.iter().zip(now) {
                        for (part, value) in before.as_object().unwrap() {
                            assert_eq!(now.get(part), Some(value), "{part} of a note of {recorded}");
                        }
                    }
                }
                _ => assert_eq!(now.get(key), Some(value), "{key} of {recorded}"),
            }
        }
    }
}

#[test]
fn what_was_said_of_a_client_in_issue_01_is_still_known() {
    let folder = tempfile::tempdir().unwrap();
    let (mut writer, reader) = store::open(&copy_of("book-01.comptoir", folder.path())).unwrap();
    let snapshot = reader.snapshot().unwrap();
    let mut found = Vec::new();
    snapshot
        .scan(Scan::All, |client: Client| {
            if client.kept.contains_key(&Field::Email.into()) {
                found.push(client);
            }
        })
        .unwrap();
    let [client] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(client.name(), "Folies gourmandes");
    assert_eq!(client.declined, [Field::Phone].into());
    let mut pairs = Vec::new();
    snapshot.scan(Scan::All, |pair: Distinct| pairs.push(pair)).unwrap();
    assert!(matches!(pairs.as_slice(), [pair] if pair.one == client.id));
    assert_eq!(snapshot.history::<Client>(client.id.0).unwrap().len(), 2);
    let last = snapshot.last_undoable().unwrap().unwrap();
    drop(snapshot);
    let stamp = comptoir::domain::command::Stamp {
        at: comptoir::domain::record::Moment(1_800_000_000_000),
        today: chrono::NaiveDate::from_ymd_opt(2027, 1, 15).unwrap(),
    };
    writer.undo(last, store::Origin::CommandLine, stamp).unwrap();
    let before = reader.snapshot().unwrap().get::<Client>(client.id.0).unwrap().unwrap();
    assert!(before.mobile.is_empty() && !client.mobile.is_empty());
}

#[test]
fn the_book_of_issue_02_opens_whole() {
    let folder = tempfile::tempdir().unwrap();
    let book = copy_of("book-02.comptoir", folder.path());
    comptoir(&["--book", book.to_str().unwrap(), "--lang", "en", "check", "--full"], folder.path());
    let (recorded, now) = (rows(&data("book-02.json")), exported(&book, folder.path()));
    assert_eq!(recorded.len(), now.len());
    for (recorded, now) in recorded.iter().zip(&now) {
        for (key, value) in recorded.as_object().unwrap() {
            assert_eq!(now.get(key), Some(value), "{key} of {recorded}");
        }
    }
    let (_writer, reader) = store::open(&book).unwrap();
    let snapshot = reader.snapshot().unwrap();
    // Every file still has its bytes.
    let mut sizes = Vec::new();
    for kept in now.iter().flat_map(|client| client["attachments"].as_array().unwrap()) {
        let mut bytes = Vec::new();
        let sha256 = Sha256(kept["sha256"].as_str().unwrap().to_owned());
        snapshot.blob(&sha256, &mut bytes).unwrap();
        assert_eq!(bytes.len() as u64, kept["size"].as_u64().unwrap());
        sizes.push(bytes.len());
    }
    assert_eq!(sizes, [70_000, 70_000, 0, 18, 13]);
    assert_eq!(snapshot.history::<Client>(1).unwrap().len(), 5);
}

#[test]
fn the_book_of_issue_02_is_made_as_it_was() {
    // It stays there to be recorded.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("book-02");
    let made = folder.join("book-02.comptoir");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir(&folder).unwrap();
    book_02::make(&made);
    let made = exported(&made, &folder);
    std::fs::rename(folder.join("clients.json"), folder.join("book-02.json")).unwrap();
    let again = tempfile::tempdir().unwrap();
    assert_eq!(made, exported(&copy_of("book-02.comptoir", again.path()), again.path()));
    let text = serde_json::to_string(&made).unwrap();
    for key in
        ["given", "refused", "withdrawn", "not_asked", "important_date", "agreement", "meeting", "call"]
    {
        assert!(text.contains(&format!("\"{key}\"")), "{key}");
    }
    let custom = made[0]["custom"].as_object().unwrap();
    assert!(
        custom.values().any(serde_json::Value::is_boolean)
            && custom.values().any(serde_json::Value::is_object)
    );
    assert!(custom.len() >= 12, "{custom:?}");
}
