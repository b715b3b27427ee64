//! A value changed in place: its fields, Enter to keep, Escape to leave as it was. Opens no review.

use egui::{Id, Key, Modifiers, Ui, vec2};

use crate::domain::client::Client;
use crate::domain::command::Command;
use crate::domain::doubt::doubts;
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::place::Place;
use crate::domain::record::Invalid;
use crate::domain::review::{Base, Item, Review};
use crate::domain::typed::Typed;
use crate::text;
use crate::ui::ctx::{Ctx, first_note};
use crate::ui::show;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::ends;
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

impl Edit {
    pub(super) fn new(client: &Client, notes: &[Note], item: Item, ctx: &Ctx<'_>) -> Self {
        let base = Base { client: Some(client.clone()), note: first_note(notes), consents: Vec::new() };
        let typed = Typed::of(&base, ctx.setup, |place, value| show::typed(ctx, place, value));
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

    /// Draws the fields beside the name of the value, which is so wide.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, names: f32) -> Answer {
        // Behind a dialog the keys are the dialog's.
        let reached = ui.is_enabled();
        let pressed = |modifiers, key| reached && ui.input_mut(|input| input.consume_key(modifiers, key));
        let entered = pressed(Modifiers::COMMAND, Key::Enter);
        let escaped = pressed(Modifiers::NONE, Key::Escape);
        let client = self.base.client.clone().unwrap_or_default();
        let name = show::item(ctx, self.item, &client);
        // On the line of the first words: of the labels if there are several fields, else of the field.
        let several = self.item.places(&client).len() > 1 && self.item != Item::Registration;
        if several {
            ui.add_space(6.0);
        }
        let line = if several { size::BODY_LINE } else { size::FIELD };
        let (kept, cancelled) = ui
            .horizontal_top(|ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                ends::row(ui, line, |ui| {
                    ui.set_max_width(names);
                    ui.add(Label::body(&name).colour(tokens(ui).muted).width(names));
                });
                ui.vertical(|ui| {
                    let entered = self.fields_ui(ui, ctx, &client);
                    let key = |what| self.id(what);
                    let text = ctx.text;
                    let (save, cancel) = ui
                        .horizontal(|ui| {
                            let save = Button::plain(text.get("action-save")).small().id(key("save"));
                            let cancel = Button::ghost(text.get("action-cancel")).small().id(key("cancel"));
                            (ui.add(save).clicked(), ui.add(cancel).clicked())
                        })
                        .inner;
                    (entered || save, cancel)
                })
                .inner
            })
            .inner;
        ui.add_space(8.0);
        if cancelled || escaped {
            return Answer::Cancelled;
        }
        if self.sent || !(kept || entered) {
            return Answer::Open;
        }
        self.answer(ctx)
    }

    fn id(&self, what: &str) -> Id {
        let client = self.base.client.as_ref().map(|client| client.id);
        Id::unique(("edit", client, self.item, what))
    }

    /// The fields; true when Enter was pressed in one of them.
    fn fields_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client) -> bool {
        let text = ctx.text;
        let opens = !std::mem::replace(&mut self.opened, true);
        if self.item == Item::Note {
            let id = self.id("note");
            let field = TextField::new(id, text.get("field-note"), &mut self.typed.note);
            let result = field.label_hidden().limit(Invalid::LONGEST_TEXT).lines(5).show(ui);
            if opens {
                result.response.request_focus();
            }
            return false;
        }
        let fields: Vec<Place> = match self.item {
            Item::Registration => vec![Field::Siren.into()],
            item => item.places(client),
        };
        let alone = fields.len() == 1;
        let width = ((ui.available_width() - 8.0) / 2.0).floor().min(MOST);
        let mut entered = false;
        for (number, pair) in fields.chunks(2).enumerate() {
            ui.horizontal_top(|ui| {
                for (place, field) in pair.iter().enumerate() {
                    let first = number == 0 && place == 0;
                    let note = (first && self.nameless).then(|| (text.get("form-name-missing"), Tone::Wrong));
                    let id = self.id(&field.to_string());
                    let mut shown = TextField::new(id, label(ctx, *field), self.typed.text_mut(*field));
                    if alone && note.is_none() {
                        shown = shown.label_hidden();
                    }
                    let wide = if alone { (2.0 * width).min(MOST) } else { width };
                    let result = shown.limit(Field::LONGEST).note(note).width(wide).show(ui);
                    if first && opens {
                        result.response.request_focus();
                    }
                    entered |= result.left == Some(Left::Enter);
                }
            });
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

/// The widest that a field becomes.
const MOST: f32 = 360.0;

/// The name of a field. SIREN and SIRET are typed into the same one.
fn label<'a>(ctx: &Ctx<'a>, place: Place) -> &'a str {
    if place == Field::Siren.into() {
        ctx.text.get("field-siren-siret")
    } else {
        text::place(ctx.text, ctx.setup, place)
    }
}

/// The word that is said of a doubted value.
pub(super) fn doubt_of(ctx: &Ctx<'_>, item: Item, client: &Client) -> Option<String> {
    let places = item.places(client);
    doubts(client, ctx.setup)
        .iter()
        .find(|doubt| places.contains(&doubt.place))
        .map(|doubt| text::doubt(ctx.text, ctx.setup, doubt).short.to_owned())
}
