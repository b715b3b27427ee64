//! The form as a page: its head, the fields, its foot, and the panel beside them.

use egui::{CentralPanel, Frame, Margin, Panel, Rect, Ui, UiBuilder, vec2};

use super::ClientForm;
use crate::ui::action::{Action, Actions};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::menu::MenuItem;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::scroll::scroll;

impl ClientForm {
    /// Draws the form.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let tokens = tokens(ui);
        let narrow = ui.ctx().content_rect().width() < size::WIDE;
        // Foot and panel take their places first, but are filled after the fields: Tab leads from the last field to Save.
        let mut foot = Rect::ZERO;
        // In a narrow window the buttons take the width under the panel, too.
        if narrow {
            foot = foot_place(ui);
        }
        let panel = Panel::right("beside")
            .exact_size(if narrow { size::PANEL_NARROW } else { size::PANEL })
            .resizable(false)
            .frame(Frame::new().fill(tokens.background).inner_margin(Margin::same(18)))
            .show(ui, |ui| ui.max_rect())
            .inner;
        if !narrow {
            foot = foot_place(ui);
        }
        // Of the margin at the right the bar takes a part, so that nothing moves when it comes.
        let margin = Margin { left: 24, right: 8, top: 12, bottom: 0 };
        CentralPanel::default().frame(Frame::new().fill(tokens.surface).inner_margin(margin)).show(
            ui,
            |ui| {
                let air = size::FORM_ROW - size::LABEL - size::FIELD;
                ui.spacing_mut().item_spacing = vec2(size::GUTTER, 0.0);
                let width = ui.available_width() - 16.0;
                ui.scope(|ui| {
                    ui.set_max_width(width);
                    self.head_ui(ui, ctx, &mut actions);
                });
                scroll(ui, "fields", |ui| {
                    ui.set_max_width(width);
                    ui.spacing_mut().item_spacing.y = air;
                    // Room for the ring of the first control.
                    ui.add_space(4.0);
                    self.fields_ui(ui, ctx, &mut actions);
                });
            },
        );
        let inside = |ui: &mut Ui, name, place| ui.new_child(UiBuilder::new().id_salt(name).max_rect(place));
        self.foot_ui(&mut inside(ui, "foot", foot), ctx, &mut actions);
        self.panel_ui(&mut inside(ui, "panel", panel), ctx, &mut actions);
        actions
    }

    fn head_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let title = match &self.base.client {
            None => ctx.text.get("form-title-new").to_owned(),
            Some(client) => ctx.text.with("form-title-edit", &[("name", client.name().into())]),
        };
        let kept = match (&self.kept, &self.registered) {
            (Some((_, at)), _) => {
                let time = ctx.format.time(ctx.clock.local(*at).time());
                ctx.text.with("draft-kept-at", &[("time", time.into())])
            }
            (None, Some(registered)) => registered.clone(),
            (None, None) => String::new(),
        };
        ends(
            ui,
            36.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                if ui.add(IconButton::new(icons::ARROW_LEFT, ctx.text.get("action-back"))).clicked() {
                    actions.push(Action::Back);
                }
                ui.add(Label::title(&title));
            },
            |ui| {
                ui.add(Label::small(&kept).colour(tokens(ui).muted).status());
            },
        );
    }

    fn foot_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        let (close, throw_away) = ends(
            ui,
            size::BUTTON,
            |ui| {
                let close = ui.add(Button::ghost(text.get("action-close"))).clicked();
                let touched = self.has_draft() || self.is_unkept();
                (close, touched && ui.add(Button::ghost(text.get("draft-delete"))).clicked())
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                if self.base.client.is_none()
                    && ui.add(Button::plain(MenuItem::SaveAndNew.name(text))).clicked()
                {
                    actions.push(Action::Save { and_new: true });
                }
                let keys = MenuItem::Save.key_hint(text);
                if ui.add(Button::primary(MenuItem::Save.name(text)).hint(&keys)).clicked() {
                    actions.push(Action::Save { and_new: false });
                }
            },
        )
        .0;
        if close {
            actions.push(Action::Back);
        }
        if throw_away {
            actions.push(Action::DropDraft(self.number));
        }
    }
}

/// The line at the foot; its contents come later.
fn foot_place(ui: &mut Ui) -> Rect {
    Panel::bottom("foot")
        .exact_size(58.0)
        .resizable(false)
        .frame(Frame::new().fill(tokens(ui).background).inner_margin(Margin::symmetric(24, 12)))
        .show(ui, |ui| ui.max_rect())
        .inner
}
