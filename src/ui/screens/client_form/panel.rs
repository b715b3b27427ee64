//! The quiet panel beside the fields: likely duplicates, and what to check.

use egui::{Ui, vec2};

use super::ClientForm;
use crate::domain::doubt::{Doubt, Reason};
use crate::domain::review::Twin;
use crate::text;
use crate::ui::action::{Action, Actions, Typing};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::avatar::Avatar;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::card;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;
use crate::ui::widgets::scroll::scroll;

impl ClientForm {
    pub(super) fn panel_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        scroll(ui, "panel", |ui| {
            self.parted_ui(ui, ctx, actions);
            for twin in self.said.twins.iter().take(3) {
                twin_ui(ui, ctx, actions, twin);
                ui.add_space(6.0);
            }
            if !self.said.doubts.is_empty() {
                card(ui, ctx.text.get("form-points"), |ui| {
                    for doubt in &self.said.doubts {
                        doubt_ui(ui, ctx, actions, doubt);
                    }
                });
                ui.add_space(6.0);
            }
            self.method_ui(ui, ctx, actions);
        });
    }
}

/// A likely duplicate, with what can be said of it.
fn twin_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions, twin: &Twin) {
    let text = ctx.text;
    card(ui, text.get("duplicate-title"), |ui| {
        ui.horizontal(|ui| {
            ui.add(Avatar::small(&twin.name, twin.id.0));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(Label::body(&twin.name).strong());
                ui.add(Label::small(&twin_line(ctx, twin)).colour(tokens(ui).muted));
            });
        });
        // Side by side if there is room.
        ui.spacing_mut().interact_size.y = size::ROW_COMPACT;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if ui.add(Button::plain(text.get("duplicate-open")).small()).clicked() {
                actions.push(Action::Show(twin.id));
            }
            if ui.add(Button::ghost(text.get("duplicate-distinct")).small()).clicked() {
                actions.push(Action::Typed(Typing::Distinguish(twin.id)));
            }
        });
    });
}

/// "Paris · même téléphone · archivé".
fn twin_line(ctx: &Ctx<'_>, twin: &Twin) -> String {
    let mut parts = vec![twin.city.as_str(), text::likeness(ctx.text, twin.likeness)];
    if twin.archived {
        parts.push(ctx.text.get("duplicate-archived"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// A doubt in a sentence, with its repair.
fn doubt_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions, doubt: &Doubt) {
    let sentence = text::doubt(ctx.text, ctx.setup, doubt);
    let ink = tokens(ui).warning.ink;
    ui.horizontal_top(|ui| {
        let (_, rect) = ui.allocate_space(vec2(18.0, 20.0));
        paint::icon(ui.painter(), rect.center(), icons::WARNING, 16.0, ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add(Label::body(&sentence.full).wrap());
            let meant = match &doubt.reason {
                Reason::EmailTypo(meant) => Some(meant),
                _ => None,
            };
            if doubt.reason.can_be_kept() {
                ui.spacing_mut().interact_size.y = size::BODY_LINE;
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(14.0, 2.0);
                    if let Some(meant) = meant
                        && ui.add(Button::link(ctx.text.get("action-correct"))).clicked()
                    {
                        actions.push(Action::Typed(Typing::Correct(doubt.place, meant.clone())));
                    }
                    if ui.add(Button::link(ctx.text.get("action-keep-anyway"))).clicked() {
                        actions.push(Action::Typed(Typing::Keep(doubt.place)));
                    }
                });
            }
        });
    });
}
