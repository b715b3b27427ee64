//! The names of the categories, looked at when a query is answered: a category is renamed without reading its clients.

use super::flat::{Needle, Position};
use super::texts::push_words;
use crate::domain::category::Category;

/// The categories of a book, in the order of their names in the language.
#[derive(Debug, Default)]
pub(super) struct Labels(Vec<Label>);

/// A category.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) id: u64,
    /// The folded words of its name, each with a space before it.
    pub(super) words: String,
}

impl Labels {
    /// `push_key` writes the bytes that names sort by.
    pub(super) fn of(categories: &[Category], push_key: impl Fn(&str, &mut Vec<u8>)) -> Self {
        let mut keyed: Vec<_> = categories
            .iter()
            .map(|category| {
                let (mut words, mut key) = (String::new(), Vec::new());
                push_words(&category.name, &mut words);
                push_key(&category.name, &mut key);
                (key, Label { id: category.id, words })
            })
            .collect();
        keyed.sort_by(|(one, left), (other, right)| one.cmp(other).then(left.id.cmp(&right.id)));
        Self(keyed.into_iter().map(|(_, label)| label).collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Label> {
        self.0.iter()
    }

    /// The categories whose names have a word, each with its best position.
    pub(super) fn matching(&self, needle: &Needle<'_>) -> impl Iterator<Item = (u64, Position)> {
        self.0.iter().filter_map(|label| Some((label.id, needle.position(label.words.as_bytes())?)))
    }

    /// The words of the names of these categories.
    pub(super) fn words_of(&self, categories: &[u64]) -> String {
        let held = |label: &&Label| categories.contains(&label.id);
        if categories.is_empty() {
            return String::new();
        }
        self.0.iter().filter(held).map(|label| label.words.as_str()).collect()
    }

    /// What a client in these categories is compared by; empty for one in none.
    pub(super) fn key_of(&self, categories: &[u64]) -> Vec<u8> {
        let first = self.0.iter().zip(0_u32..).find(|(label, _)| categories.contains(&label.id));
        first.map_or_else(Vec::new, |(_, place)| place.to_be_bytes().to_vec())
    }
}
