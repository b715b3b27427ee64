//! A form opened on a client that is there, and brought up to what became of the client meanwhile.

use std::collections::BTreeSet;

use super::{Told, Typed};
use crate::domain::base::Base;
use crate::domain::client::Client;
use crate::domain::consent::{self, Answer, Purpose};
use crate::domain::field::Field;
use crate::domain::place::Place;
use crate::domain::setup::Setup;

impl Typed {
    /// A form on what is there. `shown` says how a stored value is typed, by its place: a country by its name in the
    /// language of the form, a day in its order.
    pub fn of(base: &Base, setup: &Setup, shown: impl Fn(Place, &str) -> String) -> Self {
        let nobody = Client::default();
        let client = base.client.as_ref().unwrap_or(&nobody);
        let mut typed = Self {
            kind: client.kind,
            contacts: u16::try_from(client.contacts.len()).unwrap_or(u16::MAX),
            main_own: [client.contact.email.clone(), client.contact.phone.typed().to_owned()],
            note: base.note.as_ref().map_or_else(String::new, |note| note.text.clone()),
            declined: client.declined.clone(),
            kept: client.kept.clone(),
            ..Self::default()
        };
        let of_client = Field::ALL.map(Place::Field).into_iter();
        let of_delivery = Field::ADDRESS.map(Place::Delivery).into_iter();
        let of_contacts =
            (0..typed.contacts).flat_map(|number| Field::CONTACT.map(|field| Place::Contact(number, field)));
        let of_custom = client.custom.keys().map(|id| Place::Custom(*id));
        for place in of_client.chain(of_delivery).chain(of_contacts).chain(of_custom) {
            let value = match place {
                Place::Field(Field::Siren) => client.registration(),
                Place::Field(Field::Siret) => "",
                _ => client.text(place),
            };
            typed.set(place, &shown(place, value));
        }
        let named = |id: &u64| setup.category(*id).map(|category| category.name.clone());
        typed.categories = client.categories.iter().filter_map(named).collect();
        for purpose in Purpose::ALL {
            if let Some(last) = consent::last(&base.consents, purpose) {
                let answer = if last.answer == Answer::Given { Answer::Given } else { Answer::Refused };
                typed.consent.insert(purpose, Told { answer, wording: last.wording.clone() });
            }
        }
        typed
    }

    /// The same changes made to another text: whatever is still as it was `opened` is taken from `now`.
    ///
    /// So a draft of a client that was changed elsewhere meanwhile takes nothing back that its writer never touched.
    #[must_use]
    pub fn rebased(&self, opened: &Self, now: &Self) -> Self {
        let mut rebased = self.clone();
        let places: BTreeSet<Place> =
            [self, opened, now].iter().flat_map(|typed| typed.texts.keys()).copied().collect();
        for place in places {
            if self.text(place) == opened.text(place) {
                rebased.set(place, now.text(place));
            }
        }
        take(&mut rebased.kind, &self.kind, &opened.kind, &now.kind);
        take(&mut rebased.contacts, &self.contacts, &opened.contacts, &now.contacts);
        take(&mut rebased.main_own, &self.main_own, &opened.main_own, &now.main_own);
        take(&mut rebased.categories, &self.categories, &opened.categories, &now.categories);
        take(&mut rebased.consent, &self.consent, &opened.consent, &now.consent);
        take(&mut rebased.note, &self.note, &opened.note, &now.note);
        take(&mut rebased.declined, &self.declined, &opened.declined, &now.declined);
        take(&mut rebased.kept, &self.kept, &opened.kept, &now.kept);
        rebased
    }
}

/// What was not touched becomes what it is now.
fn take<T: PartialEq + Clone>(rebased: &mut T, mine: &T, opened: &T, now: &T) {
    if mine == opened {
        rebased.clone_from(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::ClientKind;

    #[test]
    fn typing_a_client_again_gives_the_same_client() {
        let client = Client {
            company: "Asie".into(),
            email: "a@b.example".into(),
            siren: "732829320".into(),
            siret: "73282932000074".into(),
            ..Client::default()
        };
        let base = Base { client: Some(client.clone()), ..Base::default() };
        let typed = Typed::of(&base, &Setup::new("FR"), |_, value| value.to_owned());
        assert_eq!(typed.parse(&client, &Setup::new("FR")), Ok(client));
    }

    #[test]
    fn a_draft_takes_back_nothing_that_was_not_touched_in_it() {
        let mut opened = Typed::new(ClientKind::Company, "France");
        opened.set(Field::Company, "Asie");
        opened.set(Field::Phone, "1");
        opened.set(Field::City, "Lyon");
        let mut draft = opened.clone();
        draft.set(Field::Company, "Asie SARL");
        draft.set(Field::City, "");
        let mut now = Typed::new(ClientKind::Individual, "Allemagne");
        now.set(Field::Company, "Asia");
        now.set(Field::Phone, "2");
        now.set(Field::City, "Nice");
        now.note = "new".into();
        now.decline(Field::Email, true);
        now.kept.insert(Field::Email.into(), "a".into());
        let rebased = draft.rebased(&opened, &now);
        let texts = [Field::Company, Field::Phone, Field::City, Field::Country].map(|f| rebased.text(f));
        assert_eq!(texts, ["Asie SARL", "2", "", "Allemagne"]);
        assert_eq!((rebased.kind, rebased.note.as_str()), (ClientKind::Individual, "new"));
        assert_eq!((&rebased.declined, &rebased.kept), (&now.declined, &now.kept));
        // What was touched stays.
        (draft.note, opened.kind) = ("mine".into(), ClientKind::Individual);
        draft.decline(Field::Phone, true);
        draft.kept.insert(Field::Phone.into(), "b".into());
        let rebased = draft.rebased(&opened, &now);
        assert_eq!((rebased.kind, rebased.note.as_str()), (ClientKind::Company, "mine"));
        assert_eq!((&rebased.declined, &rebased.kept), (&draft.declined, &draft.kept));
    }
}
