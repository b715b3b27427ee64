//! What is proposed while one types: names that begin with what the field holds.

use std::borrow::Cow;

use super::ClientForm;
use crate::domain::country;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::place::Place;
use crate::text;
use crate::ui::ctx::Ctx;

/// So many countries are proposed.
const PROPOSED: usize = 40;

impl ClientForm {
    /// What is proposed for what stands in a field now.
    pub(super) fn proposals<'a>(&self, place: Place, ctx: &Ctx<'a>) -> Vec<Cow<'a, str>> {
        let typed = self.typed.text(place);
        match place {
            Place::Field(Field::Country) | Place::Delivery(Field::Country) => {
                let names = country::all().iter().map(|country| text::country(ctx.text, country.code));
                beginning(typed, names).take(PROPOSED).map(Cow::Borrowed).collect()
            }
            Place::Custom(id) => {
                let Some(field) = ctx.setup.field(id) else { return Vec::new() };
                let choices = field.choices.iter().map(String::as_str);
                // Of what was chosen already, all can be chosen anew.
                let chosen = field.choices.iter().any(|choice| fold(choice) == fold(typed));
                let typed = if chosen { "" } else { typed };
                beginning(typed, choices).map(Cow::Borrowed).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Those that begin with what is typed and go on.
fn beginning<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let typed = fold(typed);
    names.filter(move |name| {
        let name = fold(name);
        name.starts_with(&typed) && name != typed
    })
}
