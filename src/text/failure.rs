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
        WriteError::StillReferred { kind: Kind::Attachment, by: Kind::Consent, .. } => {
            text.get("refused-proves").to_owned()
        }
        WriteError::StillReferred { by, .. } => {
            text.with("refused-still-referred", &[("what", by.key().into())])
        }
        WriteError::Dangling { kind: Kind::Client, .. } => text.get("refused-gone").to_owned(),
        WriteError::Dangling { kind, .. } => text.with("refused-record-gone", &[("what", kind.key().into())]),
        WriteError::Taken { kind: Kind::Category, .. } => text.get("refused-category-taken-since").to_owned(),
        WriteError::Taken { kind: Kind::CustomField, .. } => {
            text.get("refused-custom-taken-since").to_owned()
        }
        WriteError::Taken { name, .. } => {
            text.with("refused-number-taken-id", &[("number", name.as_str().into())])
        }
        WriteError::NoBytes { name } => text.with("refused-no-bytes", &[("name", name.as_str().into())]),
        WriteError::ChangedSince { .. } => text.get("refused-changed-since").to_owned(),
        WriteError::AppendOnly(_) => text.get("refused-append-only").to_owned(),
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
        Refused::RecordChanged(kind) => text.with("refused-record-changed", &[("what", kind.key().into())]),
        Refused::RecordGone(kind) => text.with("refused-record-gone", &[("what", kind.key().into())]),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn what_is_refused_of_each_kind_of_record_is_said_of_that_kind() {
        let text = Text::load(Language::Fr);
        let said = |refusal: Refused| refused(&text, &refusal);
        for (kind, word) in [
            (Kind::Category, "catégorie"),
            (Kind::CustomField, "champ"),
            (Kind::Note, "note"),
            (Kind::Attachment, "pièce jointe"),
        ] {
            for refusal in [Refused::RecordGone(kind), Refused::RecordChanged(kind)] {
                let sentence = said(refusal);
                assert!(sentence.contains(word), "{sentence}");
            }
        }
        let taken = |kind| said(Refused::NameTaken { kind, name: "Gros".into() });
        assert_eq!(taken(Kind::Category), "Une catégorie s’appelle déjà Gros. Choisissez un autre nom.");
        assert_eq!(taken(Kind::CustomField), "Un champ s’appelle déjà Gros. Choisissez un autre nom.");
        assert!(
            said(Refused::Evidence("accord.pdf".into())).starts_with("accord.pdf prouve un consentement")
        );
    }

    #[test]
    fn what_keeps_a_change_from_being_taken_back_is_named() {
        let text = Text::load(Language::Fr);
        let still = |by| {
            let error = WriteError::StillReferred { kind: Kind::Client, id: 1, by, by_id: 2 };
            write_error(&text, &error, Path::new("a.comptoir"))
        };
        for (by, start) in [
            (Kind::Client, "Des clients"),
            (Kind::Note, "Une note"),
            (Kind::Attachment, "Une pièce jointe"),
            (Kind::Consent, "Ce client a répondu"),
            (Kind::Distinct, "Autre chose"),
        ] {
            assert!(still(by).starts_with(start), "{}", still(by));
        }
    }
}
