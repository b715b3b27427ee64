//! The rows of the client table: which clients, and what is shown of those in view.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use crate::domain::category::Category;
use crate::domain::client::{Client, ClientId};
use crate::jobs::Beside;
use crate::search::{self, Column, Found, FoundIn, Query, State};
use crate::ui::ctx::{Ctx, HOME};
use crate::ui::show;
use crate::ui::widgets::check::Mark;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A client.
    Client(ClientId),
    /// Where the client above was found, if no column shows it.
    FoundIn(ClientId),
    /// "Similar names", above the clients whose names are near.
    Near,
    /// "Create …", below what was found.
    Create,
}

/// What the table shows of a client.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) contact: String,
    pub(super) city: String,
    pub(super) phone: String,
    pub(super) number: String,
    pub(super) state: State,
    /// Its categories, by name.
    pub(super) categories: Vec<Category>,
    /// The custom fields that have a column, as people write them.
    custom: Vec<(u64, String)>,
}

/// The rows, and what was read for those in view.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// What the rows were made for: query, revision, whether the index stood.
    made_for: Option<(Query, u64)>,
    /// All clients that were found. A row that is not among `first` is one of these, so that a hundred thousand rows are
    /// not laid out again at every change.
    found: Vec<ClientId>,
    /// How many of them match as typed; the names of the others are near.
    exact: usize,
    /// The row that says so, if there are others.
    near: Option<usize>,
    /// The rows of the first clients found, where some say what they were found in.
    first: Vec<Row>,
    /// How many clients `first` stands for.
    explained: usize,
    /// The last row offers to create what was looked for.
    create: bool,
    found_in: BTreeMap<ClientId, FoundIn>,
    shown: HashMap<ClientId, Shown>,
    /// The revision that `shown` was read at.
    read_at: u64,
    selected: BTreeSet<ClientId>,
    /// How many of those that are meant by all are selected.
    selected_here: usize,
    /// How often the selection may have changed: what is counted of it holds as long as this does.
    selections: u64,
}

/// So many matches are looked through for where they were found: more than are ever read.
const EXPLAINED: usize = 100;
/// So many rows are remembered for the next start.
const REMEMBERED: usize = 60;
/// So many rows are kept read.
const KEPT: usize = 2_000;

impl Rows {
    /// The rows shown last, until the index stands.
    pub(super) fn remembered(ids: Vec<ClientId>) -> Self {
        Self { exact: ids.len(), found: ids, ..Self::default() }
    }

    /// Reads everything anew at the next occasion.
    pub(super) fn forget(&mut self) {
        self.made_for = None;
        self.shown.clear();
    }

    /// Reads what is shown of clients anew: other columns show.
    pub(super) fn forget_shown(&mut self) {
        self.shown.clear();
    }

    /// Brings the rows up to date. Until the index stands the last ones stay.
    pub(super) fn refresh(&mut self, query: &Query, ctx: &Ctx<'_>) {
        if self.read_at != ctx.revision {
            self.shown.clear();
            self.read_at = ctx.revision;
        }
        let Some(index) = ctx.index else { return };
        if self.made_for.as_ref().is_some_and(|(made, revision)| made == query && *revision == ctx.revision) {
            return;
        }
        let Found { rows, exact, .. } = index.find(query);
        self.found = rows;
        self.exact = exact;
        self.selected.retain(|id| index.state(*id).is_some());
        self.count_selected();
        self.explain(query, ctx);
        self.create = !query.text.trim().is_empty();
        self.explained = if self.found_in.is_empty() { 0 } else { self.found.len().min(EXPLAINED) };
        self.first.clear();
        for id in self.found.iter().take(self.explained) {
            self.first.push(Row::Client(*id));
            if self.found_in.contains_key(id) {
                self.first.push(Row::FoundIn(*id));
            }
        }
        self.near = None;
        self.near = self.found.get(exact).and_then(|id| self.position(*id));
        self.made_for = Some((query.clone(), ctx.revision));
    }

    /// Looks where the first matches were found, if no column shows it.
    fn explain(&mut self, query: &Query, ctx: &Ctx<'_>) {
        self.found_in.clear();
        if query.text.trim().is_empty() {
            return;
        }
        let Some(snapshot) = ctx.snapshot() else { return };
        for id in self.found.iter().take(EXPLAINED) {
            let Ok(Some(client)) = snapshot.get::<Client>(id.0) else { continue };
            let beside = Beside::of(&snapshot, *id).unwrap_or_default();
            if let Some(found_in) = search::found_in(&client, beside.known(), ctx.setup, &query.text) {
                self.found_in.insert(*id, found_in);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.clients_end().saturating_add(usize::from(self.create))
    }

    /// The row after the last client.
    fn clients_end(&self) -> usize {
        let clients = self.first.len().saturating_add(self.found.len().saturating_sub(self.explained));
        clients.saturating_add(usize::from(self.near.is_some()))
    }

    pub(super) fn row(&self, number: usize) -> Option<Row> {
        match self.near.map(|near| number.cmp(&near)) {
            Some(Ordering::Equal) => Some(Row::Near),
            Some(Ordering::Greater) => self.row_beside(number.saturating_sub(1)),
            Some(Ordering::Less) | None => self.row_beside(number),
        }
    }

    /// The row that would have this number if none parted the near names from the others.
    fn row_beside(&self, number: usize) -> Option<Row> {
        match number.checked_sub(self.first.len()) {
            None => self.first.get(number).copied(),
            Some(after) => {
                let client = self.found.get(after.saturating_add(self.explained)).copied().map(Row::Client);
                let end = self.clients_end().saturating_sub(usize::from(self.near.is_some()));
                client.or_else(|| (self.create && number == end).then_some(Row::Create))
            }
        }
    }

    /// The clients in some rows.
    fn clients(&self, rows: Range<usize>) -> impl Iterator<Item = ClientId> {
        rows.filter_map(|number| if let Some(Row::Client(id)) = self.row(number) { Some(id) } else { None })
    }

    /// How many clients match as typed.
    pub(super) fn exact(&self) -> usize {
        self.exact
    }

    /// The first row that can be current.
    pub(super) fn first(&self) -> usize {
        usize::from(self.near == Some(0))
    }

    /// How many clients there are, with near names too.
    pub(super) fn total(&self) -> usize {
        self.found.len()
    }

    /// The row of a client.
    pub(super) fn position(&self, id: ClientId) -> Option<usize> {
        let first = self.first.iter().position(|row| *row == Row::Client(id));
        let row = first.or_else(|| {
            let after = self.found.iter().skip(self.explained).position(|found| *found == id)?;
            Some(after.saturating_add(self.first.len()))
        })?;
        Some(row.saturating_add(usize::from(self.near.is_some_and(|near| row >= near))))
    }

    /// The clients shown from a row on, for the next start.
    pub(super) fn shown_from(&self, top: usize) -> Option<Vec<ClientId>> {
        self.made_for.as_ref()?;
        Some(self.clients(top..top.saturating_add(REMEMBERED).min(self.len())).collect())
    }

    /// The name of a client that may not be among the rows.
    pub(super) fn name_of(id: ClientId, ctx: &Ctx<'_>) -> Option<String> {
        Some(ctx.snapshot()?.get::<Client>(id.0).ok()??.name())
    }

    pub(super) fn shown(&self, id: ClientId) -> Option<&Shown> {
        self.shown.get(&id)
    }

    pub(super) fn found_in(&self, id: ClientId) -> Option<&FoundIn> {
        self.found_in.get(&id)
    }

    /// Reads what is shown of the rows in view, once.
    pub(super) fn read(&mut self, rows: Range<usize>, ctx: &Ctx<'_>, columns: &[Column]) {
        let wanted: Vec<ClientId> = self.clients(rows).filter(|id| !self.shown.contains_key(id)).collect();
        if wanted.is_empty() {
            return;
        }
        if self.shown.len() > KEPT {
            self.shown.clear();
        }
        let Some(snapshot) = ctx.snapshot() else { return };
        for id in wanted {
            if let Ok(Some(client)) = snapshot.get::<Client>(id.0) {
                self.shown.insert(id, Shown::of(&client, ctx, columns));
            }
        }
    }

    /// The clients that are shown, in their order.
    pub(super) fn found(&self) -> &[ClientId] {
        &self.found
    }

    pub(super) fn is_selected(&self, id: ClientId) -> bool {
        self.selected.contains(&id)
    }

    /// How many clients are selected.
    pub(super) fn selected(&self) -> usize {
        self.selected.len()
    }

    /// A number that is another one after the selection has changed.
    pub(super) fn selections(&self) -> u64 {
        self.selections
    }

    /// Whom was selected, by id.
    pub(super) fn selection(&self) -> impl Iterator<Item = ClientId> {
        self.selected.iter().copied()
    }

    /// Selects nobody.
    pub(super) fn unselect(&mut self) {
        self.selected.clear();
        self.count_selected();
    }

    pub(super) fn toggle(&mut self, row: usize) {
        if let Some(Row::Client(id)) = self.row(row)
            && !self.selected.remove(&id)
        {
            self.selected.insert(id);
        }
        self.count_selected();
    }

    pub(super) fn select_range(&mut self, from: usize, to: usize) {
        self.selected = self.clients(from.min(to)..from.max(to).saturating_add(1)).collect();
        self.count_selected();
    }

    /// Whom one means by all: those who match as typed; those whose names are near if nobody does.
    fn meant(&self) -> &[ClientId] {
        self.found.get(..self.exact).filter(|exact| !exact.is_empty()).unwrap_or(&self.found)
    }

    /// Whether none, some or all of the clients that were meant are selected.
    pub(super) fn mark(&self) -> Mark {
        match self.selected_here {
            0 => Mark::Off,
            all if all == self.meant().len() => Mark::On,
            _ => Mark::Some,
        }
    }

    /// Counts anew how many of the clients that were meant are selected.
    fn count_selected(&mut self) {
        self.selections = self.selections.wrapping_add(1);
        self.selected_here = if self.selected.is_empty() {
            0
        } else {
            self.meant().iter().filter(|id| self.selected.contains(id)).count()
        };
    }

    /// Selects all that were meant, or none of them if all are; others stay as they are.
    pub(super) fn select_all(&mut self) {
        let meant = self.meant().to_vec();
        if self.mark() == Mark::On {
            for id in &meant {
                self.selected.remove(id);
            }
        } else {
            self.selected.extend(&meant);
        }
        self.count_selected();
    }
}

impl Shown {
    fn of(client: &Client, ctx: &Ctx<'_>, columns: &[Column]) -> Self {
        // Those of the book stand by name.
        let held = ctx.setup.categories().iter().filter(|category| client.categories.contains(&category.id));
        let custom = columns.iter().filter_map(|column| match column {
            Column::Custom(id) => Some((*id, show::custom(ctx, *id, client.custom.get(id)?))),
            _ => None,
        });
        Self {
            name: client.name(),
            contact: client.contact.name(),
            city: client.address.city.clone(),
            phone: client.shown_phone().shown(HOME),
            number: client.number.clone(),
            state: State::of(client, ctx.setup),
            categories: held.cloned().collect(),
            custom: custom.collect(),
        }
    }

    /// The value of a custom field, as people write it.
    pub(super) fn custom(&self, field: u64) -> &str {
        self.custom.iter().find(|(id, _)| *id == field).map_or("", |(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_where_it_is_said_to_be() {
        let ids = |ids: &[u64]| ids.iter().map(|id| ClientId(*id)).collect::<Vec<_>>();
        let client = |id| Row::Client(ClientId(id));
        let rows = Rows {
            found: ids(&[5, 6, 7, 8]),
            first: vec![client(5), Row::FoundIn(ClientId(5)), client(6)],
            explained: 2,
            create: true,
            ..Rows::default()
        };
        let shown = |rows: &Rows| (0..=rows.len()).map_while(|number| rows.row(number)).collect::<Vec<_>>();
        let all =
            [client(5), Row::FoundIn(ClientId(5)), client(6), client(7), client(8), Row::Create].to_vec();
        assert_eq!(shown(&rows), all);
        for near in 0..=4 {
            let rows = Rows { near: Some(near), ..rows_like(&rows) };
            let mut expected = all.clone();
            expected.insert(near, Row::Near);
            assert_eq!((shown(&rows), rows.len()), (expected.clone(), 7));
            for id in ids(&[5, 6, 7, 8]) {
                let at = expected.iter().position(|row| *row == Row::Client(id));
                assert_eq!(rows.position(id), at, "{id:?}, {near}");
            }
            assert_eq!(rows.first(), usize::from(near == 0));
        }
    }

    fn rows_like(rows: &Rows) -> Rows {
        Rows {
            found: rows.found.clone(),
            first: rows.first.clone(),
            explained: rows.explained,
            create: rows.create,
            ..Rows::default()
        }
    }

    #[test]
    fn all_are_those_who_match_as_typed_or_the_near_ones_if_nobody_does() {
        let found = vec![ClientId(1), ClientId(2), ClientId(3)];
        let mut rows = Rows { found: found.clone(), exact: 2, near: Some(2), ..Rows::default() };
        rows.select_all();
        assert_eq!((rows.selected(), rows.mark()), (2, Mark::On));
        rows.toggle(3);
        assert_eq!((rows.selected(), rows.mark()), (3, Mark::On));
        rows.select_all();
        assert!(rows.is_selected(ClientId(3)));
        assert_eq!((rows.selected(), rows.mark()), (1, Mark::Off));
        rows.toggle(0);
        assert_eq!(rows.mark(), Mark::Some);
        let mut rows = Rows { found, near: Some(0), ..Rows::default() };
        rows.select_all();
        assert_eq!((rows.selected(), rows.mark()), (3, Mark::On));
        rows.select_all();
        assert_eq!(rows.selected(), 0);
    }
}
