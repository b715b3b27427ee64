//! The grid's keys: taken out of the input before anything is drawn, so that the pass already shows what they did.

use egui::{EventFilter, Key, Modifiers, Ui};

use super::frame::Frame;
use super::position::whole;
use super::{GridEvent, GridModel, GridState, RowKind};
use crate::ui::keys::Gesture;

pub(super) fn take(
    ui: &Ui,
    frame: &Frame,
    state: &mut GridState,
    model: &impl GridModel,
    events: &mut Vec<GridEvent>,
) {
    if !frame.focused || frame.len == 0 {
        return;
    }
    // Else the arrows would move the focus to another widget.
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(frame.id, arrows));
    let before = state.current;
    let page = whole(frame.view).saturating_sub(1).max(1);
    // Shift is looked for first: without it a key is taken whatever else is held.
    let extended = moved(ui, Modifiers::SHIFT, before, frame.len, page);
    let plain = moved(ui, Modifiers::NONE, extended.or(before), frame.len, page);
    if let Some(row) = plain.or(extended).and_then(|to| land(model, before, to)) {
        state.go_to(row);
        if extended.is_some() && plain.is_none() {
            events.push(GridEvent::Range { from: state.anchor.unwrap_or(before.unwrap_or(row)), to: row });
            state.anchor = state.anchor.or(before);
        } else {
            state.anchor = Some(row);
        }
    }
    let (select_all, enter, space) = ui.input_mut(|input| {
        (Gesture::SelectAll.take(input), Gesture::OpenRow.take(input), Gesture::SelectRow.take(input))
    });
    if select_all && frame.checks {
        events.push(GridEvent::All);
    }
    if let Some(row) = state.current {
        if enter {
            events.push(GridEvent::Open(row));
        }
        if space && frame.checks && model.kind(row) == RowKind::Record {
            state.anchor = Some(row);
            events.push(GridEvent::Toggle(row));
        }
    }
}

/// Where the keys lead from `from`; nothing when none was pressed.
fn moved(ui: &Ui, modifiers: Modifiers, from: Option<usize>, len: usize, page: usize) -> Option<usize> {
    let last = len.saturating_sub(1);
    ui.input_mut(|input| {
        let mut count = |key| input.count_and_consume_key(modifiers, key);
        let (up, down) = (count(Key::ArrowUp), count(Key::ArrowDown));
        let (page_up, page_down) = (count(Key::PageUp), count(Key::PageDown));
        let (home, end) = (count(Key::Home) > 0, count(Key::End) > 0);
        let forth = down.saturating_add(page_down.saturating_mul(page));
        let back = up.saturating_add(page_up.saturating_mul(page));
        match (home, end, from) {
            (true, _, _) => Some(0),
            (false, true, _) => Some(last),
            _ if forth == 0 && back == 0 => None,
            // The first key makes a row current and moves no further.
            (_, _, None) => Some(0),
            (_, _, Some(from)) => Some(from.saturating_sub(back).saturating_add(forth).min(last)),
        }
    })
}

/// The row that can be current nearest to `to`: on in the way of the move, else back.
pub(super) fn land(model: &impl GridModel, from: Option<usize>, to: usize) -> Option<usize> {
    let reachable = |row: &usize| model.kind(*row) != RowKind::Heading;
    let up = from.is_some_and(|from| to < from);
    let mut after = to..model.len();
    let mut before = (0..=to).rev();
    if up {
        before.find(reachable).or_else(|| after.find(reachable))
    } else {
        after.find(reachable).or_else(|| before.find(reachable))
    }
}
