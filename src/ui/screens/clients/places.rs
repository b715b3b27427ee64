//! Filters by where clients are: their countries, cities and postcodes, proposed with how many are there.

use egui::{Id, Ui};

use super::Clients;
use super::filters::{department_label, mark};
use crate::domain::field::Field::{City, Country, Postcode};
use crate::search::{Filter, Index, Whereabouts};
use crate::text;
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::picker::{Pick, Picked, Words, finder};
use crate::ui::widgets::segmented::Segmented;

/// The most that are proposed at once; one types to find others.
const MOST: usize = 100;

/// What is proposed of where clients are.
#[derive(Debug, Default)]
pub(super) struct Places {
    by: By,
    typed: String,
    proposed: Vec<Proposal>,
    made_for: Option<(u64, By, String)>,
}

/// By what one filters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    #[default]
    Country,
    City,
    Postcode,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Country(String),
    City(String),
    /// The start of a postcode.
    Start(String),
    Department(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Proposal {
    label: String,
    place: Place,
}

impl Clients {
    /// The chip of places and its list.
    pub(super) fn places_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let text = ctx.text;
        let name = text.get("clients-filter-places");
        let opener = ui.add(Chip::choice(text.get("clients-places")).says(name));
        let filter = &mut self.query.filter;
        let Places { by, typed, proposed, made_for } = &mut self.places;
        let (now_by, now_typed) = (*by, typed.clone());
        let picks = || {
            let now = (ctx.revision, now_by, now_typed);
            if let Some(index) = ctx.index.filter(|_| made_for.as_ref() != Some(&now)) {
                *proposed = propose(ctx, index, now_by, &now.2);
                *made_for = Some(now);
            }
            let mut picks: Vec<Pick<'_>> = Vec::new();
            for Proposal { label, place } in proposed.iter() {
                picks.push(Pick::new(label.clone(), mark(place.is_in(filter))));
            }
            picks
        };
        let words = Words { name, find: text.get("clients-places-find") };
        let picked = finder(ui, &opener, words, typed, picks, |ui| {
            let field = |field| text::field(text, field);
            let ways =
                [(By::Country, field(Country)), (By::City, field(City)), (By::Postcode, field(Postcode))];
            Segmented::new(Id::unique(("clients", "places")), name, &ways).low().show(ui, by);
        });
        if let Some(Picked::Toggle(number)) = picked
            && let Some(Proposal { place, .. }) = self.places.proposed.get(number)
        {
            place.toggle(&mut self.query.filter);
        }
    }
}

/// What fits what is typed: those with most clients first.
fn propose(ctx: &Ctx<'_>, index: &Index, by: By, typed: &str) -> Vec<Proposal> {
    let what = match by {
        By::Country => Whereabouts::Country,
        By::City => Whereabouts::City,
        By::Postcode => Whereabouts::Department,
    };
    let mut found: Vec<(String, usize, Place)> = Vec::new();
    for (name, clients) in index.whereabouts(what) {
        let (label, place) = match by {
            By::Country => (text::country(ctx.text, &name).to_owned(), Place::Country(name)),
            By::City => (name.clone(), Place::City(name)),
            By::Postcode => (department_label(&name), Place::Department(name)),
        };
        if show::is_like(&label, typed) {
            found.push((label, clients, place));
        }
    }
    found.sort_by(|(one, many, _), (other, more, _)| more.cmp(many).then_with(|| one.cmp(other)));
    let start: String = typed.chars().filter(|c| c.is_alphanumeric()).collect();
    let starts = (by == By::Postcode && start.bytes().any(|byte| byte.is_ascii_digit())).then(|| {
        let label = ctx.text.with("clients-postcode-starts", &[("start", start.as_str().into())]);
        Proposal { label, place: Place::Start(start.clone()) }
    });
    let counted = found.into_iter().map(|(label, clients, place)| {
        let label = ctx.text.with("clients-place-count", &[("place", label.into()), ("n", clients.into())]);
        Proposal { label, place }
    });
    starts.into_iter().chain(counted).take(MOST).collect()
}

impl Place {
    fn is_in(&self, filter: &Filter) -> bool {
        match self {
            Self::Country(code) => filter.countries.contains(code),
            Self::City(name) => filter.cities.contains(name),
            Self::Start(start) => filter.postcodes.contains(start),
            Self::Department(code) => filter.departments.contains(code),
        }
    }

    /// Asks for it, or no longer.
    fn toggle(&self, filter: &mut Filter) {
        let (wanted, what) = match self {
            Self::Country(code) => (&mut filter.countries, code),
            Self::City(name) => (&mut filter.cities, name),
            Self::Start(start) => (&mut filter.postcodes, start),
            Self::Department(code) => (&mut filter.departments, code),
        };
        if wanted.contains(what) {
            wanted.retain(|other| other != what);
        } else {
            wanted.push(what.clone());
        }
    }
}
