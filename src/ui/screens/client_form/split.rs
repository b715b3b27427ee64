//! An address of several lines pasted as a street goes to the fields of its parts. What was done is said beside the
//! fields, and can be taken back.

use egui::{Event, Ui};

use super::{ClientForm, entry};
use crate::domain::client::Client;
use crate::domain::field::Field;
use crate::domain::place::Place;
use crate::domain::split::{Split, split};
use crate::domain::typed::clean;
use crate::text;
use crate::ui::action::Actions;
use crate::ui::ctx::Ctx;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::untitled;
use crate::ui::widgets::label::Label;

/// What a pasted address was made of.
#[derive(Debug)]
pub(super) struct Parted {
    /// Where it was pasted, and what.
    pasted: (Place, String),
    /// What stood in each field before and after, the note included.
    changed: Vec<(Place, String, String)>,
}

impl ClientForm {
    /// Before a street is drawn that has the focus: takes a block that is more than a street out of the input.
    pub(super) fn take_block(&mut self, ui: &Ui, ctx: &Ctx<'_>, place: Place) {
        let of: fn(Field) -> Place = match place {
            Place::Field(Field::Street) => Place::Field,
            Place::Delivery(Field::Street) => Place::Delivery,
            _ => return,
        };
        // Into a text that stands there already, a part of a line may be pasted.
        let empty = self.typed.text(place).trim().is_empty();
        let home = &ctx.setup.home;
        let parts = |block: &str| {
            let several = block.trim().contains(['\n', '\r']);
            (empty || several).then(|| split(block, home)).flatten()
        };
        let mut found = None;
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Paste(block) = event else { return true };
                let parts = parts(block);
                let is_address = parts.is_some();
                found = parts.map(|parts| (clean(block), parts)).or(found.take());
                !is_address
            });
        });
        if let Some((block, parts)) = found {
            self.part(ctx, of, block, parts);
        }
    }

    fn part(&mut self, ctx: &Ctx<'_>, of: fn(Field) -> Place, block: String, parts: Split) {
        let mut values = Vec::new();
        let address = parts.address;
        let street = [(Field::Street, address.street), (Field::Street2, address.street2)];
        let town = [
            (Field::Postcode, address.postcode),
            (Field::City, address.city),
            (Field::Region, address.region),
        ];
        values.extend(street.into_iter().chain(town).map(|(field, value)| (of(field), value)));
        if !address.country.is_empty() {
            values.push((of(Field::Country), text::country(ctx.text, &address.country).to_owned()));
        }
        let mut rest = parts.rest;
        for (place, value) in self.contacts_of(of, parts.name, parts.email, parts.phone) {
            match place {
                Some(place) => values.push((place, value)),
                None => rest = join_lines(&value, &rest),
            }
        }
        if !rest.is_empty() {
            values.push((Place::Note, join_lines(&self.typed.note, &rest)));
        }
        let mut changed = Vec::new();
        for (place, value) in values {
            let before = self.value(place).to_owned();
            if before != value {
                self.put(place, &value);
                self.left.insert(place);
                changed.push((place, before, value));
            }
        }
        self.parted = Some(Parted { pasted: (of(Field::Street), block), changed });
        self.touched(ctx);
    }

    /// Where name, e-mail and telephone go: into the client's fields while those are empty; else nowhere, with the rest.
    /// What is known already goes nowhere at all.
    fn contacts_of(
        &self,
        of: fn(Field) -> Place,
        name: Option<String>,
        email: Option<String>,
        phone: Option<String>,
    ) -> Vec<(Option<Place>, String)> {
        let own = of(Field::Street) == Place::Field(Field::Street);
        let mut places = Vec::new();
        for (field, value) in
            [(Client::name_field(self.typed.kind), name), (Field::Email, email), (Field::Phone, phone)]
        {
            let Some(value) = value else { continue };
            let free = self.typed.text(field).trim().is_empty();
            let known = clean(self.typed.text(field)) == value || self.typed.shown_name() == value;
            if known {
                continue;
            }
            match (own && free, value.rsplit_once(' ')) {
                (true, Some((first, last)))
                    if field == Field::LastName && self.typed.text(Field::FirstName).is_empty() =>
                {
                    places.push((Some(Field::FirstName.into()), first.to_owned()));
                    places.push((Some(Field::LastName.into()), last.to_owned()));
                }
                (true, _) => places.push((Some(field.into()), value)),
                (false, _) => places.push((None, value)),
            }
        }
        places
    }

    fn value(&self, place: Place) -> &str {
        if place == Place::Note { &self.typed.note } else { self.typed.text(place) }
    }

    fn put(&mut self, place: Place, value: &str) {
        if place == Place::Note {
            value.clone_into(&mut self.typed.note);
        } else {
            self.typed.set(place, value);
        }
    }

    /// Says what was done with a pasted address, until it is taken back.
    pub(super) fn parted_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let Some(parted) = &self.parted else { return };
        let names: Vec<_> = parted
            .changed
            .iter()
            .filter(|(_, _, value)| !value.is_empty())
            .map(|(place, _, _)| entry::label(ctx, *place))
            .collect();
        let said = ctx.text.with("address-split", &[("fields", names.join(", ").into())]);
        let undo = untitled(ui, ctx.text.get("address-split-title"), |ui| {
            ui.add(Label::body(&said).wrap().colour(tokens(ui).text).status());
            ui.add(Button::link(ctx.text.get("address-split-undo"))).clicked()
        });
        ui.add_space(6.0);
        if undo.inner {
            self.unpart(ctx);
            actions.push(crate::ui::action::Action::Correct(self.last.unwrap_or(Field::Street.into())));
        }
    }

    /// Puts back what stood there, but for what was typed since.
    fn unpart(&mut self, ctx: &Ctx<'_>) {
        let Some(parted) = self.parted.take() else { return };
        for (place, before, after) in &parted.changed {
            if self.value(*place) == after {
                self.put(*place, before);
            }
        }
        let (street, block) = parted.pasted;
        if self.typed.text(street).is_empty() {
            self.put(street, &block);
        }
        self.touched(ctx);
    }
}

fn join_lines(one: &str, other: &str) -> String {
    let lines: Vec<&str> = [one.trim_end(), other].into_iter().filter(|text| !text.is_empty()).collect();
    lines.join("\n")
}
