//! The notes of a client: pinned ones first, then the newest; each a card ([`super::note_card`]), changed in place
//! ([`super::note_edit`]).

use std::collections::BTreeSet;

use egui::{Id, Pos2, Rect, Ui};

use super::ClientPage;
use super::note_card::{Asked, Card, GAP, pair_ui};
use super::note_edit::{NoteEdit, Said};
use crate::domain::command::{Command, NoteCommand};
use crate::domain::note::Note;
use crate::ui::action::{Action, Actions, AttachTo, Then};
use crate::ui::ctx::Ctx;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::label::Label;

/// From this width on two notes stand side by side.
const TWO: f32 = 600.0;
/// So many more notes or files are shown when more are asked for.
pub(super) const MORE: usize = 100;

/// How the notes are shown.
#[derive(Debug)]
pub(super) struct Notes {
    /// So many, until more are asked for.
    most: usize,
    /// Long ones that show all of their text.
    unfolded: BTreeSet<u64>,
    edit: Option<NoteEdit>,
    /// Where each note stood in the last pass: what is dropped there is the note's.
    places: Vec<(u64, Rect)>,
}

impl Default for Notes {
    fn default() -> Self {
        Self { most: Self::STEP, unfolded: BTreeSet::new(), edit: None, places: Vec::new() }
    }
}

impl Notes {
    /// So many are shown at first.
    const STEP: usize = 20;

    /// The note that something dropped there is dropped on.
    pub(super) fn at(&self, spot: Pos2) -> Option<u64> {
        self.places.iter().find(|(_, place)| place.contains(spot)).map(|(note, _)| *note)
    }

    /// Something is being changed in place: Escape and Ctrl+Enter belong to it.
    pub(super) fn is_editing(&self) -> bool {
        self.edit.is_some()
    }

    /// The change is done.
    pub(super) fn done(&mut self) {
        self.edit.take_if(|edit| edit.sent);
    }

    /// The change was not done: what is typed stays.
    pub(super) fn failed(&mut self) {
        if let Some(edit) = &mut self.edit {
            edit.sent = false;
        }
    }
}

impl ClientPage {
    pub(super) fn notes_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        if self.known.notes.is_empty() {
            return;
        }
        ui.add_space(8.0);
        ui.add(Label::section(ctx.text.get("record-notes")));
        let (mut asked, mut said) = (None, None);
        let columns = if ui.available_width() < TWO { 1 } else { 2 };
        let wide =
            if columns == 1 { ui.available_width() } else { ((ui.available_width() - GAP) / 2.0).floor() };
        let shown = self.known.notes.len().min(self.notes.most);
        let mut places = Vec::with_capacity(shown);
        let mut notes = self.known.notes.iter().take(shown).peekable();
        while let Some(first) = notes.next() {
            let edited = |note: &Note| self.notes.edit.as_ref().is_some_and(|edit| edit.before.id == note.id);
            if edited(first) {
                if let Some(edit) = &mut self.notes.edit {
                    said = edit.ui(ui, ctx);
                }
                continue;
            }
            let second = if columns == 2 { notes.next_if(|note| !edited(note)) } else { None };
            let cards: Vec<Card<'_>> = [Some(first), second]
                .into_iter()
                .flatten()
                .map(|note| Card {
                    note,
                    files: self.known.files_of(note.id),
                    unfolded: self.notes.unfolded.contains(&note.id),
                })
                .collect();
            asked = pair_ui(ui, ctx, &cards, wide, &mut places).or(asked);
        }
        self.notes.places = places;
        let left = self.known.notes.len().saturating_sub(shown);
        if left > 0 {
            let more = ctx.text.with("record-more", &[("n", left.into())]);
            if ui.add(Button::link(&more).id(Id::unique(("client", self.id, "more notes")))).clicked() {
                self.notes.most = self.notes.most.saturating_add(MORE);
            }
        }
        match said {
            Some(Said::Cancel) => self.notes.edit = None,
            Some(Said::Save) => self.save_note(ctx, actions),
            None => {}
        }
        if let Some((note, what)) = asked {
            self.do_with(note, what, actions);
        }
    }

    fn do_with(&mut self, note: Note, what: Asked, actions: &mut Actions) {
        match what {
            Asked::Edit(focus) => self.notes.edit = Some(NoteEdit::new(note, focus)),
            Asked::Unfold => {
                self.notes.unfolded.insert(note.id);
            }
            Asked::Attach => {
                actions.push(Action::ChooseAttachment(AttachTo::Note(self.id, note.id)));
            }
            Asked::File(file, what) => self.do_with_file(file, what, actions),
            Asked::Change(after) => run(NoteCommand::Change { before: note, after }, actions),
            Asked::Delete => run(NoteCommand::Delete(note.id), actions),
        }
    }

    fn save_note(&mut self, ctx: &Ctx<'_>, actions: &mut Actions) {
        let Some(edit) = &mut self.notes.edit else { return };
        match edit.after(ctx) {
            Ok(after) if after == edit.before => self.notes.edit = None,
            Ok(after) => {
                edit.sent = true;
                run(NoteCommand::Change { before: edit.before.clone(), after }, actions);
            }
            Err(focus) => edit.focus = Some(focus),
        }
    }
}

fn run(command: NoteCommand, actions: &mut Actions) {
    actions.push(Action::Run(Box::new(Command::Note(command)), Then::Tell));
}
