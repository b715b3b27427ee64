//! Postal addresses, and what a postcode looks like in each country.

use serde::{Deserialize, Serialize};

/// A postal address, each part as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Number and street.
    pub street: String,
    /// Building, floor, "care of".
    pub street2: String,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
    /// Region, province or state.
    pub region: String,
    /// ISO 3166-1 alpha-2 code, or the text that was not recognised; empty if none was given.
    pub country: String,
}

impl Address {
    /// Its parts, in the order of the form.
    pub fn lines(&self) -> [&str; 6] {
        [&self.street, &self.street2, &self.postcode, &self.city, &self.region, &self.country]
    }
}
