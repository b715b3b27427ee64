//! The plain scan: every folded client looked at in turn. The delta is searched by it, the tests hold the
//! index against it, and the benches name it as the peer.

use super::block::elsewhere;
use super::digits::Digits;
use super::document::Document;
use super::flat::{Needle, Position};
use super::terms::{NAME_INSIDE, NAME_START, NEAR, NONE, Rank, Spaced, Term, Terms, WHOLE, Word};
use super::texts::Texts;
use super::{Counts, Found, Query, State};
use crate::domain::near::Spelling;

/// All documents that match, in the order of the table.
pub fn scan(documents: &[Document], query: &Query) -> Found {
    let terms = Terms::of(&query.text);
    let mut found: Vec<_> = documents
        .iter()
        .filter(|document| query.filter.admits(document.state, !terms.is_empty()))
        .map(|document| (group(document.state, rank(document, &terms)), document))
        .filter(|((.., rank), _)| *rank != NONE)
        .collect();
    let sort = query.sort;
    found.sort_by(|(one, left), (other, right)| {
        let columns = || left.sortable(sort.column).compare(&right.sortable(sort.column), sort.descending);
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
pub(super) fn rank(document: &Document, terms: &Terms) -> Rank {
    match terms.list.iter().map(|term| rank_of(&document.name, &document.texts, term)).max() {
        Some(NAME_START) if document.name.starts_with(terms.whole.spaced()) => WHOLE,
        Some(rank) => rank,
        None => NAME_START,
    }
}

/// The rank of one term in a name and in other texts.
pub(super) fn rank_of(name: &str, texts: &Texts, term: &Term) -> Rank {
    match term {
        Term::Word(word) => rank_of_word(name, texts, &word.spaced).min(near_rank(name, word)),
        Term::Digits(digits) => {
            let in_numbers = |digits: &Spaced| rank_in(&texts.numbers, &Needle::new(digits.spaced()));
            let joined = digits.needles.iter().map(in_numbers).min();
            let each = digits.words.iter().map(|word| {
                let as_word = rank_of_word(name, texts, word);
                if Digits::in_numbers(word) { as_word.min(in_numbers(word)) } else { as_word }
            });
            each.max().into_iter().chain(joined).min().unwrap_or(NONE)
        }
    }
}

fn rank_of_word(name: &str, texts: &Texts, word: &Spaced) -> Rank {
    let needle = Needle::new(word.spaced());
    match needle.position(name.as_bytes()) {
        Some(Position::Start) => NAME_START,
        Some(Position::Inside) => NAME_INSIDE,
        None => rank_in(&texts.own, &needle).min(rank_in(&texts.shared, &needle)),
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
