//! Import in the window: the dialog, and the list of imports (03.1).

use comptoir::text::Language;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;

use crate::support::book::company;
use crate::support::desktop::Desktop;
use crate::support::hands::registration;

/// The section of the imports.
fn imports(desktop: &mut Desktop) {
    desktop.ctrl(Key::Num6);
    desktop.click(Role::RadioButton, "Imports");
}

#[test]
fn a_book_without_imports_says_what_they_are() {
    let mut desktop = Desktop::new();
    imports(&mut desktop);
    assert!(desktop.reads("Aucun fichier n’a été importé."), "{:?}", desktop.texts());
}

#[test]
fn an_import_is_undone_from_the_list_also_later_and_what_was_changed_since_is_kept_and_named() {
    let clients = ["Asie", "Bolido", "Cactus"].map(|name| registration(company(name), ""));
    let mut desktop = Desktop::holding(clients.into());
    desktop.click(Role::GridCell, "Bolido");
    desktop.button("Plus d’actions");
    desktop.click(Role::MenuItem, "Archiver");
    // The window is another one by now.
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], desktop.close());
    imports(&mut desktop);
    assert!(desktop.reads("clients.csv") && desktop.reads("3 clients"), "{:?}", desktop.texts());
    assert!(!desktop.reads("Aucun fichier"));
    let undo = desktop.texts().into_iter().find(|text| text.starts_with("Annuler l’import de clients.csv, "));
    desktop.button(&undo.unwrap());
    assert!(desktop.has(Role::Dialog, "Annuler l’import de clients.csv\u{202f}?"), "{:?}", desktop.texts());
    desktop.press(Key::Enter);
    assert_eq!(
        desktop.said().as_deref(),
        Some(
            "Annulé\u{a0}: import de 3 clients · 1 élément modifié ou utilisé depuis est gardé\u{a0}: Bolido"
        )
    );
    assert!(desktop.has(Role::Label, "Annulé"), "{:?}", desktop.texts());
    assert!(!desktop.has(Role::Button, "Annuler l’import"));
    // And once more.
    desktop.ctrl(Key::Y);
    assert!(!desktop.has(Role::Label, "Annulé"));
    desktop.ctrl(Key::Num1);
    assert_eq!(desktop.rows(), ["Asie", "Cactus"]);
}
