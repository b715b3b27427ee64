//! Files in the whole window: dropped, chosen, kept with the draft, attached, opened, saved, and what is said when that fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use comptoir::domain::attachment::Attachment;
use comptoir::domain::client::ClientId;
use comptoir::domain::consent::Consent;
use comptoir::domain::record::Scan;
use comptoir::store::Snapshot;
use comptoir::text::Language;
use comptoir::ui::{Part, Question, Target};
use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, Event, Key, Modifiers};

use crate::support::book::{company, names};
use crate::support::desktop::Desktop;
use crate::support::hands::registration;

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

impl Desktop {
    /// Drops files on the window, without letting it draw.
    fn put_down(&mut self, paths: &[PathBuf]) {
        for path in paths {
            self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
        }
    }

    /// Drops files on the window.
    fn drop_files(&mut self, paths: &[PathBuf]) {
        self.put_down(paths);
        self.harness.run();
    }

    /// Makes a file to drop.
    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn snapshot(&self) -> Snapshot {
        self.harness.state().reader().expect("a book is open").snapshot().unwrap()
    }

    /// Client, name and content of every attachment.
    fn attached(&self) -> Vec<(u64, String, Vec<u8>)> {
        let snapshot = self.snapshot();
        let mut files: Vec<Attachment> = Vec::new();
        snapshot.scan(Scan::All, |file| files.push(file)).unwrap();
        let read = |file: Attachment| {
            let mut bytes = Vec::new();
            snapshot.blob(&file.sha256, &mut bytes).unwrap();
            assert_eq!(file.size, bytes.len() as u64);
            (file.client.0, file.name, bytes)
        };
        files.into_iter().map(read).collect()
    }

    /// How many files the book has.
    fn files(&self) -> u64 {
        self.snapshot().counts().unwrap().files
    }

    /// The names of the files that drafts have.
    fn drafted(&self) -> Vec<String> {
        let drafts = self.snapshot().scratch_under("draft/").unwrap();
        let name = |file: &serde_json::Value| file["name"].as_str().unwrap().to_owned();
        let files = |(_, bytes): &(String, Vec<u8>)| {
            let draft: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            draft["typed"]["attachments"].as_array().unwrap().iter().map(name).collect::<Vec<_>>()
        };
        drafts.iter().flat_map(files).collect()
    }

    /// Types a name into a new form.
    fn new_form(name: &str) -> Self {
        let mut desktop = Self::new();
        desktop.ctrl(Key::N);
        desktop.enter(name);
        desktop
    }

    /// The record of the one client there is.
    fn record() -> Self {
        let mut desktop = Self::holding(vec![registration(company("Asie"), "")]);
        desktop.click(Role::GridCell, "Asie");
        assert!(desktop.has(Role::Heading, "Asie"));
        desktop
    }

    /// Registers what stands in the form, through the review if there is one.
    fn register(&mut self) {
        self.ctrl(Key::Enter);
        if self.in_dialog() {
            self.press(Key::Enter);
        }
    }

    fn in_dialog(&self) -> bool {
        use egui_kittest::kittest::Queryable as _;
        self.harness.query_by_role(Role::Dialog).is_some()
    }

    /// The program is killed now: another is started on what is on the disk.
    fn killed(self) -> Self {
        let left = tempfile::tempdir().unwrap();
        copy_all(self.folder.path(), left.path());
        drop(self.close());
        Self::with(Language::Fr, [1280.0, 800.0], left)
    }
}

fn copy_all(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let (path, copy) = {
            let entry = entry.unwrap();
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() {
            fs::create_dir(&copy).unwrap();
            copy_all(&path, &copy);
        } else {
            fs::copy(&path, &copy).unwrap();
        }
    }
}

fn contract() -> (u64, String, Vec<u8>) {
    (1, "contrat.pdf".to_owned(), b"%PDF-1.7 contrat".to_vec())
}

#[test]
fn a_file_dropped_on_the_form_before_there_is_a_client_comes_to_the_client() {
    let mut desktop = Desktop::new_form("Asie");
    let file = desktop.file("contrat.pdf", &contract().2);
    desktop.drop_files(&[file]);
    assert_eq!(desktop.said().as_deref(), Some("contrat.pdf est gardé avec le brouillon"));
    // At once, not a second behind.
    assert_eq!((desktop.drafted(), desktop.files()), (vec!["contrat.pdf".to_owned()], 1));
    assert_eq!(desktop.snapshot().revision().unwrap(), 0, "it is no part of the books");
    let mut desktop = desktop.killed();
    assert_eq!((desktop.drafted(), desktop.files()), (vec!["contrat.pdf".to_owned()], 1));
    desktop.button("Reprendre");
    desktop.register();
    assert_eq!(desktop.attached(), [contract()]);
    assert_eq!(desktop.drafted(), Vec::<String>::new());
    // One change: it goes with the client, and comes back with it.
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.attached(), []);
    assert_eq!(desktop.files(), 1);
    desktop.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(desktop.attached(), [contract()]);
}

#[test]
fn a_form_with_nothing_but_a_file_is_a_draft() {
    let mut desktop = Desktop::new();
    desktop.ctrl(Key::N);
    let file = desktop.file("contrat.pdf", b"1");
    desktop.drop_files(std::slice::from_ref(&file));
    // The same once more is the same.
    desktop.drop_files(&[file]);
    assert_eq!(desktop.drafted(), ["contrat.pdf"]);
    desktop.press(Key::Escape);
    assert_eq!(desktop.drafted(), ["contrat.pdf"]);
    // Thrown away, its bytes go when the book is opened next.
    desktop.button("Supprimer le brouillon");
    assert_eq!((desktop.drafted().len(), desktop.files()), (0, 1));
    let desktop = desktop.killed();
    assert_eq!(desktop.files(), 0);
}

#[test]
fn files_dropped_on_a_record_are_attached_in_one_change() {
    let mut desktop = Desktop::record();
    let files = [desktop.file("contrat.pdf", &contract().2), desktop.file("photo.jpg", b"2")];
    desktop.drop_files(&files);
    let photo = (1, "photo.jpg".to_owned(), b"2".to_vec());
    assert_eq!(desktop.attached(), [contract(), photo.clone()]);
    assert!(
        desktop.has(Role::Button, "contrat.pdf") || desktop.reads("contrat.pdf"),
        "{:?}",
        desktop.texts()
    );
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.attached(), []);
    desktop.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(desktop.attached(), [contract(), photo]);
    // After they were attached once, no sweep takes them.
    desktop.ctrl(Key::Z);
    let desktop = desktop.killed();
    assert_eq!(desktop.files(), 2);
}

#[test]
fn a_file_dropped_on_the_table_is_imported() {
    let mut desktop = Desktop::new();
    let table = desktop.file("clients.csv", "Raison sociale\nBolido\n".as_bytes());
    let other = desktop.file("contrat.pdf", b"1");
    desktop.drop_files(&[table, other]);
    assert!(desktop.in_dialog() && desktop.reads("clients.csv"), "{:?}", desktop.texts());
    assert_eq!(desktop.files(), 0);
    // While a dialog asks something, what is dropped goes nowhere.
    let file = desktop.file("photo.jpg", b"1");
    desktop.drop_files(&[file]);
    assert_eq!((desktop.files(), desktop.said()), (0, None));
}

#[test]
fn a_chosen_file_is_attached() {
    let mut desktop = Desktop::record();
    let file = desktop.file("contrat.pdf", &contract().2);
    desktop.will_choose(&file);
    desktop.button("Joindre un fichier…");
    assert_eq!(desktop.attached(), [contract()]);
    let asked = desktop.last_asked().unwrap();
    assert_eq!(asked.question, Question::Attach(Target::Record(ClientId(1), Part::Files)));
    assert_eq!(
        (asked.title.as_str(), asked.kind.as_str(), asked.name.as_str()),
        ("Joindre un fichier", "Tous les fichiers", "")
    );
    // Nothing chosen, nothing done.
    let revision = desktop.snapshot().revision().unwrap();
    desktop.button("Joindre un fichier…");
    assert_eq!(desktop.snapshot().revision().unwrap(), revision);
}

#[test]
fn a_file_dropped_on_the_answer_that_is_recorded_proves_it() {
    let folder = Desktop::record().close();
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 1400.0], folder);
    desktop.click(Role::GridCell, "Asie");
    desktop.button("Enregistrer une réponse…");
    assert!(desktop.in_dialog(), "{:?}", desktop.texts());
    let files = [desktop.file("bulletin.jpg", b"1"), desktop.file("contrat.pdf", &contract().2)];
    desktop.drop_files(&files);
    // An answer has one proof; the other file is the client's at once.
    assert!(desktop.in_dialog() && desktop.reads("bulletin.jpg"), "{:?}", desktop.texts());
    assert_eq!(desktop.attached(), [contract()]);
    desktop.button("Enregistrer");
    assert!(!desktop.in_dialog(), "{:?}", desktop.texts());
    assert_eq!(desktop.attached(), [contract(), (1, "bulletin.jpg".to_owned(), b"1".to_vec())]);
    let mut proofs = Vec::new();
    desktop.snapshot().scan(Scan::All, |answer: Consent| proofs.push(answer.evidence)).unwrap();
    assert_eq!(proofs, [Some(2)]);
}

#[test]
fn an_attachment_is_opened_by_the_systems_program_from_a_folder_that_goes() {
    let mut desktop = Desktop::record();
    let file = desktop.file("contrat.pdf", &contract().2);
    desktop.drop_files(&[file]);
    desktop.click(Role::Button, "contrat.pdf");
    let opened: Vec<PathBuf> = desktop.opened_outside().into_iter().map(PathBuf::from).collect();
    let [path] = opened.as_slice() else { panic!("{opened:?}") };
    assert_eq!(fs::read(path).unwrap(), contract().2);
    assert_eq!(path.file_name().unwrap(), "contrat.pdf");
    let root = desktop.folder.path().join("opened");
    assert!(path.starts_with(&root));
    // A program that is killed leaves it; the next one removes it.
    let left = path.strip_prefix(desktop.folder.path()).unwrap().to_owned();
    let copy = tempfile::tempdir().unwrap();
    copy_all(desktop.folder.path(), copy.path());
    assert!(copy.path().join(&left).exists());
    let next = Desktop::with(Language::Fr, [1280.0, 800.0], copy);
    assert!(!next.folder.path().join(&left).exists());
    assert_eq!(names(&next.folder.path().join("opened")), ["turn"]);
    // One that ends leaves nothing.
    assert!(path.exists());
    let folder = desktop.close();
    assert_eq!(names(&folder.path().join("opened")), ["turn"]);
}

#[test]
fn a_program_that_is_not_there_is_said_not_to_be() {
    let mut desktop = Desktop::record();
    let file = desktop.file("contrat.pdf", b"1");
    desktop.drop_files(&[file]);
    desktop.has_no_programs();
    desktop.click(Role::Button, "contrat.pdf");
    let said = desktop.said().unwrap();
    assert!(
        said.starts_with("Aucun programme n’a ouvert contrat.pdf.") && said.contains("no program"),
        "{said}"
    );
}

#[test]
fn an_attachment_is_saved_elsewhere() {
    let mut desktop = Desktop::record();
    let file = desktop.file("contrat.pdf", &contract().2);
    desktop.drop_files(&[file]);
    let path = desktop.folder.path().join("copie.pdf");
    desktop.will_choose(&path);
    desktop.button("Enregistrer sous… contrat.pdf");
    assert_eq!(fs::read(&path).unwrap(), contract().2);
    let said = desktop.said().unwrap();
    assert!(said.starts_with("contrat.pdf est enregistré.") && said.contains("copie.pdf"), "{said}");
    let asked = desktop.last_asked().unwrap();
    assert_eq!((asked.question, asked.name.as_str()), (Question::SaveAttachment(1), "contrat.pdf"));
    assert_eq!(asked.title, "Enregistrer la pièce jointe");
    // Where nothing can be written, what stood there stays, and one is told.
    desktop.will_choose(&desktop.folder.path().join("none/copie.pdf"));
    desktop.button("Enregistrer sous… contrat.pdf");
    let said = desktop.said().unwrap();
    assert!(said.starts_with("contrat.pdf ne peut pas être écrit."), "{said}");
}

#[test]
fn what_cannot_be_attached_is_named_and_the_others_are() {
    let mut desktop = Desktop::record();
    let largest = desktop.folder.path().join("gros.bin");
    fs::File::create(&largest).unwrap().set_len(25_100_000).unwrap();
    let files = [
        largest,
        desktop.file("contrat.pdf", &contract().2),
        desktop.folder.path().join("disparu.pdf"),
        desktop.folder.path().to_owned(),
        PathBuf::from("/dev/null"),
        desktop.folder.path().join("aussi.pdf"),
    ];
    desktop.drop_files(&files);
    assert_eq!(desktop.attached(), [contract()]);
    let said = desktop.said().unwrap();
    let folder = desktop.folder.path().file_name().unwrap().to_str().unwrap().trim_start_matches('.');
    for part in [
        "gros.bin fait 25,1\u{a0}Mo\u{a0}: 25\u{a0}Mo au plus.",
        "disparu.pdf n’est plus là.",
        &format!("{folder} est un dossier."),
        "2 autres fichiers n’ont pas été joints.",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(said.starts_with(|first: char| first != 'g'), "first what was done: {said}");
    // It stays until it is closed, and what was done can still be taken back.
    assert!(desktop.reads("Annuler l’ajout"), "{:?}", desktop.texts());
    desktop.wait(60.0);
    assert_eq!(desktop.said(), Some(said));
    desktop.ctrl(Key::Z);
    assert_eq!(desktop.attached(), []);
}

#[test]
fn refused_files_alone_are_told_in_a_sentence_each() {
    let mut desktop = Desktop::record();
    // Nobody writes into this pipe: opening it like a file would wait for ever.
    let pipe = desktop.folder.path().join("null");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    desktop.drop_files(&[pipe, desktop.folder.path().join("disparu.pdf")]);
    assert_eq!(
        desktop.said().as_deref(),
        Some("null n’est pas un fichier ordinaire et ne peut pas être joint. disparu.pdf n’est plus là.")
    );
    assert_eq!(desktop.snapshot().revision().unwrap(), 1);
}

#[test]
fn a_file_refused_on_a_form_takes_no_other_with_it() {
    let mut desktop = Desktop::new_form("Asie");
    let file = desktop.file("contrat.pdf", &contract().2);
    desktop.drop_files(&[desktop.folder.path().join("disparu.pdf"), file]);
    assert_eq!(
        desktop.said().as_deref(),
        Some("contrat.pdf est gardé avec le brouillon. disparu.pdf n’est plus là.")
    );
    assert_eq!(desktop.drafted(), ["contrat.pdf"]);
}

#[test]
fn a_file_dropped_as_the_form_is_saved_comes_to_its_client() {
    let mut desktop = Desktop::new_form("Asie");
    desktop.ctrl(Key::Enter);
    assert!(desktop.in_dialog(), "{:?}", desktop.texts());
    let file = desktop.file("contrat.pdf", &contract().2);
    // In the same frame: the file is taken in, but not given to the form, when the client is registered.
    desktop.put_down(&[file]);
    desktop.harness.key_press(Key::Enter);
    desktop.harness.run();
    assert_eq!(desktop.attached(), [contract()]);
    assert_eq!(desktop.drafted(), Vec::<String>::new());
}

#[test]
fn a_file_dropped_as_the_form_is_not_saved_comes_back_into_it() {
    let mut desktop = Desktop::new_form("Asie");
    let file = desktop.file("contrat.pdf", &contract().2);
    desktop.drop_files(&[file]);
    desktop.ctrl(Key::Enter);
    assert!(desktop.in_dialog());
    // The book is away; the same bytes are in it already, so that nothing has to be written to take them in once more.
    let away = desktop.folder.path().join("away");
    fs::rename(desktop.book(), &away).unwrap();
    let copy = desktop.file("copie.pdf", &contract().2);
    desktop.put_down(&[copy]);
    let enter = |pressed| Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    // One frame, no more: the book is back when the answers are heard.
    desktop.harness.input_mut().events.push(enter(true));
    desktop.harness.step();
    desktop.harness.event(enter(false));
    fs::rename(&away, desktop.book()).unwrap();
    desktop.harness.run();
    assert_eq!(desktop.attached(), []);
    let said = desktop.said().unwrap();
    assert!(said.contains("Essai.comptoir"), "why it was not saved is what is said: {said}");
    assert_eq!(desktop.drafted(), ["contrat.pdf", "copie.pdf"]);
    assert!(desktop.in_dialog());
    desktop.press(Key::Enter);
    assert_eq!(desktop.attached(), [contract(), (1, "copie.pdf".to_owned(), contract().2)]);
}

#[test]
fn a_file_dropped_during_the_review_is_reviewed() {
    let mut desktop = Desktop::new_form("Asie");
    desktop.ctrl(Key::Enter);
    assert!(desktop.in_dialog() && !desktop.reads("contrat.pdf"));
    let file = desktop.file("contrat.pdf", &contract().2);
    desktop.drop_files(&[file]);
    assert!(desktop.in_dialog() && desktop.reads("contrat.pdf"), "{:?}", desktop.texts());
    desktop.press(Key::Enter);
    assert_eq!(desktop.attached(), [contract()]);
}

#[test]
fn a_file_that_comes_when_the_form_was_left_is_kept_with_its_draft() {
    let mut desktop = Desktop::new_form("Asie");
    desktop.wait(1.0);
    let file = desktop.file("contrat.pdf", b"1");
    desktop.put_down(&[file]);
    desktop.harness.key_press(Key::Escape);
    desktop.harness.run();
    assert!(desktop.has(Role::Button, "Reprendre"));
    assert_eq!(desktop.drafted(), ["contrat.pdf"]);
    desktop.button("Reprendre");
    desktop.register();
    assert_eq!(desktop.attached().len(), 1);
}

#[test]
fn a_file_that_comes_when_an_empty_form_was_left_is_said_to_be_lost() {
    let mut desktop = Desktop::new();
    desktop.ctrl(Key::N);
    let file = desktop.file("contrat.pdf", b"1");
    desktop.put_down(&[file]);
    desktop.harness.key_press(Key::Escape);
    desktop.harness.run();
    assert_eq!(
        desktop.said().as_deref(),
        Some("contrat.pdf n’est pas joint\u{a0}: le formulaire est fermé.")
    );
    assert_eq!(desktop.killed().files(), 0);
}

#[test]
fn a_damaged_file_is_said_to_be_damaged() {
    let mut desktop = Desktop::record();
    let content: Vec<u8> = (0..40_000).map(|n| u8::try_from(n % 249).unwrap()).collect();
    let file = desktop.file("contrat.pdf", &content);
    desktop.drop_files(&[file]);
    let book = desktop.book();
    let folder = desktop.close();
    {
        use redb::ReadableTable as _;
        const PIECES: redb::TableDefinition<'_, (&[u8; 32], u32), &[u8]> =
            redb::TableDefinition::new("pieces");
        let behind = crate::support::behind::Behind::open(&book);
        let database = redb::Database::builder().create_with_backend(behind).unwrap();
        let transaction = database.begin_write().unwrap();
        {
            let mut pieces = transaction.open_table(PIECES).unwrap();
            let key = *pieces.first().unwrap().unwrap().0.value().0;
            pieces.insert((&key, 0), &b"other"[..]).unwrap();
        }
        transaction.commit().unwrap();
    }
    let mut desktop = Desktop::with(Language::Fr, [1280.0, 800.0], folder);
    desktop.click(Role::GridCell, "Asie");
    desktop.click(Role::Button, "contrat.pdf");
    let damaged = "Le contenu de contrat.pdf est abîmé dans le carnet. Restaurez une sauvegarde.";
    assert_eq!(desktop.said().as_deref(), Some(damaged));
    assert!(desktop.opened_outside().is_empty());
    let path = desktop.file("copie.pdf", b"what stood there");
    desktop.will_choose(&path);
    desktop.button("Enregistrer sous… contrat.pdf");
    assert_eq!(desktop.said().as_deref(), Some(damaged));
    assert_eq!(fs::read(&path).unwrap(), b"what stood there");
}

#[test]
fn a_hostile_name_is_a_name_and_no_path() {
    let mut desktop = Desktop::record();
    let name = format!(". a\u{202e}\n{}.pdf", "é".repeat(100));
    let file = desktop.file(&name, b"1");
    desktop.drop_files(&[file]);
    let attached = desktop.attached();
    let name = &attached[0].1;
    assert!(name.starts_with("aéé") && name.ends_with("é.pdf"), "{name}");
    let shown = name.clone();
    desktop.click(Role::Button, &shown);
    let opened = PathBuf::from(&desktop.opened_outside()[0]);
    assert_eq!(opened.file_name().unwrap().to_str(), Some(name.as_str()));
}
