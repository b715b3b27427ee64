//! Countries, by ISO 3166-1 alpha-2 code, and the names that people type for them.

/// A country, named in the three languages of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code, in upper case.
    pub code: &'static str,
    /// Name in French.
    pub french: &'static str,
    /// Name in English.
    pub english: &'static str,
    /// Name in Spanish.
    pub spanish: &'static str,
}

/// The country with this code, in upper case.
pub fn names(code: &str) -> Option<Country> {
    match code {
        "FR" => Some(Country { code: "FR", french: "France", english: "France", spanish: "Francia" }),
        "DE" => Some(Country { code: "DE", french: "Allemagne", english: "Germany", spanish: "Alemania" }),
        _ => None,
    }
}
