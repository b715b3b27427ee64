//! Initials on a tinted disc: what makes one name in a list found again at a glance.

use egui::{Align, Painter, Pos2, Response, Sense, Ui, Widget, vec2};

use super::paint::Line;
use super::take;
use crate::ui::theme::{Tokens, semibold, tokens};

/// The initials of a name: the first letters of its first two words that begin with one.
pub fn initials(name: &str) -> String {
    let first = name.split_whitespace().filter_map(|word| word.chars().next());
    first.filter(|letter| letter.is_alphabetic()).take(2).flat_map(char::to_uppercase).collect()
}

/// Draws the disc of a record, in the tint of its `id`, `across` points wide.
pub fn draw(painter: &Painter, centre: Pos2, name: &str, id: u64, across: f32, tokens: &Tokens) {
    let tint = tokens.tint(id);
    painter.circle_filled(centre, across / 2.0, tint.ground);
    let size = if across < 32.0 { 10.0 } else { 15.0 };
    let text = initials(name);
    Line::new(&text, semibold(size), tint.ink).align(Align::Center).centred(painter, centre.x, centre.y);
}

/// An avatar in a layout. It says nothing to readers: the name stands beside it.
#[must_use = "shown by `ui.add`"]
pub struct Avatar<'a> {
    name: &'a str,
    id: u64,
    across: f32,
}

impl<'a> Avatar<'a> {
    /// As in a row: 26 points.
    pub fn small(name: &'a str, id: u64) -> Self {
        Self { name, id, across: 26.0 }
    }

    /// As beside a page's title: 40 points.
    pub fn large(name: &'a str, id: u64) -> Self {
        Self { name, id, across: 40.0 }
    }
}

impl Widget for Avatar<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let response = take(ui, vec2(self.across, self.across), Sense::hover(), None);
        let centre = response.rect.center();
        draw(ui.painter(), centre, self.name, self.id, self.across, tokens(ui));
        response
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_those_of_two_words() {
        assert_eq!(initials("Boulangerie Lefèvre"), "BL");
        assert_eq!(initials("Cabinet & Girard Associés"), "CG");
        assert_eq!(initials("élan"), "É");
        assert_eq!(initials("3 Suisses"), "S");
        assert_eq!(initials("  "), "");
    }
}
