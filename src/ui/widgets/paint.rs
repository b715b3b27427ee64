//! Drawing that is crisp at any scale: text on a baseline, lines of whole pixels, the focus ring.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Id, Painter, Pos2, Rangef, Rect, Stroke, StrokeKind, Ui, pos2};

use crate::ui::theme::{self, Tokens, tokens};

/// One line of text, not yet placed.
#[derive(Clone)]
pub struct Line<'a> {
    text: &'a str,
    font: FontId,
    colour: Color32,
    max: f32,
    align: Align,
    marks: &'a [Range<usize>],
    mark: Option<&'static Tokens>,
}

/// Where a line was drawn, and whether all of it was.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// The place of the text.
    pub rect: Rect,
    /// True when it was cut and ends with an ellipsis: the whole is then owed as a tooltip.
    pub elided: bool,
}

impl<'a> Line<'a> {
    /// A line that runs to the right of where it is placed, as wide as it is.
    pub fn new(text: &'a str, font: FontId, colour: Color32) -> Self {
        Self { text, font, colour, max: f32::INFINITY, align: Align::Min, marks: &[], mark: None }
    }

    /// Cuts it to `max` points, with an ellipsis.
    #[must_use]
    pub fn max(mut self, max: f32) -> Self {
        self.max = max.max(0.0);
        self
    }

    /// Which of its points `x` is: left, middle or right.
    #[must_use]
    pub fn align(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// Marks what a search matched: byte ranges of the text, in order, none overlapping; others are left out.
    #[must_use]
    pub fn marks(mut self, marks: &'a [Range<usize>], tokens: &'static Tokens) -> Self {
        self.marks = marks;
        self.mark = Some(tokens);
        self
    }

    /// Lays it out; egui keeps what it laid out in the pass before.
    pub fn galley(&self, painter: &Painter) -> Arc<Galley> {
        let mut job = LayoutJob { break_on_newline: false, ..LayoutJob::default() };
        if self.max.is_finite() {
            job.wrap = TextWrapping::truncate_at_width(self.max);
        }
        let plain = TextFormat::simple(self.font.clone(), self.colour);
        let mut done = 0;
        if let Some(tokens) = self.mark {
            let marked = TextFormat {
                background: tokens.match_mark,
                ..TextFormat::simple(self.font.clone(), tokens.text)
            };
            for range in self.marks {
                if let (Some(before), Some(inside)) =
                    (self.text.get(done..range.start), self.text.get(range.clone()))
                {
                    append(&mut job, before, &plain);
                    append(&mut job, inside, &marked);
                    done = range.end;
                }
            }
        }
        append(&mut job, self.text.get(done..).unwrap_or_default(), &plain);
        painter.layout_job(job)
    }

    /// Draws it on a baseline.
    pub fn at(&self, painter: &Painter, x: f32, baseline: f32) -> Drawn {
        let galley = self.galley(painter);
        let width = galley.size().x;
        let left = match self.align {
            Align::Min => x,
            Align::Center => x - width / 2.0,
            Align::Max => x - width,
        };
        let rect = Rect::from_min_size(pos2(left, baseline - self::baseline(&galley)), galley.size());
        let elided = galley.elided;
        painter.galley(rect.min, galley, self.colour);
        Drawn { rect, elided }
    }

    /// Draws it with the middle of its capitals at `y`: what a row, a button or a pill wants.
    pub fn centred(&self, painter: &Painter, x: f32, y: f32) -> Drawn {
        self.at(painter, x, capital_baseline(painter, y, self.font.size))
    }
}

fn append(job: &mut LayoutJob, text: &str, format: &TextFormat) {
    if !text.is_empty() {
        job.append(text, 0.0, format.clone());
    }
}

/// The width of a line, in points.
pub fn width(ui: &Ui, text: &str, font: FontId) -> f32 {
    Line::new(text, font, Color32::PLACEHOLDER).galley(ui.painter()).size().x
}

/// From a galley's top to the baseline of its first row.
pub fn baseline(galley: &Galley) -> f32 {
    let first =
        galley.rows.first().and_then(|row| row.row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y));
    first.unwrap_or_default()
}

/// The baseline that puts the middle of the capitals at `y`, on a whole pixel.
///
/// Inter's capitals are 0.727 em high. Centring the line box instead leaves columns a pixel apart.
pub fn capital_baseline(painter: &Painter, y: f32, size: f32) -> f32 {
    snap(painter, y + 0.727 * size / 2.0)
}

/// The nearest whole pixel.
pub fn snap(painter: &Painter, points: f32) -> f32 {
    let scale = painter.pixels_per_point();
    (points * scale).round() / scale
}

/// An icon, its middle at `centre`; crisp at a `size` of 16.
pub fn icon(painter: &Painter, centre: Pos2, glyph: &str, size: f32, colour: Color32) {
    let galley = painter.layout_no_wrap(glyph.to_owned(), theme::icon(size), colour);
    let corner = centre - galley.rect.center().to_vec2();
    painter.galley(pos2(snap(painter, corner.x), snap(painter, corner.y)), galley, colour);
}

/// A stroke of `points`, in whole pixels and at least one: at a scale of 1.25 egui's own would leave a faint second line.
pub fn stroke(painter: &Painter, points: f32, colour: Color32) -> Stroke {
    let scale = painter.pixels_per_point();
    Stroke::new((points * scale).round().max(1.0) / scale, colour)
}

/// A horizontal line, one pixel high.
pub fn hair_x(painter: &Painter, x: Rangef, y: f32, colour: Color32) {
    let (top, pixel) = (snap(painter, y), 1.0 / painter.pixels_per_point());
    painter.rect_filled(Rect::from_x_y_ranges(x, Rangef::new(top, top + pixel)), 0, colour);
}

/// A vertical line, one pixel wide.
pub fn hair_y(painter: &Painter, x: f32, y: Rangef, colour: Color32) {
    let (left, pixel) = (snap(painter, x), 1.0 / painter.pixels_per_point());
    painter.rect_filled(Rect::from_x_y_ranges(Rangef::new(left, left + pixel), y), 0, colour);
}

/// A filled, bordered box; the border lies inside.
pub fn boxed(painter: &Painter, rect: Rect, corner: u8, fill: Color32, line: Stroke) {
    painter.rect(rect, corner, fill, line, StrokeKind::Inside);
}

/// The focus ring, two points outside so that it shows round a button of its own colour.
pub fn ring(ui: &Ui, id: Id, rect: Rect, corner: u8) {
    // Asked of memory: a response forgets its focus while the window has none, and the ring would blink at every switch.
    if ui.memory(|memory| memory.has_focus(id)) {
        let stroke = Stroke::new(2.0, tokens(ui).accent);
        ui.painter().rect_stroke(rect.expand(2.0), corner.saturating_add(2), stroke, StrokeKind::Outside);
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput, Vec2};

    use super::*;
    use crate::ui::theme::{LIGHT, install, regular};

    /// Runs `look` in a pass at this scale.
    fn at_scale(scale: f32, look: impl Fn(&Painter)) {
        let ctx = Context::default();
        install(&ctx);
        ctx.set_pixels_per_point(scale);
        let looks = std::cell::Cell::new(0);
        // The scale holds from the second pass on.
        for _ in 0..2 {
            let size = Vec2::new(400.0, 300.0);
            let screen = Rect::from_min_size(Pos2::ZERO, size);
            let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
            let output = ctx.run_ui(input, |ui| {
                if (ui.ctx().pixels_per_point() - scale).abs() < f32::EPSILON {
                    look(ui.painter());
                    looks.set(looks.get() + 1);
                }
            });
            output.drop_without_applying_deltas();
        }
        assert!(looks.get() > 0);
    }

    fn near(one: f32, other: f32) {
        assert!((one - other).abs() < 1e-4, "{one} is not {other}");
    }

    #[test]
    fn lines_take_whole_pixels_at_any_scale() {
        at_scale(1.25, |painter| {
            near(snap(painter, 10.1), 10.4);
            near(snap(painter, 9.9), 9.6);
            near(stroke(painter, 1.0, Color32::PLACEHOLDER).width, 0.8);
            near(stroke(painter, 2.0, Color32::PLACEHOLDER).width, 2.4);
            near(stroke(painter, 0.1, Color32::PLACEHOLDER).width, 0.8);
        });
        at_scale(2.0, |painter| near(stroke(painter, 1.0, Color32::PLACEHOLDER).width, 1.0));
    }

    #[test]
    fn capitals_are_centred_on_a_whole_pixel() {
        at_scale(1.0, |painter| {
            near(capital_baseline(painter, 18.0, 13.0), 23.0);
            let line = Line::new("Hx", regular(13.0), Color32::PLACEHOLDER);
            let drawn = line.centred(painter, 5.0, 18.0);
            near(drawn.rect.top() + baseline(&line.galley(painter)), 23.0);
            near(drawn.rect.left(), 5.0);
            let right = line.clone().align(Align::Max).centred(painter, 100.0, 18.0);
            near(right.rect.right(), 100.0);
            let middle = line.align(Align::Center).centred(painter, 100.0, 18.0);
            near(middle.rect.center().x, 100.0);
        });
    }

    #[test]
    fn a_line_is_cut_to_its_room_and_says_so() {
        at_scale(1.0, |painter| {
            let line = Line::new("Cabinet Girard & Associés", regular(13.0), Color32::PLACEHOLDER);
            let all = line.at(painter, 0.0, 20.0);
            assert!(!all.elided);
            let cut = line.clone().max(80.0).at(painter, 0.0, 20.0);
            assert!(cut.elided && cut.rect.width() <= 80.0);
            assert!(!line.max(all.rect.width() + 1.0).at(painter, 0.0, 20.0).elided);
        });
    }

    #[test]
    fn what_was_matched_stands_on_a_mark_and_a_wrong_range_is_left_out() {
        at_scale(1.0, |painter| {
            // The third range cuts through an « è », the fourth lies beyond the end.
            let marks = [12..20, 3..5, 17..18, 40..50];
            let line =
                Line::new("Boulangerie Lefèvre", regular(13.0), LIGHT.danger.ink).marks(&marks, &LIGHT);
            let galley = line.galley(painter);
            let marked: Vec<(&str, Color32, Color32)> = galley
                .job
                .sections
                .iter()
                .map(|section| {
                    let range = section.byte_range.start.0..section.byte_range.end.0;
                    (&galley.job.text[range], section.format.color, section.format.background)
                })
                .collect();
            let plain = ("Boulangerie ", LIGHT.danger.ink, Color32::TRANSPARENT);
            assert_eq!(marked, [plain, ("Lefèvre", LIGHT.text, LIGHT.match_mark)]);
        });
    }

    #[test]
    fn an_empty_line_takes_no_room() {
        at_scale(1.0, |painter| {
            let drawn = Line::new("", regular(13.0), Color32::PLACEHOLDER).centred(painter, 7.0, 18.0);
            near(drawn.rect.width(), 0.0);
            assert!(!drawn.elided);
        });
    }
}
