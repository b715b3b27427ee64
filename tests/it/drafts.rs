//! Drafts: what is typed into a form is kept beside the books until it is registered or thrown away.

use comptoir::clock::Clock;
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{ClientCommand, Command, Registration};
use comptoir::jobs::{Desk, Request};
use comptoir::store::{self, Origin};
use comptoir::text::Language;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};

use crate::support::book::stamp;
use crate::support::clerk::Clerk;
use crate::support::desktop::today;

const CTRL: Modifiers = Modifiers::COMMAND;

/// A form on a new client.
fn form() -> Clerk {
    let mut desk = Clerk::new();
    desk.chord(CTRL, Key::N);
    desk
}

/// Opens the form on the client of the current row.
fn edit(desk: &mut Clerk) {
    desk.key(Key::Home);
    desk.key(Key::Enter);
    desk.press("Modifier");
}

/// A window with the client Asie of Paris.
fn with_asie() -> Clerk {
    let mut client = Client { company: "Asie".into(), ..Client::default() };
    client.address.city = "Paris".into();
    let registration = Registration { client, ..Registration::default() };
    Clerk::holding(&[Command::Client(ClientCommand::Register(Box::new(registration)))])
}

#[test]
fn a_draft_is_kept_from_the_first_letter_at_most_a_second_behind() {
    let mut desk = form();
    desk.wait(2.0);
    assert!(desk.drafts().is_empty(), "nothing was typed");
    assert_eq!(desk.count(Role::Button, "Supprimer le brouillon"), 0);
    desk.type_text("A");
    desk.wait(1.0);
    assert_eq!(desk.drafts().len(), 1);
    assert!(desk.says("Brouillon gardé à 12:00"));
    // Letter after letter, without a pause: it does not fall behind.
    for letter in ["s", "i", "e", " ", "e", "t"] {
        desk.type_text(letter);
    }
    desk.wait(1.0);
    let drafts = desk.drafts();
    assert_eq!(drafts.len(), 1);
    assert!(String::from_utf8_lossy(&drafts[0].1).contains("Asie et"), "{drafts:?}");
}

#[test]
fn a_draft_is_no_part_of_the_books() {
    let mut desk = form();
    let revision = desk.snapshot().revision().unwrap();
    desk.type_text("Asie");
    desk.wait(1.0);
    assert_eq!(desk.drafts().len(), 1);
    assert_eq!(desk.snapshot().revision().unwrap(), revision);
    assert!(desk.clients().is_empty());
}

#[test]
fn leaving_asks_nothing_and_the_draft_stands_above_the_table() {
    let leave: [fn(&mut Clerk); 5] = [
        |desk| desk.key(Key::Escape),
        |desk| desk.press("Retour"),
        |desk| desk.press("Fermer"),
        |desk| desk.click(Role::Link, "Clients"),
        |desk| desk.chord(CTRL, Key::Num1),
    ];
    for leave in leave {
        let mut desk = form();
        desk.type_text("Asie");
        leave(&mut desk);
        let line = desk.words().lines().find(|line| line.contains("Brouillon d")).map(str::to_owned);
        assert!(line.is_some_and(|line| line.contains("Asie")), "{}", desk.words());
        assert_eq!(desk.count(Role::Button, "Reprendre"), 1, "{}", desk.words());
        desk.press("Reprendre");
        assert_eq!(
            (desk.focus().as_str(), desk.value("Raison sociale").as_str()),
            ("Raison sociale", "Asie")
        );
        desk.fill("Ville", "Lyon");
        desk.chord(CTRL, Key::Enter);
        desk.key(Key::Enter);
        assert_eq!(desk.clients()[0].address.city, "Lyon");
        assert_eq!(desk.count(Role::Button, "Reprendre"), 0);
        assert!(desk.drafts().is_empty());
    }
}

#[test]
fn there_may_be_several_at_once_and_each_can_be_thrown_away() {
    let mut desk = form();
    for name in ["Asie", "Bolido", "Cactus", "Dodo", "Élan"] {
        desk.type_text(name);
        desk.chord(CTRL, Key::N);
        assert_eq!(desk.value("Raison sociale"), "");
    }
    desk.key(Key::Escape);
    assert_eq!(desk.drafts().len(), 5);
    for rest in (0..5).rev() {
        let first = desk.all(Role::Button, "Supprimer le brouillon").remove(0);
        first.click();
        desk.harness.run();
        assert_eq!(desk.drafts().len(), rest);
    }
    assert!(desk.says("Brouillon supprimé"));
    assert!(desk.says("Votre carnet est vide"));
}

#[test]
fn a_draft_can_be_thrown_away_from_the_form() {
    let mut desk = form();
    desk.type_text("Asie");
    desk.press("Supprimer le brouillon");
    assert!(desk.drafts().is_empty());
    assert!(desk.all(Role::TextInput, "Raison sociale").is_empty());
    assert_eq!(desk.count(Role::Button, "Reprendre"), 0);
}

#[test]
fn what_was_typed_and_taken_back_leaves_no_draft() {
    let mut desk = form();
    desk.type_text("A");
    desk.wait(1.0);
    assert_eq!(desk.drafts().len(), 1);
    desk.key(Key::Backspace);
    desk.wait(1.0);
    assert!(desk.drafts().is_empty());

    let mut desk = with_asie();
    edit(&mut desk);
    desk.fill("Ville", "Lyon");
    desk.wait(1.0);
    assert_eq!(desk.drafts().len(), 1);
    desk.fill("Ville", "Paris");
    desk.key(Key::Escape);
    assert!(desk.drafts().is_empty());
}

#[test]
fn drafts_survive_the_window() {
    let mut desk = form();
    desk.type_text("Asie");
    desk.fill("Note", "Le matin\nseulement");
    desk.fill_and_leave("E-mail", "");
    desk.click(Role::CheckBox, "Ne souhaite pas le communiquer\u{a0}: E-mail");
    // Closed at once: what was typed a moment ago is kept, too.
    desk.type_text("x");
    let mut desk = desk.reopen();
    desk.press("Reprendre");
    assert_eq!(desk.value("Raison sociale"), "Asie");
    assert_eq!(desk.value("Note"), "Le matin\nseulement");
    assert!(desk.is_ticked("Ne souhaite pas le communiquer\u{a0}: E-mail"));
    // A new form is another one.
    desk.chord(CTRL, Key::N);
    desk.type_text("Bolido");
    desk.key(Key::Escape);
    assert_eq!(desk.drafts().len(), 2);
}

#[test]
fn a_change_of_a_client_is_a_draft_too() {
    let mut desk = with_asie();
    edit(&mut desk);
    desk.wait(1.0);
    assert!(desk.drafts().is_empty());
    desk.fill("Ville", "Lyon");
    let mut desk = desk.reopen();
    assert_eq!(desk.clients()[0].address.city, "Paris");
    assert_eq!(desk.count(Role::Button, "Reprendre"), 1);
    // Changing the client goes on with it.
    edit(&mut desk);
    assert_eq!(desk.value("Ville"), "Lyon");
    desk.chord(CTRL, Key::Enter);
    assert_eq!(desk.clients()[0].address.city, "Lyon");
    assert_eq!(desk.clients().len(), 1);
    assert!(desk.drafts().is_empty());
}

#[test]
fn a_draft_takes_back_nothing_that_was_changed_elsewhere_meanwhile() {
    let mut desk = with_asie();
    edit(&mut desk);
    desk.fill("Ville", "Lyon");
    desk.chord(CTRL, Key::Enter);
    desk.press("Modifier");
    desk.fill("E-mail", "a@asie.example");
    desk.key(Key::Escape);
    // Another change is taken back while the draft waits.
    desk.press("Annuler la modification");
    assert_eq!(desk.clients()[0].address.city, "Paris");
    desk.press("Modifier");
    assert_eq!((desk.value("Ville").as_str(), desk.value("E-mail").as_str()), ("Paris", "a@asie.example"));
    desk.chord(CTRL, Key::Enter);
    let client = desk.clients().remove(0);
    assert_eq!((client.address.city.as_str(), client.email.as_str()), ("Paris", "a@asie.example"));
}

#[test]
fn a_form_follows_what_is_undone_under_it() {
    let mut desk = with_asie();
    edit(&mut desk);
    desk.fill("Ville", "Lyon");
    desk.chord(CTRL, Key::Enter);
    desk.press("Modifier");
    desk.fill("E-mail", "a@asie.example");
    desk.node(Role::Button, "Fermer").focus();
    desk.harness.run();
    desk.chord(CTRL, Key::Z);
    assert_eq!(desk.clients()[0].address.city, "Paris");
    assert_eq!((desk.value("Ville").as_str(), desk.value("E-mail").as_str()), ("Paris", "a@asie.example"));
}

#[test]
fn a_draft_of_a_client_that_is_gone_registers_one_anew() {
    let mut desk = with_asie();
    edit(&mut desk);
    desk.fill("Ville", "Lyon");
    let folder = desk.close();
    let (mut writer, _) = store::open(&folder.path().join("Essai.comptoir")).unwrap();
    let gone = Command::Client(ClientCommand::Delete(vec![ClientId(1)]));
    writer.apply(&gone, Origin::CommandLine, stamp(1)).unwrap();
    drop(writer);
    let mut desk = Clerk::with(Language::Fr, [1280.0, 800.0], folder);
    desk.press("Reprendre");
    assert!(desk.says("Nouveau client"));
    desk.chord(CTRL, Key::Enter);
    desk.key(Key::Enter);
    let client = desk.clients().remove(0);
    assert_eq!(
        (client.id, client.company.as_str(), client.address.city.as_str()),
        (ClientId(2), "Asie", "Lyon")
    );
    assert!(desk.drafts().is_empty());
}

#[test]
fn undo_in_a_field_never_brings_the_text_of_another_record() {
    let mut desk = form();
    desk.type_text("Asie");
    desk.wait(2.0);
    desk.type_text(" et fils");
    desk.key(Key::Escape);
    desk.chord(CTRL, Key::N);
    desk.type_text("Bolido");
    desk.wait(2.0);
    for _ in 0..5 {
        desk.chord(CTRL, Key::Z);
        assert!(!desk.value("Raison sociale").contains("Asie"), "{}", desk.value("Raison sociale"));
    }
    // After Save and new it is another record, too.
    let mut desk = form();
    desk.type_text("Asie");
    desk.chord(CTRL.plus(Modifiers::SHIFT), Key::Enter);
    desk.key(Key::Enter);
    assert_eq!(desk.clients().len(), 1);
    for _ in 0..3 {
        desk.chord(CTRL, Key::Z);
        assert_eq!(desk.value("Raison sociale"), "");
    }
    assert_eq!(desk.clients().len(), 1);
}

#[test]
fn a_book_opened_in_the_same_window_brings_no_undo_of_the_other() {
    let mut desk = form();
    desk.type_text("Asie");
    desk.wait(2.0);
    let other = desk.folder.path().join("Autre.comptoir");
    desk.will_choose(&other);
    desk.chord(CTRL, Key::Num6);
    desk.press("Nouveau carnet…");
    desk.harness.run();
    desk.chord(CTRL, Key::N);
    assert_eq!(desk.value("Raison sociale"), "");
    desk.chord(CTRL, Key::Z);
    assert_eq!(desk.value("Raison sociale"), "");
}

#[test]
fn throwing_a_draft_away_leaves_the_others() {
    let mut desk = form();
    desk.type_text("Asie");
    desk.chord(CTRL, Key::N);
    desk.type_text("Bolido");
    desk.press("Supprimer le brouillon");
    assert_eq!(desk.drafts().len(), 1);
    desk.press("Reprendre");
    assert_eq!(desk.value("Raison sociale"), "Asie");
}

#[test]
fn a_draft_is_forgotten_before_the_change_made_of_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Essai.comptoir");
    let mut desk = Desk::inline(Clock::fixed(today()), Language::Fr);
    desk.ask(Request::Open { path: path.clone(), make: true });
    for key in ["draft/1", "draft/2"] {
        desk.ask(Request::Scratch { key: key.into(), value: Some(b"{}".to_vec()) });
    }
    let client = Client { company: "Asie".into(), ..Client::default() };
    let registration = Registration { client, ..Registration::default() };
    let command = Box::new(Command::Client(ClientCommand::Register(Box::new(registration))));
    let forget = Some("draft/1".to_owned());
    desk.ask(Request::Apply { ticket: 1, command, forget });
    // Nobody heard the answer: the program was killed just then.
    desk.close();
    let (_writer, reader) = store::open(&path).unwrap();
    let kept = reader.snapshot().unwrap().scratch_under("draft/").unwrap();
    assert_eq!(kept.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["draft/2"]);
}
