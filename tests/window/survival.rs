//! What is left when the program ends in the middle: killed, or its window closed.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use egui::Role;

use crate::support::{Desk, Outcome, Window, known, named};

/// A book of which the first client is known in every way.
fn girard(desk: &Desk) -> PathBuf {
    let book = desk.home().join("girard.comptoir");
    drop(known::make(&book));
    book
}

/// The window on that book, at the profile of its client.
fn at_profile<'a>(desk: &'a Desk, book: &[&str]) -> Result<Window<'a>, crate::support::Trouble> {
    let mut window = desk.open(&[&["--lang", "fr"], book].concat());
    window.wait(Role::GridCell, "Cabinet Girard & Associés")?;
    window.click(Role::GridCell, "Cabinet Girard & Associés")?;
    window.wait(Role::Heading, "Cabinet Girard & Associés")?;
    Ok(window)
}

#[test]
fn a_note_being_typed_comes_back_after_sigkill_and_the_one_before_is_there() -> Outcome {
    let desk = Desk::new();
    let book = girard(&desk);
    let book = named(&book);
    let mut window = at_profile(&desk, &book)?;
    let before = 4;
    window.key("Ctrl+J")?;
    window.write("Chèque reçu")?;
    window.key("Ctrl+Enter")?;
    window.wait_text("Note ajoutée")?;
    window.key("Ctrl+J")?;
    window.write("Rappeler avant")?;
    // Kept at most a second behind.
    sleep(Duration::from_millis(1500));
    window.find(Role::MultilineTextInput, "Noter un appel, un accord…")?;
    window.kill();

    let rows = desk.clients_in(&book);
    let notes = rows[0]["notes"].as_array().expect("notes");
    assert_eq!(notes.len(), before + 1, "{notes:?}");
    assert!(notes.iter().any(|note| note["text"] == "Chèque reçu"), "{notes:?}");
    desk.check(&book);

    let mut window = at_profile(&desk, &book)?;
    let typed = window.value(Role::MultilineTextInput, "Noter un appel, un accord…")?;
    assert_eq!(typed, "Rappeler avant", "what was typed of it is still there");
    Ok(())
}

#[test]
fn an_attachment_just_added_survives_sigkill() -> Outcome {
    let desk = Desk::new();
    let book = girard(&desk);
    let book = named(&book);
    let file = desk.home().join("devis.pdf");
    std::fs::write(&file, vec![7; 300_000]).expect("a file");
    desk.will_choose(&file);
    let mut window = at_profile(&desk, &book)?;
    window.click(Role::Button, "Joindre un fichier…")?;
    window.wait_text("devis.pdf est joint")?;
    window.kill();

    let rows = desk.clients_in(&book);
    let attached = rows[0]["attachments"].as_array().expect("attachments");
    assert!(
        attached.iter().any(|file| file["name"] == "devis.pdf" && file["size"] == 300_000),
        "{attached:?}"
    );
    // Its bytes too: `--full` reads them all.
    desk.check(&book);
    Ok(())
}

#[test]
fn a_merge_of_categories_just_confirmed_survives_sigkill() -> Outcome {
    let desk = Desk::new();
    let book = girard(&desk);
    let book = named(&book);
    let mut window = desk.open(&[["--lang", "fr"], book].concat());
    window.wait(Role::GridCell, "Cabinet Girard & Associés")?;
    window.click(Role::Link, "Paramètres")?;
    window.click(Role::RadioButton, "Catégories")?;
    window.click(Role::Button, "Plus d’actions pour Clients réguliers")?;
    window.click(Role::MenuItem, "Fusionner dans…")?;
    window.write("Grossistes")?;
    window.key("Enter")?;
    if window.count(Role::Button, "Fusionner")? == 1 {
        window.click(Role::Button, "Fusionner")?;
    }
    window.wait_text("est fusionnée")?;
    window.kill();

    let rows = desk.clients_in(&book);
    let categories = &rows[0]["categories"];
    assert_eq!(
        *categories,
        serde_json::json!(["Grossistes", "Professions libérales de la région lyonnaise"]),
        "the other one has all that the merged one had"
    );
    desk.check(&book);
    Ok(())
}

/// How many clients the file brings: its import takes long enough to end in the middle of it.
const CAME: usize = 3000;

/// The window on a new book, at the button that imports the file.
fn about_to_import<'a>(desk: &'a Desk, book: &[&str]) -> Result<Window<'a>, crate::support::Trouble> {
    let file = desk.home().join("clients.csv");
    let mut lines = "Raison sociale;E-mail;Ville;Pays\n".to_owned();
    for n in 0..CAME {
        writeln!(lines, "Client {n};client{n}@exemple.fr;Lyon;France").expect("a string grows");
    }
    std::fs::write(&file, lines).expect("a file");
    desk.will_choose(&file);
    let mut window = desk.open(&[&["--lang", "fr"], book].concat());
    window.wait(Role::Button, "Nouveau client")?;
    window.key("Ctrl+O")?;
    window.wait(Role::Button, "Importer 3 000 clients")?;
    Ok(window)
}

#[test]
fn an_import_that_is_killed_is_there_as_a_whole_or_not_at_all() -> Outcome {
    let desk = Desk::new();
    for wait in [0, 300, 1500] {
        let book = desk.home().join(format!("killed-{wait}.comptoir"));
        let book = named(&book);
        let mut window = about_to_import(&desk, &book)?;
        window.press(Role::Button, "Importer 3 000 clients")?;
        sleep(Duration::from_millis(wait));
        window.kill();
        let came = desk.clients_in(&book).len();
        assert!([0, CAME].contains(&came), "all or none, not {came}, after {wait} ms");
        desk.check(&book);
    }
    let book = desk.home().join("acknowledged.comptoir");
    let book = named(&book);
    let mut window = about_to_import(&desk, &book)?;
    window.press(Role::Button, "Importer 3 000 clients")?;
    window.wait_text("3 000 clients importés")?;
    window.kill();
    assert_eq!(desk.clients_in(&book).len(), CAME, "what was acknowledged is there");
    Ok(())
}

#[test]
fn a_window_closed_during_an_import_leaves_all_of_it_or_nothing() -> Outcome {
    let desk = Desk::new();
    let book = desk.home().join("closed.comptoir");
    let book = named(&book);
    let mut window = about_to_import(&desk, &book)?;
    window.press(Role::Button, "Importer 3 000 clients")?;
    window.close()?;
    let came = desk.clients_in(&book).len();
    assert!([0, CAME].contains(&came), "all or none, not {came}");
    desk.check(&book);
    Ok(())
}

#[test]
fn a_window_closed_while_it_saves_has_saved() -> Outcome {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    window.wait(Role::Button, "Nouveau client")?;
    window.click(Role::Button, "Nouveau client")?;
    window.fill("Raison sociale", "Cabinet Girard")?;
    window.key("Ctrl+Enter")?;
    window.wait(Role::Dialog, "Récapitulatif")?;
    let confirm = "Confirmer, compléter plus tard";
    window.press(Role::Button, confirm)?;
    window.close()?;
    let rows = desk.clients();
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0]["company"], "Cabinet Girard");
    desk.check(&[]);

    let mut window = desk.open(&["--lang", "fr"]);
    window.wait(Role::GridCell, "Cabinet Girard")?;
    assert_eq!(window.count(Role::Button, "Reprendre")?, 0, "what was registered is no draft any more");
    window.close()
}
