//! Filters by custom fields: a value of a choice, yes or no, a piece of a text, between two numbers, amounts or days, filled
//! or empty. What has to be typed is asked for above the list.

use egui::{Id, Ui};

use super::Clients;
use super::filters::{field_label, mark};
use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::place::Place;
use crate::search::{Condition, CustomFilter, read_typed};
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::field::{Field, Left, Tone};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::picker::{Pick, Picked, Words, picker};

/// What is being typed for a condition of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asking {
    field: u64,
    /// What is to be contained, or the least value.
    first: String,
    /// The greatest value.
    last: String,
    /// Just opened: the cursor goes into its first field.
    new: bool,
}

/// An entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Offer {
    /// A filter as it is.
    Set(CustomFilter),
    /// One for which something has to be typed.
    Ask(u64),
}

/// What a pass of the typed condition led to.
enum Answer {
    Back,
    Set(Condition),
}

/// "Niveau : Or", "Code : rempli", "Plafond : 100,00 – 500,00".
pub(super) fn label(ctx: &Ctx<'_>, custom: &CustomFilter) -> String {
    let text = ctx.text;
    let name = ctx.setup.field(custom.field).map_or("", |field| field.name.as_str());
    let shown = |value: &str| show::custom(ctx, custom.field, value);
    let value = match &custom.is {
        Condition::Filled => text.get("clients-filter-filled").to_owned(),
        Condition::Empty => text.get("clients-filter-empty").to_owned(),
        Condition::Is(value) => shown(value),
        Condition::Contains(piece) => {
            text.with("clients-filter-contains", &[("text", piece.as_str().into())])
        }
        Condition::Between { from: Some(from), to: Some(to) } => {
            text.with("clients-filter-between", &[("from", shown(from).into()), ("to", shown(to).into())])
        }
        Condition::Between { from: Some(from), to: None } => {
            text.with("clients-filter-least", &[("from", shown(from).into())])
        }
        Condition::Between { from: None, to } => {
            let to = to.as_ref().map(|to| shown(to)).unwrap_or_default();
            text.with("clients-filter-most", &[("to", to.into())])
        }
    };
    field_label(ctx, name, &value)
}

/// All that one can filter by.
fn offers(ctx: &Ctx<'_>) -> Vec<Offer> {
    let mut offers = Vec::new();
    for field in ctx.setup.shown_fields() {
        let set = |is| Offer::Set(CustomFilter { field: field.id, is });
        match field.kind {
            FieldKind::Choice => offers.extend(field.choices.iter().cloned().map(Condition::Is).map(set)),
            FieldKind::YesNo => offers.extend([YES, NO].map(|value| set(Condition::Is(value.to_owned())))),
            _ => offers.push(Offer::Ask(field.id)),
        }
        offers.extend([set(Condition::Filled), set(Condition::Empty)]);
    }
    offers
}

fn offer_label(ctx: &Ctx<'_>, offer: &Offer) -> String {
    match offer {
        Offer::Set(filter) => label(ctx, filter),
        Offer::Ask(id) => {
            let Some(field) = ctx.setup.field(*id) else { return String::new() };
            let key = if Condition::is_ranged(field.kind) {
                "clients-filter-between-which"
            } else {
                "clients-filter-contains-which"
            };
            field_label(ctx, &field.name, ctx.text.get(key))
        }
    }
}

impl Clients {
    /// The chip of the custom fields and its list.
    pub(super) fn custom_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let text = ctx.text;
        let name = text.get("clients-filter-fields");
        let opener = ui.add(Chip::choice(text.get("clients-fields")).says(name));
        if opener.clicked() {
            self.asking = None;
        }
        let offers = offers(ctx);
        let set = &mut self.query.filter.custom;
        let is_set = |offer: &Offer| match offer {
            Offer::Set(filter) => set.contains(filter),
            Offer::Ask(id) => set.iter().any(|filter| {
                filter.field == *id && matches!(filter.is, Condition::Contains(_) | Condition::Between { .. })
            }),
        };
        let asks = self.asking.is_some();
        let picks = || {
            // While something is typed the list makes room for it.
            let shown = offers.iter().filter(|_| !asks);
            shown.map(|offer| Pick::new(offer_label(ctx, offer), mark(is_set(offer)))).collect()
        };
        let words = Words { name, find: text.get("clients-fields-find") };
        let (mut answer, asking) = (None, &mut self.asking);
        let picked = picker(ui, &opener, words, picks, show::is_like, |ui| {
            if let Some(asking) = asking.as_mut() {
                answer = asking.ui(ui, ctx);
                if matches!(answer, Some(Answer::Set(_))) {
                    ui.close();
                }
            }
        });
        match (answer, asking.as_ref().map(|asking| asking.field)) {
            (Some(Answer::Set(is)), Some(field)) => {
                put(set, CustomFilter { field, is });
                *asking = None;
            }
            (Some(Answer::Back), _) => *asking = None,
            _ => {}
        }
        let Some(Picked::Toggle(number)) = picked else { return };
        match offers.into_iter().nth(number) {
            Some(Offer::Ask(id)) => *asking = Some(Asking::of(ctx, id, set)),
            Some(Offer::Set(filter)) if set.contains(&filter) => set.retain(|other| *other != filter),
            Some(Offer::Set(filter)) => put(set, filter),
            None => {}
        }
    }
}

/// A client has one value in a field: another takes its place.
fn put(set: &mut Vec<CustomFilter>, filter: CustomFilter) {
    set.retain(|other| other.field != filter.field);
    set.push(filter);
}

impl Asking {
    /// With what is set already.
    fn of(ctx: &Ctx<'_>, field: u64, set: &[CustomFilter]) -> Self {
        let shown = |value: &Option<String>| {
            value.as_ref().map(|value| show::typed(ctx, Place::Custom(field), value)).unwrap_or_default()
        };
        let (first, last) = match set.iter().find(|filter| filter.field == field).map(|filter| &filter.is) {
            Some(Condition::Contains(piece)) => (piece.clone(), String::new()),
            Some(Condition::Between { from, to }) => (shown(from), shown(to)),
            _ => (String::new(), String::new()),
        };
        Self { field, first, last, new: true }
    }

    fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Option<Answer> {
        let text = ctx.text;
        let field = ctx.setup.field(self.field)?;
        ui.add(Label::section(&field.name));
        let id = |what| Id::unique(("clients", "condition", self.field, what));
        let ends_of = if Condition::is_ranged(field.kind) {
            [Some("clients-filter-from"), Some("clients-filter-to")]
        } else {
            [Some("clients-filter-piece"), None]
        };
        let mut entered = false;
        for (key, typed, what) in [(ends_of[0], &mut self.first, 0), (ends_of[1], &mut self.last, 1)] {
            let Some(key) = key else { continue };
            let wrong = read_typed(field, typed, ctx.setup.point).is_err();
            let note = wrong.then(|| (text.get("clients-filter-unread"), Tone::Wrong));
            let shown =
                Field::new(id(what), text.get(key), typed).note(note).limit(CustomField::LONGEST).show(ui);
            entered |= shown.left == Some(Left::Enter);
            if what == 0 && std::mem::take(&mut self.new) {
                shown.response.request_focus();
            }
        }
        let condition = Condition::of_typed(field, [&self.first, &self.last], ctx.setup.point).ok().flatten();
        let (back, set) = ends(
            ui,
            32.0,
            |ui| ui.add(Button::ghost(text.get("action-back")).small()).clicked(),
            |ui| {
                let button = Button::primary(text.get("clients-filter-set")).small();
                ui.add(button.enabled(condition.is_some())).clicked()
            },
        );
        if back {
            return Some(Answer::Back);
        }
        condition.filter(|_| set || entered).map(Answer::Set)
    }
}
