//! A key drawn as a cap: `Ctrl N`. Only drawn; the control it belongs to tells readers its shortcut.

use egui::{Align, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::paint::{self, Line};
use crate::ui::theme::{medium, tokens};

const SIZE: f32 = 11.0;
const HEIGHT: f32 = 18.0;

/// How wide the cap of `text` is, in points.
pub fn width(ui: &Ui, text: &str) -> f32 {
    (paint::width(ui, text, medium(SIZE)) + 12.0).ceil()
}

/// Draws a cap whose right edge's middle is `right`; on the main button its colours are the button's.
pub fn keycap(ui: &Ui, right: Pos2, text: &str, on_accent: bool) {
    let (tokens, painter) = (tokens(ui), ui.painter());
    let size = vec2(width(ui, text), HEIGHT);
    let corner = pos2(right.x - size.x, paint::snap(painter, right.y - HEIGHT / 2.0));
    let rect = Rect::from_min_size(corner, size);
    let ink = if on_accent {
        paint::boxed(painter, rect, 4, tokens.on_accent.gamma_multiply(0.16), Stroke::NONE);
        tokens.on_accent
    } else {
        paint::boxed(painter, rect, 4, tokens.surface, paint::stroke(painter, 1.0, tokens.line));
        tokens.muted
    };
    let line = Line::new(text, medium(SIZE), ink).align(Align::Center);
    line.centred(painter, rect.center().x, rect.center().y);
}
