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

/// The settings that an index depends on. When one changes, the index is made anew; only categories, and names and order of
/// custom fields, may change under it.
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

    /// Whether clients are read alike under another setup: custom fields that were there and still are have the kind and
    /// the choices they had. Of one that is new nobody has a value yet, and whoever had one of a field that is gone has
    /// changed with it.
    pub(super) fn reads_alike(&self, other: &Setup) -> bool {
        let alike =
            |one: &CustomField, other: &CustomField| one.kind == other.kind && one.choices == other.choices;
        let fields = self.setup.fields().iter();
        self.setup.home == other.home
            && self.setup.policy == other.policy
            && fields
                .filter_map(|field| Some((field, other.field(field.id)?)))
                .all(|(one, other)| alike(one, other))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::setup::HOME;

    fn setup(fields: &[CustomField]) -> Setup {
        Setup::new(HOME).with(Vec::new(), fields.to_vec())
    }

    fn field(id: u64, kind: FieldKind) -> CustomField {
        CustomField {
            id,
            name: format!("F{id}"),
            kind,
            choices: vec!["A".into(), "B".into()],
            ..CustomField::default()
        }
    }

    #[test]
    fn clients_are_read_alike_until_a_field_means_something_else() {
        let fields = [field(1, FieldKind::Choice), field(2, FieldKind::Number)];
        let reading = Reading::new("fr", setup(&fields));
        let with = |change: fn(&mut CustomField)| {
            let [mut one, other] = fields.clone();
            change(&mut one);
            reading.reads_alike(&setup(&[one, other]))
        };
        assert!(with(|field| (field.name, field.hidden, field.rank) = ("Autre".into(), true, 9)));
        assert!(!with(|field| field.kind = FieldKind::Text));
        assert!(!with(|field| field.choices.reverse()));
        assert!(reading.reads_alike(&setup(&[
            fields[0].clone(),
            fields[1].clone(),
            field(3, FieldKind::Text)
        ])));
        assert!(reading.reads_alike(&setup(&[fields[1].clone()])));
        let category = Category { id: 1, name: "Gros".into(), ..Category::default() };
        assert!(reading.reads_alike(&Setup::new(HOME).with(vec![category], fields.to_vec())));
        assert!(!reading.reads_alike(&Setup::new("BE").with(Vec::new(), fields.to_vec())));
    }

    #[test]
    fn what_is_no_value_of_its_kind_comes_after_all_that_are() {
        let fields =
            [FieldKind::Number, FieldKind::Date, FieldKind::YesNo, FieldKind::Choice, FieldKind::Text];
        let fields: Vec<_> = fields.into_iter().zip(1..).map(|(kind, id)| field(id, kind)).collect();
        let reading = Reading::new("fr", setup(&fields));
        let key = |field, value: &str| {
            let mut key = Vec::new();
            reading.push_custom_key(field, value, &mut key);
            key
        };
        for (field, values) in [
            (1, ["-9", "9", "10", "abc", "peu"]),
            (2, ["1999-01-01", "2026-11-24", "9999-12-31", "abc", "hier"]),
            (3, ["yes", "no", "!", "abc", "peut-être"]),
            (4, ["A", "B", "!", "Aa", "b"]),
            (5, ["Atelier 9", "atelier 10", "Éa", "eb", "~"]),
            (9, ["Atelier 9", "atelier 10", "Éa", "eb", "f"]),
        ] {
            let sorted = if field == 5 { &values[..4] } else { &values[..] };
            assert!(sorted.is_sorted_by(|one, next| key(field, one) < key(field, next)), "{values:?}");
            assert_eq!(key(field, ""), [0; 0]);
        }
        // The start of a long text is enough.
        let long = "é".repeat(80);
        assert_eq!(key(5, &long), key(5, &(long.clone() + "a")));
        assert_ne!(key(5, &long), key(5, &long[2..]));
    }
}
