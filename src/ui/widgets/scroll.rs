//! A page that scrolls: readers are told so, and that what is scrolled away is not lost.

use egui::accesskit::Role;
use egui::{ScrollArea, Ui, UiBuilder};

use super::{bounds, node};

/// Scrolls `contents` up and down in the room that is left, under a lasting name.
pub fn scroll<R>(ui: &mut Ui, name: &str, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().id_salt(name).accessibility_role(Role::ScrollView);
    let place = ui.available_rect_before_wrap();
    let shown = ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show(ui, contents).inner
    });
    node(ui, shown.response.id, |node| node.set_bounds(bounds(place)));
    shown.inner
}
