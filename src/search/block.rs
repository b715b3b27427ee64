//! Clients in columns: their words in a dictionary with postings, their numbers, names and sort keys in flat buffers.

use memchr::memmem::Finder;

use super::document::{Document, Hashes};
use super::flat::{Dictionary, Flat, Position, small};
use super::order::{Column, Sortable};
use super::state::State;
use super::terms::{
    Digits, NAME_INSIDE, NAME_START, NONE, OTHER_INSIDE, OTHER_START, Rank, Term, Terms, WHOLE,
};
use crate::domain::client::ClientId;

/// Clients, each by its place.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    ids: Vec<ClientId>,
    states: Vec<State>,
    marks: Vec<Hashes>,
    names: Flat,
    numbers: Flat,
    keys: [Flat; Column::KEYED],
    words: Dictionary,
    in_name: Postings,
    in_other: Postings,
}

impl Block {
    pub(super) fn of(documents: impl IntoIterator<Item = impl AsRef<Document>>) -> Self {
        let mut block = Self::default();
        let (mut in_name, mut in_other) = (Uses::default(), Uses::default());
        for document in documents {
            let document = document.as_ref();
            block.push(document);
            in_name.push(&document.name, &mut block.words);
            in_other.push(&document.other, &mut block.words);
        }
        block.in_name = in_name.invert(block.words.words().len());
        block.in_other = in_other.invert(block.words.words().len());
        block
    }

    fn push(&mut self, document: &Document) {
        self.ids.push(document.id);
        self.states.push(document.state);
        self.marks.push(document.marks);
        self.names.push(document.name.as_bytes());
        self.numbers.push(document.numbers.as_bytes());
        for (keys, column) in self.keys.iter_mut().zip(Column::ALL) {
            keys.push(document.key(column));
        }
    }

    /// One block of several, each without its gone places (in ascending order).
    pub(super) fn join(parts: &[(&Self, &[u32])]) -> Self {
        let mut block = Self::default();
        let mut moves = Vec::with_capacity(parts.len());
        for (part, gone) in parts {
            moves.push(block.append(part, gone));
        }
        let length = block.words.words().len();
        let of = |postings: fn(&Self) -> &Postings| {
            Postings::join(length, parts.iter().zip(&moves).map(|((part, _), moves)| (postings(part), moves)))
        };
        let (in_name, in_other) = (of(|part| &part.in_name), of(|part| &part.in_other));
        Self { in_name, in_other, ..block }
    }

    /// Takes over all but the postings.
    fn append(&mut self, part: &Self, gone: &[u32]) -> Moves {
        let mut gone = gone.iter().copied().peekable();
        let mut places = Vec::with_capacity(part.len());
        for place in 0..part.len() {
            if gone.next_if_eq(&small(place)).is_some() {
                places.push(GONE);
                continue;
            }
            places.push(small(self.ids.len()));
            self.ids.push(part.id(place));
            self.states.push(part.state(place));
            self.marks.push(part.marks(place));
            self.names.push(part.names.get(place));
            self.numbers.push(part.numbers.get(place));
            for (keys, of_part) in self.keys.iter_mut().zip(&part.keys) {
                keys.push(of_part.get(place));
            }
        }
        let words = (0..part.words.words().len()).map(|word| self.words.number(part.words.words().get(word)));
        Moves { words: words.collect(), places }
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn id(&self, place: usize) -> ClientId {
        self.ids.get(place).copied().unwrap_or_default()
    }

    pub(super) fn state(&self, place: usize) -> State {
        self.states.get(place).copied().unwrap_or_default()
    }

    fn marks(&self, place: usize) -> Hashes {
        self.marks.get(place).copied().unwrap_or_default()
    }

    /// What twins are found by, place by place.
    pub(super) fn all_marks(&self) -> impl Iterator<Item = (ClientId, &Hashes)> {
        self.ids.iter().copied().zip(&self.marks)
    }

    /// The states, place by place.
    pub(super) fn states(&self) -> &[State] {
        &self.states
    }

    pub(super) fn sortable(&self, place: usize, column: Column) -> Sortable<'_> {
        let key = |column: Column| self.keys.get(column.place()).map(|keys| keys.get(place));
        Sortable {
            cell: key(column).unwrap_or_else(|| self.state(place).key()),
            name: key(Column::Name).unwrap_or_default(),
            id: self.id(place),
        }
    }

    /// The places by id.
    pub(super) fn by_id(&self) -> Vec<u32> {
        let mut places: Vec<_> = (0..small(self.len())).collect();
        places.sort_unstable_by_key(|place| self.id(*place as usize));
        places
    }

    /// The places in an order of the table.
    pub(super) fn ordered(&self, column: Column, descending: bool) -> Vec<u32> {
        let mut places: Vec<_> = (0..small(self.len())).collect();
        places.sort_unstable_by(|one, other| {
            let (one, other) = (self.sortable(*one as usize, column), self.sortable(*other as usize, column));
            one.compare(&other, descending)
        });
        places
    }

    /// The rank of every client.
    pub(super) fn ranks(&self, terms: &Terms) -> Vec<Rank> {
        let mut ranks = vec![if terms.is_empty() { NAME_START } else { WHOLE }; self.len()];
        for term in &terms.list {
            let of_term = match term {
                Term::Word(word) => self.ranks_of_word(word),
                Term::Digits(digits) => self.ranks_of_digits(digits),
            };
            worst(&mut ranks, &of_term);
        }
        if !terms.is_empty() {
            for (place, rank) in ranks.iter_mut().enumerate().filter(|(_, rank)| **rank == NAME_START) {
                if self.names.get(place).starts_with(terms.whole.as_bytes()) {
                    *rank = WHOLE;
                }
            }
        }
        ranks
    }

    fn ranks_of_word(&self, word: &str) -> Vec<Rank> {
        let mut ranks = vec![NONE; self.len()];
        self.words.words().each_match(&Finder::new(word), |word, position| {
            let (in_name, in_other) = match position {
                Position::Start => (NAME_START, OTHER_START),
                Position::Inside => (NAME_INSIDE, OTHER_INSIDE),
            };
            self.in_name.improve(word, in_name, &mut ranks);
            self.in_other.improve(word, in_other, &mut ranks);
        });
        ranks
    }

    fn ranks_of_digits(&self, digits: &Digits) -> Vec<Rank> {
        let mut ranks = vec![WHOLE; self.len()];
        for word in &digits.words {
            let mut of_word = self.ranks_of_word(word);
            if Digits::in_numbers(word) {
                self.improve_by_number(word, &mut of_word);
            }
            worst(&mut ranks, &of_word);
        }
        for needle in &digits.needles {
            self.improve_by_number(needle, &mut ranks);
        }
        ranks
    }

    fn improve_by_number(&self, digits: &str, ranks: &mut [Rank]) {
        self.numbers.each_match(&Finder::new(digits), |place, position| {
            let rank = if position == Position::Start { OTHER_START } else { OTHER_INSIDE };
            improve(ranks, place, rank);
        });
    }
}

fn worst(ranks: &mut [Rank], others: &[Rank]) {
    for (rank, other) in ranks.iter_mut().zip(others) {
        *rank = (*rank).max(*other);
    }
}

fn improve(ranks: &mut [Rank], place: usize, rank: Rank) {
    if let Some(known) = ranks.get_mut(place) {
        *known = rank.min(*known);
    }
}

/// The new place of a client that is taken over no more.
const GONE: u32 = u32::MAX;

/// The new numbers of the words and places of a part.
struct Moves {
    words: Vec<u32>,
    places: Vec<u32>,
}

/// Which words each client uses, while clients are read.
#[derive(Default)]
struct Uses {
    words: Vec<u32>,
    ends: Vec<u32>,
}

impl Uses {
    fn push(&mut self, text: &str, dictionary: &mut Dictionary) {
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            self.words.push(dictionary.number(word.as_bytes()));
        }
        self.ends.push(small(self.words.len()));
    }

    fn invert(&self, words: usize) -> Postings {
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
struct Postings {
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Postings {
    fn get(&self, word: usize) -> &[u32] {
        let range = self.starts.get(word).zip(self.starts.get(word + 1));
        range.and_then(|(start, end)| self.places.get(*start as usize..*end as usize)).unwrap_or_default()
    }

    fn improve(&self, word: usize, rank: Rank, ranks: &mut [Rank]) {
        for place in self.get(word) {
            improve(ranks, *place as usize, rank);
        }
    }

    fn join<'a>(words: usize, parts: impl Iterator<Item = (&'a Self, &'a Moves)> + Clone) -> Self {
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
