//! Files that mean harm, or that harm came to: each is refused with its reason, or read as far as it says something.

use std::fs::File;

use comptoir::domain::setup::{HOME, Setup};
use comptoir::files::import::PlanError;
use comptoir::files::mapping::Mapping;
use comptoir::files::source::{Form, Source};
use comptoir::files::table::{Encoding, Limits, Unreadable};
use comptoir::files::target::Target;
use comptoir::text::{Language, Text, plan_error};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn refused(name: &str, bytes: &[u8]) -> Unreadable {
    Source::of(name, bytes, Limits::FILE).unwrap_err()
}

/// The first sheet as text, a row a line, cells between bars.
fn rows(name: &str, bytes: &[u8]) -> Vec<String> {
    let source = Source::of(name, bytes, Limits::FILE).unwrap();
    let whole = |row: comptoir::files::table::Row| {
        (0..row.len()).map(|at| row.cell(at).to_owned()).collect::<Vec<_>>().join("|")
    };
    source.table(0).unwrap().all().map(|row| whole(row.unwrap())).collect()
}

#[test]
fn a_file_over_200_megabytes_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.csv");
    // Nothing but holes: no disk holds it, and no memory may.
    File::create(&path).unwrap().set_len(500_000_000).unwrap();
    let error = Source::read(&path, &|_, _| true).unwrap_err();
    assert!(matches!(error, PlanError::Unreadable(Unreadable::TooLarge(200_000_000))), "{error}");
    let said = plan_error(&Text::load(Language::Fr), &error, &path, &path);
    assert!(said.starts_with("Ce fichier dépasse 200"), "{said}");
}

#[test]
fn too_many_rows_columns_or_characters_are_refused() {
    assert_eq!(refused("a.csv", &b"Nom\n".repeat(1_000_002)), Unreadable::TooManyRows(1_000_000));
    let wide = "a,".repeat(10_000);
    let columns = Unreadable::TooManyColumns { line: 1, limit: 1_000 };
    assert_eq!(refused("a.csv", format!("{wide}\n{wide}\n").as_bytes()), columns);
    let long = format!("Nom\n{}\n", "x".repeat(10_000_000));
    let cell = Unreadable::CellTooLong { line: 2, limit: 1_000_000 };
    assert_eq!(refused("a.csv", long.as_bytes()), cell);
}

#[test]
fn what_holds_no_table_is_refused() {
    assert_eq!(refused("a.csv", b"Nom,Ville\n"), Unreadable::HeaderOnly);
    assert_eq!(refused("a.csv", b"Nom\nA\n\0\n"), Unreadable::Nul { line: 3 });
    assert_eq!(refused("a.xlsx", b"Nom\nAsie\n"), Unreadable::BadWorkbook);
    assert_eq!(refused("a.xlsx", b"PK\x03\x04"), Unreadable::BadWorkbook);
    assert_eq!(refused("a.csv", b"PK\x03\x04"), Unreadable::Workbook);
    // A number of texts for which no memory would do.
    let promises = include_bytes!("../data/import/promises.xlsx");
    assert_eq!(refused("a.xlsx", promises), Unreadable::BadWorkbook);
}

/// An archive of one part of so many noughts.
fn bomb(name: &str, bytes: usize) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file(name, SimpleFileOptions::default()).unwrap();
    let block = vec![b'0'; 1_000_000];
    for _ in 0..bytes / block.len() {
        std::io::Write::write_all(&mut archive, &block).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn an_archive_that_unpacks_to_too_much_is_refused() {
    let limits = Limits { bytes: 20_000_000, ..Limits::FILE };
    let of = |bytes: &[u8]| Source::of("a.xlsx", bytes, limits).unwrap_err();
    // A sheet may unpack to five times what a file may have, what is kept whole to as much as a file.
    let sheet = bomb("xl/worksheets/sheet1.xml", 101_000_000);
    assert!(sheet.len() < 200_000, "{}", sheet.len());
    assert_eq!(of(&sheet), Unreadable::Unpacks(100_000_000));
    assert_eq!(of(&bomb("xl/sharedStrings.xml", 21_000_000)), Unreadable::Unpacks(20_000_000));
    assert_eq!(of(&bomb("xl/sharedStrings.xml", 20_000_000)), Unreadable::BadWorkbook);
    // What it says of itself is believed only where it is too much.
    let size = 101_000_000_u32.to_le_bytes();
    let mut liar = sheet.clone();
    while let Some(at) = liar.windows(4).position(|four| four == size) {
        liar[at..at + 4].copy_from_slice(&7_u32.to_le_bytes());
    }
    let error = of(&liar);
    assert!(matches!(error, Unreadable::Unpacks(_) | Unreadable::BadWorkbook), "{error}");
}

#[test]
fn a_broken_workbook_is_never_a_panic() {
    let whole = include_bytes!("../data/import/akaunting.xlsx");
    let mut refused = 0;
    for at in 0..whole.len() {
        let mut broken = whole.to_vec();
        broken[at] ^= 0x55;
        refused += usize::from(Source::of("a.xlsx", &broken, Limits::FILE).is_err());
        refused += usize::from(Source::of("a.xlsx", &whole[..at], Limits::FILE).is_err());
    }
    assert!(refused > whole.len(), "{refused}");
}

#[test]
fn lines_in_two_encodings_are_each_read_as_they_were_written() {
    let mixed = b"Nom;Ville\nCaf\xe9;Orl\xe9ans\nCaf\xc3\xa9;Besan\xc3\xa7on\n";
    assert_eq!(rows("a.csv", mixed), ["Nom|Ville", "Café|Orléans", "Café|Besançon"]);
    let form = |bytes: &[u8]| Source::of("a.csv", bytes, Limits::FILE).unwrap().form;
    assert_eq!(form(mixed), Form::Csv { encoding: Encoding::Mixed, separator: ';' });
    assert_eq!(form(b"Nom\nCaf\xe9\n"), Form::Csv { encoding: Encoding::Windows1252, separator: ',' });
    assert_eq!(
        form("Nom\tVille\nCafé\t\n".as_bytes()),
        Form::Csv { encoding: Encoding::Utf8, separator: '\t' }
    );
}

#[test]
fn lines_may_end_in_a_carriage_return_alone() {
    assert_eq!(rows("a.csv", b"Nom,Ville\rAsie,Lyon\r"), ["Nom|Ville", "Asie|Lyon"]);
}

#[test]
fn the_same_header_twice_is_one_field_and_a_line_of_the_note() {
    let source = Source::of("a.csv", b"Nom,Ville,Ville\nAsie,Lyon,Paris\n", Limits::FILE).unwrap();
    let mapping = Mapping::guess(source.table(0).unwrap(), &Setup::new(HOME)).unwrap();
    let targets: Vec<_> = mapping.columns().iter().map(|column| column.target).collect();
    let city = Target::Field(comptoir::domain::field::Field::City);
    assert_eq!(targets, [Some(Target::Name), Some(city), None]);
}

#[test]
fn a_workbook_is_read_by_what_its_cells_came_to() {
    let typed = include_bytes!("../data/import/typed.xlsx");
    let source = Source::of("typed.xlsx", typed, Limits::FILE).unwrap();
    let sheets: Vec<_> =
        source.sheets().iter().map(|sheet| (sheet.name.as_str(), sheet.rows, sheet.columns)).collect();
    // The sheet before it is empty.
    assert_eq!((source.form, sheets), (Form::Xlsx, vec![("Clients", 2, 7)]));
    assert_eq!(
        rows("typed.xlsx", typed)[1..],
        ["Asie|73282932000074|2026-11-24|46350|1234,5|2", "Bolido||||0.1|=1+1|1000"]
    );
    let lines: Vec<_> = source.table(0).unwrap().all().map(|row| row.unwrap().line).collect();
    assert_eq!(lines, [1, 2, 4]);
}
