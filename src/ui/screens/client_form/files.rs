//! The note, and beside it the files that come along with the client.

use egui::{Align, Layout, Rect, Ui, pos2, vec2};

use super::ClientForm;
use crate::domain::attachment::Staged;
use crate::domain::place::Place;
use crate::domain::record::Invalid;
use crate::ui::action::{Action, Actions, AttachTo};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::field::Field as TextField;
use crate::ui::widgets::label::Label;

/// So high does the note grow.
const NOTE_LINES: u8 = 8;
/// Between two files.
const GAP: f32 = 6.0;

impl ClientForm {
    /// The note over the whole width; once there are files, they share it: nothing below moves.
    pub(super) fn note_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        whole: f32,
        half: f32,
        actions: &mut Actions,
    ) {
        let any = !self.typed.attachments.is_empty();
        ui.horizontal_top(|ui| {
            let top = ui.cursor().min;
            self.note_field_ui(ui, ctx, if any { half } else { whole });
            let attach = Button::link(ctx.text.get("file-attach")).small();
            let attach = attach.id(self.field_id(Place::Attachments));
            let right = top.x + whole;
            let place = Rect::from_min_max(
                pos2(right - attach.wide(ui), top.y - 2.0),
                pos2(right, top.y - 2.0 + size::BODY_LINE),
            );
            let attach = ui.place(place, attach);
            if self.focus == Some(Place::Attachments) {
                attach.request_focus();
            }
            if attach.clicked() {
                actions.push(Action::ChooseAttachment(AttachTo::Form));
            }
            if any {
                self.files_ui(ui, ctx, half);
            }
        });
    }

    fn note_field_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, width: f32) {
        let id = self.field_id(Place::Note);
        let result = TextField::new(id, ctx.text.get("field-note"), &mut self.typed.note)
            .hint(ctx.text.get("form-note-hint"))
            .limit(Invalid::LONGEST_TEXT)
            .growing(NOTE_LINES)
            .width(width)
            .show(ui);
        self.after_field(ctx, Place::Note, &result);
    }

    fn files_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, width: f32) {
        let mut taken = None;
        ui.allocate_ui_with_layout(vec2(width, size::LABEL), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            let label = Label::small(ctx.text.get("field-attachments")).colour(tokens(ui).muted);
            ui.add(label.strong());
            ui.add_space(size::LABEL - size::SMALL_LINE + (size::FIELD - size::CHIP) / 2.0);
            ui.spacing_mut().interact_size.y = size::CHIP;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(GAP, 4.0);
                let labels: Vec<String> =
                    self.typed.attachments.iter().map(|file| sized(ctx, file)).collect();
                let tint = tokens(ui).tint(5);
                let chip = |label| Chip::tinted(label, tint).icon(icons::PAPERCLIP);
                let all: f32 = labels.iter().map(|label| chip(label).wide(ui) + GAP).sum();
                // Two of them share a row at least: in a small window each tells its size by its tooltip only.
                let tight = labels.len() > 1 && all - GAP > width;
                let most = if tight { (width - GAP) / 2.0 } else { width };
                for ((number, file), label) in self.typed.attachments.iter().enumerate().zip(&labels) {
                    let says = ctx.text.with("category-take-away", &[("name", label.as_str().into())]);
                    let label = if tight { &file.name } else { label };
                    let id = self.field_id(Place::Attachments).with((&file.sha256.0, &file.name));
                    if ui.add(chip(label).says(&says).max(most.floor()).id(id)).clicked() {
                        taken = Some(number);
                    }
                }
            });
        });
        if let Some(number) = taken {
            self.typed.attachments.remove(number);
            self.touched(ctx);
            self.focus = Some(Place::Note);
        }
    }
}

/// "contrat.pdf · 212 Ko".
fn sized(ctx: &Ctx<'_>, file: &Staged) -> String {
    let size = ctx.format.file_size(ctx.text, file.size);
    ctx.text.with("form-file", &[("name", file.name.as_str().into()), ("size", size.into())])
}
