//! The clients of a demo who are not in France: neighbours, and most of them Spanish, English or German.
//!
//! They have dice of their own for each, so that the others do not change when there is more to choose from.

use super::countries::{COUNTRIES, Country};
use super::dice::Dice;
use super::{Maker, slug};
use crate::domain::client::ClientKind;
use crate::domain::field::Field;
use crate::domain::typed::Typed;

/// How often each country comes, in the order of the table.
const WEIGHTS: [usize; 20] = [0, 0, 0, 0, 1, 1, 1, 2, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6];

/// The country with this code.
pub(super) fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.code == code)
}

impl Maker {
    /// A client abroad.
    pub(super) fn abroad(&mut self, individual: bool) -> Typed {
        let mut dice = Dice::new(self.dice.below(u64::MAX));
        let at = dice.pick(&WEIGHTS);
        let Some(country) = COUNTRIES.get(at) else { return self.person() };
        country.client(&mut dice, individual)
    }
}

impl Country {
    fn client(&self, dice: &mut Dice, individual: bool) -> Typed {
        let kind = if individual { ClientKind::Individual } else { ClientKind::Company };
        let mut typed = Typed::new(kind, self.code);
        let (first, last) = self.somebody(dice);
        let end = self.code.to_lowercase();
        if individual {
            typed.set(Field::FirstName, first);
            typed.set(Field::LastName, &last);
            typed.set(Field::Email, &format!("{}.{}@post-{end}.example", slug(first), slug(&last)));
        } else {
            let owner = dice.pick(self.surnames);
            let name =
                dice.pick(self.companies).split(' ').map(|word| if word == "S" { owner } else { word });
            let name = name.collect::<Vec<_>>().join(" ");
            typed.set(Field::Company, &name);
            typed.set(Field::ContactFirstName, first);
            typed.set(Field::ContactLastName, &last);
            typed.set(Field::ContactRole, dice.pick(self.roles));
            typed.set(Field::Email, &format!("info@{}-{end}.example", slug(&name)));
        }
        let phone = dice.pick(self.phones);
        typed.set(Field::Phone, &dice.digits(phone));
        let number = dice.below(90).saturating_add(1);
        let street = dice.pick(self.streets);
        let line = if self.number_last { format!("{street} {number}") } else { format!("{number} {street}") };
        typed.set(Field::Street, &line);
        let mut place = dice.pick(self.cities).split('|');
        for field in [Field::Postcode, Field::City, Field::Region] {
            typed.set(field, place.next().unwrap_or_default());
        }
        typed
    }

    /// A first and a last name.
    pub(super) fn somebody(&self, dice: &mut Dice) -> (&'static str, String) {
        let (first, last) = (dice.pick(self.first_names), dice.pick(self.surnames));
        if self.two_surnames {
            let other = dice.pick(self.surnames);
            return (first, format!("{last} {other}"));
        }
        (first, last.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::demo::demo;
    use crate::domain::doubt::doubts;
    use crate::domain::setup::{HOME, Setup};

    #[test]
    fn spanish_english_and_german_clients_come_with_what_is_theirs() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let all: Vec<_> = demo(4_000, 1, today).map(|one| one.client).collect();
        let of = |code: &str| all.iter().filter(|one| one.address.country == code).collect::<Vec<_>>();
        for (code, language, number_last) in [("DE", "de", true), ("ES", "es", true), ("GB", "en", false)] {
            let clients = of(code);
            assert!(clients.len() > 25, "{code}: {}", clients.len());
            for client in &clients {
                assert_eq!(client.language, language);
                assert_eq!(client.address.region.is_empty(), code != "ES" || client.address.city.is_empty());
                let street = &client.address.street;
                assert!(street.is_empty() || street.starts_with(|c: char| c.is_ascii_digit()) != number_last);
            }
        }
        let two_surnames = |one: &&&crate::domain::client::Client| one.last_name.contains(' ');
        assert!(of("ES").iter().filter(two_surnames).count() > 3);
        assert!(all.iter().any(|one| one.company.contains("Panadería ")));
    }

    #[test]
    fn everything_abroad_is_as_it_is_written_there() {
        let setup = Setup::new(HOME);
        for country in &COUNTRIES {
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            for seed in 0..300 {
                let typed = country.client(&mut Dice::new(seed), seed % 2 == 0);
                let client = typed.parse(&crate::domain::client::Client::default(), &setup).unwrap();
                assert_eq!(doubts(&client, &setup), [], "{client:?}");
                *seen.entry(client.address.city).or_default() += 1;
            }
            assert_eq!(
                seen.len(),
                country
                    .cities
                    .iter()
                    .map(|line| line.split('|').nth(1))
                    .collect::<std::collections::BTreeSet<_>>()
                    .len()
            );
        }
        assert!(country("ES").is_some_and(|spain| spain.code == "ES"));
        assert!(country("FR").is_none());
    }
}
