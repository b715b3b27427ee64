//! Where many clients are: country, city and postcode of each, for filters and for what is proposed to filter by.

use super::flat::Flat;
use super::numbered::Numbered;
use super::postings::GONE;
use super::sieve::Sieve;
use super::spot::Spot;
use super::terms::{NONE, Rank};
use crate::domain::{country, department};

/// Where many clients are.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    countries: Numbered,
    /// Folded.
    cities: Numbered,
    /// Each as the first client writes it.
    shown: Flat,
    postcodes: Numbered,
}

/// How many of each are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Whereabouts {
    /// Countries, by code.
    Country,
    /// Cities, as the first client of each writes it.
    City,
    /// French départements, by number.
    Department,
}

impl Places {
    pub(super) fn push(&mut self, spot: &Spot) {
        self.countries.push(spot.country().as_bytes());
        let city = self.cities.push(spot.city_key().as_bytes());
        if city as usize == self.shown.len() {
            self.shown.push(spot.city().as_bytes());
        }
        self.postcodes.push(spot.postcode().as_bytes());
    }

    /// Where one client is, without the city as that client writes it, which is not kept.
    pub(super) fn at(&self, client: usize) -> Spot {
        let parts = [&self.countries, &self.cities, &self.postcodes].map(|part| part.get(client));
        let [country, city, postcode] = parts.map(|part| String::from_utf8_lossy(part));
        Spot::folded(&country, &city, &postcode)
    }

    /// Takes over those of a part, whose clients now have these places.
    pub(super) fn append(&mut self, part: &Self, places: &[u32]) {
        let kept = |client: usize| places.get(client).is_some_and(|place| *place != GONE);
        self.countries.append(&part.countries, kept, |_| ());
        let shown = &mut self.shown;
        self.cities.append(&part.cities, kept, |city| shown.push(part.shown.get(city)));
        self.postcodes.append(&part.postcodes, kept, |_| ());
    }

    /// Takes out all whom a filter does not admit for where they are.
    pub(super) fn strike(&self, sieve: &Sieve<'_>, classes: &mut [Rank]) {
        if sieve.has_countries() {
            let admitted = each(self.countries.texts(), |country| sieve.admits_country(country));
            keep(classes, self.countries.numbers(), &admitted);
        }
        if sieve.has_cities() {
            let mut admitted = vec![false; self.cities.texts().len()];
            for city in sieve.cities().filter_map(|city| self.cities.number(city)) {
                admitted.get_mut(city).into_iter().for_each(|is| *is = true);
            }
            keep(classes, self.cities.numbers(), &admitted);
        }
        if sieve.has_postcodes() {
            self.strike_postcodes(sieve, classes);
        }
    }

    fn strike_postcodes(&self, sieve: &Sieve<'_>, classes: &mut [Rank]) {
        let french = each(self.countries.texts(), country::is_french);
        let starts = each(self.postcodes.texts(), |postcode| sieve.admits_start(postcode));
        let within = each(self.postcodes.texts(), |postcode| {
            sieve.admits_department(department::of_postcode(postcode))
        });
        let numbers = self.countries.numbers().iter().zip(self.postcodes.numbers());
        for (class, (country, postcode)) in classes.iter_mut().zip(numbers) {
            let is = |of: &[bool], number: &u32| of.get(*number as usize) == Some(&true);
            let admitted = is(&starts, postcode) | (is(&within, postcode) & is(&french, country));
            *class = if admitted { *class } else { NONE };
        }
    }

    /// Calls `count` with what each client for whom `counts` says so has; those who have none are left out.
    pub(super) fn each_of(
        &self,
        what: Whereabouts,
        counts: impl Fn(usize) -> bool,
        mut count: impl FnMut(&str, usize),
    ) {
        let (of, shown) = match what {
            Whereabouts::Country => (&self.countries, self.countries.texts()),
            Whereabouts::City => (&self.cities, &self.shown),
            Whereabouts::Department => (&self.postcodes, self.postcodes.texts()),
        };
        let french = each(self.countries.texts(), country::is_french);
        let is_french = |client: usize| {
            let country = self.countries.numbers().get(client);
            country.and_then(|country| french.get(*country as usize)) == Some(&true)
        };
        let mut clients = vec![0_usize; of.texts().len()];
        for (client, number) in of.numbers().iter().enumerate() {
            if counts(client) && (what != Whereabouts::Department || is_french(client)) {
                clients.get_mut(*number as usize).into_iter().for_each(|count| *count += 1);
            }
        }
        for (number, clients) in clients.into_iter().enumerate().filter(|(_, clients)| *clients > 0) {
            let text = std::str::from_utf8(shown.get(number)).unwrap_or_default();
            let text =
                if what == Whereabouts::Department { department::of_postcode(text) } else { Some(text) };
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                count(text, clients);
            }
        }
    }
}

/// What is asked of each different text.
fn each(texts: &Flat, is: impl Fn(&str) -> bool) -> Vec<bool> {
    (0..texts.len()).map(|number| is(std::str::from_utf8(texts.get(number)).unwrap_or_default())).collect()
}

fn keep(classes: &mut [Rank], numbers: &[u32], admitted: &[bool]) {
    for (class, number) in classes.iter_mut().zip(numbers) {
        *class = if admitted.get(*number as usize) == Some(&true) { *class } else { NONE };
    }
}
