//! The state of a client as table, filter and status bar know it.

use serde::{Deserialize, Serialize};

use crate::domain::client::{Client, Status};
use crate::domain::doubt::is_doubtful;
use crate::domain::setup::Setup;

/// What is to be said of a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct State {
    /// Out of the way.
    pub archived: bool,
    /// A starred value is missing.
    pub to_complete: bool,
    /// A value is doubted.
    pub to_check: bool,
}

impl State {
    /// The state of a client in a book with this setup.
    pub fn of(client: &Client, setup: &Setup) -> Self {
        Self {
            archived: client.status == Status::Archived,
            to_complete: !setup.policy.missing(client).is_empty(),
            to_check: is_doubtful(client, setup),
        }
    }

    /// The one word that the table shows: what asks for action first; archived clients ask for none.
    pub fn word(self) -> StateFilter {
        if self.archived {
            StateFilter::Archived
        } else if self.to_check {
            StateFilter::ToCheck
        } else if self.to_complete {
            StateFilter::ToComplete
        } else {
            StateFilter::Active
        }
    }

    /// What the column of states sorts by: what asks for action first, the archived last.
    pub(super) fn key(self) -> &'static [u8] {
        match self.word() {
            StateFilter::ToCheck => b"1",
            StateFilter::ToComplete => b"2",
            StateFilter::Active => b"3",
            StateFilter::Archived => b"4",
        }
    }
}

/// A state that one can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StateFilter {
    /// Not archived, complete or not.
    Active,
    /// Archived.
    Archived,
    /// Not archived, and a starred value is missing.
    ToComplete,
    /// Not archived, and a value is doubted.
    ToCheck,
}

impl StateFilter {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Active, Self::ToComplete, Self::ToCheck, Self::Archived];

    pub(super) fn admits(self, state: State) -> bool {
        match self {
            Self::Active => !state.archived,
            Self::Archived => state.archived,
            Self::ToComplete => !state.archived && state.to_complete,
            Self::ToCheck => !state.archived && state.to_check,
        }
    }
}

/// How many clients there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All, archived ones too.
    pub registered: usize,
    /// Archived.
    pub archived: usize,
    /// Not archived, and incomplete.
    pub to_complete: usize,
    /// Not archived, with a doubted value.
    pub to_check: usize,
}

impl Counts {
    /// Those not archived.
    pub fn active(self) -> usize {
        self.registered.saturating_sub(self.archived)
    }

    pub(super) fn add(&mut self, state: State) {
        self.registered += 1;
        self.archived += usize::from(state.archived);
        self.to_complete += usize::from(StateFilter::ToComplete.admits(state));
        self.to_check += usize::from(StateFilter::ToCheck.admits(state));
    }

    pub(super) fn take(&mut self, state: State) {
        self.registered -= 1;
        self.archived -= usize::from(state.archived);
        self.to_complete -= usize::from(StateFilter::ToComplete.admits(state));
        self.to_check -= usize::from(StateFilter::ToCheck.admits(state));
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::search) const ACTIVE: State =
        State { archived: false, to_complete: false, to_check: false };
    pub(in crate::search) const TO_COMPLETE: State = State { to_complete: true, ..ACTIVE };
    pub(in crate::search) const TO_CHECK: State = State { to_check: true, ..ACTIVE };
    pub(in crate::search) const BOTH: State = State { to_check: true, ..TO_COMPLETE };
    pub(in crate::search) const ARCHIVED: State = State { archived: true, ..BOTH };

    #[test]
    fn the_word_is_what_asks_for_action_first() {
        let words = [ACTIVE, TO_COMPLETE, TO_CHECK, BOTH, ARCHIVED].map(State::word);
        let expected = [
            StateFilter::Active,
            StateFilter::ToComplete,
            StateFilter::ToCheck,
            StateFilter::ToCheck,
            StateFilter::Archived,
        ];
        assert_eq!(words, expected);
        assert!([BOTH, TO_COMPLETE, ACTIVE, ARCHIVED].map(State::key).is_sorted());
    }

    #[test]
    fn counts_go_up_and_down_by_the_same() {
        let mut counts = Counts::default();
        for state in [ACTIVE, BOTH, ARCHIVED, TO_CHECK] {
            counts.add(state);
        }
        assert_eq!(counts, Counts { registered: 4, archived: 1, to_complete: 1, to_check: 2 });
        assert_eq!(counts.active(), 3);
        for state in [ACTIVE, BOTH, ARCHIVED, TO_CHECK] {
            counts.take(state);
        }
        assert_eq!(counts, Counts::default());
    }
}
