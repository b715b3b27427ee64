//! Categories: the groups that clients are put in, as many as wanted, several for one client.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::label;
use super::record::{Invalid, Kind, Record};

/// The colour of a category's label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tint {
    /// Blue.
    #[default]
    Blue,
    /// Violet.
    Violet,
    /// Amber.
    Amber,
    /// Green.
    Green,
    /// Rose.
    Rose,
    /// Grey.
    Grey,
}

impl Tint {
    /// Every tint, in the order in which new categories take them.
    pub const ALL: [Self; 6] = [Self::Blue, Self::Violet, Self::Amber, Self::Green, Self::Rose, Self::Grey];

    /// The tint that the category with this id takes unless another is chosen.
    pub fn of(id: u64) -> Self {
        let place = id.saturating_sub(1).checked_rem(6).and_then(|rest| usize::try_from(rest).ok());
        place.and_then(|place| Self::ALL.get(place)).copied().unwrap_or_default()
    }
}

/// A category.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Identity, never used again.
    pub id: u64,
    /// Its name; no other category has the same, accents and case set aside.
    pub name: String,
    /// Its colour.
    #[serde(default)]
    pub tint: Tint,
}

impl Category {
    /// The most characters of a name.
    pub const LONGEST: usize = 100;

    /// Whether a name, as typed, is that of this category: accents and case set aside.
    pub fn is_named(&self, name: &str) -> bool {
        label::key(&self.name) == label::key(name)
    }
}

impl Record for Category {
    const KIND: Kind = Kind::Category;

    fn id(&self) -> u64 {
        self.id
    }

    fn called(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.name))
    }

    fn unique(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(label::key(&self.name)))
    }

    fn validate(&self) -> Result<(), Invalid> {
        if self.id == 0 {
            return Err(Invalid::NoId);
        }
        Invalid::check_name("category", &self.name, Self::LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_whatever_its_accents_and_capitals() {
        let category = Category { id: 1, name: "Détaillants".into(), tint: Tint::Amber };
        assert!(category.is_named("detaillants") && category.is_named(" DÉTAILLANTS "));
        assert!(!category.is_named("detaillant"));
    }

    #[test]
    fn tints_come_one_after_the_other() {
        assert_eq!([1, 2, 6, 7].map(Tint::of), [Tint::Blue, Tint::Violet, Tint::Grey, Tint::Blue]);
    }

    #[test]
    fn a_category_has_an_id_and_a_name_on_one_line() {
        let named = |id, name: &str| Category { id, name: name.into(), tint: Tint::Blue }.validate();
        assert_eq!(named(1, "Gros"), Ok(()));
        assert_eq!(named(0, "Gros"), Err(Invalid::NoId));
        assert_eq!(named(1, "  "), Err(Invalid::Empty("category")));
        assert_eq!(named(1, "a\nb"), Err(Invalid::ControlCharacter("category")));
        assert_eq!(named(1, &"é".repeat(100)), Ok(()));
        assert_eq!(named(1, &"é".repeat(101)), Err(Invalid::TooLong("category")));
    }
}
