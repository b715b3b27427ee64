//! The words that clients use in some of their texts, and who uses each.

use super::flat::{Dictionary, Flat};
use super::letters::Seen;
use super::postings::{Moves, Postings, Uses};
use crate::domain::near::{Sketch, Spelling};

/// Different words, each with the clients who use it.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    words: Dictionary,
    clients: Postings,
}

/// A vocabulary being made, client by client.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    words: Dictionary,
    uses: Uses,
}

impl Gathered {
    /// Takes in the words of the next client, each with a space before it, and says which letters they have.
    pub(super) fn push(&mut self, text: &str) -> Seen {
        self.uses.push(text, &mut self.words)
    }

    pub(super) fn finish(self) -> Vocabulary {
        let clients = self.uses.invert(self.words.words().len());
        Vocabulary { words: self.words, clients }
    }
}

impl Vocabulary {
    /// Each word, with a space before it.
    pub(super) fn words(&self) -> &Flat {
        self.words.words()
    }

    /// The places of the clients who use a word.
    pub(super) fn clients(&self, word: usize) -> &[u32] {
        self.clients.get(word)
    }

    /// The words of each client, in the order of their bytes; twice if they use one twice.
    pub(super) fn words_by_place(&self, clients: usize) -> Vec<Vec<&[u8]>> {
        let mut all = vec![Vec::new(); clients];
        for word in 0..self.words().len() {
            for place in self.clients(word) {
                all.get_mut(*place as usize).into_iter().for_each(|words| words.push(self.words().get(word)));
            }
        }
        for words in &mut all {
            words.sort_unstable();
        }
        all
    }

    /// One vocabulary of several, each with the new places of its clients.
    pub(super) fn join(parts: &[(&Self, &[u32])]) -> Self {
        let mut words = Dictionary::default();
        let mut moves = Vec::with_capacity(parts.len());
        for (part, places) in parts {
            let of_part = part.words();
            let numbers = (0..of_part.len()).map(|word| words.number(of_part.get(word))).collect();
            moves.push(Moves { words: numbers, places });
        }
        let postings = parts.iter().zip(&moves).map(|((part, _), moves)| (&part.clients, moves));
        let clients = Postings::join(words.words().len(), postings);
        Self { words, clients }
    }
}

/// The words of names. They alone are looked up with slips.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    vocabulary: Vocabulary,
    sketches: Vec<Sketch>,
}

impl Names {
    pub(super) fn of(vocabulary: Vocabulary) -> Self {
        let words = vocabulary.words();
        let sketches = (0..words.len()).map(|number| Sketch::of(word(words, number))).collect();
        Self { vocabulary, sketches }
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// How many names have a word.
    pub(super) fn uses(&self, spaced: &str) -> usize {
        self.vocabulary.words.find(spaced.as_bytes()).map_or(0, |word| self.vocabulary.clients(word).len())
    }

    /// The places of the clients with a word in their name that begins with what is typed, slips allowed; some twice.
    pub(super) fn beginning<'a>(&'a self, typed: &'a Spelling) -> impl Iterator<Item = u32> + 'a {
        self.all_that(|sketch| typed.may_begin(sketch), |word| typed.begins(word))
    }

    /// The places of the clients with this word in their name, slips allowed; some twice.
    pub(super) fn near<'a>(&'a self, spelling: &'a Spelling) -> impl Iterator<Item = u32> + 'a {
        self.all_that(|sketch| spelling.may_be(sketch), |word| spelling.is_near(word))
    }

    /// The places of the clients with exactly this word in their name; some twice.
    pub(super) fn with(&self, spaced: &str) -> &[u32] {
        let number = self.vocabulary.words.find(spaced.as_bytes());
        number.map(|word| self.vocabulary.clients(word)).unwrap_or_default()
    }

    fn all_that<'a>(
        &'a self,
        may: impl Fn(Sketch) -> bool + 'a,
        does: impl Fn(&str) -> bool + 'a,
    ) -> impl Iterator<Item = u32> + 'a {
        let words = self.vocabulary.words();
        let numbers = self.sketches.iter().enumerate().filter(move |(_, sketch)| may(**sketch));
        numbers
            .map(|(number, _)| number)
            .filter(move |number| does(word(words, *number)))
            .flat_map(|number| self.vocabulary.clients(number).iter().copied())
    }
}

/// A word without its space.
fn word(words: &Flat, number: usize) -> &str {
    std::str::from_utf8(words.get(number)).unwrap_or_default().trim_start()
}
