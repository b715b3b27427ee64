//! What a model draws a cell with: text, a name with its initials, a state, categories; all on the row's one baseline.

use std::ops::Range;

use egui::{Align, Color32, FontId, Painter, Rect, Ui, pos2};

use crate::ui::theme::{self, Tint, Tokens, regular, semibold, size, tokens};
use crate::ui::widgets::paint::{self, Line};
use crate::ui::widgets::{avatar, pill, status};

/// From the left of a name's cell to the name: the disc and a gap.
const AFTER_DISC: f32 = 36.0;

/// One cell to be drawn. Each method returns whether something had to be cut, for the grid to offer a tooltip.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    pub(super) ui: &'a Ui,
    /// Where to draw.
    pub rect: Rect,
    /// How its column is aligned.
    pub align: Align,
    /// The pointer is on it, and a click would open the row.
    pub inviting: bool,
}

impl Cell<'_> {
    /// The colours of the theme.
    pub fn tokens(&self) -> &'static Tokens {
        tokens(self.ui)
    }

    /// What it is drawn with; cut to the row.
    pub fn painter(&self) -> &Painter {
        self.ui.painter()
    }

    fn middle(&self) -> f32 {
        // Half a point up: the line under the row is its own.
        self.rect.center().y - 0.5
    }

    fn line(&self, text: &Line<'_>) -> bool {
        let x = match self.align {
            Align::Min => self.rect.left(),
            Align::Center => self.rect.center().x,
            Align::Max => self.rect.right(),
        };
        let line = text.clone().max(self.rect.width()).align(self.align);
        line.centred(self.painter(), x, self.middle()).elided
    }

    /// Text, aligned as its column.
    pub fn text(&self, text: &str, font: FontId, colour: Color32) -> bool {
        self.line(&Line::new(text, font, colour))
    }

    /// Text in which a search matched `marks`.
    pub fn marked(&self, text: &str, font: FontId, colour: Color32, marks: &[Range<usize>]) -> bool {
        self.line(&Line::new(text, font, colour).marks(marks, self.tokens()))
    }

    /// The name of a record with its initials; underlined when a click would open it.
    pub fn name(&self, name: &str, id: u64, marks: &[Range<usize>]) -> bool {
        let (tokens, painter) = (self.tokens(), self.painter());
        avatar::draw(painter, pos2(self.rect.left() + 13.0, self.middle()), name, id, 26.0, tokens);
        let room = self.rect.width() - AFTER_DISC;
        let font = semibold(size::BODY);
        let line = Line::new(name, font, tokens.text).max(room).marks(marks, tokens);
        let drawn = line.centred(painter, self.rect.left() + AFTER_DISC, self.middle());
        if self.inviting {
            paint::hair_x(painter, drawn.rect.x_range(), drawn.rect.bottom() - 1.0, tokens.muted);
        }
        drawn.elided
    }

    /// A small line under a name, as where a search matched something that no column shows.
    pub fn below_name(&self, text: &str, marks: &[Range<usize>]) -> bool {
        let tokens = self.tokens();
        let line = Line::new(text, regular(size::SMALL), tokens.muted)
            .max(self.rect.width() - AFTER_DISC)
            .marks(marks, tokens);
        line.centred(self.painter(), self.rect.left() + AFTER_DISC, self.middle()).elided
    }

    /// An action that stands among the rows: an icon and a line in the accent.
    pub fn action(&self, icon: &str, text: &str) -> bool {
        let accent = self.tokens().accent;
        let left = self.rect.left();
        paint::icon(self.painter(), pos2(left + 7.0, self.middle()), icon, 14.0, accent);
        let font = theme::medium(size::BODY);
        let line = Line::new(text, font, accent).max(self.rect.width() - 22.0);
        line.centred(self.painter(), left + 22.0, self.middle()).elided
    }

    /// A dot and a word.
    pub fn status(&self, word: &str, colour: Color32) -> bool {
        let left = pos2(self.rect.left(), self.middle());
        status::draw(self.painter(), left, word, colour, self.rect.width()).elided
    }

    /// As many pills as there is room for, then how many more there are.
    pub fn pills(&self, pills: &[(&str, Tint)]) -> bool {
        const GAP: f32 = 4.0;
        let painter = self.painter();
        let (mut x, mut elided) = (self.rect.left(), false);
        for (number, (text, tint)) in pills.iter().enumerate() {
            let after = pills.len().saturating_sub(number).saturating_sub(1);
            let more = format!("+{}", after.saturating_add(1));
            let rest = if after > 0 { GAP + pill::width(painter, &more) } else { 0.0 };
            let room = self.rect.right() - x;
            if number > 0 && pill::width(painter, text) + rest > room {
                pill::draw(painter, pos2(x, self.middle()), &more, self.tokens().tint(5), room);
                return true;
            }
            let drawn = pill::draw(painter, pos2(x, self.middle()), text, *tint, room - rest);
            elided |= drawn.elided;
            x = drawn.rect.right() + GAP;
        }
        elided
    }
}
