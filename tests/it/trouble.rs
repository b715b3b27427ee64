//! What the window does when something goes wrong: each trouble its own sentence, and a way out.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use comptoir::clock::Clock;
use comptoir::domain::command::Registration;
use comptoir::jobs::{Desk, Event, Request};
use comptoir::store;
use comptoir::text::Language;
use comptoir::ui::theme;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, FontDefinitions, Key};
use tempfile::TempDir;

use crate::support::behind::Behind;
use crate::support::book::{company, register};
use crate::support::desktop::{Desktop, today};
use crate::support::hands::{fill, registration};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn three() -> Vec<Registration> {
    ["Asie", "Bolido", "Cactus"].into_iter().map(|name| registration(company(name), "")).collect()
}

/// A folder with a book of three clients.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fill(&folder.path().join("Essai.comptoir"), three());
    folder
}

/// A window on the book as `spoil` leaves it. The file's bytes stay as they were, whatever the window says.
fn spoiled(spoil: impl FnOnce(&Path)) -> Desktop {
    let folder = folder();
    let book = folder.path().join("Essai.comptoir");
    spoil(&book);
    let before = fs::read(&book).unwrap();
    let desktop = Desktop::with(Language::Fr, SIZE, folder);
    assert!(desktop.has(Role::Heading, "Quelque chose s’est mal passé"), "{:?}", desktop.texts());
    assert_eq!(fs::read(&book).unwrap(), before);
    assert!(desktop.reads(&book.display().to_string()));
    for way in ["Réessayer", "Restaurer une sauvegarde…", "Ouvrir un autre carnet…", "Nouveau carnet…"]
    {
        assert!(desktop.has(Role::Button, way), "{way}");
    }
    desktop
}

fn archive(desktop: &mut Desktop, name: &str) {
    desktop.click(Role::GridCell, name);
    desktop.button("Plus d’actions");
    desktop.click(Role::MenuItem, "Archiver");
    desktop.button("Retour");
}

#[test]
fn an_empty_file_is_no_book_any_more() {
    let desktop = spoiled(|book| fs::write(book, "").unwrap());
    assert!(desktop.reads("Ce fichier est vide, ce n’est plus un carnet."));
}

#[test]
fn a_foreign_file_is_not_touched() {
    let desktop = spoiled(|book| fs::write(book, "Chère Asie, ".repeat(1000)).unwrap());
    assert!(desktop.reads("Ce fichier n’est pas un carnet Comptoir"));
}

#[test]
fn a_book_whose_end_is_missing_says_so() {
    let desktop = spoiled(|book| {
        let bytes = fs::read(book).unwrap();
        fs::write(book, &bytes[..65_536]).unwrap();
    });
    assert!(desktop.reads("La fin de ce carnet manque"));
}

#[test]
fn a_newer_book_asks_for_a_newer_program() {
    let desktop = spoiled(|book| {
        // The format stands behind the magic, in both copies of the header.
        for copy in [0, store::OURS - 4096] {
            Behind::overwrite(book, copy + 8, &2_u32.to_be_bytes());
        }
    });
    assert!(desktop.reads("Ce carnet vient d’une version plus récente"), "{:?}", desktop.texts());
}

#[test]
fn a_book_that_nobody_may_write_is_read_only() {
    let desktop = spoiled(|book| fs::set_permissions(book, fs::Permissions::from_mode(0o444)).unwrap());
    assert!(desktop.reads("Ce carnet est en lecture seule."));
}

#[test]
fn from_the_trouble_one_retries_opens_another_or_makes_a_new_book() {
    let mut desktop = spoiled(|book| {
        fs::rename(book, book.with_extension("kept")).unwrap();
        fs::write(book, "").unwrap();
    });
    desktop.button("Réessayer");
    assert!(desktop.reads("Ce fichier est vide"));
    // Shortcuts of an open book do nothing here.
    desktop.ctrl(Key::N);
    desktop.ctrl(Key::Z);
    assert!(desktop.reads("Ce fichier est vide"));
    fs::rename(desktop.book().with_extension("kept"), desktop.book()).unwrap();
    desktop.button("Réessayer");
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);

    let mut desktop = spoiled(|book| fs::write(book, "").unwrap());
    desktop.will_choose(&desktop.folder.path().join("Neuf.comptoir"));
    desktop.button("Nouveau carnet…");
    assert!(desktop.has(Role::Heading, "Votre carnet est vide"));
}

#[test]
fn a_backup_is_restored_with_no_book_open() {
    let mut desktop = Desktop::with(Language::Fr, SIZE, folder());
    archive(&mut desktop, "Asie");
    let folder = desktop.close();
    let backups = folder.path().join("backups");
    let backup = fs::read_dir(&backups).unwrap().map(|entry| entry.unwrap().path()).max().unwrap();
    fs::write(folder.path().join("Essai.comptoir"), "").unwrap();
    let mut desktop = Desktop::with(Language::Fr, SIZE, folder);
    assert!(desktop.reads("Ce fichier est vide"));
    desktop.will_choose(&backup);
    desktop.button("Restaurer une sauvegarde…");
    assert!(desktop.reads("Sauvegarde\u{a0}: 3 clients"), "{:?}", desktop.texts());
    assert!(!desktop.reads("Carnet actuel"));
    desktop.button("Restaurer");
    assert_eq!(desktop.rows(), ["Bolido", "Cactus"]);
}

#[test]
fn a_book_that_another_window_has_opens_by_itself_once_it_is_free() {
    let folder = folder();
    let book = folder.path().join("Essai.comptoir");
    let (writer, reader) = store::open(&book).unwrap();
    let mut desktop = Desktop::with(Language::Fr, SIZE, folder);
    assert!(desktop.reads("Ce carnet est ouvert dans une autre fenêtre"));
    desktop.wait(2.0);
    assert!(desktop.reads("Ce carnet est ouvert dans une autre fenêtre"));
    drop((writer, reader));
    desktop.wait(0.6);
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
}

#[test]
fn a_book_that_vanishes_is_said_to_and_saving_works_again_once_it_is_back() {
    let mut desktop = Desktop::with(Language::Fr, SIZE, folder());
    let aside = desktop.book().with_extension("aside");
    fs::rename(desktop.book(), &aside).unwrap();
    archive(&mut desktop, "Asie");
    let said = desktop.said().unwrap();
    assert!(said.starts_with("Le fichier du carnet a été déplacé, supprimé ou remplacé."), "{said}");
    // It stays until it is closed; reading goes on, and what is open can be saved.
    desktop.harness.remove_cursor();
    desktop.wait(600.0);
    assert_eq!(desktop.said(), Some(said));
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
    let copy = desktop.folder.path().join("Copie.comptoir");
    desktop.will_choose(&copy);
    desktop.button("Enregistrer une copie…");
    assert_eq!(store::summary(&copy).unwrap().clients, 3);
    fs::rename(&aside, desktop.book()).unwrap();
    archive(&mut desktop, "Asie");
    assert_eq!(desktop.said().as_deref(), Some("Asie est archivé"));
    assert_eq!(desktop.rows(), ["Bolido", "Cactus"]);
}

#[test]
fn what_is_typed_stays_when_it_cannot_be_saved() {
    let mut desktop = Desktop::with(Language::Fr, SIZE, folder());
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    let aside = desktop.book().with_extension("aside");
    fs::rename(desktop.book(), &aside).unwrap();
    desktop.ctrl(Key::Enter);
    desktop.ctrl(Key::Enter);
    assert!(desktop.reads("Le fichier du carnet a été déplacé"));
    assert!(desktop.has(Role::Dialog, "Récapitulatif"), "{:?}", desktop.texts());
    fs::rename(&aside, desktop.book()).unwrap();
    desktop.ctrl(Key::Enter);
    assert_eq!(desktop.said().as_deref(), Some("Zorba est enregistré"));

    // In place too.
    desktop.click(Role::GridCell, "Asie");
    desktop.button("Modifier Conditions de paiement");
    desktop.enter("45 jours");
    fs::rename(desktop.book(), &aside).unwrap();
    desktop.press(Key::Enter);
    assert!(desktop.reads("Le fichier du carnet a été déplacé"));
    assert!(desktop.has(Role::TextInput, "Conditions de paiement"));
    fs::rename(&aside, desktop.book()).unwrap();
    desktop.button("Enregistrer");
    assert_eq!(desktop.said().as_deref(), Some("Asie est modifié"));
    assert!(desktop.reads("45 jours"));
}

#[test]
fn what_was_typed_is_on_disk_as_soon_as_drawing_broke() {
    let mut desktop = Desktop::with(Language::Fr, SIZE, folder());
    desktop.ctrl(Key::N);
    desktop.enter("Zorb");
    desktop.wait(2.0);
    // Too short a time ago to be kept by itself.
    desktop.harness.event(egui::Event::Text("a".to_owned()));
    desktop.harness.step();
    desktop.harness.ctx.set_fonts(FontDefinitions::default());
    desktop.harness.step();
    let Desktop { harness, folder, .. } = desktop;
    drop(harness);
    let desktop = Desktop::with(Language::Fr, SIZE, folder);
    assert!(desktop.reads("Zorba"), "{:?}", desktop.texts());
}

#[test]
fn a_panic_while_drawing_keeps_the_draft_and_says_what_to_do() {
    let mut desktop = Desktop::with(Language::Fr, SIZE, folder());
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    // egui panics when it is asked for a family of fonts that is not there.
    desktop.harness.ctx.set_fonts(FontDefinitions::default());
    desktop.harness.run_steps(2);
    theme::install(&desktop.harness.ctx);
    desktop.harness.run_steps(2);
    assert!(desktop.has(Role::Heading, "Comptoir s’est arrêté sur une erreur"), "{:?}", desktop.texts());
    assert!(desktop.reads("Votre saisie est gardée comme brouillon."));
    let copy = desktop.folder.path().join("Copie.comptoir");
    desktop.will_choose(&copy);
    desktop.button("Enregistrer une copie…");
    assert_eq!(store::summary(&copy).unwrap().clients, 3);
    desktop.button("Réessayer");
    assert_eq!(desktop.rows(), ["Asie", "Bolido", "Cactus"]);
    assert!(desktop.reads("Zorba"));
    desktop.button("Reprendre");
    assert!(desktop.has(Role::Heading, "Nouveau client"));
    assert!(desktop.reads("Zorba"));
}

/// What the write thread says until an index stands, each event by its name.
fn heard(desk: &Desk) -> Vec<&'static str> {
    let mut heard = Vec::new();
    // The thread answers in milliseconds; a minute is for ever.
    for _ in 0..6_000 {
        match desk.event() {
            Some(Event::Opened(_)) => heard.push("opened"),
            Some(Event::NotOpened { .. }) => heard.push("not opened"),
            Some(Event::Done { .. }) => heard.push("done"),
            Some(Event::Failed { ticket, .. }) => {
                assert_eq!(ticket, 7);
                heard.push("failed");
            }
            Some(Event::Indexed(_)) => {
                heard.push("indexed");
                return heard;
            }
            Some(_) => {}
            None => std::thread::sleep(Duration::from_millis(10)),
        }
    }
    panic!("heard only {heard:?}");
}

#[test]
fn a_panic_in_the_write_thread_is_a_failure_and_the_book_opens_again() {
    let folder = folder();
    let path = folder.path().join("Essai.comptoir");
    let breaks = Arc::new(AtomicBool::new(false));
    let seen = breaks.clone();
    // The thread wakes the window after each event, and breaks in doing so: once.
    let wake = move || assert!(!seen.swap(false, Ordering::SeqCst), "broken on purpose");
    let mut desk = Desk::start(Clock::fixed(today()), Language::Fr, wake).unwrap();
    desk.ask(Request::Open { path: path.clone(), make: false });
    assert_eq!(heard(&desk), ["opened", "indexed"]);
    // A backup is made when a book is opened: that event must be past.
    desk.ask(Request::Speak(Language::Fr));
    assert_eq!(heard(&desk), ["indexed"]);
    breaks.store(true, Ordering::SeqCst);
    desk.ask(Request::Apply { ticket: 7, command: Box::new(register("Zorba", "")), forget: None });
    assert_eq!(heard(&desk), ["done", "failed", "opened", "indexed"]);
    desk.ask(Request::Apply { ticket: 8, command: Box::new(register("Yack", "")), forget: None });
    desk.ask(Request::Speak(Language::Fr));
    assert_eq!(heard(&desk), ["done", "indexed"]);
    desk.close();
    assert_eq!(store::summary(&path).unwrap().clients, 5);
}
