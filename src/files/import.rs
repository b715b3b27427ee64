//! What a file would do to the book: a [plan](ImportPlan), read before anything is changed, and then done as one command.
//!
//! These are the doors. What a plan holds stands in [`super::plan`], how it is made in `planner`.

use std::io;
use std::path::Path;
use std::sync::Arc;

pub use super::incoming::Mended;
use super::mapping::Mapping;
pub use super::plan::{Changed, ImportPlan, Planned, Reason, Refusal, Verdict};
use super::planner::Planner;
pub use super::repairs::{Repairs, Twin};
use super::source::Source;
use super::table::{Table, Unreadable};
use crate::domain::custom_field::CustomField;
use crate::domain::setup::Setup;
use crate::store::{Pair, Snapshot, StoreError, both, one_after_other};

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The file could not be read from the disk.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is no table.
    #[error(transparent)]
    Unreadable(Unreadable),
    /// It was called off.
    #[error("called off")]
    CalledOff,
    /// The book could not be read.
    #[error(transparent)]
    Book(#[from] StoreError),
}

impl From<Unreadable> for PlanError {
    fn from(error: Unreadable) -> Self {
        if error == Unreadable::CalledOff { Self::CalledOff } else { Self::Unreadable(error) }
    }
}

/// Plans the import of a file into a book; none is a new, empty one. `home` is the book's own country; `progress` is told how much is done of how much, and
/// answers whether to go on.
pub fn plan_file(
    path: &Path,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    plan_file_by(one_after_other, path, book, home, progress)
}

/// The same, rows being read by a pair.
pub fn plan_file_by(
    pair: Pair,
    path: &Path,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let source = Source::read(path, &|_, _| true)?;
    // The first sheet that holds a table is the one that is meant, unless somebody says otherwise.
    let table = source.table(0).ok_or(Unreadable::Empty)?;
    let mapping = Mapping::guess(table, &setup_of(book, home)?)?;
    plan_by(pair, table, (&mapping, &Repairs::default()), book, home, progress)
}

/// Plans the import of a table, as [`plan_file`] does.
pub fn plan(
    table: &Table,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let mapping = Mapping::guess(table, &setup_of(book, home)?)?;
    plan_as(table, &mapping, &Repairs::default(), book, home, progress)
}

/// Plans the import of a table whose columns become what `mapping` says, and whose rows are as they were repaired.
pub fn plan_as(
    table: &Table,
    mapping: &Mapping,
    repairs: &Repairs,
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    plan_by(one_after_other, table, (mapping, repairs), book, home, progress)
}

/// So many rows are read at a time.
const TOGETHER: usize = 2_000;

/// The same, rows being read by a pair.
pub fn plan_by(
    pair: Pair,
    table: &Table,
    (mapping, repairs): (&Mapping, &Repairs),
    book: Option<&Snapshot>,
    home: &str,
    progress: &dyn Fn(usize, usize) -> bool,
) -> Result<ImportPlan, PlanError> {
    let setup = setup_of(book, home)?;
    let (columns, fields) = mapping.resolved(table, &setup)?;
    let setup = with_fields(&setup, &fields, table.point());
    let mut planner = Planner::new(book, setup, fields, columns)?;
    let mut rows = table.all().skip(usize::from(mapping.headed));
    let mut next = || {
        let mut read = Vec::with_capacity(TOGETHER);
        for row in rows.by_ref().take(TOGETHER) {
            let row = row?;
            if !progress(row.end, table.len()) {
                return Err(PlanError::CalledOff);
            }
            read.push(row);
        }
        Ok(read)
    };
    let half = || StoreError::Damaged("half of a plan".to_owned());
    let mut read = next()?;
    while !read.is_empty() {
        let ready = planner.read(repairs, read, pair)?;
        // The next rows are read while these are planned.
        let (planned, coming) = both(pair, || planner.rows(repairs, ready), &mut next).ok_or_else(half)?;
        planned?;
        planner.find_twins(repairs, pair)?;
        read = coming?;
    }
    Ok(planner.finish(pair)?)
}

fn setup_of(book: Option<&Snapshot>, home: &str) -> Result<Setup, StoreError> {
    book.map_or_else(|| Ok(Setup::new(home)), |book| book.setup(home))
}

/// The setup of the book with fields that it is still to make. `point` is what separates decimals in the file.
fn with_fields(setup: &Setup, new: &[Arc<CustomField>], point: char) -> Setup {
    let all = setup.fields().iter().chain(new.iter().map(Arc::as_ref)).cloned();
    let mut with = setup.clone().with(setup.categories().to_vec(), all.collect());
    with.point = point;
    with
}
