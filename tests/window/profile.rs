//! What is written on the profile of a client, and what is left of it when the program ends at once.

use egui::Role;

use crate::support::{Desk, Outcome};

#[test]
fn a_note_and_a_consent_survive_sigkill() -> Outcome {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    window.wait(Role::Button, "Nouveau client")?;
    window.click(Role::Button, "Nouveau client")?;
    window.wait(Role::TextInput, "Raison sociale")?;
    window.fill("Raison sociale", "Cabinet Girard")?;
    window.fill("E-mail", "girard@cabinet.example")?;
    // Two Tabs on stand the two questions: an arrow answers.
    window.key("Tab")?;
    window.key("ArrowLeft")?;
    window.key("ArrowLeft")?;
    window.key("Ctrl+Enter")?;
    window.wait(Role::Dialog, "Récapitulatif")?;
    window.key("Enter")?;
    window.gone(Role::Dialog, "Récapitulatif")?;
    window.wait(Role::GridCell, "Cabinet Girard")?;
    window.click(Role::GridCell, "Cabinet Girard")?;
    window.wait(Role::Heading, "Cabinet Girard")?;
    window.key("Ctrl+J")?;
    window.write("Règlement en deux fois accepté")?;
    window.key("Ctrl+Enter")?;
    window.wait_text("Note ajoutée")?;
    window.kill();

    let rows = desk.clients();
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0]["notes"][0]["text"], "Règlement en deux fois accepté");
    assert_eq!(rows[0]["consent"]["service"]["state"], "given");
    assert_eq!(rows[0]["consent"]["service"]["words"], "Je vous envoie vos factures par e-mail\u{202f}?");
    assert_eq!(rows[0]["consent"]["offers"]["state"], "not_asked");
    Ok(())
}
