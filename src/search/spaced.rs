//! A word as it is looked for at the start of words.

/// A word, kept with a space before it: the words of clients stand so, and their start is found so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spaced(String);

impl Spaced {
    pub(super) fn of(word: &str) -> Self {
        Self(format!(" {word}"))
    }

    pub(super) fn spaced(&self) -> &str {
        &self.0
    }

    pub(super) fn word(&self) -> &str {
        self.0.get(1..).unwrap_or_default()
    }
}
