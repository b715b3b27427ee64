//! Notes: what was said and agreed, dated, private.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::client::ClientId;
use super::record::{Invalid, Kind, Record};

/// What a note is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Anything.
    #[default]
    Note,
    /// A telephone call.
    Call,
    /// A meeting.
    Meeting,
    /// Something agreed.
    Agreement,
    /// A date to be reminded of.
    ImportantDate,
}

impl NoteKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Note, Self::Call, Self::Meeting, Self::Agreement, Self::ImportantDate];

    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Call => "call",
            Self::Meeting => "meeting",
            Self::Agreement => "agreement",
            Self::ImportantDate => "important_date",
        }
    }
}

/// A note about a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Identity, never used again.
    pub id: u64,
    /// Whom it is about.
    pub client: ClientId,
    /// The day it stands under.
    pub date: NaiveDate,
    /// What it is about.
    #[serde(default)]
    pub kind: NoteKind,
    /// Free text, several lines.
    pub text: String,
    /// Stands before the others.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
    /// The day from which one is reminded of it, until that is done or put off; none if one is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remind: Option<NaiveDate>,
}

impl Record for Note {
    const KIND: Kind = Kind::Note;

    fn id(&self) -> u64 {
        self.id
    }

    fn references(&self) -> Vec<(Kind, u64)> {
        vec![(Kind::Client, self.client.0)]
    }

    fn validate(&self) -> Result<(), Invalid> {
        if self.id == 0 || self.client == ClientId::NEW {
            return Err(Invalid::NoId);
        }
        if self.text.trim().is_empty() {
            return Err(Invalid::Empty("text"));
        }
        Invalid::check_text("text", &self.text)
    }
}
