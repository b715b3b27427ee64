//! Near names: how well they are told from others, and how quickly likely duplicates are found as one types a name.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use comptoir::domain::client::{Client, ClientId, ClientKind};
use comptoir::domain::duplicate::{Likeness, Marks};
use comptoir::domain::record::Scan;
use comptoir::domain::setup::{HOME, Setup};
use comptoir::jobs::build_index;
use comptoir::search::Reading;
use comptoir::store;

use crate::figure::{Figure, Limit, Times};
use crate::rows;

/// Pairs of names, and whether they are one client's; how they were made is told in `make_near_names.py`.
const PAIRS: &str = include_str!("../data/near_names.csv");

/// Prints how many of the pairs found near are the same client, and how many of the same are found near.
pub(crate) fn judge_the_rule() {
    let (mut found, mut right, mut same, mut pairs) = (0_u32, 0_u32, 0_u32, 0_u32);
    for line in PAIRS.lines().skip(1) {
        let cells: Vec<_> = line.split(';').collect();
        let marks = |name: &str| Marks::of(&firm(name));
        let is_found = marks(cells[0]).likeness(&marks(cells[1])).is_some();
        let is_same = cells[2] == "1";
        pairs += 1;
        found += u32::from(is_found);
        same += u32::from(is_same);
        right += u32::from(is_found && is_same);
    }
    let share = |part: u32, all: u32| f64::from(part) / f64::from(all);
    println!(
        "judge near_names: pairs={pairs} same={same} precision={:.3} recall={:.3}",
        share(right, found),
        share(right, same)
    );
}

fn firm(name: &str) -> Client {
    Client { kind: ClientKind::Company, company: name.to_owned(), ..Client::default() }
}

/// Names as one types them, letter by letter from the third on.
const TYPED: [&str; 6] =
    ["Boulangerie Lefevbre", "SARL Garage Dupond", "Jean Marttin", "Le Roux Plomberie", "Xyzzy", "Martinez"];

/// Measures the index against the marks of all clients, one after the other.
pub(crate) fn duplicates(book: &Path, clients: usize) -> Figure {
    let (_writer, reader) = store::open(book).expect("the book opens");
    let snapshot = reader.snapshot().expect("a snapshot");
    let index = build_index(&snapshot, Arc::new(Reading::new("fr", Setup::new(HOME)))).expect("the index");
    let mut all = Vec::new();
    snapshot
        .scan(Scan::All, |client: Client| all.push((client.id, Marks::of(&client))))
        .expect("the clients");

    let (mut ours, mut peer) = (Times::default(), Times::default());
    let mut rows_equal = true;
    for typed in TYPED.iter().flat_map(|name| (3..=name.len()).map(|end| &name[..end])) {
        let marks = Marks::of(&firm(typed));
        let found = ours.measure(|| index.twins(&marks, ClientId::NEW));
        let scanned = peer.measure(|| twins(&all, &marks));
        rows_equal &= rows::same((found.len(), &found), (scanned.len(), &scanned));
    }
    let limit = Limit::P99(Duration::from_millis(5));
    Figure { name: "duplicates", clients, ours, peer: Some(peer), rows_equal: Some(rows_equal), limit }
}

fn twins(all: &[(ClientId, Marks)], marks: &Marks) -> Vec<(ClientId, Likeness)> {
    let mut twins: Vec<_> =
        all.iter().filter_map(|(id, other)| Some((*id, marks.likeness(other)?))).collect();
    twins.sort_by_key(|(id, likeness)| (*likeness, *id));
    twins.truncate(20);
    twins
}
