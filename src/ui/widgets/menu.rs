//! A menu that opens under a button: arrows move in it, Enter chooses, Escape closes it and goes back to the button.

use egui::accesskit::{HasPopup, Role};
use egui::{
    Align2, Color32, Id, Popup, PopupCloseBehavior, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::paint::{self, Line};
use super::{ignore_held_keys, keycap, node, take};
use crate::ui::theme::{regular, size, tokens};

const ROW: f32 = 32.0;

/// An entry of a menu.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    label: &'a str,
    icon: Option<&'a str>,
    keys: Option<&'a str>,
    danger: bool,
    enabled: bool,
    checked: Option<bool>,
}

impl<'a> Entry<'a> {
    /// An entry that can be chosen.
    pub fn new(label: &'a str) -> Self {
        Self { label, icon: None, keys: None, danger: false, enabled: true, checked: None }
    }

    /// An icon before its label.
    #[must_use]
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Its shortcut, at the right.
    #[must_use]
    pub fn keys(mut self, keys: &'a str) -> Self {
        self.keys = Some(keys);
        self
    }

    /// It destroys something.
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// Whether it can be chosen now.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// One that is on or off: a tick, and a menu that stays open when it is chosen.
    #[must_use]
    pub fn checked(mut self, on: bool) -> Self {
        self.checked = Some(on);
        self
    }
}

/// Shows the menu of `opener` when that was clicked, until something is chosen; returns the number of the entry that was.
pub fn menu(ui: &Ui, opener: &Response, name: &str, entries: &[Entry<'_>]) -> Option<usize> {
    let id = Popup::default_response_id(opener);
    let chosen = under(ui, opener, name, || {
        let wide = entries.iter().map(|entry| width(ui, entry)).fold(160.0, f32::max);
        let rows = move |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut chosen = None;
            for (number, entry) in entries.iter().enumerate() {
                let response = row(ui, id.with(number), entry);
                if response.clicked() {
                    chosen = Some(number);
                    if entry.checked.is_none() {
                        ui.close();
                    }
                }
            }
            chosen
        };
        (wide, rows)
    });
    chosen.flatten()
}

/// Shows something under its button from a click on that until one clicks beside it or leaves it by Escape. How wide it is
/// and what is in it is asked for only then: pages have many that are closed.
pub(super) fn under<R, C: FnOnce(&mut Ui) -> R>(
    ui: &Ui,
    opener: &Response,
    name: &str,
    contents: impl FnOnce() -> (f32, C),
) -> Option<R> {
    let id = Popup::default_response_id(opener);
    let before = Popup::is_id_open(ui.ctx(), id);
    let shown = (before || opener.clicked()).then(contents).and_then(|(wide, contents)| {
        // An entry closes it itself; left to egui, one with a tick would close it too.
        let popup = Popup::menu(opener)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(name)
            .gap(4.0)
            .width(wide);
        popup.show(|ui| {
            ui.set_width(wide);
            contents(ui)
        })
    });
    let open = Popup::is_id_open(ui.ctx(), id);
    node(ui, opener.id, |node| {
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(open);
    });
    if before && !open {
        ui.memory_mut(|memory| memory.request_focus(opener.id));
    }
    shown.map(|shown| shown.inner)
}

fn width(ui: &Ui, entry: &Entry<'_>) -> f32 {
    let keys = entry.keys.map_or(0.0, |keys| 16.0 + keycap::width(ui, keys));
    let sign = if entry.icon.is_some() || entry.checked.is_some() { 26.0 } else { 0.0 };
    (paint::width(ui, entry.label, regular(size::BODY)) + keys + sign + 20.0).ceil()
}

fn row(ui: &mut Ui, id: Id, entry: &Entry<'_>) -> Response {
    ignore_held_keys(ui, id);
    let sense = if entry.enabled { Sense::click() } else { Sense::hover() };
    let response = take(ui, vec2(ui.available_width(), ROW), sense, Some(id));
    let role = if entry.checked.is_some() { Role::MenuItemCheckBox } else { Role::MenuItem };
    response.widget_info(|| match entry.checked {
        Some(on) => WidgetInfo::selected(role, entry.enabled, on, entry.label),
        None => WidgetInfo::labeled(role, entry.enabled, entry.label),
    });
    if let Some(keys) = entry.keys {
        node(ui, id, |node| node.set_keyboard_shortcut(keys));
    }
    let (tokens, painter, rect) = (tokens(ui), ui.painter(), response.rect);
    let focused = ui.memory(|memory| memory.has_focus(id));
    let on = entry.enabled && (response.hovered() || focused);
    let ink = match (entry.enabled, entry.danger) {
        (false, _) => tokens.faint,
        (true, true) => tokens.danger.ink,
        (true, false) => tokens.text,
    };
    let fill = if on { tokens.selection.ground } else { Color32::TRANSPARENT };
    paint::boxed(painter, rect, 6, fill, Stroke::NONE);
    let middle = rect.center().y;
    let sign = match entry.checked {
        Some(true) => Some(crate::ui::icons::CHECK),
        Some(false) => None,
        None => entry.icon,
    };
    let mut left = rect.left() + 10.0;
    if let Some(sign) = sign {
        paint::icon(painter, pos2(left + 8.0, middle), sign, 16.0, ink);
    }
    if entry.icon.is_some() || entry.checked.is_some() {
        left += 26.0;
    }
    Line::new(entry.label, regular(size::BODY), ink).centred(painter, left, middle);
    if let Some(keys) = entry.keys {
        let right = Align2::RIGHT_CENTER.pos_in_rect(&rect) - vec2(10.0, 0.0);
        keycap::keycap(ui, right, keys, false);
    }
    response
}
