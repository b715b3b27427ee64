//! A check box with its label.

use egui::accesskit::Role;
use egui::{Id, Rect, Response, Sense, Ui, Widget, WidgetInfo, vec2};

use super::paint::{self, Line};
use super::{ignore_held_keys, take};
use crate::ui::icons;
use crate::ui::theme::{regular, size, tokens};

/// How wide and high the box is.
pub const BOX: f32 = 16.0;
const GAP: f32 = 8.0;

/// The three faces of a check box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not checked.
    Off,
    /// Checked.
    On,
    /// Some of what it stands for.
    Some,
}

/// Draws the box alone.
pub fn draw(ui: &Ui, rect: Rect, mark: Mark) {
    let (tokens, painter) = (tokens(ui), ui.painter());
    let (fill, line) =
        if mark == Mark::Off { (tokens.surface, tokens.line_strong) } else { (tokens.accent, tokens.accent) };
    paint::boxed(painter, rect, 4, fill, paint::stroke(painter, 1.0, line));
    let sign = match mark {
        Mark::Off => return,
        Mark::On => icons::CHECK,
        Mark::Some => icons::MINUS,
    };
    paint::icon(painter, rect.center(), sign, 12.0, tokens.on_accent);
}

/// A check box that flips `on`; the response is `changed` when it did.
#[must_use = "shown by `ui.add`"]
pub struct Check<'a> {
    on: &'a mut bool,
    label: &'a str,
    name: &'a str,
    small: bool,
    id: Option<Id>,
}

impl<'a> Check<'a> {
    /// A box before its label.
    pub fn new(on: &'a mut bool, label: &'a str) -> Self {
        Self { on, label, name: label, small: false, id: None }
    }

    /// In small type, cut to the room there is: beside the label of a field.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Called so by readers: where several of a page have the same label.
    pub fn named(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// A lasting id.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }
}

impl Widget for Check<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (font, ink, high, side) = if self.small {
            (regular(size::SMALL), tokens(ui).muted, size::SMALL_LINE, 14.0)
        } else {
            (regular(size::BODY), tokens(ui).text, size::BODY_LINE, BOX)
        };
        let label = Line::new(self.label, font, ink);
        let wide = (label.galley(ui.painter()).size().x + side + GAP).ceil().min(ui.available_width());
        ignore_held_keys(ui, self.id.unwrap_or_else(|| ui.next_auto_id()));
        let mut response = take(ui, vec2(wide, high), Sense::click(), self.id);
        if response.clicked() {
            *self.on = !*self.on;
            response.mark_changed();
        }
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *self.on, self.name));
        let (rect, painter) = (response.rect, ui.painter());
        let top = paint::snap(painter, rect.center().y - side / 2.0);
        let square = Rect::from_min_size(egui::pos2(rect.left(), top), vec2(side, side));
        draw(ui, square, if *self.on { Mark::On } else { Mark::Off });
        let left = square.right() + GAP;
        let drawn = label.max(rect.right() - left + 0.5).centred(painter, left, rect.center().y);
        paint::ring(ui, response.id, square, 4);
        if drawn.elided { response.on_hover_text(self.label) } else { response }
    }
}
