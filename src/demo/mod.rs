//! A book of plausible clients, to try and to measure with.
//!
//! The same number, seed and day make the same clients. Addresses of e-mail are at domains reserved for examples
//! (RFC 2606); SIREN and SIRET have their check digits. A few clients have the faults that real books have: something is
//! missing or mistyped, or somebody stands there twice. Of some more is known than of others.

mod abroad;
mod countries;
mod dice;
mod known;
mod names;
mod places;

use chrono::{Datelike as _, Days, NaiveDate};

use self::dice::Dice;
use self::known::Known;
use self::places::{Place, Places, zone};
use crate::domain::client::{Client, ClientKind, Status};
use crate::domain::command::Registration;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::identifier::{is_siren, is_siret};
use crate::domain::setup::{HOME, Setup};
use crate::domain::typed::Typed;

/// So many clients that were never registered anywhere.
pub fn demo(clients: usize, seed: u64, today: NaiveDate) -> impl Iterator<Item = Registration> {
    let mut maker = Maker::new(seed, today);
    (0..clients).map(move |_| maker.next())
}

struct Maker {
    dice: Dice,
    today: NaiveDate,
    places: Places,
    first_names: Vec<&'static str>,
    surnames: Vec<&'static str>,
    companies: Vec<&'static str>,
    streets: Vec<&'static str>,
    notes: Vec<&'static str>,
    known: Known,
    /// One made not long ago: somebody enters it again now and then.
    earlier: Option<Typed>,
}

impl Maker {
    fn new(seed: u64, today: NaiveDate) -> Self {
        Self {
            dice: Dice::new(seed),
            today,
            places: Places::french(),
            first_names: names::words(names::FIRST_NAMES),
            surnames: names::words(names::SURNAMES),
            companies: names::lines(names::COMPANIES),
            streets: names::lines(names::STREETS),
            notes: names::lines(names::NOTES),
            known: Known::new(seed),
            earlier: None,
        }
    }

    fn next(&mut self) -> Registration {
        let mut typed = match self.earlier.take() {
            Some(earlier) if self.dice.of_thousand(200) => self.entered_again(earlier),
            earlier => {
                self.earlier = earlier;
                let mut typed = self.somebody();
                self.faults(&mut typed);
                typed
            }
        };
        if self.dice.of_thousand(15) {
            self.earlier = Some(typed.clone());
        }
        let note =
            if self.dice.of_thousand(150) { self.note(typed.text(Field::City)) } else { String::new() };
        let archived = self.dice.of_thousand(30);
        typed.declined = self.declined(&typed);
        self.know(&mut typed);
        let client = typed.parse(&Client::default(), &Setup::new(HOME)).unwrap_or_default();
        let status = if archived { Status::Archived } else { Status::Active };
        let client = Client { status, ..client };
        let with = self.belongings(&client);
        Registration { client, note, with, ..Registration::default() }
    }

    fn somebody(&mut self) -> Typed {
        let individual = self.dice.of_thousand(250);
        if self.dice.of_thousand(60) {
            return self.abroad(individual);
        }
        let place = self.places.pick(&mut self.dice);
        let mut typed = if individual { self.person() } else { self.company(place) };
        self.address(&mut typed, place);
        typed
    }

    fn person(&mut self) -> Typed {
        let mut typed = Typed::new(ClientKind::Individual, "FR");
        let (first, last) = (self.dice.pick(&self.first_names), self.dice.pick(&self.surnames));
        typed.set(Field::FirstName, first);
        typed.set(Field::LastName, last);
        let phone = self.dice.pick(&["06 1x xx xx xx", "06 7x xx xx xx", "06 8x xx xx xx", "07 8x xx xx xx"]);
        typed.set(Field::Phone, &self.dice.digits(phone));
        let domain = self.dice.pick(&["courriel.example", "boite.example", "poste.example", "mail.example"]);
        let number = if self.dice.of_thousand(400) { self.dice.digits("xx") } else { String::new() };
        typed.set(Field::Email, &format!("{}.{}{number}@{domain}", slug(first), slug(last)));
        typed
    }

    fn company(&mut self, place: Place) -> Typed {
        let mut typed = Typed::new(ClientKind::Company, "FR");
        let name = self.company_name(place.city);
        typed.set(Field::Company, &name);
        let (first, last) = (self.dice.pick(&self.first_names), self.dice.pick(&self.surnames));
        if self.dice.of_thousand(700) {
            typed.set(Field::ContactFirstName, first);
            typed.set(Field::ContactLastName, last);
            if self.dice.of_thousand(600) {
                typed.set(Field::ContactRole, self.dice.pick(&names::ROLES));
            }
        }
        let zone = zone(place.postcode);
        typed.set(Field::Phone, &self.dice.digits(&format!("{zone}{} xx xx xx", second_digit(zone))));
        if self.dice.of_thousand(300) {
            typed.set(Field::Mobile, &self.dice.digits("06 2x xx xx xx"));
        }
        let local = match self.dice.below(4) {
            0 => format!("{}.{}", slug(first), slug(last)),
            1 => "bonjour".to_owned(),
            _ => "contact".to_owned(),
        };
        let domain = slug(&name);
        typed.set(Field::Email, &format!("{local}@{domain}.example"));
        if self.dice.of_thousand(400) {
            typed.set(Field::Website, &format!("https://www.{domain}.example"));
        }
        self.registration(&mut typed);
        typed
    }

    /// SIRET or SIREN, and the VAT number that belongs to it.
    fn registration(&mut self, typed: &mut Typed) {
        let base =
            format!("{}{}", self.dice.pick(&["3", "4", "5", "7", "8", "9"]), self.dice.digits("xxxxxxx"));
        let siren = with_check_digit(&base, is_siren);
        match self.dice.below(10) {
            0..=5 => typed.set(
                Field::Siren,
                &with_check_digit(&format!("{siren}{}", self.dice.digits("000x")), is_siret),
            ),
            6 | 7 => typed.set(Field::Siren, &siren),
            _ => return,
        }
        if self.dice.of_thousand(350) {
            // (12 + 3 × (SIREN mod 97)) mod 97: the French tax administration's key.
            let rest = siren.parse::<u64>().ok().and_then(|siren| siren.checked_rem(97)).unwrap_or_default();
            let key = rest.saturating_mul(3).saturating_add(12).checked_rem(97).unwrap_or_default();
            typed.set(Field::VatNumber, &format!("FR{key:02}{siren}"));
        }
    }

    fn company_name(&mut self, city: &str) -> String {
        let pattern = self.dice.pick(&self.companies);
        let mut name = String::new();
        for word in pattern.split_inclusive([' ', ',', '-', '’']) {
            let letter = word.trim_end_matches([' ', ',', '-', '’']);
            let filled = match letter {
                "S" | "T" => self.dice.pick(&self.surnames),
                "F" => self.dice.pick(&self.first_names),
                "P" => city,
                _ => letter,
            };
            name.push_str(filled);
            name.push_str(word.get(letter.len()..).unwrap_or_default());
        }
        // "de Alice", "de Angers".
        for vowel in ['A', 'E', 'É', 'I', 'O', 'U', 'Y', 'H'] {
            name = name.replace(&format!(" de {vowel}"), &format!(" d’{vowel}"));
        }
        let public = ["Mairie", "Comité", "Association", "École", "Théâtre", "Les Amis"];
        if !public.iter().any(|start| name.starts_with(start)) && self.dice.of_thousand(350) {
            name = format!("{name} {}", self.dice.pick(&names::FORMS));
        }
        name
    }

    fn address(&mut self, typed: &mut Typed, place: Place) {
        let number = self.dice.below(120).saturating_add(1);
        let bis = if self.dice.of_thousand(60) { " bis" } else { "" };
        typed.set(Field::Street, &format!("{number}{bis} {}", self.dice.pick(&self.streets)));
        if self.dice.of_thousand(120) {
            typed.set(Field::Street2, self.dice.pick(&names::SECOND_LINES));
        }
        typed.set(Field::Postcode, place.postcode);
        typed.set(Field::City, place.city);
    }

    fn note(&mut self, city: &str) -> String {
        let day = self.today.checked_sub_days(Days::new(self.dice.below(200))).unwrap_or(self.today);
        let day = format!("{}/{:02}/{}", day.day(), day.month(), day.year());
        let note = self.dice.pick(&self.notes);
        let city = if city.is_empty() { "Paris" } else { city };
        note.replace(" P.", &format!(" {city}.")).replace(" D", &format!(" {day}"))
    }

    /// What goes wrong in real books.
    fn faults(&mut self, typed: &mut Typed) {
        for (field, cases) in [(Field::Email, 120), (Field::Phone, 80)] {
            if self.dice.of_thousand(cases) {
                typed.set(field, "");
            }
        }
        if self.dice.of_thousand(50) {
            for field in [Field::Street, Field::Street2, Field::Postcode, Field::City, Field::Region] {
                typed.set(field, "");
            }
        }
        let fault = self.dice.below(1000);
        match fault {
            0..=9 => typed.set(Field::Phone, &self.dice.digits("88.xx.xx.xx")),
            10..=19 if !typed.text(Field::Siren).is_empty() => {
                let wrong = with_wrong_digit(typed.text(Field::Siren));
                typed.set(Field::Siren, &wrong);
            }
            20..=29 => {
                let local = typed.text(Field::Email).split('@').next().unwrap_or_default().to_owned();
                if !local.is_empty() {
                    let domain = self.dice.pick(&["gmial.com", "hotmial.fr", "orage.fr", "yaho.fr"]);
                    typed.set(Field::Email, &format!("{local}@{domain}"));
                }
            }
            30..=33 => {
                let email = typed.text(Field::Email).replace('@', " ");
                typed.set(Field::Email, &email);
            }
            34..=37 if typed.text(Field::Country) == "FR" => {
                let postcode = typed.text(Field::Postcode).chars().skip(1).collect::<String>();
                typed.set(Field::Postcode, &postcode);
            }
            _ => {}
        }
    }

    /// Somebody who is already there, entered again by somebody who did not look.
    fn entered_again(&mut self, mut typed: Typed) -> Typed {
        let name = Client::name_field(typed.kind);
        match self.dice.below(3) {
            0 => {
                let upper = typed.text(name).to_uppercase();
                typed.set(name, &upper);
            }
            1 => typed.set(Field::Email, ""),
            _ => {
                typed.set(Field::Street, "");
                typed.set(Field::Siren, "");
            }
        }
        typed
    }

    /// Some do not wish to give what is missing.
    fn declined(&mut self, typed: &Typed) -> std::collections::BTreeSet<Field> {
        [Field::Phone, Field::Email]
            .into_iter()
            .filter(|field| typed.text(*field).is_empty() && self.dice.of_thousand(80))
            .collect()
    }
}

/// The digit after that of the zone: not all are given.
fn second_digit(zone: &str) -> &'static str {
    if zone.ends_with('x') { "" } else { "6" }
}

/// A text that can stand in an address of e-mail.
fn slug(text: &str) -> String {
    fold(text).replace(' ', "-")
}

/// A number with the check digit appended that makes it right.
fn with_check_digit(number: &str, is_right: fn(&str) -> bool) -> String {
    let mut all = ('0'..='9').map(|digit| format!("{number}{digit}"));
    all.find(|number| is_right(number)).unwrap_or_default()
}

/// A number whose last digit is off by one.
fn with_wrong_digit(number: &str) -> String {
    let mut digits: Vec<char> = number.chars().collect();
    if let Some(last) = digits.last_mut() {
        *last = if *last == '9' {
            '0'
        } else {
            char::from_u32(u32::from(*last).saturating_add(1)).unwrap_or('0')
        };
    }
    digits.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::domain::doubt::{Reason, doubts};
    use crate::domain::place::Place as At;
    use crate::domain::policy::Policy;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn some() -> Vec<Registration> {
        demo(4_000, 1, today()).collect()
    }

    fn share(count: usize, of: usize, thousandths: std::ops::Range<usize>) {
        let share = count * 1000 / of;
        assert!(thousandths.contains(&share), "{share} of a thousand");
    }

    #[test]
    fn the_same_seed_and_day_make_the_same_clients() {
        assert_eq!(demo(300, 7, today()).collect::<Vec<_>>(), demo(300, 7, today()).collect::<Vec<_>>());
        // A greater demo begins as a smaller one.
        assert_eq!(demo(300, 7, today()).last(), demo(900, 7, today()).nth(299));
        assert_ne!(demo(300, 7, today()).last(), demo(300, 8, today()).last());
        let next_year = NaiveDate::from_ymd_opt(2027, 11, 24).unwrap();
        assert_ne!(demo(300, 7, today()).collect::<Vec<_>>(), demo(300, 7, next_year).collect::<Vec<_>>());
        assert_eq!(demo(0, 7, today()).count(), 0);
    }

    #[test]
    fn nearly_all_values_are_right_and_every_fault_comes() {
        let mut faults: BTreeMap<At, usize> = BTreeMap::new();
        let mut doubted = 0;
        for Registration { client, .. } in some() {
            let found = doubts(&client, &Setup::new(HOME));
            doubted += usize::from(!found.is_empty());
            for doubt in found {
                *faults.entry(doubt.place).or_default() += 1;
                if let Reason::EmailTypo(meant) = doubt.reason {
                    assert_ne!(meant, client.email);
                }
            }
        }
        share(doubted, 4000, 15..45);
        for field in [Field::Phone, Field::Email, Field::Postcode].map(At::Field) {
            assert!(faults.remove(&field).is_some_and(|count| count < 80), "{field:?}");
        }
        assert!(
            faults.keys().all(|field| matches!(field, At::Field(Field::Siren | Field::Siret))),
            "{faults:?}"
        );
        assert!(!faults.is_empty());
    }

    #[test]
    fn clients_are_of_all_kinds() {
        let all = some();
        let count = |is: &dyn Fn(&Registration) -> bool| all.iter().filter(|one| is(one)).count();
        share(count(&|one| one.client.kind == ClientKind::Individual), 4000, 220..280);
        share(count(&|one| !one.note.is_empty()), 4000, 130..170);
        share(count(&|one| one.client.status == Status::Archived), 4000, 20..40);
        share(count(&|one| one.client.address.country != "FR"), 4000, 45..75);
        share(count(&|one| !Policy::default().missing(&one.client).is_empty()), 4000, 150..300);
        share(count(&|one| !one.client.declined.is_empty()), 4000, 5..30);
        share(count(&|one| !one.client.siren.is_empty()), 4000, 500..650);
        let countries: BTreeSet<&str> = all.iter().map(|one| one.client.address.country.as_str()).collect();
        assert_eq!(countries, BTreeSet::from(["BE", "CH", "DE", "ES", "FR", "GB", "LU", "MC"]));
        let mut again: BTreeMap<String, usize> = BTreeMap::new();
        for one in &all {
            let mark = format!("{}{}", fold(&one.client.name()), one.client.phone.typed());
            *again.entry(mark).or_default() += 1;
        }
        share(again.values().filter(|times| **times > 1).count(), 4000, 3..30);
    }

    #[test]
    fn nothing_is_filled_in_by_half() {
        for Registration { client, note, .. } in some() {
            assert!(!client.name().is_empty());
            for text in Field::ALL.map(|field| client.text(field)).iter().chain([&note.as_str()]) {
                assert!(!text.contains("  ") && text.trim() == *text, "{text:?}");
            }
            let words: BTreeSet<&str> = client.company.split([' ', '-', ',']).collect();
            assert!(["S", "T", "P", "F"].iter().all(|letter| !words.contains(letter)), "{}", client.company);
            assert!(
                !client.company.contains(" de A") && !client.company.contains(" de É"),
                "{}",
                client.company
            );
            let domain = client.email.split('@').nth(1).unwrap_or_default();
            let typos = ["gmial.com", "hotmial.fr", "orage.fr", "yaho.fr"];
            assert!(domain.is_empty() || domain.ends_with(".example") || typos.contains(&domain), "{domain}");
            assert!(!note.contains(" D,") && !note.contains(" P."), "{note}");
        }
    }
}
