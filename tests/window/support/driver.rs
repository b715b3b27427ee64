//! Uses a running window through eframe's `inspection` socket: finds by role and accessible name, clicks, types, waits.
//!
//! Every step returns [`Trouble`] when the window does not do what the test says it must; it holds where in the test
//! that was, the whole tree and the path of a picture.

use std::fmt;
use std::net::TcpStream;
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

use egui::accesskit::TreeUpdate;
use egui::{Event, Key, Modifiers, PointerButton, Role};
use egui_inspection::{Request, Response, protocol, read_message, write_message};

use super::desk::{Desk, pictures};
use super::tree::{Node, plain};

/// How long the window may take to do what a step asks, on a slow machine with a display drawn by software.
const PATIENCE: Duration = Duration::from_secs(20);

/// A step that did not do what it says.
pub(crate) struct Trouble(String);

impl Trouble {
    /// A failure that is not the window's: seen in a file or a verb's output.
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Debug for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Trouble {
    fn from(what: String) -> Self {
        Self(what)
    }
}

/// A running window. Killed when dropped, as a test must leave nothing behind.
pub(crate) struct Window<'a> {
    desk: &'a Desk,
    child: Child,
    log: PathBuf,
    socket: TcpStream,
}

impl<'a> Window<'a> {
    pub(super) fn connect(desk: &'a Desk, mut child: Child, log: PathBuf, port: u16) -> Self {
        let started = Instant::now();
        let socket = loop {
            if let Ok(socket) = TcpStream::connect(("127.0.0.1", port)) {
                break socket;
            }
            if let Some(status) = child.try_wait().expect("the program can be waited for") {
                panic!("the program ended with {status} and said:\n{}", tail(&log));
            }
            if started.elapsed() > PATIENCE {
                child.kill().ok();
                panic!("the window does not answer; the program said:\n{}", tail(&log));
            }
            sleep(Duration::from_millis(20));
        };
        socket.set_nodelay(true).expect("a socket without delay");
        socket.set_read_timeout(Some(2 * PATIENCE)).expect("a socket that does not wait for ever");
        protocol::read_handshake(&socket).expect("the window speaks egui's inspection protocol");
        let window = Self { desk, child, log, socket };
        window.take_keyboard();
        window
    }

    /// Gives it the keyboard of the display: no window manager does it here, and without it no cursor blinks.
    pub(crate) fn take_keyboard(&self) {
        self.desk.display().focus_window_of(self.process()).expect("the window has the keyboard");
    }

    /// The process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Ends the process with no chance to save anything.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("SIGKILL is sent");
        self.child.wait().expect("the process ends");
    }

    /// Closes it as the cross in its corner does, and waits until the program has ended.
    #[track_caller]
    pub(crate) fn close(mut self) -> Result<(), Trouble> {
        self.desk.display().close_window_of(self.process())?;
        let asked = Instant::now();
        loop {
            match self.child.try_wait().expect("the program can be waited for") {
                Some(status) if status.success() => return Ok(()),
                Some(status) => {
                    return Err(Trouble(format!("the program ends with {status}: {}", tail(&self.log))));
                }
                None if asked.elapsed() > 3 * PATIENCE => {
                    return Err(self.trouble("the program does not end after its window was closed"));
                }
                None => sleep(Duration::from_millis(20)),
            }
        }
    }

    /// The first node with this role and name.
    #[track_caller]
    pub(crate) fn find(&mut self, role: Role, name: &str) -> Result<Node, Trouble> {
        let nodes = self.nodes()?;
        match nodes.iter().find(|node| node.is(role, name)) {
            Some(node) => Ok(node.clone()),
            // The tree in which it was looked for: a frame later it may be there.
            None => Err(self.trouble_in(format!("no {role:?} {name:?}"), &listed(&nodes))),
        }
    }

    /// Every node, in reading order, once two frames tell the same; asking draws them.
    ///
    /// egui may draw a pass, discard it and draw it again, and the socket answers with the first: a page that is then
    /// only half there for nobody to see.
    #[track_caller]
    pub(crate) fn nodes(&mut self) -> Result<Vec<Node>, Trouble> {
        let mut nodes = Node::list(&self.tree()?.1);
        for _ in 0..5 {
            let again = Node::list(&self.tree()?.1);
            if listed(&again) == listed(&nodes) {
                break;
            }
            nodes = again;
        }
        Ok(nodes)
    }

    /// How many nodes have this role and a name or value that contains the text.
    #[track_caller]
    pub(crate) fn count(&mut self, role: Role, text: &str) -> Result<usize, Trouble> {
        let nodes = self.nodes()?;
        let holds =
            |node: &&Node| node.role == role && (node.name.contains(text) || node.value.contains(text));
        Ok(nodes.iter().filter(holds).count())
    }

    /// What a field holds.
    #[track_caller]
    pub(crate) fn value(&mut self, role: Role, name: &str) -> Result<String, Trouble> {
        Ok(self.find(role, name)?.value)
    }

    /// Waits until there is such a node.
    #[track_caller]
    pub(crate) fn wait(&mut self, role: Role, name: &str) -> Result<Node, Trouble> {
        match self.until(|node| node.is(role, name))? {
            Some(node) => Ok(node),
            None => Err(self.trouble(format!("{role:?} {name:?} does not appear"))),
        }
    }

    /// Waits until there is any node with this role.
    #[track_caller]
    pub(crate) fn wait_first(&mut self, role: Role) -> Result<Node, Trouble> {
        match self.until(|node| node.role == role)? {
            Some(node) => Ok(node),
            None => Err(self.trouble(format!("no {role:?} appears"))),
        }
    }

    /// Waits until some node's name or value contains the text, whatever it is.
    #[track_caller]
    pub(crate) fn wait_text(&mut self, text: &str) -> Result<Node, Trouble> {
        let text = plain(text);
        match self.until(|node| plain(&node.name).contains(&text) || plain(&node.value).contains(&text))? {
            Some(node) => Ok(node),
            None => Err(self.trouble(format!("no text {text:?} appears"))),
        }
    }

    /// Waits until there is no such node.
    #[track_caller]
    pub(crate) fn gone(&mut self, role: Role, name: &str) -> Result<(), Trouble> {
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if !self.nodes()?.iter().any(|node| node.is(role, name)) {
                return Ok(());
            }
            sleep(Duration::from_millis(30));
        }
        Err(self.trouble(format!("{role:?} {name:?} does not go away")))
    }

    /// Clicks the middle of the node with this role and name, and lets the window come to rest.
    #[track_caller]
    pub(crate) fn click(&mut self, role: Role, name: &str) -> Result<(), Trouble> {
        let node = self.find(role, name)?;
        if node.disabled {
            return Err(self.trouble(format!("{role:?} {name:?} is disabled")));
        }
        match node.bounds {
            Some(bounds) if bounds.is_positive() => self.click_at(bounds.center()),
            _ => Err(self.trouble(format!("{role:?} {name:?} has no place on the screen"))),
        }
    }

    /// The same, but does not wait for what comes of it.
    #[track_caller]
    pub(crate) fn press(&mut self, role: Role, name: &str) -> Result<(), Trouble> {
        let node = self.find(role, name)?;
        self.press_at(node.bounds.expect("it has a place on the screen").center())
    }

    #[track_caller]
    fn click_at(&mut self, pos: egui::Pos2) -> Result<(), Trouble> {
        self.press_at(pos)?;
        self.rest()
    }

    #[track_caller]
    fn press_at(&mut self, pos: egui::Pos2) -> Result<(), Trouble> {
        // One event a frame, as a hand does it: what hovers is known before what is pressed.
        self.send(Event::PointerMoved(pos))?;
        for pressed in [true, false] {
            let modifiers = Modifiers::NONE;
            self.send(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers })?;
        }
        Ok(())
    }

    /// Puts the text into the field of this name, in place of what it holds.
    #[track_caller]
    pub(crate) fn fill(&mut self, name: &str, text: &str) -> Result<(), Trouble> {
        self.click(Role::TextInput, name)?;
        self.key("Ctrl+A")?;
        self.key("Delete")?;
        self.write(text)?;
        let held = self.value(Role::TextInput, name)?;
        if held == text {
            return Ok(());
        }
        Err(self.trouble(format!("{name:?} holds {held:?} and not {text:?}")))
    }

    /// Writes where the keyboard is, letter by letter.
    #[track_caller]
    pub(crate) fn write(&mut self, text: &str) -> Result<(), Trouble> {
        for letter in text.chars() {
            self.send(Event::Text(letter.to_string()))?;
        }
        self.rest()
    }

    /// Pastes where the keyboard is.
    #[track_caller]
    pub(crate) fn paste(&mut self, text: &str) -> Result<(), Trouble> {
        self.send(Event::Paste(text.to_owned()))?;
        self.rest()
    }

    /// Presses a chord such as `Ctrl+Enter`.
    #[track_caller]
    pub(crate) fn key(&mut self, chord: &str) -> Result<(), Trouble> {
        let mut modifiers = Modifiers::NONE;
        let mut named = None;
        for part in chord.split('+') {
            match part {
                "Ctrl" => modifiers |= Modifiers::CTRL | Modifiers::COMMAND,
                "Shift" => modifiers |= Modifiers::SHIFT,
                "Alt" => modifiers |= Modifiers::ALT,
                key => named = Key::from_name(key),
            }
        }
        let Some(key) = named else { return Err(self.trouble(format!("no key is called {chord:?}"))) };
        for pressed in [true, false] {
            self.send(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers })?;
        }
        self.rest()
    }

    /// Turns the wheel over that spot by so many points, down where they are negative.
    #[track_caller]
    pub(crate) fn wheel(&mut self, spot: egui::Pos2, points: f32) -> Result<(), Trouble> {
        self.send(Event::PointerMoved(spot))?;
        self.send(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, points),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        })?;
        self.rest()
    }

    /// Gives the window another size, in points.
    #[track_caller]
    pub(crate) fn size(&mut self, width: u32, height: u32) -> Result<(), Trouble> {
        self.ask(&Request::Resize { width, height })?;
        self.rest()
    }

    /// Waits until the window asks for no further frame at once.
    #[track_caller]
    pub(crate) fn settle(&mut self) -> Result<(), Trouble> {
        match self.ask(&Request::Settle { max_steps: 300 })? {
            Response::Settled { settled: true, .. } => Ok(()),
            _ => Err(self.trouble("still drawing after 300 frames")),
        }
    }

    /// A running job may keep the window drawing after a step: that is no failure of the step.
    #[track_caller]
    fn rest(&mut self) -> Result<(), Trouble> {
        self.ask(&Request::Settle { max_steps: 300 }).map(|_| ())
    }

    /// How many frames the window draws by itself in that time.
    ///
    /// Asking for the tree draws frames too: how many is seen by asking twice with hardly any time between.
    #[track_caller]
    pub(crate) fn frames(&mut self, during: Duration) -> Result<u64, Trouble> {
        self.rest()?;
        let own = self.frames_between(Duration::from_millis(300))?;
        Ok(self.frames_between(during)?.saturating_sub(own))
    }

    #[track_caller]
    fn frames_between(&mut self, during: Duration) -> Result<u64, Trouble> {
        let before = self.tree()?.0;
        sleep(during);
        Ok(self.tree()?.0 - before)
    }

    /// Saves a picture of the window.
    #[track_caller]
    pub(crate) fn shot(&mut self, file: &Path) -> Result<(), Trouble> {
        let Response::Screenshot(png) = self.ask(&Request::GetScreenshot { pixels_per_point: None })? else {
            return Err(self.trouble("no picture in the answer"));
        };
        save(file, &png.bytes).map_err(|error| Trouble(format!("{}: {error}", file.display())))
    }

    /// The tree as text, as a failure prints it.
    pub(crate) fn told(&mut self) -> String {
        match self.ask(&Request::GetTree) {
            Ok(Response::Tree { accesskit: Some(update), .. }) => listed(&Node::list(&update)),
            Ok(_) => "no accessibility tree\n".to_owned(),
            Err(trouble) => format!("{trouble:?}\n"),
        }
    }

    /// A failure of this window, with all that helps to understand it.
    #[track_caller]
    pub(crate) fn trouble(&mut self, what: impl fmt::Display) -> Trouble {
        let tree = self.told();
        self.trouble_in(what, &tree)
    }

    #[track_caller]
    fn trouble_in(&mut self, what: impl fmt::Display, tree: &str) -> Trouble {
        let place = Location::caller();
        let name = format!("{}-{}.png", place.file().replace(['/', '\\'], "_"), place.line());
        let file = pictures().join(name);
        let picture = match self.ask(&Request::GetScreenshot { pixels_per_point: None }) {
            Ok(Response::Screenshot(png)) if save(&file, &png.bytes).is_ok() => file.display().to_string(),
            _ => "none could be taken".to_owned(),
        };
        let said = tail(&self.log);
        Trouble(format!(
            "{what}\nat {place}\npicture: {picture}\nthe program said:\n{said}\nits tree:\n{tree}"
        ))
    }

    fn until(&mut self, wanted: impl Fn(&Node) -> bool) -> Result<Option<Node>, Trouble> {
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if let Some(node) = self.nodes()?.into_iter().find(|node| wanted(node)) {
                return Ok(Some(node));
            }
            sleep(Duration::from_millis(30));
        }
        Ok(None)
    }

    #[track_caller]
    fn tree(&mut self) -> Result<(u64, TreeUpdate), Trouble> {
        match self.ask(&Request::GetTree)? {
            Response::Tree { step, accesskit: Some(update), .. } => Ok((step, update)),
            _ => Err(Trouble("no accessibility tree".to_owned())),
        }
    }

    #[track_caller]
    fn send(&mut self, event: Event) -> Result<(), Trouble> {
        self.ask(&Request::ApplyEvents { events: vec![event] }).map(|_| ())
    }

    #[track_caller]
    fn ask(&mut self, request: &Request) -> Result<Response, Trouble> {
        let place = Location::caller();
        let answer = write_message(&self.socket, request).and_then(|()| read_message(&self.socket));
        match answer {
            Ok(Response::Error { message }) => Err(Trouble(format!("{message}, at {place}"))),
            Ok(response) => Ok(response),
            Err(error) => {
                let said = tail(&self.log);
                Err(Trouble(format!("the window is gone ({error}), at {place}; the program said:\n{said}")))
            }
        }
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        // Already ended after `kill` and `close`.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn listed(nodes: &[Node]) -> String {
    nodes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn save(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    std::io::Write::write_all(&mut std::fs::File::create(file)?, bytes)
}

/// The last lines that the program printed.
fn tail(log: &Path) -> String {
    let said = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = said.lines().collect();
    lines[lines.len().saturating_sub(20)..].join("\n")
}
