//! What the write thread does.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use super::{Event, Opened, Request, Work, build_index};
use crate::clock::Clock;
use crate::domain::client::{Client, ClientId};
use crate::domain::command::{Command, Stamp};
use crate::domain::policy::Policy;
use crate::files::{backup, export, import};
use crate::search::{Index, Reading};
use crate::store::{self, Origin, Reader, Receipt, StoreError, WriteError, Writer};
use crate::text::Language;

/// The write thread's own: the one [`Writer`], and the index it publishes.
pub(super) struct Worker {
    clock: Clock,
    language: Language,
    say: Box<dyn FnMut(Event) + Send>,
    book: Option<Book>,
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
        Self { clock, language, say: Box::new(say), book: None }
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
            Request::Apply { ticket, .. } | Request::Undo { ticket, .. } => Some(*ticket),
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
            Request::Open { path, make } => self.open(&path, make),
            Request::OpenExample(path) => self.open_example(&path),
            Request::Apply { ticket, command, file } => {
                let origin = file.map_or(Origin::Window, |file| Origin::Import { file });
                self.apply(ticket, &command, origin);
            }
            Request::Undo { ticket, entry } => {
                let stamp = self.stamp();
                let done = self.book.as_mut().map(|book| book.writer.undo(entry, Origin::Window, stamp));
                self.tell_change(ticket, done);
            }
            Request::Scratch { key, value } => {
                let kept = self.book.as_mut().map(|book| book.writer.scratch(&key, value.as_deref()));
                if let Some(Err(error)) = kept {
                    self.say(Event::NotKept(error));
                }
            }
            Request::Speak(language) => {
                self.language = language;
                self.index();
            }
            Request::PlanImport { path, progress } => self.plan_import(&path, &progress),
            Request::Export { path, progress } => self.export(&path, &progress),
            Request::Backup => self.back_up(),
            Request::LookAtBackup(path) => match backup::look(&path) {
                Ok(seen) => self.say(Event::BackupSeen(Box::new(seen))),
                Err(error) => self.say(Event::FileFailed { work: Work::Restore, error }),
            },
            Request::Restore { path, aside } => self.restore(&path, &aside),
            Request::SaveCopy(path) => self.save_copy(&path),
        }
    }

    fn stamp(&self) -> Stamp {
        Stamp { at: self.clock.now(), today: self.clock.today() }
    }

    fn open(&mut self, path: &Path, make: bool) {
        self.finish();
        let opened = match store::open(path) {
            Err(StoreError::Missing) if make => {
                let folder = path.parent().map_or(Ok(()), store::make_folder);
                folder.and_then(|()| store::create(path))
            }
            other => other,
        };
        match opened {
            Ok((writer, reader)) => self.opened(path.to_owned(), writer, reader),
            Err(error) => self.say(Event::NotOpened { path: path.to_owned(), error }),
        }
    }

    fn opened(&mut self, path: PathBuf, writer: Writer, reader: Reader) {
        let revision = match reader.snapshot().and_then(|snapshot| snapshot.revision()) {
            Ok(revision) => revision,
            Err(error) => return self.say(Event::NotOpened { path, error }),
        };
        let opened = Opened {
            backed_up: backup::standing(&path, &reader),
            path: path.clone(),
            reader: reader.clone(),
            revision,
        };
        self.book = Some(Book { path, writer, reader, index: None });
        self.say(Event::Opened(Box::new(opened)));
        self.index();
        self.back_up_daily();
    }

    /// Reads the index anew.
    fn index(&mut self) {
        let Some(book) = &mut self.book else { return };
        let reading = Arc::new(Reading::new(self.language.code(), Policy::default()));
        match book.reader.snapshot().and_then(|snapshot| build_index(&snapshot, reading)) {
            Ok(index) => {
                book.index = Some(index.clone());
                self.say(Event::Indexed(index));
            }
            Err(error) => {
                let path = book.path.clone();
                self.book = None;
                self.say(Event::NotOpened { path, error });
            }
        }
    }

    fn apply(&mut self, ticket: u64, command: &Command, origin: Origin) {
        if matches!(origin, Origin::Import { .. }) && !self.backed_up_for_import(ticket) {
            return;
        }
        let stamp = self.stamp();
        let done = self.book.as_mut().map(|book| book.writer.apply(command, origin, stamp));
        self.tell_change(ticket, done);
    }

    /// An import is made only on a book that can be had back as it was.
    fn backed_up_for_import(&mut self, ticket: u64) -> bool {
        let Some(book) = &self.book else { return false };
        match backup::back_up(&book.path, &book.reader, self.clock.local_now()) {
            Ok(standing) => {
                self.say(Event::BackedUp(standing));
                true
            }
            Err(error) => {
                self.say(Event::FileFailed { work: Work::Backup, error });
                self.say(Event::Failed { ticket, error: WriteError::Store(StoreError::NoBackup) });
                false
            }
        }
    }

    /// Publishes the index with a change, then says that it was made.
    fn tell_change(&mut self, ticket: u64, done: Option<Result<Receipt, WriteError>>) {
        let (Some(done), Some(book)) = (done, &mut self.book) else {
            return self.say(Event::Failed { ticket, error: WriteError::Store(StoreError::Missing) });
        };
        match done {
            Err(error) => self.say(Event::Failed { ticket, error }),
            Ok(receipt) => {
                let changed = changed_clients(&receipt, &book.reader);
                let merge = match (&mut book.index, changed) {
                    (Some(index), Ok(changed)) => {
                        *index = index.with(
                            changed
                                .iter()
                                .map(|(id, now)| (*id, now.as_ref().map(|(client, notes)| (client, notes.as_slice())))),
                        );
                        index.needs_merge()
                    }
                    _ => true,
                };
                let index = book.index.clone();
                self.say(Event::Done { ticket, receipt: Box::new(receipt), index });
                if merge {
                    self.merge();
                }
            }
        }
    }

    /// Makes one base of the index's base and delta.
    fn merge(&mut self) {
        match self.book.as_mut().and_then(|book| book.index.as_mut()) {
            Some(index) => {
                *index = index.merged();
                let index = index.clone();
                self.say(Event::Indexed(index));
            }
            None => self.index(),
        }
    }
}
