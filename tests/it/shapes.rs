//! Files in the shapes of other programs: every column's target and every value, without a mapping by hand.
//!
//! What comes of `NAME.csv` stands in `NAME.expected`: each header and what it becomes, then each client as it is kept.

use std::fmt::Write as _;
use std::path::Path;

use comptoir::domain::client::Client;
use comptoir::domain::item::Item;
use comptoir::domain::note::Note;
use comptoir::domain::record::{Kind, Scan};
use comptoir::domain::setup::HOME;
use comptoir::files::import::plan_as;
use comptoir::files::mapping::Mapping;
use comptoir::files::repairs::Repairs;
use comptoir::files::source::Source;
use comptoir::store::Origin;

use crate::support::book::{stamp, test_book};

/// Imports a file into an empty book; what its columns became, and what is kept.
fn imported(file: &str) -> String {
    let mut book = test_book();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(file);
    let source = Source::read(&path, &|_, _| true).unwrap();
    let table = source.table(0).unwrap();
    let snapshot = book.reader.snapshot().unwrap();
    let mapping = Mapping::guess(table, &snapshot.setup(HOME).unwrap()).unwrap();
    let repairs = Repairs::default();
    let plan = plan_as(table, &mapping, &repairs, Some(&snapshot), HOME, &|_, _| true).unwrap();
    drop(snapshot);
    let mut said = String::new();
    for column in &plan.columns {
        writeln!(
            said,
            "{} > {}",
            column.header,
            column.target.map_or("note".into(), |one| format!("{one:?}"))
        )
        .unwrap();
    }
    assert_eq!((plan.read, plan.refused.len()), (plan.added, 0), "{file}");
    book.writer.apply(&plan.command().unwrap(), Origin::Import { file: file.into() }, stamp(1)).unwrap();
    let snapshot = book.reader.snapshot().unwrap();
    let setup = snapshot.setup(HOME).unwrap();
    let mut clients = Vec::new();
    snapshot.scan(Scan::All, |client: Client| clients.push(client)).unwrap();
    for client in clients {
        writeln!(said, "\n{:?} {:?}", client.kind, client.status).unwrap();
        for place in Item::all(None, &client, &setup).into_iter().flat_map(|item| item.places(&client)) {
            if !client.text(place).is_empty() {
                writeln!(said, "{place} = {}", client.text(place)).unwrap();
            }
        }
        for id in &client.categories {
            writeln!(said, "category = {}", setup.category(*id).unwrap().name).unwrap();
        }
        snapshot
            .scan(Scan::Referring(Kind::Client, client.id.0), |note: Note| {
                writeln!(said, "note = {}", note.text.replace('\n', " | ")).unwrap();
            })
            .unwrap();
    }
    said
}

#[test]
fn exports_of_other_programs_need_no_mapping_by_hand() {
    let mut wrong = String::new();
    for file in [
        "invoice-ninja.csv",
        "invoice-ninja-fr.csv",
        "zoho.csv",
        "wave.csv",
        "freshbooks.csv",
        "frappe-books.csv",
        "bigcapital.csv",
        "akaunting.xlsx",
        "dolibarr.csv",
        "odoo.csv",
        "google-contacts.csv",
        "outlook.csv",
        "indy.csv",
        "abby.csv",
        "gnucash.csv",
        "typed.xlsx",
    ] {
        let name = Path::new(file).with_extension("expected");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(name);
        let expected = std::fs::read_to_string(path).unwrap_or_default();
        let came = imported(file);
        if came != expected {
            write!(wrong, "=== {file}\n{came}\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
