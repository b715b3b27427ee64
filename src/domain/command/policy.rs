//! Changes of the policy: what is wished of fields, whether stars block, how one asks for consent.

use super::{Act, Done, Failure, Refused, Stamp, put};
use crate::domain::policy::Policy;
use crate::domain::record::{Kind, Store};

/// A change of the policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PolicyCommand {
    /// Puts another policy in place of the one that holds.
    Change {
        /// As it was looked at; of a book that has none the default.
        before: Policy,
        /// As it shall be.
        after: Policy,
    },
}

impl PolicyCommand {
    pub(super) fn apply<S: Store>(&self, store: &mut S, _stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        let Self::Change { before, after } = self;
        let now: Policy = store.get(Policy::ID).map_err(Failure::Store)?.unwrap_or_default();
        if now != *before {
            return Err(Refused::RecordChanged(Kind::Policy).into());
        }
        if after == before {
            return Err(Refused::NothingToDo.into());
        }
        put(store, after)?;
        Ok(Done { act: Act::ChangePolicy, clients: Vec::new() })
    }
}
