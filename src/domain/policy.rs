//! Which fields are starred, recommended, shown or hidden, for companies and for individuals.

use super::client::{Client, ClientKind};
use super::field::Field;

/// What is wished of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Marked with an asterisk: without it the record is incomplete.
    Starred,
    /// Named in the review when empty; never "incomplete".
    Recommended,
    /// Offered.
    Shown,
}

/// A policy: what is wished of each field, by kind of client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Policy {
    /// Name, street, postcode, city, e-mail and phone are starred.
    #[default]
    Complete,
}

impl Policy {
    /// What is wished of `field` for a client of this kind in this country (ISO code).
    pub fn wish(self, field: Field, kind: ClientKind, country: &str) -> Wish {
        match self {
            Self::Complete => match (field, kind) {
                (Field::Street | Field::Postcode | Field::City | Field::Email | Field::Phone, _)
                | (Field::Company, ClientKind::Company)
                | (Field::LastName, ClientKind::Individual) => Wish::Starred,
                (Field::ContactLastName, ClientKind::Company) => Wish::Recommended,
                (Field::Siren, ClientKind::Company) if country == "FR" => Wish::Recommended,
                _ => Wish::Shown,
            },
        }
    }

    /// The starred fields that have neither a value nor a refusal, in the order of the form.
    pub fn missing(self, client: &Client) -> Vec<Field> {
        self.empty(client, Wish::Starred).filter(|field| !client.declined.contains(field)).collect()
    }

    /// The recommended fields that have no value, in the order of the form.
    pub fn recommended(self, client: &Client) -> Vec<Field> {
        self.empty(client, Wish::Recommended).collect()
    }

    fn empty(self, client: &Client, wish: Wish) -> impl Iterator<Item = Field> {
        Field::ALL.into_iter().filter(move |field| {
            self.wish(*field, client.kind, &client.address.country) == wish
                && match field {
                    Field::Siren => client.registration().is_empty(),
                    Field::ContactLastName => client.contact.name().is_empty(),
                    _ => client.text(*field).is_empty(),
                }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_declined_is_not_missing() {
        let mut client = Client { company: "Asie".into(), ..Client::default() };
        assert_eq!(
            Policy::Complete.missing(&client),
            [Field::Phone, Field::Email, Field::Street, Field::Postcode, Field::City]
        );
        client.declined.extend(Field::City.declined_with());
        client.email = "a@b.example".into();
        assert_eq!(Policy::Complete.missing(&client), [Field::Phone]);
    }

    #[test]
    fn a_number_is_recommended_to_french_companies_only() {
        let mut client = Client { company: "Asie".into(), ..Client::default() };
        client.address.country = "FR".into();
        assert_eq!(Policy::Complete.recommended(&client), [Field::ContactLastName, Field::Siren]);
        client.address.country = "BE".into();
        assert_eq!(Policy::Complete.recommended(&client), [Field::ContactLastName]);
        client.kind = ClientKind::Individual;
        client.address.country = "FR".into();
        assert_eq!(Policy::Complete.recommended(&client), []);
    }

    #[test]
    fn what_is_starred_by_kind() {
        let starred = |kind| -> Vec<Field> {
            let wish = |field: &Field| Policy::Complete.wish(*field, kind, "FR") == Wish::Starred;
            Field::ALL.into_iter().filter(wish).collect()
        };
        let shared = [Field::Phone, Field::Email, Field::Street, Field::Postcode, Field::City];
        assert_eq!(starred(ClientKind::Company), [&[Field::Company], &shared[..]].concat());
        assert_eq!(starred(ClientKind::Individual), [&[Field::LastName], &shared[..]].concat());
        let recommended = |kind, country| -> Vec<Field> {
            let wish = |field: &Field| Policy::Complete.wish(*field, kind, country) == Wish::Recommended;
            Field::ALL.into_iter().filter(wish).collect()
        };
        assert_eq!(recommended(ClientKind::Company, "FR"), [Field::ContactLastName, Field::Siren]);
        assert_eq!(recommended(ClientKind::Company, "BE"), [Field::ContactLastName]);
        assert_eq!(recommended(ClientKind::Individual, "FR"), []);
    }

    #[test]
    fn one_name_of_the_contact_and_either_number_will_do() {
        let mut client = Client { company: "Asie".into(), ..Client::default() };
        client.address.country = "FR".into();
        client.contact.first_name = "Inès".into();
        client.siret = "552 008".into();
        assert_eq!(Policy::Complete.recommended(&client), []);
        client.siret.clear();
        client.siren = "552008443".into();
        assert_eq!(Policy::Complete.recommended(&client), []);
    }

    #[test]
    fn a_person_without_last_name_is_to_be_completed() {
        let client =
            Client { kind: ClientKind::Individual, first_name: "Camille".into(), ..Client::default() };
        assert_eq!(Policy::Complete.missing(&client).first(), Some(&Field::LastName));
    }
}
