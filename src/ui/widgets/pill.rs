//! A category: its name on a soft ground, fully round.

use egui::accesskit::Role;
use egui::{Painter, Pos2, Rect, Response, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint::{self, Line};
use super::take;
use crate::ui::theme::{Tint, medium, size};

const PADDING: f32 = 9.0;

/// How wide the pill of `text` is, in whole points.
pub fn width(painter: &Painter, text: &str) -> f32 {
    let line = Line::new(text, medium(size::SMALL), egui::Color32::PLACEHOLDER);
    (line.galley(painter).size().x + 2.0 * PADDING).round()
}

/// Draws a pill whose left edge's middle is `left`, at most `max` wide; returns its place and whether it was cut.
pub fn draw(painter: &Painter, left: Pos2, text: &str, tint: Tint, max: f32) -> paint::Drawn {
    let wide = width(painter, text).min(max.floor());
    let top = paint::snap(painter, left.y - size::CHIP / 2.0);
    let rect = Rect::from_min_size(pos2(left.x, top), vec2(wide.max(0.0), size::CHIP));
    painter.rect_filled(rect, size::CHIP / 2.0, tint.ground);
    // Half a point of grace: the width was rounded.
    let room = wide - 2.0 * PADDING + 0.5;
    let line = Line::new(text, medium(size::SMALL), tint.ink).max(room);
    let drawn = line.centred(painter, rect.left() + PADDING, rect.center().y);
    paint::Drawn { rect, elided: drawn.elided }
}

/// A pill in a layout.
#[must_use = "shown by `ui.add`"]
pub struct Pill<'a> {
    text: &'a str,
    tint: Tint,
}

impl<'a> Pill<'a> {
    /// A pill of this name and tint.
    pub fn new(text: &'a str, tint: Tint) -> Self {
        Self { text, tint }
    }
}

impl Widget for Pill<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let wide = width(ui.painter(), self.text).min(ui.available_width());
        let response = take(ui, vec2(wide, size::CHIP), Sense::hover(), None);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        let drawn = draw(ui.painter(), response.rect.left_center(), self.text, self.tint, wide);
        if drawn.elided { response.on_hover_text(self.text) } else { response }
    }
}
