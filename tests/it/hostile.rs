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

/// A workbook of these sheets, each of rows of cells in these columns, as a program may write it; what `dimension` says of
/// each is another promise.
fn workbook(sheets: usize, dimension: &str, rows: usize, cells: &str, shared: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, text.as_bytes()).unwrap();
    };
    let each = |text: &dyn Fn(usize) -> String| (1..=sheets).map(text).collect::<String>();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    put(
        "[Content_Types].xml",
        &format!(
            "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
        ),
    );
    put(
        "_rels/.rels",
        &format!(
            "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let named = each(&|n| format!("<sheet name=\"S{n}\" sheetId=\"{n}\" r:id=\"r{n}\"/>"));
    put(
        "xl/workbook.xml",
        &format!("<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{named}</sheets></workbook>"),
    );
    let parts = each(&|n| {
        format!("<Relationship Id=\"r{n}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
    });
    put(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<Relationships xmlns=\"{package}/relationships\">{parts}\
             <Relationship Id=\"s\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
        ),
    );
    put("xl/sharedStrings.xml", &format!("<sst xmlns=\"{main}\"><si><t>{shared}</t></si></sst>"));
    let row = |n| format!("<row r=\"{n}\">{}</row>", cells.replace('#', &usize::to_string(&n)));
    let rows: String = (1..=rows).map(row).collect();
    for n in 1..=sheets {
        put(
            &format!("xl/worksheets/sheet{n}.xml"),
            &format!(
                "<worksheet xmlns=\"{main}\"><dimension ref=\"{dimension}\"/><sheetData>{rows}</sheetData></worksheet>"
            ),
        );
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn what_a_sheet_says_of_its_size_is_not_believed() {
    let cells = "<c r=\"A#\" t=\"s\"><v>0</v></c><c r=\"C#\"><v>#</v></c>";
    for dimension in ["A1", "A1:XFD1048576"] {
        let file = workbook(1, dimension, 3, cells, "Nom");
        assert_eq!(rows("a.xlsx", &file), ["Nom||1", "Nom||2", "Nom||3"], "{dimension}");
    }
    // What makes the reader of workbooks give up is no more than a workbook that cannot be read.
    for dimension in ["x", "Z99:B2"] {
        let read = Source::of("a.xlsx", &workbook(1, dimension, 3, cells, "Nom"), Limits::FILE);
        assert!(
            read.map_or_else(|error| error == Unreadable::BadWorkbook, |source| source.sheets().len() == 1)
        );
    }
}

#[test]
fn a_text_in_many_cells_and_cells_far_to_the_right_have_an_end() {
    let limits = Limits { bytes: 10_000, rows: 100, ..Limits::FILE };
    let of = |bytes: &[u8]| Source::of("a.xlsx", bytes, limits).map(|source| source.sheets().len());
    // Ten texts of a thousand bytes, in one sheet or in five.
    let shared = "x".repeat(1_000);
    let a = "<c r=\"A#\" t=\"s\"><v>0</v></c>";
    assert_eq!(of(&workbook(1, "A1", 10, a, &shared)).unwrap(), 1);
    assert_eq!(of(&workbook(5, "A1", 2, a, &shared)).unwrap(), 5);
    assert_eq!(of(&workbook(1, "A1", 11, a, &shared)).unwrap_err(), Unreadable::Unpacks(50_000));
    assert_eq!(of(&workbook(6, "A1", 2, a, &shared)).unwrap_err(), Unreadable::Unpacks(50_000));
    // Five thousand cells: 26 columns in 192 rows are 4,992.
    let z = "<c r=\"Z#\"><v>1</v></c>";
    let limits = Limits { bytes: 100_000, rows: 100, ..Limits::FILE };
    let of = |rows| {
        Source::of("a.xlsx", &workbook(2, "A1", rows, z, ""), limits).map(|source| source.sheets().len())
    };
    assert_eq!(of(96).unwrap(), 2);
    assert_eq!(of(97).unwrap_err(), Unreadable::Unpacks(500_000));
}

#[test]
fn files_that_are_called_what_they_are_not_are_refused() {
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0";
    for name in ["a.xlsx", "a.xls", "a.csv"] {
        assert_eq!(refused(name, old), Unreadable::BadWorkbook);
    }
    for page in [
        "<html><table><tr><td>Nom",
        "\u{feff}\n<!DOCTYPE html>",
        "<Table border=1>",
        "<?xml version=\"1.0\"?>",
    ] {
        assert_eq!(refused("a.csv", page.as_bytes()), Unreadable::Page, "{page}");
    }
    assert_eq!(rows("a.csv", b"<Nom>,Ville\nAsie,Lyon\n"), ["<Nom>|Ville", "Asie|Lyon"]);
    // A workbook in an archive, and one in it.
    let nested = |inner: &[u8]| {
        let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("a.xlsx", SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, inner).unwrap();
        archive.finish().unwrap().into_inner()
    };
    let whole = nested(&nested(include_bytes!("../data/import/akaunting.xlsx")));
    assert_eq!(refused("a.xlsx", &whole), Unreadable::BadWorkbook);
    assert_eq!(refused("a.csv", &whole), Unreadable::Workbook);
}

#[test]
fn json_that_is_deep_or_of_another_kind_is_refused() {
    let deep = |n: usize| format!("{{\"rows\":[{{\"custom\":{}0{}}}]}}", "[".repeat(n), "]".repeat(n));
    assert_eq!(refused("a.json", deep(100_000).as_bytes()), Unreadable::BadJson);
    assert_eq!(refused("a.json", b"[{\"name\": \"Asie\"}]"), Unreadable::BadJson);
    assert_eq!(refused("a.json", "[".repeat(1_000_000).as_bytes()), Unreadable::BadJson);
    assert_eq!(refused("a.json", b"{\"rows\": [{\"name\": \"Asie\"}"), Unreadable::BadJson);
    assert_eq!(refused("a.json", b"{\"rows\": []}"), Unreadable::HeaderOnly);
}

#[test]
fn a_row_of_millions_of_cells_is_refused_at_a_glance() {
    let limits = Limits { columns: 10, ..Limits::FILE };
    let of = |text: &str| Source::of("a.csv", text.as_bytes(), limits).map(|_| ());
    let wide = |line| Err(Unreadable::TooManyColumns { line, limit: 10 });
    let commas = |n| ",".repeat(n);
    assert_eq!(of(&format!("Nom\nA\n\n{}\n", commas(20_000))), wide(4));
    assert_eq!(of(&format!("Nom\nA\n{}\n", commas(10))), wide(3));
    assert_eq!(of(&format!("Nom\nA\n{}\n", commas(9))), Ok(()));
    // What stands in quotes is one cell.
    assert_eq!(of(&format!("Nom,Note\nA,\"{}\n\"\"{}\"\n", commas(20_000), commas(20_000))), Ok(()));
}

#[test]
fn text_of_two_bytes_a_character_and_a_line_that_names_the_separator_are_read() {
    let two =
        |text: &str| [vec![0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    assert_eq!(rows("a.csv", &two("Nom\tVille\nCafé\tLyon\n")), ["Nom|Ville", "Café|Lyon"]);
    assert_eq!(refused("a.csv", &two("Nom\nA\n\0\n")), Unreadable::Nul { line: 3 });
    assert_eq!(refused("a.csv", &two("Nom\n")[2..]), Unreadable::Nul { line: 1 });
    let source = Source::of("a.csv", b"SEP=|\r\nNom|Ville;x\r\nAsie|Lyon\r\n", Limits::FILE).unwrap();
    assert_eq!(source.form, Form::Csv { encoding: Encoding::Utf8, separator: '|' });
    let lines: Vec<u64> = source.table(0).unwrap().all().map(|row| row.unwrap().line).collect();
    assert_eq!(lines, [2, 3]);
    assert_eq!(refused("a.csv", b"sep=;\n"), Unreadable::Empty);
    assert_eq!(rows("a.csv", b"sep=x\nAsie\n"), ["sep=x", "Asie"]);
}
