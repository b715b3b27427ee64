//! Every dialog by the keyboard alone: Ctrl+Enter confirms it wherever the focus is, Escape leaves it as if it had never been.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::desktop::Desktop;
use crate::support::doors::{self, Door};

fn opened(door: &Door) -> Desktop {
    let mut desktop = doors::desktop();
    door.approach(&mut desktop);
    door.open(&mut desktop);
    desktop
}

#[test]
fn control_enter_confirms_every_dialog() {
    for door in doors::all() {
        let mut desktop = opened(&door);
        (door.fill)(&mut desktop);
        desktop.ctrl(Key::Enter);
        assert!(!door.is_open(&desktop), "{} is still open: {:?}", door.title, desktop.texts());
        assert!((door.done)(&desktop), "{} is not done: {:?}", door.title, desktop.texts());
    }
}

#[test]
fn control_enter_confirms_wherever_the_focus_is() {
    for door in doors::all() {
        let mut desktop = opened(&door);
        (door.fill)(&mut desktop);
        // The button that leaves it, if it has one; Enter there would leave.
        for name in ["Annuler", "Retour", "Fermer"] {
            let buttons = desktop.harness.query_all_by_role_and_label(Role::Button, name);
            buttons.filter(|button| !button.accesskit_node().is_disabled()).for_each(|button| button.focus());
        }
        desktop.harness.run();
        desktop.ctrl(Key::Enter);
        assert!(!door.is_open(&desktop) && (door.done)(&desktop), "{}", door.title);
    }
}

#[test]
fn escape_leaves_every_dialog_and_nothing_is_done_and_the_focus_is_where_it_was() {
    for door in doors::all() {
        let mut desktop = doors::desktop();
        door.approach(&mut desktop);
        let before = (desktop.focused(), desktop.harness.ctx.memory(|memory| memory.focused()));
        door.open(&mut desktop);
        (door.fill)(&mut desktop);
        for _ in 0..2 {
            // A list of proposals is left first.
            if door.is_open(&desktop) {
                desktop.press(Key::Escape);
            }
        }
        assert!(!door.is_open(&desktop), "{}", door.title);
        assert!(door.title == "Raccourcis" || !(door.done)(&desktop), "{} is done", door.title);
        let after = (desktop.focused(), desktop.harness.ctx.memory(|memory| memory.focused()));
        assert!(before.0.is_some(), "{}: nothing had the focus", door.title);
        assert_eq!(after, before, "{}", door.title);
    }
}

#[test]
fn what_cannot_be_confirmed_stays_open() {
    for title in ["Fusionner", "Nouveau champ personnalisé", "Reporter le rappel"] {
        let door = doors::all().into_iter().find(|door| door.title == title).unwrap();
        let mut desktop = opened(&door);
        desktop.ctrl(Key::Enter);
        assert!(door.is_open(&desktop), "{title}");
    }
    let mut empty = Desktop::new();
    empty.ctrl(Key::E);
    let there = empty.has(Role::Dialog, "Exporter");
    empty.ctrl(Key::Enter);
    assert_eq!(empty.has(Role::Dialog, "Exporter"), there);
}

#[test]
fn a_name_is_kept_by_control_enter_where_enter_keeps_it() {
    let mut desktop = doors::desktop();
    desktop.ctrl(Key::Num6);
    desktop.click(Role::RadioButton, "Catégories");
    desktop.node(Role::TextInput, "Nouvelle catégorie").focus();
    desktop.harness.run();
    desktop.enter("Restaurants");
    desktop.ctrl(Key::Enter);
    assert!(desktop.said().is_some_and(|said| said.contains("Restaurants")), "{:?}", desktop.said());
}

/// A key as a French keyboard tells it: what is written there, and where it is.
fn french(desktop: &mut Desktop, key: Key, place: Key) {
    for pressed in [true, false] {
        desktop.harness.event(Event::Key {
            key,
            physical_key: Some(place),
            pressed,
            repeat: false,
            modifiers: Modifiers::COMMAND,
        });
    }
    desktop.harness.run();
}

#[test]
fn pages_are_reached_from_the_row_of_digits_of_a_french_keyboard_without_shift() {
    let mut desktop = doors::desktop();
    let zoom = desktop.harness.ctx.zoom_factor();
    // é " ' ( - è &: only ' and - have names in egui; it takes the others for their digit.
    for (key, place, page) in [
        (Key::Num2, Key::Num2, "Factures"),
        (Key::Num3, Key::Num3, "Dépenses"),
        (Key::Quote, Key::Num4, "Produits et services"),
        (Key::Num5, Key::Num5, "Rapports"),
        (Key::Minus, Key::Num6, "Paramètres"),
        (Key::Num7, Key::Num7, "À faire"),
        (Key::Num1, Key::Num1, "Clients"),
    ] {
        french(&mut desktop, key, place);
        assert!(desktop.has(Role::Heading, page), "{page}: {:?}", desktop.texts());
    }
    assert!((desktop.harness.ctx.zoom_factor() - zoom).abs() < 0.01, "nothing was made smaller");
    // The key of the number pad still does.
    french(&mut desktop, Key::Minus, Key::Minus);
    assert!(desktop.harness.ctx.zoom_factor() < zoom);
}
