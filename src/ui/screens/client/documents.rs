//! The files kept with the client, the newest first.

use egui::{Id, Key, Modifiers, Ui};

use super::ClientPage;
use super::file::{Asked, FileLine};
use super::note_card::heading;
use super::notes::MORE;
use crate::domain::attachment::Attachment;
use crate::domain::command::{AttachmentCommand, Command};
use crate::ui::action::{Action, Actions, AttachTo, Then};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::ends::{ends, row};
use crate::ui::widgets::field::{Field, Left};
use crate::ui::widgets::label::Label;

/// How the files are shown.
#[derive(Debug)]
pub(super) struct Documents {
    /// So many, until more are asked for.
    most: usize,
    rename: Option<Rename>,
}

impl Default for Documents {
    fn default() -> Self {
        Self { most: Self::FIRST, rename: None }
    }
}

/// A file that gets another name.
#[derive(Debug)]
struct Rename {
    before: Attachment,
    name: String,
    /// The cursor goes into it in the next pass.
    focus: bool,
    sent: bool,
}

impl Documents {
    /// So many are shown at first.
    const FIRST: usize = 12;

    /// A name is being typed: Escape belongs to it.
    pub(super) fn is_editing(&self) -> bool {
        self.rename.is_some()
    }

    /// The change is done.
    pub(super) fn done(&mut self) {
        self.rename.take_if(|rename| rename.sent);
    }

    /// It was not done: what is typed stays.
    pub(super) fn failed(&mut self) {
        if let Some(rename) = &mut self.rename {
            rename.sent = false;
        }
    }
}

impl ClientPage {
    pub(super) fn documents_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        let id = Id::unique(("client", self.id, "files"));
        let (_, attach) = ends(
            ui,
            size::ROW_COMPACT,
            |ui| ui.add(Label::section(text.get("record-documents"))),
            |ui| {
                let attach = Button::ghost(text.get("file-attach")).small().icon(icons::PAPERCLIP);
                ui.add(attach.id(id.with("attach"))).clicked()
            },
        );
        if attach {
            actions.push(Action::ChooseAttachment(AttachTo::Client(self.id)));
        }
        ui.spacing_mut().item_spacing.y = 2.0;
        let shown = self.known.attachments.len().min(self.documents.most);
        let mut asked = None;
        for file in self.known.attachments.iter().take(shown) {
            if let Some(rename) = self.documents.rename.as_mut().filter(|rename| rename.before.id == file.id)
            {
                match rename.ui(ui, ctx) {
                    Some(true) => rename.save(actions),
                    Some(false) => self.documents.rename = None,
                    None => {}
                }
                continue;
            }
            let mut about = vec![
                ctx.format.file_size(text, file.size),
                ctx.format.day(text, ctx.clock.local(file.added).date(), ctx.clock.today()),
            ];
            let note = file.note.and_then(|note| self.known.note(note));
            about.extend(note.map(|note| heading(ctx, note)));
            let about = about.join(" · ");
            let line = FileLine { file, about: &about, icon: icons::FILE, id: id.with(file.id) };
            asked = line.ui(ui, ctx).map(|what| (file.clone(), what)).or(asked);
        }
        let left = self.known.attachments.len().saturating_sub(shown);
        if left > 0 {
            let more = text.with("record-more", &[("n", left.into())]);
            if ui.add(Button::link(&more).id(id.with("more"))).clicked() {
                self.documents.most = self.documents.most.saturating_add(MORE);
            }
        }
        if let Some((file, what)) = asked {
            self.do_with_file(file, what, actions);
        }
    }

    /// Does what was asked of a file, here or on its note.
    pub(super) fn do_with_file(&mut self, file: Attachment, what: Asked, actions: &mut Actions) {
        match what {
            Asked::Open => actions.push(Action::OpenAttachment(file.id)),
            Asked::Save => actions.push(Action::SaveAttachment(file.id)),
            Asked::Rename => {
                // It is renamed in the list of all files: it must be in view there.
                let place = self.known.attachments.iter().position(|one| one.id == file.id);
                self.documents.most =
                    self.documents.most.max(place.map_or(0, |place| place.saturating_add(1)));
                let name = file.name.clone();
                self.documents.rename = Some(Rename { before: file, name, focus: true, sent: false });
            }
            Asked::Delete => {
                let command = Command::Attachment(AttachmentCommand::Delete(file.id));
                actions.push(Action::Run(Box::new(command), Then::Tell));
            }
        }
    }
}

impl Rename {
    /// Draws the field; true to keep the name, false to leave it as it was.
    fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Option<bool> {
        let text = ctx.text;
        let id = Id::unique(("rename", self.before.id));
        let escaped =
            ui.is_enabled() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if std::mem::take(&mut self.focus) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        row(ui, size::FIELD, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let save = Button::plain(text.get("action-save")).id(id.with("save"));
            let cancel = Button::ghost(text.get("action-cancel")).id(id.with("cancel"));
            let room = ui.available_width() - save.wide(ui) - cancel.wide(ui) - 16.0;
            let field = Field::new(id, text.get("file-name"), &mut self.name).label_hidden();
            let field = field.limit(Attachment::LONGEST).width(room).show(ui);
            let save = ui.add(save).clicked() || field.left == Some(Left::Enter);
            let cancel = ui.add(cancel).clicked() || escaped;
            match (cancel, save) {
                (true, _) => Some(false),
                (false, true) => Some(true),
                (false, false) => None,
            }
        })
    }

    fn save(&mut self, actions: &mut Actions) {
        if self.sent {
            return;
        }
        self.sent = true;
        let command = AttachmentCommand::Rename { before: self.before.clone(), name: self.name.clone() };
        actions.push(Action::Run(Box::new(Command::Attachment(command)), Then::Tell));
    }
}
