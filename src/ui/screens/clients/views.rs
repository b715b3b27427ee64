//! Saved views: a search, filters, an order and columns under a name, kept beside the book and chosen in a menu beside the search.

use egui::{Id, Ui};
use serde::{Deserialize, Serialize};

use super::Clients;
use super::columns::present;
use crate::domain::label;
use crate::jobs::Request;
use crate::search::{Column, Filter, Query, Sort};
use crate::ui::action::{Action, Actions};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Confirm, Dialog};
use crate::ui::icons;
use crate::ui::show;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::check::Mark;
use crate::ui::widgets::field::{Field, Left};
use crate::ui::widgets::picker::{Pick, Picked, Words, picker};

/// A view of the client table that was given a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// What it is opened by; never used again.
    pub id: u64,
    /// As typed; no two are alike, accents and case set aside.
    pub name: String,
    /// What is looked for.
    text: String,
    filter: Filter,
    column: Column,
    descending: bool,
    columns: Vec<Column>,
}

/// The views of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Views {
    /// By name.
    all: Vec<View>,
    /// The id given last.
    last: u64,
}

/// What is typed in the menu of views.
#[derive(Clone, Debug, Default)]
pub(super) struct Naming {
    typed: String,
    /// The one that gets another name; none to save what is shown.
    renamed: Option<u64>,
}

/// Under what they are kept beside the book.
pub(super) const VIEWS: &str = "views";

/// The longest name, in characters.
const LONGEST: usize = 60;

impl Views {
    fn named(&self, name: &str) -> Option<usize> {
        let key = label::key(name);
        self.all.iter().position(|view| label::key(&view.name) == key)
    }

    fn sort(&mut self) {
        self.all.sort_by_cached_key(|view| (label::key(&view.name), view.id));
    }

    /// Saves a view under its name, in place of one that has it.
    fn save(&mut self, view: View) {
        if let Some(known) = self.named(&view.name).and_then(|at| self.all.get_mut(at)) {
            *known = View { id: known.id, ..view };
        } else {
            self.last = self.last.saturating_add(1);
            self.all.push(View { id: self.last, ..view });
        }
        self.sort();
    }

    /// Gives a view another name; a name that another one has stays that one's.
    fn rename(&mut self, id: u64, name: &str) {
        if self.named(name).is_none_or(|at| self.all.get(at).is_some_and(|view| view.id == id)) {
            self.all.iter_mut().filter(|view| view.id == id).for_each(|view| name.clone_into(&mut view.name));
            self.sort();
        }
    }
}

impl Clients {
    /// The saved views, by name.
    pub fn views(&self) -> &[View] {
        &self.views.all
    }

    /// Shows the clients of a view in its order and columns; nothing happens if there is none with this id.
    pub fn open_view(&mut self, id: u64) {
        let Some(view) = self.views.all.iter().find(|view| view.id == id).cloned() else { return };
        let sort = Sort { column: view.column, descending: view.descending };
        (self.habits.column, self.habits.descending) = (Some(view.column), view.descending);
        self.query = Query { text: view.text, filter: view.filter, sort };
        self.show_columns(view.columns);
        self.grid.reset();
        self.focus();
    }

    /// Throws a view away.
    pub fn drop_view(&mut self, id: u64) {
        self.views.all.retain(|view| view.id != id);
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
        Some(Request::Scratch { key: VIEWS.to_owned(), value: Some(value) })
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
        let all = &self.views.all;
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
        let picked = picker(ui, &opener, words, picks, show::is_like, |ui| named = naming.ui(ui, ctx));
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
            if let Some(id) = self.naming.renamed {
                self.views.rename(id, &name);
            } else {
                let view = self.shown_view(ctx, name);
                self.views.save(view);
            }
            self.naming = Naming::default();
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
    /// The field for a name; the name once it is given.
    fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Option<String> {
        let text = ctx.text;
        let hint = text.get("views-name");
        let id = Id::unique(("clients", "view name"));
        let field = Field::new(id, hint, &mut self.typed).label_hidden().hint(hint).limit(LONGEST).show(ui);
        let name = label::cleaned(&self.typed);
        let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        let key = if self.renamed.is_some() { "views-rename-this" } else { "views-save" };
        let button = Button::plain(text.get(key)).small().enabled(name.is_some());
        let pressed = ui.add(button.id(id.with("give"))).clicked();
        name.filter(|_| pressed || field.left == Some(Left::Enter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, text: &str) -> View {
        View { name: name.into(), text: text.into(), ..View::default() }
    }

    fn told(views: &Views) -> Vec<(u64, &str, &str)> {
        views.all.iter().map(|view| (view.id, view.name.as_str(), view.text.as_str())).collect()
    }

    #[test]
    fn a_view_takes_the_place_of_one_of_its_name() {
        let mut views = Views::default();
        views.save(view("Paris", "a"));
        views.save(view("Élite", "b"));
        assert_eq!(told(&views), [(2, "Élite", "b"), (1, "Paris", "a")]);
        views.save(view("ELITE", "c"));
        assert_eq!(told(&views), [(2, "ELITE", "c"), (1, "Paris", "a")]);
        views.all.retain(|view| view.id != 2);
        views.save(view("Lyon", "d"));
        // A number is not given again.
        assert_eq!(told(&views), [(3, "Lyon", "d"), (1, "Paris", "a")]);
    }

    #[test]
    fn a_view_gets_a_name_that_no_other_has() {
        let mut views = Views::default();
        views.save(view("Paris", "a"));
        views.save(view("Lyon", "b"));
        views.rename(1, "lyon");
        assert_eq!(told(&views), [(2, "Lyon", "b"), (1, "Paris", "a")]);
        views.rename(1, "PARIS");
        views.rename(2, "Zone");
        assert_eq!(told(&views), [(1, "PARIS", "a"), (2, "Zone", "b")]);
    }

    #[test]
    fn views_come_back_as_they_were_kept() {
        let mut views = Views::default();
        let filter = Filter { countries: vec!["FR".into()], all: true, ..Filter::default() };
        views.save(View { filter, column: Column::Custom(3), columns: vec![Column::Name], ..view("A", "b") });
        let kept = serde_json::to_vec(&views).unwrap();
        assert_eq!(serde_json::from_slice::<Views>(&kept).unwrap(), views);
    }
}
