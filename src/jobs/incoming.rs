//! Files that are to be imported, on the write thread: read, and planned row by row.

use std::path::Path;
use std::sync::Arc;

use super::pair::side_by_side;
use super::{Progress, ReadSource};
use crate::domain::setup::HOME;
use crate::files::import::{ImportPlan, PlanError, plan_by};
use crate::files::mapping::Mapping;
use crate::files::repairs::Repairs;
use crate::files::source::Source;
use crate::files::table::Unreadable;
use crate::store::{Reader, StoreError};

/// Reads a file, and says for each of its sheets what its columns become.
pub(super) fn read(
    reader: Option<&Reader>,
    path: &Path,
    progress: &Progress,
) -> Result<ReadSource, PlanError> {
    let book = reader.ok_or(StoreError::Missing)?.snapshot()?;
    let setup = book.setup(HOME)?;
    let source = Source::read(path, &|done, total| progress.step(done, total))?;
    let mut mappings = Vec::new();
    for sheet in source.sheets() {
        let mut mapping = Mapping::guess(sheet.table(), &setup)?;
        // What nothing is known of can be a field of its own; what was decided last time goes before it.
        mapping.offer_fields(&setup);
        if let Some(remembered) = book.scratch(&mapping.key())? {
            mapping.recall(&remembered, &setup);
        }
        mappings.push(mapping);
    }
    Ok(ReadSource { source: Arc::new(source), mappings, setup })
}

/// Plans one sheet of a file. What was asked for and is not wanted any more is not begun.
pub(super) fn plan(
    reader: Option<&Reader>,
    (source, sheet): (&Source, usize),
    mapping: &Mapping,
    repairs: &Repairs,
    progress: &Progress,
) -> Result<ImportPlan, PlanError> {
    if progress.is_stopped() {
        return Err(PlanError::CalledOff);
    }
    let book = reader.ok_or(StoreError::Missing)?.snapshot()?;
    let table = source.table(sheet).ok_or(Unreadable::Empty)?;
    let step = |done, total| progress.step(done, total);
    plan_by(side_by_side, table, (mapping, repairs), Some(&book), HOME, &step)
}
