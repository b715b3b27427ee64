//! The notes of a client: pinned ones first, then the newest; each a card, changed in place.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use egui::{Align, Id, Layout, Pos2, Rect, Ui, UiBuilder, vec2};

use super::ClientPage;
use super::file::{self, FileLine};
use super::note_box::capital;
use super::note_typed::{Names, NoNote, NoteTyped};
use crate::domain::attachment::Attachment;
use crate::domain::command::{Command, NoteCommand};
use crate::domain::note::Note;
use crate::domain::record::Invalid;
use crate::text;
use crate::ui::action::{Action, Actions, AttachTo, Then};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::keys::Gesture;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::card::untitled;
use crate::ui::widgets::ends::{ends, row};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint;

/// From this width on two notes stand side by side.
const TWO: f32 = 600.0;
/// So many more notes or files are shown when more are asked for.
pub(super) const MORE: usize = 100;
/// Between two cards.
const GAP: f32 = 12.0;

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

/// A note that is changed in place.
#[derive(Debug)]
struct NoteEdit {
    before: Note,
    typed: NoteTyped,
    /// The field that the cursor goes into in the next pass.
    focus: Option<&'static str>,
    sent: bool,
}

/// What was asked of a note.
enum Asked {
    Edit(&'static str),
    Unfold,
    Attach,
    File(Attachment, file::Asked),
    Change(Note),
    Delete,
    Cancel,
    Save,
}

impl ClientPage {
    pub(super) fn notes_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        if self.known.notes.is_empty() {
            return;
        }
        ui.add_space(8.0);
        ui.add(Label::section(ctx.text.get("record-notes")));
        let mut asked = None;
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
                    asked = edit.ui(ui, ctx).map(|what| (first.clone(), what)).or(asked);
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
        if let Some((note, what)) = asked {
            self.do_with(ctx, note, what, actions);
        }
    }

    fn do_with(&mut self, ctx: &Ctx<'_>, note: Note, what: Asked, actions: &mut Actions) {
        match what {
            Asked::Edit(focus) => {
                let typed = NoteTyped::of(&note);
                self.notes.edit = Some(NoteEdit { before: note, typed, focus: Some(focus), sent: false });
            }
            Asked::Unfold => {
                self.notes.unfolded.insert(note.id);
            }
            Asked::Attach => {
                actions.push(Action::ChooseAttachment(AttachTo::Note(self.id, note.id)));
            }
            Asked::File(file, what) => self.do_with_file(file, what, actions),
            Asked::Change(after) => run(NoteCommand::Change { before: note, after }, actions),
            Asked::Delete => run(NoteCommand::Delete(note.id), actions),
            Asked::Cancel => self.notes.edit = None,
            Asked::Save => {
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
    }
}

fn run(command: NoteCommand, actions: &mut Actions) {
    actions.push(Action::Run(Box::new(Command::Note(command)), Then::Tell));
}

/// A note as it is shown.
struct Card<'a> {
    note: &'a Note,
    files: Vec<&'a Attachment>,
    unfolded: bool,
}

/// One or two cards side by side, equally high.
fn pair_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    cards: &[Card<'_>],
    wide: f32,
    places: &mut Vec<(u64, Rect)>,
) -> Option<(Note, Asked)> {
    let key = Id::unique(("note height", cards.first().map(|card| card.note.id)));
    let known: f32 = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let mut highest = 0.0_f32;
    let mut asked = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for card in cards {
            let builder =
                UiBuilder::new().id_salt(("note", card.note.id)).layout(Layout::top_down(Align::Min));
            ui.scope_builder(builder, |ui| {
                ui.set_width(wide);
                ui.spacing_mut().item_spacing.y = 4.0;
                let name = heading(ctx, card.note);
                let shown = untitled(ui, &name, |ui| {
                    let top = ui.cursor().top();
                    asked = card.ui(ui, ctx, &name).map(|what| (card.note.clone(), what)).or(asked.take());
                    let own = ui.min_rect().bottom() - top;
                    highest = highest.max(own);
                    if cards.len() > 1 && own < known {
                        let mut whole = ui.min_rect();
                        whole.max.y = top + known;
                        ui.expand_to_include_rect(whole);
                    }
                });
                places.push((card.note.id, shown.response.rect.intersect(ui.clip_rect())));
            });
        }
    });
    if (highest - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(key, highest));
        if cards.len() > 1 {
            ui.ctx().request_discard("the higher of two cards was measured");
        }
    }
    asked
}

/// "Accord · 14 mars 2026".
pub(super) fn heading(ctx: &Ctx<'_>, note: &Note) -> String {
    let day = ctx.format.day(ctx.text, note.date, ctx.clock.today());
    format!("{} · {day}", capital(text::note_kind(ctx.text, note.kind)))
}

impl Card<'_> {
    fn ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, name: &str) -> Option<Asked> {
        let (text, note) = (ctx.text, self.note);
        let id = Id::unique(("note", note.id));
        let muted = tokens(ui).muted;
        let mut asked = None;
        ends(
            ui,
            24.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                if note.pinned {
                    sign(ui, icons::PUSH_PIN);
                }
                ui.add(Label::small(name).colour(muted));
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let says = text.with("record-change", &[("field", name.into())]);
                let pencil = IconButton::new(icons::PENCIL_SIMPLE, &says).small().id(id.with("change"));
                if ui.add(pencil).clicked() {
                    asked = Some(Asked::Edit("text"));
                }
                let says = text.with("record-more-of", &[("field", name.into())]);
                let more = ui.add(IconButton::new(icons::DOTS_THREE, &says).small().id(id.with("more")));
                let pin = if note.pinned { "note-unpin" } else { "note-pin" };
                let entries = [
                    Entry::new(text.get(pin)).icon(icons::PUSH_PIN),
                    Entry::new(text.get("file-attach")).icon(icons::PAPERCLIP),
                    Entry::new(text.get("action-delete")).icon(icons::TRASH).danger(),
                ];
                match menu(ui, &more, &says, &entries) {
                    Some(0) => asked = Some(Asked::Change(Note { pinned: !note.pinned, ..note.clone() })),
                    Some(1) => asked = Some(Asked::Attach),
                    Some(_) => asked = Some(Asked::Delete),
                    None => {}
                }
            },
        );
        let folded = if self.unfolded { None } else { folded(&note.text) };
        ui.add(Label::body(folded.as_deref().unwrap_or(&note.text)).wrap());
        if folded.is_some() && ui.add(Button::link(text.get("note-unfold")).id(id.with("unfold"))).clicked() {
            asked = Some(Asked::Unfold);
        }
        for file in &self.files {
            let about = ctx.format.file_size(text, file.size);
            let line = FileLine { file, about: &about, icon: icons::PAPERCLIP, id: id.with(file.id) };
            asked = line.ui(ui, ctx).map(|what| Asked::File((*file).clone(), what)).or(asked);
        }
        self.remind_ui(ui, ctx, id).or(asked)
    }

    /// When one is to be reminded of it, and that it is done or put off.
    fn remind_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, id: Id) -> Option<Asked> {
        let (text, note, today) = (ctx.text, self.note, ctx.clock.today());
        let day = note.remind?;
        let said = text.with("note-remind-on", &[("day", ctx.format.day(text, day, today).into())]);
        let ink = if day <= today { tokens(ui).warning.ink } else { tokens(ui).muted };
        let mut asked = None;
        row(ui, size::BODY_LINE, |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            ui.add(Label::small(&said).colour(ink));
            if ui.add(Button::link(text.get("note-remind-done")).id(id.with("done"))).clicked() {
                asked = Some(Asked::Change(Note { remind: None, ..note.clone() }));
            }
            let later = ui.add(Button::link(text.get("note-remind-later")).id(id.with("later")));
            let days = put_off(today);
            let words = ["day-tomorrow", "day-in-a-week", "day-other"].map(|key| Entry::new(text.get(key)));
            if let Some(at) = menu(ui, &later, text.get("note-remind-later"), &words) {
                asked = Some(match days.get(at) {
                    Some(day) => Asked::Change(Note { remind: Some(*day), ..note.clone() }),
                    None => Asked::Edit("remind"),
                });
            }
        });
        asked
    }
}

/// Tomorrow and in a week.
fn put_off(today: NaiveDate) -> Vec<NaiveDate> {
    [1, 7].into_iter().filter_map(|days| today.checked_add_days(Days::new(days))).collect()
}

fn sign(ui: &mut Ui, icon: &str) {
    let (_, rect) = ui.allocate_space(vec2(16.0, 16.0));
    paint::icon(ui.painter(), rect.center(), icon, 16.0, tokens(ui).muted);
}

/// The beginning of a long text; none if it is short enough to be read as a whole.
fn folded(text: &str) -> Option<String> {
    const LINES: usize = 8;
    const LETTERS: usize = 480;
    let lines = text.match_indices('\n').nth(LINES - 1).map(|(at, _)| at);
    let letters = text.char_indices().nth(LETTERS).map(|(at, _)| at);
    let cut = lines.into_iter().chain(letters).min()?;
    let start = text.get(..cut)?;
    // Not within a word, if there is a space not far before.
    let start = match start.rsplit_once(char::is_whitespace) {
        Some((before, word)) if lines != Some(cut) && word.chars().count() < 40 => before,
        _ => start,
    };
    Some(format!("{}…", start.trim_end()))
}

impl NoteEdit {
    fn id(&self) -> Id {
        Id::unique(("note edit", self.before.id))
    }

    /// The note as it is to be; else the field that is wrong.
    fn after(&self, ctx: &Ctx<'_>) -> Result<Note, &'static str> {
        let today = ctx.clock.today();
        let read = self.typed.read(ctx.text, today, self.before.kind).map_err(|no| match no {
            NoNote::Empty => "text",
            NoNote::Day(_) if super::day::read(ctx.text, &self.typed.day, today).is_err() => "day",
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

    fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Option<Asked> {
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
            (_, true) => Some(Asked::Cancel),
            (true, _) => Some(Asked::Save),
            (false, false) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_folded_at_a_word_or_a_line() {
        assert_eq!(folded("Rappelle jeudi."), None);
        assert_eq!(folded(&"a".repeat(480)), None);
        assert_eq!(folded(&"a".repeat(481)), Some(format!("{}…", "a".repeat(480))));
        let words = "mot ".repeat(150);
        let start = folded(&words).unwrap();
        assert_eq!(start, format!("{}mot…", "mot ".repeat(119)));
        let lines = ["ligne"; 8].join("\n");
        assert_eq!(folded(&lines), None);
        assert_eq!(folded(&format!("{lines}\nla neuvième")), Some(format!("{lines}…")));
    }

    #[test]
    fn a_reminder_is_put_off_by_a_day_or_a_week() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        assert_eq!(put_off(day(11, 24)), [day(11, 25), day(12, 1)]);
    }
}
