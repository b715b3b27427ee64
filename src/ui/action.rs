//! What a screen asks for. It draws and returns these; the app performs them after drawing.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::dialogs::Dialog;
use super::icons;
use super::notice::Notice;
use crate::domain::client::ClientId;
use crate::domain::command::{Command, NoteCommand};
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::place::Place;
use crate::files::csv::Apart;
use crate::files::export::Wanted;
use crate::files::settings::{Look, ReviewHabit};
use crate::search::{Filter, View};
use crate::text::{Language, Text};

/// What one pass asked for, in order: two events can fall in one frame.
pub type Actions = Vec<Action>;

/// A page that the left bar leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// The client table.
    Clients,
    /// Invoices.
    Invoices,
    /// Expenses.
    Expenses,
    /// Products and services.
    Products,
    /// Reports.
    Reports,
    /// Settings.
    Settings,
    /// What waits to be done: at the foot of the bar.
    Todo,
}

impl Page {
    /// Every page of the main menu, in its order.
    pub const ALL: [Self; 6] =
        [Self::Clients, Self::Invoices, Self::Expenses, Self::Products, Self::Reports, Self::Settings];

    /// Its sign.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Clients => icons::USERS,
            Self::Invoices => icons::FILE_TEXT,
            Self::Expenses => icons::CREDIT_CARD,
            Self::Products => icons::CUBE,
            Self::Reports => icons::CHART_BAR,
            Self::Settings => icons::GEAR_SIX,
            Self::Todo => icons::CHECK,
        }
    }
}

/// A section of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SettingsSection {
    /// What is everybody's.
    #[default]
    General,
    /// How the record is kept.
    Record,
    /// Categories.
    Categories,
    /// Custom fields.
    Fields,
    /// The imports that were made.
    Imports,
}

impl SettingsSection {
    /// Every section, in order.
    pub const ALL: [Self; 5] = [Self::General, Self::Record, Self::Categories, Self::Fields, Self::Imports];

    /// Its words.
    pub fn name(self, text: &Text) -> &str {
        text.get(match self {
            Self::General => "settings-general",
            Self::Record => "settings-record",
            Self::Categories => "settings-categories",
            Self::Fields => "settings-custom",
            Self::Imports => "settings-imports",
        })
    }
}

/// A form to open.
#[derive(Clone, Debug, PartialEq)]
pub enum FormOf {
    /// A new client, with this typed into the name (or phone, or e-mail, if that is what it is).
    New(String),
    /// An existing client.
    Existing(ClientId),
    /// A draft, by its number.
    Draft(u64),
}

/// What follows once a command is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Say what was done.
    Tell,
    /// A client was registered or changed from the form of this draft: back to where one came from.
    Close(u64),
    /// A client was registered from the form of this draft: an empty form.
    New(u64),
    /// The client shown is gone: back to where one came from.
    Leave(ClientId),
    /// A note was written in the note box of this client: the box is empty again.
    Noted(ClientId),
    /// A change was taken back or made once more: the next is asked for only now.
    Undone,
    /// A file was brought in, watched by whoever waits: say what was done.
    Imported,
}

impl Then {
    /// The draft whose form was saved, if one was.
    pub fn draft(self) -> Option<u64> {
        match self {
            Self::Close(draft) | Self::New(draft) => Some(draft),
            Self::Tell | Self::Leave(_) | Self::Noted(_) | Self::Undone | Self::Imported => None,
        }
    }
}

/// A change of what is typed, other than typing.
#[derive(Clone, Debug, PartialEq)]
pub enum Typing {
    /// Another value in place of a doubted one.
    Correct(Place, String),
    /// A likely typo kept on purpose.
    Keep(Place),
    /// A starred field that the client does not wish to give, or does after all.
    Decline(Field, bool),
    /// A likely duplicate is another client.
    Distinguish(ClientId),
}

/// What a file is to be attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttachTo {
    /// The form that is open.
    Form,
    /// A client.
    Client(ClientId),
    /// A note of a client.
    Note(ClientId, u64),
    /// The note that is being written about a client.
    NewNote(ClientId),
    /// The answer of a client that is being recorded.
    Consent(ClientId),
}

/// Something asked for.
#[derive(Debug)]
pub enum Action {
    /// Show a page of the main menu.
    Go(Page),
    /// Show the clients that these filters admit.
    Filter(Filter),
    /// Show the clients of a saved view, by its id ([`Clients::views`](super::screens::Clients::views)).
    View(u64),
    /// Throw a saved view away.
    DropView(u64),
    /// Make a saved view again what it was.
    PutBack(Box<View>),
    /// Show a client.
    Show(ClientId),
    /// Open a form.
    Form(FormOf),
    /// Back to where one came from.
    Back,
    /// Put the cursor into the search.
    Search,
    /// Put the cursor into the note box of the client shown.
    Note,
    /// Save what the form holds; then close it, or open an empty one.
    Save {
        /// An empty form afterwards.
        and_new: bool,
    },
    /// Open a dialog.
    Open(Box<Dialog>),
    /// Close the dialog.
    CloseDialog,
    /// Close the review and put the cursor into this field.
    Correct(Place),
    /// Change what is typed into the form.
    Typed(Typing),
    /// Change the books.
    Run(Box<Command>, Then),
    /// Take the last change back.
    Undo,
    /// Take back one change, by its audit number.
    UndoEntry(u64),
    /// Make the last change taken back once more.
    Redo,
    /// Throw a draft away.
    DropDraft(u64),
    /// Say something.
    Tell(Notice),
    /// Say this, too, of what was just done.
    Add(String),
    /// Say no more.
    Silence,
    /// Keep something beside the books, or forget it.
    Keep(String, Option<Vec<u8>>),
    /// Put a text on the clipboard.
    Copy(String),
    /// Attach files.
    Attach {
        /// To what.
        to: AttachTo,
        /// Which.
        paths: Vec<PathBuf>,
    },
    /// Choose files, then attach them.
    ChooseAttachment(AttachTo),
    /// Open an attachment with the program that the system has for it.
    OpenAttachment(u64),
    /// Choose a name, then save an attachment under it.
    SaveAttachment(u64),
    /// Open a link with the program that the system has for it.
    OpenLink(String),
    /// Choose a file, then show what importing it would do.
    Import,
    /// Choose what of the table is exported.
    Export,
    /// Choose how these clients are exported, in this order.
    ExportClients(Vec<ClientId>),
    /// Choose a name, then export this.
    ExportTo(Box<Wanted>),
    /// Set the cells of tables apart so.
    SetApart(Apart),
    /// Find an action or a client.
    Palette,
    /// Show the shortcuts.
    Shortcuts,
    /// Have the rows of the import that is shown planned as it stands now.
    PlanImport,
    /// Show a section of the settings.
    Settings(SettingsSection),
    /// Make the changes of the import that is shown.
    ConfirmImport,
    /// Stop the long work that is under way.
    Stop,
    /// Choose a book and open it.
    OpenBook,
    /// Open a book that was opened before.
    OpenRecent(PathBuf),
    /// Forget that a book was opened before; the book stays where it is.
    ForgetRecent(PathBuf),
    /// Choose a name and make a new book.
    NewBook,
    /// Open the example book.
    Example,
    /// Try to open the book again.
    Reopen,
    /// Make a backup now.
    Backup,
    /// Choose a backup to restore.
    ChooseRestore,
    /// Put a backup in the place of the book.
    Restore(PathBuf),
    /// Save a copy of what is open under a name to choose.
    SaveCopy,
    /// Speak a language.
    Speak(Language),
    /// Look light, dark or as the system says.
    Look(Look),
    /// Show the rows of the table close to each other, or not.
    Compact(bool),
    /// Review changes at these times.
    Review(ReviewHabit),
    /// Choose a folder that each backup is copied to as well.
    ChooseSecondPlace,
    /// Copy backups to no other folder any more.
    ForgetSecondPlace,
}

impl Action {
    /// Asks that a note remind of another day, or of none any more.
    pub fn remind(note: &Note, day: Option<NaiveDate>) -> Self {
        let after = Note { remind: day, ..note.clone() };
        let command = NoteCommand::Change { before: note.clone(), after };
        Self::Run(Box::new(Command::Note(command)), Then::Tell)
    }
}
