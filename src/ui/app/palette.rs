//! What the palette offers, and whom it remembers.

use super::App;
use crate::domain::client::ClientId;
use crate::jobs::Request;
use crate::ui::action::Action;
use crate::ui::dialogs::{Dialog, Offer, Palette, Shortcuts};
use crate::ui::icons;
use crate::ui::menu::{MenuItem, Situation};

/// The clients looked at last, beside the books.
const RECENT: &str = "recent clients";
/// So many are remembered.
const REMEMBERED: usize = 5;

impl App {
    /// Opens the palette.
    pub(super) fn open_palette(&mut self, egui: &egui::Context) {
        let offers = self.offers(egui);
        self.dialog = Some(Dialog::Palette(Palette::new(offers, self.recent.clone())));
    }

    /// Opens the list of shortcuts.
    pub(super) fn open_shortcuts(&mut self, egui: &egui::Context) {
        let place = self.situation(egui).place;
        self.dialog = Some(Dialog::Shortcuts(Shortcuts::new(place)));
    }

    /// Every action that can be asked for here, once the palette is closed and no field has the cursor.
    fn offers(&self, egui: &egui::Context) -> Vec<Offer> {
        let now = Situation { typing: false, ..self.situation(egui) };
        let text = &self.office.text;
        let offered = MenuItem::by_use().filter(|item| *item != MenuItem::Palette && item.is_offered(now));
        let offered = offered.map(|item| Offer {
            name: item.name(text).to_owned(),
            icon: item.icon(),
            keys: item.key_hint(text),
            action: item.action(),
        });
        let views = self.clients.views().iter().map(|view| Offer {
            name: text.with("palette-view", &[("name", view.name.as_str().into())]),
            icon: icons::LIST_BULLETS,
            keys: String::new(),
            action: Action::View(view.id),
        });
        offered.chain(views).collect()
    }

    /// A client is looked at: it is the one used last.
    pub(super) fn remember_client(&mut self, id: ClientId) {
        self.recent.retain(|other| *other != id);
        self.recent.insert(0, id);
        self.recent.truncate(REMEMBERED);
        let value = serde_json::to_vec(&self.recent).ok();
        self.ask(Request::Scratch { key: RECENT.to_owned(), value });
    }

    /// Reads whom the book that was opened remembers.
    pub(super) fn read_recent(&mut self) {
        let kept = self.open_book().and_then(|book| {
            let bytes = book.reader.snapshot().ok()?.scratch(RECENT).ok()??;
            serde_json::from_slice(&bytes).ok()
        });
        self.recent = kept.unwrap_or_default();
    }
}
