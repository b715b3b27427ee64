//! Clients in columns: their words in a dictionary with postings, their numbers, names and sort keys in flat buffers.

use std::cmp::Reverse;
use std::ops::Range;

use super::digits::Digits;
use super::document::Document;
use super::flat::{Flat, Needle, Position, small};
use super::holding::Holding;
use super::holdings::Holdings;
use super::labels::Labels;
use super::letters::{Letters, Seen};
use super::order::Column;
use super::postings::GONE;
use super::sieve::Sieve;
use super::spaced::Spaced;
use super::state::State;
use super::terms::{
    NAME_INSIDE, NAME_START, NEAR, NONE, OTHER_INSIDE, OTHER_START, Rank, Term, Terms, WHOLE,
};
use super::twins::{Core, Hashes, Sought};
use super::vocabulary::{self, Names, Vocabulary};
use crate::domain::client::ClientId;
use crate::domain::duplicate::Likeness;
use crate::domain::near::{NearName, Spelling};

/// Clients, each by its place. What many share (addresses, notes) is searched word by word, through a dictionary of
/// all different words; what is rather a client's own (name, contacts, numbers) as it stands, client after client. The
/// words of names are in a dictionary too, for the near ones.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    ids: Vec<ClientId>,
    states: Vec<State>,
    marks: Vec<Hashes>,
    cores: Vec<Core>,
    letters: Vec<Letters>,
    names: Flat,
    own: Flat,
    numbers: Flat,
    keys: [Flat; Column::KEYED],
    holdings: Holdings,
    shared: Vocabulary,
    near: Names,
}

/// All that is known of one client, to be held against what is known elsewhere.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) id: ClientId,
    state: State,
    marks: Hashes,
    core: Core,
    letters: Letters,
    texts: [&'a [u8]; 3],
    keys: Vec<&'a [u8]>,
    holding: Holding,
    /// In the order of their bytes.
    shared: Vec<&'a [u8]>,
    near: Vec<&'a [u8]>,
}

/// A block being made, document by document.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    block: Block,
    shared: vocabulary::Gathered,
    names: vocabulary::Gathered,
}

impl Gathered {
    pub(super) fn push(&mut self, document: &Document) {
        let in_shared = self.shared.push(&document.texts.shared);
        self.names.push(&document.name);
        self.block.push(document, in_shared);
    }

    pub(super) fn finish(self) -> Block {
        let Self { block, shared, names } = self;
        Block { shared: shared.finish(), near: Names::of(names.finish()), ..block }
    }
}

impl Block {
    pub(super) fn of(documents: impl IntoIterator<Item = impl AsRef<Document>>) -> Self {
        let mut gathered = Gathered::default();
        for document in documents {
            gathered.push(document.as_ref());
        }
        gathered.finish()
    }

    fn push(&mut self, document: &Document, in_shared: Seen) {
        self.ids.push(document.id);
        self.states.push(document.state);
        self.marks.push(document.marks);
        self.cores.push(document.core);
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
        self.holdings.push(self.ids.len() - 1, &document.holding);
    }

    /// One block of several, each without its gone places (in ascending order).
    pub(super) fn join(parts: &[(&Self, &[u32])]) -> Self {
        let mut block = Self::default();
        let mut places = Vec::with_capacity(parts.len());
        for (part, gone) in parts {
            places.push(block.append(part, gone));
        }
        let join = |of: fn(&Self) -> &Vocabulary| {
            let parts: Vec<_> =
                parts.iter().zip(&places).map(|((part, _), places)| (of(part), places.as_slice())).collect();
            Vocabulary::join(&parts)
        };
        let near = Names::of(join(|part| part.near.vocabulary()));
        Self { shared: join(|part| &part.shared), near, ..block }
    }

    /// Takes over all but the vocabularies, and says where each client now stands.
    fn append(&mut self, part: &Self, gone: &[u32]) -> Vec<u32> {
        let mut places = vec![GONE; part.len()];
        for kept in kept(part.len(), gone) {
            let first = small(self.ids.len());
            for (place, to) in places.get_mut(kept.clone()).into_iter().flatten().zip(first..) {
                *place = to;
            }
            copy(&part.ids, &kept, &mut self.ids);
            copy(&part.states, &kept, &mut self.states);
            copy(&part.marks, &kept, &mut self.marks);
            copy(&part.cores, &kept, &mut self.cores);
            copy(&part.letters, &kept, &mut self.letters);
            self.names.append(&part.names, &kept);
            self.own.append(&part.own, &kept);
            self.numbers.append(&part.numbers, &kept);
            for (keys, of_part) in self.keys.iter_mut().zip(&part.keys) {
                keys.append(of_part, &kept);
            }
        }
        self.holdings.append(&part.holdings, &places);
        places
    }

    /// Every client, place by place.
    pub(super) fn entries(&self) -> Vec<Entry<'_>> {
        let shared = self.shared.words_by_place(self.len());
        let near = self.near.vocabulary().words_by_place(self.len());
        let words = shared.into_iter().zip(near);
        let entry = |(place, (shared, near)): (usize, (_, _))| Entry {
            id: self.id(place),
            state: self.state(place),
            marks: self.marks.get(place).copied().unwrap_or_default(),
            core: self.cores.get(place).copied().unwrap_or_default(),
            letters: self.letters.get(place).copied().unwrap_or_default(),
            texts: [self.names.get(place), self.own.get(place), self.numbers.get(place)],
            keys: self.keys.iter().map(|keys| keys.get(place)).collect(),
            holding: self.holdings.at(place),
            shared,
            near,
        };
        words.enumerate().map(entry).collect()
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

    /// Who is likely to be the same as somebody; some twice.
    pub(super) fn twins<'a>(&'a self, sought: &'a Sought) -> impl Iterator<Item = (u32, Likeness)> + 'a {
        let same = self.marks.iter().zip(0..).filter_map(|(marks, place)| Some((place, sought.same(marks)?)));
        let near = self.named_like(sought.name()).filter_map(|place| {
            let marks = self.marks.get(place as usize)?;
            let core = self.cores.get(place as usize)?.of_words(self.names.get(place as usize));
            Some((place, sought.likeness(marks, core)?))
        });
        same.chain(near)
    }

    /// All whose name is near another one, and more. They have its rarest word, or that is the one with slips.
    fn named_like<'a>(&'a self, name: &'a NearName) -> impl Iterator<Item = u32> + 'a {
        let words = name.words().map(|(word, spelling)| (format!(" {word}"), spelling));
        let rarest = words.min_by_key(|(word, _)| self.near.uses(word));
        rarest.into_iter().flat_map(|(word, spelling)| {
            let near = spelling.map(|spelling| self.near.near(spelling));
            let same = if spelling.is_none() { self.near.with(&word) } else { &[] };
            near.into_iter().flatten().chain(same.iter().copied())
        })
    }

    /// The states, place by place.
    pub(super) fn states(&self) -> &[State] {
        &self.states
    }

    /// The key of a client in a column that depends on clients alone.
    pub(super) fn key(&self, place: usize, column: Column) -> &[u8] {
        let keys = column.place().and_then(|column| self.keys.get(column));
        keys.map_or_else(|| self.state(place).key(), |keys| keys.get(place))
    }

    /// What the categories and custom fields of the clients are.
    pub(super) fn holdings(&self) -> &Holdings {
        &self.holdings
    }

    /// Takes out all whom a filter does not admit.
    fn strike(&self, sieve: &Sieve<'_>, has_text: bool, ranks: &mut [Rank]) {
        for (rank, state) in ranks.iter_mut().zip(&self.states) {
            *rank = if sieve.filter.admits_state(*state, has_text) { *rank } else { NONE };
        }
        self.holdings.strike(sieve, ranks);
    }

    /// The places by id.
    pub(super) fn by_id(&self) -> Vec<u32> {
        let mut places: Vec<_> = (0..small(self.len())).collect();
        places.sort_unstable_by_key(|place| self.id(*place as usize));
        places
    }

    /// The rank of every client whom a filter admits.
    pub(super) fn ranks(&self, terms: &Terms, labels: &Labels, sieve: &Sieve<'_>) -> Vec<Rank> {
        let mut ranks = vec![if terms.is_empty() { NAME_START } else { WHOLE }; self.len()];
        self.strike(sieve, !terms.is_empty(), &mut ranks);
        // What is longest leaves the fewest.
        let mut list: Vec<_> = terms.list.iter().collect();
        list.sort_by_key(|term| Reverse(term.length()));
        for term in list {
            let among = few(&ranks);
            match term {
                Term::Word(word) => {
                    let mut of_word = self.ranks_of_word(&word.spaced, labels, among.as_deref());
                    if let Some(spelling) = &word.spelling {
                        self.improve_by_near(spelling, among.as_deref(), &mut of_word);
                    }
                    worst(&mut ranks, &of_word);
                }
                Term::Digits(digits) => {
                    worst(&mut ranks, &self.ranks_of_digits(digits, labels, among.as_deref()));
                }
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

    /// The ranks of one word. Of places that are not among those named, it need not be right.
    fn ranks_of_word(&self, word: &Spaced, labels: &Labels, among: Option<&[u32]>) -> Vec<Rank> {
        let needle = Needle::new(word.spaced());
        let mut ranks = match Letters::of_word(word.word()) {
            Some(rank) => self.letters.iter().map(rank).collect(),
            None => self.ranks_of_needle(&needle, among),
        };
        for (category, position) in labels.matching(&needle) {
            for place in self.holdings.category(category) {
                improve(&mut ranks, *place as usize, elsewhere(position));
            }
        }
        ranks
    }

    fn ranks_of_needle(&self, needle: &Needle<'_>, among: Option<&[u32]>) -> Vec<Rank> {
        let mut ranks = vec![NONE; self.len()];
        self.shared.words().each_match(needle, None, |word, position| {
            for place in self.shared.clients(word) {
                improve(&mut ranks, *place as usize, elsewhere(position));
            }
        });
        self.own.each_match(needle, among, |place, position| improve(&mut ranks, place, elsewhere(position)));
        self.names.each_match(needle, among, |place, position| {
            improve(&mut ranks, place, if position == Position::Start { NAME_START } else { NAME_INSIDE });
        });
        ranks
    }

    /// Only names are near.
    fn improve_by_near(&self, typed: &Spelling, among: Option<&[u32]>, ranks: &mut [Rank]) {
        if let Some(among) = among {
            for place in among {
                let name = std::str::from_utf8(self.names.get(*place as usize)).unwrap_or_default();
                if name.split(' ').any(|word| typed.begins(word)) {
                    improve(ranks, *place as usize, NEAR);
                }
            }
        } else {
            self.near.beginning(typed).for_each(|place| improve(ranks, place as usize, NEAR));
        }
    }

    fn ranks_of_digits(&self, digits: &Digits, labels: &Labels, among: Option<&[u32]>) -> Vec<Rank> {
        let mut ranks = vec![WHOLE; self.len()];
        for word in &digits.words {
            let left = few(&ranks);
            let among = left.as_deref().or(among);
            let mut of_word = self.ranks_of_word(word, labels, among);
            if Digits::in_numbers(word) {
                self.improve_by_number(word, among, &mut of_word);
            }
            worst(&mut ranks, &of_word);
        }
        for needle in &digits.needles {
            self.improve_by_number(needle, among, &mut ranks);
        }
        ranks
    }

    fn improve_by_number(&self, digits: &Spaced, among: Option<&[u32]>, ranks: &mut [Rank]) {
        if let Some(of_number) = Letters::of_number(digits.word()) {
            for (rank, letters) in ranks.iter_mut().zip(&self.letters) {
                *rank = of_number(letters).min(*rank);
            }
        } else {
            let needle = Needle::new(digits.spaced());
            self.numbers
                .each_match(&needle, among, |place, position| improve(ranks, place, elsewhere(position)));
        }
    }
}

/// The places that still match, if they are so few that it pays to look at each.
fn few(ranks: &[Rank]) -> Option<Vec<u32>> {
    const PART: usize = 64;
    let left = ranks.iter().map(|rank| usize::from(*rank != NONE)).sum::<usize>();
    let places =
        || ranks.iter().zip(0..).filter(|(rank, _)| **rank != NONE).map(|(_, place)| place).collect();
    (left <= ranks.len() / PART).then(places)
}

/// The runs of places that stay when some (in ascending order) have gone.
fn kept(length: usize, gone: &[u32]) -> impl Iterator<Item = Range<usize>> {
    let ends = gone.iter().map(|place| *place as usize).chain([length]);
    let starts = [0].into_iter().chain(gone.iter().map(|place| *place as usize + 1));
    starts.zip(ends).map(|(start, end)| start..end).filter(|run| !run.is_empty())
}

fn copy<T: Copy>(from: &[T], range: &Range<usize>, to: &mut Vec<T>) {
    to.extend_from_slice(from.get(range.clone()).unwrap_or_default());
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
