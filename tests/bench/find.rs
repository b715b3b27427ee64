//! A keystroke in the search: from the text to the total and the first fifty rows, read from the book.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use comptoir::domain::category::Category;
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::note::Note;
use comptoir::domain::record::Scan;
use comptoir::domain::setup::{HOME, Setup};
use comptoir::jobs::build_index;
use comptoir::search::{
    Column, Condition, CustomFilter, Document, Filter, Index, Known, Part, Query, Reading, Sort, scan::scan,
};
use comptoir::store::{self, Snapshot};

use crate::figure::{Figure, Limit, Times};
use crate::rows;

/// Two hundred keystrokes, as somebody types names, cities, telephones and what does not exist.
pub(crate) const QUERIES: &str = include_str!("queries.txt");

/// The rows that a table shows and a little more.
const FIRST: usize = 50;

/// Measures the index against a plain scan of the folded records. Both read the rows that they found.
pub(crate) fn keystroke(book: &Path, clients: usize) -> Figure {
    let (_writer, reader) = store::open(book).expect("the book opens");
    let snapshot = reader.snapshot().expect("a snapshot");
    let reading = Arc::new(Reading::new("fr", snapshot.setup(HOME).expect("the setup")));
    let index = build_index(&snapshot, Arc::clone(&reading)).expect("the index");
    let documents = documents(&snapshot, &reading);
    assert_eq!(documents.len(), clients, "the demo made as many clients as it was asked for");

    let (mut ours, mut peer) = (Times::default(), Times::default());
    let mut rows_equal = true;
    for text in QUERIES.lines() {
        let query = Query::text(text);
        let found = ours.measure(|| answer(&snapshot, &index.find(&query).rows));
        let scanned = peer.measure(|| answer(&snapshot, &scan(&documents, &reading, &query).rows));
        rows_equal &= rows::same((found.0, &found.1), (scanned.0, &scanned.1));
    }
    let limit = Limit::P99(Duration::from_millis(5));
    Figure { name: "keystroke", clients, ours, peer: Some(peer), rows_equal: Some(rows_equal), limit }
}

/// Measures the same keystrokes with filters by category and custom field on, sorted by categories and by custom fields, each
/// client with two categories and five custom fields.
pub(crate) fn filtered(book: &Path, clients: usize) -> Figure {
    let (_writer, reader) = store::open(book).expect("the book opens");
    let snapshot = reader.snapshot().expect("a snapshot");
    let reading = Arc::new(Reading::new("fr", furniture()));
    let mut all = Vec::new();
    snapshot.scan(Scan::All, |client: Client| all.push(furnished(client))).expect("clients");
    let part = Part::of(all.iter().map(|client| (client, Known::default())), &reading);
    let index = Index::join(Arc::clone(&reading), &[part]);
    let documents: Vec<_> =
        all.iter().map(|client| Document::of(client, Known::default(), &reading)).collect();
    assert_eq!(documents.len(), clients, "the demo made as many clients as it was asked for");

    let (mut ours, mut peer) = (Times::default(), Times::default());
    let mut rows_equal = true;
    // The first query by a column makes its order.
    for column in COLUMNS {
        index.prepare(Sort { column, descending: false });
    }
    for (text, turn) in QUERIES.lines().zip(0..) {
        let query = Query { filter: filter(turn), sort: sort(turn), ..Query::text(text) };
        let found = ours.measure(|| answer(&snapshot, &index.find(&query).rows));
        let scanned = peer.measure(|| answer(&snapshot, &scan(&documents, &reading, &query).rows));
        rows_equal &= rows::same((found.0, &found.1), (scanned.0, &scanned.1));
    }
    let limit = Limit::P99(Duration::from_millis(5));
    let name = "keystroke_filtered";
    Figure { name, clients, ours, peer: Some(peer), rows_equal: Some(rows_equal), limit }
}

const COLUMNS: [Column; 4] = [Column::Name, Column::Categories, Column::Custom(3), Column::Custom(5)];

fn sort(turn: usize) -> Sort {
    Sort { column: COLUMNS[turn % COLUMNS.len()], descending: false }
}

/// One in two by category, of any or of all, three in five by a place, each by a custom field in one way or another, at times by two.
fn filter(turn: usize) -> Filter {
    let with = |field: u64, is: Condition| CustomFilter { field, is };
    let value = |field: u64, value: Option<&str>| {
        with(field, value.map_or(Condition::Filled, |value| Condition::Is(value.to_owned())))
    };
    let between = |from: &str, to: &str| Condition::Between { from: Some(from.into()), to: Some(to.into()) };
    let places = match turn % 5 {
        0 => Filter { countries: vec!["FR".into(), "DE".into()], ..Filter::default() },
        1 => Filter { cities: vec!["Paris".into()], ..Filter::default() },
        2 => Filter { departments: vec!["75".into()], postcodes: vec!["13".into()], ..Filter::default() },
        _ => Filter::default(),
    };
    let custom = match turn % 6 {
        0 => vec![value(1, Some("Or"))],
        1 => vec![value(2, Some("yes")), value(5, None)],
        2 => vec![value(4, None)],
        3 => vec![with(3, between("100", "50000"))],
        4 => vec![with(5, Condition::Contains("que 12".into()))],
        _ => vec![with(4, between("2015-01-01", "2030-06-30")), with(1, Condition::Empty)],
    };
    let categories = if turn.is_multiple_of(2) { vec![1, 12] } else { vec![] };
    Filter { categories, all: turn % 4 == 2, uncategorised: turn % 8 == 4, custom, ..places }
}

fn furniture() -> Setup {
    let kinds = [FieldKind::Choice, FieldKind::YesNo, FieldKind::Amount, FieldKind::Date, FieldKind::Text];
    let choices = || ["Bronze", "Argent", "Or"].map(str::to_owned).to_vec();
    let fields = kinds.into_iter().zip(1..).map(|(kind, id)| CustomField {
        id,
        name: format!("Champ {id}"),
        kind,
        choices: choices(),
        ..CustomField::default()
    });
    let categories = (1..=20).map(|id| Category { id, name: format!("Groupe {id}"), ..Category::default() });
    Setup::new(HOME).with(categories.collect(), fields.collect())
}

/// A client with categories and custom fields, the same every time.
fn furnished(client: Client) -> Client {
    let id = client.id.0;
    let custom = [
        (1, ["Bronze", "Argent", "Or"][usize::try_from(id % 3).expect("a small number")].to_owned()),
        (2, if id.is_multiple_of(2) { "yes" } else { "no" }.to_owned()),
        (3, format!("{}.50", id * 7_919 % 100_000)),
        (4, format!("20{:02}-{:02}-15", id % 30 + 10, id % 12 + 1)),
        (5, format!("remarque {} sur ce client", id * 31 % 5_000)),
    ];
    Client { categories: vec![id % 10 + 1, id % 9 + 11], custom: custom.into(), ..client }
}

/// How many rows there are, and the first ones whole.
fn answer(snapshot: &Snapshot, rows: &[ClientId]) -> (usize, Vec<Client>) {
    let read = |id: &ClientId| snapshot.get(id.0).expect("a record").expect("what is found is there");
    (rows.len(), rows.iter().take(FIRST).map(read).collect())
}

fn documents(snapshot: &Snapshot, reading: &Reading) -> Vec<Document> {
    let mut notes: HashMap<ClientId, Vec<Note>> = HashMap::new();
    snapshot.scan(Scan::All, |note: Note| notes.entry(note.client).or_default().push(note)).expect("notes");
    let mut documents = Vec::new();
    let mut read = |client: Client| {
        let about = notes.remove(&client.id).unwrap_or_default();
        documents.push(Document::of(&client, Known { notes: &about, ..Known::default() }, reading));
    };
    snapshot.scan(Scan::All, &mut read).expect("clients");
    documents
}
