//! Countries, by ISO 3166-1 alpha-2 code, and the names that people type for them.
//!
//! Codes and names stand in `assets/data/countries.csv`, made from CLDR. Kosovo (XK) is among them though ISO
//! has no code for it: everybody uses this one.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;

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

static ROWS: &str = include_str!("../../assets/data/countries.csv");

/// By code: the file is sorted.
static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| rows().map(|(country, _)| country).collect());

/// Codes (of two and three letters) and names, folded.
static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (country, others) in rows() {
        for name in [country.code, country.french, country.english, country.spanish].into_iter().chain(others)
        {
            names.insert(fold(name), country.code);
        }
    }
    names
});

/// Every country, by code.
pub fn all() -> &'static [Country] {
    &COUNTRIES
}

/// The country with this code, in upper case.
pub fn names(code: &str) -> Option<Country> {
    if code.len() != 2 {
        return None;
    }
    let at = COUNTRIES.binary_search_by(|country| country.code.cmp(code)).ok()?;
    COUNTRIES.get(at).copied()
}

/// Is the text the code of a country, in upper case?
pub fn is_code(text: &str) -> bool {
    names(text).is_some()
}

/// The code of the country that was typed as a code or a name, in whatever case and with or without accents.
pub fn recognise(typed: &str) -> Option<&'static str> {
    BY_NAME.get(&fold(typed)).copied()
}

/// The code of the country, or what was typed where there is none such.
pub fn parse(typed: &str) -> String {
    recognise(typed).unwrap_or_else(|| typed.trim()).to_owned()
}

/// France, or one of the territories that have a code of their own but French postcodes.
pub fn is_french(code: &str) -> bool {
    code == "FR" || is_sirene_territory(code) || matches!(code, "NC" | "PF" | "TF" | "WF")
}

/// Are firms there in SIRENE, the French register? New Caledonia, Polynesia and Wallis have registers of their own.
pub fn has_sirene(code: &str) -> bool {
    code == "FR" || is_sirene_territory(code)
}

fn is_sirene_territory(code: &str) -> bool {
    matches!(code, "BL" | "GF" | "GP" | "MF" | "MQ" | "PM" | "RE" | "YT")
}

/// The rows of the file, each with further names.
fn rows() -> impl Iterator<Item = (Country, impl Iterator<Item = &'static str>)> {
    ROWS.lines().filter_map(|row| {
        let mut cells = row.split(';');
        let (code, alpha3) = (cells.next()?, cells.next()?);
        let country = Country { code, french: cells.next()?, english: cells.next()?, spanish: cells.next()? };
        Some((country, cells.next()?.split('|').chain([alpha3]).filter(|name| !name.is_empty())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_file_is_read_in_order() {
        assert_eq!(all().len(), 250);
        assert_eq!(all().len(), ROWS.lines().count());
        assert!(all().is_sorted_by(|one, two| one.code < two.code));
        assert!(all().iter().all(|country| is_code(country.code)));
    }

    #[test]
    fn every_name_is_recognised() {
        for country in all() {
            for name in [country.code, country.french, country.english, country.spanish] {
                assert_eq!(recognise(name), Some(country.code), "{name}");
                assert_eq!(recognise(&name.to_uppercase()), Some(country.code), "{name}");
            }
        }
    }

    #[test]
    fn what_people_type() {
        for (typed, code) in [
            ("fr", "FR"),
            (" France ", "FR"),
            ("FRA", "FR"),
            ("UK", "GB"),
            ("England", "GB"),
            ("Angleterre", "GB"),
            ("u.k.", "GB"),
            ("USA", "US"),
            ("U.S.A.", "US"),
            ("Etats Unis", "US"),
            ("EE. UU.", "US"),
            ("allemagne", "DE"),
            ("DEUTSCHLAND", "DE"),
            ("Belgique", "BE"),
            ("België", "BE"),
            ("Suisse", "CH"),
            ("Schweiz", "CH"),
            ("Hollande", "NL"),
            ("the Netherlands", "NL"),
            ("Cote d’Ivoire", "CI"),
            ("Mexico", "MX"),
            ("la Réunion", "RE"),
            ("Reunion", "RE"),
            ("République Tchèque", "CZ"),
            ("Kosovo", "XK"),
        ] {
            assert_eq!(parse(typed), code, "{typed}");
        }
        assert_eq!(parse(" Syldavie "), "Syldavie");
        assert_eq!(parse(" "), "");
        assert_eq!(recognise(""), None);
    }

    #[test]
    fn a_code_is_in_upper_case() {
        for (text, is) in
            [("FR", true), ("fr", false), ("FRA", false), ("EU", false), ("", false), ("ÉÉ", false)]
        {
            assert_eq!(is_code(text), is, "{text}");
        }
        assert_eq!(names("DE").map(|country| country.spanish), Some("Alemania"));
    }

    #[test]
    fn french_territories() {
        for code in ["FR", "RE", "GP", "MQ", "GF", "YT", "PM", "BL", "MF"] {
            assert!(is_french(code) && has_sirene(code), "{code}");
        }
        for code in ["NC", "PF", "TF", "WF"] {
            assert!(is_french(code) && !has_sirene(code), "{code}");
        }
        for code in ["MC", "BE", ""] {
            assert!(!is_french(code) && !has_sirene(code), "{code}");
        }
    }
}
