//! One field of the form: its star, its word, its tick.

use std::borrow::Cow;

use egui::{FocusDirection, Id, Rect, Ui, vec2};

use super::ClientForm;
use super::propose::{Proposing, has_proposals};
use crate::domain::field::Field;
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

impl ClientForm {
    /// A field of one line, with its star, its word and its proposals; returns the row of its label.
    pub(super) fn text_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        place: impl Into<Place>,
        width: f32,
    ) -> Rect {
        let place = place.into();
        if self.is_hidden(ctx, place) {
            return Rect::from_min_size(ui.cursor().min, vec2(0.0, 0.0));
        }
        let label = label(ctx, place);
        let said = self.said_of(place, ctx);
        let kind = self.typed.kind;
        let row = Rect::from_min_size(ui.cursor().min, vec2(width, size::SMALL_LINE));
        let id = self.field_id(place);
        // Only what has the focus, or gets it, shows a list.
        let busy = ui.memory(|memory| memory.has_focus(id));
        if busy {
            self.take_block(ui, ctx, place);
        }
        let proposals = if busy { Proposing(&self.typed).proposals(place, ctx) } else { Vec::new() };
        let proposals: Vec<&str> = proposals.iter().map(AsRef::as_ref).collect();
        // What one has not typed yet is offered at once.
        let offers = is_town(place) && self.typed.text(place).is_empty();
        let input = TextField::new(id, &label, self.typed.text_mut(place))
            .required(is_starred(ctx, place, kind))
            .note(said.as_ref().map(|(word, tone)| (word.as_str(), *tone)))
            .hint(hint(ctx, place))
            .limit(Field::LONGEST)
            .offers(offers)
            .width(width);
        let result =
            if has_proposals(ctx, place) { combo(ui, input, &proposals).field } else { input.show(ui) };
        if let (true, Place::Field(field)) = (result.changed, place)
            && !self.typed.text(field).trim().is_empty()
        {
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

    /// The policy leaves the field out, and it holds nothing.
    pub(super) fn is_hidden(&self, ctx: &Ctx<'_>, place: Place) -> bool {
        let Place::Field(field) = place else { return false };
        ctx.setup.policy.hides(field, self.typed.kind)
            && [&self.typed, &self.opened].iter().all(|typed| typed.text(place).trim().is_empty())
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
            if self.said.doubt(&self.typed, place).is_none() {
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

    /// The id of a field, with the record it is of: a field keeps its undo by it. Contacts that were moved are others.
    pub(super) fn field_id(&self, place: Place) -> Id {
        let moved = if matches!(place, Place::Contact(..)) { self.moved } else { 0 };
        Id::unique(("form", self.number, place, moved))
    }

    /// The word at the right of a field's label.
    pub(super) fn said_of(&self, place: Place, ctx: &Ctx<'_>) -> Option<(String, Tone)> {
        let name = matches!(place, Place::Field(Field::Company | Field::LastName));
        if self.name_missing && name {
            return Some((ctx.text.get("form-name-missing").to_owned(), Tone::Wrong));
        }
        if let Some(doubt) = self.said.doubt(&self.typed, place) {
            return Some((text::doubt(ctx.text, ctx.setup, doubt).short.to_owned(), Tone::Doubt));
        }
        let understood = self.said.understood.iter().find(|(of, _)| *of == place)?;
        Some((understood.1.clone(), Tone::Good))
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
        let hidden = self.is_hidden(ctx, field.into());
        if hidden || !empty || !(left || declined) {
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

/// What a field is called: like no other of the form.
pub(super) fn label<'a>(ctx: &Ctx<'a>, place: Place) -> Cow<'a, str> {
    match place {
        Place::Field(Field::Siren) => ctx.text.get("field-siren-siret").into(),
        Place::Field(Field::ContactRole) => ctx.text.get("contact-main-role").into(),
        Place::Custom(id) => super::custom::label(ctx, id),
        _ => text::named(ctx.text, ctx.setup, place),
    }
}

fn is_starred(ctx: &Ctx<'_>, place: Place, kind: crate::domain::client::ClientKind) -> bool {
    matches!(place, Place::Field(field) if ctx.setup.policy.wish(field, kind, HOME) == Wish::Starred)
}

/// What an empty field says.
fn hint<'a>(ctx: &Ctx<'a>, place: Place) -> &'a str {
    match place {
        Place::Field(Field::Country) => ctx.text.get("form-country-hint"),
        Place::Custom(id) => super::custom::hint(ctx, id),
        _ => "",
    }
}

/// A postcode or a city: each proposes the other.
pub(super) fn is_town(place: Place) -> bool {
    matches!(
        place,
        Place::Field(Field::Postcode | Field::City) | Place::Delivery(Field::Postcode | Field::City)
    )
}
