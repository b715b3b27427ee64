//! What importing a file would do, before anything is written: counts, refused rows, one button.

use egui::{Context, Id};

use crate::domain::command::Command;
use crate::files::import::{ImportPlan, Refusal};
use crate::text::{self, Text};
use crate::ui::action::{Action, Actions};
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;

/// So many refused rows are listed; more are counted.
const LISTED: usize = 200;

/// "Line 12: no name".
fn refused_line(text: &Text, refusal: &Refusal) -> String {
    let reason = text::row_refused(text, &refusal.reason);
    text.with("import-refused-line", &[("line", refusal.line.into()), ("reason", reason.into())])
}

/// An import that may be made.
#[derive(Debug)]
pub struct ImportDialog {
    plan: ImportPlan,
    file: String,
}

impl ImportDialog {
    /// What importing the file of this name would do.
    pub fn new(plan: ImportPlan, file: String) -> Self {
        Self { plan, file }
    }

    /// The one command that does it, and the file it came from; none if there is nothing to do.
    pub fn into_command(self) -> Option<(Command, String)> {
        Some((self.plan.command()?, self.file))
    }

    /// Draws it.
    pub fn ui(&mut self, ctx: &Context, text: &Text) -> Actions {
        let mut actions = Actions::new();
        let yes = Id::unique("yes");
        let plan = &self.plan;
        let does = plan.added > 0 || plan.updated > 0;
        let lines = [
            ("import-read", plan.read),
            ("import-added", plan.added),
            ("import-updated", plan.updated),
            ("import-unchanged", plan.unchanged),
            ("import-refused", plan.refused.len()),
            ("import-doubts", plan.doubts),
        ];
        let shown = Dialog::new(Id::unique("importing"), text.get("import-title"))
            .under(&self.file)
            .size(620.0, 460.0)
            .focus(yes)
            .show(
                ctx,
                |ui| {
                    ui.spacing_mut().item_spacing.y = 6.0;
                    for (key, count) in lines {
                        ui.add(Label::body(&text.with(key, &[("n", count.into())])));
                    }
                    if !plan.left_behind.is_empty() {
                        let columns = text.list(&plan.left_behind);
                        let line = text.with("import-left-behind", &[("columns", columns.into())]);
                        ui.add(Label::body(&line).wrap());
                    }
                    ui.add_space(8.0);
                    let muted = tokens(ui).muted;
                    for refusal in plan.refused.iter().take(LISTED) {
                        ui.add(Label::body(&refused_line(text, refusal)).colour(muted).wrap());
                    }
                },
                |ui| {
                    ends(
                        ui,
                        32.0,
                        |ui| ui.add(Button::ghost(text.get("action-cancel"))).clicked(),
                        |ui| {
                            ui.add(Button::primary(text.get("import-confirm")).id(yes).enabled(does))
                                .clicked()
                        },
                    )
                },
            );
        let (no, yes) = shown.footer;
        if no || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if yes {
            actions.push(Action::ConfirmImport);
        }
        actions
    }
}
