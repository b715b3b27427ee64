//! A private display and a private home, the program in them, and the driver that uses it as a person would.

use std::path::Path;

// Only its clients and its clock are wanted of it.
#[expect(dead_code, reason = "the books of other tests are made with the rest")]
#[path = "../../it/support/book.rs"]
pub(crate) mod book;
mod desk;
mod display;
mod driver;
#[expect(dead_code, reason = "the rest is wanted where the profile is tested by itself")]
#[path = "../../it/support/known.rs"]
pub(crate) mod known;
pub(crate) mod rehearsal;
mod tree;

pub(crate) use desk::{Desk, pictures, release};
pub(crate) use display::Display;
pub(crate) use driver::{Trouble, Window};

/// The arguments that name a book.
pub(crate) fn named(book: &Path) -> [&str; 2] {
    ["--book", book.to_str().expect("a path that is text")]
}

/// What a window test returns: `?` on every step, and a step that fails prints the tree.
pub(crate) type Outcome = Result<(), Trouble>;
