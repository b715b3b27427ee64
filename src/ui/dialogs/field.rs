//! A custom field that is added or changed: its name, what it holds, what can be chosen.

use egui::{
    Context, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use super::footer;
use crate::domain::command::{Command, CustomFieldCommand};
use crate::domain::custom_field::{CustomField, FieldKind};
use crate::domain::usage::Usage;
use crate::text::Text;
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::{medium, regular, size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::{Field, Left, Tone};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint::{self, Line};

/// A custom field that is added or changed.
#[derive(Debug, Default)]
pub struct FieldDialog {
    before: Option<CustomField>,
    name: String,
    kind: FieldKind,
    choices: Vec<Choice>,
    /// What could be chosen and was taken away, and how many clients hold it.
    gone: Vec<(String, usize)>,
    /// How many clients hold a value.
    holders: usize,
    /// Choices are told apart by it: where one stands may change.
    last_choice: u64,
    /// The choice that the cursor goes into in the next pass.
    focus: Option<u64>,
}

/// Something that can be chosen.
#[derive(Debug)]
struct Choice {
    number: u64,
    before: Option<String>,
    text: String,
    holders: usize,
}

const KIND: f32 = 44.0;

impl FieldDialog {
    /// A new one.
    pub fn new() -> Self {
        Self::default()
    }

    /// One that there is, and what clients hold of it.
    pub fn of(field: &CustomField, usage: Option<&Usage>) -> Self {
        let mut dialog = Self {
            before: Some(field.clone()),
            name: field.name.clone(),
            kind: field.kind,
            holders: usage.map(|usage| usage.of_field(field.id)).unwrap_or_default(),
            ..Self::default()
        };
        for choice in &field.choices {
            let holders = usage.map(|usage| usage.of_choice(field.id, choice)).unwrap_or_default();
            dialog.add_choice(Some(choice.clone()), holders);
        }
        dialog
    }

    fn add_choice(&mut self, before: Option<String>, holders: usize) {
        self.last_choice = self.last_choice.saturating_add(1);
        let text = before.clone().unwrap_or_default();
        self.choices.push(Choice { number: self.last_choice, before, text, holders });
    }

    /// Draws it.
    pub fn ui(&mut self, egui: &Context, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let text = ctx.text;
        let (title, yes) = match &self.before {
            None => (text.get("custom-new").to_owned(), "custom-add-yes"),
            Some(before) => {
                (text.with("custom-edit-title", &[("name", before.name.as_str().into())]), "action-save")
            }
        };
        let name = Id::unique(("custom field", "name"));
        let taken = self.taken(ctx);
        let sound = self.is_sound(ctx);
        let shown =
            Dialog::new(Id::unique(("custom field", "dialog")), &title).size(600.0, 620.0).focus(name).show(
                egui,
                |ui| {
                    ui.spacing_mut().item_spacing.y = 10.0;
                    let note = taken.then(|| (text.get("custom-there"), Tone::Wrong));
                    let field = Field::new(name, text.get("custom-name"), &mut self.name);
                    let left = field.limit(CustomField::LONGEST).note(note).show(ui).left;
                    self.kinds_ui(ui, text);
                    if self.kind == FieldKind::Choice {
                        self.choices_ui(ui, text);
                    }
                    left == Some(Left::Enter)
                },
                |ui| footer(ui, text, Button::primary(text.get(yes)).enabled(sound)),
            );
        let (no, yes) = shown.footer;
        if no || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if (yes || shown.body || shown.confirmed) && self.is_sound(ctx) {
            actions.push(Action::CloseDialog);
            actions.extend(
                self.command()
                    .map(|command| Action::Run(Box::new(Command::CustomField(command)), Then::Tell)),
            );
        }
        actions
    }

    /// Another field has this name.
    fn taken(&self, ctx: &Ctx<'_>) -> bool {
        let own = self.before.as_ref().map(|before| before.id);
        ctx.setup.field_named(&self.name).is_some_and(|other| Some(other.id) != own)
    }

    /// It has a name of its own and, if it is a choice, something to choose.
    fn is_sound(&self, ctx: &Ctx<'_>) -> bool {
        let chosen =
            self.kind != FieldKind::Choice || self.choices.iter().any(|one| !one.text.trim().is_empty());
        !self.name.trim().is_empty() && !self.taken(ctx) && chosen
    }

    /// What is asked for; none if nothing was changed.
    fn command(&self) -> Option<CustomFieldCommand> {
        let texts = || self.choices.iter().map(|choice| choice.text.trim()).filter(|text| !text.is_empty());
        let choices =
            if self.kind == FieldKind::Choice { texts().map(str::to_owned).collect() } else { Vec::new() };
        let (name, kind) = (self.name.trim().to_owned(), self.kind);
        let Some(before) = &self.before else {
            let field = CustomField { name, kind, choices, ..CustomField::default() };
            return Some(CustomFieldCommand::Create(field));
        };
        let after = CustomField { name, kind, choices, ..before.clone() };
        let renamed = self.choices.iter().filter_map(|choice| {
            let (old, new) = (choice.before.clone()?, choice.text.trim());
            (old != new && !new.is_empty()).then(|| (old, new.to_owned()))
        });
        let renamed = renamed.collect();
        (after != *before).then(|| CustomFieldCommand::Change { before: before.clone(), after, renamed })
    }

    /// The ten kinds, each with an example. Once clients hold values, the kind stays what it is.
    fn kinds_ui(&mut self, ui: &mut Ui, text: &Text) {
        ui.add(Label::small(text.get("custom-kind")).medium().colour(tokens(ui).muted));
        if self.holders > 0 {
            let said = text.with(
                "custom-kind-stays",
                &[("n", self.holders.into()), ("kind", show::kind(text, self.kind).into())],
            );
            ui.add(Label::body(&said).wrap());
            return;
        }
        let group = Id::unique(("custom field", "kind"));
        let width = ui.available_width();
        let (_, all) = ui.allocate_space(vec2(width, KIND * 5.0));
        let half = (width - 8.0) / 2.0;
        let (mut left, mut top) = (all.left(), all.top());
        for kind in FieldKind::ALL {
            let rect = Rect::from_min_size(pos2(left, top), vec2(half, KIND - 6.0));
            let on = self.kind == kind;
            if kind_ui(ui, group.with(kind), rect, text, (kind, on)).clicked() {
                self.kind = kind;
                ui.memory_mut(|memory| memory.request_focus(group.with(kind)));
            }
            // Down the first half, then down the other.
            top += KIND;
            if top > all.bottom() - KIND / 2.0 {
                top = all.top();
                left += half + 8.0;
            }
        }
        self.choose_by_keys(ui, group);
    }

    /// The kinds are one Tab stop: arrows choose.
    fn choose_by_keys(&mut self, ui: &Ui, group: Id) {
        let id = group.with(self.kind);
        if !ui.memory(|memory| memory.has_focus(id)) {
            return;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let step = ui.input_mut(|input| {
            let mut taken = |key| input.consume_key(Modifiers::NONE, key);
            [(Key::ArrowDown, 1), (Key::ArrowUp, -1), (Key::ArrowRight, 5), (Key::ArrowLeft, -5)]
                .into_iter()
                .filter_map(|(key, step)| taken(key).then_some(step))
                .sum::<isize>()
        });
        if step == 0 {
            // Asking for the focus anew would give the arrows away.
            return;
        }
        let at = FieldKind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or_default();
        if let Some(kind) = at.checked_add_signed(step).and_then(|at| FieldKind::ALL.get(at)) {
            self.kind = *kind;
            ui.memory_mut(|memory| memory.request_focus(group.with(*kind)));
        }
    }

    /// What can be chosen: each value in a field, moved and taken away by its side.
    fn choices_ui(&mut self, ui: &mut Ui, text: &Text) {
        ui.add_space(4.0);
        ui.add(Label::small(text.get("custom-choices")).medium().colour(tokens(ui).muted));
        let mut asked = None;
        let last = self.choices.len().saturating_sub(1);
        for (place, choice) in self.choices.iter_mut().enumerate() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                let number = place.saturating_add(1);
                let name = text.with("custom-choice", &[("n", number.into())]);
                let id = Id::unique(("custom field", "choice", choice.number));
                let field = Field::new(id, &name, &mut choice.text).limit(CustomField::LONGEST);
                let left = field.label_hidden().width(320.0).show(ui).left;
                if self.focus == Some(choice.number) {
                    self.focus = None;
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
                if left == Some(Left::Enter) {
                    asked = Some(Asked::Next(place));
                }
                for (key, icon, possible, what) in [
                    ("custom-choice-up", icons::CARET_UP, place > 0, Asked::Up(place)),
                    ("custom-choice-down", icons::CARET_DOWN, place < last, Asked::Down(place)),
                    ("custom-choice-remove", icons::X, true, Asked::Remove(place)),
                ] {
                    let name = text.with(key, &[("n", number.into())]);
                    let button = IconButton::new(icon, &name).small().enabled(possible);
                    if ui.add(button.id(id.with(key))).clicked() {
                        asked = Some(what);
                    }
                }
                if choice.holders > 0 {
                    ui.add_space(8.0);
                    let said = text.with("clients-count", &[("n", choice.holders.into())]);
                    ui.add(Label::small(&said).colour(tokens(ui).muted));
                }
            });
        }
        let room = self.choices.len() < CustomField::MOST_CHOICES;
        let add = Button::plain(text.get("custom-choice-add")).icon(icons::PLUS).small().enabled(room);
        if ui.add(add.id(Id::unique(("custom field", "add choice")))).clicked() {
            asked = Some(Asked::Next(last));
        }
        for (value, holders) in &self.gone {
            let said = text
                .with("custom-choice-gone", &[("value", value.as_str().into()), ("n", (*holders).into())]);
            ui.add(Label::small(&said).colour(tokens(ui).warning.ink).wrap());
        }
        if let Some(asked) = asked {
            self.do_asked(asked);
        }
    }

    fn do_asked(&mut self, asked: Asked) {
        match asked {
            Asked::Up(place) if place > 0 => self.choices.swap(place, place.saturating_sub(1)),
            Asked::Down(place) if place.saturating_add(1) < self.choices.len() => {
                self.choices.swap(place, place.saturating_add(1));
            }
            Asked::Remove(place) if place < self.choices.len() => {
                let choice = self.choices.remove(place);
                if let Some(before) = choice.before.filter(|_| choice.holders > 0) {
                    self.gone.push((before, choice.holders));
                }
            }
            // Enter leads into the next value, and from the last into a new one.
            Asked::Next(place) => {
                if place.saturating_add(1) >= self.choices.len()
                    && self.choices.len() < CustomField::MOST_CHOICES
                {
                    self.add_choice(None, 0);
                }
                self.focus =
                    self.choices.get(place.saturating_add(1)).or(self.choices.last()).map(|one| one.number);
            }
            _ => {}
        }
    }
}

/// What was asked for in the list of choices.
#[derive(Clone, Copy)]
enum Asked {
    Up(usize),
    Down(usize),
    Remove(usize),
    Next(usize),
}

/// An example of a kind.
fn example(text: &Text, kind: FieldKind) -> &str {
    text.get(match kind {
        FieldKind::Text => "custom-example-text",
        FieldKind::LongText => "custom-example-long-text",
        FieldKind::Number => "custom-example-number",
        FieldKind::Amount => "custom-example-amount",
        FieldKind::Date => "form-custom-hint-date",
        FieldKind::YesNo => "custom-example-yes-no",
        FieldKind::Choice => "custom-example-choice",
        FieldKind::Link => "form-custom-hint-link",
        FieldKind::Email => "custom-example-email",
        FieldKind::Phone => "custom-example-phone",
    })
}

/// A kind to choose.
fn kind_ui(ui: &Ui, id: Id, rect: Rect, text: &Text, (kind, on): (FieldKind, bool)) -> Response {
    let sense = if on { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    let name = show::kind(text, kind);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, name));
    let (tokens, painter) = (tokens(ui), ui.painter());
    let fill = match (on, response.hovered()) {
        (true, _) => tokens.selection.ground,
        (false, true) => tokens.hover,
        (false, false) => tokens.raised,
    };
    let line = if on { tokens.accent_line } else { tokens.line };
    painter.rect_filled(rect, size::CORNER, fill);
    painter.rect_stroke(rect, size::CORNER, Stroke::new(1.0, line), StrokeKind::Inside);
    let middle = rect.center().y;
    Line::new(name, medium(size::BODY), tokens.text).max(110.0).centred(painter, rect.left() + 12.0, middle);
    let room = rect.width() - 136.0;
    let example = Line::new(example(text, kind), regular(size::SMALL), tokens.muted).max(room);
    let elided = example.centred(painter, rect.left() + 126.0, middle).elided;
    paint::ring(ui, id, rect, size::CORNER);
    if elided { response.on_hover_text(self::example(text, kind)) } else { response }
}
