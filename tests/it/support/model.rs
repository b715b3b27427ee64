//! The plainest store there is: a map. Commands run on it as they do on a book.

use std::collections::BTreeMap;

use comptoir::domain::command::{Command, Done, Failure, Stamp};
use comptoir::domain::consent::Consent;
use comptoir::domain::record::{Kind, Record, Scan, Store, Undoing};
use comptoir::store::Reader;
use serde_json::Value;

use super::kinds::KINDS;

/// Every record, by kind and id, as JSON.
pub(crate) type State = BTreeMap<(Kind, u64), Value>;

/// A map of records.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Model {
    pub(crate) state: State,
}

/// It has nothing that could fail.
#[derive(Debug)]
pub(crate) enum Never {}

impl Model {
    /// Applies a command as a whole or not at all; `None` if it was refused or changed nothing.
    pub(crate) fn apply(&mut self, command: &Command, stamp: Stamp) -> Option<Done> {
        let before = self.clone();
        match command.apply(self, stamp) {
            Ok(done) if *self != before => Some(done),
            Ok(_) | Err(Failure::Refused(_)) => {
                *self = before;
                None
            }
            Err(Failure::Store(never)) => match never {},
        }
    }

    /// Takes a change back that made one state of another, but for what an undo leaves: ids and numbers, and what is
    /// only ever added to unless its client went or came with it.
    pub(crate) fn take_back(&mut self, before: &State, after: &State) {
        let client = |value: &Value| (Kind::Client, value["client"].as_u64().unwrap());
        for key in differing(before, after) {
            let back = match key.0.undoing() {
                Undoing::Undoable => true,
                Undoing::LeftAlone => false,
                Undoing::AppendOnly => {
                    let client = client(before.get(&key).or(after.get(&key)).unwrap());
                    before.contains_key(&client) != after.contains_key(&client)
                }
            };
            match (back, before.get(&key)) {
                (true, Some(value)) => drop(self.state.insert(key, value.clone())),
                (true, None) => drop(self.state.remove(&key)),
                (false, _) => {}
            }
        }
    }

    /// Whether an answer to a question of consent is left without its client or its proof.
    pub(crate) fn has_lost_consents(&self) -> bool {
        self.ids(Kind::Consent).into_iter().any(|id| {
            let Ok(consent) = self.get::<Consent>(id);
            consent.unwrap().references().iter().any(|target| !self.state.contains_key(target))
        })
    }

    /// The ids of a kind.
    pub(crate) fn ids(&self, kind: Kind) -> Vec<u64> {
        self.state.keys().filter(|key| key.0 == kind).map(|key| key.1).collect()
    }
}

impl Store for Model {
    type Error = Never;

    fn get<R: Record>(&self, id: u64) -> Result<Option<R>, Never> {
        Ok(self.state.get(&(R::KIND, id)).map(|value| serde_json::from_value(value.clone()).unwrap()))
    }

    fn put<R: Record>(&mut self, record: &R) -> Result<(), Never> {
        self.state.insert((R::KIND, record.id()), serde_json::to_value(record).unwrap());
        Ok(())
    }

    fn remove<R: Record>(&mut self, id: u64) -> Result<(), Never> {
        self.state.remove(&(R::KIND, id));
        Ok(())
    }

    fn scan<R: Record>(&self, which: Scan<'_>, mut each: impl FnMut(R)) -> Result<(), Never> {
        for id in self.ids(R::KIND) {
            let Ok(Some(record)) = self.get::<R>(id) else { continue };
            let chosen = match which {
                Scan::All => true,
                Scan::Referring(kind, id) => record.references().contains(&(kind, id)),
                Scan::Named(name) => record.unique().as_deref() == Some(name),
            };
            if chosen {
                each(record);
            }
        }
        Ok(())
    }
}

/// The keys of what is not the same in two states.
pub(crate) fn differing(one: &State, other: &State) -> Vec<(Kind, u64)> {
    let keys: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).copied().collect();
    keys.into_iter().filter(|key| one.get(key) != other.get(key)).collect()
}

/// Every record of a book.
pub(crate) fn state_of(reader: &Reader) -> State {
    let snapshot = reader.snapshot().unwrap();
    let mut state = State::new();
    for of in KINDS {
        (of.add)(&snapshot, &mut state);
    }
    assert_eq!(state.len() as u64, snapshot.counts().unwrap().records, "every kind is compared");
    state
}
