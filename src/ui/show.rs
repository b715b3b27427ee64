//! How values are shown wherever they are: in the review, on the record, in its history.

use egui::{Align, CursorIcon, Id, Layout, Sense, Ui, UiBuilder, WidgetInfo, accesskit::Role, vec2};

use chrono::NaiveDate;

use crate::domain::address::Address;
use crate::domain::category;
use crate::domain::client::{Client, ClientKind, Contact};
use crate::domain::consent::Purpose;
use crate::domain::custom_field::FieldKind;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::identifier;
use crate::domain::item::Item;
use crate::domain::place::Place;
use crate::domain::terms::Terms;
use crate::domain::vat;
use crate::text::{self, Text};
use crate::ui::ctx::{Ctx, HOME};
use crate::ui::theme::{Tint, Tokens, size, tokens};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;

/// The name of an item.
pub fn item(ctx: &Ctx<'_>, item: Item, client: &Client) -> String {
    let text = ctx.text;
    let name = match item {
        Item::Name => match client.kind {
            ClientKind::Company => text.get("field-company"),
            ClientKind::Individual => text.get("field-name"),
        },
        Item::Contact => text.get("field-contact"),
        Item::Address => text.get("field-street"),
        Item::Registration if client.siret.is_empty() => text.get("field-siren"),
        Item::Registration if client.siren.is_empty() => text.get("field-siren-siret"),
        Item::Registration => text.get("field-siret"),
        Item::Note => text.get("field-note"),
        Item::Number => text::field(text, Field::Number),
        Item::Phone => text::field(text, Field::Phone),
        Item::Mobile => text::field(text, Field::Mobile),
        Item::Email => text::field(text, Field::Email),
        Item::VatNumber => text::field(text, Field::VatNumber),
        Item::Website => text::field(text, Field::Website),
        Item::Language => text::field(text, Field::Language),
        Item::Terms => text::field(text, Field::Terms),
        Item::OtherId => text::field(text, Field::OtherId),
        Item::Consent(Purpose::Service) => text.get("consent-item-service"),
        Item::Consent(Purpose::Offers) => text.get("consent-item-offers"),
        Item::Categories => text.get("field-categories"),
        Item::Attachments => text.get("field-attachments"),
        Item::Delivery => text.get("field-delivery-address"),
        Item::Further(number) => {
            // The main one is the first.
            let number = u64::from(number).saturating_add(2);
            return text.with("contact-title", &[("n", number.into())]);
        }
        Item::Custom(id) => text::place(text, ctx.setup, Place::Custom(id)),
    };
    name.to_owned()
}

/// The value of an item as it is shown; the note is no value of the client's.
pub fn value(ctx: &Ctx<'_>, item: Item, client: &Client) -> String {
    match item {
        Item::Name => client.name(),
        Item::Contact => join(", ", &[&client.contact.name(), &client.contact.role]),
        Item::Phone => client.phone.shown(HOME),
        Item::Mobile => client.mobile.shown(HOME),
        Item::Address => address(ctx, &client.address),
        Item::Registration => identifier::shown(client.registration()),
        Item::Note | Item::Consent(_) | Item::Attachments => String::new(),
        Item::Categories => categories(ctx, client),
        Item::Delivery => client.delivery_address.as_ref().map(|to| address(ctx, to)).unwrap_or_default(),
        Item::Further(number) => client.contacts.get(usize::from(number)).map(contact).unwrap_or_default(),
        Item::Custom(id) => custom(ctx, id, client.text(Place::Custom(id))),
        Item::Language => text::language_name(ctx.text, &client.language).to_owned(),
        Item::Terms => terms(ctx, &client.terms),
        Item::VatNumber => vat::shown(&client.vat_number),
        Item::Number | Item::Email | Item::OtherId | Item::Website => {
            item.places(client).first().map_or("", |place| client.text(*place)).to_owned()
        }
    }
}

/// The value of one field as it is shown, in a history.
pub fn field_value(ctx: &Ctx<'_>, field: Field, client: &Client) -> String {
    match field {
        Field::Phone => client.phone.shown(HOME),
        Field::Mobile => client.mobile.shown(HOME),
        Field::Country => text::country(ctx.text, &client.address.country).to_owned(),
        Field::Language => text::language_name(ctx.text, &client.language).to_owned(),
        Field::Terms => terms(ctx, &client.terms),
        Field::Siren | Field::Siret => identifier::shown(client.text(field)),
        Field::VatNumber => vat::shown(&client.vat_number),
        _ => client.text(field).to_owned(),
    }
}

/// The colours of a category.
pub fn tint(ui: &Ui, tint: category::Tint) -> Tint {
    tint_in(tokens(ui), tint)
}

/// The colours of a category in a theme.
pub fn tint_in(tokens: &Tokens, tint: category::Tint) -> Tint {
    let [blue, violet, amber, green, rose, grey] = tokens.tints;
    match tint {
        category::Tint::Blue => blue,
        category::Tint::Violet => violet,
        category::Tint::Amber => amber,
        category::Tint::Green => green,
        category::Tint::Rose => rose,
        category::Tint::Grey => grey,
    }
}

/// What a custom field holds, in words.
pub fn kind(text: &Text, kind: FieldKind) -> &str {
    text.get(match kind {
        FieldKind::Text => "custom-kind-text",
        FieldKind::LongText => "custom-kind-long-text",
        FieldKind::Number => "custom-kind-number",
        FieldKind::Amount => "custom-kind-amount",
        FieldKind::Date => "custom-kind-date",
        FieldKind::YesNo => "custom-kind-yes-no",
        FieldKind::Choice => "custom-kind-choice",
        FieldKind::Link => "custom-kind-link",
        FieldKind::Email => "custom-kind-email",
        FieldKind::Phone => "custom-kind-phone",
    })
}

/// Whether a name has in it what is typed, accents and case set aside; so has every name while nothing is.
pub fn is_like(name: &str, typed: &str) -> bool {
    fold(name).contains(&fold(typed))
}

/// "3 rue du Four, 75006 Paris, France".
fn address(ctx: &Ctx<'_>, address: &Address) -> String {
    let town = join(" ", &[&address.postcode, &address.city]);
    let country = text::country(ctx.text, &address.country);
    join(", ", &[&address.street, &address.street2, &town, &address.region, country])
}

/// An address as it stands on an envelope posted from `home`: a line each, the country only of what goes abroad.
pub fn envelope(text: &Text, address: &Address, home: &str) -> String {
    let town = join(" ", &[&address.postcode, &address.city]);
    let country = if address.country == home { "" } else { text::country(text, &address.country) };
    join("\n", &[&address.street, &address.street2, &town, &address.region, country])
}

/// "Inès Lefèvre, gérante · ines@lefevre.example · 06 12 34 56 78".
fn contact(contact: &Contact) -> String {
    let who = join(", ", &[&contact.name(), &contact.role]);
    join(" · ", &[&who, &contact.email, &contact.phone.shown(HOME)])
}

/// "Détaillants, Grossistes".
fn categories(ctx: &Ctx<'_>, client: &Client) -> String {
    let names = client.categories.iter().filter_map(|id| ctx.setup.category(*id));
    names.map(|category| category.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Payment terms in words; what is not understood as it is.
fn terms(ctx: &Ctx<'_>, kept: &str) -> String {
    Terms::parse(kept).map_or_else(|| kept.to_owned(), |terms| text::terms(ctx.text, &terms))
}

/// The value of a custom field as people write it; what cannot be read as its kind as it was typed.
pub fn custom(ctx: &Ctx<'_>, id: u64, value: &str) -> String {
    match ctx.setup.field(id) {
        Some(field) => text::custom_value(ctx.text, ctx.format, field, value, HOME),
        None => value.to_owned(),
    }
}

/// A stored value as it is typed into a field, in the language of the window; reading it again gives the same value.
pub fn typed(ctx: &Ctx<'_>, place: Place, value: &str) -> String {
    match place {
        Place::Field(Field::Country) | Place::Delivery(Field::Country) => {
            text::country(ctx.text, value).to_owned()
        }
        Place::Field(Field::Language) => text::language_name(ctx.text, value).to_owned(),
        Place::Field(Field::Terms) => terms(ctx, value),
        Place::Custom(id) => match ctx.setup.field(id).map(|field| field.kind) {
            Some(FieldKind::Date) => value
                .parse::<NaiveDate>()
                .map_or_else(|_| value.to_owned(), |date| date.format("%d/%m/%Y").to_string()),
            Some(FieldKind::Phone) => value.to_owned(),
            Some(FieldKind::Amount) => ctx.format.decimal(value).unwrap_or_else(|| value.to_owned()),
            _ => custom(ctx, id, value),
        },
        _ => value.to_owned(),
    }
}

fn join(between: &str, parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}

/// A line with a muted name and what it holds; a button that leads to what it shows.
pub fn row(ui: &mut Ui, id: Id, height: f32, name: &str, names: f32, value: impl FnOnce(&mut Ui)) -> bool {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let tokens = tokens(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(8.0, 0.0)), size::CORNER, tokens.hover);
    }
    paint::ring(ui, id, rect, size::CORNER);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let mut inside = ui.new_child(
        UiBuilder::new()
            .scope_id(id.with("inside"))
            .max_rect(rect)
            .layout(Layout::left_to_right(Align::Center)),
    );
    inside.spacing_mut().item_spacing.x = 0.0;
    inside.add(Label::body(name).colour(tokens.muted).width(names));
    value(&mut inside);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
