//! Doubts: values that may be wrong. They are kept as typed, marked "to check", and not used.

use super::client::Client;
use super::field::Field;

/// Why a value is doubted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not an e-mail address.
    EmailMalformed,
    /// An e-mail address whose domain is probably mistyped; the whole address as it was probably meant.
    EmailTypo(String),
    /// Not a telephone number of its country.
    PhoneMalformed,
    /// Not a postcode of its country; one that would be, as an example.
    PostcodeMalformed(&'static str),
    /// Not a country that is known.
    CountryUnknown,
    /// Neither 9 nor 14 digits.
    RegistrationLength,
    /// A SIREN with a wrong or missing digit.
    SirenCheck,
    /// A SIRET with a wrong or missing digit.
    SiretCheck,
}

impl Reason {
    /// A likely typo can be kept on purpose; a malformed value stays "to check".
    pub fn can_be_kept(&self) -> bool {
        matches!(self, Self::EmailTypo(_))
    }
}

/// A doubted value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The field it stands in.
    pub field: Field,
    /// Why it is doubted.
    pub reason: Reason,
}

/// The doubts of a client, in the order of the form; a likely typo that was kept on purpose is none.
pub fn doubts(client: &Client) -> Vec<Doubt> {
    let _ = client;
    Vec::new()
}
