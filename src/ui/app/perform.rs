//! Does what was asked for, after drawing. An arm that would be long is a method.

use std::path::{Path, PathBuf};

use super::choose::{Asked, Question};
use super::logic::book_name;
use super::{App, Book};
use crate::domain::client::ClientId;
use crate::domain::command::{ClientCommand, Command};
use crate::domain::review::Confirmation;
use crate::files::csv::Apart;
use crate::files::export::Wanted;
use crate::files::settings::ReviewHabit;
use crate::jobs::{Progress, Request};
use crate::store::Entry;
use crate::text::{self, Language, Text};
use crate::ui::action::{Action, Page, Then, Typing};
use crate::ui::ctx::HOME;
use crate::ui::dialogs::{Confirm, Dialog, ExportDialog, ReviewDialog};
use crate::ui::notice::{Notice, Offer};
use crate::ui::screens::{ClientPage, Draft, Screen};

/// Whether a review is shown when there is nothing to check in a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Showing {
    WhenNeeded,
    Always,
}

impl App {
    /// Shows the clients of a saved view.
    fn open_view(&mut self, id: u64, seconds: f64) {
        self.go(Page::Clients);
        if let Some(ctx) = self.office.ctx(seconds) {
            self.clients.open_view(id, &ctx);
        }
    }

    /// Throws a saved view away; it can be had back.
    fn drop_view(&mut self, id: u64, seconds: f64) {
        if let Some(view) = self.clients.drop_view(id) {
            let said = self.office.text.with("views-dropped", &[("name", view.name.as_str().into())]);
            self.tell(Notice::done(said, vec![Offer::PutBack(Box::new(view))]), seconds);
        }
    }

    /// Does one thing that was asked for.
    pub(super) fn perform(&mut self, action: Action, egui: &egui::Context, seconds: f64) {
        match action {
            Action::Go(page) => self.go(page),
            Action::Filter(filter) => {
                self.go(Page::Clients);
                self.clients.filter_by(filter);
            }
            Action::View(id) => self.open_view(id, seconds),
            Action::DropView(id) => self.drop_view(id, seconds),
            Action::PutBack(view) => self.clients.put_back_view(*view),
            Action::Show(id) => self.show(id, seconds),
            Action::Form(of) => {
                self.keep_drafts();
                self.open_form(of, seconds);
            }
            Action::Back => self.back(),
            Action::Search => {
                self.go(Page::Clients);
                self.clients.focus_search();
            }
            Action::Note => {
                if let Some(Screen::Client(page)) = self.screens.last_mut() {
                    page.focus_note();
                }
            }
            Action::Save { and_new } => self.save(and_new, seconds),
            Action::Open(dialog) => self.dialog = Some(*dialog),
            Action::CloseDialog => self.close_dialog(),
            Action::Correct(place) => self.correct(place),
            Action::Typed(change) => self.type_in(&change, seconds),
            Action::Run(command, then) => {
                self.run(command, then);
            }
            Action::Undo => self.undo(seconds),
            Action::UndoEntry(entry) => self.undo_entry(entry),
            Action::Redo => self.redo(seconds),
            Action::DropDraft(number) => self.throw_away(number, seconds),
            Action::Tell(notice) => self.tell(notice, seconds),
            Action::Add(said) => self.add(&said, seconds),
            Action::Silence => self.notice = None,
            Action::Keep(key, value) => self.ask(Request::Scratch { key, value }),
            Action::Copy(value) => self.copy(value, egui, seconds),
            Action::Attach { to, paths } => self.attach(to, paths),
            Action::ChooseAttachment(to) => self.choose_attachment(to),
            Action::OpenAttachment(id) => self.open_attachment(id, seconds),
            Action::SaveAttachment(id) => self.choose_save_of(id, seconds),
            Action::OpenLink(link) => self.open_outside(link.as_ref(), &link, seconds),
            Action::Import => self.choose(Question::Import),
            Action::Export => self.open_export(None, seconds),
            Action::ExportClients(clients) => self.open_export(Some(clients), seconds),
            Action::ExportTo(wanted) => self.choose_export(wanted),
            Action::SetApart(apart) => self.settings.apart = Some(apart),
            Action::Palette => self.open_palette(egui),
            Action::Shortcuts => self.open_shortcuts(egui),
            Action::PlanImport => self.plan_rows(),
            Action::Settings(section) => self.show_settings(section),
            Action::ConfirmImport => self.confirm_import(),
            Action::Stop => self.work.iter().for_each(Progress::stop),
            Action::OpenBook => self.choose(Question::OpenBook),
            Action::OpenRecent(path) => self.open(path, false, seconds),
            Action::ForgetRecent(path) => self.settings.recent.retain(|other| *other != path),
            Action::NewBook => self.choose(Question::NewBook),
            Action::Example => self.open_example(seconds),
            Action::Reopen => self.reopen(seconds),
            Action::Backup => {
                self.backup_asked = true;
                self.ask(Request::Backup);
            }
            Action::ChooseRestore => self.choose(Question::Restore),
            Action::Restore(path) => self.restore(path, seconds),
            Action::SaveCopy => self.choose(Question::SaveCopy),
            Action::Speak(language) => self.speak(language),
            Action::Look(look) => self.settings.look = look,
            Action::Compact(compact) => self.settings.compact = compact,
            Action::Review(habit) => self.settings.review = habit,
            Action::ChooseSecondPlace => self.choose(Question::SecondPlace),
            Action::ForgetSecondPlace => self.set_second_place(None),
        }
    }

    fn copy(&mut self, value: String, egui: &egui::Context, seconds: f64) {
        egui.copy_text(value);
        let said = self.office.text.get("toast-copied").to_owned();
        self.tell(Notice::done(said, Vec::new()), seconds);
    }

    fn choose_export(&mut self, wanted: Box<Wanted>) {
        self.dialog = None;
        let form = wanted.form;
        self.exporting = Some(wanted);
        self.choose(Question::Export(form));
    }

    pub(super) fn go(&mut self, page: Page) {
        self.keep_drafts();
        self.screens.clear();
        self.page = page;
        // By the keyboard alone, one goes on with the arrows at once.
        if page == Page::Clients {
            self.clients.focus();
        }
    }

    fn show(&mut self, id: ClientId, seconds: f64) {
        self.keep_drafts();
        self.dialog = None;
        let Some(ctx) = self.office.ctx(seconds) else { return };
        let mut page = ClientPage::new(id, &ctx);
        page.refresh(&ctx);
        self.screens.retain(|screen| !matches!(screen, Screen::Client(_)));
        self.screens.push(Screen::Client(Box::new(page)));
        self.remember_client(id);
    }

    fn back(&mut self) {
        self.keep_drafts();
        if self.screens.pop().is_none() {
            self.page = Page::Clients;
        }
        match self.screens.last_mut() {
            Some(Screen::Form(form)) => form.focus_again(),
            Some(Screen::Client(_)) => {}
            None => self.clients.focus(),
        }
    }

    fn close_dialog(&mut self) {
        self.dialog = None;
        if let Some(Screen::Form(form)) = self.screens.last_mut() {
            form.focus_again();
        }
    }

    /// Closes the review and puts the cursor where something is to be corrected.
    fn correct(&mut self, place: crate::domain::place::Place) {
        self.dialog = None;
        if let Some(Screen::Form(form)) = self.screens.last_mut() {
            form.focus_on(place);
        }
    }

    /// Changes what was typed, from a repair in panel or review, and reviews it again.
    fn type_in(&mut self, change: &Typing, seconds: f64) {
        let Some(Screen::Form(form)) = self.screens.last_mut() else { return };
        form.apply(change.clone());
        if let (Typing::Distinguish(other), Some(client)) = (change, form.client()) {
            // Both are in the book: it is told at once, and can be taken back.
            let command = Command::Client(ClientCommand::Distinguish(client, *other));
            self.run(Box::new(command), Then::Tell);
        }
        if self.review_again(seconds) {
            return;
        }
        if !matches!(change, Typing::Decline(..))
            && let Some(Screen::Form(form)) = self.screens.last_mut()
        {
            // What was clicked is gone: one types on where one was.
            form.focus_again();
        }
    }

    /// Reviews what was typed once more, if it is being reviewed.
    pub(super) fn review_again(&mut self, seconds: f64) -> bool {
        let Some(Dialog::Review(review)) = &self.dialog else { return false };
        let and_new = review.and_new();
        self.dialog = None;
        self.review(and_new, seconds, Showing::Always);
        true
    }

    fn save(&mut self, and_new: bool, seconds: f64) {
        self.review(and_new, seconds, Showing::WhenNeeded);
    }

    /// Opens the review of the form, or makes a change that needs none.
    fn review(&mut self, and_new: bool, seconds: f64, showing: Showing) {
        let Some(ctx) = self.office.ctx(seconds) else { return };
        let Some(Screen::Form(form)) = self.screens.last_mut() else { return };
        let Some(review) = form.review(&ctx) else { return };
        let draft = form.number();
        if review.is_unchanged() {
            self.drop_draft(draft);
            self.screens.pop();
            let said = self.office.text.get("form-nothing-changed").to_owned();
            return self.tell(Notice::done(said, Vec::new()), seconds);
        }
        let and_new = and_new && review.before.is_none();
        let always = showing == Showing::Always || self.settings.review == ReviewHabit::Always;
        let blocked = ctx.setup.policy.is_strict() && review.confirmation() == Confirmation::CompleteLater;
        if always || blocked || review.must_be_shown() {
            self.dialog = Some(Dialog::Review(Box::new(ReviewDialog::new(review, and_new, draft))));
        } else {
            self.run(Box::new(review.command()), Then::Close(draft));
        }
    }

    /// Asks for a change: its ticket.
    pub(super) fn run(&mut self, command: Box<Command>, then: Then) -> u64 {
        let forget = match then {
            Then::Close(draft) | Then::New(draft) => Some(Draft::key(draft)),
            Then::Noted(client) => Some(ClientPage::note_key(client)),
            _ => None,
        };
        let ticket = self.ticket(then);
        self.ask(Request::Apply { ticket, command, forget });
        ticket
    }

    /// Takes the last change back; one made before the window was opened only after a question.
    fn undo(&mut self, seconds: f64) {
        if self.is_undoing() {
            return;
        }
        if let Some(entry) = self.undo.last() {
            return self.undo_entry(*entry);
        }
        let older = self.open_book().and_then(|book| {
            let snapshot = book.reader.snapshot().ok()?;
            snapshot.entry(snapshot.last_undoable().ok()??).ok()?
        });
        if let Some(entry) = older {
            self.dialog = Some(Dialog::Confirm(self.ask_older_undo(&entry)));
        } else {
            let said = self.office.text.get("undo-nothing").to_owned();
            self.tell(Notice::done(said, Vec::new()), seconds);
        }
    }

    /// Names an older change before it is taken back.
    fn ask_older_undo(&self, entry: &Entry) -> Confirm {
        let text = &self.office.text;
        let when = self.office.clock.local(entry.at);
        let day = self.office.format.day(text, when.date(), self.office.clock.today());
        let what = self.what_was_done(entry.number);
        let body = text.with("undo-older-body", &[("day", day.into()), ("what", what.into())]);
        let yes = text.get("action-undo-this").to_owned();
        Confirm::new(text.get("undo-older-title").to_owned(), body, yes, Action::UndoEntry(entry.number))
    }

    fn undo_entry(&mut self, entry: u64) {
        // It may have been asked for in a question; a review stays, and is refused if it stands on what is undone.
        self.dialog.take_if(|dialog| matches!(dialog, Dialog::Confirm(_)));
        let ticket = self.ticket(Then::Undone);
        self.ask(Request::Undo { ticket, entry });
    }

    /// An undo is under way: which change comes next is known only after it.
    fn is_undoing(&self) -> bool {
        self.awaited.values().any(|then| *then == Then::Undone)
    }

    fn redo(&mut self, seconds: f64) {
        if self.is_undoing() {
            return;
        }
        if let Some((_, entry)) = self.redo.last() {
            return self.undo_entry(*entry);
        }
        let said = self.office.text.get("redo-nothing").to_owned();
        self.tell(Notice::done(said, Vec::new()), seconds);
    }

    fn throw_away(&mut self, number: u64, seconds: f64) {
        self.drop_draft(number);
        self.screens.retain(|screen| !matches!(screen, Screen::Form(form) if form.number() == number));
        if self.screens.is_empty() {
            self.clients.focus();
        }
        let said = self.office.text.get("draft-deleted").to_owned();
        self.tell(Notice::done(said, Vec::new()), seconds);
    }

    /// Asks for a file, off the window's thread.
    pub(super) fn choose(&mut self, question: Question) {
        let text = &self.office.text;
        let name = match question {
            Question::SaveAttachment(id) => self.attachment_named(id).map(|file| file.name),
            _ => self.open_book().map(|book| book_name(&book.path)),
        };
        let (title, kind, name) = question_words(text, question, &name.unwrap_or_default());
        let asked = Asked { question, title, kind, folder: self.settings.folder.clone(), name };
        self.last_ticket = self.last_ticket.wrapping_add(1);
        self.questions.insert(self.last_ticket, asked.question);
        let chooser = self.system.choose.clone();
        if let Some(desk) = &self.desk {
            desk.ask_user(self.last_ticket, move || chooser(&asked));
        }
    }

    /// A file was chosen, or none.
    pub(super) fn chosen(&mut self, question: u64, path: Option<PathBuf>, seconds: f64) {
        let (Some(question), Some(path)) = (self.questions.remove(&question), path) else { return };
        self.settings.folder = path.parent().map(Path::to_owned);
        match question {
            Question::Import => self.read_import(path),
            Question::Export(_) => {
                if let Some(wanted) = self.exporting.take() {
                    self.start(|progress| Request::Export { path, wanted, progress });
                }
            }
            Question::OpenBook => self.open(path, false, seconds),
            Question::NewBook => self.open(path.with_extension("comptoir"), true, seconds),
            Question::Restore => self.ask(Request::LookAtBackup(path)),
            Question::SaveCopy => self.ask(Request::SaveCopy(path)),
            Question::SecondPlace => self.set_second_place(Some(path)),
            Question::Attach(target) => self.stage(target, vec![path]),
            Question::SaveAttachment(id) => self.save_attachment(id, path, seconds),
        }
    }

    /// Backups go to this folder as well from now on, the first one at once.
    fn set_second_place(&mut self, folder: Option<PathBuf>) {
        self.settings.second_place.clone_from(&folder);
        self.ask(Request::SecondPlace(folder));
    }

    /// Starts long work that can be watched and stopped.
    pub(super) fn start(&mut self, request: impl FnOnce(Progress) -> Request) {
        let progress = Progress::default();
        self.work = Some(progress.clone());
        self.ask(request(progress));
    }

    /// Asks how clients are exported: these, or what the table offers.
    fn open_export(&mut self, clients: Option<Vec<ClientId>>, seconds: f64) {
        let apart = self.apart();
        let Some(ctx) = self.office.ctx(seconds) else { return };
        if ctx.index.is_none() {
            // Which clients there are is not known yet.
            let said = self.office.text.get("clients-reading").to_owned();
            return self.tell(Notice::done(said, Vec::new()), seconds);
        }
        let offer = self.clients.offer(&ctx, clients);
        self.dialog = Some(Dialog::Export(Box::new(ExportDialog::new(offer, apart))));
    }

    /// What sets the cells of tables apart: as chosen, else as the language has it.
    pub(super) fn apart(&self) -> Apart {
        self.settings.apart.unwrap_or_else(|| Apart::usual(self.office.format.point()))
    }

    fn open_example(&mut self, seconds: f64) {
        let path = self.folders.example();
        self.leave_book();
        self.opening = super::Opening { asked: seconds, ..super::Opening::default() };
        self.office.book = Book::Opening { path: path.clone() };
        self.ask(Request::OpenExample(path));
    }

    fn reopen(&mut self, seconds: f64) {
        self.broken = None;
        let path = match &self.office.book {
            Book::Open(book) => book.path.clone(),
            Book::Opening { path } | Book::Closed { path, .. } => path.clone(),
        };
        self.open(path, false, seconds);
    }

    fn restore(&mut self, path: PathBuf, seconds: f64) {
        let aside = self.office.text.get("restore-set-aside").to_owned();
        let book = match &self.office.book {
            Book::Open(book) => book.path.clone(),
            Book::Opening { path } | Book::Closed { path, .. } => path.clone(),
        };
        self.leave_book();
        self.opening = super::Opening { asked: seconds, ..super::Opening::default() };
        self.office.book = Book::Opening { path: book.clone() };
        self.ask(Request::Restore { book, backup: path, aside });
    }

    fn speak(&mut self, language: Language) {
        self.settings.language = Some(language.code().to_owned());
        self.office.text = Text::load(language);
        self.office.format = crate::format::Format::of(language);
        let point = self.office.format.point();
        if let Book::Open(book) = &mut self.office.book {
            book.setup.point = point;
        }
        // What was said before was said in the other language.
        self.notice = None;
        self.clients.forget();
        self.screens.iter_mut().for_each(Screen::forget);
        self.ask(Request::Speak(language));
    }

    /// The book's own country, as it is typed.
    pub(super) fn home_country(&self) -> String {
        text::country(&self.office.text, HOME).to_owned()
    }
}

/// Title, kind of file and proposed name of a file dialog; `name` is that of the book or of the file that it is about.
fn question_words(text: &Text, question: Question, name: &str) -> (String, String, String) {
    let (title, kind, proposed) = match question {
        Question::Import => ("import-title", "file-kind-table", String::new()),
        Question::Export(form) => {
            ("export-title", "file-kind-table", format!("{}.{}", text.get("menu-clients"), form.ending()))
        }
        Question::OpenBook => ("action-open-book", "file-kind-book", String::new()),
        Question::NewBook => ("action-new-book", "file-kind-book", String::new()),
        Question::Restore => ("restore-title", "file-kind-book", String::new()),
        Question::SecondPlace => ("second-place-choose", "file-kind-any", String::new()),
        Question::SaveCopy => ("action-save-copy", "file-kind-book", format!("{name} 2")),
        Question::Attach(_) => ("attachment-choose", "file-kind-any", String::new()),
        Question::SaveAttachment(_) => ("attachment-save", "file-kind-any", name.to_owned()),
    };
    (text.get(title).to_owned(), text.get(kind).to_owned(), proposed)
}
