//! A note that is changed in place.

use egui::{Id, Ui};

use super::note_card::heading;
use super::note_typed::{Names, NoNote, NoteTyped};
use crate::domain::note::Note;
use crate::domain::record::Invalid;
use crate::ui::ctx::Ctx;
use crate::ui::day;
use crate::ui::keys::Gesture;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::untitled;
use crate::ui::widgets::field::Field;

/// A note that is changed in place.
#[derive(Debug)]
pub(super) struct NoteEdit {
    pub(super) before: Note,
    typed: NoteTyped,
    /// The field that the cursor goes into in the next pass.
    pub(super) focus: Option<&'static str>,
    /// It was asked for, and no answer came yet.
    pub(super) sent: bool,
}

/// What was asked of a note that is changed in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// To leave it as it was.
    Cancel,
    /// To keep what was typed.
    Save,
}

impl NoteEdit {
    /// Of this note, the cursor in this field.
    pub(super) fn new(before: Note, focus: &'static str) -> Self {
        Self { typed: NoteTyped::of(&before), before, focus: Some(focus), sent: false }
    }

    fn id(&self) -> Id {
        Id::unique(("note edit", self.before.id))
    }

    /// The note as it is to be; else the field that is wrong.
    pub(super) fn after(&self, ctx: &Ctx<'_>) -> Result<Note, &'static str> {
        let today = ctx.clock.today();
        let read = self.typed.read(ctx.text, today, self.before.kind).map_err(|no| match no {
            NoNote::Empty => "text",
            NoNote::Day(_) if day::read(ctx.text, &self.typed.day, today).is_err() => "day",
            NoNote::Day(_) => "remind",
        })?;
        let NoteTyped { kind, pinned, .. } = self.typed;
        Ok(Note {
            kind,
            pinned,
            date: read.date,
            text: read.text,
            remind: read.remind,
            ..self.before.clone()
        })
    }

    /// Draws it.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Option<Said> {
        let (text, id) = (ctx.text, self.id());
        let reached = ui.is_enabled() && !ui.ctx().any_popup_open();
        let pressed = |gesture: Gesture| reached && ui.input_mut(|input| gesture.take(input));
        let mut save = pressed(Gesture::Confirm);
        let mut cancel = pressed(Gesture::Leave);
        if let Some(part) = self.focus.take() {
            let id = if part == "text" { id } else { id.with(part) };
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        untitled(ui, &heading(ctx, &self.before), |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let field = Field::new(id, text.get("field-note"), &mut self.typed.text);
            field.limit(Invalid::LONGEST_TEXT).lines(5).show(ui);
            let names = Names {
                kind: text.get("note-kind-changed"),
                day: text.get("note-day-changed"),
                remind: text.get("note-remind-changed"),
            };
            self.typed.about_ui(ui, ctx, &names, id);
            self.typed.pin_ui(ui, text.get("note-pinned"), id);
            ui.horizontal(|ui| {
                save |= ui.add(Button::plain(text.get("action-save")).small().id(id.with("save"))).clicked();
                cancel |=
                    ui.add(Button::ghost(text.get("action-cancel")).small().id(id.with("cancel"))).clicked();
            });
        });
        match (save && !self.sent, cancel) {
            (_, true) => Some(Said::Cancel),
            (true, _) => Some(Said::Save),
            (false, false) => None,
        }
    }
}
