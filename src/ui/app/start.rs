//! Opens the window, and finishes the work once it is closed.

use std::path::PathBuf;
use std::sync::{Arc, mpsc};

use super::{App, System};
use crate::clock::Clock;
use crate::files::settings::{Folders, Look, Settings};
use crate::jobs::Desk;
use crate::text::Language;
use crate::ui::theme;

/// What the window is opened with; what is not given is remembered, or has a good default.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The book.
    pub book: Option<PathBuf>,
    /// The language.
    pub language: Option<Language>,
    /// The theme.
    pub look: Option<Look>,
    /// The clock.
    pub clock: Clock,
    /// A table to be imported, shown as soon as the book is open.
    pub table: Option<PathBuf>,
}

/// Why no window could be opened.
#[derive(Debug, thiserror::Error)]
pub enum NoWindow {
    /// The system names no home folder.
    #[error("no home folder")]
    NoHome,
    /// No thread could be started.
    #[error(transparent)]
    Thread(#[from] std::io::Error),
    /// There is no display, or it cannot draw.
    #[error("{0}")]
    Display(String),
}

/// Opens the window and returns when it is closed and everything is safe on disk.
pub fn run(options: Options) -> Result<(), NoWindow> {
    let folders = Folders::of_user().ok_or(NoWindow::NoHome)?;
    let mut settings = Settings::load(&folders.config);
    let language = options
        .language
        .or_else(|| settings.language.as_deref()?.parse().ok())
        .unwrap_or_else(Language::of_system);
    if let Some(look) = options.look {
        settings.look = look;
    }
    let book = options.book.unwrap_or_else(|| folders.book(&settings));
    let (leave, left) = mpsc::channel();
    let native = native_options(&settings);
    let clock = options.clock;
    let shown = eframe::run_native(
        "comptoir",
        native,
        Box::new(move |creation| {
            let egui = creation.egui_ctx.clone();
            theme::install(&egui);
            if let Some(zoom) = settings.zoom {
                egui.set_zoom_factor(zoom);
            }
            let desk = Desk::start(clock, language, move || egui.request_repaint())?;
            let mut app = App::new(desk, System::real(), clock, settings, folders, language, book);
            app.leave_to(leave);
            if let Some(table) = options.table {
                app.import_once_open(table);
            }
            Ok(Box::new(app))
        }),
    );
    // The window is gone; what was asked for is finished, and the book backed up.
    for desk in left.try_iter() {
        let desk: Desk = desk;
        desk.close();
    }
    shown.map_err(|error| NoWindow::Display(error.to_string()))
}

fn native_options(settings: &Settings) -> eframe::NativeOptions {
    let [width, height] = settings.size.unwrap_or([1280.0, 800.0]);
    let mut viewport = egui::ViewportBuilder::default()
        .with_app_id("comptoir")
        .with_inner_size([width, height])
        .with_min_inner_size([760.0, 520.0])
        .with_maximized(settings.maximized);
    match eframe::icon_data::from_png_bytes(include_bytes!("../../../assets/icons/comptoir-256.png")) {
        Ok(icon) => viewport = viewport.with_icon(Arc::new(icon)),
        Err(error) => log::warn!("no icon: {error}"),
    }
    eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() }
}
