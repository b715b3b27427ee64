//! One row of the file: its verdict, what it changes, what is to be checked, and its values to be repaired in place.

use egui::{Frame, Id, Margin, Ui, vec2};

use super::columns::header_of;
use super::verdict;
use crate::domain::doubt::Doubt;
use crate::domain::setup::Setup;
use crate::files::import::{Changed, ImportPlan, Planned, Verdict};
use crate::files::mapping::Mapping;
use crate::files::repairs::{Resembled, Twin};
use crate::files::table::Row;
use crate::text;
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::check::Check;
use crate::ui::widgets::ends::row as line;
use crate::ui::widgets::field::{Field, Left};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;
use crate::ui::widgets::scroll::scroll;
use crate::ui::widgets::segmented::Segmented;
use crate::ui::widgets::status::Status;

const NAMES: f32 = 150.0;
const VALUE: usize = 1_000_000;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Back to the columns.
    Back,
    /// This cell says this; none: what the file says.
    Repair(usize, Option<String>),
    /// It is whom it resembles, or a client of its own.
    Same(bool),
    /// Do not import the row, or do after all.
    LeaveOut(bool),
}

/// A row that is open, with what is typed over it.
#[derive(Debug)]
pub(super) struct Open {
    /// Its number in the plan.
    pub(super) number: usize,
    /// As it stands in the file.
    pub(super) row: Row,
    /// What is known of it by the plan.
    told: Told,
    /// What its cells say now.
    typed: Vec<String>,
    /// The cursor goes into the first cell in the next pass.
    focus: bool,
}

/// What a plan says of a row.
#[derive(Debug, Default)]
struct Told {
    verdict: String,
    changes: Vec<Changed>,
    doubts: Vec<Doubt>,
    /// What is not kept as the file has it.
    mended: Vec<String>,
}

impl Open {
    /// Opens a row; `repaired` is the row as it was repaired.
    pub(super) fn new(number: usize, row: Row, repaired: &Row, columns: usize, focus: bool) -> Self {
        let told = Told::default();
        let typed = (0..columns.max(row.len())).map(|column| repaired.cell(column).to_owned()).collect();
        Self { number, row, told, typed, focus }
    }

    /// Takes over what a plan says of it.
    pub(super) fn tell(&mut self, ctx: &Ctx<'_>, plan: &ImportPlan) {
        let mended = |mended| text::row_mended(ctx.text, self.row.line, mended);
        self.told = Told {
            verdict: verdict::words(ctx, plan, self.number),
            changes: plan.changes_of(self.number),
            doubts: plan.doubts_of(self.number),
            mended: plan.mended(self.number).iter().map(mended).collect(),
        };
    }

    /// The field of a cell.
    fn field(&self, column: usize) -> Id {
        Id::unique(("import", "cell", self.number, column))
    }

    /// The row.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        plan: &ImportPlan,
        mapping: &Mapping,
        twin: Option<(&Twin, Option<bool>)>,
    ) -> Option<Asked> {
        let planned = plan.rows.get(self.number)?;
        let setup = plan.setup().unwrap_or(ctx.setup);
        let focus = std::mem::take(&mut self.focus);
        scroll(ui, "row", |ui| {
            Frame::new()
                .inner_margin(Margin { left: 14, right: 18, top: 10, bottom: 12 })
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                    verdict_ui(ui, ctx, planned, &self.told.verdict);
                    changes_ui(ui, ctx, setup, &self.told.changes);
                    doubts_ui(ui, ctx, setup, &self.told);
                    let same = twin.and_then(|(twin, same)| twin_ui(ui, ctx, twin, same));
                    let out = leave_out_ui(ui, ctx, planned);
                    ui.add_space(6.0);
                    ui.add(Label::section(ctx.text.get("import-values")).heading(2));
                    let repaired = self.values_ui(ui, ctx, mapping, focus);
                    same.or(out).or(repaired)
                })
                .inner
        })
    }

    fn values_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, mapping: &Mapping, focus: bool) -> Option<Asked> {
        let mut asked = None;
        let ids: Vec<Id> = (0..self.typed.len()).map(|column| self.field(column)).collect();
        for (column, (typed, id)) in self.typed.iter_mut().zip(ids).enumerate() {
            let header = mapping.columns().get(column).map_or("", |column| column.header.as_str());
            let name = header_of(ctx, column, header);
            let there = self.row.cell(column);
            let given_back = line(ui, size::FIELD, |ui| {
                ui.add(Label::body(&name).colour(tokens(ui).muted).width(NAMES));
                let other = *typed != there;
                let room = ui.available_width() - if other { 2.0 * size::BUTTON } else { 0.0 };
                let field = Field::new(id, &name, typed).label_hidden().limit(VALUE).width(room);
                let left = field.show(ui).left;
                if left == Some(Left::Escape) {
                    there.clone_into(typed);
                }
                if left.is_some() {
                    let said = (*typed != there).then(|| typed.clone());
                    asked = Some(Asked::Repair(column, said));
                }
                let undo = ctx.text.with("import-cell-undo", &[("name", name.as_str().into())]);
                let undo = IconButton::new(icons::ARROW_U_UP_LEFT, &undo).id(id.with("undo"));
                other && ui.add(undo).clicked()
            });
            if given_back {
                there.clone_into(typed);
                asked = Some(Asked::Repair(column, None));
            }
            if focus && column == 0 {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        }
        asked
    }
}

/// The line above.
pub(super) fn head_ui(ui: &mut Ui, ctx: &Ctx<'_>, planned: &Planned) -> Option<Asked> {
    let text = ctx.text;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), size::HEAD));
    let tokens = tokens(ui);
    ui.painter().rect_filled(rect, 0, tokens.sunken);
    paint::hair_x(ui.painter(), rect.x_range(), rect.bottom(), tokens.line);
    let place = rect.shrink2(vec2(8.0, 0.0));
    let mut head = ui.new_child(
        egui::UiBuilder::new().max_rect(place).layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    head.spacing_mut().item_spacing.x = 4.0;
    let back = IconButton::new(icons::ARROW_LEFT, text.get("import-back")).small();
    let back = head.add(back.id(Id::unique(("import", "back")))).clicked();
    let title = text.with("import-row", &[("line", planned.line.into())]);
    head.add(Label::small(&title).medium().colour(tokens.muted));
    back.then_some(Asked::Back)
}

/// What becomes of it, whole.
fn verdict_ui(ui: &mut Ui, ctx: &Ctx<'_>, planned: &Planned, said: &str) {
    let colours = tokens(ui);
    let name = if planned.name.is_empty() { ctx.text.get("import-nameless") } else { &*planned.name };
    ui.add(Label::body(name).strong());
    if let Verdict::Refused(reason) = &planned.verdict {
        let reason = text::row_refused(ctx.text, reason);
        let said = ctx.text.with("import-verdict-refused", &[("reason", reason.into())]);
        ui.add(Label::body(&said).colour(colours.danger.ink).wrap().status());
        return;
    }
    // Whom it resembles is said below, with the question.
    if planned.twin.is_none() {
        ui.add(Status::new(said, verdict::kind(planned).colour(colours)));
    }
}

/// The old beside the new.
fn changes_ui(ui: &mut Ui, ctx: &Ctx<'_>, setup: &Setup, changes: &[Changed]) {
    if changes.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.add(Label::section(ctx.text.get("import-changes")).heading(2));
    let muted = tokens(ui).muted;
    let ctx = &Ctx { setup, ..*ctx };
    for Changed { place, old, new } in changes {
        let name = text::named(ctx.text, setup, *place);
        let [old, new] = [old, new].map(|value| show::typed(ctx, *place, value));
        line(ui, size::BODY_LINE, |ui| {
            ui.add(Label::body(&name).colour(muted).width(NAMES));
            let room = (ui.available_width() - 32.0) / 2.0;
            let before = if old.is_empty() { ctx.text.get("import-sample-none") } else { &old };
            ui.add(Label::body(before).colour(muted).width(room));
            ui.add(Label::body("→").colour(muted).width(16.0));
            ui.add(Label::body(&new).width(room));
        });
    }
}

/// What is to be checked.
fn doubts_ui(ui: &mut Ui, ctx: &Ctx<'_>, setup: &Setup, Told { doubts, mended, .. }: &Told) {
    let ink = tokens(ui).warning.ink;
    for doubt in doubts {
        let said = text::doubt(ctx.text, setup, doubt).full;
        ui.add(Label::body(&said).colour(ink).wrap());
    }
    for said in mended {
        ui.add(Label::body(said).colour(ink).wrap());
    }
}

/// Whom it resembles, and whether it is that one: none if the user has not said.
fn twin_ui(ui: &mut Ui, ctx: &Ctx<'_>, twin: &Twin, same: Option<bool>) -> Option<Asked> {
    let text = ctx.text;
    let ink = if same.is_none() { tokens(ui).warning.ink } else { tokens(ui).muted };
    let name = ("name", twin.name.as_str().into());
    let likeness = ("likeness", text::likeness(text, twin.likeness).into());
    let said = match twin.who {
        Resembled::Client(_) => text.with("import-twin-in-book", &[name, likeness]),
        Resembled::Line(line) => text.with("import-twin-in-file", &[name, likeness, ("line", line.into())]),
    };
    ui.add(Label::body(&said).colour(ink).wrap());
    let choices = [(Some(true), text.get("import-twin-same")), (Some(false), text.get("import-twin-other"))];
    let id = Id::unique(("import", "twin"));
    let mut chosen = same;
    let question = Segmented::new(id, text.get("duplicate-title"), &choices).low();
    question.show(ui, &mut chosen).changed().then_some(chosen).flatten().map(Asked::Same)
}

fn leave_out_ui(ui: &mut Ui, ctx: &Ctx<'_>, planned: &Planned) -> Option<Asked> {
    let mut out = planned.verdict == Verdict::LeftOut;
    let check = Check::new(&mut out, ctx.text.get("import-leave-out")).id(Id::unique(("import", "out")));
    ui.add(check).changed().then_some(Asked::LeaveOut(out))
}
