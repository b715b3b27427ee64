//! Buttons. One primary button a page, at the right end; the others are plain, ghosts or links.

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Id, Rect, Response, Sense, Stroke, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint::{self, Line};
use super::{ignore_held_keys, keycap, node, take};
use crate::ui::theme::{Tokens, medium, semibold, size, tokens};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Plain,
    Ghost,
    Danger,
    Link,
}

/// A button; its label is its accessible name, and its id comes from its place unless [`id`](Self::id) gives one.
#[must_use = "shown by `ui.add`"]
pub struct Button<'a> {
    kind: Kind,
    label: &'a str,
    icon: Option<&'a str>,
    hint: Option<&'a str>,
    enabled: bool,
    small: bool,
    width: Option<f32>,
    max: f32,
    id: Option<Id>,
}

/// What a button is painted with.
struct Paint {
    fill: Color32,
    ink: Color32,
    line: Color32,
}

impl<'a> Button<'a> {
    fn new(kind: Kind, label: &'a str) -> Self {
        let (icon, hint, width, id) = (None, None, None, None);
        Self { kind, label, icon, hint, enabled: true, small: false, width, max: f32::INFINITY, id }
    }

    /// The page's one main button.
    pub fn primary(label: &'a str) -> Self {
        Self::new(Kind::Primary, label)
    }

    /// A bordered button.
    pub fn plain(label: &'a str) -> Self {
        Self::new(Kind::Plain, label)
    }

    /// A button without ground or border.
    pub fn ghost(label: &'a str) -> Self {
        Self::new(Kind::Ghost, label)
    }

    /// A main button that destroys.
    pub fn danger(label: &'a str) -> Self {
        Self::new(Kind::Danger, label)
    }

    /// An action in a line of text.
    pub fn link(label: &'a str) -> Self {
        Self::new(Kind::Link, label)
    }

    /// An icon before the label.
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Its shortcut, drawn as a cap and told to readers; no part of the name.
    pub fn hint(mut self, keys: &'a str) -> Self {
        self.hint = Some(keys);
        self
    }

    /// Whether it can be pressed; a disabled one is faint and no Tab stop.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// 28 points high instead of 32, as in a card; a link in small type.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Exactly this wide, whatever the label.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// At most this wide: a longer label is cut, and told whole by the tooltip.
    pub fn max(mut self, width: f32) -> Self {
        self.max = width;
        self
    }

    /// A lasting id, to give it the focus or where the buttons before it come and go.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// How wide it will be, to place several of them.
    pub fn wide(&self, ui: &Ui) -> f32 {
        self.width.unwrap_or_else(|| (self.content_width(ui) + 2.0 * self.padding()).ceil()).min(self.max)
    }

    fn padding(&self) -> f32 {
        match self.kind {
            Kind::Link => 0.0,
            _ if self.small => 10.0,
            _ => 14.0,
        }
    }

    fn height(&self) -> f32 {
        match self.kind {
            Kind::Link => size::BODY_LINE,
            _ if self.small => size::ROW_COMPACT,
            _ => size::BUTTON,
        }
    }

    fn line(&self, ink: Color32) -> Line<'a> {
        let main = matches!(self.kind, Kind::Primary | Kind::Danger);
        let font = match self.kind {
            _ if main => semibold(size::BODY),
            Kind::Link if self.small => medium(size::SMALL),
            _ => medium(size::BODY),
        };
        Line::new(self.label, font, ink)
    }

    fn before_label(&self) -> f32 {
        if self.icon.is_some() { 22.0 } else { 0.0 }
    }

    fn content_width(&self, ui: &Ui) -> f32 {
        let label = self.line(Color32::PLACEHOLDER).galley(ui.painter()).size().x;
        let hint = self.hint.map_or(0.0, |keys| 8.0 + keycap::width(ui, keys));
        label + self.before_label() + hint
    }

    fn paint(&self, tokens: &Tokens, hovered: bool) -> Paint {
        let none = Color32::TRANSPARENT;
        if !self.enabled {
            let filled = matches!(self.kind, Kind::Primary | Kind::Danger);
            let fill = if filled { tokens.sunken } else { none };
            let line = if self.kind == Kind::Plain { tokens.line } else { none };
            return Paint { fill, ink: tokens.faint, line };
        }
        let (fill, under_pointer, ink, line) = match self.kind {
            Kind::Primary => (tokens.accent, tokens.accent_hover, tokens.on_accent, none),
            Kind::Plain => (tokens.raised, tokens.hover, tokens.text, tokens.line_strong),
            Kind::Ghost => (none, tokens.hover, tokens.muted, none),
            Kind::Danger => (tokens.danger.ink, tokens.danger_hover, tokens.on_danger, none),
            Kind::Link => (none, none, tokens.accent, none),
        };
        Paint { fill: if hovered { under_pointer } else { fill }, ink, line }
    }

    /// Draws it; true if its label was cut.
    fn draw(&self, ui: &Ui, rect: Rect, hovered: bool) -> bool {
        let tokens = tokens(ui);
        let paint = self.paint(tokens, hovered);
        let painter = ui.painter();
        let border = if paint.line == Color32::TRANSPARENT {
            Stroke::NONE
        } else {
            paint::stroke(painter, 1.0, paint.line)
        };
        paint::boxed(painter, rect, size::CORNER, paint.fill, border);
        let middle = rect.center().y;
        // A button made wider than it needs keeps its contents in the middle.
        let spare = (rect.width() - self.content_width(ui) - 2.0 * self.padding()).max(0.0);
        let mut left = rect.left() + self.padding() + if self.width.is_some() { spare / 2.0 } else { 0.0 };
        if let Some(icon) = self.icon {
            paint::icon(painter, pos2(left + 7.0, middle), icon, 16.0, paint.ink);
            left += self.before_label();
        }
        let mut line = self.line(paint.ink);
        if self.max.is_finite() {
            // Half a point of grace: the width was rounded.
            line = line.max(rect.right() - self.padding() - left + 0.5);
        }
        let drawn = line.centred(painter, left, middle);
        if let Some(keys) = self.hint {
            let right = pos2(drawn.rect.right() + 8.0 + keycap::width(ui, keys), middle);
            keycap::keycap(ui, right, keys, self.enabled && self.kind == Kind::Primary);
        }
        if self.kind == Kind::Link && hovered {
            paint::hair_x(painter, drawn.rect.x_range(), drawn.rect.bottom() - 1.0, paint.ink);
        }
        drawn.elided
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let wide = self.wide(ui);
        let id = self.id.unwrap_or_else(|| ui.next_auto_id());
        ignore_held_keys(ui, id);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let response = take(ui, vec2(wide, self.height()), sense, self.id);
        response.widget_info(|| {
            let enabled = self.enabled && ui.is_enabled();
            WidgetInfo::labeled(Role::Button, enabled, self.label)
        });
        if let Some(keys) = self.hint {
            node(ui, response.id, |node| node.set_keyboard_shortcut(keys));
        }
        let mut cut = false;
        if ui.is_rect_visible(response.rect) {
            cut = self.draw(ui, response.rect, self.enabled && response.hovered());
            paint::ring(ui, response.id, response.rect, size::CORNER);
        }
        let response = if cut { response.on_hover_text(self.label) } else { response };
        if self.kind == Kind::Link && self.enabled {
            response.on_hover_cursor(CursorIcon::PointingHand)
        } else {
            response
        }
    }
}

/// A square button that shows an icon only; its name is also its tooltip.
#[must_use = "shown by `ui.add`"]
pub struct IconButton<'a> {
    icon: &'a str,
    name: &'a str,
    hint: Option<&'a str>,
    bordered: bool,
    small: bool,
    enabled: bool,
    id: Option<Id>,
}

impl<'a> IconButton<'a> {
    /// A button without border: back, clear, close.
    pub fn new(icon: &'a str, name: &'a str) -> Self {
        Self { icon, name, hint: None, bordered: false, small: false, enabled: true, id: None }
    }

    /// With a border, as beside plain buttons.
    pub fn bordered(mut self) -> Self {
        self.bordered = true;
        self
    }

    /// 24 points instead of 32.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// Its shortcut, told in the tooltip and to readers.
    pub fn hint(mut self, keys: &'a str) -> Self {
        self.hint = Some(keys);
        self
    }

    /// Whether it can be pressed.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// A lasting id.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let side = if self.small { 24.0 } else { size::BUTTON };
        let id = self.id.unwrap_or_else(|| ui.next_auto_id());
        ignore_held_keys(ui, id);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let response = take(ui, vec2(side, side), sense, self.id);
        response.widget_info(|| {
            let enabled = self.enabled && ui.is_enabled();
            WidgetInfo::labeled(Role::Button, enabled, self.name)
        });
        if let Some(keys) = self.hint {
            node(ui, response.id, |node| node.set_keyboard_shortcut(keys));
        }
        let (tokens, painter) = (tokens(ui), ui.painter());
        let hovered = self.enabled && response.hovered();
        let fill = if hovered { tokens.hover } else { Color32::TRANSPARENT };
        let line = if self.bordered { paint::stroke(painter, 1.0, tokens.line_strong) } else { Stroke::NONE };
        paint::boxed(painter, response.rect, size::CORNER, fill, line);
        let ink = match (self.enabled, hovered) {
            (false, _) => tokens.faint,
            (true, true) => tokens.text,
            (true, false) => tokens.muted,
        };
        paint::icon(painter, response.rect.center(), self.icon, 16.0, ink);
        paint::ring(ui, response.id, response.rect, size::CORNER);
        match self.hint {
            Some(keys) => response.on_hover_text(format!("{} ({keys})", self.name)),
            None => response.on_hover_text(self.name),
        }
    }
}
