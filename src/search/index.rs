//! The index: a base, what has gone from it, and a delta.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::Query;
use super::base::{Base, Sorted};
use super::block::{Block, Gathered};
use super::document::Document;
use super::known::{Known, Reminder};
use super::order::{Column, Order, Sort, Sortable};
use super::places::Whereabouts;
use super::reading::Reading;
use super::scan::rank;
use super::sieve::Sieve;
use super::state::{Counts, State};
use super::terms::{NEAR, NONE, RANKS, Rank, Terms};
use super::twins::Sought;
use crate::domain::client::{Client, ClientId};
use crate::domain::duplicate::{Likeness, Marks};
use crate::domain::fold::fold;
use crate::domain::setup::Setup;

/// The most twins that are named.
const TWINS: usize = 20;

/// How many changes a base bears before a merge is due, whatever its size.
const FEW: usize = 256;

/// Some clients, read. Parts can be made on several threads.
#[derive(Debug)]
pub struct Part {
    block: Block,
    reminders: Vec<Reminder>,
}

impl Part {
    /// Reads clients, each with what is known beside its record.
    pub fn of<'a>(clients: impl IntoIterator<Item = (&'a Client, Known<'a>)>, reading: &Reading) -> Self {
        let mut gathering = Gathering::new(reading);
        for (client, known) in clients {
            gathering.push(client, known);
        }
        gathering.finish()
    }
}

/// A part being made of clients that come one after the other, so that a large book need never be in memory.
#[derive(Debug)]
pub struct Gathering<'a> {
    reading: &'a Reading,
    gathered: Gathered,
    reminders: Vec<Reminder>,
}

impl<'a> Gathering<'a> {
    /// No clients yet.
    pub fn new(reading: &'a Reading) -> Self {
        Self { reading, gathered: Gathered::default(), reminders: Vec::new() }
    }

    /// Reads a client and what is known beside its record.
    pub fn push(&mut self, client: &Client, known: Known<'_>) {
        self.gathered.push(&Document::of(client, known, self.reading));
        self.reminders.extend(Reminder::of(known.notes));
    }

    /// All clients that were read.
    pub fn finish(self) -> Part {
        Part { block: self.gathered.finish(), reminders: self.reminders }
    }
}

/// A change of one client or of what is known beside its record: who, and how it now is; none if it is gone.
pub type Change<'a> = (ClientId, Option<(&'a Client, Known<'a>)>);

/// All clients, ready to be found. Cheap to clone; never changes.
#[derive(Clone, Debug)]
pub struct Index {
    reading: Arc<Reading>,
    base: Arc<Base>,
    /// How the clients of the base stand by their categories, under the names that these now have.
    categories: Arc<Order>,
    /// Places of the base that no longer count, in ascending order.
    gone: Vec<u32>,
    /// What was added or changed since the base was made, by id.
    delta: Vec<Arc<Document>>,
    counts: Counts,
    /// In ascending order.
    reminders: Arc<Vec<Reminder>>,
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
        let blocks: Vec<_> = parts.iter().map(|part| (&part.block, [].as_slice())).collect();
        let mut reminders: Vec<_> = parts.iter().flat_map(|part| &part.reminders).copied().collect();
        reminders.sort_unstable();
        Self::on(reading, Base::of(Block::join(&blocks)), Arc::new(reminders))
    }

    fn on(reading: Arc<Reading>, base: Base, reminders: Arc<Vec<Reminder>>) -> Self {
        let mut counts = Counts::default();
        base.block.states().iter().for_each(|state| counts.add(*state));
        let (base, categories) = (Arc::new(base), Arc::default());
        Self { reading, base, categories, gone: Vec::new(), delta: Vec::new(), counts, reminders }
    }

    /// The index after some changes. After thousands at once, as an import makes them, queries are slow until it is
    /// [`merged`](Self::merged).
    #[must_use]
    pub fn with<'a>(&self, changes: impl IntoIterator<Item = Change<'a>>) -> Self {
        let mut index = self.clone();
        let (mut changed, mut reminders) = (Vec::new(), Vec::new());
        for (id, now) in changes {
            index.forget(id);
            changed.push(id);
            if let Some((client, known)) = now {
                let document = Arc::new(Document::of(client, known, &index.reading));
                index.counts.add(document.state);
                let at = index.delta.partition_point(|other| other.id < id);
                index.delta.insert(at, document);
                reminders.extend(Reminder::of(known.notes));
            }
        }
        index.remind(changed, reminders);
        index
    }

    /// Puts the reminders of some clients in the place of those that they had.
    fn remind(&mut self, mut changed: Vec<ClientId>, new: Vec<Reminder>) {
        changed.sort_unstable();
        let is_changed = |reminder: &Reminder| changed.binary_search(&reminder.client).is_ok();
        if new.is_empty() && !self.reminders.iter().any(is_changed) {
            return;
        }
        let others = self.reminders.iter().filter(|reminder| !is_changed(reminder)).copied();
        let mut reminders: Vec<_> = others.chain(new).collect();
        reminders.sort_unstable();
        self.reminders = Arc::new(reminders);
    }

    /// The same index under another setup of the book, in microseconds; none if the clients must be read anew, because
    /// custom fields have other kinds or choices, or something else is wished of fields.
    pub fn under(&self, setup: &Setup) -> Option<Self> {
        if self.reading.setup() == setup {
            return Some(self.clone());
        }
        let reading = || Arc::new(self.reading.under(setup.clone()));
        let renamed = || Self { reading: reading(), categories: Arc::default(), ..self.clone() };
        self.reading.reads_alike(setup).then(renamed)
    }

    /// The setup that clients are read by.
    pub fn setup(&self) -> &Setup {
        self.reading.setup()
    }

    /// The notes that one is to be reminded of, those of the earliest day first.
    pub fn reminders(&self) -> &[Reminder] {
        &self.reminders
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
        let merged = Self::on(Arc::clone(&self.reading), base, Arc::clone(&self.reminders));
        self.sorted().made().for_each(|sort| merged.prepare(sort));
        merged.base.block.holdings().keep_up(self.base.block.holdings(), self.reading.setup());
        merged
    }

    fn sorted(&self) -> Sorted<'_> {
        self.base.sorted(&self.reading, &self.categories)
    }

    /// Makes an order ready that is otherwise made by the first query for it.
    pub fn prepare(&self, sort: Sort) {
        self.sorted().order(sort);
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

    /// How many of some clients are in a category.
    pub fn count_in(&self, category: u64, clients: impl Fn(ClientId) -> bool) -> usize {
        let places = self.base.block.holdings().category(category).iter();
        let there = places.filter(|place| self.gone.binary_search(place).is_err());
        let base = there.filter(|place| clients(self.base.block.id(**place as usize))).count();
        let beside = self.delta.iter().filter(|document| clients(document.id));
        base + beside.filter(|document| document.holding.categories.contains(&category)).count()
    }

    /// The countries, cities or French départements of the clients that are not archived, with how many are in each, in no
    /// order.
    pub fn whereabouts(&self, what: Whereabouts) -> Vec<(String, usize)> {
        let mut found: BTreeMap<String, (String, usize)> = BTreeMap::new();
        let mut count = |name: &str, clients: usize| {
            let key = if what == Whereabouts::City { fold(name) } else { name.to_owned() };
            found.entry(key).or_insert_with(|| (name.to_owned(), 0)).1 += clients;
        };
        let block = &self.base.block;
        let mut counts: Vec<bool> = block.states().iter().map(|state| !state.archived).collect();
        for place in &self.gone {
            counts.get_mut(*place as usize).into_iter().for_each(|counts| *counts = false);
        }
        let is_counted = |client: usize| counts.get(client) == Some(&true);
        block.holdings().places().each_of(what, is_counted, &mut count);
        for document in self.delta.iter().filter(|document| !document.state.archived) {
            let spot = &document.holding.spot;
            let name = match what {
                Whereabouts::Country => Some(spot.country()),
                Whereabouts::City => Some(spot.city()),
                Whereabouts::Department => spot.department(),
            };
            if let Some(name) = name.filter(|name| !name.is_empty()) {
                count(name, 1);
            }
        }
        found.into_values().collect()
    }

    /// All clients in the order of a column, archived ones among the others.
    pub(super) fn all(&self, sort: Sort) -> Vec<ClientId> {
        let mut classes = vec![0; self.base.block.len()];
        for place in &self.gone {
            classes.get_mut(*place as usize).into_iter().for_each(|class| *class = NONE);
        }
        let beside = self.delta.iter().map(|document| (0, &**document)).collect();
        let mut rows = Vec::with_capacity(classes.len());
        self.walk(sort, &classes, beside, |_, id| rows.push(id));
        rows
    }

    /// What it is made of: the clients of the base, the places of it that no longer count, and what stands beside it.
    pub(super) fn layers(&self) -> (&Block, &[u32], &[Arc<Document>]) {
        (&self.base.block, &self.gone, &self.delta)
    }

    /// Puts a wrong order in the place of one not made yet.
    #[cfg(test)]
    pub(super) fn spoil(&self, sort: Sort, places: Vec<u32>) {
        self.sorted().spoil(sort, places);
    }

    /// The clients that match a query, in the order of the table.
    pub fn find(&self, query: &Query) -> Found {
        let terms = Terms::of(&query.text);
        let has_text = !terms.is_empty();
        let sieve = Sieve::new(&query.filter, &self.reading);
        let mut classes = self.base.block.ranks(&terms, self.reading.labels(), &sieve);
        for place in &self.gone {
            if let Some(class) = classes.get_mut(*place as usize) {
                *class = NONE;
            }
        }
        // Without a text all that are admitted are of one class, and the order of the column is the answer.
        if has_text {
            for (class, state) in classes.iter_mut().zip(self.base.block.states()) {
                *class = class_of(*state, *class);
            }
        }
        let beside = self.delta.iter().filter(|document| {
            query.filter.admits_state(document.state, has_text) && sieve.admits(&document.holding)
        });
        let rank = |document: &Document| rank(document, &terms, &self.reading);
        let beside = beside.map(|document| (class_of(document.state, rank(document)), &**document));
        let beside = beside.filter(|(class, _)| *class != NONE).collect();
        let (exact, rows) = if has_text {
            self.in_order(query.sort, &classes, beside)
        } else {
            let mut rows = Vec::with_capacity(classes.len());
            self.walk(query.sort, &classes, beside, |_, id| rows.push(id));
            (rows.len(), rows)
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
        let order = self.sorted().order(sort);
        let mut walked = 0;
        let mut wanted = Vec::new();
        let mut put_base = |until, put: &mut _| {
            self.put_all(order.get(walked..until).unwrap_or_default(), classes, &mut wanted, put);
            walked = until;
        };
        for (until, class, document) in self.places_between(sort, order, beside) {
            put_base(until, &mut put);
            put(class, document.id);
        }
        put_base(order.len(), &mut put);
    }

    fn put_all(
        &self,
        places: &[u32],
        classes: &[Rank],
        wanted: &mut Vec<u32>,
        put: &mut impl FnMut(Rank, ClientId),
    ) {
        let class = |place: u32| classes.get(place as usize).copied().unwrap_or(NONE);
        select(places, |place| class(place) != NONE, wanted);
        for place in wanted {
            put(class(*place), self.base.block.id(*place as usize));
        }
    }

    /// The documents of the delta in order, each with the number of clients of the base that come before it.
    fn places_between<'a>(
        &'a self,
        sort: Sort,
        order: &[u32],
        beside: Vec<(Rank, &'a Document)>,
    ) -> impl Iterator<Item = (usize, Rank, &'a Document)> {
        let Sort { column, descending } = sort;
        let cells = self.sorted().cells(column);
        let block = &self.base.block;
        let sortable = move |place: u32| {
            let (name, id) = (block.key(place as usize, Column::Name), block.id(place as usize));
            Sortable { cell: Cow::Borrowed(cells.get(place)), name, id }
        };
        let mut beside: Vec<_> = beside
            .into_iter()
            .map(|(class, document)| (document.sortable(column, &self.reading), class, document))
            .collect();
        beside.sort_by(|(one, ..), (other, ..)| one.compare(other, descending));
        beside.into_iter().map(move |(here, class, document)| {
            let before = |place: &u32| sortable(*place).compare(&here, descending).is_lt();
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

/// Puts those that are wanted into a list, in their order. Each is written and kept or overwritten: which ones are wanted
/// cannot be foreseen, and a wrongly foreseen branch costs more than a write.
fn select(places: &[u32], wanted: impl Fn(u32) -> bool, list: &mut Vec<u32>) {
    list.clear();
    list.resize(places.len(), 0);
    let mut length = 0;
    for place in places {
        list.get_mut(length).into_iter().for_each(|slot| *slot = *place);
        length += usize::from(wanted(*place));
    }
    list.truncate(length);
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
