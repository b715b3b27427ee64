//! A program without our code that writes what a save writes: redb, the file, and nothing else.
//!
//! What a save puts into the tables is read off a book as the difference before and after; the peer then puts the same
//! keys and values into the same tables of a copy.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, OpenOptions};
use std::path::Path;

use redb::backends::FileBackend;
use redb::{
    Database, Durability, Key, ReadTransaction, ReadableDatabase as _, ReadableTable as _, StorageBackend,
    TableDefinition, TableHandle as _, Value, WriteTransaction,
};

/// The book's own bytes before redb's.
const OURS: u64 = 65_536;

/// redb's own file, that many bytes further on.
#[derive(Debug)]
struct Behind(FileBackend);

impl StorageBackend for Behind {
    fn len(&self) -> std::io::Result<u64> {
        Ok(self.0.len()? - OURS)
    }

    fn read(&self, offset: u64, out: &mut [u8]) -> std::io::Result<()> {
        self.0.read(offset + OURS, out)
    }

    fn set_len(&self, len: u64) -> std::io::Result<()> {
        self.0.set_len(len + OURS)
    }

    fn sync_data(&self) -> std::io::Result<()> {
        self.0.sync_data()
    }

    fn write(&self, offset: u64, data: &[u8]) -> std::io::Result<()> {
        self.0.write(offset + OURS, data)
    }
}

/// Opens the redb file inside of a book that nobody else has open.
pub(crate) fn open(book: &Path) -> Database {
    let file: File = OpenOptions::new().read(true).write(true).open(book).expect("the book is there");
    let behind = Behind(FileBackend::new(file).expect("a file for redb"));
    Database::builder().create_with_backend(behind).expect("redb opens what is behind our part")
}

/// One table as bytes.
type Rows = BTreeMap<Vec<u8>, Vec<u8>>;

/// What a save did to one table: the value now, or that the key is gone.
type Difference = Vec<(Vec<u8>, Option<Vec<u8>>)>;

/// A table whose types are known.
trait Table {
    fn name(&self) -> &str;
    fn rows(&self, transaction: &ReadTransaction) -> Rows;
    fn replay(&self, transaction: &WriteTransaction, difference: &Difference);
}

impl<K: Key + 'static, V: Value + 'static> Table for TableDefinition<'_, K, V> {
    fn name(&self) -> &str {
        redb::TableHandle::name(self)
    }

    fn rows(&self, transaction: &ReadTransaction) -> Rows {
        let table = transaction.open_table(*self).expect("the table has these types");
        let row = |row: Result<_, redb::StorageError>| {
            let (key, value): (redb::AccessGuard<'_, K>, redb::AccessGuard<'_, V>) = row.expect("a row");
            let key = K::as_bytes(&key.value()).as_ref().to_vec();
            (key, V::as_bytes(&value.value()).as_ref().to_vec())
        };
        table.iter().expect("the table is read").map(row).collect()
    }

    fn replay(&self, transaction: &WriteTransaction, difference: &Difference) {
        let mut table = transaction.open_table(*self).expect("the table has these types");
        for (key, value) in difference {
            let key = K::from_bytes(key);
            match value {
                Some(value) => drop(table.insert(key, V::from_bytes(value)).expect("a row is put")),
                None => drop(table.remove(key).expect("a row is removed")),
            }
        }
    }
}

/// The tables of a book. That they are all of them is checked against the file.
fn tables() -> Vec<Box<dyn Table>> {
    vec![
        Box::new(TableDefinition::<(u8, u64), &[u8]>::new("records")),
        Box::new(TableDefinition::<(u8, u64, u64), &[u8]>::new("images")),
        Box::new(TableDefinition::<u64, &[u8]>::new("audit")),
        Box::new(TableDefinition::<(u64, u8, u64), &[u8]>::new("touched")),
        Box::new(TableDefinition::<(u8, u64, u8, u64), ()>::new("refs")),
        Box::new(TableDefinition::<(u8, &str), u64>::new("names")),
        Box::new(TableDefinition::<&str, &[u8]>::new("meta")),
        Box::new(TableDefinition::<&str, &[u8]>::new("scratch")),
    ]
}

/// All that a book holds at one moment.
#[derive(PartialEq)]
pub(crate) struct State(Vec<Rows>);

impl State {
    /// Reads a closed book.
    pub(crate) fn of(book: &Path) -> Self {
        let database = open(book);
        let transaction = database.begin_read().expect("a read transaction");
        let known: BTreeSet<String> = tables().iter().map(|table| table.name().to_owned()).collect();
        let there: BTreeSet<String> =
            transaction.list_tables().expect("the tables").map(|table| table.name().to_owned()).collect();
        assert_eq!(there, known, "the peer must write every table that a save writes");
        Self(tables().iter().map(|table| table.rows(&transaction)).collect())
    }
}

/// What one save put into and took out of each table.
pub(crate) struct Save(Vec<Difference>);

impl Save {
    /// The difference between two moments.
    pub(crate) fn between(before: &State, after: &State) -> Self {
        let differences = before.0.iter().zip(&after.0).map(|(before, after)| {
            let put = after.iter().filter(|(key, value)| before.get(*key) != Some(value));
            let gone = before.keys().filter(|key| !after.contains_key(*key));
            put.map(|(key, value)| (key.clone(), Some(value.clone())))
                .chain(gone.map(|key| (key.clone(), None)))
                .collect()
        });
        Self(differences.collect())
    }

    /// How many rows it touches.
    pub(crate) fn rows(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// Writes it as one transaction with the book's own promises: on the disk before it returns, open at once after a
    /// power cut.
    pub(crate) fn replay(&self, database: &Database) {
        let mut transaction = database.begin_write().expect("a write transaction");
        transaction.set_durability(Durability::Immediate).expect("it is durable");
        transaction.set_quick_repair(true);
        for (table, difference) in tables().iter().zip(&self.0) {
            if !difference.is_empty() {
                table.replay(&transaction, difference);
            }
        }
        transaction.commit().expect("the commit");
    }
}
