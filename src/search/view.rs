//! Saved views: a search, filters, an order and columns under a name. They are kept beside the book; the window makes and
//! opens them, and verbs list and export by them.

use serde::{Deserialize, Serialize};

use super::{Column, Filter, Query, Sort};
use crate::domain::label;
use crate::domain::setup::Setup;

/// A view of the client table that was given a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// What it is opened by; never used again.
    pub id: u64,
    /// As typed; no two are alike, accents and case set aside.
    pub name: String,
    /// What is looked for.
    pub text: String,
    /// Which clients at all.
    pub filter: Filter,
    /// Sorted by.
    pub column: Column,
    /// Greatest first.
    pub descending: bool,
    /// The columns that show, in their order; none means the usual ones.
    pub columns: Vec<Column>,
}

impl View {
    /// What it looks for.
    pub fn query(&self) -> Query {
        let sort = Sort { column: self.column, descending: self.descending };
        Query { text: self.text.clone(), filter: self.filter.clone(), sort }
    }

    /// Leaves out what it says of categories and custom fields that are gone; whether there was any.
    pub fn prune(&mut self, setup: &Setup) -> bool {
        let there = |column: &Column| !matches!(column, Column::Custom(id) if setup.field(*id).is_none());
        let columns = self.columns.len();
        self.columns.retain(there);
        let sorted = there(&self.column);
        if !sorted {
            (self.column, self.descending) = (Column::default(), false);
        }
        // First, or it would be left out where something else is gone too.
        let filtered = self.filter.prune(setup);
        filtered || !sorted || self.columns.len() != columns
    }
}

/// The views of a book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Views {
    /// By name.
    all: Vec<View>,
    /// The id given last.
    last: u64,
}

impl Views {
    /// Under what they are kept beside the book.
    pub const KEY: &'static str = "views";

    /// As they are kept; none where there are none, or none that can be read.
    pub fn read(kept: Option<&[u8]>) -> Self {
        kept.and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default()
    }

    /// All of them, by name.
    pub fn all(&self) -> &[View] {
        &self.all
    }

    /// One by its id.
    pub fn get(&self, id: u64) -> Option<&View> {
        self.all.iter().find(|view| view.id == id)
    }

    /// One by its name as typed.
    pub fn named(&self, name: &str) -> Option<&View> {
        let key = label::key(name);
        self.all.iter().find(|view| label::key(&view.name) == key)
    }

    fn sort(&mut self) {
        self.all.sort_by_cached_key(|view| (label::key(&view.name), view.id));
    }

    /// Puts a view in the place of the one with its id; it, if there is one.
    fn replace(&mut self, view: View) -> Option<View> {
        let known = self.all.iter_mut().find(|known| known.id == view.id);
        let before = known.map(|known| std::mem::replace(known, view));
        self.sort();
        before
    }

    /// Saves a view under its name, in place of one that has it, which is given back.
    pub fn save(&mut self, view: View) -> Option<View> {
        if let Some(id) = self.named(&view.name).map(|known| known.id) {
            return self.replace(View { id, ..view });
        }
        self.last = self.last.saturating_add(1);
        self.all.push(View { id: self.last, ..view });
        self.sort();
        None
    }

    /// Gives a view another name, and back as it was before; a name that another one has stays that one's.
    pub fn rename(&mut self, id: u64, name: &str) -> Option<View> {
        if self.named(name).is_some_and(|other| other.id != id) {
            return None;
        }
        let view = self.get(id)?.clone();
        self.replace(View { name: name.to_owned(), ..view })
    }

    /// Takes a view out.
    pub fn remove(&mut self, id: u64) -> Option<View> {
        let at = self.all.iter().position(|view| view.id == id)?;
        Some(self.all.remove(at))
    }

    /// Makes a view again what it was, unless another one has its name now.
    pub fn put_back(&mut self, view: View) {
        if self.named(&view.name).is_some_and(|other| other.id != view.id) {
            return;
        }
        if self.get(view.id).is_some() {
            self.replace(view);
        } else {
            self.all.push(view);
            self.sort();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::custom_field::CustomField;
    use crate::domain::setup::HOME;
    use crate::search::{Condition, CustomFilter};

    fn view(name: &str, text: &str) -> View {
        View { name: name.into(), text: text.into(), ..View::default() }
    }

    fn told(views: &Views) -> Vec<(u64, &str, &str)> {
        views.all.iter().map(|view| (view.id, view.name.as_str(), view.text.as_str())).collect()
    }

    #[test]
    fn a_view_takes_the_place_of_one_of_its_name() {
        let mut views = Views::default();
        assert_eq!(views.save(view("Paris", "a")), None);
        assert_eq!(views.save(view("Élite", "b")), None);
        assert_eq!(told(&views), [(2, "Élite", "b"), (1, "Paris", "a")]);
        let before = views.save(view("ELITE", "c"));
        assert_eq!(before, Some(View { id: 2, ..view("Élite", "b") }));
        assert_eq!(told(&views), [(2, "ELITE", "c"), (1, "Paris", "a")]);
        // Taken back.
        views.put_back(before.unwrap());
        assert_eq!(told(&views), [(2, "Élite", "b"), (1, "Paris", "a")]);
        assert_eq!(views.remove(2), Some(View { id: 2, ..view("Élite", "b") }));
        assert_eq!(views.remove(2), None);
        views.save(view("Lyon", "d"));
        // A number is not given again.
        assert_eq!(told(&views), [(3, "Lyon", "d"), (1, "Paris", "a")]);
        views.put_back(View { id: 2, ..view("Élite", "b") });
        assert_eq!(told(&views), [(2, "Élite", "b"), (3, "Lyon", "d"), (1, "Paris", "a")]);
    }

    #[test]
    fn a_view_gets_a_name_that_no_other_has() {
        let mut views = Views::default();
        views.save(view("Paris", "a"));
        views.save(view("Lyon", "b"));
        assert_eq!(views.rename(1, "lyon"), None);
        assert_eq!(told(&views), [(2, "Lyon", "b"), (1, "Paris", "a")]);
        assert_eq!(views.rename(1, "PARIS"), Some(View { id: 1, ..view("Paris", "a") }));
        let before = views.rename(2, "Zone").unwrap();
        assert_eq!(told(&views), [(1, "PARIS", "a"), (2, "Zone", "b")]);
        assert_eq!(views.rename(7, "Neuf"), None);
        // Its old name is another one's meanwhile.
        views.save(view("Lyon", "c"));
        views.put_back(before);
        assert_eq!(told(&views), [(3, "Lyon", "c"), (1, "PARIS", "a"), (2, "Zone", "b")]);
        assert_eq!(views.named("zone").map(|view| view.id), Some(2));
        assert_eq!(views.named("zon"), None);
    }

    #[test]
    fn views_come_back_as_they_were_kept() {
        let mut views = Views::default();
        let filter = Filter { countries: vec!["FR".into()], all: true, ..Filter::default() };
        views.save(View { filter, column: Column::Custom(3), columns: vec![Column::Name], ..view("A", "b") });
        let kept = serde_json::to_vec(&views).unwrap();
        assert_eq!(Views::read(Some(&kept)), views);
        assert_eq!(Views::read(Some(b"{")), Views::default());
        assert_eq!(Views::read(None), Views::default());
    }

    #[test]
    fn what_is_gone_is_left_out_and_told_of() {
        let category = Category { id: 1, name: "Or".into(), ..Category::default() };
        let field = CustomField { id: 5, name: "Code".into(), ..CustomField::default() };
        let setup = Setup::new(HOME).with(vec![category], vec![field]);
        let custom = |field| vec![CustomFilter { field, is: Condition::Filled }];
        let sound = View {
            filter: Filter { categories: vec![1], custom: custom(5), ..Filter::default() },
            column: Column::Custom(5),
            descending: true,
            columns: vec![Column::Name, Column::Custom(5)],
            ..view("A", "b")
        };
        let pruned = |view: &View| {
            let mut view = view.clone();
            (view.prune(&setup), view)
        };
        assert_eq!(pruned(&sound), (false, sound.clone()));
        let filter = Filter { categories: vec![1, 2], ..sound.filter.clone() };
        assert_eq!(pruned(&View { filter, ..sound.clone() }), (true, sound.clone()));
        let filter = Filter { custom: [custom(5), custom(6)].concat(), ..sound.filter.clone() };
        assert_eq!(pruned(&View { filter, ..sound.clone() }), (true, sound.clone()));
        let columns = vec![Column::Name, Column::Custom(6), Column::Custom(5)];
        assert_eq!(pruned(&View { columns, ..sound.clone() }), (true, sound.clone()));
        let unsorted = View { column: Column::Name, descending: false, ..sound.clone() };
        assert_eq!(pruned(&View { column: Column::Custom(6), ..sound }), (true, unsorted));
    }
}
