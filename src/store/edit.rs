//! One write transaction, as the [`Store`] that a command is applied to. The only place where what is derived
//! (references, unique names) is made from before and after.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use redb::{ReadableTable as _, Table, WriteTransaction};

use super::audit::{Deed, Entry, Hash, Head, List, MOST_LISTED, Origin, Touched, hashes, list_hash};
use super::blobs;
use super::encode::encode;
use super::error::{StoreError, WriteError};
use super::held::{Derived, Held, Key};
use super::read;
use super::tables::{AUDIT, IMAGES, META, META_HEAD, NAMES, RECORDS, REFS, TOUCHED};
use crate::domain::record::{Kind, Moment, Record, Scan, Store, Undoing};

/// A record that a transaction touched, and its bytes before and after.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) key: Key,
    pub(super) before: Option<Vec<u8>>,
    pub(super) after: Option<Vec<u8>>,
}

/// A change in the making.
pub(super) struct Edit<'t> {
    transaction: &'t WriteTransaction,
    records: Table<'t, (u8, u64), &'static [u8]>,
    refs: Table<'t, (u8, u64, u8, u64), ()>,
    names: Table<'t, (u8, &'static str), u64>,
    /// What was touched, with its bytes before the transaction.
    before: BTreeMap<Key, Option<Vec<u8>>>,
}

impl<'t> Edit<'t> {
    pub(super) fn begin(transaction: &'t WriteTransaction) -> Result<Self, StoreError> {
        Ok(Self {
            transaction,
            records: transaction.open_table(RECORDS)?,
            refs: transaction.open_table(REFS)?,
            names: transaction.open_table(NAMES)?,
            before: BTreeMap::new(),
        })
    }

    /// The bytes that stand for a record now.
    pub(super) fn bytes(&self, (kind, id): Key) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.records.get((kind.code(), id))?.map(|bytes| bytes.value().to_owned()))
    }

    /// Whether the record is there now.
    pub(super) fn is_there(&self, (kind, id): Key) -> Result<bool, StoreError> {
        Ok(self.records.get((kind.code(), id))?.is_some())
    }

    /// Whether everything is as it was before the transaction.
    pub(super) fn is_as_before(&self) -> Result<bool, StoreError> {
        for (key, before) in &self.before {
            if self.bytes(*key)? != *before {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The records that refer to one.
    pub(super) fn referring(&self, (kind, id): Key) -> Result<Vec<Key>, StoreError> {
        read::referring(&self.refs, kind, id)
    }

    /// Puts bytes in a record's place, or takes it away, with everything derived from it.
    pub(super) fn replace(&mut self, key: Key, after: Option<&[u8]>) -> Result<(), WriteError> {
        let derived = match after {
            Some(bytes) => Some(Held::decode(key.0, key.1, bytes).map_err(StoreError::from)?.derived()),
            None => None,
        };
        self.set(key, after, derived.as_ref())
    }

    fn set(&mut self, key: Key, after: Option<&[u8]>, derived: Option<&Derived>) -> Result<(), WriteError> {
        let (kind, id) = key;
        let old = match after {
            Some(bytes) => self.records.insert((kind.code(), id), bytes)?,
            None => self.records.remove((kind.code(), id))?,
        };
        let old = old.map(|bytes| bytes.value().to_owned());
        let was = match &old {
            Some(bytes) => Some(Held::decode(kind, id, bytes).map_err(StoreError::from)?.derived()),
            None => None,
        };
        if let Slot::Vacant(slot) = self.before.entry(key) {
            slot.insert(old);
        }
        derive(&mut self.refs, &mut self.names, key, was.as_ref(), derived)
    }

    /// What the transaction changed in the end, in the order of kind and id. Fails if a reference leads nowhere, or the
    /// bytes of a file are not in the book.
    pub(super) fn finish(self) -> Result<Vec<Row>, WriteError> {
        let mut rows = Vec::with_capacity(self.before.len());
        for (key, before) in &self.before {
            let after = self.bytes(*key)?;
            if *before != after {
                self.check_references(*key, after.as_deref())?;
                rows.push(Row { key: *key, before: before.clone(), after });
            }
        }
        Ok(rows)
    }

    fn check_references(&self, key: Key, after: Option<&[u8]>) -> Result<(), WriteError> {
        let (kind, id) = key;
        let Some(bytes) = after else {
            return match self.referring(key)?.first() {
                Some(&(by, by_id)) => Err(WriteError::StillReferred { kind, id, by, by_id }),
                None => Ok(()),
            };
        };
        let held = Held::decode(kind, id, bytes).map_err(StoreError::from)?;
        if let Held::Attachment(file) = &held {
            blobs::attached(self.transaction, file)?;
        }
        for target in held.derived().references {
            if !self.is_there(target)? {
                return Err(WriteError::Dangling { kind: target.0, id: target.1, by: kind, by_id: id });
            }
        }
        Ok(())
    }
}

impl Store for Edit<'_> {
    type Error = WriteError;

    fn get<R: Record>(&self, id: u64) -> Result<Option<R>, WriteError> {
        Ok(read::get(&self.records, id)?)
    }

    fn put<R: Record>(&mut self, record: &R) -> Result<(), WriteError> {
        self.set((R::KIND, record.id()), Some(&encode(record)?), Some(&Derived::of(record)))
    }

    fn remove<R: Record>(&mut self, id: u64) -> Result<(), WriteError> {
        self.set((R::KIND, id), None, None)
    }

    fn scan<R: Record>(&self, which: Scan<'_>, each: impl FnMut(R)) -> Result<(), WriteError> {
        Ok(read::scan(&self.records, &self.refs, &self.names, which, each)?)
    }
}

/// Makes everything derived afresh from the records.
pub(super) fn rebuild(transaction: &WriteTransaction) -> Result<(), StoreError> {
    transaction.delete_table(REFS)?;
    transaction.delete_table(NAMES)?;
    let records = transaction.open_table(RECORDS)?;
    let mut refs = transaction.open_table(REFS)?;
    let mut names = transaction.open_table(NAMES)?;
    for row in records.iter()? {
        let (key, bytes) = row?;
        let (code, id) = key.value();
        let kind = Kind::from_code(code).ok_or_else(|| StoreError::Damaged(format!("kind {code}")))?;
        derive(
            &mut refs,
            &mut names,
            (kind, id),
            None,
            Some(&Held::decode(kind, id, bytes.value())?.derived()),
        )
        .map_err(|taken| StoreError::Damaged(taken.to_string()))?;
    }
    Ok(())
}

/// Brings what is derived from a record up to date.
fn derive(
    refs: &mut Table<'_, (u8, u64, u8, u64), ()>,
    names: &mut Table<'_, (u8, &'static str), u64>,
    (kind, id): Key,
    was: Option<&Derived>,
    is: Option<&Derived>,
) -> Result<(), WriteError> {
    if was == is {
        return Ok(());
    }
    for (target, target_id) in was.into_iter().flat_map(|derived| &derived.references) {
        refs.remove((target.code(), *target_id, kind.code(), id))?;
    }
    for (target, target_id) in is.into_iter().flat_map(|derived| &derived.references) {
        refs.insert((target.code(), *target_id, kind.code(), id), ())?;
    }
    if let Some(name) = was.and_then(|derived| derived.name.as_deref()) {
        names.remove((kind.code(), name))?;
    }
    if let Some(name) = is.and_then(|derived| derived.name.as_deref()) {
        let holder = names.insert((kind.code(), name), id)?.map(|holder| holder.value());
        if let Some(holder) = holder {
            return Err(WriteError::Taken { kind, name: name.to_owned(), holder });
        }
    }
    Ok(())
}

/// Writes images and the audit entry of a change.
pub(super) fn record(
    transaction: &WriteTransaction,
    rows: &[Row],
    at: Moment,
    deed: Deed,
    origin: Origin,
) -> Result<Entry, StoreError> {
    let mut meta = transaction.open_table(META)?;
    let head = match meta.get(META_HEAD)? {
        Some(bytes) => Head::read(bytes.value())?,
        None => Head::default(),
    };
    let touched: Vec<_> = rows.iter().map(Row::touched).collect();
    let list = if touched.len() > MOST_LISTED {
        let count = u64::try_from(touched.len()).map_err(std::io::Error::other)?;
        List::Counted { count, hash: list_hash(&touched) }
    } else {
        List::Named(touched.clone())
    };
    let counted = matches!(list, List::Counted { .. });
    let (entry, bytes) = Entry::following(head, at, deed, origin, list)?;
    if counted {
        let mut table = transaction.open_table(TOUCHED)?;
        for touched in &touched {
            table.insert((entry.number, touched.kind.code(), touched.id), hashes(touched).as_slice())?;
        }
    }
    transaction.open_table(AUDIT)?.insert(entry.number, bytes.as_slice())?;
    meta.insert(META_HEAD, entry.head().bytes().as_slice())?;
    let mut images = transaction.open_table(IMAGES)?;
    for row in rows.iter().filter(|row| row.key.0.undoing() != Undoing::LeftAlone) {
        let (kind, id) = row.key;
        images.insert((kind.code(), id, entry.number), row.before.as_deref().unwrap_or_default())?;
    }
    Ok(entry)
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

#[cfg(test)]
mod tests {
    use redb::Database;
    use redb::backends::InMemoryBackend;

    use super::*;
    use crate::domain::client::{Client, ClientId};

    fn client(id: u64, company: &str) -> Client {
        Client {
            id: ClientId(id),
            number: format!("N{id}"),
            company: company.to_owned(),
            ..Client::default()
        }
    }

    /// What a transaction comes to in which two clients are there already.
    fn rows(work: impl FnOnce(&mut Edit<'_>)) -> Vec<(u64, bool, bool)> {
        let database = Database::builder().create_with_backend(InMemoryBackend::new()).unwrap();
        let transaction = database.begin_write().unwrap();
        let mut edit = Edit::begin(&transaction).unwrap();
        edit.put(&client(1, "One")).unwrap();
        edit.put(&client(2, "Two")).unwrap();
        edit.finish().unwrap();
        let mut edit = Edit::begin(&transaction).unwrap();
        work(&mut edit);
        let rows = edit.finish().unwrap();
        rows.iter().map(|row| (row.key.1, row.before.is_some(), row.after.is_some())).collect()
    }

    #[test]
    fn a_record_put_twice_counts_once_and_one_put_back_not_at_all() {
        let changed = rows(|edit| {
            edit.put(&client(1, "Uno")).unwrap();
            edit.put(&client(1, "Un")).unwrap();
            edit.put(&client(2, "Dos")).unwrap();
            edit.put(&client(2, "Two")).unwrap();
            edit.put(&client(3, "Three")).unwrap();
            edit.remove::<Client>(3).unwrap();
            edit.remove::<Client>(9).unwrap();
            edit.put(&client(4, "Four")).unwrap();
        });
        assert_eq!(changed, [(1, true, true), (4, false, true)]);
        assert_eq!(rows(|edit| edit.put(&client(1, "One")).unwrap()), []);
    }

    #[test]
    fn what_another_has_is_taken_until_it_is_given_up() {
        let number = |id, number: &str| Client { number: number.to_owned(), ..client(id, "Other") };
        rows(|edit| {
            let taken = edit.put(&number(3, "N1"));
            assert!(matches!(taken, Err(WriteError::Taken { kind: Kind::Client, holder: 1, .. })));
            // After a failure the transaction is thrown away; here it goes on to show what follows.
            edit.remove::<Client>(3).unwrap();
        });
        let changed = rows(|edit| {
            edit.put(&number(1, "N9")).unwrap();
            edit.put(&number(3, "N1")).unwrap();
        });
        assert_eq!(changed, [(1, true, true), (3, false, true)]);
    }
}
