//! Postal addresses, and what a postcode looks like in each country.

use serde::{Deserialize, Serialize};

/// A postal address, each part as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Number and street.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub street: String,
    /// Building, floor, "care of".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub street2: String,
    /// Postcode.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postcode: String,
    /// City.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// Region, province or state.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub region: String,
    /// ISO 3166-1 alpha-2 code, or the text that was not recognised; empty if none was given.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country: String,
}

impl Address {
    /// Its parts, in the order of the form.
    pub fn lines(&self) -> [&str; 6] {
        [&self.street, &self.street2, &self.postcode, &self.city, &self.region, &self.country]
    }
}
