//! What a transaction comes to, written: each table in the order of its keys, two at a time where two hands are there.

use redb::{ReadableTable as _, Table, WriteTransaction};

use super::audit::{Deed, Entry, Hash, Head, List, MOST_LISTED, Origin, Touched, hashes, list_hash};
use super::edit::{Named, Names, Records, Referred, Refs};
use super::error::{StoreError, WriteError};
use super::held::Key;
use super::pair::{Pair, both, one_after_other};
use super::tables::{AUDIT, IMAGES, META, META_HEAD, TOUCHED};
use super::watch::Watch;
use crate::domain::record::{Moment, Undoing};

/// A record that a transaction changed, and its bytes before and after.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) key: Key,
    pub(super) before: Option<Vec<u8>>,
    pub(super) after: Option<Vec<u8>>,
}

/// Fewer rows are written before a second hand is there.
const WORTH_A_PAIR: usize = 1_000;

/// All that is other than it was, and is not in the tables yet.
pub(super) struct Changes<'t> {
    pub(super) transaction: &'t WriteTransaction,
    pub(super) watch: &'t Watch<'t>,
    pub(super) records: Records<'t>,
    pub(super) refs: Refs<'t>,
    pub(super) names: Names<'t>,
    /// In the order of kind and id.
    pub(super) rows: Vec<Row>,
    pub(super) referred: Referred,
    pub(super) named: Named,
}

impl Changes<'_> {
    /// Writes it, with images and its audit entry.
    pub(super) fn write(
        mut self,
        at: Moment,
        deed: Deed,
        origin: Origin,
        pair: Pair,
    ) -> Result<(Entry, Vec<Row>), WriteError> {
        let pair = if self.rows.len() < WORTH_A_PAIR { one_after_other } else { pair };
        let touched = touched(&self.rows, pair)?;
        let (entry, counted) = self.enter(&touched, at, deed, origin)?;
        let number = entry.number;
        let images = self.transaction.open_table(IMAGES)?;
        let list = if counted { Some(self.transaction.open_table(TOUCHED)?) } else { None };
        self.watch.to_write(self.rows.len().saturating_mul(2));
        let (rows, watch) = (&self.rows, self.watch);
        let (records, refs, names) = (&mut self.records, &mut self.refs, &mut self.names);
        let (referred, named) = (&self.referred, &self.named);
        // The larger part is told of as it grows; each half has about as much to write.
        let (of_records, of_others) = both(
            pair,
            || {
                write_records(records, rows, watch)?;
                write_images(images, rows, number, watch)
            },
            || {
                write_refs(refs, referred, watch)?;
                write_names(names, named, watch)?;
                list.map_or(Ok(()), |table| write_touched(table, &touched, number, watch))
            },
        )
        .ok_or_else(|| StoreError::Damaged("half of a change".to_owned()))?;
        of_records?;
        of_others?;
        Ok((entry, self.rows))
    }

    /// Puts the entry behind the last one. Whether it names too many records to hold them itself.
    fn enter(
        &self,
        touched: &[Touched],
        at: Moment,
        deed: Deed,
        origin: Origin,
    ) -> Result<(Entry, bool), StoreError> {
        let mut meta = self.transaction.open_table(META)?;
        let head = match meta.get(META_HEAD)? {
            Some(bytes) => Head::read(bytes.value())?,
            None => Head::default(),
        };
        let counted = touched.len() > MOST_LISTED;
        let list = if counted {
            let count = u64::try_from(touched.len()).map_err(std::io::Error::other)?;
            List::Counted { count, hash: list_hash(touched) }
        } else {
            List::Named(touched.to_vec())
        };
        let (entry, bytes) = Entry::following(head, at, deed, origin, list)?;
        self.transaction.open_table(AUDIT)?.insert(entry.number, bytes.as_slice())?;
        meta.insert(META_HEAD, entry.head().bytes().as_slice())?;
        Ok((entry, counted))
    }
}

/// The hashes of every row.
fn touched(rows: &[Row], pair: Pair) -> Result<Vec<Touched>, StoreError> {
    let (one, other) = rows.split_at_checked(rows.len().div_euclid(2)).unwrap_or_default();
    let hashed = |rows: &[Row]| rows.iter().map(Row::touched).collect::<Vec<_>>();
    let (mut all, rest) = both(pair, || hashed(one), || hashed(other))
        .ok_or_else(|| StoreError::Damaged("half of the hashes".to_owned()))?;
    all.extend(rest);
    Ok(all)
}

fn write_records(records: &mut Records<'_>, rows: &[Row], watch: &Watch<'_>) -> Result<(), StoreError> {
    for row in rows {
        watch.wrote(1)?;
        let (kind, id) = row.key;
        match &row.after {
            Some(bytes) => records.insert((kind.code(), id), bytes.as_slice())?,
            None => records.remove((kind.code(), id))?,
        };
    }
    Ok(())
}

fn write_images(
    mut images: Table<'_, (u8, u64, u64), &'static [u8]>,
    rows: &[Row],
    number: u64,
    watch: &Watch<'_>,
) -> Result<(), StoreError> {
    for row in rows {
        watch.wrote(1)?;
        let (kind, id) = row.key;
        if kind.undoing() != Undoing::LeftAlone {
            images.insert((kind.code(), id, number), row.before.as_deref().unwrap_or_default())?;
        }
    }
    Ok(())
}

fn write_refs(refs: &mut Refs<'_>, referred: &Referred, watch: &Watch<'_>) -> Result<(), StoreError> {
    for ((target, target_id, kind, id), there) in referred {
        watch.wrote(0)?;
        let key = (target.code(), *target_id, kind.code(), *id);
        if *there {
            refs.insert(key, ())?;
        } else {
            refs.remove(key)?;
        }
    }
    Ok(())
}

fn write_names(names: &mut Names<'_>, named: &Named, watch: &Watch<'_>) -> Result<(), StoreError> {
    for ((kind, name), holder) in named {
        watch.wrote(0)?;
        let key = (kind.code(), name.as_str());
        match holder {
            Some(id) => names.insert(key, *id)?,
            None => names.remove(key)?,
        };
    }
    Ok(())
}

fn write_touched(
    mut table: Table<'_, (u64, u8, u64), &'static [u8]>,
    touched: &[Touched],
    number: u64,
    watch: &Watch<'_>,
) -> Result<(), StoreError> {
    for one in touched {
        watch.wrote(0)?;
        table.insert((number, one.kind.code(), one.id), hashes(one).as_slice())?;
    }
    Ok(())
}

impl Row {
    fn touched(&self) -> Touched {
        let (kind, id) = self.key;
        Touched {
            kind,
            id,
            before: self.before.as_deref().map(Hash::of),
            after: self.after.as_deref().map(Hash::of),
        }
    }
}
