//! The window without a window: the real app on a book of its own, with a desk that works at once.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use comptoir::clock::Clock;
use comptoir::files::settings::{Folders, Look, Settings};
use comptoir::jobs::Desk;
use comptoir::text::Language;
use comptoir::ui::{App, Asked, System, theme};
use egui_kittest::Harness;

/// The day on which tests take place.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

/// The app in a window of its own, and the folder it lives in.
pub(crate) struct Desktop {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) folder: tempfile::TempDir,
    chosen: Arc<Mutex<Option<PathBuf>>>,
    outside: Arc<Mutex<Outside>>,
}

/// What the window asked the system for.
#[derive(Debug, Default)]
struct Outside {
    /// What the last file dialog showed.
    asked: Option<Asked>,
    /// What was opened by other programs.
    opened: Vec<OsString>,
    /// There is no program for anything.
    helpless: bool,
}

impl Desktop {
    /// French, light, 1280 × 800, on a new book.
    pub(crate) fn new() -> Self {
        Self::with(Language::Fr, [1280.0, 800.0], tempfile::tempdir().unwrap())
    }

    /// On the book in this folder, made if it is not there.
    pub(crate) fn with(language: Language, size: [f32; 2], folder: tempfile::TempDir) -> Self {
        Self::looking(Look::Light, language, size, folder)
    }

    /// The same, light or dark.
    pub(crate) fn looking(look: Look, language: Language, size: [f32; 2], folder: tempfile::TempDir) -> Self {
        let chosen = Arc::new(Mutex::new(None));
        let answer = chosen.clone();
        let outside: Arc<Mutex<Outside>> = Arc::default();
        let (asked, opened) = (outside.clone(), outside.clone());
        let choose = Arc::new(move |about: &Asked| {
            asked.lock().unwrap().asked = Some(about.clone());
            answer.lock().unwrap().take()
        });
        let open = Arc::new(move |what: &OsStr| {
            let mut opened = opened.lock().unwrap();
            if opened.helpless {
                return Err(std::io::Error::other("no program"));
            }
            opened.opened.push(what.to_owned());
            Ok(())
        });
        let system = System { choose, open };
        let clock = Clock::fixed(today());
        let folders = Folders {
            data: folder.path().to_owned(),
            config: folder.path().join("config"),
            opened: folder.path().join("opened"),
        };
        let book = folder.path().join("Essai.comptoir");
        let mut harness = Harness::builder().with_size(size).build_eframe(move |creation| {
            theme::install(&creation.egui_ctx);
            let desk = Desk::inline(clock, language);
            let settings = Settings { look, ..Settings::default() };
            App::new(desk, system, clock, settings, folders, language, book)
        });
        harness.run();
        Self { harness, folder, chosen, outside }
    }

    /// The window's book.
    pub(crate) fn book(&self) -> PathBuf {
        self.folder.path().join("Essai.comptoir")
    }

    /// The file that the next file dialog answers with.
    pub(crate) fn will_choose(&self, path: &Path) {
        *self.chosen.lock().unwrap() = Some(path.to_owned());
    }

    /// What the last file dialog showed.
    pub(crate) fn last_asked(&self) -> Option<Asked> {
        self.outside.lock().unwrap().asked.clone()
    }

    /// What other programs were given to open, in order.
    pub(crate) fn opened_outside(&self) -> Vec<OsString> {
        self.outside.lock().unwrap().opened.clone()
    }

    /// The system has no program for anything.
    pub(crate) fn has_no_programs(&self) {
        self.outside.lock().unwrap().helpless = true;
    }

    /// Closes the window; the folder stays.
    pub(crate) fn close(self) -> tempfile::TempDir {
        let Self { mut harness, folder, .. } = self;
        harness.state_mut().leave();
        drop(harness);
        folder
    }
}
