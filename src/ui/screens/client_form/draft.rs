//! Drafts: what is typed into a form is kept at most a second behind, and is no part of the books.

use serde::{Deserialize, Serialize};

use crate::domain::client::ClientId;
use crate::domain::record::Moment;
use crate::domain::typed::Typed;

/// What is kept of an open form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Its number; drafts are told apart by it, and so are the undo histories of their fields.
    pub number: u64,
    /// The client that is being changed; none for a new one.
    pub client: Option<ClientId>,
    /// What was typed.
    pub typed: Typed,
    /// What stood in the form when it was opened: what is still so was not touched.
    #[serde(default)]
    pub opened: Typed,
    /// When it was kept.
    pub kept: Moment,
}

impl Draft {
    /// Where drafts stand among what is kept beside the books.
    pub const PREFIX: &'static str = "draft/";

    /// The key of a draft: of equal length, so that they are listed in order.
    pub fn key(number: u64) -> String {
        format!("{}{number:012}", Self::PREFIX)
    }

    /// As kept.
    pub fn encode(&self) -> Vec<u8> {
        // Serialising texts and numbers cannot fail; an empty value would count as a damaged draft.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads a draft; a damaged one is none.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::ClientKind;
    use crate::domain::field::Field;

    #[test]
    fn a_draft_comes_back_as_it_was() {
        let mut typed = Typed::new(ClientKind::Individual, "France");
        typed.set(Field::LastName, "Lefèvre");
        typed.declined.insert(Field::Email);
        typed.distinct_from.insert(ClientId(3));
        typed.kept.insert(Field::Email.into(), "x".into());
        let opened = Typed::new(ClientKind::Company, "Chine");
        let draft = Draft { number: 7, client: Some(ClientId(2)), typed, opened, kept: Moment(5) };
        assert_eq!(Draft::decode(&draft.encode()), Some(draft));
        assert_eq!(Draft::decode(b"{}"), None);
        assert!(Draft::key(9) < Draft::key(10));
    }
}
