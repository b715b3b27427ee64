//! What screens are made of: plain functions and small builders that are given a `Ui` and return what happened.
//!
//! No widget knows a language, a colour or a book: words come from the caller, colours from [`theme`](super::theme). Every
//! control takes a place of fixed size, so that nothing on a page moves when its contents change, and has an accessible
//! name: the words it shows.

pub mod avatar;
pub mod button;
pub mod card;
pub mod check;
pub mod chip;
pub mod choice;
pub mod combo;
pub mod dialog;
pub mod disclosure;
pub mod emblem;
pub mod ends;
pub mod field;
pub mod grid;
pub mod keycap;
pub mod label;
pub mod menu;
pub mod nav;
pub mod paint;
pub mod picker;
pub mod pill;
pub mod scroll;
pub mod search_field;
pub mod segmented;
pub mod status;
pub mod switch;
pub mod tags;
pub mod toast;

use egui::accesskit::Node;
use egui::{Event, Id, Key, Rect, Response, Sense, Ui, Vec2};

/// Takes `size` in the layout and senses it, under `id` or else under one that depends on the place in the `Ui`.
fn take(ui: &mut Ui, size: Vec2, sense: Sense, id: Option<Id>) -> Response {
    let response = match id {
        Some(id) => {
            let (_, rect) = ui.allocate_space(size);
            ui.interact(rect, id, sense)
        }
        None => ui.allocate_exact_size(size, sense).1,
    };
    // Tab leads into what is scrolled away, too.
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response
}

/// Writes into the accessibility node of `id`, which has been registered by then; nothing is done when nobody listens.
pub(super) fn node(ui: &Ui, id: Id, write: impl FnOnce(&mut Node)) {
    ui.ctx().accesskit_node_builder(id, write);
}

/// A place in AccessKit's terms.
pub(super) fn bounds(rect: Rect) -> egui::accesskit::Rect {
    egui::accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    }
}

/// Before a button is drawn: a key that is held down presses a focused button once, not at every repetition.
///
/// Without this a held Ctrl+Enter would open a dialog and confirm it in one breath.
fn ignore_held_keys(ui: &Ui, id: Id) {
    if ui.memory(|memory| memory.has_focus(id)) {
        ui.input_mut(|input| {
            input.events.retain(|event| {
                !matches!(event, Event::Key { key: Key::Enter | Key::Space, pressed: true, repeat: true, .. })
            });
        });
    }
}
