//! Clients that go out of a book, and come back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use comptoir::domain::client::{Client, ClientId, ClientKind, Contact, Status};
use comptoir::domain::command::{Belongings, ClientCommand, Command, Import, NewNote, Registration, Stamp};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::field::Field;
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::record::{Moment, Scan};
use comptoir::domain::setup::{HOME, Setup};
use comptoir::domain::typed::{Typed, clean, clean_lines};
use comptoir::files::csv::{Apart, Limits, Table};
use comptoir::files::export::{Content, Form, Heading, NoExport, TableContent, Wanted, Which, Words, export};
use comptoir::files::import::{ImportPlan, plan, plan_file};
use comptoir::files::source::Source;
use comptoir::search::Column;
use comptoir::store::Origin;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::book::{TestBook, register, stamp, test_book};

/// Everything of everybody.
const CSV: Wanted = Wanted {
    form: Form::Csv,
    which: Which::All,
    content: Content::Keys,
    apart: Apart::Semicolon,
    notes: true,
    home: HOME,
};

fn write(book: &TestBook, name: &str, wanted: &Wanted) -> Vec<u8> {
    let path = book.folder.path().join(name);
    export(&book.reader.snapshot().unwrap(), &path, wanted, &|_, _| true).unwrap();
    fs::read(path).unwrap()
}

/// A client without what another book gives anew, its notes, its categories by name, and what it holds in custom fields.
type Held = (Client, Vec<Note>, Vec<String>, Vec<(CustomField, String)>);

fn content(book: &TestBook) -> Vec<Held> {
    let snapshot = book.reader.snapshot().unwrap();
    let setup = snapshot.setup(HOME).unwrap();
    let category = |id: &u64| setup.category(*id).unwrap().name.clone();
    let held = |(id, value): (&u64, &String)| {
        let field = CustomField { id: 0, rank: 0, ..setup.field(*id).unwrap().clone() };
        (field, value.clone())
    };
    let mut clients: Vec<Client> = Vec::new();
    snapshot.scan(Scan::All, |client: Client| clients.push(client)).unwrap();
    let mut notes: Vec<Note> = Vec::new();
    snapshot.scan(Scan::All, |note: Note| notes.push(note)).unwrap();
    clients
        .into_iter()
        .map(|client| {
            let own = notes.iter().filter(|note| note.client == client.id).cloned();
            let own: Vec<Note> = own.map(|note| Note { id: 0, client: ClientId::NEW, ..note }).collect();
            let mut custom: Vec<_> = client.custom.iter().map(held).collect();
            custom.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
            let categories = client.categories.iter().map(category).collect();
            let bare = Client {
                id: ClientId::NEW,
                categories: Vec::new(),
                custom: BTreeMap::new(),
                created: Moment(0),
                updated: Moment(0),
                ..client
            };
            (bare, own, categories, custom)
        })
        .collect()
}

fn import(book: &mut TestBook, file: &[u8]) -> [usize; 4] {
    let table = Table::read(file, Limits::FILE).unwrap();
    let plan = plan(&table, Some(&book.reader.snapshot().unwrap()), "FR", &|_, _| true).unwrap();
    let counts = [plan.added, plan.updated, plan.unchanged, plan.refused.len()];
    take(book, plan);
    counts
}

/// Imports on a later day: what comes back keeps its own.
fn take(book: &mut TestBook, plan: ImportPlan) {
    let later = Stamp { today: day("2027-02-28"), ..stamp(9) };
    if let Some(command) = plan.command() {
        book.writer.apply(&command, Origin::CommandLine, later).unwrap();
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn notes_go_out_only_if_asked_for() {
    let mut book = test_book();
    book.apply(&register("Asie", "secret"));
    for form in [Form::Csv, Form::Json] {
        let text = |notes| String::from_utf8(write(&book, "a", &Wanted { form, notes, ..CSV })).unwrap();
        assert!(text(true).contains("secret"));
        assert!(!text(false).contains("secret"));
    }
}

#[test]
fn json_is_one_object_with_all_clients() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    book.apply(&register("Bolido", "midi"));
    let json: serde_json::Value =
        serde_json::from_slice(&write(&book, "a", &Wanted { form: Form::Json, ..CSV })).unwrap();
    assert_eq!(json["total"], 2);
    assert_eq!(json["rows"][0]["name"], "Asie");
    assert_eq!(json["rows"][1]["notes"][0]["text"], "midi");
    assert_eq!(json["rows"].as_array().unwrap().len(), 2);
}

#[test]
fn an_export_that_is_called_off_leaves_what_was_there() {
    let mut book = test_book();
    book.apply(&register("Asie", ""));
    book.apply(&register("Bolido", ""));
    let path = book.folder.path().join("a.csv");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/clippy.toml"), &path).unwrap();
    let before = fs::read(&path).unwrap();
    let snapshot = book.reader.snapshot().unwrap();
    let stopped = export(&snapshot, &path, &CSV, &|done, total| {
        assert_eq!(total, 2);
        done < 2
    });
    assert!(matches!(stopped, Err(NoExport::CalledOff)));
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(book.folder.path()).unwrap().count(), 2);
    let nowhere = export(&snapshot, Path::new("/nowhere/a.csv"), &CSV, &|_, _| true);
    assert!(matches!(nowhere, Err(NoExport::Io(_))));
}

#[test]
fn a_table_changed_in_a_spreadsheet_updates_the_clients() {
    let mut book = test_book();
    book.apply(&register("Asie", "midi"));
    let file = String::from_utf8(write(&book, "a", &CSV)).unwrap();
    assert_eq!(import(&mut book, file.as_bytes()), [0, 0, 1, 0]);
    // The name as shown is worked out: a company that is renamed is renamed in its own column.
    let renamed = file.replace("\"Asie\";\"\";\"\";", "\"Asie SARL\";\"\";\"\";");
    assert_eq!(import(&mut book, renamed.as_bytes()), [0, 1, 0, 0]);
    assert_eq!(content(&book)[0].0.company, "Asie SARL");
    assert_eq!(content(&book)[0].1[0].text, "midi");
}

/// A value as one may be typed, the strange ones included.
fn value() -> impl Strategy<Value = String> {
    let strange = [
        "NULL",
        "n/a",
        "=1+1",
        "'=1",
        "'t Hooft",
        "-",
        "+33 6 12 34 56 78",
        "@lea",
        "a@b.example, c@d.example",
        "\"",
        ";",
        "0012",
        "oui",
        "Camille Dupont",
        "＝1",
        "1:::2",
    ];
    prop_oneof![
        3 => Just(String::new()),
        3 => "[a-zA-Zé0-9 .'\"=+@;,:-]{0,12}".prop_map(|text| clean(&text)),
        1 => select(strange.to_vec()).prop_map(str::to_owned),
    ]
}

/// A custom field of each kind, under names that could be mistaken for something else.
fn custom_fields() -> Vec<Arc<CustomField>> {
    let names =
        ["email", "Notes", "a (custom:date)", "=1", "Fête", "b: c", "Niveau", "categories", "N°", "★"];
    let field = |(name, kind): (&str, FieldKind)| {
        let choices = match kind {
            FieldKind::Choice => vec!["Or, platine".to_owned(), "0012".to_owned(), "a) \"b\"".to_owned()],
            _ => Vec::new(),
        };
        Arc::new(CustomField { name: name.to_owned(), kind, choices, ..CustomField::default() })
    };
    names.into_iter().zip(FieldKind::ALL).map(field).collect()
}

/// What comes along with a client: categories and custom fields, their values right, wrong and strange.
fn belongings() -> impl Strategy<Value = Belongings> {
    let names = ["Gros, demi-gros", "Amis", "\"", "a;b", "* x", "★", "=1", "NULL", "myContacts"];
    let typed = select(vec![
        "",
        "1,234",
        "12,345",
        "1 234,5",
        "-0,5",
        "24/12/2026",
        "demain",
        "oui",
        "no",
        "Or, platine",
        "0012",
        "+33 1 42 60 30 30",
        "a@b.example",
        "www.a.example",
        "=1",
        "NULL",
    ]);
    let point = any::<bool>().prop_map(|comma| if comma { ',' } else { '.' });
    (proptest::sample::subsequence(names.to_vec(), 0..4), vec((typed, point), 10), notes()).prop_map(
        |(names, typed, notes)| {
            let read = |(field, (typed, point)): (Arc<CustomField>, (&str, char))| {
                let value = field.read(typed, point);
                (field, value)
            };
            Belongings {
                new_categories: names.into_iter().map(str::to_owned).collect(),
                notes,
                new_fields: custom_fields()
                    .into_iter()
                    .zip(typed)
                    .map(read)
                    .filter(|(_, value)| !value.is_empty())
                    .collect(),
                ..Belongings::default()
            }
        },
    )
}

/// Notes of other days, with what could be taken for their heads.
fn notes() -> impl Strategy<Value = Vec<NewNote>> {
    let text = select(vec![
        "midi",
        "a\n\nb",
        "[2026-11-24 call]",
        "\\[2026-11-24 call]\nb",
        "=1;\"",
        "NULL",
        "midi\n-",
    ]);
    let days = select(vec!["2026-11-24", "2024-02-29", "1999-12-31"]);
    let note =
        (text, days.clone(), select(NoteKind::ALL.to_vec()), any::<bool>(), proptest::option::of(days))
            .prop_map(|(text, date, kind, pinned, remind)| NewNote {
                client: ClientId::NEW,
                kind,
                date: day(date),
                text: text.to_owned(),
                pinned,
                remind: remind.map(day),
                attachments: Vec::new(),
            });
    vec(note, 0..3)
}

fn client() -> impl Strategy<Value = Registration> {
    let texts = vec(value(), Field::ALL.len());
    let further = vec((value(), value(), value()), 0..3);
    let delivery = vec(value(), 6);
    let country = select(vec!["FR", "BE", "Atlantide", ""]);
    let note = "[a-z=+\" \n;]{0,12}".prop_map(|text| clean_lines(&text));
    (any::<bool>(), any::<bool>(), texts, further, delivery, country, note, belongings()).prop_map(
        |(company, archived, texts, further, delivery, country, note, with)| {
            let kind = if company { ClientKind::Company } else { ClientKind::Individual };
            let mut typed = Typed::new(kind, country);
            for (field, text) in Field::ALL.into_iter().zip(texts) {
                if !matches!(field, Field::Number | Field::Country) {
                    typed.set(field, &text);
                }
            }
            let name = Client::name_field(kind);
            if typed.text(name).is_empty() {
                typed.set(name, "Null");
            }
            typed.declined = BTreeSet::from([Field::Phone, Field::Email]);
            let mut client = typed.parse(&Client::default(), &Setup::new(HOME)).unwrap();
            client.status = if archived { Status::Archived } else { Status::Active };
            client.contacts = further
                .into_iter()
                .map(|(first_name, last_name, email)| Contact {
                    first_name,
                    last_name,
                    email,
                    ..Contact::default()
                })
                .filter(|contact| *contact != Contact::default())
                .collect();
            let mut parts = delivery.into_iter();
            let mut next = || parts.next().unwrap();
            let address = comptoir::domain::address::Address {
                street: next(),
                street2: next(),
                postcode: next(),
                city: next(),
                region: next(),
                country: String::new(),
            };
            client.delivery_address = (address != Default::default()).then_some(address);
            Registration { client, note, with, ..Registration::default() }
        },
    )
}

/// What comes back of a file: added, updated, unchanged, refused.
fn import_back(book: &mut TestBook, form: Form, file: &[u8]) -> [usize; 4] {
    let path = book.folder.path().join(format!("back.{}", form.ending()));
    fs::write(&path, file).unwrap();
    let plan = plan_file(&path, Some(&book.reader.snapshot().unwrap()), "FR", &|_, _| true).unwrap();
    let counts = [plan.added, plan.updated, plan.unchanged, plan.refused.len()];
    take(book, plan);
    counts
}

/// A book with two clients, one archived, and what only books have: a category and fields.
fn small_book() -> TestBook {
    let mut book = test_book();
    let held = |name: &str, kind, value: &str| {
        (Arc::new(CustomField { name: name.into(), kind, ..CustomField::default() }), value.to_owned())
    };
    let with = Belongings {
        new_categories: vec!["Gros, demi-gros".into()],
        new_fields: vec![
            held("Remise", FieldKind::Number, "12.5"),
            held("Budget", FieldKind::Amount, "1234.50"),
            held("Depuis", FieldKind::Date, "2024-02-29"),
            held("VIP", FieldKind::YesNo, "yes"),
        ],
        ..Belongings::default()
    };
    let client = Client {
        company: "=Asie".into(),
        number: "0042".into(),
        phone: comptoir::domain::phone::Phone::parse("+33142685300", "FR"),
        ..Client::default()
    };
    let note = "midi".to_owned();
    book.apply(&Command::Client(ClientCommand::Register(Box::new(Registration {
        client,
        note,
        with,
        ..Registration::default()
    }))));
    book.apply(&register("Bolido", ""));
    book
}

/// The columns of a window.
fn columns(columns: &[(Column, &str)]) -> Content {
    let headings =
        columns.iter().map(|(column, title)| Heading { column: *column, title: (*title).to_owned() });
    let words = Words {
        states: ["Actif", "À compléter", "À vérifier", "Archivé"].map(str::to_owned),
        yes: "Oui".into(),
        no: "Non".into(),
        point: ',',
    };
    Content::Table(TableContent { headings: headings.collect(), words })
}

#[test]
fn the_columns_of_the_window_go_out_as_people_read_them() {
    let book = small_book();
    let content = columns(&[
        (Column::Name, "Nom"),
        (Column::Phone, "Téléphone"),
        (Column::State, "État"),
        (Column::Categories, "Catégories"),
        (Column::Number, "N°"),
        (Column::Custom(1), "Remise"),
        (Column::Custom(2), "Budget"),
        (Column::Custom(3), "Depuis"),
        (Column::Custom(4), "VIP"),
    ]);
    let which = Which::These([2, 9, 1].map(ClientId).to_vec());
    let wanted = Wanted { content, which, ..CSV };
    let text = String::from_utf8(write(&book, "a", &wanted)).unwrap();
    assert_eq!(
        text,
        "\u{feff}\"Nom\";\"Téléphone\";\"État\";\"Catégories\";\"N°\";\"Remise\";\"Budget\";\"Depuis\";\"VIP\"\r\n\
         \"Bolido\";\"\";\"À compléter\";\"\";\"0043\";\"\";\"\";\"\";\"\"\r\n\
         \"'=Asie\";\"01 42 68 53 00\";\"À compléter\";\"\"\"Gros, demi-gros\"\"\";\"0042\";\"12,5\";\"1234,50\";\"29/02/2024\";\"Oui\"\r\n"
    );
    let comma = write(&book, "a", &Wanted { apart: Apart::Comma, ..wanted });
    assert!(String::from_utf8(comma).unwrap().starts_with("\"Nom\",\"Téléphone\""));
}

#[test]
fn a_workbook_has_cells_of_their_own_types() {
    use calamine::{Data, Reader as _};
    let file = write(&small_book(), "a.xlsx", &Wanted { form: Form::Xlsx, ..CSV });
    let mut workbook: calamine::Xlsx<_> = calamine::Reader::new(std::io::Cursor::new(file)).unwrap();
    let range = workbook.worksheet_range("Clients").unwrap();
    let cell = |header: &str| {
        let column = range.rows().next().unwrap().iter().position(|cell| *cell == *header).unwrap();
        range.rows().nth(1).unwrap()[column].clone()
    };
    let text = |text: &str| Data::String(text.to_owned());
    assert_eq!(cell("id"), Data::Float(1.0));
    assert_eq!(cell("number"), text("0042"));
    assert_eq!(cell("name"), text("=Asie"));
    assert_eq!(cell("phone"), text("+33142685300"));
    assert_eq!(cell("mobile"), Data::Empty);
    assert_eq!(cell("Remise (custom:number)"), Data::Float(12.5));
    assert_eq!(cell("Budget (custom:amount)"), Data::Float(1234.5));
    assert_eq!(cell("VIP (custom:yes_no)"), Data::Bool(true));
    assert!(
        matches!(cell("Depuis (custom:date)"), Data::DateTime(day) if day.to_ymd_hms_milli() == (2024, 2, 29, 0, 0, 0, 0))
    );
    assert!(matches!(cell("created"), Data::DateTime(_)));
}

#[test]
fn a_workbook_of_ours_is_read_as_it_was_written() {
    let book = small_book();
    let file = write(&book, "a.xlsx", &Wanted { form: Form::Xlsx, ..CSV });
    let source = Source::of("a.xlsx", &file, Limits::FILE).unwrap();
    assert_eq!(
        (source.sheets().len(), source.sheets()[0].name.as_str(), source.sheets()[0].rows),
        (1, "Clients", 2)
    );
    let table = source.table(0).unwrap();
    let first = table.rows().next().unwrap().unwrap();
    let cell = |header: &str| {
        let column = (0..table.header().len()).find(|at| table.header().cell(*at) == header).unwrap();
        first.cell(column).to_owned()
    };
    for (header, text) in [
        ("id", "1"),
        ("number", "0042"),
        ("name", "=Asie"),
        ("mobile", ""),
        ("notes", "[2026-11-24 note]\nmidi"),
        ("Remise (custom:number)", "12.5"),
        ("Budget (custom:amount)", "1234.5"),
        ("VIP (custom:yes_no)", "true"),
        ("Depuis (custom:date)", "2024-02-29"),
        ("created", "2026-09-21 14:13:20"),
    ] {
        assert_eq!(cell(header), text, "{header}");
    }
}

#[test]
fn a_note_read_again_is_the_same_note() {
    let mut book = test_book();
    let note = |text: &str, date| NewNote {
        client: ClientId::NEW,
        kind: NoteKind::Call,
        date: day(date),
        text: text.to_owned(),
        pinned: false,
        remind: None,
        attachments: Vec::new(),
    };
    let notes = vec![note("relancé", "2026-11-02"), note("relancé", "2026-11-09")];
    let with = Belongings { notes, ..Belongings::default() };
    let client = Client { company: "Asie".into(), number: "1".into(), ..Client::default() };
    let registration = Registration { client, with, ..Registration::default() };
    book.apply(&Command::Client(ClientCommand::Register(Box::new(registration))));
    for form in Form::ALL {
        let file = write(&book, "a", &Wanted { form, ..CSV });
        let mut other = test_book();
        other.apply(&Command::Client(ClientCommand::Import(Import {
            added: vec![Registration {
                client: Client { company: "Asie".into(), number: "1".into(), ..Client::default() },
                with: Belongings { notes: vec![note("relancé", "2026-11-02")], ..Belongings::default() },
                ..Registration::default()
            }],
            updated: Vec::new(),
        })));
        let snapshot = other.reader.snapshot().unwrap();
        let path = other.folder.path().join(format!("b.{}", form.ending()));
        fs::write(&path, &file).unwrap();
        let planned = plan_file(&path, Some(&snapshot), "FR", &|_, _| true).unwrap();
        let changes: Vec<_> = planned.changes_of(0).into_iter().map(|one| (one.place, one.new)).collect();
        assert_eq!(changes, [(comptoir::domain::place::Place::Note, "relancé".to_owned())]);
        // Only the one of the other day is new.
        assert_eq!(import_back(&mut other, form, &file), [0, 1, 0, 0]);
        assert_eq!(content(&other), content(&book), "{form:?}");
        assert_eq!(import_back(&mut other, form, &file), [0, 0, 1, 0]);
    }
}

#[test]
fn a_cell_too_long_for_a_sheet_is_refused_and_said() {
    let mut book = test_book();
    // Above the text of a note stand its day and what it is about.
    let head = format!("[{} note]\n", stamp(1).today);
    let fits = "é".repeat(32_767 - head.len());
    book.apply(&register("Asie", &fits));
    let wanted = Wanted { form: Form::Xlsx, ..CSV };
    write(&book, "a.xlsx", &wanted);
    book.apply(&register("Bolido", &format!("{fits}!")));
    let path = book.folder.path().join("b.xlsx");
    let snapshot = book.reader.snapshot().unwrap();
    let refused = export(&snapshot, &path, &wanted, &|_, _| true);
    assert!(matches!(refused, Err(NoExport::CellTooLong(32_767))));
    assert!(!path.exists());
    export(&snapshot, &path, &Wanted { notes: false, ..wanted }, &|_, _| true).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(144))]

    #[test]
    fn what_goes_out_comes_back_whole(
        added in vec(client(), 1..8),
        form in select(Form::ALL.to_vec()),
        apart in select(Apart::ALL.to_vec()),
    ) {
        let mut book = test_book();
        book.apply(&Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() })));
        let file = write(&book, "a", &Wanted { form, apart, ..CSV });
        let count = content(&book).len();
        let mut other = test_book();
        prop_assert_eq!(import_back(&mut other, form, &file), [count, 0, 0, 0]);
        prop_assert_eq!(content(&other), content(&book));
        prop_assert_eq!(import_back(&mut other, form, &file), [0, 0, count, 0]);
        prop_assert_eq!(import_back(&mut book, form, &file), [0, 0, count, 0]);
    }
}
