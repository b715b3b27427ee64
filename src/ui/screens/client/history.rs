//! What became of a client and of all that belongs to it, field by field: the newest first.
//!
//! What was deleted is found by the last entries of the audit: no record leads to it any more.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Id, Ui};

use super::known::Known;
use super::said;
use crate::domain::attachment::Attachment;
use crate::domain::client::{Client, ClientId};
use crate::domain::consent::Consent;
use crate::domain::note::Note;
use crate::domain::record::{Kind, Moment, Record};
use crate::store::{Deed, List, Origin, Snapshot, Step, StoreError};
use crate::text::Text;
use crate::ui::ctx::Ctx;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::label::Label;

/// Something that became of a client.
#[derive(Debug)]
struct Event {
    at: Moment,
    by: String,
    sentences: Vec<String>,
}

/// What became of a client.
#[derive(Debug, Default)]
pub(super) struct History {
    /// By their entries in the audit.
    events: BTreeMap<u64, Event>,
    /// There is more than was read.
    more: bool,
    /// All of it was asked for.
    pub(super) whole: bool,
}

/// So many notes and files are looked up first: the newest.
const FIRST: usize = 40;
/// So much is shown, until all is asked for.
const SHOWN: usize = 60;
/// So many entries of the audit are looked through for what was deleted or changed lately.
const LATELY: u64 = 500;

/// The notes and files to look up, by id.
struct Wanted {
    notes: BTreeSet<u64>,
    attachments: BTreeSet<u64>,
}

impl History {
    /// Reads it anew.
    pub(super) fn read(&mut self, snapshot: &Snapshot, client: ClientId, known: &Known, ctx: &Ctx<'_>) {
        let read = Self::of(snapshot, client, known, ctx, self.whole);
        match read {
            Ok(history) => *self = history,
            Err(error) => log::warn!("history not read: {error}"),
        }
    }

    fn of(
        snapshot: &Snapshot,
        client: ClientId,
        known: &Known,
        ctx: &Ctx<'_>,
        whole: bool,
    ) -> Result<Self, StoreError> {
        let most = if whole { usize::MAX } else { FIRST };
        let mut wanted = Wanted {
            notes: newest(known.notes.iter().map(|note| note.id), most),
            attachments: newest(known.attachments.iter().map(|file| file.id), most),
        };
        let more =
            wanted.notes.len() < known.notes.len() || wanted.attachments.len() < known.attachments.len();
        wanted.lately(snapshot, client)?;
        let mut history = Self { events: BTreeMap::new(), more, whole };
        history.take::<Client>(snapshot, client.0, ctx, |step| said::of_client(ctx, step))?;
        for id in wanted.notes {
            history.take::<Note>(snapshot, id, ctx, |step| said::of_note(ctx, step))?;
        }
        for id in wanted.attachments {
            history.take::<Attachment>(snapshot, id, ctx, |step| said::of_attachment(ctx.text, step))?;
        }
        for consent in &known.consents {
            history.take::<Consent>(snapshot, consent.id, ctx, |step| said::of_consent(ctx, step))?;
        }
        if !whole {
            history.shorten();
        }
        Ok(history)
    }

    /// Leaves only what came last.
    fn shorten(&mut self) {
        while self.events.len() > SHOWN {
            self.events.pop_first();
            self.more = true;
        }
    }

    /// Takes what became of one record.
    fn take<R: Record>(
        &mut self,
        snapshot: &Snapshot,
        id: u64,
        ctx: &Ctx<'_>,
        said: impl Fn(&Step<R>) -> Vec<String>,
    ) -> Result<(), StoreError> {
        for step in snapshot.history::<R>(id)? {
            let sentences = said(&step);
            if sentences.is_empty() {
                continue;
            }
            let event = self.events.entry(step.entry).or_insert_with(|| Event {
                at: step.at,
                by: origin(ctx.text, &step),
                sentences: Vec::new(),
            });
            event.sentences.extend(sentences);
        }
        Ok(())
    }

    /// Draws it; true when all of it was asked for.
    pub(super) fn ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, client: ClientId) -> bool {
        let text = ctx.text;
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::section(text.get("history-title")));
        ui.add_space(4.0);
        for event in self.events.values().rev() {
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
        let all = Button::link(text.get("history-all")).id(Id::unique(("client", client, "history")));
        self.more && ui.add(all).clicked()
    }
}

impl Wanted {
    /// Adds what the last entries of the audit touched and is the client's, or was: what was deleted, and what was changed
    /// though it is old.
    fn lately(&mut self, snapshot: &Snapshot, client: ClientId) -> Result<(), StoreError> {
        let last = snapshot.revision()?;
        let mut touched = BTreeSet::new();
        snapshot.entries(last.saturating_sub(LATELY)..=last, |entry| {
            if let List::Named(records) = entry.touched {
                touched.extend(records.into_iter().map(|record| (record.kind, record.id)));
            }
            true
        })?;
        for (kind, id) in touched {
            match kind {
                Kind::Note if snapshot.last::<Note>(id)?.is_some_and(|note| note.client == client) => {
                    self.notes.insert(id);
                }
                Kind::Attachment
                    if snapshot.last::<Attachment>(id)?.is_some_and(|file| file.client == client) =>
                {
                    self.attachments.insert(id);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The greatest of some ids.
fn newest(ids: impl Iterator<Item = u64>, most: usize) -> BTreeSet<u64> {
    let ids: BTreeSet<u64> = ids.collect();
    ids.into_iter().rev().take(most).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_last_is_shown_until_all_is_asked_for() {
        let event = || Event { at: Moment(0), by: String::new(), sentences: Vec::new() };
        let of = |count: u64| {
            let mut history =
                History { events: (1..=count).map(|n| (n, event())).collect(), ..History::default() };
            history.shorten();
            (history.events.keys().next().copied(), history.more)
        };
        assert_eq!(of(60), (Some(1), false));
        assert_eq!(of(62), (Some(3), true));
    }

    #[test]
    fn the_newest_are_looked_up_first() {
        let ids = |ids: &[u64]| ids.iter().copied().collect::<BTreeSet<u64>>();
        assert_eq!(newest([3, 9, 1, 7].into_iter(), 2), ids(&[7, 9]));
        assert_eq!(newest([3, 1].into_iter(), 5), ids(&[1, 3]));
    }
}
