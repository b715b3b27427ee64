//! Texts of which many are the same: each different one once, and for each record the number of its own.
//!
//! What is asked of such a text is asked once of each different one, and of a record only a number is looked at.

use super::flat::{Dictionary, Flat, small};
use super::postings::GONE;

/// A text of each record, in the order in which they were taken in.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbered {
    words: Dictionary,
    of: Vec<u32>,
}

impl Numbered {
    /// Takes in the text of the next record; its number.
    pub(super) fn push(&mut self, text: &[u8]) -> u32 {
        let number = self.words.number(text);
        self.of.push(number);
        number
    }

    /// The different texts.
    pub(super) fn texts(&self) -> &Flat {
        self.words.words()
    }

    /// The number of a text, if a record has or had it.
    pub(super) fn number(&self, text: &str) -> Option<usize> {
        self.words.find(text.as_bytes())
    }

    /// The number of each record's text.
    pub(super) fn numbers(&self) -> &[u32] {
        &self.of
    }

    /// The text of a record.
    pub(super) fn get(&self, record: usize) -> &[u8] {
        self.of.get(record).map(|number| self.texts().get(*number as usize)).unwrap_or_default()
    }

    /// Takes over the records of a part for which `kept` says so, in their order. For each new number, hands over
    /// what it was in the part.
    pub(super) fn append(&mut self, part: &Self, kept: impl Fn(usize) -> bool, mut new: impl FnMut(usize)) {
        let mut known = vec![GONE; part.texts().len()];
        for (_, number) in part.of.iter().enumerate().filter(|(record, _)| kept(*record)) {
            let Some(now) = known.get_mut(*number as usize) else { continue };
            if *now == GONE {
                let before = self.texts().len();
                *now = self.words.number(part.texts().get(*number as usize));
                if small(before) == *now {
                    new(*number as usize);
                }
            }
            self.of.push(*now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(texts: &[&str]) -> Numbered {
        let mut all = Numbered::default();
        for text in texts {
            all.push(text.as_bytes());
        }
        all
    }

    #[test]
    fn the_same_text_has_one_number() {
        let all = numbered(&["paris", "", "lyon", "paris"]);
        assert_eq!(all.numbers(), [0, 1, 2, 0]);
        assert_eq!(all.texts().len(), 3);
        assert_eq!((all.number("lyon"), all.number(""), all.number("nice")), (Some(2), Some(1), None));
        assert_eq!(
            [0, 1, 2, 3, 4].map(|record| all.get(record)),
            [&b"paris"[..], b"", b"lyon", b"paris", b""]
        );
    }

    #[test]
    fn a_part_is_taken_over_without_those_who_have_gone() {
        let mut all = numbered(&["lyon"]);
        let mut new = Vec::new();
        let part = numbered(&["paris", "nice", "lyon", "paris"]);
        all.append(&part, |record| record != 1, |number| new.push(number));
        assert_eq!(all.numbers(), [0, 1, 0, 1]);
        assert_eq!((all.texts().len(), all.number("nice"), new), (2, None, vec![0]));
    }
}
