//! A display of its own for each test: Xvfb, gone with the value.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use x11rb::CURRENT_TIME;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt as _, EventMask};

/// A running Xvfb. A missing Xvfb or xdotool fails the test: a skipped test would read as a passed one.
pub(crate) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts a display of that many pixels; the server chooses a free number and says it on its standard output.
    pub(crate) fn start(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts (Debian package xvfb)");
        let mut number = String::new();
        let mut said = BufReader::new(server.stdout.take().expect("its output is piped"));
        said.read_line(&mut number).expect("Xvfb says its number");
        assert!(!number.trim().is_empty(), "Xvfb ended before it had a display");
        Self { server, name: format!(":{}", number.trim()) }
    }

    /// What belongs in `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A client of this display, with nothing of the tester's own environment that could change what it does.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("DISPLAY", self.name()).env_remove("WAYLAND_DISPLAY").stdin(Stdio::null());
        command
    }

    /// Runs xdotool and returns what it printed.
    pub(crate) fn xdotool(&self, arguments: &[&str]) -> Result<String, String> {
        let output = self
            .command("xdotool")
            .args(arguments)
            .output()
            .expect("xdotool starts (Debian package xdotool)");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            Ok(said)
        } else {
            Err(format!("xdotool {arguments:?}: {}{said}", String::from_utf8_lossy(&output.stderr)))
        }
    }

    /// Gives the keyboard to the window of that process, once it has one: no window manager does it here.
    pub(crate) fn focus_window_of(&self, process: u32) -> Result<(), String> {
        let found = self.window_of(process)?;
        // What is wholly covered is not painted.
        self.xdotool(&["windowraise", &found])?;
        self.xdotool(&["windowfocus", "--sync", &found]).map(|_| ())
    }

    /// The number of the window of that process, once it has one.
    fn window_of(&self, process: u32) -> Result<String, String> {
        let process = process.to_string();
        let found = self.xdotool(&["search", "--sync", "--onlyvisible", "--pid", &process])?;
        found.lines().next().map(str::to_owned).ok_or_else(|| format!("no window of process {process}"))
    }

    /// Asks the window of that process to close, as the cross in its corner does: no window manager is here to do it.
    pub(crate) fn close_window_of(&self, process: u32) -> Result<(), String> {
        let found = self.window_of(process)?.parse::<u32>().map_err(|error| error.to_string())?;
        ask_to_close(self.name(), found).map_err(|error| format!("closing the window: {error}"))
    }
}

fn ask_to_close(display: &str, window: u32) -> Result<(), Box<dyn std::error::Error>> {
    let (server, _) = x11rb::connect(Some(display))?;
    let protocols = server.intern_atom(false, b"WM_PROTOCOLS")?.reply()?.atom;
    let delete = server.intern_atom(false, b"WM_DELETE_WINDOW")?.reply()?.atom;
    let event = ClientMessageEvent::new(32, window, protocols, [delete, CURRENT_TIME, 0, 0, 0]);
    server.send_event(false, window, EventMask::NO_EVENT, event)?.check()?;
    Ok(())
}

impl Drop for Display {
    fn drop(&mut self) {
        // Not killed: it would leave its lock and its socket behind. Only fails when it has ended by itself.
        if let Some(server) = i32::try_from(self.server.id()).ok().and_then(Pid::from_raw) {
            kill_process(server, Signal::TERM).ok();
        }
        self.server.wait().ok();
    }
}
