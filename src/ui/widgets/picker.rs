//! A list under a button in which several things are ticked: categories, columns, values. It stays open until it is
//! clicked beside or left by Escape, and of many entries one looks for some by typing.

use std::borrow::Cow;

use egui::accesskit::{Role, Toggled};
use egui::{Id, Popup, Rect, Response, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::button::IconButton;
use super::check::{self, BOX, Mark};
use super::field::Field;
use super::menu::under;
use super::paint::{self, Line};
use super::{ignore_held_keys, node};
use crate::ui::theme::{Tint, regular, size, tokens};

const ROW: f32 = 30.0;
/// The most of a list that shows without scrolling, in points.
const TALL: f32 = 400.0;
/// So many entries are looked through at a glance; of more one looks for some.
const FEW: usize = 12;
/// How wide a list is whose entries change as one types, in points.
const FINDER: f32 = 300.0;

/// Something that can be ticked.
#[derive(Clone, Debug)]
pub struct Pick<'a> {
    /// Its name.
    pub label: Cow<'a, str>,
    /// Ticked, or some of it.
    pub mark: Mark,
    /// A disc in this colour before its name.
    pub tint: Option<Tint>,
    /// What else can be done with it: the sign of a button at its right, and what that is called. No sign, no button.
    pub buttons: [Option<(&'static str, String)>; 2],
}

impl<'a> Pick<'a> {
    /// An entry that can be ticked, and no more.
    pub fn new(label: impl Into<Cow<'a, str>>, mark: Mark) -> Self {
        Self { label: label.into(), mark, tint: None, buttons: Default::default() }
    }

    fn has_buttons(&self) -> bool {
        self.buttons.iter().any(Option::is_some)
    }
}

/// What was asked for, by the entry's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// Tick it, or no longer.
    Toggle(usize),
    /// Its first button was pressed.
    First(usize),
    /// Its second button was pressed.
    Second(usize),
}

/// The words of a list.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What the field for looking is called.
    pub find: &'a str,
}

/// Shows the list of `opener` while it is open, below what `head` shows. `is_like` says whether an entry is looked for.
pub fn picker<'a>(
    ui: &Ui,
    opener: &Response,
    words: Words<'_>,
    picks: impl FnOnce() -> Vec<Pick<'a>>,
    is_like: fn(&str, &str) -> bool,
    head: impl FnOnce(&mut Ui),
) -> Option<Picked> {
    let id = Popup::default_response_id(opener);
    let key = id.with("typed");
    // What one types goes to the field at once.
    let opened = opener.clicked();
    if opened {
        ui.data_mut(|data| data.remove::<String>(key));
    }
    let picked = under(ui, opener, words.name, || {
        let picks = picks();
        let wide = wide(ui, &picks);
        let list = move |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            head(ui);
            let mut typed: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
            if picks.len() > FEW {
                let field = Field::new(key, words.find, &mut typed).label_hidden().hint(words.find).show(ui);
                if opened {
                    field.response.request_focus();
                }
                ui.data_mut(|data| data.insert_temp(key, typed.clone()));
            }
            rows(ui, id, &picks, |pick| is_like(&pick.label, &typed))
        };
        (wide, list)
    });
    picked.flatten()
}

/// The same for entries of which there are too many to show: `picks` are those that fit what is `typed`, which the list
/// always asks for.
pub fn finder<'a>(
    ui: &Ui,
    opener: &Response,
    words: Words<'_>,
    typed: &mut String,
    picks: impl FnOnce() -> Vec<Pick<'a>>,
    head: impl FnOnce(&mut Ui),
) -> Option<Picked> {
    let id = Popup::default_response_id(opener);
    let opened = opener.clicked();
    if opened {
        typed.clear();
    }
    let picked = under(ui, opener, words.name, || {
        let picks = picks();
        let list = move |ui: &mut Ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            head(ui);
            let field =
                Field::new(id.with("typed"), words.find, typed).label_hidden().hint(words.find).show(ui);
            if opened {
                field.response.request_focus();
            }
            if field.changed {
                // What fits it is shown by the next pass.
                ui.ctx().request_repaint();
            }
            rows(ui, id, &picks, |_| true)
        };
        (FINDER, list)
    });
    picked.flatten()
}

fn rows(ui: &mut Ui, id: Id, picks: &[Pick<'_>], shows: impl Fn(&Pick<'_>) -> bool) -> Option<Picked> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let count = u16::try_from(picks.iter().filter(|pick| shows(pick)).count()).unwrap_or(u16::MAX);
    // Left to itself it would keep the height that it had for fewer entries.
    let tall = (f32::from(count) * ROW).min(TALL);
    let area = ScrollArea::vertical().id_salt(id).max_height(TALL).min_scrolled_height(tall);
    let shown = area.auto_shrink([false, true]).show(ui, |ui| {
        let mut picked = None;
        for (number, pick) in picks.iter().enumerate().filter(|(_, pick)| shows(pick)) {
            picked = picked.or(row(ui, id.with(("pick", number)), number, pick));
        }
        picked
    });
    shown.inner
}

/// How wide a list is, in points.
fn wide(ui: &Ui, picks: &[Pick<'_>]) -> f32 {
    let font = || regular(size::BODY);
    let wide = picks.iter().take(100).map(|pick| paint::width(ui, &pick.label, font())).fold(170.0, f32::max);
    let more = picks.iter().any(Pick::has_buttons);
    (wide + 60.0 + if more { 52.0 } else { 0.0 }).min(380.0).ceil()
}

fn row(ui: &mut Ui, id: Id, number: usize, pick: &Pick<'_>) -> Option<Picked> {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    // Of hundreds only those in view are made, and some beside them, so that the arrows lead on.
    if !ui.clip_rect().expand(2.0 * ROW).intersects(rect) {
        return None;
    }
    let end = rect.right() - if pick.has_buttons() { 52.0 } else { 0.0 };
    let place = Rect::from_min_max(rect.min, pos2(end, rect.bottom()));
    let response = tick(ui, id, place, pick);
    let mut picked = response.clicked().then_some(Picked::Toggle(number));
    let [first, second] = &pick.buttons;
    let buttons = [(first, end + 2.0, Picked::First(number)), (second, end + 28.0, Picked::Second(number))];
    for (button, left, what) in buttons {
        let Some((icon, name)) = button else { continue };
        let place = Rect::from_min_size(pos2(left, rect.top() + 3.0), vec2(24.0, 24.0));
        if ui.place(place, IconButton::new(icon, name).small().id(id.with(icon))).clicked() {
            picked = Some(what);
        }
    }
    picked
}

fn tick(ui: &mut Ui, id: Id, rect: Rect, pick: &Pick<'_>) -> Response {
    ignore_held_keys(ui, id);
    let response = ui.interact(rect, id, Sense::click());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| {
        let on = pick.mark == Mark::On;
        WidgetInfo::selected(Role::MenuItemCheckBox, ui.is_enabled(), on, &*pick.label)
    });
    if pick.mark == Mark::Some {
        node(ui, id, |node| node.set_toggled(Toggled::Mixed));
    }
    let tokens = tokens(ui);
    let focused = ui.memory(|memory| memory.has_focus(id));
    if response.hovered() || focused {
        paint::boxed(ui.painter(), rect, 6, tokens.selection.ground, Stroke::NONE);
    }
    let middle = rect.center().y;
    let top = paint::snap(ui.painter(), middle - BOX / 2.0);
    check::draw(ui, Rect::from_min_size(pos2(rect.left() + 8.0, top), vec2(BOX, BOX)), pick.mark);
    let mut left = rect.left() + 8.0 + BOX + 10.0;
    if let Some(tint) = pick.tint {
        ui.painter().circle_filled(pos2(left + 5.0, middle), 5.0, tint.ink);
        left += 18.0;
    }
    let line = Line::new(&pick.label, regular(size::BODY), tokens.text).max(rect.right() - left - 4.0);
    let elided = line.centred(ui.painter(), left, middle).elided;
    if elided { response.on_hover_text(&*pick.label) } else { response }
}
