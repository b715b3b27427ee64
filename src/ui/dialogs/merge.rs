//! Into which category another goes, and what that touches.

use egui::{Context, Id};

use super::footer;
use crate::domain::category::Category;
use crate::domain::command::{CategoryCommand, Command};
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::combo::combo;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::field::{Field, Left};
use crate::ui::widgets::label::Label;

/// A category that goes into another.
#[derive(Debug)]
pub struct Merge {
    from: Category,
    clients: usize,
    into: String,
}

impl Merge {
    /// Of this category, with so many clients in it.
    pub fn new(from: Category, clients: usize) -> Self {
        Self { from, clients, into: String::new() }
    }

    /// Draws it.
    pub fn ui(&mut self, egui: &Context, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let text = ctx.text;
        let name = self.from.name.as_str();
        let title = text.with("category-merge-title", &[("name", name.into())]);
        let others = ctx.setup.categories().iter().filter(|other| other.id != self.from.id);
        let proposals: Vec<&str> =
            others.map(|other| other.name.as_str()).filter(|name| show::is_like(name, &self.into)).collect();
        let body = text.with("category-merge-body", &[("n", self.clients.into()), ("name", name.into())]);
        let id = Id::unique(("merge", self.from.id));
        let from = self.from.id;
        let named = |into: &str| ctx.setup.category_named(into).filter(|into| into.id != from);
        let possible = named(&self.into).is_some();
        let shown = Dialog::new(Id::unique("merge"), &title).size(520.0, 272.0).focus(id).show(
            egui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 12.0;
                ui.add(Label::body(&body).wrap());
                let field = Field::new(id, text.get("category-merge-into-field"), &mut self.into);
                let result = combo(ui, field.limit(Category::LONGEST), &proposals);
                result.chosen.is_none() && result.field.left == Some(Left::Enter)
            },
            |ui| footer(ui, text, Button::primary(text.get("category-merge")).enabled(possible)),
        );
        let (no, yes) = shown.footer;
        if no || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if let (true, Some(into)) = (yes || shown.body || shown.confirmed, named(&self.into)) {
            let command = CategoryCommand::Merge { from, into: into.id };
            actions.push(Action::CloseDialog);
            actions.push(Action::Run(Box::new(Command::Category(command)), Then::Tell));
        }
        actions
    }
}
