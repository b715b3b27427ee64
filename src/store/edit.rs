//! One write transaction, as the [`Store`] that a command is applied to. The only place where what is derived
//! (references, unique names) is made from before and after.
//!
//! What changes is kept in memory until all of it is known, and then written table by table in the order of the keys: of a
//! hundred thousand records that come in, this costs half of what each by itself would.

use std::collections::BTreeMap;

use redb::{ReadableTable as _, Table, WriteTransaction};

use super::blobs;
use super::changes::{Changes, Row};
use super::encode::{decode_record, encode};
use super::error::{StoreError, WriteError};
use super::held::{Derived, Held, Key};
use super::read;
use super::tables::{NAMES, RECORDS, REFS};
use super::watch::Watch;
use crate::domain::record::{Kind, Record, Scan, Store};

/// The tables that a command changes.
pub(super) type Records<'t> = Table<'t, (u8, u64), &'static [u8]>;
pub(super) type Refs<'t> = Table<'t, (u8, u64, u8, u64), ()>;
pub(super) type Names<'t> = Table<'t, (u8, &'static str), u64>;

/// Kind and id of the one referred to, kind and id of the one that refers: whether it does.
pub(super) type Referred = BTreeMap<(Kind, u64, Kind, u64), bool>;
/// Who has a name now.
pub(super) type Named = BTreeMap<(Kind, String), Option<u64>>;

/// A record that was touched.
struct Touch {
    /// Its bytes before the transaction.
    before: Option<Vec<u8>>,
    /// Its bytes now.
    after: Option<Vec<u8>>,
    /// What is derived from it now.
    derived: Derived,
}

/// A change in the making.
pub(super) struct Edit<'t> {
    transaction: &'t WriteTransaction,
    watch: &'t Watch<'t>,
    records: Records<'t>,
    refs: Refs<'t>,
    names: Names<'t>,
    touched: BTreeMap<Key, Touch>,
    referred: Referred,
    named: Named,
}

impl<'t> Edit<'t> {
    pub(super) fn begin(transaction: &'t WriteTransaction, watch: &'t Watch<'t>) -> Result<Self, StoreError> {
        Ok(Self {
            transaction,
            watch,
            records: transaction.open_table(RECORDS)?,
            refs: transaction.open_table(REFS)?,
            names: transaction.open_table(NAMES)?,
            touched: BTreeMap::new(),
            referred: Referred::new(),
            named: Named::new(),
        })
    }

    /// The bytes that stand for a record now.
    pub(super) fn bytes(&self, key: Key) -> Result<Option<Vec<u8>>, StoreError> {
        match self.touched.get(&key) {
            Some(touch) => Ok(touch.after.clone()),
            None => self.bytes_before(key),
        }
    }

    fn bytes_before(&self, (kind, id): Key) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.records.get((kind.code(), id))?.map(|bytes| bytes.value().to_owned()))
    }

    /// Whether the record is there now.
    pub(super) fn is_there(&self, key: Key) -> Result<bool, StoreError> {
        match self.touched.get(&key) {
            Some(touch) => Ok(touch.after.is_some()),
            None => Ok(self.records.get((key.0.code(), key.1))?.is_some()),
        }
    }

    /// Whether everything is as it was before the transaction.
    pub(super) fn is_as_before(&self) -> bool {
        self.touched.values().all(|touch| touch.before == touch.after)
    }

    /// The records that refer to one, by kind and id.
    pub(super) fn referring(&self, (kind, id): Key) -> Result<Vec<Key>, StoreError> {
        let mut found = read::referring(&self.refs, kind, id)?;
        let all = (kind, id, Kind::FIRST, 0)..=(kind, id, Kind::LAST, u64::MAX);
        for ((_, _, by, by_id), there) in self.referred.range(all) {
            found.retain(|key| *key != (*by, *by_id));
            if *there {
                found.push((*by, *by_id));
            }
        }
        found.sort_unstable();
        Ok(found)
    }

    /// Who has a name.
    fn holder(&self, kind: Kind, name: &str) -> Result<Option<u64>, StoreError> {
        match self.named.get(&(kind, name.to_owned())) {
            Some(holder) => Ok(*holder),
            None => Ok(self.names.get((kind.code(), name))?.map(|id| id.value())),
        }
    }

    /// Puts bytes in a record's place, or takes it away, with everything derived from it.
    pub(super) fn replace(&mut self, key: Key, after: Option<&[u8]>) -> Result<(), WriteError> {
        let derived = match after {
            Some(bytes) => Held::decode(key.0, key.1, bytes).map_err(StoreError::from)?.derived(),
            None => Derived::default(),
        };
        self.set(key, after.map(<[u8]>::to_vec), derived)
    }

    fn set(&mut self, key: Key, after: Option<Vec<u8>>, derived: Derived) -> Result<(), WriteError> {
        let mut touch = match self.touched.remove(&key) {
            Some(touch) => touch,
            None => self.untouched(key)?,
        };
        touch.after = after;
        let was = std::mem::replace(&mut touch.derived, derived);
        let derived = self.derive(key, &was, &touch.derived);
        self.touched.insert(key, touch);
        derived
    }

    /// A record as it is before the transaction touches it.
    fn untouched(&self, key: Key) -> Result<Touch, StoreError> {
        let before = self.bytes_before(key)?;
        let derived = match &before {
            Some(bytes) => Held::decode(key.0, key.1, bytes)?.derived(),
            None => Derived::default(),
        };
        Ok(Touch { after: before.clone(), before, derived })
    }

    /// Brings what is derived from a record up to date.
    fn derive(&mut self, (kind, id): Key, was: &Derived, is: &Derived) -> Result<(), WriteError> {
        if was == is {
            return Ok(());
        }
        for (target, target_id) in &was.references {
            self.referred.insert((*target, *target_id, kind, id), false);
        }
        for (target, target_id) in &is.references {
            self.referred.insert((*target, *target_id, kind, id), true);
        }
        if let Some(name) = &was.name {
            self.named.insert((kind, name.clone()), None);
        }
        if let Some(name) = &is.name {
            let holder = self.holder(kind, name)?;
            self.named.insert((kind, name.clone()), Some(id));
            if let Some(holder) = holder {
                return Err(WriteError::Taken { kind, name: name.clone(), holder });
            }
        }
        Ok(())
    }

    /// What the transaction changed in the end, in the order of kind and id. Fails if a reference leads nowhere, or the
    /// bytes of a file are not in the book.
    pub(super) fn finish(self) -> Result<Changes<'t>, WriteError> {
        for (key, touch) in &self.touched {
            if touch.before != touch.after {
                self.check_references(*key, touch)?;
            }
        }
        let Self { transaction, watch, records, refs, names, touched, referred, named } = self;
        let rows = touched
            .into_iter()
            .filter(|(_, touch)| touch.before != touch.after)
            .map(|(key, Touch { before, after, .. })| Row { key, before, after })
            .collect();
        Ok(Changes { transaction, watch, records, refs, names, rows, referred, named })
    }

    fn check_references(&self, key: Key, touch: &Touch) -> Result<(), WriteError> {
        let (kind, id) = key;
        let Some(bytes) = &touch.after else {
            return match self.referring(key)?.first() {
                Some(&(by, by_id)) => Err(WriteError::StillReferred { kind, id, by, by_id }),
                None => Ok(()),
            };
        };
        if kind == Kind::Attachment
            && let Held::Attachment(file) = Held::decode(kind, id, bytes).map_err(StoreError::from)?
        {
            blobs::attached(self.transaction, &file)?;
        }
        for target in &touch.derived.references {
            if !self.is_there(*target)? {
                return Err(WriteError::Dangling { kind: target.0, id: target.1, by: kind, by_id: id });
            }
        }
        Ok(())
    }

    /// The ids of a kind, in their order.
    fn ids(&self, kind: Kind) -> Result<Vec<u64>, StoreError> {
        let code = kind.code();
        let mut ids = Vec::new();
        for row in self.records.range((code, 0)..=(code, u64::MAX))? {
            ids.push(row?.0.value().1);
        }
        ids.extend(self.touched.range((kind, 0)..=(kind, u64::MAX)).map(|((_, id), _)| *id));
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }
}

impl Store for Edit<'_> {
    type Error = WriteError;

    fn get<R: Record>(&self, id: u64) -> Result<Option<R>, WriteError> {
        match self.touched.get(&(R::KIND, id)) {
            Some(Touch { after: Some(bytes), .. }) => {
                Ok(Some(decode_record(bytes).map_err(StoreError::from)?))
            }
            Some(Touch { after: None, .. }) => Ok(None),
            None => Ok(read::get(&self.records, id)?),
        }
    }

    fn put<R: Record>(&mut self, record: &R) -> Result<(), WriteError> {
        self.watch.made(1)?;
        self.set((R::KIND, record.id()), Some(encode(record)?), Derived::of(record))
    }

    fn remove<R: Record>(&mut self, id: u64) -> Result<(), WriteError> {
        self.set((R::KIND, id), None, Derived::default())
    }

    fn scan<R: Record>(&self, which: Scan<'_>, mut each: impl FnMut(R)) -> Result<(), WriteError> {
        let (ids, all) = match which {
            Scan::All => (self.ids(R::KIND)?, true),
            Scan::Named(name) => (self.holder(R::KIND, name)?.into_iter().collect(), false),
            Scan::Referring(kind, id) => {
                let by = self.referring((kind, id))?;
                (by.into_iter().filter(|(by, _)| *by == R::KIND).map(|(_, id)| id).collect(), false)
            }
        };
        for id in ids {
            match self.get(id)? {
                Some(record) => each(record),
                None if all => {}
                None => {
                    let what = format!("{:?} {id} is referred to, but not there", R::KIND);
                    return Err(StoreError::Damaged(what).into());
                }
            }
        }
        Ok(())
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
        let derived = Held::decode(kind, id, bytes.value())?.derived();
        for (target, target_id) in &derived.references {
            refs.insert((target.code(), *target_id, code, id), ())?;
        }
        if let Some(name) = &derived.name
            && let Some(holder) = names.insert((code, name.as_str()), id)?.map(|holder| holder.value())
        {
            let taken = WriteError::Taken { kind, name: name.clone(), holder };
            return Err(StoreError::Damaged(taken.to_string()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use redb::Database;
    use redb::backends::InMemoryBackend;

    use super::super::audit::{Deed, Origin};
    use super::super::pair::one_after_other;
    use super::*;
    use crate::domain::client::{Client, ClientId};
    use crate::domain::command::Act;
    use crate::domain::record::Moment;

    fn client(id: u64, company: &str) -> Client {
        Client {
            id: ClientId(id),
            number: format!("N{id}"),
            company: company.to_owned(),
            ..Client::default()
        }
    }

    fn written(edit: Edit<'_>) -> Vec<Row> {
        let changes = edit.finish().unwrap();
        let deed = Deed::Did(Act::ImportClients);
        changes.write(Moment(0), deed, Origin::Window, one_after_other).unwrap().1
    }

    /// What a transaction comes to in which two clients are there already.
    fn rows(work: impl FnOnce(&mut Edit<'_>)) -> Vec<(u64, bool, bool)> {
        let database = Database::builder().create_with_backend(InMemoryBackend::new()).unwrap();
        let transaction = database.begin_write().unwrap();
        let watch = Watch::nobody();
        let mut edit = Edit::begin(&transaction, &watch).unwrap();
        edit.put(&client(1, "One")).unwrap();
        edit.put(&client(2, "Two")).unwrap();
        written(edit);
        let mut edit = Edit::begin(&transaction, &watch).unwrap();
        work(&mut edit);
        let rows = written(edit);
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
