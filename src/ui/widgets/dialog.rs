//! A modal dialog of fixed size: a title, a body that scrolls, a footer with what to do.
//!
//! Escape and Ctrl+Enter are handled here, alike in all of them, and a click beside it does nothing, so that a stray click loses nothing. The page behind must be
//! built disabled while a dialog is open: a screen reader can still reach it.

use egui::{
    Context, CornerRadius, Frame, Id, Layout, Margin, Modal, Rect, Stroke, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::label::Label;
use super::scroll::scroll;
use super::{node, paint};
use crate::ui::keys::{Gesture, take_confirm};
use crate::ui::theme::{self, size, tokens};

/// Left and right of a dialog's contents.
pub const MARGIN: f32 = 26.0;
const FOOTER: f32 = 58.0;

/// A dialog.
#[must_use = "shown by `show`"]
pub struct Dialog<'a> {
    id: Id,
    title: &'a str,
    under: &'a str,
    size: Vec2,
    focus: Option<Id>,
    fills: bool,
}

/// What came of a dialog.
#[derive(Clone, Copy, Debug)]
pub struct DialogResponse<B, F> {
    /// Escape was pressed, and this is the topmost dialog, with no list or menu open in it.
    pub escaped: bool,
    /// Ctrl+Enter was pressed, wherever the focus is, and this is the topmost dialog.
    pub confirmed: bool,
    /// What the body returned.
    pub body: B,
    /// What the footer returned.
    pub footer: F,
}

impl<'a> Dialog<'a> {
    /// A dialog, 760 by 578 points unless told otherwise and never larger than the window.
    pub fn new(id: Id, title: &'a str) -> Self {
        Self { id, title, under: "", size: vec2(760.0, 578.0), focus: None, fills: false }
    }

    /// A muted line under the title.
    pub fn under(mut self, under: &'a str) -> Self {
        self.under = under;
        self
    }

    /// Its outer size.
    pub fn size(mut self, width: f32, height: f32) -> Self {
        self.size = vec2(width, height);
        self
    }

    /// What has the focus when it opens.
    pub fn focus(mut self, id: Id) -> Self {
        self.focus = Some(id);
        self
    }

    /// The body has all the room from under the title to the footer, and lays itself out.
    pub fn fills(mut self) -> Self {
        self.fills = true;
        self
    }

    /// Shows it over everything. The footer is a line of 58 points; see [`ends`](super::ends::ends) for buttons at both its ends.
    pub fn show<B, F>(
        self,
        ctx: &Context,
        body: impl FnOnce(&mut Ui) -> B,
        footer: impl FnOnce(&mut Ui) -> F,
    ) -> DialogResponse<B, F> {
        let tokens = theme::of(ctx.global_style().visuals.dark_mode);
        let opened = self.just_opened(ctx);
        let outer = self.size.min(ctx.content_rect().size() - vec2(32.0, 32.0));
        let frame = Frame::new()
            .fill(tokens.raised)
            .stroke(Stroke::new(1.0, tokens.line))
            .shadow(ctx.global_style().visuals.window_shadow)
            .corner_radius(size::CORNER_DIALOG);
        let area =
            Modal::default_area(self.id).accessible_name(self.title).default_size(outer).fade_in(false);
        // Before anything in it: a focused button would take it for Enter.
        let reached = ctx.memory(|memory| memory.top_modal_layer()).is_none_or(|top| top == area.layer());
        let confirmed = reached && ctx.input_mut(take_confirm);
        let modal = Modal::new(self.id).area(area).frame(frame).backdrop_color(tokens.backdrop);
        let shown = modal.show(ctx, |ui| {
            // The border stands outside a frame's contents.
            let inner = outer - vec2(2.0, 2.0);
            ui.set_min_size(inner);
            ui.set_max_size(inner);
            node(ui, self.id, |node| node.set_modal());
            let rect = Rect::from_min_size(ui.max_rect().min, inner);
            self.contents(ui, rect, body, footer)
        });
        let top = shown.is_top_modal && !shown.any_popup_open;
        let escaped = top && ctx.input_mut(|input| Gesture::Leave.take(input));
        if let (true, Some(id)) = (opened, self.focus) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
        let (body, footer) = shown.inner;
        DialogResponse { escaped, confirmed, body, footer }
    }

    /// True in the first pass of a dialog that was not shown in the pass before.
    fn just_opened(&self, ctx: &Context) -> bool {
        let now = ctx.cumulative_pass_nr();
        let key = self.id.with("last shown");
        let last: Option<u64> = ctx.data(|data| data.get_temp(key));
        ctx.data_mut(|data| data.insert_temp(key, now));
        last.is_none_or(|last| last.saturating_add(1) < now)
    }

    fn contents<B, F>(
        &self,
        ui: &mut Ui,
        rect: Rect,
        body: impl FnOnce(&mut Ui) -> B,
        footer: impl FnOnce(&mut Ui) -> F,
    ) -> (B, F) {
        let tokens = tokens(ui);
        let head = match (self.fills, self.under.is_empty()) {
            (true, _) => 50.0,
            (false, true) => 62.0,
            (false, false) => 80.0,
        };
        let middle = pos2(rect.left(), rect.bottom() - FOOTER);
        let head_rect = Rect::from_min_max(
            pos2(rect.left() + MARGIN, rect.top() + 20.0),
            pos2(rect.right() - MARGIN, rect.top() + head),
        );
        let mut top = ui.new_child(UiBuilder::new().max_rect(head_rect));
        top.spacing_mut().item_spacing.y = 2.0;
        top.add(Label::title(self.title));
        if !self.under.is_empty() {
            top.add(Label::body(self.under).colour(tokens.muted));
        }
        let body_rect =
            Rect::from_min_max(pos2(rect.left(), rect.top() + head), pos2(rect.right(), middle.y));
        let mut inside = ui.new_child(UiBuilder::new().max_rect(body_rect));
        let body = if self.fills {
            body(&mut inside)
        } else {
            scroll(&mut inside, "body", |ui| {
                let margin = Margin { left: 26, right: 26, top: 4, bottom: 12 };
                Frame::new().inner_margin(margin).show(ui, body).inner
            })
        };
        let foot = Rect::from_min_max(middle, rect.max);
        let round = CornerRadius { sw: size::CORNER_DIALOG, se: size::CORNER_DIALOG, ..CornerRadius::ZERO };
        ui.painter().rect_filled(foot, round, tokens.background);
        paint::hair_x(ui.painter(), foot.x_range(), foot.top(), tokens.line);
        let line = foot.shrink2(vec2(MARGIN, 0.0));
        let layout = Layout::left_to_right(egui::Align::Center);
        let footer = footer(&mut ui.new_child(UiBuilder::new().max_rect(line).layout(layout)));
        (body, footer)
    }
}
