//! Files in the shapes of other programs: every column's target and every value, without a mapping by hand.
//!
//! What comes of `NAME.csv` stands in `NAME.expected`: each header and what it becomes, then each client as it is kept.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use comptoir::domain::client::Client;
use comptoir::domain::field::Field;
use comptoir::domain::fold::fold;
use comptoir::domain::item::Item;
use comptoir::domain::note::Note;
use comptoir::domain::place::Place;
use comptoir::domain::record::{Kind, Scan};
use comptoir::domain::setup::HOME;
use comptoir::domain::setup::Setup;
use comptoir::files::import::{Mended, plan, plan_as};
use comptoir::files::mapping::Mapping;
use comptoir::files::repairs::Repairs;
use comptoir::files::source::{Form, Source};
use comptoir::files::table::{Encoding, Limits};
use comptoir::files::target::Target;
use comptoir::store::Origin;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::book::{stamp, test_book};

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import").join(file)
}

/// Imports a file into an empty book; what its columns became, and what is kept.
fn imported(file: &str) -> String {
    imported_source(file, &Source::read(&data(file), &|_, _| true).unwrap())
}

fn imported_source(file: &str, source: &Source) -> String {
    let mut book = test_book();
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
        let expected = std::fs::read_to_string(data(name.to_str().unwrap())).unwrap_or_default();
        let came = imported(file);
        if came != expected {
            write!(wrong, "=== {file}\n{came}\n").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Files with a header.
const HEADED: [&str; 13] = [
    "invoice-ninja.csv",
    "invoice-ninja-fr.csv",
    "zoho.csv",
    "wave.csv",
    "freshbooks.csv",
    "frappe-books.csv",
    "bigcapital.csv",
    "dolibarr.csv",
    "odoo.csv",
    "google-contacts.csv",
    "outlook.csv",
    "indy.csv",
    "abby.csv",
];

/// The cells of a file, row by row.
fn cells(file: &str) -> Vec<Vec<String>> {
    let source = Source::read(&data(file), &|_, _| true).unwrap();
    let table = source.table(0).unwrap();
    let columns = table.header().len();
    table
        .all()
        .map(|row| (0..columns).map(|at| row.as_ref().unwrap().cell(at).to_owned()).collect())
        .collect()
}

/// The file that these cells make.
fn file(rows: &[Vec<String>], separator: char, line_end: &str) -> String {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let row = |row: &Vec<String>| {
        row.iter().map(quoted).collect::<Vec<_>>().join(&separator.to_string()) + line_end
    };
    rows.iter().map(row).collect()
}

/// What each column becomes.
fn targets(headers: &[String]) -> Vec<Option<Target>> {
    let rows = [headers.to_vec(), headers.iter().map(|_| "x".to_owned()).collect()];
    let source = Source::of("a.csv", file(&rows, ',', "\n").as_bytes(), Limits::FILE).unwrap();
    let mapping = Mapping::guess(source.table(0).unwrap(), &Setup::new(HOME)).unwrap();
    mapping.columns().iter().map(|column| column.target).collect()
}

/// Columns that say together what a name is.
fn is_name(target: Option<Target>) -> bool {
    matches!(
        target,
        Some(
            Target::Name
                | Target::FullName
                | Target::ContactName
                | Target::Field(Field::Company | Field::FirstName | Field::LastName)
        )
    )
}

/// Where two columns have the same header only their order tells them apart.
fn has_twins(headers: &[String]) -> bool {
    (0..headers.len()).any(|at| headers[..at].contains(&headers[at]))
}

proptest! {
    #[test]
    fn the_order_of_columns_and_others_that_are_missing_change_no_target(
        name in select(HEADED.to_vec()),
        order in any::<[Index; 64]>(),
        dropped in any::<[bool; 64]>(),
        empty in any::<Index>(),
    ) {
        let headers = cells(name).remove(0);
        let whole = targets(&headers);
        let mut columns: Vec<usize> = (0..headers.len()).collect();
        if !has_twins(&headers) {
            for (at, other) in (0..columns.len()).zip(order) {
                let other = other.index(columns.len());
                columns.swap(at, other);
            }
            let (kept, gone): (Vec<usize>, Vec<usize>) =
                columns.iter().partition(|at| is_name(whole[**at]) || !dropped[**at % 64]);
            let now = targets(&kept.iter().map(|at| headers[*at].clone()).collect::<Vec<_>>());
            for (at, now) in kept.iter().zip(now) {
                // A column that another one had the better of may take its place.
                let free = whole[*at].is_none() && gone.iter().any(|gone| whole[*gone] == now);
                prop_assert!(now == whole[*at] || free, "{}: {:?}", headers[*at], now);
            }
        }
        // A column without header and cells stands anywhere.
        let mut shuffled: Vec<String> = columns.iter().map(|at| headers[*at].clone()).collect();
        let mut expected: Vec<Option<Target>> = columns.iter().map(|at| whole[*at]).collect();
        let at = empty.index(headers.len() + 1);
        // Twins are told by what stands beside them.
        if !has_twins(&headers) || at == headers.len() {
            shuffled.insert(at, String::new());
            expected.insert(at, None);
        }
        prop_assert_eq!(targets(&shuffled), expected);
    }

    #[test]
    fn how_a_header_is_written_changes_no_target(name in select(HEADED.to_vec()), way in 0..10_usize) {
        let headers = cells(name).remove(0);
        let written = |header: &String| match way {
            0 => header.to_uppercase(),
            1 => header.to_lowercase(),
            2 => format!("{header}*"),
            3 => format!("* {header} :"),
            4 => format!("{header}\u{a0}:"),
            5 => header.replace(' ', "\u{a0}"),
            6 => header.replace(' ', "_"),
            7 => format!("\u{202f}{header} "),
            8 => header.replace('(', "[").replace(')', "]"),
            // Letters without their marks; the signs between words are part of some headers.
            _ => header.chars().map(|c| if c.is_alphabetic() { fold(&c.to_string()) } else { c.to_string() }).collect(),
        };
        prop_assert_eq!(targets(&headers.iter().map(written).collect::<Vec<_>>()), targets(&headers));
    }

    #[test]
    fn how_a_file_is_written_changes_no_client(
        name in select(HEADED.to_vec()),
        separator in select(vec![',', ';', '\t', '|']),
        line_end in select(vec!["\n", "\r\n", "\r", "\n\n"]),
        way in 0..6_usize,
    ) {
        let rows = cells(name);
        let text = file(&rows, separator, line_end);
        let utf16 = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
            [mark.to_vec(), text.encode_utf16().flat_map(bytes).collect()].concat()
        };
        let windows = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
        let (bytes, encoding) = match way {
            0 => (text.into_bytes(), Encoding::Utf8),
            1 => ([b"\xef\xbb\xbf", text.as_bytes()].concat(), Encoding::Utf8),
            2 => (utf16(b"\xff\xfe", u16::to_le_bytes), Encoding::Utf16),
            3 => (utf16(b"\xfe\xff", u16::to_be_bytes), Encoding::Utf16),
            4 => (format!("sep={separator}{line_end}{text}").into_bytes(), Encoding::Utf8),
            _ if windows == text.as_bytes() => (windows, Encoding::Utf8),
            _ => (windows, Encoding::Windows1252),
        };
        let source = Source::of(name, &bytes, Limits::FILE).unwrap();
        prop_assert_eq!(source.form, Form::Csv { encoding, separator });
        let expected = std::fs::read_to_string(data(name).with_extension("expected")).unwrap();
        prop_assert_eq!(imported_source(name, &source), expected);
    }
}

/// Headers in the languages that programs export in: a line of headers, and a line of what they become.
#[test]
fn headers_of_other_languages() {
    let mut wrong = String::new();
    for line in include_str!("../data/import/languages.txt").lines().filter(|line| !line.starts_with('#')) {
        let pairs: Vec<(&str, &str)> =
            line.split(" | ").map(|pair| pair.split_once(" > ").unwrap()).collect();
        let headers: Vec<String> = pairs.iter().map(|(header, _)| (*header).to_owned()).collect();
        for ((header, expected), target) in pairs.into_iter().zip(targets(&headers)) {
            let target = target.map_or("note".to_owned(), |target| format!("{target:?}"));
            let target =
                target.strip_prefix("Field(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(&target);
            if target != expected {
                writeln!(wrong, "{header} > {target}, not {expected}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_file_of_gnucash_with_one_customer_is_read() {
    let row =
        "000001;Scierie Vert;;Bât. B;1 rue du Bois;38200 Vienne;France;;;vert@scierie.example;;;;;;;;;\r\n";
    let source = Source::of("a.csv", row.as_bytes(), Limits::FILE).unwrap();
    assert_eq!((source.sheets()[0].rows, source.table(0).unwrap().is_headed()), (1, false));
    let said = imported_source("a.csv", &source);
    let client = said.split_once("\n\n").unwrap().1;
    assert_eq!(
        client,
        "Company Active\nnumber = 000001\ncompany = Scierie Vert\nemail = vert@scierie.example\nstreet = 1 rue du Bois\n\
         street2 = Bât. B\npostcode = 38200\ncity = Vienne\ncountry = FR\n"
    );
}

#[test]
fn lines_of_an_address_are_read_together_or_one_after_the_other() {
    let import = |text: &str| {
        let source = Source::of("a.csv", text.as_bytes(), Limits::FILE).unwrap();
        let plan = plan(source.table(0).unwrap(), None, HOME, &|_, _| true).unwrap();
        let client = plan.client(0).unwrap();
        (
            client.address.lines().map(str::to_owned),
            client.delivery_address.unwrap_or_default().lines().map(str::to_owned),
        )
    };
    let lines = "Nom,addr1,addr2,addr3,addr4,shipaddr1,shipaddr2,shipaddr3\n";
    let (address, delivery) = import(&format!("{lines}A,Zone A,Hangar 3,Porte 2,,Quai 4,Porte C,Sonner\n"));
    assert_eq!(address, ["Zone A", "Hangar 3, Porte 2", "", "", "", ""]);
    assert_eq!(delivery, ["Quai 4", "Porte C, Sonner", "", "", "", ""]);
    let (address, delivery) = import(&format!("{lines}A,5 rue Haute,1000 Bruxelles,Belgique,,,,\n"));
    assert_eq!(address, ["5 rue Haute", "", "1000", "Bruxelles", "", "BE"]);
    assert_eq!(delivery, [""; 6]);
    // Where postcode and city have columns of their own, a third line is more of the second.
    let (address, _) =
        import("Nom,Street,Street 2,Street 3,Postal Code,City\nA,5 rue Haute,Bât. B,Porte 2,69001,Lyon\n");
    assert_eq!(address, ["5 rue Haute", "Bât. B, Porte 2", "69001", "Lyon", "", ""]);
    let (address, _) = import("Nom,Street,Street 2,Street 3,City\nA,5 rue Haute,,Porte 2,Lyon\n");
    assert_eq!(address, ["5 rue Haute", "Porte 2", "", "Lyon", "", ""]);
}

#[test]
fn a_nought_that_a_spreadsheet_lost_comes_back_and_is_said() {
    let table = "Nom;Code postal;Ville;Pays;Code postal de livraison\nA;1000;Bourg-en-Bresse;;\nB;1000;Bruxelles;Belgique;1000\n\
                 C;69001;Lyon;France;4100\nD;8001;;ES;8002\n";
    let source = Source::of("a.csv", table.as_bytes(), Limits::FILE).unwrap();
    let plan = plan(source.table(0).unwrap(), None, HOME, &|_, _| true).unwrap();
    let client = |row| plan.client(row).unwrap();
    let codes =
        |row| (client(row).address.postcode, client(row).delivery_address.unwrap_or_default().postcode);
    let own = |code: &str, delivery: &str| (code.to_owned(), delivery.to_owned());
    assert_eq!(codes(0), own("01000", ""));
    assert_eq!(codes(1), own("1000", "1000"));
    assert_eq!(codes(2), own("69001", "04100"));
    assert_eq!(codes(3), own("08001", "08002"));
    let mended = |place, said: &str, kept: &str| Mended { place, said: said.into(), kept: kept.into() };
    let (own, delivery) = (Place::Field(Field::Postcode), Place::Delivery(Field::Postcode));
    assert_eq!(plan.mended(0), [mended(own, "1000", "01000")]);
    assert_eq!(plan.mended(1), []);
    assert_eq!(plan.mended(2), [mended(delivery, "4100", "04100")]);
    assert_eq!(plan.mended(3), [mended(own, "8001", "08001"), mended(delivery, "8002", "08002")]);
    let to_check: Vec<bool> = plan.rows.iter().map(|row| row.to_check).collect();
    assert_eq!((to_check, plan.doubts), (vec![true, false, true, true], 3));
}

#[test]
fn another_name_beside_first_and_last_name_is_a_company() {
    let read = |row: &str| {
        let file = format!("Name,First Name,Last Name\n{row}\n");
        let source = Source::of("a.csv", file.as_bytes(), Limits::FILE).unwrap();
        let plan = plan(source.table(0).unwrap(), None, HOME, &|_, _| true).unwrap();
        let client = plan.client(0).unwrap();
        format!("{:?}: {} ({})", client.kind, client.name(), client.contact.name())
    };
    for (row, expected) in [
        ("Brasserie du Port,Camille,Durand", "Company: Brasserie du Port (Camille Durand)"),
        ("Durand & fils,Camille,Durand", "Company: Durand & fils (Camille Durand)"),
        ("Durand,Camille,Durand", "Individual: Camille Durand ()"),
        ("DURAND Camille,Camille,Durand", "Individual: Camille Durand ()"),
        ("Dr. Camille B. Durand,Camille,Durand", "Individual: Camille Durand ()"),
        (",Camille,Durand", "Individual: Camille Durand ()"),
    ] {
        assert_eq!(read(row), expected, "{row}");
    }
}
