//! What is wrong with a layout, from what a screen reader is told and what is painted. Pure; shown wrong layouts below.

use egui::epaint::{ClippedShape, Shape};
use egui::{Pos2, Rect};

/// Something that takes a click or a key.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    /// Role and name.
    pub(crate) what: String,
    pub(crate) rect: Rect,
    /// It has members, such as a group of choices.
    pub(crate) is_group: bool,
    /// What it stands in, itself last: a button may lie on the row that holds it.
    pub(crate) line: Vec<u64>,
    /// What lies over the page on purpose (a dialog, a notice) is judged by itself.
    pub(crate) layer: u64,
    /// Where it must lie: the window, or the dialog that it is part of.
    pub(crate) page: Rect,
}

impl Thing {
    /// A group stands around its members, which egui makes its sisters.
    fn surrounds(&self, member: &Self) -> bool {
        self.is_group && !member.is_group && self.rect.contains_rect(member.rect)
    }
}

/// Half a point may be lost to rounding.
const SLACK: f32 = 0.5;

/// Pairs that cover each other.
pub(crate) fn overlaps(things: &[Thing]) -> Vec<String> {
    let mut findings = Vec::new();
    for (index, one) in things.iter().enumerate() {
        for other in things.get(index + 1..).unwrap_or_default() {
            let related = one.line.starts_with(&other.line) || other.line.starts_with(&one.line);
            let related = related || one.surrounds(other) || other.surrounds(one);
            let shared = one.rect.intersect(other.rect);
            if !related && one.layer == other.layer && shared.width() > SLACK && shared.height() > SLACK {
                findings.push(format!("{} and {} overlap in {shared:?}", one.what, other.what));
            }
        }
    }
    findings
}

/// Those that are not wholly on their page, or have no place at all.
pub(crate) fn outside(things: &[Thing]) -> Vec<String> {
    let lost =
        |thing: &&Thing| !thing.rect.is_positive() || !thing.page.expand(SLACK).contains_rect(thing.rect);
    things.iter().filter(lost).map(|thing| format!("{} lies at {:?}", thing.what, thing.rect)).collect()
}

/// A text as painted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    /// All of it, also what is elided.
    pub(crate) whole: String,
    pub(crate) elided: bool,
    pub(crate) rect: Rect,
    /// Nothing of it shows outside.
    pub(crate) clip: Rect,
}

impl Text {
    /// A place that shows it: where a hand would point to read the rest.
    pub(crate) fn spot(&self) -> Pos2 {
        self.rect.intersect(self.clip).center()
    }

    fn is_visible(&self) -> bool {
        self.rect.intersect(self.clip).is_positive()
    }
}

/// Every text that shows.
pub(crate) fn texts(shapes: &[ClippedShape]) -> Vec<Text> {
    let mut found = Vec::new();
    for clipped in shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found.retain(Text::is_visible);
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Text>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(text) => found.push(Text {
            whole: text.galley.text().to_owned(),
            elided: text.galley.elided,
            rect: text.galley.rect.translate(text.pos.to_vec2()),
            clip,
        }),
        _ => {}
    }
}

/// Texts that end in `…` while nothing tells the rest: `told` is all that shows while a hand points at one.
pub(crate) fn untold(texts: &[Text], mut told: impl FnMut(Pos2) -> Vec<Text>) -> Vec<String> {
    let elided = texts.iter().filter(|text| text.elided);
    let lost = elided.filter(|text| {
        let tells = |other: &Text| !other.elided && other.whole.contains(&text.whole);
        !told(text.spot()).iter().any(tells)
    });
    lost.map(|text| format!("{:?} is elided at {:?} and nothing tells the rest", text.whole, text.rect))
        .collect()
}

/// Texts of which a side is cut off, with no `…` to say so.
pub(crate) fn cut(texts: &[Text], fields: &[Rect]) -> Vec<String> {
    let is_cut = |text: &&Text| {
        text.rect.left() < text.clip.left() - 1.0 || text.rect.right() > text.clip.right() + 1.0
    };
    let in_field = |text: &Text| fields.iter().any(|field| field.contains(text.spot()));
    let found = texts.iter().filter(is_cut).filter(|text| !in_field(text));
    found.map(|text| format!("{:?} at {:?} is cut off by {:?}", text.whole, text.rect, text.clip)).collect()
}

#[cfg(test)]
mod tests {
    use egui::text::{LayoutJob, TextWrapping};
    use egui::{Color32, FontId, pos2, vec2};

    use super::*;

    fn thing(what: &str, line: &[u64], rect: [f32; 4]) -> Thing {
        let [left, top, width, height] = rect;
        Thing {
            what: what.to_owned(),
            rect: Rect::from_min_size(pos2(left, top), vec2(width, height)),
            is_group: false,
            line: line.to_vec(),
            layer: 0,
            page: Rect::from_min_size(Pos2::ZERO, vec2(1024.0, 700.0)),
        }
    }

    #[test]
    fn two_buttons_on_one_place_are_found() {
        let wrong = [
            thing("Save", &[1, 2], [0.0, 0.0, 100.0, 32.0]),
            thing("Close", &[1, 3], [99.0, 20.0, 60.0, 32.0]),
        ];
        assert_eq!(overlaps(&wrong).len(), 1);
        let side_by_side = [wrong[0].clone(), thing("Close", &[1, 3], [100.0, 0.0, 60.0, 32.0])];
        assert_eq!(overlaps(&side_by_side), Vec::<String>::new());
    }

    #[test]
    fn a_button_may_lie_on_its_own_row_and_a_dialog_on_its_page() {
        let row = thing("Row", &[1, 2], [0.0, 0.0, 500.0, 36.0]);
        let button = thing("Copy", &[1, 2, 3], [400.0, 2.0, 60.0, 32.0]);
        assert_eq!(overlaps(&[row.clone(), button.clone()]), Vec::<String>::new());
        let over = Thing { layer: 9, line: vec![1, 9, 10], ..button.clone() };
        assert_eq!(overlaps(&[row.clone(), over]), Vec::<String>::new());
        let stranger = Thing { line: vec![1, 4], ..button };
        assert_eq!(overlaps(&[row, stranger]).len(), 1);
    }

    #[test]
    fn a_group_stands_around_its_members_only() {
        let group = Thing { is_group: true, ..thing("Kind", &[1, 2], [0.0, 0.0, 200.0, 32.0]) };
        let member = thing("Company", &[1, 3], [2.0, 2.0, 90.0, 28.0]);
        assert_eq!(overlaps(&[group.clone(), member.clone()]), Vec::<String>::new());
        let sticking_out = thing("Company", &[1, 3], [150.0, 2.0, 90.0, 28.0]);
        assert_eq!(overlaps(&[group.clone(), sticking_out]).len(), 1);
        let other_group = Thing { is_group: true, ..member };
        assert_eq!(overlaps(&[group, other_group]).len(), 1);
    }

    #[test]
    fn what_lies_beyond_the_page_or_nowhere_is_found() {
        let wrong = [
            thing("right", &[1, 2], [1000.0, 0.0, 30.0, 32.0]),
            thing("below", &[1, 3], [0.0, 680.0, 30.0, 32.0]),
            thing("nowhere", &[1, 4], [0.0, 0.0, 0.0, 0.0]),
        ];
        assert_eq!(outside(&wrong).len(), 3);
        assert_eq!(outside(&[thing("corner", &[1, 2], [994.0, 668.0, 30.0, 32.0])]), Vec::<String>::new());
    }

    /// Paints a long text into little room, as a table cell does.
    fn painted(told_on_hover: bool) -> (Vec<Text>, Vec<Text>) {
        let context = egui::Context::default();
        let draw = |hover: bool| {
            let input = egui::RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(400.0, 300.0))),
                ..Default::default()
            };
            let output = context.run_ui(input, |ui| {
                let mut job = LayoutJob::simple_singleline(
                    "Charpente et couverture du Grand Ouest".into(),
                    FontId::proportional(13.0),
                    Color32::BLACK,
                );
                if hover {
                    let whole = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job.clone()));
                    ui.painter().galley(pos2(10.0, 60.0), whole, Color32::BLACK);
                }
                job.wrap = TextWrapping::truncate_at_width(80.0);
                let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
                ui.painter().galley(pos2(10.0, 10.0), galley, Color32::BLACK);
            });
            let found = texts(&output.shapes);
            output.drop_without_applying_deltas();
            found
        };
        (draw(false), draw(told_on_hover))
    }

    #[test]
    fn an_elided_text_needs_something_that_tells_the_rest() {
        let (still, hovered) = painted(false);
        assert_eq!(still.len(), 1);
        assert_eq!(untold(&still, |_| hovered.clone()).len(), 1);
        let (still, hovered) = painted(true);
        assert_eq!(untold(&still, |_| hovered.clone()), Vec::<String>::new());
    }

    #[test]
    fn a_text_cut_off_by_its_cell_is_found_but_a_field_may_scroll() {
        let clip = Rect::from_min_size(Pos2::ZERO, vec2(60.0, 20.0));
        let text = |width: f32| Text {
            whole: "Boulangerie".into(),
            elided: false,
            rect: Rect::from_min_size(Pos2::ZERO, vec2(width, 16.0)),
            clip,
        };
        assert_eq!(cut(&[text(70.0)], &[]).len(), 1);
        assert_eq!(cut(&[text(60.0)], &[]), Vec::<String>::new());
        assert_eq!(cut(&[text(70.0)], &[clip]), Vec::<String>::new());
    }
}
