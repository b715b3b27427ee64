//! Undo and redo in the window (DESIGN §2, rule 3a).

use comptoir::domain::command::{NewConsent, Registration};
use comptoir::domain::consent::{Answer, Channel, Method, Purpose, Wording};
use comptoir::text::Language;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};

use crate::support::book::company;
use crate::support::desktop::Desktop;
use crate::support::hands::registration;

fn three() -> Vec<Registration> {
    ["Asie", "Bolido", "Cactus"].into_iter().map(|name| registration(company(name), "")).collect()
}

/// Archives a client from its record and comes back.
fn archive(desktop: &mut Desktop, name: &str) {
    desktop.click(Role::GridCell, name);
    desktop.button("Plus d’actions");
    desktop.click(Role::MenuItem, "Archiver");
    desktop.button("Retour");
}

/// Registers a company.
fn register(desktop: &mut Desktop, name: &str) {
    desktop.ctrl(Key::N);
    desktop.enter(name);
    desktop.ctrl(Key::Enter);
    desktop.ctrl(Key::Enter);
    assert!(desktop.rows().contains(&name.to_owned()), "{:?}", desktop.texts());
}

#[test]
fn ctrl_z_takes_back_the_last_change_then_the_one_before() {
    let mut desktop = Desktop::holding(three());
    archive(&mut desktop, "Asie");
    archive(&mut desktop, "Bolido");
    assert_eq!(desktop.rows(), ["Cactus"]);
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.rows(), ["Bolido", "Cactus"]);
    assert_eq!(desktop.said().as_deref(), Some("Annulé\u{a0}: archivage de Bolido"));
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
    assert_eq!(desktop.said().as_deref(), Some("Annulé\u{a0}: archivage de Asie"));
    // And forth again, in the order in which it was done.
    desktop.ctrl(Key::Y);
    assert_eq!(desktop.rows(), ["Bolido", "Cactus"]);
    assert_eq!(desktop.said().as_deref(), Some("Rétabli\u{a0}: archivage de Asie"));
    desktop.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_eq!(desktop.rows(), ["Cactus"]);
    desktop.ctrl(Key::Y);
    assert_eq!(desktop.said().as_deref(), Some("Il n’y a rien à rétablir."));
    // What was made once more can be taken back once more.
    desktop.ctrl(Key::Z);
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
    desktop.ctrl(Key::Y);
    assert_eq!(desktop.rows(), ["Bolido", "Cactus"]);
}

#[test]
fn after_another_change_there_is_nothing_to_make_once_more() {
    let mut desktop = Desktop::holding(three());
    archive(&mut desktop, "Asie");
    desktop.ctrl(Key::Z);
    archive(&mut desktop, "Bolido");
    desktop.ctrl(Key::Y);
    assert_eq!(desktop.said().as_deref(), Some("Il n’y a rien à rétablir."));
    assert_eq!(desktop.rows(), ["Asie", "Cactus"]);
}

#[test]
fn the_toast_names_what_was_done_and_its_undo() {
    let mut desktop = Desktop::holding(three());
    register(&mut desktop, "Zorba");
    assert_eq!(desktop.said().as_deref(), Some("Zorba est enregistré"));
    assert_eq!(desktop.current().as_deref(), Some("Zorba"));
    assert!(desktop.has(Role::Button, "Ouvrir la fiche"));
    desktop.button("Annuler l’ajout");
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
    assert_eq!(desktop.said().as_deref(), Some("Annulé\u{a0}: ajout de Zorba"));
    desktop.button("Rétablir");
    assert!(desktop.rows().contains(&"Zorba".to_owned()));
    archive(&mut desktop, "Asie");
    assert_eq!(desktop.said().as_deref(), Some("Asie est archivé"));
    desktop.button("Annuler l’archivage");
    assert!(desktop.rows().contains(&"Asie".to_owned()));
}

#[test]
fn a_toast_of_something_done_goes_by_itself() {
    let mut desktop = Desktop::holding(three());
    archive(&mut desktop, "Asie");
    assert!(desktop.said().is_some());
    desktop.harness.remove_cursor();
    desktop.harness.run();
    desktop.wait(2.0);
    assert!(desktop.said().is_some());
    desktop.wait(6.0);
    assert_eq!(desktop.said(), None);
}

#[test]
fn in_a_text_field_ctrl_z_belongs_to_the_field() {
    let mut desktop = Desktop::holding(three());
    archive(&mut desktop, "Asie");
    desktop.enter("bolido");
    desktop.ctrl(Key::Z);
    assert_ne!(desktop.sought(), "bolido");
    assert!(!desktop.reads("Annulé"));
    desktop.press(Key::Escape);
    assert_eq!(desktop.rows(), ["Bolido", "Cactus"]);
}

#[test]
fn an_older_change_is_taken_back_only_after_a_question_that_names_it() {
    let mut desktop = Desktop::holding(three());
    archive(&mut desktop, "Asie");
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], desktop.close());
    desktop.ctrl(Key::Z);
    assert!(desktop.reads("Annuler une modification plus ancienne"));
    assert!(desktop.reads("archivage de Asie"));
    desktop.press(Key::Escape);
    assert_eq!(desktop.rows(), ["Bolido", "Cactus"]);
    desktop.ctrl(Key::Z);
    desktop.button("Annuler cette modification");
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
    // The one before is older still: the import, as a whole.
    desktop.ctrl(Key::Z);
    assert!(desktop.reads("import de 3 clients"));
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Heading, "Votre carnet est vide"));
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.said().as_deref(), Some("Il n’y a rien à annuler."));
    desktop.ctrl(Key::Y);
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
}

#[test]
fn an_import_is_taken_back_as_a_whole_and_what_was_changed_since_is_kept() {
    let mut desktop = Desktop::holding(three());
    let file = desktop.folder.path().join("autres.csv");
    std::fs::write(
        &file,
        "Raison sociale;E-mail\nDelta;d@example.org\nÉtoile;e@example.org\n;x@example.org\n",
    )
    .unwrap();
    desktop.will_choose(&file);
    desktop.ctrl(Key::O);
    assert!(desktop.has(Role::Dialog, "Importer des clients"), "{:?}", desktop.texts());
    for line in ["autres.csv", "3 lignes lues", "2 à ajouter", "1 refusé", "Refusé\u{a0}: aucun nom"] {
        assert!(desktop.reads(line), "{line}: {:?}", desktop.texts());
    }
    desktop.press(Key::Enter);
    assert_eq!(desktop.said().as_deref(), Some("2 clients importés"));
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus", "Delta", "Étoile"]);
    archive(&mut desktop, "Delta");
    desktop.ctrl(Key::Z);
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.said().as_deref(), Some("Annulé\u{a0}: import de 2 clients"));
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
}

#[test]
fn the_undo_of_an_import_stands_in_its_toast() {
    let mut desktop = Desktop::holding(three());
    let file = desktop.folder.path().join("autres.csv");
    std::fs::write(&file, "Raison sociale\nDelta\n").unwrap();
    desktop.will_choose(&file);
    desktop.button("Importer un fichier…");
    desktop.button("Importer 1 client");
    desktop.button("Annuler l’import");
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
    // The same file again; then nothing is left to do.
    desktop.will_choose(&file);
    desktop.button("Importer un fichier…");
    desktop.button("Importer 1 client");
    desktop.will_choose(&file);
    desktop.button("Importer un fichier…");
    assert!(desktop.reads("1 inchangé"));
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Dialog, "Importer des clients"));
    desktop.press(Key::Escape);
    assert!(!desktop.has(Role::Dialog, "Importer des clients"));
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus", "Delta"]);
}

#[test]
fn an_answer_offers_no_undo_and_stands_in_the_way_of_none() {
    let given = NewConsent {
        purpose: Purpose::Offers,
        channels: [Channel::Email].into(),
        answer: Answer::Given,
        day: None,
        method: Method::Phone,
        wording: Wording { language: "fr".into(), words: "Et parfois une offre ?".into() },
        evidence: None,
    };
    let mut asie = registration(company("Asie"), "");
    asie.with.consents.push(given);
    let mut desktop = Desktop::holding(vec![asie, registration(company("Bolido"), "")]);
    archive(&mut desktop, "Bolido");
    desktop.click(Role::GridCell, "Asie");
    // It stands further down than the window is high.
    let withdraw = "Retirer le consentement\u{a0}: Offres et actualités";
    desktop.node(Role::Button, withdraw).scroll_to_me();
    desktop.harness.run();
    desktop.button(withdraw);
    assert_eq!(
        desktop.said().as_deref(),
        Some("La réponse de Asie est enregistrée"),
        "{:?}",
        desktop.texts()
    );
    assert!(!desktop.has(Role::Button, "Annuler l’ajout"));
    desktop.button("Retour");
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.said().as_deref(), Some("Annulé\u{a0}: archivage de Bolido"));
    assert_eq!(desktop.rows(), ["Asie", "Bolido"]);
}
