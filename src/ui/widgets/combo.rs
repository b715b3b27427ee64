//! A text field with a list of proposals below it: typed freely, or chosen. The list is closed by Escape before anything else.

use egui::accesskit::{AutoComplete, HasPopup, Role};
use egui::{
    Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use super::field::{Field, FieldResponse};
use super::paint::{self, Line};
use super::{bounds, node, take};
use crate::ui::theme::{regular, size, tokens};

const ROW: f32 = 28.0;
/// So many proposals show at once; the rest by scrolling.
const SHOWN: u8 = 8;

/// What is remembered of a list between two passes.
#[derive(Clone, Copy, Default)]
struct List {
    open: bool,
    at: Option<usize>,
    /// It opened by itself: Enter takes the proposal, but readers stay in the field.
    offered: bool,
}

/// What happened in a field with proposals.
#[derive(Clone, Debug)]
pub struct ComboResponse {
    /// That of the field; `changed` when a proposal was taken, too.
    pub field: FieldResponse,
    /// The proposal that was taken; the field's text is already its.
    pub chosen: Option<usize>,
}

/// The list below a field: its keys are taken before the field sees them, its rows are shown after it.
pub(super) struct Below {
    id: Id,
    list: List,
    was_open: bool,
    chosen: Option<usize>,
}

impl Below {
    /// To be called before the field `id` is drawn; `count` proposals fit what it holds now.
    pub(super) fn new(ui: &Ui, id: Id, count: usize) -> Self {
        let mut list: List = ui.data(|data| data.get_temp(id.with("list"))).unwrap_or_default();
        let focused = ui.memory(|memory| memory.has_focus(id));
        let was_open = list.open && focused && count > 0;
        let chosen = if focused { keys(ui, &mut list, was_open, count) } else { None };
        Self { id, list, was_open, chosen }
    }

    /// It was open in the pass before: Escape closes it and does nothing else.
    pub(super) fn was_open(&self) -> bool {
        self.was_open
    }

    /// Opens it, on this proposal if on any.
    pub(super) fn open(&mut self, at: Option<usize>) {
        self.list = List { open: true, at, offered: false };
    }

    /// Closes it.
    pub(super) fn close(&mut self) {
        self.list = List::default();
    }

    /// Opens it by itself, as the cursor comes into an empty field.
    pub(super) fn offer(&mut self) {
        self.list = List { open: true, at: Some(0), offered: true };
    }

    /// Shows it below `place`, once the field was drawn; returns the proposal that was taken. The focus stays in the field.
    pub(super) fn show(mut self, ui: &Ui, place: Rect, name: &str, proposals: &[&str]) -> Option<usize> {
        let id = self.id;
        let has_focus = || ui.memory(|memory| memory.has_focus(id));
        let showing = self.list.open && (has_focus() || self.was_open) && !proposals.is_empty();
        let at = self.list.at.map(|at| at.min(proposals.len().saturating_sub(1)));
        let option = |number: usize| id.with(("option", number));
        node(ui, id, |node| {
            node.set_has_popup(HasPopup::Listbox);
            node.set_auto_complete(AutoComplete::List);
            node.set_expanded(showing);
            if let (true, Some(at)) = (showing && !self.list.offered, at) {
                node.set_active_descendant(option(at).accesskit_id());
            }
        });
        let mut chosen = self.chosen;
        if showing {
            let clicked = show_list(ui, id, place, name, proposals, at, option);
            chosen = chosen.or(clicked);
        }
        chosen = chosen.filter(|chosen| *chosen < proposals.len());
        if chosen.is_some() {
            self.list = List::default();
            ui.memory_mut(|memory| memory.request_focus(id));
        } else if !has_focus() {
            self.list = List::default();
        }
        ui.data_mut(|data| data.insert_temp(id.with("list"), self.list));
        chosen
    }
}

/// Shows `field` and, while one types in it or after ↓, `proposals` below it: those that fit what the field holds now.
pub fn combo(ui: &mut Ui, field: Field<'_>, proposals: &[&str]) -> ComboResponse {
    let (id, label) = (field.id, field.label);
    let mut below = Below::new(ui, id, proposals.len());
    let mut field = field.keep_escape(below.was_open());
    let mut result = field.render(ui);
    if result.changed {
        below.open(None);
    } else if field.offers && result.response.gained_focus() {
        below.offer();
    }
    // As wide as the field with its margin.
    let place = result.response.rect.expand2(vec2(10.0, 0.0));
    let chosen = below.show(ui, place, label, proposals);
    if let Some(proposal) = chosen.and_then(|chosen| proposals.get(chosen)) {
        field.text.clear();
        field.text.push_str(proposal);
        result.changed = true;
    }
    ComboResponse { field: result, chosen }
}

/// Takes the list's keys out of the input before the field sees them; returns the proposal that Enter took.
fn keys(ui: &Ui, list: &mut List, open: bool, count: usize) -> Option<usize> {
    let none = Modifiers::NONE;
    let last = count.checked_sub(1)?;
    ui.input_mut(|input| {
        if open && input.consume_key(none, Key::Escape) {
            *list = List::default();
            return None;
        }
        let down = input.count_and_consume_key(none, Key::ArrowDown);
        let up = input.count_and_consume_key(none, Key::ArrowUp);
        if down > 0 || up > 0 {
            let at = match list.at {
                _ if !open => 0,
                Some(at) => at.saturating_add(down).saturating_sub(up).min(last),
                None if down > 0 => down.saturating_sub(1).min(last),
                None => last,
            };
            *list = List { open: true, at: Some(at), offered: false };
        }
        let at = list.at.filter(|_| open)?;
        input.consume_key(none, Key::Enter).then_some(at)
    })
}

fn show_list(
    ui: &Ui,
    id: Id,
    place: Rect,
    name: &str,
    proposals: &[&str],
    at: Option<usize>,
    option: impl Fn(usize) -> Id,
) -> Option<usize> {
    let popup = Popup::new(id.with("popup"), ui.ctx().clone(), place, ui.layer_id())
        .open(true)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .accessible_name(name)
        .gap(4.0);
    let shown = popup.show(|ui| {
        // As wide as the field with the popup's own margin and border.
        ui.set_width(place.width() - 14.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let tall = ROW * f32::from(u8::try_from(proposals.len()).unwrap_or(SHOWN).min(SHOWN));
        let area = ScrollArea::vertical().max_height(tall).min_scrolled_height(tall);
        let shown = area.auto_shrink([false, true]).show(ui, |ui| {
            node(ui, ui.unique_id(), |node| node.set_role(Role::ListBox));
            let mut clicked = None;
            for (number, proposal) in proposals.iter().enumerate() {
                if row(ui, option(number), proposal, at == Some(number), (number, proposals.len())) {
                    clicked = Some(number);
                }
            }
            clicked
        });
        shown.inner
    });
    shown.and_then(|shown| shown.inner)
}

/// One proposal; true when it was clicked.
fn row(ui: &mut Ui, id: Id, text: &str, on: bool, (number, count): (usize, usize)) -> bool {
    let response = take(ui, vec2(ui.available_width(), ROW), Sense::CLICK, Some(id));
    let rect = response.rect;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), on, text));
    node(ui, id, |node| {
        node.set_selected(on);
        node.set_position_in_set(number);
        node.set_size_of_set(count);
        node.set_bounds(bounds(rect.intersect(ui.clip_rect())));
    });
    let tokens = tokens(ui);
    let fill = match (on, response.hovered()) {
        (true, _) => tokens.selection.ground,
        (false, true) => tokens.hover,
        (false, false) => tokens.raised,
    };
    paint::boxed(ui.painter(), rect, 5, fill, Stroke::NONE);
    if on {
        ui.scroll_to_rect(rect, None);
    }
    let line = Line::new(text, regular(size::BODY), tokens.text).max(rect.width() - 16.0);
    let left = pos2(rect.left() + 8.0, rect.center().y);
    let elided = line.centred(ui.painter(), left.x, left.y).elided;
    let clicked = response.clicked();
    if elided {
        response.on_hover_text(text);
    }
    clicked
}
