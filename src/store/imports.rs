//! The imports of a book, read from its audit: each is undone as a whole, also weeks later.

use std::collections::BTreeMap;

use super::audit::{Deed, Origin};
use super::error::StoreError;
use super::read::Snapshot;
use crate::domain::command::Act;
use crate::domain::record::{Kind, Moment};

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Its entry in the audit: the one to take back.
    pub entry: u64,
    /// When.
    pub at: Moment,
    /// The name of its file, without folder.
    pub file: String,
    /// How many clients it added or changed.
    pub clients: usize,
    /// It was taken back, and not done again since.
    pub undone: bool,
}

impl Snapshot {
    /// Every import of a file, the last one first; not the clients of an example.
    pub fn imports(&self) -> Result<Vec<Imported>, StoreError> {
        // The newest entry that speaks of an import decides how it stands.
        let mut undone: BTreeMap<u64, bool> = BTreeMap::new();
        let mut entries = Vec::new();
        self.entries(1..=u64::MAX, |entry| {
            match entry.deed {
                Deed::Undid(of) => {
                    undone.entry(of).or_insert(true);
                }
                Deed::Redid(of) => {
                    undone.entry(of).or_insert(false);
                }
                Deed::Did(Act::ImportClients) => {
                    if let Origin::Import { file } = &entry.origin {
                        let file = file.clone();
                        entries.push((entry, file));
                    }
                }
                Deed::Did(_) => {}
            }
            true
        })?;
        entries
            .into_iter()
            .map(|(entry, file)| {
                let clients = self.touched(&entry)?.iter().filter(|one| one.kind == Kind::Client).count();
                let undone = undone.get(&entry.number).copied().unwrap_or_default();
                Ok(Imported { entry: entry.number, at: entry.at, file, clients, undone })
            })
            .collect()
    }
}
