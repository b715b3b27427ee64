//! The visible rows: laid out near zero whatever their number, with the nodes that readers and tests find them by.

use egui::accesskit::{Action, Role};
use egui::{Align, CursorIcon, Id, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

use super::cell::Cell;
use super::columns::EDGE;
use super::frame::Frame;
use super::head::box_in;
use super::position::points;
use super::{Grid, GridEvent, GridModel, GridState, RowKind};
use crate::ui::theme::tokens;
use crate::ui::widgets::check::{self, Mark};
use crate::ui::widgets::{bounds, node, paint};

/// One row in this pass.
struct Row<'a> {
    grid: &'a Grid<'a>,
    frame: &'a Frame,
    number: usize,
    id: Id,
    kind: RowKind,
    rect: Rect,
    clip: Rect,
    selected: bool,
    current: bool,
}

/// Shows the rows; returns the node of the current one when it is in view.
pub(super) fn show<M: GridModel>(
    ui: &mut Ui,
    grid: &Grid<'_>,
    frame: &Frame,
    state: &mut GridState,
    model: &mut M,
    events: &mut Vec<GridEvent>,
) -> Option<Id> {
    let (body, top) = (frame.body, state.position.top);
    let clip = body.intersect(ui.clip_rect());
    let first = paint::snap(ui.painter(), body.top() - points(state.position.fraction) * frame.row);
    let mut places = Vec::new();
    let mut y = first;
    for number in top..frame.len {
        if y >= body.bottom() {
            break;
        }
        places.push((number, Rect::from_min_size(pos2(body.left(), y), vec2(body.width(), frame.row))));
        y += frame.row;
    }
    model.prepare(top..top.saturating_add(places.len()));
    let mut active = None;
    for (number, rect) in places {
        let row = Row {
            grid,
            frame,
            number,
            id: frame.id.with(("row", model.id(number))),
            kind: model.kind(number),
            rect,
            clip,
            selected: model.selected(number),
            current: state.current == Some(number),
        };
        if row.current {
            active = Some(row.id);
        }
        row.show(ui, state, model, events);
    }
    active
}

impl Row<'_> {
    fn show<M: GridModel>(&self, ui: &mut Ui, state: &mut GridState, model: &M, events: &mut Vec<GridEvent>) {
        // Not `Sense::click()`, which is also focusable: every row would be a Tab stop.
        let builder = UiBuilder::new()
            .scope_id(self.id)
            .max_rect(self.rect)
            .sense(if self.kind == RowKind::Heading { Sense::HOVER } else { Sense::CLICK })
            .accessibility_role(Role::Row);
        let mut row = ui.new_child(builder);
        row.set_clip_rect(self.clip);
        row.set_min_size(self.rect.size());
        let response = row.response();
        self.describe(&row, model);
        let pointed = self.pointed(&response);
        self.ground(&row, response.hovered());
        if self.frame.checks && self.kind == RowKind::Record {
            self.check(&row, state, model, events);
        }
        self.cells(&row, &response, pointed, state, model, events);
        self.clicked(&row, &response, pointed, state, events);
    }

    /// The column under the pointer, when it is on this row.
    fn pointed(&self, response: &Response) -> Option<usize> {
        let at = response.interact_pointer_pos().or_else(|| response.hover_pos())?;
        self.frame.column_at(at.x)
    }

    fn opens(&self, column: Option<usize>) -> bool {
        match self.kind {
            RowKind::Full => true,
            RowKind::Record => column.is_some() && column == self.grid.opens,
            RowKind::Heading => false,
        }
    }

    fn describe(&self, row: &Ui, model: &impl GridModel) {
        if !self.frame.listened {
            return;
        }
        node(row, self.id, |node| {
            node.set_bounds(bounds(self.rect.intersect(self.clip)));
            node.set_label(model.name(self.number).as_ref());
            node.set_row_index(self.number.saturating_add(1));
            node.set_position_in_set(self.number);
            node.set_size_of_set(self.frame.len);
            if self.kind != RowKind::Heading {
                node.set_selected(self.selected);
                node.add_action(Action::Click);
            }
        });
    }

    fn ground(&self, row: &Ui, hovered: bool) {
        let (tokens, painter, rect) = (tokens(row), row.painter(), self.rect);
        let fill = match self.kind {
            RowKind::Heading => Some(tokens.sunken),
            _ if self.selected || self.current => Some(tokens.selection.ground),
            _ if hovered => Some(tokens.hover),
            _ => None,
        };
        if let Some(fill) = fill {
            painter.rect_filled(rect, 0, fill);
        }
        paint::hair_x(painter, rect.x_range(), rect.bottom() - 1.0, tokens.line);
        if self.current && self.frame.focused {
            let mark = Rect::from_min_size(rect.min, vec2(3.0, rect.height() - 1.0));
            painter.rect_filled(mark, 0, tokens.accent);
        }
    }

    fn check(&self, row: &Ui, state: &mut GridState, model: &impl GridModel, events: &mut Vec<GridEvent>) {
        let place = box_in(row, self.rect);
        // Of a row that only begins to show, the box may not show at all.
        if !place.intersect(self.clip).is_positive() {
            return;
        }
        let id = self.id.with("check");
        let response = row.interact(place.expand(8.0), id, Sense::CLICK);
        if response.clicked() {
            if let (true, Some(from)) = (row.input(|input| input.modifiers.shift), state.anchor) {
                events.push(GridEvent::Range { from, to: self.number });
            } else {
                state.anchor = Some(self.number);
                events.push(GridEvent::Toggle(self.number));
            }
            state.current = Some(self.number);
            state.wants_focus = true;
        }
        check::draw(row, place, if self.selected { Mark::On } else { Mark::Off });
        if self.frame.listened {
            response.widget_info(|| {
                let name = model.name(self.number);
                egui::WidgetInfo::selected(Role::CheckBox, row.is_enabled(), self.selected, name)
            });
            node(row, id, |node| node.set_bounds(bounds(place.intersect(self.clip))));
        }
    }

    /// What is drawn in the row: `(column, place, alignment)` of each cell; one of all the room when it spans.
    fn places(&self) -> Vec<(usize, Rect, Align)> {
        let (rect, spots) = (self.rect, &self.frame.spots);
        if self.kind != RowKind::Record {
            let first = spots.first().map_or(EDGE, |spot| spot.left);
            // A heading stands at the left of all, over the boxes.
            let left = if self.kind == RowKind::Heading { 12.0 } else { first };
            let place = Rect::from_min_max(pos2(rect.left() + left, rect.top()), rect.max - vec2(EDGE, 0.0));
            return vec![(0, place, Align::Min)];
        }
        let cells = self.grid.columns.iter().zip(spots).enumerate();
        cells
            .map(|(number, (column, spot))| {
                let corner = pos2(rect.left() + spot.left, rect.top());
                (number, Rect::from_min_size(corner, vec2(spot.inner(), rect.height())), column.align)
            })
            .collect()
    }

    fn cells(
        &self,
        row: &Ui,
        response: &Response,
        pointed: Option<usize>,
        state: &mut GridState,
        model: &impl GridModel,
        events: &mut Vec<GridEvent>,
    ) {
        let spans = self.kind != RowKind::Record;
        for (column, rect, align) in self.places() {
            let inviting = response.hovered() && self.opens(pointed) && (spans || pointed == Some(column));
            if inviting {
                row.set_cursor_icon(CursorIcon::PointingHand);
            }
            let cell = Cell { ui: row, rect, align, inviting };
            let elided =
                if spans { model.full(&cell, self.number) } else { model.cell(&cell, self.number, column) };
            if elided && response.hovered() {
                let text = if spans { model.name(self.number) } else { model.text(self.number, column) };
                let id = self.id.with(("tip", column));
                row.interact(rect, id, Sense::hover()).on_hover_text(text.as_ref());
            }
            if self.frame.listened && !spans {
                self.describe_cell(row, column, rect, state, model, events);
            }
        }
    }

    fn describe_cell(
        &self,
        row: &Ui,
        column: usize,
        rect: Rect,
        state: &mut GridState,
        model: &impl GridModel,
        events: &mut Vec<GridEvent>,
    ) {
        let id = self.id.with(("cell", column));
        row.interact(rect, id, Sense::hover());
        node(row, id, |node| {
            node.set_role(Role::GridCell);
            node.set_label(model.text(self.number, column).as_ref());
            node.set_column_index(column);
            node.set_row_index(self.number.saturating_add(1));
            node.set_bounds(bounds(rect.intersect(self.clip)));
            node.add_action(Action::Click);
        });
        if row.is_enabled() && row.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
            self.act(Some(column), state, events);
        }
    }

    fn clicked(
        &self,
        row: &Ui,
        response: &Response,
        pointed: Option<usize>,
        state: &mut GridState,
        events: &mut Vec<GridEvent>,
    ) {
        if self.kind == RowKind::Heading || !response.clicked() {
            return;
        }
        let held = row.input(|input| input.modifiers);
        let record = self.kind == RowKind::Record && self.frame.checks;
        if record && held.command {
            state.current = Some(self.number);
            state.anchor = Some(self.number);
            events.push(GridEvent::Toggle(self.number));
        } else if record && held.shift {
            let from = state.anchor.or(state.current).unwrap_or(self.number);
            state.anchor = Some(from);
            state.current = Some(self.number);
            events.push(GridEvent::Range { from, to: self.number });
        } else if response.double_clicked() {
            events.push(GridEvent::Open(self.number));
        } else {
            self.act(pointed, state, events);
        }
        state.wants_focus = true;
    }

    /// A plain click: on the name it opens, elsewhere it makes the row current and is told.
    fn act(&self, column: Option<usize>, state: &mut GridState, events: &mut Vec<GridEvent>) {
        state.current = Some(self.number);
        state.anchor = Some(self.number);
        if self.opens(column) {
            events.push(GridEvent::Open(self.number));
        } else if let Some(column) = column {
            events.push(GridEvent::Cell { row: self.number, column });
        }
    }
}
