//! The index that the write thread publishes is the one that the records make, whatever was done to the book.

use comptoir::clock::Clock;
use comptoir::domain::check::Finding;
use comptoir::domain::command::{ClientCommand, Command};
use comptoir::jobs::{Desk, Event, Progress, Request, build_index, check_index};
use comptoir::store::{Origin, Reader};
use comptoir::text::Language;
use proptest::prelude::*;

use super::*;
use crate::support::book::{register, stamp, test_book};
use crate::support::commands::{Numbers, command};
use crate::support::files::write_all;
use crate::support::model::{Model, state_of};

#[derive(Clone, Debug)]
enum Step {
    Apply(Numbers),
    /// Takes the last change back; the last undo, if there is one, is such a change too.
    Undo,
    /// Makes the last change that was taken back once more.
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => any::<Numbers>().prop_map(Step::Apply),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ];
    prop::collection::vec(step, 1..25)
}

struct Book {
    desk: Desk,
    reader: Reader,
    index: Index,
    undone: Vec<u64>,
    _folder: tempfile::TempDir,
}

impl Book {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::inline(Clock::fixed(stamp(0).today), Language::Fr);
        desk.ask(Request::Open { path: folder.path().join("Essai.comptoir"), make: true });
        desk.ask(Request::Stage { ticket: 0, paths: write_all(folder.path()) });
        let (mut reader, mut index) = (None, None);
        while let Some(event) = desk.event() {
            match event {
                Event::Opened(opened) => reader = Some(opened.reader),
                Event::Indexed(now) => index = Some(now),
                _ => {}
            }
        }
        let undone = Vec::new();
        Self { desk, reader: reader.unwrap(), index: index.unwrap(), undone, _folder: folder }
    }

    /// Asks for a change; the number of its entry if it was made.
    fn ask(&mut self, request: Request) -> Option<u64> {
        self.desk.ask(request);
        let mut entry = None;
        while let Some(event) = self.desk.event() {
            match event {
                Event::Done { index, receipt, .. } => {
                    self.index = index.unwrap();
                    entry = Some(receipt.entry);
                }
                Event::Indexed(index) => self.index = index,
                _ => {}
            }
        }
        entry
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Apply(numbers) => {
                let command = command(&Model { state: state_of(&self.reader) }, *numbers);
                let is_import = matches!(command, Command::Client(ClientCommand::Import(_)));
                let command = Box::new(command);
                let (ticket, file, progress) = (1, "a.csv".to_owned(), Progress::default());
                let request = if is_import {
                    Request::Import { ticket, command, file, progress }
                } else {
                    Request::Apply { ticket, command, forget: None }
                };
                if self.ask(request).is_some() {
                    self.undone.clear();
                }
            }
            Step::Undo => {
                let last = self.reader.snapshot().unwrap().last_undoable().unwrap();
                if let Some(entry) = last {
                    let undo = self.ask(Request::Undo { ticket: 1, entry });
                    self.undone.extend(undo);
                }
            }
            Step::Redo => {
                if let Some(entry) = self.undone.pop() {
                    self.ask(Request::Undo { ticket: 1, entry });
                }
            }
        }
    }

    fn findings(&self) -> Vec<Finding> {
        let snapshot = self.reader.snapshot().unwrap();
        let reading = Reading::new("fr", snapshot.setup(HOME).unwrap());
        check_index(&self.index, &snapshot, &reading).unwrap()
    }
}

/// What a check says: the judge is shown an index that lacks the last change.
#[test]
fn an_index_that_missed_a_change_is_found_out() {
    let mut book = test_book();
    book.apply(&register("Asie", "midi"));
    let snapshot = book.reader.snapshot().unwrap();
    let reading = Arc::new(Reading::new("fr", snapshot.setup(HOME).unwrap()));
    let index = build_index(&snapshot, Arc::clone(&reading)).unwrap();
    assert_eq!(check_index(&index, &snapshot, &reading).unwrap(), []);
    drop(snapshot);
    let note = comptoir::domain::command::NewNote {
        client: ClientId(1),
        kind: NoteKind::Call,
        date: stamp(0).today,
        text: "soir".into(),
        pinned: false,
        remind: Some(stamp(0).today),
        attachments: Vec::new(),
    };
    let add = Command::Note(comptoir::domain::command::NoteCommand::Add(note));
    book.writer.apply(&add, Origin::Window, stamp(1)).unwrap();
    let said = check_index(&index, &book.reader.snapshot().unwrap(), &reading).unwrap();
    let said: Vec<String> =
        said.iter().map(|one| format!("{} {:?} {} {}", one.rule, one.kind, one.id, one.detail)).collect();
    assert_eq!(said, ["index None 0 the reminders", "index Some(Client) 1 it is searched as it is not"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn after_any_changes_the_index_is_as_if_made_now(steps in steps()) {
        let mut book = Book::new();
        for step in &steps {
            book.step(step);
            prop_assert_eq!(book.findings(), [], "after {:?}", step);
        }
    }
}
