//! Dialogs: one question each, over the page.

use egui::Ui;

mod confirm;
mod consent;
mod export;
mod field;
mod import;
mod merge;
mod palette;
mod put_off;
mod restore;
mod review;
mod shortcuts;

pub use self::confirm::Confirm;
pub use self::consent::ConsentDialog;
pub use self::export::{ExportDialog, Exportable};
pub use self::field::FieldDialog;
pub use self::import::{Confirmed, ImportDialog};
pub use self::merge::Merge;
pub use self::palette::{Offer, Palette};
pub use self::put_off::PutOff;
pub use self::restore::RestoreDialog;
pub use self::review::ReviewDialog;
pub use self::shortcuts::Shortcuts;
use super::action::Actions;
use super::ctx::Ctx;
use super::theme::size;
use super::widgets::button::Button;
use super::widgets::ends::ends;
use crate::text::Text;

/// The dialog that is open.
#[derive(Debug)]
pub enum Dialog {
    /// The summary before a client is registered or changed.
    Review(Box<ReviewDialog>),
    /// An answer of a client is recorded.
    Consent(Box<ConsentDialog>),
    /// A question with two answers.
    Confirm(Confirm),
    /// Into which category another goes.
    Merge(Merge),
    /// A custom field that is added or changed.
    Field(FieldDialog),
    /// To which day a reminder is put off.
    PutOff(PutOff),
    /// What is exported.
    Export(Box<ExportDialog>),
    /// What importing a file would do.
    Import(Box<ImportDialog>),
    /// What a backup holds, before it is restored.
    Restore(RestoreDialog),
    /// Any action and any client, by name.
    Palette(Palette),
    /// The shortcuts.
    Shortcuts(Shortcuts),
}

impl Dialog {
    /// Draws it over everything.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>) -> Actions {
        match self {
            Self::Review(dialog) => dialog.ui(egui, ctx),
            Self::Consent(dialog) => dialog.ui(egui, ctx),
            Self::Confirm(dialog) => dialog.ui(egui, ctx.text),
            Self::Merge(dialog) => dialog.ui(egui, ctx),
            Self::Field(dialog) => dialog.ui(egui, ctx),
            Self::PutOff(dialog) => dialog.ui(egui, ctx),
            Self::Export(dialog) => dialog.ui(egui, ctx.text),
            Self::Import(dialog) => dialog.ui(egui, ctx),
            Self::Palette(dialog) => dialog.ui(egui, ctx),
            Self::Shortcuts(dialog) => dialog.ui(egui, ctx.text),
            Self::Restore(dialog) => dialog.ui(egui, ctx.text, ctx.format, *ctx.clock),
        }
    }
}

/// The foot of a dialog: to cancel at the left, the one thing to do at the right. Whether each was asked for.
fn footer(ui: &mut Ui, text: &Text, yes: Button<'_>) -> (bool, bool) {
    ends(
        ui,
        size::BUTTON,
        |ui| ui.add(Button::ghost(text.get("action-cancel"))).clicked(),
        |ui| ui.add(yes).clicked(),
    )
}
