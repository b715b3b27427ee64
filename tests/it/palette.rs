//! The palette and the shortcuts, in the whole window.

use comptoir::domain::command::Registration;
use comptoir::text::Language;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::book::company;
use crate::support::desktop::Desktop;
use crate::support::hands::registration;

fn some() -> Vec<Registration> {
    ["Asie", "Bolido", "Importations Dupont"]
        .into_iter()
        .map(|name| registration(company(name), ""))
        .collect()
}

/// What the list offers, in its order.
fn offered(desktop: &Desktop) -> Vec<String> {
    let rows = desktop.harness.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| row.accesskit_node().label()).collect()
}

fn current(desktop: &Desktop) -> Option<String> {
    let mut rows = desktop.harness.query_all_by_role(Role::ListBoxOption);
    rows.find(|row| row.accesskit_node().is_selected() == Some(true))?.accesskit_node().label()
}

#[test]
fn a_client_is_found_and_opened_and_stands_first_the_next_time() {
    let mut desktop = Desktop::holding(some());
    desktop.ctrl(Key::K);
    assert!(desktop.has(Role::Dialog, "Aller à…"));
    assert!(!offered(&desktop).contains(&"Bolido".to_owned()), "nobody was looked at yet");
    assert_eq!(
        offered(&desktop)[..2],
        ["Nouveau client", "Rechercher un client"],
        "what is wanted most often"
    );
    desktop.enter("boli");
    assert_eq!(
        offered(&desktop),
        ["Bolido", "Créer « boli »"].map(|row| row.replace("« boli »", "«\u{a0}boli\u{a0}»"))
    );
    desktop.press(Key::Enter);
    assert!(!desktop.has(Role::Dialog, "Aller à…") && desktop.has(Role::Heading, "Bolido"));
    desktop.ctrl(Key::K);
    assert_eq!(current(&desktop).as_deref(), Some("Bolido"));
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::Heading, "Bolido"), "Escape closed the palette only");
    // Also when the book is opened again.
    let folder = desktop.close();
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], folder);
    desktop.ctrl(Key::K);
    assert_eq!(current(&desktop).as_deref(), Some("Bolido"));
}

#[test]
fn actions_are_found_by_the_beginnings_of_their_words_before_clients() {
    let mut desktop = Desktop::holding(some());
    desktop.ctrl(Key::K);
    desktop.enter("imp");
    let rows = offered(&desktop);
    assert_eq!(rows[..2], ["Importer un fichier…", "Importations Dupont"], "{rows:?}");
    desktop.press(Key::ArrowDown);
    assert_eq!(current(&desktop).as_deref(), Some("Importations Dupont"));
    desktop.press(Key::ArrowUp);
    desktop.press(Key::ArrowUp);
    assert_eq!(current(&desktop).as_deref(), Some("Importer un fichier…"));
    for _ in 0..9 {
        desktop.press(Key::ArrowDown);
    }
    assert!(current(&desktop).unwrap().starts_with("Créer"), "the last row stays the last");
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Heading, "Nouveau client"));
}

#[test]
fn what_is_offered_depends_on_where_one_is() {
    let mut desktop = Desktop::holding(some());
    let finds = |desktop: &mut Desktop, typed: &str, name: &str| {
        desktop.ctrl(Key::K);
        desktop.enter(typed);
        let there = offered(desktop).iter().any(|row| row == name);
        desktop.press(Key::Escape);
        there
    };
    assert!(!finds(&mut desktop, "enreg", "Enregistrer"));
    assert!(finds(&mut desktop, "param", "Paramètres"));
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    assert!(finds(&mut desktop, "enreg", "Enregistrer"));
    // The cursor is where it was.
    desktop.enter("s");
    assert!(
        desktop
            .harness
            .query_all_by_role(Role::TextInput)
            .any(|field| field.value().as_deref() == Some("Zorbas"))
    );
    // And the action is that of the form.
    desktop.ctrl(Key::K);
    desktop.enter("enregistrer");
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Dialog, "Récapitulatif"));
}

#[test]
fn a_click_chooses_too_and_a_page_is_opened() {
    let mut desktop = Desktop::holding(some());
    desktop.ctrl(Key::K);
    desktop.enter("parametre");
    desktop.click(Role::ListBoxOption, "Paramètres");
    assert!(desktop.has(Role::Heading, "Paramètres"));
}

#[test]
fn the_shortcuts_of_the_place_come_first() {
    let mut desktop = Desktop::holding(some());
    let heads = |desktop: &Desktop| {
        let heads = ["Partout", "Dans le formulaire", "Sur la fiche client"];
        let texts = desktop.texts();
        let mut heads: Vec<_> = heads
            .into_iter()
            .map(|head| (texts.iter().position(|text| text == head).unwrap(), head))
            .collect();
        heads.sort_unstable();
        heads.into_iter().map(|(_, head)| head).collect::<Vec<_>>()
    };
    desktop.press(Key::F1);
    assert_eq!(heads(&desktop)[0], "Partout");
    assert!(
        desktop.reads("Aller à…\u{a0}: Ctrl K") && desktop.reads("Rétablir\u{a0}: Ctrl Y, Ctrl Maj Z"),
        "{:?}",
        desktop.texts()
    );
    desktop.press(Key::Escape);
    assert!(!desktop.has(Role::Dialog, "Raccourcis"));
    desktop.ctrl(Key::N);
    desktop.press(Key::F1);
    assert_eq!(heads(&desktop)[0], "Dans le formulaire");
    desktop.press(Key::Enter);
    assert!(!desktop.has(Role::Dialog, "Raccourcis"), "the button that closes it has the focus");
}
