//! The index that the write thread publishes, through commands of every kind.

use std::path::PathBuf;

use comptoir::clock::Clock;
use comptoir::domain::attachment::Staged;
use comptoir::domain::command::{
    AttachmentCommand, CategoryCommand, ClientCommand, Command, CustomFieldCommand, NewNote, NoteCommand,
    Registration,
};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::jobs::{Desk, Event, FileEvent, Request, build_index};
use comptoir::store;
use comptoir::text::Language;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// A book on a desk that answers at once.
struct Book {
    desk: Desk,
    index: Index,
    /// How often the index was made anew, or merged.
    indexed: usize,
    staged: Vec<Staged>,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Book {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Essai.comptoir");
        let mut desk = Desk::inline(Clock::fixed(today()), Language::Fr);
        desk.ask(Request::Open { path: path.clone(), make: true });
        let index = Index::empty(reading());
        let mut book = Self { desk, index, indexed: 0, staged: Vec::new(), path, _folder: folder };
        book.hear();
        assert_eq!(book.indexed, 1);
        book
    }

    fn hear(&mut self) {
        while let Some(event) = self.desk.event() {
            match event {
                Event::Done { index, .. } => self.index = index.unwrap(),
                Event::Indexed(index) => {
                    self.indexed += 1;
                    self.index = index;
                }
                Event::File(FileEvent::Staged { files, .. }) => self.staged = files,
                Event::Failed { error, .. } => panic!("{error}"),
                _ => {}
            }
        }
    }

    fn apply(&mut self, command: Command) {
        self.desk.ask(Request::Apply { ticket: 1, command: Box::new(command), forget: None });
        self.hear();
    }

    fn register(&mut self, company: &str, note: &str) {
        let client = Client { company: company.into(), ..Client::default() };
        let registration = Registration { client, note: note.into(), ..Registration::default() };
        self.apply(Command::Client(ClientCommand::Register(Box::new(registration))));
    }

    fn found(&self, text: &str) -> Vec<u64> {
        self.index.find(&Query::text(text)).rows.iter().map(|id| id.0).collect()
    }

    /// What the book holds, opened again and read anew.
    fn again(self) -> Index {
        self.desk.close();
        let (_writer, reader) = store::open(&self.path).unwrap();
        let snapshot = reader.snapshot().unwrap();
        let reading = Reading::new("fr", snapshot.setup(HOME).unwrap());
        build_index(&snapshot, Arc::new(reading)).unwrap()
    }
}

fn category(name: &str) -> Command {
    Command::Category(CategoryCommand::Create { name: name.into(), tint: None })
}

#[test]
fn categories_are_found_by_the_names_they_have_now() {
    let mut book = Book::new();
    book.register("Asie", "");
    book.register("Europe", "");
    book.apply(category("Grossistes"));
    assert_eq!(book.found("grossistes"), [0; 0]);
    book.apply(Command::Category(CategoryCommand::Assign { category: 1, clients: vec![ClientId(2)] }));
    assert_eq!(book.found("grossistes"), [2]);
    let before = Category { id: 1, name: "Grossistes".into(), tint: comptoir::domain::category::Tint::of(1) };
    let after = Category { name: "Revendeurs".into(), ..before.clone() };
    book.apply(Command::Category(CategoryCommand::Change { before, after }));
    assert_eq!((book.found("grossistes"), book.found("revend")), (vec![], vec![2]));
    assert_eq!(book.indexed, 1, "clients are not read again for a name");
    book.apply(Command::Category(CategoryCommand::Delete(1)));
    assert_eq!(book.found("revend"), [0; 0]);
    let filter = Filter { uncategorised: true, ..Filter::default() };
    assert_eq!(book.index.find(&Query { filter, ..Query::default() }).total(), 2);
}

#[test]
fn a_field_of_another_kind_is_read_anew() {
    let mut book = Book::new();
    let choices = vec!["yes".to_owned()];
    let field =
        CustomField { name: "Taille".into(), kind: FieldKind::Choice, choices, ..CustomField::default() };
    book.apply(Command::CustomField(CustomFieldCommand::Create(field.clone())));
    let client = Client { company: "Asie".into(), custom: [(1, "yes".into())].into(), ..Client::default() };
    let registration = Registration { client, ..Registration::default() };
    book.apply(Command::Client(ClientCommand::Register(Box::new(registration))));
    assert_eq!((book.found("yes"), book.indexed), (vec![1], 1));
    let field = book.index.setup().field(1).unwrap().clone();
    let renamed = CustomField { name: "Pointure".into(), ..field.clone() };
    let change = |before: &CustomField, after: &CustomField| {
        let (before, after) = (before.clone(), after.clone());
        Command::CustomField(CustomFieldCommand::Change { before, after, renamed: Vec::new() })
    };
    book.apply(change(&field, &renamed));
    assert_eq!((book.found("yes"), book.indexed), (vec![1], 1));
    book.apply(change(&renamed, &CustomField { kind: FieldKind::YesNo, ..renamed.clone() }));
    assert_eq!((book.found("yes"), book.indexed), (vec![], 2));
    assert_eq!(book.index.setup().field(1).unwrap().kind, FieldKind::YesNo);
    book.apply(Command::CustomField(CustomFieldCommand::Delete(1)));
    assert_eq!(book.indexed, 2);
    let filter =
        Filter { custom: vec![CustomFilter { field: 1, is: Condition::Filled }], ..Filter::default() };
    assert_eq!(book.index.find(&Query { filter, ..Query::default() }).total(), 0);
}

#[test]
fn notes_and_files_are_found_beside_their_own_client_and_after_opening_too() {
    let mut book = Book::new();
    for number in 1..=9 {
        book.register(&format!("Client {number}"), &format!("Vermeil {number}"));
    }
    let file = book.path.with_file_name("contrat-vermeil.pdf");
    std::fs::write(&file, b"%PDF").unwrap();
    book.desk.ask(Request::Stage { ticket: 2, paths: vec![file] });
    book.hear();
    let files = std::mem::take(&mut book.staged);
    let add = NewNote {
        client: ClientId(3),
        kind: NoteKind::Call,
        date: today(),
        text: "Écarlate".into(),
        pinned: false,
        remind: Some(today()),
        attachments: Vec::new(),
    };
    book.apply(Command::Note(NoteCommand::Add(add)));
    book.apply(Command::Attachment(AttachmentCommand::Attach { client: ClientId(8), note: None, files }));
    let reminder = Reminder { day: today(), note: 10, client: ClientId(3) };
    let check = |index: &Index| {
        let found =
            |text: &str| -> Vec<u64> { index.find(&Query::text(text)).rows.iter().map(|id| id.0).collect() };
        assert_eq!(found("ecarlate"), [3]);
        assert_eq!(found("contrat"), [8]);
        assert_eq!(found("vermeil 4"), [4]);
        assert_eq!(found("vermeil"), (1..=9).collect::<Vec<_>>());
        assert_eq!(index.reminders(), [reminder]);
    };
    check(&book.index);
    check(&book.again());
}
