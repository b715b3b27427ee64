//! A filter made ready: what it asks for is folded and read once, and then held against clients.

use memchr::memmem;

use super::cells::key_of_kind;
use super::filter::{Condition, CustomFilter, Filter};
use super::holding::Holding;
use super::reading::Reading;
use super::spot::compact;
use crate::domain::custom_field::CustomField;
use crate::domain::fold::fold;

/// A filter, ready to be held against clients.
#[derive(Debug)]
pub(super) struct Sieve<'a> {
    pub(super) filter: &'a Filter,
    /// Folded.
    cities: Vec<String>,
    /// Letters and digits.
    postcodes: Vec<String>,
    pub(super) custom: Vec<(u64, Check<'a>)>,
}

/// What is asked of the value of a custom field.
#[derive(Debug)]
pub(super) enum Check<'a> {
    /// There is one.
    Filled,
    /// There is none.
    Empty,
    /// It is this.
    Is(&'a str),
    /// Folded, it holds this.
    Holds(String),
    /// It holds this, which is nothing but signs.
    HoldsSigns(&'a str),
    /// Its key is none of those before the first and none of those after the second.
    Between(&'a CustomField, [Option<Vec<u8>>; 2]),
    /// What no value can be: the field is gone, or is of another kind now.
    Never,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(filter: &'a Filter, reading: &'a Reading) -> Self {
        let field = |custom: &CustomFilter| reading.setup().field(custom.field);
        let custom = filter.custom.iter().map(|custom| (custom.field, Check::of(&custom.is, field(custom))));
        Self {
            filter,
            cities: filter.cities.iter().map(|city| fold(city)).collect(),
            postcodes: filter.postcodes.iter().map(|start| compact(start).collect()).collect(),
            custom: custom.collect(),
        }
    }

    /// Whether a client with this is wanted.
    pub(super) fn admits(&self, holding: &Holding) -> bool {
        let spot = &holding.spot;
        self.filter.admits_categories(&holding.categories)
            && (!self.has_countries() || self.admits_country(spot.country()))
            && (!self.has_cities() || self.cities().any(|city| city == spot.city_key()))
            && (!self.has_postcodes()
                || self.admits_start(spot.postcode())
                || self.admits_department(spot.department()))
            && self.custom.iter().all(|(field, check)| check.admits(holding.custom(*field)))
    }

    pub(super) fn has_countries(&self) -> bool {
        !self.filter.countries.is_empty()
    }

    pub(super) fn admits_country(&self, country: &str) -> bool {
        self.filter.countries.iter().any(|wanted| wanted == country)
    }

    pub(super) fn has_cities(&self) -> bool {
        !self.cities.is_empty()
    }

    pub(super) fn cities(&self) -> impl Iterator<Item = &str> {
        self.cities.iter().map(String::as_str)
    }

    pub(super) fn has_postcodes(&self) -> bool {
        !self.postcodes.is_empty() || !self.filter.departments.is_empty()
    }

    pub(super) fn admits_start(&self, postcode: &str) -> bool {
        self.postcodes.iter().any(|start| postcode.starts_with(start.as_str()) && !postcode.is_empty())
    }

    pub(super) fn admits_department(&self, department: Option<&str>) -> bool {
        department.is_some_and(|code| self.filter.departments.iter().any(|wanted| wanted == code))
    }
}

impl<'a> Check<'a> {
    fn of(condition: &'a Condition, field: Option<&'a CustomField>) -> Self {
        match condition {
            Condition::Filled => Self::Filled,
            Condition::Empty => Self::Empty,
            Condition::Is(value) => Self::Is(value),
            Condition::Contains(text) => match fold(text) {
                folded if folded.is_empty() => Self::HoldsSigns(text.trim()),
                folded => Self::Holds(folded),
            },
            Condition::Between { from, to } => {
                let Some(field) = field.filter(|field| condition.fits(field.kind)) else {
                    return Self::Never;
                };
                let ends = [from, to].map(|end| end.as_ref().map(|end| key_of_kind(field, end)));
                match ends {
                    // An end that is no value bounds nothing.
                    [Some(None), _] | [_, Some(None)] => Self::Never,
                    ends => Self::Between(field, ends.map(Option::flatten)),
                }
            }
        }
    }

    /// Whether it holds for a value.
    fn admits(&self, value: Option<&str>) -> bool {
        match (self, value) {
            (Self::Empty, value) => value.is_none(),
            (_, None) | (Self::Never, _) => false,
            (Self::Filled, Some(_)) => true,
            (Self::Is(wanted), Some(value)) => value == *wanted,
            (Self::Holds(folded), Some(value)) => fold(value).contains(folded.as_str()),
            (Self::HoldsSigns(signs), Some(value)) => {
                memmem::find(value.as_bytes(), signs.as_bytes()).is_some()
            }
            (Self::Between(field, ends), Some(value)) => {
                key_of_kind(field, value).is_some_and(|key| is_between(&key, ends))
            }
        }
    }
}

/// Whether a key is one of those from the first to the second, both among them.
pub(super) fn is_between(key: &[u8], [from, to]: &[Option<Vec<u8>>; 2]) -> bool {
    from.as_ref().is_none_or(|from| from.as_slice() <= key)
        && to.as_ref().is_none_or(|to| key <= to.as_slice())
}
