//! The palette and the shortcuts are opened here, and whom the palette remembers is kept.

use super::App;
use crate::domain::client::ClientId;
use crate::jobs::Request;
use crate::ui::dialogs::{Dialog, Palette, Shortcuts};

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
