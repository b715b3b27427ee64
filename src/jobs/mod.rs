//! The write thread and long work: the only place that starts threads.
//!
//! One thread owns the [`Writer`](crate::store::Writer) while a book is open. The window [asks](Desk::ask) and hears
//! [`Event`]s, in order, in `App::logic`; no frame waits for a disk. Long work is a request on the same queue, with
//! [`Progress`].

mod index;
mod progress;
mod worker;

use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

pub use self::index::build_index;
pub use self::progress::Progress;
use self::worker::Worker;
use crate::clock::Clock;
use crate::domain::client::ClientId;
use crate::domain::command::Command;
use crate::files::backup::{Seen, Standing};
use crate::files::import::{ImportPlan, PlanError};
use crate::search::Index;
use crate::store::{Reader, Receipt, StoreError, WriteError};
use crate::text::Language;

/// What the write thread is asked for.
#[derive(Debug)]
pub enum Request {
    /// Open a book in place of the one that is open.
    Open {
        /// The book.
        path: PathBuf,
        /// Make it if there is none.
        make: bool,
    },
    /// Open the example, made if there is none.
    OpenExample(PathBuf),
    /// Change the books.
    Apply {
        /// Comes back with the answer.
        ticket: u64,
        /// The change.
        command: Box<Command>,
        /// The file it came from, if it is an import.
        file: Option<String>,
    },
    /// Take a change back; a change taken back is made once more.
    Undo {
        /// Comes back with the answer.
        ticket: u64,
        /// Number of the audit entry.
        entry: u64,
    },
    /// Keep something beside the books, or forget it.
    Scratch {
        /// Its name.
        key: String,
        /// None to forget it.
        value: Option<Vec<u8>>,
    },
    /// Order the index in a language.
    Speak(Language),
    /// Say what importing a file would do.
    PlanImport {
        /// The file.
        path: PathBuf,
        /// How far it is.
        progress: Progress,
    },
    /// Write all clients to a file.
    Export {
        /// The file; its ending says the format.
        path: PathBuf,
        /// How far it is.
        progress: Progress,
    },
    /// Make a backup now.
    Backup,
    /// Say what a backup holds.
    LookAtBackup(PathBuf),
    /// Put a backup in the place of the book.
    Restore {
        /// The backup.
        path: PathBuf,
        /// What the name of the book that is set aside is marked with.
        aside: String,
    },
    /// Save a copy of what is open.
    SaveCopy(PathBuf),
}

/// What the write thread says.
#[derive(Debug)]
pub enum Event {
    /// A book is open.
    Opened(Box<Opened>),
    /// A book could not be opened; none is.
    NotOpened {
        /// The book.
        path: PathBuf,
        /// Why.
        error: StoreError,
    },
    /// The search index stands, or is ordered anew.
    Indexed(Index),
    /// A change was made.
    Done {
        /// That of the request.
        ticket: u64,
        /// What was done.
        receipt: Box<Receipt>,
        /// The index with the change.
        index: Option<Index>,
    },
    /// A change was not made.
    Failed {
        /// That of the request.
        ticket: u64,
        /// Why.
        error: WriteError,
    },
    /// Something beside the books could not be kept.
    NotKept(WriteError),
    /// What importing a file would do.
    Planned(Box<ImportPlan>),
    /// A file could not be read.
    NotPlanned(PlanError),
    /// Clients were written to a file.
    Exported {
        /// How many.
        clients: usize,
        /// The file.
        path: PathBuf,
    },
    /// A backup was made, or was not needed.
    BackedUp(Standing),
    /// What a backup holds.
    BackupSeen(Box<Seen>),
    /// A backup stands in the place of the book; the former book was set aside here.
    Restored(PathBuf),
    /// A copy was saved.
    CopySaved(PathBuf),
    /// Something with a file did not succeed.
    FileFailed {
        /// What was tried.
        work: Work,
        /// Why.
        error: StoreError,
    },
    /// The long work that was under way was stopped.
    Stopped,
}

/// Work with files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// An export.
    Export,
    /// A backup.
    Backup,
    /// A restore, or a look at a backup.
    Restore,
    /// A copy.
    Copy,
}

/// A book that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Where.
    pub path: PathBuf,
    /// Reads it.
    pub reader: Reader,
    /// Number of its last change.
    pub revision: u64,
    /// When it was last backed up.
    pub backed_up: Standing,
}

/// What the window speaks to.
pub struct Desk {
    line: Line,
    events: Receiver<Event>,
}

enum Line {
    Thread { requests: Sender<Request>, thread: JoinHandle<()> },
    Inline(Box<Worker>),
}

impl Desk {
    /// Starts the write thread. `wake` is called after each event.
    pub fn start(clock: Clock, language: Language, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let (requests, asked) = mpsc::channel();
        let (say, events) = mpsc::channel();
        let mut worker = Worker::new(clock, language, move |event| {
            // Nobody listens any more: the window is closed, the work goes on.
            if say.send(event).is_ok() {
                wake();
            }
        });
        let thread = std::thread::Builder::new().name("writer".into()).spawn(move || worker.run(&asked))?;
        Ok(Self { line: Line::Thread { requests, thread }, events })
    }

    /// A desk that does at once what it is asked, on the thread that asks: for tests and measurements.
    pub fn inline(clock: Clock, language: Language) -> Self {
        let (say, events) = mpsc::channel();
        let worker = Worker::new(clock, language, move |event| {
            if say.send(event).is_err() {
                log::debug!("an event after the end");
            }
        });
        Self { line: Line::Inline(Box::new(worker)), events }
    }

    /// Asks for something; the answer is an event.
    pub fn ask(&mut self, request: Request) {
        match &mut self.line {
            Line::Thread { requests, .. } => {
                if requests.send(request).is_err() {
                    log::error!("the write thread is gone");
                }
            }
            Line::Inline(worker) => worker.handle(request),
        }
    }

    /// The next event, if there is one.
    pub fn event(&self) -> Option<Event> {
        self.events.try_recv().ok()
    }

    /// Finishes what was asked for, backs the book up if it was changed, and closes it.
    pub fn close(self) {
        match self.line {
            Line::Thread { requests, thread } => {
                drop(requests);
                if thread.join().is_err() {
                    log::error!("the write thread ended badly");
                }
            }
            Line::Inline(mut worker) => worker.finish(),
        }
    }
}

/// Whom the last rows shown belong to: kept beside the books, shown until the index stands.
pub fn shown_rows(reader: &Reader) -> Vec<ClientId> {
    reader
        .snapshot()
        .ok()
        .and_then(|snapshot| snapshot.scratch(SHOWN_ROWS).ok().flatten())
        .map(|bytes| {
            bytes
                .chunks_exact(8)
                .filter_map(|chunk| Some(ClientId(u64::from_be_bytes(chunk.try_into().ok()?))))
                .collect()
        })
        .unwrap_or_default()
}

/// The request that keeps the rows shown.
pub fn keep_shown_rows(rows: &[ClientId]) -> Request {
    let bytes = rows.iter().flat_map(|id| id.0.to_be_bytes()).collect();
    Request::Scratch { key: SHOWN_ROWS.to_owned(), value: Some(bytes) }
}

const SHOWN_ROWS: &str = "shown-rows";

