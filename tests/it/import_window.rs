//! Import in the window: the dialog, and the list of imports (03.1).

use comptoir::text::Language;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;

use crate::support::book::company;
use crate::support::desktop::Desktop;
use crate::support::hands::registration;

/// Chooses a file of this name to import.
fn import(desktop: &mut Desktop, name: &str, bytes: &[u8]) {
    let file = desktop.folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    desktop.will_choose(&file);
    desktop.ctrl(Key::O);
    assert!(desktop.has(Role::Dialog, "Importer des clients"), "{:?}", desktop.texts());
}

/// What a column becomes.
fn becomes(desktop: &Desktop, column: &str) -> String {
    let name = format!("{column} devient");
    desktop.node(Role::ComboBox, &name).value().unwrap_or_default()
}

/// Says what a column becomes.
fn set(desktop: &mut Desktop, column: &str, target: &str) {
    desktop.click(Role::ComboBox, &format!("{column} devient"));
    desktop.enter(target);
    desktop.press(Key::Enter);
}

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

const FILE: &str = "Raison sociale;Surnom;Ville;Fax\nDelta;Dédé;Lyon;0472\nÉtoile;;Paris;\n;x;Nice;\n";

#[test]
fn what_was_read_and_what_would_become_of_it_is_said_before_anything_is_written() {
    let mut desktop = Desktop::new();
    import(&mut desktop, "autres.csv", FILE.as_bytes());
    for said in ["autres.csv · UTF-8, points-virgules · 3 lignes lues. Rien n’est écrit", "Dédé", "Fax"]
    {
        assert!(desktop.reads(said), "{said}: {:?}", desktop.texts());
    }
    assert_eq!(desktop.rows(), ["Delta", "Étoile", "Sans nom"]);
    assert_eq!(becomes(&desktop, "Raison sociale"), "Raison sociale");
    assert_eq!(becomes(&desktop, "Fax"), "Nouveau champ\u{a0}: Fax");
    // One kind alone, and all again.
    desktop.button("1 refusé");
    assert_eq!(desktop.rows(), ["Sans nom"]);
    desktop.button("1 refusé");
    assert_eq!(desktop.rows().len(), 3);
    // The values of a row beside the columns.
    desktop.button("Exemple suivant");
    desktop.button("Exemple suivant");
    assert!(desktop.has(Role::Label, "Paris"), "{:?}", desktop.texts());
    desktop.button("Exemple précédent");
    assert!(!desktop.has(Role::Label, "Paris"));
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::Heading, "Votre carnet est vide"), "{:?}", desktop.texts());
}

#[test]
fn what_a_column_becomes_is_changed_and_remembered() {
    let mut desktop = Desktop::new();
    import(&mut desktop, "autres.csv", FILE.as_bytes());
    set(&mut desktop, "Fax", "mobile");
    assert_eq!(becomes(&desktop, "Fax"), "Mobile");
    set(&mut desktop, "Surnom", "ignorer");
    assert!(desktop.reads("Colonnes non reprises\u{a0}: Surnom"), "{:?}", desktop.texts());
    // Two columns never become one field: the other goes into the note.
    set(&mut desktop, "Surnom", "mobile");
    assert_eq!(becomes(&desktop, "Fax"), "Dans la note, avec l’en-tête");
    set(&mut desktop, "Fax", "mobile");
    set(&mut desktop, "Surnom", "ignorer");
    desktop.button("Importer 2 clients");
    assert_eq!(desktop.said().as_deref(), Some("2 clients importés"));
    import(&mut desktop, "encore.csv", FILE.as_bytes());
    assert_eq!(
        (becomes(&desktop, "Fax").as_str(), becomes(&desktop, "Surnom").as_str()),
        ("Mobile", "Ignorer cette colonne")
    );
    desktop.press(Key::Escape);
    let folder = desktop.close();
    let desktop = Desktop::with(Language::Fr, [1280.0, 800.0], folder);
    assert_eq!(desktop.rows(), ["Delta", "Étoile"]);
}

#[test]
fn a_refused_row_says_why_and_is_repaired_in_place() {
    let mut desktop = Desktop::new();
    import(&mut desktop, "autres.csv", FILE.as_bytes());
    desktop.click(Role::GridCell, "Sans nom");
    assert!(desktop.reads("Ligne 4") && desktop.reads("Refusé\u{a0}: aucun nom"), "{:?}", desktop.texts());
    assert_eq!(desktop.focused(), Some((Role::TextInput, "Raison sociale".to_owned())));
    desktop.enter("Zénith");
    desktop.press(Key::Enter);
    assert_eq!(desktop.rows(), ["Delta", "Étoile", "Zénith"]);
    assert!(desktop.has(Role::Button, "3 à ajouter"), "{:?}", desktop.texts());
    // What the file says can be had back, and the row left out.
    desktop.button("Rendre à Raison sociale sa valeur du fichier");
    assert!(desktop.has(Role::Button, "1 refusé"));
    desktop.click(Role::CheckBox, "Ne pas importer cette ligne");
    assert!(desktop.has(Role::Button, "1 écarté") && !desktop.has(Role::Button, "1 refusé"));
    // Escape leads back to the columns, and only then out.
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::ComboBox, "Fax devient"), "{:?}", desktop.texts());
    desktop.press(Key::Escape);
    assert!(!desktop.has(Role::Dialog, "Importer des clients"));
}

#[test]
fn what_changes_of_a_client_shows_the_old_beside_the_new() {
    let mut delta = company("Delta");
    delta.email = "d@example.org".to_owned();
    delta.phone = comptoir::domain::phone::Phone::parse("0142685300", "FR");
    let mut desktop = Desktop::holding(vec![registration(delta, "")]);
    import(&mut desktop, "autres.csv", b"Raison sociale;E-mail;Ville\nDelta;d@example.org;Lyon\n");
    assert!(desktop.has(Role::Button, "1 à compléter"), "{:?}", desktop.texts());
    desktop.click(Role::GridCell, "Compléter");
    for said in ["Ce qui change", "Ville", "vide", "Lyon"] {
        assert!(desktop.reads(said), "{said}: {:?}", desktop.texts());
    }
    desktop.button("Importer 1 client");
    let folder = desktop.close();
    let desktop = Desktop::with(Language::Fr, [1280.0, 800.0], folder);
    assert!(desktop.reads("Lyon"), "{:?}", desktop.texts());
}

#[test]
fn the_link_leads_to_the_imports_that_were_made() {
    let mut desktop = Desktop::new();
    import(&mut desktop, "autres.csv", FILE.as_bytes());
    desktop.button("Un import s’annule en entier, même plus tard.");
    assert!(desktop.has(Role::Heading, "Paramètres"), "{:?}", desktop.texts());
    assert!(desktop.reads("Aucun fichier n’a été importé."));
}

#[test]
fn what_is_to_be_checked_of_a_row_is_a_sentence_and_beside_it_stands_what_is_done() {
    let mut desktop = Desktop::new();
    let file = "Raison sociale;Téléphone;Code postal;Pays\nDelta;;440;France\nÉtoile;01 42;75011;France\n";
    import(&mut desktop, "autres.csv", file.as_bytes());
    let postcode = "Code postal\u{a0}: 5 chiffres attendus.";
    assert!(desktop.texts().iter().any(|text| text == postcode), "{:?}", desktop.texts());
    assert!(!desktop.reads("Code postal\u{a0}: ?"), "a mark alone says nothing: {:?}", desktop.texts());
    assert!(desktop.reads("Téléphone\u{a0}: un chiffre faux"), "the list is brief: {:?}", desktop.texts());
    let added = |desktop: &Desktop| desktop.texts().iter().filter(|text| *text == "Ajouter").count();
    assert_eq!(added(&desktop), 0, "what is to be checked goes before what is done");
    desktop.click(Role::GridCell, "Étoile");
    assert_eq!(added(&desktop), 1, "{:?}", desktop.texts());
    let brief = desktop.texts().iter().filter(|text| text.ends_with("un chiffre faux")).count();
    assert_eq!(brief, 1, "in the list, and not once more beside the sentence: {:?}", desktop.texts());
    assert!(desktop.reads("un chiffre est faux ou manque."), "{:?}", desktop.texts());
}

#[test]
fn a_table_that_the_program_was_started_with_is_shown_once_the_book_is_open() {
    let mut desktop = Desktop::new();
    let file = desktop.folder.path().join("autres.csv");
    std::fs::write(&file, FILE).unwrap();
    desktop.harness.state_mut().import_once_open(file);
    desktop.harness.run();
    assert!(desktop.has(Role::Dialog, "Importer des clients"), "{:?}", desktop.texts());
    assert_eq!(desktop.rows(), ["Delta", "Étoile", "Sans nom"]);
}

#[test]
fn whom_a_row_resembles_is_shown_and_the_answer_decides() {
    let mut desktop = Desktop::holding(vec![registration(company("Cabinet Briand"), "")]);
    import(&mut desktop, "autres.csv", b"Raison sociale;Ville\nCabinet Brian;Bourges\nNova;Nice\n");
    for button in ["2 à ajouter", "dont 1 à vérifier", "Importer 2 clients"] {
        assert!(desktop.has(Role::Button, button), "{button}: {:?}", desktop.texts());
    }
    desktop.click(Role::GridCell, "Ressemble à Cabinet Briand");
    let said = "Ressemble à Cabinet Briand, déjà dans le carnet\u{a0}: nom proche.";
    assert!(desktop.reads(said), "{:?}", desktop.texts());
    desktop.click(Role::RadioButton, "C’est le même");
    for button in ["1 à ajouter", "1 à compléter", "Importer 2 clients"] {
        assert!(desktop.has(Role::Button, button), "{button}: {:?}", desktop.texts());
    }
    // The question stays, and can be answered otherwise.
    assert!(desktop.reads(said) && desktop.reads("Ce qui change"), "{:?}", desktop.texts());
    desktop.click(Role::RadioButton, "C’est un autre client");
    assert!(
        desktop.has(Role::Button, "2 à ajouter") && !desktop.reads("à vérifier"),
        "{:?}",
        desktop.texts()
    );
    assert!(!desktop.reads("Ce qui change"));
    desktop.click(Role::RadioButton, "C’est le même");
    desktop.button("Importer 2 clients");
    assert_eq!(desktop.rows(), ["Cabinet Brian", "Nova"]);
}

#[test]
fn an_earlier_row_that_is_resembled_is_named_by_its_line() {
    let mut desktop = Desktop::new();
    import(&mut desktop, "autres.csv", b"Raison sociale\nCabinet Briand\nCabinet Brian\n");
    desktop.click(Role::GridCell, "Ressemble à Cabinet Briand");
    assert!(desktop.reads("Ressemble à Cabinet Briand, ligne 2\u{a0}: nom proche."), "{:?}", desktop.texts());
    desktop.click(Role::RadioButton, "C’est le même");
    assert!(desktop.has(Role::Button, "Importer 1 client"), "{:?}", desktop.texts());
}

/// A workbook with these sheets: each a name and its rows of one cell.
fn workbook(sheets: &[(&str, &[&str])]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).unwrap();
        for (row, cell) in (0..).zip(*rows) {
            sheet.write(row, 0, *cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn which_sheet_of_a_workbook_is_read_is_shown_and_can_be_changed() {
    let mut desktop = Desktop::new();
    let file = workbook(&[
        ("Clients", &["Raison sociale", "Delta", "Étoile"]),
        ("Vide", &[]),
        ("Anciens", &["Raison sociale", "Ancre"]),
    ]);
    import(&mut desktop, "autres.xlsx", &file);
    assert_eq!(desktop.node(Role::ComboBox, "Feuille").value().as_deref(), Some("Clients"));
    assert!(desktop.reads("autres.xlsx · classeur XLSX · 2 lignes lues."), "{:?}", desktop.texts());
    assert_eq!(desktop.rows(), ["Delta", "Étoile"]);
    desktop.click(Role::GridCell, "Delta");
    desktop.enter(" et fils");
    desktop.press(Key::Enter);
    // Nothing of one sheet is taken over to the other.
    desktop.click(Role::ComboBox, "Feuille");
    desktop.press(Key::ArrowDown);
    desktop.press(Key::Enter);
    assert_eq!(desktop.node(Role::ComboBox, "Feuille").value().as_deref(), Some("Anciens"));
    assert!(desktop.reads("1 ligne lue."), "{:?}", desktop.texts());
    assert_eq!(desktop.rows(), ["Ancre"]);
    desktop.button("Importer 1 client");
    assert_eq!(desktop.rows(), ["Ancre"]);
    // A workbook of one sheet asks nothing.
    import(&mut desktop, "seule.xlsx", &workbook(&[("Clients", &["Raison sociale", "Delta"])]));
    assert!(!desktop.has(Role::ComboBox, "Feuille"), "{:?}", desktop.texts());
}

#[test]
fn how_a_file_was_read_is_said_also_where_two_encodings_are_mixed() {
    for (bytes, said) in [
        (&b"Raison sociale,Ville\n\xc3\x89toile,Nice\nD\xe9da,Lyon\n"[..], "UTF-8 et Windows-1252, virgules"),
        (b"Raison sociale|Ville\nD\xe9da|Lyon\n", "Windows-1252, barres verticales"),
        (b"Raison sociale\tVille\nDelta\tLyon\n", "UTF-8, tabulations"),
    ] {
        let mut desktop = Desktop::new();
        import(&mut desktop, "autres.csv", bytes);
        assert!(desktop.reads(&format!("autres.csv · {said} · ")), "{said}: {:?}", desktop.texts());
    }
}

#[test]
fn null_is_shown_as_nothing() {
    let mut desktop = Desktop::new();
    import(&mut desktop, "autres.csv", b"Raison sociale;Ville\nDelta;NULL\n");
    assert!(desktop.has(Role::Label, "vide") && !desktop.has(Role::Label, "NULL"), "{:?}", desktop.texts());
    desktop.button("Exemple suivant");
    assert!(desktop.has(Role::Label, "vide") && !desktop.has(Role::Label, "NULL"), "{:?}", desktop.texts());
}
