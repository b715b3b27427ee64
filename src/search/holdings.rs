//! Categories, custom fields and places of all clients of a block, for filters and for the order of the table.
//!
//! They stand the other way round than those of one client ([`super::holding`]): for each category its clients, for each custom field its clients with
//! their values as they are kept, each different one once. So a filter looks only at those who can match, and a field that few clients have costs
//! little.

use std::collections::BTreeMap;

use super::filter::Filter;
use super::flat::{Flat, small};
use super::holding::Holding;
use super::labels::Labels;
use super::places::Places;
use super::postings::GONE;
use super::reading::Reading;
use super::sieve::{Check, Sieve};
use super::terms::{NONE, Rank};
use super::values::Values;
use crate::domain::setup::Setup;

/// The categories and custom fields of many clients.
#[derive(Clone, Debug, Default)]
pub(super) struct Holdings {
    categories: BTreeMap<u64, Vec<u32>>,
    custom: BTreeMap<u64, Values>,
    places: Places,
}

impl Holdings {
    /// Those of the client in a place, by id.
    pub(super) fn at(&self, client: usize) -> Holding {
        let place = small(client);
        let is_in = |places: &Vec<u32>| places.binary_search(&place).is_ok();
        let categories = self.categories.iter().filter(|(_, places)| is_in(places));
        let categories = categories.map(|(id, _)| *id).collect();
        let mut holding = Holding::new(categories, self.places.at(client));
        for (field, values) in &self.custom {
            if let Some(value) = values.at(place) {
                holding.push_custom(*field, value);
            }
        }
        holding
    }

    /// Takes in the next client.
    pub(super) fn push(&mut self, place: usize, holding: &Holding) {
        let place = small(place);
        for category in &holding.categories {
            self.categories.entry(*category).or_default().push(place);
        }
        for (field, value) in holding.customs() {
            self.custom.entry(field).or_default().push(place, value);
        }
        self.places.push(&holding.spot);
    }

    /// Takes over those of a part, whose clients now have these places.
    pub(super) fn append(&mut self, part: &Self, places: &[u32]) {
        let moved = |place: &u32| places.get(*place as usize).copied().filter(|to| *to != GONE);
        for (category, clients) in &part.categories {
            self.categories.entry(*category).or_default().extend(clients.iter().filter_map(moved));
        }
        for (field, values) in &part.custom {
            self.custom.entry(*field).or_default().append(values, places);
        }
        self.places.append(&part.places, places);
    }

    /// The clients in a category.
    pub(super) fn category(&self, id: u64) -> &[u32] {
        self.categories.get(&id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Where the clients are.
    pub(super) fn places(&self) -> &Places {
        &self.places
    }

    /// Makes ready for filters what others have made ready.
    pub(super) fn keep_up(&self, with: &Self, setup: &Setup) {
        for (field, values) in &self.custom {
            if let Some(others) = with.custom.get(field) {
                values.keep_up(others, setup.field(*field));
            }
        }
    }

    /// The custom fields that somebody has.
    pub(super) fn fields(&self) -> impl Iterator<Item = u64> {
        self.custom.keys().copied()
    }

    /// Takes out all whom a filter does not admit for what they hold.
    pub(super) fn strike(&self, sieve: &Sieve<'_>, classes: &mut [Rank]) {
        if sieve.filter.has_categories() {
            self.strike_categories(sieve.filter, classes);
        }
        self.places.strike(sieve, classes);
        for (field, check) in &sieve.custom {
            self.strike_custom(*field, check, classes);
        }
    }

    fn strike_custom(&self, field: u64, check: &Check<'_>, classes: &mut [Rank]) {
        // Of those who have none only those who have one are known.
        let wants_none = matches!(check, Check::Empty);
        let mut kept = vec![wants_none; classes.len()];
        let asked = if wants_none { &Check::Filled } else { check };
        if let Some(values) = self.custom.get(&field) {
            values.each_with(asked, |place| {
                kept.get_mut(place as usize).into_iter().for_each(|is| *is = !wants_none);
            });
        }
        keep(classes, &kept);
    }

    fn strike_categories(&self, filter: &Filter, classes: &mut [Rank]) {
        let none = filter.uncategorised.then(|| {
            let mut none = vec![true; classes.len()];
            for place in self.categories.values().flatten() {
                none.get_mut(*place as usize).into_iter().for_each(|is| *is = false);
            }
            none
        });
        if filter.all {
            for category in &filter.categories {
                let mut kept = vec![false; classes.len()];
                self.category(*category).iter().for_each(|place| mark(&mut kept, *place));
                keep(classes, &kept);
            }
            if let Some(none) = none {
                keep(classes, &none);
            }
        } else {
            let mut kept = none.unwrap_or_else(|| vec![false; classes.len()]);
            for place in filter.categories.iter().flat_map(|category| self.category(*category)) {
                mark(&mut kept, *place);
            }
            keep(classes, &kept);
        }
    }

    /// What so many clients are compared by in the column of categories.
    pub(super) fn category_keys(&self, labels: &Labels, clients: usize) -> Flat {
        let mut first: Vec<Option<u32>> = vec![None; clients];
        for (label, place) in labels.iter().zip(0..) {
            for client in self.category(label.id) {
                first.get_mut(*client as usize).into_iter().for_each(|first| *first = first.or(Some(place)));
            }
        }
        let mut keys = Flat::default();
        for first in first {
            keys.push(first.map(u32::to_be_bytes).as_ref().map_or(&[], |key| key.as_slice()));
        }
        keys
    }

    /// What clients are compared by in the column of a custom field; nothing for those after the last one who has a value.
    pub(super) fn custom_keys(&self, field: u64, reading: &Reading) -> Flat {
        let mut keys = Flat::default();
        let mut key = Vec::new();
        for (place, value) in self.custom.get(&field).iter().flat_map(|values| values.iter()) {
            (keys.len()..place as usize).for_each(|_| keys.push(&[]));
            key.clear();
            reading.push_custom_key(field, std::str::from_utf8(value).unwrap_or_default(), &mut key);
            keys.push(&key);
        }
        keys
    }
}

fn mark(kept: &mut [bool], place: u32) {
    kept.get_mut(place as usize).into_iter().for_each(|is| *is = true);
}

fn keep(classes: &mut [Rank], kept: &[bool]) {
    for (class, kept) in classes.iter_mut().zip(kept) {
        *class = if *kept { *class } else { NONE };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::Client;
    use crate::domain::setup::{HOME, Setup};
    use crate::search::filter::{Condition, CustomFilter};
    use crate::search::spot::Spot;

    fn holding(categories: &[u64], custom: &[(u64, &str)]) -> Holding {
        let client = Client {
            categories: categories.to_vec(),
            custom: custom.iter().map(|(field, value)| (*field, (*value).to_owned())).collect(),
            ..Client::default()
        };
        Holding::of(&client, HOME)
    }

    fn holdings(clients: &[Holding]) -> Holdings {
        let mut holdings = Holdings::default();
        for (place, client) in clients.iter().enumerate() {
            holdings.push(place, client);
        }
        holdings
    }

    #[test]
    fn what_was_laid_out_is_told_of_each_client_again() {
        let mut clients =
            [holding(&[2, 7], &[(3, "yes"), (5, "Or")]), holding(&[], &[(5, "Argent")]), holding(&[7], &[])];
        let places = [("Lyon", "69001", "FR"), ("Genève", "1201", "CH"), ("LYON", "69 002", "")];
        for (client, (city, postcode, country)) in clients.iter_mut().zip(places) {
            let mut address = crate::domain::address::Address::default();
            (address.city, address.postcode, address.country) =
                (city.into(), postcode.into(), country.into());
            client.spot = Spot::of(&address, HOME);
        }
        let all = holdings(&clients);
        for (place, client) in clients.iter().enumerate() {
            let again = all.at(place);
            assert_eq!(again.categories, client.categories);
            assert!(again.customs().eq(client.customs()));
            let of = |spot: &Spot| [spot.country(), spot.city_key(), spot.postcode()].map(str::to_owned);
            assert_eq!(of(&again.spot), of(&client.spot));
        }
    }

    #[test]
    fn a_client_has_what_its_record_says() {
        let client = holding(&[3, 1], &[(2, "bé"), (4, ""), (7, "c")]);
        assert_eq!(client.categories, [3, 1]);
        assert_eq!([2, 4, 7, 8].map(|field| client.custom(field)), [Some("bé"), None, Some("c"), None]);
    }

    #[test]
    fn parts_are_joined_without_those_who_have_gone() {
        let one = holdings(&[holding(&[1], &[(5, "a")]), holding(&[1, 2], &[(5, "b")]), holding(&[], &[])]);
        let other = holdings(&[holding(&[2], &[(6, "c")])]);
        let mut all = Holdings::default();
        all.append(&one, &[GONE, 0, 1]);
        all.append(&other, &[2]);
        assert_eq!((all.category(1), all.category(2), all.category(3)), (&[0][..], &[0, 2][..], &[][..]));
        assert_eq!(all.fields().collect::<Vec<_>>(), [5, 6]);
        let kept = |filter: &Filter| {
            let mut classes = [1, 2, 3];
            let reading = Reading::new("fr", Setup::new(HOME));
            all.strike(&Sieve::new(filter, &reading), &mut classes);
            classes
        };
        let custom = |field, value: Option<&str>| Filter {
            custom: vec![CustomFilter {
                field,
                is: value.map_or(Condition::Filled, |value| Condition::Is(value.to_owned())),
            }],
            ..Filter::default()
        };
        assert_eq!(kept(&Filter::default()), [1, 2, 3]);
        assert_eq!(kept(&custom(5, Some("b"))), [1, NONE, NONE]);
        assert_eq!(kept(&custom(5, Some("a"))), [NONE; 3]);
        assert_eq!(kept(&custom(6, None)), [NONE, NONE, 3]);
        assert_eq!(kept(&custom(9, None)), [NONE; 3]);
        let empty = |field| Filter {
            custom: vec![CustomFilter { field, is: Condition::Empty }],
            ..Filter::default()
        };
        assert_eq!(kept(&empty(5)), [NONE, 2, 3]);
        assert_eq!(kept(&empty(6)), [1, 2, NONE]);
        assert_eq!(kept(&empty(9)), [1, 2, 3]);
        let in_none = Filter { uncategorised: true, ..Filter::default() };
        assert_eq!(kept(&in_none), [NONE, 2, NONE]);
        assert_eq!(kept(&Filter { categories: vec![1], ..in_none.clone() }), [1, 2, NONE]);
        assert_eq!(kept(&Filter { categories: vec![2], all: true, ..in_none }), [NONE; 3]);
        assert_eq!(kept(&Filter { categories: vec![2, 1], all: true, ..Filter::default() }), [1, NONE, NONE]);
    }
}
