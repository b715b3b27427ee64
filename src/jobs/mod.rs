//! The write thread and long work: the only place that starts threads.
//!
//! One thread owns the [`Writer`](crate::store::Writer) while a book is open. The window [asks](Desk::ask) and hears
//! [`Event`]s, in order, in `App::logic`; no frame waits for a disk. Long work is a request on the same queue, with
//! [`Progress`].

mod files;
mod incoming;
mod index;
mod pair;
mod progress;
mod worker;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;

use chrono::NaiveDateTime;

pub use self::files::BookFile;
pub use self::index::{Beside, build_index, check_index, read_book};
pub use self::pair::side_by_side;
pub use self::progress::Progress;
use self::worker::Worker;
use crate::clock::Clock;
use crate::domain::attachment::Staged;
use crate::domain::client::ClientId;
use crate::domain::command::Command;
use crate::domain::setup::Setup;
use crate::domain::usage::Usage;
use crate::files::export::{NoExport, Wanted};
use crate::files::import::{ImportPlan, PlanError};
use crate::files::mapping::Mapping;
use crate::files::repairs::Repairs;
use crate::files::source::Source;
use crate::search::Index;
use crate::store::{FetchError, Reader, Receipt, StageError, StoreError, Summary, WriteError};
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
        /// What is kept beside the books and is no longer needed once the change is made: the draft it was typed in.
        forget: Option<String>,
    },
    /// Bring in what a file holds, as one change, on a book that was backed up before. It ends in [`Event::Done`], or in
    /// [`Event::Failed`] with [`StoreError::Cancelled`] if it was stopped: then nothing of it is in the book.
    Import {
        /// Comes back with the answer.
        ticket: u64,
        /// The change.
        command: Box<Command>,
        /// The name of the file, without folder.
        file: String,
        /// How far it is.
        progress: Progress,
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
    /// Read a file that is to be imported.
    ReadSource {
        /// The file.
        path: PathBuf,
        /// How far it is.
        progress: Progress,
    },
    /// Say what becomes of each row of a table.
    Plan {
        /// Comes back with the answer: of several that were asked for only the last one counts.
        ticket: u64,
        /// The file.
        source: Arc<Source>,
        /// Which of its sheets.
        sheet: usize,
        /// What its columns become.
        mapping: Box<Mapping>,
        /// What was typed over.
        repairs: Repairs,
        /// How far it is.
        progress: Progress,
    },
    /// Write clients to a file.
    Export {
        /// The file; a known ending of its name says the form before what is wanted does.
        path: PathBuf,
        /// What to write.
        wanted: Box<Wanted>,
        /// How far it is.
        progress: Progress,
    },
    /// Make a backup now.
    Backup,
    /// Copy each backup to this folder as well, the last one at once; or to none.
    SecondPlace(Option<PathBuf>),
    /// Say what a backup holds.
    LookAtBackup(PathBuf),
    /// Put a backup in the place of a book, and open it.
    Restore {
        /// The book.
        book: PathBuf,
        /// The backup.
        backup: PathBuf,
        /// What the name of the book that is set aside is marked with.
        aside: String,
    },
    /// Save a copy of what is open.
    SaveCopy(PathBuf),
    /// Take files into the book, to be attached.
    Stage {
        /// Comes back with the answer.
        ticket: u64,
        /// Which.
        paths: Vec<PathBuf>,
    },
    /// Write a file of the book where another program can show it.
    ShowFile {
        /// Which.
        file: BookFile,
        /// The folder in which every process has one of its own.
        root: PathBuf,
    },
    /// Save a file of the book.
    SaveFile {
        /// Which.
        file: BookFile,
        /// Under which name.
        path: PathBuf,
    },
    /// Remove what programs that were killed left in this folder of files that other programs showed.
    TidyShown(PathBuf),
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
    /// The whole book was read: how many clients hold what. From here on the changes tell.
    Counted(Box<Usage>),
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
    /// A file that is to be imported was read, or why it was not.
    SourceRead {
        /// The file.
        path: PathBuf,
        /// What stands in it.
        read: Result<Box<ReadSource>, PlanError>,
    },
    /// What becomes of each row of a table, or why nobody can tell.
    RowsPlanned {
        /// That of the request.
        ticket: u64,
        /// What becomes of them.
        plan: Result<Box<ImportPlan>, PlanError>,
    },
    /// Clients were written to a file.
    Exported {
        /// How many.
        clients: usize,
        /// The file.
        path: PathBuf,
    },
    /// Nothing was written to a file.
    NotExported {
        /// The file.
        path: PathBuf,
        /// Why.
        error: NoExport,
    },
    /// How the backups stand now.
    BackedUp(Standing),
    /// What a backup holds.
    BackupSeen {
        /// The backup.
        path: PathBuf,
        /// What it holds.
        backup: Summary,
        /// What the book holds now, if it can be read.
        now: Option<Summary>,
    },
    /// A backup stands in the place of the book; the former book was set aside here.
    Restored(PathBuf),
    /// A copy was saved.
    CopySaved(PathBuf),
    /// Something with a file did not succeed.
    FileFailed {
        /// What was tried.
        work: Work,
        /// With which file.
        path: PathBuf,
        /// Why.
        error: StoreError,
    },
    /// What became of files of the book.
    File(FileEvent),
    /// The long work that was under way was stopped.
    Stopped,
    /// A question that was asked off the window's thread was answered: a file was chosen, or none.
    Chosen {
        /// Number of the question.
        question: u64,
        /// The file.
        path: Option<PathBuf>,
    },
}

/// A file that is to be imported.
#[derive(Debug)]
pub struct ReadSource {
    /// What stands in it.
    pub source: Arc<Source>,
    /// For each of its sheets what its columns become: remembered, or guessed.
    pub mappings: Vec<Mapping>,
    /// The book's setup.
    pub setup: Setup,
}

/// What became of files of the book.
#[derive(Debug)]
pub enum FileEvent {
    /// Files were taken into the book, or refused, each by itself.
    Staged {
        /// That of the request.
        ticket: u64,
        /// Those that are in the book, in their order.
        files: Vec<Staged>,
        /// Those that are not, and why.
        refused: Vec<(PathBuf, StageError)>,
    },
    /// A file of the book stands where another program can show it.
    Ready {
        /// Its name.
        name: String,
        /// Where.
        path: PathBuf,
    },
    /// A file of the book was saved.
    Saved {
        /// Its name in the book.
        name: String,
        /// Where.
        path: PathBuf,
    },
    /// A file of the book could not be handed out.
    NotFetched {
        /// Its name.
        name: String,
        /// Why.
        error: FetchError,
    },
}

/// Work with files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A backup.
    Backup,
    /// A restore, or a look at a backup.
    Restore,
    /// A copy.
    Copy,
}

/// How the backups of a book stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// When the last good one was made, by the clock on the wall.
    pub last: Option<NaiveDateTime>,
    /// How many there are.
    pub count: usize,
    /// The last one that was tried could not be made.
    pub failed: bool,
    /// How it stands with the second place.
    pub second: SecondPlace,
}

/// How it stands with a second place for backups, as a stick.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecondPlace {
    /// None is wished.
    #[default]
    Unwished,
    /// The last backup is there too.
    Copied,
    /// It is not there, or cannot be written: the last backup is not there.
    Missing,
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
    say: Sender<Event>,
    wake: Wake,
}

/// Called after each event: it wakes the window.
type Wake = Arc<dyn Fn() + Send + Sync>;

enum Line {
    Thread { requests: Sender<Request>, thread: JoinHandle<()> },
    Inline(Box<Worker>),
}

impl Desk {
    /// Starts the write thread. `wake` is called after each event.
    pub fn start(
        clock: Clock,
        language: Language,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let (requests, asked) = mpsc::channel();
        let (say, events) = mpsc::channel();
        let wake: Wake = Arc::new(wake);
        let mut worker = Worker::new(clock, language, speak(say.clone(), wake.clone()));
        let thread = std::thread::Builder::new().name("writer".into()).spawn(move || worker.run(&asked))?;
        Ok(Self { line: Line::Thread { requests, thread }, events, say, wake })
    }

    /// A desk that does at once what it is asked, on the thread that asks: for tests and measurements.
    pub fn inline(clock: Clock, language: Language) -> Self {
        let (say, events) = mpsc::channel();
        let wake: Wake = Arc::new(|| ());
        let worker = Worker::new(clock, language, speak(say.clone(), wake.clone()));
        Self { line: Line::Inline(Box::new(worker)), events, say, wake }
    }

    /// Asks the user something that blocks, off the window's thread: for a file. The answer is an event.
    pub fn ask_user(&self, question: u64, answer: impl FnOnce() -> Option<PathBuf> + Send + 'static) {
        let mut speak = speak(self.say.clone(), self.wake.clone());
        match &self.line {
            Line::Inline(_) => speak(Event::Chosen { question, path: answer() }),
            Line::Thread { .. } => {
                let asked = std::thread::Builder::new()
                    .name("question".into())
                    .spawn(move || speak(Event::Chosen { question, path: answer() }));
                if let Err(error) = asked {
                    log::error!("no thread for a question: {error}");
                }
            }
        }
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

/// Says an event, and wakes whoever hears it.
fn speak(say: Sender<Event>, wake: Wake) -> impl FnMut(Event) + Send + 'static {
    move |event| {
        // Nobody listens once the window is closed; the work goes on.
        if say.send(event).is_ok() {
            wake();
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
