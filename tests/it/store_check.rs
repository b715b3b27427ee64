//! `check` names what was changed behind our back.

use comptoir::domain::category::Category;
use comptoir::domain::client::Client;
use comptoir::domain::command::{
    Belongings, CategoryCommand, ClientCommand, Command, Import, NewConsent, Registration,
};
use comptoir::domain::consent::{Answer, Channel, Method, Purpose, Wording};
use comptoir::domain::record::Kind;
use comptoir::store::{self, OURS};
use redb::{Database, ReadableTable as _, TableDefinition};

use crate::support::behind::Behind;
use crate::support::book::{TestBook, company, register, test_book};

const RECORDS: TableDefinition<'_, (u8, u64), &[u8]> = TableDefinition::new("records");
const IMAGES: TableDefinition<'_, (u8, u64, u64), &[u8]> = TableDefinition::new("images");
const AUDIT: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("audit");
const TOUCHED: TableDefinition<'_, (u64, u8, u64), &[u8]> = TableDefinition::new("touched");
const REFS: TableDefinition<'_, (u8, u64, u8, u64), ()> = TableDefinition::new("refs");
const NAMES: TableDefinition<'_, (u8, &str), u64> = TableDefinition::new("names");

/// What `check` finds once the file was tampered with: rule, kind, id.
fn found(
    book: TestBook,
    full: bool,
    tamper: impl FnOnce(&Database),
) -> Vec<(&'static str, Option<Kind>, u64)> {
    let (_folder, path) = book.close();
    let database = Database::builder().create_with_backend(Behind::open(&path)).unwrap();
    tamper(&database);
    drop(database);
    let (mut writer, _reader) = store::open(&path).unwrap();
    writer.check(full).unwrap().into_iter().map(|one| (one.rule, one.kind, one.id)).collect()
}

/// Changes tables of a book.
macro_rules! tamper {
    ($table:ident, $name:ident => $work:expr) => {
        |database: &Database| {
            let transaction = database.begin_write().unwrap();
            {
                let mut $name = transaction.open_table($table).unwrap();
                $work;
            }
            transaction.commit().unwrap();
        }
    };
}

#[test]
fn a_sound_book_has_no_findings() {
    assert_eq!(found(TestBook::with_clients(), true, |_| {}), []);
    assert_eq!(found(test_book(), true, |_| {}), []);
}

#[test]
fn another_name_behind_our_back_is_named() {
    let book = TestBook::with_clients();
    let other = Client { company: "Asia".into(), ..book.client(1).unwrap() };
    let bytes = store::encode(&other).unwrap();
    let tampered = tamper!(RECORDS, table => table.insert((1, 1), bytes.as_slice()).unwrap());
    assert_eq!(found(book, false, tampered), [("record-hash", Some(Kind::Client), 1)]);
}

#[test]
fn a_record_that_went_or_came_behind_our_back_is_named() {
    let gone =
        found(TestBook::with_clients(), false, tamper!(RECORDS, table => table.remove((2, 1)).unwrap()));
    assert_eq!(gone, [("record-gone", Some(Kind::Note), 1), ("references", Some(Kind::Note), 1)]);
    let book = TestBook::with_clients();
    let other = Client {
        id: comptoir::domain::client::ClientId(3),
        number: "0003".into(),
        ..book.client(1).unwrap()
    };
    let bytes = store::encode(&other).unwrap();
    let came = found(book, false, tamper!(RECORDS, table => table.insert((1, 3), bytes.as_slice()).unwrap()));
    assert_eq!(came, [("record-hash", Some(Kind::Client), 3), ("names", Some(Kind::Client), 3)]);
}

#[test]
fn a_record_that_is_none_is_named() {
    let found = found(
        TestBook::with_clients(),
        false,
        tamper!(RECORDS, table => {
            let note = table.get((2, 1)).unwrap().unwrap().value().to_vec();
            table.insert((2, 1), &note[..note.len() - 1]).unwrap();
            table.insert((77, 5), note.as_slice()).unwrap();
        }),
    );
    assert_eq!(
        found,
        [
            ("record-hash", Some(Kind::Note), 1),
            ("record", Some(Kind::Note), 1),
            ("record-kind", None, 5),
            ("references", Some(Kind::Note), 1)
        ]
    );
}

#[test]
fn what_is_derived_is_compared_and_made_afresh() {
    let refs = tamper!(REFS, table => {
        table.remove((1, 1, 2, 1)).unwrap();
        table.insert((1, 2, 2, 9), ()).unwrap();
    });
    let expected = [("references", Some(Kind::Note), 1), ("references", Some(Kind::Note), 9)];
    assert_eq!(found(TestBook::with_clients(), false, refs), expected);
    let names = tamper!(NAMES, table => {
        table.remove((1, "0001")).unwrap();
        table.insert((1, "0002"), 7).unwrap();
    });
    let mut expected = found(TestBook::with_clients(), false, names);
    expected.sort_by_key(|one| one.2);
    assert_eq!(expected, [1, 2, 7].map(|id| ("names", Some(Kind::Client), id)));

    let book = TestBook::with_clients();
    let (_folder, path) = book.close();
    let database = Database::builder().create_with_backend(Behind::open(&path)).unwrap();
    refs_and_names_gone(&database);
    drop(database);
    let (mut writer, _reader) = store::open(&path).unwrap();
    assert_eq!(writer.check(false).unwrap().len(), 3);
    writer.rebuild_derived().unwrap();
    assert_eq!(writer.check(true).unwrap(), []);
}

fn refs_and_names_gone(database: &Database) {
    let transaction = database.begin_write().unwrap();
    transaction.open_table(REFS).unwrap().retain(|_, ()| false).unwrap();
    transaction.open_table(NAMES).unwrap().retain(|_, _| false).unwrap();
    transaction.commit().unwrap();
}

/// What `check` says of the audit of a book of five entries.
fn broken_at(tamper: impl FnOnce(&Database)) -> Option<u64> {
    let found = found(TestBook::with_clients(), false, tamper);
    found.iter().find(|one| one.0 == "audit").map(|one| one.2)
}

#[test]
fn a_chain_that_was_cut_mended_or_turned_is_broken_at_the_right_entry() {
    for number in 1..=5 {
        assert_eq!(broken_at(tamper!(AUDIT, table => table.remove(number).unwrap())), Some(number));
        let length = 32;
        for at in [0, 31, length, length + 3, length + 20] {
            let changed = broken_at(tamper!(AUDIT, table => {
                let mut bytes = table.get(number).unwrap().unwrap().value().to_vec();
                bytes[at] ^= 1;
                table.insert(number, bytes.as_slice()).unwrap();
            }));
            assert_eq!(changed, Some(number), "byte {at}");
        }
    }
    let turned = tamper!(AUDIT, table => {
        let [two, three] = [2, 3].map(|number| table.get(number).unwrap().unwrap().value().to_vec());
        table.insert(2, three.as_slice()).unwrap();
        table.insert(3, two.as_slice()).unwrap();
    });
    assert_eq!(broken_at(turned), Some(2));
    let doubled = tamper!(AUDIT, table => {
        let five = table.get(5).unwrap().unwrap().value().to_vec();
        table.insert(6, five.as_slice()).unwrap();
    });
    assert_eq!(broken_at(doubled), Some(6));
    assert_eq!(broken_at(|_| {}), None);
}

#[test]
fn a_long_list_of_records_that_was_changed_is_named() {
    let imported = || {
        let mut book = test_book();
        let added = (0..101)
            .map(|n| Registration { client: company(&format!("Client {n}")), ..Registration::default() })
            .collect();
        let import = Import { added, updated: Vec::new() };
        book.apply(&Command::Client(ClientCommand::Import(import)));
        book
    };
    assert_eq!(found(imported(), true, |_| {}), []);
    let gone = found(imported(), false, tamper!(TOUCHED, table => table.remove((1, 1, 50)).unwrap()));
    assert_eq!(gone[0], ("audit-list", None, 1));
    let changed = tamper!(TOUCHED, table => {
        let other = table.get((1, 1, 51)).unwrap().unwrap().value().to_vec();
        table.insert((1, 1, 50), other.as_slice()).unwrap();
    });
    assert_eq!(found(imported(), false, changed)[0], ("audit-list", None, 1));
    let torn = tamper!(TOUCHED, table => table.insert((1, 1, 50), &[0, 0, 0][..]).unwrap());
    assert_eq!(found(imported(), false, torn)[0], ("audit-list", None, 1));
}

#[test]
fn images_are_held_to_the_audit_too() {
    let changed = tamper!(IMAGES, table => {
        let image = table.get((1, 2, 4)).unwrap().unwrap().value().to_vec();
        table.insert((1, 1, 1), image.as_slice()).unwrap();
        table.remove((1, 2, 4)).unwrap();
        table.insert((1, 9, 4), image.as_slice()).unwrap();
    });
    assert_eq!(
        found(TestBook::with_clients(), true, changed),
        [("image", Some(Kind::Client), 1), ("image", Some(Kind::Client), 2)]
    );
    let added = tamper!(IMAGES, table => table.insert((1, 9, 4), &b"x"[..]).unwrap());
    assert_eq!(found(TestBook::with_clients(), true, added), [("image", None, 0)]);
}

#[test]
fn images_of_what_is_only_ever_added_to_are_held_to_the_audit_too() {
    let answered = || {
        let mut book = test_book();
        let consent = NewConsent {
            purpose: Purpose::Offers,
            channels: [Channel::Email].into(),
            answer: Answer::Given,
            day: None,
            method: Method::Phone,
            wording: Wording { language: "fr".into(), words: "Une offre ?".into() },
            evidence: None,
        };
        let with = Belongings { consents: vec![consent], ..Belongings::default() };
        let registration = Registration { client: company("Asie"), with, ..Registration::default() };
        book.apply(&Command::Client(ClientCommand::Register(Box::new(registration))));
        book
    };
    assert_eq!(found(answered(), true, |_| {}), []);
    let gone = found(answered(), true, tamper!(IMAGES, table => table.remove((7, 1, 1)).unwrap()));
    assert_eq!(gone, [("image", Some(Kind::Consent), 1)]);
}

#[test]
fn a_category_whose_name_another_has_is_named() {
    let mut book = test_book();
    for name in ["Gros", "Détail"] {
        let name = name.to_owned();
        book.apply(&Command::Category(CategoryCommand::Create { name, tint: None }));
    }
    let other = Category { id: 2, name: "GROS".into(), ..Category::default() };
    let bytes = store::encode(&other).unwrap();
    let found =
        found(book, false, tamper!(RECORDS, table => table.insert((5, 2), bytes.as_slice()).unwrap()));
    let rules: Vec<_> = found.iter().map(|one| (one.0, one.2)).collect();
    assert_eq!(rules, [("record-hash", 2), ("names", 2), ("names", 2), ("category-once", 2)]);
}

#[test]
fn a_damaged_copy_of_the_header_is_named_and_harmless() {
    for (at, copy) in [(20, 1), (OURS - 4096 + 20, 2)] {
        let book = TestBook::with_clients();
        let before = book.content();
        let (_folder, path) = book.close();
        Behind::overwrite(&path, at, &[0xAA]);
        let (mut writer, reader) = store::open(&path).unwrap();
        assert_eq!(crate::support::book::content(&reader), before);
        let found = writer.check(false).unwrap();
        assert_eq!(found.iter().map(|one| (one.rule, one.id)).collect::<Vec<_>>(), [("header", copy)]);
    }
}

#[test]
fn a_page_that_rotted_is_no_silent_matter() {
    let mut book = test_book();
    let long = "z".repeat(20_000);
    book.apply(&register("Asie", &long));
    let (_folder, path) = book.close();
    let bytes = std::fs::read(&path).unwrap();
    let at = bytes.windows(1000).position(|window| window.iter().all(|byte| *byte == b'z')).unwrap();
    Behind::overwrite(&path, at as u64 + 500, b"y");
    let (mut writer, _reader) = store::open(&path).unwrap();
    let found = writer.check(false).unwrap();
    assert_eq!((found[0].rule, found[0].kind), ("record-hash", Some(Kind::Note)));
    assert!(writer.check(true).is_err(), "a page with a wrong checksum cannot be repaired");
}
