//! The form: a client is registered or changed here, on the telephone.
//!
//! It holds what was typed. What is said about it (doubts, missing values, likely duplicates) is brought up to
//! date in [`ClientForm::refresh`], never while drawing.

mod draft;
mod fields;
mod panel;

use std::collections::BTreeSet;

pub use self::draft::Draft;
use crate::domain::client::{Client, ClientId, ClientKind};
use crate::domain::doubt::{Doubt, doubts};
use crate::domain::duplicate::{Distinct, Marks};
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::record::{Kind, Moment, Scan};
use crate::domain::review::{Base, Review, Twin};
use crate::domain::typed::{NameMissing, Typed, clean};
use crate::store::Snapshot;
use crate::text;
use crate::ui::action::Typing;
use crate::ui::ctx::{Ctx, HOME, first_note};

/// What a field of the form is: one of the client's, or the note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A field of the client.
    Field(Field),
    /// The note.
    Note,
}

/// A form on one client.
#[derive(Debug)]
pub struct ClientForm {
    /// Number of its draft.
    number: u64,
    base: Base,
    typed: Typed,
    /// What was typed when the draft was last kept.
    kept: Option<(Typed, Moment)>,
    /// When the first change was made that is not kept yet, in seconds since the program started.
    changed_at: Option<f64>,
    /// The fields that were left: only of those is anything said.
    left: BTreeSet<Place>,
    /// A save was asked for without a name.
    name_missing: bool,
    /// Where the cursor goes in the next pass.
    focus: Option<Place>,
    /// Where the cursor was last.
    last: Option<Place>,
    /// The folded fields are shown.
    unfolded: bool,
    /// The client just registered, when the form was opened again for the next one.
    registered: Option<String>,
    said: Said,
}

/// What is said about what was typed.
#[derive(Debug, Default)]
struct Said {
    /// What it was said about.
    about: Option<(Typed, BTreeSet<Place>, u64)>,
    doubts: Vec<Doubt>,
    /// Telephones that were understood, as they will be shown where that differs from what was typed.
    understood: Vec<(Field, String)>,
    twins: Vec<Twin>,
}

impl ClientForm {
    /// Seconds after a change when the draft is kept.
    const KEEP_AFTER: f64 = 0.6;

    /// An empty form; what was searched for stands in the name, the phone or the e-mail.
    pub fn new(number: u64, kind: ClientKind, country: &str, searched: &str) -> Self {
        Self::on(number, Base::default(), Typed::searched(kind, country, searched))
    }

    /// A form on a client as it is now; none if it is no longer there.
    pub fn existing(number: u64, id: ClientId, ctx: &Ctx<'_>) -> Option<Self> {
        let base = read_base(&ctx.snapshot()?, id)?;
        let country = shown_country(base.client.as_ref()?, ctx);
        let note = base.note.as_ref().map_or("", |note| note.text.as_str());
        let typed = Typed::of(base.client.as_ref()?, &country, note);
        Some(Self::on(number, base, typed))
    }

    /// A form on a draft. A client that was deleted meanwhile is registered anew.
    pub fn of_draft(draft: Draft, ctx: &Ctx<'_>) -> Self {
        let base = draft.client.and_then(|id| read_base(&ctx.snapshot()?, id)).unwrap_or_default();
        let mut form = Self::on(draft.number, base, draft.typed.clone());
        form.left =
            Field::ALL.into_iter().filter(|f| !form.typed.text(*f).is_empty()).map(Place::Field).collect();
        form.kept = Some((draft.typed, draft.kept));
        form
    }

    fn on(number: u64, base: Base, typed: Typed) -> Self {
        let mut form = Self {
            number,
            unfolded: !typed.text(Field::Mobile).is_empty(),
            base,
            typed,
            kept: None,
            changed_at: None,
            left: BTreeSet::new(),
            name_missing: false,
            focus: None,
            last: None,
            registered: None,
            said: Said::default(),
        };
        if form.base.client.is_some() {
            // What is stored was typed before: what is doubted in it is said at once.
            form.left = Field::ALL.into_iter().map(Place::Field).collect();
        }
        form.focus = Some(form.first_place());
        form
    }

    /// An empty form after a client was registered from this one: kind and country as they were.
    pub fn next(&self, number: u64, registered: String) -> Self {
        let mut form =
            Self::on(number, Base::default(), Typed::new(self.typed.kind, self.typed.text(Field::Country)));
        form.registered = Some(registered);
        form
    }

    /// Number of its draft.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Company or individual.
    pub fn kind(&self) -> ClientKind {
        self.typed.kind
    }

    /// The client that is changed; none for a new one.
    pub fn client(&self) -> Option<ClientId> {
        self.base.client.as_ref().map(|client| client.id)
    }

    /// Puts the cursor into a field.
    pub fn focus_on(&mut self, place: Place) {
        self.unfolded |= place == Place::Field(Field::Mobile);
        self.focus = Some(place);
    }

    /// Where one begins to type.
    fn first_place(&self) -> Place {
        Place::Field(match self.typed.kind {
            ClientKind::Company => Field::Company,
            ClientKind::Individual => Field::FirstName,
        })
    }

    /// Something was typed that is not kept yet.
    pub fn is_unkept(&self) -> bool {
        match &self.kept {
            Some((typed, _)) => *typed != self.typed,
            None => self.is_touched(),
        }
    }

    /// Something was typed at all. A form that is as it was opened leaves no draft.
    fn is_touched(&self) -> bool {
        match &self.base.client {
            Some(_) => self.changed_at.is_some(),
            None => !self.typed.is_blank(),
        }
    }

    /// Seconds until the draft is to be kept; none if there is nothing to keep.
    pub fn keep_in(&self, seconds: f64) -> Option<f64> {
        let changed = self.changed_at?;
        self.is_unkept().then(|| (changed + Self::KEEP_AFTER - seconds).max(0.0))
    }

    /// The draft as it stands; from here on it counts as kept.
    pub fn keep(&mut self, now: Moment) -> Draft {
        self.kept = Some((self.typed.clone(), now));
        self.changed_at = None;
        Draft { number: self.number, client: self.client(), typed: self.typed.clone(), kept: now }
    }

    /// Whether a draft of it is kept.
    pub fn has_draft(&self) -> bool {
        self.kept.is_some()
    }

    /// Brings what is said up to date with what was typed and with the books.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        let indexed = ctx.revision.saturating_mul(2).saturating_add(u64::from(ctx.index.is_some()));
        let about = (self.typed.clone(), self.left.clone(), indexed);
        if self.said.about.as_ref() == Some(&about) {
            return;
        }
        // Without a name nothing can be stored, but what is wrong elsewhere can be said.
        let mut named = self.typed.clone();
        if named.parse(&self.stored(), HOME).is_err() {
            named.set(Client::name_field(named.kind), "–");
        }
        let Ok(client) = named.parse(&self.stored(), HOME) else { return };
        let left = |field: Field| {
            let field = if field == Field::Siret { Field::Siren } else { field };
            self.left.contains(&Place::Field(field))
        };
        self.said.doubts = doubts(&client).into_iter().filter(|doubt| left(doubt.field)).collect();
        self.said.understood = [(Field::Phone, &client.phone), (Field::Mobile, &client.mobile)]
            .into_iter()
            .filter(|(field, phone)| left(*field) && phone.e164().is_some())
            .map(|(field, phone)| (field, phone.shown(HOME)))
            .filter(|(field, shown)| client.text(*field) != shown)
            .collect();
        self.said.twins = self.twins(&client, ctx);
        self.said.about = Some(about);
    }

    /// What is likely to be the same client, but for those the user said are not.
    fn twins(&self, client: &Client, ctx: &Ctx<'_>) -> Vec<Twin> {
        let mut marks = Marks::of(client);
        if self.typed.parse(&self.stored(), HOME).is_err() {
            marks.name.clear();
        }
        let mut twins = find_twins(&marks, client.id, ctx);
        twins.retain(|twin| !self.typed.distinct_from.contains(&twin.id));
        twins
    }

    fn stored(&self) -> Client {
        self.base.client.clone().unwrap_or_default()
    }

    /// Reviews what was typed. Without a name the cursor goes there, and there is none.
    pub fn review(&mut self, ctx: &Ctx<'_>) -> Option<Review> {
        let marks = self.typed.parse(&self.stored(), HOME).map(|client| Marks::of(&client));
        let twins = marks.map(|marks| find_twins(&marks, self.client().unwrap_or_default(), ctx));
        match Review::of(&self.base, &self.typed, &twins.unwrap_or_default(), ctx.policy(), HOME) {
            Ok(review) => Some(review),
            Err(NameMissing) => {
                self.name_missing = true;
                self.focus = Some(self.first_place());
                None
            }
        }
    }

    /// Changes what is typed, other than by typing.
    pub fn apply(&mut self, typing: Typing) {
        match typing {
            Typing::Correct(field, value) => self.typed.set(field, &value),
            Typing::Keep(field) => {
                let value = clean(self.typed.text(field));
                self.typed.kept.insert(field, value);
            }
            Typing::Decline(field, declined) => {
                for field in field.declined_with() {
                    if declined {
                        self.typed.declined.insert(*field);
                    } else {
                        self.typed.declined.remove(field);
                    }
                }
            }
            Typing::Distinguish(other) => {
                self.typed.distinct_from.insert(other);
            }
        }
        // Kept at the next occasion.
        self.changed_at.get_or_insert(0.0);
    }

    /// Puts the cursor back where it was, or to the first field.
    pub fn focus_again(&mut self) {
        self.focus = Some(self.last.unwrap_or_else(|| self.first_place()));
    }

    /// Says everything anew: in another language.
    pub fn forget(&mut self) {
        self.said.about = None;
    }
}

/// The client and its first note, as stored.
fn read_base(snapshot: &Snapshot, id: ClientId) -> Option<Base> {
    let client = snapshot.get::<Client>(id.0).ok()??;
    let mut notes = Vec::new();
    snapshot.scan(Scan::Referring(Kind::Client, id.0), |note: Note| notes.push(note)).ok()?;
    Some(Base { client: Some(client), note: first_note(&notes) })
}

/// The country as it is typed: its name in the language of the window, or the text that was not recognised.
fn shown_country(client: &Client, ctx: &Ctx<'_>) -> String {
    text::country(ctx.text, &client.address.country).to_owned()
}

/// The clients that share a mark, but for those known to be others.
fn find_twins(marks: &Marks, of: ClientId, ctx: &Ctx<'_>) -> Vec<Twin> {
    let (Some(index), Some(snapshot)) = (ctx.index, ctx.snapshot()) else { return Vec::new() };
    let mut others = BTreeSet::new();
    if of != ClientId::NEW {
        let found = snapshot.scan(Scan::Referring(Kind::Client, of.0), |pair: Distinct| {
            others.extend([pair.one, pair.other]);
        });
        if let Err(error) = found {
            log::warn!("no pairs: {error}");
        }
    }
    index
        .twins(marks, of)
        .into_iter()
        .filter(|(id, _)| !others.contains(id))
        .filter_map(|(id, likeness)| {
            let client = snapshot.get::<Client>(id.0).ok()??;
            Some(Twin {
                id,
                name: client.name(),
                city: client.address.city.clone(),
                likeness,
                archived: client.status == crate::domain::client::Status::Archived,
            })
        })
        .collect()
}
