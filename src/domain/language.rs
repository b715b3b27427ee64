//! The languages that a client can be written to in, by ISO 639-1 code, and the names that people type for them.
//!
//! They are not the languages of the program: an invoice can go out in any of these once there are words for it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;

/// A language, named in the three languages of the program and in itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// ISO 639-1 code, in lower case.
    pub code: &'static str,
    /// Name in French.
    pub french: &'static str,
    /// Name in English.
    pub english: &'static str,
    /// Name in Spanish.
    pub spanish: &'static str,
    /// Name in itself.
    pub own: &'static str,
    /// ISO 639-2 codes, as other programs have them.
    others: [&'static str; 2],
}

const fn language(
    code: &'static str,
    [french, english, spanish, own]: [&'static str; 4],
    others: [&'static str; 2],
) -> Language {
    Language { code, french, english, spanish, own, others }
}

static LANGUAGES: [Language; 12] = [
    language("fr", ["français", "French", "francés", "français"], ["fra", "fre"]),
    language("en", ["anglais", "English", "inglés", "English"], ["eng", "eng"]),
    language("es", ["espagnol", "Spanish", "español", "español"], ["spa", "spa"]),
    language("de", ["allemand", "German", "alemán", "Deutsch"], ["deu", "ger"]),
    language("it", ["italien", "Italian", "italiano", "italiano"], ["ita", "ita"]),
    language("pt", ["portugais", "Portuguese", "portugués", "português"], ["por", "por"]),
    language("nl", ["néerlandais", "Dutch", "neerlandés", "Nederlands"], ["nld", "dut"]),
    language("pl", ["polonais", "Polish", "polaco", "polski"], ["pol", "pol"]),
    language("ro", ["roumain", "Romanian", "rumano", "română"], ["ron", "rum"]),
    language("ar", ["arabe", "Arabic", "árabe", "العربية"], ["ara", "ara"]),
    language("ru", ["russe", "Russian", "ruso", "русский"], ["rus", "rus"]),
    language("zh", ["chinois", "Chinese", "chino", "中文"], ["zho", "chi"]),
];

/// Codes and names, folded.
static BY_NAME: LazyLock<HashMap<String, &'static Language>> = LazyLock::new(|| {
    let names = |language: &'static Language| {
        let names = [language.code, language.french, language.english, language.spanish, language.own];
        names.into_iter().chain(language.others).map(move |name| (fold(name), language))
    };
    LANGUAGES.iter().flat_map(names).collect()
});

/// Every language, those of the program first.
pub fn all() -> &'static [Language] {
    &LANGUAGES
}

/// The language with this code, in lower case.
pub fn names(code: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.code == code)
}

/// The language that was typed as a code, with or without a country (`fr`, `fr_FR`, `fra`), or as a name, in whatever
/// case and with or without accents.
pub fn recognise(typed: &str) -> Option<&'static Language> {
    let wanted = fold(typed);
    // What is left of `fr-FR` and of `fr_FR.UTF-8` when the punctuation is gone.
    let code = wanted.split_once(' ').filter(|(code, _)| code.len() == 2).map_or("", |(code, _)| code);
    BY_NAME.get(&wanted).copied().or_else(|| names(code))
}

/// The code of the language, or what was typed where there is none such.
pub fn parse(typed: &str) -> String {
    recognise(typed).map_or(typed.trim(), |language| language.code).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_recognised() {
        for one in all() {
            for name in
                [one.code, one.french, one.english, one.spanish, one.own, one.others[0], one.others[1]]
            {
                assert_eq!(recognise(name), Some(one), "{name}");
                assert_eq!(recognise(&name.to_uppercase()), Some(one), "{name}");
            }
            assert_eq!(names(one.code), Some(one));
        }
    }

    #[test]
    fn what_people_and_programs_write() {
        for (typed, code) in [
            ("Français", "fr"),
            (" FRANCAIS ", "fr"),
            ("fr_FR", "fr"),
            ("fr-CA", "fr"),
            ("en_US.UTF-8", "en"),
            ("Espanol", "es"),
            ("anglais", "en"),
            ("deutsch", "de"),
            ("Klingon ", "Klingon"),
            ("français canadien", "français canadien"),
            ("eng US", "eng US"),
            ("", ""),
            ("f", "f"),
        ] {
            assert_eq!(parse(typed), code, "{typed}");
        }
        assert_eq!((names("FR"), names("")), (None, None));
    }
}
