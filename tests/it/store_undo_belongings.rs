//! Taking back what goes with a client: categories, custom fields, answers to questions of consent, files.

use std::sync::Arc;

use comptoir::domain::attachment::{Attachment, Staged};
use comptoir::domain::category::Category;
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{
    Act, AttachmentCommand, Belongings, CategoryCommand, Change, ClientCommand, Command, ConsentCommand,
    CustomFieldCommand, Import, NewConsent, NewNote, NoteCommand, Registration,
};
use comptoir::domain::consent::{Answer, Channel, Consent, Method, Purpose, Wording};
use comptoir::domain::custom_field::CustomField;
use comptoir::domain::note::NoteKind;
use comptoir::domain::place::Place;
use comptoir::domain::record::Kind;
use comptoir::store::{Origin, Receipt, WriteError};
use comptoir::text::{self, Language, Text};

use crate::support::book::{TestBook, company, delete, register, rename, stamp, test_book};
use crate::support::files;
use crate::support::model::state_of;
use crate::support::orders::Order;

/// A book in which there are files to attach.
fn filed_book() -> TestBook {
    let mut book = test_book();
    files::stage_all(&mut book.writer).unwrap();
    book
}

fn apply(book: &mut TestBook, order: impl Order) -> Receipt {
    book.apply(&order.command())
}

fn undo(book: &mut TestBook, entry: u64) -> Result<Receipt, WriteError> {
    let undone = book.writer.undo(entry, Origin::Window, stamp(9));
    assert_eq!(book.writer.check(true).unwrap(), []);
    undone
}

/// Why it is not taken back: for whoever mends it, and in words.
#[track_caller]
fn refused(book: &mut TestBook, entry: u64) -> (String, String) {
    let before = state_of(&book.reader);
    let error = undo(book, entry).unwrap_err();
    assert_eq!(state_of(&book.reader), before);
    (format!("{error:?}"), text::write_error(&Text::load(Language::Fr), &error, &book.path))
}

fn still_referred(kind: Kind, id: u64, by: Kind, by_id: u64) -> String {
    format!("{:?}", WriteError::StillReferred { kind, id, by, by_id })
}

fn dangling(kind: Kind, id: u64, by: Kind, by_id: u64) -> String {
    format!("{:?}", WriteError::Dangling { kind, id, by, by_id })
}

fn count(book: &TestBook, kind: Kind) -> u64 {
    book.reader.snapshot().unwrap().count(kind).unwrap()
}

fn answer(answer: Answer) -> NewConsent {
    NewConsent {
        purpose: Purpose::Offers,
        channels: [Channel::Email].into(),
        answer,
        day: None,
        method: Method::Phone,
        wording: Wording { language: "fr".into(), words: "Et parfois une offre ?".into() },
        evidence: None,
    }
}

fn record(client: u64, given: Answer, file: Option<&str>) -> ConsentCommand {
    let file = file.map(staged);
    ConsentCommand::Record { client: ClientId(client), consent: answer(given), file }
}

fn staged(name: &str) -> Staged {
    files::staged(name, 0)
}

fn attach(client: u64, note: Option<u64>, name: &str) -> AttachmentCommand {
    AttachmentCommand::Attach { client: ClientId(client), note, files: vec![staged(name)] }
}

fn note(client: u64) -> NoteCommand {
    NoteCommand::Add(NewNote {
        client: ClientId(client),
        kind: NoteKind::Call,
        date: stamp(0).today,
        text: "a".into(),
        pinned: false,
        remind: None,
        attachments: Vec::new(),
    })
}

fn create(name: &str) -> CategoryCommand {
    CategoryCommand::Create { name: name.into(), tint: None }
}

fn assign(category: u64, client: u64) -> CategoryCommand {
    CategoryCommand::Assign { category, clients: vec![ClientId(client)] }
}

/// A client in the category "Gros", with an answer, a note and a file.
fn registration(name: &str) -> Registration {
    let with = Belongings {
        new_categories: vec!["Gros".into()],
        new_fields: Vec::new(),
        notes: Vec::new(),
        consents: vec![answer(Answer::Given)],
        attachments: vec![staged("contrat.pdf")],
    };
    Registration { client: company(name), note: "a".into(), with, ..Registration::default() }
}

fn registered(name: &str) -> ClientCommand {
    ClientCommand::Register(Box::new(registration(name)))
}

fn categories(book: &TestBook, id: u64) -> Vec<u64> {
    book.client(id).unwrap().categories
}

#[test]
fn an_answer_goes_with_the_client_it_was_registered_with_and_comes_back() {
    let mut book = filed_book();
    let told = apply(&mut book, registered("Asie"));
    assert!(told.can_be_undone());
    let before = state_of(&book.reader);
    let undone = undo(&mut book, 1).unwrap();
    assert_eq!((undone.kept, undone.left_out), (vec![], vec![]));
    let left: Vec<_> = state_of(&book.reader).into_keys().collect();
    assert_eq!(left, [(Kind::Sequences, 1)]);
    undo(&mut book, undone.entry).unwrap();
    assert_eq!(state_of(&book.reader), before);
    // And away again: what was done again is taken back as what was done.
    undo(&mut book, 3).unwrap();
    assert_eq!(count(&book, Kind::Consent), 0);
}

#[test]
fn a_deleted_client_comes_back_with_its_answers_and_their_proof() {
    let mut book = filed_book();
    apply(&mut book, registered("Asie"));
    apply(&mut book, record(1, Answer::Withdrawn, Some("retrait.pdf")));
    let before = state_of(&book.reader);
    book.apply(&delete(1));
    assert_eq!((count(&book, Kind::Consent), count(&book, Kind::Attachment)), (0, 0));
    let undone = undo(&mut book, 3).unwrap();
    assert_eq!(state_of(&book.reader), before);
    assert_eq!(undone.clients, [ClientId(1)]);
    undo(&mut book, undone.entry).unwrap();
    assert_eq!(count(&book, Kind::Consent), 0);
    let snapshot = book.reader.snapshot().unwrap();
    assert_eq!(snapshot.history::<Consent>(1).unwrap().len(), 4);
}

#[test]
fn an_answer_is_not_taken_back_by_itself() {
    let mut book = filed_book();
    book.apply(&register("Asie", ""));
    let told = apply(&mut book, record(1, Answer::Given, None));
    assert!(!told.can_be_undone());
    let (why, said) = refused(&mut book, 2);
    assert_eq!(why, "AppendOnly(2)");
    assert_eq!(
        said,
        "Une réponse de consentement ne s’annule pas\u{a0}: enregistrez la bonne réponse ou un retrait."
    );
    // Nor with the file that proves it, nor when it came by the form.
    let told = apply(&mut book, record(1, Answer::Withdrawn, Some("retrait.pdf")));
    assert!(!told.can_be_undone());
    assert_eq!(refused(&mut book, 3).0, "AppendOnly(3)");
    let asie = book.client(1).unwrap();
    let consents = vec![answer(Answer::Given)];
    let with = Belongings { consents, ..Belongings::default() };
    let answered = Change { before: asie.clone(), after: asie.clone(), note: None, with: with.clone() };
    assert!(!apply(&mut book, ClientCommand::Change(Box::new(answered))).can_be_undone());
    assert_eq!(refused(&mut book, 4).0, "AppendOnly(4)");
    // What else was changed along with an answer is taken back, and the answer stays.
    let after = Client { company: "Asia".into(), ..asie.clone() };
    let both = Change { before: asie.clone(), after, note: None, with };
    assert!(apply(&mut book, ClientCommand::Change(Box::new(both))).can_be_undone());
    let undone = undo(&mut book, 5).unwrap();
    assert_eq!((book.client(1).unwrap(), count(&book, Kind::Consent)), (asie, 4));
    assert!(undone.can_be_undone());
    undo(&mut book, undone.entry).unwrap();
    assert_eq!(book.client(1).unwrap().company, "Asia");
}

#[test]
fn the_last_change_that_can_be_taken_back_is_before_the_answers() {
    let mut book = filed_book();
    let last = |book: &TestBook| book.reader.snapshot().unwrap().last_undoable().unwrap();
    book.apply(&register("Asie", ""));
    apply(&mut book, create("Gros"));
    apply(&mut book, record(1, Answer::Given, Some("accord.pdf")));
    apply(&mut book, record(1, Answer::Withdrawn, None));
    assert_eq!(last(&book), Some(2));
    undo(&mut book, 2).unwrap();
    assert_eq!(last(&book), Some(1));
}

#[test]
fn one_who_answered_since_stays() {
    let mut book = filed_book();
    apply(&mut book, registered("Asie"));
    apply(&mut book, record(1, Answer::Withdrawn, None));
    let (why, said) = refused(&mut book, 1);
    assert_eq!(why, still_referred(Kind::Client, 1, Kind::Consent, 2));
    assert!(said.contains("archivé ou supprimé"), "{said}");
}

#[test]
fn a_file_that_proves_an_answer_since_stays() {
    let mut book = filed_book();
    book.apply(&register("Asie", ""));
    apply(&mut book, attach(1, None, "accord.pdf"));
    let consent = NewConsent { evidence: Some(1), ..answer(Answer::Given) };
    apply(&mut book, ConsentCommand::Record { client: ClientId(1), consent, file: None });
    let (why, said) = refused(&mut book, 2);
    assert_eq!(why, still_referred(Kind::Attachment, 1, Kind::Consent, 1));
    assert!(said.starts_with("Cette pièce jointe prouve un consentement"), "{said}");
}

#[test]
fn what_was_put_on_a_note_since_keeps_it() {
    let mut book = filed_book();
    book.apply(&register("Asie", ""));
    apply(&mut book, note(1));
    apply(&mut book, attach(1, Some(1), "plan.pdf"));
    let (why, said) = refused(&mut book, 2);
    assert_eq!(why, still_referred(Kind::Note, 1, Kind::Attachment, 1));
    assert!(said.starts_with("Une pièce jointe s’y rapporte depuis"), "{said}");
    undo(&mut book, 3).unwrap();
    undo(&mut book, 2).unwrap();
    assert_eq!((count(&book, Kind::Note), count(&book, Kind::Attachment)), (0, 0));
}

#[test]
fn a_category_made_with_a_client_stays_once_others_are_in_it() {
    let mut book = filed_book();
    apply(&mut book, registered("Asie"));
    book.apply(&register("Bolido", ""));
    apply(&mut book, assign(1, 2));
    let undone = undo(&mut book, 1).unwrap();
    assert_eq!(undone.kept, [(Kind::Category, 1)]);
    assert_eq!((book.client(1), categories(&book, 2)), (None, vec![1]));
    // Who comes back is in it again.
    undo(&mut book, undone.entry).unwrap();
    assert_eq!(categories(&book, 1), [1]);
    // So does a custom field.
    let mut book = filed_book();
    let field = Arc::new(CustomField { name: "Niveau".into(), ..CustomField::default() });
    let with = Belongings { new_fields: vec![(field, "Or".into())], ..Belongings::default() };
    let registration = Registration { client: company("Asie"), with, ..Registration::default() };
    apply(&mut book, ClientCommand::Register(Box::new(registration)));
    book.apply(&register("Bolido", ""));
    let bolido = book.client(2).unwrap();
    let after = Client { custom: [(1, "Argent".to_owned())].into(), ..bolido.clone() };
    let with = Belongings::default();
    apply(&mut book, ClientCommand::Change(Box::new(Change { before: bolido, after, note: None, with })));
    assert_eq!(undo(&mut book, 1).unwrap().kept, [(Kind::CustomField, 1)]);
    // One that was renamed since stays too.
    let mut book = filed_book();
    apply(&mut book, registered("Asie"));
    let before: Category = book.reader.snapshot().unwrap().get(1).unwrap().unwrap();
    let after = Category { name: "Demi-gros".into(), ..before.clone() };
    apply(&mut book, CategoryCommand::Change { before, after });
    assert_eq!(undo(&mut book, 1).unwrap().kept, [(Kind::Category, 1)]);
    assert_eq!((count(&book, Kind::Client), count(&book, Kind::Category)), (0, 1));
}

#[test]
fn a_category_or_field_that_clients_use_is_not_unmade() {
    let mut book = filed_book();
    book.apply(&register("Asie", ""));
    apply(&mut book, create("Gros"));
    apply(&mut book, assign(1, 1));
    let (why, said) = refused(&mut book, 2);
    assert_eq!(why, still_referred(Kind::Category, 1, Kind::Client, 1));
    assert!(said.starts_with("Des clients s’en servent depuis"), "{said}");
    let field = CustomField { name: "Niveau".into(), ..CustomField::default() };
    apply(&mut book, CustomFieldCommand::Create(field));
    let asie = book.client(1).unwrap();
    let after = Client { custom: [(1, "Or".to_owned())].into(), ..asie.clone() };
    let with = Belongings::default();
    apply(&mut book, ClientCommand::Change(Box::new(Change { before: asie, after, note: None, with })));
    assert_eq!(refused(&mut book, 4).0, still_referred(Kind::CustomField, 1, Kind::Client, 1));
    // A change of a category that was changed again is named as that, whoever is in it.
    for name in ["Demi-gros", "Grossistes"] {
        let before: Category = book.reader.snapshot().unwrap().get(1).unwrap().unwrap();
        let after = Category { name: name.into(), ..before.clone() };
        apply(&mut book, CategoryCommand::Change { before, after });
    }
    assert_eq!(refused(&mut book, 6).0, "ChangedSince { kind: Category, id: 1 }");
}

#[test]
fn a_category_renamed_since_and_used_by_nobody_is_changed_since() {
    let mut book = filed_book();
    apply(&mut book, create("Gros"));
    let before: Category = book.reader.snapshot().unwrap().get(1).unwrap().unwrap();
    let after = Category { name: "Demi-gros".into(), ..before.clone() };
    apply(&mut book, CategoryCommand::Change { before, after });
    assert_eq!(refused(&mut book, 1).0, "ChangedSince { kind: Category, id: 1 }");
}

#[test]
fn a_deleted_category_comes_back_with_whoever_was_in_it() {
    let mut book = filed_book();
    for name in ["Asie", "Bolido"] {
        apply(&mut book, registered(name));
    }
    apply(&mut book, create("Détail"));
    apply(&mut book, assign(2, 2));
    for command in [CategoryCommand::Delete(1), CategoryCommand::Merge { from: 1, into: 2 }] {
        let before = state_of(&book.reader);
        let told = apply(&mut book, command);
        let undone = undo(&mut book, told.entry).unwrap();
        assert_eq!(state_of(&book.reader), before);
        assert_eq!(undone.clients, [ClientId(1), ClientId(2)]);
    }
    assert_eq!([1, 2].map(|id| categories(&book, id)), [vec![1], vec![1, 2]]);
}

#[test]
fn who_comes_back_after_a_category_or_field_went_comes_without() {
    let mut book = filed_book();
    apply(&mut book, registered("Asie"));
    let field = CustomField { name: "Niveau".into(), ..CustomField::default() };
    apply(&mut book, CustomFieldCommand::Create(field));
    apply(&mut book, create("Détail"));
    let asie = book.client(1).unwrap();
    let kept = [(Place::Custom(1), "Or".to_owned()), (Place::Note, "a".to_owned())].into();
    let custom = [(1, "Or".to_owned())].into();
    let after = Client { categories: vec![1, 2], custom, kept, ..asie.clone() };
    let with = Belongings::default();
    apply(&mut book, ClientCommand::Change(Box::new(Change { before: asie, after, note: None, with })));
    book.apply(&delete(1));
    apply(&mut book, CategoryCommand::Delete(1));
    apply(&mut book, CustomFieldCommand::Delete(1));
    let undone = undo(&mut book, 5).unwrap();
    assert_eq!(undone.left_out, [(Kind::Category, 1), (Kind::CustomField, 1)]);
    let asie = book.client(1).unwrap();
    assert_eq!((asie.categories, asie.custom.len()), (vec![2], 0));
    assert_eq!(asie.kept.into_keys().collect::<Vec<_>>(), [Place::Note]);
    assert_eq!(count(&book, Kind::Consent), 1);
    let snapshot = book.reader.snapshot().unwrap();
    let said = text::left_out(&Text::load(Language::Fr), &snapshot, &undone.left_out).unwrap();
    assert_eq!(said.as_deref(), Some("sans Gros et Niveau, supprimés depuis"));
    assert_eq!(text::left_out(&Text::load(Language::Fr), &snapshot, &[]).unwrap(), None);
    drop(snapshot);
    // It goes again as it came.
    undo(&mut book, undone.entry).unwrap();
    assert_eq!(book.client(1), None);
}

#[test]
fn nobody_comes_back_into_a_category_that_is_gone() {
    let mut book = filed_book();
    apply(&mut book, registered("Asie"));
    let clients = vec![ClientId(1)];
    apply(&mut book, CategoryCommand::Unassign { category: 1, clients });
    apply(&mut book, CategoryCommand::Delete(1));
    let (why, said) = refused(&mut book, 2);
    assert_eq!(why, dangling(Kind::Category, 1, Kind::Client, 1));
    assert_eq!(said, "Cette catégorie n’est plus dans le carnet.");
}

#[test]
fn a_file_comes_back_without_its_note_but_not_without_its_client() {
    let mut book = filed_book();
    book.apply(&register("Asie", ""));
    apply(&mut book, note(1));
    apply(&mut book, attach(1, Some(1), "plan.pdf"));
    apply(&mut book, AttachmentCommand::Delete(1));
    apply(&mut book, NoteCommand::Delete(1));
    let undone = undo(&mut book, 4).unwrap();
    assert_eq!(undone.left_out, [(Kind::Note, 1)]);
    let snapshot = book.reader.snapshot().unwrap();
    assert_eq!(snapshot.get::<Attachment>(1).unwrap().unwrap().note, None);
    let said = text::left_out(&Text::load(Language::Fr), &snapshot, &undone.left_out).unwrap();
    assert_eq!(said.as_deref(), Some("sans Note, supprimé depuis"));
    drop(snapshot);
    apply(&mut book, AttachmentCommand::Delete(1));
    book.apply(&delete(1));
    let (why, said) = refused(&mut book, 7);
    assert_eq!(why, dangling(Kind::Client, 1, Kind::Attachment, 1));
    assert_eq!(said, "Ce client n’est plus dans le carnet.");
}

#[test]
fn a_name_that_another_category_or_field_has_since_does_not_come_back() {
    let mut book = filed_book();
    apply(&mut book, create("Gros"));
    apply(&mut book, CategoryCommand::Delete(1));
    apply(&mut book, create("GROS"));
    let (why, said) = refused(&mut book, 2);
    assert!(why.starts_with("Taken { kind: Category"), "{why}");
    assert_eq!(said, "Une autre catégorie porte ce nom depuis. Renommez-la d’abord.");
    let field = CustomField { name: "Niveau".into(), ..CustomField::default() };
    apply(&mut book, CustomFieldCommand::Create(field.clone()));
    apply(&mut book, CustomFieldCommand::Delete(1));
    apply(&mut book, CustomFieldCommand::Create(field));
    assert_eq!(refused(&mut book, 5).1, "Un autre champ porte ce nom depuis. Renommez-le d’abord.");
}

#[test]
fn of_an_import_the_category_that_others_are_in_stays_and_keeps_nobody() {
    let mut book = filed_book();
    book.apply(&register("Cactus", ""));
    let cactus = book.client(1).unwrap();
    let with = Belongings { new_categories: vec!["Détail".into()], ..Belongings::default() };
    let updated = Change { before: cactus.clone(), after: cactus, note: None, with };
    let added = vec![registration("Asie"), registration("Bolido"), registration("Dodo")];
    let import = ClientCommand::Import(Import { added, updated: vec![updated] });
    let from = Origin::Import { file: "clients.csv".into() };
    book.writer.apply(&Command::Client(import), from, stamp(1)).unwrap();
    // The first who came is in "Gros", as a client of old is now; the second was changed.
    book.apply(&register("Élan", ""));
    let [gros, detail] = [2, 1];
    assert_eq!((categories(&book, 1), categories(&book, 2)), (vec![detail], vec![gros]));
    apply(&mut book, assign(gros, 5));
    book.apply(&rename(&book.client(3).unwrap(), "Bólido"));
    let undone = undo(&mut book, 2).unwrap();
    // Whom the import changed is as before; the category made for it is nobody's and goes.
    let kept = [
        (Kind::Client, 3),
        (Kind::Note, 2),
        (Kind::Category, gros),
        (Kind::Consent, 2),
        (Kind::Attachment, 2),
    ];
    assert_eq!(undone.kept, kept);
    assert_eq!([1, 3, 5].map(|id| categories(&book, id)), [vec![], vec![gros], vec![gros]]);
    assert_eq!((count(&book, Kind::Client), count(&book, Kind::Category)), (3, 1));
}

#[test]
fn of_an_import_whoever_was_deleted_since_is_not_said_to_be_kept() {
    let mut book = filed_book();
    let added = vec![registration("Asie"), registration("Bolido")];
    let import = ClientCommand::Import(Import { added, updated: Vec::new() });
    let from = Origin::Import { file: "clients.csv".into() };
    book.writer.apply(&Command::Client(import), from, stamp(1)).unwrap();
    book.apply(&delete(1));
    assert_eq!(undo(&mut book, 1).unwrap().kept, []);
    assert_eq!((count(&book, Kind::Client), count(&book, Kind::Category)), (0, 0));
}

#[test]
fn an_entry_is_named_by_what_it_was_done_to() {
    let mut book = filed_book();
    let french = Text::load(Language::Fr);
    let mut expected = Vec::new();
    let mut next = |book: &mut TestBook, command: Command, act, name: &str, count, words: &str| {
        let entry = book.apply(&command).entry;
        expected.push((entry, act, name.to_owned(), count, words.to_owned()));
    };
    next(&mut book, register("Asie", "a"), Act::RegisterClient, "Asie", 1, "ajout de Asie");
    next(&mut book, register("Bolido", ""), Act::RegisterClient, "Bolido", 1, "ajout de Bolido");
    let words = "création de la catégorie Gros";
    next(&mut book, create("Gros").command(), Act::CreateCategory, "Gros", 1, words);
    let words = "création de la catégorie Détail";
    next(&mut book, create("Détail").command(), Act::CreateCategory, "Détail", 1, words);
    let words = "ajout de 1 client à Détail";
    next(&mut book, assign(2, 1).command(), Act::AssignCategory, "Détail", 1, words);
    let clients = vec![ClientId(1), ClientId(2)];
    let both = CategoryCommand::Assign { category: 1, clients: clients.clone() }.command();
    next(&mut book, both, Act::AssignCategory, "Gros", 2, "ajout de 2 clients à Gros");
    let out = CategoryCommand::Unassign { category: 1, clients: vec![ClientId(2)] }.command();
    next(&mut book, out, Act::UnassignCategory, "Gros", 1, "retrait de 1 client de Gros");
    next(&mut book, note(2).command(), Act::AddNote, "Bolido", 1, "ajout d’une note pour Bolido");
    let given = record(2, Answer::Given, Some("accord.pdf")).command();
    next(&mut book, given, Act::RecordConsent, "Bolido", 1, "réponse de Bolido");
    let files = vec![staged("a.pdf"), staged("b.pdf")];
    let files = AttachmentCommand::Attach { client: ClientId(1), note: None, files }.command();
    next(&mut book, files, Act::AttachFiles, "a.pdf", 2, "ajout de 2 pièces jointes");
    let apart = Command::Client(ClientCommand::Distinguish(ClientId(2), ClientId(1)));
    next(&mut book, apart, Act::DistinguishClients, "Bolido", 1, "« Ce n’est pas lui » pour Bolido");
    let field = CustomField { name: "Niveau".into(), ..CustomField::default() };
    let field = CustomFieldCommand::Create(field).command();
    next(&mut book, field, Act::CreateCustomField, "Niveau", 1, "création du champ Niveau");
    let words = "suppression de la catégorie Gros";
    next(&mut book, CategoryCommand::Delete(1).command(), Act::DeleteCategory, "Gros", 1, words);
    next(&mut book, delete(1), Act::DeleteClients, "Asie", 1, "suppression de Asie");
    let snapshot = book.reader.snapshot().unwrap();
    for (entry, act, name, count, words) in expected {
        let subject = snapshot.subject(entry).unwrap().unwrap();
        assert_eq!((subject.act, subject.name.as_str(), subject.count), (act, name.as_str(), count));
        let said = text::deed(&french, subject.act, &subject.name, subject.count);
        assert_eq!(said.replace('\u{a0}', " "), words);
    }
    assert_eq!(snapshot.subject(99).unwrap(), None);
    drop(snapshot);
    // What takes an entry back, and does it again, is about the same.
    let undone = undo(&mut book, 14).unwrap().entry;
    let again = undo(&mut book, undone).unwrap().entry;
    let snapshot = book.reader.snapshot().unwrap();
    for entry in [undone, again] {
        assert_eq!(snapshot.subject(entry).unwrap(), snapshot.subject(14).unwrap());
    }
}

#[test]
fn what_is_gone_is_called_what_it_was_called_last() {
    let mut book = filed_book();
    apply(&mut book, registered("Asie"));
    book.apply(&rename(&book.client(1).unwrap(), "Asia"));
    let before: Category = book.reader.snapshot().unwrap().get(1).unwrap().unwrap();
    let after = Category { name: "Grossistes".into(), ..before.clone() };
    apply(&mut book, CategoryCommand::Change { before, after });
    book.apply(&delete(1));
    apply(&mut book, CategoryCommand::Delete(1));
    let snapshot = book.reader.snapshot().unwrap();
    for (kind, name) in [
        (Kind::Client, "Asia"),
        (Kind::Note, "Asia"),
        (Kind::Consent, "Asia"),
        (Kind::Category, "Grossistes"),
        (Kind::Attachment, "contrat.pdf"),
    ] {
        assert_eq!(snapshot.name_of(kind, 1).unwrap().as_deref(), Some(name));
        assert_eq!(snapshot.name_of(kind, 9).unwrap(), None);
    }
    assert_eq!(snapshot.name_of(Kind::Sequences, 1).unwrap(), None);
}

#[test]
fn how_many_refer_to_a_record_is_counted_by_kind() {
    let mut book = filed_book();
    for name in ["Asie", "Bolido"] {
        apply(&mut book, registered(name));
    }
    apply(&mut book, note(1));
    book.apply(&register("Cactus", ""));
    let snapshot = book.reader.snapshot().unwrap();
    let by = |kind, id, by| snapshot.referring_count(kind, id, by).unwrap();
    assert_eq!(by(Kind::Category, 1, Kind::Client), 2);
    assert_eq!(by(Kind::Category, 2, Kind::Client), 0);
    assert_eq!((by(Kind::Client, 1, Kind::Note), by(Kind::Client, 2, Kind::Note)), (2, 1));
    assert_eq!((by(Kind::Client, 1, Kind::Consent), by(Kind::Note, 1, Kind::Attachment)), (1, 1));
    assert_eq!(by(Kind::Client, 3, Kind::Note), 0);
}
