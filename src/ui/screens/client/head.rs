//! The head of the record: who it is, and what can be done with the client.

use egui::Ui;

use crate::domain::client::{Client, Status};
use crate::domain::command::{ClientCommand, Command};
use crate::search::{State, StateFilter};
use crate::text;
use crate::ui::action::{Action, Actions, FormOf, Then};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, Dialog};
use crate::ui::icons;
use crate::ui::screens::clients::{state_ink, state_word};
use crate::ui::theme::tokens;
use crate::ui::widgets::avatar::Avatar;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::status::Status as StatusDot;

pub(super) fn back_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
    if ui.add(IconButton::new(icons::ARROW_LEFT, ctx.text.get("action-back"))).clicked() {
        actions.push(Action::Back);
    }
}

/// Name, number, state; what can be done with the client.
pub(super) fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
    let text = ctx.text;
    let name = client.name();
    let since = ctx.format.month(ctx.clock.local(client.created).date());
    let line = text
        .with("record-number-since", &[("number", client.number.as_str().into()), ("month", since.into())]);
    let state = State::of(client, ctx.policy()).word();
    let mut left = Actions::new();
    ends(
        ui,
        48.0,
        |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            back_ui(ui, ctx, &mut left);
            ui.add(Avatar::large(&name, client.id.0));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add(Label::title(&name));
                ui.horizontal(|ui| {
                    ui.add(StatusDot::new(state_word(ctx, state), state_ink(tokens(ui), state)));
                    ui.add(Label::small(&line).colour(tokens(ui).muted));
                });
            });
        },
        |ui| {
            if ui.add(Button::plain(text.get("action-edit"))).clicked() {
                actions.push(Action::Form(FormOf::Existing(client.id)));
            }
            let more = ui.add(IconButton::new(icons::DOTS_THREE, text.get("action-more")).bordered());
            more_ui(ui, ctx, client, &more, actions);
        },
    );
    actions.append(&mut left);
    let missing = ctx.policy().missing(client);
    if state == StateFilter::ToComplete && !missing.is_empty() {
        let fields: Vec<&str> = missing.iter().map(|field| text::field(text, *field)).collect();
        let said = text.with("record-missing", &[("fields", text.list(&fields).into())]);
        ui.add(Label::small(&said).colour(tokens(ui).muted));
    }
}

/// Archive and delete.
fn more_ui(ui: &Ui, ctx: &Ctx<'_>, client: &Client, more: &egui::Response, actions: &mut Actions) {
    let text = ctx.text;
    let archived = client.status == Status::Archived;
    let archive = if archived { "action-unarchive" } else { "action-archive" };
    let entries = [
        Entry::new(text.get(archive)).icon(icons::ARCHIVE),
        Entry::new(text.get("action-delete")).icon(icons::TRASH).danger(),
    ];
    match menu(ui, more, text.get("action-more"), &entries) {
        Some(0) => {
            let ids = vec![client.id];
            let command = if archived { ClientCommand::Reactivate(ids) } else { ClientCommand::Archive(ids) };
            actions.push(Action::Run(Box::new(Command::Client(command)), Then::Tell));
        }
        Some(_) => {
            let name = client.name();
            let delete = Command::Client(ClientCommand::Delete(vec![client.id]));
            let question = Confirm::new(
                text.with("record-delete-question", &[("name", name.into())]),
                text.get("record-delete-body").to_owned(),
                text.get("action-delete").to_owned(),
                Action::Run(Box::new(delete), Then::Leave(client.id)),
            );
            actions.push(Action::Open(Box::new(Dialog::Confirm(question.danger()))));
        }
        None => {}
    }
}
