//! Reading a book: snapshots, each one moment of it, opened for one query or one job and dropped with it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use redb::{
    Key as RedbKey, ReadOnlyTable, ReadTransaction, ReadableTable, ReadableTableMetadata as _,
    TableDefinition, TableError, Value,
};

use super::audit::{Entry, Head, List, Touched, read_hashes};
use super::encode::decode_record;
use super::error::StoreError;
use super::held::Key;
use super::shared::Shared;
use super::tables::{
    AUDIT, BLOBS, IMAGES, META, META_HEAD, NAMES, PIECES, PieceKey, RECORDS, REFS, SCRATCH, TOUCHED,
};
use crate::domain::record::{Kind, Record, Scan};

/// Takes snapshots of a book. It follows when the book is opened again in place.
#[derive(Clone, Debug)]
pub struct Reader {
    shared: Arc<Shared>,
}

impl Reader {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    /// The book as it is now.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> {
        Snapshot::of(&self.shared.begin_read()?)
    }
}

/// One moment of a book. Whatever is written later does not show in it.
pub struct Snapshot {
    pub(super) records: ReadOnlyTable<(u8, u64), &'static [u8]>,
    pub(super) images: ReadOnlyTable<(u8, u64, u64), &'static [u8]>,
    pub(super) audit: ReadOnlyTable<u64, &'static [u8]>,
    pub(super) touched: ReadOnlyTable<(u64, u8, u64), &'static [u8]>,
    pub(super) refs: ReadOnlyTable<(u8, u64, u8, u64), ()>,
    pub(super) names: ReadOnlyTable<(u8, &'static str), u64>,
    pub(super) meta: ReadOnlyTable<&'static str, &'static [u8]>,
    pub(super) scratch: ReadOnlyTable<&'static str, &'static [u8]>,
    /// None in a book in which no file was ever kept.
    pub(super) blobs: Option<ReadOnlyTable<&'static [u8; 32], u64>>,
    pub(super) pieces: Option<ReadOnlyTable<PieceKey, &'static [u8]>>,
}

/// How many rows a book has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Records of every kind.
    pub records: u64,
    /// Values before a change.
    pub images: u64,
    /// Entries of the audit.
    pub entries: u64,
    /// Touched records that entries do not name themselves.
    pub touched: u64,
    /// References.
    pub references: u64,
    /// Unique names.
    pub names: u64,
    /// What is no part of the books.
    pub scratch: u64,
    /// Files, each once.
    pub files: u64,
    /// Pieces of files.
    pub pieces: u64,
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Snapshot").finish_non_exhaustive()
    }
}

impl Snapshot {
    pub(super) fn of(transaction: &ReadTransaction) -> Result<Self, StoreError> {
        Ok(Self {
            records: transaction.open_table(RECORDS)?,
            images: transaction.open_table(IMAGES)?,
            audit: transaction.open_table(AUDIT)?,
            touched: transaction.open_table(TOUCHED)?,
            refs: transaction.open_table(REFS)?,
            names: transaction.open_table(NAMES)?,
            meta: transaction.open_table(META)?,
            scratch: transaction.open_table(SCRATCH)?,
            blobs: if_there(transaction, BLOBS)?,
            pieces: if_there(transaction, PIECES)?,
        })
    }

    /// The record with this id.
    pub fn get<R: Record>(&self, id: u64) -> Result<Option<R>, StoreError> {
        get(&self.records, id)
    }

    /// Hands over each of the chosen records.
    pub fn scan<R: Record>(&self, which: Scan<'_>, each: impl FnMut(R)) -> Result<(), StoreError> {
        scan(&self.records, &self.refs, &self.names, which, each)
    }

    /// Hands over the records of a kind with these ids, by id.
    pub fn scan_ids<R: Record>(
        &self,
        ids: RangeInclusive<u64>,
        each: impl FnMut(R),
    ) -> Result<(), StoreError> {
        scan_ids(&self.records, ids, each)
    }

    /// Splits the ids of a kind into this many ranges, for several threads to read side by side. The first begins
    /// at 0 and the last ends at the greatest number there is.
    pub fn ranges(&self, kind: Kind, parts: u64) -> Result<Vec<RangeInclusive<u64>>, StoreError> {
        let code = kind.code();
        let last = match self.records.range((code, 0)..=(code, u64::MAX))?.next_back() {
            Some(row) => row?.0.value().1,
            None => 0,
        };
        let share = last.checked_div(parts).unwrap_or_default().saturating_add(1);
        let mut ranges = Vec::new();
        let mut from = 0;
        for _ in 1..parts {
            let to = share.saturating_add(from);
            ranges.push(from..=to.saturating_sub(1));
            from = to;
        }
        ranges.push(from..=u64::MAX);
        Ok(ranges)
    }

    /// How many records of a kind there are.
    pub fn count(&self, kind: Kind) -> Result<u64, StoreError> {
        let mut count = 0_u64;
        for row in self.records.range((kind.code(), 0)..=(kind.code(), u64::MAX))? {
            row?;
            count = count.saturating_add(1);
        }
        Ok(count)
    }

    /// How many records of a kind refer to a record.
    pub fn referring_count(&self, kind: Kind, id: u64, by: Kind) -> Result<u64, StoreError> {
        let (code, by) = (kind.code(), by.code());
        let mut count = 0_u64;
        for row in self.refs.range((code, id, by, 0)..=(code, id, by, u64::MAX))? {
            row?;
            count = count.saturating_add(1);
        }
        Ok(count)
    }

    /// How many rows there are of everything.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        Ok(Counts {
            records: self.records.len()?,
            images: self.images.len()?,
            entries: self.audit.len()?,
            touched: self.touched.len()?,
            references: self.refs.len()?,
            names: self.names.len()?,
            scratch: self.scratch.len()?,
            files: self.blobs.as_ref().map_or(Ok(0), |blobs| blobs.len())?,
            pieces: self.pieces.as_ref().map_or(Ok(0), |pieces| pieces.len())?,
        })
    }

    /// The number of the last entry; 0 for a book in which nothing was done yet.
    pub fn revision(&self) -> Result<u64, StoreError> {
        Ok(self.head()?.number)
    }

    pub(super) fn head(&self) -> Result<Head, StoreError> {
        match self.meta.get(META_HEAD)? {
            Some(bytes) => Head::read(bytes.value()),
            None => Ok(Head::default()),
        }
    }

    /// An entry of the audit.
    pub fn entry(&self, number: u64) -> Result<Option<Entry>, StoreError> {
        match self.audit.get(number)? {
            Some(bytes) => Ok(Some(Entry::decode(bytes.value())?)),
            None => Ok(None),
        }
    }

    /// Hands over the entries with these numbers, the last one first, until `each` says no.
    pub fn entries(
        &self,
        numbers: RangeInclusive<u64>,
        mut each: impl FnMut(Entry) -> bool,
    ) -> Result<(), StoreError> {
        for row in self.audit.range(numbers)?.rev() {
            if !each(Entry::decode(row?.1.value())?) {
                break;
            }
        }
        Ok(())
    }

    /// The records that an entry touched, in the order of kind and id.
    pub fn touched(&self, entry: &Entry) -> Result<Vec<Touched>, StoreError> {
        touched(&self.touched, entry)
    }

    /// What was kept under this key outside the books.
    pub fn scratch(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.scratch.get(key)?.map(|bytes| bytes.value().to_owned()))
    }

    /// Everything kept outside the books under keys that begin so, by key.
    pub fn scratch_under(&self, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let mut found = Vec::new();
        for row in self.scratch.range(prefix..)? {
            let (key, bytes) = row?;
            if !key.value().starts_with(prefix) {
                break;
            }
            found.push((key.value().to_owned(), bytes.value().to_owned()));
        }
        Ok(found)
    }
}

/// A table that not every book has.
fn if_there<K: RedbKey + 'static, V: Value + 'static>(
    transaction: &ReadTransaction,
    definition: TableDefinition<'_, K, V>,
) -> Result<Option<ReadOnlyTable<K, V>>, StoreError> {
    match transaction.open_table(definition) {
        Err(TableError::TableDoesNotExist(_)) => Ok(None),
        table => Ok(Some(table?)),
    }
}

pub(super) fn get<R: Record>(
    records: &impl ReadableTable<(u8, u64), &'static [u8]>,
    id: u64,
) -> Result<Option<R>, StoreError> {
    match records.get((R::KIND.code(), id))? {
        Some(bytes) => Ok(Some(decode_record(bytes.value())?)),
        None => Ok(None),
    }
}

pub(super) fn scan<R: Record>(
    records: &impl ReadableTable<(u8, u64), &'static [u8]>,
    refs: &impl ReadableTable<(u8, u64, u8, u64), ()>,
    names: &impl ReadableTable<(u8, &'static str), u64>,
    which: Scan<'_>,
    mut each: impl FnMut(R),
) -> Result<(), StoreError> {
    let ids = match which {
        Scan::All => return scan_ids(records, 0..=u64::MAX, each),
        Scan::Referring(kind, id) => referring(refs, kind, id)?
            .into_iter()
            .filter_map(|(by, by_id)| (by == R::KIND).then_some(by_id))
            .collect(),
        Scan::Named(name) => {
            names.get((R::KIND.code(), name))?.map(|id| id.value()).into_iter().collect::<Vec<_>>()
        }
    };
    for id in ids {
        match get(records, id)? {
            Some(record) => each(record),
            None => {
                return Err(StoreError::Damaged(format!("{:?} {id} is referred to, but not there", R::KIND)));
            }
        }
    }
    Ok(())
}

fn scan_ids<R: Record>(
    records: &impl ReadableTable<(u8, u64), &'static [u8]>,
    ids: RangeInclusive<u64>,
    mut each: impl FnMut(R),
) -> Result<(), StoreError> {
    let code = R::KIND.code();
    for row in records.range((code, *ids.start())..=(code, *ids.end()))? {
        each(decode_record(row?.1.value())?);
    }
    Ok(())
}

pub(super) fn referring(
    refs: &impl ReadableTable<(u8, u64, u8, u64), ()>,
    kind: Kind,
    id: u64,
) -> Result<Vec<Key>, StoreError> {
    let code = kind.code();
    let mut found = Vec::new();
    for row in refs.range((code, id, 0, 0)..=(code, id, u8::MAX, u64::MAX))? {
        let (_, _, by, by_id) = row?.0.value();
        let by = Kind::from_code(by).ok_or_else(|| StoreError::Damaged(format!("kind {by}")))?;
        found.push((by, by_id));
    }
    Ok(found)
}

pub(super) fn touched(
    table: &impl ReadableTable<(u64, u8, u64), &'static [u8]>,
    entry: &Entry,
) -> Result<Vec<Touched>, StoreError> {
    if let List::Named(touched) = &entry.touched {
        return Ok(touched.clone());
    }
    let mut found = Vec::new();
    for row in table.range((entry.number, 0, 0)..=(entry.number, u8::MAX, u64::MAX))? {
        let (key, bytes) = row?;
        let (_, code, id) = key.value();
        let kind = Kind::from_code(code).ok_or_else(|| StoreError::Damaged(format!("kind {code}")))?;
        found.push(read_hashes(kind, id, bytes.value())?);
    }
    Ok(found)
}
