//! Everything known about a client, in words, a line each.

use super::console::Console;
use super::failure::Failure;
use crate::domain::address::Address;
use crate::domain::attachment::Attachment;
use crate::domain::client::{Client, Contact};
use crate::domain::consent::{Channel, Consent, Purpose, last, standing};
use crate::domain::doubt::doubts;
use crate::domain::field::Field;
use crate::domain::identifier;
use crate::domain::note::{Note, NoteKind};
use crate::domain::place::Place;
use crate::domain::setup::Setup;
use crate::domain::terms::Terms;
use crate::files::notes::Dossier;
use crate::search::{State, StateFilter};
use crate::text::{self, Text};

/// A name, and what stands under it.
type Line = (String, String);

pub(super) fn record(
    console: &mut Console,
    setup: &Setup,
    client: &Client,
    dossier: &Dossier,
) -> Result<(), Failure> {
    let text = console.text.clone();
    let mut lines = of_client(console, setup, client);
    lines.extend(of_setup(console, setup, client));
    let consent =
        |purpose| (text::purpose(&text, purpose).to_owned(), said(&text, &dossier.consents, purpose));
    lines.extend(Purpose::ALL.map(consent));
    say(console, lines)?;
    let missing: Vec<&str> =
        setup.policy.missing(client).into_iter().map(|field| text::field(&text, field)).collect();
    if !missing.is_empty() {
        let line = text.with("record-missing", &[("fields", text.list(&missing).into())]);
        console.say(&line)?;
    }
    let to_check = doubts(client, setup);
    let to_check = to_check.iter().map(|doubt| text::doubt(&text, setup, doubt).full);
    say(console, to_check.map(|sentence| (text.get("state-to-check").to_owned(), sentence)).collect())?;
    let papers = private(console, dossier);
    say(console, papers)
}

/// Says the lines that have a value.
fn say(console: &mut Console, lines: Vec<Line>) -> Result<(), Failure> {
    for (label, value) in lines.into_iter().filter(|(_, value)| !value.is_empty()) {
        let arguments = [("label", label.into()), ("value", value.into())];
        let line = console.text.with("cli-value", &arguments);
        console.say(&line)?;
    }
    Ok(())
}

/// Notes, the pinned ones first, and files.
fn private(console: &Console, dossier: &Dossier) -> Vec<Line> {
    let Some((notes, files)) = &dossier.private else { return Vec::new() };
    let (pinned, others): (Vec<&Note>, Vec<&Note>) = notes.iter().partition(|note| note.pinned);
    let notes = pinned.into_iter().chain(others);
    let mut lines: Vec<Line> = notes.map(|note| (dated(console, note), note.text.clone())).collect();
    let text = &console.text;
    let file = |file: &Attachment| format!("{} ({})", file.name, console.format.file_size(text, file.size));
    let files: Vec<String> = files.iter().map(file).collect();
    lines.push((text.get("field-attachments").to_owned(), files.join(", ")));
    lines
}

/// What its own record holds.
fn of_client(console: &Console, setup: &Setup, client: &Client) -> Vec<Line> {
    let text = &console.text;
    let mut lines = vec![
        (text.get("field-name").to_owned(), client.name()),
        (text.get("field-kind").to_owned(), text::kind(text, client.kind).to_owned()),
        (text.get("field-status").to_owned(), state(text, State::of(client, setup)).to_owned()),
    ];
    for field in Field::ALL {
        let value = match field {
            Field::Company | Field::FirstName | Field::LastName => continue,
            Field::Phone => client.phone.shown(console.home),
            Field::Mobile => client.mobile.shown(console.home),
            Field::Country => text::country(text, &client.address.country).to_owned(),
            Field::Siren | Field::Siret => identifier::shown(client.text(field)),
            Field::Language => text::language_name(text, &client.language).to_owned(),
            Field::Terms => Terms::parse(&client.terms)
                .map_or_else(|| client.terms.clone(), |terms| text::terms(text, &terms)),
            _ => client.text(field).to_owned(),
        };
        lines.push((text::field(text, field).to_owned(), value));
    }
    if let Some(address) = &client.delivery_address {
        lines.push((text.get("field-delivery-address").to_owned(), delivery(text, address)));
    }
    lines.extend(
        client
            .contacts
            .iter()
            .map(|contact| (text.get("field-contacts").to_owned(), further(contact, console.home))),
    );
    lines
}

fn delivery(text: &Text, address: &Address) -> String {
    let [street, street2, postcode, city, region, country] = address.lines();
    joined(&[street, street2, postcode, city, region, text::country(text, country)])
}

fn further(contact: &Contact, home: &str) -> String {
    joined(&[&contact.name(), &contact.role, &contact.email, &contact.phone.shown(home)])
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// Its categories, and what it holds in custom fields.
fn of_setup(console: &Console, setup: &Setup, client: &Client) -> Vec<Line> {
    let text = &console.text;
    let names: Vec<&str> = client
        .categories
        .iter()
        .filter_map(|id| setup.category(*id).map(|category| category.name.as_str()))
        .collect();
    let mut lines = vec![(text.get("field-categories").to_owned(), names.join(", "))];
    lines.extend(setup.fields().iter().map(|field| {
        let value = client.text(Place::Custom(field.id));
        (field.name.clone(), text::custom_value(text, &console.format, field, value, console.home))
    }));
    lines
}

/// "oui (e-mail, courrier)".
fn said(text: &Text, consents: &[Consent], purpose: Purpose) -> String {
    let Some(last) = last(consents, purpose) else { return text.get("consent-not-asked").to_owned() };
    let so = |channel: &Channel| {
        standing(consents, purpose, *channel).is_some_and(|one| one.answer == last.answer)
    };
    let channels: Vec<&str> = Channel::ALL
        .iter()
        .filter(|channel| so(channel))
        .map(|channel| text::channel(text, *channel))
        .collect();
    let answer = text::answer(text, last.answer);
    text.with("consent-by-channels", &[("answer", answer.into()), ("channels", text.list(&channels).into())])
}

/// "24 nov. 2026, appel, rappel le 1 déc. 2026".
fn dated(console: &Console, note: &Note) -> String {
    let text = &console.text;
    let mut parts = vec![console.format.date(note.date)];
    if note.kind != NoteKind::Note {
        parts.push(text::note_kind(text, note.kind).to_owned());
    }
    if let Some(day) = note.remind {
        parts.push(text.with("cli-remind", &[("date", console.format.date(day).into())]));
    }
    parts.join(", ")
}

/// The one word that says how it stands with a client.
pub(super) fn state(text: &Text, state: State) -> &str {
    text.get(match state.word() {
        StateFilter::Active => "state-active",
        StateFilter::Archived => "state-archived",
        StateFilter::ToComplete => "state-to-complete",
        StateFilter::ToCheck => "state-to-check",
    })
}
