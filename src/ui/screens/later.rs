//! Pages that come later: each says so in one friendly line.

use egui::{Align, CentralPanel, Frame, Layout, Margin, Ui};

use crate::text::Text;
use crate::ui::action::Page;
use crate::ui::menu::MenuItem;
use crate::ui::theme::tokens;
use crate::ui::widgets::emblem::emblem;
use crate::ui::widgets::label::Label;

/// Draws the page, with its sign.
pub fn later_ui(ui: &mut Ui, text: &Text, page: Page) {
    let frame = Frame::new().fill(tokens(ui).surface).inner_margin(Margin {
        left: 24,
        right: 24,
        top: 16,
        bottom: 0,
    });
    let said = match page {
        Page::Invoices => "later-invoices",
        Page::Expenses => "later-expenses",
        Page::Products => "later-products",
        Page::Reports => "later-reports",
        Page::Clients | Page::Settings | Page::Todo => return,
    };
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.add(Label::title(MenuItem::Go(page).name(text)));
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space((ui.available_height() - 160.0).max(0.0) / 2.0);
            emblem(ui, page.icon());
            ui.add_space(8.0);
            ui.add(Label::body(text.get(said)).colour(tokens(ui).muted));
        });
    });
}
