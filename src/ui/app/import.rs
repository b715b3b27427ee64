//! A file comes in: it is read, its rows are planned as often as something about them changes, and then it is imported.

use std::path::{Path, PathBuf};

use super::App;
use crate::files::import::{ImportPlan, PlanError};
use crate::jobs::{Progress, ReadSource, Request};
use crate::text;
use crate::ui::action::{Page, SettingsSection, Then};
use crate::ui::dialogs::{Confirmed, Dialog, ImportDialog};
use crate::ui::notice::Notice;

impl App {
    /// Has a file read that is to be imported.
    pub(super) fn read_import(&mut self, path: PathBuf) {
        self.start(|progress| Request::ReadSource { path, progress });
    }

    /// Has a file read as soon as a book is open: the program was started with it.
    pub fn import_once_open(&mut self, path: PathBuf) {
        if self.open_book().is_some() {
            self.read_import(path);
        } else {
            self.to_import = Some(path);
        }
    }

    /// A file was read, or why it was not. Whoever did not wish to wait is told that nothing came of it.
    pub(super) fn hear_source(
        &mut self,
        path: &Path,
        read: Result<Box<ReadSource>, PlanError>,
        seconds: f64,
    ) {
        if self.work.take().is_some_and(|work: Progress| work.is_stopped()) {
            let said = self.office.text.get("work-stopped").to_owned();
            return self.tell(Notice::done(said, Vec::new()), seconds);
        }
        match read {
            Ok(read) => {
                self.dialog = ImportDialog::new(*read).map(|dialog| Dialog::Import(Box::new(dialog)));
                self.plan_rows();
            }
            Err(error) => self.tell_no_plan(&error, path, seconds),
        }
    }

    /// Has the rows of the import planned that is shown, as it stands now.
    pub(super) fn plan_rows(&mut self) {
        self.last_ticket = self.last_ticket.wrapping_add(1);
        let ticket = self.last_ticket;
        if let Some(Dialog::Import(dialog)) = &mut self.dialog
            && let Some(request) = dialog.ask(ticket)
        {
            self.ask(request);
        }
    }

    /// Rows were planned. A plan that was overtaken by another one, or that nobody waits for any more, is nothing.
    pub(super) fn hear_plan(&mut self, ticket: u64, plan: Result<Box<ImportPlan>, PlanError>, seconds: f64) {
        let Some(Dialog::Import(dialog)) = &mut self.dialog else { return };
        if !dialog.awaits(ticket) {
            return;
        }
        match plan {
            Ok(plan) => {
                if let Some(ctx) = self.office.ctx(seconds) {
                    dialog.planned(*plan, &ctx);
                }
            }
            Err(error) => {
                let name = PathBuf::from(dialog.file());
                self.dialog = None;
                self.tell_no_plan(&error, &name, seconds);
            }
        }
    }

    fn tell_no_plan(&mut self, error: &PlanError, file: &Path, seconds: f64) {
        let book = self.open_book().map(|book| book.path.clone()).unwrap_or_default();
        let said = text::plan_error(&self.office.text, error, file, &book);
        self.tell(Notice::trouble(said), seconds);
    }

    /// Makes the changes of the import that is shown, and remembers what its columns became if that was changed by hand.
    pub(super) fn confirm_import(&mut self) {
        let Some(Dialog::Import(dialog)) = &self.dialog else { return };
        let Some(Confirmed { command, file, remember }) = dialog.confirm() else { return };
        self.importing = self.dialog.take().map(Box::new);
        if let Some((key, value)) = remember {
            self.ask(Request::Scratch { key, value: Some(value) });
        }
        let ticket = self.ticket(Then::Imported);
        self.start(|progress| Request::Import { ticket, command: Box::new(command), file, progress });
    }

    /// The import was made, or it was not: then it stands there as it was, with all that was repaired in it.
    pub(super) fn imported(&mut self, made: bool) {
        self.work = None;
        let importing = self.importing.take();
        if !made && self.dialog.is_none() {
            self.dialog = importing.map(|dialog| *dialog);
        }
    }

    /// Shows a section of the settings.
    pub(super) fn show_settings(&mut self, section: SettingsSection) {
        self.dialog = None;
        self.settings_page.show(section);
        self.go(Page::Settings);
    }
}
