//! The state of a client as table, filter and status bar know it.

use crate::domain::client::{Client, Status};
use crate::domain::doubt::doubts;
use crate::domain::policy::Policy;

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
    /// The state of a client under a policy.
    pub fn of(client: &Client, policy: Policy) -> Self {
        Self {
            archived: client.status == Status::Archived,
            to_complete: !policy.missing(client).is_empty(),
            to_check: !doubts(client).is_empty(),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

    fn admits(self, state: State) -> bool {
        match self {
            Self::Active => !state.archived,
            Self::Archived => state.archived,
            Self::ToComplete => !state.archived && state.to_complete,
            Self::ToCheck => !state.archived && state.to_check,
        }
    }
}

/// Which clients are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Only those in this state; none means all, the archived only if a text is looked for.
    pub status: Option<StateFilter>,
}

impl Filter {
    pub(super) fn admits(self, state: State, has_text: bool) -> bool {
        match self.status {
            Some(status) => status.admits(state),
            None => has_text || !state.archived,
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
