//! To do: what waits, in the whole window and by the day.

use std::path::Path;

use chrono::NaiveDate;
use comptoir::clock::Clock;
use comptoir::domain::client::ClientId;
use comptoir::domain::command::{Command, NewNote, NoteCommand};
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::setup::{HOME, Setup};
use comptoir::files::backup;
use comptoir::format::Format;
use comptoir::jobs::{Standing, build_index};
use comptoir::search::{Index, Reading};
use comptoir::store::{self, Origin};
use comptoir::text::{Language, Text};
use comptoir::ui::ctx::Ctx;
use comptoir::ui::screens::Todo;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::book::{register, stamp, test_book};
use crate::support::desktop::{Desktop, today};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn note(client: u64, kind: NoteKind, text: &str, remind: NaiveDate) -> Command {
    let (client, text, pinned) = (ClientId(client), text.to_owned(), false);
    let (date, remind, attachments) = (day(11, 2), Some(remind), Vec::new());
    Command::Note(NoteCommand::Add(NewNote { client, kind, date, text, pinned, remind, attachments }))
}

/// A window on a book that holds what these commands made.
fn holding(commands: &[Command]) -> Desktop {
    let folder = tempfile::tempdir().unwrap();
    let (mut writer, reader) = store::create(&folder.path().join("Essai.comptoir")).unwrap();
    for command in commands {
        writer.apply(command, Origin::CommandLine, stamp(0)).unwrap();
    }
    drop((writer, reader));
    Desktop::with(Language::Fr, [1280.0, 800.0], folder)
}

/// Two clients without address, and what one is to be reminded of.
fn reminding() -> Desktop {
    holding(&[
        register("Asie", ""),
        register("Bolido", ""),
        note(1, NoteKind::Call, "rappeler pour le devis\nlundi", day(11, 23)),
        note(2, NoteKind::ImportantDate, "fin du contrat", day(11, 24)),
        note(2, NoteKind::Note, "plus tard", day(11, 25)),
    ])
}

/// The number at the foot of the bar.
fn badge(desktop: &Desktop) -> Option<String> {
    desktop.node(Role::Link, "À faire").value()
}

fn open(desktop: &mut Desktop) {
    desktop.click(Role::Link, "À faire");
    assert!(desktop.has(Role::Heading, "À faire"));
}

/// The lines, by what they are named: the reminders' and the others'.
fn lines(desktop: &Desktop) -> Vec<String> {
    let all = desktop.harness.query_all_by(|node| {
        node.role() == Role::Button && node.description().is_some_and(|under| !under.is_empty())
    });
    all.filter_map(|node| node.accesskit_node().label()).collect()
}

fn press_first(desktop: &mut Desktop, name: &str) {
    desktop.harness.get_all_by_role_and_label(Role::Button, name).next().unwrap().click();
    desktop.harness.run();
}

fn notes(desktop: &Desktop) -> Vec<Note> {
    let mut notes = Vec::new();
    let snapshot = desktop.harness.state().reader().unwrap().snapshot().unwrap();
    snapshot.scan(comptoir::domain::record::Scan::All, |note| notes.push(note)).unwrap();
    notes
}

#[test]
fn a_book_in_which_nothing_waits_says_so() {
    let mut desktop = Desktop::new();
    assert_eq!(badge(&desktop), None);
    open(&mut desktop);
    assert!(desktop.reads("Rien à faire"));
    assert_eq!(lines(&desktop), [""; 0]);
}

#[test]
fn what_is_due_today_or_before_waits_with_whose_and_since_when() {
    let mut desktop = reminding();
    assert_eq!(badge(&desktop).as_deref(), Some("3"));
    desktop.ctrl(Key::Num7);
    assert_eq!(lines(&desktop), ["rappeler pour le devis", "fin du contrat", "À compléter (2)"]);
    assert!(desktop.reads("Asie · hier"));
    // An important date is named by its own day.
    assert!(desktop.reads("Bolido · 2 nov. 2026"));
    assert!(!desktop.reads("Rien à faire"));
    desktop.button("rappeler pour le devis");
    assert!(desktop.has(Role::Heading, "Asie"));
    desktop.press(Key::Escape);
    assert!(desktop.has(Role::Heading, "À faire"));
}

#[test]
fn a_reminder_that_is_done_is_gone_and_can_be_had_back() {
    let mut desktop = reminding();
    open(&mut desktop);
    press_first(&mut desktop, "Fait");
    assert_eq!(lines(&desktop), ["fin du contrat", "À compléter (2)"]);
    assert_eq!(badge(&desktop).as_deref(), Some("2"));
    assert_eq!(notes(&desktop)[0].remind, None);
    assert_eq!(notes(&desktop)[0].text, "rappeler pour le devis\nlundi");
    desktop.ctrl(Key::Z);
    assert_eq!(lines(&desktop), ["rappeler pour le devis", "fin du contrat", "À compléter (2)"]);
}

#[test]
fn a_reminder_is_put_off_to_tomorrow_to_next_week_or_to_a_day() {
    let mut desktop = reminding();
    open(&mut desktop);
    press_first(&mut desktop, "Plus tard");
    desktop.click(Role::MenuItem, "Demain");
    assert_eq!(notes(&desktop)[0].remind, Some(day(11, 25)));
    press_first(&mut desktop, "Plus tard");
    desktop.click(Role::MenuItem, "Dans une semaine");
    assert_eq!(notes(&desktop)[1].remind, Some(day(12, 1)));
    assert_eq!(lines(&desktop), ["À compléter (2)"]);
    desktop.ctrl(Key::Z);
    press_first(&mut desktop, "Plus tard");
    desktop.click(Role::MenuItem, "Un autre jour…");
    assert!(desktop.has(Role::Dialog, "Reporter le rappel"));
    for (typed, said) in [("24/11/2026", "ce jour est passé"), ("jeudi", "pas une date")] {
        desktop.ctrl(Key::A);
        desktop.paste(typed);
        assert!(desktop.reads(said), "{typed}");
        desktop.press(Key::Enter);
        assert!(desktop.has(Role::Dialog, "Reporter le rappel"));
        desktop.node(Role::TextInput, "Jour").focus();
        desktop.harness.run();
    }
    desktop.ctrl(Key::A);
    desktop.paste("25.11.26");
    desktop.press(Key::Enter);
    assert!(!desktop.has(Role::Dialog, "Reporter le rappel"));
    assert_eq!(notes(&desktop)[1].remind, Some(day(11, 25)));
    assert_eq!(lines(&desktop), ["À compléter (2)"]);
}

#[test]
fn the_button_of_the_question_puts_off_too_and_cancel_leaves_it() {
    let mut desktop = reminding();
    open(&mut desktop);
    for (button, day) in [("Annuler", day(11, 23)), ("Reporter", day(11, 30))] {
        press_first(&mut desktop, "Plus tard");
        desktop.click(Role::MenuItem, "Un autre jour…");
        desktop.paste("30/11/2026");
        desktop.button(button);
        assert_eq!(notes(&desktop)[0].remind, Some(day));
        assert!(!desktop.has(Role::Dialog, "Reporter le rappel"));
    }
}

#[test]
fn records_to_complete_are_one_line_that_leads_to_them() {
    let mut desktop = reminding();
    desktop.enter("bolido");
    open(&mut desktop);
    desktop.button("Compléter");
    assert_eq!(desktop.sought(), "");
    assert!(desktop.reads("Retirer le filtre À compléter"));
    assert_eq!(desktop.rows(), ["Asie", "Bolido"]);
    open(&mut desktop);
    desktop.button("À compléter (2)");
    assert_eq!(desktop.rows(), ["Asie", "Bolido"]);
}

#[test]
fn a_draft_is_taken_up_again_or_left_for_tomorrow() {
    let mut desktop = Desktop::new();
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    desktop.press(Key::Escape);
    desktop.press(Key::Escape);
    assert_eq!(badge(&desktop).as_deref(), Some("1"));
    open(&mut desktop);
    assert_eq!(lines(&desktop), ["Zorba"]);
    assert!(desktop.reads("Brouillon gardé aujourd’hui à 12:00"));
    desktop.button("Reprendre");
    assert!(desktop.has(Role::Heading, "Nouveau client"));
    desktop.press(Key::Escape);
    desktop.press(Key::Escape);
    desktop.button("Plus tard");
    assert!(desktop.reads("Rien à faire"));
    assert_eq!(badge(&desktop), None);
    // It is out of sight in the next window, too, and still above the table.
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], desktop.close());
    assert_eq!(badge(&desktop), None);
    desktop.button("Supprimer le brouillon");
    // The next draft has the same number in a new window, and is in sight.
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], desktop.close());
    desktop.ctrl(Key::N);
    desktop.enter("Zorba");
    desktop.wait(2.0);
    assert_eq!(badge(&desktop).as_deref(), Some("1"));
}

/// Makes a book with one complete client and one backup of that day, and nothing done since.
fn backed_up(folder: &Path, made: NaiveDate) {
    let path = folder.join("Essai.comptoir");
    let (mut writer, reader) = store::create(&path).unwrap();
    writer.apply(&register("Asie", ""), Origin::CommandLine, stamp(0)).unwrap();
    let now = made.and_hms_opt(9, 41, 0).unwrap();
    let (_, summary) = backup::make(&reader, &path, now, &mut |_, _| true).unwrap();
    writer.scratch("backed-up", Some(&summary.revision.to_be_bytes())).unwrap();
}

#[test]
fn a_backup_older_than_a_week_asks_for_another() {
    for (made, asks) in [(day(11, 17), false), (day(11, 16), true)] {
        let folder = tempfile::tempdir().unwrap();
        backed_up(folder.path(), made);
        let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], folder);
        open(&mut desktop);
        let said = "La dernière sauvegarde est ancienne";
        assert_eq!(lines(&desktop).contains(&said.to_owned()), asks, "{made}");
        if asks {
            assert!(desktop.reads("Dernière sauvegarde\u{a0}: 16 nov. 2026"));
            desktop.button("Sauvegarder maintenant");
            assert_eq!(lines(&desktop), ["À compléter (1)"]);
            assert!(desktop.reads("Sauvegardé à 12:00"));
        }
    }
}

/// The page by itself, on a day that the test says.
struct Page {
    todo: Todo,
    text: Text,
    format: Format,
    setup: Setup,
    book: crate::support::book::TestBook,
    index: Index,
}

impl Page {
    fn of(commands: &[Command]) -> Self {
        let mut book = test_book();
        for command in commands {
            book.apply(command);
        }
        let reading = std::sync::Arc::new(Reading::new("fr", Setup::new(HOME)));
        let index = build_index(&book.reader.snapshot().unwrap(), reading).unwrap();
        let (text, format) = (Text::load(Language::Fr), Format::of(Language::Fr));
        Self { todo: Todo::default(), text, format, setup: Setup::new(HOME), book, index }
    }

    fn count(&mut self, day: NaiveDate, backed_up: Standing) -> usize {
        let clock = Clock::fixed(day);
        let ctx = Ctx {
            text: &self.text,
            format: &self.format,
            clock: &clock,
            reader: &self.book.reader,
            index: Some(&self.index),
            revision: 1,
            setup: &self.setup,
            seconds: 0.0,
        };
        self.todo.refresh(&ctx, &[], backed_up, true);
        self.todo.count()
    }
}

#[test]
fn the_list_changes_at_midnight() {
    let mut page = Page::of(&[
        register("Asie", ""),
        note(1, NoteKind::Note, "a", today()),
        note(1, NoteKind::Note, "b", day(11, 25)),
    ]);
    let none = Standing::default();
    assert_eq!([day(11, 23), day(11, 24), day(11, 25)].map(|day| page.count(day, none)), [1, 2, 3]);
}

#[test]
fn a_backup_that_could_not_be_made_waits_and_a_book_without_one_does_not() {
    let mut page = Page::of(&[]);
    let failed = Standing { failed: true, ..Standing::default() };
    assert_eq!(page.count(today(), Standing::default()), 0);
    assert_eq!(page.count(today(), failed), 1);
}

#[test]
fn of_many_reminders_all_are_counted() {
    let mut commands = vec![register("Asie", "")];
    commands.extend((0..103).map(|n| note(1, NoteKind::Note, &format!("rappel {n}"), today())));
    let mut page = Page::of(&commands);
    assert_eq!(page.count(today(), Standing::default()), 104);
    let mut desktop = holding(&commands);
    assert_eq!(badge(&desktop).as_deref(), Some("104"));
    open(&mut desktop);
    assert!(desktop.reads("et 3 autres rappels"));
    assert_eq!(lines(&desktop).len(), 101);
}

#[test]
fn what_is_counted_change_by_change_is_what_is_counted_afresh() {
    let mut desktop = reminding();
    open(&mut desktop);
    press_first(&mut desktop, "Fait");
    desktop.ctrl(Key::Num1);
    desktop.click(Role::GridCell, "Bolido");
    desktop.button("Plus d’actions");
    desktop.click(Role::MenuItem, "Supprimer");
    desktop.button("Supprimer");
    assert_eq!(badge(&desktop).as_deref(), Some("1"));
    let desktop = Desktop::with(Language::Fr, [1280.0, 800.0], desktop.close());
    assert_eq!(badge(&desktop).as_deref(), Some("1"));
}
