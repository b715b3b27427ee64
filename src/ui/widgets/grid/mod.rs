//! The client table and every table like it: a virtual grid of our own.
//!
//! egui's tables place rows at `row × height` in `f32`, which is two points off at a million, and give no table roles. Here
//! the position is a row number and a fraction of one; only visible rows are asked for and laid out; and grid, row,
//! column head and cell nodes are emitted with counts, indices and places, when somebody listens.
//!
//! The grid owns where it is ([`GridState`]); what the rows are is a [`GridModel`]; which are selected, how wide the columns
//! are and how they are ordered is the owner's, who is told by [`GridEvent`]s.

mod bar;
mod cell;
mod columns;
mod frame;
mod head;
mod keys;
mod position;
mod rows;

use std::borrow::Cow;
use std::ops::Range;

use egui::accesskit::Role;
use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

pub use self::cell::Cell;
pub use self::columns::{Column, Sort};
use self::columns::{EDGE, LEFT_WITH_CHECK, spots};
use self::frame::Frame;
use self::position::Position;
use super::check::Mark;
use super::{bounds, node};
use crate::ui::theme::{size, tokens};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A record: a cell in each column, and a box when rows can be selected.
    Record,
    /// One cell over all columns that opens wherever it is clicked: "Create …", "in a note: …".
    Full,
    /// One cell over all columns that parts the rows and cannot be reached.
    Heading,
}

/// The rows of a grid.
pub trait GridModel {
    /// How many rows there are.
    fn len(&self) -> usize;

    /// True when there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Called once a pass, before drawing, with the rows that will be drawn.
    fn prepare(&mut self, _rows: Range<usize>) {}

    /// What the row's widgets are known by: the record's own number, never the place. No two rows share one.
    fn id(&self, row: usize) -> u64;

    /// The accessible name of a row; for a spanning row also its tooltip when it is cut.
    fn name(&self, row: usize) -> Cow<'_, str>;

    /// What the row is.
    fn kind(&self, _row: usize) -> RowKind {
        RowKind::Record
    }

    /// Whether the row is selected.
    fn selected(&self, _row: usize) -> bool {
        false
    }

    /// Draws one cell; true when something had to be cut, and [`text`](Self::text) is owed as a tooltip.
    fn cell(&self, cell: &Cell<'_>, row: usize, column: usize) -> bool;

    /// All that a cell says, for readers and as a tooltip.
    fn text(&self, row: usize, column: usize) -> Cow<'_, str>;

    /// Draws a row that spans; true when something had to be cut.
    fn full(&self, _cell: &Cell<'_>, _row: usize) -> bool {
        false
    }
}

/// What the user asked for. Rows and columns are numbers from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum GridEvent {
    /// Open the row: Enter, a click on its name, a double click, a click on a spanning row.
    Open(usize),
    /// Select the row, or no longer.
    Toggle(usize),
    /// Select these rows and those between them, and no others.
    Range {
        /// Where the selection was begun; may be after `to`.
        from: usize,
        /// Where it was led.
        to: usize,
    },
    /// Select all rows, or none when all are.
    All,
    /// Order by this column, or the other way round when it is ordered by it.
    Sort(usize),
    /// A column was dragged to another place.
    Moved {
        /// Where it stands.
        from: usize,
        /// Where it shall stand, once it is taken out.
        to: usize,
    },
    /// These are the widths of all columns now; to be given back as the columns' wishes.
    Resized(Vec<f32>),
    /// A cell that does not open the row was clicked: a phone number to be copied.
    Cell {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
}

/// Where a grid is: kept by its owner from pass to pass.
#[derive(Clone, Debug, Default)]
pub struct GridState {
    position: Position,
    current: Option<usize>,
    anchor: Option<usize>,
    head: usize,
    grip: f32,
    /// A row to bring into view, and how many below it.
    reveal: Option<(usize, usize)>,
    wants_focus: bool,
    /// One of the heads has the focus.
    in_head: bool,
    /// The widths before an edge was dragged.
    before: Vec<f32>,
}

impl GridState {
    /// Whether one of the column heads has the focus.
    pub fn is_in_head(&self) -> bool {
        self.in_head
    }

    /// The current row: the one that Enter opens.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// Makes `row` current, or none.
    pub fn set_current(&mut self, row: Option<usize>) {
        self.current = row;
        self.anchor = row;
    }

    /// Scrolls no further than it must for all of `row` to be in view at the next pass.
    pub fn reveal(&mut self, row: usize) {
        self.reveal = Some((row, 0));
    }

    /// Makes `row` current and brings it into view.
    pub fn go_to(&mut self, row: usize) {
        self.current = Some(row);
        self.reveal(row);
    }

    /// The same, with some rows below it in view too: what lies over the foot of the grid does not lie over the row.
    pub fn go_to_above(&mut self, row: usize, below: usize) {
        self.current = Some(row);
        self.reveal = Some((row, below));
    }

    /// Back to the first row, none current: for other rows than before.
    pub fn reset(&mut self) {
        let head = self.head;
        *self = Self { head, ..Self::default() };
    }

    /// Gives the grid the focus at the next pass.
    pub fn request_focus(&mut self) {
        self.wants_focus = true;
    }

    /// The first visible row and how much of it is scrolled away, to come back to.
    pub fn place(&self) -> (usize, f64) {
        (self.position.top, self.position.fraction)
    }

    /// Comes back to a [`place`](Self::place); what lies beyond the rows is taken back to the last page.
    pub fn set_place(&mut self, (top, fraction): (usize, f64)) {
        self.position = Position { top, fraction: fraction.clamp(0.0, 1.0) };
    }
}

/// A grid. It takes all the room there is.
#[must_use = "shown by `show`"]
pub struct Grid<'a> {
    id: Id,
    name: &'a str,
    columns: &'a [Column<'a>],
    selects: Option<(&'a str, Mark)>,
    opens: Option<usize>,
    moves: Option<usize>,
    row: f32,
}

impl<'a> Grid<'a> {
    /// A grid of this accessible name. A click in the first column opens the row.
    pub fn new(id: Id, name: &'a str, columns: &'a [Column<'a>]) -> Self {
        Self { id, name, columns, selects: None, opens: Some(0), moves: None, row: size::ROW }
    }

    /// Rows can be selected: each has a box, and the head one of this name that stands for all.
    pub fn selects(mut self, name: &'a str, mark: Mark) -> Self {
        self.selects = Some((name, mark));
        self
    }

    /// The column in which one click opens the row, if there is one.
    pub fn opens(mut self, column: Option<usize>) -> Self {
        self.opens = column;
        self
    }

    /// The columns from this one on can be dragged to other places among themselves.
    pub fn moves(mut self, first: usize) -> Self {
        self.moves = Some(first);
        self
    }

    /// Rows of this height instead of 36.
    pub fn row_height(mut self, points: f32) -> Self {
        self.row = points;
        self
    }

    /// The id that has the focus when the grid has.
    pub fn id(&self) -> Id {
        self.id
    }

    /// Shows it; what was asked for comes in the order in which it was.
    pub fn show<M: GridModel>(self, ui: &mut Ui, state: &mut GridState, model: &mut M) -> Vec<GridEvent> {
        let rect = ui.available_rect_before_wrap();
        ui.advance_cursor_after_rect(rect);
        let mut events = Vec::new();
        let builder = UiBuilder::new()
            .scope_id(self.id)
            .max_rect(rect)
            .sense(Sense::click())
            .accessibility_role(Role::Grid)
            .accessibility_label(self.name);
        let mut inside = ui.new_child(builder);
        inside.set_clip_rect(rect.intersect(ui.clip_rect()));
        inside.set_min_size(rect.size());
        let frame = self.frame(&inside, rect, model.len());
        state.current = state.current.filter(|row| *row < frame.len);
        keys::take(&inside, &frame, state, model, &mut events);
        self.scroll(&inside, &frame, state);
        self.describe(&inside, &frame);
        head::show(&mut inside, &self, &frame, state, &mut events);
        let active = rows::show(&mut inside, &self, &frame, state, model, &mut events);
        bar::show(&inside, &frame, state);
        if let (true, Some(row)) = (frame.focused, active) {
            node(&inside, self.id, |node| node.set_active_descendant(row.accesskit_id()));
        }
        // A current row says by its own mark where the keyboard is.
        if frame.focused && frame.len > 0 && state.current.is_none() {
            let stroke = Stroke::new(2.0, tokens(&inside).accent);
            inside.painter().rect_stroke(rect, 0, stroke, StrokeKind::Inside);
        }
        state.wants_focus |= inside.response().clicked();
        drop(inside);
        // Only now: at its end the grid registers once more, sees a click on a row as one elsewhere, and would give the
        // focus away again.
        if std::mem::take(&mut state.wants_focus) {
            ui.memory_mut(|memory| memory.request_focus(self.id));
            if state.current.is_none() && frame.len > 0 {
                let top = state.position.top.min(frame.len.saturating_sub(1));
                state.current = keys::land(model, None, top);
            }
        }
        events
    }

    fn frame(&self, inside: &Ui, rect: Rect, len: usize) -> Frame {
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), size::HEAD));
        let body = Rect::from_min_max(pos2(rect.left(), head.bottom() + 1.0), rect.max);
        let left = if self.selects.is_some() { LEFT_WITH_CHECK } else { EDGE };
        Frame {
            id: self.id,
            rect,
            head,
            body,
            row: self.row,
            view: f64::from(body.height().max(0.0)) / f64::from(self.row.max(1.0)),
            len,
            spots: spots(self.columns, left, (rect.width() - left - EDGE).max(0.0)),
            checks: self.selects.is_some(),
            listened: inside.ctx().accesskit_node_builder(self.id, |_| ()).is_some(),
            focused: inside.memory(|memory| memory.has_focus(self.id)),
        }
    }

    fn scroll(&self, inside: &Ui, frame: &Frame, state: &mut GridState) {
        let mut rows = state.position.rows();
        if inside.rect_contains_pointer(frame.body) {
            let wheel = inside.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            rows -= f64::from(wheel / self.row.max(1.0));
        }
        state.position = Position::at(rows, frame.len, frame.view);
        if let Some((row, below)) = state.reveal.take() {
            let last = frame.len.saturating_sub(1);
            // A view lower than one row shows the row's top.
            let view = frame.view.max(1.0);
            let under = state.position.showing(row.saturating_add(below).min(last), frame.len, view);
            state.position = under.showing(row.min(last), frame.len, view);
        }
    }

    fn describe(&self, inside: &Ui, frame: &Frame) {
        node(inside, self.id, |node| {
            node.set_bounds(bounds(frame.rect));
            node.set_row_count(frame.len.saturating_add(1));
            node.set_column_count(self.columns.len());
            node.set_size_of_set(frame.len);
            if frame.checks {
                node.set_multiselectable();
            }
        });
    }
}
