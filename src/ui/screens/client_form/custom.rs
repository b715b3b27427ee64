//! The custom fields of the book, each as its kind wants it.

use std::borrow::Cow;

use egui::Ui;

use super::{ClientForm, entry};
use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::place::Place;
use crate::domain::record::Invalid;
use crate::text;
use crate::ui::action::{Action, Actions, Page};
use crate::ui::ctx::Ctx;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field as TextField;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::segmented::Segmented;

/// So high does a long text grow.
const LINES: u8 = 8;

/// What a custom field is called: one that is called like a field of the form says that it is another.
pub(super) fn label<'a>(ctx: &Ctx<'a>, id: u64) -> Cow<'a, str> {
    let Some(field) = ctx.setup.field(id) else { return Cow::Borrowed("") };
    let name = fold(&field.name);
    let siren = ctx.text.get("field-siren-siret");
    let others = ["field-categories", "field-note", "field-attachments"].map(|key| ctx.text.get(key));
    let taken = Field::ALL
        .into_iter()
        .map(|one| text::field(ctx.text, one))
        .chain(others)
        .chain([siren])
        .any(|one| fold(one) == name);
    if taken {
        ctx.text.with("form-custom-homonym", &[("name", field.name.as_str().into())]).into()
    } else {
        field.name.as_str().into()
    }
}

/// What an empty custom field says.
pub(super) fn hint<'a>(ctx: &Ctx<'a>, id: u64) -> &'a str {
    match ctx.setup.field(id).map(|field| field.kind) {
        Some(FieldKind::Date) => ctx.text.get("form-custom-hint-date"),
        Some(FieldKind::Link) => ctx.text.get("form-custom-hint-link"),
        _ => "",
    }
}

/// One chooses from a list there.
pub(super) fn is_choice(ctx: &Ctx<'_>, id: u64) -> bool {
    ctx.setup.field(id).is_some_and(|field| field.kind == FieldKind::Choice)
}

impl ClientForm {
    pub(super) fn custom_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, half: f32, actions: &mut Actions) {
        let fields: Vec<&CustomField> = ctx.setup.fields().iter().filter(|one| self.is_asked(one)).collect();
        if fields.is_empty() {
            ui.add(Label::body(ctx.text.get("form-custom-none")).colour(tokens(ui).muted).wrap());
            if ui.add(Button::link(ctx.text.get("menu-settings"))).clicked() {
                actions.push(Action::Go(Page::Settings));
            }
        }
        let long = |field: &CustomField| field.kind == FieldKind::LongText;
        for part in fields.chunk_by(|one, other| long(one) == long(other)) {
            for row in part.chunks(if part.first().is_some_and(|one| long(one)) { 1 } else { 2 }) {
                ui.horizontal_top(|ui| {
                    for field in row {
                        self.custom_field_ui(ui, ctx, field, half);
                    }
                });
            }
        }
    }

    /// A hidden field shows as long as the form was opened on a value of it.
    fn is_asked(&self, field: &CustomField) -> bool {
        let place = Place::Custom(field.id);
        !field.hidden || !self.opened.text(place).is_empty() || !self.typed.text(place).is_empty()
    }

    fn custom_field_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, field: &CustomField, half: f32) {
        let place = Place::Custom(field.id);
        match field.kind {
            FieldKind::LongText => {
                let label = entry::label(ctx, place);
                let id = self.field_id(place);
                let result = TextField::new(id, &label, self.typed.text_mut(place))
                    .limit(Invalid::LONGEST_TEXT)
                    .growing(LINES)
                    .show(ui);
                self.after_field(ctx, place, &result);
            }
            FieldKind::YesNo if self.is_yes_or_no(ctx, field) => self.yes_no_ui(ui, ctx, field, half),
            _ => {
                self.text_ui(ui, ctx, place, half);
            }
        }
    }

    /// What can be shown as yes, no or nothing; what was typed elsewhere and is neither is shown as it is.
    fn is_yes_or_no(&self, ctx: &Ctx<'_>, field: &CustomField) -> bool {
        let read = field.read(self.typed.text(Place::Custom(field.id)), ctx.setup.point);
        matches!(read.as_str(), "" | YES | NO)
    }

    fn yes_no_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, field: &CustomField, half: f32) {
        let place = Place::Custom(field.id);
        let words = [("", "review-empty"), (YES, "value-yes"), (NO, "value-no")]
            .map(|(value, key)| (value, ctx.text.get(key)));
        let read = field.read(self.typed.text(place), ctx.setup.point);
        let mut value =
            words.iter().map(|(value, _)| *value).find(|value| *value == read).unwrap_or_default();
        let label = entry::label(ctx, place);
        let id = self.field_id(place);
        let [none, yes, no] = words;
        let choices = [yes, no, none];
        let response = Segmented::new(id, &label, &choices).labelled(half).show(ui, &mut value);
        if self.focus == Some(place) {
            response.request_focus();
        }
        if response.has_focus() {
            self.last = Some(place);
        }
        if response.changed() {
            let word = words.iter().find(|(one, _)| !one.is_empty() && *one == value);
            self.typed.set(place, word.map_or("", |(_, word)| word));
            self.touched(ctx);
        }
    }
}
