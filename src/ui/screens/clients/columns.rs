//! The columns of the table: which show, in which order and how wide; chosen in a small list.

use egui::{Id, Ui};

use super::Clients;
use crate::domain::custom_field::FieldKind;
use crate::domain::setup::Setup;
use crate::search::Column;
use crate::ui::action::{Action, Actions};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::show;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::check::Mark;
use crate::ui::widgets::picker::{Pick, Picked, Words, picker};
use crate::ui::widgets::switch::Switch;

/// What shows until something else is chosen.
const USUAL: [Column; 6] =
    [Column::Name, Column::Contact, Column::City, Column::Phone, Column::Categories, Column::State];
/// More cannot be read side by side.
const MOST: usize = 12;

/// How wide a column begins, and its least width, in points.
fn width(column: Column) -> (f32, f32) {
    match column {
        Column::Name => (310.0, 200.0),
        Column::Contact => (170.0, 84.0),
        Column::City => (140.0, 84.0),
        // As wide as most numbers from abroad.
        Column::Phone => (172.0, 132.0),
        Column::Categories => (190.0, 104.0),
        Column::State => (136.0, 128.0),
        Column::Number => (90.0, 64.0),
        Column::Custom(_) => (130.0, 80.0),
    }
}

/// The same, where what it holds is of one length: a day, an amount.
pub(super) fn width_in(setup: &Setup, column: Column) -> (f32, f32) {
    let Column::Custom(id) = column else { return width(column) };
    match setup.field(id).map(|field| field.kind) {
        Some(FieldKind::Date | FieldKind::Amount) => (130.0, 106.0),
        _ => width(column),
    }
}

/// The title of a column.
pub(super) fn title<'a>(ctx: &Ctx<'a>, column: Column) -> &'a str {
    ctx.text.get(match column {
        Column::Name => "column-name",
        Column::Contact => "column-contact",
        Column::City => "column-city",
        Column::Phone => "column-phone",
        Column::Number => "field-number",
        Column::State => "column-state",
        Column::Categories => "field-categories",
        Column::Custom(id) => return custom_name(ctx, id),
    })
}

/// The name of a custom field.
fn custom_name<'a>(ctx: &Ctx<'a>, id: u64) -> &'a str {
    ctx.setup.field(id).map_or_else(|| ctx.text.get("field-custom"), |field| &field.name)
}

/// Numbers stand at the right, so that their digits stand below each other.
pub(super) fn is_right(setup: &Setup, column: Column) -> bool {
    let Column::Custom(id) = column else { return false };
    setup.field(id).is_some_and(|field| matches!(field.kind, FieldKind::Number | FieldKind::Amount))
}

/// The chosen columns that there are: the name first, and none of a custom field that is gone.
pub(super) fn present(chosen: &[Column], setup: &Setup) -> Vec<Column> {
    let there = |column: &Column| match column {
        Column::Name => false,
        Column::Custom(id) => setup.field(*id).is_some(),
        _ => true,
    };
    let chosen = if chosen.is_empty() { &USUAL } else { chosen };
    let mut columns = vec![Column::Name];
    columns.extend(chosen.iter().copied().filter(there));
    columns
}

/// Every column that can be chosen.
fn all(setup: &Setup) -> impl Iterator<Item = Column> {
    let usual = USUAL.into_iter().chain([Column::Number]);
    usual.chain(setup.fields().iter().map(|field| Column::Custom(field.id)))
}

impl Clients {
    /// The button that opens the list of columns, and the list.
    pub(super) fn columns_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        let name = text.get("clients-columns");
        let opener = ui.add(Button::ghost(name));
        let mut columns = present(&self.habits.shown, ctx.setup);
        let others: Vec<Column> = all(ctx.setup).filter(|column| !columns.contains(column)).collect();
        let last = columns.len().saturating_sub(1);
        // The name stays, and stays first.
        let picks = || {
            let mut picks: Vec<Pick<'_>> = Vec::new();
            for (place, column) in columns.iter().enumerate().skip(1) {
                let label = title(ctx, *column);
                let button = |icon, key, possible: bool| {
                    possible.then(|| (icon, text.with(key, &[("name", label.into())])))
                };
                let up = button(icons::CARET_UP, "column-up", place > 1);
                let down = button(icons::CARET_DOWN, "column-down", place < last);
                picks.push(Pick { buttons: [up, down], ..Pick::new(label, Mark::On) });
            }
            picks.extend(others.iter().map(|column| Pick::new(title(ctx, *column), Mark::Off)));
            picks
        };
        let words = Words { name, find: text.get("clients-columns-find") };
        let mut compact = self.compact;
        let picked = picker(ui, &opener, words, picks, show::is_like, |ui| {
            ui.add(
                Switch::new(&mut compact, text.get("clients-compact")).id(Id::unique(("clients", "compact"))),
            );
        });
        if compact != self.compact {
            self.compact = compact;
            actions.push(Action::Compact(compact));
        }
        let chosen = columns.len().saturating_sub(1);
        match picked {
            Some(Picked::Toggle(number)) => match number.checked_sub(chosen) {
                None => {
                    columns.remove(number.saturating_add(1));
                }
                Some(other) if columns.len() < MOST => columns.extend(others.get(other)),
                Some(_) => {}
            },
            Some(Picked::First(number)) => columns.swap(number, number.saturating_add(1)),
            Some(Picked::Second(number)) => columns.swap(number.saturating_add(1), number.saturating_add(2)),
            None => return,
        }
        self.show_columns(columns);
    }

    /// Shows these columns, in this order.
    pub(super) fn show_columns(&mut self, columns: Vec<Column>) {
        self.habits.shown = columns;
        // What is read of rows depends on the columns.
        self.rows.forget_shown();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::custom_field::CustomField;
    use crate::domain::setup::HOME;

    fn setup() -> Setup {
        let field = |id, kind| CustomField { id, kind, name: id.to_string(), ..CustomField::default() };
        let fields =
            vec![field(1, FieldKind::Amount), field(2, FieldKind::Date), field(3, FieldKind::Number)];
        Setup::new(HOME).with(Vec::new(), fields)
    }

    #[test]
    fn the_name_comes_first_and_a_field_that_is_gone_is_left_out() {
        assert_eq!(present(&[], &setup()), USUAL);
        let chosen = [Column::City, Column::Custom(9), Column::Custom(2), Column::Name];
        assert_eq!(present(&chosen, &setup()), [Column::Name, Column::City, Column::Custom(2)]);
        assert_eq!(present(&[Column::Name], &setup()), [Column::Name]);
    }

    #[test]
    fn numbers_and_amounts_stand_at_the_right() {
        let right =
            [Column::Custom(1), Column::Custom(2), Column::Custom(3), Column::Custom(9), Column::Name];
        assert_eq!(right.map(|column| is_right(&setup(), column)), [true, false, true, false, false]);
    }

    #[test]
    fn the_usual_columns_fit_a_small_window() {
        let least: f32 = USUAL.into_iter().map(|column| width(column).1).sum();
        // 1024 points without the bar, the boxes and the edge.
        assert!(least <= 1024.0 - 204.0 - 64.0 - 24.0, "{least}");
        assert!(all(&setup()).all(|column| width(column).0 > width(column).1));
    }
}
