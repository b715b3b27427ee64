//! What became of a record, in sentences: "City: « Lyon » replaced by « Paris »".

use crate::domain::attachment::Attachment;
use crate::domain::client::{Client, Status};
use crate::domain::consent::Consent;
use crate::domain::field::Field;
use crate::domain::item::Item;
use crate::domain::note::Note;
use crate::store::Step;
use crate::text::{self, Text};
use crate::ui::ctx::Ctx;
use crate::ui::show;

/// Of a client, field by field.
pub(super) fn of_client(ctx: &Ctx<'_>, step: &Step<Client>) -> Vec<String> {
    let text = ctx.text;
    let (before, after) = match (&step.before, &step.after) {
        (None, Some(_)) => return vec![text.get("history-added").to_owned()],
        (Some(_), None) => return vec![text.get("history-removed").to_owned()],
        (None, None) => return Vec::new(),
        (Some(before), Some(after)) => (before, after),
    };
    let mut said = Vec::new();
    match (before.status, after.status) {
        (Status::Active, Status::Archived) => said.push(text.get("history-archived").to_owned()),
        (Status::Archived, Status::Active) => said.push(text.get("history-unarchived").to_owned()),
        _ => {}
    }
    if before.kind != after.kind {
        let [old, new] = [before.kind, after.kind].map(|kind| text::kind(text, kind).to_owned());
        said.push(sentence(text, text.get("field-kind"), &old, &new));
    }
    for field in Field::ALL {
        let [old, new] = [before, after].map(|client| show::field_value(ctx, field, client));
        said.extend(differs(text, text::field(text, field), &old, &new));
        if after.declined.contains(&field) && !before.declined.contains(&field) {
            said.push(text.with("history-declined", &[("field", text::field(text, field).into())]));
        }
    }
    for item in others(before, after) {
        let [old, new] = [before, after].map(|client| show::value(ctx, item, client));
        let name = show::item(ctx, item, after);
        // A custom field that was deleted has no name any more.
        let name = if name.is_empty() { text.get("field-custom") } else { name.as_str() };
        said.extend(differs(text, name, &old, &new));
    }
    if said.is_empty() {
        said.push(text.get("history-other").to_owned());
    }
    said
}

/// What a client has beside its fields.
fn others(before: &Client, after: &Client) -> Vec<Item> {
    let contacts = before.contacts.len().max(after.contacts.len());
    let contacts = u16::try_from(contacts).unwrap_or(u16::MAX);
    let mut items = vec![Item::Delivery, Item::Categories];
    items.extend((0..contacts).map(Item::Further));
    let mut custom: Vec<u64> = before.custom.keys().chain(after.custom.keys()).copied().collect();
    custom.sort_unstable();
    custom.dedup();
    items.extend(custom.into_iter().map(Item::Custom));
    items
}

/// Of a note.
pub(super) fn of_note(ctx: &Ctx<'_>, step: &Step<Note>) -> Vec<String> {
    let text = ctx.text;
    let (before, after) = match (&step.before, &step.after) {
        (None, Some(note)) => {
            return vec![text.with("history-note-added", &[("text", excerpt(&note.text).into())])];
        }
        (Some(gone), None) => {
            return vec![text.with("history-note-removed", &[("text", excerpt(&gone.text).into())])];
        }
        (None, None) => return Vec::new(),
        (Some(before), Some(after)) => (before, after),
    };
    let mut said: Vec<String> =
        differs(text, text.get("field-note"), &before.text, &after.text).into_iter().collect();
    let [old, new] = [before.kind, after.kind].map(|kind| text::note_kind(text, kind));
    said.extend(differs(text, text.get("note-kind"), old, new));
    let [old, new] = [before.date, after.date].map(|day| ctx.format.date(day));
    said.extend(differs(text, text.get("note-day"), &old, &new));
    let [old, new] = [before.remind, after.remind].map(|day| day.map(|day| ctx.format.date(day)));
    let [old, new] = [old.unwrap_or_default(), new.unwrap_or_default()];
    said.extend(differs(text, text.get("note-reminder"), &old, &new));
    if before.pinned != after.pinned {
        let key = if after.pinned { "history-note-pinned" } else { "history-note-unpinned" };
        said.push(text.get(key).to_owned());
    }
    said
}

/// Of a file.
pub(super) fn of_attachment(text: &Text, step: &Step<Attachment>) -> Vec<String> {
    let named = |key: &str, file: &Attachment| text.with(key, &[("name", file.name.as_str().into())]);
    match (&step.before, &step.after) {
        (None, Some(file)) => vec![named("history-file-added", file)],
        (Some(file), None) => vec![named("history-file-removed", file)],
        (Some(before), Some(after)) => {
            differs(text, text.get("field-attachment"), &before.name, &after.name).into_iter().collect()
        }
        (None, None) => Vec::new(),
    }
}

/// Of an answer: none is ever changed.
pub(super) fn of_consent(ctx: &Ctx<'_>, step: &Step<Consent>) -> Vec<String> {
    let text = ctx.text;
    match (&step.before, &step.after) {
        (None, Some(consent)) => vec![text.with(
            "history-consent",
            &[
                ("purpose", text::purpose(text, consent.purpose).into()),
                ("answer", text::standing(text, Some(consent.answer)).into()),
                ("channels", channels(text, consent).into()),
            ],
        )],
        _ => Vec::new(),
    }
}

/// "E-mail, téléphone".
pub(super) fn channels(text: &Text, consent: &Consent) -> String {
    let words: Vec<&str> = consent.channels.iter().map(|channel| text::channel(text, *channel)).collect();
    words.join(", ")
}

fn differs(text: &Text, field: &str, old: &str, new: &str) -> Option<String> {
    (old != new).then(|| sentence(text, field, old, new))
}

fn sentence(text: &Text, field: &str, old: &str, new: &str) -> String {
    let key = match (old.is_empty(), new.is_empty()) {
        (true, _) => "history-set",
        (false, true) => "history-cleared",
        (false, false) => "history-changed",
    };
    let (old, new) = (excerpt(old), excerpt(new));
    text.with(key, &[("field", field.into()), ("before", old.into()), ("after", new.into())])
}

/// The beginning of a long text.
fn excerpt(text: &str) -> String {
    const LETTERS: usize = 200;
    match text.char_indices().nth(LETTERS).and_then(|(at, _)| text.get(..at)) {
        Some(start) => format!("{}…", start.trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut() {
        let long = "é".repeat(200);
        assert_eq!(excerpt(&long), long);
        assert_eq!(excerpt(&format!("{long}a")), format!("{long}…"));
    }
}
