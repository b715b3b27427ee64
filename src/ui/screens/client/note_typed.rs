//! What is typed of a note: in the box at the top of the page, or in place of one that is there.

use chrono::NaiveDate;
use egui::{Id, Ui, vec2};
use serde::{Deserialize, Serialize};

use super::note_box::capital;
use crate::domain::attachment::Staged;
use crate::domain::note::{Note, NoteKind};
use crate::domain::typed::clean_lines;
use crate::text::{self, Text};
use crate::ui::ctx::Ctx;
use crate::ui::day::{self, NoDay, Offered};
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::check::Check;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::label::Label;

/// A note as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct NoteTyped {
    pub(super) kind: NoteKind,
    /// Today if it is empty.
    pub(super) day: String,
    pub(super) text: String,
    pub(super) pinned: bool,
    pub(super) remind: String,
    /// Files that go with it, their bytes in the book already.
    pub(super) files: Vec<Staged>,
}

/// Why a note is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoNote {
    /// There is no text.
    Empty,
    /// A day cannot be read.
    Day(NoDay),
}

/// A note that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) date: NaiveDate,
    pub(super) text: String,
    pub(super) remind: Option<NaiveDate>,
}

impl NoteTyped {
    /// A note that is there.
    pub(super) fn of(note: &Note) -> Self {
        Self {
            kind: note.kind,
            day: day::typed(note.date),
            text: note.text.clone(),
            pinned: note.pinned,
            remind: note.remind.map(day::typed).unwrap_or_default(),
            files: Vec::new(),
        }
    }

    /// Nothing that would be missed; what it is about is no loss.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
            && self.day.trim().is_empty()
            && self.remind.trim().is_empty()
            && self.files.is_empty()
            && !self.pinned
    }

    /// The note, if it can be kept. Of a date that was not important `before` one is reminded on that day, unless
    /// another is given.
    pub(super) fn read(&self, text: &Text, today: NaiveDate, before: NoteKind) -> Result<Read, NoNote> {
        let read = |typed: &str| day::read(text, typed, today).map_err(NoNote::Day);
        let date = read(&self.day)?.unwrap_or(today);
        let becomes_date = self.kind == NoteKind::ImportantDate && before != NoteKind::ImportantDate;
        let remind = read(&self.remind)?.or_else(|| becomes_date.then_some(date));
        let words = clean_lines(&self.text);
        if words.is_empty() {
            return Err(NoNote::Empty);
        }
        Ok(Read { date, text: words, remind })
    }

    /// Whether it stands before the others.
    pub(super) fn pin_ui(&mut self, ui: &mut Ui, label: &str, id: Id) {
        ui.add(Check::new(&mut self.pinned, label).id(id.with("pin")));
    }

    /// The fields below the text.
    pub(super) fn about_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, names: &Names<'_>, id: Id) {
        let text = ctx.text;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 6.0);
            self.kind_ui(ui, ctx, names, id);
            let today = text.get("day-today");
            let day = &mut self.day;
            ui.scope(|ui| day::day_ui(ui, ctx, id.with("day"), names.day, day, today, Offered::Past));
            let remind = &mut self.remind;
            let hint = text.get("day-hint");
            ui.scope(|ui| {
                day::day_ui(ui, ctx, id.with("remind"), names.remind, remind, hint, Offered::Future);
            });
        });
    }

    fn kind_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, names: &Names<'_>, id: Id) {
        let text = ctx.text;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = size::LABEL - size::SMALL_LINE;
            ui.add(Label::small(names.kind).medium().colour(tokens(ui).muted));
            let words = NoteKind::ALL.map(|kind| capital(text::note_kind(text, kind)));
            let on = NoteKind::ALL.iter().position(|kind| *kind == self.kind);
            let shown = capital(text::note_kind(text, self.kind));
            let choice = Choice::new(id.with("kind"), names.kind, &shown).width(KINDS).tall();
            let taken = choice.show(ui, || (words.to_vec(), on), |_, _| true);
            if let Some(kind) = taken.and_then(|at| NoteKind::ALL.get(at)) {
                self.kind = *kind;
            }
        });
    }
}

/// Wide enough for every kind.
const KINDS: f32 = 156.0;

/// What the fields are called: two of a page never the same.
pub(super) struct Names<'a> {
    pub(super) kind: &'a str,
    pub(super) day: &'a str,
    pub(super) remind: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn typed(change: impl Fn(&mut NoteTyped)) -> NoteTyped {
        let mut typed = NoteTyped { text: "Rappelle".to_owned(), ..NoteTyped::default() };
        change(&mut typed);
        typed
    }

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn read(typed: &NoteTyped, before: NoteKind) -> Result<Read, NoNote> {
        typed.read(&Text::load(Language::Fr), day(11, 24), before)
    }

    #[test]
    fn a_note_is_of_today_unless_a_day_is_typed() {
        let note = read(&typed(|_| ()), NoteKind::Note).unwrap();
        assert_eq!(note, Read { date: day(11, 24), text: "Rappelle".to_owned(), remind: None });
        let note = read(&typed(|note| note.day = "1/2/2026".to_owned()), NoteKind::Note).unwrap();
        assert_eq!(note.date, day(2, 1));
        let wrong = typed(|note| note.day = "jamais".to_owned());
        assert_eq!(read(&wrong, NoteKind::Note), Err(NoNote::Day(NoDay)));
        let wrong = typed(|note| note.remind = "jamais".to_owned());
        assert_eq!(read(&wrong, NoteKind::Note), Err(NoNote::Day(NoDay)));
        assert_eq!(read(&typed(|note| note.text = " \n".to_owned()), NoteKind::Note), Err(NoNote::Empty));
    }

    #[test]
    fn of_an_important_date_one_is_reminded_on_its_day() {
        let mut date = typed(|note| {
            note.kind = NoteKind::ImportantDate;
            note.day = "12/12/2026".to_owned();
        });
        assert_eq!(read(&date, NoteKind::Note).unwrap().remind, Some(day(12, 12)));
        // One that was reminded of and is done stays done.
        assert_eq!(read(&date, NoteKind::ImportantDate).unwrap().remind, None);
        date.remind = "10/12/2026".to_owned();
        assert_eq!(read(&date, NoteKind::Note).unwrap().remind, Some(day(12, 10)));
    }

    #[test]
    fn a_note_of_which_nothing_would_be_missed_is_blank() {
        assert!(NoteTyped { kind: NoteKind::Call, text: " ".to_owned(), ..NoteTyped::default() }.is_blank());
        let staged = Staged { name: "a".to_owned(), size: 1, sha256: Default::default() };
        for change in [
            |note: &mut NoteTyped, _: &Staged| note.text = "a".to_owned(),
            |note: &mut NoteTyped, _: &Staged| note.day = "hier".to_owned(),
            |note: &mut NoteTyped, _: &Staged| note.remind = "demain".to_owned(),
            |note: &mut NoteTyped, _: &Staged| note.pinned = true,
            |note: &mut NoteTyped, file: &Staged| note.files.push(file.clone()),
        ] {
            let mut note = NoteTyped::default();
            change(&mut note, &staged);
            assert!(!note.is_blank(), "{note:?}");
        }
    }

    #[test]
    fn a_note_that_is_there_is_typed_as_it_is() {
        let note = Note {
            id: 1,
            client: crate::domain::client::ClientId(1),
            date: day(3, 14),
            kind: NoteKind::Agreement,
            text: "En deux fois".to_owned(),
            pinned: true,
            remind: Some(day(3, 15)),
        };
        let typed = NoteTyped::of(&note);
        assert!(typed.pinned && typed.kind == NoteKind::Agreement && typed.files.is_empty());
        let again = read(&typed, note.kind).unwrap();
        assert_eq!((again.date, again.text, again.remind), (note.date, note.text, note.remind));
    }
}
