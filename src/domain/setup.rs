//! What a book says of how clients are kept: its country, what is wished of fields, its categories and custom fields.

use std::collections::BTreeMap;

use super::category::Category;
use super::custom_field::CustomField;
use super::label;
use super::policy::Policy;
use super::record::Kind;

/// The book's own country, until it can be chosen (issue 04).
pub const HOME: &str = "FR";

/// The setup of a book, as far as clients are concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The book's own country: ISO 3166-1 alpha-2.
    pub home: String,
    /// What is wished of fields.
    pub policy: Policy,
    /// What separates decimals where something is typed now: a comma in French, a point in English.
    pub point: char,
    categories: Vec<Category>,
    fields: Vec<CustomField>,
    /// Where a category or a field of this name stands: names are looked up for every client that is typed or read.
    category_names: BTreeMap<String, usize>,
    field_names: BTreeMap<String, usize>,
}

impl Setup {
    /// The kinds of record it is read from.
    pub const KINDS: [Kind; 3] = [Kind::Category, Kind::CustomField, Kind::Policy];

    /// The setup of a book without categories and custom fields.
    pub fn new(home: &str) -> Self {
        Self {
            home: home.to_owned(),
            policy: Policy::default(),
            point: ',',
            categories: Vec::new(),
            fields: Vec::new(),
            category_names: BTreeMap::new(),
            field_names: BTreeMap::new(),
        }
    }

    /// The same with these categories and custom fields, in any order.
    #[must_use]
    pub fn with(self, mut categories: Vec<Category>, mut fields: Vec<CustomField>) -> Self {
        categories.sort_by_cached_key(|category| (label::key(&category.name), category.id));
        fields.sort_by_key(|field| (field.rank, field.id));
        let category_names = places(categories.iter().map(|category| category.name.as_str()));
        let field_names = places(fields.iter().map(|field| field.name.as_str()));
        Self { categories, fields, category_names, field_names, ..self }
    }

    /// All categories, by name.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// All custom fields, hidden ones too, in their order.
    pub fn fields(&self) -> &[CustomField] {
        &self.fields
    }

    /// The custom fields that are asked for, in their order.
    pub fn shown_fields(&self) -> impl Iterator<Item = &CustomField> {
        self.fields.iter().filter(|field| !field.hidden)
    }

    /// A category by id.
    pub fn category(&self, id: u64) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == id)
    }

    /// A category by its name as typed.
    pub fn category_named(&self, name: &str) -> Option<&Category> {
        self.categories.get(*self.category_names.get(&label::key(name))?)
    }

    /// A custom field by id.
    pub fn field(&self, id: u64) -> Option<&CustomField> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// A custom field by its name as typed.
    pub fn field_named(&self, name: &str) -> Option<&CustomField> {
        self.fields.get(*self.field_names.get(&label::key(name))?)
    }
}

/// Where each name stands; of names that are the same the first.
fn places<'a>(
    names: impl DoubleEndedIterator<Item = &'a str> + ExactSizeIterator,
) -> BTreeMap<String, usize> {
    names.enumerate().rev().map(|(place, name)| (label::key(name), place)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_stand_by_name_and_fields_by_rank() {
        let category = |id, name: &str| Category { id, name: name.into(), ..Category::default() };
        let field = |id, rank, hidden| CustomField {
            id,
            rank,
            hidden,
            name: id.to_string(),
            ..CustomField::default()
        };
        let setup = Setup::new("FR").with(
            vec![category(1, "Gros"), category(2, "Élite"), category(3, "détail")],
            vec![field(1, 2, false), field(2, 1, true), field(3, 1, false)],
        );
        let ids = |all: Vec<u64>| all;
        assert_eq!(ids(setup.categories().iter().map(|one| one.id).collect()), [3, 2, 1]);
        assert_eq!(ids(setup.fields().iter().map(|one| one.id).collect()), [2, 3, 1]);
        assert_eq!(ids(setup.shown_fields().map(|one| one.id).collect()), [3, 1]);
        assert_eq!(setup.category(2).map(|one| one.name.as_str()), Some("Élite"));
        assert_eq!(setup.category_named("ELITE").map(|one| one.id), Some(2));
        assert_eq!((setup.field(3).map(|one| one.id), setup.field(9)), (Some(3), None));
        assert_eq!(setup.field_named("2").map(|one| one.id), Some(2));
        // Of two that are named alike the first: a book that a fault left so is still read.
        let twice = Setup::new("FR").with(vec![category(4, "gros"), category(2, "Gros")], Vec::new());
        assert_eq!(twice.category_named("GROS").map(|one| one.id), Some(2));
        assert!(setup.category(9).is_none() && setup.category_named("x").is_none());
    }
}
