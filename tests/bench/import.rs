//! A file of clients read into an empty book, with all checks, near names and custom fields, beside a program that puts the
//! same keys and values into the same tables and does nothing else.

use std::path::Path;

use chrono::NaiveDate;
use comptoir::demo::demo;
use comptoir::domain::command::Stamp;
use comptoir::domain::field::Field;
use comptoir::domain::record::Moment;
use comptoir::domain::setup::HOME;
use comptoir::files::csv::{Apart, Writer};
use comptoir::files::import::plan_file_by;
use comptoir::jobs::side_by_side;
use comptoir::store::{self, Origin};

use crate::bare::{Save, State, open};
use crate::figure::{Figure, Limit, Times};

/// What stands in the file beside two custom fields.
const FIELDS: [Field; 10] = [
    Field::Number,
    Field::Company,
    Field::FirstName,
    Field::LastName,
    Field::Email,
    Field::Phone,
    Field::Street,
    Field::Postcode,
    Field::City,
    Field::Siret,
];

/// The rate of an import: twice the time of the bare load is the most.
pub(crate) fn bulk(folder: &Path, clients: usize) -> Figure {
    let file = folder.join("clients.csv");
    write(&file, clients);
    let (book, empty) = (folder.join("import.comptoir"), folder.join("empty.comptoir"));
    drop(store::create(&book).expect("a new book"));
    std::fs::copy(&book, &empty).expect("a copy of it");
    let before = State::of(&book);

    let mut ours = Times::default();
    let (mut writer, reader) = store::open(&book).expect("it opens");
    writer.side_by_side(side_by_side);
    ours.measure(|| {
        let snapshot = reader.snapshot().expect("a snapshot");
        let plan =
            plan_file_by(side_by_side, &file, Some(&snapshot), HOME, &|_, _| true).expect("the file is read");
        assert_eq!(
            (plan.read, plan.added, plan.refused.len()),
            (clients, clients, 0),
            "every row is a client"
        );
        drop(snapshot);
        let stamp = Stamp { at: Moment(0), today: today() };
        let command = plan.command().expect("something to do");
        writer.apply(&command, Origin::Import { file: "clients.csv".into() }, stamp).expect("it is written");
    });
    drop((writer, reader));
    let after = State::of(&book);
    let load = Save::between(&before, &after);

    let mut peer = Times::default();
    let database = open(&empty);
    peer.measure(|| load.replay(&database));
    drop(database);
    let rows_equal = Some(State::of(&empty) == after);
    Figure { name: "import", clients, ours, peer: Some(peer), rows_equal, limit: Limit::Ratio(2.0) }
}

pub(crate) fn write(file: &Path, clients: usize) {
    let out = std::io::BufWriter::new(std::fs::File::create(file).expect("a file"));
    let mut writer = Writer::new(out, Apart::Comma).expect("a table");
    let headers = [
        "number",
        "company",
        "first_name",
        "last_name",
        "email",
        "phone",
        "street",
        "postcode",
        "city",
        "siret",
    ];
    writer
        .row(headers.into_iter().chain(["Remise (custom:number)", "Niveau (custom:choice:Or, Argent)"]))
        .expect("the header");
    for (number, registration) in (1_usize..).zip(demo(clients, 7, today())) {
        let client = registration.client;
        let number = number.to_string();
        let mut cells: Vec<&str> = FIELDS.iter().map(|field| client.text(*field)).collect();
        cells[0] = &number;
        let more = [
            if client.siret.is_empty() { "7,5" } else { "12" },
            if client.company.is_empty() { "Or" } else { "argent" },
        ];
        writer.row(cells.into_iter().chain(more)).expect("a row");
    }
    writer.finish().expect("the file is whole");
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}
