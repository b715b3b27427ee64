//! The measures of one pass of a grid.

use egui::{Id, Rect};

use super::columns::Spot;

/// Where everything is in this pass.
pub(super) struct Frame {
    pub(super) id: Id,
    /// All of it.
    pub(super) rect: Rect,
    /// The row of heads.
    pub(super) head: Rect,
    /// What the rows scroll in.
    pub(super) body: Rect,
    /// The height of a row.
    pub(super) row: f32,
    /// How many rows the body shows, fractions included.
    pub(super) view: f64,
    /// How many rows there are.
    pub(super) len: usize,
    pub(super) spots: Vec<Spot>,
    /// Rows have a check box.
    pub(super) checks: bool,
    /// Somebody reads the accessibility tree.
    pub(super) listened: bool,
    /// The grid has the focus.
    pub(super) focused: bool,
}

impl Frame {
    /// Which column is at `x`.
    pub(super) fn column_at(&self, x: f32) -> Option<usize> {
        let x = x - self.rect.left();
        self.spots.iter().position(|spot| (spot.left..spot.left + spot.width).contains(&x))
    }
}
