//! The window without a window: the real app on a book of its own, with a desk that works at once.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;
use comptoir::clock::Clock;
use comptoir::files::settings::{Folders, Look, Settings};
use comptoir::jobs::Desk;
use comptoir::text::Language;
use comptoir::ui::{App, Asked, Chooser, theme};
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
        let chooser: Chooser = Arc::new(move |_: &Asked| answer.lock().unwrap().take());
        let clock = Clock::fixed(today());
        let folders = Folders { data: folder.path().to_owned(), config: folder.path().join("config") };
        let book = folder.path().join("Essai.comptoir");
        let mut harness = Harness::builder().with_size(size).build_eframe(move |creation| {
            theme::install(&creation.egui_ctx);
            let desk = Desk::inline(clock, language);
            let settings = Settings { look, ..Settings::default() };
            App::new(desk, chooser, clock, settings, folders, language, book)
        });
        harness.run();
        Self { harness, folder, chosen }
    }

    /// The window's book.
    pub(crate) fn book(&self) -> PathBuf {
        self.folder.path().join("Essai.comptoir")
    }

    /// The file that the next file dialog answers with.
    pub(crate) fn will_choose(&self, path: &Path) {
        *self.chosen.lock().unwrap() = Some(path.to_owned());
    }

    /// Closes the window; the folder stays.
    pub(crate) fn close(self) -> tempfile::TempDir {
        let Self { mut harness, folder, .. } = self;
        harness.state_mut().leave();
        drop(harness);
        folder
    }
}
