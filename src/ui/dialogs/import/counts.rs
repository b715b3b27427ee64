//! How many rows there are of each kind; each count shows its rows alone when it is clicked, and all of them again.

use egui::accesskit::{Role, Toggled};
use egui::{CursorIcon, Id, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::verdict::Kind;
use crate::ui::ctx::Ctx;
use crate::ui::theme::{medium, size, tokens};
use crate::ui::widgets::{paint, status};

/// Left and right of a count.
const PAD: f32 = 7.0;
/// The dot and the gap after it.
const DOT: f32 = 13.0;

/// The counts that are not nought; returns the one that was clicked.
pub(super) fn counts_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    counts: [usize; Kind::ALL.len()],
    only: Option<Kind>,
) -> Option<Kind> {
    ui.spacing_mut().item_spacing.x = 2.0;
    let mut clicked = None;
    for (kind, count) in Kind::ALL.into_iter().zip(counts) {
        if (count > 0 || only == Some(kind)) && count_ui(ui, ctx, kind, count, only == Some(kind)) {
            clicked = Some(kind);
        }
    }
    clicked
}

fn count_ui(ui: &mut Ui, ctx: &Ctx<'_>, kind: Kind, count: usize, on: bool) -> bool {
    let words = kind.words(ctx, count);
    let wide = paint::width(ui, &words, medium(size::SMALL)) + DOT + 2.0 * PAD;
    let id = Id::unique(("import", "count", words_key(kind)));
    let (_, rect) = ui.allocate_space(vec2(wide.ceil(), 26.0));
    let response = ui.interact(rect, id, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_toggled(if on { Toggled::True } else { Toggled::False });
    });
    let tokens = tokens(ui);
    let fill = match (on, response.hovered()) {
        (true, _) => Some(tokens.selection.ground),
        (false, true) => Some(tokens.hover),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        paint::boxed(ui.painter(), rect, size::CORNER, fill, Stroke::NONE);
    }
    let left = rect.left_center() + vec2(PAD, 0.0);
    status::draw(ui.painter(), left, &words, kind.colour(tokens), wide);
    paint::ring(ui, id, rect, size::CORNER);
    let tip = ctx.text.get(if on { "import-show-all" } else { "import-show-only" });
    response.on_hover_text(tip).clicked()
}

/// The place of a kind among the counts.
fn words_key(kind: Kind) -> usize {
    Kind::ALL.into_iter().position(|other| other == kind).unwrap_or_default()
}
