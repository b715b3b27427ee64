//! A page for when there is no book to show: what happened, and what to do.

use egui::{Align, CentralPanel, Frame, Layout, Margin, Ui, vec2};

use crate::text::Text;
use crate::ui::action::{Action, Actions};
use crate::ui::icons;
use crate::ui::theme::{size, tokens};
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
            ui.add_space((ui.available_height() - 260.0).max(0.0) / 2.0);
            emblem(ui, icons::WARNING);
            ui.add_space(8.0);
            ui.add(Label::title(trouble.title));
            let width = ui.available_width().min(WIDTH);
            let body = Label::body(trouble.body).colour(tokens(ui).muted);
            ui.add(body.wrap().width(width).align(Align::Center));
            ui.add_space(12.0);
            ways_ui(ui, text, trouble, &mut actions);
        });
    });
    actions
}

/// The widest that sentences become.
const WIDTH: f32 = 620.0;

/// The ways out, side by side.
fn ways_ui(ui: &mut Ui, text: &Text, trouble: Trouble<'_>, actions: &mut Actions) {
    let mut ways = vec![("action-retry", Action::Reopen)];
    if trouble.broken {
        ways.push(("action-save-copy", Action::SaveCopy));
    } else {
        ways.push(("action-restore", Action::ChooseRestore));
        ways.push(("action-open-book", Action::OpenBook));
        ways.push(("action-new-book", Action::NewBook));
    }
    let buttons: Vec<(Button<'_>, Action)> = ways
        .into_iter()
        .enumerate()
        .map(|(number, (key, action))| {
            let words = text.get(key);
            (if number == 0 { Button::primary(words) } else { Button::plain(words) }, action)
        })
        .collect();
    let gaps = buttons.iter().skip(1).map(|_| GAP).sum::<f32>();
    let wide = buttons.iter().map(|(button, _)| button.wide(ui)).sum::<f32>() + gaps;
    ui.allocate_ui(vec2(wide, size::BUTTON), |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for (button, action) in buttons {
                if ui.add(button).clicked() {
                    actions.push(action);
                }
            }
        });
    });
}

/// Between two ways.
const GAP: f32 = 10.0;
