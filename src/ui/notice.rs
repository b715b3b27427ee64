//! What is said at the foot of the window: what was done, or what went wrong, with what can be done about it.

use crate::domain::client::ClientId;
use crate::search::View;

/// Something to do from a notice.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// Open the record of a client.
    Open(ClientId),
    /// Take a change back, by its audit number; the words name its object.
    Undo(u64, String),
    /// Save a copy of what is open.
    SaveCopy,
    /// Make it once more.
    Redo,
    /// Make a saved view again what it was.
    PutBack(Box<View>),
}

/// Something said.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// One sentence.
    pub message: String,
    /// What can be done about it.
    pub offers: Vec<Offer>,
    /// Something went wrong: it stays until it is closed.
    pub trouble: bool,
}

impl Notice {
    /// Seconds that a notice of something done stays.
    pub const SECONDS: f64 = 8.0;

    /// Says what was done.
    pub fn done(message: String, offers: Vec<Offer>) -> Self {
        Self { message, offers, trouble: false }
    }

    /// Says what went wrong.
    pub fn trouble(message: String) -> Self {
        Self { message, offers: Vec::new(), trouble: true }
    }
}
