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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fold::fold;

    fn labels() -> Labels {
        let named = |(id, name): (u64, &str)| Category { id, name: name.into(), ..Category::default() };
        let names = [(4, "Zone 75"), (2, "Détaillants"), (9, "Clients réguliers"), (3, "clients réguliers")];
        let push_key = |name: &str, key: &mut Vec<u8>| key.extend(fold(name).bytes());
        Labels::of(&names.map(named), push_key)
    }

    #[test]
    fn they_stand_by_name_then_id() {
        assert_eq!(labels().iter().map(|label| label.id).collect::<Vec<_>>(), [3, 9, 2, 4]);
        let keys = [&[9][..], &[4, 2], &[4]].map(|held| labels().key_of(held));
        assert_eq!(keys, [[0, 0, 0, 1], [0, 0, 0, 2], [0, 0, 0, 3]]);
        assert_eq!([&[][..], &[7]].map(|held| labels().key_of(held)), [[0; 0]; 2]);
    }

    #[test]
    fn names_are_folded_and_searched_by_words() {
        let matching = |word: &str| {
            let spaced = format!(" {word}");
            labels().matching(&Needle::new(&spaced)).collect::<Vec<_>>()
        };
        assert_eq!(matching("detail"), [(2, Position::Start)]);
        assert_eq!(matching("regu"), [(3, Position::Start), (9, Position::Start)]);
        assert_eq!(matching("aillants"), [(2, Position::Inside)]);
        assert_eq!(matching("gros"), []);
        assert_eq!(labels().words_of(&[4, 2, 8]), " detaillants zone 75");
        assert_eq!(labels().words_of(&[]), "");
    }
}
