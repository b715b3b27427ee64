//! A backup beside the book as it is now, before it takes its place.

use std::path::PathBuf;

use egui::{Context, Id};

use super::footer;
use crate::clock::Clock;
use crate::domain::record::Moment;
use crate::format::Format;
use crate::store::Summary;
use crate::text::Text;
use crate::ui::action::{Action, Actions};
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::label::Label;

/// A backup that may be restored.
#[derive(Debug)]
pub struct RestoreDialog {
    path: PathBuf,
    backup: Summary,
    now: Option<Summary>,
}

impl RestoreDialog {
    /// A backup, and the book as it is now if it can be read.
    pub fn new(path: PathBuf, backup: Summary, now: Option<Summary>) -> Self {
        Self { path, backup, now }
    }

    /// Draws it.
    pub fn ui(&mut self, ctx: &Context, text: &Text, format: &Format, clock: Clock) -> Actions {
        let mut actions = Actions::new();
        let day = |moment: Option<Moment>| {
            moment.map_or_else(
                || "–".to_owned(),
                |moment| {
                    let local = clock.local(moment);
                    let day = format.day(text, local.date(), clock.today());
                    let time = format.time(local.time());
                    text.with("moment-at", &[("day", day.into()), ("time", time.into())])
                },
            )
        };
        let line = |key: &str, summary: &Summary| {
            let clients = text.with("clients-count", &[("n", summary.clients.into())]);
            text.with(key, &[("clients", clients.into()), ("day", day(summary.last_change).into())])
        };
        let yes = Id::unique("yes");
        let question = text.with("restore-question", &[("day", day(self.backup.last_change).into())]);
        let shown = Dialog::new(Id::unique("restore"), text.get("restore-title"))
            .under(&question)
            .size(560.0, 260.0)
            .focus(yes)
            .show(
                ctx,
                |ui| {
                    ui.add(Label::body(&line("restore-backup", &self.backup)).wrap());
                    if let Some(now) = &self.now {
                        ui.add(Label::body(&line("restore-now", now)).wrap());
                    }
                    let muted = tokens(ui).muted;
                    ui.add(Label::body(text.get("restore-aside")).colour(muted).wrap());
                },
                |ui| footer(ui, text, Button::primary(text.get("restore-confirm")).id(yes)),
            );
        let (no, yes) = shown.footer;
        if no || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if yes || shown.confirmed {
            actions.push(Action::Restore(self.path.clone()));
        }
        actions
    }
}
