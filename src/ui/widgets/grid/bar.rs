//! The grid's scroll bar: of its own, because egui's reckons in points.

use egui::{Rect, Sense, Ui, pos2, vec2};

use super::GridState;
use super::frame::Frame;
use super::position::{Position, last, points, real};
use crate::ui::theme::tokens;

const LEAST_THUMB: f32 = 28.0;

/// Senses and draws the bar; dragging it beyond its end lands exactly on the last page.
pub(super) fn show(ui: &Ui, frame: &Frame, state: &mut GridState) {
    let end = last(frame.len, frame.view);
    if end <= 0.0 {
        return;
    }
    let body = frame.body;
    let track = Rect::from_min_max(pos2(body.right() - 12.0, body.top() + 2.0), body.max - vec2(2.0, 2.0));
    let share = points(frame.view / real(frame.len).max(1.0)).min(1.0);
    let thumb = (share * track.height()).max(LEAST_THUMB);
    let way = (track.height() - thumb).max(1.0);
    let bar = ui.interact(track, frame.id.with("bar"), Sense::DRAG | Sense::CLICK);
    let top = |position: Position| track.top() + points(position.rows() / end) * way;
    let held = bar.dragged() || bar.is_pointer_button_down_on();
    if let (true, Some(pointer)) = (held, bar.interact_pointer_pos()) {
        let (pressed, moved) =
            ui.input(|input| (input.pointer.primary_pressed(), input.pointer.delta().y.abs() > 0.0));
        let above = pointer.y - top(state.position);
        let on_thumb = (0.0..=thumb).contains(&above);
        if pressed {
            // Pressed beside the thumb, it jumps there and is held in its middle.
            state.grip = if on_thumb { above } else { thumb / 2.0 };
        }
        // Pressed on the thumb, nothing moves until the pointer does: one pixel may be thousands of rows.
        let leads = if pressed { !on_thumb } else { moved };
        if leads {
            let part = f64::from((pointer.y - state.grip - track.top()) / way).clamp(0.0, 1.0);
            state.position = Position::at(part * end, frame.len, frame.view);
        }
    }
    let on = bar.hovered() || held;
    let (tokens, wide) = (tokens(ui), if on { 8.0 } else { 6.0 });
    let colour = if on { tokens.faint } else { tokens.line_strong };
    let place = Rect::from_min_size(pos2(track.right() - wide, top(state.position)), vec2(wide, thumb));
    ui.painter().rect_filled(place, 4, colour);
}
