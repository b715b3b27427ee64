//! What becomes of each column of the file: its header, a value of it, and what it is taken for, which can be changed.

use egui::{Align, Id, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use crate::domain::custom_field::FieldKind;
use crate::files::mapping::{Mapped, Mapping};
use crate::files::table::Row;
use crate::files::target::Target;
use crate::text;
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;
use crate::ui::widgets::scroll::scroll;

/// From the left of the pane to its contents.
pub(super) const EDGE: f32 = 12.0;
const GAP: f32 = 10.0;
const WORD: f32 = 200.0;
/// The buttons to the row before and the next one.
const STEPS: f32 = 48.0;

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// This column becomes this; none: it goes into the note.
    Becomes(usize, Option<Target>),
    /// The values of the row before.
    Previous,
    /// Those of the next row.
    Next,
}

/// Where a sample can be asked for: whether there is a row before and after the one that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Samples {
    pub(super) before: bool,
    pub(super) after: bool,
}

/// The widths of the three columns of the list in so much room.
fn widths(room: f32) -> [f32; 2] {
    let rest = room - WORD - 2.0 * EDGE - 2.0 * GAP;
    let header = (rest * 0.46).floor();
    [header, (rest - header).floor()]
}

/// The line of heads.
pub(super) fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, samples: Samples) -> Option<Asked> {
    let text = ctx.text;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), size::HEAD));
    let tokens = tokens(ui);
    ui.painter().rect_filled(rect, 0, tokens.sunken);
    paint::hair_x(ui.painter(), rect.x_range(), rect.bottom(), tokens.line);
    let mut line = inside(ui, rect);
    let [header, sample] = widths(rect.width());
    let word = |line: &mut Ui, key: &'static str, width: f32| {
        line.add(Label::small(text.get(key)).medium().colour(tokens.muted).width(width));
    };
    word(&mut line, "import-column", header);
    word(&mut line, "import-sample", sample - STEPS - GAP);
    line.spacing_mut().item_spacing.x = 0.0;
    let back = IconButton::new(icons::CARET_LEFT, text.get("import-sample-before")).small();
    let back = line.add(back.enabled(samples.before).id(Id::unique(("import", "sample", 0)))).clicked();
    let forth = IconButton::new(icons::CARET_RIGHT, text.get("import-sample-after")).small();
    let forth = line.add(forth.enabled(samples.after).id(Id::unique(("import", "sample", 1)))).clicked();
    line.add_space(GAP);
    word(&mut line, "import-becomes", WORD);
    match (back, forth) {
        (true, _) => Some(Asked::Previous),
        (_, true) => Some(Asked::Next),
        _ => None,
    }
}

/// The columns. `row` is whose values show; none: the first value of each column.
pub(super) fn list_ui(ui: &mut Ui, ctx: &Ctx<'_>, mapping: &Mapping, row: Option<&Row>) -> Option<Asked> {
    ui.spacing_mut().item_spacing.y = 0.0;
    scroll(ui, "columns", |ui| {
        let mut asked = None;
        for (number, column) in mapping.columns().iter().enumerate() {
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), size::ROW));
            // Of thousands only those in view are made, and some beside them, so that Tab leads on.
            if !ui.clip_rect().expand(2.0 * size::ROW).intersects(rect) {
                continue;
            }
            let value = row.map_or(column.sample.as_str(), |row| row.cell(number));
            asked = asked.or(column_ui(ui, ctx, rect, (number, column), value));
            paint::hair_x(ui.painter(), rect.x_range(), rect.bottom() - 1.0, tokens(ui).line);
        }
        asked
    })
}

fn column_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    rect: Rect,
    (number, column): (usize, &Mapped),
    value: &str,
) -> Option<Asked> {
    let (text, colours) = (ctx.text, tokens(ui));
    let mut line = inside(ui, rect);
    let [header, sample] = widths(rect.width());
    let name = header_of(ctx, number, &column.header);
    line.add(Label::body(&name).strong().width(header));
    let empty = Mapping::is_bare(value);
    let (said, ink) =
        if empty { (text.get("import-sample-none"), colours.faint) } else { (value, colours.muted) };
    line.add(Label::body(said).colour(if loses(column) { colours.warning.ink } else { ink }).width(sample));
    let shown = text::target(text, ctx.setup, column.target, &name);
    let label = text.with("import-becomes-named", &[("name", name.as_str().into())]);
    let choice = Choice::new(Id::unique(("import", "column", number)), &label, &shown)
        .width(WORD)
        .find(text.get("import-target-find"));
    let targets = || targets(ctx, column);
    let entries = || {
        let targets = targets();
        let on = targets.iter().position(|target| *target == column.target);
        (targets.iter().map(|target| entry(ctx, column, *target)).collect(), on)
    };
    let taken = choice.show(&mut line, entries, show::is_like)?;
    targets().get(taken).map(|target| Asked::Becomes(number, *target))
}

/// Its header; a column without one is called by its number.
pub(super) fn header_of(ctx: &Ctx<'_>, number: usize, header: &str) -> String {
    if header.trim().is_empty() {
        ctx.text.with("import-column-number", &[("n", number.saturating_add(1).into())])
    } else {
        header.to_owned()
    }
}

/// Whether values of it are lost: it holds some, and is not read.
fn loses(column: &Mapped) -> bool {
    matches!(column.target, Some(Target::Nothing | Target::LeftBehind)) && !column.sample.is_empty()
}

/// The headers of the columns whose values are lost.
pub(super) fn lost(mapping: &Mapping) -> Vec<&str> {
    mapping.columns().iter().filter(|column| loses(column)).map(|column| column.header.as_str()).collect()
}

/// Everything that a column can become, what is likely first: a field of its own of the kind that its values have, the
/// note, nothing; then what clients have; then fields of other kinds.
fn targets(ctx: &Ctx<'_>, column: &Mapped) -> Vec<Option<Target>> {
    let mut all = vec![Some(Target::NewField(column.kind)), None, Some(Target::Nothing)];
    all.extend(Mapping::targets(ctx.setup).into_iter().map(Some));
    let other = FieldKind::ALL.into_iter().filter(|kind| *kind != column.kind);
    all.extend(other.map(|kind| Some(Target::NewField(kind))));
    if !all.contains(&column.target) {
        all.push(column.target);
    }
    all
}

fn entry(ctx: &Ctx<'_>, column: &Mapped, target: Option<Target>) -> String {
    match target {
        Some(Target::NewField(kind)) => {
            ctx.text.with("target-new-field-of", &[("kind", show::kind(ctx.text, kind).into())])
        }
        _ => text::target(ctx.text, ctx.setup, target, &column.header),
    }
}

/// A line of the list.
fn inside(ui: &mut Ui, rect: Rect) -> Ui {
    let place = Rect::from_min_max(
        pos2(rect.left() + EDGE, rect.top()),
        pos2(rect.right() - EDGE, rect.bottom() - 1.0),
    );
    let layout = Layout::left_to_right(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    line.spacing_mut().item_spacing.x = GAP;
    line
}
