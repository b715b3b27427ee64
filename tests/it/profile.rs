//! The profile of a client in the whole window: what is noted of it, kept with it, allowed by it.

use comptoir::domain::client::ClientId;
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::record::Scan;
use comptoir::store::Snapshot;
use comptoir::text::Language;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::book::company;
use crate::support::desktop::{Desktop, today};
use crate::support::hands::registration;

const BOX: &str = "Noter un appel, un accord…";

/// A window that shows the profile of the one client there is.
fn shown(note: &str) -> Desktop {
    let mut desktop = Desktop::holding(vec![registration(company("Asie"), note)]);
    desktop.click(Role::GridCell, "Asie");
    assert!(desktop.has(Role::Heading, "Asie"));
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
    desktop.click(Role::Button, "note");
    desktop.click(Role::MenuItem, "appel");
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
    assert!(desktop.has(Role::Button, "appel"));
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], desktop.close());
    desktop.click(Role::GridCell, "Asie");
    desktop.ctrl(Key::J);
    assert!(desktop.has(Role::Button, "appel"));
}
