//! A user's desk: a display, a home folder that holds nothing yet, and the program started in them.

use std::ffi::OsStr;
use std::fs::{File, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::display::Display;
use super::driver::Window;

/// Where pictures of failures and the program's own words go.
pub(crate) fn pictures() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// The desk of somebody who has never started the program.
pub(crate) struct Desk {
    display: Display,
    home: TempDir,
    program: PathBuf,
}

impl Desk {
    /// The program built for tests, which carries `inspection`, on a screen of 1280×800.
    pub(crate) fn new() -> Self {
        Self::sized(1280, 800)
    }

    /// The same on a screen of another size.
    pub(crate) fn sized(width: u32, height: u32) -> Self {
        Self::with(PathBuf::from(env!("CARGO_BIN_EXE_comptoir")), width, height)
    }

    /// Another build of the program.
    pub(crate) fn with(program: PathBuf, width: u32, height: u32) -> Self {
        let home = tempfile::Builder::new().prefix("comptoir-window-").tempdir().expect("a home folder");
        put_file_dialog(home.path());
        Self { display: Display::start(width, height), home, program }
    }

    /// Its display.
    pub(crate) fn display(&self) -> &Display {
        &self.display
    }

    /// Its home folder.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// The program with this home and these arguments.
    fn program(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(&self.program);
        command.args(arguments);
        command
    }

    /// A command with this home, and no language but the one that the caller names.
    fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = self.display.command(program);
        for variable in ["LC_ALL", "LC_MESSAGES", "LANGUAGE"] {
            command.env_remove(variable);
        }
        // No desktop of the tester's answers in our place.
        command
            .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", self.home().join("no-bus").display()));
        let found = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.home().join("bin")).chain(std::env::split_paths(&found));
        command.env("PATH", std::env::join_paths(folders).expect("folders without a colon"));
        for (variable, folder) in
            [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")]
        {
            command.env(variable, self.home().join(folder));
        }
        command.env("HOME", self.home()).env("LANG", "C.UTF-8").env("LIBGL_ALWAYS_SOFTWARE", "1");
        command
    }

    /// The next file dialogs will be answered with this file.
    pub(crate) fn will_choose(&self, file: &Path) {
        let answer = file.to_str().expect("a path that is text");
        std::fs::write(self.home().join("chosen"), answer).expect("the answer is written");
    }

    /// `check --full` finds nothing wrong with the book.
    #[track_caller]
    pub(crate) fn check(&self, book: &[&str]) {
        let said = self.verb(&[&["check", "--full"], book].concat());
        assert!(said.status.success(), "check --full: {}", String::from_utf8_lossy(&said.stdout));
    }

    /// Fills a new book with so many plausible clients, by the release program.
    pub(crate) fn demo(&self, clients: usize, book: &Path) {
        let mut command = self.command(release());
        command.args(["demo", "--seed", "7", "--today", "2026-11-24", "--clients", &clients.to_string()]);
        let made = command.arg("--book").arg(book).output().expect("the program starts");
        assert!(made.status.success(), "demo: {}", String::from_utf8_lossy(&made.stderr));
    }

    /// Runs a verb to its end; a verb that opens a window instead would never end, and is stopped.
    pub(crate) fn verb(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = self.command("timeout");
        command.arg("60").arg(&self.program).args(arguments).output().expect("the program starts")
    }

    /// What `clients --json` lists; the book must not be open in a window.
    pub(crate) fn clients(&self) -> Vec<serde_json::Value> {
        self.clients_in(&[])
    }

    /// The same for a book that is named, or in another way that `clients` takes.
    pub(crate) fn clients_in(&self, arguments: &[&str]) -> Vec<serde_json::Value> {
        let output = self.verb(&[&["clients", "--json"], arguments].concat());
        assert!(
            output.status.success(),
            "clients --json: {}{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        let list: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let rows = list["rows"].as_array().expect("rows").clone();
        assert_eq!(list["total"], rows.len(), "no limit was asked for");
        rows
    }

    /// Starts the window with the driver's socket.
    pub(crate) fn open(&self, arguments: &[&str]) -> Window<'_> {
        let port = free_port();
        let mut command = self.program(arguments);
        command.env("EGUI_INSPECTION", format!("127.0.0.1:{port}"));
        let (child, log) = self.start(command, port);
        Window::connect(self, child, log, port)
    }

    /// Starts the window with nothing but the display: what real keys are for.
    pub(crate) fn open_undriven(&self, arguments: &[&str]) -> Child {
        self.start(self.program(arguments), 0).0
    }

    fn start(&self, mut command: Command, mark: u16) -> (Child, PathBuf) {
        let log = self.home().join(format!("said-{mark}.log"));
        let said = File::create(&log).expect("a log");
        let child = command
            .stdout(Stdio::from(said.try_clone().expect("the log twice")))
            .stderr(Stdio::from(said))
            .spawn()
            .expect("the program starts");
        (child, log)
    }
}

/// A copy of the program that the README builds.
pub(crate) fn release() -> PathBuf {
    std::env::var_os("COMPTOIR_RELEASE").map(PathBuf::from).expect(
        "COMPTOIR_RELEASE names a copy of the program built by `cargo build --release` (.ci/run makes one)",
    )
}

/// Where there is no desktop to ask, the program asks `zenity` for a file: this one answers at once, with what
/// [`Desk::will_choose`] said, or with nothing.
fn put_file_dialog(home: &Path) {
    let folder = home.join("bin");
    std::fs::create_dir(&folder).expect("a folder");
    let script = folder.join("zenity");
    std::fs::write(&script, "#!/bin/sh\nexec cat \"$HOME/chosen\"\n").expect("a script");
    std::fs::set_permissions(&script, Permissions::from_mode(0o700)).expect("it may be run");
}

/// A port that nobody listens on at this moment.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a loopback socket");
    listener.local_addr().expect("its address").port()
}
