//! How clients are read into the index: the language they are sorted in, and the setup that says what is missing and what is doubted.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;

use crate::domain::fold::fold;
use crate::domain::setup::Setup;

/// The settings that an index depends on. When one changes, the index is made anew.
#[derive(Debug)]
pub struct Reading {
    setup: Setup,
    /// None only if the program was built without the data of its languages.
    collator: Option<CollatorBorrowed<'static>>,
}

impl Reading {
    /// `language` is an ISO 639-1 code; an unknown one sorts in the order that suits most languages.
    pub fn new(language: &str, setup: Setup) -> Self {
        let locale = language.parse().unwrap_or(Locale::UNKNOWN);
        let mut wished = CollatorPreferences::from(&locale);
        wished.numeric_ordering = Some(CollationNumericOrdering::True);
        // The defaults of the language: spaces and punctuation count, so that names sort word by word.
        Self { setup, collator: CollatorBorrowed::try_new(wished, CollatorOptions::default()).ok() }
    }

    /// What is wished of a client's fields, and what they are checked by.
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// Appends bytes that compare as the texts sort; none for an empty text.
    pub(super) fn push_key(&self, text: &str, key: &mut Vec<u8>) {
        if text.is_empty() {
            return;
        }
        let written = self.collator.as_ref().map(|collator| collator.write_sort_key_to(text, key));
        if written.is_none() {
            key.extend_from_slice(fold(text).as_bytes());
        }
    }
}
