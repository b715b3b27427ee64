//! What an entry of the audit was about, for whoever puts it into words.

use super::audit::{Deed, Touched};
use super::error::StoreError;
use super::held::Held;
use super::read::Snapshot;
use crate::domain::client::Client;
use crate::domain::command::Act;
use crate::domain::record::Kind;

/// What was done, and to whom or what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What was done first: what was taken back or done again is what it was.
    pub act: Act,
    /// The name of the category, the custom field, the attachment or else the client it was done to, the first of them,
    /// as it is called now or was last; empty if it has none.
    pub name: String,
    /// How many clients it changed; if none, how many records of the kind it is named by.
    pub count: usize,
}

impl Snapshot {
    /// What an entry was about; none if there is no such entry.
    pub fn subject(&self, number: u64) -> Result<Option<Subject>, StoreError> {
        let Some(entry) = self.entry(number)? else { return Ok(None) };
        let (entry, act) = match entry.deed {
            Deed::Did(act) => (entry, act),
            Deed::Undid(first) | Deed::Redid(first) => match self.entry(first)? {
                Some(first) => match first.deed {
                    Deed::Did(act) => (first, act),
                    Deed::Undid(_) | Deed::Redid(_) => return Ok(None),
                },
                None => return Ok(None),
            },
        };
        let touched = self.touched(&entry)?;
        let of = |kind: Kind| touched.iter().filter(move |one| one.kind == kind);
        let count = match of(Kind::Client).count() {
            0 => of(act.subject()).count(),
            clients => clients,
        };
        let name = match of(act.subject()).next() {
            Some(first) => self.name_of(first.kind, first.id)?,
            None => self.name_of_category(entry.number, &touched)?,
        };
        Ok(Some(Subject { act, name: name.unwrap_or_default(), count }))
    }

    /// What a record is called, or was last: for what has no name of its own, the client it belongs to.
    pub fn name_of(&self, kind: Kind, id: u64) -> Result<Option<String>, StoreError> {
        let Some(held) = self.read_last(kind, id, |bytes| Held::decode(kind, id, bytes))? else {
            return Ok(None);
        };
        match (held.called(), held.references().first()) {
            (Some(name), _) => Ok(Some(name.into_owned())),
            (None, Some(&(kind, id))) => self.name_of(kind, id),
            (None, None) => Ok(None),
        }
    }

    /// The category that clients were put into or taken out of by an entry that did not touch it.
    fn name_of_category(&self, number: u64, touched: &[Touched]) -> Result<Option<String>, StoreError> {
        let Some(client) = touched.iter().find(|one| one.kind == Kind::Client) else { return Ok(None) };
        let steps = self.history::<Client>(client.id)?;
        let Some(step) = steps.into_iter().find(|step| step.entry == number) else { return Ok(None) };
        let [before, after] = [step.before, step.after].map(|client| client.unwrap_or_default().categories);
        let moved = after.iter().find(|id| !before.contains(id));
        match moved.or_else(|| before.iter().find(|id| !after.contains(id))) {
            Some(id) => self.name_of(Kind::Category, *id),
            None => Ok(None),
        }
    }
}
