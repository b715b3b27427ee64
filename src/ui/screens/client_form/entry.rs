//! One field of the form: its star, its word, its tick.

use egui::{FocusDirection, Id, Rect, Ui, vec2};

use super::ClientForm;
use crate::domain::country;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::place::Place;
use crate::domain::policy::Wish;
use crate::text;
use crate::ui::action::{Action, Actions, Typing};
use crate::ui::ctx::{Ctx, HOME};
use crate::ui::theme::{medium, size};
use crate::ui::widgets::check::Check;
use crate::ui::widgets::combo::combo;
use crate::ui::widgets::field::{Field as TextField, FieldResponse, Left, Tone};
use crate::ui::widgets::paint;

/// So many countries are proposed.
const PROPOSED: usize = 40;

impl ClientForm {
    /// A field of one line, with its star and its word; returns the row of its label.
    pub(super) fn text_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, field: Field, width: f32) -> Rect {
        let place = Place::Field(field);
        let label = match field {
            Field::Siren => ctx.text.get("field-siren-siret"),
            _ => text::field(ctx.text, field),
        };
        let wish = ctx.setup.policy.wish(field, self.typed.kind, HOME);
        let said = self.said_of(field, ctx);
        let row = Rect::from_min_size(ui.cursor().min, vec2(width, size::SMALL_LINE));
        let countries = self.proposed_countries(field, ctx);
        let input = TextField::new(self.field_id(place), label, self.typed.text_mut(field))
            .required(wish == Wish::Starred)
            .note(said.as_ref().map(|(word, tone)| (word.as_str(), *tone)))
            .hint(if field == Field::Country { ctx.text.get("form-country-hint") } else { "" })
            .limit(Field::LONGEST)
            .width(width);
        let result =
            if field == Field::Country { combo(ui, input, &countries).field } else { input.show(ui) };
        if result.changed && !self.typed.text(field).trim().is_empty() {
            // A value takes back that the client would not give it.
            self.typed.decline(field, false);
        }
        self.after_field(ctx, place, &result);
        if result.left == Some(Left::Enter) {
            // Enter goes on to the next field, as people expect who do not know Tab.
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        }
        row
    }

    /// What is to be remembered once a field was drawn.
    pub(super) fn after_field(&mut self, ctx: &Ctx<'_>, place: Place, result: &FieldResponse) {
        if self.focus == Some(place) {
            result.response.request_focus();
        }
        if result.response.has_focus() {
            self.last = Some(place);
        }
        if result.changed {
            self.name_missing = false;
            if self.said.doubt(place).is_none() {
                self.hushed = Some(place);
            }
            self.touched(ctx);
        }
        if result.left.is_some() {
            self.leaving.push(place);
        }
    }

    /// What was left in this pass counts from the next one on: a tick that appears does not catch the very Tab that
    /// left its field.
    pub(super) fn settle(&mut self, ui: &Ui) {
        for place in self.leaving.drain(..) {
            self.left.insert(place);
            self.hushed.take_if(|hushed| *hushed == place);
            ui.ctx().request_repaint();
        }
    }

    /// Something was typed.
    pub(super) fn touched(&mut self, ctx: &Ctx<'_>) {
        self.changed_at.get_or_insert(ctx.seconds);
    }

    pub(super) fn field_id(&self, place: Place) -> Id {
        Id::unique(("form", self.number, place))
    }

    /// The word at the right of a field's label.
    fn said_of(&self, field: Field, ctx: &Ctx<'_>) -> Option<(String, Tone)> {
        let name = matches!(field, Field::Company | Field::LastName);
        if self.name_missing && name {
            return Some((ctx.text.get("form-name-missing").to_owned(), Tone::Wrong));
        }
        if let Some(doubt) = self.said.doubt(field.into()) {
            return Some((text::doubt(ctx.text, ctx.setup, doubt).short.to_owned(), Tone::Doubt));
        }
        let understood = self.said.understood.iter().find(|(of, _)| *of == field)?;
        Some((understood.1.clone(), Tone::Good))
    }

    /// The countries whose names begin with what is typed.
    fn proposed_countries<'a>(&self, field: Field, ctx: &Ctx<'a>) -> Vec<&'a str> {
        if field != Field::Country {
            return Vec::new();
        }
        let typed = fold(self.typed.text(field));
        country::all()
            .iter()
            .map(|country| text::country(ctx.text, country.code))
            .filter(|name| {
                let name = fold(name);
                name.starts_with(&typed) && name != typed
            })
            .take(PROPOSED)
            .collect()
    }

    /// The tick of a starred value that the client does not wish to give: at the right of the label, since under the
    /// field it would push the first screen beyond 700 points.
    pub(super) fn declined_ui(
        &self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        field: Field,
        row: Rect,
        actions: &mut Actions,
    ) {
        let shared = field.declined_with();
        let empty = shared.iter().all(|field| self.typed.text(*field).trim().is_empty());
        let left = shared.iter().any(|field| self.left.contains(&Place::Field(*field)));
        let mut declined = shared.iter().any(|field| self.typed.declined.contains(field));
        if !empty || !(left || declined) {
            return;
        }
        let name = text::field(ctx.text, field);
        let after_label = paint::width(ui, name, medium(size::SMALL)) + 22.0;
        let place = Rect::from_min_max(row.min + vec2(after_label, 0.0), row.max);
        let named = ctx.text.with("field-declined-of", &[("field", name.into())]);
        let tick = Check::new(&mut declined, ctx.text.get("field-declined"))
            .small()
            .named(&named)
            .id(Id::unique(("form", self.number, "declined", field)));
        if ui.place(place, tick).changed() {
            actions.push(Action::Typed(Typing::Decline(field, declined)));
        }
    }
}
