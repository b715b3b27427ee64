//! What went wrong, and what to do about it: one sentence each, the path last. The window and the verbs say the same.

use std::path::Path;

use super::Text;
use crate::domain::command::Refused;
use crate::domain::record::Kind;
use crate::store::{StoreError, WriteError};

/// Why a book, a backup or a copy could not be opened, read or written.
pub fn store_error(text: &Text, error: &StoreError, path: &Path) -> String {
    let key = match error {
        StoreError::Missing => "error-missing",
        StoreError::Exists => "error-exists",
        StoreError::Empty => "error-empty",
        StoreError::Foreign => "error-foreign",
        StoreError::CutOff => "error-cut-off",
        StoreError::Newer(_) => "error-newer",
        StoreError::Damaged(_) => "error-damaged",
        StoreError::ReadOnly => "error-read-only",
        StoreError::InUse => "error-in-use",
        StoreError::NotPlain => "error-not-plain",
        StoreError::Vanished => "error-vanished",
        StoreError::Full => "error-full",
        StoreError::Unsure(_) => "error-unsure",
        StoreError::Cancelled => "error-cancelled",
        StoreError::Unkeepable(_) => "error-unkeepable",
        StoreError::Io(_) => "error-io",
    };
    let detail = match error {
        StoreError::Damaged(what) | StoreError::Unkeepable(what) => what.clone(),
        StoreError::Io(error) => error.to_string(),
        StoreError::Unsure(inner) => inner.to_string(),
        _ => String::new(),
    };
    text.with(key, &[("detail", detail.into()), ("path", path.display().to_string().into())])
}

/// Why a change was not made.
pub fn write_error(text: &Text, error: &WriteError, path: &Path) -> String {
    match error {
        WriteError::Refused(refused) => self::refused(text, refused),
        WriteError::StillReferred { .. } => text.get("refused-still-referred").to_owned(),
        WriteError::Dangling { .. } => text.get("refused-gone").to_owned(),
        WriteError::Taken { name, .. } => {
            text.with("refused-number-taken-id", &[("number", name.as_str().into())])
        }
        WriteError::NoBytes { name } => text.with("refused-no-bytes", &[("name", name.as_str().into())]),
        WriteError::ChangedSince { .. } => text.get("refused-changed-since").to_owned(),
        WriteError::AlreadyUndone(_) => text.get("refused-already-undone").to_owned(),
        WriteError::NoEntry(_) => text.get("undo-nothing").to_owned(),
        WriteError::Store(error) => store_error(text, error, path),
    }
}

/// Why the trade said no.
pub fn refused(text: &Text, refused: &Refused) -> String {
    match refused {
        Refused::ChangedMeanwhile(name) => {
            text.with("refused-changed-meanwhile", &[("name", name.as_str().into())])
        }
        Refused::Gone => text.get("refused-gone").to_owned(),
        Refused::RecordChanged(kind) => text.with("refused-record-changed", &[("what", what(*kind).into())]),
        Refused::RecordGone(kind) => text.with("refused-record-gone", &[("what", what(*kind).into())]),
        Refused::NameTaken { kind: Kind::CustomField, name } => {
            text.with("refused-custom-taken", &[("name", name.as_str().into())])
        }
        Refused::NameTaken { name, .. } => {
            text.with("refused-category-taken", &[("name", name.as_str().into())])
        }
        Refused::Evidence(name) => text.with("refused-evidence", &[("name", name.as_str().into())]),
        Refused::NumberTaken { number, holder } => text.with(
            "refused-number-taken",
            &[("number", number.as_str().into()), ("name", holder.as_str().into())],
        ),
        Refused::Invalid(invalid) => super::invalid(text, invalid),
        Refused::NothingToDo => text.get("form-nothing-changed").to_owned(),
    }
}

/// By what messages tell the kinds of record apart.
fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::Client => "client",
        Kind::Note => "note",
        Kind::Distinct => "pair",
        Kind::Sequences => "sequences",
        Kind::Category => "category",
        Kind::CustomField => "field",
        Kind::Consent => "consent",
        Kind::Attachment => "attachment",
    }
}
