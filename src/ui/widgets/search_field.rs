//! The search field: a magnifier, what is sought, a cross that clears it, and while it is empty the key that leads to it.

use egui::accesskit::Role;
use egui::{Id, Rect, Sense, Ui, pos2, vec2};

use super::button::IconButton;
use super::field::{Edit, FieldResponse};
use super::{keycap, node, paint, take};
use crate::ui::icons;
use crate::ui::theme::tokens;

const HEIGHT: f32 = 34.0;

/// A search field; its name is told to readers, its hint is drawn.
#[must_use = "shown by `show`"]
pub struct SearchField<'a> {
    id: Id,
    name: &'a str,
    text: &'a mut String,
    hint: &'a str,
    keys: Option<&'a str>,
    clear: &'a str,
    width: f32,
}

impl<'a> SearchField<'a> {
    /// A search field; `clear` names the cross.
    pub fn new(id: Id, name: &'a str, clear: &'a str, text: &'a mut String) -> Self {
        Self { id, name, text, hint: name, keys: None, clear, width: 420.0 }
    }

    /// What the empty field says; the name, unless told otherwise.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// The shortcut that leads here, drawn while it is empty.
    pub fn keys(mut self, keys: &'a str) -> Self {
        self.keys = Some(keys);
        self
    }

    /// Exactly this wide; 420 points unless told otherwise.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows it; cleared by the cross, it has `changed` and keeps the focus.
    pub fn show(self, ui: &mut Ui) -> FieldResponse {
        let whole = take(ui, vec2(self.width, HEIGHT), Sense::hover(), Some(self.id.with("whole")));
        let rect = whole.rect;
        let tokens = tokens(ui);
        // As much at the right as cross or cap may need, so that the text's room does not change.
        let cap = self.keys.map_or(0.0, |keys| keycap::width(ui, keys));
        let mut result = Edit {
            id: self.id,
            text: self.text,
            hint: self.hint,
            limit: 200,
            lines: None,
            keeps_escape: false,
            border: tokens.line_strong,
            left: 34.0,
            right: cap.max(20.0) + 16.0,
        }
        .show(ui, rect);
        let middle = rect.center().y;
        paint::icon(
            ui.painter(),
            pos2(rect.left() + 19.0, middle),
            icons::MAGNIFYING_GLASS,
            16.0,
            tokens.muted,
        );
        node(ui, self.id, |node| {
            node.set_role(Role::SearchInput);
            node.set_label(self.name);
            if let Some(keys) = self.keys {
                node.set_keyboard_shortcut(keys);
            }
        });
        if !self.text.is_empty() {
            let place = Rect::from_center_size(pos2(rect.right() - 18.0, middle), vec2(24.0, 24.0));
            let button = IconButton::new(icons::X, self.clear).small().id(self.id.with("clear"));
            if ui.place(place, button).clicked() {
                self.text.clear();
                result.changed = true;
                ui.memory_mut(|memory| memory.request_focus(self.id));
            }
        } else if let Some(keys) = self.keys {
            keycap::keycap(ui, pos2(rect.right() - 10.0, middle), keys, false);
        }
        result
    }
}
