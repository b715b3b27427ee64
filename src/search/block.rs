//! Clients in columns: their words in a dictionary with postings, their numbers, names and sort keys in flat buffers.

use super::digits::Digits;
use super::document::{Document, Hashes};
use super::flat::{Dictionary, Flat, Needle, Position, small};
use super::letters::{Letters, Seen};
use super::order::{Column, Sortable};
use super::state::State;
use super::terms::{
    NAME_INSIDE, NAME_START, NONE, OTHER_INSIDE, OTHER_START, Rank, Spaced, Term, Terms, WHOLE,
};
use crate::domain::client::ClientId;

/// Clients, each by its place. What many share (addresses, notes) is searched word by word, through a dictionary of
/// all different words; what is rather a client's own (name, contacts, numbers) as it stands, client after client.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    ids: Vec<ClientId>,
    states: Vec<State>,
    marks: Vec<Hashes>,
    letters: Vec<Letters>,
    names: Flat,
    own: Flat,
    numbers: Flat,
    keys: [Flat; Column::KEYED],
    words: Dictionary,
    shared: Postings,
}

impl Block {
    pub(super) fn of(documents: impl IntoIterator<Item = impl AsRef<Document>>) -> Self {
        let mut block = Self::default();
        let mut uses = Uses::default();
        for document in documents {
            let document = document.as_ref();
            let in_words = uses.push(&document.texts.shared, &mut block.words);
            block.push(document, in_words);
        }
        block.shared = uses.invert(block.words.words().len());
        block
    }

    fn push(&mut self, document: &Document, in_shared: Seen) {
        self.ids.push(document.id);
        self.states.push(document.state);
        self.marks.push(document.marks);
        let mut letters = Letters::of_name(document.name.as_bytes());
        letters.add(in_shared);
        letters.add(Seen::in_words(document.texts.own.as_bytes()));
        letters.add(Seen::in_numbers(document.texts.numbers.as_bytes()));
        self.letters.push(letters);
        self.names.push(document.name.as_bytes());
        self.own.push(document.texts.own.as_bytes());
        self.numbers.push(document.texts.numbers.as_bytes());
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
        let postings = parts.iter().zip(&moves).map(|((part, _), moves)| (&part.shared, moves));
        let shared = Postings::join(block.words.words().len(), postings);
        Self { shared, ..block }
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
            self.letters.push(part.letters.get(place).copied().unwrap_or_default());
            self.names.push(part.names.get(place));
            self.own.push(part.own.get(place));
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

    /// The places in an order of the table. `tied` are the places as they come where the column does not tell.
    pub(super) fn ordered(&self, column: Column, descending: bool, tied: &[u32]) -> Vec<u32> {
        let keyed = |place: u32| {
            let cell = self.sortable(place as usize, column).cell;
            (cell.is_empty(), prefix(cell), place)
        };
        let mut keyed: Vec<_> = tied.iter().map(|place| keyed(*place)).collect();
        let cell = |place: u32| self.sortable(place as usize, column).cell;
        keyed.sort_by(|(none, prefix, place), (other_none, other_prefix, other)| {
            let cells = prefix.cmp(other_prefix).then_with(|| cell(*place).cmp(cell(*other)));
            none.cmp(other_none).then(if descending { cells.reverse() } else { cells })
        });
        keyed.into_iter().map(|(_, _, place)| place).collect()
    }

    /// The rank of every client.
    pub(super) fn ranks(&self, terms: &Terms) -> Vec<Rank> {
        let mut ranks = vec![if terms.is_empty() { NAME_START } else { WHOLE }; self.len()];
        for term in &terms.list {
            match term {
                Term::Word(word) => worst(&mut ranks, &self.ranks_of_word(word)),
                Term::Digits(digits) => worst(&mut ranks, &self.ranks_of_digits(digits)),
            }
        }
        if !terms.is_empty() {
            for (place, rank) in ranks.iter_mut().enumerate().filter(|(_, rank)| **rank == NAME_START) {
                if self.names.get(place).starts_with(terms.whole.spaced().as_bytes()) {
                    *rank = WHOLE;
                }
            }
        }
        ranks
    }

    fn ranks_of_word(&self, word: &Spaced) -> Vec<Rank> {
        if let Some(rank) = Letters::of_word(word.word()) {
            return self.letters.iter().map(rank).collect();
        }
        let mut ranks = vec![NONE; self.len()];
        let needle = Needle::new(word.spaced());
        self.names.each_match(&needle, |place, position| {
            improve(&mut ranks, place, if position == Position::Start { NAME_START } else { NAME_INSIDE });
        });
        self.own.each_match(&needle, |place, position| improve(&mut ranks, place, elsewhere(position)));
        self.words.words().each_match(&needle, |word, position| {
            for place in self.shared.get(word) {
                improve(&mut ranks, *place as usize, elsewhere(position));
            }
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
            if ranks.iter().all(|rank| *rank == NONE) {
                break;
            }
        }
        for needle in &digits.needles {
            self.improve_by_number(needle, &mut ranks);
        }
        ranks
    }

    fn improve_by_number(&self, digits: &Spaced, ranks: &mut [Rank]) {
        if let Some(of_number) = Letters::of_number(digits.word()) {
            for (rank, letters) in ranks.iter_mut().zip(&self.letters) {
                *rank = of_number(letters).min(*rank);
            }
        } else {
            let needle = Needle::new(digits.spaced());
            self.numbers.each_match(&needle, |place, position| improve(ranks, place, elsewhere(position)));
        }
    }
}

/// The first bytes of a key as a number that compares as they do.
fn prefix(key: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(key) {
        *to = *from;
    }
    u64::from_be_bytes(bytes)
}

/// The rank of a match outside of the name.
pub(super) fn elsewhere(position: Position) -> Rank {
    match position {
        Position::Start => OTHER_START,
        Position::Inside => OTHER_INSIDE,
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
    /// Takes in words, each with a space before it, and says which letters they have.
    fn push(&mut self, text: &str, dictionary: &mut Dictionary) -> Seen {
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
