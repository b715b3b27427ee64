//! A section that can be closed: its head, with a caret, and beside it what it holds while it is closed.

use egui::accesskit::Role;
use egui::{Id, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::paint::{self, Line};
use super::{ignore_held_keys, node, take};
use crate::ui::icons;
use crate::ui::theme::{medium, regular, size, tokens};

/// Shows the head of a section and flips `open` when it is pressed; the caller shows the contents while `open`.
pub fn disclosure(ui: &mut Ui, id: Id, label: &str, summary: &str, open: &mut bool) -> Response {
    ignore_held_keys(ui, id);
    let mut response = take(ui, vec2(ui.available_width(), size::ROW_COMPACT), Sense::click(), Some(id));
    if response.clicked() {
        *open = !*open;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    node(ui, id, |node| {
        node.set_expanded(*open);
        if !summary.is_empty() {
            node.set_description(summary);
        }
    });
    let (tokens, painter, rect) = (tokens(ui), ui.painter(), response.rect);
    let (caret, middle) = (if *open { icons::CARET_DOWN } else { icons::CARET_RIGHT }, rect.center().y);
    let ink = if response.hovered() { tokens.accent_hover } else { tokens.accent };
    paint::icon(painter, pos2(rect.left() + 6.0, middle), caret, 12.0, ink);
    let line = Line::new(label, medium(size::BODY), ink).max(rect.width() - 18.0);
    let drawn = line.centred(painter, rect.left() + 18.0, middle);
    let left = drawn.rect.right() + 12.0;
    let line = Line::new(summary, regular(size::SMALL), tokens.muted).max(rect.right() - left);
    let elided = line.centred(painter, left, middle).elided;
    paint::ring(ui, id, rect, 4);
    if elided { response.on_hover_text(summary) } else { response }
}
