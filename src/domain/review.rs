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
