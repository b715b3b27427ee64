//! Many small texts in one buffer, and the dictionary of the words of a book.

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
    pub(super) fn position(&self, text: &str) -> Option<Position> {
        if self.start.find(text.as_bytes()).is_some() {
            Some(Position::Start)
        } else {
            self.any.find(text.as_bytes()).map(|_| Position::Inside)
        }
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

    pub(super) fn get(&self, number: usize) -> &[u8] {
        let start = number.checked_sub(1).map_or(0, |before| self.end(before));
        self.bytes.get(start..self.end(number)).unwrap_or_default()
    }

    fn end(&self, number: usize) -> usize {
        self.ends.get(number).map_or(self.bytes.len(), |end| *end as usize)
    }

    /// Hands over each text that holds the needle. One where it starts a word comes twice: as that, and then as
    /// one where it stands inside. (To look which of the two it is, text by text, takes longer.)
    pub(super) fn each_match(&self, needle: &Needle<'_>, mut found: impl FnMut(usize, Position)) {
        self.each_hit(&needle.start, |number| found(number, Position::Start));
        self.each_hit(&needle.any, |number| found(number, Position::Inside));
    }

    fn each_hit(&self, needle: &Finder<'_>, mut found: impl FnMut(usize)) {
        let (mut from, mut number) = (0, 0);
        while let Some(hit) = self.bytes.get(from..).and_then(|rest| needle.find(rest)) {
            let ends = self.ends.get(number..).unwrap_or_default();
            number += ends.iter().take_while(|end| **end as usize <= from + hit).count();
            found(number);
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
