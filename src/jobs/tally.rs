//! What is counted of a whole book while the index is read, and followed from then on change by change: no page ever
//! goes through all clients or notes.

use crate::domain::client::Client;
use crate::domain::note::Note;
use crate::domain::reminder::Reminders;
use crate::domain::setup::Setup;
use crate::domain::usage::Usage;
use crate::store::{Changed, Held};

/// What is counted of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The days that notes remind of.
    pub reminders: Reminders,
    /// How many clients hold each category, custom field and choice.
    pub usage: Usage,
}

impl Tally {
    /// Counts a client in, with the notes about it.
    pub(super) fn add(&mut self, client: &Client, notes: &[Note], setup: &Setup) {
        self.usage.add(client, setup);
        for note in notes {
            self.reminders.add(note);
        }
    }

    /// Takes up what another part of the book holds.
    pub(super) fn append(&mut self, other: Self) {
        self.reminders.append(other.reminders);
        self.usage.append(other.usage);
    }

    /// Follows the changes of a receipt; `setup` is as it is after them.
    pub fn follow(&mut self, changes: &[Changed], setup: &Setup) {
        for change in changes {
            match &change.before {
                Some(Held::Client(client)) => self.usage.remove(client),
                Some(Held::Note(note)) => self.reminders.remove(note),
                _ => {}
            }
            match &change.after {
                Some(Held::Client(client)) => self.usage.add(client, setup),
                Some(Held::Note(note)) => self.reminders.add(note),
                _ => {}
            }
        }
    }
}
