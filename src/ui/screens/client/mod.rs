//! The record of one client: all values, changed in place or in the form, and what became of them.

mod edit;
mod head;
mod history;
mod values;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use self::edit::Edit;
use self::history::Event;
use crate::domain::client::{Client, ClientId};
use crate::domain::note::Note;
use crate::domain::review::Item;
use crate::files::notes::notes_of;
use crate::ui::action::Actions;
use crate::ui::ctx::Ctx;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::label::Label;

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
    /// The value to be changed once the present change is done.
    next: Option<Item>,
    /// The value whose pencil has the focus next, after its change.
    back_to: Option<Item>,
}

impl ClientPage {
    /// The page of a client.
    pub fn new(id: ClientId) -> Self {
        Self {
            id,
            read_at: None,
            client: None,
            notes: Vec::new(),
            history: Vec::new(),
            edit: None,
            next: None,
            back_to: None,
        }
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
        if self.edit.as_ref().is_some_and(Edit::is_sent) {
            self.end_edit();
        }
        if let (Some(item), Some(client)) = (self.next.take(), &self.client) {
            self.edit = Some(Edit::new(client, &self.notes, item, ctx));
            self.back_to = None;
        }
    }

    /// The change is done or left; the keyboard goes on from its pencil.
    fn end_edit(&mut self) {
        self.back_to = self.edit.take().map(|edit| edit.item());
    }

    /// Reads everything anew: in another language.
    pub fn forget(&mut self) {
        self.read_at = None;
    }

    /// Something is being changed in place: Escape belongs to it.
    pub fn is_editing(&self) -> bool {
        self.edit.is_some()
    }

    /// Whose record it is.
    pub fn id(&self) -> ClientId {
        self.id
    }

    /// What was asked for was not done: what is typed in place stays and can be kept again.
    pub fn failed(&mut self) {
        if let Some(edit) = &mut self.edit {
            edit.failed();
        }
        self.next = None;
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let tokens = tokens(ui);
        let Some(client) = self.client.clone() else {
            let frame = Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(24, 16));
            CentralPanel::default().frame(frame).show(ui, |ui| {
                head::back_ui(ui, ctx, &mut actions);
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
            .show(ui, |ui| head::head_ui(ui, ctx, &client, &mut actions));
        Panel::right("client-side")
            .exact_size(side)
            .resizable(false)
            .frame(Frame::new().fill(tokens.background).inner_margin(Margin::same(18)))
            .show(ui, |ui| history::ui(ui, ctx, &self.history));
        CentralPanel::default()
            .frame(Frame::new().fill(tokens.surface).inner_margin(Margin {
                left: 24,
                right: 8,
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
}
