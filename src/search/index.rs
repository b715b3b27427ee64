//! The index: a base, what has gone from it, and a delta.

use std::sync::{Arc, OnceLock};

use super::Query;
use super::block::{Block, Gathered};
use super::document::Document;
use super::order::{Column, Sort};
use super::reading::Reading;
use super::scan::rank;
use super::state::{Counts, State};
use super::terms::{NEAR, NONE, RANKS, Rank, Terms};
use super::twins::Sought;
use crate::domain::client::{Client, ClientId};
use crate::domain::duplicate::{Likeness, Marks};
use crate::domain::note::Note;

/// The most twins that are named.
const TWINS: usize = 20;

/// How many changes a base bears before a merge is due, whatever its size.
const FEW: usize = 256;

/// Some clients, read. Parts can be made on several threads.
#[derive(Debug)]
pub struct Part(Block);

impl Part {
    /// Reads clients, each with the notes about it.
    pub fn of(clients: &[(Client, Vec<Note>)], reading: &Reading) -> Self {
        let mut gathering = Gathering::new(reading);
        for (client, notes) in clients {
            gathering.push(client, notes);
        }
        gathering.finish()
    }
}

/// A part being made of clients that come one after the other, so that a large book need never be in memory.
#[derive(Debug)]
pub struct Gathering<'a> {
    reading: &'a Reading,
    gathered: Gathered,
}

impl<'a> Gathering<'a> {
    /// No clients yet.
    pub fn new(reading: &'a Reading) -> Self {
        Self { reading, gathered: Gathered::default() }
    }

    /// Reads a client and the notes about it.
    pub fn push(&mut self, client: &Client, notes: &[Note]) {
        self.gathered.push(&Document::of(client, notes, self.reading));
    }

    /// All clients that were read.
    pub fn finish(self) -> Part {
        Part(self.gathered.finish())
    }
}

/// A change of one client or of its notes: who, and how it now is; none if it is gone.
pub type Change<'a> = (ClientId, Option<(&'a Client, &'a [Note])>);

/// All clients, ready to be found. Cheap to clone; never changes.
#[derive(Clone, Debug)]
pub struct Index {
    reading: Arc<Reading>,
    base: Arc<Base>,
    /// Places of the base that no longer count, in ascending order.
    gone: Vec<u32>,
    /// What was added or changed since the base was made, by id.
    delta: Vec<Arc<Document>>,
    counts: Counts,
}

/// The clients that match a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// All of them, in the order of the table: those who match as typed, then those whose names are near.
    pub rows: Vec<ClientId>,
    /// How many of the rows match as typed.
    pub exact: usize,
    /// How many clients there are, found or not.
    pub counts: Counts,
}

impl Found {
    /// How many match, near names too.
    pub fn total(&self) -> usize {
        self.rows.len()
    }

    /// The row of a client.
    pub fn position(&self, id: ClientId) -> Option<usize> {
        self.rows.iter().position(|row| *row == id)
    }
}

impl Index {
    /// An index of no clients.
    pub fn empty(reading: Arc<Reading>) -> Self {
        Self::join(reading, &[])
    }

    /// The index of all the clients that were read; each stands in one part, once.
    pub fn join(reading: Arc<Reading>, parts: &[Part]) -> Self {
        let parts: Vec<_> = parts.iter().map(|part| (&part.0, [].as_slice())).collect();
        Self::on(reading, Base::of(Block::join(&parts)))
    }

    fn on(reading: Arc<Reading>, base: Base) -> Self {
        let mut counts = Counts::default();
        base.block.states().iter().for_each(|state| counts.add(*state));
        Self { reading, base: Arc::new(base), gone: Vec::new(), delta: Vec::new(), counts }
    }

    /// The index after some changes. After thousands at once, as an import makes them, queries are slow until it is
    /// [`merged`](Self::merged).
    #[must_use]
    pub fn with<'a>(&self, changes: impl IntoIterator<Item = Change<'a>>) -> Self {
        let mut index = self.clone();
        for (id, now) in changes {
            index.forget(id);
            if let Some((client, notes)) = now {
                let document = Arc::new(Document::of(client, notes, &index.reading));
                index.counts.add(document.state);
                let at = index.delta.partition_point(|other| other.id < id);
                index.delta.insert(at, document);
            }
        }
        index
    }

    fn forget(&mut self, id: ClientId) {
        if let Ok(at) = self.delta.binary_search_by_key(&id, |document| document.id) {
            self.counts.take(self.delta.remove(at).state);
        } else if let Some(place) = self.base.place(id)
            && let Err(at) = self.gone.binary_search(&place)
        {
            self.gone.insert(at, place);
            self.counts.take(self.base.block.state(place as usize));
        }
    }

    /// Whether so much has changed that [`merged`](Self::merged) is worth its while.
    pub fn needs_merge(&self) -> bool {
        self.delta.len() + self.gone.len() > FEW + self.base.block.len() / FEW
    }

    /// The same index with nothing beside its base. Takes as long as some hundred queries: for a job.
    #[must_use]
    pub fn merged(&self) -> Self {
        let delta = Block::of(self.delta.iter());
        let base = Base::of(Block::join(&[(&self.base.block, &self.gone), (&delta, &[])]));
        for sort in self.base.orders_made() {
            base.order(sort);
        }
        Self::on(Arc::clone(&self.reading), base)
    }

    /// Makes an order ready that is otherwise made by the first query for it.
    pub fn prepare(&self, sort: Sort) {
        self.base.order(sort);
    }

    /// How many clients there are.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The state of a client; none if there is no such client.
    pub fn state(&self, id: ClientId) -> Option<State> {
        if let Ok(at) = self.delta.binary_search_by_key(&id, |document| document.id) {
            return self.delta.get(at).map(|document| document.state);
        }
        let place = self.base.place(id).filter(|place| self.gone.binary_search(place).is_err());
        place.map(|place| self.base.block.state(place as usize))
    }

    /// The clients that match a query, in the order of the table.
    pub fn find(&self, query: &Query) -> Found {
        let terms = Terms::of(&query.text);
        let admitted = |state: State| query.filter.admits(state, !terms.is_empty());
        let mut classes = self.base.block.ranks(&terms);
        for place in &self.gone {
            if let Some(class) = classes.get_mut(*place as usize) {
                *class = NONE;
            }
        }
        for (class, state) in classes.iter_mut().zip(self.base.block.states()) {
            *class = if admitted(*state) { class_of(*state, *class) } else { NONE };
        }
        let beside = self.delta.iter().filter(|document| admitted(document.state));
        let beside = beside.map(|document| (class_of(document.state, rank(document, &terms)), &**document));
        let beside = beside.filter(|(class, _)| *class != NONE).collect();
        // Without a text all that are admitted are of one class, and the order of the column is the answer.
        let (exact, rows) = if terms.is_empty() {
            let mut rows = Vec::with_capacity(classes.len());
            self.walk(query.sort, &classes, beside, |_, id| rows.push(id));
            (rows.len(), rows)
        } else {
            self.in_order(query.sort, &classes, beside)
        };
        Found { rows, exact, counts: self.counts }
    }

    /// Sorts by counting: the order of the base is walked once, and each client put behind those of its class. Says
    /// how many match as typed.
    fn in_order(
        &self,
        sort: Sort,
        classes: &[Rank],
        beside: Vec<(Rank, &Document)>,
    ) -> (usize, Vec<ClientId>) {
        let mut next = [0; CLASSES];
        for class in classes.iter().chain(beside.iter().map(|(class, _)| class)) {
            if let Some(count) = next.get_mut(usize::from(*class)) {
                *count += 1;
            }
        }
        let mut total = 0;
        for slot in &mut next {
            total += std::mem::replace(slot, total);
        }
        let exact = next.get(usize::from(NEAR_CLASS)).copied().unwrap_or(total);
        let mut rows = vec![ClientId::NEW; total];
        self.walk(sort, classes, beside, |class, id| {
            if let Some(slot) = next.get_mut(usize::from(class)) {
                rows.get_mut(*slot).into_iter().for_each(|row| *row = id);
                *slot += 1;
            }
        });
        (exact, rows)
    }

    /// Hands over all that have a class, in the order of a column.
    fn walk(
        &self,
        sort: Sort,
        classes: &[Rank],
        beside: Vec<(Rank, &Document)>,
        mut put: impl FnMut(Rank, ClientId),
    ) {
        let order = self.base.order(sort);
        let mut walked = 0;
        for (until, class, document) in self.places_between(sort, order, beside) {
            self.put_all(order.get(walked..until), classes, &mut put);
            put(class, document.id);
            walked = until;
        }
        self.put_all(order.get(walked..), classes, &mut put);
    }

    fn put_all(&self, order: Option<&[u32]>, classes: &[Rank], put: &mut impl FnMut(Rank, ClientId)) {
        for place in order.unwrap_or_default() {
            if let Some(class) = classes.get(*place as usize).filter(|class| **class != NONE) {
                put(*class, self.base.block.id(*place as usize));
            }
        }
    }

    /// The documents of the delta in order, each with the number of clients of the base that come before it.
    fn places_between<'a>(
        &self,
        sort: Sort,
        order: &[u32],
        mut beside: Vec<(Rank, &'a Document)>,
    ) -> impl Iterator<Item = (usize, Rank, &'a Document)> {
        let Sort { column, descending } = sort;
        beside.sort_by(|(_, one), (_, other)| {
            one.sortable(column).compare(&other.sortable(column), descending)
        });
        beside.into_iter().map(move |(class, document)| {
            let here = document.sortable(column);
            let before = |place: &u32| {
                self.base.block.sortable(*place as usize, column).compare(&here, descending).is_lt()
            };
            (order.partition_point(before), class, document)
        })
    }

    /// Other clients who are likely to be the same one, archived ones too, what is strongest first; at most twenty.
    pub fn twins(&self, marks: &Marks, except: ClientId) -> Vec<(ClientId, Likeness)> {
        let sought = Sought::of(marks);
        let block = &self.base.block;
        let base = block.twins(&sought).filter(|(place, _)| self.gone.binary_search(place).is_err());
        let base = base.map(|(place, likeness)| (block.id(place as usize), likeness));
        let delta = self.delta.iter().filter_map(|document| {
            let core = document.core.of_words(document.name.as_bytes());
            Some((document.id, sought.likeness(&document.marks, core)?))
        });
        let mut twins: Vec<_> = base.chain(delta).filter(|(id, _)| *id != except).collect();
        twins.sort_unstable_by_key(|(id, likeness)| (*likeness, *id));
        twins.dedup();
        twins.truncate(TWINS);
        twins
    }
}

/// Each rank, once more for the archived; then the near names, and those of the archived.
const CLASSES: usize = NEAR_CLASS as usize + 2;
const NEAR_CLASS: Rank = 2 * RANKS;

fn class_of(state: State, rank: Rank) -> Rank {
    match (rank, state.archived) {
        (NONE, _) => NONE,
        (NEAR, archived) => NEAR_CLASS + Rank::from(archived),
        (rank, false) => rank,
        (rank, true) => rank + RANKS,
    }
}

/// A block that no longer changes, and its orders, each made when first asked for.
#[derive(Debug)]
struct Base {
    block: Block,
    by_id: Vec<u32>,
    orders: [OnceLock<Vec<u32>>; 2 * Column::ALL.len()],
}

impl Base {
    fn of(block: Block) -> Self {
        Self { by_id: block.by_id(), block, orders: Default::default() }
    }

    fn place(&self, id: ClientId) -> Option<u32> {
        let at = self.by_id.binary_search_by_key(&id, |place| self.block.id(*place as usize));
        at.ok().and_then(|at| self.by_id.get(at)).copied()
    }

    fn order(&self, sort: Sort) -> &[u32] {
        let Sort { column, descending } = sort;
        let Some(made) = self.orders.get(2 * column.place() + usize::from(descending)) else { return &[] };
        made.get_or_init(|| {
            let tied = if column == Column::Name { &self.by_id } else { self.order(Sort::default()) };
            self.block.ordered(column, descending, tied)
        })
    }

    fn orders_made(&self) -> impl Iterator<Item = Sort> {
        let sorts = Column::ALL
            .into_iter()
            .flat_map(|column| [false, true].map(|descending| Sort { column, descending }));
        sorts.zip(&self.orders).filter(|(_, order)| order.get().is_some()).map(|(sort, _)| sort)
    }
}
