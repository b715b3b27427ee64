//! An entry of the left bar.

use egui::accesskit::{AriaCurrent, Role};
use egui::{Align, Color32, Id, Response, Sense, Stroke, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint::{self, Line};
use super::{ignore_held_keys, node, take};
use crate::ui::theme::{medium, semibold, size, tokens};

const HEIGHT: f32 = 34.0;
const MARGIN: f32 = 10.0;

/// A link to a page; the one that shows is marked, for eyes and for readers.
#[must_use = "shown by `ui.add`"]
pub struct Nav<'a> {
    icon: &'a str,
    label: &'a str,
    current: bool,
    quiet: bool,
    count: Option<&'a str>,
    id: Option<Id>,
}

impl<'a> Nav<'a> {
    /// An entry; `current` when its page shows.
    pub fn new(icon: &'a str, label: &'a str, current: bool) -> Self {
        Self { icon, label, current, quiet: false, count: None, id: None }
    }

    /// A smaller entry, as at the foot of the bar.
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// A count at its right end.
    pub fn count(mut self, count: &'a str) -> Self {
        self.count = Some(count);
        self
    }

    /// A lasting id.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }
}

impl Widget for Nav<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        ignore_held_keys(ui, self.id.unwrap_or_else(|| ui.next_auto_id()));
        let response = take(ui, vec2(ui.available_width(), HEIGHT), Sense::click(), self.id);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), self.label));
        node(ui, response.id, |node| {
            if self.current {
                node.set_aria_current(AriaCurrent::Page);
            }
            if let Some(count) = self.count {
                node.set_value(count);
            }
        });
        let (tokens, painter) = (tokens(ui), ui.painter());
        let rect = response.rect;
        let (fill, ink) = match (self.current, response.hovered()) {
            (true, _) => (tokens.selection.ground, tokens.selection.ink),
            (false, true) => (tokens.sunken, tokens.text),
            (false, false) => (Color32::TRANSPARENT, tokens.muted),
        };
        paint::boxed(painter, rect, size::CORNER, fill, Stroke::NONE);
        let middle = rect.center().y;
        paint::icon(painter, pos2(rect.left() + MARGIN + 8.0, middle), self.icon, 16.0, ink);
        let points = if self.quiet { size::SMALL } else { size::BODY };
        let font = if self.current { semibold(points) } else { medium(points) };
        let left = rect.left() + MARGIN + 27.0;
        let mut right = rect.right() - MARGIN;
        if let Some(count) = self.count {
            let amber = tokens.tint(2);
            let wide = super::pill::width(painter, count);
            right -= wide;
            super::pill::draw(painter, pos2(right, middle), count, amber, wide);
        }
        let line = Line::new(self.label, font, ink).align(Align::Min).max(right - left);
        let drawn = line.centred(painter, left, middle);
        paint::ring(ui, response.id, rect, size::CORNER);
        if drawn.elided { response.on_hover_text(self.label) } else { response }
    }
}
