//! A keystroke in the search: from the text to the total and the first fifty rows, read from the book.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::note::Note;
use comptoir::domain::record::Scan;
use comptoir::domain::setup::{HOME, Setup};
use comptoir::jobs::build_index;
use comptoir::search::{Document, Known, Query, Reading, scan::scan};
use comptoir::store::{self, Snapshot};

use crate::figure::{Figure, Limit, Times};
use crate::rows;

/// Two hundred keystrokes, as somebody types names, cities, telephones and what does not exist.
const QUERIES: &str = include_str!("queries.txt");

/// The rows that a table shows and a little more.
const FIRST: usize = 50;

/// Measures the index against a plain scan of the folded records. Both read the rows that they found.
pub(crate) fn keystroke(book: &Path, clients: usize) -> Figure {
    let (_writer, reader) = store::open(book).expect("the book opens");
    let snapshot = reader.snapshot().expect("a snapshot");
    let reading = Arc::new(Reading::new("fr", Setup::new(HOME)));
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
