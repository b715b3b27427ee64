//! Which clients are wanted at all.

use super::holdings::Holding;
use super::state::{State, StateFilter};

/// Which clients are wanted: those that are all of what is said here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Only those in this state; none means all, the archived only if a text is looked for.
    pub status: Option<StateFilter>,
    /// Only those in one of these categories; empty means whatever their categories.
    pub categories: Vec<u64>,
    /// In every one of them instead of in one.
    pub all: bool,
    /// Those in no category: one more kind of clients beside those of the categories, or, with [`Self::all`], one more
    /// thing that they must be.
    pub uncategorised: bool,
    /// Only those with these values in custom fields, all of them.
    pub custom: Vec<CustomFilter>,
}

/// A value of a custom field that is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CustomFilter {
    /// The field, by id.
    pub field: u64,
    /// The value as it is kept (see [`crate::domain::custom_field`]); none means any value.
    pub value: Option<String>,
}

impl Filter {
    /// Whether clients in this state are wanted. `has_text`: a text is looked for.
    pub(super) fn admits_state(&self, state: State, has_text: bool) -> bool {
        match self.status {
            Some(status) => status.admits(state),
            None => has_text || !state.archived,
        }
    }

    /// Whether it asks for categories.
    pub(super) fn has_categories(&self) -> bool {
        self.uncategorised || !self.categories.is_empty()
    }

    /// Whether a client with these categories and custom fields is wanted.
    pub(super) fn admits(&self, holding: &Holding) -> bool {
        self.admits_categories(&holding.categories)
            && self.custom.iter().all(|wanted| {
                let value = holding.custom(wanted.field);
                value.is_some_and(|value| wanted.value.as_ref().is_none_or(|wanted| value == wanted))
            })
    }

    fn admits_categories(&self, held: &[u64]) -> bool {
        let mut wanted = self.categories.iter().map(|id| held.contains(id));
        let none = self.uncategorised.then_some(held.is_empty());
        if !self.has_categories() {
            true
        } else if self.all {
            wanted.chain(none).all(|is| is)
        } else {
            wanted.any(|is| is) || none == Some(true)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::state::tests::{ACTIVE, ARCHIVED, BOTH, TO_CHECK, TO_COMPLETE};

    #[test]
    fn a_filter_admits_its_states() {
        let of = |status| Filter { status, ..Filter::default() };
        let all = [ACTIVE, TO_COMPLETE, TO_CHECK, BOTH, ARCHIVED];
        let admitted = |status| all.map(|state| of(status).admits_state(state, false));
        assert_eq!(admitted(None), [true, true, true, true, false]);
        assert_eq!(admitted(Some(StateFilter::Active)), [true, true, true, true, false]);
        assert_eq!(admitted(Some(StateFilter::Archived)), [false, false, false, false, true]);
        assert_eq!(admitted(Some(StateFilter::ToComplete)), [false, true, false, true, false]);
        assert_eq!(admitted(Some(StateFilter::ToCheck)), [false, false, true, true, false]);
        assert!(Filter::default().admits_state(ARCHIVED, true));
        assert!(!of(Some(StateFilter::Active)).admits_state(ARCHIVED, true));
    }

    /// Whether clients in no category, in 1, in 2 and in both are admitted.
    fn admitted(categories: &[u64], [all, uncategorised]: [bool; 2]) -> [bool; 4] {
        let filter = Filter { categories: categories.to_vec(), all, uncategorised, ..Filter::default() };
        [&[][..], &[1], &[2], &[2, 1]].map(|held| {
            let mut holding = Holding::default();
            holding.categories = held.to_vec();
            filter.admits(&holding)
        })
    }

    #[test]
    fn categories_are_any_or_all_and_none_is_one_more() {
        assert_eq!(admitted(&[], [false, false]), [true; 4]);
        assert_eq!(admitted(&[], [true, false]), [true; 4]);
        assert_eq!(admitted(&[1], [false, false]), [false, true, false, true]);
        assert_eq!(admitted(&[1], [true, false]), [false, true, false, true]);
        assert_eq!(admitted(&[1, 2], [false, false]), [false, true, true, true]);
        assert_eq!(admitted(&[1, 2], [true, false]), [false, false, false, true]);
        assert_eq!(admitted(&[], [false, true]), [true, false, false, false]);
        assert_eq!(admitted(&[], [true, true]), [true, false, false, false]);
        assert_eq!(admitted(&[2], [false, true]), [true, false, true, true]);
        assert_eq!(admitted(&[2], [true, true]), [false; 4]);
    }

    #[test]
    fn every_custom_value_that_is_asked_for_must_be_there() {
        let filter = |custom: &[(u64, Option<&str>)]| {
            let custom = custom
                .iter()
                .map(|(field, value)| CustomFilter { field: *field, value: value.map(str::to_owned) });
            Filter { custom: custom.collect(), ..Filter::default() }
        };
        let mut holding = Holding::default();
        holding.push_custom(3, "yes");
        holding.push_custom(7, "Élite");
        for (custom, admits) in [
            ([(3, None)].as_slice(), true),
            (&[(7, Some("Élite"))], true),
            (&[(3, Some("yes")), (7, None)], true),
            (&[(3, Some("no")), (7, None)], false),
            (&[(7, Some("Elite"))], false),
            (&[(4, None)], false),
            (&[(7, Some("yesÉlite"))], false),
        ] {
            assert_eq!(filter(custom).admits(&holding), admits, "{custom:?}");
        }
    }
}
