//! Changing a book: one command, one transaction, one audit entry, one receipt.
//!
//! After an error of the disk the database is closed and opened again in place at the next attempt. When a commit
//! fails it may still have reached the disk; the head of the audit tells, and a change that is there is a success.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, OnceLock};

use redb::WriteTransaction;

use super::audit::{Deed, Head, Origin};
use super::changes::Row;
use super::edit::{self, Edit};
use super::error::{StoreError, WriteError};
use super::held::{Held, Key};
use super::pair::{Pair, one_after_other};
use super::read::Snapshot;
use super::shared::Shared;
use super::tables::SCRATCH;
use super::undo::{Undone, can_be_undone, undo};
use super::watch::{Watch, Watching};
use crate::domain::client::ClientId;
use crate::domain::command::{Command, Refused, Stamp};
use crate::domain::record::{Kind, Moment};

/// Says that a change is safe on disk.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// The number of its audit entry: the new revision of the book.
    pub entry: u64,
    /// When it was recorded.
    pub at: Moment,
    /// What was done.
    pub deed: Deed,
    /// The clients it was done to; for one just registered, its new id.
    pub clients: Vec<ClientId>,
    /// Every record that is other than it was, the oldest change first.
    pub changes: Vec<Changed>,
    /// Records of an import or a category taken back that stay, since they were changed later or are needed by what
    /// stays.
    pub kept: Vec<(Kind, u64)>,
    /// Records that were deleted since, and that what came back referred to: it came back without them.
    pub left_out: Vec<(Kind, u64)>,
}

/// A record that is other than it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: u64,
    before: Option<Image>,
    after: Option<Image>,
}

/// A record as its bytes, read when it is asked for: an import changes a hundred thousand.
#[derive(Clone, Debug)]
struct Image {
    bytes: Vec<u8>,
    held: OnceLock<Option<Held>>,
}

impl PartialEq for Image {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

/// Changes a book. There is one.
#[derive(Debug)]
pub struct Writer {
    shared: Arc<Shared>,
    /// The disk reported an error: the book must be opened again before it is written to.
    broken: bool,
    unsure: Option<Unsure>,
    /// Changes of which no receipt has told yet.
    late: Vec<Changed>,
    pair: Pair,
}

/// A change of which it is not known whether it reached the disk.
#[derive(Debug)]
struct Unsure {
    /// None while nobody can ask for it again.
    wanted: Option<Wanted>,
    head: Head,
    receipt: Receipt,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
enum Wanted {
    Command(Box<Command>),
    Undo(u64),
}

/// What a change came to, before it is written.
struct Made {
    deed: Deed,
    clients: Option<Vec<ClientId>>,
    kept: Vec<Key>,
    left_out: Vec<Key>,
}

impl Writer {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self { shared, broken: false, unsure: None, late: Vec::new(), pair: one_after_other }
    }

    /// From now on what can be done side by side is done by this pair.
    pub fn side_by_side(&mut self, pair: Pair) {
        self.pair = pair;
    }

    /// Applies a command. When this returns `Ok`, the change is on disk.
    pub fn apply(&mut self, command: &Command, origin: Origin, stamp: Stamp) -> Result<Receipt, WriteError> {
        self.apply_watched(command, origin, stamp, &|_, _| true)
    }

    /// The same while somebody watches, who can stop it: it then fails with [`StoreError::Cancelled`], and nothing of it is
    /// in the book. From the commit on it cannot be stopped any more.
    pub fn apply_watched(
        &mut self,
        command: &Command,
        origin: Origin,
        stamp: Stamp,
        watching: Watching<'_>,
    ) -> Result<Receipt, WriteError> {
        let same = |wanted: &Wanted| matches!(wanted, Wanted::Command(earlier) if **earlier == *command);
        if let Some(receipt) = self.ready(same)? {
            return Ok(receipt);
        }
        self.change(
            &Watch::new(watching, command.size()),
            origin,
            stamp,
            || Wanted::Command(Box::new(command.clone())),
            |_, edit| {
                let done = command.apply(edit, stamp)?;
                let (kept, left_out) = (Vec::new(), Vec::new());
                Ok(Made { deed: Deed::Did(done.act), clients: Some(done.clients), kept, left_out })
            },
        )
    }

    /// Takes an entry of the audit back; an entry that took another back is done again.
    pub fn undo(&mut self, entry: u64, origin: Origin, stamp: Stamp) -> Result<Receipt, WriteError> {
        if let Some(receipt) = self.ready(|wanted| *wanted == Wanted::Undo(entry))? {
            return Ok(receipt);
        }
        if self.snapshot()?.is_undone(entry)? {
            return Err(WriteError::AlreadyUndone(entry));
        }
        self.change(
            &Watch::nobody(),
            origin,
            stamp,
            || Wanted::Undo(entry),
            |transaction, edit| {
                let Undone { deed, kept, left_out } = undo(transaction, edit, entry)?;
                Ok(Made { deed, clients: None, kept, left_out })
            },
        )
    }

    /// Keeps something that is no part of the books under a key, or forgets it. No audit entry, no new revision.
    pub fn scratch(&mut self, key: &str, value: Option<&[u8]>) -> Result<(), StoreError> {
        self.reopened()?;
        let written = self.write_scratch(key, value);
        self.note(written)
    }

    /// Makes everything derived (references, unique names) afresh from the records.
    pub fn rebuild_derived(&mut self) -> Result<(), StoreError> {
        self.reopened()?;
        let rebuilt = self.write_derived();
        self.note(rebuilt)
    }

    fn write_derived(&self) -> Result<(), StoreError> {
        let transaction = self.shared.begin_write()?;
        edit::rebuild(&transaction)?;
        self.shared.still_there()?;
        Ok(transaction.commit()?)
    }

    pub(super) fn shared(&self) -> &Shared {
        &self.shared
    }

    /// The book as it is now.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Snapshot::of(&self.shared.begin_read()?)
    }

    fn write_scratch(&self, key: &str, value: Option<&[u8]>) -> Result<(), StoreError> {
        let transaction = self.shared.begin_write()?;
        {
            let mut table = transaction.open_table(SCRATCH)?;
            match value {
                Some(value) => table.insert(key, value)?,
                None => table.remove(key)?,
            };
        }
        self.shared.still_there()?;
        Ok(transaction.commit()?)
    }

    /// Opens the book again in place if the disk reported an error since, and finds out what became of a change
    /// that failed: its receipt if it was made all the same and is what is wanted now.
    fn ready(&mut self, same: impl Fn(&Wanted) -> bool) -> Result<Option<Receipt>, WriteError> {
        self.reopened()?;
        let Some(unsure) = self.unsure.take() else { return Ok(None) };
        let head = match self.snapshot().and_then(|snapshot| snapshot.head()) {
            Ok(head) => head,
            Err(error) => {
                self.unsure = Some(unsure);
                self.broken = true;
                return Err(StoreError::Unsure(Box::new(error)).into());
            }
        };
        if head != unsure.head {
            return Ok(None);
        }
        if unsure.wanted.as_ref().is_none_or(&same) {
            return Ok(Some(self.told(unsure.receipt)));
        }
        self.late.extend(unsure.receipt.changes);
        Ok(None)
    }

    pub(super) fn reopened(&mut self) -> Result<(), StoreError> {
        if self.broken {
            self.shared.reopen()?;
            self.broken = false;
        }
        Ok(())
    }

    /// Adds to a receipt what none has told of yet.
    fn told(&mut self, mut receipt: Receipt) -> Receipt {
        let mut changes = std::mem::take(&mut self.late);
        changes.append(&mut receipt.changes);
        Receipt { changes, ..receipt }
    }

    fn change(
        &mut self,
        watch: &Watch<'_>,
        origin: Origin,
        stamp: Stamp,
        wanted: impl FnOnce() -> Wanted,
        work: impl FnOnce(&WriteTransaction, &mut Edit<'_>) -> Result<Made, WriteError>,
    ) -> Result<Receipt, WriteError> {
        // Should this end in a panic, the book is opened again before the next change.
        self.broken = true;
        let begun = self.shared.begin_write();
        let transaction = self.note(begun)?;
        let made = write(&transaction, (watch, self.pair), origin, stamp, work)
            .and_then(|made| self.shared.still_there().map(|()| made).map_err(WriteError::Store));
        let (head, receipt) = match made {
            Ok(made) => made,
            Err(WriteError::Store(error)) => return self.note(Err(error)).map_err(WriteError::Store),
            Err(refused) => {
                self.broken = false;
                return Err(refused);
            }
        };
        let unsure = self.unsure.insert(Unsure { wanted: None, head, receipt });
        let committed = catch_unwind(AssertUnwindSafe(|| transaction.commit()));
        if !matches!(committed, Ok(Ok(()))) {
            unsure.wanted = Some(wanted());
        }
        let error = committed.unwrap_or_else(|panic| resume_unwind(panic)).err().map(StoreError::from);
        self.broken = error.is_some();
        // A commit that failed may have reached the disk all the same; if the disk answers, this is known at once.
        match self.ready(|_| true) {
            Ok(Some(receipt)) => Ok(receipt),
            Ok(None) => {
                Err(error.unwrap_or_else(|| StoreError::Damaged("a commit left no trace".to_owned())).into())
            }
            Err(unread) => match error {
                Some(error) => Err(StoreError::Unsure(Box::new(error)).into()),
                None => Err(unread),
            },
        }
    }

    /// Remembers an error after which the book must be opened again.
    pub(super) fn note<T>(&mut self, result: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(error) = &result {
            self.broken = !matches!(error, StoreError::Vanished | StoreError::Unkeepable(_));
        }
        result
    }
}

/// Does the work of a change within a transaction, all but the commit.
fn write(
    transaction: &WriteTransaction,
    (watch, pair): (&Watch<'_>, Pair),
    origin: Origin,
    stamp: Stamp,
    work: impl FnOnce(&WriteTransaction, &mut Edit<'_>) -> Result<Made, WriteError>,
) -> Result<(Head, Receipt), WriteError> {
    let mut edit = Edit::begin(transaction, watch)?;
    let made = work(transaction, &mut edit)?;
    let changes = edit.finish()?;
    if changes.rows.is_empty() {
        return Err(Refused::NothingToDo.into());
    }
    let (entry, rows) = changes.write(stamp.at, made.deed, origin, pair)?;
    let changes: Vec<_> = rows.into_iter().map(Changed::of).collect();
    let clients = made.clients.unwrap_or_else(|| {
        changes.iter().filter(|one| one.kind == Kind::Client).map(|one| ClientId(one.id)).collect()
    });
    let head = entry.head();
    let Made { deed, kept, left_out, .. } = made;
    let receipt = Receipt { entry: entry.number, at: stamp.at, deed, clients, changes, kept, left_out };
    Ok((head, receipt))
}

impl Receipt {
    /// Whether the change can be taken back, should nothing come after it.
    pub fn can_be_undone(&self) -> bool {
        can_be_undone(self.deed, self.changes.iter().map(|change| change.kind))
    }

    /// Of what stays, clients and categories: what else stays belongs to one of these clients.
    pub fn named_kept(&self) -> impl Iterator<Item = (Kind, u64)> {
        let named = |kind| matches!(kind, Kind::Client | Kind::Category | Kind::CustomField);
        self.kept.iter().copied().filter(move |(kind, _)| named(*kind))
    }
}

impl Changed {
    fn of(row: Row) -> Self {
        let (kind, id) = row.key;
        let image = |bytes: Option<Vec<u8>>| bytes.map(|bytes| Image { bytes, held: OnceLock::new() });
        Self { kind, id, before: image(row.before), after: image(row.after) }
    }

    /// What it was; none if it was not there.
    pub fn before(&self) -> Option<&Held> {
        self.before.as_ref()?.held(self.kind, self.id)
    }

    /// What it is; none if it is gone.
    pub fn after(&self) -> Option<&Held> {
        self.after.as_ref()?.held(self.kind, self.id)
    }
}

impl Image {
    /// The transaction has read these bytes or written them: none that cannot be read comes here.
    fn held(&self, kind: Kind, id: u64) -> Option<&Held> {
        self.held.get_or_init(|| Held::decode(kind, id, &self.bytes).ok()).as_ref()
    }
}
