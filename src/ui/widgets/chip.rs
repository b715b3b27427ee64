//! Chips: a filter that can be chosen, a filter that is set, a category given; all fully round.

use egui::accesskit::Role;
use egui::{Color32, FontId, Id, Response, Sense, Stroke, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint::{self, Line};
use super::{ignore_held_keys, node, take};
use crate::ui::icons;
use crate::ui::theme::{Tint, medium, size, tokens};

/// As high as a chip in a row of buttons.
const TALL: f32 = 28.0;
/// What the sign takes.
const SIGN: f32 = 16.0;

#[derive(Clone, Copy)]
enum Kind {
    /// Opens a list.
    Choice,
    /// Set; a click takes it off.
    Set,
    /// A category in a field; a click takes it off.
    Tinted(Tint),
    /// A suggestion; a click takes it up.
    Suggested,
}

/// A chip: one button whose sign (a caret, a cross, a plus) tells what a click does.
#[must_use = "shown by `ui.add`"]
pub struct Chip<'a> {
    kind: Kind,
    label: &'a str,
    says: Option<&'a str>,
    id: Option<Id>,
    icon: Option<&'a str>,
    max: f32,
    tall: bool,
}

impl<'a> Chip<'a> {
    /// A filter with a list below it: a caret.
    pub fn choice(label: &'a str) -> Self {
        Self { kind: Kind::Choice, label, says: None, id: None, icon: None, max: f32::INFINITY, tall: false }
    }

    /// A filter that holds: a cross, a click removes it.
    pub fn set(label: &'a str) -> Self {
        Self { kind: Kind::Set, label, says: None, id: None, icon: None, max: f32::INFINITY, tall: false }
    }

    /// A category that was given: a cross, a click removes it.
    pub fn tinted(label: &'a str, tint: Tint) -> Self {
        Self {
            kind: Kind::Tinted(tint),
            label,
            says: None,
            id: None,
            icon: None,
            max: f32::INFINITY,
            tall: false,
        }
    }

    /// A proposal: a plus, a click takes it up.
    pub fn suggested(label: &'a str) -> Self {
        Self {
            kind: Kind::Suggested,
            label,
            says: None,
            id: None,
            icon: None,
            max: f32::INFINITY,
            tall: false,
        }
    }

    /// What a click does, as tooltip and for readers: "Remove this filter".
    pub fn says(mut self, says: &'a str) -> Self {
        self.says = Some(says);
        self
    }

    /// A sign before the label.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// At most this wide: a longer label is cut, and told whole by the tooltip.
    pub fn max(mut self, width: f32) -> Self {
        self.max = width;
        self
    }

    /// As high as a filter, beside which it stands.
    pub fn tall(mut self) -> Self {
        self.tall = true;
        self
    }

    /// How wide it will be, to place it.
    pub fn wide(&self, ui: &Ui) -> f32 {
        let (_, padding, font) = self.sizes();
        (paint::width(ui, self.label, font) + 2.0 * padding + SIGN + self.before_label()).ceil().min(self.max)
    }

    fn before_label(&self) -> f32 {
        if self.icon.is_some() { SIGN } else { 0.0 }
    }

    /// Height, padding and font.
    fn sizes(&self) -> (f32, f32, FontId) {
        match self.kind {
            Kind::Tinted(_) | Kind::Suggested if !self.tall => (size::CHIP, 9.0, medium(size::SMALL)),
            _ => (TALL, 12.0, medium(size::BODY)),
        }
    }

    /// A lasting id.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = tokens(ui);
        let (fill, under_pointer, ink, line, sign) = match self.kind {
            Kind::Choice => {
                (tokens.surface, tokens.hover, tokens.text, tokens.line_strong, icons::CARET_DOWN)
            }
            Kind::Set => {
                let (ground, ink) = (tokens.selection.ground, tokens.selection.ink);
                (ground, ground, ink, tokens.accent_line, icons::X)
            }
            Kind::Tinted(tint) => (tint.ground, tint.ground, tint.ink, Color32::TRANSPARENT, icons::X),
            Kind::Suggested => (tokens.surface, tokens.hover, tokens.muted, tokens.line, icons::PLUS),
        };
        let (high, padding, font) = self.sizes();
        let wide = self.wide(ui);
        // Half a point of grace: the width was rounded.
        let label =
            Line::new(self.label, font, ink).max(wide - 2.0 * padding - SIGN - self.before_label() + 0.5);
        ignore_held_keys(ui, self.id.unwrap_or_else(|| ui.next_auto_id()));
        let response = take(ui, vec2(wide, high), Sense::click(), self.id);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.label));
        node(ui, response.id, |node| {
            if let Some(says) = self.says {
                node.set_description(says);
            }
            if matches!(self.kind, Kind::Choice) {
                node.set_has_popup(egui::accesskit::HasPopup::Menu);
            }
        });
        let (rect, painter) = (response.rect, ui.painter());
        let border =
            if line == Color32::TRANSPARENT { Stroke::NONE } else { paint::stroke(painter, 1.0, line) };
        let corner = if high < TALL { 11 } else { 14 };
        paint::boxed(painter, rect, corner, if response.hovered() { under_pointer } else { fill }, border);
        if let Some(icon) = self.icon {
            paint::icon(painter, pos2(rect.left() + padding + 5.0, rect.center().y), icon, 12.0, ink);
        }
        let left = rect.left() + padding + self.before_label();
        let elided = label.centred(painter, left, rect.center().y).elided;
        let centre = pos2(rect.right() - padding - 5.0, rect.center().y);
        let sign_ink = if matches!(self.kind, Kind::Choice) { tokens.muted } else { ink };
        paint::icon(painter, centre, sign, 12.0, sign_ink);
        paint::ring(ui, response.id, rect, corner);
        match self.says {
            Some(says) if elided => response.on_hover_text(self.label).on_hover_text(says),
            Some(says) => response.on_hover_text(says),
            None if elided => response.on_hover_text(self.label),
            None => response,
        }
    }
}
