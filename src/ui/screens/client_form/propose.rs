//! What is proposed while one types: names that begin with what the field holds, the cities of a postcode, the postcodes
//! of a city.

use std::borrow::Cow;

use super::ClientForm;
use super::entry::is_town;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::place::Place;
use crate::domain::terms::Terms;
use crate::domain::typed::Typed;
use crate::domain::{city, country, identifier, language, vat};
use crate::text;
use crate::ui::ctx::Ctx;

/// So many countries, cities or postcodes are proposed.
const PROPOSED: usize = 40;

/// Whether something is proposed while one types there.
pub(in crate::ui::screens) fn has_proposals(ctx: &Ctx<'_>, place: Place) -> bool {
    match place {
        Place::Field(Field::Country | Field::Language | Field::Terms) | Place::Delivery(Field::Country) => {
            true
        }
        _ if is_town(place) => true,
        Place::Custom(id) => super::custom::is_choice(ctx, id),
        _ => false,
    }
}

/// What is proposed for what stands in a field, on the form and on the profile.
#[derive(Clone, Copy)]
pub(in crate::ui::screens) struct Proposing<'t>(pub(in crate::ui::screens) &'t Typed);

impl Proposing<'_> {
    /// What fits what stands there now.
    pub(in crate::ui::screens) fn proposals<'a>(self, place: Place, ctx: &Ctx<'a>) -> Vec<Cow<'a, str>> {
        let typed = self.0.text(place);
        match place {
            Place::Custom(id) => {
                let Some(field) = ctx.setup.field(id) else { return Vec::new() };
                chosen_or_beginning(typed, field.choices.iter().map(|choice| choice.as_str().into()))
            }
            Place::Field(Field::Language) => {
                let names = language::all().iter().map(|one| text::language_name(ctx.text, one.code).into());
                chosen_or_beginning(typed, names)
            }
            Place::Field(Field::Terms) => {
                let terms = Terms::COMMON.iter().map(|terms| text::terms(ctx.text, terms).into());
                chosen_or_beginning(typed, terms)
            }
            Place::Field(Field::Country) | Place::Delivery(Field::Country) => {
                let names = country::all().iter().map(|one| text::country(ctx.text, one.code).into());
                beginning(typed, names).take(PROPOSED).collect()
            }
            Place::Field(Field::City) => self.cities(Place::Field),
            Place::Delivery(Field::City) => self.cities(Place::Delivery),
            Place::Field(Field::Postcode) => self.postcodes(Place::Field),
            Place::Delivery(Field::Postcode) => self.postcodes(Place::Delivery),
            _ => Vec::new(),
        }
    }

    /// The cities of the postcode that is typed, else those that begin as typed.
    fn cities<'a>(self, of: fn(Field) -> Place) -> Vec<Cow<'a, str>> {
        let (postcode, typed) = (self.0.text(of(Field::Postcode)), self.0.text(of(Field::City)));
        if !self.is_french(of) {
            return Vec::new();
        }
        let cities: Vec<&str> = city::cities_of(postcode).collect();
        if cities.is_empty() {
            let known = city::beginning(typed, PROPOSED).into_iter().map(|city| city.name.into());
            return beginning(typed, known).collect();
        }
        chosen_or_beginning(typed, cities.into_iter().map(Cow::Borrowed))
    }

    /// The postcodes of the city that is typed.
    fn postcodes<'a>(self, of: fn(Field) -> Place) -> Vec<Cow<'a, str>> {
        let (typed, city) = (self.0.text(of(Field::Postcode)), self.0.text(of(Field::City)));
        if !self.is_french(of) || city.trim().is_empty() {
            return Vec::new();
        }
        let known = city::postcodes_of(city).into_iter().map(Cow::Borrowed);
        beginning(typed, known).take(PROPOSED).collect()
    }

    /// An address is French by its country; where it names none, it is where the client is.
    fn is_french(self, of: fn(Field) -> Place) -> bool {
        let own = self.0.text(of(Field::Country));
        let country = if own.trim().is_empty() { self.0.text(Field::Country) } else { own };
        country::is_french(&country::parse(country))
    }
}

impl ClientForm {
    /// The VAT number of the SIREN that is typed, while there is none: not every firm has one.
    pub(super) fn proposed_vat(&self) -> Option<String> {
        let country = country::parse(self.typed.text(Field::Country));
        let wanted = self.typed.text(Field::VatNumber).trim().is_empty()
            && (country.is_empty() || country::has_sirene(&country));
        let (siren, siret) = identifier::split_registration(self.typed.text(Field::Siren));
        let siren = identifier::siren_of(&siret).map_or(siren.clone(), str::to_owned);
        vat::from_siren(&siren).filter(|_| wanted)
    }
}

/// Those that begin with what is typed, or one of whose words does, and that are not it.
fn beginning<'a>(
    typed: &str,
    names: impl Iterator<Item = Cow<'a, str>>,
) -> impl Iterator<Item = Cow<'a, str>> {
    let typed = fold(typed);
    let within = format!(" {typed}");
    names.filter(move |name| {
        let name = fold(name);
        (name.starts_with(&typed) || name.contains(&within)) && name != typed
    })
}

/// The same; all of them where one of them is chosen, to choose anew.
fn chosen_or_beginning<'a>(typed: &str, names: impl Iterator<Item = Cow<'a, str>>) -> Vec<Cow<'a, str>> {
    let names: Vec<Cow<'a, str>> = names.collect();
    let wanted = fold(typed);
    if names.iter().any(|name| fold(name) == wanted) {
        let others = names.into_iter().filter(|name| fold(name) != wanted);
        return others.collect();
    }
    beginning(typed, names.into_iter()).collect()
}
