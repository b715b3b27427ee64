//! The plain scan: every folded client looked at in turn. The delta is searched by it, the tests hold the
//! index against it, and the benches name it as the peer.

use super::block::elsewhere;
use super::digits::Digits;
use super::document::Document;
use super::flat::{Needle, Position};
use super::terms::{NAME_INSIDE, NAME_START, NONE, Rank, Spaced, Term, Terms, WHOLE};
use super::texts::Texts;
use super::{Query, State};
use crate::domain::client::ClientId;

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
    match terms.list.iter().map(|term| rank_of(&document.name, &document.texts, term)).max() {
        Some(NAME_START) if document.name.starts_with(terms.whole.spaced()) => WHOLE,
        Some(rank) => rank,
        None => NAME_START,
    }
}

/// The rank of one term in a name and in other texts.
pub(super) fn rank_of(name: &str, texts: &Texts, term: &Term) -> Rank {
    match term {
        Term::Word(word) => rank_of_word(name, texts, word),
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

fn rank_in(text: &str, needle: &Needle<'_>) -> Rank {
    needle.position(text.as_bytes()).map_or(NONE, elsewhere)
}
