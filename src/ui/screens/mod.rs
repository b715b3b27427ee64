//! The pages: plain structs that draw themselves and return what was asked for.

mod client;
mod client_form;
mod clients;
mod later;
mod settings;
mod todo;
mod trouble;

pub use self::client::ClientPage;
pub use self::client_form::{ClientForm, Draft};
pub use self::clients::{Clients, draft_line, state_word};
pub use self::later::later_ui;
pub use self::settings::{SettingsPage, Shown as SettingsShown};
pub use self::todo::Todo;
pub use self::trouble::{Trouble, trouble_ui};
use super::action::Actions;
use super::ctx::Ctx;
use crate::domain::client::ClientId;

/// A screen on top of the pages of the main menu.
#[derive(Debug)]
pub enum Screen {
    /// A client is registered or changed.
    Form(Box<ClientForm>),
    /// All that is known about a client.
    Client(Box<ClientPage>),
}

impl Screen {
    /// It is the record of this client.
    pub fn is_of(&self, client: ClientId) -> bool {
        matches!(self, Self::Client(page) if page.id() == client)
    }

    /// Brings what it shows up to date. To be called before drawing.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        match self {
            Self::Form(form) => form.refresh(ctx),
            Self::Client(page) => page.refresh(ctx),
        }
    }

    /// Reads everything anew: in another language.
    pub fn forget(&mut self) {
        match self {
            Self::Form(form) => form.forget(),
            Self::Client(page) => page.forget(),
        }
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &Ctx<'_>) -> Actions {
        match self {
            Self::Form(form) => form.ui(ui, ctx),
            Self::Client(page) => page.ui(ui, ctx),
        }
    }
}
