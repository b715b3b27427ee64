//! To which day a reminder is put off.

use chrono::NaiveDate;
use egui::{Context, Id};

use super::footer;
use crate::domain::custom_field::{CustomField, FieldKind};
use crate::domain::note::Note;
use crate::ui::action::{Action, Actions};
use crate::ui::ctx::Ctx;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::{Field, Left, Tone};

/// A reminder that is put off to a day.
#[derive(Debug)]
pub struct PutOff {
    note: Note,
    typed: String,
}

impl PutOff {
    /// Of this note.
    pub fn new(note: Note) -> Self {
        Self { note, typed: String::new() }
    }

    /// The day that was typed, if it is one to come.
    fn day(&self, today: NaiveDate) -> Result<NaiveDate, &'static str> {
        let field = CustomField { kind: FieldKind::Date, ..CustomField::default() };
        match field.read(&self.typed, ',').parse::<NaiveDate>() {
            Ok(day) if day > today => Ok(day),
            Ok(_) => Err("todo-day-gone"),
            Err(_) => Err("doubt-date-short"),
        }
    }

    /// Draws it.
    pub fn ui(&mut self, egui: &Context, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let text = ctx.text;
        let id = Id::unique(("put off", self.note.id));
        let day = self.day(ctx.clock.today());
        let shown =
            Dialog::new(Id::unique("put-off"), text.get("todo-put-off")).size(420.0, 216.0).focus(id).show(
                egui,
                |ui| {
                    let wrong = day.err().filter(|_| !self.typed.trim().is_empty());
                    let field = Field::new(id, text.get("todo-day"), &mut self.typed).limit(40);
                    let note = wrong.map(|key| (text.get(key), Tone::Wrong));
                    field.hint(text.get("todo-day-hint")).note(note).show(ui).left == Some(Left::Enter)
                },
                |ui| footer(ui, text, Button::primary(text.get("todo-put-off-yes")).enabled(day.is_ok())),
            );
        let (no, yes) = shown.footer;
        if no || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if let (true, Ok(day)) = (yes || shown.body || shown.confirmed, day) {
            actions.push(Action::CloseDialog);
            actions.push(Action::remind(&self.note, Some(day)));
        }
        actions
    }
}
