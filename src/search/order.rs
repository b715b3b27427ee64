//! Orders of the table: columns, and what rows are compared by.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::flat::Flat;
use crate::domain::client::ClientId;

/// A column that can be sorted by.
///
/// As a text it is a key, remembered with the table and never renamed: `name`, `categories`, `custom.7`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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
    /// The first of a client's categories by name.
    Categories,
    /// A custom field, by id: numbers and amounts by value, days, yes before no, choices as they are offered, all else
    /// by the language.
    Custom(u64),
}

impl Column {
    /// Every column but the custom fields.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Contact, Self::City, Self::Phone, Self::Number, Self::State, Self::Categories];
    /// How many of the first ones have bytes to compare that are made when a client is read.
    pub(super) const KEYED: usize = 5;
    /// How many of the first ones depend on clients alone: neither on categories nor on custom fields.
    pub(super) const OF_CLIENTS: usize = 6;

    /// Its place in [`Self::ALL`]; none for a custom field.
    pub(super) fn place(self) -> Option<usize> {
        match self {
            Self::Name => Some(0),
            Self::Contact => Some(1),
            Self::City => Some(2),
            Self::Phone => Some(3),
            Self::Number => Some(4),
            Self::State => Some(5),
            Self::Categories => Some(6),
            Self::Custom(_) => None,
        }
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "name",
            Self::Contact => "contact",
            Self::City => "city",
            Self::Phone => "phone",
            Self::Number => "number",
            Self::State => "state",
            Self::Categories => "categories",
            Self::Custom(id) => return write!(f, "custom.{id}"),
        })
    }
}

impl From<Column> for String {
    fn from(column: Column) -> Self {
        column.to_string()
    }
}

/// A text that names no column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no column of clients")]
pub struct NoColumn(String);

impl FromStr for Column {
    type Err = NoColumn;

    fn from_str(key: &str) -> Result<Self, NoColumn> {
        let custom = key.strip_prefix("custom.").and_then(|id| id.parse().ok()).map(Self::Custom);
        let ready = || Self::ALL.into_iter().find(|column| column.to_string() == key);
        custom.or_else(ready).ok_or_else(|| NoColumn(key.to_owned()))
    }
}

impl TryFrom<String> for Column {
    type Error = NoColumn;

    fn try_from(key: String) -> Result<Self, NoColumn> {
        key.parse()
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

/// The clients of a base in the order of a column, up and down, each made when first asked for.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// What the clients are compared by, place by place, if that is not read with them.
    pub(super) keys: OnceLock<Flat>,
    pub(super) up: OnceLock<Vec<u32>>,
    pub(super) down: OnceLock<Vec<u32>>,
}

impl Order {
    pub(super) fn way(&self, descending: bool) -> &OnceLock<Vec<u32>> {
        if descending { &self.down } else { &self.up }
    }
}

/// What a row is compared by under some order.
#[derive(Clone, Debug)]
pub(super) struct Sortable<'a> {
    /// Key of the column; empty if there is no value.
    pub(super) cell: Cow<'a, [u8]>,
    /// Key of the name.
    pub(super) name: &'a [u8],
    pub(super) id: ClientId,
}

impl Sortable<'_> {
    pub(super) fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let cells = self.cell.cmp(&other.cell);
        let cells = if descending { cells.reverse() } else { cells };
        let none_last = |one: &[u8], other: &[u8]| one.is_empty().cmp(&other.is_empty());
        none_last(&self.cell, &other.cell)
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
        assert_eq!(places, [0, 1, 2, 3, 4, 5, 6].map(Some));
        assert_eq!(Column::ALL[Column::KEYED], Column::State);
        assert_eq!(Column::ALL[Column::OF_CLIENTS], Column::Categories);
        assert_eq!(Column::Custom(0).place(), None);
    }

    #[test]
    fn a_column_is_remembered_by_its_key() {
        for column in Column::ALL.into_iter().chain([0, 7, u64::MAX].map(Column::Custom)) {
            assert_eq!(column.to_string().parse(), Ok(column));
            let kept = serde_json::to_string(&column).unwrap();
            assert_eq!(serde_json::from_str::<Column>(&kept).unwrap(), column);
        }
        // As 01 kept it.
        assert_eq!(serde_json::from_str::<Column>(r#""contact""#).unwrap(), Column::Contact);
        assert_eq!(Column::Custom(7).to_string(), "custom.7");
        for key in ["", "Name", "custom.", "custom.x", "custom"] {
            assert_eq!(key.parse::<Column>(), Err(NoColumn(key.to_owned())), "{key}");
        }
    }
}
