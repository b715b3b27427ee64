//! What of the command line says which clients are listed, as the query that the table would make of it.

use super::arguments::{Listed, Status};
use super::console::{Console, remark};
use super::failure::Failure;
use crate::domain::custom_field::CustomField;
use crate::domain::fold::fold;
use crate::domain::setup::Setup;
use crate::domain::{country, department};
use crate::search::{Condition, CustomFilter, Filter, Query, StateFilter, Views};
use crate::store::{Snapshot, StoreError};

impl Listed {
    /// Whether nothing is asked of clients, not even how many there are to be.
    pub(super) fn is_all(&self) -> bool {
        let query = self.query.as_deref().unwrap_or_default();
        query.trim().is_empty() && Self { query: None, ..self.clone() } == Self::default()
    }

    /// What is looked for. What names nothing in the book is wrong use.
    pub(super) fn query(
        &self,
        console: &Console,
        snapshot: &Snapshot,
        setup: &Setup,
        failed: impl Fn(StoreError) -> Failure,
    ) -> Result<Query, Failure> {
        let mut query = match &self.view {
            None => Query::default(),
            Some(name) => {
                let views = Views::read(snapshot.scratch(Views::KEY).map_err(failed)?.as_deref());
                view(console, &views, setup, name)?
            }
        };
        if let Some(words) = &self.query {
            query.text.push(' ');
            query.text.push_str(words);
        }
        query.text = query.text.trim().to_owned();
        self.narrow(console, setup, &mut query.filter)?;
        Ok(query)
    }

    fn narrow(&self, console: &Console, setup: &Setup, filter: &mut Filter) -> Result<(), Failure> {
        for name in &self.category {
            let category = setup.category_named(name);
            filter.categories.push(category.ok_or_else(|| no(console, "cli-no-category", name))?.id);
        }
        filter.all |= self.all_categories;
        filter.uncategorised |= self.uncategorised;
        filter.status = self.status.map(StateFilter::from).or(filter.status);
        for name in &self.country {
            let code = country::recognise(name).ok_or_else(|| no(console, "cli-no-country", name))?;
            filter.countries.push(code.to_owned());
        }
        filter.cities.extend(self.city.iter().cloned());
        for start in &self.postcode {
            // Nothing but signs would be the start of every postcode.
            if !start.chars().any(|c| c.is_ascii_alphanumeric()) {
                return Err(no(console, "cli-no-postcode", start));
            }
            filter.postcodes.push(start.clone());
        }
        for name in &self.department {
            let code = department_of(name).ok_or_else(|| no(console, "cli-no-department", name))?;
            filter.departments.push(code.to_owned());
        }
        for said in &self.field {
            filter.custom.push(condition(console, setup, said)?);
        }
        for (names, is) in [(&self.filled, Condition::Filled), (&self.empty, Condition::Empty)] {
            for name in names {
                let field = field(console, setup, name)?.id;
                filter.custom.push(CustomFilter { field, is: is.clone() });
            }
        }
        Ok(())
    }
}

impl From<Status> for StateFilter {
    fn from(status: Status) -> Self {
        match status {
            Status::Active => Self::Active,
            Status::Archived => Self::Archived,
            Status::ToComplete => Self::ToComplete,
            Status::ToCheck => Self::ToCheck,
        }
    }
}

/// Nothing is called so.
fn no(console: &Console, key: &str, name: &str) -> Failure {
    Failure::Use(console.text.with(key, &[("name", name.into())]))
}

/// A saved view, without what it says of things that are gone; then that is remarked.
fn view(console: &Console, views: &Views, setup: &Setup, name: &str) -> Result<Query, Failure> {
    let mut view = views.named(name).cloned().ok_or_else(|| no(console, "cli-no-view", name))?;
    if view.prune(setup) {
        remark(&console.text.with("views-lost", &[("name", view.name.as_str().into())]));
    }
    Ok(view.query())
}

fn field<'a>(console: &Console, setup: &'a Setup, name: &str) -> Result<&'a CustomField, Failure> {
    setup.field_named(name).ok_or_else(|| no(console, "cli-no-field", name))
}

/// The number of the département of this number or name.
fn department_of(typed: &str) -> Option<&'static str> {
    let wanted = fold(typed);
    department::all().find(|one| fold(one.code) == wanted || fold(one.name) == wanted).map(|one| one.code)
}

/// `NAME=VALUE`, of which the name may hold the sign too.
fn condition(console: &Console, setup: &Setup, said: &str) -> Result<CustomFilter, Failure> {
    let mut parts = said.match_indices('=').map(|(at, _)| said.split_at(at));
    let named = parts.find_map(|(name, value)| Some((setup.field_named(name)?, value.get(1..)?)));
    let Some((field, value)) = named else {
        let name = said.split_once('=').map_or(said, |(name, _)| name);
        return Err(no(console, "cli-no-field", name));
    };
    let ends = match value.split_once("..").filter(|_| Condition::is_ranged(field.kind)) {
        Some((from, to)) => [from, to],
        None => [value; 2],
    };
    if let Ok(Some(is)) = Condition::of_typed(field, ends, console.format.point()) {
        return Ok(CustomFilter { field: field.id, is });
    }
    let said = [("field", field.name.as_str().into()), ("value", value.into())];
    Err(Failure::Use(console.text.with("cli-no-value", &said)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_departement_has_a_number_and_a_name() {
        assert_eq!(
            ["69", "rhone", "RHÔNE", "2a", "01"].map(department_of),
            [Some("69"), Some("69"), Some("69"), Some("2A"), Some("01")]
        );
        assert_eq!(["1", "", "Rho", "20"].map(department_of), [None; 4]);
    }

    #[test]
    fn all_are_listed_as_long_as_nothing_is_asked() {
        let listed = |query: Option<&str>| Listed { query: query.map(str::to_owned), ..Listed::default() };
        assert!(listed(None).is_all() && listed(Some(" ")).is_all());
        assert!(!listed(Some("a")).is_all());
        assert!(!Listed { limit: Some(3), ..Listed::default() }.is_all());
        assert!(!Listed { uncategorised: true, ..listed(Some(" ")) }.is_all());
    }
}
