//! What was just done, at the bottom right, with up to three things to do next; read out politely, in the other theme's colours.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui::{Align2, Area, Context, Frame, Id, Margin, Order, Vec2, vec2};

use super::button::Button;
use super::ends;
use super::label::Label;
use super::{node, paint};
use crate::ui::theme::{medium, size, tokens};

/// A toast. It stays as long as it is shown: its owner counts the time.
#[must_use = "shown by `show`"]
pub struct Toast<'a> {
    id: Id,
    message: &'a str,
    actions: &'a [&'a str],
    rest: Option<Duration>,
    offset: Vec2,
}

/// What was done with a toast.
#[derive(Clone, Copy, Debug, Default)]
pub struct ToastResponse {
    /// The number of the action that was clicked.
    pub clicked: Option<usize>,
    /// The pointer is over it or the focus in it: its time should not run out now.
    pub attended: bool,
}

impl<'a> Toast<'a> {
    /// A toast that says `message`. The id changes with the message, so that a reader hears the new one.
    pub fn new(id: Id, message: &'a str) -> Self {
        Self { id, message, actions: &[], rest: None, offset: vec2(-size::MARGIN, -56.0) }
    }

    /// What can be done next: up to three links.
    pub fn actions(mut self, actions: &'a [&'a str]) -> Self {
        self.actions = actions;
        self
    }

    /// How long it will stay: the window is drawn again then, and not before.
    pub fn rest(mut self, rest: Duration) -> Self {
        self.rest = Some(rest);
        self
    }

    /// From the window's bottom right corner to its own; above the status bar unless told otherwise.
    pub fn offset(mut self, offset: Vec2) -> Self {
        self.offset = offset;
        self
    }

    /// Shows it over everything.
    pub fn show(self, ctx: &Context) -> ToastResponse {
        if let Some(rest) = self.rest {
            ctx.request_repaint_after(rest);
        }
        let area = Area::new(self.id)
            .order(Order::Tooltip)
            .anchor(Align2::RIGHT_BOTTOM, self.offset)
            .fade_in(false)
            .role(Role::Status)
            .accessible_name(self.message);
        let mut result = ToastResponse::default();
        let shown = area.show(ctx, |ui| {
            // Tokens follow this flag, so that what stands in it is drawn in the other theme's colours.
            let fill = tokens(ui).text;
            ui.visuals_mut().dark_mode = !ui.visuals().dark_mode;
            let shadow = ui.visuals().popup_shadow;
            let frame = Frame::new().fill(fill).shadow(shadow).corner_radius(size::CORNER_CARD);
            frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
                ends::row(ui, size::BODY_LINE, |ui| {
                    ui.spacing_mut().item_spacing.x = 16.0;
                    let colour = tokens(ui).text;
                    let label = Label::body(self.message).colour(colour).medium();
                    // A long message is cut, with its tooltip: what can be done next stays in the window.
                    let actions: f32 =
                        self.actions.iter().map(|action| Button::link(action).wide(ui) + 16.0).sum();
                    let room =
                        (ui.ctx().content_rect().width() - 2.0 * size::MARGIN - 28.0 - actions).max(120.0);
                    let long = paint::width(ui, self.message, medium(size::BODY)) > room;
                    ui.add(if long { label.width(room.floor()) } else { label });
                    for (number, action) in self.actions.iter().enumerate() {
                        let button = ui.add(Button::link(action).id(self.id.with(number)));
                        if button.clicked() {
                            result.clicked = Some(number);
                        }
                        result.attended |= ui.memory(|memory| memory.has_focus(button.id));
                    }
                });
            });
            node(ui, self.id, |node| node.set_live(Live::Polite));
        });
        result.attended |= shown.response.contains_pointer();
        result
    }
}
