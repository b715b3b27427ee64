//! The form: a client is registered or changed here, on the telephone.
//!
//! It holds what was typed. What is said about it (doubts, missing values, likely duplicates) is brought up to
//! date in [`ClientForm::refresh`], never while drawing.

mod categories;
mod consent;
mod contacts;
mod custom;
mod draft;
mod entry;
mod fields;
mod files;
mod page;
mod panel;
mod propose;
mod said;
mod sections;
mod split;

use std::collections::BTreeSet;

pub use self::draft::Draft;
pub(super) use self::propose::{Proposing, has_proposals};
use self::said::{Said, form_place};
use self::sections::Unfolded;
use self::split::Parted;
use crate::domain::attachment::Staged;
use crate::domain::base::Base;
use crate::domain::client::{Client, ClientId, ClientKind};
use crate::domain::consent::Consent;
use crate::domain::duplicate::Marks;
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::place::Place;
use crate::domain::record::{Kind, Moment, Scan};
use crate::domain::review::Review;
use crate::domain::setup::Setup;
use crate::domain::typed::{NameMissing, Typed, clean};
use crate::store::{Snapshot, StoreError};
use crate::ui::action::Typing;
use crate::ui::ctx::{Ctx, first_note};
use crate::ui::habit::last_method;
use crate::ui::show;

/// A form on one client.
#[derive(Debug)]
pub struct ClientForm {
    /// Number of its draft.
    number: u64,
    base: Base,
    /// The revision of the book that `base` was read at.
    revision: u64,
    typed: Typed,
    /// What stood in the form when it was opened.
    opened: Typed,
    /// What was typed when the draft was last kept.
    kept: Option<(Typed, Moment)>,
    /// When the first change was made that is not kept yet, in seconds since the program started.
    changed_at: Option<f64>,
    /// The fields that were left: only of those is anything said.
    left: BTreeSet<Place>,
    /// Those left in the pass that is being drawn.
    leaving: Vec<Place>,
    /// The field one is in, while nothing is said of it: one types a new value.
    hushed: Option<Place>,
    /// Clients said not to be the one that is changed; told to the book at once.
    distinct: BTreeSet<ClientId>,
    /// A save was asked for without a name.
    name_missing: bool,
    /// Where the cursor goes in the next pass.
    focus: Option<Place>,
    /// Where the cursor was last.
    last: Option<Place>,
    /// What is typed in the field of categories and not given yet.
    category: String,
    /// What is shown below the first screen.
    unfolded: Unfolded,
    /// What was done with a pasted address.
    parted: Option<Parted>,
    /// How often contacts were moved: their fields are then others.
    moved: u32,
    /// The client just registered, when the form was opened again for the next one.
    registered: Option<String>,
    said: Said,
}

impl ClientForm {
    /// Seconds after a change when the draft is kept.
    const KEEP_AFTER: f64 = 0.6;

    /// An empty form; what was searched for stands in the name, the phone or the e-mail.
    pub fn new(number: u64, kind: ClientKind, country: &str, searched: &str, ctx: &Ctx<'_>) -> Self {
        let mut typed = Typed::searched(kind, country, searched);
        typed.method = last_method(ctx);
        Self::on(number, Base::default(), typed, ctx.setup)
    }

    /// A form on a client as it is now; none if it is no longer there.
    pub fn existing(number: u64, id: ClientId, ctx: &Ctx<'_>) -> Option<Self> {
        let base = read_base(&ctx.snapshot()?, id).ok()??;
        let typed = typed_of(&base, ctx);
        let mut form = Self::on(number, base, typed, ctx.setup);
        form.revision = ctx.revision;
        Some(form)
    }

    /// A form on a draft. A client that was deleted meanwhile is registered anew.
    pub fn of_draft(draft: Draft, ctx: &Ctx<'_>) -> Self {
        let base = draft.client.and_then(|id| read_base(&ctx.snapshot()?, id).ok()?).unwrap_or_default();
        let mut form = Self::on(draft.number, base, draft.typed.clone(), ctx.setup);
        form.revision = ctx.revision;
        form.left = form.typed.places().collect();
        form.kept = Some((draft.typed, draft.kept));
        form.opened = draft.opened;
        form.rebase(ctx);
        form
    }

    fn on(number: u64, base: Base, typed: Typed, setup: &Setup) -> Self {
        let mut form = Self {
            number,
            category: String::new(),
            unfolded: Unfolded::of(&typed, setup),
            parted: None,
            moved: 0,
            base,
            revision: 0,
            opened: typed.clone(),
            typed,
            kept: None,
            changed_at: None,
            left: BTreeSet::new(),
            leaving: Vec::new(),
            hushed: None,
            distinct: BTreeSet::new(),
            name_missing: false,
            focus: None,
            last: None,
            registered: None,
            said: Said::default(),
        };
        if form.base.client.is_some() {
            // What is stored was typed before: what is doubted in it is said at once.
            form.left = Field::ALL.into_iter().map(Place::Field).chain(form.typed.places()).collect();
        }
        form.focus = Some(form.first_place());
        form
    }

    /// An empty form after a client was registered from this one: kind and country as they were.
    #[must_use]
    pub fn next(&self, number: u64, registered: String, setup: &Setup) -> Self {
        let mut typed = Typed::new(self.typed.kind, self.typed.text(Field::Country));
        typed.method = self.typed.method;
        let mut form = Self::on(number, Base::default(), typed, setup);
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

    /// Puts the cursor into the field of a value of the client; one that the form does not show leaves it where it was.
    pub fn focus_on(&mut self, place: Place) {
        let place = form_place(&self.typed, place);
        if !self.shows(place) {
            return self.focus_again();
        }
        self.unfolded.open(place);
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
            None => !self.is_as_opened(),
        }
    }

    /// Nothing was typed, or it was taken back: such a form leaves no draft.
    fn is_as_opened(&self) -> bool {
        self.typed == self.opened || (self.base.client.is_none() && self.typed.is_blank())
    }

    /// Seconds until the draft is to be kept; none if there is nothing to keep.
    pub fn keep_in(&self, seconds: f64) -> Option<f64> {
        let changed = self.changed_at?;
        self.is_unkept().then(|| (changed + Self::KEEP_AFTER - seconds).max(0.0))
    }

    /// The draft as it stands, none if there is nothing to keep; from here on it counts as kept.
    pub fn keep(&mut self, now: Moment) -> Option<Draft> {
        self.changed_at = None;
        if self.is_as_opened() {
            self.kept = None;
            return None;
        }
        self.kept = Some((self.typed.clone(), now));
        Some(Draft {
            number: self.number,
            client: self.client(),
            typed: self.typed.clone(),
            opened: self.opened.clone(),
            kept: now,
        })
    }

    /// Whether a draft of it is kept.
    pub fn has_draft(&self) -> bool {
        self.kept.is_some()
    }

    /// After a change of the book: the client may be another than the one the form stands on.
    fn follow_book(&mut self, ctx: &Ctx<'_>) {
        if self.revision != ctx.revision {
            self.revision = ctx.revision;
            self.rebase(ctx);
        }
    }

    /// Takes over what was changed elsewhere, but for what was typed here. A client that is gone is registered anew.
    fn rebase(&mut self, ctx: &Ctx<'_>) {
        let (Some(id), Some(snapshot)) = (self.client(), ctx.snapshot()) else { return };
        match read_base(&snapshot, id) {
            Ok(Some(base)) => {
                let mut now = typed_of(&base, ctx);
                // No value of the client's: how answers come is the window's habit.
                now.method = self.opened.method;
                self.typed = self.typed.rebased(&self.opened, &now);
                self.opened = now;
                self.base = base;
            }
            Ok(None) => {
                self.base = Base::default();
                self.opened = Typed::default();
            }
            Err(error) => log::warn!("the client was not read: {error}"),
        }
    }

    fn stored(&self) -> Client {
        self.base.client.clone().unwrap_or_default()
    }

    /// Reviews what was typed. Without a name the cursor goes there, and there is none.
    pub fn review(&mut self, ctx: &Ctx<'_>) -> Option<Review> {
        self.give_category();
        let marks = self.typed.parse(&self.stored(), ctx.setup).map(|client| Marks::of(&client));
        let twins = marks.map(|marks| self.find_twins(&marks, ctx));
        let twins = twins.unwrap_or_default();
        let review = Review::of(&self.base, &self.typed, &twins, ctx.setup);
        if review == Err(NameMissing) {
            self.name_missing = true;
            self.focus = Some(Place::Field(Client::name_field(self.typed.kind)));
        }
        review.ok()
    }

    /// A file that was dropped on the form is in the book, to be attached with the rest.
    pub fn staged(&mut self, file: Staged) {
        if !self.typed.attachments.contains(&file) {
            self.typed.attachments.push(file);
            self.changed_at.get_or_insert(0.0);
        }
    }

    /// Changes what is typed, other than by typing.
    pub fn apply(&mut self, typing: Typing) {
        match typing {
            Typing::Correct(place, value) => self.typed.set(form_place(&self.typed, place), &value),
            Typing::Keep(place) => {
                let value = clean(self.typed.text(form_place(&self.typed, place)));
                self.typed.kept.insert(place, value);
            }
            Typing::Decline(field, declined) => self.typed.decline(field, declined),
            Typing::Distinguish(other) if self.base.client.is_some() => {
                self.distinct.insert(other);
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
        let last = self.last.filter(|last| self.shows(*last));
        self.focus = Some(last.unwrap_or_else(|| self.first_place()));
    }

    /// Says everything anew: in another language.
    pub fn forget(&mut self) {
        self.said.forget();
    }
}

/// The client and its first note, as stored.
fn read_base(snapshot: &Snapshot, id: ClientId) -> Result<Option<Base>, StoreError> {
    let Some(client) = snapshot.get::<Client>(id.0)? else { return Ok(None) };
    let mut notes = Vec::new();
    snapshot.scan(Scan::Referring(Kind::Client, id.0), |note: Note| notes.push(note))?;
    let mut consents = Vec::new();
    snapshot.scan(Scan::Referring(Kind::Client, id.0), |consent: Consent| consents.push(consent))?;
    Ok(Some(Base { client: Some(client), note: first_note(&notes), consents }))
}

/// What stands in a form on a client, in the language of the window.
fn typed_of(base: &Base, ctx: &Ctx<'_>) -> Typed {
    let mut typed = Typed::of(base, ctx.setup, |place, value| show::typed(ctx, place, value));
    typed.method = last_method(ctx);
    typed
}
