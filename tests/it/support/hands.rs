//! What somebody does at the window, and what they see of it.

use comptoir::domain::client::Client;
use comptoir::domain::command::{ClientCommand, Command, Import, Registration};
use comptoir::store::{self, Origin};
use comptoir::text::Language;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::book::stamp;
use super::desktop::Desktop;

/// A registration of a client with a note.
pub(crate) fn registration(client: Client, note: &str) -> Registration {
    Registration { client, note: note.to_owned(), ..Registration::default() }
}

impl Desktop {
    /// French, light, 1280 × 800, on a book that already holds these clients.
    pub(crate) fn holding(added: Vec<Registration>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fill(&folder.path().join("Essai.comptoir"), added);
        Self::with(Language::Fr, [1280.0, 800.0], folder)
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key with others held.
    pub(crate) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Presses Ctrl and a key.
    pub(crate) fn ctrl(&mut self, key: Key) {
        self.press_with(Modifiers::COMMAND, key);
    }

    /// Types a text, a letter at a time.
    pub(crate) fn enter(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(Event::Text(letter.to_string()));
            self.harness.run();
        }
    }

    /// Pastes a text.
    pub(crate) fn paste(&mut self, text: &str) {
        self.harness.event(Event::Paste(text.to_owned()));
        self.harness.run();
    }

    /// Clicks what has this role and name.
    pub(crate) fn click(&mut self, role: Role, name: &str) {
        self.node(role, name).click();
        self.harness.run();
        // So that the next click is no second one of a double click.
        self.harness.run_steps(4);
    }

    /// What has this role and name; else says what there is of this role.
    pub(crate) fn node<'a>(&'a self, role: Role, name: &'a str) -> Node<'a> {
        self.harness.query_by_role_and_label(role, name).unwrap_or_else(|| {
            let there = self.harness.query_all_by_role(role).filter_map(|node| node.accesskit_node().label());
            panic!("no {role:?} {name:?}, but {:?}; said: {:?}", there.collect::<Vec<_>>(), self.said())
        })
    }

    /// Clicks a button.
    pub(crate) fn button(&mut self, name: &str) {
        self.click(Role::Button, name);
    }

    /// Whether there is something of this role and name.
    pub(crate) fn has(&self, role: Role, name: &str) -> bool {
        self.harness.query_by_role_and_label(role, name).is_some()
    }

    /// The rows in view, by name; the row of heads has none.
    pub(crate) fn rows(&self) -> Vec<String> {
        let rows = self.harness.query_all_by_role(Role::Row);
        rows.filter_map(|row| row.accesskit_node().label()).filter(|name| !name.is_empty()).collect()
    }

    /// What has the focus, by role and name.
    pub(crate) fn focused(&self) -> Option<(Role, String)> {
        let node = self.harness.query_all_by(|node| node.is_focused()).next()?;
        let node = node.accesskit_node();
        Some((node.role(), node.label().unwrap_or_default()))
    }

    /// What stands in the search.
    pub(crate) fn sought(&self) -> String {
        let field = self.harness.get_by_role(Role::SearchInput);
        field.value().unwrap_or_default()
    }

    /// The current row, by name, if the rows have the focus.
    pub(crate) fn current(&self) -> Option<String> {
        self.focused().filter(|(role, _)| *role == Role::Row).map(|(_, name)| name)
    }

    /// Every text that can be read, each once, in the order of the window.
    pub(crate) fn texts(&self) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for node in self.harness.query_all_by(|_| true) {
            let node = node.accesskit_node();
            for text in [node.label(), node.value(), node.description()].into_iter().flatten() {
                if !text.is_empty() && !texts.contains(&text) {
                    texts.push(text);
                }
            }
        }
        texts
    }

    /// Whether some text has this in it.
    pub(crate) fn reads(&self, part: &str) -> bool {
        self.texts().iter().any(|text| text.contains(part))
    }

    /// What was said at the foot of the window, if it is still there.
    pub(crate) fn said(&self) -> Option<String> {
        let said = self.harness.query_all_by_role(Role::Status);
        let mut said = said.filter(|node| node.accesskit_node().children().next().is_some());
        said.find_map(|node| node.accesskit_node().label())
    }

    /// What the last pass put on the clipboard. Unlike the others it must be asked for at once: see [`Self::copy`].
    fn copied(&self) -> Option<String> {
        self.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }

    /// Clicks a button and returns what it put on the clipboard.
    pub(crate) fn copy(&mut self, role: Role, name: &str) -> Option<String> {
        self.node(role, name).click();
        let mut copied = None;
        for _ in 0..4 {
            self.harness.step();
            copied = copied.or_else(|| self.copied());
        }
        self.harness.run();
        copied
    }

    /// Lets so many seconds go by.
    pub(crate) fn wait(&mut self, seconds: f64) {
        let time = self.harness.ctx.input(|input| input.time);
        self.harness.input_mut().time = Some(time + seconds);
        self.harness.step();
        self.harness.input_mut().time = None;
        self.harness.run();
    }
}

/// Makes a book that holds these clients.
pub(crate) fn fill(path: &std::path::Path, added: Vec<Registration>) {
    let (mut writer, _reader) = store::create(path).unwrap();
    let command = Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() }));
    writer.apply(&command, Origin::Import { file: "clients.csv".to_owned() }, stamp(0)).unwrap();
}
