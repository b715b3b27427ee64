//! A large icon on a soft square: the sign of a page that has nothing to list.

use egui::{Rect, Sense, Ui, vec2};

use super::{paint, take};
use crate::ui::theme::{size, tokens};

/// Side of the square, in points.
const SIDE: f32 = 56.0;

/// Draws the emblem; it says nothing that the words below do not.
pub fn emblem(ui: &mut Ui, icon: &str) {
    let response = take(ui, vec2(SIDE, SIDE), Sense::hover(), None);
    let tint = tokens(ui).selection;
    let rect = Rect::from_center_size(response.rect.center(), vec2(SIDE, SIDE));
    ui.painter().rect_filled(rect, size::CORNER_DIALOG, tint.ground);
    paint::icon(ui.painter(), rect.center(), icon, 24.0, tint.ink);
}
