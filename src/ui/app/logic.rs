//! Before a pass is drawn: what the write thread said, drafts that are due, screens that are out of date.

use egui::ViewportCommand;

use super::{App, Book, OpenBook};
use crate::domain::command::{Act, Refused};
use crate::domain::record::Kind;
use crate::domain::setup::{HOME, Setup};
use crate::files::export::NoExport;
use crate::files::settings::Look;
use crate::jobs::{Event, Opened, Request, SecondPlace, Work};
use crate::search::Index;
use crate::store::{Deed, Held, Receipt, StoreError, WriteError};
use crate::text;
use crate::ui::action::{FormOf, Page, Then};
use crate::ui::cursor::rest_cursor;
use crate::ui::dialogs::{Dialog, RestoreDialog};
use crate::ui::notice::{Notice, Offer};
use crate::ui::screens::{ClientForm, Draft, Screen};

impl App {
    /// How long to wait before trying again a book that another window has, in seconds.
    const TRY_AGAIN: f64 = 0.5;

    /// Everything that is to be done before drawing.
    pub(super) fn before_drawing(&mut self, ctx: &egui::Context) {
        let seconds = ctx.input(|input| input.time);
        self.follow_system(ctx);
        rest_cursor(ctx);
        while let Some(event) = self.desk.as_ref().and_then(|desk| desk.event()) {
            self.hear(event, seconds);
        }
        self.take_dropped(ctx);
        self.try_again(ctx, seconds);
        self.keep_due_drafts(ctx, seconds);
        self.refresh(seconds);
        // What is to be done changes with the day.
        ctx.request_repaint_after(self.office.clock.until_midnight());
        self.name_window(ctx);
    }

    /// Theme and zoom as the settings say; size as the window is.
    fn follow_system(&mut self, ctx: &egui::Context) {
        let wished = match self.settings.look {
            Look::System => egui::ThemePreference::System,
            Look::Light => egui::ThemePreference::Light,
            Look::Dark => egui::ThemePreference::Dark,
        };
        if ctx.options(|options| options.theme_preference) != wished {
            ctx.set_theme(wished);
        }
        let zoom = ctx.zoom_factor();
        self.settings.zoom = ((zoom - 1.0).abs() > f32::EPSILON).then_some(zoom);
        ctx.input(|input| {
            let viewport = input.viewport();
            self.settings.maximized = viewport.maximized.unwrap_or_default();
            if let (false, Some(rect)) = (self.settings.maximized, viewport.inner_rect) {
                self.settings.size = Some([rect.width() * zoom, rect.height() * zoom]);
            }
        });
    }

    fn hear(&mut self, event: Event, seconds: f64) {
        match event {
            Event::Opened(opened) => self.hear_opened(*opened),
            Event::NotOpened { path, error } => {
                let again = matches!(error, StoreError::InUse).then_some(seconds + Self::TRY_AGAIN);
                self.office.book = Book::Closed { path, error, again };
            }
            Event::Indexed(index) => self.take_index(Some(index), seconds),
            Event::Counted(usage) => {
                if let Book::Open(book) = &mut self.office.book {
                    book.usage = Some(*usage);
                }
            }
            Event::Done { ticket, receipt, index } => {
                self.take_index(index, seconds);
                self.take_change(&receipt);
                let then = self.awaited.remove(&ticket).unwrap_or(Then::Tell);
                if then == Then::Imported {
                    self.imported(true);
                }
                self.hear_done(&receipt, then, seconds);
                self.say_unsaid(ticket, seconds);
            }
            Event::Failed { ticket, error } => {
                let then = self.awaited.remove(&ticket);
                if then == Some(Then::Imported) {
                    self.imported(false);
                }
                self.hear_failed(&error, seconds);
                if let Some(draft) = then.and_then(Then::draft) {
                    self.give_back_late_files(draft, seconds);
                }
                self.say_unsaid(ticket, seconds);
            }
            Event::NotKept(error) => self.hear_failed(&error, seconds),
            Event::SourceRead { path, read } => self.hear_source(&path, read, seconds),
            Event::RowsPlanned { ticket, plan } => self.hear_plan(ticket, plan, seconds),
            Event::Exported { clients, path } => self.hear_exported(&path, Ok(clients), seconds),
            Event::NotExported { path, error } => self.hear_exported(&path, Err(error), seconds),
            Event::BackedUp(standing) => {
                if let Book::Open(book) = &mut self.office.book {
                    book.backed_up = standing;
                }
                self.say_backup(standing.second, seconds);
            }
            Event::BackupSeen { path, backup, now } => {
                self.dialog = Some(Dialog::Restore(RestoreDialog::new(path, backup, now)));
            }
            Event::Restored(aside) => {
                let path = aside.display().to_string();
                let said = self.office.text.with("restore-done", &[("path", path.into())]);
                self.tell(Notice::done(said, Vec::new()), seconds);
            }
            Event::CopySaved(path) => {
                let path = path.display().to_string();
                let said = self.office.text.with("copy-saved", &[("path", path.into())]);
                self.tell(Notice::done(said, Vec::new()), seconds);
            }
            Event::FileFailed { work, path, error } => self.hear_file_failed(work, &path, &error, seconds),
            Event::Stopped => {
                self.work = None;
                self.dialog = None;
                let said = self.office.text.get("work-stopped").to_owned();
                self.tell(Notice::done(said, Vec::new()), seconds);
            }
            Event::Chosen { question, path } => self.chosen(question, path, seconds),
            Event::File(event) => self.hear_file(event, seconds),
        }
    }

    /// That a backup which was asked for is made, and whether the second place has it.
    fn say_backup(&mut self, second: SecondPlace, seconds: f64) {
        if !std::mem::take(&mut self.backup_asked) {
            return;
        }
        let said = self.office.text.get("backup-done").to_owned();
        let notice = if second == SecondPlace::Missing {
            Notice::trouble(format!("{said}. {}", self.office.text.get("second-place-missing")))
        } else {
            Notice::done(said, Vec::new())
        };
        self.tell(notice, seconds);
    }

    fn hear_opened(&mut self, opened: Opened) {
        let Opened { path, reader, revision, backed_up } = opened;
        self.settings.opened(path.clone());
        let setup = Setup::new(HOME);
        let mut book = OpenBook { path, reader, index: None, revision, setup, backed_up, usage: None };
        book.read_setup(self.office.format.point());
        self.office.book = Book::Open(Box::new(book));
        self.read_drafts();
        self.read_recent();
        if let Some(ctx) = self.office.ctx(self.opening.asked) {
            self.clients.opened(&ctx);
            self.todo.opened(&ctx);
        }
        if let Some(table) = self.to_import.take() {
            self.read_import(table);
        }
    }

    fn take_index(&mut self, index: Option<Index>, seconds: f64) {
        if let (Book::Open(book), Some(index)) = (&mut self.office.book, index) {
            book.index = Some(index);
            self.opening.indexed.get_or_insert(seconds);
        }
    }

    /// Brings what is known of the open book up to date with a change.
    fn take_change(&mut self, receipt: &Receipt) {
        let point = self.office.format.point();
        let Book::Open(book) = &mut self.office.book else { return };
        book.revision = receipt.entry;
        if receipt.changes.iter().any(|one| Setup::KINDS.contains(&one.kind)) {
            book.read_setup(point);
        }
        let Some(usage) = &mut book.usage else { return };
        for change in &receipt.changes {
            if let Some(Held::Client(before)) = change.before() {
                usage.remove(before);
            }
            if let Some(Held::Client(after)) = change.after() {
                usage.add(after, &book.setup);
            }
        }
    }

    /// What follows a change that was made.
    fn hear_done(&mut self, receipt: &Receipt, then: Then, seconds: f64) {
        match receipt.deed {
            Deed::Did(_) => {
                if receipt.can_be_undone() {
                    self.undo.push(receipt.entry);
                    self.redo.clear();
                }
            }
            Deed::Undid(of) => {
                self.undo.retain(|entry| *entry != of);
                self.redo.push((of, receipt.entry));
            }
            // Under its first number: that is the one that will be said to be undone.
            Deed::Redid(of) => {
                self.redo.retain(|(undone, _)| *undone != of);
                self.undo.push(of);
            }
        }
        let notice = self.notice_of(receipt);
        match then {
            Then::Tell | Then::Undone | Then::Imported => {}
            Then::Noted(client) => {
                for screen in &mut self.screens {
                    if let Screen::Client(page) = screen
                        && page.id() == client
                    {
                        page.noted();
                    }
                }
            }
            Then::Leave(client) => {
                self.screens.retain(|screen| !screen.is_of(client));
                self.clients.focus();
            }
            Then::Close(draft) => {
                self.dialog = None;
                self.drop_draft(draft);
                self.remember_kind(draft);
                self.screens.retain(|screen| !matches!(screen, Screen::Form(form) if form.number() == draft));
                if receipt.deed == Deed::Did(Act::RegisterClient) {
                    // Wherever one came from, the new client is shown in the table.
                    self.screens.clear();
                    self.page = Page::Clients;
                }
                if let ([client], true) = (receipt.clients.as_slice(), self.screens.is_empty()) {
                    self.clients.select(*client);
                }
            }
            Then::New(draft) => {
                self.dialog = None;
                self.drop_draft(draft);
                self.remember_kind(draft);
                let number = self.next_draft();
                if let (Some(Screen::Form(form)), Book::Open(book)) =
                    (self.screens.last_mut(), &self.office.book)
                {
                    let next = form.next(number, notice.message.clone(), &book.setup);
                    **form = next;
                }
            }
        }
        self.tell(notice, seconds);
        if receipt.changes.iter().any(|one| one.kind == Kind::Policy) {
            // What is missing is another thing now.
            self.refresh(seconds);
            self.review_again(seconds);
        }
        if let Some(draft) = then.draft() {
            self.give_late_files(draft, receipt.clients.first().copied());
        }
    }

    /// The next new client begins as the last one was.
    fn remember_kind(&mut self, registered: u64) {
        let kind = self.screens.iter().find_map(|screen| match screen {
            Screen::Form(form) if form.number() == registered && form.client().is_none() => Some(form.kind()),
            _ => None,
        });
        if let Some(kind) = kind {
            self.clients.registered(kind);
        }
    }

    fn hear_failed(&mut self, error: &WriteError, seconds: f64) {
        if matches!(error, WriteError::Store(StoreError::Cancelled)) {
            let said = self.office.text.get("work-stopped").to_owned();
            return self.tell(Notice::done(said, Vec::new()), seconds);
        }
        let path = self.open_book().map(|book| book.path.clone()).unwrap_or_default();
        let mut notice = Notice::trouble(text::write_error(&self.office.text, error, &path));
        if matches!(error, WriteError::Store(_)) {
            notice.offers.push(Offer::SaveCopy);
        }
        if matches!(error, WriteError::Refused(Refused::ChangedMeanwhile(_) | Refused::Gone)) {
            // What was reviewed is no longer so: it is reviewed anew, against what is there now.
            self.refresh(seconds);
            self.review_again(seconds);
        }
        if let Some(Dialog::Review(review)) = &mut self.dialog {
            review.failed(notice.message.clone());
            if notice.offers.is_empty() {
                return;
            }
        }
        if let Some(Screen::Client(page)) = self.screens.last_mut() {
            page.failed();
        }
        self.tell(notice, seconds);
    }

    /// Clients were written to a file, or not.
    fn hear_exported(&mut self, path: &std::path::Path, done: Result<usize, NoExport>, seconds: f64) {
        self.work = None;
        let text = &self.office.text;
        let notice = match done {
            Ok(clients) => {
                let said = text.with("export-done", &[("n", clients.into())]);
                Notice::done(format!("{said} · {}", path.display()), Vec::new())
            }
            Err(error) => {
                let book = self.open_book().map(|book| book.path.clone()).unwrap_or_default();
                Notice::trouble(text::export_error(text, &error, path, &book))
            }
        };
        self.tell(notice, seconds);
    }

    fn hear_file_failed(&mut self, work: Work, path: &std::path::Path, error: &StoreError, seconds: f64) {
        self.work = None;
        self.backup_asked = false;
        if work == Work::Backup
            && let Book::Open(book) = &mut self.office.book
        {
            book.backed_up.failed = true;
        }
        let said = text::store_error(&self.office.text, error, path);
        self.tell(Notice::trouble(said), seconds);
    }

    /// Says something; it takes the place of what was said before.
    pub(super) fn tell(&mut self, notice: Notice, seconds: f64) {
        self.notice = Some((notice, seconds));
    }

    /// Tries again to open a book that another window had.
    fn try_again(&mut self, ctx: &egui::Context, seconds: f64) {
        let Book::Closed { path, again: Some(at), .. } = &self.office.book else { return };
        if *at > seconds {
            ctx.request_repaint_after_secs(as_points(*at - seconds));
            return;
        }
        let path = path.clone();
        if let Book::Closed { again, .. } = &mut self.office.book {
            *again = None;
        }
        self.ask(Request::Open { path, make: false });
    }

    /// Keeps what was typed into the forms and note boxes that are open, once it is due.
    fn keep_due_drafts(&mut self, ctx: &egui::Context, seconds: f64) {
        let due = self.screens.iter().filter_map(|screen| match screen {
            Screen::Form(form) => form.keep_in(seconds),
            Screen::Client(page) => page.keep_in(seconds),
        });
        match due.reduce(f64::min) {
            Some(rest) if rest > 0.0 => ctx.request_repaint_after_secs(as_points(rest)),
            Some(_) => self.keep_drafts(),
            None => {}
        }
    }

    /// Keeps what was typed into every form and note box that is open.
    pub(super) fn keep_drafts(&mut self) {
        let now = self.office.clock.now();
        let mut kept = Vec::new();
        for screen in &mut self.screens {
            if let Screen::Form(form) = screen
                && form.is_unkept()
            {
                kept.push((form.number(), form.keep(now)));
            }
        }
        let notes: Vec<_> = self
            .screens
            .iter_mut()
            .filter_map(|screen| match screen {
                Screen::Client(page) if page.is_unkept() => Some(page.keep()),
                Screen::Client(_) | Screen::Form(_) => None,
            })
            .collect();
        for (key, value) in notes {
            self.ask(Request::Scratch { key, value });
        }
        for (number, draft) in kept {
            let Some(draft) = draft else {
                // Everything was taken back.
                self.drop_draft(number);
                continue;
            };
            self.ask(Request::Scratch { key: Draft::key(draft.number), value: Some(draft.encode()) });
            self.drafts.retain(|other| other.number != draft.number);
            self.drafts.push(draft);
        }
        self.drafts.sort_by_key(|draft| draft.number);
    }

    /// Reads the drafts of the book that was opened.
    fn read_drafts(&mut self) {
        let Some(book) = self.open_book() else { return };
        let kept = book.reader.snapshot().and_then(|snapshot| snapshot.scratch_under(Draft::PREFIX));
        match kept {
            Ok(kept) => self.drafts = kept.iter().filter_map(|(_, bytes)| Draft::decode(bytes)).collect(),
            Err(error) => log::warn!("drafts not read: {error}"),
        }
        // Never a number of another book of this window: fields keep their undo by it.
        let last = self.drafts.iter().map(|draft| draft.number).max().unwrap_or_default();
        self.last_draft = self.last_draft.max(last);
    }

    /// Forgets a draft.
    pub(super) fn drop_draft(&mut self, number: u64) {
        if self.drafts.iter().any(|draft| draft.number == number) {
            self.drafts.retain(|draft| draft.number != number);
            self.ask(Request::Scratch { key: Draft::key(number), value: None });
        }
    }

    /// The number of a new draft.
    pub(super) fn next_draft(&mut self) -> u64 {
        self.last_draft = self.last_draft.saturating_add(1);
        self.last_draft
    }

    /// Brings what is shown up to date.
    fn refresh(&mut self, seconds: f64) {
        self.clients.set_compact(self.settings.compact);
        let Some(ctx) = self.office.ctx(seconds) else { return };
        if let Some(screen) = self.screens.last_mut() {
            screen.refresh(&ctx);
        } else {
            self.clients.refresh(&ctx);
        }
        if self.page == Page::Settings {
            self.settings_page.refresh(&ctx);
        }
        if let Book::Open(book) = &self.office.book {
            let shown = self.page == Page::Todo && self.screens.is_empty();
            self.todo.refresh(&ctx, &self.drafts, book.backed_up, shown);
        }
    }

    /// The system's title of the window: the book's name.
    fn name_window(&mut self, ctx: &egui::Context) {
        let name = match &self.office.book {
            Book::Open(book) => book_name(&book.path),
            Book::Opening { path } | Book::Closed { path, .. } => book_name(path),
        };
        let title = format!("{name} – {}", self.office.text.get("app-name"));
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }

    /// Opens a form.
    pub(super) fn open_form(&mut self, of: FormOf, seconds: f64) {
        let drafted = match &of {
            FormOf::Draft(number) => Some(*number),
            FormOf::Existing(id) => {
                self.drafts.iter().find(|draft| draft.client == Some(*id)).map(|draft| draft.number)
            }
            FormOf::New(_) => None,
        };
        let number = drafted.unwrap_or_else(|| self.next_draft());
        let country = self.home_country();
        let Some(ctx) = self.office.ctx(seconds) else { return };
        let form = match (of, drafted) {
            (_, Some(number)) => {
                let draft = self.drafts.iter().find(|draft| draft.number == number).cloned();
                draft.map(|draft| ClientForm::of_draft(draft, &ctx))
            }
            (FormOf::Existing(id), None) => ClientForm::existing(number, id, &ctx),
            (FormOf::New(searched), None) => {
                Some(ClientForm::new(number, self.clients.last_kind(), &country, &searched, &ctx))
            }
            (FormOf::Draft(_), None) => None,
        };
        if let Some(mut form) = form {
            form.refresh(&ctx);
            self.screens.retain(|screen| !matches!(screen, Screen::Form(_)));
            self.screens.push(Screen::Form(Box::new(form)));
        }
    }
}

/// The name of a book: that of its file, without ending.
pub(super) fn book_name(path: &std::path::Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Seconds as egui takes them.
#[expect(clippy::cast_possible_truncation, reason = "a delay of some seconds")]
fn as_points(seconds: f64) -> f32 {
    seconds as f32
}
