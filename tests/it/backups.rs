//! Backups that nobody asks for: when the window closes on a book that was changed, and before an import.

use std::path::Path;

use comptoir::domain::client::Client;
use comptoir::files::backup;
use comptoir::store;
use comptoir::text::Language;
use eframe::egui::{Key, Modifiers};

use crate::support::clerk::Clerk;

fn backups(folder: &Path) -> Vec<backup::Backup> {
    backup::list(&folder.join("Essai.comptoir")).unwrap()
}

fn again(folder: tempfile::TempDir) -> Clerk {
    Clerk::with(Language::Fr, [1280.0, 800.0], folder)
}

fn register(clerk: &mut Clerk, name: &str) {
    clerk.chord(Modifiers::COMMAND, Key::N);
    clerk.type_text(name);
    clerk.chord(Modifiers::COMMAND, Key::Enter);
    clerk.chord(Modifiers::COMMAND, Key::Enter);
    assert!(clerk.clients().iter().any(|client| client.name() == name), "{}", clerk.words());
}

#[test]
fn closing_a_book_that_was_changed_backs_it_up_once() {
    let folder = Clerk::new().close();
    assert!(backups(folder.path()).is_empty(), "nothing was done");
    let mut clerk = again(folder);
    register(&mut clerk, "Asie");
    let folder = clerk.close();
    let made = backups(folder.path());
    assert_eq!(made.len(), 1);
    let (_writer, reader) = store::open(&made[0].path).unwrap();
    assert_eq!(
        reader.snapshot().unwrap().get::<Client>(1).unwrap().map(|client| client.name()),
        Some("Asie".into())
    );
    let folder = again(folder).close();
    assert_eq!(backups(folder.path()).len(), 1, "nothing was done since");
}

#[test]
fn a_draft_alone_is_no_change_and_a_backup_carries_it() {
    let mut clerk = Clerk::new();
    clerk.chord(Modifiers::COMMAND, Key::N);
    clerk.type_text("Essai");
    let folder = clerk.close();
    assert!(backups(folder.path()).is_empty());
    let mut clerk = again(folder);
    register(&mut clerk, "Asie");
    let folder = clerk.close();
    let (_writer, reader) = store::open(&backups(folder.path())[0].path).unwrap();
    assert_eq!(reader.snapshot().unwrap().scratch_under("draft/").unwrap().len(), 1);
}

#[test]
fn the_backup_is_told_at_the_foot_of_the_bar() {
    let mut clerk = Clerk::new();
    assert!(clerk.says("Rien à sauvegarder"));
    register(&mut clerk, "Asie");
    let clerk = again(clerk.close());
    assert!(clerk.says("Sauvegardé à 12:00"), "{}", clerk.words());
}
