//! What is known of the clients of a demo beyond who and where they are: categories, custom fields, consent, notes of
//! every kind, further contacts, where goods go, terms and language.
//!
//! It has dice of its own, so that who the clients are does not depend on what is known of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::abroad::country;
use super::dice::Dice;
use super::{Maker, names, slug};
use crate::domain::client::{Client, ClientId, ClientKind};
use crate::domain::command::{Belongings, NewConsent, NewNote};
use crate::domain::consent::{Answer, Channel, Method, Purpose, Wording};
use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::field::Field;
use crate::domain::note::NoteKind;
use crate::domain::place::Place;
use crate::domain::typed::Typed;

/// What the business is like: what it asks of its clients.
#[derive(Clone, Debug)]
pub(super) struct Known {
    dice: Dice,
    fields: [Arc<CustomField>; 5],
    /// The next client is the first: it holds something in every field, which puts them in their order.
    first: bool,
}

impl Known {
    pub(super) fn new(seed: u64) -> Self {
        let field = |name: &str, kind, choices: &[&str]| {
            let choices = choices.iter().map(|&choice| choice.to_owned()).collect();
            Arc::new(CustomField { name: name.to_owned(), kind, choices, ..CustomField::default() })
        };
        Self {
            dice: Dice::new(!seed),
            fields: [
                field("Niveau", FieldKind::Choice, &["Bronze", "Argent", "Or"]),
                field("Remise", FieldKind::Number, &[]),
                field("Encours maximal", FieldKind::Amount, &[]),
                field("Livraison le samedi", FieldKind::YesNo, &[]),
                field("Anniversaire", FieldKind::Date, &[]),
            ],
            first: true,
        }
    }

    fn custom_fields(&mut self, kind: ClientKind) -> Vec<(Arc<CustomField>, String)> {
        let first = std::mem::take(&mut self.first);
        let (company, person) = match kind {
            ClientKind::Company => (1, 0),
            ClientKind::Individual => (0, 1),
        };
        let shares = [250, 120 * company, 80 * company, 120 * company, 350 * person];
        let mut held = Vec::new();
        for (number, share) in shares.into_iter().enumerate() {
            if (first || self.dice.of_thousand(share))
                && let Some(field) = self.fields.get(number)
            {
                let field = Arc::clone(field);
                let value = self.value(&field);
                held.push((field, value));
            }
        }
        held
    }

    /// A value as it is kept.
    fn value(&mut self, field: &CustomField) -> String {
        let dice = &mut self.dice;
        match field.kind {
            FieldKind::Number => dice.pick(&["5", "7.5", "10", "12.5", "15"]).to_owned(),
            FieldKind::Amount => dice.pick(&["1500.00", "3000.00", "5000.00", "10000.00"]).to_owned(),
            FieldKind::YesNo => dice.pick(&[YES, NO]).to_owned(),
            FieldKind::Date => {
                let (year, month, day) = (dice.below(60), dice.below(12), dice.below(28));
                format!("{:04}-{:02}-{:02}", 1945 + year, 1 + month, 1 + day)
            }
            _ => {
                let number = usize::try_from(dice.below(3)).unwrap_or_default();
                field.choices.get(number).cloned().unwrap_or_default()
            }
        }
    }

    /// A day not long ago.
    fn day(&mut self, today: NaiveDate) -> NaiveDate {
        today.checked_sub_days(Days::new(self.dice.below(400))).unwrap_or(today)
    }

    fn consents(&mut self, client: &Client, today: NaiveDate) -> Vec<NewConsent> {
        let mut consents = Vec::new();
        for (purpose, given, refused, withdrawn) in
            [(Purpose::Service, 300, 315, 318), (Purpose::Offers, 150, 240, 255)]
        {
            let answers: &[Answer] = match self.dice.below(1000) {
                roll if roll < given => &[Answer::Given],
                roll if roll < refused => &[Answer::Refused],
                roll if roll < withdrawn => &[Answer::Given, Answer::Withdrawn],
                _ => &[],
            };
            let (mut day, method) = (self.day(today), self.dice.pick(&METHODS));
            for answer in answers {
                consents.push(answered(client, purpose, *answer, day, method));
                day = today;
            }
        }
        consents
    }

    fn notes(&mut self, today: NaiveDate) -> Vec<NewNote> {
        let mut notes = Vec::new();
        for (share, kind, texts) in [
            (60, NoteKind::Call, names::CALLS),
            (30, NoteKind::Meeting, names::MEETINGS),
            (20, NoteKind::Agreement, names::AGREEMENTS),
            (20, NoteKind::ImportantDate, names::DATES),
        ] {
            if !self.dice.of_thousand(share) {
                continue;
            }
            let (mut date, mut remind) = (self.day(today), None);
            if kind == NoteKind::ImportantDate {
                // From ten days ago to four months ahead; one is reminded a week before.
                let from = today.checked_sub_days(Days::new(10)).unwrap_or(today);
                date = from.checked_add_days(Days::new(self.dice.below(130))).unwrap_or(today);
                remind = date.checked_sub_days(Days::new(7));
            }
            notes.push(NewNote {
                client: ClientId::NEW,
                kind,
                date,
                text: self.dice.pick(texts).to_owned(),
                pinned: self.dice.of_thousand(100),
                remind,
                attachments: Vec::new(),
            });
        }
        notes
    }
}

/// On the telephone twice as often as in another way.
const METHODS: [Method; 5] = [Method::Phone, Method::Phone, Method::InPerson, Method::Email, Method::Paper];

fn answered(client: &Client, purpose: Purpose, answer: Answer, day: NaiveDate, method: Method) -> NewConsent {
    let channels: BTreeSet<Channel> = match answer {
        Answer::Given | Answer::Withdrawn => Channel::filled(client),
        Answer::Refused => Channel::ALL.into_iter().collect(),
    };
    // Asked in the client's language, if the program has the words.
    let (language, questions) = match client.language.as_str() {
        "en" => ("en", names::QUESTIONS_ENGLISH),
        "es" => ("es", names::QUESTIONS_SPANISH),
        _ => ("fr", names::QUESTIONS_FRENCH),
    };
    let [service, offers] = questions;
    let words = match purpose {
        Purpose::Service => service,
        Purpose::Offers => offers,
    };
    NewConsent {
        purpose,
        channels,
        answer,
        method,
        day: Some(day),
        wording: Wording { language: language.to_owned(), words: words.to_owned() },
        evidence: None,
    }
}

impl Maker {
    /// Types what is known of a client beyond its name and address.
    pub(super) fn know(&mut self, typed: &mut Typed) {
        let language = match typed.text(Field::Country) {
            "DE" => "de",
            "ES" => "es",
            "GB" => "en",
            _ => "",
        };
        typed.set(Field::Language, language);
        if typed.kind == ClientKind::Individual {
            return;
        }
        if self.known.dice.of_thousand(350) {
            typed.set(Field::Terms, self.known.dice.pick(&names::TERMS));
        }
        if self.known.dice.of_thousand(120) {
            let several = self.known.dice.of_thousand(250);
            for number in 0..=u16::from(several) {
                self.further_contact(typed, number);
            }
        }
        if typed.text(Field::Country) == "FR" && self.known.dice.of_thousand(60) {
            let place = self.places.pick(&mut self.known.dice);
            let street = self.known.dice.pick(&self.streets);
            let number = self.known.dice.below(120).saturating_add(1);
            typed.set(Place::Delivery(Field::Street), &format!("{number} {street}"));
            typed.set(Place::Delivery(Field::Postcode), place.postcode);
            typed.set(Place::Delivery(Field::City), place.city);
            typed.set(Place::Delivery(Field::Country), "FR");
        }
    }

    fn further_contact(&mut self, typed: &mut Typed, number: u16) {
        let dice = &mut self.known.dice;
        let country = country(typed.text(Field::Country));
        let (first, last) = match country {
            Some(country) => country.somebody(dice),
            None => (dice.pick(&self.first_names), dice.pick(&self.surnames).to_owned()),
        };
        let role = dice.pick(country.map_or(names::ROLES.as_slice(), |country| country.roles));
        let domain = typed.text(Field::Email).split_once('@').map(|(_, domain)| domain.to_owned());
        let french = typed.text(Field::Country) == "FR";
        typed.add_contact();
        let mut set = |field, text: &str| typed.set(Place::Contact(number, field), text);
        set(Field::ContactFirstName, first);
        set(Field::ContactLastName, &last);
        set(Field::ContactRole, role);
        if let Some(domain) = domain.filter(|domain| domain.ends_with(".example")) {
            set(Field::Email, &format!("{}.{}@{domain}", slug(first), slug(&last)));
        }
        if french && dice.of_thousand(500) {
            set(Field::Phone, &dice.digits("06 2x xx xx xx"));
        }
    }

    /// What is kept with a client beside its record.
    pub(super) fn belongings(&mut self, client: &Client) -> Belongings {
        let public = ["Mairie", "Comité", "Association", "École", "Théâtre", "Les Amis"];
        let association = public.iter().any(|start| client.company.starts_with(start));
        let abroad = client.address.country != "FR";
        let (company, person) = match client.kind {
            ClientKind::Company if !association => (1, 0),
            ClientKind::Company => (0, 0),
            ClientKind::Individual => (0, 1),
        };
        let mut categories = Vec::new();
        for (name, share) in [
            ("Grossistes", 100 * company),
            ("Détaillants", 300 * company),
            ("Clients réguliers", 250 * company + 200 * person),
            ("Associations", if association { 900 } else { 0 }),
            ("Export", if abroad { 900 } else { 0 }),
        ] {
            if self.known.dice.of_thousand(share) {
                categories.push(name.to_owned());
            }
        }
        Belongings {
            new_categories: categories,
            new_fields: self.known.custom_fields(client.kind),
            notes: self.known.notes(self.today),
            consents: self.known.consents(client, self.today),
            attachments: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::demo;
    use crate::domain::command::Registration;
    use crate::domain::terms::Terms;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn some() -> Vec<Registration> {
        demo(4_000, 1, today()).collect()
    }

    fn share(count: usize, thousandths: std::ops::Range<usize>) {
        let share = count / 4;
        assert!(thousandths.contains(&share), "{share} of a thousand");
    }

    #[test]
    fn more_is_known_of_some_than_of_others() {
        let all = some();
        let count = |is: &dyn Fn(&Registration) -> bool| all.iter().filter(|one| is(one)).count();
        let said = |answer, purpose| {
            count(&|one| one.with.consents.iter().any(|one| (one.answer, one.purpose) == (answer, purpose)))
        };
        share(count(&|one| !one.with.new_categories.is_empty()), 420..520);
        share(count(&|one| one.with.new_categories.len() > 1), 80..160);
        share(count(&|one| !one.with.new_fields.is_empty()), 400..520);
        share(said(Answer::Given, Purpose::Service), 270..330);
        share(said(Answer::Refused, Purpose::Service), 8..25);
        share(said(Answer::Given, Purpose::Offers), 140..190);
        share(said(Answer::Refused, Purpose::Offers), 70..110);
        share(said(Answer::Withdrawn, Purpose::Offers), 8..25);
        share(count(&|one| !one.with.notes.is_empty()), 100..150);
        share(count(&|one| !one.client.contacts.is_empty()), 70..110);
        share(count(&|one| one.client.contacts.len() > 1), 12..35);
        share(count(&|one| one.client.delivery_address.is_some()), 30..60);
        share(count(&|one| !one.client.terms.is_empty()), 220..300);
        share(count(&|one| !one.client.language.is_empty()), 15..40);
        assert!(
            all.iter().all(|one| one.client.terms.is_empty() || Terms::parse(&one.client.terms).is_some())
        );
    }

    #[test]
    fn every_category_field_and_kind_of_note_comes() {
        let all = some();
        let names: BTreeSet<&str> =
            all.iter().flat_map(|one| &one.with.new_categories).map(String::as_str).collect();
        assert_eq!(
            names,
            BTreeSet::from(["Associations", "Clients réguliers", "Détaillants", "Export", "Grossistes"])
        );
        let first: Vec<&str> = all[0].with.new_fields.iter().map(|(field, _)| field.name.as_str()).collect();
        assert_eq!(first, ["Niveau", "Remise", "Encours maximal", "Livraison le samedi", "Anniversaire"]);
        for (field, value) in all.iter().flat_map(|one| &one.with.new_fields) {
            assert!(!value.is_empty() && field.doubt(value, "FR").is_none(), "{}: {value}", field.name);
        }
        let held = |name: &str, is: fn(&Client) -> bool| {
            all.iter()
                .skip(1)
                .any(|one| is(&one.client) && one.with.new_fields.iter().any(|(field, _)| field.name == name))
        };
        let company: fn(&Client) -> bool = |client| client.kind == ClientKind::Company;
        let person: fn(&Client) -> bool = |client| client.kind == ClientKind::Individual;
        for (name, of_companies, of_persons) in [
            ("Niveau", true, true),
            ("Remise", true, false),
            ("Encours maximal", true, false),
            ("Livraison le samedi", true, false),
            ("Anniversaire", false, true),
        ] {
            assert_eq!((held(name, company), held(name, person)), (of_companies, of_persons), "{name}");
        }
        for kind in [NoteKind::Call, NoteKind::Meeting, NoteKind::Agreement, NoteKind::ImportantDate] {
            assert!(all.iter().flat_map(|one| &one.with.notes).any(|note| note.kind == kind), "{kind:?}");
        }
    }

    #[test]
    fn only_important_dates_lie_ahead_and_some_are_due() {
        let all = some();
        let notes = || all.iter().flat_map(|one| &one.with.notes);
        for note in notes() {
            let important = note.kind == NoteKind::ImportantDate;
            assert_eq!(note.remind.is_some(), important);
            assert!(note.date <= today() || important && (note.date - today()).num_days() < 120);
            assert!((today() - note.date).num_days() < 400);
            assert!(note.remind.is_none_or(|remind| (note.date - remind).num_days() == 7));
        }
        let due = notes().filter(|note| note.remind.is_some_and(|day| day <= today())).count();
        assert!(due > 0 && due < notes().filter(|note| note.remind.is_some()).count());
        assert!(notes().any(|note| note.pinned) && notes().any(|note| !note.pinned));
    }

    #[test]
    fn one_is_asked_in_a_language_that_one_speaks() {
        let mut languages: BTreeSet<String> = BTreeSet::new();
        for one in some() {
            let spoken = match one.client.language.as_str() {
                "en" => crate::text::Language::En,
                "es" => crate::text::Language::Es,
                _ => crate::text::Language::Fr,
            };
            for asked in &one.with.consents {
                assert_eq!(asked.wording.language, spoken.code());
                let words = crate::text::Text::load(spoken);
                assert_eq!(asked.wording.words, crate::text::question(&words, asked.purpose));
                languages.insert(asked.wording.language.clone());
            }
        }
        assert_eq!(languages, ["en", "es", "fr"].map(str::to_owned).into());
    }

    #[test]
    fn whoever_withdrew_had_said_yes_before() {
        let all = some();
        let mut withdrawn = 0;
        for one in &all {
            for pair in one.with.consents.windows(2) {
                let [before, after] = pair else { unreachable!() };
                if after.answer == Answer::Withdrawn {
                    assert_eq!((before.answer, before.purpose), (Answer::Given, after.purpose));
                    assert!(before.day <= after.day && after.day == Some(today()));
                    withdrawn += 1;
                }
            }
            assert!(
                one.with
                    .consents
                    .iter()
                    .all(|consent| consent.day <= Some(today()) && !consent.channels.is_empty())
            );
            assert_ne!(one.with.consents.first().map(|first| first.answer), Some(Answer::Withdrawn));
        }
        assert!(withdrawn > 40);
    }
}
