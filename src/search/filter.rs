//! Which clients are wanted at all.

use serde::{Deserialize, Serialize};

use super::state::{State, StateFilter};
use crate::domain::custom_field::{CustomField, FieldKind};
use crate::domain::doubt::Reason;
use crate::domain::setup::Setup;

/// Which clients are wanted: those that are all of what is said here. Kept with views, hence never renamed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
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
    /// Only those in one of these countries (ISO 3166-1 alpha-2); who has none is in the book's own.
    pub countries: Vec<String>,
    /// Only those in one of these cities, accents, case and hyphens set aside.
    pub cities: Vec<String>,
    /// Only those whose postcode begins with one of these, spaces set aside, or lies in one of [`Self::departments`].
    pub postcodes: Vec<String>,
    /// French départements, by number ([`crate::domain::department`]).
    pub departments: Vec<String>,
    /// Only those whose custom fields are so, all of them.
    pub custom: Vec<CustomFilter>,
}

/// What the value of a custom field is to be.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CustomFilter {
    /// The field, by id.
    pub field: u64,
    /// What its value is to be.
    pub is: Condition,
}

/// What a value is to be. Values are given as they are kept (see [`crate::domain::custom_field`]).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// There is one.
    Filled,
    /// There is none.
    Empty,
    /// This one.
    Is(String),
    /// Somewhere in it stands this, accents, case and punctuation set aside.
    Contains(String),
    /// A number, an amount or a day from the first to the second, both among them; without an end, whatever comes.
    Between {
        /// The least.
        from: Option<String>,
        /// The greatest.
        to: Option<String>,
    },
}

impl Condition {
    /// Whether values of a kind can be so.
    pub fn fits(&self, kind: FieldKind) -> bool {
        use FieldKind::{Amount, Choice, Date, Number, YesNo};
        match self {
            Self::Filled | Self::Empty => true,
            Self::Is(_) => matches!(kind, Choice | YesNo),
            Self::Contains(_) => !matches!(kind, Number | Amount | Date | YesNo | Choice),
            Self::Between { .. } => matches!(kind, Number | Amount | Date),
        }
    }
}

/// An end or a piece as it was typed, as it is kept; none if nothing was typed. What cannot be read as the field's kind
/// bounds nothing and is no value of it: why it cannot.
pub fn read_typed(field: &CustomField, typed: &str, point: char) -> Result<Option<String>, Reason> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let is_piece = Condition::Contains(String::new()).fits(field.kind);
    let value = if is_piece { typed.to_owned() } else { field.read(typed, point) };
    // A piece of an address need be no address.
    match field.doubt(&value, "").filter(|_| !is_piece) {
        Some(reason) => Err(reason),
        None => Ok(Some(value)),
    }
}

impl Condition {
    /// Whether values of a kind lie between others.
    pub fn is_ranged(kind: FieldKind) -> bool {
        Self::Between { from: None, to: None }.fits(kind)
    }

    /// What is asked of a field by what was typed: a value, a piece, or the least and the greatest value; none if nothing was.
    pub fn of_typed(field: &CustomField, ends: [&str; 2], point: char) -> Result<Option<Self>, Reason> {
        let [first, last] = ends.map(|typed| read_typed(field, typed, point));
        if Self::is_ranged(field.kind) {
            let (from, to) = (first?, last?);
            return Ok((from.is_some() || to.is_some()).then_some(Self::Between { from, to }));
        }
        let is = if Self::Is(String::new()).fits(field.kind) { Self::Is } else { Self::Contains };
        Ok(first?.map(is))
    }
}

impl Filter {
    /// Leaves out what is said of categories and custom fields that are gone, and what a field that is of another kind now
    /// cannot be; whether there was any.
    pub fn prune(&mut self, setup: &Setup) -> bool {
        let before = self.categories.len().saturating_add(self.custom.len());
        self.categories.retain(|id| setup.category(*id).is_some());
        self.custom.retain(|one| setup.field(one.field).is_some_and(|field| one.is.fits(field.kind)));
        self.categories.len().saturating_add(self.custom.len()) != before
    }

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

    /// Whether clients in these categories are wanted.
    pub(super) fn admits_categories(&self, held: &[u64]) -> bool {
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
    use crate::domain::category::Category;
    use crate::domain::client::Client;
    use crate::domain::setup::HOME;
    use crate::search::holding::Holding;
    use crate::search::reading::Reading;
    use crate::search::sieve::Sieve;
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
            Sieve::new(&filter, &Reading::new("fr", Setup::new(HOME))).admits(&holding)
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

    fn fields() -> Vec<CustomField> {
        let field = |(id, kind)| CustomField { id, kind, name: format!("F{id}"), ..CustomField::default() };
        (1..).zip(FieldKind::ALL).map(field).collect()
    }

    /// Whether a client with this value in the field is admitted.
    fn admits(custom: &[(u64, Condition)], values: &[(u64, &str)]) -> bool {
        let custom = custom.iter().map(|(field, is)| CustomFilter { field: *field, is: is.clone() });
        let filter = Filter { custom: custom.collect(), ..Filter::default() };
        let reading = Reading::new("fr", Setup::new(HOME).with(Vec::new(), fields()));
        let values = values.iter().map(|(field, value)| (*field, (*value).to_owned()));
        let client = Client { custom: values.collect(), ..Client::default() };
        Sieve::new(&filter, &reading).admits(&Holding::of(&client, HOME))
    }

    fn is(value: &str) -> Condition {
        Condition::Is(value.to_owned())
    }

    fn between(from: &str, to: &str) -> Condition {
        let end = |end: &str| (!end.is_empty()).then(|| end.to_owned());
        Condition::Between { from: end(from), to: end(to) }
    }

    #[test]
    fn every_custom_value_that_is_asked_for_must_be_there() {
        use Condition::{Empty, Filled};
        let values = [(6, "yes"), (7, "Élite")];
        for (custom, admitted) in [
            (vec![(6, Filled)], true),
            (vec![(7, is("Élite"))], true),
            (vec![(6, is("yes")), (7, Filled)], true),
            (vec![(6, is("no")), (7, Filled)], false),
            (vec![(7, is("Elite"))], false),
            (vec![(4, Filled)], false),
            (vec![(7, is("yesÉlite"))], false),
            (vec![(4, Empty)], true),
            (vec![(6, Empty)], false),
            (vec![(99, Empty), (6, Filled)], true),
        ] {
            assert_eq!(admits(&custom, &values), admitted, "{custom:?}");
        }
    }

    #[test]
    fn a_text_contains_a_piece_and_a_number_or_a_day_lies_between_two() {
        let contains = |text: &str| Condition::Contains(text.to_owned());
        for (condition, field, value, admitted) in [
            (contains("œuvre d'art"), 1, "Les Œuvres d’Art", false),
            (contains("OEUVRE"), 1, "Les Œuvres d’Art", true),
            (contains("res d"), 2, "Les Œuvres d’Art", true),
            (contains("★"), 1, "Deux ★★", true),
            (contains("★"), 1, "Deux", false),
            (between("10", "20"), 3, "10", true),
            (between("10", "20"), 3, "20.0", true),
            (between("10", "20"), 3, "9.99", false),
            (between("10", "20"), 3, "20.01", false),
            (between("", "-1"), 3, "-2", true),
            (between("", "-1"), 3, "0", false),
            (between("100", ""), 4, "1000.00", true),
            (between("100", ""), 4, "99.99", false),
            (between("", ""), 4, "1.00", true),
            (between("", ""), 4, "beaucoup", false),
            (between("2026-01-01", "2026-12-31"), 5, "2026-12-31", true),
            (between("2026-01-01", "2026-12-31"), 5, "2026-01-01", true),
            (between("2026-01-01", "2026-12-31"), 5, "2027-01-01", false),
            (between("2026-01-01", "2026-12-31"), 5, "2025-12-31", false),
            // What bounds nothing admits nobody, nor does what has no order.
            (between("peu", "20"), 3, "10", false),
            (between("10", "beaucoup"), 3, "10", false),
            (between("a", "z"), 1, "b", false),
        ] {
            assert_eq!(
                admits(&[(field, condition.clone())], &[(field, value)]),
                admitted,
                "{condition:?} {value}"
            );
            assert!(!admits(&[(field, condition)], &[]));
        }
    }

    #[test]
    fn what_was_typed_becomes_a_condition_or_nothing() {
        use FieldKind::{Amount, Choice, Date, Email, Number, Phone, Text, YesNo};
        let of = |kind, first: &str, last: &str| {
            let choices = vec!["Élite".to_owned(), "Or".to_owned()];
            let field = CustomField { id: 1, kind, choices, ..CustomField::default() };
            Condition::of_typed(&field, [first, last], ',')
        };
        assert_eq!(of(Amount, " 100 ", "1 234,5"), Ok(Some(between("100.00", "1234.50"))));
        assert_eq!(of(Number, "", "-3"), Ok(Some(between("", "-3"))));
        assert_eq!(of(Date, "1/2/2026", ""), Ok(Some(between("2026-02-01", ""))));
        assert_eq!(of(Date, "hier", ""), Err(Reason::DateMalformed));
        assert_eq!(of(Number, "3", "beaucoup"), Err(Reason::NumberMalformed));
        assert_eq!(of(Number, " ", ""), Ok(None));
        assert_eq!(of(Text, " or ", "x"), Ok(Some(Condition::Contains("or".into()))));
        assert_eq!(of(Text, " ", "x"), Ok(None));
        // A piece need be no whole value.
        assert_eq!(of(Email, "@a", ""), Ok(Some(Condition::Contains("@a".into()))));
        assert_eq!(of(Phone, "06", ""), Ok(Some(Condition::Contains("06".into()))));
        assert_eq!(of(YesNo, "Non", ""), Ok(Some(is("no"))));
        assert_eq!(of(YesNo, "peut-être", ""), Err(Reason::NotYesOrNo));
        assert_eq!(of(Choice, "elite", "x"), Ok(Some(is("Élite"))));
        assert_eq!(of(Choice, "Argent", ""), Err(Reason::NotAChoice));
        assert_eq!(of(Choice, "", ""), Ok(None));
    }

    #[test]
    fn a_filter_lets_go_of_what_is_gone() {
        let category = Category { id: 1, name: "A".into(), ..Category::default() };
        let setup = Setup::new(HOME).with(vec![category], fields());
        let with = |field, is| CustomFilter { field, is };
        let sound = Filter { categories: vec![1], custom: vec![with(6, is("yes"))], ..Filter::default() };
        let pruned = |filter: &Filter| {
            let mut filter = filter.clone();
            (filter.prune(&setup), filter)
        };
        assert_eq!(pruned(&sound), (false, sound.clone()));
        let wide = Filter { categories: vec![2, 1], ..sound.clone() };
        assert_eq!(pruned(&wide), (true, sound.clone()));
        // Gone, and of another kind now.
        for other in [with(99, Condition::Empty), with(1, is("yes"))] {
            let wide = Filter { custom: vec![other, with(6, is("yes"))], ..sound.clone() };
            assert_eq!(pruned(&wide), (true, sound.clone()));
        }
    }

    #[test]
    fn each_kind_has_its_conditions() {
        use FieldKind::{Amount, Choice, Date, Email, Link, LongText, Number, Phone, Text, YesNo};
        let fitting = |condition: Condition| -> Vec<FieldKind> {
            FieldKind::ALL.into_iter().filter(|kind| condition.fits(*kind)).collect()
        };
        assert_eq!(fitting(Condition::Filled), FieldKind::ALL);
        assert_eq!(fitting(Condition::Empty), FieldKind::ALL);
        assert_eq!(fitting(is("")), [YesNo, Choice]);
        assert_eq!(fitting(Condition::Contains(String::new())), [Text, LongText, Link, Email, Phone]);
        assert_eq!(fitting(between("", "")), [Number, Amount, Date]);
    }
}
