//! Files that come into the book and go out of it: dropped, chosen, opened by another program, saved.
//!
//! A file is [staged](Request::Stage) first: then its bytes are in the book. Where it goes is remembered by the ticket, since one may
//! have gone elsewhere when the answer comes; wherever one is by then, a file that was taken in is not lost.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::App;
use super::choose::Question;
use crate::domain::attachment::{Attachment, Staged, clean_name};
use crate::domain::client::ClientId;
use crate::domain::command::{AttachmentCommand, Command, Refused};
use crate::domain::record::Kind;
use crate::jobs::{BookFile, FileEvent, Request};
use crate::store::StageError;
use crate::text;
use crate::ui::action::{AttachTo, Then};
use crate::ui::dialogs::Dialog;
use crate::ui::notice::Notice;
use crate::ui::screens::{Draft, Screen};

/// Where a file goes, whatever is shown when it is in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The form of this draft, or the draft.
    Draft(u64),
    /// Somewhere on the record of a client.
    Record(ClientId, Part),
}

/// Where on the record of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Its files.
    Files,
    /// A note of it.
    Note(u64),
    /// The note that is being written.
    NewNote,
    /// The answer that is being recorded.
    Consent,
}

/// How many refused files are told one by one.
const TOLD: usize = 3;

impl App {
    /// Files dropped on the window: on a form or a record they are attached; on a page the first one is imported, after its plan
    /// was looked at.
    pub(super) fn take_dropped(&mut self, ctx: &egui::Context) {
        let paths: Vec<PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        if paths.is_empty() || self.open_book().is_none() {
            return;
        }
        match (self.screens.last(), &self.dialog) {
            (Some(Screen::Form(_)), None | Some(Dialog::Review(_))) => self.attach(AttachTo::Form, paths),
            (_, Some(Dialog::Consent(dialog))) => self.attach(AttachTo::Consent(dialog.client()), paths),
            (Some(Screen::Client(page)), None) => {
                let to = page.drop_at(ctx.pointer_latest_pos());
                self.attach(to, paths);
            }
            (None, None) => paths.into_iter().take(1).for_each(|path| self.read_import(path)),
            (_, Some(_)) => {}
        }
    }

    /// Has files taken in, to be attached.
    pub(super) fn attach(&mut self, to: AttachTo, paths: Vec<PathBuf>) {
        if let Some(target) = self.target(to) {
            self.stage(target, paths);
        }
    }

    /// Asks for a file to attach.
    pub(super) fn choose_attachment(&mut self, to: AttachTo) {
        if let Some(target) = self.target(to) {
            self.choose(Question::Attach(target));
        }
    }

    fn target(&self, to: AttachTo) -> Option<Target> {
        Some(match to {
            AttachTo::Form => match self.screens.last() {
                Some(Screen::Form(form)) => Target::Draft(form.number()),
                Some(Screen::Client(_)) | None => return None,
            },
            AttachTo::Client(client) => Target::Record(client, Part::Files),
            AttachTo::Note(client, note) => Target::Record(client, Part::Note(note)),
            AttachTo::NewNote(client) => Target::Record(client, Part::NewNote),
            AttachTo::Consent(client) => Target::Record(client, Part::Consent),
        })
    }

    /// Has files taken into the book.
    pub(super) fn stage(&mut self, target: Target, paths: Vec<PathBuf>) {
        self.last_ticket = self.last_ticket.wrapping_add(1);
        self.staging.insert(self.last_ticket, target);
        self.ask(Request::Stage { ticket: self.last_ticket, paths });
    }

    /// What became of files.
    pub(super) fn hear_file(&mut self, event: FileEvent, seconds: f64) {
        match event {
            FileEvent::Staged { ticket, files, refused } => {
                self.hear_staged(ticket, files, &refused, seconds);
            }
            FileEvent::Ready { name, path } => self.open_outside(path.as_os_str(), &name, seconds),
            FileEvent::Saved { name, path } => {
                let words = [("name", name.into()), ("path", path.display().to_string().into())];
                let said = self.office.text.with("attachment-saved", &words);
                self.tell(Notice::done(said, Vec::new()), seconds);
            }
            FileEvent::NotFetched { name, error } => {
                let said = text::fetch_error(&self.office.text, &error, &name, &self.book_path());
                self.tell(Notice::trouble(said), seconds);
            }
        }
    }

    /// Where the book is that is open.
    fn book_path(&self) -> PathBuf {
        self.open_book().map(|book| book.path.clone()).unwrap_or_default()
    }

    /// Files are in the book, or were refused.
    fn hear_staged(
        &mut self,
        ticket: u64,
        files: Vec<Staged>,
        refused: &[(PathBuf, StageError)],
        seconds: f64,
    ) {
        // Those of a book that was left are not for this one.
        let Some(target) = self.staging.remove(&ticket) else { return };
        let refused = self.say_refused(refused);
        let asked = match target {
            _ if files.is_empty() => None,
            Target::Draft(number) => {
                self.give_to_draft(number, files, seconds);
                None
            }
            Target::Record(client, part) => self.give_to_record(client, part, files),
        };
        let Some(refused) = refused else { return };
        match asked {
            // It is said with what comes of the others.
            Some(ticket) => drop(self.unsaid.insert(ticket, refused)),
            None => self.say_too(&refused, seconds),
        }
    }

    /// Gives files to a form, or to its draft if it is closed; while it is being saved they wait for what comes of that.
    fn give_to_draft(&mut self, number: u64, files: Vec<Staged>, seconds: f64) {
        if self.awaited.values().any(|then| then.draft() == Some(number)) {
            return self.late.entry(number).or_default().extend(files);
        }
        let mut said = self.office.text.with("attachment-staged", &names(&files));
        let open = self.screens.iter_mut().find_map(|screen| match screen {
            Screen::Form(form) if form.number() == number => Some(form),
            Screen::Form(_) | Screen::Client(_) => None,
        });
        if let Some(form) = open {
            for file in files {
                form.staged(file);
            }
            self.keep_drafts();
            self.review_again(seconds);
        } else if let Some(draft) = self.drafts.iter_mut().find(|draft| draft.number == number) {
            draft.typed.attachments.extend(files);
            let kept = Request::Scratch { key: Draft::key(number), value: Some(draft.encode()) };
            self.ask(kept);
        } else {
            said = self.office.text.with("attachment-form-closed", &names(&files));
        }
        self.tell(Notice::done(said, Vec::new()), seconds);
    }

    /// Gives files to what is open on a record, else to the record itself: the ticket of the change, if there is one.
    fn give_to_record(&mut self, client: ClientId, part: Part, files: Vec<Staged>) -> Option<u64> {
        let mut files = files.into_iter();
        let mut note = None;
        match part {
            Part::Files => {}
            Part::Note(id) => note = Some(id),
            Part::NewNote => {
                let sent = self.awaited.values().any(|then| *then == Then::Noted(client));
                let page = self.screens.iter_mut().find_map(|screen| match screen {
                    Screen::Client(page) if page.id() == client => Some(page),
                    Screen::Client(_) | Screen::Form(_) => None,
                });
                if let (Some(page), false) = (page, sent) {
                    files.by_ref().for_each(|file| page.staged(file));
                    self.keep_drafts();
                }
            }
            // An answer has one proof; what comes with it is the client's.
            Part::Consent => {
                if let Some(Dialog::Consent(dialog)) = &mut self.dialog
                    && dialog.client() == client
                {
                    files.next().into_iter().for_each(|file| dialog.staged(file));
                }
            }
        }
        let files: Vec<Staged> = files.collect();
        (!files.is_empty()).then(|| self.attach_to_client(client, note, files))
    }

    fn attach_to_client(&mut self, client: ClientId, note: Option<u64>, files: Vec<Staged>) -> u64 {
        let command = Command::Attachment(AttachmentCommand::Attach { client, note, files });
        self.run(Box::new(command), Then::Tell)
    }

    /// A form was saved: files that came while it was go to its client.
    pub(super) fn give_late_files(&mut self, draft: u64, client: Option<ClientId>) {
        if let (Some(files), Some(client)) = (self.late.remove(&draft), client) {
            self.attach_to_client(client, None, files);
        }
    }

    /// A form was not saved: files that came meanwhile go into it.
    pub(super) fn give_back_late_files(&mut self, draft: u64, seconds: f64) {
        if let Some(files) = self.late.remove(&draft) {
            let notice = self.notice.take();
            self.give_to_draft(draft, files, seconds);
            // Why it was not saved is what matters.
            self.notice = notice.or(self.notice.take());
        }
    }

    /// What was refused, a sentence each as long as they are few; none if all came in.
    fn say_refused(&self, refused: &[(PathBuf, StageError)]) -> Option<String> {
        let book = self.book_path();
        let mut said: Vec<String> = refused
            .iter()
            .take(TOLD)
            .map(|(path, error)| text::stage_error(&self.office.text, error, &name_of(path), &book))
            .collect();
        let rest = refused.len().saturating_sub(TOLD);
        if rest > 0 {
            said.push(self.office.text.with("attachment-more-refused", &[("n", rest.into())]));
        }
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// Says what went wrong beside what was just said.
    fn say_too(&mut self, trouble: &str, seconds: f64) {
        let mut notice = Notice::trouble(trouble.to_owned());
        if let Some((before, _)) = self.notice.take() {
            notice.message = format!("{}. {trouble}", before.message.trim_end_matches('.'));
            notice.offers = before.offers;
        }
        self.tell(notice, seconds);
    }

    /// A change was answered that other files were refused with.
    pub(super) fn say_unsaid(&mut self, ticket: u64, seconds: f64) {
        if let Some(said) = self.unsaid.remove(&ticket) {
            self.say_too(&said, seconds);
        }
    }

    /// Has the system's program show an attachment.
    pub(super) fn open_attachment(&mut self, id: u64, seconds: f64) {
        if let Some(file) = self.attachment(id, seconds) {
            let root = self.folders.opened.clone();
            self.ask(Request::ShowFile { file, root });
        }
    }

    /// Asks where to save an attachment.
    pub(super) fn choose_save_of(&mut self, id: u64, seconds: f64) {
        if self.attachment(id, seconds).is_some() {
            self.choose(Question::SaveAttachment(id));
        }
    }

    /// Saves an attachment under a name.
    pub(super) fn save_attachment(&mut self, id: u64, path: PathBuf, seconds: f64) {
        if let Some(file) = self.attachment(id, seconds) {
            self.ask(Request::SaveFile { file, path });
        }
    }

    /// The file of an attachment; one that is gone is said to be so.
    fn attachment(&mut self, id: u64, seconds: f64) -> Option<BookFile> {
        let file = self.attachment_named(id);
        if file.is_none() {
            let gone = Refused::RecordGone(Kind::Attachment);
            self.tell(Notice::trouble(text::refused(&self.office.text, &gone)), seconds);
        }
        file
    }

    /// The file of an attachment.
    pub(super) fn attachment_named(&self, id: u64) -> Option<BookFile> {
        let snapshot = self.open_book()?.reader.snapshot().ok()?;
        let file: Attachment = snapshot.get(id).ok()??;
        Some(BookFile { sha256: file.sha256, name: file.name })
    }

    /// Has the system open a file or an address; it is called by its name if that fails.
    pub(super) fn open_outside(&mut self, what: &OsStr, name: &str, seconds: f64) {
        if let Err(error) = (self.system.open)(what) {
            let words = [("name", name.into()), ("detail", error.to_string().into())];
            let said = self.office.text.with("attachment-not-opened", &words);
            self.tell(Notice::trouble(said), seconds);
        }
    }
}

/// What a file is called.
fn name_of(path: &Path) -> String {
    clean_name(&path.file_name().unwrap_or_default().to_string_lossy())
}

/// The one file, or how many.
fn names(files: &[Staged]) -> [(&'static str, text::Value<'static>); 2] {
    let name = files.first().map(|file| file.name.clone()).unwrap_or_default();
    [("name", name.into()), ("n", files.len().into())]
}
