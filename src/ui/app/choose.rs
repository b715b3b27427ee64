//! Choosing a file: the one place that opens the system's file dialog, behind a function that tests replace.

use std::path::PathBuf;
use std::sync::Arc;

/// What a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A file to import.
    Import,
    /// Where to export to.
    Export,
    /// A book to open.
    OpenBook,
    /// Where to make a new book.
    NewBook,
    /// A backup to restore.
    Restore,
    /// Where to save a copy.
    SaveCopy,
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

/// Asks by the system's own dialog. Blocks until it is answered: to be called off the window's thread.
pub fn by_dialog() -> Chooser {
    Arc::new(|asked| {
        let endings: &[&str] = match asked.question {
            Question::Import => &["csv", "tsv", "txt"],
            Question::Export => &["csv", "json"],
            Question::OpenBook | Question::NewBook | Question::Restore | Question::SaveCopy => &["comptoir"],
        };
        let mut dialog = rfd::FileDialog::new().set_title(&asked.title).add_filter(&asked.kind, endings);
        if let Some(folder) = &asked.folder {
            dialog = dialog.set_directory(folder);
        }
        match asked.question {
            Question::Import | Question::OpenBook | Question::Restore => dialog.pick_file(),
            Question::Export | Question::NewBook | Question::SaveCopy => {
                dialog.set_file_name(&asked.name).save_file()
            }
        }
    })
}
