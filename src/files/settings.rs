//! What the program remembers about its window, outside any book: one small file in the config folder.
//!
//! Losing it loses a convenience, never work: a file that cannot be read counts as none.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::csv::Apart;

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// When the summary is shown before a client is changed in the form; a new one is always reviewed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewHabit {
    /// Only when there is something to check.
    #[default]
    WhenNeeded,
    /// Always.
    Always,
}

/// What the window remembers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language chosen by the user: `fr`, `en`, `es`; none means the system's.
    pub language: Option<String>,
    /// Theme chosen by the user.
    pub look: Look,
    /// Lower rows in tables: more of them show at once.
    pub compact: bool,
    /// Zoom of the window; 1 if none was chosen.
    pub zoom: Option<f32>,
    /// Inner size of the window, in points.
    pub size: Option<[f32; 2]>,
    /// Whether the window filled the screen.
    pub maximized: bool,
    /// The book opened last.
    pub book: Option<PathBuf>,
    /// What sets the cells of tables apart that are written; none means as the language has it.
    pub apart: Option<Apart>,
    /// The folder a file was last chosen in.
    pub folder: Option<PathBuf>,
    /// When a change is reviewed.
    pub review: ReviewHabit,
    /// Books that were opened, the last one first; at most [`RECENT`](Self::RECENT).
    pub recent: Vec<PathBuf>,
    /// A folder that each backup is copied to as well, as on a stick.
    pub second_place: Option<PathBuf>,
}

/// Where the user's files are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// Books, unless chosen otherwise.
    pub data: PathBuf,
    /// The settings file.
    pub config: PathBuf,
    /// Files of the book while another program shows them.
    pub opened: PathBuf,
}

impl Folders {
    /// The user's folders; none where the system names no home.
    pub fn of_user() -> Option<Self> {
        let dirs = directories::ProjectDirs::from("", "", "comptoir")?;
        // What goes when the user logs out, where there is such a folder.
        let passing = dirs.runtime_dir().unwrap_or_else(|| dirs.cache_dir());
        Some(Self {
            data: dirs.data_dir().to_owned(),
            config: dirs.config_dir().to_owned(),
            opened: passing.join("opened"),
        })
    }

    /// The book to open when none is named: the last one, or the first.
    pub fn book(&self, settings: &Settings) -> PathBuf {
        match &settings.book {
            Some(book) if book.exists() => book.clone(),
            _ => self.data.join("Mon activité.comptoir"),
        }
    }

    /// The book that *Try with an example* opens.
    pub fn example(&self) -> PathBuf {
        self.data.join("Exemple.comptoir")
    }
}

impl Settings {
    const FILE: &'static str = "settings.json";
    /// So many books that were opened are remembered.
    pub const RECENT: usize = 8;

    /// Takes note of a book that was opened: it is the last one, and stands first among the recent ones.
    pub fn opened(&mut self, book: PathBuf) {
        self.recent.retain(|other| *other != book);
        self.recent.insert(0, book.clone());
        self.recent.truncate(Self::RECENT);
        self.book = Some(book);
    }

    /// Reads the settings; a missing or damaged file gives the defaults.
    pub fn load(folder: &Path) -> Self {
        std::fs::read(folder.join(Self::FILE))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the settings, the folder too.
    pub fn save(&self, folder: &Path) -> std::io::Result<()> {
        let bytes = serde_json::to_vec_pretty(self)?;
        std::fs::create_dir_all(folder)?;
        super::replace::write(&folder.join(Self::FILE), |out| out.write_all(&bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_a_damaged_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep");
        assert_eq!(Settings::load(&path), Settings::default());
        let settings = Settings {
            language: Some("en".into()),
            look: Look::Dark,
            compact: true,
            size: Some([1024.0, 700.0]),
            ..Settings::default()
        };
        settings.save(&path).unwrap();
        assert_eq!(Settings::load(&path), settings);
        super::super::replace::write(&path.join(Settings::FILE), |out| out.write_all(b"{")).unwrap();
        assert_eq!(Settings::load(&path), Settings::default());
    }

    #[test]
    fn eight_books_are_remembered_the_last_first_and_none_twice() {
        let book = |number: usize| PathBuf::from(format!("{number}.comptoir"));
        let mut settings = Settings::default();
        for number in 0..10 {
            settings.opened(book(number));
        }
        assert_eq!(settings.recent, (2..10).rev().map(book).collect::<Vec<_>>());
        settings.opened(book(5));
        assert_eq!((settings.recent.first(), settings.recent.len()), (Some(&book(5)), 8));
        assert_eq!((settings.recent.last(), settings.book), (Some(&book(2)), Some(book(5))));
    }

    #[test]
    fn settings_of_an_earlier_program_are_read() {
        let old: Settings = serde_json::from_str(r#"{"language":"fr","look":"dark"}"#).unwrap();
        assert_eq!(old, Settings { language: Some("fr".into()), look: Look::Dark, ..Settings::default() });
    }

    #[test]
    fn the_last_book_is_opened_while_it_exists() {
        let folder = tempfile::tempdir().unwrap();
        let path = || folder.path().into();
        let folders = Folders { data: path(), config: path(), opened: path() };
        let gone = Settings { book: Some(folder.path().join("gone.comptoir")), ..Settings::default() };
        assert_eq!(folders.book(&gone), folder.path().join("Mon activité.comptoir"));
        let here = Settings { book: Some(folder.path().into()), ..Settings::default() };
        assert_eq!(folders.book(&here), folder.path());
    }
}
