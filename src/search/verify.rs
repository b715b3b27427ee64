//! An index held against one made afresh: what `check --full` and the tests compare.
//!
//! Clients are read once more, one after the other on one thread, each with its own look at what stands beside it, and laid out
//! anew; the orders are sorted anew from what each client is compared by. An index comes to the same by two threads, by
//! changes, merges and orders that are kept.

use std::collections::BTreeMap;

use super::block::{Block, Entry};
use super::document::Document;
use super::index::Index;
use super::known::{Known, Reminder};
use super::order::{Column, Sort};
use super::reading::Reading;
use super::state::Counts;
use crate::domain::client::{Client, ClientId};

/// What of an index is other than it would be if it were made now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discrepancy {
    /// What it knows of a client, or that there is one.
    Client(ClientId),
    /// An order of the table.
    Order(Sort),
    /// How many clients there are.
    Counts,
    /// What one is to be reminded of.
    Reminders,
    /// What it takes for the categories, the custom fields or the wishes of the book.
    Setup,
}

/// The clients of a book, read afresh.
#[derive(Debug)]
pub struct Afresh<'a> {
    reading: &'a Reading,
    documents: Vec<Document>,
    reminders: Vec<Reminder>,
}

impl<'a> Afresh<'a> {
    /// No clients yet.
    pub fn new(reading: &'a Reading) -> Self {
        Self { reading, documents: Vec::new(), reminders: Vec::new() }
    }

    /// Reads a client and what is known beside its record.
    pub fn push(&mut self, client: &Client, known: Known<'_>) {
        self.documents.push(Document::of(client, known, self.reading));
        self.reminders.extend(Reminder::of(known.notes));
    }

    /// Where an index says otherwise; nothing if it is as it should be.
    pub fn compare(mut self, index: &Index) -> Vec<Discrepancy> {
        let mut found = Vec::new();
        if index.setup() != self.reading.setup() {
            found.push(Discrepancy::Setup);
        }
        let mut counts = Counts::default();
        self.documents.iter().for_each(|document| counts.add(document.state));
        if index.counts() != counts {
            found.push(Discrepancy::Counts);
        }
        self.reminders.sort_unstable();
        if index.reminders() != self.reminders {
            found.push(Discrepancy::Reminders);
        }
        found.extend(self.clients(index).into_iter().map(Discrepancy::Client));
        found.extend(self.orders(index).into_iter().map(Discrepancy::Order));
        found
    }

    /// Whom the index knows otherwise, or alone knows, or does not know.
    fn clients(&self, index: &Index) -> Vec<ClientId> {
        let afresh = Block::of(self.documents.iter().map(Of));
        let wanted: BTreeMap<ClientId, Entry<'_>> = by_id(afresh.entries());
        let (base, gone, beside) = index.layers();
        let delta = Block::of(beside.iter());
        let is_there = |(place, _): &(u32, Entry<'_>)| gone.binary_search(place).is_err();
        let known = (0..).zip(base.entries()).filter(is_there).map(|(_, entry)| entry);
        let known: Vec<Entry<'_>> = known.chain(delta.entries()).collect();
        let twice = known.len();
        let known = by_id(known);
        let ids: std::collections::BTreeSet<&ClientId> = wanted.keys().chain(known.keys()).collect();
        let mut found: Vec<ClientId> =
            ids.into_iter().filter(|id| wanted.get(id) != known.get(id)).copied().collect();
        if twice != known.len() {
            // Somebody stands there twice: whoever it is, nobody stands for it.
            found.push(ClientId::NEW);
        }
        found
    }

    /// The orders in which the index has the clients otherwise.
    fn orders(&self, index: &Index) -> Vec<Sort> {
        let custom = self.reading.setup().fields().iter().map(|field| Column::Custom(field.id));
        let columns = Column::ALL.into_iter().chain(custom);
        let sorts = columns.flat_map(|column| [false, true].map(|descending| Sort { column, descending }));
        let is_other = |sort: &Sort| {
            let rows = self.documents.iter().map(|one| one.sortable(sort.column, self.reading));
            let mut rows: Vec<_> = rows.collect();
            rows.sort_by(|one, other| one.compare(other, sort.descending));
            !index.all(*sort).iter().eq(rows.iter().map(|row| &row.id))
        };
        sorts.filter(is_other).collect()
    }
}

/// A document, to be laid out.
struct Of<'a>(&'a Document);

impl AsRef<Document> for Of<'_> {
    fn as_ref(&self) -> &Document {
        self.0
    }
}

fn by_id<'a>(entries: impl IntoIterator<Item = Entry<'a>>) -> BTreeMap<ClientId, Entry<'a>> {
    entries.into_iter().map(|entry| (entry.id, entry)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::setup::{HOME, Setup};

    const NOTHING: Known<'_> = Known { notes: &[], attachments: &[] };

    fn company(id: u64, name: &str) -> Client {
        Client { id: ClientId(id), company: name.into(), ..Client::default() }
    }

    fn reading() -> Arc<Reading> {
        Arc::new(Reading::new("fr", Setup::new(HOME)))
    }

    fn index(clients: &[Client]) -> Index {
        let reading = reading();
        let part = super::super::Part::of(clients.iter().map(|client| (client, NOTHING)), &reading);
        Index::join(reading, &[part])
    }

    /// What a check says of an index of a book with these clients.
    fn said(index: &Index, clients: &[Client]) -> Vec<Discrepancy> {
        let reading = reading();
        let mut afresh = Afresh::new(&reading);
        for client in clients {
            afresh.push(client, NOTHING);
        }
        afresh.compare(index)
    }

    fn three() -> [Client; 3] {
        [company(1, "Asie"), company(2, "Bolido"), company(3, "Cactus")]
    }

    #[test]
    fn an_index_that_is_right_is_said_nothing_of() {
        assert_eq!(said(&index(&three()), &three()), []);
        let changed = company(2, "Zèbre");
        let index = index(&three()).with([(ClientId(2), Some((&changed, NOTHING))), (ClientId(1), None)]);
        let now = [changed, company(3, "Cactus")];
        assert_eq!(said(&index, &now), []);
        assert_eq!(said(&index.merged(), &now), []);
    }

    #[test]
    fn one_wrong_entry_is_found_in_the_base_and_beside_it() {
        let wrong = Client { website: "a.example".into(), ..company(2, "Bolido") };
        let [one, right, three] = three();
        let book = [one.clone(), right, three.clone()];
        assert_eq!(said(&index(&[one, wrong.clone(), three]), &book), [Discrepancy::Client(ClientId(2))]);
        let beside = index(&book).with([(ClientId(2), Some((&wrong, NOTHING)))]);
        assert_eq!(said(&beside, &book), [Discrepancy::Client(ClientId(2))]);
    }

    #[test]
    fn one_too_few_or_too_many_is_found_and_changes_counts_and_orders() {
        let few = said(&index(&three()[..2]), &three());
        assert_eq!(few[..2], [Discrepancy::Counts, Discrepancy::Client(ClientId(3))]);
        assert_eq!(few.len(), 2 + 2 * Column::ALL.len());
        let many = said(&index(&three()), &three()[..2]);
        assert_eq!(many[..2], few[..2]);
    }

    #[test]
    fn a_wrong_order_is_found_by_its_column_and_way() {
        let index = index(&three());
        let sort = Sort { column: Column::City, descending: true };
        index.spoil(sort, vec![1, 0, 2]);
        assert_eq!(said(&index, &three()), [Discrepancy::Order(sort)]);
    }

    #[test]
    fn another_setup_and_other_reminders_are_found() {
        let field =
            crate::domain::custom_field::CustomField { id: 1, name: "A".into(), ..Default::default() };
        let reading = Reading::new("fr", Setup::new(HOME).with(Vec::new(), vec![field]));
        let note = crate::domain::note::Note {
            id: 1,
            client: ClientId(1),
            date: chrono::NaiveDate::MIN,
            kind: crate::domain::note::NoteKind::Note,
            text: String::new(),
            pinned: false,
            remind: Some(chrono::NaiveDate::MAX),
        };
        let mut afresh = Afresh::new(&reading);
        afresh.push(&company(1, "Asie"), Known { notes: &[note], attachments: &[] });
        let said = afresh.compare(&index(&[company(1, "Asie")]));
        assert_eq!(said, [Discrepancy::Setup, Discrepancy::Reminders]);
    }
}
