//! The record of one client: all values, changed in place or in the form, and what became of them.

mod edit;
mod history;

use egui::{Align, CentralPanel, Frame, Id, Layout, Margin, Panel, ScrollArea, Ui};

use self::edit::Edit;
use self::history::Event;
use crate::domain::client::{Client, ClientId, Status};
use crate::domain::command::{ClientCommand, Command};
use crate::domain::note::Note;
use crate::domain::review::Item;
use crate::files::notes::notes_of;
use crate::search::{State, StateFilter};
use crate::text;
use crate::ui::action::{Action, Actions, FormOf, Then};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, Dialog};
use crate::ui::icons;
use crate::ui::screens::clients::{state_ink, state_word};
use crate::ui::show;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::avatar::Avatar;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::card::card;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::status::Status as StatusDot;

/// The record page.
#[derive(Debug)]
pub struct ClientPage {
    id: ClientId,
    /// The revision that was read.
    read_at: Option<u64>,
    client: Option<Client>,
    notes: Vec<Note>,
    history: Vec<Event>,
    edit: Option<Edit>,
}

/// Width of the names of values.
const NAMES: f32 = 170.0;
/// Height of a value's line.
const LINE: f32 = 34.0;

impl ClientPage {
    /// The page of a client.
    pub fn new(id: ClientId) -> Self {
        Self { id, read_at: None, client: None, notes: Vec::new(), history: Vec::new(), edit: None }
    }

    /// Brings the page up to date with the book.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        if self.read_at == Some(ctx.revision) {
            return;
        }
        let Some(snapshot) = ctx.snapshot() else { return };
        self.client = snapshot.get::<Client>(self.id.0).ok().flatten();
        self.notes = notes_of(&snapshot, self.id).unwrap_or_default();
        self.history = history::of(&snapshot, self.id, &self.notes, ctx);
        self.read_at = Some(ctx.revision);
    }

    /// Reads everything anew: in another language.
    pub fn forget(&mut self) {
        self.read_at = None;
    }

    /// Something is being changed in place: Escape belongs to it.
    pub fn is_editing(&self) -> bool {
        self.edit.is_some()
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let tokens = tokens(ui);
        let Some(client) = self.client.clone() else {
            let frame = Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(24, 16));
            CentralPanel::default().frame(frame).show(ui, |ui| {
                back_ui(ui, ctx, &mut actions);
                ui.add(Label::body(ctx.text.get("refused-gone")));
            });
            return actions;
        };
        let side =
            if ui.ctx().content_rect().width() < size::WIDE { size::PANEL_NARROW } else { size::PANEL };
        Panel::top("client-head")
            .exact_size(84.0)
            .resizable(false)
            .frame(Frame::new().fill(tokens.surface).inner_margin(Margin {
                left: 24,
                right: 24,
                top: 18,
                bottom: 0,
            }))
            .show(ui, |ui| head_ui(ui, ctx, &client, &mut actions));
        Panel::right("client-side")
            .exact_size(side)
            .resizable(false)
            .frame(Frame::new().fill(tokens.background).inner_margin(Margin::same(18)))
            .show(ui, |ui| history::ui(ui, ctx, &self.history));
        CentralPanel::default()
            .frame(Frame::new().fill(tokens.surface).inner_margin(Margin {
                left: 24,
                right: 24,
                top: 16,
                bottom: 0,
            }))
            .show(ui, |ui| {
                ScrollArea::vertical().id_salt("client-scroll").auto_shrink([false, false]).show(ui, |ui| {
                    self.values_ui(ui, ctx, &client, &mut actions);
                });
            });
        actions
    }

    fn values_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 14.0;
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
        self.others_ui(ui, ctx, client);
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

    /// What the form of this version does not hold, and a file or a later version may have brought.
    fn others_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client) {
        let mut lines: Vec<(&str, String)> = Vec::new();
        if let Some(delivery) = &client.delivery_address {
            let parts: Vec<&str> = delivery.lines().into_iter().filter(|line| !line.is_empty()).collect();
            lines.push((ctx.text.get("field-delivery-address"), parts.join(", ")));
        }
        for contact in &client.contacts {
            let parts = [
                contact.name(),
                contact.role.clone(),
                contact.email.clone(),
                contact.phone.typed().to_owned(),
            ];
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
                if ui.add(pencil).clicked() {
                    self.edit = Some(Edit::new(client, &self.notes, item, ctx));
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
        match edit.ui(ui, ctx) {
            edit::Answer::Open => {}
            edit::Answer::Cancelled => self.edit = None,
            edit::Answer::Changed(command) => {
                self.edit = None;
                if let Some(command) = command {
                    actions.push(Action::Run(command, Then::Tell));
                }
            }
        }
    }
}

fn back_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
    if ui.add(IconButton::new(icons::ARROW_LEFT, ctx.text.get("action-back"))).clicked() {
        actions.push(Action::Back);
    }
}

/// Name, number, state; what can be done with the client.
fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
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
                Action::Run(Box::new(delete), Then::Leave),
            );
            actions.push(Action::Open(Box::new(Dialog::Confirm(question.danger()))));
        }
        None => {}
    }
}
