//! The window without a window: the real app, its passes run and timed, painting apart and accessibility off.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use comptoir::clock::Clock;
use comptoir::files::repairs::Repairs;
use comptoir::files::settings::{Folders, Settings};
use comptoir::files::target::Target;
use comptoir::jobs::{self, Desk, Progress, Request};
use comptoir::store;
use comptoir::text::Language;
use comptoir::ui::{App, System, theme};
use eframe::App as _;
use egui::epaint::Shape;
use egui::{Event, Key, Modifiers, MouseWheelUnit, Rect, TouchPhase, ViewportId, pos2, vec2};
use tempfile::TempDir;

use crate::figure::{Figure, Limit, Times};
use crate::find::QUERIES;
use crate::{import, save};

/// Passes of each kind that are measured.
const PASSES: usize = 500;

/// How often the book is opened, and how many clients are registered.
pub(crate) const TIMES: usize = 20;

/// A frame of a screen that shows sixty a second.
const FRAME: f64 = 1.0 / 60.0;

/// An app and what surrounds it in a window.
struct Headless {
    context: egui::Context,
    app: App,
    frame: eframe::Frame,
    /// Seconds since the app was made, as the passes are told.
    seconds: f64,
    /// Settings of this window, gone with it.
    _folder: TempDir,
}

/// What one pass came to.
struct Pass {
    took: Duration,
    /// When the app wants the next one.
    next: Duration,
    texts: Vec<String>,
}

impl Pass {
    fn shows(&self, text: &str) -> bool {
        self.texts.iter().any(|shown| shown == text)
    }
}

impl Headless {
    fn open(book: &Path, desk: impl FnOnce(egui::Context) -> Desk) -> Self {
        let folder = save::private(Path::new(env!("CARGO_TARGET_TMPDIR")));
        let path = || folder.path().to_owned();
        let folders = Folders { data: path(), config: path(), opened: path().join("opened") };
        let context = egui::Context::default();
        theme::install(&context);
        let desk = desk(context.clone());
        let system = System { choose: Arc::new(|_: &_| None), open: Arc::new(|_: &_| Ok(())) };
        let app = App::new(
            desk,
            system,
            Clock::REAL,
            Settings::default(),
            folders,
            Language::Fr,
            PathBuf::from(book),
        );
        Self { context, app, frame: eframe::Frame::_new_kittest(), seconds: 0.0, _folder: folder }
    }

    /// On a desk that answers at once: for what is drawn once everything is there.
    fn ready(book: &Path) -> Self {
        let mut window = Self::open(book, |_| Desk::inline(Clock::REAL, Language::Fr));
        window.settle();
        window
    }

    fn pass(&mut self, events: Vec<Event>) -> Pass {
        let input = egui::RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, vec2(1280.0, 800.0))),
            time: Some(self.seconds),
            focused: true,
            events,
            ..egui::RawInput::default()
        };
        let Self { context, app, frame, .. } = self;
        let started = Instant::now();
        let output = context.run_ui(input, |ui| {
            app.logic(ui.ctx(), frame);
            app.ui(ui, frame);
        });
        let took = started.elapsed();
        let next = output.viewport_output[&ViewportId::ROOT].repaint_delay;
        let mut texts = Vec::new();
        output.shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut texts));
        output.drop_without_applying_deltas();
        self.seconds += FRAME;
        Pass { took, next, texts }
    }

    /// Until it asks for no further pass at once.
    fn settle(&mut self) -> Pass {
        for _ in 0..600 {
            let pass = self.pass(vec![]);
            if pass.next > Duration::ZERO {
                return pass;
            }
        }
        panic!("the window does not come to rest");
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) -> Pass {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
        self.pass(vec![event(true), event(false)])
    }

    fn wheel(&mut self, points: f32) -> Pass {
        let pos = pos2(700.0, 450.0);
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, points),
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        };
        self.pass(vec![Event::PointerMoved(pos), wheel])
    }

    /// How many passes it asks for by itself in that time.
    fn passes_in(&mut self, seconds: f64) -> usize {
        let end = self.seconds + seconds;
        let mut passes = 0;
        loop {
            let began = self.seconds;
            let next = began + self.pass(vec![]).next.as_secs_f64().max(FRAME);
            if next > end {
                self.seconds = end;
                return passes;
            }
            self.seconds = next;
            passes += 1;
        }
    }
}

fn collect(shape: &Shape, texts: &mut Vec<String>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, texts)),
        Shape::Text(text) => texts.push(text.galley.text().to_owned()),
        _ => {}
    }
}

/// A letter typed into the palette: the whole pass, in which it finds actions and clients and draws both them and the page behind.
pub(crate) fn palette(book: &Path, clients: usize) -> Figure {
    let mut window = Headless::ready(book);
    window.key(Modifiers::COMMAND, Key::K);
    window.settle();
    let mut ours = Times::default();
    for query in QUERIES.lines() {
        window.key(Modifiers::COMMAND, Key::A);
        for letter in query.chars() {
            ours.push(window.pass(vec![Event::Text(letter.to_string())]).took);
        }
        let create = format!("Créer «\u{a0}{}\u{a0}»", query.trim());
        assert!(window.settle().shows(&create), "the palette has looked for {query:?}");
    }
    let limit = Limit::P99(Duration::from_millis(5));
    Figure { name: "palette_keystroke", clients, ours, peer: None, rows_equal: None, limit }
}

/// The table at rest and while it scrolls, at its first rows and at its last.
pub(crate) fn table(book: &Path, clients: usize) -> Vec<Figure> {
    let mut window = Headless::ready(book);
    let figure = |name, ours| {
        let limit = Limit::P99(Duration::from_micros(500));
        Figure { name, clients, ours, peer: None, rows_equal: None, limit }
    };
    let first = window.settle().texts;
    let still_first = still(&mut window);
    let scrolling_first = scrolling(&mut window, -40.0);
    // Further than the table is long: it stops at its end.
    window.wheel(-1e9);
    let last = window.settle().texts;
    assert_ne!(first, last, "the last rows are not the first");
    let still_last = still(&mut window);
    (0..PASSES).for_each(|_| drop(window.wheel(40.0)));
    window.settle();
    let scrolling_last = scrolling(&mut window, -40.0);
    assert_eq!(window.settle().texts, last, "scrolling ended at the last row");
    vec![
        figure("table_still_first", still_first),
        figure("table_scrolling_first", scrolling_first),
        figure("table_still_last", still_last),
        figure("table_scrolling_last", scrolling_last),
    ]
}

fn still(window: &mut Headless) -> Times {
    let mut times = Times::default();
    (0..PASSES).for_each(|_| times.push(window.pass(vec![]).took));
    times
}

fn scrolling(window: &mut Headless, points: f32) -> Times {
    let mut times = Times::default();
    (0..PASSES).for_each(|_| times.push(window.wheel(points).took));
    times
}

/// A file in the import dialog: a frame at rest and while its rows scroll, and the plan that follows a change of the mapping.
pub(crate) fn importing(folder: &Path, rows: usize) -> Vec<Figure> {
    let (book, file) = (folder.join("importing.comptoir"), folder.join("rows.csv"));
    drop(store::create(&book).expect("a new book"));
    import::write(&file, rows);
    let mut window = Headless::ready(&book);
    window.app.import_once_open(file.clone());
    assert!(window.settle().shows("Importer des clients"), "the dialog is open");
    let still = still(&mut window);
    let first = window.settle().texts;
    let scrolling = scrolling(&mut window, -40.0);
    assert_ne!(first, window.settle().texts, "the rows scrolled");
    window.app.leave();
    let figure =
        |name, ours, limit| Figure { name, clients: rows, ours, peer: None, rows_equal: None, limit };
    let frame = || Limit::P99(Duration::from_millis(2));
    vec![
        figure("import_still", still, frame()),
        figure("import_scrolling", scrolling, frame()),
        figure(
            "import_replan",
            replan(&folder.join("replan.comptoir"), file),
            Limit::P50(Duration::from_secs(1)),
        ),
    ]
}

/// The plan after a column has become another thing, by the job that makes it.
fn replan(book: &Path, file: PathBuf) -> Times {
    let mut desk = Desk::inline(Clock::REAL, Language::Fr);
    desk.ask(Request::Open { path: book.to_owned(), make: true });
    desk.ask(Request::ReadSource { path: file, progress: Progress::default() });
    let mut events = std::iter::from_fn(|| desk.event());
    let read = events
        .find_map(|event| if let jobs::Event::SourceRead { read, .. } = event { Some(read) } else { None });
    let read = read.expect("an answer").expect("a table");
    let (source, mut mapping) = (read.source, read.mappings[0].clone());
    let last = mapping.columns().len() - 1;
    let mut times = Times::default();
    for target in [Some(Target::Nothing), None].into_iter().cycle().take(TIMES) {
        mapping.set(last, target);
        let request = Request::Plan {
            ticket: 0,
            source: Arc::clone(&source),
            sheet: 0,
            mapping: Box::new(mapping.clone()),
            repairs: Repairs::default(),
            progress: Progress::default(),
        };
        times.measure(|| desk.ask(request));
        let planned = desk.event();
        assert!(
            matches!(&planned, Some(jobs::Event::RowsPlanned { plan: Ok(plan), .. }) if plan.added > 0),
            "{planned:?}"
        );
    }
    desk.close();
    times
}

/// From asking for the book to the first frame with rows, and to the whole index.
pub(crate) fn opening(book: &Path, clients: usize) -> Vec<Figure> {
    let (mut rows, mut indexed) = (Times::default(), Times::default());
    // The rows shown last are kept when the window is closed.
    Headless::ready(book).app.leave();
    for _ in 0..TIMES {
        let (seen_rows, seen_index) = open(book);
        rows.push(seen_rows);
        indexed.push(seen_index);
    }
    let figure = |name, ours, most| {
        let limit = Limit::P50(Duration::from_millis(most));
        Figure { name, clients, ours, peer: None, rows_equal: None, limit }
    };
    vec![figure("window_rows", rows, 100), figure("window_index", indexed, 500)]
}

/// Opens a book: when the first rows were seen, and the whole index.
pub(crate) fn open(book: &Path) -> (Duration, Duration) {
    let asked = Instant::now();
    let (wake, woken) = std::sync::mpsc::channel();
    let mut window = Headless::open(book, |_| {
        let wake = move || wake.send(()).expect("the window listens");
        Desk::start(Clock::REAL, Language::Fr, wake).expect("the write thread")
    });
    let (mut seen_rows, mut seen_index) = (None, None);
    while seen_rows.is_none() || seen_index.is_none() {
        assert!(asked.elapsed() < Duration::from_mins(1), "the book is never there");
        window.seconds = asked.elapsed().as_secs_f64();
        window.pass(vec![]);
        let opening = window.app.opening();
        // Counted when the pass that shows it has ended.
        if opening.rows.is_some() {
            seen_rows.get_or_insert_with(|| asked.elapsed());
        }
        if opening.indexed.is_some() {
            seen_index.get_or_insert_with(|| asked.elapsed());
        }
        // Told at once, or a frame later.
        woken.recv_timeout(Duration::from_secs_f64(FRAME)).ok();
    }
    window.app.leave();
    (seen_rows.expect("rows"), seen_index.expect("an index"))
}

/// Opens the profile of the client of this name, again and again: until the window is at rest and shows this on it.
pub(crate) fn profile(book: &Path, name: &str, shown: &str) -> Times {
    let mut window = Headless::ready(book);
    window.key(Modifiers::COMMAND, Key::F);
    window.settle();
    window.pass(vec![Event::Text(name.to_owned())]);
    window.settle();
    window.key(Modifiers::NONE, Key::ArrowDown);
    window.settle();
    let mut times = Times::default();
    for _ in 0..PASSES / 5 {
        let mut took = window.key(Modifiers::NONE, Key::Enter).took;
        let shows = loop {
            let pass = window.pass(vec![]);
            took += pass.took;
            if pass.next > Duration::ZERO {
                break pass;
            }
        };
        assert!(shows.shows(shown), "{:?}", shows.texts);
        times.push(took);
        window.key(Modifiers::NONE, Key::Escape);
        assert!(!window.settle().shows(shown), "back in the table");
    }
    times
}

/// What a save takes of the window's thread: what the two passes in which it is asked for and in which its receipt is heard
/// take longer than the same page at rest.
pub(crate) fn save(book: &Path, clients: usize) -> Figure {
    let folder = save::private(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let book = save::copy(book, folder.path(), "window");
    let (wake, woken) = std::sync::mpsc::channel();
    let mut window = Headless::open(&book, |_| {
        let wake = move || wake.send(()).expect("the window listens");
        Desk::start(Clock::REAL, Language::Fr, wake).expect("the write thread")
    });
    while window.app.opening().indexed.is_none() {
        window.pass(vec![]);
        woken.recv_timeout(Duration::from_secs(30)).ok();
    }
    let mut ours = Times::default();
    for n in 0..TIMES {
        let name = format!("Menuiserie Hélard {n}");
        window.key(Modifiers::COMMAND, Key::N);
        window.settle();
        window.pass(vec![Event::Text(name.clone())]);
        window.key(Modifiers::COMMAND, Key::Enter);
        assert!(window.settle().shows("Récapitulatif"), "the summary is open");
        let summary = window.pass(vec![]).took;
        let mut pass = window.key(Modifiers::COMMAND, Key::Enter);
        let (asked, mut heard) = (pass.took, Duration::ZERO);
        let began = Instant::now();
        while pass.shows("Récapitulatif") {
            assert!(
                began.elapsed() < Duration::from_mins(1),
                "the write thread does not answer: {:?}",
                pass.texts
            );
            // Woken by the answer, or when the window wants to draw.
            woken.recv_timeout(pass.next.min(Duration::from_secs(1))).ok();
            pass = window.pass(vec![]);
            heard = heard.max(pass.took);
        }
        let told = window.settle();
        let rest = window.pass(vec![]).took;
        ours.push(asked.saturating_sub(summary) + heard.saturating_sub(rest));
        assert!(told.shows(&format!("{name} est enregistré")), "the save is told");
    }
    window.app.leave();
    let limit = Limit::P50(Duration::from_millis(1));
    Figure { name: "save_window", clients, ours, peer: None, rows_equal: None, limit }
}

/// How many frames nobody asked for: in ten seconds with no field in use, and in ten with the cursor in one that no key has
/// reached for thirty.
pub(crate) fn idle(book: &Path) -> [(&'static str, usize); 2] {
    let mut window = Headless::ready(book);
    // What was said at opening has gone.
    window.passes_in(60.0);
    let idle = window.passes_in(10.0);
    window.key(Modifiers::COMMAND, Key::N);
    window.settle();
    let blinks = window.passes_in(10.0);
    // Twice a second, and once more when egui is woken a moment early.
    assert!((1..=40).contains(&blinks), "a blink is no more than four frames a second, not {blinks} in ten");
    window.passes_in(21.0);
    [("idle_frames", idle), ("idle_frames_in_field", window.passes_in(10.0))]
}
