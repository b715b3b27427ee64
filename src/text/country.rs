//! What countries are called.

use super::{Language, Text};
use crate::domain::country;

/// The name of a country in the language of the words; an unknown text stays as it is.
pub fn country<'a>(text: &Text, code: &'a str) -> &'a str {
    let Some(names) = country::names(code) else { return code };
    match text.language() {
        Language::Fr => names.french,
        Language::En => names.english,
        Language::Es => names.spanish,
    }
}
