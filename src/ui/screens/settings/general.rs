//! Language, theme, the book and its backups, tables, about.

use std::path::Path;

use egui::{Id, Ui};

use crate::files::csv::Apart;
use crate::files::settings::{Look, Settings};
use crate::jobs::{SecondPlace, Standing};
use crate::text::{Language, Text};
use crate::ui::action::{Action, Actions};
use crate::ui::icons;
use crate::ui::menu::MenuItem;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::card::card;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::segmented::Segmented;
use crate::ui::widgets::switch::Switch;

/// What the page shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// Language of the window.
    pub language: Language,
    /// What sets the cells of tables apart that are written.
    pub apart: Apart,
    /// What the window remembers.
    pub settings: &'a Settings,
    /// The book's file.
    pub book: &'a Path,
    /// How its backups stand.
    pub backups: Standing,
}

/// Draws the section. It holds nothing: what is chosen is asked for.
pub(super) fn general_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    ui.spacing_mut().item_spacing.y = 14.0;
    language_ui(ui, text, shown, actions);
    book_ui(ui, text, shown, actions);
    backups_ui(ui, text, shown, actions);
    table_ui(ui, text, shown, actions);
    card(ui, text.get("settings-about"), |ui| {
        let version = text.with("settings-version", &[("version", env!("CARGO_PKG_VERSION").into())]);
        let license = text.with("settings-license", &[("license", env!("CARGO_PKG_LICENSE").into())]);
        ui.add(Label::body(&format!("{} · {version} · {license}", text.get("app-name"))));
        let shortcuts = MenuItem::Shortcuts;
        let keys = shortcuts.key_hint(text);
        if ui.add(Button::plain(shortcuts.name(text)).hint(&keys)).clicked() {
            actions.push(shortcuts.action());
        }
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
        let mut look = shown.settings.look;
        let id = Id::unique("settings-theme");
        if Segmented::new(id, text.get("settings-theme"), &choices).show(ui, &mut look).changed() {
            actions.push(Action::Look(look));
        }
    });
}

/// Where the book is, and other books.
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
        recent_ui(ui, text, shown, actions);
    });
}

/// Books that were opened before: each opened again, or forgotten.
fn recent_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    let others = shown.settings.recent.iter().filter(|path| path.as_path() != shown.book);
    for (number, path) in others.enumerate() {
        let id = Id::unique(("settings", "recent", path));
        if number == 0 {
            ui.add(Label::small(text.get("settings-recent")).colour(tokens(ui).muted));
        }
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
        let open = text.with("recent-open", &[("name", name.as_str().into())]);
        let forget = text.with("recent-forget", &[("name", name.as_str().into())]);
        let (opened, forgotten) = ends(
            ui,
            size::BUTTON,
            |ui| {
                let link = ui.add(Button::link(&open).id(id)).on_hover_text(path.display().to_string());
                let room = ui.available_width();
                ui.add(Label::small(&folder).colour(tokens(ui).muted).width(room));
                link.clicked()
            },
            |ui| ui.add(IconButton::new(icons::X, &forget).small().id(id.with("forget"))).clicked(),
        );
        if opened {
            actions.push(Action::OpenRecent(path.clone()));
        }
        if forgotten {
            actions.push(Action::ForgetRecent(path.clone()));
        }
    }
}

/// Rows of the client table, and tables for other programs.
fn table_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    card(ui, text.get("settings-table"), |ui| {
        let mut compact = shown.settings.compact;
        let id = Id::unique(("settings", "compact"));
        if ui.add(Switch::new(&mut compact, text.get("settings-compact")).id(id)).changed() {
            actions.push(Action::Compact(compact));
        }
        ui.add(Label::small(text.get("settings-csv")).colour(tokens(ui).muted));
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

fn backups_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    card(ui, text.get("settings-backups"), |ui| {
        ui.add(Label::body(&text.with("settings-backups-kept", &[("n", shown.backups.count.into())])));
        second_place_ui(ui, text, shown, actions);
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

/// The second place for backups, and whether the last one is there.
fn second_place_ui(ui: &mut Ui, text: &Text, shown: Shown<'_>, actions: &mut Actions) {
    let choose = text.get("second-place-choose");
    let Some(folder) = &shown.settings.second_place else {
        if ui.add(Button::link(choose)).clicked() {
            actions.push(Action::ChooseSecondPlace);
        }
        return;
    };
    let (key, ink) = match shown.backups.second {
        SecondPlace::Missing => ("second-place-missing", tokens(ui).warning.ink),
        SecondPlace::Copied | SecondPlace::Unwished => ("second-place-copied", tokens(ui).muted),
    };
    let path = folder.display().to_string();
    ui.add(Label::body(&text.with("second-place-path", &[("path", path.into())])).wrap());
    ui.add(Label::small(text.get(key)).colour(ink).wrap().status());
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::link(choose)).clicked() {
            actions.push(Action::ChooseSecondPlace);
        }
        if ui.add(Button::link(text.get("second-place-forget"))).clicked() {
            actions.push(Action::ForgetSecondPlace);
        }
    });
}
