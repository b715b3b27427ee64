//! What the user does to the rows of a file before they are read.

use std::collections::{BTreeMap, BTreeSet};

use super::table::Row;
use crate::domain::client::ClientId;
use crate::domain::duplicate::Likeness;

/// What the user does to rows, by the line that they begin on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Cells that were typed over, by line and column.
    pub cells: BTreeMap<(u64, usize), String>,
    /// Rows that are not to be read.
    pub left_out: BTreeSet<u64>,
    /// Rows of which it is known whether they are the one whom they resemble.
    pub settled: BTreeMap<u64, Settled>,
}

/// Whether a row is whom it resembles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Whom it resembles.
    pub twin: Twin,
    /// It is the same, and completes it; else it is a client of its own.
    pub same: bool,
}

/// Somebody whom a new client is likely to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// Who.
    pub who: Resembled,
    /// Its name.
    pub name: String,
    /// By what they are alike.
    pub likeness: Likeness,
}

/// Who is resembled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resembled {
    /// A client of the book.
    Client(ClientId),
    /// A new client of the file, by the line that named it first.
    Line(u64),
}

impl Repairs {
    /// The row as it was repaired.
    pub fn apply(&self, row: Row) -> Row {
        let line = row.line;
        let mut cells = self.cells.range((line, 0)..=(line, usize::MAX)).peekable();
        if cells.peek().is_none() {
            return row;
        }
        row.with(cells.map(|((_, column), cell)| (*column, cell.as_str())))
    }

    /// What is known of whom a row resembles.
    pub fn settled(&self, line: u64) -> Option<&Settled> {
        self.settled.get(&line)
    }
}
