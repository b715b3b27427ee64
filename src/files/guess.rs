//! What kind of custom field a column would be, guessed from the values in it.

use std::collections::BTreeSet;

use super::words::says_nothing;
use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::label;
use crate::domain::setup::Setup;

/// What was seen of a column so far.
#[derive(Debug)]
pub(super) struct Guess {
    /// The first value.
    pub(super) first: String,
    /// The kinds that every value so far can be read as, the most telling first.
    possible: Vec<FieldKind>,
    seen: usize,
    different: BTreeSet<String>,
    long: bool,
    words: bool,
}

/// A text of so many characters wants more than a line.
const LONG: usize = 200;
/// The most things that a choice is guessed to have, and how often each stands there in the mean.
const CHOICES: usize = 8;
const EACH: usize = 3;

impl Default for Guess {
    fn default() -> Self {
        use FieldKind::{Amount, Date, Email, Link, Number, Phone, YesNo};
        Self {
            first: String::new(),
            possible: vec![YesNo, Date, Email, Link, Phone, Amount, Number],
            seen: 0,
            different: BTreeSet::new(),
            long: false,
            words: false,
        }
    }
}

impl Guess {
    /// Looks at a value; an empty one says nothing. `point` is what separates decimals in the file.
    pub(super) fn look(&mut self, cell: &str, setup: &Setup, point: char) {
        let cell = cell.trim();
        if says_nothing(cell) {
            return;
        }
        if self.first.is_empty() {
            cell.clone_into(&mut self.first);
        }
        self.seen = self.seen.saturating_add(1);
        self.long |= cell.contains('\n') || cell.chars().count() > LONG;
        self.words |= !cell.chars().all(|c| c.is_ascii_digit());
        if self.different.len() <= CHOICES {
            self.different.insert(label::key(cell));
        }
        self.possible.retain(|kind| reads_as(*kind, cell, setup, point));
    }

    /// The kind it seems to be.
    pub(super) fn kind(&self) -> FieldKind {
        let different = self.different.len();
        let ones_and_noughts = self.words || different > 1;
        let told = self.possible.first().filter(|_| self.seen > 0).copied();
        match told {
            Some(FieldKind::YesNo) if !ones_and_noughts => FieldKind::Number,
            Some(kind) => kind,
            None if self.long => FieldKind::LongText,
            None if (2..=CHOICES).contains(&different) && self.seen >= different.saturating_mul(EACH) => {
                FieldKind::Choice
            }
            None => FieldKind::Text,
        }
    }
}

/// Whether a value is surely of a kind.
fn reads_as(kind: FieldKind, cell: &str, setup: &Setup, point: char) -> bool {
    let field = CustomField { kind, ..CustomField::default() };
    let read = field.read(cell, point);
    let right = field.doubt(&read, &setup.home).is_none();
    // A number that begins with a nought is a code: the nought would be lost.
    let code = cell.len() > 1 && cell.starts_with('0') && !cell.contains(['.', ',']);
    match kind {
        FieldKind::YesNo => matches!(read.as_str(), YES | NO),
        FieldKind::Link => right && (cell.contains("://") || cell.starts_with("www.")),
        FieldKind::Email => right && cell.contains('@'),
        FieldKind::Phone => right && cell.starts_with(['0', '+']),
        FieldKind::Number => right && !code,
        FieldKind::Amount => {
            right && cell.get(cell.len().saturating_sub(3)..).is_some_and(|end| end.starts_with(['.', ',']))
        }
        _ => right,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::setup::HOME;

    fn kind(cells: &[&str]) -> FieldKind {
        let mut guess = Guess::default();
        for cell in cells {
            guess.look(cell, &Setup::new(HOME), ',');
        }
        guess.kind()
    }

    #[test]
    fn the_kind_is_told_by_every_value() {
        for (cells, expected) in [
            (&["oui", "non", "x"][..], FieldKind::YesNo),
            (&["1", "0"], FieldKind::YesNo),
            (&["1", "1"], FieldKind::Number),
            (&["24/12/1980", "2026-11-24"], FieldKind::Date),
            (&["a@b.example", " "], FieldKind::Email),
            (&["https://a.example", "www.b.example"], FieldKind::Link),
            (&["01 42 68 53 00", "+33 6 12 34 56 78"], FieldKind::Phone),
            (&["1 234,50", "7,00"], FieldKind::Amount),
            (&["1 234,5", "7"], FieldKind::Number),
            (&["0012", "0013"], FieldKind::Text),
            (&["12", "douze"], FieldKind::Text),
            (&["a\nb"], FieldKind::LongText),
            (&[], FieldKind::Text),
        ] {
            assert_eq!(kind(cells), expected, "{cells:?}");
        }
    }

    #[test]
    fn a_few_words_that_come_again_are_a_choice() {
        let words = |different: usize, times: usize| -> Vec<String> {
            (0..times).flat_map(|_| (0..different).map(|word| format!("mot {word}"))).collect()
        };
        let kind = |words: Vec<String>| kind(&words.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(kind(words(2, 3)), FieldKind::Choice);
        assert_eq!(kind(words(2, 2)), FieldKind::Text);
        assert_eq!(kind(words(8, 3)), FieldKind::Choice);
        assert_eq!(kind(words(9, 9)), FieldKind::Text);
        assert_eq!(kind(words(1, 9)), FieldKind::Text);
        assert_eq!(kind(vec!["é".repeat(LONG)]), FieldKind::Text);
        assert_eq!(kind(vec!["é".repeat(LONG + 1)]), FieldKind::LongText);
    }
}
