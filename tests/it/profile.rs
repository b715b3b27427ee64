//! The profile of a client in the whole window: what is noted of it, kept with it, allowed by it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use comptoir::domain::attachment::Attachment;
use comptoir::domain::category::Category;
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::consent::{Answer, Channel, Consent, Method, Purpose};
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::record::Scan;
use comptoir::store::Snapshot;
use comptoir::text::Language;
use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, Key, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::book::company;
use crate::support::desktop::{Desktop, today};
use crate::support::hands::registration;
use crate::support::known;

const BOX: &str = "Noter un appel, un accord…";

/// A window that shows the profile of the one client there is.
fn shown(note: &str) -> Desktop {
    let mut desktop = Desktop::holding(vec![registration(company("Asie"), note)]);
    desktop.click(Role::GridCell, "Asie");
    assert!(desktop.has(Role::Heading, "Asie"));
    desktop
}

/// A window that shows the profile of a client of whom much is known.
fn girard() -> Desktop {
    girard_at([1280.0, 3000.0])
}

fn girard_at(size: [f32; 2]) -> Desktop {
    let folder = tempfile::tempdir().unwrap();
    drop(known::make(&folder.path().join("Essai.comptoir")));
    let mut desktop = Desktop::with(Language::Fr, size, folder);
    desktop.click(Role::GridCell, "Cabinet Girard & Associés");
    desktop
}

fn snapshot(desktop: &Desktop) -> Snapshot {
    desktop.harness.state().reader().expect("a book is open").snapshot().unwrap()
}

fn notes(desktop: &Desktop) -> Vec<Note> {
    let mut notes = Vec::new();
    snapshot(desktop).scan(Scan::All, |note| notes.push(note)).unwrap();
    notes
}

/// Writes a note with Ctrl+J and Ctrl+Enter.
fn note(desktop: &mut Desktop, text: &str) {
    desktop.ctrl(Key::J);
    desktop.paste(text);
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.said().as_deref(), Some("Note ajoutée"), "{:?}", desktop.texts());
}

/// The names of the notes shown, in their order.
fn headings(desktop: &Desktop) -> Vec<String> {
    let more =
        desktop.harness.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    more.filter_map(|name| name.strip_prefix("Plus d’actions\u{a0}: ").map(str::to_owned)).collect()
}

/// What stands in the note box.
fn boxed(desktop: &Desktop) -> String {
    let is_box = |role| desktop.harness.query_by_role_and_label(role, BOX);
    let node = is_box(Role::MultilineTextInput).or_else(|| is_box(Role::TextInput)).expect("the note box");
    node.value().unwrap_or_default()
}

fn retype(desktop: &mut Desktop, role: Role, field: &str, text: &str) {
    desktop.node(role, field).focus();
    desktop.harness.run();
    desktop.ctrl(Key::A);
    desktop.paste(text);
}

#[test]
fn a_note_is_written_without_the_mouse() {
    let mut desktop = shown("");
    assert!(!desktop.has(Role::Button, "Ajouter la note"));
    desktop.ctrl(Key::J);
    assert_eq!(desktop.focused(), Some((Role::MultilineTextInput, BOX.to_owned())));
    desktop.enter("Rappelle");
    desktop.press(Key::Enter);
    desktop.enter("jeudi");
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.said().as_deref(), Some("Note ajoutée"), "{:?}", desktop.texts());
    let [note] = notes(&desktop).try_into().unwrap();
    let expected = Note {
        id: note.id,
        client: ClientId(1),
        date: today(),
        kind: NoteKind::Note,
        text: "Rappelle\njeudi".to_owned(),
        pinned: false,
        remind: None,
    };
    assert_eq!(note, expected);
    assert!(desktop.reads("Rappelle\njeudi"));
    assert_eq!(boxed(&desktop), "");
    assert!(!desktop.has(Role::Button, "Ajouter la note"));
    // The shortcut is the next note's again, and what was written is taken back like any change.
    desktop.button("Annuler l’ajout");
    assert!(notes(&desktop).is_empty());
    desktop.ctrl(Key::J);
    desktop.ctrl(Key::Z);
    assert_eq!(boxed(&desktop), "", "the text of the former note is no undo of this one");
}

#[test]
fn what_is_typed_of_a_note_is_still_there_when_one_comes_back() {
    let mut desktop = shown("");
    desktop.ctrl(Key::J);
    desktop.enter("Relancer");
    desktop.wait(1.0);
    let kept = |desktop: &Desktop| snapshot(desktop).scratch("note/000000000001").unwrap();
    assert!(kept(&desktop).is_some(), "at most a second behind");
    // What was typed last is kept when the page is left.
    desktop.enter(" lundi");
    desktop.ctrl(Key::Num1);
    desktop.click(Role::GridCell, "Asie");
    assert_eq!(boxed(&desktop), "Relancer lundi");
    let folder = desktop.close();
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], folder);
    desktop.click(Role::GridCell, "Asie");
    assert_eq!(boxed(&desktop), "Relancer lundi");
    desktop.button("Ajouter la note");
    assert_eq!(notes(&desktop).len(), 1);
    assert!(kept(&desktop).is_none(), "it is in the book now");
    // And what is taken back leaves nothing behind.
    desktop.ctrl(Key::J);
    desktop.enter("a");
    desktop.wait(1.0);
    assert!(kept(&desktop).is_some());
    desktop.press(Key::Backspace);
    desktop.wait(1.0);
    assert!(kept(&desktop).is_none());
}

#[test]
fn a_note_has_its_kind_its_day_a_pin_and_a_reminder() {
    let mut desktop = shown("");
    desktop.ctrl(Key::J);
    desktop.enter("Virement promis");
    desktop.click(Role::ComboBox, "Type de note");
    desktop.click(Role::MenuItemRadio, "Appel");
    retype(&mut desktop, Role::TextInput, "Jour", "20/11/2026");
    desktop.button("Choisir\u{a0}: Me le rappeler le");
    desktop.click(Role::MenuItem, "dans une semaine");
    desktop.click(Role::CheckBox, "Épingler");
    desktop.ctrl(Key::Enter);
    let [note] = notes(&desktop).try_into().unwrap();
    assert_eq!(note.kind, NoteKind::Call);
    assert_eq!(note.date.to_string(), "2026-11-20");
    assert_eq!(note.remind.unwrap().to_string(), "2026-12-01");
    assert!(note.pinned);
    assert!(desktop.reads("Rappel\u{a0}: 1 déc. 2026"), "{:?}", desktop.texts());
    assert_eq!(headings(&desktop), ["Appel · 20 nov. 2026"]);
    // The kind is that of the next note, here and after the window was closed.
    desktop.ctrl(Key::J);
    assert_eq!(desktop.node(Role::ComboBox, "Type de note").value().as_deref(), Some("Appel"));
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], desktop.close());
    desktop.click(Role::GridCell, "Asie");
    desktop.ctrl(Key::J);
    assert_eq!(desktop.node(Role::ComboBox, "Type de note").value().as_deref(), Some("Appel"));
}

#[test]
fn pinned_notes_come_first_then_the_newest() {
    let mut desktop = girard();
    let order = [
        "Accord · 14 mars 2026",
        "Date importante · 1 déc. 2026",
        "Appel · 18 nov. 2026",
        "Rendez-vous · 3 sept. 2026",
    ];
    let of_notes = |desktop: &Desktop| {
        let names = headings(desktop);
        names.into_iter().filter(|name| name.contains(" · ")).collect::<Vec<_>>()
    };
    assert_eq!(of_notes(&desktop), order);
    // A note of the same day as another stands above it.
    note(&mut desktop, "Un");
    note(&mut desktop, "Deux");
    let texts = desktop.texts();
    let at = |text: &str| texts.iter().position(|one| one == text).unwrap();
    assert!(at("Deux") < at("Un"), "{texts:?}");
    desktop.button("Plus d’actions\u{a0}: Rendez-vous · 3 sept. 2026");
    desktop.click(Role::MenuItem, "Épingler");
    assert_eq!(desktop.said().as_deref(), Some("Note modifiée"));
    assert_eq!(of_notes(&desktop)[..2], [order[3], order[0]]);
    desktop.button("Plus d’actions\u{a0}: Accord · 14 mars 2026");
    desktop.click(Role::MenuItem, "Ne plus épingler");
    assert_eq!(of_notes(&desktop)[0], order[3]);
    assert!(desktop.reads("Note épinglée") && desktop.reads("Note détachée"));
}

#[test]
fn a_note_is_changed_in_place() {
    let mut desktop = girard();
    desktop.button("Modifier Appel · 18 nov. 2026");
    assert_eq!(desktop.focused(), Some((Role::MultilineTextInput, "Note".to_owned())));
    retype(&mut desktop, Role::MultilineTextInput, "Note", "Virement reçu");
    desktop.click(Role::ComboBox, "Nouveau type de note");
    desktop.click(Role::MenuItemRadio, "Rendez-vous");
    retype(&mut desktop, Role::TextInput, "Nouveau jour", "19/11/2026");
    retype(&mut desktop, Role::TextInput, "Nouveau rappel", "demain");
    desktop.click(Role::CheckBox, "Épinglée");
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.said().as_deref(), Some("Note modifiée"), "{:?}", desktop.texts());
    assert!(!desktop.has(Role::MultilineTextInput, "Note"));
    let changed = notes(&desktop).into_iter().find(|note| note.text == "Virement reçu").unwrap();
    assert_eq!((changed.kind, changed.pinned), (NoteKind::Meeting, true));
    assert_eq!(changed.date, known::day(2026, 11, 19));
    assert_eq!(changed.remind, Some(known::day(2026, 11, 25)));
    for sentence in [
        "Note\u{a0}: «\u{a0}Maître Girard confirme le virement avant la fin du mois.\u{a0}» remplacé par «\u{a0}Virement reçu\u{a0}»",
        "Type de note\u{a0}: «\u{a0}appel\u{a0}» remplacé par «\u{a0}rendez-vous\u{a0}»",
        "Jour\u{a0}: «\u{a0}18 nov. 2026\u{a0}» remplacé par «\u{a0}19 nov. 2026\u{a0}»",
        "Rappel\u{a0}: «\u{a0}25 nov. 2026\u{a0}»",
    ] {
        assert!(desktop.reads(sentence), "{sentence}: {:?}", desktop.texts());
    }
    desktop.ctrl(Key::Z);
    assert!(desktop.has(Role::Button, "Modifier Appel · 18 nov. 2026"));
}

#[test]
fn a_note_that_is_not_changed_or_cannot_be_kept_says_so_by_staying() {
    let mut desktop = girard();
    desktop.button("Modifier Appel · 18 nov. 2026");
    desktop.button("Enregistrer");
    assert!(!desktop.has(Role::MultilineTextInput, "Note"));
    assert_eq!(desktop.said(), None);
    desktop.button("Modifier Appel · 18 nov. 2026");
    retype(&mut desktop, Role::TextInput, "Nouveau jour", "jamais");
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.focused(), Some((Role::TextInput, "Nouveau jour".to_owned())));
    retype(&mut desktop, Role::TextInput, "Nouveau jour", "18/11/2026");
    retype(&mut desktop, Role::TextInput, "Nouveau rappel", "jamais");
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.focused(), Some((Role::TextInput, "Nouveau rappel".to_owned())));
    retype(&mut desktop, Role::MultilineTextInput, "Note", " ");
    retype(&mut desktop, Role::TextInput, "Nouveau rappel", "demain");
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.focused(), Some((Role::MultilineTextInput, "Note".to_owned())));
    // Escape leaves the note, not the page.
    desktop.press(Key::Escape);
    assert!(!desktop.has(Role::MultilineTextInput, "Note"));
    assert!(desktop.has(Role::Heading, "Cabinet Girard & Associés"));
    assert_eq!(notes(&desktop).len(), 4);
}

#[test]
fn a_note_is_deleted_without_a_question_and_comes_back() {
    let mut desktop = girard();
    desktop.button("Plus d’actions\u{a0}: Appel · 18 nov. 2026");
    desktop.click(Role::MenuItem, "Supprimer");
    assert_eq!(desktop.said().as_deref(), Some("Note supprimée"));
    assert!(!desktop.has(Role::Button, "Modifier Appel · 18 nov. 2026"));
    // Its history is told though nothing leads to it any more.
    assert!(desktop.reads("Note supprimée\u{a0}: «\u{a0}Maître Girard confirme"), "{:?}", desktop.texts());
    assert!(desktop.reads("Note ajoutée\u{a0}: «\u{a0}Maître Girard confirme"));
    desktop.button("Annuler la suppression");
    assert!(desktop.has(Role::Button, "Modifier Appel · 18 nov. 2026"));
}

#[test]
fn of_an_important_date_one_is_reminded_until_it_is_done_or_put_off() {
    let mut desktop = girard();
    let remind = |desktop: &Desktop| {
        let mut dates = notes(desktop).into_iter().filter(|note| note.kind == NoteKind::ImportantDate);
        dates.next_back().unwrap().remind
    };
    assert!(desktop.reads("Rappel\u{a0}: aujourd’hui"));
    for (choice, day) in [("demain", known::day(2026, 11, 25)), ("dans une semaine", known::day(2026, 12, 1))]
    {
        desktop.button("Reporter");
        desktop.click(Role::MenuItem, choice);
        assert_eq!(remind(&desktop), Some(day));
    }
    desktop.button("Reporter");
    desktop.click(Role::MenuItem, "un autre jour…");
    assert_eq!(desktop.focused(), Some((Role::TextInput, "Nouveau rappel".to_owned())));
    retype(&mut desktop, Role::TextInput, "Nouveau rappel", "24/12/2026");
    desktop.ctrl(Key::Enter);
    assert_eq!(remind(&desktop), Some(known::day(2026, 12, 24)));
    desktop.button("Fait");
    assert_eq!(remind(&desktop), None);
    assert!(!desktop.has(Role::Button, "Fait") && !desktop.has(Role::Button, "Reporter"));
    // One that is written now is reminded of on its day.
    desktop.ctrl(Key::J);
    desktop.enter("Échéance du bail");
    desktop.click(Role::ComboBox, "Type de note");
    desktop.click(Role::MenuItemRadio, "Date importante");
    retype(&mut desktop, Role::TextInput, "Jour", "31/12/2026");
    desktop.ctrl(Key::Enter);
    assert_eq!(remind(&desktop), Some(known::day(2026, 12, 31)));
}

#[test]
fn a_long_note_is_folded_until_all_of_it_is_asked_for() {
    let mut desktop = girard();
    let whole = "Compte rendu de la réunion de rentrée. ".repeat(20);
    assert!(!desktop.reads(whole.trim()));
    desktop.button("Afficher tout");
    assert!(desktop.reads(whole.trim()));
    assert!(!desktop.has(Role::Button, "Afficher tout"));
}

#[test]
fn a_note_box_that_was_opened_for_nothing_closes_again() {
    let mut desktop = shown("");
    desktop.ctrl(Key::J);
    assert!(desktop.has(Role::Button, "Ajouter la note"));
    desktop.press(Key::Escape);
    assert!(!desktop.has(Role::Button, "Ajouter la note"));
    assert!(desktop.has(Role::Heading, "Asie"), "Escape left the box, not the page");
    desktop.ctrl(Key::J);
    desktop.enter("a");
    desktop.press(Key::Escape);
    assert_eq!(boxed(&desktop), "a");
    assert!(desktop.has(Role::Button, "Ajouter la note"));
    // Not in the box any more, Escape leaves the page.
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::Grid, "Tableau des clients"));
    desktop.click(Role::GridCell, "Asie");
    desktop.ctrl(Key::J);
    desktop.press(Key::Backspace);
    // A click elsewhere closes an empty one.
    desktop.node(Role::Heading, "Asie").click();
    desktop.harness.run();
    assert!(!desktop.has(Role::Button, "Ajouter la note"));
    // An empty note is not added.
    desktop.ctrl(Key::J);
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.focused(), Some((Role::MultilineTextInput, BOX.to_owned())));
    assert!(notes(&desktop).is_empty());
}

#[test]
fn a_day_that_is_none_keeps_the_note_in_the_box() {
    let mut desktop = shown("");
    desktop.ctrl(Key::J);
    desktop.enter("Relancer");
    for field in ["Jour", "Me le rappeler le"] {
        retype(&mut desktop, Role::TextInput, field, "jamais");
        desktop.ctrl(Key::J);
        desktop.ctrl(Key::Enter);
        assert_eq!(desktop.focused(), Some((Role::TextInput, field.to_owned())));
        retype(&mut desktop, Role::TextInput, field, "hier");
    }
    assert!(notes(&desktop).is_empty());
    desktop.ctrl(Key::Enter);
    let [note] = notes(&desktop).try_into().unwrap();
    assert_eq!((note.date, note.remind), (known::day(2026, 11, 23), Some(known::day(2026, 11, 23))));
}

#[test]
fn ctrl_enter_is_that_of_the_value_that_is_changed_unless_one_is_in_the_note_box() {
    let mut desktop = shown("");
    desktop.ctrl(Key::J);
    desktop.enter("Relancer");
    desktop.button("Modifier Téléphone");
    desktop.paste("03 88 60 15 31");
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.said().as_deref(), Some("Asie est modifié"));
    assert!(notes(&desktop).is_empty());
    desktop.button("Modifier Mobile");
    desktop.paste("06 11 22 33 44");
    desktop.ctrl(Key::J);
    desktop.ctrl(Key::Enter);
    assert_eq!(notes(&desktop).len(), 1);
    assert!(desktop.has(Role::TextInput, "Mobile"), "the value is still being changed");
    // And with nothing else under way it is the note's wherever the cursor is.
    desktop.press(Key::Escape);
    desktop.ctrl(Key::J);
    desktop.enter("Encore");
    desktop.node(Role::Heading, "Asie").click();
    desktop.harness.run();
    desktop.ctrl(Key::Enter);
    assert_eq!(notes(&desktop).len(), 2);
}

#[test]
fn the_header_has_the_categories_and_what_can_be_done() {
    let desktop = girard_at([1280.0, 800.0]);
    assert!(desktop.reads("Client n°\u{a0}0042 · depuis septembre 2026"));
    let label = |name: &str| desktop.harness.query_all_by_role_and_label(Role::Label, name).count();
    assert_eq!([label("Clients réguliers"), label("Grossistes"), label("+1")], [1, 1, 1]);
    for name in ["Écrire", "Modifier", "Plus d’actions"] {
        assert!(desktop.has(Role::Button, name), "{name}");
    }
    // There is nobody to write to without an address.
    let mut client = company("Asie");
    client.email = "asie@".to_owned();
    let mut desktop = Desktop::holding(vec![registration(client, "")]);
    desktop.click(Role::GridCell, "Asie");
    assert!(!desktop.has(Role::Button, "Écrire"));
}

#[test]
fn what_a_client_need_not_have_is_added_from_a_menu() {
    let mut desktop = shown("");
    desktop.harness.set_size([1280.0, 1600.0].into());
    desktop.harness.run();
    let add = |desktop: &mut Desktop, card: usize, item: &str| {
        let buttons: Vec<_> = desktop.harness.query_all_by_role_and_label(Role::Button, "Ajouter").collect();
        buttons[card].click();
        drop(buttons);
        desktop.harness.run();
        desktop.click(Role::MenuItem, item);
    };
    for (card, item, field, typed, shown) in [
        (0, "Site web", "Site web", "www.asie.example", "www.asie.example"),
        (0, "Adresse de livraison", "Rue de livraison", "3 quai Saint-Antoine", "3 quai Saint-Antoine"),
        (0, "Ajouter un contact", "Nom du contact 2", "Petit", "Petit"),
        (1, "Autre identifiant", "Autre identifiant", "DUNS 12", "DUNS 12"),
        (1, "Langue du client", "Langue du client", "anglais", "anglais"),
    ] {
        add(&mut desktop, card, item);
        let (role, name) = desktop.focused().unwrap();
        assert_eq!(role, Role::TextInput, "{item}: {name}: {:?}", desktop.texts());
        if name != field {
            desktop.node(Role::TextInput, field).focus();
            desktop.harness.run();
        }
        desktop.paste(typed);
        desktop.press(Key::Enter);
        let is_shown = desktop.harness.query_all_by_role_and_label(Role::Label, shown).next().is_some();
        assert!(is_shown, "{item}: {:?}", desktop.texts());
        assert_eq!(desktop.said().as_deref(), Some("Asie est modifié"));
    }
    for name in
        ["Modifier Site web", "Modifier Adresse de livraison", "Modifier Petit", "Modifier Autre identifiant"]
    {
        assert!(desktop.has(Role::Button, name), "{name}");
    }
    let adds = desktop.harness.query_all_by_role_and_label(Role::Button, "Ajouter").count();
    assert_eq!(adds, 1, "nothing is left to add to the billing data");
}

fn attachments(desktop: &Desktop) -> Vec<Attachment> {
    let mut files = Vec::new();
    snapshot(desktop).scan(Scan::All, |file| files.push(file)).unwrap();
    files
}

fn consents(desktop: &Desktop) -> Vec<Consent> {
    let mut consents = Vec::new();
    snapshot(desktop).scan(Scan::All, |consent| consents.push(consent)).unwrap();
    consents
}

/// How often something of this role and name is there.
fn count(desktop: &Desktop, role: Role, name: &str) -> usize {
    desktop.harness.query_all_by_role_and_label(role, name).count()
}

/// Clicks one of several of the same name, counted in reading order.
fn click_nth(desktop: &mut Desktop, role: Role, name: &str, nth: usize) {
    desktop.harness.query_all_by_role_and_label(role, name).nth(nth).expect("so many").click();
    desktop.harness.run();
    desktop.harness.run_steps(4);
}

/// Drops a file at this spot.
fn drop_at(desktop: &mut Desktop, spot: Pos2, path: &Path) {
    desktop.harness.hover_at(spot);
    desktop.harness.run();
    desktop.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
    desktop.harness.run();
}

/// A file dropped by the system.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the program reads it itself".to_owned())
    }
}

fn file(desktop: &Desktop, name: &str) -> PathBuf {
    let path = desktop.folder.path().join(name);
    std::fs::write(&path, name.as_bytes()).unwrap();
    path
}

#[test]
fn documents_are_listed_with_their_size_their_day_and_their_note() {
    let desktop = girard();
    for about in [
        "3\u{202f}octets · 21 sept. 2026",
        "1,4\u{202f}Mo · 21 sept. 2026",
        "212\u{202f}Ko · 21 sept. 2026 · Accord · 14 mars 2026",
    ] {
        assert_eq!(count(&desktop, Role::Label, about), 1, "{about}: {:?}", desktop.texts());
    }
    // The newest first; the file of a note stands with the note, too.
    let texts = desktop.texts();
    let at = |name: &str| texts.iter().position(|text| text == name).unwrap();
    assert!(at("accord-signé.pdf") < at("plan du bureau et des archives au deuxième étage.png"), "{texts:?}");
    assert_eq!(count(&desktop, Role::Button, "contrat-2026.pdf"), 2);
}

#[test]
fn a_document_is_opened_saved_renamed_and_deleted() {
    let mut desktop = girard();
    desktop.button("accord-signé.pdf");
    let opened = desktop.opened_outside();
    assert!(opened[0].to_str().unwrap().ends_with("accord-signé.pdf"), "{opened:?}");
    let to = desktop.folder.path().join("ailleurs.pdf");
    desktop.will_choose(&to);
    desktop.button("Enregistrer sous… accord-signé.pdf");
    assert_eq!(std::fs::read(&to).unwrap(), b"oui");
    let plan = "plan du bureau et des archives au deuxième étage.png";
    desktop.button(&format!("Plus d’actions\u{a0}: {plan}"));
    desktop.click(Role::MenuItem, "Renommer");
    assert_eq!(desktop.focused(), Some((Role::TextInput, "Nom de la pièce jointe".to_owned())));
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::Button, plan));
    desktop.button(&format!("Plus d’actions\u{a0}: {plan}"));
    desktop.click(Role::MenuItem, "Renommer");
    retype(&mut desktop, Role::TextInput, "Nom de la pièce jointe", "plan.png");
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Button, "plan.png") && !desktop.has(Role::Button, plan));
    assert!(desktop.reads("Pièce jointe\u{a0}: «\u{a0}plan du bureau"), "{:?}", desktop.texts());
    desktop.button("Plus d’actions\u{a0}: plan.png");
    desktop.click(Role::MenuItem, "Supprimer");
    assert!(!desktop.has(Role::Button, "plan.png"));
    assert!(desktop.reads("Pièce jointe supprimée\u{a0}: plan.png"));
    desktop.button("Annuler la suppression");
    assert!(desktop.has(Role::Button, "plan.png"));
    // What proves a consent stays.
    desktop.button("Plus d’actions\u{a0}: accord-signé.pdf");
    desktop.click(Role::MenuItem, "Supprimer");
    assert!(desktop.has(Role::Button, "accord-signé.pdf"));
    assert!(desktop.said().unwrap().contains("prouve un consentement"), "{:?}", desktop.said());
}

#[test]
fn the_file_of_a_note_is_opened_and_renamed_from_there() {
    let mut desktop = girard();
    click_nth(&mut desktop, Role::Button, "contrat-2026.pdf", 0);
    assert!(desktop.opened_outside()[0].to_str().unwrap().ends_with("contrat-2026.pdf"));
    click_nth(&mut desktop, Role::Button, "Plus d’actions\u{a0}: contrat-2026.pdf", 0);
    desktop.click(Role::MenuItem, "Renommer");
    retype(&mut desktop, Role::TextInput, "Nom de la pièce jointe", "contrat.pdf");
    desktop.button("Enregistrer");
    assert_eq!(count(&desktop, Role::Button, "contrat.pdf"), 2);
}

#[test]
fn a_file_goes_to_what_it_is_dropped_on() {
    let mut desktop = girard();
    let spot = |desktop: &Desktop, role, name| desktop.node(role, name).rect().center();
    let on_note = spot(&desktop, Role::Button, "Modifier Appel · 18 nov. 2026");
    let (receipt, quote) = (file(&desktop, "reçu.pdf"), file(&desktop, "devis.pdf"));
    drop_at(&mut desktop, on_note, &receipt);
    let call = notes(&desktop).into_iter().find(|note| note.kind == NoteKind::Call).unwrap();
    assert_eq!(attachments(&desktop).last().map(|file| file.note), Some(Some(call.id)));
    assert_eq!(count(&desktop, Role::Button, "reçu.pdf"), 2);
    let elsewhere = spot(&desktop, Role::Heading, "Cabinet Girard & Associés");
    drop_at(&mut desktop, elsewhere, &quote);
    assert_eq!(attachments(&desktop).last().map(|file| file.note), Some(None));
    // A note in the making takes it along.
    let photo = file(&desktop, "photo.png");
    desktop.ctrl(Key::J);
    desktop.enter("Voir la photo");
    let on_box = spot(&desktop, Role::MultilineTextInput, BOX);
    let before = attachments(&desktop).len();
    drop_at(&mut desktop, on_box, &photo);
    assert_eq!(attachments(&desktop).len(), before);
    assert!(desktop.has(Role::Button, "photo.png · 9\u{202f}octets"), "{:?}", desktop.texts());
    desktop.ctrl(Key::J);
    desktop.ctrl(Key::Enter);
    let written = notes(&desktop).into_iter().find(|note| note.text == "Voir la photo").unwrap();
    let kept = attachments(&desktop).pop().unwrap();
    assert_eq!((kept.name.as_str(), kept.note), ("photo.png", Some(written.id)));
}

#[test]
fn files_are_chosen_for_the_client_a_note_and_the_note_in_the_making() {
    let mut desktop = girard();
    for name in ["a.pdf", "b.pdf", "c.pdf", "d.pdf"] {
        file(&desktop, name);
    }
    let path = |desktop: &Desktop, name: &str| desktop.folder.path().join(name);
    desktop.will_choose(&path(&desktop, "a.pdf"));
    desktop.button("Joindre un fichier…");
    assert_eq!(
        attachments(&desktop).last().map(|file| (file.name.as_str(), file.note)),
        Some(("a.pdf", None))
    );
    desktop.will_choose(&path(&desktop, "b.pdf"));
    desktop.button("Plus d’actions\u{a0}: Appel · 18 nov. 2026");
    desktop.click(Role::MenuItem, "Joindre un fichier…");
    let last = attachments(&desktop).pop().unwrap();
    assert!(last.name == "b.pdf" && last.note.is_some());
    desktop.ctrl(Key::J);
    for name in ["c.pdf", "d.pdf"] {
        desktop.will_choose(&path(&desktop, name));
        desktop.button("Joindre un fichier à la note");
    }
    // One is taken away again; the other is kept with what is typed, and goes with the note.
    desktop.button("c.pdf · 5\u{202f}octets");
    assert!(!desktop.has(Role::Button, "c.pdf · 5\u{202f}octets"));
    desktop.wait(1.0);
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 3000.0], desktop.close());
    desktop.click(Role::GridCell, "Cabinet Girard & Associés");
    desktop.ctrl(Key::J);
    desktop.paste("Avec le plan");
    desktop.button("Ajouter la note");
    let last = attachments(&desktop).pop().unwrap();
    assert!(last.name == "d.pdf" && last.note.is_some(), "{last:?}");
}

#[test]
fn the_consent_card_says_how_it_stands_with_each_purpose_and_channel() {
    let mut desktop = girard();
    assert_eq!(count(&desktop, Role::Label, "donné"), 3);
    assert_eq!(count(&desktop, Role::Label, "retiré"), 1);
    assert_eq!(count(&desktop, Role::Label, "non demandé"), 2);
    assert!(!desktop.reads("par téléphone · "), "the record is folded");
    desktop.button("Toutes les réponses");
    let texts = desktop.texts();
    let at =
        |text: &str| texts.iter().position(|one| one == text).unwrap_or_else(|| panic!("{text}: {texts:?}"));
    let entries = [
        at("aujourd’hui · par téléphone · téléphone"),
        at("aujourd’hui · par téléphone · e-mail, téléphone"),
        at("aujourd’hui · par téléphone · e-mail, courrier"),
    ];
    assert!(entries.is_sorted(), "the newest first");
    at("«\u{a0}Et parfois une offre, une nouvelle\u{202f}?\u{a0}» (fr)");
    at("«\u{a0}Je vous envoie vos factures par e-mail\u{202f}?\u{a0}» (fr)");
    click_nth(&mut desktop, Role::Button, "accord-signé.pdf", 1);
    assert_eq!(desktop.opened_outside().len(), 1);
}

#[test]
fn a_consent_is_withdrawn_in_one_click() {
    let mut desktop = girard();
    let before = consents(&desktop);
    desktop.button("Retirer le consentement\u{a0}: Offres et actualités");
    assert!(!desktop.has(Role::Button, "Retirer le consentement\u{a0}: Offres et actualités"));
    let after = consents(&desktop);
    assert_eq!(after[..before.len()], before[..], "nothing of the record is changed");
    let last = after.last().unwrap();
    assert_eq!((last.purpose, last.answer), (Purpose::Offers, Answer::Withdrawn));
    // Only where it was given; it was withdrawn for the telephone before.
    assert_eq!(last.channels, [Channel::Email].into());
    assert_eq!(last.day, today());
    assert!(desktop.reads("Offres et actualités\u{a0}: retiré (e-mail)"), "{:?}", desktop.texts());
    assert_eq!(count(&desktop, Role::Label, "retiré"), 2);
    // It is told, and cannot be taken back: an answer is an answer.
    assert!(desktop.said().is_some());
    assert!(!desktop.texts().iter().any(|text| text.starts_with("Annuler")), "{:?}", desktop.texts());
}

#[test]
fn an_answer_is_recorded_with_its_evidence() {
    let mut desktop = girard();
    let signed = file(&desktop, "lettre.pdf");
    desktop.button("Enregistrer une réponse…");
    assert!(desktop.reads("«\u{a0}Et parfois une offre, une nouvelle\u{202f}?\u{a0}»"));
    desktop.click(Role::RadioButton, "Factures et messages de service");
    assert!(desktop.reads("«\u{a0}Je vous envoie vos factures par e-mail\u{202f}?\u{a0}»"));
    desktop.click(Role::RadioButton, "refusé");
    for channel in ["e-mail", "téléphone", "courrier"] {
        desktop.click(Role::CheckBox, channel);
    }
    desktop.click(Role::Button, "Enregistrer");
    assert!(desktop.reads("Cochez au moins un moyen."));
    desktop.click(Role::CheckBox, "courrier");
    retype(&mut desktop, Role::TextInput, "Jour de la réponse", "25/11/2026");
    desktop.click(Role::Button, "Enregistrer");
    assert!(desktop.reads("Ce jour n’est pas encore venu."));
    retype(&mut desktop, Role::TextInput, "Jour de la réponse", "2/11/2026");
    desktop.click(Role::Button, "par téléphone");
    desktop.click(Role::MenuItem, "sur papier");
    desktop.will_choose(&signed);
    desktop.click(Role::Button, "Joindre une preuve…");
    assert!(desktop.reads("lettre.pdf · 10\u{202f}octets"), "{:?}", desktop.texts());
    desktop.click(Role::Button, "Enregistrer");
    let last = consents(&desktop).pop().unwrap();
    assert_eq!((last.purpose, last.answer, last.method), (Purpose::Service, Answer::Refused, Method::Paper));
    assert_eq!(last.channels, [Channel::Post].into());
    assert_eq!(last.day, known::day(2026, 11, 2));
    assert_eq!(last.wording.language, "fr");
    assert_eq!(last.wording.words, "Je vous envoie vos factures par e-mail\u{202f}?");
    let proof = attachments(&desktop).into_iter().find(|file| Some(file.id) == last.evidence).unwrap();
    assert_eq!(proof.name, "lettre.pdf");
    assert_eq!(count(&desktop, Role::Label, "refusé"), 1);
    // The way of the last answer is proposed for the next.
    desktop.button("Enregistrer une réponse…");
    assert!(desktop.has(Role::Button, "sur papier"));
    desktop.press(Key::Escape);
    assert!(!desktop.reads("Objet de la question"));
    assert_eq!(consents(&desktop).len(), 4);
}

#[test]
fn what_is_withdrawn_was_asked_with_no_words() {
    let mut desktop = girard();
    desktop.button("Enregistrer une réponse…");
    desktop.click(Role::RadioButton, "retiré");
    assert!(!desktop.reads("«\u{a0}Et parfois une offre, une nouvelle\u{202f}?\u{a0}»"));
    desktop.click(Role::Button, "Enregistrer");
    let last = consents(&desktop).pop().unwrap();
    assert_eq!((last.answer, last.wording.words.as_str(), last.day), (Answer::Withdrawn, "", today()));
    assert_eq!(last.channels, Channel::ALL.into());
}

#[test]
fn categories_are_given_and_taken_away_on_the_profile() {
    let mut desktop = girard();
    desktop.click(Role::Button, "Grossistes");
    assert_eq!(desktop.said().as_deref(), Some("Cabinet Girard & Associés est modifié"));
    assert!(!desktop.has(Role::Button, "Grossistes"));
    assert!(
        desktop.reads("Catégories\u{a0}: «\u{a0}Clients réguliers, Grossistes, Prof"),
        "{:?}",
        desktop.texts()
    );
    let field = desktop.harness.query_all_by_role_and_label(Role::TextInput, "Catégories").next();
    field.expect("a place to type a category").focus();
    desktop.harness.run();
    desktop.enter("Export");
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Button, "Export"), "{:?}", desktop.texts());
    let mut names = Vec::new();
    snapshot(&desktop).scan(Scan::All, |category: Category| names.push(category.name)).unwrap();
    assert!(names.contains(&"Export".to_owned()));
    desktop.ctrl(Key::Num1);
}

#[test]
fn custom_fields_are_changed_in_place_each_by_its_kind() {
    let mut desktop = girard();
    desktop.button("Modifier Contrat signé");
    desktop.click(Role::RadioButton, "Non");
    desktop.ctrl(Key::Enter);
    desktop.button("Modifier Jour de livraison");
    retype(&mut desktop, Role::TextInput, "Jour de livraison", "jeu");
    desktop.press(Key::ArrowDown);
    desktop.press(Key::Enter);
    desktop.press(Key::Enter);
    desktop.button("Modifier Date d’anniversaire du contrat");
    retype(&mut desktop, Role::TextInput, "Date d’anniversaire du contrat", "1/4/2027");
    desktop.press(Key::Enter);
    desktop.button("Modifier Plafond d’encours");
    retype(&mut desktop, Role::TextInput, "Plafond d’encours", "1234,5");
    desktop.press(Key::Enter);
    desktop.button("Modifier Consignes d’accès");
    desktop.paste("Sonner\ndeux fois");
    desktop.ctrl(Key::Enter);
    let client: Client = snapshot(&desktop).get(1).unwrap().unwrap();
    let custom: Vec<&str> = client.custom.values().map(String::as_str).collect();
    assert_eq!(
        custom,
        ["jeudi", "no", "2027-04-01", "1234.50", "espace.cabinet-girard.example", "Sonner\ndeux fois"]
    );
    for shown in ["jeudi", "Non", "1 avr. 2027", "1\u{202f}234,50\u{a0}€", "Sonner\ndeux fois"] {
        assert!(count(&desktop, Role::Label, shown) >= 1, "{shown}: {:?}", desktop.texts());
    }
}

#[test]
fn a_further_contact_becomes_the_main_one_or_goes() {
    let mut desktop = girard();
    desktop.button("Modifier Luc Petit");
    desktop.button("Faire du contact 2 le principal");
    let read = |desktop: &Desktop| -> Client { snapshot(desktop).get(1).unwrap().unwrap() };
    let client = read(&desktop);
    assert_eq!(client.contact.name(), "Luc Petit");
    assert_eq!(client.contacts.len(), 1);
    assert_eq!(client.contacts[0].name(), "Anne-Sophie Girard");
    desktop.button("Modifier Anne-Sophie Girard");
    desktop.button("Retirer le contact 2");
    assert!(read(&desktop).contacts.is_empty());
    // One that is only being added can be neither.
    click_nth(&mut desktop, Role::Button, "Ajouter", 0);
    desktop.click(Role::MenuItem, "Ajouter un contact");
    assert!(!desktop.reads("le principal") && !desktop.reads("Retirer le contact"), "{:?}", desktop.texts());
}

#[test]
fn letters_calls_and_pages_are_opened_outside() {
    let mut desktop = girard();
    for (button, opened) in [
        ("Écrire", "mailto:girard@cabinet-girard.example"),
        ("Ouvrir E-mail", "mailto:girard@cabinet-girard.example"),
        ("Ouvrir Téléphone", "tel:+33478371120"),
        ("Ouvrir Site web", "https://www.cabinet-girard.example"),
        ("Ouvrir Espace client", "https://espace.cabinet-girard.example"),
    ] {
        desktop.button(button);
        assert_eq!(desktop.opened_outside().last().and_then(|one| one.to_str()), Some(opened), "{button}");
    }
    assert!(!desktop.has(Role::Button, "Ouvrir Mobile"));
}

#[test]
fn hundreds_of_notes_and_files_are_shown_a_part_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = known::make(&folder.path().join("Essai.comptoir"));
    known::many(&mut writer, 300, 2000);
    drop(writer);
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], folder);
    desktop.click(Role::GridCell, "Cabinet Girard & Associés");
    let shown = |desktop: &Desktop| headings(desktop).len();
    // 20 notes and 12 files; the pinned note has one of its own.
    assert_eq!(shown(&desktop), 20 + 12 + 1);
    assert!(desktop.has(Role::Button, "Afficher plus (284)"), "{:?}", desktop.texts());
    assert!(desktop.has(Role::Button, "Afficher plus (1\u{202f}991)"), "{:?}", desktop.texts());
    assert!(desktop.has(Role::Button, "Afficher tout l’historique"));
    let texts = desktop.texts().len();
    assert!(texts < 400, "{texts} texts are laid out");
    // All of the history is read when it is asked for: the client is registered at its end.
    assert!(!desktop.reads("Client enregistré"));
    desktop.harness.set_size([1280.0, 9000.0].into());
    desktop.harness.run();
    desktop.button("Afficher tout l’historique");
    assert!(desktop.reads("Client enregistré"));
    assert!(!desktop.has(Role::Button, "Afficher tout l’historique"));
}

#[test]
fn more_is_shown_when_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = known::make(&folder.path().join("Essai.comptoir"));
    known::many(&mut writer, 30, 30);
    drop(writer);
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 9000.0], folder);
    desktop.click(Role::GridCell, "Cabinet Girard & Associés");
    let card = |desktop: &Desktop, n: u8| count(desktop, Role::Label, &format!("Note n° {n}"));
    assert_eq!([card(&desktop, 5), card(&desktop, 29)], [0, 1]);
    let plan = "plan du bureau et des archives au deuxième étage.png";
    assert!(!desktop.has(Role::Button, plan));
    desktop.button("Afficher plus (14)");
    assert_eq!([card(&desktop, 5), card(&desktop, 29)], [1, 1]);
    desktop.button("Afficher plus (21)");
    assert!(desktop.has(Role::Button, plan));
    assert!(!desktop.reads("Afficher plus"));
}

#[test]
fn what_the_menu_adds_near_the_lower_edge_opens_its_field() {
    for (nth, entry) in [(0, "Ajouter un contact"), (1, "Langue du client")] {
        let tall = girard();
        let button = tall.harness.query_all_by_role_and_label(Role::Button, "Ajouter").nth(nth).unwrap();
        let bottom = button.rect().bottom();
        for below in [1.0, 4.0, 12.0, 30.0, 50.0, 80.0, 120.0] {
            let height = bottom + below;
            let mut desktop = girard_at([1280.0, height]);
            click_nth(&mut desktop, Role::Button, "Ajouter", nth);
            desktop.click(Role::MenuItem, entry);
            let fields = desktop.harness.query_all_by_role(Role::TextInput);
            let field = fields.into_iter().find(|node| node.accesskit_node().is_focused());
            let field = field.unwrap_or_else(|| panic!("{entry}, {below} points above the edge: no field"));
            assert!(field.rect().bottom() <= height, "{entry}, {below}: {:?} of {height}", field.rect());
        }
    }
}

#[test]
fn an_address_stands_as_on_an_envelope_and_names_no_country_at_home() {
    let mut desktop = girard();
    assert!(desktop.has(Role::Label, "12 rue de la Bourse\n69002 Lyon"), "{:?}", desktop.texts());
    assert!(desktop.has(Role::Label, "3 quai Saint-Antoine\n69002 Lyon"));
    desktop.button("Modifier Adresse");
    retype(&mut desktop, Role::TextInput, "Pays", "Belgique");
    desktop.ctrl(Key::Enter);
    assert!(desktop.has(Role::Label, "12 rue de la Bourse\n69002 Lyon\nBelgique"), "{:?}", desktop.texts());
    // The column has a short name where one will do; a reader hears the whole.
    assert!(desktop.has(Role::Label, "Contact") && desktop.has(Role::Label, "Conditions"));
    assert!(desktop.has(Role::Button, "Modifier Contact principal"));
    assert!(desktop.has(Role::Button, "Modifier Conditions de paiement"));
}

#[test]
fn terms_and_language_are_proposed_in_place_as_on_the_form() {
    let mut desktop = girard();
    desktop.button("Modifier Conditions de paiement");
    desktop.enter("30 jours f");
    assert!(desktop.has(Role::ListBoxOption, "30 jours fin de mois"), "{:?}", desktop.texts());
    // Escape closes the list first, and leaves the value only then.
    desktop.press(Key::Escape);
    assert!(!desktop.has(Role::ListBoxOption, "30 jours fin de mois"));
    assert!(desktop.has(Role::TextInput, "Conditions de paiement"));
    desktop.press(Key::ArrowDown);
    desktop.press(Key::Enter);
    let typed = desktop.node(Role::TextInput, "Conditions de paiement").value();
    assert_eq!(
        typed.as_deref(),
        Some("30 jours fin de mois"),
        "Enter takes the proposal and keeps nothing yet"
    );
    desktop.press(Key::Enter);
    assert!(!desktop.has(Role::TextInput, "Conditions de paiement"));
    let client: Client = snapshot(&desktop).get(1).unwrap().unwrap();
    assert_eq!(client.terms, "net_30_then_end_of_month");
    click_nth(&mut desktop, Role::Button, "Ajouter", 1);
    desktop.click(Role::MenuItem, "Langue du client");
    desktop.enter("alle");
    assert!(desktop.has(Role::ListBoxOption, "allemand"), "{:?}", desktop.texts());
    desktop.click(Role::ListBoxOption, "allemand");
    desktop.press(Key::Enter);
    let client: Client = snapshot(&desktop).get(1).unwrap().unwrap();
    assert_eq!(client.language, "de");
    // A city proposes its postcode, as on the form.
    desktop.button("Modifier Adresse");
    retype(&mut desktop, Role::TextInput, "Code postal", "69003");
    desktop.node(Role::TextInput, "Ville").focus();
    desktop.harness.run();
    desktop.ctrl(Key::A);
    desktop.enter("Ly");
    assert!(desktop.has(Role::ListBoxOption, "Lyon"), "{:?}", desktop.texts());
    desktop.press(Key::Escape);
    desktop.press(Key::Escape);
    assert!(!desktop.has(Role::TextInput, "Ville"));
}

#[test]
fn from_another_page_the_arrows_are_at_once_those_of_the_table() {
    let mut desktop = shown("");
    desktop.ctrl(Key::Num6);
    desktop.ctrl(Key::Num1);
    assert_eq!(desktop.focused(), Some((Role::Row, "Asie".to_owned())));
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Heading, "Asie"));
}
