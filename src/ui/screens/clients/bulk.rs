//! What is done to several clients at once: put into categories and taken out of them, archived, brought back, exported,
//! deleted. Each is one command, and one undo.

use std::collections::BTreeMap;

use egui::Ui;

use super::Clients;
use crate::domain::attachment::Attachment;
use crate::domain::client::ClientId;
use crate::domain::command::{CategoryCommand, ClientCommand, Command};
use crate::domain::consent::Consent;
use crate::domain::note::Note;
use crate::domain::record::{Kind, Record, Scan};
use crate::store::Snapshot;
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, Dialog};
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::check::Mark;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::picker::{Pick, Picked, Words, picker};

/// How many of the selected clients are in each category, counted once while the list is open.
#[derive(Debug, Default)]
pub(super) struct Held {
    counted_for: Option<(u64, u64)>,
    categories: BTreeMap<u64, usize>,
}

/// How many of the selected clients are archived.
#[derive(Debug, Default)]
pub(super) struct Archived {
    counted_for: Option<(u64, u64)>,
    clients: usize,
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
        self.more_ui(ui, ctx, actions);
        if ui.add(Button::ghost(text.get("clients-unselect")).small()).clicked() {
            self.rows.unselect();
            self.focus();
        }
    }

    /// What else can be done with the selected clients.
    fn more_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        let name = text.get("clients-bulk");
        let opener = ui.add(Button::plain(name).small());
        self.count_archived(ctx);
        let entries = [
            Entry::new(text.get("action-archive"))
                .icon(icons::ARCHIVE)
                .enabled(self.archived.clients < self.rows.selected()),
            Entry::new(text.get("action-unarchive"))
                .icon(icons::ARROW_COUNTER_CLOCKWISE)
                .enabled(self.archived.clients > 0),
            Entry::new(text.get("clients-export-selected")).icon(icons::EXPORT),
            Entry::new(text.get("clients-delete-selected")).icon(icons::TRASH).danger(),
        ];
        let Some(chosen) = menu(ui, &opener, name, &entries) else { return };
        let clients: Vec<ClientId> = self.rows.selection().collect();
        let run = |command| Action::Run(Box::new(Command::Client(command)), Then::Tell);
        actions.push(match chosen {
            0 => run(ClientCommand::Archive(clients)),
            1 => run(ClientCommand::Reactivate(clients)),
            2 => Action::ExportClients(clients),
            _ => Action::Open(Box::new(Dialog::Confirm(ask_to_delete(ctx, clients)))),
        });
    }

    fn count_archived(&mut self, ctx: &Ctx<'_>) {
        let now = (ctx.revision, self.rows.selections());
        let Some(index) = ctx.index.filter(|_| self.archived.counted_for != Some(now)) else { return };
        let states = self.rows.selection().filter_map(|id| index.state(id));
        self.archived =
            Archived { counted_for: Some(now), clients: states.filter(|state| state.archived).count() };
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
        let now = (ctx.revision, self.rows.selections());
        let Some(index) = ctx.index.filter(|_| self.held.counted_for != Some(now)) else { return };
        let is_selected = |id| self.rows.is_selected(id);
        let categories = ctx.setup.categories().iter();
        self.held.categories =
            categories.map(|category| (category.id, index.count_in(category.id, is_selected))).collect();
        self.held.counted_for = Some(now);
    }
}

/// Up to so many clients what is kept of each is looked up; of more, everything is looked through once.
const LOOKED_UP: usize = 2_000;

/// How many records of a kind belong to some clients, in ascending order.
fn belonging<R: Record>(snapshot: &Snapshot, clients: &[ClientId], client: impl Fn(&R) -> ClientId) -> usize {
    let mut count = 0_usize;
    let looked = if clients.len() <= LOOKED_UP {
        clients.iter().try_for_each(|id| {
            let there = snapshot.referring_count(Kind::Client, id.0, R::KIND)?;
            count = count.saturating_add(usize::try_from(there).unwrap_or(usize::MAX));
            Ok(())
        })
    } else {
        snapshot.scan(Scan::All, |record: R| {
            count = count.saturating_add(usize::from(clients.binary_search(&client(&record)).is_ok()));
        })
    };
    // The question is asked all the same.
    looked.unwrap_or_else(|error: crate::store::StoreError| log::warn!("not counted: {error}"));
    count
}

/// Says what goes with the clients before they are deleted.
fn ask_to_delete(ctx: &Ctx<'_>, clients: Vec<ClientId>) -> Confirm {
    let text = ctx.text;
    let count = ctx.snapshot().map(|snapshot| {
        [
            ("clients-delete-notes", belonging(&snapshot, &clients, |note: &Note| note.client)),
            ("clients-delete-files", belonging(&snapshot, &clients, |file: &Attachment| file.client)),
            ("clients-delete-answers", belonging(&snapshot, &clients, |answer: &Consent| answer.client)),
        ]
    });
    let there = count.into_iter().flatten().filter(|(_, count)| *count > 0);
    let with: Vec<String> = there.map(|(key, count)| text.with(key, &[("n", count.into())])).collect();
    let title = text.with("clients-delete-question", &[("n", clients.len().into())]);
    let body = if with.is_empty() {
        text.get("clients-delete-alone").to_owned()
    } else {
        text.with("clients-delete-with", &[("what", text.list(&with).into())])
    };
    let delete = Command::Client(ClientCommand::Delete(clients));
    let action = Action::Run(Box::new(delete), Then::Tell);
    Confirm::new(title, body, text.get("action-delete").to_owned(), action).danger()
}
