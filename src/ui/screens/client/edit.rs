//! A value changed in place: its fields, Enter to keep, Escape to leave as it was. Opens no review.

use egui::{Id, Key, Modifiers, Ui, vec2};

use crate::domain::client::Client;
use crate::domain::command::Command;
use crate::domain::doubt::doubts;
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::policy::Policy;
use crate::domain::record::Invalid;
use crate::domain::review::{Base, Item, Review};
use crate::domain::typed::Typed;
use crate::text;
use crate::ui::ctx::{Ctx, HOME, first_note};
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::{Field as TextField, Left, Tone};

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
        let note = first_note(notes);
        let country = text::country(ctx.text, &client.address.country);
        let typed = Typed::of(client, country, note.as_ref().map_or("", |note| note.text.as_str()));
        Self {
            item,
            base: Base { client: Some(client.clone()), note },
            typed,
            opened: false,
            sent: false,
            nameless: false,
        }
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

    /// Draws the fields.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Answer {
        let text = ctx.text;
        let client = self.base.client.clone().unwrap_or_default();
        let key = |what| Id::unique(("edit", client.id, self.item, what));
        let mut entered = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let escaped = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        ui.spacing_mut().item_spacing = vec2(size::GUTTER, 8.0);
        let fields: Vec<Field> = match self.item {
            Item::Registration => vec![Field::Siren],
            item => item.fields(&client).to_vec(),
        };
        let mut first = true;
        for pair in fields.chunks(2) {
            ui.horizontal(|ui| {
                let width = ((ui.available_width() - size::GUTTER) / 2.0).floor();
                for field in pair {
                    let label = if *field == Field::Siren {
                        text.get("field-siren-siret")
                    } else {
                        text::field(text, *field)
                    };
                    let note = (first && self.nameless).then(|| (text.get("form-name-missing"), Tone::Wrong));
                    let result = TextField::new(key(field.key()), label, self.typed.text_mut(*field))
                        .limit(Field::LONGEST)
                        .note(note)
                        .width(width)
                        .show(ui);
                    if std::mem::take(&mut first) && !self.opened {
                        result.response.request_focus();
                    }
                    entered |= result.left == Some(Left::Enter);
                }
            });
        }
        if self.item == Item::Note {
            let result = TextField::new(key("note"), text.get("field-note"), &mut self.typed.note)
                .limit(Invalid::LONGEST_TEXT)
                .lines(5)
                .show(ui);
            if !self.opened {
                result.response.request_focus();
            }
        }
        self.opened = true;
        let (mut save, mut cancel) = (false, false);
        ui.horizontal(|ui| {
            save = ui.add(Button::plain(text.get("action-save")).small().id(key("save"))).clicked();
            cancel = ui.add(Button::ghost(text.get("action-cancel")).small().id(key("cancel"))).clicked();
        });
        ui.add_space(8.0);
        if cancel || escaped {
            return Answer::Cancelled;
        }
        if self.sent || !(save || entered) {
            return Answer::Open;
        }
        self.answer()
    }

    /// Keeps what was typed, if it can be kept.
    pub(super) fn answer(&mut self) -> Answer {
        match Review::of(&self.base, &self.typed, &[], Policy::default(), HOME) {
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

/// The word that is said of a doubted value.
pub(super) fn doubt_of(ctx: &Ctx<'_>, item: Item, client: &Client) -> Option<String> {
    let fields = item.fields(client);
    doubts(client)
        .iter()
        .find(|doubt| fields.contains(&doubt.field))
        .map(|doubt| text::doubt(ctx.text, doubt).short.to_owned())
}
