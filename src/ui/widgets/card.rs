//! A quiet panel with a title: what stands beside a form, a group of figures, a note.

use egui::accesskit::Role;
use egui::{Color32, Frame, InnerResponse, Margin, Stroke, Ui, UiBuilder};

use super::label::Label;
use super::node;
use crate::ui::theme::{size, tokens};

/// A titled card, as wide as there is room; its contents stand 8 points apart.
pub fn card<R>(ui: &mut Ui, title: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, title, |ui| {
        let muted = tokens(ui).muted;
        ui.add(Label::small(title).strong().colour(muted).heading(2));
        contents(ui)
    })
}

/// A card whose title is told to readers only.
pub fn untitled<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, name, contents)
}

fn framed<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = tokens(ui);
    let frame = Frame::new()
        .fill(tokens.raised)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(size::CORNER_CARD)
        .inner_margin(Margin::same(13));
    region(ui, name, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        })
    })
}

/// A group on sunken ground: the consent questions. `name` is told to readers only.
pub fn sunken<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let fill = tokens(ui).sunken;
    ground(ui, name, fill, contents)
}

/// A group on a soft ground, as the points to check in a summary. `name` is told to readers only.
pub fn ground<R>(
    ui: &mut Ui,
    name: &str,
    fill: Color32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let frame =
        Frame::new().fill(fill).corner_radius(size::CORNER_CARD).inner_margin(Margin::symmetric(12, 4));
    region(ui, name, |ui| {
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        })
    })
}

fn region<R>(
    ui: &mut Ui,
    name: &str,
    contents: impl FnOnce(&mut Ui) -> InnerResponse<R>,
) -> InnerResponse<R> {
    let builder = UiBuilder::new().accessibility_role(Role::Group).accessibility_label(name);
    let InnerResponse { inner, response } = ui.scope_builder(builder, contents);
    node(ui, response.id, |node| node.set_bounds(super::bounds(response.rect)));
    InnerResponse::new(inner.inner, response)
}
