//! The head of the record: who it is, and what can be done with the client.

use egui::Ui;

use super::{ClientPage, link};
use crate::domain::category::Category;
use crate::domain::client::{Client, Status};
use crate::domain::command::{ClientCommand, Command};
use crate::domain::doubt::doubts;
use crate::search::{State, StateFilter};
use crate::text::{self, Text};
use crate::ui::action::{Action, Actions, AttachTo, FormOf, Then};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, ConsentDialog, Dialog, Offer};
use crate::ui::icons;
use crate::ui::screens::clients::{state_ink, state_word};
use crate::ui::show;
use crate::ui::theme::{medium, regular, size, tokens};
use crate::ui::widgets::avatar::Avatar;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::card::ground;
use crate::ui::widgets::ends::{ends, row};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint;
use crate::ui::widgets::pill::{self, Pill};
use crate::ui::widgets::status::Status as StatusDot;

pub(super) fn back_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
    if ui.add(IconButton::new(icons::ARROW_LEFT, ctx.text.get("action-back"))).clicked() {
        actions.push(Action::Back);
    }
}

/// Name, categories, number, state; what can be done with the client.
pub(super) fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
    let text = ctx.text;
    let name = client.name();
    let mut left = Actions::new();
    ends(
        ui,
        52.0,
        |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            back_ui(ui, ctx, &mut left);
            ui.add(Avatar::large(&name, client.id.0));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add(Label::title(&name));
                row(ui, size::CHIP, |ui| about_ui(ui, ctx, client));
            });
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            if let Some(letter) = link::letter(&client.email) {
                let write = Button::plain(text.get("action-write")).icon(icons::ENVELOPE_SIMPLE);
                if ui.add(write).clicked() {
                    actions.push(Action::OpenLink(letter));
                }
            }
            if ui.add(Button::plain(text.get("action-edit"))).clicked() {
                actions.push(Action::Form(FormOf::Existing(client.id)));
            }
            let more = ui.add(IconButton::new(icons::DOTS_THREE, text.get("action-more")).bordered());
            more_ui(ui, ctx, client, &more, actions);
        },
    );
    actions.append(&mut left);
}

/// Under the name: state, number, and as many categories as there is room for.
fn about_ui(ui: &mut Ui, ctx: &Ctx<'_>, client: &Client) {
    let (text, tokens) = (ctx.text, tokens(ui));
    ui.spacing_mut().item_spacing.x = 8.0;
    let since = ctx.format.month(ctx.clock.local(client.created).date());
    let line = text
        .with("record-number-since", &[("number", client.number.as_str().into()), ("month", since.into())]);
    let state = State::of(client, ctx.setup).word();
    let (word, number) = (state_word(ctx, state), paint::width(ui, &line, regular(size::SMALL)));
    let after = number + paint::width(ui, word, medium(size::SMALL)) + 40.0;
    let mut room = ui.available_width() - after;
    let categories: Vec<&Category> =
        client.categories.iter().filter_map(|id| ctx.setup.category(*id)).collect();
    let mut shown = 0;
    for category in &categories {
        let wide = pill::width(ui.painter(), &category.name) + 8.0;
        // One is always shown, cut if it must be; the rest only whole, with room to say how many are left.
        let rest = if shown + 1 < categories.len() { REST } else { 0.0 };
        if shown > 0 && wide + rest > room {
            break;
        }
        let most = (room - rest).max(60.0);
        ui.scope(|ui| {
            ui.set_max_width(most);
            ui.add(Pill::new(&category.name, show::tint(ui, category.tint)));
        });
        room -= wide.min(most);
        shown += 1;
    }
    let left: Vec<&str> = categories.iter().skip(shown).map(|category| category.name.as_str()).collect();
    if !left.is_empty() {
        let more = format!("+{}", ctx.format.number(left.len()));
        ui.add(Label::small(&more).colour(tokens.muted)).on_hover_text(left.join("\n"));
    }
    ui.add(Label::small(&line).colour(tokens.muted));
    ui.add(StatusDot::new(word, state_ink(tokens, state)));
}

/// Room for "+12".
const REST: f32 = 36.0;

/// In place of figures, as long as there are none: the next sensible thing to do. Nothing when all is in order.
pub(super) fn next_ui(ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
    let text = ctx.text;
    let state = State::of(client, ctx.setup).word();
    let (said, action) = match state {
        StateFilter::ToComplete => {
            let missing = ctx.setup.policy.missing(client);
            let fields: Vec<&str> = missing.iter().map(|field| text::field(text, *field)).collect();
            (text.with("record-missing", &[("fields", text.list(&fields).into())]), "action-complete")
        }
        StateFilter::ToCheck => {
            let doubts = doubts(client, ctx.setup);
            let said: Vec<String> =
                doubts.iter().map(|doubt| text::doubt(text, ctx.setup, doubt).full).collect();
            (said.join(" "), "action-correct")
        }
        StateFilter::Active | StateFilter::Archived => return,
    };
    let tokens = tokens(ui);
    ground(ui, &said, tokens.warning.ground, |ui| {
        ends(
            ui,
            44.0,
            |ui| ui.add(Label::body(&said).wrap()),
            |ui| {
                if ui.add(Button::plain(text.get(action)).small()).clicked() {
                    actions.push(Action::Form(FormOf::Existing(client.id)));
                }
            },
        );
    });
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
        Some(0) => actions.push(archive_or_not(client)),
        Some(_) => actions.push(ask_to_delete(text, client)),
        None => {}
    }
}

fn archive_or_not(client: &Client) -> Action {
    let ids = vec![client.id];
    let archived = client.status == Status::Archived;
    let command = if archived { ClientCommand::Reactivate(ids) } else { ClientCommand::Archive(ids) };
    Action::Run(Box::new(Command::Client(command)), Then::Tell)
}

fn ask_to_delete(text: &Text, client: &Client) -> Action {
    let delete = Command::Client(ClientCommand::Delete(vec![client.id]));
    let question = Confirm::new(
        text.with("record-delete-question", &[("name", client.name().into())]),
        text.get("record-delete-body").to_owned(),
        text.get("action-delete").to_owned(),
        Action::Run(Box::new(delete), Then::Leave(client.id)),
    );
    Action::Open(Box::new(Dialog::Confirm(question.danger())))
}

impl ClientPage {
    /// What can be asked for by name about the client shown.
    pub fn offers(&self, ctx: &Ctx<'_>) -> Vec<Offer> {
        let Some(client) = &self.client else { return Vec::new() };
        let archived = client.status == Status::Archived;
        let archive = if archived { "action-unarchive" } else { "action-archive" };
        let consent = Dialog::Consent(Box::new(ConsentDialog::new(client, ctx)));
        let attach = Action::ChooseAttachment(AttachTo::Client(client.id));
        let offers = [
            ("action-edit", icons::PENCIL_SIMPLE, Action::Form(FormOf::Existing(client.id))),
            ("file-attach", icons::PAPERCLIP, attach),
            ("consent-record", icons::CHECK, Action::Open(Box::new(consent))),
            (archive, icons::ARCHIVE, archive_or_not(client)),
            ("action-delete", icons::TRASH, ask_to_delete(ctx.text, client)),
        ];
        let offer = |(key, icon, action): (&str, &'static str, Action)| Offer {
            name: ctx.text.get(key).to_owned(),
            icon,
            keys: String::new(),
            action,
        };
        offers.into_iter().map(offer).collect()
    }
}
