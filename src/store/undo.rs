//! Taking a change back: the images are put back, once it is sure that nothing came after.

use std::collections::{BTreeMap, BTreeSet};

use redb::{ReadableTable as _, WriteTransaction};

use super::audit::{Deed, Entry, Hash, Origin, Touched};
use super::edit::{Edit, Key};
use super::error::{StoreError, WriteError};
use super::held::Held;
use super::read::{self, Snapshot};
use super::tables::{AUDIT, IMAGES, TOUCHED};
use crate::domain::command::Act;
use crate::domain::record::{Kind, Undoing};

/// What became of a change: done, taken back, or done again. The newest entry that speaks of it decides.
#[derive(Default)]
pub(super) struct Standing(BTreeMap<u64, bool>);

impl Standing {
    /// Takes note of an entry, the newest first: the entry that would be taken back next, if it is this one.
    fn next(&mut self, number: u64, deed: Deed) -> Option<u64> {
        match deed {
            Deed::Undid(of) => {
                self.0.entry(of).or_insert(false);
                None
            }
            Deed::Redid(of) => {
                let new = !self.0.contains_key(&of);
                self.0.entry(of).or_insert(true);
                new.then_some(number)
            }
            Deed::Did(_) => self.0.get(&number).copied().unwrap_or(true).then_some(number),
        }
    }
}

impl Snapshot {
    /// The last change that was not taken back: what an undo without further words takes back.
    pub fn last_undoable(&self) -> Result<Option<u64>, StoreError> {
        let mut standing = Standing::default();
        let mut found = None;
        self.entries(1..=u64::MAX, |entry| {
            found = standing.next(entry.number, entry.deed);
            found.is_none()
        })?;
        Ok(found)
    }

    /// Whether what an entry did is taken back now.
    pub fn is_undone(&self, number: u64) -> Result<bool, StoreError> {
        let (of, undoes) = match self.entry(number)?.map(|entry| entry.deed) {
            Some(Deed::Undid(of)) => (of, true),
            Some(Deed::Redid(of)) => (of, false),
            Some(Deed::Did(_)) | None => (number, false),
        };
        let mut undone = false;
        self.entries(of.saturating_add(1)..=u64::MAX, |entry| {
            undone = entry.deed == Deed::Undid(of);
            !undone && entry.deed != Deed::Redid(of)
        })?;
        Ok(undone != undoes)
    }
}

/// Whether there is something to take back of what touched these kinds. What was answered to a question of consent
/// stays, and so does the file that proves it.
pub(super) fn can_be_undone(deed: Deed, mut touched: impl Iterator<Item = Kind>) -> bool {
    deed != Deed::Did(Act::RecordConsent) && touched.any(|kind| kind.undoing() == Undoing::Undoable)
}

/// What taking an entry back came to.
pub(super) struct Undone {
    pub(super) deed: Deed,
    /// Records of an import that stay, since they were changed later or are needed by what stays.
    pub(super) kept: Vec<Key>,
}

/// Takes an entry back within a transaction.
pub(super) fn undo(
    transaction: &WriteTransaction,
    edit: &mut Edit<'_>,
    number: u64,
) -> Result<Undone, WriteError> {
    let entry = match transaction.open_table(AUDIT)?.get(number)? {
        Some(bytes) => Entry::decode(bytes.value()).map_err(StoreError::from)?,
        None => return Err(WriteError::NoEntry(number)),
    };
    let deed = match entry.deed {
        Deed::Did(_) => Deed::Undid(number),
        Deed::Redid(of) => Deed::Undid(of),
        Deed::Undid(of) => Deed::Redid(of),
    };
    let touched: Vec<_> = read::touched(&transaction.open_table(TOUCHED)?, &entry)?
        .into_iter()
        .filter(|touched| touched.kind.undoing() == Undoing::Undoable)
        .collect();
    let mut kept = changed_since(edit, &touched)?;
    if matches!(entry.origin, Origin::Import { .. }) {
        keep_what_is_needed(edit, &touched, &mut kept)?;
    } else if let Some(&(kind, id)) = kept.first() {
        return Err(WriteError::ChangedSince { kind, id });
    }
    let going: Vec<_> =
        touched.iter().map(|one| (one.kind, one.id)).filter(|key| !kept.contains(key)).collect();
    // All go before any comes back, so that a unique name that changed hands is free.
    for key in &going {
        edit.replace(*key, None)?;
    }
    let images = transaction.open_table(IMAGES)?;
    for (kind, id) in going {
        let image = images
            .get((kind.code(), id, number))?
            .ok_or_else(|| StoreError::Damaged(format!("no image of {kind:?} {id} at entry {number}")))?;
        if !image.value().is_empty() {
            edit.replace((kind, id), Some(image.value()))?;
        }
    }
    Ok(Undone { deed, kept: kept.into_iter().collect() })
}

/// Those that are no longer as the entry left them.
fn changed_since(edit: &Edit<'_>, touched: &[Touched]) -> Result<BTreeSet<Key>, WriteError> {
    let mut changed = BTreeSet::new();
    for one in touched {
        let key = (one.kind, one.id);
        if edit.bytes(key)?.as_deref().map(Hash::of) != one.after {
            changed.insert(key);
        }
    }
    Ok(changed)
}

/// Adds to what is kept: what others still refer to, and what belongs to one that is kept.
fn keep_what_is_needed(
    edit: &Edit<'_>,
    touched: &[Touched],
    kept: &mut BTreeSet<Key>,
) -> Result<(), WriteError> {
    let added: BTreeSet<Key> =
        touched.iter().filter(|one| one.before.is_none()).map(|one| (one.kind, one.id)).collect();
    loop {
        let before = kept.len();
        for key in added.iter().filter(|key| !kept.contains(key)).copied().collect::<Vec<_>>() {
            let referring = edit.referring(key)?;
            let needed = referring.iter().any(|by| !added.contains(by) || kept.contains(by));
            if needed || belongs_to_kept(edit, key, kept)? {
                kept.insert(key);
            }
        }
        if kept.len() == before {
            return Ok(());
        }
    }
}

fn belongs_to_kept(edit: &Edit<'_>, key: Key, kept: &BTreeSet<Key>) -> Result<bool, WriteError> {
    let Some(bytes) = edit.bytes(key)? else { return Ok(false) };
    let derived = Held::decode(key.0, key.1, &bytes).map_err(StoreError::from)?.derived();
    Ok(derived.references.iter().any(|target| kept.contains(target)))
}
