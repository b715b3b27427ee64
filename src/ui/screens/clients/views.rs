//! The menu of saved views ([`View`]) beside the search: opened, saved, renamed and deleted there.

use egui::{Id, Ui};

use super::Clients;
use super::columns::present;
use crate::domain::label;
use crate::jobs::Request;
use crate::search::{View, Views};
use crate::ui::action::{Action, Actions};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, Dialog};
use crate::ui::icons;
use crate::ui::notice::{Notice, Offer};
use crate::ui::show;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::check::Mark;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::field::{Field, Left, Tone};
use crate::ui::widgets::picker::{Pick, Picked, Words, picker};

/// What is typed in the menu of views.
#[derive(Clone, Debug, Default)]
pub(super) struct Naming {
    typed: String,
    /// The one that gets another name; none to save what is shown.
    renamed: Option<u64>,
}

/// The longest name, in characters.
const LONGEST: usize = 60;

impl Clients {
    /// The saved views, by name.
    pub fn views(&self) -> &[View] {
        self.views.all()
    }

    /// Shows the clients of a view in its order and columns; nothing happens if there is none with this id. What it says of
    /// categories and custom fields that are gone is left out, and that is said.
    pub fn open_view(&mut self, id: u64, ctx: &Ctx<'_>) {
        let Some(mut view) = self.views.get(id).cloned() else { return };
        if view.prune(ctx.setup) {
            self.lost = Some(view.name.clone());
        }
        self.query = view.query();
        (self.habits.column, self.habits.descending) = (Some(view.column), view.descending);
        self.show_columns(view.columns);
        self.grid.reset();
        self.focus();
    }

    /// Throws a view away, and hands it over.
    pub fn drop_view(&mut self, id: u64) -> Option<View> {
        self.views.remove(id)
    }

    /// Makes a view again what it was.
    pub fn put_back_view(&mut self, view: View) {
        self.views.put_back(view);
    }

    /// What is shown now, as a view of this name.
    fn shown_view(&self, ctx: &Ctx<'_>, name: String) -> View {
        View {
            id: 0,
            name,
            text: self.query.text.trim().to_owned(),
            filter: self.query.filter.clone(),
            column: self.query.sort.column,
            descending: self.query.sort.descending,
            columns: present(&self.habits.shown, ctx.setup),
        }
    }

    pub(super) fn keep_views(&self) -> Option<Request> {
        if self.views == self.kept_views {
            return None;
        }
        let value = serde_json::to_vec(&self.views).ok()?;
        Some(Request::Scratch { key: Views::KEY.to_owned(), value: Some(value) })
    }

    /// The button of the views and their menu.
    pub(super) fn views_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        let name = text.get("views-title");
        let opener = ui.add(Button::ghost(name));
        if opener.clicked() {
            self.naming = Naming::default();
        }
        if !egui::Popup::is_id_open(ui.ctx(), egui::Popup::default_response_id(&opener)) && !opener.clicked()
        {
            return;
        }
        let now = self.shown_view(ctx, String::new());
        let all = self.views.all();
        let picks = || {
            let pick = all.iter().map(|view| {
                let is_shown = View { id: view.id, name: view.name.clone(), ..now.clone() } == *view;
                let button = |icon, key| Some((icon, text.with(key, &[("name", view.name.as_str().into())])));
                let buttons =
                    [button(icons::PENCIL_SIMPLE, "views-rename"), button(icons::TRASH, "views-delete")];
                Pick { buttons, ..Pick::new(&view.name, if is_shown { Mark::On } else { Mark::Off }) }
            });
            pick.collect()
        };
        let words = Words { name, find: text.get("views-find") };
        let (naming, mut named) = (&mut self.naming, None);
        let picked =
            picker(ui, &opener, words, picks, show::is_like, |ui| named = naming.ui(ui, ctx, &self.views));
        match picked {
            Some(Picked::Toggle(at)) => {
                actions.extend(all.get(at).map(|view| Action::View(view.id)));
                egui::Popup::close_all(ui.ctx());
            }
            Some(Picked::First(at)) => {
                if let Some(view) = all.get(at) {
                    self.naming = Naming { typed: view.name.clone(), renamed: Some(view.id) };
                }
            }
            Some(Picked::Second(at)) => {
                actions.extend(all.get(at).map(|view| ask_to_drop(ctx, view)));
                egui::Popup::close_all(ui.ctx());
            }
            None => {}
        }
        if let Some(name) = named {
            self.give_name(ctx, &name, actions);
        }
    }

    /// Saves what is shown as a view of this name, or gives the name to the view that is to be renamed. What a view was
    /// before can be had back.
    fn give_name(&mut self, ctx: &Ctx<'_>, name: &str, actions: &mut Actions) {
        let renamed = self.naming.renamed;
        self.naming = Naming::default();
        let (key, before) = if let Some(id) = renamed {
            ("views-renamed", self.views.rename(id, name))
        } else {
            let view = self.shown_view(ctx, name.to_owned());
            ("views-replaced", self.views.save(view))
        };
        // The same name again is no change.
        if let Some(before) = before.filter(|before| renamed.is_none() || before.name != name) {
            let said = ctx.text.with(key, &[("name", name.into()), ("before", before.name.as_str().into())]);
            actions.push(Action::Tell(Notice::done(said, vec![Offer::PutBack(Box::new(before))])));
        }
    }
}

fn ask_to_drop(ctx: &Ctx<'_>, view: &View) -> Action {
    let text = ctx.text;
    let question = Confirm::new(
        text.with("views-delete-question", &[("name", view.name.as_str().into())]),
        text.get("views-delete-body").to_owned(),
        text.get("action-delete").to_owned(),
        Action::DropView(view.id),
    );
    Action::Open(Box::new(Dialog::Confirm(question.danger())))
}

impl Naming {
    /// The field for a name; the name once it is given. A view is not renamed to what another one is called.
    fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, views: &Views) -> Option<String> {
        let text = ctx.text;
        let hint = text.get("views-name");
        let id = Id::unique(("clients", "view name"));
        let name = label::cleaned(&self.typed).trim().to_owned();
        let other = views.named(&name).filter(|view| Some(view.id) != self.renamed);
        let note = match (other, self.renamed) {
            (Some(_), Some(_)) => Some((text.get("views-name-taken"), Tone::Wrong)),
            (Some(_), None) => Some((text.get("views-replaces"), Tone::Quiet)),
            (None, _) => None,
        };
        let field = Field::new(id, hint, &mut self.typed).label_hidden().hint(hint).limit(LONGEST);
        let left = field.note(note).show(ui).left;
        // What was typed in this pass counts.
        let name = label::cleaned(&self.typed).trim().to_owned();
        let taken = views.named(&name).is_some_and(|view| Some(view.id) != self.renamed);
        let refused = taken && self.renamed.is_some();
        let possible = !name.is_empty() && !refused;
        let key = if self.renamed.is_some() { "views-rename-this" } else { "views-save" };
        let ((), pressed) = ends(
            ui,
            32.0,
            |_| (),
            |ui| ui.add(Button::plain(text.get(key)).small().enabled(possible).id(id.with("give"))).clicked(),
        );
        (possible && (pressed || left == Some(Left::Enter))).then_some(name)
    }
}
