//! A value changed in place: its fields, Enter to keep, Escape to leave as it was. Opens no review.

use std::borrow::Cow;

use egui::{Id, Ui, vec2};

use super::custom;
use crate::domain::base::Base;
use crate::domain::client::{Client, ClientKind};
use crate::domain::command::Command;
use crate::domain::field::Field;
use crate::domain::item::Item;
use crate::domain::note::Note;
use crate::domain::place::Place;
use crate::domain::review::Review;
use crate::domain::typed::Typed;
use crate::text;
use crate::ui::ctx::Ctx;
use crate::ui::keys::Gesture;
use crate::ui::screens::client_form::{Proposing, has_proposals};
use crate::ui::show;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::combo::combo;
use crate::ui::widgets::field::{Field as TextField, Left, Tone};
use crate::ui::widgets::label::Label;

/// A change under way.
#[derive(Debug)]
pub(super) struct Edit {
    item: Item,
    base: Base,
    typed: Typed,
    opened: bool,
    /// Asked for, and not answered yet.
    sent: bool,
    /// A client needs a name: said when it was to be kept without.
    nameless: bool,
}

/// What came of it.
pub(super) enum Answer {
    /// One is still typing.
    Open,
    /// Left as it was.
    Cancelled,
    /// Nothing differs.
    Unchanged,
    /// To be changed.
    Changed(Box<Command>),
}

/// What was pressed below the fields.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pressed {
    Save,
    Cancel,
    /// A further contact becomes the main one.
    MakeMain,
    /// A further contact goes.
    Remove,
}

impl Edit {
    pub(super) fn new(client: &Client, note: Option<Note>, item: Item, ctx: &Ctx<'_>) -> Self {
        let base = Base { client: Some(client.clone()), note, consents: Vec::new() };
        let mut typed = Typed::of(&base, ctx.setup, |place, value| show::typed(ctx, place, value));
        if matches!(item, Item::Further(number) if number >= typed.contacts()) {
            typed.add_contact();
        }
        Self { item, base, typed, opened: false, sent: false, nameless: false }
    }

    pub(super) fn item(&self) -> Item {
        self.item
    }

    /// It was asked for: once the book has it, there is nothing to type any more.
    pub(super) fn is_sent(&self) -> bool {
        self.sent
    }

    /// It was not done.
    pub(super) fn failed(&mut self) {
        self.sent = false;
    }

    /// Draws the fields in place of the value.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Answer {
        // Behind a dialog the keys are the dialog's.
        let reached = ui.is_enabled();
        let pressed = |ui: &Ui, gesture: Gesture| reached && ui.input_mut(|input| gesture.take(input));
        let entered = pressed(ui, Gesture::Confirm);
        let client = self.base.client.clone().unwrap_or_default();
        let (entered, button) = ui
            .scope(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                ui.add_space(4.0);
                if self.item.places(&client).len() > 1 && self.item != Item::Registration {
                    let name = show::item(ctx, self.item, &client);
                    ui.add(Label::body(&name).colour(tokens(ui).muted));
                }
                let entered = self.fields_ui(ui, ctx, &client) || entered;
                let button = self.buttons_ui(ui, ctx, client.kind);
                ui.add_space(4.0);
                (entered, button)
            })
            .inner;
        // After the fields: a list of proposals is closed by it first.
        let escaped = pressed(ui, Gesture::Leave);
        match (button, self.item) {
            (Some(Pressed::MakeMain), Item::Further(number)) => self.typed.make_main(number),
            (Some(Pressed::Remove), Item::Further(number)) => self.typed.remove_contact(number),
            (Some(Pressed::Cancel), _) => return Answer::Cancelled,
            _ if escaped => return Answer::Cancelled,
            (None, _) if !entered => return Answer::Open,
            _ => {}
        }
        if self.sent { Answer::Open } else { self.answer(ctx) }
    }

    fn buttons_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, kind: ClientKind) -> Option<Pressed> {
        let text = ctx.text;
        let save = Button::plain(text.get("action-save")).small().id(self.id("save"));
        let cancel = Button::ghost(text.get("action-cancel")).small().id(self.id("cancel"));
        let mut pressed = None;
        ui.horizontal(|ui| {
            if ui.add(save).clicked() {
                pressed = Some(Pressed::Save);
            }
            if ui.add(cancel).clicked() {
                pressed = Some(Pressed::Cancel);
            }
        });
        if let Item::Further(number) = self.item
            && self.base.client.as_ref().is_some_and(|client| usize::from(number) < client.contacts.len())
        {
            // The main contact is the first: the first further one is the second.
            let place = [("n", u64::from(number).saturating_add(2).into())];
            let (main, remove) =
                (text.with("contact-make-main", &place), text.with("contact-remove", &place));
            let main = Button::link(&main).id(self.id("main"));
            if kind == ClientKind::Company && ui.add(main).clicked() {
                pressed = Some(Pressed::MakeMain);
            }
            let remove = Button::link(&remove).id(self.id("remove"));
            if ui.add(remove).clicked() {
                pressed = Some(Pressed::Remove);
            }
        }
        pressed
    }

    fn id(&self, what: &str) -> Id {
        let client = self.base.client.as_ref().map(|client| client.id);
        Id::unique(("edit", client, self.item, what))
    }

    /// The fields; true when Enter was pressed in one of them.
    fn fields_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client) -> bool {
        let opens = !std::mem::replace(&mut self.opened, true);
        let fields: Vec<Place> = match self.item {
            Item::Registration => vec![Field::Siren.into()],
            item => item.places(client),
        };
        let mut entered = false;
        for (number, place) in fields.iter().enumerate() {
            let id = self.id(&place.to_string());
            if opens && number == 0 {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            if let Place::Custom(field) = place {
                entered |= custom::field_ui(ui, ctx, id, *field, self.typed.text_mut(*place));
                continue;
            }
            let nameless = number == 0 && self.nameless;
            let note = nameless.then(|| (ctx.text.get("form-name-missing"), Tone::Wrong));
            let label = label(ctx, *place);
            // Only what has the focus shows a list.
            let busy = ui.memory(|memory| memory.has_focus(id));
            let proposals = if busy { Proposing(&self.typed).proposals(*place, ctx) } else { Vec::new() };
            let proposals: Vec<&str> = proposals.iter().map(AsRef::as_ref).collect();
            let field = TextField::new(id, &label, self.typed.text_mut(*place));
            let field = field.limit(Field::LONGEST).note(note);
            let left = if has_proposals(ctx, *place) {
                let result = combo(ui, field, &proposals);
                result.field.left.filter(|_| result.chosen.is_none())
            } else {
                field.show(ui).left
            };
            entered |= left == Some(Left::Enter);
        }
        entered
    }

    /// Keeps what was typed, if it can be kept.
    pub(super) fn answer(&mut self, ctx: &Ctx<'_>) -> Answer {
        match Review::of(&self.base, &self.typed, &[], ctx.setup) {
            Ok(review) if review.is_unchanged() => Answer::Unchanged,
            Ok(review) => {
                self.sent = true;
                Answer::Changed(Box::new(review.command()))
            }
            Err(_) => {
                self.nameless = true;
                Answer::Open
            }
        }
    }
}

/// The name of a field, like that of no other. SIREN and SIRET are typed into the same one.
fn label<'a>(ctx: &Ctx<'a>, place: Place) -> Cow<'a, str> {
    if place == Field::Siren.into() {
        ctx.text.get("field-siren-siret").into()
    } else {
        text::named(ctx.text, ctx.setup, place)
    }
}
