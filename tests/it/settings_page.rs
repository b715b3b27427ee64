//! Settings, backups, files in and out, in the whole window.

use std::path::{Path, PathBuf};

use comptoir::domain::command::Registration;
use comptoir::files::settings::{Look, Settings};
use comptoir::text::Language;
use comptoir::ui::action::Page;
use comptoir::ui::menu::MenuItem;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Theme};

use crate::support::book::{company, names};
use crate::support::desktop::Desktop;
use crate::support::hands::{fill, registration};

fn three() -> Vec<Registration> {
    ["Asie", "Bolido", "Cactus"].into_iter().map(|name| registration(company(name), "")).collect()
}

fn settings(desktop: &mut Desktop) {
    desktop.ctrl(Key::Num6);
    assert!(desktop.has(Role::Heading, "Paramètres"));
}

/// The only backup there is.
fn backup(desktop: &Desktop) -> PathBuf {
    let folder = desktop.folder.path().join("backups");
    let there = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    there.max().unwrap()
}

#[test]
fn each_entry_of_the_main_menu_has_its_page() {
    let mut desktop = Desktop::holding(three());
    for (page, key, line) in [
        (Page::Invoices, Key::Num2, "Les factures arrivent"),
        (Page::Expenses, Key::Num3, "Les dépenses arrivent"),
        (Page::Products, Key::Num4, "Les produits et services arrivent"),
        (Page::Reports, Key::Num5, "Les rapports arrivent"),
        (Page::Settings, Key::Num6, "À propos"),
        (Page::Clients, Key::Num1, "3 clients"),
    ] {
        desktop.ctrl(key);
        let name = MenuItem::Go(page).name(&comptoir::text::Text::load(Language::Fr)).to_owned();
        assert!(desktop.has(Role::Heading, &name), "{name}");
        assert!(desktop.reads(line), "{name}: {:?}", desktop.texts());
        desktop.click(Role::Link, "Rapports");
        desktop.click(Role::Link, &name);
        assert!(desktop.reads(line), "{name}");
    }
}

#[test]
fn another_language_changes_every_word_at_once_and_for_good() {
    let mut desktop = Desktop::holding(three());
    settings(&mut desktop);
    let french = desktop.texts();
    desktop.click(Role::RadioButton, "English");
    assert!(desktop.has(Role::Heading, "Settings"));
    let english = desktop.texts();
    // What is alike in both: names, numbers, the program's own.
    let kept: Vec<_> = english.iter().filter(|word| french.contains(word)).collect();
    let about = format!("Comptoir · Version {} · Licence MIT", env!("CARGO_PKG_VERSION"));
    assert_eq!(
        kept,
        ["Comptoir", "Clients", "1", "Essai", "Imports", "Français", "English", "Español", about.as_str()],
        "{english:?}"
    );
    // And the third language, at once too.
    desktop.click(Role::RadioButton, "Español");
    assert!(desktop.has(Role::Heading, "Ajustes"));
    let spanish = desktop.texts();
    let kept: Vec<_> =
        spanish.iter().filter(|word| french.contains(word) || english.contains(word)).collect();
    let own = ["Comptoir", "1", "Essai", "General", "Français", "English", "Español"];
    assert_eq!(kept, own, "{spanish:?}");
    desktop.click(Role::RadioButton, "English");
    // Every key that is said in the settings is in use: none is a key itself.
    assert!(!english.iter().any(|word| word.contains("settings-")));
    // What was said goes with the language it was said in.
    desktop.button("Back up now");
    assert_eq!(desktop.said().as_deref(), Some("Backup made"));
    desktop.click(Role::RadioButton, "Français");
    assert_eq!(desktop.said(), None);
    desktop.click(Role::RadioButton, "English");
    desktop.ctrl(Key::Num1);
    assert!(desktop.has(Role::SearchInput, "Search clients"));
    assert!(desktop.has(Role::ColumnHeader, "City"));
    let folder = desktop.close();
    let kept = Settings::load(&folder.path().join("config"));
    assert_eq!(kept.language.as_deref(), Some("en"));
    let mut desktop = Desktop::holding(three());
    settings(&mut desktop);
    desktop.click(Role::RadioButton, "Español");
    desktop.ctrl(Key::Num1);
    assert!(desktop.has(Role::ColumnHeader, "Localidad"));
    let kept = Settings::load(&desktop.close().path().join("config"));
    assert_eq!(kept.language.as_deref(), Some("es"));
}

#[test]
fn a_record_that_is_open_is_told_in_the_new_language_too() {
    let mut desktop = Desktop::holding(three());
    desktop.click(Role::GridCell, "Asie");
    assert!(desktop.reads("Client enregistré"));
    settings(&mut desktop);
    desktop.click(Role::RadioButton, "English");
    desktop.ctrl(Key::Num1);
    desktop.click(Role::GridCell, "Asie");
    assert!(desktop.reads("Client registered"), "{:?}", desktop.texts());
}

#[test]
fn the_theme_is_chosen_and_kept() {
    let mut desktop = Desktop::holding(three());
    settings(&mut desktop);
    desktop.click(Role::RadioButton, "sombre");
    assert_eq!(desktop.harness.ctx.theme(), Theme::Dark);
    desktop.click(Role::RadioButton, "clair");
    assert_eq!(desktop.harness.ctx.theme(), Theme::Light);
    let folder = desktop.close();
    assert_eq!(Settings::load(&folder.path().join("config")).look, Look::Light);
}

#[test]
fn where_the_book_is_and_what_the_program_is_can_be_read() {
    let mut desktop = Desktop::holding(three());
    settings(&mut desktop);
    let book = desktop.book().display().to_string();
    assert!(desktop.reads(&book));
    assert!(desktop.reads(&format!("Version {}", env!("CARGO_PKG_VERSION"))));
    assert!(desktop.reads(&format!("Licence {}", env!("CARGO_PKG_LICENSE"))));
}

#[test]
fn another_book_is_opened_and_a_new_one_made() {
    let mut desktop = Desktop::holding(three());
    let other = desktop.folder.path().join("Autre.comptoir");
    fill(&other, vec![registration(company("Zorba"), "")]);
    desktop.enter("asie");
    settings(&mut desktop);
    desktop.will_choose(&other);
    desktop.button("Ouvrir un autre carnet…");
    assert_eq!(desktop.rows(), ["Zorba"]);
    assert_eq!(desktop.sought(), "");
    assert!(desktop.reads("Autre"));
    // What was done in the other book cannot be undone here.
    settings(&mut desktop);
    desktop.will_choose(&desktop.folder.path().join("Neuf.comptoir"));
    desktop.button("Nouveau carnet…");
    assert!(desktop.has(Role::Heading, "Votre carnet est vide"));
    desktop.will_choose(&desktop.folder.path().join("Nulle part.comptoir"));
    settings(&mut desktop);
    desktop.button("Ouvrir un autre carnet…");
    assert!(desktop.reads("Le carnet n’est pas là."));
    let folder = desktop.close();
    let there = names(folder.path());
    assert!(there.contains(&"Neuf.comptoir".to_owned()), "{there:?}");
    assert!(!there.contains(&"Nulle part.comptoir".to_owned()), "{there:?}");
    let kept = Settings::load(&folder.path().join("config"));
    assert_eq!(kept.book.unwrap().file_name().unwrap(), "Neuf.comptoir");
}

#[test]
fn no_file_chosen_changes_nothing() {
    let mut desktop = Desktop::holding(three());
    for button in ["Importer un fichier…", "Exporter…"] {
        desktop.button(button);
        assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
        assert_eq!(desktop.said(), None);
    }
}

#[test]
fn a_backup_is_made_at_once_and_counted() {
    let mut desktop = Desktop::new();
    assert!(desktop.reads("Rien à sauvegarder"));
    settings(&mut desktop);
    assert!(desktop.reads("Aucune sauvegarde"));
    desktop.button("Sauvegarder maintenant");
    assert!(desktop.reads("1 sauvegarde gardée"));
    assert!(desktop.reads("Sauvegardé à 12:00"));
    assert_eq!(desktop.said().as_deref(), Some("Sauvegarde faite"));
}

#[test]
fn a_backup_is_restored_after_a_look_at_both() {
    let mut desktop = Desktop::holding(three());
    settings(&mut desktop);
    desktop.button("Sauvegarder maintenant");
    let backup = backup(&desktop);
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    desktop.ctrl(Key::Enter);
    desktop.ctrl(Key::Enter);
    settings(&mut desktop);
    let ask = |desktop: &mut Desktop| {
        desktop.will_choose(&backup);
        desktop.button("Restaurer une sauvegarde…");
        assert!(desktop.reads("Sauvegarde\u{a0}: 3 clients"), "{:?}", desktop.texts());
        assert!(desktop.reads("Carnet actuel\u{a0}: 4 clients"));
    };
    ask(&mut desktop);
    desktop.press(Key::Escape);
    desktop.ctrl(Key::Num1);
    assert_eq!(desktop.rows().len(), 4);
    settings(&mut desktop);
    ask(&mut desktop);
    desktop.press(Key::Enter);
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
    assert!(desktop.said().unwrap().starts_with("La sauvegarde est restaurée."));
    // The book as it was before stands aside, whole.
    let aside = names(desktop.folder.path()).into_iter().find(|name| name.contains("mis de côté")).unwrap();
    let aside = comptoir::store::summary(&desktop.folder.path().join(aside)).unwrap();
    assert_eq!(aside.clients, 4);
    // Nothing of the other book is undone here.
    desktop.ctrl(Key::Y);
    assert_eq!(desktop.said().as_deref(), Some("Il n’y a rien à rétablir."));
}

#[test]
fn what_is_no_backup_is_not_restored() {
    let mut desktop = Desktop::holding(three());
    let file = desktop.folder.path().join("Lettre.comptoir");
    std::fs::write(&file, "Chère Asie,").unwrap();
    settings(&mut desktop);
    desktop.will_choose(&file);
    desktop.button("Restaurer une sauvegarde…");
    assert!(desktop.said().unwrap().starts_with("Ce fichier n’est pas un carnet Comptoir"));
    desktop.ctrl(Key::Num1);
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
}

#[test]
fn a_copy_is_saved_and_is_a_book() {
    let mut desktop = Desktop::holding(three());
    settings(&mut desktop);
    let copy = desktop.folder.path().join("Copie.comptoir");
    desktop.will_choose(&copy);
    desktop.button("Enregistrer une copie…");
    assert!(desktop.said().unwrap().starts_with("La copie est enregistrée."));
    assert_eq!(comptoir::store::summary(&copy).unwrap().clients, 3);
    // A file that is there already stays as it is, and that is said until it is closed.
    desktop.will_choose(&copy);
    desktop.button("Enregistrer une copie…");
    assert!(desktop.said().unwrap().starts_with("Un fichier porte déjà ce nom."));
    desktop.harness.remove_cursor();
    desktop.wait(600.0);
    assert!(desktop.said().is_some());
    desktop.button("Fermer");
    assert_eq!(desktop.said(), None);
}

fn exported(desktop: &mut Desktop, path: &Path) -> String {
    desktop.will_choose(path);
    desktop.ctrl(Key::E);
    if desktop.has(Role::RadioButton, "Toutes les données") {
        desktop.click(Role::RadioButton, "Toutes les données");
    }
    desktop.click(Role::Button, "Choisir le fichier…");
    std::fs::read_to_string(path).unwrap_or_default()
}

#[test]
fn all_clients_are_exported_and_come_back_unchanged() {
    let mut desktop = Desktop::holding(three());
    let file = desktop.folder.path().join("Clients.csv");
    let written = exported(&mut desktop, &file);
    assert!(desktop.said().unwrap().starts_with("3 clients exportés"));
    for name in ["Asie", "Bolido", "Cactus"] {
        assert!(written.contains(name), "{written}");
    }
    desktop.will_choose(&file);
    desktop.ctrl(Key::O);
    assert!(desktop.reads("3 inchangés"), "{:?}", desktop.texts());
    desktop.press(Key::Escape);
    let file = desktop.folder.path().join("Clients.json");
    let json = exported(&mut desktop, &file);
    assert!(json.trim_start().starts_with(['[', '{']), "{json}");
    // Where nothing can be written it is said.
    exported(&mut desktop, &PathBuf::from("/nowhere/Clients.csv"));
    assert!(!desktop.said().unwrap().contains("exporté"), "{:?}", desktop.said());
}

#[test]
fn a_file_that_is_no_table_is_not_imported() {
    let mut desktop = Desktop::holding(three());
    let file = desktop.folder.path().join("classeur.csv");
    std::fs::write(&file, "").unwrap();
    desktop.will_choose(&file);
    desktop.ctrl(Key::O);
    assert!(desktop.said().unwrap().starts_with("Ce fichier est vide."));
    assert!(!desktop.has(Role::Dialog, "Importer des clients"));
}
