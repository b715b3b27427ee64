//! What is said about what was typed: doubts, telephones as they were understood, likely duplicates.
//!
//! Brought up to date in [`ClientForm::refresh`], never while drawing. Nothing is said of a field before it was left, nor
//! while one types a new value into it.

use std::collections::BTreeSet;

use super::ClientForm;
use crate::domain::client::{Client, ClientId, Status};
use crate::domain::custom_field::FieldKind;
use crate::domain::doubt::{Doubt, doubts};
use crate::domain::duplicate::{Distinct, Marks};
use crate::domain::field::Field;
use crate::domain::phone::Phone;
use crate::domain::place::Place;
use crate::domain::record::{Kind, Scan};
use crate::domain::review::Twin;
use crate::domain::typed::Typed;
use crate::ui::ctx::{Ctx, HOME};

/// What is said.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// What it was said about; none to say it anew.
    about: Option<About>,
    pub(super) doubts: Vec<Doubt>,
    /// Telephones that were understood, as they will be shown where that differs from what was typed.
    pub(super) understood: Vec<(Place, String)>,
    pub(super) twins: Vec<Twin>,
}

#[derive(Debug, PartialEq)]
struct About {
    typed: Typed,
    left: BTreeSet<Place>,
    hushed: Option<Place>,
    distinct: BTreeSet<ClientId>,
    revision: u64,
    indexed: bool,
}

impl Said {
    /// The doubt about what stands in a field of the form.
    pub(super) fn doubt(&self, typed: &Typed, place: Place) -> Option<&Doubt> {
        self.doubts.iter().find(|doubt| form_place(typed, doubt.place) == place)
    }

    /// Says everything anew at the next occasion.
    pub(super) fn forget(&mut self) {
        self.about = None;
    }
}

/// Where in the form a value of the client stands: SIREN and SIRET in one field, a contact among those of whom nothing
/// was typed yet.
pub(super) fn form_place(typed: &Typed, place: Place) -> Place {
    match place {
        Place::Field(Field::Siret) => Place::Field(Field::Siren),
        Place::Contact(number, field) => {
            let at = typed.filled_contacts().get(usize::from(number)).copied();
            Place::Contact(at.unwrap_or(number), field)
        }
        _ => place,
    }
}

impl ClientForm {
    /// Brings what is said up to date with what was typed and with the books.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        self.follow_book(ctx);
        let about = About {
            typed: self.typed.clone(),
            left: self.left.clone(),
            hushed: self.hushed,
            distinct: self.distinct.clone(),
            revision: ctx.revision,
            indexed: ctx.index.is_some(),
        };
        if self.said.about.as_ref() == Some(&about) {
            return;
        }
        // Without a name nothing can be stored, but what is wrong elsewhere can be said.
        let mut named = self.typed.clone();
        if named.parse(&self.stored(), ctx.setup).is_err() {
            named.set(Client::name_field(named.kind), "–");
        }
        let Ok(client) = named.parse(&self.stored(), ctx.setup) else { return };
        let told = |place: Place| {
            let place = form_place(&self.typed, place);
            self.left.contains(&place) && self.hushed != Some(place)
        };
        self.said.doubts = doubts(&client, ctx.setup).into_iter().filter(|doubt| told(doubt.place)).collect();
        self.said.understood = phones(&client, ctx)
            .into_iter()
            .filter(|(place, phone)| told(*place) && phone.e164().is_some())
            .map(|(place, phone)| (place, phone.shown(HOME)))
            .filter(|(place, shown)| client.text(*place) != shown)
            .map(|(place, shown)| (form_place(&self.typed, place), shown))
            .collect();
        self.said.twins = self.twins(&client, ctx);
        self.said.about = Some(about);
    }

    /// What is likely to be the same client, but for those the user said are not.
    fn twins(&self, client: &Client, ctx: &Ctx<'_>) -> Vec<Twin> {
        let mut marks = Marks::of(client);
        if self.typed.shown_name().is_empty() {
            marks.name.clear();
        }
        let mut twins = self.find_twins(&marks, ctx);
        twins.retain(|twin| !self.typed.distinct_from.contains(&twin.id));
        twins
    }

    /// The clients that share a mark, but for those known to be others.
    pub(super) fn find_twins(&self, marks: &Marks, ctx: &Ctx<'_>) -> Vec<Twin> {
        let (Some(index), Some(snapshot)) = (ctx.index, ctx.snapshot()) else { return Vec::new() };
        let of = self.client().unwrap_or_default();
        let mut others = self.distinct.clone();
        if of != ClientId::NEW {
            let found = snapshot.scan(Scan::Referring(Kind::Client, of.0), |pair: Distinct| {
                others.extend([pair.one, pair.other]);
            });
            if let Err(error) = found {
                log::warn!("no pairs: {error}");
            }
        }
        let likely = index.twins(marks, of).into_iter().filter(|(id, _)| !others.contains(id));
        likely
            .filter_map(|(id, likeness)| {
                let client = snapshot.get::<Client>(id.0).ok()??;
                Some(Twin {
                    id,
                    name: client.name(),
                    city: client.address.city.clone(),
                    likeness,
                    archived: client.status == Status::Archived,
                })
            })
            .collect()
    }
}

/// Every telephone of a client, with the place where it stands.
fn phones(client: &Client, ctx: &Ctx<'_>) -> Vec<(Place, Phone)> {
    let own = [(Field::Phone, &client.phone), (Field::Mobile, &client.mobile)];
    let mut phones: Vec<(Place, Phone)> =
        own.into_iter().map(|(field, phone)| (field.into(), phone.clone())).collect();
    for (number, contact) in (0..).zip(&client.contacts) {
        phones.push((Place::Contact(number, Field::Phone), contact.phone.clone()));
    }
    for (id, value) in &client.custom {
        if ctx.setup.field(*id).is_some_and(|field| field.kind == FieldKind::Phone) {
            phones.push((Place::Custom(*id), Phone::parse(value, &ctx.setup.home)));
        }
    }
    phones
}
