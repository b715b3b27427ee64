//! What was typed, read: the client that it makes.

use std::collections::BTreeMap;

use super::Typed;
use crate::domain::address::Address;
use crate::domain::client::{Client, ClientKind, Contact};
use crate::domain::custom_field::FieldKind;
use crate::domain::field::Field;
use crate::domain::line::{clean, clean_lines};
use crate::domain::phone::Phone;
use crate::domain::place::Place;
use crate::domain::setup::Setup;
use crate::domain::terms::Terms;
use crate::domain::{country, identifier, language, vat};

/// The one thing that stops a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a client needs a name")]
pub struct NameMissing;

impl Typed {
    /// The client that was typed: `base` with everything that the form holds.
    pub fn parse(&self, base: &Client, setup: &Setup) -> Result<Client, NameMissing> {
        let text = |field: Field| clean(self.text(field));
        let address = self.address(Place::Field);
        let dialled_from = if country::is_code(&address.country) { &address.country } else { &setup.home };
        let (siren, siret) = identifier::split_registration(&text(Field::Siren));
        let mut client = Client {
            number: text(Field::Number),
            kind: self.kind,
            phone: Phone::parse(&text(Field::Phone), dialled_from),
            mobile: Phone::parse(&text(Field::Mobile), dialled_from),
            email: text(Field::Email),
            siren,
            siret,
            vat_number: vat_number(text(Field::VatNumber), &address.country),
            other_id: text(Field::OtherId),
            website: text(Field::Website),
            language: language::parse(&text(Field::Language)),
            terms: terms(text(Field::Terms)),
            company: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            contact: Contact::default(),
            contacts: self.further_contacts(dialled_from),
            delivery_address: self.delivery(),
            categories: self.known_categories(setup),
            custom: self.custom(base, setup),
            ..base.clone()
        };
        match self.kind {
            ClientKind::Company => {
                client.company = text(Field::Company);
                let [email, phone] = &self.main_own;
                client.contact = Contact {
                    first_name: text(Field::ContactFirstName),
                    last_name: text(Field::ContactLastName),
                    role: text(Field::ContactRole),
                    email: clean(email),
                    phone: Phone::parse(&clean(phone), dialled_from),
                };
            }
            ClientKind::Individual => {
                client.first_name = text(Field::FirstName);
                client.last_name = text(Field::LastName);
            }
        }
        client.address = address;
        if client.name().is_empty() {
            return Err(NameMissing);
        }
        client.declined = self.declined.iter().copied().filter(|f| client.text(*f).is_empty()).collect();
        client.kept = self
            .kept
            .iter()
            .filter(|(place, value)| client.text(**place) == value.as_str())
            .map(|(place, value)| (*place, value.clone()))
            .collect();
        Ok(client)
    }

    fn address(&self, at: impl Fn(Field) -> Place) -> Address {
        let text = |field| clean(self.text(at(field)));
        Address {
            street: text(Field::Street),
            street2: text(Field::Street2),
            postcode: text(Field::Postcode),
            city: text(Field::City),
            region: text(Field::Region),
            country: country::parse(&text(Field::Country)),
        }
    }

    /// A country alone is no address to deliver to.
    fn delivery(&self) -> Option<Address> {
        let address = self.address(Place::Delivery);
        let alone = Address { country: address.country.clone(), ..Address::default() };
        (address != alone).then_some(address)
    }

    /// The further contacts of whom anything is known.
    fn further_contacts(&self, dialled_from: &str) -> Vec<Contact> {
        let contact = |number| {
            let text = |field| clean(self.text(Place::Contact(number, field)));
            Contact {
                first_name: text(Field::ContactFirstName),
                last_name: text(Field::ContactLastName),
                role: text(Field::ContactRole),
                email: text(Field::Email),
                phone: Phone::parse(&text(Field::Phone), dialled_from),
            }
        };
        (0..self.contacts).map(contact).filter(|contact| *contact != Contact::default()).collect()
    }

    fn known_categories(&self, setup: &Setup) -> Vec<u64> {
        let mut ids = Vec::new();
        for category in self.categories.iter().filter_map(|name| setup.category_named(name)) {
            if !ids.contains(&category.id) {
                ids.push(category.id);
            }
        }
        ids
    }

    /// The values of the custom fields that the book has. What was not typed anew stays as it is kept, whatever the
    /// language it is shown in.
    fn custom(&self, base: &Client, setup: &Setup) -> BTreeMap<u64, String> {
        let mut custom = BTreeMap::new();
        for (place, typed) in self.filled() {
            let Place::Custom(id) = *place else { continue };
            let Some(field) = setup.field(id) else { continue };
            let typed = if field.kind == FieldKind::LongText { clean_lines(typed) } else { clean(typed) };
            let value = match base.custom.get(&id) {
                Some(kept) if *kept == typed => typed,
                _ => field.read(&typed, setup.point),
            };
            if !value.is_empty() {
                custom.insert(id, value);
            }
        }
        custom
    }
}

/// A VAT number as it is kept: in one; what is none as it was typed.
fn vat_number(typed: String, country: &str) -> String {
    match vat::check(&typed, country) {
        vat::Verdict::Valid | vat::Verdict::CheckDigit => vat::compact(&typed),
        vat::Verdict::Malformed | vat::Verdict::UnknownCountry => typed,
    }
}

/// Payment terms as they are kept; what is not understood as it was typed.
fn terms(typed: String) -> String {
    Terms::parse(&typed).map_or(typed, |terms| terms.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn france() -> Setup {
        Setup::new("FR")
    }

    #[test]
    fn a_client_of_one_kind_keeps_nothing_of_the_other() {
        let mut typed = Typed::new(ClientKind::Company, "France");
        typed.set(Field::Company, " Asie ");
        typed.set(Field::ContactLastName, "Roulet");
        typed.set(Field::LastName, "Dupont");
        let company = typed.parse(&Client::default(), &france()).unwrap();
        assert_eq!((company.name().as_str(), company.last_name.as_str()), ("Asie", ""));
        assert_eq!(company.contact.name(), "Roulet");
        typed.kind = ClientKind::Individual;
        let person = typed.parse(&company, &france()).unwrap();
        assert_eq!((person.name().as_str(), person.company.as_str()), ("Dupont", ""));
        assert_eq!(person.contact.name(), "");
    }

    #[test]
    fn language_and_terms_are_kept_in_one_way() {
        let kept = |language: &str, terms: &str| {
            let mut typed = Typed::new(ClientKind::Company, "");
            typed.set(Field::Company, "Asie");
            typed.set(Field::Language, language);
            typed.set(Field::Terms, terms);
            let client = typed.parse(&Client::default(), &france()).unwrap();
            (client.language, client.terms)
        };
        assert_eq!(kept("Anglais", "45 j fin de mois"), ("en".into(), "net_45_then_end_of_month".into()));
        assert_eq!(kept(" klingon ", "à voir "), ("klingon".into(), "à voir".into()));
        assert_eq!(kept("", ""), (String::new(), String::new()));
    }

    #[test]
    fn only_an_empty_name_stops() {
        let mut typed = Typed::new(ClientKind::Company, "");
        typed.set(Field::Company, "  ");
        typed.set(Field::Email, "nonsense");
        assert_eq!(typed.parse(&Client::default(), &france()), Err(NameMissing));
        typed.kind = ClientKind::Individual;
        typed.set(Field::FirstName, "Camille");
        assert_eq!(typed.parse(&Client::default(), &france()).unwrap().name(), "Camille");
    }

    #[test]
    fn a_refusal_or_a_kept_typo_goes_with_its_value() {
        let mut typed = Typed::new(ClientKind::Company, "France");
        typed.set(Field::Company, "Asie");
        typed.set(Field::Email, "a@gmial.com");
        typed.declined.extend([Field::Phone, Field::Email]);
        typed.kept.insert(Field::Email.into(), "a@gmial.com".into());
        let client = typed.parse(&Client::default(), &france()).unwrap();
        assert_eq!(client.declined, BTreeSet::from([Field::Phone]));
        assert_eq!(client.kept.len(), 1);
        typed.set(Field::Email, "b@gmial.com");
        assert!(typed.parse(&client, &france()).unwrap().kept.is_empty());
    }

    #[test]
    fn a_vat_number_is_kept_in_one_unless_it_is_none() {
        let kept = |number: &str, country: &str| {
            let mut typed = Typed::new(ClientKind::Company, country);
            typed.set(Field::Company, "Asie");
            typed.set(Field::VatNumber, number);
            typed.parse(&Client::default(), &france()).unwrap().vat_number
        };
        assert_eq!(kept("fr83 404.833.048", "FR"), "FR83404833048");
        assert_eq!(kept("FR84 404 833 048", "FR"), "FR84404833048");
        assert_eq!(kept(" fr 8 3 ", "FR"), "fr 8 3");
        assert_eq!(kept("T 12 34", "JP"), "T 12 34");
        assert_eq!(kept("", "FR"), "");
    }
}
