//! The plain scan: every folded client looked at in turn. The delta is searched by it, the tests hold the
//! index against it, and the benches name it as the peer.

use super::document::Document;
use super::flat::{Position, position};
use super::terms::{
    Digits, NAME_INSIDE, NAME_START, NONE, OTHER_INSIDE, OTHER_START, Rank, Term, Terms, WHOLE,
};
use super::{Query, State};
use crate::domain::client::ClientId;
use memchr::memmem::Finder;

/// All documents that match, in the order of the table.
pub fn scan(documents: &[Document], query: &Query) -> Vec<ClientId> {
    let terms = Terms::of(&query.text);
    let mut found: Vec<_> = documents
        .iter()
        .filter(|document| query.filter.admits(document.state, !terms.is_empty()))
        .map(|document| (group(document.state, rank(document, &terms)), document))
        .filter(|((_, rank), _)| *rank != NONE)
        .collect();
    let sort = query.sort;
    found.sort_by(|(one, left), (other, right)| {
        let columns = || left.sortable(sort.column).compare(&right.sortable(sort.column), sort.descending);
        one.cmp(other).then_with(columns)
    });
    found.into_iter().map(|(_, document)| document.id).collect()
}

/// What comes before the column: the archived last, then the rank.
fn group(state: State, rank: Rank) -> (bool, Rank) {
    (state.archived, rank)
}

/// The rank of a client.
pub(super) fn rank(document: &Document, terms: &Terms) -> Rank {
    let ranks = terms.list.iter().map(|term| match term {
        Term::Word(word) => rank_of_word(document, word),
        Term::Digits(digits) => rank_of_digits(document, digits),
    });
    match ranks.max() {
        Some(NAME_START) if document.name.starts_with(&terms.whole) => WHOLE,
        Some(rank) => rank,
        None => NAME_START,
    }
}

fn rank_of_word(document: &Document, word: &str) -> Rank {
    let word = Finder::new(word);
    match position(document.name.as_bytes(), &word) {
        Some(Position::Start) => NAME_START,
        Some(Position::Inside) => NAME_INSIDE,
        None => elsewhere(&document.other, &word),
    }
}

fn rank_of_digits(document: &Document, digits: &Digits) -> Rank {
    let in_numbers = |digits: &str| elsewhere(&document.numbers, &Finder::new(digits));
    let joined = digits.needles.iter().map(|needle| in_numbers(needle)).min();
    let each = digits.words.iter().map(|word| {
        let as_word = rank_of_word(document, word);
        if Digits::in_numbers(word) { as_word.min(in_numbers(word)) } else { as_word }
    });
    each.max().into_iter().chain(joined).min().unwrap_or(NONE)
}

fn elsewhere(text: &str, needle: &Finder<'_>) -> Rank {
    match position(text.as_bytes(), needle) {
        Some(Position::Start) => OTHER_START,
        Some(Position::Inside) => OTHER_INSIDE,
        None => NONE,
    }
}
