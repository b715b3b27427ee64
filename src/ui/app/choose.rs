//! What the system is asked for: its file dialog, and to open a file or an address. The one place, behind functions that tests
//! replace.

use std::ffi::OsStr;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::attach::Target;
use crate::files::export::Form;

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A file to import.
    Import,
    /// Where to export to, in this form.
    Export(Form),
    /// A book to open.
    OpenBook,
    /// Where to make a new book.
    NewBook,
    /// A backup to restore.
    Restore,
    /// Where to save a copy.
    SaveCopy,
    /// A folder that backups are copied to as well.
    SecondPlace,
    /// A file to attach.
    Attach(Target),
    /// Where to save an attachment.
    SaveAttachment(u64),
}

/// What the dialog shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What the file is for.
    pub question: Question,
    /// Title of the dialog.
    pub title: String,
    /// Name of the kind of file.
    pub kind: String,
    /// Where it begins.
    pub folder: Option<PathBuf>,
    /// The name proposed for a new file.
    pub name: String,
}

/// Asks the user for a file; none if they do not wish to choose.
pub type Chooser = Arc<dyn Fn(&Asked) -> Option<PathBuf> + Send + Sync>;

/// Has the system open a file or an address with the program that it has for it. Does not wait for that program.
pub type Opener = Arc<dyn Fn(&OsStr) -> io::Result<()> + Send + Sync>;

/// What the system is asked for.
#[derive(Clone)]
pub struct System {
    /// Asks for a file.
    pub choose: Chooser,
    /// Opens a file or an address.
    pub open: Opener,
}

impl System {
    /// The one there is.
    pub fn real() -> Self {
        Self { choose: by_dialog(), open: Arc::new(|what| opener::open(what).map_err(io::Error::other)) }
    }
}

/// Asks by the system's own dialog. Blocks until it is answered: to be called off the window's thread.
fn by_dialog() -> Chooser {
    Arc::new(|asked| {
        let endings: &[&str] = match asked.question {
            Question::Import => &["csv", "xlsx", "json", "tsv", "txt"],
            Question::Export(form) => &[form.ending()],
            Question::OpenBook | Question::NewBook | Question::Restore | Question::SaveCopy => &["comptoir"],
            // Any file.
            Question::Attach(_) | Question::SaveAttachment(_) | Question::SecondPlace => &[],
        };
        let mut dialog = rfd::FileDialog::new().set_title(&asked.title);
        if !endings.is_empty() {
            dialog = dialog.add_filter(&asked.kind, endings);
        }
        if let Some(folder) = &asked.folder {
            dialog = dialog.set_directory(folder);
        }
        match asked.question {
            Question::SecondPlace => dialog.pick_folder(),
            Question::Import | Question::OpenBook | Question::Restore | Question::Attach(_) => {
                dialog.pick_file()
            }
            Question::Export(_) | Question::NewBook | Question::SaveCopy | Question::SaveAttachment(_) => {
                dialog.set_file_name(&asked.name).save_file()
            }
        }
    })
}
