//! A labelled text field: the label above, a short word about the value at its right, the border by its state.
//!
//! All of it stands in one place of fixed size, so that a doubt that comes or goes moves nothing. The id is the caller's and
//! holds the record: egui keeps a field's undo by its id, and would bring another record's text back.

use egui::accesskit::{Invalid, Role};
use egui::{
    Align, Align2, Color32, Event, EventFilter, Frame, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense,
    Shape, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::paint::{self, Line};
use super::{bounds, node, take};
use crate::ui::keys::take_confirm;
use crate::ui::theme::{Tokens, medium, regular, size, tokens};

/// How a field stands with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something worth knowing that asks for nothing.
    Quiet,
    /// It was understood.
    Good,
    /// It may be kept, and should be looked at.
    Doubt,
    /// It cannot be kept.
    Wrong,
}

impl Tone {
    fn ink(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Quiet => tokens.muted,
            Self::Good => tokens.good.ink,
            Self::Doubt => tokens.warning.ink,
            Self::Wrong => tokens.danger.ink,
        }
    }

    fn asks(self) -> bool {
        matches!(self, Self::Doubt | Self::Wrong)
    }
}

/// A labelled text field of one or several lines.
#[must_use = "shown by `show`"]
#[expect(clippy::struct_excessive_bools, reason = "switches of a builder, each on its own")]
pub struct Field<'a> {
    pub(super) id: Id,
    pub(super) label: &'a str,
    pub(super) text: &'a mut String,
    required: bool,
    note: Option<(&'a str, Tone)>,
    pub(super) hint: &'a str,
    pub(super) limit: usize,
    lines: Option<u8>,
    most_lines: u8,
    width: Option<f32>,
    label_shown: bool,
    keeps_escape: bool,
    pub(super) offers: bool,
}

/// Enter, as a keyboard tells it.
const ENTER: Event = Event::Key {
    key: Key::Enter,
    physical_key: None,
    pressed: true,
    repeat: false,
    modifiers: Modifiers::NONE,
};

/// What happened in a field.
#[derive(Clone, Debug)]
pub struct FieldResponse {
    /// That of the text field itself.
    pub response: Response,
    /// The text is another than before.
    pub changed: bool,
    /// How the field was left, if it was.
    pub left: Option<Left>,
}

/// How the focus left a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// By Enter.
    Enter,
    /// By Escape.
    Escape,
    /// By Tab, a click elsewhere or otherwise.
    Otherwise,
}

impl<'a> Field<'a> {
    /// A field of one line, as wide as there is room.
    pub fn new(id: Id, label: &'a str, text: &'a mut String) -> Self {
        Self {
            id,
            label,
            text,
            required: false,
            note: None,
            hint: "",
            limit: usize::MAX,
            lines: None,
            most_lines: 1,
            width: None,
            label_shown: true,
            keeps_escape: false,
            offers: false,
        }
    }

    /// Draws the asterisk and tells readers that a record without it is not complete.
    pub fn required(mut self, required: bool) -> Self {
        self.required = required;
        self
    }

    /// A word or two about the value, at the right of the label; it colours the border when it asks for something.
    pub fn note(mut self, note: Option<(&'a str, Tone)>) -> Self {
        self.note = note;
        self
    }

    /// What an empty field says.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// The most characters it takes; what is typed or pasted beyond is dropped.
    pub fn limit(mut self, characters: usize) -> Self {
        self.limit = characters;
        self
    }

    /// As high as so many lines, one at least, in which Enter makes a new one.
    pub fn lines(mut self, lines: u8) -> Self {
        self.lines = Some(lines.max(1));
        self
    }

    /// As high as its text, from one line to `most`; Enter makes a new one.
    pub fn growing(mut self, most: u8) -> Self {
        self.most_lines = most;
        self.lines(1)
    }

    /// Exactly this wide.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// A list of proposals opens as the cursor comes in, on the first of them.
    pub fn offers(mut self, offers: bool) -> Self {
        self.offers = offers;
        self
    }

    /// The label is told to readers only, and takes no room.
    pub fn label_hidden(mut self) -> Self {
        self.label_shown = false;
        self
    }

    /// Escape stays in the field: a list under it is closed first.
    pub(super) fn keep_escape(mut self, keep: bool) -> Self {
        self.keeps_escape = keep;
        self
    }

    fn box_height(&self) -> f32 {
        self.lines.map_or(size::FIELD, |lines| 12.0 + f32::from(lines) * size::BODY_LINE)
    }

    /// Shows it.
    pub fn show(mut self, ui: &mut Ui) -> FieldResponse {
        self.render(ui)
    }

    pub(super) fn render(&mut self, ui: &mut Ui) -> FieldResponse {
        let (above, wide) = (self.above(), self.wide(ui));
        if self.most_lines > 1 {
            self.lines = Some(lines_of(ui, self.text, wide - 20.0, self.most_lines));
        }
        let whole =
            take(ui, vec2(wide, above + self.box_height()), Sense::hover(), Some(self.id.with("whole")));
        let rect = whole.rect;
        let label = self.label_ui(ui, rect);
        let (required, name, id) = (self.required, self.label, self.id);
        let note = self.note;
        let tone = note.map_or(Tone::Quiet, |(_, tone)| tone);
        let place = Rect::from_min_max(pos2(rect.left(), rect.top() + above), rect.max);
        let result = Edit {
            id,
            text: &mut *self.text,
            hint: self.hint,
            limit: self.limit,
            lines: self.lines,
            keeps_escape: self.keeps_escape,
            border: if tone.asks() { tone.ink(tokens(ui)) } else { tokens(ui).line_strong },
            left: 10.0,
            right: 10.0,
        }
        .show(ui, place);
        match label {
            Some(label) => {
                node(ui, id, |node| node.push_labelled_by(label.id.accesskit_id()));
                if label.clicked() {
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
            }
            None => node(ui, id, |node| node.set_label(name)),
        }
        node(ui, id, |node| {
            if required {
                node.set_required();
            }
            if let Some((word, tone)) = note {
                node.set_description(word);
                if tone.asks() {
                    node.set_invalid(Invalid::True);
                }
            }
        });
        result
    }

    /// How high the label is above the box.
    pub(super) fn above(&self) -> f32 {
        if self.label_shown { size::LABEL } else { 0.0 }
    }

    pub(super) fn wide(&self, ui: &Ui) -> f32 {
        self.width.unwrap_or_else(|| ui.available_width())
    }

    /// Draws the label at the top of the field's whole place, if it is seen.
    pub(super) fn label_ui(&self, ui: &Ui, whole: Rect) -> Option<Response> {
        let row = Rect::from_min_size(whole.min, vec2(whole.width(), size::SMALL_LINE));
        self.label_shown.then(|| self.show_label(ui, row))
    }

    fn show_label(&self, ui: &Ui, row: Rect) -> Response {
        let tokens = tokens(ui);
        let painter = ui.painter();
        let middle = row.center().y;
        let star = if self.required { 10.0 } else { 0.0 };
        // A long label leaves room for the word about the value: at most half of the row.
        let word = self.note.map_or(0.0, |(word, _)| paint::width(ui, word, regular(size::SMALL)) + 8.0);
        let room = row.width() - star - word.min(row.width() / 2.0);
        let label = Line::new(self.label, medium(size::SMALL), tokens.muted).max(room);
        let drawn = label.centred(painter, row.left(), middle);
        if self.required {
            let font = medium(size::BODY);
            Line::new("*", font, tokens.danger.ink).centred(painter, drawn.rect.right() + 4.0, middle);
        }
        let place = Rect::from_min_max(row.min, pos2(drawn.rect.right() + star, row.bottom()));
        let mut response = ui.interact(place, self.id.with("label"), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), self.label));
        if drawn.elided {
            response = response.on_hover_text(self.label);
        }
        if let Some((word, tone)) = self.note {
            let room = row.right() - place.right() - 8.0;
            let line = Line::new(word, regular(size::SMALL), tone.ink(tokens)).max(room).align(Align::Max);
            let drawn = line.centred(painter, row.right(), middle);
            if drawn.elided {
                ui.interact(drawn.rect, self.id.with("note"), Sense::hover()).on_hover_text(word);
            }
        }
        response
    }
}

/// The text field itself, in a box that it fills: what [`Field`] and the search field share.
pub(super) struct Edit<'a> {
    pub(super) id: Id,
    pub(super) text: &'a mut String,
    pub(super) hint: &'a str,
    pub(super) limit: usize,
    /// So many lines in which Enter makes a new one; none for a single line.
    pub(super) lines: Option<u8>,
    pub(super) keeps_escape: bool,
    pub(super) border: Color32,
    pub(super) left: f32,
    pub(super) right: f32,
}

impl Edit<'_> {
    pub(super) fn show(self, ui: &mut Ui, place: Rect) -> FieldResponse {
        // The border is drawn under the text, but known only once the field has seen this pass's click.
        let ground = ui.painter().add(Shape::Noop);
        let (id, border) = (self.id, self.border);
        let result = self.bare(ui, place);
        ui.painter().set(ground, framed(ui, id, place, border));
        result
    }

    /// Without a box of its own.
    pub(super) fn bare(self, ui: &mut Ui, place: Rect) -> FieldResponse {
        let id = self.id;
        if self.lines.is_none() && ui.memory(|memory| memory.has_focus(id)) && ui.input_mut(take_confirm) {
            // As far as nothing around the field took it: it is left as by Enter.
            ui.input_mut(|input| input.events.push(ENTER));
        }
        let response = match self.lines {
            None => self.one_line(ui, place),
            Some(lines) => self.many_lines(ui, place, lines),
        };
        // Tab leads into what is scrolled away, the label included.
        if response.gained_focus() {
            ui.scroll_to_rect(place.expand2(vec2(0.0, size::LABEL)), None);
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let left = has_left(ui, id).then(|| match (pressed(Key::Enter), pressed(Key::Escape)) {
            (true, _) => Left::Enter,
            (false, true) => Left::Escape,
            (false, false) => Left::Otherwise,
        });
        FieldResponse { changed: response.changed(), left, response }
    }

    fn one_line(self, ui: &mut Ui, place: Rect) -> Response {
        let inner = Rect::from_min_max(
            pos2(place.left() + self.left, place.top()),
            pos2(place.right() - self.right, place.bottom()),
        );
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            tab: false,
            escape: self.keeps_escape,
        };
        let edit = TextEdit::singleline(self.text)
            .id(self.id)
            .frame(Frame::NONE)
            .align(Align2::LEFT_CENTER)
            .hint_text(self.hint)
            .char_limit(self.limit)
            .event_filter(filter)
            .desired_width(inner.width())
            .min_size(inner.size());
        ui.place(inner, edit)
    }

    fn many_lines(self, ui: &mut Ui, place: Rect, lines: u8) -> Response {
        let inner = place.shrink2(vec2(self.left, 6.0));
        let builder = UiBuilder::new().scope_id(self.id.with("lines")).max_rect(inner);
        let mut inside = ui.new_child(builder);
        let area = ScrollArea::vertical().id_salt("scroll").auto_shrink([false, false]);
        let shown = area.show(&mut inside, |ui| {
            let edit = TextEdit::multiline(self.text)
                .id(self.id)
                .frame(Frame::NONE)
                .hint_text(self.hint)
                .char_limit(self.limit)
                .desired_rows(lines.into())
                .desired_width(f32::INFINITY)
                .min_size(inner.size());
            ui.add(edit)
        });
        // A long text reaches out of its box; the field does not.
        let seen = shown.inner.rect.intersect(inner);
        node(ui, self.id, |node| node.set_bounds(bounds(seen)));
        shown.inner
    }
}

/// True once when the focus has gone from `id`; a response's own `lost_focus` may be true in two passes.
fn has_left(ui: &Ui, id: Id) -> bool {
    let now = ui.memory(|memory| memory.has_focus(id));
    let key = id.with("had focus");
    let before: bool = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    ui.data_mut(|data| data.insert_temp(key, now));
    before && !now
}

/// How many lines of this width a text takes, up to `most`.
fn lines_of(ui: &Ui, text: &str, width: f32, most: u8) -> u8 {
    // Nobody waits for the end of a book to be laid out: a line that wide has less than 200 letters.
    let start: String = text.chars().take(usize::from(most).saturating_mul(200)).collect();
    let galley = ui.painter().layout(start, regular(size::BODY), Color32::PLACEHOLDER, width);
    u8::try_from(galley.rows.len()).unwrap_or(most).clamp(1, most)
}

/// The box of a field, by whether it has the focus.
pub(super) fn framed(ui: &Ui, id: Id, place: Rect, border: Color32) -> Shape {
    let (tokens, painter) = (tokens(ui), ui.painter());
    let line = if ui.memory(|memory| memory.has_focus(id)) {
        paint::stroke(painter, 2.0, tokens.accent)
    } else {
        paint::stroke(painter, 1.0, border)
    };
    boxed(place, tokens.surface, line)
}

fn boxed(rect: Rect, fill: Color32, line: Stroke) -> Shape {
    egui::epaint::RectShape::new(rect, size::CORNER, fill, line, StrokeKind::Inside).into()
}
