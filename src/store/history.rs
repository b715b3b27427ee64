//! What became of one record, step by step: from the images, and from what it is now.

use super::audit::{Deed, Origin};
use super::encode::{Unreadable, decode_record};
use super::error::StoreError;
use super::read::Snapshot;
use crate::domain::record::{Kind, Moment, Record};

/// A step in the life of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<R> {
    /// The entry of the audit.
    pub entry: u64,
    /// When.
    pub at: Moment,
    /// By what.
    pub origin: Origin,
    /// What was done.
    pub deed: Deed,
    /// The record before; none if it was not there.
    pub before: Option<R>,
    /// The record after; none if it is gone.
    pub after: Option<R>,
}

impl Snapshot {
    /// The steps of a record, the first one first; also of one that is gone. Kinds that an undo leaves alone have
    /// none.
    pub fn history<R: Record>(&self, id: u64) -> Result<Vec<Step<R>>, StoreError> {
        let kind: Kind = R::KIND;
        let code = kind.code();
        let mut steps: Vec<Step<R>> = Vec::new();
        for row in self.images.range((code, id, 0)..=(code, id, u64::MAX))? {
            let (key, bytes) = row?;
            let (_, _, number) = key.value();
            let entry = self
                .entry(number)?
                .ok_or_else(|| StoreError::Damaged(format!("entry {number} is not there")))?;
            let before = image::<R>(bytes.value())?;
            if let Some(last) = steps.last_mut() {
                last.after.clone_from(&before);
            }
            let (at, origin, deed) = (entry.at, entry.origin, entry.deed);
            steps.push(Step { entry: number, at, origin, deed, before, after: None });
        }
        if let Some(last) = steps.last_mut() {
            last.after = self.get(id)?;
        }
        Ok(steps)
    }

    /// The record as it is, or as it was last if it is gone; none if it never was.
    pub fn last<R: Record>(&self, id: u64) -> Result<Option<R>, StoreError> {
        self.read_last(R::KIND, id, decode_record)
    }

    /// Reads the bytes of a record as it is, or as it was last if it is gone.
    pub(super) fn read_last<T>(
        &self,
        kind: Kind,
        id: u64,
        read: impl FnOnce(&[u8]) -> Result<T, Unreadable>,
    ) -> Result<Option<T>, StoreError> {
        let code = kind.code();
        if let Some(now) = self.records.get((code, id))? {
            return Ok(Some(read(now.value())?));
        }
        for row in self.images.range((code, id, 0)..=(code, id, u64::MAX))?.rev() {
            let (_, was) = row?;
            if !was.value().is_empty() {
                return Ok(Some(read(was.value())?));
            }
        }
        Ok(None)
    }
}

/// No bytes stand for "it was not there".
fn image<R: Record>(bytes: &[u8]) -> Result<Option<R>, Unreadable> {
    if bytes.is_empty() { Ok(None) } else { decode_record(bytes).map(Some) }
}
