//! What a screen reader is told on the main path: a client is registered. Compared with what is recorded in
//! `tests/data/reader_walk.txt`: a change there is a change of what somebody hears.

use std::fmt::Write as _;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::desktop::Desktop;

/// What is told after a step: the focus with role, name, value and what is said of it, the dialog, and what is announced.
fn told(desktop: &Desktop, step: &str) -> String {
    let mut lines = vec![format!("# {step}")];
    if let Some(dialog) = desktop.harness.query_by_role(Role::Dialog) {
        lines.push(format!("dialog: {}", dialog.accesskit_node().label().unwrap_or_default()));
    } else if let Some(head) = desktop.harness.query_all_by_role(Role::Heading).next() {
        lines.push(format!("page: {}", head.accesskit_node().label().or(head.value()).unwrap_or_default()));
    }
    if let Some(node) = desktop.harness.query_all_by(|node| node.is_focused()).next() {
        let node = node.accesskit_node();
        let mut line = format!("focus: {:?} {:?}", node.role(), node.label().unwrap_or_default());
        for (what, text) in [("value", node.value()), ("said", node.description())] {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                write!(line, ", {what} {text:?}").unwrap();
            }
        }
        if node.is_required() {
            line += ", required";
        }
        lines.push(line);
    }
    let announced = desktop.harness.query_all_by_role(Role::Status);
    let announced = announced.filter_map(|node| node.accesskit_node().label().or(node.value()));
    lines.extend(announced.filter(|text| !text.is_empty()).map(|text| format!("announced: {text}")));
    lines.join("\n")
}

#[test]
fn registering_a_client_is_told_as_recorded() {
    let mut desktop = Desktop::new();
    let mut walk = vec![told(&desktop, "open the book")];
    desktop.ctrl(Key::N);
    walk.push(told(&desktop, "Ctrl+N"));
    for typed in [
        "Boulangerie Lefèvre",
        "Inès",
        "Lefèvre",
        "0142603030",
        "contact@gmial.com",
        "",
        "",
        "3 rue du Four",
        "",
        "75006",
        "Paris",
    ] {
        desktop.enter(typed);
        desktop.press(Key::Tab);
        walk.push(told(&desktop, &format!("type {typed:?}, Tab")));
    }
    desktop.ctrl(Key::Enter);
    walk.push(told(&desktop, "Ctrl+Enter"));
    desktop.press(Key::Tab);
    walk.push(told(&desktop, "Tab"));
    desktop.ctrl(Key::Enter);
    walk.push(told(&desktop, "Ctrl+Enter"));
    desktop.press(Key::Enter);
    walk.push(told(&desktop, "Enter"));
    let walk = walk.join("\n\n") + "\n";
    assert!(walk == include_str!("../data/reader_walk.txt"), "told otherwise than recorded:\n<<<\n{walk}>>>");
}
