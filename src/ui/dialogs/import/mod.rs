//! Importing a file: what its columns are taken for at the left, what becomes of each row at the right, before anything is
//! written.
//!
//! The dialog holds the file as it was read, the mapping, and what was repaired; a plan is made of them on the write
//! thread. Whatever changes asks for another plan; the one there is stays on screen until that comes.

mod columns;
mod counts;
mod read;
mod row;
mod rows;
mod verdict;

use std::sync::Arc;

use egui::{Context, Id, Rect, Ui, UiBuilder, pos2, vec2};

use self::columns::Samples;
use self::row::Open;
use self::rows::Rows;
use crate::domain::command::Command;
use crate::files::import::ImportPlan;
use crate::files::mapping::Mapping;
use crate::files::repairs::{Repairs, Settled};
use crate::files::source::Source;
use crate::files::table::Row;
use crate::jobs::{Progress, ReadSource, Request};
use crate::ui::action::{Action, Actions, SettingsSection};
use crate::ui::ctx::Ctx;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::{Dialog, MARGIN};
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;

/// An import that may be made.
#[derive(Debug)]
pub struct ImportDialog {
    source: Arc<Source>,
    sheet: usize,
    /// What the columns of each sheet become.
    mappings: Vec<Mapping>,
    mapping: Mapping,
    /// The mapping was changed by hand: it is remembered for the next file with these headers.
    changed: bool,
    repairs: Repairs,
    plan: Option<Arc<ImportPlan>>,
    /// The plan that is being made, and by which number it was asked for.
    planning: Option<(u64, Progress)>,
    /// A plan is to be asked for.
    wanted: bool,
    rows: Rows,
    open: Option<Open>,
    /// The button that imports takes the focus in the next pass: the first plan has come.
    focus: bool,
    /// The row of the plan whose values stand beside the columns; none: the first value of each.
    sample: Option<usize>,
}

/// An import that was confirmed.
#[derive(Debug)]
pub struct Confirmed {
    /// What does it.
    pub command: Command,
    /// The name of the file.
    pub file: String,
    /// What is to be remembered of the mapping, and under which name; none if it was not changed.
    pub remember: Option<(String, Vec<u8>)>,
}

impl ImportDialog {
    /// Of a file that was read; none if there is no table in it.
    pub fn new(read: ReadSource) -> Option<Self> {
        let ReadSource { source, mappings, .. } = read;
        let mapping = mappings.first()?.clone();
        Some(Self {
            source,
            sheet: 0,
            mappings,
            mapping,
            changed: false,
            repairs: Repairs::default(),
            plan: None,
            planning: None,
            wanted: true,
            rows: Rows::default(),
            open: None,
            focus: true,
            sample: None,
        })
    }

    /// Asks for a plan under a number, if one is wanted. The one that is being made is stopped: the latest wins.
    pub fn ask(&mut self, ticket: u64) -> Option<Request> {
        if !std::mem::take(&mut self.wanted) {
            return None;
        }
        self.stop();
        let progress = Progress::default();
        self.planning = Some((ticket, progress.clone()));
        Some(Request::Plan {
            ticket,
            source: Arc::clone(&self.source),
            sheet: self.sheet,
            mapping: Box::new(self.mapping.clone()),
            repairs: self.repairs.clone(),
            progress,
        })
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.source.name
    }

    /// Whether this is the plan that is waited for: another one was overtaken.
    pub fn awaits(&self, ticket: u64) -> bool {
        self.planning.as_ref().is_some_and(|(asked, _)| *asked == ticket)
    }

    /// The plan that was waited for was made.
    pub fn planned(&mut self, plan: ImportPlan, ctx: &Ctx<'_>) {
        self.planning = None;
        let open = self.open.as_ref().map(|open| open.number);
        self.rows.choose(&plan, open);
        if let Some(open) = &mut self.open {
            open.tell(ctx, &plan);
        }
        self.plan = Some(Arc::new(plan));
    }

    /// Stops the plan that is being made.
    pub fn stop(&mut self) {
        if let Some((_, progress)) = self.planning.take() {
            progress.stop();
        }
    }

    /// What does it, if there is a plan of what shows that does anything.
    pub fn confirm(&self) -> Option<Confirmed> {
        let plan = self.plan.as_ref().filter(|_| self.is_settled())?;
        let command = plan.as_ref().clone().command()?;
        let remember = self.changed.then(|| (self.mapping.key(), self.mapping.remembered()));
        Some(Confirmed { command, file: self.source.name.clone(), remember })
    }

    /// The plan there is says what would be done.
    fn is_settled(&self) -> bool {
        self.planning.is_none() && !self.wanted
    }

    /// Draws it.
    pub fn ui(&mut self, egui: &Context, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let text = ctx.text;
        let clients = self.clients().filter(|_| self.is_settled());
        let yes = match clients {
            Some(n) if n > 0 => text.with("import-confirm-count", &[("n", n.into())]),
            _ => text.get("import-confirm").to_owned(),
        };
        let does = clients.is_some_and(|n| n > 0);
        let id = Id::unique("importing");
        let yes_id = Id::unique(("import", "yes"));
        let shown = Dialog::new(id, text.get("import-title")).size(1000.0, 640.0).fills().show(
            egui,
            |ui| self.body_ui(ui, ctx),
            |ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                ends(
                    ui,
                    32.0,
                    |ui| ui.add(Button::ghost(text.get("action-cancel"))).clicked(),
                    |ui| {
                        let list = ui.add(Button::link(text.get("import-undone-later")).small()).clicked();
                        let yes = Button::primary(&yes).id(yes_id).enabled(does);
                        (list, ui.add(yes).clicked())
                    },
                )
            },
        );
        if self.plan.is_some() && std::mem::take(&mut self.focus) {
            egui.memory_mut(|memory| memory.request_focus(yes_id));
        }
        let (no, (list, yes)) = shown.footer;
        // Inside a row both keys leave the row.
        if (shown.escaped || shown.confirmed) && self.open.is_some() {
            self.close_row();
        } else if no || shown.escaped {
            self.stop();
            actions.push(Action::CloseDialog);
        } else if list {
            self.stop();
            actions.push(Action::Settings(SettingsSection::Imports));
        } else if yes || (shown.confirmed && does) {
            actions.push(Action::ConfirmImport);
        }
        if self.wanted {
            actions.push(Action::PlanImport);
        }
        actions
    }

    /// How many clients would be added or changed.
    fn clients(&self) -> Option<usize> {
        let plan = self.plan.as_ref()?;
        Some(plan.additions().len().saturating_add(plan.changes().len()))
    }

    fn body_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (_, head) = ui.allocate_space(vec2(ui.available_width(), 36.0));
        let place = head.shrink2(vec2(MARGIN, 0.0));
        self.head_ui(&mut ui.new_child(UiBuilder::new().max_rect(place)), ctx);
        let rest = ui.available_rect_before_wrap();
        let colours = tokens(ui);
        let split = (rest.left() + rest.width() * 0.5).round();
        let left = Rect::from_min_max(rest.min, pos2(split, rest.bottom()));
        let right = Rect::from_min_max(pos2(split + 1.0, rest.top()), rest.max);
        let mut left_ui = ui.new_child(UiBuilder::new().id_salt("left").max_rect(left));
        left_ui.set_clip_rect(left);
        left_ui.spacing_mut().item_spacing.y = 0.0;
        if self.open.is_some() {
            self.row_ui(&mut left_ui, ctx);
        } else {
            self.columns_ui(&mut left_ui, ctx);
        }
        let mut right_ui = ui.new_child(UiBuilder::new().id_salt("right").max_rect(right));
        self.rows_ui(&mut right_ui, ctx);
        paint::hair_x(ui.painter(), rest.x_range(), rest.top(), colours.line);
        paint::hair_y(ui.painter(), split, rest.y_range(), colours.line);
    }

    /// What was read and how, which sheet of it, and the counts.
    fn head_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let plan = self.plan.clone();
        let (sheet, only) = ends(
            ui,
            32.0,
            |ui| {
                let sheet = read::sheet_ui(ui, ctx, &self.source, self.sheet);
                read::read_ui(ui, ctx, &self.source, self.sheet);
                sheet
            },
            |ui| counts::counts_ui(ui, ctx, self.rows.counts, self.rows.only),
        );
        if let Some(sheet) = sheet.filter(|sheet| *sheet != self.sheet) {
            self.choose_sheet(sheet);
        }
        if let (Some(kind), Some(plan)) = (only, &plan) {
            self.rows.only = (self.rows.only != Some(kind)).then_some(kind);
            self.open = None;
            self.rows.grid.reset();
            self.rows.choose(plan, None);
        }
    }

    fn columns_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let all = self.plan.as_ref().map_or(0, |plan| plan.rows.len());
        let samples = Samples {
            before: self.sample.is_some(),
            after: self.sample.map_or(0, |sample| sample.saturating_add(1)) < all,
        };
        let stepped = columns::head_ui(ui, ctx, samples);
        let lost = columns::lost(&self.mapping);
        let foot = if lost.is_empty() { 0.0 } else { size::HEAD };
        let list = ui.available_size() - vec2(0.0, foot);
        let row = self.sample.and_then(|sample| self.row(sample)).map(|(_, row)| row);
        let asked = ui
            .scope_builder(UiBuilder::new().max_rect(Rect::from_min_size(ui.cursor().min, list)), |ui| {
                columns::list_ui(ui, ctx, &self.mapping, row.as_ref())
            });
        if !lost.is_empty() {
            let said = ctx.text.with("import-left-behind", &[("columns", lost.join(", ").into())]);
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), foot));
            paint::hair_x(ui.painter(), rect.x_range(), rect.top(), tokens(ui).line);
            let place = rect.shrink2(vec2(columns::EDGE, 8.0));
            let mut foot = ui.new_child(UiBuilder::new().max_rect(place));
            let ink = tokens(&foot).warning.ink;
            foot.add(Label::small(&said).colour(ink));
        }
        match stepped.or(asked.inner) {
            Some(columns::Asked::Becomes(column, target)) => {
                self.mapping.set(column, target);
                self.changed = true;
                self.wanted = true;
            }
            Some(columns::Asked::Previous) => {
                self.sample = self.sample.and_then(|sample| sample.checked_sub(1));
            }
            Some(columns::Asked::Next) => {
                self.sample = Some(self.sample.map_or(0, |sample| sample.saturating_add(1)));
            }
            None => {}
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let (Some(plan), Some(open)) = (&self.plan, &mut self.open) else { return };
        let Some(planned) = plan.rows.get(open.number) else { return };
        let back = row::head_ui(ui, ctx, planned);
        let line = open.row.line;
        let settled = self.repairs.settled(line);
        let twin = settled.map(|settled| &settled.twin).or(planned.twin.as_deref());
        let known = twin.map(|twin| (twin, settled.map(|settled| settled.same)));
        let asked = open.ui(ui, ctx, plan, &self.mapping, known);
        let changed = match back.or(asked) {
            Some(row::Asked::Back) => {
                self.close_row();
                false
            }
            Some(row::Asked::Repair(column, Some(said))) => {
                self.repairs.cells.insert((line, column), said.clone()) != Some(said)
            }
            Some(row::Asked::Repair(column, None)) => self.repairs.cells.remove(&(line, column)).is_some(),
            Some(row::Asked::Same(same)) => {
                let settled = twin.cloned().map(|twin| Settled { twin, same });
                settled.is_some_and(|settled| {
                    self.repairs.settled.insert(line, settled.clone()) != Some(settled)
                })
            }
            Some(row::Asked::LeaveOut(true)) => self.repairs.left_out.insert(line),
            Some(row::Asked::LeaveOut(false)) => self.repairs.left_out.remove(&line),
            None => false,
        };
        self.wanted |= changed;
    }

    fn rows_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(plan) = self.plan.clone() else {
            return self.progress_ui(ui, ctx);
        };
        let opened = self.rows.ui(ui, ctx, &plan);
        if self.planning.is_some() {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
        }
        let current = self.rows.current();
        let open = self.open.as_ref().map(|open| open.number);
        if let Some(number) = opened {
            self.open_row(number, true, ctx);
        } else if let (Some(open), Some(current)) = (open, current)
            && open != current
        {
            // What is shown follows the row one goes to.
            self.open_row(current, false, ctx);
        }
    }

    /// How far the first plan is.
    fn progress_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let (done, total) = self.planning.as_ref().map(|(_, progress)| progress.read()).unwrap_or_default();
        let percent = done.saturating_mul(100).checked_div(total).unwrap_or_default().min(100);
        let said = ctx.text.with("import-planning", &[("n", percent.into())]);
        ui.add_space(20.0);
        ui.vertical_centered(|ui| ui.add(Label::body(&said).colour(tokens(ui).muted).status()));
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
    }

    /// A row of the plan: as it stands in the file, and as it was repaired.
    fn row(&self, number: usize) -> Option<(Row, Row)> {
        let planned = self.plan.as_ref()?.rows.get(number)?;
        let row = self.source.table(self.sheet)?.row(planned.at, planned.line)?;
        let repaired = self.repairs.apply(row.clone());
        Some((row, repaired))
    }

    fn open_row(&mut self, number: usize, focus: bool, ctx: &Ctx<'_>) {
        let Some((row, repaired)) = self.row(number) else { return };
        let mut open = Open::new(number, row, &repaired, self.mapping.columns().len(), focus);
        if let Some(plan) = &self.plan {
            open.tell(ctx, plan);
        }
        self.open = Some(open);
    }

    fn close_row(&mut self) {
        self.open = None;
        self.rows.grid.request_focus();
    }

    /// Another table of the file: nothing of it was changed or repaired.
    fn choose_sheet(&mut self, sheet: usize) {
        let Some(mapping) = self.mappings.get(sheet) else { return };
        (self.sheet, self.mapping, self.changed) = (sheet, mapping.clone(), false);
        self.repairs = Repairs::default();
        (self.plan, self.open, self.sample) = (None, None, None);
        self.rows = Rows::default();
        self.wanted = true;
    }
}
