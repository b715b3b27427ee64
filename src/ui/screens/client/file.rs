//! A file that is kept with a client, on one line: its name opens it; it is saved elsewhere, renamed, deleted beside it.

use egui::{Id, Ui, vec2};

use super::press;
use crate::domain::attachment::Attachment;
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::theme::{regular, size, tokens};
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint;

/// What was asked of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Open,
    Save,
    Rename,
    Delete,
}

/// A file on a line.
pub(super) struct FileLine<'a> {
    pub(super) file: &'a Attachment,
    /// What stands behind its name: size, day, note.
    pub(super) about: &'a str,
    pub(super) icon: &'a str,
    /// Where it stands: the same file may be on the page twice.
    pub(super) id: Id,
}

impl FileLine<'_> {
    pub(super) fn ui(&self, ui: &mut Ui, ctx: &Ctx<'_>) -> Option<Asked> {
        let (text, muted) = (ctx.text, tokens(ui).muted);
        let name = self.file.name.as_str();
        let mut asked = None;
        let about = paint::width(ui, self.about, regular(size::SMALL)).ceil();
        let (opened, ()) = ends(
            ui,
            28.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let (_, sign) = ui.allocate_space(vec2(16.0, 16.0));
                paint::icon(ui.painter(), sign.center(), self.icon, 16.0, muted);
                // The name gives way first, but never to nothing.
                let room = (ui.available_width() - about - 8.0).max(ui.available_width() * 0.4);
                let opened = press::line(ui, self.id.with("open"), name, room).clicked();
                ui.add(Label::small(self.about).colour(muted));
                opened
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let says = text.with("file-save", &[("name", name.into())]);
                let save = IconButton::new(icons::DOWNLOAD_SIMPLE, &says).small().id(self.id.with("save"));
                if ui.add(save).clicked() {
                    asked = Some(Asked::Save);
                }
                let says = text.with("record-more-of", &[("field", name.into())]);
                let more = IconButton::new(icons::DOTS_THREE, &says).small().id(self.id.with("more"));
                let more = ui.add(more);
                let entries = [
                    Entry::new(text.get("file-rename")).icon(icons::PENCIL_SIMPLE),
                    Entry::new(text.get("action-delete")).icon(icons::TRASH).danger(),
                ];
                match menu(ui, &more, &says, &entries) {
                    Some(0) => asked = Some(Asked::Rename),
                    Some(_) => asked = Some(Asked::Delete),
                    None => {}
                }
            },
        );
        if opened { Some(Asked::Open) } else { asked }
    }
}
