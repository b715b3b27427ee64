//! What the write thread does.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::files::{self, Files};
use super::incoming;
use super::pair::side_by_side;
use super::{Beside, Event, Opened, Progress, Request, SecondPlace, Standing, Work, read_book};
use crate::clock::Clock;
use crate::domain::client::{Client, ClientId};
use crate::domain::command::{Command, Stamp};
use crate::domain::record::Kind;
use crate::domain::setup::{HOME, Setup};
use crate::files::export::{NoExport, Wanted};
use crate::files::{backup, export};
use crate::search::{Index, Reading};
use crate::store::{self, Changed, Held, Origin, Reader, Receipt, StoreError, WriteError, Writer};
use crate::text::Language;

/// The write thread's own: the one [`Writer`], and the index it publishes.
pub(super) struct Worker {
    clock: Clock,
    language: Language,
    say: Box<dyn FnMut(Event) + Send>,
    book: Option<Book>,
    files: Files,
    /// A folder that each backup is copied to as well.
    second: Option<PathBuf>,
}

/// The book that is open.
struct Book {
    path: PathBuf,
    writer: Writer,
    reader: Reader,
    index: Option<Index>,
}

/// How often the thread looks whether a daily backup is due.
const LOOK_AROUND: Duration = Duration::from_mins(10);

impl Worker {
    pub(super) fn new(clock: Clock, language: Language, say: impl FnMut(Event) + Send + 'static) -> Self {
        Self { clock, language, say: Box::new(say), book: None, files: Files::default(), second: None }
    }

    /// Does what is asked until nobody asks any more.
    pub(super) fn run(&mut self, requests: &Receiver<Request>) {
        loop {
            match requests.recv_timeout(LOOK_AROUND) {
                Ok(request) => self.handle(request),
                Err(RecvTimeoutError::Timeout) => self.back_up_daily(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.finish();
    }

    /// Does one thing. A panic is answered as a failure, and the book is opened again.
    pub(super) fn handle(&mut self, request: Request) {
        let ticket = match &request {
            Request::Apply { ticket, .. } | Request::Import { ticket, .. } | Request::Undo { ticket, .. } => {
                Some(*ticket)
            }
            _ => None,
        };
        if catch_unwind(AssertUnwindSafe(|| self.answer(request))).is_ok() {
            return;
        }
        let error = || StoreError::Damaged("the work ended in the middle".into());
        match ticket {
            Some(ticket) => self.say(Event::Failed { ticket, error: WriteError::Store(error()) }),
            None => self.say(Event::NotKept(WriteError::Store(error()))),
        }
        if let Some(book) = self.book.take() {
            let path = book.path.clone();
            drop(book);
            self.open(&path, false);
        }
    }

    fn say(&mut self, event: Event) {
        (self.say)(event);
    }

    fn answer(&mut self, request: Request) {
        match request {
            Request::Open { path, make } => {
                self.open(&path, make);
                self.sweep_files();
            }
            Request::OpenExample(path) => {
                self.open_example(&path);
                self.sweep_files();
            }
            Request::Apply { ticket, command, forget } => self.apply(ticket, &command, forget.as_deref()),
            Request::Import { ticket, command, file, progress } => {
                let done = self.import(&command, file, &progress);
                self.tell_change(ticket, done);
            }
            Request::Undo { ticket, entry } => {
                let stamp = self.stamp();
                let done = self.book.as_mut().map(|book| book.writer.undo(entry, Origin::Window, stamp));
                self.tell_change(ticket, done);
            }
            Request::Scratch { key, value } => {
                let kept = self.book.as_mut().map(|book| book.writer.scratch(&key, value.as_deref()));
                if let Some(Err(error)) = kept {
                    self.say(Event::NotKept(WriteError::Store(error)));
                }
            }
            Request::Speak(language) => {
                self.language = language;
                self.index();
            }
            Request::ReadSource { path, progress } => {
                let reader = self.book.as_ref().map(|book| &book.reader);
                let read = incoming::read(reader, &path, &progress);
                self.say(Event::SourceRead { path, read: read.map(Box::new) });
            }
            Request::Plan { ticket, source, sheet, mapping, repairs, progress } => {
                let reader = self.book.as_ref().map(|book| &book.reader);
                let plan = incoming::plan(reader, (&source, sheet), &mapping, &repairs, &progress);
                self.say(Event::RowsPlanned { ticket, plan: plan.map(Box::new) });
            }
            Request::Export { path, wanted, progress } => self.export(&path, *wanted, &progress),
            Request::Backup => self.back_up(),
            Request::SecondPlace(folder) => self.set_second_place(folder),
            Request::LookAtBackup(path) => self.look_at_backup(path),
            Request::Restore { book, backup, aside } => self.restore(&book, backup, &aside),
            Request::SaveCopy(path) => self.save_copy(&path),
            Request::Stage { ticket, paths } => {
                let event = files::stage(self.book.as_mut().map(|book| &mut book.writer), ticket, paths);
                self.say(Event::File(event));
            }
            Request::ShowFile { file, root } => {
                let event = self.files.show(self.book.as_ref().map(|book| &book.reader), file, &root);
                self.say(Event::File(event));
            }
            Request::SaveFile { file, path } => {
                let event = files::save(self.book.as_ref().map(|book| &book.reader), file, path);
                self.say(Event::File(event));
            }
            Request::TidyShown(root) => files::tidy(&root),
        }
    }

    fn stamp(&self) -> Stamp {
        Stamp { at: self.clock.now(), today: self.clock.today() }
    }

    fn open(&mut self, path: &Path, make: bool) {
        self.finish();
        let opened = match store::open(path) {
            Err(StoreError::Missing) if make => create(path),
            other => other,
        };
        match opened {
            Ok((writer, reader)) => self.opened(path.to_owned(), writer, reader),
            Err(error) => self.say(Event::NotOpened { path: path.to_owned(), error }),
        }
    }

    fn opened(&mut self, path: PathBuf, mut writer: Writer, reader: Reader) {
        writer.side_by_side(side_by_side);
        let revision = match reader.snapshot().and_then(|snapshot| snapshot.revision()) {
            Ok(revision) => revision,
            Err(error) => return self.say(Event::NotOpened { path, error }),
        };
        let backed_up = self.standing(&path);
        let opened = Opened { backed_up, path: path.clone(), reader: reader.clone(), revision };
        self.book = Some(Book { path, writer, reader, index: None });
        self.say(Event::Opened(Box::new(opened)));
        self.index();
        self.back_up_daily();
    }

    /// Reads the index anew.
    fn index(&mut self) {
        let Some(book) = &mut self.book else { return };
        let language = self.language.code();
        let indexed = book.reader.snapshot().and_then(|snapshot| {
            let reading = Reading::new(language, snapshot.setup(HOME)?);
            read_book(&snapshot, Arc::new(reading))
        });
        match indexed {
            Ok((index, usage)) => {
                book.index = Some(index.clone());
                self.say(Event::Counted(Box::new(usage)));
                self.say(Event::Indexed(index));
            }
            Err(error) => {
                let path = book.path.clone();
                self.book = None;
                self.say(Event::NotOpened { path, error });
            }
        }
    }

    fn apply(&mut self, ticket: u64, command: &Command, forget: Option<&str>) {
        let stamp = self.stamp();
        let done = self.book.as_mut().map(|book| {
            let done = book.writer.apply(command, Origin::Window, stamp);
            // Before it is told, so that nobody who saw the change finds the draft of it.
            if let (Ok(_), Some(key)) = (&done, forget)
                && let Err(error) = book.writer.scratch(key, None)
            {
                log::warn!("a draft that is done with stays: {error}");
            }
            done
        });
        self.tell_change(ticket, done);
    }

    /// Brings in what a file holds: only on a book that can be had back as it was.
    fn import(
        &mut self,
        command: &Command,
        file: String,
        progress: &Progress,
    ) -> Option<Result<Receipt, WriteError>> {
        let copied = progress.part(0, BACKUP_SHARE);
        if !copied(0, 1) {
            return Some(Err(StoreError::Cancelled.into()));
        }
        let count = |rows: u64| usize::try_from(rows).unwrap_or(usize::MAX);
        if let Err(error) = self.try_back_up(&mut |done, total| copied(count(done), count(total))) {
            return Some(Err(error.into()));
        }
        let stamp = self.stamp();
        let book = self.book.as_mut()?;
        let origin = Origin::Import { file };
        Some(book.writer.apply_watched(command, origin, stamp, &progress.part(BACKUP_SHARE, 100)))
    }

    /// Publishes the index with a change, then says that it was made.
    fn tell_change(&mut self, ticket: u64, done: Option<Result<Receipt, WriteError>>) {
        let (Some(done), Some(book)) = (done, &mut self.book) else {
            return self.say(Event::Failed { ticket, error: WriteError::Store(StoreError::Missing) });
        };
        match done {
            Err(error) => self.say(Event::Failed { ticket, error }),
            Ok(receipt) => {
                let next = book.follow(&receipt);
                let index = book.index.clone();
                self.say(Event::Done { ticket, receipt: Box::new(receipt), index });
                match next {
                    Next::Nothing => {}
                    Next::Merge => self.merge(),
                    Next::Anew => self.index(),
                }
            }
        }
    }

    /// Makes one base of the index's base and delta.
    fn merge(&mut self) {
        if let Some(index) = self.book.as_mut().and_then(|book| book.index.as_mut()) {
            *index = index.merged();
            let index = index.clone();
            self.say(Event::Indexed(index));
        }
    }

    fn export(&mut self, path: &Path, wanted: Wanted, progress: &Progress) {
        let Some(book) = &self.book else { return };
        let (form, path) = wanted.form.named(path);
        let wanted = Wanted { form, ..wanted };
        let written = book.reader.snapshot().map_err(NoExport::Store).and_then(|snapshot| {
            export::export(&snapshot, &path, &wanted, &|done, total| progress.step(done, total))
        });
        match written {
            Ok(clients) => self.say(Event::Exported { clients, path }),
            Err(NoExport::CalledOff) => self.say(Event::Stopped),
            Err(error) => self.say(Event::NotExported { path, error }),
        }
    }

    /// Makes a backup, wanted or not, and says how the backups stand.
    fn back_up(&mut self) {
        let path = self.book.as_ref().map(|book| backup::folder(&book.path)).unwrap_or_default();
        if let Err(error) = self.try_back_up(&mut |_, _| true) {
            self.say(Event::FileFailed { work: Work::Backup, path, error });
        }
    }

    fn try_back_up(&mut self, progress: store::Copying<'_>) -> Result<(), StoreError> {
        let Some(book) = &mut self.book else { return Err(StoreError::Missing) };
        let now = self.clock.local(self.clock.now());
        let (made, summary) = backup::make(&book.reader, &book.path, now, progress)?;
        book.writer.scratch(BACKED_UP, Some(&summary.revision.to_be_bytes()))?;
        let path = book.path.clone();
        self.copy_to_second(&path, &made);
        let standing = self.standing(&path);
        self.say(Event::BackedUp(standing));
        Ok(())
    }

    /// Copies a backup to the second place. That it cannot is told by the [`Standing`]: the backup itself is made.
    fn copy_to_second(&self, book: &Path, made: &backup::Backup) {
        if let Some(second) = &self.second
            && let Err(error) = backup::copy_to(book, made, second)
        {
            log::warn!("no copy in the second place: {error}");
        }
    }

    /// Another second place: what is the last backup now is copied there at once.
    fn set_second_place(&mut self, folder: Option<PathBuf>) {
        self.second = folder;
        let Some(book) = &self.book else { return };
        let path = book.path.clone();
        if let Ok(Some(last)) = backup::last_good(&path) {
            self.copy_to_second(&path, &last);
        }
        let standing = self.standing(&path);
        self.say(Event::BackedUp(standing));
    }

    /// How the backups of a book stand.
    fn standing(&self, book: &Path) -> Standing {
        let last = backup::last_good(book).ok().flatten();
        let second = match (&self.second, &last) {
            (None, _) => SecondPlace::Unwished,
            (Some(folder), Some(last)) if backup::is_in(last, folder) => SecondPlace::Copied,
            (Some(folder), None) if backup::is_there(folder) => SecondPlace::Copied,
            (Some(_), _) => SecondPlace::Missing,
        };
        let count = backup::list(book).unwrap_or_default().len();
        Standing { last: last.map(|backup| backup.made), count, failed: false, second }
    }

    /// Makes a backup if the books were changed since the last one.
    fn back_up_if_changed(&mut self) {
        if self.is_changed() {
            self.back_up();
        }
    }

    /// Makes a backup if the books were changed and today has none yet.
    fn back_up_daily(&mut self) {
        let Some(book) = &self.book else { return };
        let today = self.clock.today();
        if self.standing(&book.path).last.is_none_or(|last| last.date() < today) {
            self.back_up_if_changed();
        }
    }

    /// Whether the books were changed since the last backup. Drafts are no change.
    fn is_changed(&self) -> bool {
        let Some(book) = &self.book else { return false };
        let Ok(snapshot) = book.reader.snapshot() else { return false };
        let backed_up = snapshot.scratch(BACKED_UP).ok().flatten();
        let backed_up = backed_up.and_then(|bytes| Some(u64::from_be_bytes(bytes.try_into().ok()?)));
        let lost = self.standing(&book.path).count == 0;
        snapshot.revision().is_ok_and(|revision| revision > 0 && (lost || backed_up != Some(revision)))
    }

    fn look_at_backup(&mut self, path: PathBuf) {
        let now = self.book.as_ref().and_then(|book| book.reader.snapshot().ok()?.summary().ok());
        match store::summary(&path) {
            Ok(backup) => self.say(Event::BackupSeen { path, backup, now }),
            Err(error) => self.say(Event::FileFailed { work: Work::Restore, path, error }),
        }
    }

    /// Puts a backup in the place of a book and opens it; if that fails the book stays as it is and is opened again.
    fn restore(&mut self, book: &Path, path: PathBuf, word: &str) {
        self.back_up_if_changed();
        self.book = None;
        let aside = backup::set_aside_name(book, word, self.clock.local(self.clock.now()));
        let restored =
            store::verify(&path, book).and_then(|verified| backup::restore(verified, book, &aside));
        match restored {
            Ok(_) => {
                self.open(book, false);
                self.say(Event::Restored(aside));
            }
            Err(error) => {
                self.say(Event::FileFailed { work: Work::Restore, path, error });
                self.open(book, false);
            }
        }
    }

    fn save_copy(&mut self, path: &Path) {
        let Some(book) = &self.book else { return };
        let path = path.with_extension("comptoir");
        match store::copy(&book.reader, &path, &mut |_, _| true) {
            Ok(_) => self.say(Event::CopySaved(path)),
            Err(error) => self.say(Event::FileFailed { work: Work::Copy, path, error }),
        }
    }

    /// Opens the example, made if there is none.
    fn open_example(&mut self, path: &Path) {
        self.finish();
        if store::header(path).is_err()
            && let Err(error) = self.make_example(path)
        {
            return self.say(Event::NotOpened { path: path.to_owned(), error });
        }
        self.open(path, false);
    }

    fn make_example(&self, path: &Path) -> Result<(), StoreError> {
        let (mut writer, _) = create(path)?;
        let stamp = self.stamp();
        let added = crate::demo::demo(EXAMPLE_CLIENTS, EXAMPLE_SEED, stamp.today).collect();
        let import = crate::domain::command::Import { added, updated: Vec::new() };
        let command = Command::Client(crate::domain::command::ClientCommand::Import(import));
        match writer.apply(&command, Origin::Import { file: "demo".to_owned() }, stamp) {
            Ok(_) => Ok(()),
            Err(WriteError::Store(error)) => Err(error),
            Err(error) => Err(StoreError::Damaged(error.to_string())),
        }
    }

    /// Removes what was taken in for drafts that are gone. Once a book is opened: what is typed meanwhile is not kept yet.
    fn sweep_files(&mut self) {
        match self.book.as_mut().map(|book| book.writer.sweep_blobs()) {
            Some(Ok(swept)) if swept > 0 => log::info!("{swept} files of drafts that are gone are removed"),
            Some(Err(error)) => log::warn!("files of drafts that are gone stay: {error}"),
            Some(Ok(_)) | None => {}
        }
    }

    /// Backs the book up if it was changed, and closes it.
    pub(super) fn finish(&mut self) {
        self.back_up_if_changed();
        self.book = None;
    }
}

/// The revision of the last backup, kept beside the books.
const BACKED_UP: &str = "backed-up";
/// How much of an import is the backup before it, in percent: for a book that is as large as what comes in.
const BACKUP_SHARE: usize = 30;
/// Clients of the example.
const EXAMPLE_CLIENTS: usize = 60;
/// Seed of the example: the same clients for everybody.
const EXAMPLE_SEED: u64 = 1;

/// Makes a book, its folder too.
fn create(path: &Path) -> Result<(Writer, Reader), StoreError> {
    if let Some(folder) = path.parent() {
        backup::create_folder(folder)?;
    }
    store::create(path)
}

/// What is left to be done for the index after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Next {
    Nothing,
    /// So much has changed that one base is made of base and delta.
    Merge,
    /// Clients are read otherwise than they were, or the index does not stand.
    Anew,
}

impl Book {
    /// Brings the index up to date with a change, as far as that is done at once.
    fn follow(&mut self, receipt: &Receipt) -> Next {
        let Some(index) = &mut self.index else { return Next::Anew };
        let Ok((changed, setup)) = changed(receipt, &self.reader) else { return Next::Anew };
        let changed: Vec<_> = changed
            .iter()
            .map(|(id, now)| (*id, now.as_ref().map(|(client, beside)| (client, beside.known()))))
            .collect();
        let under = setup.map(|setup| index.under(&setup));
        let reads_alike = !matches!(under, Some(None));
        *index = under.flatten().as_ref().unwrap_or(index).with(changed);
        match (reads_alike, index.needs_merge()) {
            (false, _) => Next::Anew,
            (true, true) => Next::Merge,
            (true, false) => Next::Nothing,
        }
    }
}

/// A client as it now is, with what is known beside its record; none if it is gone.
type Now = (ClientId, Option<(Client, Beside)>);

/// What of the index a change concerns: the clients who are other than they were, as they now are, and the setup if that
/// is another one.
fn changed(receipt: &Receipt, reader: &Reader) -> Result<(Vec<Now>, Option<Setup>), StoreError> {
    let mut ids: Vec<ClientId> = receipt.changes.iter().flat_map(clients_of).collect();
    ids.sort_unstable();
    ids.dedup();
    let snapshot = reader.snapshot()?;
    let now = |id: ClientId| {
        let client = snapshot.get::<Client>(id.0)?;
        let now = client.map(|client| Ok::<_, StoreError>((client, Beside::of(&snapshot, id)?)));
        Ok((id, now.transpose()?))
    };
    let now = ids.into_iter().map(now).collect::<Result<_, StoreError>>()?;
    let is_set_up = receipt.changes.iter().any(|change| Setup::KINDS.contains(&change.kind));
    let setup = is_set_up.then(|| snapshot.setup(HOME)).transpose()?;
    Ok((now, setup))
}

/// Whom a change makes other for the index. A client need not be read to know that it is one.
fn clients_of(change: &Changed) -> Vec<ClientId> {
    if change.kind == Kind::Client {
        return vec![ClientId(change.id)];
    }
    change.after().or(change.before()).map(Held::clients).unwrap_or_default()
}
