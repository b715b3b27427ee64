//! Registering a client in French, and what a power cut leaves of it.

use egui::Role;

use crate::support::{Desk, Outcome, Window};

/// From the table to a form with the six fields that make a record complete.
fn type_a_client(window: &mut Window<'_>) -> Outcome {
    window.wait(Role::Button, "Nouveau client")?;
    window.click(Role::Button, "Nouveau client")?;
    window.wait(Role::TextInput, "Raison sociale")?;
    window.fill("Raison sociale", "Boulangerie Lefèvre")?;
    window.fill("Téléphone", "01 42 60 30 31")?;
    window.fill("E-mail", "contact@lefevre.example")?;
    window.click(Role::TextInput, "Adresse")?;
    // As copied from a web page: the outer spaces and the line break are no part of it.
    window.paste(" 3 rue du Four\n")?;
    window.fill("Code postal", "75006")?;
    window.fill("Ville", "Paris")?;
    window.fill("SIREN ou SIRET", "552 008 443")
}

#[test]
fn registered_in_french_survives_sigkill() -> Outcome {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    type_a_client(&mut window)?;
    window.key("Ctrl+Enter")?;
    window.wait(Role::Dialog, "Récapitulatif")?;
    window.wait(Role::Button, "Confirmer")?;
    window.click(Role::Button, "Confirmer")?;
    window.gone(Role::Dialog, "Récapitulatif")?;
    // Only what is acknowledged is promised: the table shows it once the book holds it.
    window.wait(Role::GridCell, "Boulangerie Lefèvre")?;
    window.kill();

    let rows = desk.clients();
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0]["company"], "Boulangerie Lefèvre");
    assert_eq!(rows[0]["street"], "3 rue du Four");
    assert_eq!(rows[0]["city"], "Paris");
    assert_eq!(rows[0]["siren"], "552008443");
    assert_eq!(rows[0]["missing"], serde_json::json!([]));

    let mut window = desk.open(&["--lang", "fr"]);
    window.wait(Role::GridCell, "Boulangerie Lefèvre")?;
    assert_eq!(window.count(Role::GridCell, "Boulangerie Lefèvre")?, 1);
    assert_eq!(window.count(Role::Button, "Reprendre")?, 0, "what was registered is no draft any more");
    Ok(())
}

#[test]
fn killed_before_confirm_leaves_no_client_and_one_draft() -> Outcome {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    type_a_client(&mut window)?;
    window.key("Ctrl+Enter")?;
    window.wait(Role::Dialog, "Récapitulatif")?;
    // The draft is kept at most a second behind; the form says when it was.
    window.wait_text("Brouillon gardé")?;
    std::thread::sleep(std::time::Duration::from_millis(1500));
    window.kill();

    assert_eq!(desk.clients(), Vec::<serde_json::Value>::new());

    let mut window = desk.open(&["--lang", "fr"]);
    window.wait_text("Brouillon de")?;
    let lines: Vec<String> = window
        .nodes()?
        .into_iter()
        .map(|node| if node.name.is_empty() { node.value } else { node.name })
        .filter(|said| said.contains("Brouillon de"))
        .collect();
    let [line] = lines.as_slice() else {
        return Err(window.trouble(format!("one draft, not {lines:?}")));
    };
    assert!(line.contains("Boulangerie Lefèvre"), "{line}");
    window.click(Role::Button, "Reprendre")?;
    window.wait(Role::TextInput, "Raison sociale")?;
    for (name, text) in [
        ("Raison sociale", "Boulangerie Lefèvre"),
        ("Téléphone", "01 42 60 30 31"),
        ("E-mail", "contact@lefevre.example"),
        ("Adresse", "3 rue du Four"),
        ("Code postal", "75006"),
        ("Ville", "Paris"),
        ("SIREN ou SIRET", "552 008 443"),
    ] {
        // The outer spaces of what was pasted are still in the field; they go when it is read.
        assert_eq!(window.value(Role::TextInput, name)?.trim(), text, "{name}");
    }
    Ok(())
}
