//! The addresses of a row: whole ones and lines of one are taken apart, and what contradicts the row is not lost.

use super::Incoming;
use crate::domain::address::Address;
use crate::domain::country;
use crate::domain::field::Field;
use crate::domain::split::{Split, split};
use crate::domain::typed::clean;
use crate::files::target::{ADDRESS_LINES, POSTAL, Target};
use crate::files::words::{alike, full_name};

impl Incoming {
    /// A whole address in a cell of its own, or in that of the street: "12 rue de la Paix ⏎ 75002 Paris". Where the cell
    /// of the street is none, it is a street.
    pub(super) fn split_address(&mut self, home: &str, own: bool) {
        const STREET: Target = Target::Field(Field::Street);
        let block = self.values.take(Target::AddressBlock);
        if let Some(block) = block {
            match split(&block, home) {
                Some(found) => self.spread(found),
                None if self.value(STREET).is_empty() => self.values.set(STREET, clean(&block)),
                None => self.extras.push(clean(&block)),
            }
        }
        let text = self.value(STREET).to_owned();
        let whole = [Field::Postcode, Field::City].iter().all(|field| self.text(*field).is_empty());
        let found = if own || !whole || text.is_empty() { None } else { split(&text, home) };
        match found.filter(|found| !found.address.street.is_empty() && !found.address.postcode.is_empty()) {
            Some(found) => {
                self.values.take(STREET);
                self.spread(found);
            }
            None => self.values.set(STREET, clean(&text)),
        }
    }

    /// Lines of an address, which are read together: in each of them there may be anything. A third line beside a street
    /// that has its own column is more of the second one.
    pub(super) fn read_lines(&mut self, home: &str) {
        const STREET2: Target = Target::Field(Field::Street2);
        let lines = self.take_lines(Target::AddressLine);
        if !self.text(Field::Street).is_empty() {
            let there = Some(self.text(Field::Street2).to_owned()).filter(|there| !there.is_empty());
            let all: Vec<String> = there.into_iter().chain(lines).collect();
            self.values.set(STREET2, all.join(", "));
        } else if let Some(found) = split_lines(&lines, home) {
            self.spread(found);
        } else if let Some((first, others)) = lines.split_first() {
            self.values.set(Target::Field(Field::Street), first.as_str());
            self.values.set(STREET2, others.join(", "));
        }
        let lines = self.take_lines(Target::DeliveryLine);
        let (address, others) = if let Some(found) = split_lines(&lines, home) {
            let Split { name, address, email, phone, rest } = found;
            let rest = rest.lines().map(str::to_owned);
            (address, name.into_iter().chain(email).chain(phone).chain(rest).collect())
        } else {
            let mut lines = lines.into_iter();
            let street = lines.next().unwrap_or_default();
            let street2 = lines.collect::<Vec<_>>().join(", ");
            (Address { street, street2, ..Address::default() }, Vec::new())
        };
        for field in POSTAL {
            self.values.set(Target::Delivery(field), address.part(field));
        }
        self.extras.extend(others);
    }

    fn take_lines(&mut self, line: fn(u8) -> Target) -> Vec<String> {
        (0..ADDRESS_LINES).filter_map(|n| self.values.take(line(n))).map(String::from).collect()
    }

    /// Puts the parts of an address where they belong; what contradicts the row is not lost.
    fn spread(&mut self, found: Split) {
        let Split { name, address, email, phone, rest } = found;
        self.name_above_street(name.unwrap_or_default());
        for (target, part) in [
            (Target::Field(Field::Street), address.street),
            (Target::Field(Field::Street2), address.street2),
            (Target::Field(Field::Postcode), address.postcode),
            (Target::Field(Field::City), address.city),
            (Target::Field(Field::Region), address.region),
            (Target::Field(Field::Country), address.country),
            (Target::Field(Field::Email), email.unwrap_or_default()),
            (Target::Field(Field::Phone), phone.unwrap_or_default()),
        ] {
            match self.values.get(target) {
                None => self.values.set(target, part),
                Some(said) if part.is_empty() || alike(said, &part) || country::parse(said) == part => {}
                Some(_) if target == Target::Field(Field::Country) => {
                    let named = country::names(&part).map(|country| country.french.to_owned());
                    self.extras.push(named.unwrap_or(part));
                }
                Some(_) => self.extras.push(part),
            }
        }
        self.extras.extend(rest.lines().map(str::to_owned));
    }

    /// A name that stands before the street is the client's, unless the row gives one.
    fn name_above_street(&mut self, name: String) {
        let names = [
            self.value(Target::Name).to_owned(),
            self.text(Field::Company).to_owned(),
            full_name(self.text(Field::FirstName), self.text(Field::LastName)),
            full_name(self.text(Field::ContactFirstName), self.text(Field::ContactLastName)),
            self.value(Target::ContactName).to_owned(),
        ];
        if names.iter().all(String::is_empty) {
            self.values.set(Target::Name, name);
        } else if !name.is_empty() && !names.iter().any(|one| alike(one, &name)) {
            self.extras.push(name);
        }
    }

    /// Where goods are delivered: as it is, with what the row says otherwise.
    pub(super) fn delivery(&self, there: Option<&Address>) -> Option<Address> {
        let mut address = there.cloned().unwrap_or_default();
        for (target, value) in self.values.iter() {
            match target {
                Target::Delivery(Field::Street) => value.clone_into(&mut address.street),
                Target::Delivery(Field::Street2) => value.clone_into(&mut address.street2),
                Target::Delivery(Field::Postcode) => value.clone_into(&mut address.postcode),
                Target::Delivery(Field::City) => value.clone_into(&mut address.city),
                Target::Delivery(Field::Region) => value.clone_into(&mut address.region),
                Target::Delivery(Field::Country) => address.country = country::parse(value),
                _ => {}
            }
        }
        (address != Address::default()).then_some(address)
    }
}

/// An address out of its lines; none if they hold neither postcode nor city.
fn split_lines(lines: &[String], home: &str) -> Option<Split> {
    let found = split(&lines.join("\n"), home)?;
    (!found.address.postcode.is_empty() || !found.address.city.is_empty()).then_some(found)
}
