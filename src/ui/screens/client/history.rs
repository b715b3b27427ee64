//! What became of a client, field by field, in sentences: the newest first.

use egui::Ui;

use crate::domain::client::{Client, ClientId, Status};
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::record::Moment;
use crate::store::{Deed, Origin, Snapshot, Step};
use crate::text::{self, Text};
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::theme::tokens;
use crate::ui::widgets::label::Label;

/// Something that became of a client.
#[derive(Debug)]
pub(super) struct Event {
    entry: u64,
    at: Moment,
    by: String,
    sentences: Vec<String>,
}

/// Reads what became of a client and its notes.
pub(super) fn of(snapshot: &Snapshot, id: ClientId, notes: &[Note], ctx: &Ctx<'_>) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut take = |entry: u64, at: Moment, by: String, said: Vec<String>| {
        if said.is_empty() {
            return;
        }
        match events.iter_mut().find(|event| event.entry == entry) {
            Some(event) => event.sentences.extend(said),
            None => events.push(Event { entry, at, by, sentences: said }),
        }
    };
    match snapshot.history::<Client>(id.0) {
        Ok(steps) => {
            for step in &steps {
                take(step.entry, step.at, origin(ctx.text, step), client_sentences(ctx, step));
            }
        }
        Err(error) => log::warn!("history not read: {error}"),
    }
    for note in notes {
        match snapshot.history::<Note>(note.id) {
            Ok(steps) => {
                for step in &steps {
                    take(step.entry, step.at, origin(ctx.text, step), note_sentences(ctx.text, step));
                }
            }
            Err(error) => log::warn!("history not read: {error}"),
        }
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.entry));
    events
}

/// By what a change was made.
fn origin<R>(text: &Text, step: &Step<R>) -> String {
    match (&step.deed, &step.origin) {
        (Deed::Undid(_), _) => text.get("origin-undo").to_owned(),
        (Deed::Redid(_), _) => text.get("origin-redo").to_owned(),
        (Deed::Did(_), Origin::Window) => text.get("origin-window").to_owned(),
        (Deed::Did(_), Origin::CommandLine) => text.get("origin-command-line").to_owned(),
        (Deed::Did(_), Origin::Import { file }) => {
            text.with("origin-import", &[("file", file.as_str().into())])
        }
    }
}

fn client_sentences(ctx: &Ctx<'_>, step: &Step<Client>) -> Vec<String> {
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
        if old != new {
            said.push(sentence(text, text::field(text, field), &old, &new));
        }
        if after.declined.contains(&field) && !before.declined.contains(&field) {
            said.push(text.with("history-declined", &[("field", text::field(text, field).into())]));
        }
    }
    if said.is_empty() {
        said.push(text.get("history-other").to_owned());
    }
    said
}

fn note_sentences(text: &Text, step: &Step<Note>) -> Vec<String> {
    match (&step.before, &step.after) {
        (None, Some(_)) => vec![text.get("history-note-added").to_owned()],
        (Some(old), Some(new)) if old.text != new.text => {
            vec![sentence(text, text.get("field-note"), &old.text, &new.text)]
        }
        _ => Vec::new(),
    }
}

/// "City: « Lyon » replaced by « Paris »".
fn sentence(text: &Text, field: &str, old: &str, new: &str) -> String {
    let key = match (old.is_empty(), new.is_empty()) {
        (true, _) => "history-set",
        (false, true) => "history-cleared",
        (false, false) => "history-changed",
    };
    text.with(key, &[("field", field.into()), ("before", old.into()), ("after", new.into())])
}

/// Draws the history.
pub(super) fn ui(ui: &mut Ui, ctx: &Ctx<'_>, events: &[Event]) {
    let text = ctx.text;
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.add(Label::section(text.get("history-title")));
    ui.add_space(4.0);
    for event in events {
        let when = ctx.clock.local(event.at);
        let day = ctx.format.day(text, when.date(), ctx.clock.today());
        let time = ctx.format.time(when.time());
        let line = text.with(
            "history-line",
            &[("day", day.into()), ("time", time.into()), ("origin", event.by.as_str().into())],
        );
        for sentence in &event.sentences {
            ui.add(Label::body(sentence).wrap());
        }
        ui.add(Label::small(&line).colour(tokens(ui).muted).wrap());
        ui.add_space(8.0);
    }
}
