//! A text that is a button: a value that is copied, a file that is opened.

use egui::text::{LayoutJob, TextWrapping};
use egui::{CursorIcon, Id, Response, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::ui::theme::{regular, size, tokens};
use crate::ui::widgets::paint;

/// Of several lines if the room wants it.
pub(super) fn wrapped(ui: &mut Ui, id: Id, text: &str) -> Response {
    let room = ui.available_width();
    press(ui, id, text, TextWrapping { max_width: room, ..TextWrapping::default() })
}

/// On one line of at most `room` points; the whole is then its tooltip.
pub(super) fn line(ui: &mut Ui, id: Id, text: &str, room: f32) -> Response {
    press(ui, id, text, TextWrapping::truncate_at_width(room))
}

fn press(ui: &mut Ui, id: Id, text: &str, wrap: TextWrapping) -> Response {
    let tokens = tokens(ui);
    let mut job = LayoutJob::simple(text.to_owned(), regular(size::BODY), tokens.text, f32::INFINITY);
    job.wrap = wrap;
    for section in &mut job.sections {
        section.format.line_height = Some(size::BODY_LINE);
    }
    let galley = ui.painter().layout_job(job);
    let (_, rect) = ui.allocate_space(vec2(galley.size().x.ceil(), galley.size().y.max(size::BODY_LINE)));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), text));
    let ink = if response.hovered() { tokens.accent } else { tokens.text };
    let elided = galley.elided;
    ui.painter().galley_with_override_text_color(rect.min, galley, ink);
    paint::ring(ui, id, rect, size::CORNER);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if elided { response.on_hover_text(text) } else { response }
}
