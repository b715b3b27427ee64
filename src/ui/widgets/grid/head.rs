//! The row of heads: titles, the order, the edges that are dragged, the box that selects all.
//!
//! One of the heads is a Tab stop, the others are reached from it with the arrows. With Ctrl an arrow takes the column along,
//! with Shift it makes it wider or narrower: whatever the mouse does here, the keys do.

use egui::accesskit::{Action, Role, SortDirection};
use egui::{
    Align, CursorIcon, EventFilter, Key, Modifiers, PointerButton, Rect, Response, Sense, Shape, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::columns::{Column, GAP, Sort, Spot, resized};
use super::frame::Frame;
use super::{Grid, GridEvent, GridState};
use crate::ui::keys::Gesture;
use crate::ui::theme::{medium, size, tokens};
use crate::ui::widgets::check::{self, BOX, Mark};
use crate::ui::widgets::paint::{self, Line};
use crate::ui::widgets::{bounds, ignore_held_keys, node};

pub(super) fn show(
    ui: &mut Ui,
    grid: &Grid<'_>,
    frame: &Frame,
    state: &mut GridState,
    events: &mut Vec<GridEvent>,
) {
    let id = frame.id.with("head");
    let head = frame.head;
    let builder = UiBuilder::new().scope_id(id).max_rect(head).accessibility_role(Role::Row);
    let mut row = ui.new_child(builder);
    row.set_min_size(head.size());
    node(ui, id, |node| {
        node.set_bounds(bounds(head));
        node.set_row_index(0);
    });
    let (tokens, painter) = (tokens(ui), ui.painter());
    painter.rect_filled(head, 0, tokens.sunken);
    paint::hair_x(painter, head.x_range(), head.top(), tokens.line);
    paint::hair_x(painter, head.x_range(), head.bottom(), tokens.line);
    if let Some((name, mark)) = grid.selects {
        all(&row, frame, name, mark, events);
    }
    arrows(ui, grid, frame, state, events);
    for (number, column) in grid.columns.iter().enumerate() {
        title(&row, grid, frame, (number, column), state, events);
    }
    for number in 0..grid.columns.len().saturating_sub(1) {
        edge(&row, grid, frame, number, (state, events));
    }
}

/// How far a key moves an edge, in points.
const STEP: f32 = 16.0;
/// So far above and below the heads a dragged one still comes to stand among them, in points.
const NEAR: f32 = 40.0;

/// Where the box of a row or of the head stands.
pub(super) fn box_in(ui: &Ui, row: Rect) -> Rect {
    let top = paint::snap(ui.painter(), row.center().y - 0.5 - BOX / 2.0);
    Rect::from_min_size(pos2(row.left() + 12.0, top), vec2(BOX, BOX))
}

fn all(row: &Ui, frame: &Frame, name: &str, mark: Mark, events: &mut Vec<GridEvent>) {
    let place = box_in(row, frame.head);
    let id = frame.id.with("all");
    ignore_held_keys(row, id);
    let response = row.interact(place.expand(6.0), id, Sense::click());
    if response.clicked() {
        events.push(GridEvent::All);
    }
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::CheckBox, row.is_enabled(), name);
        info.selected = match mark {
            Mark::Off => Some(false),
            Mark::On => Some(true),
            Mark::Some => None,
        };
        info
    });
    check::draw(row, place, mark);
    paint::ring(row, id, place, 4);
    response.on_hover_text(name);
}

/// The arrows lead from head to head, ↓ to the rows; with Ctrl they move the column, with Shift its right edge.
fn arrows(ui: &Ui, grid: &Grid<'_>, frame: &Frame, state: &mut GridState, events: &mut Vec<GridEvent>) {
    let last = grid.columns.len().saturating_sub(1);
    state.head = state.head.min(last);
    let id = frame.id.with(("column", state.head));
    state.in_head = ui.memory(|memory| memory.has_focus(id));
    if !state.in_head {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let (size, place, plain, down) = ui.input_mut(|input| {
        // Shift is looked for first: without it an arrow is taken whatever else is held.
        let mut steps = |gesture: Gesture| match gesture.count(input).as_slice() {
            [back, forth] => (*back, *forth),
            _ => (0, 0),
        };
        let (size, place) = (steps(Gesture::SizeColumn), steps(Gesture::MoveColumn));
        let mut plain = |key| input.count_and_consume_key(Modifiers::NONE, key);
        let plain = (plain(Key::ArrowLeft), plain(Key::ArrowRight));
        (size, place, plain, input.consume_key(Modifiers::NONE, Key::ArrowDown))
    });
    let at = state.head;
    let led = |(back, forth): (usize, usize)| at.saturating_sub(back).saturating_add(forth).min(last);
    if down {
        state.wants_focus = true;
    } else if size != (0, 0) {
        let steps = |steps: usize| f32::from(u8::try_from(steps).unwrap_or(u8::MAX));
        let wider = (steps(size.1) - steps(size.0)) * STEP;
        // The last column has no right edge of its own: the left one gives way.
        let (edge, by) = if at < last { (at, wider) } else { (at.saturating_sub(1), -wider) };
        events.push(GridEvent::Resized(resized(grid.columns, &frame.spots, edge, by)));
    } else if place != (0, 0) {
        if let Some(first) = grid.moves.filter(|first| at >= *first) {
            let to = led(place).max(first);
            if to != at {
                events.push(GridEvent::Moved { from: at, to });
                focus(ui, frame, state, to);
            }
        }
    } else if plain != (0, 0) {
        focus(ui, frame, state, led(plain));
    }
}

fn focus(ui: &Ui, frame: &Frame, state: &mut GridState, head: usize) {
    state.head = head;
    ui.memory_mut(|memory| memory.request_focus(frame.id.with(("column", head))));
}

fn title(
    row: &Ui,
    grid: &Grid<'_>,
    frame: &Frame,
    (number, column): (usize, &Column<'_>),
    state: &mut GridState,
    events: &mut Vec<GridEvent>,
) {
    let Some(spot) = frame.spots.get(number).copied() else { return };
    let head = frame.head;
    let left = head.left() + spot.left;
    let place = Rect::from_min_size(pos2(left, head.top()), vec2(spot.inner(), head.height()));
    let id = frame.id.with(("column", number));
    ignore_held_keys(row, id);
    let sense = if number == state.head { Sense::click() } else { Sense::CLICK };
    let movable = grid.moves.filter(|first| number >= *first);
    let sense = if movable.is_some() { sense | Sense::DRAG } else { sense };
    let response = row.interact(place, id, sense);
    if let Some(first) = movable {
        moved(row, frame, &response, number, first, events);
    }
    if response.clicked() {
        state.head = number;
        if column.sortable {
            events.push(GridEvent::Sort(number));
        }
    }
    node(row, id, |node| {
        node.set_role(Role::ColumnHeader);
        node.set_bounds(bounds(place));
        node.set_label(column.title);
        node.set_column_index(number);
        node.add_action(Action::Focus);
        if column.sortable {
            node.add_action(Action::Click);
        }
        match column.sort {
            Some(Sort::Up) => node.set_sort_direction(SortDirection::Ascending),
            Some(Sort::Down) => node.set_sort_direction(SortDirection::Descending),
            None => {}
        }
    });
    draw_title(row, place, column, &response);
    paint::ring(row, id, place.shrink2(vec2(0.0, 4.0)), 4);
}

/// A head that is dragged: a mark shows between which columns it would come to stand; let go, it does. Let go far from the
/// heads, or left by Escape, it stays where it was.
fn moved(
    row: &Ui,
    frame: &Frame,
    response: &Response,
    from: usize,
    first: usize,
    events: &mut Vec<GridEvent>,
) {
    let held = response.dragged() || response.drag_stopped();
    let Some(pointer) = response.interact_pointer_pos().filter(|_| held) else { return };
    let near = frame.head.y_range().expand(NEAR).contains(pointer.y);
    let gap = if near { gap_at(&frame.spots, pointer.x - frame.head.left(), first) } else { from };
    let to = if gap > from { gap.saturating_sub(1) } else { gap };
    if response.drag_stopped() {
        // Escape stops it too.
        if to != from && response.drag_stopped_by(PointerButton::Primary) {
            events.push(GridEvent::Moved { from, to });
        }
        return;
    }
    row.set_cursor_icon(CursorIcon::Grabbing);
    let after = || frame.spots.last().map_or(0.0, |spot| spot.left + spot.width);
    let left = frame.spots.get(gap).map_or_else(after, |spot| spot.left);
    if to != from {
        let x = paint::snap(row.painter(), frame.head.left() + left - GAP / 2.0);
        let mark = Rect::from_x_y_ranges(x - 1.0..=x + 1.0, frame.head.y_range().shrink(3.0));
        row.painter().rect_filled(mark, 1, tokens(row).accent);
    }
}

/// Before which column something let go at `x` comes to stand; none before the first that moves.
fn gap_at(spots: &[Spot], x: f32, first: usize) -> usize {
    spots.iter().take_while(|spot| spot.left + spot.inner() / 2.0 < x).count().max(first)
}

fn draw_title(row: &Ui, place: Rect, column: &Column<'_>, response: &Response) {
    let (tokens, painter) = (tokens(row), row.painter());
    let inviting = column.sortable && response.hovered();
    let ink = if inviting { tokens.text } else { tokens.muted };
    let sign = if column.sort.is_some() { 15.0 } else { 0.0 };
    let line = Line::new(column.title, medium(size::SMALL), ink);
    let line = line.max(place.width() - sign).align(column.align);
    let x = if column.align == Align::Max { place.right() } else { place.left() };
    let drawn = line.centred(painter, x, place.center().y + 0.5);
    if let Some(sort) = column.sort {
        let beside =
            if column.align == Align::Max { drawn.rect.left() - 9.0 } else { drawn.rect.right() + 9.0 };
        let (centre, up) = (pos2(beside, place.center().y + 0.5), sort == Sort::Up);
        let flip = if up { 1.0 } else { -1.0 };
        let corners = [vec2(-5.0, 4.0), vec2(0.0, -4.5), vec2(5.0, 4.0)];
        let corners = corners.map(|corner| centre + vec2(corner.x, corner.y * flip)).to_vec();
        painter.add(Shape::convex_polygon(corners, ink, Stroke::NONE));
    }
    if drawn.elided {
        response.clone().on_hover_text(column.title);
    }
    if inviting {
        row.set_cursor_icon(CursorIcon::PointingHand);
    }
}

/// The right edge of a column: dragged, it makes the column wider and those at its right narrower; Escape makes them again
/// what they were.
fn edge(
    row: &Ui,
    grid: &Grid<'_>,
    frame: &Frame,
    number: usize,
    (state, events): (&mut GridState, &mut Vec<GridEvent>),
) {
    let Some(spot) = frame.spots.get(number) else { return };
    let head = frame.head;
    let x = head.left() + spot.left + spot.width - 10.0;
    let place = Rect::from_center_size(pos2(x, head.center().y), vec2(10.0, head.height()));
    let response = row.interact(place, frame.id.with(("edge", number)), Sense::DRAG);
    if response.drag_started() {
        state.before = frame.spots.iter().map(|spot| spot.width).collect();
    }
    if response.drag_stopped() && !response.drag_stopped_by(PointerButton::Primary) {
        events.push(GridEvent::Resized(std::mem::take(&mut state.before)));
        return;
    }
    if !response.hovered() && !response.dragged() {
        return;
    }
    row.set_cursor_icon(CursorIcon::ResizeColumn);
    let line = place.y_range().shrink(8.0);
    paint::hair_y(row.painter(), x, line, tokens(row).faint);
    if let (true, Some(pointer)) = (response.dragged(), response.interact_pointer_pos()) {
        let delta = pointer.x - x;
        if delta.abs() >= 1.0 {
            events.push(GridEvent::Resized(resized(grid.columns, &frame.spots, number, delta)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_comes_to_stand_before_the_one_whose_middle_is_further() {
        // Middles without the gap: 104, 174, 264.
        let spot = |left, width| Spot { left, width };
        let spots = [spot(64.0, 100.0), spot(164.0, 40.0), spot(204.0, 140.0)];
        let gaps = [0.0, 103.0, 105.0, 173.0, 175.0, 263.0, 265.0, 900.0].map(|x| gap_at(&spots, x, 0));
        assert_eq!(gaps, [0, 0, 1, 1, 2, 2, 3, 3]);
        assert_eq!([0.0, 105.0, 175.0].map(|x| gap_at(&spots, x, 1)), [1, 1, 2]);
    }
}
