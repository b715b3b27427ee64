//! Pages that come later: each says so in one friendly line.

use egui::{CentralPanel, Frame, Margin, Ui};

use crate::text::Text;
use crate::ui::action::Page;
use crate::ui::menu::MenuItem;
use crate::ui::theme::tokens;
use crate::ui::widgets::label::Label;

/// Draws the page.
pub fn later_ui(ui: &mut Ui, text: &Text, page: Page) {
    let frame = Frame::new().fill(tokens(ui).surface).inner_margin(Margin::symmetric(24, 18));
    let said = match page {
        Page::Invoices => "later-invoices",
        Page::Expenses => "later-expenses",
        Page::Products => "later-products",
        Page::Reports => "later-reports",
        Page::Clients | Page::Settings => return,
    };
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.add(Label::title(MenuItem::Go(page).name(text)));
        ui.add(Label::body(text.get(said)).colour(tokens(ui).muted).wrap());
    });
}
