//! The further contacts in a form: as many as one opens fields for.

use super::Typed;
use crate::domain::field::Field;
use crate::domain::line::clean;
use crate::domain::place::Place;

impl Typed {
    /// How many further contacts have fields.
    pub fn contacts(&self) -> u16 {
        self.contacts
    }

    /// Gives one more further contact its fields.
    pub fn add_contact(&mut self) {
        self.contacts = self.contacts.saturating_add(1).min(Self::MOST_CONTACTS);
    }

    /// The most further contacts that a form takes.
    pub const MOST_CONTACTS: u16 = 100;

    /// The further contacts of whom anything was typed: those that the client will have, in its order.
    pub fn filled_contacts(&self) -> Vec<u16> {
        let any = |number: &u16| {
            Field::CONTACT.iter().any(|field| !clean(self.text(Place::Contact(*number, *field))).is_empty())
        };
        (0..self.contacts).filter(any).collect()
    }

    /// Takes a further contact away; those after it move up.
    pub fn remove_contact(&mut self, number: u16) {
        if number >= self.contacts {
            return;
        }
        for to in number..self.contacts {
            for field in Field::CONTACT {
                let next =
                    self.texts.remove(&Place::Contact(to.saturating_add(1), field)).unwrap_or_default();
                self.set(Place::Contact(to, field), &next);
            }
        }
        self.contacts = self.contacts.saturating_sub(1);
    }

    /// Makes a further contact the main one; the main one takes its place. E-mail and telephone go with the person.
    pub fn make_main(&mut self, number: u16) {
        for field in [Field::ContactFirstName, Field::ContactLastName, Field::ContactRole] {
            let (main, other) =
                (self.text(field).to_owned(), self.text(Place::Contact(number, field)).to_owned());
            self.set(field, &other);
            self.set(Place::Contact(number, field), &main);
        }
        let [email, phone] = std::mem::take(&mut self.main_own);
        self.main_own =
            [Field::Email, Field::Phone].map(|field| self.text(Place::Contact(number, field)).to_owned());
        self.set(Place::Contact(number, Field::Email), &email);
        self.set(Place::Contact(number, Field::Phone), &phone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::ClientKind;

    #[test]
    fn who_has_nothing_typed_is_no_contact() {
        let mut typed = Typed::new(ClientKind::Company, "");
        assert!(typed.filled_contacts().is_empty());
        (0..4).for_each(|_| typed.add_contact());
        typed.set(Place::Contact(1, Field::Phone), "01");
        typed.set(Place::Contact(2, Field::Email), "  ");
        typed.set(Place::Contact(3, Field::ContactLastName), "Morel");
        assert_eq!(typed.filled_contacts(), [1, 3]);
        let places: Vec<Place> = typed.places().collect();
        assert_eq!(
            places,
            [
                Place::Contact(1, Field::Phone),
                Place::Contact(2, Field::Email),
                Place::Contact(3, Field::ContactLastName)
            ]
        );
    }
}
