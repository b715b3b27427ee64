//! The window on books of every size: nobody, five, a hundred thousand.

use egui::Role;

use crate::support::{Desk, Outcome, Window, named};

/// How many clients the book has that is filled for the size.
const MANY: usize = 100_000;

/// The names of the rows that are drawn, from the first on.
fn rows(window: &mut Window<'_>) -> Result<Vec<String>, crate::support::Trouble> {
    let rows = window.nodes()?.into_iter().filter(|node| node.role == Role::Row);
    // That of the headers has no name.
    Ok(rows.map(|row| row.name).filter(|name| !name.is_empty()).collect())
}

#[test]
fn a_book_without_clients_says_how_one_begins() -> Outcome {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    window.wait(Role::Heading, "Votre carnet est vide")?;
    // What needs clients finds none, and nothing breaks.
    for key in ["ArrowDown", "End", "Space", "Ctrl+A", "Delete"] {
        window.key(key)?;
    }
    window.write("z")?;
    window.key("Ctrl+N")?;
    window.wait(Role::TextInput, "Raison sociale")?;
    window.close()?;
    assert_eq!(desk.clients().len(), 0);
    Ok(())
}

#[test]
fn books_of_five_and_of_a_hundred_thousand_are_shown_to_their_last_row() -> Outcome {
    let desk = Desk::new();
    for (clients, counted) in [(5, "5 sur 5"), (MANY, "sur 100 000")] {
        let book = desk.home().join(format!("{clients}.comptoir"));
        let arguments = named(&book);
        desk.demo(clients, &book);
        let mut window = desk.open(&[["--lang", "fr"], arguments].concat());
        window.wait_first(Role::GridCell)?;
        window.wait_text(counted)?;
        let first = rows(&mut window)?;
        window.key("ArrowDown")?;
        window.key("End")?;
        window.settle()?;
        let last = rows(&mut window)?;
        if clients == MANY {
            assert!(!first.is_empty() && first.iter().all(|row| !last.contains(row)), "{first:?} {last:?}");
        } else {
            assert_eq!((first.len(), last.len()), (5, 5), "all of five are drawn, first and last");
        }
        // The last row opens, and Escape comes back to it.
        let name = last.last().expect("a row").clone();
        window.key("Enter")?;
        window.wait(Role::Heading, &name)?;
        window.key("Escape")?;
        window.wait(Role::Grid, "Tableau des clients")?;
        assert_eq!(rows(&mut window)?, last, "the table stands where it stood");
        // What the last is called finds it.
        window.write(&name)?;
        window.settle()?;
        window.wait(Role::Row, &name)?;
        window.close()?;
    }
    Ok(())
}
