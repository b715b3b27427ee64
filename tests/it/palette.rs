//! The palette and the shortcuts, in the whole window.

use std::collections::BTreeSet;

use comptoir::domain::command::Registration;
use comptoir::files::settings::{Look, Settings};
use comptoir::text::{Language, Text};
use comptoir::ui::keys::{Gesture, key_cap};
use comptoir::ui::menu::MenuItem;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::source;
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
    let section = "Paramètres\u{a0}: Imports";
    assert_eq!(rows[..3], ["Importer un fichier…", section, "Importations Dupont"], "{rows:?}");
    desktop.press(Key::ArrowDown);
    assert_eq!(current(&desktop).as_deref(), Some(section));
    desktop.press(Key::ArrowDown);
    assert_eq!(current(&desktop).as_deref(), Some("Importations Dupont"));
    for _ in 0..3 {
        desktop.press(Key::ArrowUp);
    }
    assert_eq!(current(&desktop).as_deref(), Some("Importer un fichier…"), "the first row stays the first");
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

/// What cannot be asked for in the palette, and why.
const ELSEWHERE: [(&str, &str); 27] = [
    ("Add", "said by the program"),
    ("Attach", "files that were dropped: which is known only then"),
    ("Back", "Escape, of what is on top"),
    ("CloseDialog", "Escape, of the dialog that is on top"),
    ("ConfirmImport", "of the import that is shown, whose dialog is on top"),
    ("Copy", "of one value, beside it"),
    ("Correct", "of one point of the summary, whose dialog is on top"),
    ("DropDraft", "destroys: beside the draft"),
    ("DropView", "destroys: beside the view"),
    ("ExportClients", "of the clients selected: Export begins with them"),
    ("ExportTo", "of the export that is shown, whose dialog is on top"),
    ("ForgetRecent", "destroys: beside the book"),
    ("Keep", "done by the program"),
    ("OpenAttachment", "of one file, beside it"),
    ("OpenLink", "of one value, beside it"),
    ("Palette", "it is open"),
    ("PlanImport", "of the import that is shown, whose dialog is on top"),
    ("PutBack", "of the view that was just changed or deleted, on what tells of it"),
    ("Reopen", "of a book that could not be read: no palette without a book"),
    ("Restore", "of the backup that was chosen, whose dialog is on top"),
    ("SaveAttachment", "of one file, beside it"),
    ("Show", "the clients themselves are found by name"),
    ("Silence", "said by the program"),
    ("Stop", "of long work, whose dialog is on top"),
    ("Tell", "said by the program"),
    ("Typed", "of one field"),
    ("UndoEntry", "of one change, beside it; Undo takes the last one back"),
];

/// The names of everything that can be asked for.
fn actions() -> BTreeSet<String> {
    let sources = source::all();
    let action = sources.iter().find(|source| source.path == "src/ui/action.rs").unwrap();
    let items = syn::parse_file(&action.code).unwrap().items;
    let named = items.into_iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == "Action" => Some(item),
        _ => None,
    });
    named.unwrap().variants.iter().map(|variant| variant.ident.to_string()).collect()
}

/// The names of what is offered where one is.
fn asked(desktop: &Desktop) -> BTreeSet<String> {
    let offers = desktop.harness.state().offers(&desktop.harness.ctx);
    let name = |action: String| action.split([' ', '(', '{']).next().unwrap().to_owned();
    offers.iter().map(|offer| name(format!("{:?}", offer.action))).collect()
}

#[test]
fn every_action_is_offered_somewhere_or_is_elsewhere_for_a_reason() {
    let mut desktop = Desktop::holding(some());
    let stick = desktop.folder.path().join("stick");
    comptoir::files::backup::create_folder(&stick).unwrap();
    desktop.ctrl(Key::Num6);
    desktop.will_choose(&stick);
    desktop.click(Role::Button, "Copier aussi les sauvegardes ailleurs…");
    desktop.will_choose(&desktop.folder.path().join("Autre.comptoir"));
    desktop.button("Nouveau carnet…");
    desktop.ctrl(Key::Num6);
    desktop.click(Role::Button, "Ouvrir Essai");
    view(&mut desktop);
    let mut offered = asked(&desktop);
    desktop.click(Role::GridCell, "Asie");
    offered.extend(asked(&desktop));
    desktop.ctrl(Key::N);
    offered.extend(asked(&desktop));
    let all = actions();
    assert!(all.len() > 50, "{all:?}");
    let elsewhere: BTreeSet<String> = ELSEWHERE.iter().map(|(name, _)| (*name).to_owned()).collect();
    let missing: Vec<_> = all.difference(&offered).filter(|name| !elsewhere.contains(*name)).collect();
    assert!(missing.is_empty(), "neither offered nor elsewhere: {missing:?}");
    let both: Vec<_> = elsewhere.intersection(&offered).collect();
    assert!(both.is_empty(), "offered all the same: {both:?}");
    assert!(elsewhere.is_subset(&all), "{:?}", elsewhere.difference(&all).collect::<Vec<_>>());
}

/// Saves a view of the table by the name "Les miens".
fn view(desktop: &mut Desktop) {
    desktop.ctrl(Key::Num1);
    desktop.button("Vues");
    desktop.node(Role::TextInput, "Nom de la vue").focus();
    desktop.harness.run();
    desktop.enter("Les miens");
    desktop.button("Enregistrer cette vue");
    desktop.press(Key::Escape);
}

#[test]
fn what_is_chosen_in_the_palette_is_done() {
    let mut desktop = Desktop::holding(some());
    let choose = |desktop: &mut Desktop, typed: &str| {
        desktop.ctrl(Key::K);
        desktop.paste(typed);
        desktop.press(Key::Enter);
        assert!(!desktop.has(Role::Dialog, "Aller à…"), "{typed}");
    };
    choose(&mut desktop, "param imports");
    assert!(
        desktop.reads("Aucun fichier n’a été importé") || desktop.reads("clients.csv"),
        "{:?}",
        desktop.texts()
    );
    choose(&mut desktop, "param champs");
    assert!(desktop.has(Role::Button, "Nouveau champ…"));
    choose(&mut desktop, "nouveau champ");
    assert!(desktop.has(Role::Dialog, "Nouveau champ personnalisé"));
    desktop.press(Key::Escape);
    choose(&mut desktop, "thème sombre");
    choose(&mut desktop, "compactes");
    choose(&mut desktop, "récap toujours");
    choose(&mut desktop, "virgule");
    choose(&mut desktop, "clients archivé");
    assert!(desktop.rows().is_empty(), "{:?}", desktop.rows());
    choose(&mut desktop, "clients à compl");
    assert_eq!(desktop.rows().len(), 3);
    desktop.click(Role::GridCell, "Asie");
    choose(&mut desktop, "archiver");
    assert!(
        desktop.reads("Réactiver") || desktop.said().unwrap().contains("archivé"),
        "{:?}",
        desktop.said()
    );
    choose(&mut desktop, "supprimer");
    assert!(desktop.reads("Supprimer Asie"));
    desktop.press(Key::Escape);
    choose(&mut desktop, "modifier");
    assert!(desktop.has(Role::Heading, "Modifier Asie"));
    desktop.enter("s");
    desktop.press(Key::Escape);
    desktop.ctrl(Key::Num1);
    choose(&mut desktop, "brouillon");
    assert!(desktop.has(Role::Heading, "Modifier Asie"), "{:?}", desktop.texts());
    choose(&mut desktop, "langue english");
    assert!(desktop.reads("Edit Asie"), "{:?}", desktop.texts());
    let kept = Settings::load(&desktop.close().path().join("config"));
    assert_eq!((kept.look, kept.compact), (Look::Dark, true));
    assert_eq!(kept.review, comptoir::files::settings::ReviewHabit::Always);
    assert_eq!(kept.apart, Some(comptoir::files::csv::Apart::Comma));
    assert_eq!(kept.language.as_deref(), Some("en"));
}

#[test]
fn what_is_so_already_is_not_offered() {
    let mut desktop = Desktop::holding(some());
    let names = |desktop: &Desktop| -> Vec<String> {
        let offers = desktop.harness.state().offers(&desktop.harness.ctx);
        offers.into_iter().map(|offer| offer.name.replace('\u{a0}', "")).collect()
    };
    let has = |desktop: &Desktop, name: &str| names(desktop).iter().any(|one| one == name);
    assert!(!has(&desktop, "Langue: Français") && has(&desktop, "Langue: English"), "{:?}", names(&desktop));
    assert!(!has(&desktop, "Thème: clair") && has(&desktop, "Thème: sombre"));
    assert!(!has(&desktop, "Ne plus copier ailleurs"));
    assert!(!names(&desktop).iter().any(|name| name == "Ouvrir Essai"), "it is open");
    assert!(!has(&desktop, "Aller à…"));
    desktop.ctrl(Key::Num6);
    desktop.click(Role::RadioButton, "sombre");
    assert!(has(&desktop, "Thème: clair") && !has(&desktop, "Thème: sombre"));
    assert!(!has(&desktop, "Modifier") && !has(&desktop, "Joindre un fichier…"), "no client is shown");
    desktop.ctrl(Key::Num1);
    desktop.click(Role::GridCell, "Asie");
    let own = ["Modifier", "Joindre un fichier…", "Enregistrer une réponse…", "Archiver", "Supprimer"];
    assert_eq!(names(&desktop)[..6], [own.as_slice(), &["Nouveau client"]].concat());
    desktop.ctrl(Key::N);
    assert!(!has(&desktop, "Modifier") && has(&desktop, "Joindre un fichier…"));
}

#[test]
fn every_shortcut_stands_on_f1() {
    let text = Text::load(Language::Fr);
    let mut desktop = Desktop::holding(some());
    desktop.press(Key::F1);
    let texts = desktop.texts();
    for item in MenuItem::ALL {
        let line = format!("{}\u{a0}: {}", item.name(&text), item.key_hints(&text).join(", "));
        assert!(texts.contains(&line), "{line}: {texts:?}");
    }
    for gesture in Gesture::INSIDE.into_iter().chain(Gesture::ROWS) {
        let caps: Vec<_> = gesture.shortcuts().into_iter().map(|one| key_cap(one, &text)).collect();
        let line = format!("{}\u{a0}: {}", gesture.name(&text), caps.join(", "));
        assert!(texts.contains(&line), "{line}: {texts:?}");
    }
}

/// Where keys with Ctrl, Escape or of the row of functions are taken without being declared.
fn undeclared(path: &str, code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap();
    let declared = ["src/ui/menu.rs", "src/ui/keys.rs"].contains(&path);
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let taken = lines.filter(|line| {
        let by_function = (1..=12).any(|n| line.contains(&format!("Key::F{n}")));
        line.contains("Modifiers::COMMAND") || line.contains("Modifiers::CTRL") || by_function
    });
    taken.filter(|_| !declared && path.starts_with("src/ui/")).map(|line| format!("{path}: {line}")).collect()
}

#[test]
fn no_shortcut_is_taken_that_is_not_declared() {
    let found: Vec<String> =
        source::all().iter().flat_map(|source| undeclared(&source.path, &source.code)).collect();
    assert!(found.is_empty(), "{found:#?}");
    let breach = "fn f(i: &mut InputState) { i.consume_key(Modifiers::COMMAND, Key::A); }";
    assert_eq!(undeclared("src/ui/show.rs", breach).len(), 1);
    assert_eq!(undeclared("src/ui/show.rs", "x(Key::F5)").len(), 1);
    assert!(
        undeclared("src/ui/keys.rs", breach).is_empty() && undeclared("src/ui/show.rs", "Key::F").is_empty()
    );
}
