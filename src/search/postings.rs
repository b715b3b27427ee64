//! Which clients use each word.

use super::flat::{Dictionary, small};
use super::letters::Seen;

/// The new place of a client that is taken over no more.
pub(super) const GONE: u32 = u32::MAX;

/// The new numbers of the words and places of a part.
pub(super) struct Moves<'a> {
    pub(super) words: Vec<u32>,
    pub(super) places: &'a [u32],
}

/// Which words each client uses, while clients are read.
#[derive(Debug, Default)]
pub(super) struct Uses {
    words: Vec<u32>,
    ends: Vec<u32>,
}

impl Uses {
    /// Takes in words, each with a space before it, and says which letters they have.
    pub(super) fn push(&mut self, text: &str, dictionary: &mut Dictionary) -> Seen {
        let text = text.as_bytes();
        let mut start = 0;
        let ends = memchr::memchr_iter(b' ', text).skip(1).chain([text.len()]);
        for end in ends {
            let word = text.get(start..end).filter(|word| !word.is_empty());
            self.words.extend(word.map(|word| dictionary.number(word)));
            start = end;
        }
        self.ends.push(small(self.words.len()));
        Seen::in_words(text)
    }

    pub(super) fn invert(&self, words: usize) -> Postings {
        let mut filling = Filling::new(words, self.words.iter().map(|word| (*word, 1)));
        let mut start = 0;
        for (place, end) in self.ends.iter().enumerate() {
            for word in self.words.get(start..*end as usize).unwrap_or_default() {
                filling.put(*word, small(place));
            }
            start = *end as usize;
        }
        filling.postings
    }
}

/// Which clients use each word: places in ascending order; twice if they use it twice.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Postings {
    pub(super) fn get(&self, word: usize) -> &[u32] {
        let range = self.starts.get(word).zip(self.starts.get(word + 1));
        range.and_then(|(start, end)| self.places.get(*start as usize..*end as usize)).unwrap_or_default()
    }

    pub(super) fn join<'a>(
        words: usize,
        parts: impl Iterator<Item = (&'a Self, &'a Moves<'a>)> + Clone,
    ) -> Self {
        let lengths = parts.clone().flat_map(|(part, moves)| {
            moves.words.iter().enumerate().map(move |(word, to)| {
                let kept = |place: &&u32| moves.places.get(**place as usize).is_some_and(|to| *to != GONE);
                (*to, small(part.get(word).iter().filter(kept).count()))
            })
        });
        let mut filling = Filling::new(words, lengths);
        for (part, moves) in parts {
            for (word, to) in moves.words.iter().enumerate() {
                let places = part.get(word).iter().filter_map(|place| moves.places.get(*place as usize));
                places.filter(|place| **place != GONE).for_each(|place| filling.put(*to, *place));
            }
        }
        filling.postings
    }
}

/// Postings whose lengths are known and that are being filled.
struct Filling {
    postings: Postings,
    next: Vec<u32>,
}

impl Filling {
    fn new(words: usize, lengths: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut starts = vec![0_u32; words + 1];
        for (word, length) in lengths {
            if let Some(start) = starts.get_mut(word as usize + 1) {
                *start += length;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let next = starts.clone();
        Self { postings: Postings { starts, places: vec![0; sum as usize] }, next }
    }

    fn put(&mut self, word: u32, place: u32) {
        if let Some(next) = self.next.get_mut(word as usize) {
            if let Some(slot) = self.postings.places.get_mut(*next as usize) {
                *slot = place;
            }
            *next += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn postings(texts: &[&str]) -> (Dictionary, Postings) {
        let (mut words, mut uses) = (Dictionary::default(), Uses::default());
        for text in texts {
            uses.push(text, &mut words);
        }
        let postings = uses.invert(words.words().len());
        (words, postings)
    }

    #[test]
    fn each_word_knows_its_clients() {
        let (mut words, postings) = postings(&[" rue de paris", "", " paris", " rue rue"]);
        assert_eq!(words.words().len(), 3);
        assert_eq!(postings.get(words.number(b" paris") as usize), [0, 2]);
        assert_eq!(postings.get(words.number(b" rue") as usize), [0, 3, 3]);
        assert_eq!(postings.get(words.number(b" de") as usize), [0]);
        assert_eq!(postings.get(3), [0; 0]);
    }

    #[test]
    fn parts_are_joined_under_their_new_numbers() {
        let (_, one) = postings(&[" a b", " b"]);
        let (_, other) = postings(&[" b", " c b"]);
        let moves =
            [Moves { words: vec![0, 1], places: &[0, GONE] }, Moves { words: vec![1, 2], places: &[1, 2] }];
        let joined = Postings::join(3, [&one, &other].into_iter().zip(&moves));
        assert_eq!([joined.get(0), joined.get(1), joined.get(2)], [[0].as_slice(), &[0, 1, 2], &[2]]);
    }
}
