//! Language, theme, the book and its backups, about.

use std::path::Path;

use egui::{Id, Ui};

use crate::files::csv::Apart;
use crate::files::settings::Look;
use crate::text::{Language, Text};
use crate::ui::action::{Action, Actions};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::card;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::segmented::Segmented;

/// What the page shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Language of the window.
    pub language: Language,
    /// Theme.
    pub look: Look,
    /// What sets the cells of tables apart that are written.
    pub apart: Apart,
    /// The book's file.
    pub book: &'a Path,
    /// How many backups it has.
    pub backups: usize,
}

/// Draws the section. It holds nothing: what is chosen is asked for.
pub(super) fn general_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 14.0;
    language_ui(ui, text, shown, actions);
    book_ui(ui, text, shown, actions);
    table_ui(ui, text, shown, actions);
    card(ui, text.get("settings-about"), |ui| {
        let version = text.with("settings-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
        let license = text.with("settings-license", &[("license", env!("CARGO_PKG_LICENSE").into())]);
        ui.add(Label::body(&format!("{} · {version} · {license}", text.get("app-name"))));
    });
}

fn language_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    card(ui, text.get("settings-language"), |ui| {
        let choices = Language::ALL.map(|language| (language, language.name()));
        let mut language = shown.language;
        let id = Id::unique("settings-language");
        if Segmented::new(id, text.get("settings-language"), &choices).show(ui, &mut language).changed() {
            actions.push(Action::Speak(language));
        }
    });
    card(ui, text.get("settings-theme"), |ui| {
        let choices = [
            (Look::System, text.get("settings-theme-system")),
            (Look::Light, text.get("settings-theme-light")),
            (Look::Dark, text.get("settings-theme-dark")),
        ];
        let mut look = shown.look;
        let id = Id::unique("settings-theme");
        if Segmented::new(id, text.get("settings-theme"), &choices).show(ui, &mut look).changed() {
            actions.push(Action::Look(look));
        }
    });
}

/// The habit of tables that are exported.
fn table_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    card(ui, text.get("settings-csv"), |ui| {
        let choices = [
            (Apart::Semicolon, text.get("settings-csv-semicolon")),
            (Apart::Comma, text.get("settings-csv-comma")),
        ];
        let mut apart = shown.apart;
        let id = Id::unique(("settings", "csv"));
        if Segmented::new(id, text.get("settings-csv"), &choices).show(ui, &mut apart).changed() {
            actions.push(Action::SetApart(apart));
        }
    });
}

fn book_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    card(ui, text.get("settings-book"), |ui| {
        let path = shown.book.display().to_string();
        ui.add(Label::body(&text.with("settings-book-path", &[("path", path.into())])).wrap());
        ui.horizontal_wrapped(|ui| {
            for (key, action) in [
                ("action-open-book", Action::OpenBook),
                ("action-new-book", Action::NewBook),
                ("action-save-copy", Action::SaveCopy),
                ("action-try-example", Action::Example),
            ] {
                if ui.add(Button::plain(text.get(key))).clicked() {
                    actions.push(action);
                }
            }
        });
    });
    card(ui, text.get("settings-backups"), |ui| {
        ui.add(Label::body(&text.with("settings-backups-kept", &[("n", shown.backups.into())])));
        ui.horizontal_wrapped(|ui| {
            for (key, action) in
                [("action-back-up-now", Action::Backup), ("action-restore", Action::ChooseRestore)]
            {
                if ui.add(Button::plain(text.get(key))).clicked() {
                    actions.push(action);
                }
            }
        });
    });
}
