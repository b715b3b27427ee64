//! A question with two answers: to delete, to undo something older.

use egui::{Context, Id};

use super::footer;
use crate::text::Text;
use crate::ui::action::{Action, Actions};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::label::Label;

/// A question.
#[derive(Debug)]
pub struct Confirm {
    title: String,
    body: String,
    yes: String,
    danger: bool,
    action: Option<Action>,
}

impl Confirm {
    /// Asks before something that can be taken back only with words is done.
    pub fn new(title: String, body: String, yes: String, action: Action) -> Self {
        Self { title, body, yes, danger: false, action: Some(action) }
    }

    /// It destroys something.
    #[must_use]
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// Draws it.
    pub fn ui(&mut self, ctx: &Context, text: &Text) -> Actions {
        let mut actions = Actions::new();
        let yes = Id::unique("confirm-yes");
        let shown = Dialog::new(Id::unique("confirm"), &self.title).size(480.0, 220.0).focus(yes).show(
            ctx,
            |ui| ui.add(Label::body(&self.body).wrap()),
            |ui| {
                let button = if self.danger { Button::danger(&self.yes) } else { Button::primary(&self.yes) };
                footer(ui, text, button.id(yes))
            },
        );
        let (no, yes) = shown.footer;
        if no || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if yes || shown.confirmed {
            actions.push(Action::CloseDialog);
            actions.extend(self.action.take());
        }
        actions
    }
}
