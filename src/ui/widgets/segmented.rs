//! A choice of two to four, all in view: one Tab stop, the arrows choose.

use egui::accesskit::Role;
use egui::{
    Color32, EventFilter, FontId, Id, Key, Modifiers, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::paint::{self, Line};
use super::{bounds, node, take};
use crate::ui::theme::{medium, size, tokens};

/// One possible answer: what it stands for and the word that shows.
pub type Choice<'a, T> = (T, &'a str);

/// A segmented control. `name` is the question; it is told to readers and not drawn.
#[must_use = "shown by `show`"]
pub struct Segmented<'a, T> {
    id: Id,
    name: &'a str,
    choices: &'a [Choice<'a, T>],
    low: bool,
    labelled: Option<f32>,
}

impl<'a, T: Copy + PartialEq> Segmented<'a, T> {
    /// A choice; the chosen one alone is raised. None is when `value` is not among `choices`.
    pub fn new(id: Id, name: &'a str, choices: &'a [Choice<'a, T>]) -> Self {
        Self { id, name, choices, low: false, labelled: None }
    }

    /// 26 points high instead of 34: for a question in a line.
    pub fn low(mut self) -> Self {
        self.low = true;
        self
    }

    /// The question stands above it, and both take the place of a field of this width.
    pub fn labelled(mut self, width: f32) -> Self {
        self.labelled = Some(width);
        self
    }

    /// How wide it will be, to place it at the right end of a line.
    pub fn width(&self, ui: &Ui) -> f32 {
        self.choices.iter().map(|(_, label)| part_width(ui, label, self.low)).sum::<f32>()
            + 2.0 * inset(self.low)
    }

    /// Shows it and moves `value`; the response is `changed` when it did.
    pub fn show(self, ui: &mut Ui, value: &mut T) -> Response {
        let high = if self.low { 26.0 } else { 34.0 };
        let size = vec2(self.width(ui), high);
        let mut response = match self.labelled {
            Some(width) => self.below_label(ui, width, size),
            None => take(ui, size, Sense::click(), Some(self.id)),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, ui.is_enabled(), self.name));
        let before = *value;
        self.keys(ui, value);
        let (tokens, rect) = (tokens(ui), response.rect);
        let corner = if self.low { 6 } else { size::CORNER };
        let border = paint::stroke(ui.painter(), 1.0, tokens.line_strong);
        paint::boxed(ui.painter(), rect, corner, tokens.sunken, border);
        self.parts(ui, rect, value);
        paint::ring(ui, self.id, rect, corner);
        if *value != before {
            response.mark_changed();
        }
        response
    }

    /// Takes the place of a field, draws the question into it and gives the place under it.
    fn below_label(&self, ui: &mut Ui, width: f32, own: Vec2) -> Response {
        let place = vec2(width, size::LABEL + size::FIELD);
        let whole = take(ui, place, Sense::hover(), Some(self.id.with("whole"))).rect;
        let label = Line::new(self.name, medium(size::SMALL), tokens(ui).muted).max(width);
        let row = Rect::from_min_size(whole.min, vec2(width, size::SMALL_LINE));
        if label.centred(ui.painter(), row.left(), row.center().y).elided {
            ui.interact(row, self.id.with("label"), Sense::hover()).on_hover_text(self.name);
        }
        let top = whole.bottom() - size::FIELD / 2.0 - own.y / 2.0;
        let response =
            ui.interact(Rect::from_min_size(pos2(whole.left(), top), own), self.id, Sense::click());
        if response.gained_focus() {
            ui.scroll_to_rect(whole, None);
        }
        response
    }

    fn keys(&self, ui: &Ui, value: &mut T) {
        if !ui.memory(|memory| memory.has_focus(self.id)) {
            return;
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, arrows));
        let none = Modifiers::NONE;
        let (back, forth) = ui.input_mut(|input| {
            let mut count = |one, other| {
                let one = input.count_and_consume_key(none, one);
                one.saturating_add(input.count_and_consume_key(none, other))
            };
            (count(Key::ArrowLeft, Key::ArrowUp), count(Key::ArrowRight, Key::ArrowDown))
        });
        if back == 0 && forth == 0 {
            return;
        }
        let last = self.choices.len().saturating_sub(1);
        let at = self.choices.iter().position(|(choice, _)| choice == value);
        let to = match at {
            Some(at) => at.saturating_sub(back).saturating_add(forth).min(last),
            None if forth > 0 => 0,
            None => last,
        };
        if let Some((choice, _)) = self.choices.get(to) {
            *value = *choice;
        }
    }

    fn parts(&self, ui: &mut Ui, rect: Rect, value: &mut T) {
        let builder = egui::UiBuilder::new().scope_id(self.id.with("parts")).max_rect(rect);
        let parts = ui.new_child(builder);
        node(ui, parts.unique_id(), |node| node.set_bounds(bounds(rect)));
        let inset = inset(self.low);
        let mut left = rect.left() + inset;
        // In a layout that stretches it the parts share what is left.
        let parts_of = f32::from(u8::try_from(self.choices.len()).unwrap_or(u8::MAX)).max(1.0);
        let more = ((rect.width() - self.width(ui)) / parts_of).max(0.0).floor();
        for (number, (choice, label)) in self.choices.iter().enumerate() {
            let wide = part_width(ui, label, self.low) + more;
            let part =
                Rect::from_min_max(pos2(left, rect.top() + inset), pos2(left + wide, rect.bottom() - inset));
            left += wide;
            // Not focusable: the whole control is the one Tab stop.
            let response = parts.interact(part, self.id.with(number), Sense::CLICK);
            if response.clicked() {
                *value = *choice;
                ui.memory_mut(|memory| memory.request_focus(self.id));
            }
            let tokens = tokens(ui);
            let on = *choice == *value;
            if on {
                let line = paint::stroke(ui.painter(), 1.0, tokens.line);
                paint::boxed(ui.painter(), part, if self.low { 5 } else { 6 }, tokens.raised, line);
            }
            self.part(ui, part, label, if on || response.hovered() { tokens.text } else { tokens.muted });
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, *label));
            node(ui, response.id, |node| {
                node.set_position_in_set(number);
                node.set_size_of_set(self.choices.len());
            });
            if on {
                node(ui, self.id, |node| node.set_active_descendant(response.id.accesskit_id()));
            }
        }
    }

    fn part(&self, ui: &Ui, part: Rect, label: &str, ink: Color32) {
        let font = font(self.low);
        let line = Line::new(label, font, ink).align(egui::Align::Center);
        line.centred(ui.painter(), part.center().x, part.center().y);
    }
}

fn inset(low: bool) -> f32 {
    if low { 2.0 } else { 3.0 }
}

fn font(low: bool) -> FontId {
    medium(if low { size::SMALL } else { size::BODY })
}

fn part_width(ui: &Ui, label: &str, low: bool) -> f32 {
    let padding = if low { 11.0 } else { 14.0 };
    (paint::width(ui, label, font(low)) + 2.0 * padding).ceil()
}
