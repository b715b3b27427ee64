//! A second window on the same book.

use egui::Role;

use crate::support::{Desk, Outcome};

#[test]
fn a_second_window_on_the_same_book_is_told_so() -> Outcome {
    let desk = Desk::new();
    let mut first = desk.open(&["--lang", "fr"]);
    first.wait(Role::Button, "Nouveau client")?;
    let mut second = desk.open(&["--lang", "fr"]);
    second.wait_text("autre fenêtre")?;
    assert_eq!(second.count(Role::Button, "Nouveau client")?, 0, "nothing can be registered there");

    // The first goes on as if nothing had happened.
    first.take_keyboard();
    first.click(Role::Button, "Nouveau client")?;
    first.wait(Role::TextInput, "Raison sociale")?;
    first.fill("Raison sociale", "Cabinet Girard")?;
    first.key("Ctrl+Enter")?;
    first.wait(Role::Dialog, "Récapitulatif")?;
    first.key("Enter")?;
    first.wait(Role::GridCell, "Cabinet Girard")?;

    let verb = desk.verb(&["clients", "--json"]);
    assert_eq!(verb.status.code(), Some(3), "a verb says that the book is open in a window");

    // Once the first is closed the second opens by itself, and nothing is lost.
    first.close()?;
    second.take_keyboard();
    second.wait(Role::GridCell, "Cabinet Girard")?;
    second.close()?;
    assert_eq!(desk.clients().len(), 1);
    desk.check(&[]);
    Ok(())
}
