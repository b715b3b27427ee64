//! The rows of the file with their verdicts: a grid, of which one kind can be shown alone.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use egui::{Id, Ui};

use super::verdict::{self, Kind};
use crate::files::import::{ImportPlan, Planned};
use crate::ui::ctx::Ctx;
use crate::ui::theme::{regular, size};
use crate::ui::widgets::grid::{Cell, Column, Grid, GridEvent, GridModel, GridState};

const LINE: usize = 0;
const CLIENT: usize = 1;

/// Which rows show, and where the grid is.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// Numbers in the plan.
    shown: Vec<usize>,
    /// How many there are of each kind.
    pub(super) counts: [usize; Kind::ALL.len()],
    /// The verdicts of the rows that were in view, in words.
    said: HashMap<usize, String>,
    pub(super) only: Option<Kind>,
    pub(super) grid: GridState,
}

impl Rows {
    /// Chooses the rows to show of a plan, anew: of the kind that is asked for, and the one that is open in any case, for
    /// a repair must not make it go from under the hand.
    pub(super) fn choose(&mut self, plan: &ImportPlan, open: Option<usize>) {
        self.said.clear();
        self.counts = Kind::ALL.map(|kind| plan.rows.iter().filter(|row| kind.holds(row)).count());
        let holds = |number: usize, row: &Planned| {
            open == Some(number) || self.only.is_none_or(|kind| kind.holds(row))
        };
        let all = plan.rows.iter().enumerate();
        self.shown = all.filter(|(number, row)| holds(*number, row)).map(|(number, _)| number).collect();
        let place = open.and_then(|open| self.shown.binary_search(&open).ok());
        if let Some(place) = place {
            self.grid.go_to(place);
        }
    }

    /// The row of the plan that is current.
    pub(super) fn current(&self) -> Option<usize> {
        self.shown.get(self.grid.current()?).copied()
    }

    /// Shows them; returns the row of the plan that was opened.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, plan: &ImportPlan) -> Option<usize> {
        let text = ctx.text;
        let columns = [
            Column::new(text.get("import-line"), 62.0).right(),
            Column::new(text.get("import-client"), 180.0),
            Column::new(text.get("import-verdict"), 210.0),
        ];
        let grid =
            Grid::new(Id::unique(("import", "rows")), text.get("import-rows"), &columns).opens(Some(CLIENT));
        let mut view = View { ctx, plan, shown: &self.shown, said: &mut self.said };
        let mut opened = None;
        for event in grid.show(ui, &mut self.grid, &mut view) {
            if let GridEvent::Open(row) | GridEvent::Cell { row, .. } = event {
                opened = self.shown.get(row).copied();
            }
        }
        opened
    }
}

struct View<'a> {
    ctx: &'a Ctx<'a>,
    plan: &'a ImportPlan,
    shown: &'a [usize],
    said: &'a mut HashMap<usize, String>,
}

impl View<'_> {
    fn planned(&self, row: usize) -> Option<&Planned> {
        self.plan.rows.get(*self.shown.get(row)?)
    }

    fn name_of<'b>(&'b self, row: &'b Planned) -> &'b str {
        if row.name.is_empty() { self.ctx.text.get("import-nameless") } else { &row.name }
    }
}

impl GridModel for View<'_> {
    fn len(&self) -> usize {
        self.shown.len()
    }

    fn prepare(&mut self, rows: Range<usize>) {
        for number in rows.filter_map(|row| self.shown.get(row).copied()) {
            self.said.entry(number).or_insert_with(|| verdict::words(self.ctx, self.plan, number));
        }
    }

    fn id(&self, row: usize) -> u64 {
        self.shown.get(row).and_then(|number| u64::try_from(*number).ok()).unwrap_or(u64::MAX)
    }

    fn name(&self, row: usize) -> Cow<'_, str> {
        self.text(row, CLIENT)
    }

    fn cell(&self, cell: &Cell<'_>, row: usize, column: usize) -> bool {
        let Some(planned) = self.planned(row) else { return false };
        let tokens = cell.tokens();
        let text = self.text(row, column);
        match column {
            LINE => cell.text(&text, regular(size::BODY), tokens.muted),
            CLIENT if planned.name.is_empty() => cell.text(&text, regular(size::BODY), tokens.faint),
            CLIENT => cell.text(&text, regular(size::BODY), tokens.text),
            _ => cell.status(&text, verdict::kind(planned).colour(tokens)),
        }
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let Some(planned) = self.planned(row) else { return "".into() };
        match column {
            LINE => planned.line.to_string().into(),
            CLIENT => self.name_of(planned).into(),
            _ => {
                self.shown.get(row).and_then(|number| self.said.get(number)).map_or("", String::as_str).into()
            }
        }
    }
}
