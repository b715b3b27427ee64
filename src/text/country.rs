//! What countries, and the languages that clients are written to in, are called.

use super::{Language, Text};
use crate::domain::{country, language};

/// The name of a country in the language of the words; an unknown text stays as it is.
pub fn country<'a>(text: &Text, code: &'a str) -> &'a str {
    let Some(names) = country::names(code) else { return code };
    match text.language() {
        Language::Fr => names.french,
        Language::En => names.english,
        Language::Es => names.spanish,
    }
}

/// The name of a language, by its ISO 639-1 code, in the language of the words; an unknown text stays as it is.
pub fn language_name<'a>(text: &Text, code: &'a str) -> &'a str {
    let Some(names) = language::names(code) else { return code };
    match text.language() {
        Language::Fr => names.french,
        Language::En => names.english,
        Language::Es => names.spanish,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_names_and_other_texts_stay() {
        let (french, english) = (Text::load(Language::Fr), Text::load(Language::En));
        assert_eq!((language_name(&french, "de"), language_name(&english, "de")), ("allemand", "German"));
        assert_eq!(language_name(&french, "klingon"), "klingon");
        let spanish = Text::load(Language::Es);
        assert_eq!((country(&spanish, "DE"), language_name(&spanish, "de")), ("Alemania", "alemán"));
    }
}
