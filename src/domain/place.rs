//! Where a value of a client stands: the one address that form, doubts, review, history, search and files share.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::purpose::Purpose;

/// A place where a client has a value.
///
/// As a text it is a key, written into drafts and records and never renamed: `email`, `delivery.street`,
/// `contact.2.phone`, `custom.7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Place {
    /// A field of the client.
    Field(Field),
    /// A part of the delivery address: one of [`Field::ADDRESS`].
    Delivery(Field),
    /// A part of a further contact, counted from 0: one of [`Field::CONTACT`].
    Contact(u16, Field),
    /// A custom field, by id.
    Custom(u64),
    /// The categories.
    Categories,
    /// The answer to a question of consent.
    Consent(Purpose),
    /// The first note.
    Note,
    /// The files that are kept with the client.
    Attachments,
}

impl From<Field> for Place {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl Place {
    /// The field whose rules hold here; none for what is no field.
    pub fn field(self) -> Option<Field> {
        match self {
            Self::Field(field) | Self::Delivery(field) | Self::Contact(_, field) => Some(field),
            Self::Custom(_) | Self::Categories | Self::Consent(_) | Self::Note | Self::Attachments => None,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(field) => f.write_str(field.key()),
            Self::Delivery(field) => write!(f, "delivery.{}", field.key()),
            Self::Contact(number, field) => write!(f, "contact.{number}.{}", field.key()),
            Self::Custom(id) => write!(f, "custom.{id}"),
            Self::Categories => f.write_str("categories"),
            Self::Consent(purpose) => write!(f, "consent.{}", purpose.key()),
            Self::Note => f.write_str("note"),
            Self::Attachments => f.write_str("attachments"),
        }
    }
}

impl From<Place> for String {
    fn from(place: Place) -> Self {
        place.to_string()
    }
}

/// A text that names no place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no place of a client")]
pub struct NoPlace(String);

impl FromStr for Place {
    type Err = NoPlace;

    fn from_str(key: &str) -> Result<Self, NoPlace> {
        let of = |fields: &[Field], key: &str| fields.iter().copied().find(|field| field.key() == key);
        let place = match key.split_once('.') {
            None => match key {
                "categories" => Some(Self::Categories),
                "note" => Some(Self::Note),
                "attachments" => Some(Self::Attachments),
                _ => of(&Field::ALL, key).map(Self::Field),
            },
            Some(("delivery", part)) => of(&Field::ADDRESS, part).map(Self::Delivery),
            Some(("contact", rest)) => rest.split_once('.').and_then(|(number, part)| {
                Some(Self::Contact(number.parse().ok()?, of(&Field::CONTACT, part)?))
            }),
            Some(("custom", id)) => id.parse().ok().map(Self::Custom),
            Some(("consent", purpose)) => {
                Purpose::ALL.into_iter().find(|one| one.key() == purpose).map(Self::Consent)
            }
            Some(_) => None,
        };
        place.ok_or_else(|| NoPlace(key.to_owned()))
    }
}

impl TryFrom<String> for Place {
    type Error = NoPlace;

    fn try_from(key: String) -> Result<Self, NoPlace> {
        key.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_by_its_key() {
        let mut places = vec![Place::Categories, Place::Note, Place::Attachments, Place::Custom(7)];
        places.extend(Field::ALL.map(Place::Field));
        places.extend(Field::ADDRESS.map(Place::Delivery));
        places.extend(Field::CONTACT.map(|field| Place::Contact(12, field)));
        places.extend(Purpose::ALL.map(Place::Consent));
        for place in places {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        assert_eq!(Place::Contact(2, Field::Phone).to_string(), "contact.2.phone");
        assert_eq!(Place::Field(Field::Email).to_string(), "email");
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for key in
            ["", "mail", "delivery.email", "contact.x.email", "contact.1.street", "custom.", "consent.x"]
        {
            assert_eq!(key.parse::<Place>(), Err(NoPlace(key.to_owned())), "{key}");
        }
    }

    #[test]
    fn the_rules_of_a_place_are_those_of_its_field() {
        assert_eq!(Place::Contact(0, Field::Email).field(), Some(Field::Email));
        assert_eq!(Place::Delivery(Field::City).field(), Some(Field::City));
        assert_eq!(Place::Custom(1).field(), None);
    }
}
