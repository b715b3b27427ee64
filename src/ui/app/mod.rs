//! The window: its state, and the order of a pass.
//!
//! [`logic`] hears what the write thread says and brings the screens up to date; [`draw`] draws them and collects what
//! is asked for; [`perform`] does it, after drawing. Nothing is computed while drawing.

mod attach;
mod choose;
mod draw;
mod import;
mod logic;
mod offers;
mod palette;
mod perform;
mod start;
mod tell;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::Sender;

pub use self::attach::{Part, Target};
pub use self::choose::{Asked, Chooser, Opener, Question, System};
pub use self::start::{NoWindow, Options, run};
use super::action::{Page, Then};
use super::ctx::Ctx;
use super::dialogs::Dialog;
use super::notice::Notice;
use super::screens::{Clients, Draft, Screen, SettingsPage, Todo};
use crate::clock::Clock;
use crate::domain::attachment::Staged;
use crate::domain::client::ClientId;
use crate::domain::setup::{HOME, Setup};
use crate::domain::usage::Usage;
use crate::files::export::Wanted;
use crate::files::settings::{Folders, Settings};
use crate::format::Format;
use crate::jobs::{Desk, Progress, Request, Standing};
use crate::search::Index;
use crate::store::{Reader, StoreError};
use crate::text::{Language, Text};

/// The window.
pub struct App {
    office: Office,
    settings: Settings,
    /// What is written once a file is chosen for it.
    exporting: Option<Box<Wanted>>,
    /// The import that is being made, to be shown again if it is stopped.
    importing: Option<Box<Dialog>>,
    /// The table that the program was started with, to be read once a book is open.
    to_import: Option<PathBuf>,
    folders: Folders,
    desk: Option<Desk>,
    system: System,
    /// The page of the main menu that is under the screens.
    page: Page,
    /// The client table keeps its query and its place while other screens are on top.
    clients: Clients,
    /// What waits to be done.
    todo: Todo,
    settings_page: SettingsPage,
    /// What is on top of the page; one goes back through them.
    screens: Vec<Screen>,
    dialog: Option<Dialog>,
    notice: Option<(Notice, f64)>,
    drafts: Vec<Draft>,
    /// The clients looked at last, the last one first.
    recent: Vec<ClientId>,
    /// What had the focus when a dialog opened: it has it again afterwards.
    focus_under: Option<egui::Id>,
    /// A dialog was open in the pass before.
    was_busy: bool,
    /// What follows each change that was asked for and not yet answered.
    awaited: BTreeMap<u64, Then>,
    /// Changes made since the window was opened, the last one last.
    undo: Vec<u64>,
    /// What was taken back, and by which change: to be made once more.
    redo: Vec<(u64, u64)>,
    /// Files that were asked for, by number.
    questions: BTreeMap<u64, Question>,
    /// Where files go that are being taken in, by ticket.
    staging: BTreeMap<u64, Target>,
    /// Files that came in while the form of a draft was being saved.
    late: BTreeMap<u64, Vec<Staged>>,
    /// What is to be said of refused files once a change is answered, by its ticket.
    unsaid: BTreeMap<u64, String>,
    last_ticket: u64,
    last_draft: u64,
    /// A backup was asked for by name, not only due: that it is made is said.
    backup_asked: bool,
    /// Long work under way.
    work: Option<Progress>,
    /// What drawing or writing failed with, told on a page of its own.
    broken: Option<String>,
    /// Tells the window's system title when it changes.
    title: String,
    /// Where the desk goes when the window closes: its work goes on behind the closed window.
    leave: Option<Sender<Desk>>,
    /// Times measured since the book was asked for, for the bench.
    opening: Opening,
}

/// What screens are given: words, formats, the clock and the book.
struct Office {
    text: Text,
    format: Format,
    clock: Clock,
    book: Book,
}

impl Office {
    /// What a screen is given while a book is open.
    fn ctx(&self, seconds: f64) -> Option<Ctx<'_>> {
        let Book::Open(book) = &self.book else { return None };
        Some(Ctx {
            text: &self.text,
            format: &self.format,
            clock: &self.clock,
            reader: &book.reader,
            index: book.index.as_ref(),
            revision: book.revision,
            setup: &book.setup,
            seconds,
        })
    }
}

impl OpenBook {
    /// Reads how clients are kept in the book; while it cannot be read, what was read last holds.
    fn read_setup(&mut self, point: char) {
        match self.reader.snapshot().and_then(|snapshot| snapshot.setup(HOME)) {
            Ok(mut setup) => {
                setup.point = point;
                self.setup = setup;
            }
            Err(error) => log::warn!("no setup: {error}"),
        }
    }
}

/// When the parts of opening a book were there, in seconds since the program started.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Opening {
    /// The book was asked for.
    pub asked: f64,
    /// The first rows were drawn.
    pub rows: Option<f64>,
    /// The index stood.
    pub indexed: Option<f64>,
}

/// The book that is open, or why none is.
enum Book {
    /// Being opened.
    Opening { path: PathBuf },
    /// Open.
    Open(Box<OpenBook>),
    /// Could not be opened.
    Closed {
        path: PathBuf,
        error: StoreError,
        /// When to try again by itself, in seconds since the program started: another program has it.
        again: Option<f64>,
    },
}

struct OpenBook {
    path: PathBuf,
    reader: Reader,
    index: Option<Index>,
    revision: u64,
    setup: Setup,
    backed_up: Standing,
    /// How many clients hold what; none until the book was read.
    usage: Option<Usage>,
}

impl App {
    /// A window on a book, with a desk that is already at work. It asks for the book at once.
    pub fn new(
        desk: Desk,
        system: System,
        clock: Clock,
        settings: Settings,
        folders: Folders,
        language: Language,
        book: PathBuf,
    ) -> Self {
        let office = Office {
            text: Text::load(language),
            format: Format::of(language),
            clock,
            book: Book::Opening { path: PathBuf::new() },
        };
        let mut app = Self {
            office,
            settings,
            exporting: None,
            importing: None,
            to_import: None,
            folders,
            desk: Some(desk),
            system,
            page: Page::Clients,
            clients: Clients::default(),
            todo: Todo::default(),
            settings_page: SettingsPage::default(),
            screens: Vec::new(),
            dialog: None,
            notice: None,
            drafts: Vec::new(),
            recent: Vec::new(),
            focus_under: None,
            was_busy: false,
            awaited: BTreeMap::new(),
            undo: Vec::new(),
            redo: Vec::new(),
            questions: BTreeMap::new(),
            staging: BTreeMap::new(),
            late: BTreeMap::new(),
            unsaid: BTreeMap::new(),
            last_ticket: 0,
            last_draft: 0,
            leave: None,
            backup_asked: false,
            work: None,
            broken: None,
            title: String::new(),
            opening: Opening::default(),
        };
        // Before the book: opening it may make the backup of the day.
        app.ask(Request::SecondPlace(app.settings.second_place.clone()));
        app.open(book, true, 0.0);
        // Behind the book: nobody waits for it.
        app.ask(Request::TidyShown(app.folders.opened.clone()));
        app
    }

    /// Asks for a book in place of the one that is open.
    fn open(&mut self, path: PathBuf, make: bool, seconds: f64) {
        self.leave_book();
        self.opening = Opening { asked: seconds, ..Opening::default() };
        self.office.book = Book::Opening { path: path.clone() };
        self.ask(Request::Open { path, make });
    }

    /// Puts away everything that belongs to the book that was open.
    fn leave_book(&mut self) {
        self.keep_drafts();
        self.screens.clear();
        self.dialog = None;
        self.importing = None;
        self.drafts.clear();
        self.recent.clear();
        self.undo.clear();
        self.redo.clear();
        self.awaited.clear();
        self.staging.clear();
        self.late.clear();
        self.unsaid.clear();
        self.clients = Clients::default();
        self.todo = Todo::default();
        self.settings_page = SettingsPage::default();
        self.page = Page::Clients;
    }

    /// Asks the write thread.
    fn ask(&mut self, request: Request) {
        if let Some(desk) = &mut self.desk {
            desk.ask(request);
        }
    }

    /// Asks for a change and remembers what follows it.
    fn ticket(&mut self, then: Then) -> u64 {
        self.last_ticket = self.last_ticket.wrapping_add(1);
        self.awaited.insert(self.last_ticket, then);
        self.last_ticket
    }

    /// The book, if it is open.
    fn open_book(&self) -> Option<&OpenBook> {
        match &self.office.book {
            Book::Open(book) => Some(book),
            Book::Opening { .. } | Book::Closed { .. } => None,
        }
    }

    /// Reads the book that is open.
    pub fn reader(&self) -> Option<&Reader> {
        self.open_book().map(|book| &book.reader)
    }

    /// When the parts of opening the book were there.
    pub fn opening(&self) -> Opening {
        self.opening
    }

    /// Where the desk goes when the window closes.
    fn leave_to(&mut self, leave: Sender<Desk>) {
        self.leave = Some(leave);
    }

    /// The window closes: what was typed is kept. Backup and closing of the book go on behind it.
    pub fn leave(&mut self) {
        self.keep_drafts();
        for request in self.clients.keep_rows() {
            self.ask(request);
        }
        if let Err(error) = self.settings.save(&self.folders.config) {
            log::warn!("settings not saved: {error}");
        }
        match (self.desk.take(), &self.leave) {
            (Some(desk), Some(leave)) => {
                if let Err(error) = leave.send(desk) {
                    error.0.close();
                }
            }
            (Some(desk), None) => desk.close(),
            (None, _) => {}
        }
    }
}
