//! A state: a dot and a word, because a colour alone tells nothing to some.

use egui::accesskit::Role;
use egui::{Color32, Painter, Pos2, Response, Sense, Ui, Widget, WidgetInfo, vec2};

use super::paint::{self, Drawn, Line};
use super::take;
use crate::ui::theme::{medium, regular, size, tokens};

const DOT: f32 = 7.0;
const TEXT: f32 = 13.0;

/// Draws dot and word from `left`, at most `max` wide.
pub fn draw(painter: &Painter, left: Pos2, word: &str, colour: Color32, max: f32) -> Drawn {
    painter.circle_filled(left + vec2(DOT / 2.0, 0.0), DOT / 2.0, colour);
    let line = Line::new(word, medium(size::SMALL), colour).max(max - TEXT);
    line.centred(painter, left.x + TEXT, left.y)
}

/// A state in a layout.
#[must_use = "shown by `ui.add`"]
pub struct Status<'a> {
    word: &'a str,
    dot: Color32,
    ink: Option<Color32>,
}

impl<'a> Status<'a> {
    /// Dot and word in one colour.
    pub fn new(word: &'a str, colour: Color32) -> Self {
        Self { word, dot: colour, ink: Some(colour) }
    }

    /// A coloured dot before a muted word, as in the left bar.
    pub fn quiet(word: &'a str, dot: Color32) -> Self {
        Self { word, dot, ink: None }
    }
}

impl Widget for Status<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let room = ui.available_width();
        let wide = (paint::width(ui, self.word, medium(size::SMALL)) + TEXT).ceil().min(room);
        let response = take(ui, vec2(wide, size::SMALL_LINE), Sense::hover(), None);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.word));
        let left = response.rect.left_center();
        let drawn = if let Some(colour) = self.ink {
            draw(ui.painter(), left, self.word, colour, wide + 0.5)
        } else {
            ui.painter().circle_filled(left + vec2(DOT / 2.0, 0.0), DOT / 2.0, self.dot);
            let room = wide - TEXT + 0.5;
            let line = Line::new(self.word, regular(size::SMALL), tokens(ui).muted).max(room);
            line.centred(ui.painter(), left.x + TEXT, left.y)
        };
        if drawn.elided { response.on_hover_text(self.word) } else { response }
    }
}
