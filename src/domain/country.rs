//! Countries, by ISO 3166-1 alpha-2 code, and the names that people type for them.

/// The names in French, English and Spanish of a country.
pub fn names(code: &str) -> Option<[&'static str; 3]> {
    match code {
        "FR" => Some(["France", "France", "Francia"]),
        "BE" => Some(["Belgique", "Belgium", "Bélgica"]),
        "DE" => Some(["Allemagne", "Germany", "Alemania"]),
        _ => None,
    }
}
