//! How clients are read into the index: the language they are sorted in, and the setup that says what is missing and what is doubted.

use std::sync::Arc;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::Locale;

use super::cells::key_of_kind;
use super::labels::Labels;
use crate::domain::custom_field::{CustomField, FieldKind};
use crate::domain::fold::fold;
use crate::domain::setup::Setup;

/// The settings that an index depends on. When one changes, the index is made anew; only the names of categories and custom
/// fields may change under it.
#[derive(Debug)]
pub struct Reading {
    setup: Setup,
    labels: Labels,
    /// None only if the program was built without the data of its languages.
    collator: Option<Arc<CollatorBorrowed<'static>>>,
}

impl Reading {
    /// `language` is an ISO 639-1 code; an unknown one sorts in the order that suits most languages.
    pub fn new(language: &str, setup: Setup) -> Self {
        let locale = language.parse().unwrap_or(Locale::UNKNOWN);
        let mut wished = CollatorPreferences::from(&locale);
        wished.numeric_ordering = Some(CollationNumericOrdering::True);
        // The defaults of the language: spaces and punctuation count, so that names sort word by word.
        Self::with(setup, CollatorBorrowed::try_new(wished, CollatorOptions::default()).ok().map(Arc::new))
    }

    fn with(setup: Setup, collator: Option<Arc<CollatorBorrowed<'static>>>) -> Self {
        let mut reading = Self { setup, labels: Labels::default(), collator };
        reading.labels = Labels::of(reading.setup.categories(), |name, key| reading.push_key(name, key));
        reading
    }

    /// The same language under another setup.
    pub(super) fn under(&self, setup: Setup) -> Self {
        Self::with(setup, self.collator.clone())
    }

    /// Whether clients are read alike under another setup: it has at most other categories, and other names and another
    /// order of the custom fields.
    pub(super) fn reads_alike(&self, other: &Setup) -> bool {
        let alike = |one: &CustomField, other: &CustomField| {
            one.id == other.id && one.kind == other.kind && one.choices == other.choices
        };
        let fields = self.setup.fields();
        let known = |field: &CustomField| other.field(field.id).is_some_and(|other| alike(field, other));
        self.setup.home == other.home
            && self.setup.policy == other.policy
            && fields.len() == other.fields().len()
            && fields.iter().all(known)
    }

    /// The names of the categories.
    pub(super) fn labels(&self) -> &Labels {
        &self.labels
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

    /// Appends bytes that compare as the values of a custom field sort; none for an empty value.
    pub(super) fn push_custom_key(&self, field: u64, value: &str, key: &mut Vec<u8>) {
        let field = self.setup.field(field);
        if let Some(of_kind) = field.and_then(|field| key_of_kind(field, value)) {
            key.extend(of_kind);
        } else if !value.is_empty() {
            // What is no value of its kind comes after all that are.
            if field.is_some_and(|field| !is_text(field.kind)) {
                key.push(b'~');
            }
            self.push_key(start(value), key);
        }
    }
}

/// Sorted by the language.
fn is_text(kind: FieldKind) -> bool {
    use FieldKind::{Email, Link, LongText, Phone, Text};
    matches!(kind, Text | LongText | Link | Email | Phone)
}

/// The start of a text: enough to sort by.
fn start(text: &str) -> &str {
    const ENOUGH: usize = 80;
    text.char_indices().nth(ENOUGH).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}
