//! The base of an index: a block that no longer changes, and the orders of the table.

use std::collections::BTreeMap;

use super::block::Block;
use super::flat::Flat;
use super::order::{Column, Order, Sort};
use super::reading::Reading;
use crate::domain::client::ClientId;

/// A block that no longer changes, and its orders, each made when first asked for. The order by categories is not among
/// them: it changes with their names.
#[derive(Debug)]
pub(super) struct Base {
    pub(super) block: Block,
    by_id: Vec<u32>,
    orders: [Order; Column::OF_CLIENTS],
    /// For each custom field that somebody has.
    custom: BTreeMap<u64, Order>,
}

impl Base {
    pub(super) fn of(block: Block) -> Self {
        let custom = block.holdings().fields().map(|field| (field, Order::default())).collect();
        Self { by_id: block.by_id(), orders: Default::default(), custom, block }
    }

    pub(super) fn place(&self, id: ClientId) -> Option<u32> {
        let at = self.by_id.binary_search_by_key(&id, |place| self.block.id(*place as usize));
        at.ok().and_then(|at| self.by_id.get(at)).copied()
    }

    /// A base as it is sorted: `reading` says how, and by `categories` it is kept how clients stand by their categories.
    pub(super) fn sorted<'a>(&'a self, reading: &'a Reading, categories: &'a Order) -> Sorted<'a> {
        Sorted { base: self, reading, categories }
    }
}

/// A base with what it is sorted by.
#[derive(Clone, Copy)]
pub(super) struct Sorted<'a> {
    base: &'a Base,
    reading: &'a Reading,
    categories: &'a Order,
}

impl<'a> Sorted<'a> {
    /// What the clients are compared by in a column.
    pub(super) fn cells(self, column: Column) -> Cells<'a> {
        let Base { block, custom, .. } = self.base;
        let keys = match column {
            Column::Categories => {
                let make = || block.holdings().category_keys(self.reading.labels(), block.len());
                Some(self.categories.keys.get_or_init(make))
            }
            Column::Custom(field) => custom.get(&field).map(|order| {
                let make = || block.holdings().custom_keys(field, self.reading);
                order.keys.get_or_init(make)
            }),
            _ => return Cells::OfClients(block, column),
        };
        Cells::Made(keys)
    }

    /// The places in an order of the table.
    pub(super) fn order(self, sort: Sort) -> &'a [u32] {
        let Sort { column, descending } = sort;
        let Some(order) = self.kept(column) else {
            // Nobody has a value, and all are tied.
            return self.order(Sort::default());
        };
        order.way(descending).get_or_init(|| {
            let tied = if column == Column::Name { &self.base.by_id } else { self.order(Sort::default()) };
            self.ordered(sort, tied)
        })
    }

    /// `tied` are the places as they come where the column does not tell.
    fn ordered(self, sort: Sort, tied: &[u32]) -> Vec<u32> {
        let cells = self.cells(sort.column);
        let (without, with): (Vec<u32>, Vec<u32>) =
            tied.iter().partition(|place| cells.get(**place).is_empty());
        let mut keyed: Vec<_> = with.into_iter().map(|place| (prefix(cells.get(place)), place)).collect();
        keyed.sort_by(|(prefix, place), (other_prefix, other)| {
            let compared = prefix.cmp(other_prefix).then_with(|| cells.get(*place).cmp(cells.get(*other)));
            if sort.descending { compared.reverse() } else { compared }
        });
        keyed.into_iter().map(|(_, place)| place).chain(without).collect()
    }

    /// Where the orders by a column are kept; none for a custom field that nobody has.
    fn kept(self, column: Column) -> Option<&'a Order> {
        match column {
            Column::Categories => Some(self.categories),
            Column::Custom(field) => self.base.custom.get(&field),
            _ => column.place().and_then(|place| self.base.orders.get(place)),
        }
    }

    #[cfg(test)]
    pub(super) fn spoil(self, sort: Sort, places: Vec<u32>) {
        self.kept(sort.column).unwrap().way(sort.descending).set(places).unwrap();
    }

    /// The orders that were asked for.
    pub(super) fn made(self) -> impl Iterator<Item = Sort> {
        let custom = self.base.custom.keys().map(|field| Column::Custom(*field));
        let sorts = Column::ALL
            .into_iter()
            .chain(custom)
            .flat_map(|column| [false, true].map(|descending| Sort { column, descending }));
        sorts.filter(move |sort| {
            self.kept(sort.column).is_some_and(|order| order.way(sort.descending).get().is_some())
        })
    }
}

/// What the clients are compared by in a column.
#[derive(Clone, Copy)]
pub(super) enum Cells<'a> {
    /// Read with them.
    OfClients(&'a Block, Column),
    /// Made when the column was first sorted by; none if nobody has a value.
    Made(Option<&'a Flat>),
}

impl<'a> Cells<'a> {
    pub(super) fn get(self, place: u32) -> &'a [u8] {
        match self {
            Self::OfClients(block, column) => block.key(place as usize, column),
            Self::Made(keys) => keys.map_or(&[], |keys| keys.get(place as usize)),
        }
    }
}

/// The first bytes of a key as a number that compares as they do.
fn prefix(key: &[u8]) -> u128 {
    let mut bytes = [0; 16];
    for (to, from) in bytes.iter_mut().zip(key) {
        *to = *from;
    }
    u128::from_be_bytes(bytes)
}
