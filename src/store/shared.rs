//! The one database that writer and readers share, and how it is made, opened and opened again in place.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};

use redb::{Database, Durability, ReadTransaction, ReadableDatabase as _, TableError, WriteTransaction};

use super::behind::{self, Behind};
use super::encode::SCHEMA;
use super::error::StoreError;
use super::file::{Medium, Place};
use super::header::Header;
use super::overlay::Overlay;
use super::tables::{AUDIT, IMAGES, META, META_SCHEMA, NAMES, RECORDS, REFS, SCRATCH, TOUCHED};

/// Memory for pages read and not yet written, bytes.
const CACHE: usize = 128 * 1024 * 1024;

/// What writer and readers share: the only holder of a database.
pub(super) struct Shared {
    place: Arc<dyn Place>,
    state: RwLock<State>,
}

enum State {
    Open(Database, Arc<dyn Medium>),
    /// After an error from which writing did not come back.
    ReadOnly(Database),
    /// Not even reading came back.
    Shut,
}

/// Writes a whole book to a new medium, and closes it.
pub(super) fn fill_new(
    medium: &Arc<dyn Medium>,
    fill: impl FnOnce(&WriteTransaction) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let behind = Behind::new_book(Arc::clone(medium))?;
    let database = Database::builder().set_cache_size(CACHE).create_with_backend(behind)?;
    let transaction = begin(&database)?;
    transaction.open_table(RECORDS)?;
    transaction.open_table(IMAGES)?;
    transaction.open_table(AUDIT)?;
    transaction.open_table(TOUCHED)?;
    transaction.open_table(REFS)?;
    transaction.open_table(NAMES)?;
    transaction.open_table(SCRATCH)?;
    transaction.open_table(META)?.insert(META_SCHEMA, &SCHEMA.to_be_bytes()[..])?;
    fill(&transaction)?;
    transaction.commit()?;
    // Closing syncs: what follows is only the name.
    Ok(database.close()?)
}

fn open_database(place: &dyn Place) -> Result<(Database, Arc<dyn Medium>), StoreError> {
    let medium = place.open()?;
    let behind = Behind::existing(Arc::clone(&medium))?;
    let database =
        unpanicked(|| Ok(Database::builder().set_cache_size(CACHE).create_with_backend(behind)?))?;
    unpanicked(|| schema(&database.begin_read()?))?;
    Ok((database, medium))
}

/// Reads every page of the file.
pub(super) fn integrity(database: &mut Database) -> Result<bool, StoreError> {
    unpanicked(|| match database.check_integrity() {
        Err(redb::DatabaseError::TransactionInProgress) => Err(StoreError::InUse),
        result => Ok(result?),
    })
}

/// redb takes a file that no program of its kind wrote for a fault of its own, and panics in places.
pub(super) fn unpanicked<T>(work: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(StoreError::Damaged("reading it ended in a panic".to_owned())))
}

/// Refuses a book whose values this version would not understand.
fn schema(transaction: &ReadTransaction) -> Result<(), StoreError> {
    let meta = match transaction.open_table(META) {
        Err(TableError::TableDoesNotExist(_)) => return Err(StoreError::Damaged("no tables".to_owned())),
        table => table?,
    };
    let bytes = meta.get(META_SCHEMA)?;
    match bytes.as_ref().map(|bytes| bytes.value()) {
        Some(&[high, low]) => match u16::from_be_bytes([high, low]) {
            0 => Err(StoreError::Damaged("schema".to_owned())),
            newer if newer > SCHEMA => Err(StoreError::Newer(newer.into())),
            _ => Ok(()),
        },
        _ => Err(StoreError::Damaged("schema".to_owned())),
    }
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").field("place", &self.place).finish_non_exhaustive()
    }
}

fn begin(database: &Database) -> Result<WriteTransaction, StoreError> {
    let mut transaction = database.begin_write()?;
    transaction
        .set_durability(Durability::Immediate)
        .map_err(|error| StoreError::Damaged(error.to_string()))?;
    transaction.set_quick_repair(true);
    Ok(transaction)
}

fn shut() -> StoreError {
    StoreError::Io(std::io::Error::other("closed after an error"))
}

impl Shared {
    /// Makes a new, empty book. After a power cut there is no book or a whole one.
    pub(super) fn create(place: &dyn Place) -> Result<(), StoreError> {
        let medium = place.begin()?;
        if let Err(error) = fill_new(&medium, |_| Ok(())) {
            place.abandon();
            return Err(error);
        }
        drop(medium);
        place.finish()
    }

    /// Opens a book that is there.
    pub(super) fn open(place: Arc<dyn Place>) -> Result<Self, StoreError> {
        let (database, medium) = open_database(place.as_ref())?;
        Ok(Self { place, state: RwLock::new(State::Open(database, medium)) })
    }

    fn state(&self) -> std::sync::RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn begin_read(&self) -> Result<ReadTransaction, StoreError> {
        match &*self.state() {
            State::Open(database, _) | State::ReadOnly(database) => unpanicked(|| Ok(database.begin_read()?)),
            State::Shut => Err(shut()),
        }
    }

    pub(super) fn begin_write(&self) -> Result<WriteTransaction, StoreError> {
        match &*self.state() {
            State::Open(database, _) => unpanicked(|| begin(database)),
            State::ReadOnly(_) | State::Shut => Err(shut()),
        }
    }

    /// Fails if the book's name no longer leads to what is open.
    pub(super) fn still_there(&self) -> Result<(), StoreError> {
        match &*self.state() {
            State::Open(_, medium) => {
                if medium.still_there()? {
                    Ok(())
                } else {
                    Err(StoreError::Vanished)
                }
            }
            State::ReadOnly(_) | State::Shut => Err(shut()),
        }
    }

    /// Which of the two copies of the header are sound.
    pub(super) fn header_copies(&self) -> Result<[bool; 2], StoreError> {
        match &*self.state() {
            State::Open(_, medium) => Ok(Header::sound(&behind::start(medium.as_ref())?)),
            State::ReadOnly(_) | State::Shut => Err(shut()),
        }
    }

    /// Reads every page of the file; whether all were as they must be, what could be repaired being repaired.
    pub(super) fn integrity(&self) -> Result<bool, StoreError> {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        match &mut *state {
            State::Open(database, _) => integrity(database),
            State::ReadOnly(_) | State::Shut => Err(shut()),
        }
    }

    /// Closes the database and opens it again in place. If that fails, what is open stays readable where it can.
    pub(super) fn reopen(&self) -> Result<(), StoreError> {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if let State::Open(_, medium) = &*state {
            // While the disk is away, what is open still answers from memory.
            if !medium.still_there()? {
                return Err(StoreError::Vanished);
            }
            medium.sync_data()?;
        }
        // The lock is held by what is open: it has to go first. After a panic in the midst of it, it goes with one more.
        let open = std::mem::replace(&mut *state, State::Shut);
        if let Err(error) = unpanicked(|| {
            drop(open);
            Ok(())
        }) {
            log::warn!("closing: {error}");
        }
        let opened = open_database(self.place.as_ref());
        match opened {
            Ok((database, medium)) => {
                *state = State::Open(database, medium);
                Ok(())
            }
            Err(error) => {
                if let Ok(database) = self.open_read_only() {
                    *state = State::ReadOnly(database);
                }
                Err(error)
            }
        }
    }

    fn open_read_only(&self) -> Result<Database, StoreError> {
        let behind = Overlay::new(Behind::existing(self.place.open()?)?)?;
        unpanicked(|| Ok(Database::builder().set_cache_size(CACHE).create_with_backend(behind)?))
    }
}
