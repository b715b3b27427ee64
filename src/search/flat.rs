//! Many small texts in one buffer, and the dictionary of the words of a book.

use std::ops::Range;

use memchr::memmem::Finder;

/// Looks for a word in texts whose words all have a space before them.
pub(super) struct Needle<'a> {
    start: Finder<'a>,
    any: Finder<'a>,
}

/// Where a word stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// At the start of a word.
    Start,
    /// Inside a word.
    Inside,
}

impl<'a> Needle<'a> {
    /// `spaced` is the word with a space before it.
    pub(super) fn new(spaced: &'a str) -> Self {
        Self { start: Finder::new(spaced), any: Finder::new(spaced.strip_prefix(' ').unwrap_or(spaced)) }
    }

    /// The best position in one text.
    pub(super) fn position(&self, text: &[u8]) -> Option<Position> {
        self.any.find(text).map(|at| self.best(text, at))
    }

    /// The best position where the first is known.
    fn best(&self, text: &[u8], first: usize) -> Position {
        let starts = first.checked_sub(1).and_then(|before| text.get(before)) == Some(&b' ');
        let later = || text.get(first..).is_some_and(|rest| self.start.find(rest).is_some());
        if starts || later() { Position::Start } else { Position::Inside }
    }
}

/// Texts in one buffer, by number. Each is empty or begins with a space, so that no word goes from one to the next.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Flat {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn push(&mut self, text: &[u8]) {
        self.bytes.extend_from_slice(text);
        self.ends.push(small(self.bytes.len()));
    }

    /// Takes over some texts of another one.
    pub(super) fn append(&mut self, other: &Self, numbers: &Range<usize>) {
        let (start, shift) = (other.start(numbers.start), self.bytes.len());
        let ends = other.ends.get(numbers.clone()).unwrap_or_default();
        let end = ends.last().map_or(start, |end| *end as usize);
        self.bytes.extend_from_slice(other.bytes.get(start..end).unwrap_or_default());
        self.ends.extend(ends.iter().map(|end| small(*end as usize - start + shift)));
    }

    pub(super) fn get(&self, number: usize) -> &[u8] {
        self.bytes.get(self.start(number)..self.end(number)).unwrap_or_default()
    }

    fn start(&self, number: usize) -> usize {
        number.checked_sub(1).map_or(0, |before| self.end(before))
    }

    fn end(&self, number: usize) -> usize {
        self.ends.get(number).map_or(self.bytes.len(), |end| *end as usize)
    }

    /// Hands over each text that holds the needle, with the needle's best position; only some texts if they are named.
    pub(super) fn each_match(
        &self,
        needle: &Needle<'_>,
        among: Option<&[u32]>,
        mut found: impl FnMut(usize, Position),
    ) {
        for number in among.into_iter().flatten() {
            let number = *number as usize;
            if let Some(position) = needle.position(self.get(number)) {
                found(number, position);
            }
        }
        if among.is_none() {
            self.each_of_all(needle, found);
        }
    }

    fn each_of_all(&self, needle: &Needle<'_>, mut found: impl FnMut(usize, Position)) {
        let (mut from, mut number) = (0, 0);
        while let Some(hit) = self.bytes.get(from..).and_then(|rest| needle.any.find(rest)) {
            let ends = self.ends.get(number..).unwrap_or_default();
            number += ends.iter().take_while(|end| **end as usize <= from + hit).count();
            found(number, needle.best(self.get(number), from + hit - self.start(number)));
            from = self.end(number);
        }
    }
}

/// The distinct words of a book, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Dictionary {
    words: Flat,
    /// Open addressing; a power of two of them, at most half of them taken.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// Half of the word's hash: most other words are told apart without a look at them.
    tag: u32,
    /// Number of the word + 1; 0 is free.
    number: u32,
}

impl Dictionary {
    pub(super) fn words(&self) -> &Flat {
        &self.words
    }

    /// The number of a word (with its space), which is added if it is new.
    pub(super) fn number(&mut self, word: &[u8]) -> u32 {
        if self.slots.len() <= self.words.len() * 2 {
            self.grow();
        }
        let (first, tag) = halves(hash(word));
        let mut at = first as usize & (self.slots.len() - 1);
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != 0) {
            let number = slot.number - 1;
            if slot.tag == tag && self.words.get(number as usize) == word {
                return number;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.words.push(word);
        let number = small(self.words.len());
        self.slots.get_mut(at).into_iter().for_each(|slot| *slot = Slot { tag, number });
        number - 1
    }

    /// The number of a word (with its space), if it is known.
    pub(super) fn find(&self, word: &[u8]) -> Option<usize> {
        let (first, tag) = halves(hash(word));
        let wrap = self.slots.len().checked_sub(1)?;
        let mut at = first as usize & wrap;
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.number != 0) {
            let number = slot.number as usize - 1;
            if slot.tag == tag && self.words.get(number) == word {
                return Some(number);
            }
            at = (at + 1) & wrap;
        }
        None
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 4).max(1024);
        self.slots = vec![Slot::default(); length];
        for number in 0..self.words.len() {
            let (first, tag) = halves(hash(self.words.get(number)));
            let mut at = first as usize & (length - 1);
            while self.slots.get(at).is_some_and(|slot| slot.number != 0) {
                at = (at + 1) & (length - 1);
            }
            let number = small(number + 1);
            self.slots.get_mut(at).into_iter().for_each(|slot| *slot = Slot { tag, number });
        }
    }
}

/// The halves of a hash: where a search begins, and the tag.
fn halves(hash: u64) -> (u32, u32) {
    let half = |bits: u64| u32::try_from(bits).unwrap_or_default();
    (half(hash & u64::from(u32::MAX)), half(hash >> 32))
}

/// A quick hash, the same on every machine. Not against an enemy: words that collide only cost time.
pub(super) fn hash(text: &[u8]) -> u64 {
    const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
    let (chunks, rest) = text.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let mut hash = (text.len() as u64).wrapping_mul(MIX);
    for chunk in chunks.iter().chain([&last]) {
        hash = (hash ^ u64::from_le_bytes(*chunk)).wrapping_mul(MIX);
        hash ^= hash >> 29;
    }
    hash = hash.wrapping_mul(MIX);
    hash ^ (hash >> 32)
}

/// A number of texts, words or bytes as it is kept: a book has less than four thousand million of them.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(texts: &[&str]) -> Flat {
        let mut flat = Flat::default();
        for text in texts {
            flat.push(text.as_bytes());
        }
        flat
    }

    fn matches(texts: &[&str], word: &str, among: Option<&[u32]>) -> Vec<(usize, Position)> {
        let mut matches = Vec::new();
        flat(texts)
            .each_match(&Needle::new(&format!(" {word}")), among, |number, at| matches.push((number, at)));
        matches
    }

    #[test]
    fn the_start_of_a_word_is_told_from_its_inside() {
        use Position::{Inside, Start};
        let texts = [" martin", "", " amarmar", " amar mar", " rue m", " arn", " mar mar"];
        let expected = [(0, Start), (2, Inside), (3, Start), (6, Start)];
        assert_eq!(matches(&texts, "mar", None), expected);
        assert_eq!(matches(&texts, "mar", Some(&[0, 1, 2, 3, 4, 5, 6])), expected);
        assert_eq!(matches(&texts, "mar", Some(&[2])), [(2, Inside)]);
        assert_eq!(matches(&texts, "mar", Some(&[])), []);
        assert_eq!(matches(&texts, "x", None), []);
        assert_eq!(matches(&texts, "arn", None), [(5, Start)]);
    }

    #[test]
    fn texts_are_taken_over_in_runs() {
        let from = flat(&["a", "bc", "", "def", "g"]);
        let mut to = flat(&["xy"]);
        to.append(&from, &(1..4));
        to.append(&from, &(4..5));
        let texts: Vec<_> = (0..to.len()).map(|number| to.get(number)).collect();
        assert_eq!(texts, [b"xy".as_slice(), b"bc", b"", b"def", b"g"]);
    }

    #[test]
    fn a_word_keeps_its_number_while_the_dictionary_grows() {
        let mut words = Dictionary::default();
        let word = |number: u32| format!(" word{number}");
        for round in 0..2 {
            for number in 0..5_000 {
                assert_eq!(words.number(word(number).as_bytes()), number, "round {round}");
            }
        }
        assert_eq!(words.words().len(), 5_000);
        for number in 0..5_000 {
            assert_eq!(words.find(word(number).as_bytes()), Some(number as usize));
        }
        assert_eq!(words.find(b" word5000"), None);
        assert_eq!(Dictionary::default().find(b""), None);
    }

    #[test]
    fn hashes_tell_texts_apart_by_every_byte() {
        let texts = ["", "\0", "a", "a\0", "abcdefgh", "abcdefgi", "bbcdefgh", "abcdefgha", "abcdefghb"];
        let mut hashes: Vec<_> = texts.iter().map(|text| hash(text.as_bytes())).collect();
        hashes.sort_unstable();
        hashes.dedup();
        assert_eq!(hashes.len(), texts.len());
    }
}
