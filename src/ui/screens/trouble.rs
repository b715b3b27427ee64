//! A page for when there is no book to show: what happened, and what to do.

use egui::{Align, CentralPanel, Frame, Layout, Margin, Ui};

use crate::text::Text;
use crate::ui::action::{Action, Actions};
use crate::ui::icons;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::emblem::emblem;
use crate::ui::widgets::label::Label;

/// What happened.
#[derive(Clone, Copy, Debug)]
pub struct Trouble<'a> {
    /// In a few words.
    pub title: &'a str,
    /// What happened and what to do.
    pub body: &'a str,
    /// Something broke in the program: the book is well, and can be opened again.
    pub broken: bool,
}

/// Draws the page.
pub fn trouble_ui(ui: &mut Ui, text: &Text, trouble: Trouble<'_>) -> Actions {
    let mut actions = Actions::new();
    let frame = Frame::new().fill(tokens(ui).surface).inner_margin(Margin::symmetric(24, 18));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.set_max_width(620.0);
            ui.add_space((ui.available_height() - 260.0).max(0.0) / 2.0);
            emblem(ui, icons::WARNING);
            ui.add_space(8.0);
            ui.add(Label::title(trouble.title));
            ui.add(Label::body(trouble.body).colour(tokens(ui).muted).wrap());
            ui.add_space(12.0);
            let mut offers = vec![("action-retry", Action::Reopen)];
            if trouble.broken {
                offers.push(("action-save-copy", Action::SaveCopy));
            } else {
                offers.push(("action-restore", Action::ChooseRestore));
                offers.push(("action-open-book", Action::OpenBook));
                offers.push(("action-new-book", Action::NewBook));
            }
            for (number, (key, action)) in offers.into_iter().enumerate() {
                let words = text.get(key);
                let button = if number == 0 { Button::primary(words) } else { Button::plain(words) };
                if ui.add(button).clicked() {
                    actions.push(action);
                }
            }
        });
    });
    actions
}
