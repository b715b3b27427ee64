//! The note box at the top of the page: one line until one types into it. What is typed is kept at most a second behind,
//! and is still there when one comes back to the client.

use egui::{Id, Pos2, Rect, Ui, pos2, vec2};

use super::note_typed::{Names, NoNote, NoteTyped};
use crate::domain::attachment::Staged;
use crate::domain::client::ClientId;
use crate::domain::command::{Command, NewNote, NoteCommand};
use crate::domain::note::NoteKind;
use crate::domain::record::Invalid;
use crate::store::Snapshot;
use crate::text;
use crate::ui::action::{Action, Actions, AttachTo, Then};
use crate::ui::ctx::Ctx;
use crate::ui::day;
use crate::ui::icons;
use crate::ui::keys::Gesture;
use crate::ui::menu::MenuItem;
use crate::ui::theme::{regular, size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::keycap;
use crate::ui::widgets::paint::Line;

/// The box.
#[derive(Debug)]
pub(super) struct NoteBox {
    client: ClientId,
    typed: NoteTyped,
    /// What was typed when it was last kept.
    kept: NoteTyped,
    /// When the first change was made that is not kept yet, in seconds since the program started.
    changed_at: Option<f64>,
    /// How many notes were written with it: a field keeps its undo by its id.
    written: u64,
    /// It shows all its fields.
    open: bool,
    /// The cursor goes into it in the next pass.
    focus: Option<&'static str>,
    /// One of its fields had the focus in the last pass: in this one Escape has taken it away already.
    had_focus: bool,
    /// Asked for, and not answered yet.
    sent: bool,
    /// Where it stood in the last pass: what is dropped there is the note's.
    place: Rect,
}

impl NoteBox {
    /// Seconds after a change when it is kept.
    const KEEP_AFTER: f64 = 0.6;
    /// Where the kind that was used last is kept.
    const LAST_KIND: &'static str = "note/kind";

    /// Where what is typed of a client's note is kept beside the books.
    pub(super) fn key(client: ClientId) -> String {
        format!("note/{:012}", client.0)
    }

    /// The box of a client as it was left.
    pub(super) fn read(snapshot: Option<&Snapshot>, client: ClientId) -> Self {
        let kept = |key: &str| snapshot.and_then(|snapshot| snapshot.scratch(key).ok().flatten());
        let typed: Option<NoteTyped> =
            kept(&Self::key(client)).and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let last = kept(Self::LAST_KIND);
        let kind = NoteKind::ALL.into_iter().find(|kind| last.as_deref() == Some(kind.key().as_bytes()));
        let blank = NoteTyped { kind: kind.unwrap_or_default(), ..NoteTyped::default() };
        let typed = typed.unwrap_or(blank);
        Self {
            client,
            kept: typed.clone(),
            open: !typed.is_blank(),
            typed,
            changed_at: None,
            written: 0,
            focus: None,
            had_focus: false,
            sent: false,
            place: Rect::NOTHING,
        }
    }

    /// Whether something dropped there is dropped on it.
    pub(super) fn is_at(&self, spot: Pos2) -> bool {
        self.place.contains(spot)
    }

    /// Puts the cursor into it.
    pub(super) fn focus(&mut self) {
        self.open = true;
        self.focus = Some("text");
    }

    /// A file of the note is in the book.
    pub(super) fn staged(&mut self, file: Staged) {
        if !self.typed.files.contains(&file) {
            self.typed.files.push(file);
            self.open = true;
            self.changed_at.get_or_insert(0.0);
        }
    }

    /// Something was typed that is not kept yet.
    pub(super) fn is_unkept(&self) -> bool {
        !self.sent && self.typed != self.kept
    }

    /// Seconds until it is to be kept; none if there is nothing to keep.
    pub(super) fn keep_in(&self, seconds: f64) -> Option<f64> {
        let changed = self.changed_at?;
        self.is_unkept().then(|| (changed + Self::KEEP_AFTER - seconds).max(0.0))
    }

    /// What is to be kept under its key, nothing if nothing would be missed; from here on it counts as kept.
    pub(super) fn keep(&mut self) -> Option<Vec<u8>> {
        self.changed_at = None;
        self.kept = self.typed.clone();
        // Texts and numbers: that cannot fail.
        (!self.typed.is_blank()).then(|| serde_json::to_vec(&self.typed).unwrap_or_default())
    }

    /// The book has the note: an empty box.
    pub(super) fn done(&mut self) {
        if std::mem::take(&mut self.sent) {
            let typed = NoteTyped { kind: self.typed.kind, ..NoteTyped::default() };
            let (client, written) = (self.client, self.written.saturating_add(1));
            *self = Self { written, kept: typed.clone(), typed, ..Self::read(None, client) };
        }
    }

    /// The book does not have it: what is typed stays.
    pub(super) fn failed(&mut self) {
        self.sent = false;
    }

    /// Escape belongs to it.
    pub(super) fn has_focus(&self) -> bool {
        self.had_focus
    }

    fn id(&self) -> Id {
        Id::unique(("note box", self.client, self.written))
    }

    fn fields(&self) -> [Id; 9] {
        let id = self.id();
        let with = |part: &str| id.with(part);
        let [day, remind] = [with("day"), with("remind")];
        [
            id,
            with("kind"),
            day,
            day.with("choose"),
            remind,
            remind.with("choose"),
            with("pin"),
            with("attach"),
            with("save"),
        ]
    }

    /// Draws it. `alone`: nothing else on the page waits for Ctrl+Enter.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, alone: bool, actions: &mut Actions) {
        let reached = ui.is_enabled();
        let within =
            |ui: &Ui| ui.memory(|memory| memory.focused()).is_some_and(|id| self.fields().contains(&id));
        let focused = within(ui);
        let pressed = |gesture: Gesture| reached && ui.input_mut(|input| gesture.take(input));
        let mut save = (focused || (alone && self.open)) && pressed(Gesture::Confirm);
        if self.had_focus && !ui.ctx().any_popup_open() && pressed(Gesture::Leave) {
            self.open = !self.typed.is_blank();
        }
        let before = self.typed.clone();
        let top = ui.cursor().min;
        self.text_ui(ui, ctx);
        if self.open {
            save |= self.about_ui(ui, ctx, actions);
        }
        let place = Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.cursor().top()));
        self.place = place.intersect(ui.clip_rect());
        if self.typed != before {
            self.changed_at.get_or_insert(ctx.seconds);
        }
        let elsewhere = ui.input(|input| input.pointer.any_pressed())
            && !ui.rect_contains_pointer(place)
            && !ui.ctx().any_popup_open();
        if elsewhere && self.typed.is_blank() {
            self.open = false;
        }
        self.had_focus = ui.memory(|memory| memory.focused()).is_some_and(|id| self.fields().contains(&id));
        if save && !self.sent {
            self.save(ctx, actions);
        }
    }

    fn text_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let (text, id) = (ctx.text, self.id());
        if let Some(part) = self.focus.take() {
            let id = if part == "text" { id } else { id.with(part) };
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let label = text.get("note-box");
        let field = Field::new(id, label, &mut self.typed.text).label_hidden().hint(label);
        let lines = if self.open { 4 } else { 1 };
        let top = ui.cursor().top();
        field.limit(Invalid::LONGEST_TEXT).lines(lines).show(ui);
        if ui.memory(|memory| memory.has_focus(id)) {
            self.open = true;
        } else if !self.open {
            let right = pos2(ui.max_rect().right() - 10.0, top + size::FIELD / 2.0);
            let keys = MenuItem::Note.key_hint(text);
            keycap::keycap(ui, right, &keys, false);
            let said = format!(
                "{} · {}",
                capital(text::note_kind(text, self.typed.kind)),
                ctx.format.day(text, ctx.clock.today(), ctx.clock.today())
            );
            let line = Line::new(&said, regular(size::SMALL), tokens(ui).muted).align(egui::Align::Max);
            line.centred(ui.painter(), right.x - keycap::width(ui, &keys) - 8.0, right.y);
        }
    }

    /// What it is about, and the button that keeps it; true when that was pressed.
    fn about_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) -> bool {
        let (text, id) = (ctx.text, self.id());
        let names =
            Names { kind: text.get("note-kind"), day: text.get("note-day"), remind: text.get("note-remind") };
        self.typed.about_ui(ui, ctx, &names, id);
        let keys = MenuItem::Save.key_hint(text);
        let button = Button::plain(text.get("note-save")).hint(&keys).id(id.with("save"));
        self.files_ui(ui, ctx);
        let pin = text.get("note-pin");
        let mut attach = false;
        let ((), pressed) = ends(
            ui,
            size::BUTTON,
            |ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let clip = IconButton::new(icons::PAPERCLIP, text.get("note-attach"));
                attach = ui.add(clip.id(id.with("attach"))).clicked();
                self.typed.pin_ui(ui, pin, id);
            },
            |ui| ui.add(button).clicked(),
        );
        if attach {
            actions.push(Action::ChooseAttachment(AttachTo::NewNote(self.client)));
        }
        pressed
    }

    /// The files that go with the note: a click takes one away.
    fn files_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let (text, id) = (ctx.text, self.id());
        let mut taken = None;
        if self.typed.files.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            let room = ui.max_rect().width();
            for (number, file) in self.typed.files.iter().enumerate() {
                let said = format!("{} · {}", file.name, ctx.format.file_size(text, file.size));
                let says = text.with("category-take-away", &[("name", file.name.as_str().into())]);
                let chip =
                    Chip::set(&said).says(&says).max(room).id(id.with(("file", &file.sha256.0, number)));
                if ui.add(chip).clicked() {
                    taken = Some(number);
                }
            }
        });
        if let Some(number) = taken {
            self.typed.files.remove(number);
        }
    }

    fn save(&mut self, ctx: &Ctx<'_>, actions: &mut Actions) {
        let today = ctx.clock.today();
        match self.typed.read(ctx.text, today, NoteKind::Note) {
            Ok(read) => {
                self.sent = true;
                let NoteTyped { kind, pinned, files, .. } = self.typed.clone();
                let note = NewNote {
                    client: self.client,
                    kind,
                    date: read.date,
                    text: read.text,
                    pinned,
                    remind: read.remind,
                    attachments: files,
                };
                actions.push(Action::Keep(Self::LAST_KIND.to_owned(), Some(kind.key().into())));
                let command = Command::Note(NoteCommand::Add(note));
                actions.push(Action::Run(Box::new(command), Then::Noted(self.client)));
            }
            Err(NoNote::Empty) => self.focus = Some("text"),
            Err(NoNote::Day(_)) => {
                let wrong = day::read(ctx.text, &self.typed.day, today).is_err();
                self.focus = Some(if wrong { "day" } else { "remind" });
            }
        }
    }
}

/// With a capital letter at its start.
pub(super) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_begins_with_a_capital() {
        assert_eq!(capital("événement"), "Événement");
        assert_eq!(capital("a"), "A");
        assert_eq!(capital(""), "");
    }
}
