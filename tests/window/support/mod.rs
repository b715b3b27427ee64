//! A private display and a private home, the program in them, and the driver that uses it as a person would.

mod desk;
mod display;
mod driver;
mod tree;

pub(crate) use desk::Desk;
pub(crate) use display::Display;
pub(crate) use driver::{Trouble, Window};

/// What a window test returns: `?` on every step, and a step that fails prints the tree.
pub(crate) type Outcome = Result<(), Trouble>;
