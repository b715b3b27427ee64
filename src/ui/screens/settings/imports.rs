//! The imports of a book: each is undone as a whole, also weeks later. What was changed since is kept, and said.

use egui::{Align, Layout, Ui, UiBuilder};

use super::{LINE, clients, line_place};
use crate::store::{self, Imported};
use crate::ui::action::{Action, Actions};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, Dialog};
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;
use crate::ui::widgets::status::Status;

const DAY: f32 = 170.0;
const CLIENTS: f32 = 110.0;
const STATE: f32 = 140.0;

/// What is known of the imports, as of a change of the book.
#[derive(Debug, Default)]
pub(super) struct Imports {
    of: Option<u64>,
    all: store::Imports,
}

impl Imports {
    /// Reads what is new once the book was changed.
    pub(super) fn refresh(&mut self, ctx: &Ctx<'_>) {
        if self.of == Some(ctx.revision) {
            return;
        }
        let Some(snapshot) = ctx.snapshot() else { return };
        match self.all.read_on(&snapshot) {
            Ok(()) => self.of = Some(ctx.revision),
            Err(error) => log::warn!("imports not read: {error}"),
        }
    }

    /// All of them, the last one first.
    pub(super) fn list_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let said = ctx.text.get(if self.all.list().len() == 0 { "imports-none" } else { "imports-said" });
        ui.add(Label::body(said).colour(tokens(ui).muted).wrap());
        ui.add_space(10.0);
        for import in self.all.list() {
            let Some(rect) = line_place(ui, LINE) else { continue };
            let builder = UiBuilder::new()
                .scope_id(egui::Id::unique(("settings", "import", import.entry)))
                .max_rect(rect)
                .layout(Layout::left_to_right(Align::Center));
            let mut line = ui.new_child(builder);
            line.spacing_mut().item_spacing.x = 8.0;
            import_ui(&mut line, ctx, import, actions);
            paint::hair_x(ui.painter(), rect.x_range(), rect.bottom() - 1.0, tokens(ui).line);
        }
    }
}

/// Its file, its day, how many clients, and how it stands.
fn import_ui(ui: &mut Ui, ctx: &Ctx<'_>, import: &Imported, actions: &mut Actions) {
    let (text, muted) = (ctx.text, tokens(ui).muted);
    let room = ui.available_width() - DAY - CLIENTS - STATE - 4.0 * 8.0;
    ui.add(Label::body(&import.file).medium().width(room));
    let at = ctx.clock.local(import.at);
    let day = ctx.format.day(text, at.date(), ctx.clock.today());
    let time = ctx.format.time(at.time());
    let when = text.with("import-when", &[("day", day.into()), ("time", time.into())]);
    ui.add(Label::body(&when).colour(muted).width(DAY));
    let count = clients(text, Some(import.clients));
    ui.add(Label::body(&count).colour(muted).width(CLIENTS).align(Align::Max));
    ui.add_space(8.0);
    if import.undone {
        ui.add(Status::quiet(text.get("import-undone"), muted));
        return;
    }
    let undo = Button::plain(text.get("undo-import")).small().id(ui.unique_id().with("undo"));
    let undo = ui.add(undo.width(STATE - 8.0));
    // Each by a name of its own, for readers.
    let name = text
        .with("import-undo-named", &[("file", import.file.as_str().into()), ("when", when.as_str().into())]);
    ui.ctx().accesskit_node_builder(undo.id, |node| node.set_label(name));
    if undo.clicked() {
        let title = text.with("import-undo-question", &[("file", import.file.as_str().into())]);
        let body = text.with("import-undo-body", &[("n", import.clients.into()), ("when", when.into())]);
        let yes = text.get("undo-import").to_owned();
        let question = Confirm::new(title, body, yes, Action::UndoEntry(import.entry));
        actions.push(Action::Open(Box::new(Dialog::Confirm(question))));
    }
}
