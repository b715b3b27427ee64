//! The custom fields of a book: in their order, with what they hold; one is added and changed in a dialog.

use egui::{Align, Id, Layout, Ui, UiBuilder};

use super::{LINE, clients, line_place};
use crate::domain::command::{Command, CustomFieldCommand};
use crate::domain::custom_field::CustomField;
use crate::domain::usage::Usage;
use crate::text::Text;
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, Dialog, FieldDialog};
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint;

const KIND: f32 = 170.0;
const CLIENTS: f32 = 100.0;

/// The button that adds one.
pub(super) fn add_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
    let add = Button::primary(ctx.text.get("custom-add")).icon(icons::PLUS);
    if ui.add(add).clicked() {
        actions.push(Action::Open(Box::new(Dialog::Field(FieldDialog::new()))));
    }
}

/// All of them, hidden ones too.
pub(super) fn list_ui(ui: &mut Ui, ctx: &Ctx<'_>, usage: Option<&Usage>, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let fields = ctx.setup.fields();
    if fields.is_empty() {
        ui.add_space(12.0);
        ui.add(Label::body(ctx.text.get("custom-list-none")).colour(tokens(ui).muted).wrap());
    }
    for (place, field) in fields.iter().enumerate() {
        let Some(rect) = line_place(ui, LINE) else { continue };
        let count = usage.map(|usage| usage.of_field(field.id));
        let builder = UiBuilder::new()
            .scope_id(Id::unique(("settings", "field", field.id)))
            .max_rect(rect)
            .layout(Layout::left_to_right(Align::Center));
        let mut line = ui.new_child(builder);
        line.spacing_mut().item_spacing.x = 8.0;
        move_ui(&mut line, ctx, place, field, actions);
        field_ui(&mut line, ctx, field, count);
        more_ui(&mut line, ctx, field, usage, actions);
        paint::hair_x(ui.painter(), rect.x_range(), rect.bottom() - 1.0, tokens(ui).line);
    }
}

/// Up and down.
fn move_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: usize, field: &CustomField, actions: &mut Actions) {
    let text = ctx.text;
    ui.spacing_mut().item_spacing.x = 0.0;
    let last = ctx.setup.fields().len().saturating_sub(1);
    for (key, icon, possible, up) in [
        ("custom-up", icons::CARET_UP, place > 0, true),
        ("custom-down", icons::CARET_DOWN, place < last, false),
    ] {
        let name = text.with(key, &[("name", field.name.as_str().into())]);
        let id = ui.unique_id().with(key);
        if ui.add(IconButton::new(icon, &name).small().enabled(possible).id(id)).clicked() {
            let mut order: Vec<u64> = ctx.setup.fields().iter().map(|field| field.id).collect();
            let to = if up { place.saturating_sub(1) } else { place.saturating_add(1) };
            if place < order.len() && to < order.len() {
                order.swap(place, to);
                run(actions, CustomFieldCommand::Arrange(order));
            }
        }
    }
    ui.add_space(6.0);
    ui.spacing_mut().item_spacing.x = 8.0;
}

/// Its name, what it holds, and how many clients hold a value.
fn field_ui(ui: &mut Ui, ctx: &Ctx<'_>, field: &CustomField, count: Option<usize>) {
    let text = ctx.text;
    let tokens = tokens(ui);
    let ink = if field.hidden { tokens.muted } else { tokens.text };
    let kind = show::kind(text, field.kind);
    let hidden = text.with("custom-hidden", &[("kind", kind.into())]);
    let kind = if field.hidden { &hidden } else { kind };
    // Two buttons end the line.
    let room = ui.available_width() - KIND - CLIENTS - 2.0 * size::BUTTON - 6.0 * 8.0;
    ui.add(Label::body(&field.name).medium().colour(ink).width(room));
    ui.add(Label::body(kind).colour(tokens.muted).width(KIND));
    ui.add(Label::body(&clients(text, count)).colour(tokens.muted).width(CLIENTS).align(Align::Max));
    ui.add_space(8.0);
}

fn more_ui(ui: &mut Ui, ctx: &Ctx<'_>, field: &CustomField, usage: Option<&Usage>, actions: &mut Actions) {
    let text = ctx.text;
    let open = || Action::Open(Box::new(Dialog::Field(FieldDialog::of(field, usage))));
    let edit = text.with("custom-edit-title", &[("name", field.name.as_str().into())]);
    if ui.add(IconButton::new(icons::PENCIL_SIMPLE, &edit).id(ui.unique_id().with("edit"))).clicked() {
        actions.push(open());
    }
    let more = text.with("custom-more", &[("name", field.name.as_str().into())]);
    let more = ui.add(IconButton::new(icons::DOTS_THREE, &more).id(ui.unique_id().with("more")));
    let hide = text.get(if field.hidden { "custom-show" } else { "custom-hide" });
    let entries = [
        Entry::new(text.get("custom-edit")),
        Entry::new(hide),
        Entry::new(text.get("action-delete")).danger(),
    ];
    match menu(ui, &more, text.get("action-more"), &entries) {
        Some(0) => actions.push(open()),
        Some(1) => {
            let before = field.clone();
            let after = CustomField { hidden: !field.hidden, ..field.clone() };
            run(actions, CustomFieldCommand::Change { before, after, renamed: Vec::new() });
        }
        Some(_) => {
            let count = usage.map(|usage| usage.of_field(field.id)).unwrap_or_default();
            let question = delete_question(text, field, count);
            actions.push(Action::Open(Box::new(Dialog::Confirm(question))));
        }
        None => {}
    }
}

fn run(actions: &mut Actions, command: CustomFieldCommand) {
    actions.push(Action::Run(Box::new(Command::CustomField(command)), Then::Tell));
}

/// Says what deleting takes along before it is done.
fn delete_question(text: &Text, field: &CustomField, count: usize) -> Confirm {
    let title = text.with("custom-delete-question", &[("name", field.name.as_str().into())]);
    let body = text.with("custom-delete-body", &[("n", count.into())]);
    let command = Command::CustomField(CustomFieldCommand::Delete(field.id));
    let action = Action::Run(Box::new(command), Then::Tell);
    Confirm::new(title, body, text.get("action-delete").to_owned(), action).danger()
}
