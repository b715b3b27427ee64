//! What is done to several clients at once: put into categories and taken out of them.

use std::collections::BTreeMap;

use egui::Ui;

use super::Clients;
use crate::domain::client::ClientId;
use crate::domain::command::{CategoryCommand, Command};
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::check::Mark;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::picker::{Pick, Picked, Words, picker};

/// How many of the selected clients are in each category, counted once while the list is open.
#[derive(Debug, Default)]
pub(super) struct Held {
    counted_for: Option<(u64, usize)>,
    categories: BTreeMap<u64, usize>,
}

impl Clients {
    /// The selection: how many, and what can be done to them.
    pub(super) fn selection_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        let selected = self.rows.selected();
        let said = text.with("clients-selected", &[("n", selected.into())]);
        ui.add(Label::small(&said).colour(tokens(ui).text).status());
        if !ctx.setup.categories().is_empty() {
            let name = text.get("clients-assign");
            let opener = ui.add(Button::plain(name).small());
            self.assign_ui(ui, ctx, &opener, actions);
        }
        if ui.add(Button::ghost(text.get("clients-unselect")).small()).clicked() {
            self.rows.unselect();
            self.focus();
        }
    }

    /// The categories, each ticked if all of the selected are in it; a click puts all of them in, or out.
    fn assign_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, opener: &egui::Response, actions: &mut Actions) {
        let text = ctx.text;
        if egui::Popup::is_id_open(ui.ctx(), egui::Popup::default_response_id(opener)) {
            self.count_held(ctx);
        } else {
            self.held = Held::default();
        }
        let selected = self.rows.selected();
        let mark = |id: u64| match self.held.categories.get(&id) {
            None | Some(0) => Mark::Off,
            Some(held) if *held == selected => Mark::On,
            Some(_) => Mark::Some,
        };
        let categories = ctx.setup.categories();
        let picks = || {
            let pick = categories.iter().map(|category| Pick {
                tint: Some(show::tint(ui, category.tint)),
                ..Pick::new(&category.name, mark(category.id))
            });
            pick.collect()
        };
        let words = Words { name: text.get("clients-assign"), find: text.get("clients-categories-find") };
        if let Some(Picked::Toggle(number)) = picker(ui, opener, words, picks, show::is_like, |_| ())
            && let Some(category) = categories.get(number)
        {
            let (category, clients) = (category.id, self.rows.selection().collect::<Vec<ClientId>>());
            let command = if mark(category) == Mark::On {
                CategoryCommand::Unassign { category, clients }
            } else {
                CategoryCommand::Assign { category, clients }
            };
            actions.push(Action::Run(Box::new(Command::Category(command)), Then::Tell));
        }
    }

    fn count_held(&mut self, ctx: &Ctx<'_>) {
        let now = (ctx.revision, self.rows.selected());
        let Some(index) = ctx.index.filter(|_| self.held.counted_for != Some(now)) else { return };
        let is_selected = |id| self.rows.is_selected(id);
        let categories = ctx.setup.categories().iter();
        self.held.categories =
            categories.map(|category| (category.id, index.count_in(category.id, is_selected))).collect();
        self.held.counted_for = Some(now);
    }
}
