//! What one would write to a client for: each is asked about by itself.

use serde::{Deserialize, Serialize};

/// What one would write for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Invoices and service messages.
    Service,
    /// Offers and news.
    Offers,
}

impl Purpose {
    /// Every purpose, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Service, Self::Offers];

    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Offers => "offers",
        }
    }
}
