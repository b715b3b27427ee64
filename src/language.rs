//! The languages that the program speaks.

use std::fmt;
use std::str::FromStr;

use unic_langid::LanguageIdentifier;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// French, the first.
    #[default]
    Fr,
    /// English, as written in Britain.
    En,
    /// Spanish, as written in Spain.
    Es,
}

/// Not a language of the program.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a language of Comptoir: {0:?}")]
pub struct UnknownLanguage(pub String);

impl Language {
    /// Every language, the first one first.
    pub const ALL: [Self; 3] = [Self::Fr, Self::En, Self::Es];

    /// Its ISO 639-1 code: what `--lang` takes and the settings keep.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// Its name in itself, for whoever looks for their own.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::Es => "Español",
        }
    }

    /// What the user asked for in the system: the first of the preferred languages that is known, else French.
    pub fn of_system() -> Self {
        Self::preferred(sys_locale::get_locales())
    }

    fn preferred(locales: impl Iterator<Item = String>) -> Self {
        locales.into_iter().find_map(|locale| locale.parse().ok()).unwrap_or_default()
    }

    /// With the country whose habits are followed.
    pub(crate) fn identifier(self) -> LanguageIdentifier {
        let code = match self {
            Self::Fr => "fr-FR",
            Self::En => "en-GB",
            Self::Es => "es-ES",
        };
        code.parse().unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a code with or without a country (`fr`, `fr-FR`, `fr_FR.UTF-8`).
    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        let language = code.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|known| known.code().eq_ignore_ascii_case(language))
            .ok_or_else(|| UnknownLanguage(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_with_or_without_country() {
        for (code, language) in [
            ("fr", Language::Fr),
            ("fr-CA", Language::Fr),
            ("fr_FR.UTF-8", Language::Fr),
            ("EN", Language::En),
            ("en-US", Language::En),
            ("es@euro", Language::Es),
        ] {
            assert_eq!(code.parse(), Ok(language), "{code}");
        }
        for code in ["", "f", "fra", "de", "frfr", "C", "-fr"] {
            assert_eq!(code.parse::<Language>(), Err(UnknownLanguage(code.to_owned())));
        }
        for language in Language::ALL {
            assert_eq!(language.to_string().parse(), Ok(language));
        }
    }

    #[test]
    fn the_first_known_language_of_the_system_is_taken() {
        let preferred = |locales: &[&str]| Language::preferred(locales.iter().map(|&one| one.to_owned()));
        assert_eq!(preferred(&["de-DE", "en-GB", "fr-FR"]), Language::En);
        assert_eq!(preferred(&["es-ES", "fr-FR"]), Language::Es);
        assert_eq!(preferred(&["C"]), Language::Fr);
        assert_eq!(preferred(&[]), Language::Fr);
    }

    #[test]
    fn plurals_follow_the_country() {
        let identifiers = Language::ALL.map(|language| language.identifier().to_string());
        assert_eq!(identifiers, ["fr-FR", "en-GB", "es-ES"]);
    }

    #[test]
    fn each_is_named_in_itself() {
        assert_eq!(Language::ALL.map(Language::name), ["Français", "English", "Español"]);
    }
}
