//! What is in the book: `clients`, `client`.

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use super::Outcome;
use super::arguments::Listed;
use super::console::Console;
use super::failure::Failure;
use super::record::{record, state};
use crate::domain::client::Client;
use crate::domain::record::{Kind, Scan};
use crate::domain::setup::Setup;
use crate::files::export::Rows;
use crate::files::notes::Dossier;
use crate::files::view::ClientView;
use crate::jobs::build_index;
use crate::search::{Filter, Found, Query, Reading, State};
use crate::store::{self, Snapshot, StoreError};
use crate::text;

pub(super) fn clients(
    console: &mut Console,
    book: &Path,
    listed: &Listed,
    json: bool,
) -> Result<Outcome, Failure> {
    let failed = Failure::book(book);
    let (_writer, reader) = store::open(book).map_err(&failed)?;
    let snapshot = reader.snapshot().map_err(&failed)?;
    let setup = snapshot.setup(console.home).map_err(&failed)?;
    let query = listed.query(console, &snapshot, &setup, &failed)?;
    let filtered = query.filter != Filter::default() || !query.text.is_empty();
    let limit = listed.limit.unwrap_or(usize::MAX);
    let found = found(console, &snapshot, &setup, &query, &failed)?;
    let total = found.total();
    let shown = found.rows.iter().take(limit);
    let clients: Vec<Client> = shown
        .filter_map(|id| snapshot.get::<Client>(id.0).transpose())
        .collect::<Result<_, _>>()
        .map_err(&failed)?;
    if json {
        let mut rows = Rows::new(&mut console.out, total)?;
        for (client, number) in clients.iter().zip(0..) {
            let dossier = Dossier::of(&snapshot, client.id, true).map_err(&failed)?;
            let view = ClientView::of(client, &dossier, &setup);
            rows.row(&FoundView { view, near: number >= found.exact })?;
        }
        rows.finish()?;
    } else {
        table(console, &setup, &clients, found.exact)?;
        let (text, n) = (&console.text, clients.len());
        let line = match (n == total, filtered) {
            (true, true) => text::found(text, found.exact, total),
            (true, false) => text.with("clients-count", &[("n", total.into())]),
            (false, _) => text.with("clients-shown", &[("n", n.into()), ("total", total.into())]),
        };
        console.say(&line)?;
    }
    Ok(Outcome::Done)
}

/// Who is listed, in the order of the list, however many are wanted of them.
pub(super) fn found(
    console: &Console,
    snapshot: &Snapshot,
    setup: &Setup,
    query: &Query,
    failed: impl Fn(StoreError) -> Failure,
) -> Result<Found, Failure> {
    let reading = Arc::new(Reading::new(console.language.code(), setup.clone()));
    Ok(build_index(snapshot, reading).map_err(&failed)?.find(query))
}

/// A client that was found.
#[derive(Serialize)]
struct FoundView<'a> {
    #[serde(flatten)]
    view: ClientView<'a>,
    /// Its name is near what was looked for, no more. Only said of those.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    near: bool,
}

/// The columns of the table in the window, as wide as they need be. From the client number `exact` on names are near.
fn table(console: &mut Console, setup: &Setup, clients: &[Client], exact: usize) -> Result<(), Failure> {
    let text = &console.text;
    let near = text.get("search-near-names").to_owned();
    let header =
        ["field-number", "column-name", "column-contact", "column-city", "column-phone", "column-state"];
    let mut rows = vec![header.map(|key| text.get(key).to_owned())];
    for client in clients {
        rows.push([
            client.number.clone(),
            client.name(),
            client.contact.name(),
            client.address.city.clone(),
            client.phone.shown(console.home),
            state(text, State::of(client, setup)).to_owned(),
        ]);
    }
    if clients.is_empty() {
        return Ok(());
    }
    let mut widths = [0; 6];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    for (number, row) in rows.iter().enumerate() {
        // The head is a row too.
        if number == exact + 1 {
            console.say(&near)?;
        }
        let cells: Vec<String> =
            row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}")).collect();
        console.say(cells.join("  ").trim_end())?;
    }
    Ok(())
}

pub(super) fn client(console: &mut Console, book: &Path, id: &str, json: bool) -> Result<Outcome, Failure> {
    let failed = Failure::book(book);
    let (_writer, reader) = store::open(book).map_err(&failed)?;
    let snapshot = reader.snapshot().map_err(&failed)?;
    let Some(client) = find(&snapshot, id).map_err(&failed)? else {
        return Err(Failure::Use(console.text.with("cli-no-client", &[("id", id.into())])));
    };
    let dossier = Dossier::of(&snapshot, client.id, true).map_err(&failed)?;
    let setup = snapshot.setup(console.home).map_err(&failed)?;
    if json {
        let view = ClientView::of(&client, &dossier, &setup);
        let object = serde_json::to_string(&view).map_err(std::io::Error::from)?;
        console.say(&object)?;
    } else {
        record(console, &setup, &client, &dossier)?;
    }
    Ok(Outcome::Done)
}

/// The client with this id, else with this number.
fn find(snapshot: &Snapshot, id: &str) -> Result<Option<Client>, StoreError> {
    if let Ok(id) = id.parse::<u64>()
        && let Some(client) = snapshot.get(id)?
    {
        return Ok(Some(client));
    }
    let mut named = None;
    snapshot.scan(Scan::Named(id), |client: Client| named = Some(client))?;
    Ok(named)
}

/// How many clients a book has.
pub(super) fn count(snapshot: &Snapshot) -> Result<u64, StoreError> {
    snapshot.count(Kind::Client)
}
