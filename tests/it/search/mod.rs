//! The index against what a person expects to find, and against the plain scan.

mod afresh;
mod books;
mod changes;
mod elsewhere;
mod filters;
mod follow;
mod larger;
mod near_names;
mod oracle;
mod order;
mod twins;
mod what_matches;

use std::sync::Arc;

use chrono::NaiveDate;
use comptoir::domain::address::Address;
use comptoir::domain::attachment::{Attachment, Sha256};
use comptoir::domain::category::Category;
use comptoir::domain::client::{Client, ClientId, ClientKind, Contact, Status};
use comptoir::domain::duplicate::{Likeness, Marks};
use comptoir::domain::field::Field;
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::phone::Phone;
use comptoir::domain::record::Moment;
use comptoir::domain::setup::{HOME, Setup};
use comptoir::search::{
    Change, Column, Condition, Counts, CustomFilter, Filter, FoundIn, Index, Known, Part, Place, Query,
    Reading, Reminder, Sort, State, StateFilter, Whereabouts, found_in,
};

fn reading() -> Arc<Reading> {
    Arc::new(Reading::new("fr", Setup::new(HOME)))
}

fn phone(typed: &str) -> Phone {
    Phone::parse(typed, "FR")
}

fn company(id: u64, name: &str) -> Client {
    Client { id: ClientId(id), number: format!("{id:04}"), company: name.into(), ..Client::default() }
}

fn individual(id: u64, first: &str, last: &str) -> Client {
    let (kind, company) = (ClientKind::Individual, String::new());
    Client { kind, company, first_name: first.into(), last_name: last.into(), ..company_of(id) }
}

fn company_of(id: u64) -> Client {
    company(id, "")
}

fn note(id: u64, client: u64, day: u32, text: &str) -> Note {
    let date = NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    Note {
        id,
        client: ClientId(client),
        date,
        kind: NoteKind::Note,
        text: text.into(),
        pinned: false,
        remind: None,
    }
}

fn categories(named: &[(u64, &str)]) -> Vec<Category> {
    let of = |(id, name): &(u64, &str)| Category { id: *id, name: (*name).into(), ..Category::default() };
    named.iter().map(of).collect()
}

fn file(id: u64, client: u64, name: &str) -> Attachment {
    let (name, sha256) = (name.to_owned(), Sha256("ab".repeat(32)));
    Attachment { id, client: ClientId(client), note: None, name, size: 1, sha256, added: Moment(0) }
}

fn notes(notes: &[Note]) -> Known<'_> {
    Known { notes, ..Known::default() }
}

fn part(clients: &[(Client, Vec<Note>)], reading: &Reading) -> Part {
    Part::of(clients.iter().map(|(client, about)| (client, notes(about))), reading)
}

fn index(clients: &[(Client, Vec<Note>)]) -> Index {
    let reading = reading();
    Index::join(Arc::clone(&reading), &[part(clients, &reading)])
}

/// A client as it now is.
fn now<'a>(client: &'a Client, about: &'a [Note]) -> Change<'a> {
    (client.id, Some((client, notes(about))))
}

fn without_notes(clients: Vec<Client>) -> Vec<(Client, Vec<Note>)> {
    clients.into_iter().map(|client| (client, Vec::new())).collect()
}

/// The ids that are found as typed, in order.
fn found(clients: &[(Client, Vec<Note>)], query: &Query) -> Vec<u64> {
    let found = index(clients).find(query);
    found.rows[..found.exact].iter().map(|id| id.0).collect()
}

/// The ids of the near names, in order.
fn near(clients: &[(Client, Vec<Note>)], query: &Query) -> Vec<u64> {
    let found = index(clients).find(query);
    found.rows[found.exact..].iter().map(|id| id.0).collect()
}

fn found_by_text(clients: Vec<Client>, text: &str) -> Vec<u64> {
    found(&without_notes(clients), &Query::text(text))
}

/// The order of names in a language.
fn by_name<'a>(language: &str, names: &[&'a str]) -> Vec<&'a str> {
    let clients: Vec<_> = names.iter().zip(1..).map(|(name, id)| (company(id, name), Vec::new())).collect();
    let reading = Arc::new(Reading::new(language, Setup::new(HOME)));
    let index = Index::join(Arc::clone(&reading), &[part(&clients, &reading)]);
    index.find(&Query::default()).rows.iter().map(|id| names[usize::try_from(id.0).unwrap() - 1]).collect()
}
