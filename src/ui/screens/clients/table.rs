//! The table itself: columns, cells, and what the grid's events ask for.

use std::borrow::Cow;
use std::ops::Range;

use egui::{Color32, Ui};

use super::columns::{is_right, present, title, width_in};
use super::rows::{Row, Rows, Shown};
use super::{Clients, Focus, grid_id, state_word};
use crate::domain::category::Category;
use crate::domain::client::ClientId;
use crate::search::{self, Column, FoundIn, Place, Query, Sort, StateFilter};
use crate::text;
use crate::ui::action::{Action, Actions, FormOf};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::{Tokens, regular, size};
use crate::ui::widgets::grid::{self, Cell, Grid, GridEvent, GridModel, RowKind};

impl Clients {
    pub(super) fn table_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let sort = self.query.sort;
        let shown = present(&self.habits.shown, ctx.setup);
        let columns: Vec<grid::Column<'_>> = shown
            .iter()
            .map(|column| {
                let way = if sort.descending { grid::Sort::Down } else { grid::Sort::Up };
                let (usual, least) = width_in(ctx.setup, *column);
                let wish =
                    self.habits.wide.iter().find(|(of, _)| of == column).map_or(usual, |(_, wide)| *wide);
                let shown = grid::Column::new(title(ctx, *column), wish)
                    .min(least)
                    .sortable((sort.column == *column).then_some(way));
                if is_right(ctx.setup, *column) { shown.right() } else { shown }
            })
            .collect();
        let grid = Grid::new(grid_id(), ctx.text.get("clients-table"), &columns)
            .selects(ctx.text.get("column-select"), self.rows.mark())
            // The name stays the first.
            .moves(1)
            .row_height(if self.compact { size::ROW_COMPACT } else { size::ROW });
        if self.focus == Some(Focus::Rows) {
            self.focus = None;
            self.grid.request_focus();
        }
        let Query { text: query, filter, .. } = &self.query;
        let mut model =
            Model { rows: &mut self.rows, query, asked: &filter.categories, ctx, columns: &shown };
        for event in grid.show(ui, &mut self.grid, &mut model) {
            self.heard(event, &shown, actions);
        }
    }

    fn heard(&mut self, event: GridEvent, columns: &[Column], actions: &mut Actions) {
        match event {
            GridEvent::Open(row) => match self.rows.row(row) {
                Some(Row::Client(id) | Row::FoundIn(id)) => actions.push(Action::Show(id)),
                Some(Row::Create) => {
                    actions.push(Action::Form(FormOf::New(self.query.text.trim().to_owned())));
                }
                Some(Row::Near) | None => {}
            },
            GridEvent::Toggle(row) => self.rows.toggle(row),
            GridEvent::Range { from, to } => self.rows.select_range(from, to),
            GridEvent::All => self.rows.select_all(),
            GridEvent::Sort(at) => {
                if let Some(column) = columns.get(at) {
                    let again = self.query.sort.column == *column && !self.query.sort.descending;
                    self.query.sort = Sort { column: *column, descending: again };
                    self.habits.column = Some(*column);
                    self.habits.descending = again;
                }
            }
            GridEvent::Moved { from, to } => {
                let mut columns = columns.to_vec();
                if from < columns.len() {
                    let column = columns.remove(from);
                    columns.insert(to.min(columns.len()), column);
                    self.show_columns(columns);
                }
            }
            GridEvent::Resized(widths) => {
                // Those of columns that do not show now are kept.
                self.habits.wide.retain(|(column, _)| !columns.contains(column));
                self.habits.wide.extend(columns.iter().copied().zip(widths));
            }
            GridEvent::Cell { row, column } => {
                if let (Some(Column::Phone), Some(Row::Client(id))) =
                    (columns.get(column), self.rows.row(row))
                    && let Some(shown) = self.rows.shown(id).filter(|shown| !shown.phone.is_empty())
                {
                    actions.push(Action::Copy(shown.phone.clone()));
                }
            }
        }
    }
}

/// The rows as the grid asks for them.
struct Model<'a> {
    rows: &'a mut Rows,
    query: &'a str,
    /// The categories that are filtered by.
    asked: &'a [u64],
    ctx: &'a Ctx<'a>,
    columns: &'a [Column],
}

impl Model<'_> {
    fn client(&self, row: usize) -> Option<(ClientId, &Shown)> {
        match self.rows.row(row)? {
            Row::Client(id) => Some((id, self.rows.shown(id)?)),
            Row::FoundIn(_) | Row::Near | Row::Create => None,
        }
    }

    fn create(&self) -> String {
        self.ctx.text.with("search-create", &[("query", self.query.trim().into())])
    }

    fn found_in(&self, id: ClientId) -> Option<(String, Vec<Range<usize>>)> {
        let found = self.rows.found_in(id)?;
        let line = found_line(self.ctx, found);
        // The marks of the excerpt stand where the excerpt stands in the line.
        let at = line.find(&found.excerpt).unwrap_or_default();
        let marks = found.marks.iter().map(|mark| mark.start + at..mark.end + at).collect();
        Some((line, marks))
    }

    /// The categories of a client, first those that are asked for: why a row is here is not among what there is no room for.
    fn categories<'b>(&'b self, shown: &'b Shown) -> impl Iterator<Item = &'b Category> {
        let is_asked = |held: &&Category| self.asked.contains(&held.id);
        let asked = shown.categories.iter().filter(is_asked);
        asked.chain(shown.categories.iter().filter(move |held| !is_asked(held)))
    }

    fn marks(&self, text: &str) -> Vec<Range<usize>> {
        if self.query.is_empty() { Vec::new() } else { search::marks(text, self.query) }
    }
}

impl GridModel for Model<'_> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn prepare(&mut self, rows: Range<usize>) {
        self.rows.read(rows, self.ctx, self.columns);
    }

    fn id(&self, row: usize) -> u64 {
        match self.rows.row(row) {
            Some(Row::Client(id)) => id.0.wrapping_mul(2),
            Some(Row::FoundIn(id)) => id.0.wrapping_mul(2).wrapping_add(1),
            Some(Row::Near) => u64::MAX.wrapping_sub(1),
            Some(Row::Create) | None => u64::MAX,
        }
    }

    fn name(&self, row: usize) -> Cow<'_, str> {
        match self.rows.row(row) {
            Some(Row::Client(id)) => Cow::Borrowed(self.rows.shown(id).map_or("", |shown| &shown.name)),
            Some(Row::FoundIn(id)) => self.found_in(id).map(|(line, _)| line).unwrap_or_default().into(),
            Some(Row::Near) => Cow::Borrowed(self.ctx.text.get("search-near-names")),
            Some(Row::Create) => self.create().into(),
            None => Cow::Borrowed(""),
        }
    }

    fn kind(&self, row: usize) -> RowKind {
        match self.rows.row(row) {
            Some(Row::FoundIn(_) | Row::Create) => RowKind::Full,
            Some(Row::Near) => RowKind::Heading,
            Some(Row::Client(_)) | None => RowKind::Record,
        }
    }

    fn selected(&self, row: usize) -> bool {
        matches!(self.rows.row(row), Some(Row::Client(id)) if self.rows.is_selected(id))
    }

    fn cell(&self, cell: &Cell<'_>, row: usize, column: usize) -> bool {
        let (Some((id, shown)), Some(column)) = (self.client(row), self.columns.get(column)) else {
            return false;
        };
        let tokens = cell.tokens();
        let font = regular(size::BODY);
        let marked = |text: &str, ink| cell.marked(text, font.clone(), ink, &self.marks(text));
        match column {
            Column::Name => cell.name(&shown.name, id.0, &self.marks(&shown.name)),
            Column::Contact => marked(&shown.contact, tokens.muted),
            Column::City => marked(&shown.city, tokens.text),
            Column::Phone => marked(&shown.phone, tokens.muted),
            Column::Number => marked(&shown.number, tokens.muted),
            Column::Custom(field) => marked(shown.custom(*field), tokens.text),
            Column::Categories => {
                let held = self.categories(shown);
                let pills: Vec<_> =
                    held.map(|held| (held.name.as_str(), show::tint_in(tokens, held.tint))).collect();
                cell.pills(&pills)
            }
            Column::State => {
                let state = shown.state.word();
                cell.status(state_word(self.ctx, state), state_ink(tokens, state))
            }
        }
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let (Some((_, shown)), Some(column)) = (self.client(row), self.columns.get(column)) else {
            return Cow::Borrowed("");
        };
        Cow::Borrowed(match column {
            Column::Name => &shown.name,
            Column::Contact => &shown.contact,
            Column::City => &shown.city,
            Column::Phone => &shown.phone,
            Column::Number => &shown.number,
            Column::Custom(field) => shown.custom(*field),
            Column::Categories => {
                let names: Vec<&str> = self.categories(shown).map(|held| held.name.as_str()).collect();
                return Cow::Owned(names.join(", "));
            }
            Column::State => state_word(self.ctx, shown.state.word()),
        })
    }

    fn full(&self, cell: &Cell<'_>, row: usize) -> bool {
        match self.rows.row(row) {
            Some(Row::FoundIn(id)) => {
                self.found_in(id).is_some_and(|(line, marks)| cell.below_name(&line, &marks))
            }
            Some(Row::Near) => {
                cell.text(self.ctx.text.get("search-near-names"), regular(size::SMALL), cell.tokens().muted)
            }
            Some(Row::Create) => cell.action(icons::PLUS, &self.create()),
            Some(Row::Client(_)) | None => false,
        }
    }
}

/// "dans une note du 3 juin : …".
fn found_line(ctx: &Ctx<'_>, found: &FoundIn) -> String {
    let text = ctx.text;
    let excerpt = || found.excerpt.as_str().into();
    let field = |name: &str| text.with("search-found-in", &[("field", name.into()), ("excerpt", excerpt())]);
    match &found.place {
        Place::Field(field_of) => field(text::field(text, *field_of)),
        Place::Contact => field(text.get("field-contacts")),
        Place::DeliveryAddress => field(text.get("field-delivery-address")),
        Place::Custom(id) => field(title(ctx, Column::Custom(*id))),
        Place::Attachment => text.with("search-found-in-attachment", &[("excerpt", excerpt())]),
        Place::Category => text.with("search-found-in-category", &[("excerpt", excerpt())]),
        Place::Note { date, .. } => {
            let day = ctx.format.day(text, *date, ctx.clock.today());
            text.with("search-found-in-note-of", &[("day", day.into()), ("excerpt", excerpt())])
        }
    }
}

/// The colour of a state; the word stands beside it.
pub(in crate::ui::screens) fn state_ink(tokens: &Tokens, state: StateFilter) -> Color32 {
    match state {
        StateFilter::Active => tokens.good.ink,
        StateFilter::ToComplete | StateFilter::ToCheck => tokens.warning.ink,
        StateFilter::Archived => tokens.muted,
    }
}
