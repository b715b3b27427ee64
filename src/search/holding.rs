//! Categories, custom fields and place of one client, as filters and the order of the table see it.

use super::spot::Spot;
use crate::domain::client::Client;

/// The categories and custom fields of a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Holding {
    /// By id.
    pub(super) categories: Vec<u64>,
    /// Where it is.
    pub(super) spot: Spot,
    /// The values one after the other.
    values: String,
    /// Each field, and where its value ends.
    ends: Vec<(u64, usize)>,
}

impl Holding {
    /// Without custom fields.
    pub(super) fn new(categories: Vec<u64>, spot: Spot) -> Self {
        Self { categories, spot, ..Self::default() }
    }

    /// `home` is the book's own country.
    pub(super) fn of(client: &Client, home: &str) -> Self {
        let mut holding = Self::new(client.categories.clone(), Spot::of(&client.address, home));
        for (field, value) in &client.custom {
            holding.push_custom(*field, value);
        }
        holding
    }

    /// Takes in the value of a further field.
    pub(super) fn push_custom(&mut self, field: u64, value: &str) {
        if !value.is_empty() {
            self.values.push_str(value);
            self.ends.push((field, self.values.len()));
        }
    }

    /// The value of a custom field, if it has one.
    pub(super) fn custom(&self, field: u64) -> Option<&str> {
        self.customs().find(|(of, _)| *of == field).map(|(_, value)| value)
    }

    /// Each field that has a value, and the value.
    pub(super) fn customs(&self) -> impl Iterator<Item = (u64, &str)> {
        let starts = [0].into_iter().chain(self.ends.iter().map(|(_, end)| *end));
        let pieces = starts.zip(&self.ends);
        pieces.filter_map(|(start, (field, end))| Some((*field, self.values.get(start..*end)?)))
    }
}
