//! What went wrong with a file that was to come into the book or out of it: one sentence each, the file named first.

use std::path::Path;

use super::{Text, store_error};
use crate::domain::attachment::Attachment;
use crate::format::Format;
use crate::store::{FetchError, StageError};

/// Why a file of this name was not taken into the book.
pub fn stage_error(text: &Text, error: &StageError, name: &str, book: &Path) -> String {
    let said = |key: &str| text.with(key, &[("name", name.into())]);
    match error {
        StageError::Missing => said("attachment-missing"),
        StageError::Folder => said("attachment-folder"),
        StageError::NotPlain => said("attachment-not-plain"),
        StageError::TooLarge(bytes) => text.with(
            "attachment-too-large",
            &[
                ("name", name.into()),
                ("size", megabytes(text, *bytes).into()),
                ("most", (Attachment::LARGEST / MEGABYTE).into()),
            ],
        ),
        StageError::Changed => said("attachment-changed"),
        StageError::Unreadable(error) => {
            text.with("attachment-unreadable", &[("name", name.into()), ("detail", error.to_string().into())])
        }
        StageError::Store(error) => store_error(text, error, book),
    }
}

/// Why a file of this name was not handed out.
pub fn fetch_error(text: &Text, error: &FetchError, name: &str, book: &Path) -> String {
    let said = |key: &str| text.with(key, &[("name", name.into())]);
    match error {
        FetchError::Missing => said("attachment-gone"),
        FetchError::Damaged => said("attachment-damaged"),
        FetchError::Unwritable(error) => {
            text.with("attachment-unwritable", &[("name", name.into()), ("detail", error.to_string().into())])
        }
        FetchError::Store(error) => store_error(text, error, book),
    }
}

const MEGABYTE: u64 = 1_000_000;

/// Megabytes with a decimal, if there is one, rounded up: what is too large does not look as if it were not.
fn megabytes(text: &Text, bytes: u64) -> String {
    let tenths = bytes.div_ceil(MEGABYTE / 10);
    let (whole, rest) = (tenths / 10, tenths % 10);
    let size = if rest == 0 { whole.to_string() } else { format!("{whole}.{rest}") };
    Format::of(text.language()).decimal(&size).unwrap_or(size)
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::store::StoreError;
    use crate::text::Language;

    fn staging(error: &StageError) -> String {
        stage_error(&Text::load(Language::Fr), error, "contrat.pdf", Path::new("/x/Test.comptoir"))
    }

    #[test]
    fn a_file_that_is_too_large_is_said_to_be_so_and_how_much_fits() {
        assert_eq!(
            staging(&StageError::TooLarge(25_100_000)),
            "contrat.pdf fait 25,1\u{a0}Mo\u{a0}: 25\u{a0}Mo au plus."
        );
        let english = Text::load(Language::En);
        let said = |bytes| stage_error(&english, &StageError::TooLarge(bytes), "a", Path::new("b"));
        for (bytes, size) in
            [(25_000_001, "25.1"), (25_100_001, "25.2"), (30_000_000, "30"), (1_234_500_000, "1,234.5")]
        {
            assert_eq!(said(bytes), format!("a has {size}\u{a0}MB: 25\u{a0}MB at most."));
        }
    }

    #[test]
    fn every_error_names_the_file_and_says_something_of_its_own() {
        let io = || io::Error::other("EIO");
        let mut said: Vec<String> = [
            StageError::Missing,
            StageError::Folder,
            StageError::NotPlain,
            StageError::TooLarge(26_000_000),
            StageError::Changed,
            StageError::Unreadable(io()),
        ]
        .iter()
        .map(staging)
        .collect();
        let text = Text::load(Language::Fr);
        let fetching = |error| fetch_error(&text, &error, "contrat.pdf", Path::new("b"));
        said.extend([FetchError::Missing, FetchError::Damaged, FetchError::Unwritable(io())].map(fetching));
        assert!(said.iter().all(|one| one.contains("contrat.pdf")), "{said:?}");
        assert_eq!(said.iter().filter(|one| one.contains("EIO")).count(), 2);
        said.sort();
        said.dedup();
        assert_eq!(said.len(), 9);
        // What is wrong with the book is said of the book.
        let full = store_error(&text, &StoreError::Full, Path::new("/x/Test.comptoir"));
        assert_eq!(staging(&StageError::Store(StoreError::Full)), full);
        assert_eq!(
            fetch_error(&text, &FetchError::Store(StoreError::Full), "a", Path::new("/x/Test.comptoir")),
            full
        );
    }
}
