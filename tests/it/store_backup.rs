//! Backups, and a backup that takes a book's place again.

use std::fs;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use comptoir::domain::client::Client;
use comptoir::files::backup;
use comptoir::store::{self, StoreError};

use crate::support::behind::Behind;
use crate::support::book::{TestBook, content, names, register, test_book};

fn noon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(12, 0, 0).unwrap()
}

fn go_on(_: u64, _: u64) -> bool {
    true
}

#[test]
fn a_backup_holds_what_the_book_held_and_comes_back_in_its_place() {
    let mut book = TestBook::with_clients();
    book.writer.scratch("draft/1", Some(b"half typed")).unwrap();
    let before = book.content();
    let (made, summary) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    assert_eq!((summary.clients, summary.revision), (2, 5));
    assert_eq!(made.summary().unwrap(), summary);
    assert_eq!(backup::last_good(&book.path).unwrap(), Some(made.clone()));
    book.apply(&register("Dupont", ""));
    let after = book.content();
    let (folder, path) = book.close();

    let bytes = fs::read(&made.path).unwrap();
    let verified = store::verify(&made.path, &path).unwrap();
    assert_eq!(verified.summary, summary);
    let aside = backup::set_aside_name(&path, "écarté", noon());
    assert_eq!(backup::restore(verified, &path, &aside).unwrap(), summary);
    assert_eq!(fs::read(&made.path).unwrap(), bytes, "the backup itself stays as it is");

    let (mut writer, reader) = store::open(&path).unwrap();
    assert_eq!(content(&reader), before);
    assert_eq!(reader.snapshot().unwrap().scratch("draft/1").unwrap().as_deref(), Some(&b"half typed"[..]));
    assert_eq!(writer.check(true).unwrap(), []);
    let (_aside_writer, aside_reader) = store::open(&aside).unwrap();
    assert_eq!(content(&aside_reader), after, "what was there is set aside, whole");
    assert_eq!(
        names(folder.path()),
        ["Test (écarté 2026-11-24 12-00-00).comptoir", "Test.comptoir", "backups"]
    );
    let ids: Vec<_> =
        [&path, &aside, &made.path].map(|path| store::header(path).unwrap().file_id).into_iter().collect();
    assert!(ids[0] != ids[1] && ids[0] != ids[2] && ids[1] != ids[2], "every file has its own id");
}

#[test]
fn a_backup_comes_back_also_where_no_book_is_left() {
    let book = TestBook::with_clients();
    let before = book.content();
    let (made, _) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    let (folder, path) = book.close();
    fs::remove_file(&path).unwrap();
    let verified = store::verify(&made.path, &path).unwrap();
    backup::restore(verified, &path, &backup::set_aside_name(&path, "aside", noon())).unwrap();
    assert_eq!(content(&store::open(&path).unwrap().1), before);
    assert_eq!(names(folder.path()), ["Test.comptoir", "backups"]);
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_changes() {
    let book = TestBook::with_clients();
    let (made, _) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    let (folder, path) = book.close();
    let (book_bytes, whole) = (fs::read(&path).unwrap(), fs::read(&made.path).unwrap());
    let name = "Asie".as_bytes();
    let mut damaged = whole.clone();
    for at in 0..damaged.len() - name.len() {
        if damaged[at..].starts_with(name) {
            damaged[at] = b'B';
        }
    }
    assert_ne!(damaged, whole);
    for bytes in [damaged, whole[..whole.len() - 4096].to_vec(), whole[..65_536].to_vec(), Vec::new()] {
        replace_bytes(&made.path, &bytes);
        assert!(store::verify(&made.path, &path).is_err(), "{} bytes", bytes.len());
        assert_eq!(fs::read(&path).unwrap(), book_bytes);
        assert_eq!(fs::read(&made.path).unwrap(), bytes);
        assert_eq!(names(folder.path()), ["Test.comptoir", "backups"]);
    }
}

/// Every page is as redb wrote it, but not what the store wrote.
#[test]
fn a_backup_that_was_meddled_with_is_refused() {
    let book = TestBook::with_clients();
    let other = Client { company: "Other".to_owned(), ..book.client(1).unwrap() };
    let (made, _) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    let database = redb::Database::builder().create_with_backend(Behind::open(&made.path)).unwrap();
    let transaction = database.begin_write().unwrap();
    let records = redb::TableDefinition::<(u8, u64), &[u8]>::new("records");
    let bytes = store::encode(&other).unwrap();
    transaction.open_table(records).unwrap().insert((1, 1), bytes.as_slice()).unwrap();
    transaction.commit().unwrap();
    drop(database);
    let refused = store::verify(&made.path, &book.path);
    assert!(matches!(&refused, Err(StoreError::Damaged(what)) if what == "record-hash, 1"), "{refused:?}");
}

fn replace_bytes(path: &std::path::Path, bytes: &[u8]) {
    comptoir::files::replace::write(path, |to| to.write_all(bytes)).unwrap();
}

#[test]
fn a_book_that_is_open_is_not_replaced() {
    let book = TestBook::with_clients();
    let (made, _) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    let before = book.content();
    let verified = store::verify(&made.path, &book.path).unwrap();
    let aside = backup::set_aside_name(&book.path, "aside", noon());
    assert!(matches!(backup::restore(verified, &book.path, &aside), Err(StoreError::InUse)));
    assert_eq!(book.content(), before);
    assert_eq!(names(book.folder.path()), ["Test.comptoir", "backups"]);
    assert!(matches!(store::verify(&book.path, &book.path), Err(StoreError::InUse)));
}

#[test]
fn what_is_set_aside_never_takes_anothers_place() {
    let book = TestBook::with_clients();
    let (made, _) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    let (folder, path) = book.close();
    let aside = backup::set_aside_name(&path, "aside", noon());
    replace_bytes(&aside, b"kept");
    let bytes = fs::read(&path).unwrap();
    let verified = store::verify(&made.path, &path).unwrap();
    assert!(matches!(backup::restore(verified, &path, &aside), Err(StoreError::Exists)));
    assert_eq!((fs::read(&aside).unwrap(), fs::read(&path).unwrap()), (b"kept".to_vec(), bytes));
    assert_eq!(names(folder.path()).len(), 3);
}

#[test]
fn a_backup_that_is_called_off_leaves_nothing() {
    let mut book = test_book();
    for number in 0..300 {
        book.apply(&register(&format!("Client {number}"), "a note"));
    }
    let mut told = Vec::new();
    let called_off = backup::make(&book.reader, &book.path, noon(), &mut |done, of| {
        told.push((done, of));
        told.len() < 2
    });
    assert!(matches!(called_off, Err(StoreError::Cancelled)));
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|(done, of)| done <= of && *done > 0));
    assert_eq!(names(&backup::folder(&book.path)), [""; 0]);
    assert_eq!(backup::last_good(&book.path).unwrap(), None);
}

#[test]
fn old_backups_go_the_last_ten_stay_and_two_in_one_second_are_two() {
    let book = test_book();
    assert_eq!(backup::list(&book.path).unwrap(), []);
    for _ in 0..12 {
        backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    }
    let found = backup::list(&book.path).unwrap();
    let expected: Vec<_> = (2..12).rev().map(|second| noon() + TimeDelta::seconds(second)).collect();
    assert_eq!(found.iter().map(|backup| backup.made).collect::<Vec<_>>(), expected);
}

#[test]
fn the_last_good_backup_is_not_one_that_is_cut_off() {
    let book = test_book();
    let (first, _) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    let (second, _) =
        backup::make(&book.reader, &book.path, noon() + TimeDelta::days(1), &mut go_on).unwrap();
    assert_eq!(backup::last_good(&book.path).unwrap(), Some(second.clone()));
    replace_bytes(&second.path, b"");
    assert_eq!(backup::last_good(&book.path).unwrap(), Some(first));
}

#[test]
fn a_copy_never_takes_the_place_of_a_file() {
    let book = TestBook::with_clients();
    let other = book.folder.path().join("other.txt");
    replace_bytes(&other, b"mine");
    assert!(matches!(store::copy(&book.reader, &other, &mut go_on), Err(StoreError::Exists)));
    assert_eq!(fs::read(&other).unwrap(), b"mine");
    assert_eq!(names(book.folder.path()), ["Test.comptoir", "other.txt"]);
}

#[test]
fn what_a_power_cut_left_long_ago_is_removed() {
    let book = TestBook::with_clients();
    let (made, _) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    let now = fs::metadata(&made.path).unwrap().modified().unwrap();
    let hour = std::time::Duration::from_hours(1);
    let backups = backup::folder(&book.path);
    for (folder, of) in
        [(book.folder.path(), "Test.comptoir"), (&backups, "Test 2026-11-01 10-00-00.comptoir")]
    {
        for (age, random) in [(25, "00000001"), (23, "00000002")] {
            let remnant = fs::File::create(folder.join(format!(".{of}.{random}.tmp"))).unwrap();
            remnant.set_modified(now - hour * age).unwrap();
        }
    }
    backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    assert_eq!(names(book.folder.path()), [".Test.comptoir.00000002.tmp", "Test.comptoir", "backups"]);
    assert_eq!(names(&backups).len(), 3, "{:?}", names(&backups));
}

#[test]
fn a_link_to_a_book_keeps_leading_to_it_when_a_backup_takes_its_place() {
    let book = TestBook::with_clients();
    let before = book.content();
    let (made, _) = backup::make(&book.reader, &book.path, noon(), &mut go_on).unwrap();
    let (folder, path) = book.close();
    let link = folder.path().join("Link.comptoir");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let verified = store::verify(&made.path, &link).unwrap();
    backup::restore(verified, &link, &backup::set_aside_name(&link, "aside", noon())).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(content(&store::open(&link).unwrap().1), before);
    assert!(folder.path().join("Link (aside 2026-11-24 12-00-00).comptoir").exists());
}
