//! Lines of fixed height: with something at both ends, as a page's head or a footer, or from the left only.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

/// A line of `height` points with something at its left end and something at its right, made in that order so that Tab
/// follows the eye. How wide the right end is shows only once it was made: then the pass is done again, unseen.
pub fn ends<L, R>(
    ui: &mut Ui,
    height: f32,
    left: impl FnOnce(&mut Ui) -> L,
    right: impl FnOnce(&mut Ui) -> R,
) -> (L, R) {
    let key = ui.next_auto_id().with("right end");
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    let known: f32 = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let split = (rect.right() - known).max(rect.left());
    let layout = Layout::left_to_right(Align::Center);
    let gap = ui.spacing().item_spacing.x;
    let left_rect = Rect::from_min_max(rect.min, pos2((split - gap).max(rect.left()), rect.bottom()));
    let right_rect = Rect::from_min_max(pos2(split, rect.top()), rect.max);
    let mut left_ui = ui.new_child(UiBuilder::new().max_rect(left_rect).layout(layout));
    let left = left(&mut left_ui);
    let mut right_ui = ui.new_child(UiBuilder::new().max_rect(right_rect).layout(layout));
    // Not cut to the width known so far, or it could never grow.
    right_ui.set_max_width(rect.width());
    let right = right(&mut right_ui);
    let needed = right_ui.min_rect().width().ceil();
    if (needed - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(key, needed));
        ui.ctx().request_discard("the right end of a line was measured");
    }
    (left, right)
}

/// A line of `height` points, its contents from the left and on one middle. For lines lower or higher than a button;
/// `ui.horizontal` makes those of 32 points.
pub fn row<R>(ui: &mut Ui, height: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), layout, |ui| {
        ui.set_min_height(height);
        contents(ui)
    })
    .inner
}
