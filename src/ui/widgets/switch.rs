//! A switch: an option that holds at once.

use egui::accesskit::Role;
use egui::{Align, Id, Response, Sense, Stroke, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint::{self, Line};
use super::{ignore_held_keys, take};
use crate::ui::theme::{medium, size, tokens};

const WIDTH: f32 = 34.0;
const HEIGHT: f32 = 20.0;

/// A label at the left and its switch at the right, as wide as there is room; the response is `changed` when it was flipped.
#[must_use = "shown by `ui.add`"]
pub struct Switch<'a> {
    on: &'a mut bool,
    label: &'a str,
    id: Option<Id>,
}

impl<'a> Switch<'a> {
    /// A switch for `on`.
    pub fn new(on: &'a mut bool, label: &'a str) -> Self {
        Self { on, label, id: None }
    }

    /// A lasting id.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }
}

impl Widget for Switch<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        ignore_held_keys(ui, self.id.unwrap_or_else(|| ui.next_auto_id()));
        let mut response = take(ui, vec2(ui.available_width(), HEIGHT), Sense::click(), self.id);
        if response.clicked() {
            *self.on = !*self.on;
            response.mark_changed();
        }
        response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *self.on, self.label));
        let (tokens, painter, rect) = (tokens(ui), ui.painter(), response.rect);
        let groove =
            egui::Align2([Align::Max, Align::Center]).align_size_within_rect(vec2(WIDTH, HEIGHT), rect);
        let fill = if *self.on { tokens.accent } else { tokens.faint };
        paint::boxed(painter, groove, 10, fill, Stroke::NONE);
        let knob = if *self.on { groove.right() - 10.0 } else { groove.left() + 10.0 };
        painter.circle_filled(pos2(knob, groove.center().y), 8.0, tokens.surface);
        let line = Line::new(self.label, medium(size::SMALL), tokens.muted).max(rect.width() - WIDTH - 8.0);
        let drawn = line.centred(painter, rect.left(), rect.center().y);
        paint::ring(ui, response.id, groove, 10);
        if drawn.elided { response.on_hover_text(self.label) } else { response }
    }
}
