//! Where one client is, as filters compare it.

use crate::domain::address::Address;
use crate::domain::fold::fold_into;
use crate::domain::{country, department};

/// Where one client is, as filters compare it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    text: String,
    ends: [usize; 4],
}

impl Spot {
    /// An address without a country is at `home`.
    pub(super) fn of(address: &Address, home: &str) -> Self {
        let mut text = String::with_capacity(32);
        let country = address.country.as_str();
        text.push_str(if country.is_empty() { home } else { country });
        let country = text.len();
        text.push_str(address.city.trim());
        let city = text.len();
        fold_into(&address.city, &mut text);
        let folded = text.len();
        text.extend(compact(&address.postcode));
        Self { ends: [country, city, folded, text.len()], text }
    }

    /// Of a country, a folded city, without the city as it is written, and a postcode as [`compact`] writes it.
    pub(super) fn folded(country: &str, city: &str, postcode: &str) -> Self {
        let text = format!("{country}{city}{postcode}");
        let country = country.len();
        Self { ends: [country, country, country + city.len(), text.len()], text }
    }

    fn part(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// ISO 3166-1 alpha-2, or what was typed where there is no such country.
    pub(super) fn country(&self) -> &str {
        self.part(0, self.ends[0])
    }

    /// As written.
    pub(super) fn city(&self) -> &str {
        self.part(self.ends[0], self.ends[1])
    }

    /// Folded.
    pub(super) fn city_key(&self) -> &str {
        self.part(self.ends[1], self.ends[2])
    }

    /// As [`compact`] writes it.
    pub(super) fn postcode(&self) -> &str {
        self.part(self.ends[2], self.ends[3])
    }

    /// The number of the French département, if it lies in one.
    pub(super) fn department(&self) -> Option<&str> {
        department::of_postcode(self.postcode()).filter(|_| country::is_french(self.country()))
    }
}

/// Letters and digits of a postcode, in capitals.
pub(super) fn compact(postcode: &str) -> impl Iterator<Item = char> {
    postcode.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spot_is_what_filters_compare() {
        let address = |city: &str, postcode: &str, country: &str| Address {
            city: city.into(),
            postcode: postcode.into(),
            country: country.into(),
            ..Address::default()
        };
        let spot = Spot::of(&address(" Saint-Étienne ", "42\u{a0}000", ""), "FR");
        assert_eq!((spot.country(), spot.city(), spot.city_key()), ("FR", "Saint-Étienne", "saint etienne"));
        assert_eq!((spot.postcode(), spot.department()), ("42000", Some("42")));
        let abroad = Spot::of(&address("Pforzheim", "d-75172", "DE"), "FR");
        assert_eq!((abroad.country(), abroad.postcode(), abroad.department()), ("DE", "D75172", None));
        let nowhere = Spot::of(&Address::default(), "BE");
        assert_eq!((nowhere.country(), nowhere.city(), nowhere.postcode()), ("BE", "", ""));
        assert_eq!(Spot::of(&address("", "75172", "DE"), "FR").department(), None);
    }
}
