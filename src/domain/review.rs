//! The review: what is said before anything is registered.
//!
//! A pure function of before and after. Its confirmation *is* the command: what was read is what is done.

use std::collections::BTreeMap;

pub use super::base::Base;
use super::client::{Client, ClientId};
use super::command::{Belongings, Change, ClientCommand, Command, NewConsent, NoteChange, Registration};
use super::consent::{Answer, Channel, Consent, Purpose, last};
use super::doubt::{Doubt, doubts};
use super::duplicate::Likeness;
use super::field::Field;
use super::item::{Item, Line};
use super::line::{clean, clean_lines};
use super::note::Note;
use super::setup::Setup;
use super::typed::{NameMissing, Told, Typed};

/// Another client who is likely to be the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// Who.
    pub id: ClientId,
    /// Name, as shown.
    pub name: String,
    /// City; may be empty.
    pub city: String,
    /// What they have in common.
    pub likeness: Likeness,
    /// Archived: out of the table.
    pub archived: bool,
}

/// Something to look at before confirming.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Point {
    /// A value that may be wrong.
    Doubt(Doubt),
    /// A starred field without value.
    Missing(Field),
    /// A likely duplicate.
    Twin(Twin),
}

/// What the main button does, and so what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// The record is complete.
    Complete,
    /// Starred fields are empty: to be completed later.
    CompleteLater,
}

/// What is said before a client is registered or changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The client as stored now; none for a new one.
    pub before: Option<Client>,
    /// The client as it will be stored.
    pub after: Client,
    /// Its first note as stored now.
    pub note_before: Option<Note>,
    /// Its first note as it will be stored; empty for none.
    pub note: String,
    /// The names of its categories as they will be stored, new ones too.
    pub categories: Vec<String>,
    /// The answers to the questions of consent as they will stand.
    pub consent: BTreeMap<Purpose, Told>,
    /// What was answered last until now.
    pub consent_before: BTreeMap<Purpose, Answer>,
    /// What comes along with the client: new categories, answers, files.
    pub with: Belongings,
    /// What to look at: doubts, then missing fields, then likely duplicates.
    pub points: Vec<Point>,
    /// Recommended fields without value: named, not counted.
    pub recommended: Vec<Field>,
    /// What will be stored, in the order of the form.
    pub lines: Vec<Line>,
    distinct_from: Vec<ClientId>,
}

impl Review {
    /// Reviews what was typed. `twins` are the likely duplicates of the client.
    pub fn of(base: &Base, typed: &Typed, twins: &[Twin], setup: &Setup) -> Result<Self, NameMissing> {
        let before = base.client.clone();
        let after = typed.parse(&before.clone().unwrap_or_default(), setup)?;
        let note = clean_lines(&typed.note);
        let doubts = doubts(&after, setup);
        let with = belongings(base, typed, &after, setup);
        let told = Sight { base, after: &after, note: &note, typed, with: &with, doubts: &doubts, setup };
        let lines = Item::all(before.as_ref(), &after, setup)
            .into_iter()
            .filter_map(|item| told.line(item))
            .collect();
        let mut points: Vec<Point> = doubts.into_iter().map(Point::Doubt).collect();
        points.extend(setup.policy.missing(&after).into_iter().map(Point::Missing));
        points.extend(
            twins.iter().filter(|twin| !typed.distinct_from.contains(&twin.id)).cloned().map(Point::Twin),
        );
        Ok(Self {
            recommended: setup.policy.recommended(&after),
            before,
            after,
            note_before: base.note.clone(),
            note,
            categories: typed.categories.clone(),
            consent: typed.consent.clone(),
            consent_before: Purpose::ALL
                .into_iter()
                .filter_map(|purpose| Some((purpose, last(&base.consents, purpose)?.answer)))
                .collect(),
            with,
            points,
            lines,
            distinct_from: typed.distinct_from.iter().copied().collect(),
        })
    }

    /// What the main button does.
    pub fn confirmation(&self) -> Confirmation {
        if self.points.iter().any(|point| matches!(point, Point::Missing(_))) {
            Confirmation::CompleteLater
        } else {
            Confirmation::Complete
        }
    }

    /// The first doubt or likely duplicate: it has the focus. Missing fields never move it.
    pub fn first_to_check(&self) -> Option<usize> {
        self.points.iter().position(|point| !matches!(point, Point::Missing(_)))
    }

    /// Nothing would change.
    pub fn is_unchanged(&self) -> bool {
        self.before.is_some() && self.lines.iter().all(|line| !line.changed) && self.same_answers()
    }

    /// Whether a change must be looked at before it is made; a new client always is.
    pub fn must_be_shown(&self) -> bool {
        self.before.is_none() || self.first_to_check().is_some()
    }

    /// What Confirm does.
    pub fn command(&self) -> Command {
        Command::Client(match &self.before {
            None => ClientCommand::Register(Box::new(Registration {
                client: self.after.clone(),
                note: self.note.clone(),
                distinct_from: self.distinct_from.clone(),
                with: self.with.clone(),
            })),
            Some(before) => ClientCommand::Change(Box::new(Change {
                before: before.clone(),
                after: self.after.clone(),
                note: self.note_change(),
                with: self.with.clone(),
            })),
        })
    }

    fn note_change(&self) -> Option<NoteChange> {
        let now = self.note_before.as_ref().map_or("", |note| note.text.as_str());
        (now != self.note).then(|| NoteChange { before: self.note_before.clone(), text: self.note.clone() })
    }

    /// Refusals and kept typos are as before.
    fn same_answers(&self) -> bool {
        self.before
            .as_ref()
            .is_some_and(|now| now.declined == self.after.declined && now.kept == self.after.kept)
    }
}

/// What the form brings along with the record itself.
fn belongings(base: &Base, typed: &Typed, after: &Client, setup: &Setup) -> Belongings {
    let consents = typed.consent.iter().filter(|(purpose, told)| {
        let now = answered(&base.consents, **purpose);
        now != Some(told.answer == Answer::Given)
    });
    let consents = consents.map(|(purpose, told)| NewConsent {
        purpose: *purpose,
        // Who refuses refuses by whatever channel.
        channels: match told.answer {
            Answer::Given => Channel::filled(after),
            Answer::Refused | Answer::Withdrawn => Channel::ALL.into_iter().collect(),
        },
        answer: told.answer,
        method: typed.method,
        day: None,
        wording: told.wording.clone(),
        evidence: None,
    });
    Belongings {
        new_categories: typed.new_categories(setup),
        consents: consents.collect(),
        attachments: typed.attachments.clone(),
        ..Belongings::default()
    }
}

/// Whether a question was answered, and with yes.
fn answered(consents: &[Consent], purpose: Purpose) -> Option<bool> {
    last(consents, purpose).map(|consent| consent.answer == Answer::Given)
}

/// What the lines are made of.
struct Sight<'a> {
    base: &'a Base,
    after: &'a Client,
    note: &'a str,
    typed: &'a Typed,
    with: &'a Belongings,
    doubts: &'a [Doubt],
    setup: &'a Setup,
}

impl Sight<'_> {
    /// The line of an item, if there is or was something to show.
    fn line(&self, item: Item) -> Option<Line> {
        let before = self.base.client.as_ref();
        let (there, changed) = match item {
            Item::Note => {
                let now = self.base.note.as_ref().map_or("", |note| note.text.as_str());
                (!self.note.is_empty() || !now.is_empty(), now != self.note)
            }
            Item::Consent(purpose) => {
                let changed = self.with.consents.iter().any(|one| one.purpose == purpose);
                (self.typed.consent.contains_key(&purpose), changed)
            }
            Item::Attachments => {
                let any = !self.with.attachments.is_empty();
                (any, any)
            }
            Item::Categories => {
                let had = before.is_some_and(|client| !client.categories.is_empty());
                let new = !self.with.new_categories.is_empty();
                let differs = before.is_none_or(|client| item.differs(client, self.after));
                (had || !self.typed.categories.is_empty(), new || differs)
            }
            _ => {
                let had = before.is_some_and(|client| item.has_value(client));
                let differs = before.is_none_or(|client| item.differs(client, self.after));
                (had || item.has_value(self.after), differs)
            }
        };
        let places = item.places(self.after);
        there.then(|| Line {
            item,
            changed,
            typed: self.reworded(item),
            doubtful: self.doubts.iter().any(|doubt| places.contains(&doubt.place)),
        })
    }

    /// What was typed into a field that is shown in another form.
    fn reworded(&self, item: Item) -> Option<String> {
        let (field, shown) = match item {
            Item::Phone => (Field::Phone, self.after.phone.shown(&self.setup.home)),
            Item::Mobile => (Field::Mobile, self.after.mobile.shown(&self.setup.home)),
            Item::Registration => (Field::Siren, super::identifier::shown(self.after.registration())),
            Item::VatNumber => (Field::VatNumber, super::vat::shown(&self.after.vat_number)),
            _ => return None,
        };
        let typed = clean(self.typed.text(field));
        (typed != shown).then_some(typed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::ClientKind;
    use crate::domain::doubt::Reason;
    use crate::domain::note::NoteKind;

    fn france() -> Setup {
        Setup::new("FR")
    }

    /// What is typed of a complete company.
    fn asie() -> Typed {
        let mut typed = Typed::new(ClientKind::Company, "FR");
        for (field, text) in [
            (Field::Company, "Asie"),
            (Field::ContactLastName, "Roulet"),
            (Field::Phone, "0142603030"),
            (Field::Email, "a@asie.example"),
            (Field::Street, "3 rue du Four"),
            (Field::Postcode, "75006"),
            (Field::City, "Paris"),
            (Field::Siren, "552008443"),
        ] {
            typed.set(field, text);
        }
        typed
    }

    fn new(typed: &Typed, twins: &[Twin]) -> Review {
        Review::of(&Base::default(), typed, twins, &france()).unwrap()
    }

    /// The form on a stored client with a note, and what it stands on.
    fn stored() -> (Base, Typed) {
        let client = asie().parse(&Client { id: ClientId(1), ..Client::default() }, &france()).unwrap();
        let note = Note {
            id: 4,
            client: ClientId(1),
            date: chrono::NaiveDate::default(),
            kind: NoteKind::Call,
            text: "Le matin".into(),
            pinned: false,
            remind: None,
        };
        let base = Base { client: Some(client), note: Some(note), consents: Vec::new() };
        let typed = Typed::of(&base, &france(), |_, value| value.to_owned());
        (base, typed)
    }

    fn changed(edit: impl FnOnce(&mut Typed)) -> Review {
        let (base, mut typed) = stored();
        edit(&mut typed);
        Review::of(&base, &typed, &[], &france()).unwrap()
    }

    fn twin(id: u64) -> Twin {
        Twin {
            id: ClientId(id),
            name: "Asie".into(),
            city: String::new(),
            likeness: Likeness::Name,
            archived: false,
        }
    }

    /// Every line: its item, what was typed, whether it is doubtful.
    fn lines(review: &Review) -> Vec<(Item, Option<&str>, bool)> {
        review.lines.iter().map(|line| (line.item, line.typed.as_deref(), line.doubtful)).collect()
    }

    #[test]
    fn a_complete_client_is_in_order_and_said_in_the_order_of_the_form() {
        let mut typed = asie();
        typed.note = " Le matin\n".into();
        let review = new(&typed, &[]);
        assert_eq!((review.points.len(), review.recommended.len()), (0, 0));
        assert_eq!(review.confirmation(), Confirmation::Complete);
        assert_eq!((review.first_to_check(), review.note.as_str()), (None, "Le matin"));
        assert!(review.must_be_shown(), "a new client always is");
        assert!(!review.is_unchanged());
        assert_eq!(
            lines(&review),
            [
                (Item::Name, None, false),
                (Item::Contact, None, false),
                (Item::Phone, Some("0142603030"), false),
                (Item::Email, None, false),
                (Item::Address, None, false),
                (Item::Registration, Some("552008443"), false),
                (Item::Note, None, false),
            ]
        );
        assert!(review.lines.iter().all(|line| line.changed));
    }

    #[test]
    fn what_was_typed_stands_beside_what_is_shown_where_they_differ() {
        let mut typed = asie();
        typed.set(Field::Phone, " 01 42 60 30 30\n");
        typed.set(Field::Mobile, "0612345678");
        typed.set(Field::Siren, "552 008 443");
        let review = new(&typed, &[]);
        let said: Vec<_> =
            lines(&review).into_iter().filter_map(|(item, typed, _)| Some((item, typed?))).collect();
        assert_eq!(said, [(Item::Mobile, "0612345678")]);
    }

    #[test]
    fn doubts_come_first_then_what_is_missing_then_twins() {
        let mut typed = asie();
        typed.set(Field::Email, "a@gmial.com");
        typed.set(Field::Siren, "552008444");
        typed.set(Field::Postcode, "7500");
        typed.set(Field::Phone, "");
        typed.set(Field::City, "");
        typed.distinct_from.insert(ClientId(7));
        let review = new(&typed, &[twin(7), twin(8)]);
        let doubt = |field: Field, reason| Point::Doubt(Doubt { place: field.into(), reason });
        assert_eq!(
            review.points,
            [
                doubt(Field::Email, Reason::EmailTypo("a@gmail.com".into())),
                doubt(Field::Postcode, Reason::PostcodeMalformed("33380")),
                doubt(Field::Siren, Reason::SirenCheck),
                Point::Missing(Field::Phone),
                Point::Missing(Field::City),
                Point::Twin(twin(8)),
            ]
        );
        assert_eq!(review.first_to_check(), Some(0));
        assert_eq!(review.confirmation(), Confirmation::CompleteLater);
        let doubtful: Vec<_> = lines(&review).into_iter().filter(|line| line.2).map(|line| line.0).collect();
        assert_eq!(doubtful, [Item::Email, Item::Address, Item::Registration]);
    }

    #[test]
    fn what_is_missing_or_recommended_moves_no_focus() {
        let mut typed = asie();
        typed.set(Field::Phone, "");
        typed.set(Field::Siren, "");
        typed.set(Field::ContactLastName, "");
        let review = new(&typed, &[]);
        assert_eq!(review.points, [Point::Missing(Field::Phone)]);
        assert_eq!(review.recommended, [Field::ContactLastName, Field::Siren]);
        assert_eq!(review.first_to_check(), None);
        let review = new(&typed, &[twin(8)]);
        assert_eq!(review.first_to_check(), Some(1));
        typed.decline(Field::Phone, true);
        let review = new(&typed, &[]);
        assert_eq!((review.points.len(), review.confirmation()), (0, Confirmation::Complete));
    }

    #[test]
    fn a_client_without_name_has_no_review() {
        let mut typed = asie();
        typed.set(Field::Company, " ");
        assert_eq!(Review::of(&Base::default(), &typed, &[], &france()), Err(NameMissing));
    }

    #[test]
    fn confirming_registers_what_was_read() {
        let mut typed = asie();
        typed.note = "Le matin".into();
        typed.distinct_from.extend([ClientId(7), ClientId(3)]);
        let review = new(&typed, &[]);
        let expected = Registration {
            client: review.after.clone(),
            note: "Le matin".into(),
            distinct_from: vec![ClientId(3), ClientId(7)],
            with: Belongings::default(),
        };
        assert_eq!(review.command(), Command::Client(ClientCommand::Register(Box::new(expected))));
    }

    #[test]
    fn a_change_is_shown_only_when_there_is_something_to_check() {
        let review = changed(|typed| typed.set(Field::City, "Paris Cedex"));
        assert!(!review.must_be_shown() && !review.is_unchanged());
        let moved: Vec<_> = review.lines.iter().filter(|line| line.changed).map(|line| line.item).collect();
        assert_eq!(moved, [Item::Address]);
        // A value that is missing asks for nothing.
        assert!(!changed(|typed| typed.set(Field::City, "")).must_be_shown());
        assert!(changed(|typed| typed.set(Field::Email, "a@")).must_be_shown());
        let Command::Client(ClientCommand::Change(change)) = review.command() else { panic!("no change") };
        assert_eq!((Some(change.before), change.after, change.note), (review.before, review.after, None));
    }

    #[test]
    fn an_emptied_value_is_a_line_and_nothing_at_all_is_none() {
        let review = changed(|typed| typed.set(Field::Phone, ""));
        let phone = review.lines.iter().find(|line| line.item == Item::Phone).unwrap();
        assert_eq!((phone.changed, phone.typed.as_deref()), (true, None));
        assert!(review.lines.iter().all(|line| line.item != Item::Mobile));
    }

    #[test]
    fn nothing_typed_is_no_change_but_an_answer_is_one() {
        assert!(changed(|_| ()).is_unchanged());
        let edits: [fn(&mut Typed); 4] = [
            |typed| typed.note = "Le soir".into(),
            |typed| typed.kind = ClientKind::Individual,
            |typed| {
                typed.set(Field::Phone, "");
                typed.decline(Field::Phone, true);
            },
            |typed| {
                typed.set(Field::Email, "a@gmial.com");
                typed.kept.insert(Field::Email.into(), "a@gmial.com".into());
            },
        ];
        for edit in edits {
            let (_, mut typed) = stored();
            typed.set(Field::LastName, "Roulet");
            let review = changed(|typed| {
                typed.set(Field::LastName, "Roulet");
                edit(typed);
            });
            assert!(!review.is_unchanged());
        }
        // A tick alone, where there was nothing before.
        let (mut base, mut typed) = stored();
        typed.set(Field::Phone, "");
        base.client = Some(typed.parse(&base.client.clone().unwrap(), &france()).unwrap());
        assert!(Review::of(&base, &typed, &[], &france()).unwrap().is_unchanged());
        typed.decline(Field::Phone, true);
        assert!(!Review::of(&base, &typed, &[], &france()).unwrap().is_unchanged());
    }

    #[test]
    fn a_note_is_written_changed_and_removed() {
        for (text, expected) in
            [("Le matin", None), (" Le matin ", None), ("Le soir", Some("Le soir")), ("", Some(""))]
        {
            let review = changed(|typed| {
                typed.note = text.into();
                typed.set(Field::City, "Lyon");
            });
            let Command::Client(ClientCommand::Change(change)) = review.command() else {
                panic!("no change")
            };
            let (base, _) = stored();
            let expected = expected.map(|text| NoteChange { before: base.note, text: text.into() });
            assert_eq!(change.note, expected);
            let line = review.lines.iter().find(|line| line.item == Item::Note).unwrap();
            assert_eq!(line.changed, expected.is_some());
        }
        // Where there was none.
        let (mut base, mut typed) = stored();
        base.note = None;
        let review = Review::of(&base, &typed, &[], &france()).unwrap();
        let expected = NoteChange { before: None, text: "Le matin".into() };
        assert_eq!(review.note_change(), Some(expected));
        typed.note.clear();
        let review = Review::of(&base, &typed, &[], &france()).unwrap();
        assert_eq!(review.note_change(), None);
        assert!(review.lines.iter().all(|line| line.item != Item::Note));
    }
}
