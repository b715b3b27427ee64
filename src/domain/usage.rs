//! What categories, custom fields and choices are used by: how many clients hold each, to be said before one is changed.
//!
//! Kept beside the search index and brought up to date with each change, so that no page counts a whole book.

use std::collections::BTreeMap;

use super::client::Client;
use super::custom_field::FieldKind;
use super::setup::Setup;

/// How many clients, archived ones too, hold what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    categories: BTreeMap<u64, usize>,
    fields: BTreeMap<u64, usize>,
    choices: BTreeMap<(u64, String), usize>,
}

impl Usage {
    /// Counts a client in. What the setup does not know as a choice is counted by its field only.
    pub fn add(&mut self, client: &Client, setup: &Setup) {
        for category in &client.categories {
            more(&mut self.categories, *category);
        }
        for (field, value) in &client.custom {
            more(&mut self.fields, *field);
            if setup.field(*field).is_some_and(|field| field.kind == FieldKind::Choice) {
                more(&mut self.choices, (*field, value.clone()));
            }
        }
    }

    /// Counts a client out.
    pub fn remove(&mut self, client: &Client) {
        for category in &client.categories {
            fewer(&mut self.categories, category);
        }
        for (field, value) in &client.custom {
            fewer(&mut self.fields, field);
            fewer(&mut self.choices, &(*field, value.clone()));
        }
    }

    /// Takes up what another part of the book holds.
    pub fn append(&mut self, other: Self) {
        append(&mut self.categories, other.categories);
        append(&mut self.fields, other.fields);
        append(&mut self.choices, other.choices);
    }

    /// How many clients are in a category.
    pub fn of_category(&self, id: u64) -> usize {
        self.categories.get(&id).copied().unwrap_or_default()
    }

    /// How many clients hold a value of a custom field.
    pub fn of_field(&self, id: u64) -> usize {
        self.fields.get(&id).copied().unwrap_or_default()
    }

    /// How many clients hold this value of a choice.
    pub fn of_choice(&self, field: u64, value: &str) -> usize {
        self.choices.get(&(field, value.to_owned())).copied().unwrap_or_default()
    }
}

fn more<K: Ord>(counts: &mut BTreeMap<K, usize>, key: K) {
    let count = counts.entry(key).or_default();
    *count = count.saturating_add(1);
}

/// What nobody holds any more is forgotten.
fn fewer<K: Ord>(counts: &mut BTreeMap<K, usize>, key: &K) {
    if let Some(count) = counts.get_mut(key) {
        *count = count.saturating_sub(1);
        if *count == 0 {
            counts.remove(key);
        }
    }
}

fn append<K: Ord>(counts: &mut BTreeMap<K, usize>, other: BTreeMap<K, usize>) {
    for (key, number) in other {
        let count = counts.entry(key).or_default();
        *count = count.saturating_add(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::custom_field::CustomField;
    use crate::domain::setup::HOME;

    fn setup() -> Setup {
        let field = |id, kind| CustomField { id, kind, name: id.to_string(), ..CustomField::default() };
        Setup::new(HOME).with(Vec::new(), vec![field(1, FieldKind::Choice), field(2, FieldKind::Text)])
    }

    fn client(categories: &[u64], custom: &[(u64, &str)]) -> Client {
        Client {
            categories: categories.to_vec(),
            custom: custom.iter().map(|(field, value)| (*field, (*value).to_owned())).collect(),
            ..Client::default()
        }
    }

    #[test]
    fn who_holds_what_is_counted_in_and_out() {
        let (one, other) = (client(&[7, 8], &[(1, "Or"), (2, "x")]), client(&[8], &[(1, "Or")]));
        let mut usage = Usage::default();
        usage.add(&one, &setup());
        usage.add(&other, &setup());
        assert_eq!([7, 8, 9].map(|id| usage.of_category(id)), [1, 2, 0]);
        assert_eq!([1, 2, 3].map(|id| usage.of_field(id)), [2, 1, 0]);
        assert_eq!((usage.of_choice(1, "Or"), usage.of_choice(2, "x"), usage.of_choice(1, "x")), (2, 0, 0));
        let whole = usage.clone();
        usage.remove(&one);
        assert_eq!([7, 8].map(|id| usage.of_category(id)), [0, 1]);
        assert_eq!((usage.of_field(1), usage.of_choice(1, "Or")), (1, 1));
        usage.add(&one, &setup());
        assert_eq!(usage, whole);
        usage.remove(&one);
        usage.remove(&other);
        assert_eq!(usage, Usage::default());
    }

    #[test]
    fn parts_of_a_book_are_added_up() {
        let (one, other) = (client(&[7], &[(1, "Or")]), client(&[7, 8], &[(1, "Or"), (2, "x")]));
        let part = |client: &Client| {
            let mut usage = Usage::default();
            usage.add(client, &setup());
            usage
        };
        let mut whole = part(&one);
        whole.append(part(&other));
        let mut same = part(&other);
        same.add(&one, &setup());
        assert_eq!(whole, same);
        assert_eq!(whole.of_category(7), 2);
    }
}
