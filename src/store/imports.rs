//! The imports of a book, read from its audit: each is undone as a whole, also weeks later.

use super::audit::{Deed, Entry, Origin};
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

/// Every import of a file, as far as the audit of one book was read; not the clients of an example.
#[derive(Debug, Default)]
pub struct Imports {
    /// The number of the last entry read.
    read: u64,
    /// The first one first.
    all: Vec<Imported>,
}

impl Imports {
    /// Reads what was done since. Of an audit that only ever grows no entry is read twice; after an error nothing has
    /// changed.
    pub fn read_on(&mut self, snapshot: &Snapshot) -> Result<(), StoreError> {
        let mut newer = Vec::new();
        snapshot.entries(self.read.saturating_add(1)..=u64::MAX, |entry| {
            newer.push(entry);
            true
        })?;
        let last = newer.first().map(|entry| entry.number);
        let speaks = |entry: &Entry| !matches!(entry.deed, Deed::Did(act) if act != Act::ImportClients);
        let mut imported = Vec::new();
        for entry in newer.into_iter().rev().filter(speaks) {
            let (number, at, deed) = (entry.number, entry.at, entry.deed);
            let of_file = match (deed, &entry.origin) {
                (Deed::Did(_), Origin::Import { file }) => {
                    let touched = snapshot.touched(&entry)?;
                    let clients = touched.iter().filter(|one| one.kind == Kind::Client).count();
                    Some(Imported { entry: number, at, file: file.clone(), clients, undone: false })
                }
                _ => None,
            };
            imported.push((deed, of_file));
        }
        for (deed, of_file) in imported {
            self.all.extend(of_file);
            match deed {
                Deed::Undid(of) => self.set_undone(of, true),
                Deed::Redid(of) => self.set_undone(of, false),
                Deed::Did(_) => {}
            }
        }
        self.read = last.unwrap_or(self.read);
        Ok(())
    }

    fn set_undone(&mut self, entry: u64, undone: bool) {
        if let Some(import) = self.all.iter_mut().find(|import| import.entry == entry) {
            import.undone = undone;
        }
    }

    /// They, the last one first.
    pub fn list(&self) -> impl ExactSizeIterator<Item = &Imported> {
        self.all.iter().rev()
    }
}
