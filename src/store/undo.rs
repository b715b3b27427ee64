//! Taking a change back: the images are put back, once it is sure that nothing came after.

use std::collections::{BTreeMap, BTreeSet};

use redb::{ReadableTable as _, Table, WriteTransaction};

use super::audit::{Deed, Entry, Hash, Origin, Touched};
use super::edit::Edit;
use super::error::{StoreError, WriteError};
use super::held::{Held, Key};
use super::read::{self, Snapshot};
use super::tables::{AUDIT, IMAGES, TOUCHED};
use crate::domain::command::{Act, Refused};
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
    /// The last change that can be taken back and was not: what an undo without further words takes back.
    pub fn last_undoable(&self) -> Result<Option<u64>, StoreError> {
        let mut standing = Standing::default();
        let mut found = None;
        let mut unread = Ok(());
        self.entries(1..=u64::MAX, |entry| {
            found = standing.next(entry.number, entry.deed);
            if found.is_none() {
                return true;
            }
            match self.touched(&entry) {
                Ok(touched) if !can_be_undone(entry.deed, touched.iter().map(|one| one.kind)) => {
                    found = None;
                    true
                }
                Ok(_) => false,
                Err(error) => {
                    unread = Err(error);
                    false
                }
            }
        })?;
        unread.map(|()| found)
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
    /// Records that stay, since they were changed later or are needed by what stays.
    pub(super) kept: Vec<Key>,
    /// Records that were deleted since, and that what came back referred to: it came back without them.
    pub(super) left_out: Vec<Key>,
}

/// Takes an entry back within a transaction: what it made goes, what it changed or deleted comes back.
///
/// - What is only ever added to stays, unless it went or came with its client.
/// - What was changed since stops it; but of an import the rest is taken back, and a category or a custom field that
///   was made along with a client stays once others have it.
/// - What comes back without a category, a custom field or a note that was deleted since says so; nothing is lost for
///   the others.
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
    let touched = read::touched(&transaction.open_table(TOUCHED)?, &entry)?;
    if !can_be_undone(entry.deed, touched.iter().map(|one| one.kind)) {
        return Err(WriteError::AppendOnly(number));
    }
    let images = Images { table: transaction.open_table(IMAGES)?, number };
    let touched = to_take_back(edit, &images, touched)?;
    let import = matches!(entry.origin, Origin::Import { .. });
    let made: BTreeSet<Key> =
        touched.iter().filter(|one| one.before.is_none()).map(|one| (one.kind, one.id)).collect();
    let of_all = |kind| matches!(kind, Kind::Category | Kind::CustomField);
    let may_stay = |key: &Key| import || (of_all(key.0) && made.contains(key));
    let mut kept = changed_since(edit, &touched)?;
    if let Some(&(kind, id)) = kept.iter().find(|key| !may_stay(key)) {
        return Err(WriteError::ChangedSince { kind, id });
    }
    let made: Vec<Key> = made.iter().filter(|key| may_stay(key)).copied().collect();
    keep_what_is_needed(edit, &touched, &made, &mut kept)?;
    let going: Vec<&Touched> = touched.iter().filter(|one| !kept.contains(&(one.kind, one.id))).collect();
    if !import && going.is_empty() {
        return Err(why_it_stays(edit, &kept)?);
    }
    // All go before any comes back, so that a unique name that changed hands is free.
    for one in &going {
        edit.replace((one.kind, one.id), None)?;
    }
    let left_out = bring_back(edit, &images, &going)?;
    let there = |key: &Key| edit.is_there(*key).map(|there| there.then_some(*key));
    let kept = kept.iter().filter_map(|key| there(key).transpose()).collect::<Result<_, _>>()?;
    Ok(Undone { deed, kept, left_out: left_out.into_iter().collect() })
}

/// The values before an entry.
struct Images<'t> {
    table: Table<'t, (u8, u64, u64), &'static [u8]>,
    number: u64,
}

impl Images<'_> {
    /// The bytes of a record before the entry; none stand for "it was not there".
    fn of(&self, (kind, id): Key) -> Result<Vec<u8>, StoreError> {
        let number = self.number;
        match self.table.get((kind.code(), id, number))? {
            Some(image) => Ok(image.value().to_owned()),
            None => Err(StoreError::Damaged(format!("no image of {kind:?} {id} at entry {number}"))),
        }
    }
}

/// Of what an entry touched, what goes or comes back with it.
fn to_take_back(
    edit: &Edit<'_>,
    images: &Images<'_>,
    touched: Vec<Touched>,
) -> Result<Vec<Touched>, WriteError> {
    // Whether the entry made a client or deleted it.
    let clients: BTreeMap<u64, (bool, bool)> = touched
        .iter()
        .filter(|one| one.kind == Kind::Client)
        .map(|one| (one.id, (one.before.is_some(), one.after.is_some())))
        .collect();
    let mut taken = Vec::with_capacity(touched.len());
    for one in touched {
        let goes = match one.kind.undoing() {
            Undoing::Undoable => true,
            Undoing::LeftAlone => false,
            Undoing::AppendOnly => goes_with_its_client(edit, images, &clients, &one)?,
        };
        if goes {
            taken.push(one);
        }
    }
    Ok(taken)
}

/// Whether a record that is only ever added to was made or deleted by an entry together with its client; one that is
/// gone since too.
fn goes_with_its_client(
    edit: &Edit<'_>,
    images: &Images<'_>,
    clients: &BTreeMap<u64, (bool, bool)>,
    one: &Touched,
) -> Result<bool, WriteError> {
    let key = (one.kind, one.id);
    let is = (one.before.is_some(), one.after.is_some());
    let bytes = if is.1 { edit.bytes(key)? } else { Some(images.of(key)?) };
    let Some(bytes) = bytes else { return Ok(true) };
    let held = Held::decode(key.0, key.1, &bytes).map_err(StoreError::from)?;
    let of = |(kind, id): &Key| *kind == Kind::Client && clients.get(id) == Some(&is);
    Ok(held.derived().references.iter().any(of))
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

/// Adds to what is kept, of what an entry made and may stay: what others still refer to, and what belongs to a client that is kept.
fn keep_what_is_needed(
    edit: &Edit<'_>,
    touched: &[Touched],
    made: &[Key],
    kept: &mut BTreeSet<Key>,
) -> Result<(), WriteError> {
    let all: BTreeSet<Key> = touched.iter().map(|one| (one.kind, one.id)).collect();
    loop {
        let before = kept.len();
        for key in made.iter().copied() {
            if kept.contains(&key) {
                continue;
            }
            // What was there before the entry refers to nothing that the entry made, once it is taken back.
            let referring = edit.referring(key)?;
            let needed = referring.iter().any(|by| !all.contains(by) || kept.contains(by));
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
    // A client does not belong to its categories and fields: they are kept for the others who have them.
    Ok(derived.references.iter().any(|target| target.0 == Kind::Client && kept.contains(target)))
}

/// Why nothing of an entry can be taken back.
fn why_it_stays(edit: &Edit<'_>, kept: &BTreeSet<Key>) -> Result<WriteError, StoreError> {
    let Some(&(kind, id)) = kept.first() else { return Ok(Refused::NothingToDo.into()) };
    Ok(match edit.referring((kind, id))?.first() {
        Some(&(by, by_id)) => WriteError::StillReferred { kind, id, by, by_id },
        None => WriteError::ChangedSince { kind, id },
    })
}

/// Puts back what was there before; what it referred to and can do without, and that was deleted since.
fn bring_back(
    edit: &mut Edit<'_>,
    images: &Images<'_>,
    going: &[&Touched],
) -> Result<BTreeSet<Key>, WriteError> {
    let coming: BTreeSet<Key> =
        going.iter().filter(|one| one.before.is_some()).map(|one| (one.kind, one.id)).collect();
    let mut left_out = BTreeSet::new();
    for key in &coming {
        let bytes = images.of(*key)?;
        let held = Held::decode(key.0, key.1, &bytes).map_err(StoreError::from)?;
        let mut gone = Vec::new();
        for target in held.derived().references {
            if !coming.contains(&target) && !edit.is_there(target)? {
                gone.push(target);
            }
        }
        if gone.is_empty() {
            edit.replace(*key, Some(&bytes))?;
        } else {
            edit.replace(*key, Some(&held.without(&gone).encoded()?))?;
            left_out.extend(gone);
        }
    }
    match left_out.first() {
        // All that would have come back is gone.
        Some(&(kind, id)) if edit.is_as_before() => {
            let (by, by_id) = coming.first().copied().unwrap_or((kind, id));
            Err(WriteError::Dangling { kind, id, by, by_id })
        }
        _ => Ok(left_out),
    }
}
