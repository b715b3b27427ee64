//! The values of the record: each in a line, with a pencil that changes it in place.

use egui::{Align, Id, Layout, Ui};

use super::ClientPage;
use super::edit::{self, Answer, Edit};
use super::head::next_ui;
use crate::domain::client::Client;
use crate::domain::review::Item;
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::{Ctx, HOME};
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::card::card;
use crate::ui::widgets::label::Label;

/// Width of the names of values.
const NAMES: f32 = 170.0;
/// Height of a value's line.
const LINE: f32 = 30.0;

impl ClientPage {
    pub(super) fn values_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
        // Room for the bar beside the cards.
        ui.set_max_width(ui.available_width() - 16.0);
        ui.spacing_mut().item_spacing.y = 10.0;
        next_ui(ui, ctx, client, actions);
        card(ui, ctx.text.get("record-contact-data"), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let contact = [Item::Name, Item::Contact, Item::Phone, Item::Mobile, Item::Email, Item::Address];
            for item in contact {
                self.item_ui(ui, ctx, client, item, actions);
            }
        });
        card(ui, ctx.text.get("record-billing-data"), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for item in [Item::Registration, Item::VatNumber, Item::Terms, Item::Number] {
                self.item_ui(ui, ctx, client, item, actions);
            }
            for item in [Item::Website, Item::Language] {
                if item.has_value(client) {
                    self.item_ui(ui, ctx, client, item, actions);
                }
            }
        });
        others_ui(ui, ctx, client);
        card(ui, ctx.text.get("record-notes"), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.item_ui(ui, ctx, client, Item::Note, actions);
            for note in self.notes.iter().skip(1) {
                ui.add(
                    Label::small(&ctx.format.day(ctx.text, note.date, ctx.clock.today()))
                        .colour(tokens(ui).muted),
                );
                ui.add(Label::body(&note.text).wrap());
            }
        });
        ui.add_space(8.0);
    }

    /// A value, or the fields it is changed in.
    fn item_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, item: Item, actions: &mut Actions) {
        if self.edit.as_ref().is_some_and(|edit| edit.item() == item) {
            self.edit_ui(ui, ctx, actions);
            return;
        }
        let text = ctx.text;
        let name = show::item(ctx, item, client);
        let value = if item == Item::Note {
            self.notes.first().map(|note| note.text.clone()).unwrap_or_default()
        } else {
            show::value(ctx, item, client)
        };
        let copies = matches!(item, Item::Phone | Item::Mobile | Item::Email) && !value.is_empty();
        let doubtful = edit::doubt_of(ctx, item, client);
        ui.horizontal(|ui| {
            ui.set_min_height(LINE);
            ui.add(Label::body(&name).colour(tokens(ui).muted).width(NAMES));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let change = text.with("record-change", &[("field", name.as_str().into())]);
                let pencil = IconButton::new(icons::PENCIL_SIMPLE, &change)
                    .small()
                    .id(Id::unique(("client", self.id, "change", item)));
                let pencil = ui.add(pencil);
                if self.back_to.take_if(|back| *back == item).is_some() {
                    pencil.request_focus();
                }
                if pencil.clicked() {
                    self.begin_edit(ctx, client, item, actions);
                }
                if let Some(said) = &doubtful {
                    ui.add(Label::small(said).colour(tokens(ui).warning.ink));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    if copies {
                        let id = Id::unique(("client", self.id, "copy", item));
                        let copy = ui.add(Button::link(&value).id(id));
                        if copy
                            .on_hover_text(text.with("record-copy", &[("field", name.as_str().into())]))
                            .clicked()
                        {
                            actions.push(Action::Copy(value.clone()));
                        }
                    } else if value.is_empty() {
                        ui.add(Label::body("–").colour(tokens(ui).faint));
                    } else {
                        ui.add(Label::body(&value).wrap());
                    }
                });
            });
        });
    }

    fn edit_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let Some(edit) = &mut self.edit else { return };
        let answer = edit.ui(ui, ctx, NAMES);
        self.answered(answer, actions);
    }

    fn answered(&mut self, answer: Answer, actions: &mut Actions) {
        match answer {
            Answer::Open => {}
            Answer::Cancelled | Answer::Unchanged => self.end_edit(),
            // The fields stay until it is done: if it fails, nothing typed is lost.
            Answer::Changed(command) => actions.push(Action::Run(command, Then::Tell)),
        }
    }

    /// Changes another value in place; what is typed for the present one is kept first.
    fn begin_edit(&mut self, ctx: &Ctx<'_>, client: &Client, item: Item, actions: &mut Actions) {
        if let Some(edit) = &mut self.edit {
            let answer = edit.answer(ctx);
            self.next = matches!(answer, Answer::Changed(_)).then_some(item);
            self.answered(answer, actions);
        }
        if self.edit.is_none() {
            self.back_to = None;
            self.edit = Some(Edit::new(client, &self.notes, item, ctx));
        }
    }
}

/// What the form of this version does not hold, and a file or a later version may have brought.
fn others_ui(ui: &mut Ui, ctx: &Ctx<'_>, client: &Client) {
    let mut lines: Vec<(&str, String)> = Vec::new();
    if let Some(delivery) = &client.delivery_address {
        let parts: Vec<&str> = delivery.lines().into_iter().filter(|line| !line.is_empty()).collect();
        lines.push((ctx.text.get("field-delivery-address"), parts.join(", ")));
    }
    for contact in &client.contacts {
        let parts = [contact.name(), contact.role.clone(), contact.email.clone(), contact.phone.shown(HOME)];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        lines.push((ctx.text.get("field-contacts"), parts.join(" · ")));
    }
    for value in client.custom.values() {
        lines.push((ctx.text.get("field-custom"), value.clone()));
    }
    if lines.is_empty() {
        return;
    }
    card(ui, ctx.text.get("field-data"), |ui| {
        for (name, value) in &lines {
            ui.horizontal(|ui| {
                ui.add(Label::body(name).colour(tokens(ui).muted).width(NAMES));
                ui.add(Label::body(value).wrap());
            });
        }
    });
}
