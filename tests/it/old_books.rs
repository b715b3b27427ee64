//! Books of earlier versions, one of each issue, open in every later one: `tests/data/book-NN.comptoir`.
//!
//! Book 01 holds clients that were made up, an import that was taken back and made again, a client registered in the window
//! with a refusal, a kept typo and a namesake who is another, and a change made on the record.

use std::path::{Path, PathBuf};
use std::process::Command;

use comptoir::domain::client::Client;
use comptoir::domain::duplicate::Distinct;
use comptoir::domain::field::Field;
use comptoir::domain::record::Scan;
use comptoir::store;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
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
    let written = folder.path().join("clients.json");
    let [book, written] = [&book, &written].map(|path| path.to_str().unwrap());
    comptoir(&["--book", book, "--lang", "en", "check", "--full"], folder.path());
    comptoir(&["--book", book, "--lang", "en", "export", "clients", written, "--notes"], folder.path());
    let rows = |path: &Path| {
        let text = std::fs::read_to_string(path).unwrap();
        let list: serde_json::Value = serde_json::from_str(&text).unwrap();
        list["rows"].as_array().unwrap().clone()
    };
    let (recorded, now) = (rows(&data("book-01.json")), rows(Path::new(written)));
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
