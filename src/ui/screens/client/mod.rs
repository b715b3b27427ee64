//! All that is known about a client, on one page: what is noted, kept, agreed and allowed, the record, its history.
//!
//! The main column holds what happens (notes, documents, history), the one beside it what the client is, each value
//! changed in place. Both scroll as one page. What is shown is read in [`ClientPage::refresh`], never while drawing.

mod categories;
mod consent;
mod custom;
mod documents;
mod edit;
mod file;
mod head;
mod history;
mod known;
mod line;
mod link;
mod note_box;
mod note_card;
mod note_edit;
mod note_typed;
mod notes;
mod press;
mod said;
mod values;

use std::collections::BTreeMap;

use egui::{CentralPanel, Frame, Margin, Panel, Pos2, Rect, Ui, UiBuilder, pos2, vec2};

use self::documents::Documents;
use self::edit::Edit;
use self::history::History;
use self::known::Known;
use self::line::Line;
use self::note_box::NoteBox;
use self::notes::Notes;
use crate::domain::attachment::Staged;
use crate::domain::client::{Client, ClientId};
use crate::domain::item::Item;
use crate::ui::action::{Actions, AttachTo};
use crate::ui::ctx::{Ctx, first_note};
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;
use crate::ui::widgets::scroll::scroll;

/// The profile of a client.
#[derive(Debug)]
pub struct ClientPage {
    id: ClientId,
    /// The revision that was read.
    read_at: Option<u64>,
    client: Option<Client>,
    known: Known,
    /// The values of the record, as they are shown.
    lines: BTreeMap<Item, Line>,
    note_box: NoteBox,
    notes: Notes,
    documents: Documents,
    history: History,
    edit: Option<Edit>,
    /// The value to be changed once the present change is done.
    next: Option<Item>,
    /// The value whose pencil has the focus next, after its change.
    back_to: Option<Item>,
    /// All custom fields show, those without a value too.
    unfolded_custom: bool,
    /// The whole record of answers shows.
    unfolded_consent: bool,
    /// What stands in the field that gives categories.
    category: String,
}

impl ClientPage {
    /// The page of a client.
    pub fn new(id: ClientId, ctx: &Ctx<'_>) -> Self {
        Self {
            id,
            read_at: None,
            client: None,
            known: Known::default(),
            lines: BTreeMap::new(),
            note_box: NoteBox::read(ctx.snapshot().as_ref(), id),
            notes: Notes::default(),
            documents: Documents::default(),
            history: History::default(),
            edit: None,
            next: None,
            back_to: None,
            unfolded_custom: false,
            unfolded_consent: false,
            category: String::new(),
        }
    }

    /// Brings the page up to date with the book.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        if self.read_at == Some(ctx.revision) {
            return;
        }
        let Some(snapshot) = ctx.snapshot() else { return };
        self.client = snapshot.get::<Client>(self.id.0).ok().flatten();
        match Known::read(&snapshot, self.id) {
            Ok(known) => self.known = known,
            Err(error) => log::warn!("what belongs to a client was not read: {error}"),
        }
        self.lines = self.client.as_ref().map(|client| line::lines(ctx, client)).unwrap_or_default();
        self.history.read(&snapshot, self.id, &self.known, ctx);
        self.read_at = Some(ctx.revision);
        if self.edit.as_ref().is_some_and(Edit::is_sent) {
            self.end_edit();
        }
        self.notes.done();
        self.documents.done();
        if let (Some(item), Some(client)) = (self.next.take(), &self.client) {
            self.edit = Some(Edit::new(client, first_note(&self.known.notes), item, ctx));
            self.back_to = None;
        }
    }

    /// The change is done or left; the keyboard goes on from its pencil.
    fn end_edit(&mut self) {
        self.back_to = self.edit.take().map(|edit| edit.item());
    }

    /// Reads everything anew: in another language.
    pub fn forget(&mut self) {
        self.read_at = None;
    }

    /// Something is being changed in place: Escape belongs to it.
    pub fn is_editing(&self) -> bool {
        self.edit.is_some()
            || self.notes.is_editing()
            || self.documents.is_editing()
            || self.note_box.has_focus()
    }

    /// Puts the cursor into the note box.
    pub fn focus_note(&mut self) {
        self.note_box.focus();
    }

    /// What something dropped at this spot is attached to: the note it is dropped on, or else the client.
    pub fn drop_at(&self, spot: Option<Pos2>) -> AttachTo {
        let Some(spot) = spot else { return AttachTo::Client(self.id) };
        if self.note_box.is_at(spot) {
            return AttachTo::NewNote(self.id);
        }
        self.notes.at(spot).map_or(AttachTo::Client(self.id), |note| AttachTo::Note(self.id, note))
    }

    /// A file that was attached to the note being written is in the book.
    pub fn staged(&mut self, file: Staged) {
        self.note_box.staged(file);
    }

    /// The note that was asked for is in the book.
    pub fn noted(&mut self) {
        self.note_box.done();
    }

    /// Something was typed into the note box that is not kept yet.
    pub fn is_unkept(&self) -> bool {
        self.note_box.is_unkept()
    }

    /// Seconds until what is typed into the note box is to be kept; none if there is nothing to keep.
    pub fn keep_in(&self, seconds: f64) -> Option<f64> {
        self.note_box.keep_in(seconds)
    }

    /// What is typed into the note box, to be kept beside the books, and under which key; nothing if it is empty.
    pub fn keep(&mut self) -> (String, Option<Vec<u8>>) {
        (Self::note_key(self.id), self.note_box.keep())
    }

    /// Where what is typed into the note box of a client is kept.
    pub fn note_key(client: ClientId) -> String {
        NoteBox::key(client)
    }

    /// Whose record it is.
    pub fn id(&self) -> ClientId {
        self.id
    }

    /// What was asked for was not done: what is typed in place stays and can be kept again.
    pub fn failed(&mut self) {
        if let Some(edit) = &mut self.edit {
            edit.failed();
        }
        self.notes.failed();
        self.documents.failed();
        self.note_box.failed();
        self.next = None;
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let tokens = tokens(ui);
        let Some(client) = self.client.clone() else {
            let frame = Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(24, 16));
            CentralPanel::default().frame(frame).show(ui, |ui| {
                head::back_ui(ui, ctx, &mut actions);
                ui.add(Label::body(ctx.text.get("refused-gone")));
            });
            return actions;
        };
        let margin = Margin { left: 24, right: 24, top: 18, bottom: 0 };
        Panel::top("client-head")
            .exact_size(84.0)
            .resizable(false)
            .frame(Frame::new().fill(tokens.surface).inner_margin(margin))
            .show(ui, |ui| head::head_ui(ui, ctx, &client, &mut actions));
        CentralPanel::default().frame(Frame::new().fill(tokens.surface)).show(ui, |ui| {
            self.columns_ui(ui, ctx, &client, &mut actions);
        });
        actions
    }

    /// The two columns, scrolled as one. The main one is made first, so that Tab follows the eye.
    fn columns_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
        let area = ui.max_rect();
        let wide = ui.ctx().content_rect().width() >= size::WIDE;
        let side = if wide { size::PANEL } else { size::PANEL_NARROW };
        let split = area.right() - side;
        let ground = Rect::from_min_max(pos2(split, area.top()), area.max);
        ui.painter().rect_filled(ground, 0, tokens(ui).background);
        paint::hair_y(ui.painter(), split, ground.y_range(), tokens(ui).line);
        scroll(ui, "client", |ui| {
            let top = ui.cursor().top();
            let main = column(ui, area.left() + 24.0, top + 16.0, split - area.left() - 48.0, |ui| {
                self.main_ui(ui, ctx, client, actions);
            });
            let beside = column(ui, split + 18.0, top + 18.0, side - 36.0, |ui| {
                self.values_ui(ui, ctx, client, actions);
            });
            let height = main.max(beside) + 24.0 - top;
            ui.allocate_space(vec2(area.width(), height));
        });
    }

    /// What happens with the client.
    fn main_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 10.0;
        head::next_ui(ui, ctx, client, actions);
        let alone = self.edit.is_none() && !self.notes.is_editing();
        self.note_box.ui(ui, ctx, alone, actions);
        self.notes_ui(ui, ctx, actions);
        ui.add_space(6.0);
        ui.scope(|ui| self.documents_ui(ui, ctx, actions));
        ui.add_space(10.0);
        if self.history.ui(ui, ctx, self.id) {
            self.history.whole = true;
            self.forget();
        }
    }
}

/// A column at this place and so wide; returns where it ends.
fn column(ui: &mut Ui, left: f32, top: f32, width: f32, contents: impl FnOnce(&mut Ui)) -> f32 {
    let place = Rect::from_min_size(pos2(left, top), vec2(width, 0.0));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place));
    inside.set_width(width);
    contents(&mut inside);
    inside.min_rect().bottom()
}
