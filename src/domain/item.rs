//! What a client's record is read by: its name, its whole address, one of its contacts. Profile and review go by these.

use super::client::Client;
use super::field::Field;
use super::place::Place;
use super::purpose::Purpose;
use super::setup::Setup;

/// A part of a record that is read as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// Number in the book; shown when it was typed.
    Number,
    /// Name and kind.
    Name,
    /// Main contact.
    Contact,
    /// Telephone.
    Phone,
    /// Mobile.
    Mobile,
    /// E-mail.
    Email,
    /// The answer to a question of consent.
    Consent(Purpose),
    /// The whole address.
    Address,
    /// SIREN or SIRET.
    Registration,
    /// Categories.
    Categories,
    /// Note.
    Note,
    /// Files.
    Attachments,
    /// Delivery address.
    Delivery,
    /// VAT number.
    VatNumber,
    /// Another number.
    OtherId,
    /// A further contact, counted from 0.
    Further(u16),
    /// Website.
    Website,
    /// Language.
    Language,
    /// Payment terms.
    Terms,
    /// A custom field, by id.
    Custom(u64),
}

impl Item {
    /// Every item that the record of a client can have, in the order of the form; for a change also what it had before.
    pub fn all(before: Option<&Client>, after: &Client, setup: &Setup) -> Vec<Self> {
        const FIRST: [Item; 14] = [
            Item::Number,
            Item::Name,
            Item::Contact,
            Item::Phone,
            Item::Mobile,
            Item::Email,
            Item::Consent(Purpose::Service),
            Item::Consent(Purpose::Offers),
            Item::Address,
            Item::Registration,
            Item::Categories,
            Item::Note,
            Item::Attachments,
            Item::Delivery,
        ];
        let contacts = after.contacts.len().max(before.map_or(0, |client| client.contacts.len()));
        let contacts = u16::try_from(contacts).unwrap_or(u16::MAX);
        let mut all: Vec<Self> = FIRST.into_iter().chain([Self::VatNumber, Self::OtherId]).collect();
        all.extend((0..contacts).map(Self::Further));
        all.extend([Self::Website, Self::Language, Self::Terms]);
        all.extend(setup.fields().iter().map(|field| Self::Custom(field.id)));
        all
    }

    /// The places that the item shows; the first is where it leads.
    pub fn places(self, client: &Client) -> Vec<Place> {
        use super::client::ClientKind::{Company, Individual};
        let fields = |fields: &[Field]| fields.iter().copied().map(Place::Field).collect();
        match self {
            Self::Number => fields(&[Field::Number]),
            Self::Name => match client.kind {
                Company => fields(&[Field::Company]),
                Individual => fields(&[Field::LastName, Field::FirstName]),
            },
            Self::Contact => fields(&[Field::ContactLastName, Field::ContactFirstName, Field::ContactRole]),
            Self::Phone => fields(&[Field::Phone]),
            Self::Mobile => fields(&[Field::Mobile]),
            Self::Email => fields(&[Field::Email]),
            Self::Consent(purpose) => vec![Place::Consent(purpose)],
            Self::Address => fields(&Field::ADDRESS),
            Self::Registration => fields(&[Field::Siren, Field::Siret]),
            Self::Categories => vec![Place::Categories],
            Self::Note => vec![Place::Note],
            Self::Attachments => vec![Place::Attachments],
            Self::Delivery => Field::ADDRESS.map(Place::Delivery).to_vec(),
            Self::VatNumber => fields(&[Field::VatNumber]),
            Self::OtherId => fields(&[Field::OtherId]),
            Self::Further(number) => Field::CONTACT.map(|field| Place::Contact(number, field)).to_vec(),
            Self::Website => fields(&[Field::Website]),
            Self::Language => fields(&[Field::Language]),
            Self::Terms => fields(&[Field::Terms]),
            Self::Custom(id) => vec![Place::Custom(id)],
        }
    }

    /// Whether the client's record has a value there.
    pub fn has_value(self, client: &Client) -> bool {
        match self {
            Self::Categories => !client.categories.is_empty(),
            _ => self.places(client).into_iter().any(|place| !client.text(place).is_empty()),
        }
    }

    /// Whether the item differs between two records.
    pub fn differs(self, one: &Client, other: &Client) -> bool {
        match self {
            Self::Name if one.kind != other.kind => true,
            Self::Categories => one.categories != other.categories,
            _ => {
                let places = self.places(one).into_iter().chain(self.places(other));
                places.into_iter().any(|place| one.text(place) != other.text(place))
            }
        }
    }
}

/// A line of the review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it shows.
    pub item: Item,
    /// Differs from what is stored now; for a new client nothing is.
    pub changed: bool,
    /// What was typed, where that differs from what will be stored or shown.
    pub typed: Option<String>,
    /// Holds a doubt.
    pub doubtful: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::address::Address;
    use crate::domain::client::ClientKind;

    #[test]
    fn an_item_differs_by_any_of_its_fields() {
        let france = Setup::new("FR");
        let address = Address { city: "Lyon".into(), ..Address::default() };
        let client = Client { company: "Asie".into(), address, ..Client::default() };
        let mut other = client.clone();
        other.contact.role = "Gérante".into();
        other.siret = "1".into();
        other.address.region = "Bretagne".into();
        let differing: Vec<_> = Item::all(None, &client, &france)
            .into_iter()
            .filter(|item| item.differs(&client, &other))
            .collect();
        assert_eq!(differing, [Item::Contact, Item::Address, Item::Registration]);
        let person = Client { kind: ClientKind::Individual, ..client.clone() };
        assert!(Item::Name.differs(&client, &person) && !Item::Contact.differs(&client, &person));
        let named = Client { last_name: "Roulet".into(), ..person.clone() };
        assert!(Item::Name.differs(&person, &named) && !Item::Name.differs(&client, &client));
        // Every field stands in one item, but for the names of the other kind.
        for field in Field::ALL {
            let shown = Item::all(None, &client, &france)
                .into_iter()
                .filter(|item| item.places(&client).contains(&field.into()))
                .count();
            assert_eq!(shown, usize::from(!matches!(field, Field::FirstName | Field::LastName)), "{field:?}");
        }
        assert!(Item::Address.has_value(&client) && !Item::Mobile.has_value(&client));
    }
}
