//! Why a file was not imported or exported, and why a row was refused.

use std::path::Path;

use super::{Text, Value, invalid, store_error};
use crate::files::export::NoExport;
use crate::files::import::{Mended, PlanError, Reason};
use crate::files::table::Unreadable;
use crate::format::Format;

/// Why there is no plan for a file: what happened, what to do, path last. `book` is the book that it was planned for.
pub fn plan_error(text: &Text, error: &PlanError, file: &Path, book: &Path) -> String {
    match error {
        PlanError::Io(error) => {
            text.with("file-unreadable", &[("detail", detail(error)), ("path", shown(file))])
        }
        PlanError::Unreadable(error) => unreadable(text, *error, file),
        PlanError::CalledOff => text.get("import-called-off").to_owned(),
        PlanError::Book(error) => store_error(text, error, book),
    }
}

/// Why a file is no table.
fn unreadable(text: &Text, error: Unreadable, file: &Path) -> String {
    let path = ("path", shown(file));
    match error {
        Unreadable::CalledOff => text.get("import-called-off").to_owned(),
        Unreadable::Empty => text.with("table-empty", &[path]),
        Unreadable::HeaderOnly => text.with("table-header-only", &[path]),
        Unreadable::Workbook => text.with("table-workbook", &[path]),
        Unreadable::Page => text.with("table-page", &[path]),
        Unreadable::BadJson => text.with("table-bad-json", &[path]),
        Unreadable::BadWorkbook => text.with("table-bad-workbook", &[path]),
        Unreadable::Unpacks(bytes) => {
            let size = Format::of(text.language()).file_size(text, bytes);
            text.with("table-unpacks", &[("size", size.into()), path])
        }
        Unreadable::Nul { line } => text.with("table-nul", &[("line", line.into()), path]),
        Unreadable::TooLarge(bytes) => {
            let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
            let size = Format::of(text.language()).file_size(text, bytes);
            text.with("table-too-large", &[("size", size.into()), path])
        }
        Unreadable::TooManyRows(limit) => text.with("table-too-many-rows", &[("n", limit.into()), path]),
        Unreadable::TooManyColumns { line, limit } => {
            text.with("table-too-many-columns", &[("line", line.into()), ("n", limit.into()), path])
        }
        Unreadable::CellTooLong { line, limit } => {
            text.with("table-cell-too-long", &[("line", line.into()), ("n", limit.into()), path])
        }
        Unreadable::OpenQuote { line } => text.with("table-open-quote", &[("line", line.into()), path]),
    }
}

/// Why a row was refused: the end of a sentence that begins with its line.
pub fn row_refused(text: &Text, reason: &Reason) -> String {
    match reason {
        Reason::NoName => text.get("import-refused-name").to_owned(),
        Reason::TooManyCells => text.get("import-refused-cells").to_owned(),
        Reason::SeveralFit(names) => text.with("import-refused-two", &[("names", text.list(names).into())]),
        Reason::SaysOtherwise { line, header } => text.with(
            "import-refused-otherwise",
            &[("line", (*line).into()), ("column", header.as_str().into())],
        ),
        Reason::NumberTaken { number, holder } => text.with(
            "import-refused-number",
            &[("number", number.as_str().into()), ("name", holder.as_str().into())],
        ),
        Reason::Invalid(broken) => invalid(text, broken),
    }
}

/// What is not kept as the row of this line has it.
pub fn row_mended(text: &Text, line: u64, mended: &Mended) -> String {
    let Mended { said, kept, .. } = mended;
    text.with(
        "import-mended-postcode",
        &[("line", line.into()), ("said", said.as_str().into()), ("kept", kept.as_str().into())],
    )
}

/// Why nothing was exported. `book` is the book that was read.
pub fn export_error(text: &Text, error: &NoExport, file: &Path, book: &Path) -> String {
    match error {
        NoExport::Io(error) => {
            text.with("file-unwritable", &[("detail", detail(error)), ("path", shown(file))])
        }
        NoExport::Store(error) => store_error(text, error, book),
        NoExport::TooManyRows(most) => text.with("export-too-many", &[("n", (*most).into())]),
        NoExport::CellTooLong(most) => text.with("export-cell-too-long", &[("n", (*most).into())]),
        NoExport::CalledOff => text.get("export-called-off").to_owned(),
    }
}

fn shown(path: &Path) -> Value<'static> {
    path.display().to_string().into()
}

fn detail(error: &std::io::Error) -> Value<'static> {
    error.to_string().into()
}
