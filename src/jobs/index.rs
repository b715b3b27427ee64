//! The search index of a book, read on two threads.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::Tally;
use crate::domain::client::Client;
use crate::domain::note::Note;
use crate::domain::record::{Kind, Scan};
use crate::search::{Gathering, Index, Part, Reading};
use crate::store::{Snapshot, StoreError};

/// Reads every client of a book into an index. Takes about 0.3 s for 100,000 clients on two cores.
pub fn build_index(snapshot: &Snapshot, reading: Arc<Reading>) -> Result<Index, StoreError> {
    Ok(read_book(snapshot, reading)?.0)
}

/// Reads every client of a book into an index, and counts what there is to count on the way.
pub fn read_book(snapshot: &Snapshot, reading: Arc<Reading>) -> Result<(Index, Tally), StoreError> {
    let ranges = snapshot.ranges(Kind::Client, PARTS)?;
    let parts = std::thread::scope(|scope| {
        let work: Vec<_> = ranges
            .into_iter()
            .map(|range| {
                let reading = &reading;
                scope.spawn(move || read_clients(snapshot, range, reading))
            })
            .collect();
        work.into_iter()
            .map(|thread| {
                thread.join().unwrap_or_else(|_| Err(StoreError::Damaged("a reading thread failed".into())))
            })
            .collect::<Result<Vec<(Part, Tally)>, StoreError>>()
    })?;
    let mut tally = Tally::default();
    let mut read = Vec::new();
    for (part, counted) in parts {
        read.push(part);
        tally.append(counted);
    }
    Ok((Index::join(reading, &read), tally))
}

/// One for each core of a small machine.
const PARTS: u64 = 2;

/// Reads the clients with these ids, each with its notes.
fn read_clients(
    snapshot: &Snapshot,
    ids: RangeInclusive<u64>,
    reading: &Reading,
) -> Result<(Part, Tally), StoreError> {
    let mut notes: HashMap<u64, Vec<Note>> = HashMap::new();
    snapshot.scan(Scan::All, |note: Note| {
        if ids.contains(&note.client.0) {
            notes.entry(note.client.0).or_default().push(note);
        }
    })?;
    let mut gathering = Gathering::new(reading);
    let mut tally = Tally::default();
    snapshot.scan_ids(ids, |client: Client| {
        let of_client = notes.remove(&client.id.0).unwrap_or_default();
        gathering.push(&client, &of_client);
        tally.add(&client, &of_client, reading.setup());
    })?;
    Ok((gathering.finish(), tally))
}
