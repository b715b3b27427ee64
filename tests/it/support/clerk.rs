//! Who registers clients: what they do at the keyboard and with the mouse, and what they see.

use std::ops::{Deref, DerefMut};

use comptoir::domain::client::Client;
use comptoir::domain::command::Command;
use comptoir::domain::record::{Record, Scan};
use comptoir::store::{self, Origin, Snapshot};
use comptoir::text::Language;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Event, Key, Modifiers, Rect};
use egui_kittest::Node;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

use super::book::stamp;
use super::desktop::Desktop;

/// Somebody at the window.
pub(crate) struct Clerk {
    desk: Desktop,
}

impl Deref for Clerk {
    type Target = Desktop;

    fn deref(&self) -> &Desktop {
        &self.desk
    }
}

impl DerefMut for Clerk {
    fn deref_mut(&mut self) -> &mut Desktop {
        &mut self.desk
    }
}

impl Clerk {
    /// French, light, 1280 × 800, on a new book.
    pub(crate) fn new() -> Self {
        Self { desk: Desktop::new() }
    }

    /// On the book in this folder.
    pub(crate) fn with(language: Language, size: [f32; 2], folder: tempfile::TempDir) -> Self {
        Self { desk: Desktop::with(language, size, folder) }
    }

    /// Closes the window; the folder stays.
    pub(crate) fn close(self) -> tempfile::TempDir {
        self.desk.close()
    }

    /// French, light, 1280 × 800, on a book that holds what these commands made.
    pub(crate) fn holding(commands: &[Command]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (mut writer, reader) = store::create(&folder.path().join("Essai.comptoir")).unwrap();
        for command in commands {
            writer.apply(command, Origin::CommandLine, stamp(0)).unwrap();
        }
        drop((writer, reader));
        Self::with(Language::Fr, [1280.0, 800.0], folder)
    }

    /// Closes the window and opens it again on the same book.
    pub(crate) fn reopen(self) -> Self {
        Self::with(Language::Fr, [1280.0, 800.0], self.close())
    }

    /// What the book holds now.
    pub(crate) fn snapshot(&self) -> Snapshot {
        self.harness.state().reader().expect("a book is open").snapshot().unwrap()
    }

    /// Every client of the book, by id.
    pub(crate) fn clients(&self) -> Vec<Client> {
        self.records()
    }

    /// Every record of a kind, by id.
    pub(crate) fn records<R: Record>(&self) -> Vec<R> {
        let mut records = Vec::new();
        self.snapshot().scan(Scan::All, |record| records.push(record)).unwrap();
        records
    }

    /// What the rows of the table say.
    pub(crate) fn rows(&self) -> Vec<String> {
        self.all_named(Role::Row).into_iter().filter(|name| !name.is_empty()).collect()
    }

    /// Goes to a section of the settings.
    pub(crate) fn settings(&mut self, section: &str) {
        self.chord(Modifiers::COMMAND, Key::Num6);
        self.click(Role::RadioButton, section);
    }

    /// Opens a list, ticks or unticks these in it, and closes it.
    pub(crate) fn tick(&mut self, list: &str, names: &[&str]) {
        self.press(list);
        for name in names {
            self.click(Role::MenuItemCheckBox, name);
        }
        self.key(Key::Escape);
    }

    /// The drafts that are kept, as bytes.
    pub(crate) fn drafts(&self) -> Vec<(String, Vec<u8>)> {
        self.snapshot().scratch_under("draft/").unwrap()
    }

    /// Every node of this role and name, those that are disabled behind a dialog included.
    pub(crate) fn all<'a>(&'a self, role: Role, name: &'a str) -> Vec<Node<'a>> {
        self.harness.query_all_by_role_and_label(role, name).collect()
    }

    /// The one enabled node of this role and name.
    #[track_caller]
    pub(crate) fn node<'a>(&'a self, role: Role, name: &'a str) -> Node<'a> {
        let enabled = By::new().role(role).label(name).predicate(|node| !node.is_disabled());
        let found: Vec<_> = self.harness.query_all(enabled).collect();
        match <[Node<'a>; 1]>::try_from(found) {
            Ok([node]) => node,
            Err(found) => panic!("{} of {role:?} {name:?}; there is\n{}", found.len(), self.words()),
        }
    }

    /// How many enabled nodes have this role and name.
    pub(crate) fn count(&self, role: Role, name: &str) -> usize {
        self.all(role, name).iter().filter(|node| !node.accesskit_node().is_disabled()).count()
    }

    /// Everything that can be read, a line each: role, name, value, and whether it has the focus.
    pub(crate) fn words(&self) -> String {
        let nodes =
            self.harness.query_all(By::new().predicate(|node| {
                node.label().is_some() || node.value().is_some_and(|value| !value.is_empty())
            }));
        let lines = nodes.map(|node| {
            let node = node.accesskit_node();
            let (name, value) = (node.label().unwrap_or_default(), node.value().unwrap_or_default());
            let (off, focus) =
                (if node.is_disabled() { " off" } else { "" }, if node.is_focused() { " *" } else { "" });
            format!("{:?} {name:?} {value:?}{off}{focus}\n", node.role())
        });
        lines.collect()
    }

    /// Whether this stands anywhere: as a name, or as a part of a label's text.
    pub(crate) fn says(&self, words: &str) -> bool {
        let found = |text: Option<String>| text.is_some_and(|text| text.contains(words));
        let by = By::new().predicate(move |node| found(node.label()) || found(node.value()));
        self.harness.query_all(by).next().is_some()
    }

    /// The role and name of what has the focus.
    pub(crate) fn focused(&self) -> (Role, String) {
        let focused = self.harness.query_all(By::new().predicate(|node| node.is_focused())).last();
        let node = focused.expect("a window has a root");
        (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default())
    }

    /// The name of what has the focus.
    pub(crate) fn focus(&self) -> String {
        self.focused().1
    }

    /// Clicks with the mouse.
    #[track_caller]
    pub(crate) fn click(&mut self, role: Role, name: &str) {
        self.node(role, name).click();
        self.harness.run();
    }

    /// Clicks a button.
    #[track_caller]
    pub(crate) fn press(&mut self, name: &str) {
        self.click(Role::Button, name);
    }

    /// Presses and releases a key.
    pub(crate) fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    /// Presses and releases a key with others held.
    pub(crate) fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Types into whatever has the focus, letter by letter.
    pub(crate) fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(Event::Text(letter.to_string()));
        }
        self.harness.run();
    }

    /// Pastes into whatever has the focus.
    pub(crate) fn paste(&mut self, text: &str) {
        self.harness.event(Event::Paste(text.to_owned()));
        self.harness.run();
    }

    /// The field of this name.
    #[track_caller]
    pub(crate) fn field<'a>(&'a self, name: &'a str) -> Node<'a> {
        let role = if name == "Note" { Role::MultilineTextInput } else { Role::TextInput };
        self.node(role, name)
    }

    /// What stands in a field.
    #[track_caller]
    pub(crate) fn value(&self, name: &str) -> String {
        self.field(name).value().unwrap_or_default()
    }

    /// The word about a field's value, at the right of its label.
    #[track_caller]
    pub(crate) fn said(&self, name: &str) -> String {
        self.field(name).accesskit_node().data().description().unwrap_or_default().to_owned()
    }

    /// Puts the cursor into a field, replaces what stands there and stays in it.
    #[track_caller]
    pub(crate) fn fill(&mut self, name: &str, text: &str) {
        self.field(name).focus();
        self.harness.run();
        self.chord(Modifiers::COMMAND, Key::A);
        if text.is_empty() { self.key(Key::Delete) } else { self.paste(text) }
    }

    /// Fills a field and leaves it by Tab.
    #[track_caller]
    pub(crate) fn fill_and_leave(&mut self, name: &str, text: &str) {
        self.fill(name, text);
        self.key(Key::Tab);
    }

    /// Lets some seconds pass.
    pub(crate) fn wait(&mut self, seconds: f64) {
        let until = self.harness.ctx.input(|input| input.time) + seconds;
        while self.harness.ctx.input(|input| input.time) < until {
            self.harness.run();
        }
    }

    /// Where everything stands that can be read or used, by role and name.
    pub(crate) fn places(&self) -> Vec<(Role, String, Rect)> {
        let nodes =
            self.harness.query_all(By::new().include_labels().predicate(|node| node.label().is_some()));
        nodes
            .map(|node| {
                let inner = node.accesskit_node();
                (inner.role(), inner.label().unwrap_or_default(), node.rect())
            })
            .collect()
    }

    /// The names of the text fields, in their order.
    pub(crate) fn text_fields(&self) -> Vec<String> {
        let typed = |role| matches!(role, Role::TextInput | Role::MultilineTextInput);
        let fields = self.harness.query_all(By::new().predicate(move |node| typed(node.role())));
        fields.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Every enabled node of this role that has a name.
    pub(crate) fn all_named(&self, role: Role) -> Vec<String> {
        let nodes = self.harness.query_all(By::new().role(role).predicate(|node| !node.is_disabled()));
        nodes.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Whether a check box is ticked.
    #[track_caller]
    pub(crate) fn is_ticked(&self, name: &str) -> bool {
        let toggled = self.node(Role::CheckBox, name).accesskit_node().toggled();
        toggled == Some(Toggled::True)
    }

    /// What can be read in the dialog, in its order.
    #[track_caller]
    pub(crate) fn dialog_words(&self) -> Vec<String> {
        let dialog = self.harness.query_by_role(Role::Dialog).expect("a dialog is open");
        let nodes = dialog.query_all(By::new().include_labels().predicate(|node| {
            matches!(node.role(), Role::Label | Role::Status) && node.value().or(node.label()).is_some()
        }));
        nodes.filter_map(|node| node.accesskit_node().value().or(node.accesskit_node().label())).collect()
    }
}
