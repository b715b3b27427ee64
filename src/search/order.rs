//! Orders of the table: columns, and what rows are compared by.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::domain::client::ClientId;

/// A column that can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Name as shown.
    #[default]
    Name,
    /// Main contact; individuals have none.
    Contact,
    /// City.
    City,
    /// Telephone, or the mobile where there is none: E.164 first, then those that are not well formed, as typed.
    Phone,
    /// Number in this book: a code, digits by their value.
    Number,
    /// State: to check, to complete, active, archived.
    State,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Contact, Self::City, Self::Phone, Self::Number, Self::State];
    /// How many have bytes of their own to compare: all but the state.
    pub(super) const KEYED: usize = 5;

    /// Its place in [`Self::ALL`].
    pub(super) fn place(self) -> usize {
        match self {
            Self::Name => 0,
            Self::Contact => 1,
            Self::City => 2,
            Self::Phone => 3,
            Self::Number => 4,
            Self::State => 5,
        }
    }
}

/// An order of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Greatest first; who has no value comes last all the same.
    pub descending: bool,
}

/// What a row is compared by under some order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sortable<'a> {
    /// Key of the column; empty if there is no value.
    pub(super) cell: &'a [u8],
    /// Key of the name.
    pub(super) name: &'a [u8],
    pub(super) id: ClientId,
}

impl Sortable<'_> {
    pub(super) fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let cells = if descending { other.cell.cmp(self.cell) } else { self.cell.cmp(other.cell) };
        let none_last = |one: &[u8], other: &[u8]| one.is_empty().cmp(&other.is_empty());
        none_last(self.cell, other.cell)
            .then(cells)
            .then_with(|| none_last(self.name, other.name))
            .then_with(|| self.name.cmp(other.name))
            .then_with(|| self.id.cmp(&other.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_the_place_it_has_in_the_list() {
        let places: Vec<_> = Column::ALL.into_iter().map(Column::place).collect();
        assert_eq!(places, [0, 1, 2, 3, 4, 5]);
        assert_eq!(Column::ALL[Column::KEYED], Column::State);
    }
}
