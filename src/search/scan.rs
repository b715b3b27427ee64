//! The plain scan: every folded client looked at in turn. The delta is searched by it, the tests hold the
//! index against it, and the benches name it as the peer.

use super::block::elsewhere;
use super::digits::Digits;
use super::document::Document;
use super::flat::{Needle, Position};
use super::reading::Reading;
use super::sieve::Sieve;
use super::spaced::Spaced;
use super::terms::{NAME_INSIDE, NAME_START, NEAR, NONE, Rank, Term, Terms, WHOLE, Word};
use super::texts::Texts;
use super::{Counts, Found, Query, State};
use crate::domain::near::Spelling;

/// All documents that match, in the order of the table. `reading` is the one they were read by, or one under which they
/// are read alike.
pub fn scan(documents: &[Document], reading: &Reading, query: &Query) -> Found {
    let terms = Terms::of(&query.text);
    let sieve = Sieve::new(&query.filter, reading);
    let mut found: Vec<_> = documents
        .iter()
        .filter(|document| query.filter.admits_state(document.state, !terms.is_empty()))
        .filter(|document| sieve.admits(&document.holding))
        .map(|document| (group(document.state, rank(document, &terms, reading)), document))
        .filter(|((.., rank), _)| *rank != NONE)
        .collect();
    let sort = query.sort;
    found.sort_by(|(one, left), (other, right)| {
        let columns = || {
            left.sortable(sort.column, reading)
                .compare(&right.sortable(sort.column, reading), sort.descending)
        };
        one.cmp(other).then_with(columns)
    });
    let exact = found.iter().filter(|((is_near, ..), _)| !is_near).count();
    let mut counts = Counts::default();
    for document in documents {
        counts.add(document.state);
    }
    Found { rows: found.into_iter().map(|(_, document)| document.id).collect(), exact, counts }
}

/// What comes before the column: near names last, then the archived, then the rank.
fn group(state: State, rank: Rank) -> (bool, bool, Rank) {
    (rank == NEAR, state.archived, rank)
}

/// The rank of a client.
pub(super) fn rank(document: &Document, terms: &Terms, reading: &Reading) -> Rank {
    let categories = reading.labels().words_of(&document.holding.categories);
    let searched = Searched { name: &document.name, texts: &document.texts, categories: &categories };
    match terms.list.iter().map(|term| searched.rank(term)).max() {
        Some(NAME_START) if document.name.starts_with(terms.whole.spaced()) => WHOLE,
        Some(rank) => rank,
        None => NAME_START,
    }
}

/// What a term is looked for in.
pub(super) struct Searched<'a> {
    pub(super) name: &'a str,
    pub(super) texts: &'a Texts,
    /// The names of categories.
    pub(super) categories: &'a str,
}

impl Searched<'_> {
    /// The rank of one term.
    pub(super) fn rank(&self, term: &Term) -> Rank {
        match term {
            Term::Word(word) => self.rank_of_word(&word.spaced).min(near_rank(self.name, word)),
            Term::Digits(digits) => {
                let in_numbers =
                    |digits: &Spaced| rank_in(&self.texts.numbers, &Needle::new(digits.spaced()));
                let joined = digits.needles.iter().map(in_numbers).min();
                let each = digits.words.iter().map(|word| {
                    let as_word = self.rank_of_word(word);
                    if Digits::in_numbers(word) { as_word.min(in_numbers(word)) } else { as_word }
                });
                each.max().into_iter().chain(joined).min().unwrap_or(NONE)
            }
        }
    }

    fn rank_of_word(&self, word: &Spaced) -> Rank {
        let needle = Needle::new(word.spaced());
        match needle.position(self.name.as_bytes()) {
            Some(Position::Start) => NAME_START,
            Some(Position::Inside) => NAME_INSIDE,
            None => {
                let others = [&self.texts.own, &self.texts.shared, self.categories];
                others.into_iter().map(|text| rank_in(text, &needle)).min().unwrap_or(NONE)
            }
        }
    }
}

/// Whether a word of a name begins with the word, slips allowed.
pub(super) fn near_rank(name: &str, word: &Word) -> Rank {
    let near = |spelling: &Spelling| name.split(' ').any(|word| spelling.begins(word));
    if word.spelling.as_ref().is_some_and(near) { NEAR } else { NONE }
}

fn rank_in(text: &str, needle: &Needle<'_>) -> Rank {
    needle.position(text.as_bytes()).map_or(NONE, elsewhere)
}
