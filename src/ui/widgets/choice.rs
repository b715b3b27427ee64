//! One of several things: a button that shows what is chosen, with the list below it. Of many one looks for some by typing,
//! and Enter takes the first of them.

use egui::accesskit::Role;
use egui::{Id, Popup, Response, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::field::{Field, Left};
use super::menu::under;
use super::paint::{self, Line};
use super::{ignore_held_keys, node, take};
use crate::ui::icons;
use crate::ui::theme::{regular, size, tokens};

const ROW: f32 = 28.0;
/// The most of a list that shows without scrolling, in points.
const TALL: f32 = 300.0;
/// So many entries are looked through at a glance; of more one looks for some.
const FEW: usize = 12;
/// As high as a field in a table.
const HIGH: f32 = 28.0;

/// A button with a list of which one is chosen.
#[must_use = "shown by `show`"]
pub struct Choice<'a> {
    id: Id,
    name: &'a str,
    shown: &'a str,
    width: f32,
    high: f32,
    find: &'a str,
}

impl<'a> Choice<'a> {
    /// Called `name` by readers; `shown` is what is chosen.
    pub fn new(id: Id, name: &'a str, shown: &'a str) -> Self {
        Self { id, name, shown, width: 190.0, high: HIGH, find: name }
    }

    /// How wide the button is.
    pub fn width(mut self, points: f32) -> Self {
        self.width = points;
        self
    }

    /// As high as a field of a form.
    pub fn tall(mut self) -> Self {
        self.high = size::FIELD;
        self
    }

    /// What the field for looking is called.
    pub fn find(mut self, name: &'a str) -> Self {
        self.find = name;
        self
    }

    /// Shows it; returns the number of the entry that was taken. The entries are asked for when the list opens, with the
    /// number of the one that holds; `is_like` says whether an entry is looked for.
    pub fn show(
        self,
        ui: &mut Ui,
        entries: impl FnOnce() -> (Vec<String>, Option<usize>),
        is_like: fn(&str, &str) -> bool,
    ) -> Option<usize> {
        let opener = self.button(ui);
        let key = opener.id.with("typed");
        let opened = opener.clicked();
        if opened {
            ui.data_mut(|data| data.remove::<String>(key));
        }
        let wide = self.width.max(230.0);
        let taken = under(ui, &opener, self.name, || {
            let (entries, on) = entries();
            let list = move |ui: &mut Ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let mut typed: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
                let mut entered = false;
                if entries.len() > FEW {
                    let field = Field::new(key, self.find, &mut typed).label_hidden().hint(self.find);
                    entered = field.show(ui).left == Some(Left::Enter);
                    ui.data_mut(|data| data.insert_temp(key, typed.clone()));
                    if opened {
                        ui.memory_mut(|memory| memory.request_focus(key));
                    }
                } else if opened {
                    // The arrows go on from what is chosen, which the pass that measures the list does not draw.
                    ui.data_mut(|data| data.insert_temp(key, on.unwrap_or_default()));
                }
                ui.spacing_mut().item_spacing.y = 0.0;
                let like = entries.iter().enumerate().filter(|(_, entry)| is_like(entry, &typed));
                let like: Vec<(usize, &String)> = like.collect();
                let first = like.first().map(|(number, _)| *number).filter(|_| entered);
                let area = ScrollArea::vertical().id_salt(key).max_height(TALL).auto_shrink([false, true]);
                let clicked = area.show(ui, |ui| {
                    let mut clicked = None;
                    for (number, entry) in like {
                        let Some(response) = row(ui, key.with(number), entry, on == Some(number)) else {
                            continue;
                        };
                        if ui.data(|data| data.get_temp(key)) == Some(number) {
                            ui.data_mut(|data| data.remove::<usize>(key));
                            response.request_focus();
                        }
                        if response.clicked() {
                            clicked = Some(number);
                        }
                    }
                    clicked
                });
                let taken = clicked.inner.or(first);
                if taken.is_some() {
                    ui.close();
                }
                taken
            };
            (wide, list)
        });
        taken.flatten()
    }

    fn button(&self, ui: &mut Ui) -> Response {
        ignore_held_keys(ui, self.id);
        let response = take(ui, vec2(self.width, self.high), Sense::click(), Some(self.id));
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name));
        node(ui, self.id, |node| node.set_value(self.shown));
        let (tokens, painter, rect) = (tokens(ui), ui.painter(), response.rect);
        let fill = if response.hovered() { tokens.hover } else { tokens.raised };
        let border = paint::stroke(painter, 1.0, tokens.line_strong);
        paint::boxed(painter, rect, size::CORNER, fill, border);
        let middle = rect.center().y;
        let line = Line::new(self.shown, regular(size::BODY), tokens.text).max(rect.width() - 36.0);
        let elided = line.centred(painter, rect.left() + 10.0, middle).elided;
        paint::icon(painter, pos2(rect.right() - 16.0, middle), icons::CARET_DOWN, 12.0, tokens.muted);
        paint::ring(ui, self.id, rect, size::CORNER);
        if elided && !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
            return response.on_hover_text(self.shown);
        }
        response
    }
}

/// One entry; none if it is out of view.
fn row(ui: &mut Ui, id: Id, text: &str, on: bool) -> Option<Response> {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    // Of hundreds only those in view are made, and some beside them, so that the arrows lead on.
    if !ui.clip_rect().expand(2.0 * ROW).intersects(rect) {
        return None;
    }
    ignore_held_keys(ui, id);
    let response = ui.interact(rect, id, Sense::click());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, ui.is_enabled(), on, text));
    let tokens = tokens(ui);
    if response.hovered() || ui.memory(|memory| memory.has_focus(id)) {
        paint::boxed(ui.painter(), rect, 6, tokens.selection.ground, Stroke::NONE);
    }
    if on {
        let sign = pos2(rect.right() - 14.0, rect.center().y);
        paint::icon(ui.painter(), sign, icons::CHECK, 14.0, tokens.accent);
    }
    let line = Line::new(text, regular(size::BODY), tokens.text).max(rect.width() - 36.0);
    let elided = line.centred(ui.painter(), rect.left() + 8.0, rect.center().y).elided;
    Some(if elided { response.on_hover_text(text) } else { response })
}
