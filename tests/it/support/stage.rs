//! A window in which a test draws what it likes, in the program's looks, without a screen.

use comptoir::ui::theme;
use eframe::egui::{self, Ui};
use egui_kittest::Harness;

/// A program that only draws `draw` over `state`.
pub(crate) struct Stage<S> {
    draw: fn(&mut Ui, &mut S),
    pub(crate) state: S,
}

impl<S> eframe::App for Stage<S> {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        (self.draw)(ui, &mut self.state);
    }
}

/// A window of 800 × 600 points that has drawn its first pictures.
pub(crate) fn stage<S: 'static>(state: S, draw: fn(&mut Ui, &mut S)) -> Harness<'static, Stage<S>> {
    let size = egui::vec2(800.0, 600.0);
    let mut harness = Harness::builder().with_size(size).build_eframe(|creation| {
        theme::install(&creation.egui_ctx);
        Stage { draw, state }
    });
    harness.run();
    harness
}

/// Presses a key and lets the window draw.
pub(crate) fn press<S>(harness: &mut Harness<'static, Stage<S>>, key: egui::Key) {
    harness.key_press(key);
    harness.run();
}
