//! What the column of a file becomes, in words.

use super::{Text, field, named};
use crate::domain::field::Field;
use crate::domain::place::Place;
use crate::domain::setup::Setup;
use crate::files::target::{ContactPart, Target};

/// What a column of this header becomes; none: it goes into the note.
pub fn target(text: &Text, setup: &Setup, target: Option<Target>, header: &str) -> String {
    let Some(target) = target else { return text.get("target-note").to_owned() };
    let word = match target {
        Target::Field(of) => field(text, of),
        Target::Delivery(of) => return named(text, setup, Place::Delivery(of)).into_owned(),
        Target::Further(n, part) => {
            return named(text, setup, Place::Contact(n.into(), contact_field(part))).into_owned();
        }
        Target::Custom(id) => setup.field(id).map_or("", |field| field.name.as_str()),
        Target::NewField(_) => return text.with("target-new-field", &[("name", header.into())]),
        Target::Name => text.get("target-name"),
        Target::ShownName => text.get("target-shown-name"),
        Target::ContactName => text.get("target-contact-name"),
        Target::FullName => text.get("target-full-name"),
        Target::AddressBlock => text.get("target-address-block"),
        Target::AddressLine(n) => {
            return text.with("target-address-line", &[("n", usize::from(n).saturating_add(1).into())]);
        }
        Target::DeliveryLine(n) => {
            return text.with("target-delivery-line", &[("n", usize::from(n).saturating_add(1).into())]);
        }
        Target::Kind | Target::IsCompany => text.get("field-kind"),
        Target::Status => text.get("field-status"),
        Target::IsActive => text.get("target-is-active"),
        Target::IsArchived => text.get("target-is-archived"),
        Target::Note => text.get("field-note"),
        Target::Declined => text.get("target-declined"),
        Target::Categories => text.get("field-categories"),
        Target::Nothing => text.get("target-nothing"),
        Target::Computed => text.get("target-computed"),
        Target::LeftBehind => text.get("target-left-behind"),
    };
    word.to_owned()
}

fn contact_field(part: ContactPart) -> Field {
    match part {
        ContactPart::FirstName => Field::ContactFirstName,
        ContactPart::LastName => Field::ContactLastName,
        ContactPart::Role => Field::ContactRole,
        ContactPart::Email => Field::Email,
        ContactPart::Phone => Field::Phone,
    }
}
