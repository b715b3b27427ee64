//! The review: what is said before anything is registered.
//!
//! A pure function of before and after. Its confirmation *is* the command: what was read is what is done.

use super::client::{Client, ClientId};
use super::command::{Change, ClientCommand, Command, NoteChange, Registration};
use super::doubt::{Doubt, doubts};
use super::duplicate::Likeness;
use super::field::Field;
use super::note::Note;
use super::policy::Policy;
use super::typed::{NameMissing, Typed, clean, clean_lines};

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

/// A line of what will be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// The whole address.
    Address,
    /// SIREN or SIRET.
    Registration,
    /// VAT number.
    VatNumber,
    /// Website.
    Website,
    /// Language.
    Language,
    /// Payment terms.
    Terms,
    /// Note.
    Note,
}

impl Item {
    /// Every item, in the order of the form.
    pub const ALL: [Self; 13] = [
        Self::Number,
        Self::Name,
        Self::Contact,
        Self::Phone,
        Self::Mobile,
        Self::Email,
        Self::Address,
        Self::Registration,
        Self::VatNumber,
        Self::Website,
        Self::Language,
        Self::Terms,
        Self::Note,
    ];

    /// The fields that the item shows; the first is where it leads. None for the note.
    pub fn fields(self, client: &Client) -> &'static [Field] {
        use super::client::ClientKind::{Company, Individual};
        match self {
            Self::Number => &[Field::Number],
            Self::Name => match client.kind {
                Company => &[Field::Company],
                Individual => &[Field::LastName, Field::FirstName],
            },
            Self::Contact => &[Field::ContactLastName, Field::ContactFirstName, Field::ContactRole],
            Self::Phone => &[Field::Phone],
            Self::Mobile => &[Field::Mobile],
            Self::Email => &[Field::Email],
            Self::Address => {
                &[Field::Street, Field::Street2, Field::Postcode, Field::City, Field::Region, Field::Country]
            }
            Self::Registration => &[Field::Siren, Field::Siret],
            Self::VatNumber => &[Field::VatNumber],
            Self::Website => &[Field::Website],
            Self::Language => &[Field::Language],
            Self::Terms => &[Field::Terms],
            Self::Note => &[],
        }
    }

    /// Whether the client has a value there.
    pub fn has_value(self, client: &Client) -> bool {
        self.fields(client).iter().any(|field| !client.text(*field).is_empty())
    }

    /// Whether the item differs between two clients.
    pub fn differs(self, one: &Client, other: &Client) -> bool {
        let kind = self == Self::Name && one.kind != other.kind;
        kind || Field::ALL
            .into_iter()
            .filter(|field| self.fields(one).contains(field) || self.fields(other).contains(field))
            .any(|field| one.text(field) != other.text(field))
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
    /// What to look at: doubts, then missing fields, then likely duplicates.
    pub points: Vec<Point>,
    /// Recommended fields without value: named, not counted.
    pub recommended: Vec<Field>,
    /// What will be stored, in the order of the form.
    pub lines: Vec<Line>,
    distinct_from: Vec<ClientId>,
}

/// What a form stands on: an existing client, or none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// The client as it was when the form was opened.
    pub client: Option<Client>,
    /// Its first note then.
    pub note: Option<Note>,
}

impl Review {
    /// Reviews what was typed. `twins` are the likely duplicates of the client; `home` is the book's own country.
    pub fn of(
        base: &Base,
        typed: &Typed,
        twins: &[Twin],
        policy: Policy,
        home: &str,
    ) -> Result<Self, NameMissing> {
        let before = base.client.clone();
        let after = typed.parse(&before.clone().unwrap_or_default(), home)?;
        let note = clean_lines(&typed.note);
        let doubts = doubts(&after);
        let lines = Item::ALL
            .into_iter()
            .filter_map(|item| line(item, base, &after, &note, typed, &doubts, home))
            .collect();
        let mut points: Vec<Point> = doubts.into_iter().map(Point::Doubt).collect();
        points.extend(policy.missing(&after).into_iter().map(Point::Missing));
        points.extend(
            twins.iter().filter(|twin| !typed.distinct_from.contains(&twin.id)).cloned().map(Point::Twin),
        );
        Ok(Self {
            recommended: policy.recommended(&after),
            before,
            after,
            note_before: base.note.clone(),
            note,
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
            })),
            Some(before) => ClientCommand::Change(Box::new(Change {
                before: before.clone(),
                after: self.after.clone(),
                note: self.note_change(),
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

/// The line of an item, if there is or was something to show.
fn line(
    item: Item,
    base: &Base,
    after: &Client,
    note: &str,
    typed: &Typed,
    doubts: &[Doubt],
    home: &str,
) -> Option<Line> {
    let fields = item.fields(after);
    if item == Item::Note {
        let now = base.note.as_ref().map_or("", |note| note.text.as_str());
        return (!note.is_empty() || !now.is_empty()).then(|| Line {
            item,
            changed: now != note,
            typed: None,
            doubtful: false,
        });
    }
    let before = base.client.as_ref();
    if !item.has_value(after) && !before.is_some_and(|client| item.has_value(client)) {
        return None;
    }
    let doubtful = doubts.iter().any(|doubt| fields.contains(&doubt.field));
    Some(Line {
        item,
        changed: before.is_none_or(|client| item.differs(client, after)),
        typed: reworded(item, after, typed, home),
        doubtful,
    })
}

/// What was typed into a field that is shown in another form.
fn reworded(item: Item, after: &Client, typed: &Typed, home: &str) -> Option<String> {
    let (field, shown) = match item {
        Item::Phone => (Field::Phone, after.phone.shown(home)),
        Item::Mobile => (Field::Mobile, after.mobile.shown(home)),
        Item::Registration => (Field::Siren, super::identifier::shown(after.registration())),
        _ => return None,
    };
    let typed = clean(typed.text(field));
    (typed != shown).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::ClientKind;
    use crate::domain::doubt::Reason;
    use crate::domain::note::NoteKind;

    const HOME: &str = "FR";

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
        Review::of(&Base::default(), typed, twins, Policy::Complete, HOME).unwrap()
    }

    /// The form on a stored client with a note, and what it stands on.
    fn stored() -> (Base, Typed) {
        let client = asie().parse(&Client { id: ClientId(1), ..Client::default() }, HOME).unwrap();
        let note = Note {
            id: 4,
            client: ClientId(1),
            date: chrono::NaiveDate::default(),
            kind: NoteKind::Call,
            text: "Le matin".into(),
        };
        let typed = Typed::of(&client, "FR", &note.text);
        (Base { client: Some(client), note: Some(note) }, typed)
    }

    fn changed(edit: impl FnOnce(&mut Typed)) -> Review {
        let (base, mut typed) = stored();
        edit(&mut typed);
        Review::of(&base, &typed, &[], Policy::Complete, HOME).unwrap()
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
        let doubt = |field, reason| Point::Doubt(Doubt { field, reason });
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
        assert_eq!(Review::of(&Base::default(), &typed, &[], Policy::Complete, HOME), Err(NameMissing));
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
        };
        assert_eq!(review.command(), Command::Client(ClientCommand::Register(Box::new(expected))));
    }

    #[test]
    fn a_change_is_shown_only_when_there_is_something_to_check() {
        let review = changed(|typed| typed.set(Field::City, "Lyon"));
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
                typed.kept.insert(Field::Email, "a@gmial.com".into());
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
        base.client = Some(typed.parse(&base.client.clone().unwrap(), HOME).unwrap());
        assert!(Review::of(&base, &typed, &[], Policy::Complete, HOME).unwrap().is_unchanged());
        typed.decline(Field::Phone, true);
        assert!(!Review::of(&base, &typed, &[], Policy::Complete, HOME).unwrap().is_unchanged());
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
        let review = Review::of(&base, &typed, &[], Policy::Complete, HOME).unwrap();
        let expected = NoteChange { before: None, text: "Le matin".into() };
        assert_eq!(review.note_change(), Some(expected));
        typed.note.clear();
        let review = Review::of(&base, &typed, &[], Policy::Complete, HOME).unwrap();
        assert_eq!(review.note_change(), None);
        assert!(review.lines.iter().all(|line| line.item != Item::Note));
    }

    #[test]
    fn an_item_differs_by_any_of_its_fields() {
        let (base, _) = stored();
        let client = base.client.unwrap();
        let mut other = client.clone();
        other.contact.role = "Gérante".into();
        other.siret = "1".into();
        other.address.region = "Bretagne".into();
        let differing: Vec<_> = Item::ALL.into_iter().filter(|item| item.differs(&client, &other)).collect();
        assert_eq!(differing, [Item::Contact, Item::Address, Item::Registration]);
        let person = Client { kind: ClientKind::Individual, ..client.clone() };
        assert!(Item::Name.differs(&client, &person) && !Item::Contact.differs(&client, &person));
        let named = Client { last_name: "Roulet".into(), ..person.clone() };
        assert!(Item::Name.differs(&person, &named) && !Item::Name.differs(&client, &client));
        // Every field stands in one item, but for the names of the other kind.
        for field in Field::ALL {
            let shown = Item::ALL.into_iter().filter(|item| item.fields(&client).contains(&field)).count();
            assert_eq!(shown, usize::from(!matches!(field, Field::FirstName | Field::LastName)), "{field:?}");
        }
        assert!(Item::Address.has_value(&client) && !Item::Mobile.has_value(&client));
    }
}
