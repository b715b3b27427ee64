//! The categories of a book: added, renamed and tinted in place, merged, deleted.

use egui::{
    Align, Id, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit::Role,
    vec2,
};

use super::{LINE, clients, line_place};
use crate::domain::category::{Category, Tint};
use crate::domain::command::{CategoryCommand, Command};
use crate::domain::usage::Usage;
use crate::text::Text;
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, Dialog, Merge};
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::field::{Field, Left};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint;
use crate::ui::widgets::pill::Pill;

const CLIENTS: f32 = 110.0;

/// What is typed into the section.
#[derive(Debug, Default)]
pub(super) struct Categories {
    new: String,
    editing: Option<Editing>,
}

/// A category that is being changed.
#[derive(Debug)]
struct Editing {
    before: Category,
    name: String,
    tint: Tint,
    /// The cursor goes into the name in the next pass.
    focus: bool,
}

impl Categories {
    /// The field for a new one; while one types, the list shows those that are like it.
    pub(super) fn add_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let id = Id::unique(("settings", "new category"));
            let field = Field::new(id, text.get("category-new"), &mut self.new).limit(Category::LONGEST);
            let hint = text.get("category-new");
            let entered = field.width(320.0).label_hidden().hint(hint).show(ui).left == Some(Left::Enter);
            let named = ctx.setup.category_named(&self.new);
            let free = named.is_none() && !self.new.trim().is_empty();
            let added = ui.add(Button::plain(text.get("category-add")).enabled(free)).clicked();
            if let Some(named) = named.filter(|_| !self.new.trim().is_empty()) {
                let said = text.with("category-there", &[("name", named.name.as_str().into())]);
                ui.add(Label::small(&said).colour(tokens(ui).muted));
            }
            if free && (added || entered) {
                let name = std::mem::take(&mut self.new);
                run(actions, CategoryCommand::Create { name, tint: None });
            }
            if entered {
                // One adds one after the other.
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        });
    }

    /// All of them, or those like what is typed.
    pub(super) fn list_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        usage: Option<&Usage>,
        actions: &mut Actions,
    ) {
        ui.spacing_mut().item_spacing.y = 0.0;
        if ctx.setup.categories().is_empty() {
            ui.add_space(12.0);
            ui.add(Label::body(ctx.text.get("category-none")).colour(tokens(ui).muted).wrap());
        }
        for category in ctx.setup.categories() {
            let editing = self.editing.as_ref().is_some_and(|editing| editing.before.id == category.id);
            if !editing && !show::is_like(&category.name, &self.new) {
                continue;
            }
            let Some(rect) = line_place(ui, LINE) else { continue };
            let count = usage.map(|usage| usage.of_category(category.id));
            let builder = UiBuilder::new()
                .scope_id(Id::unique(("settings", "category", category.id)))
                .max_rect(rect)
                .layout(Layout::left_to_right(Align::Center));
            let mut line = ui.new_child(builder);
            line.spacing_mut().item_spacing.x = 8.0;
            if editing {
                self.edit_ui(&mut line, ctx, actions);
            } else {
                self.category_ui(&mut line, ctx, category, count, actions);
            }
            paint::hair_x(ui.painter(), rect.x_range(), rect.bottom() - 1.0, tokens(ui).line);
        }
    }

    fn category_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        category: &Category,
        count: Option<usize>,
        actions: &mut Actions,
    ) {
        let text = ctx.text;
        let room = ui.available_width() - CLIENTS - 2.0 * size::BUTTON - 5.0 * 8.0;
        let (_, left) = ui.allocate_space(vec2(room, LINE));
        let mut named = ui.new_child(UiBuilder::new().max_rect(left).layout(*ui.layout()));
        named.add(Pill::new(&category.name, show::tint(ui, category.tint)));
        ui.add(Label::body(&clients(text, count)).colour(tokens(ui).muted).width(CLIENTS).align(Align::Max));
        ui.add_space(8.0);
        let edit = text.with("category-edit", &[("name", category.name.as_str().into())]);
        if ui.add(IconButton::new(icons::PENCIL_SIMPLE, &edit).id(ui.unique_id().with("edit"))).clicked() {
            self.edit(category);
        }
        let more = text.with("category-more", &[("name", category.name.as_str().into())]);
        let more = ui.add(IconButton::new(icons::DOTS_THREE, &more).id(ui.unique_id().with("more")));
        let entries = [
            Entry::new(text.get("action-edit")),
            Entry::new(text.get("category-merge-into")).enabled(ctx.setup.categories().len() > 1),
            Entry::new(text.get("action-delete")).danger(),
        ];
        match menu(ui, &more, text.get("action-more"), &entries) {
            Some(0) => self.edit(category),
            Some(1) => {
                let dialog = Merge::new(category.clone(), count.unwrap_or_default());
                actions.push(Action::Open(Box::new(Dialog::Merge(dialog))));
            }
            Some(_) => {
                let question = delete_question(text, category, count.unwrap_or_default());
                actions.push(Action::Open(Box::new(Dialog::Confirm(question))));
            }
            None => {}
        }
    }

    fn edit(&mut self, category: &Category) {
        let (before, name, tint) = (category.clone(), category.name.clone(), category.tint);
        self.editing = Some(Editing { before, name, tint, focus: true });
    }

    /// A category that is being changed: its name, its tints, and two buttons.
    fn edit_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        let Some(editing) = &mut self.editing else { return };
        let id = ui.unique_id().with("name");
        let field = Field::new(id, text.get("category-name"), &mut editing.name);
        let left = field.limit(Category::LONGEST).width(260.0).label_hidden().show(ui).left;
        if std::mem::take(&mut editing.focus) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        for tint in Tint::ALL {
            let on = editing.tint == tint;
            if tint_ui(ui, id.with(tint), text, tint, on).clicked() {
                editing.tint = tint;
            }
        }
        let other = ctx.setup.category_named(&editing.name).filter(|other| other.id != editing.before.id);
        let sound = other.is_none() && !editing.name.trim().is_empty();
        let save = ui.add(Button::plain(text.get("action-save")).small().enabled(sound)).clicked();
        let cancel = ui.add(Button::ghost(text.get("action-cancel")).small()).clicked();
        if let Some(other) = other {
            let said = text.with("category-there", &[("name", other.name.as_str().into())]);
            ui.add(Label::small(&said).colour(tokens(ui).danger.ink));
        }
        if sound && (save || left == Some(Left::Enter)) {
            let before = editing.before.clone();
            let after = Category { name: editing.name.clone(), tint: editing.tint, ..before.clone() };
            if after != before {
                run(actions, CategoryCommand::Change { before, after });
            }
            self.editing = None;
        } else if cancel || left == Some(Left::Escape) {
            self.editing = None;
        } else if left == Some(Left::Enter) {
            editing.focus = true;
        }
    }
}

fn run(actions: &mut Actions, command: CategoryCommand) {
    actions.push(Action::Run(Box::new(Command::Category(command)), Then::Tell));
}

/// Says what deleting touches before it is done.
fn delete_question(text: &Text, category: &Category, count: usize) -> Confirm {
    let title = text.with("category-delete-question", &[("name", category.name.as_str().into())]);
    let body = text.with("category-delete-body", &[("n", count.into())]);
    let command = Command::Category(CategoryCommand::Delete(category.id));
    let action = Action::Run(Box::new(command), Then::Tell);
    Confirm::new(title, body, text.get("action-delete").to_owned(), action).danger()
}

/// A tint to choose: a disc, ringed when it is the one.
fn tint_ui(ui: &mut Ui, id: Id, text: &Text, tint: Tint, on: bool) -> Response {
    let (_, rect) = ui.allocate_space(vec2(22.0, 28.0));
    let response = ui.interact(rect, id, Sense::click());
    let name = text.get(match tint {
        Tint::Blue => "tint-blue",
        Tint::Violet => "tint-violet",
        Tint::Amber => "tint-amber",
        Tint::Green => "tint-green",
        Tint::Rose => "tint-rose",
        Tint::Grey => "tint-grey",
    });
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, name));
    let tokens = tokens(ui);
    let colours = show::tint(ui, tint);
    let disc = Rect::from_center_size(rect.center(), vec2(18.0, 18.0));
    ui.painter().rect_filled(disc, 9.0, colours.ground);
    let line = if on { Stroke::new(2.0, colours.ink) } else { Stroke::new(1.0, tokens.line_strong) };
    ui.painter().rect_stroke(disc, 9.0, line, StrokeKind::Inside);
    if on {
        paint::icon(ui.painter(), disc.center(), icons::CHECK, 12.0, colours.ink);
    }
    paint::ring(ui, id, disc, size::CORNER_CARD);
    response.on_hover_text(name)
}
