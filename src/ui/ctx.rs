//! What a screen is given to draw with. It holds no books: a reader opens a snapshot for one question.

use crate::clock::Clock;
use crate::domain::note::Note;
pub use crate::domain::setup::HOME;
use crate::domain::setup::Setup;
use crate::format::Format;
use crate::search::Index;
use crate::store::{Reader, Snapshot};
use crate::text::Text;

/// What a screen is given.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// Words.
    pub text: &'a Text,
    /// Numbers and dates.
    pub format: &'a Format,
    /// Today.
    pub clock: &'a Clock,
    /// Reads the book.
    pub reader: &'a Reader,
    /// The search index; none until it stands.
    pub index: Option<&'a Index>,
    /// The number of the last change: what is kept on screen is brought up to date when it moves.
    pub revision: u64,
    /// How clients are kept in this book.
    pub setup: &'a Setup,
    /// Seconds since the program started.
    pub seconds: f64,
}

impl Ctx<'_> {
    /// The book as it is now; none when it cannot be read, which the app notices by itself.
    pub fn snapshot(&self) -> Option<Snapshot> {
        self.reader.snapshot().inspect_err(|error| log::warn!("no snapshot: {error}")).ok()
    }
}

/// The note that the form edits: a client's first.
pub fn first_note(notes: &[Note]) -> Option<Note> {
    notes.iter().min_by_key(|note| note.id).cloned()
}
