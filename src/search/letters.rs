//! The letters and digits of each client, as bits: what answers a query of one letter, which half of all texts hold.

use super::terms::{NAME_INSIDE, NAME_START, NONE, OTHER_INSIDE, OTHER_START, Rank};

/// Which letters and digits stand where in a client's texts. Bits 0–25: a–z; 26–35: digits; 36–45: digits of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters {
    name: Seen,
    other: Seen,
}

/// Letters that were seen at the start of a word, and anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    start: u64,
    any: u64,
}

const DIGITS: u32 = 26;
const NUMBERS: u32 = 36;

impl Seen {
    /// The letters of words, each with a space before it.
    pub(super) fn in_words(words: &[u8]) -> Self {
        Self::of(words, DIGITS)
    }

    /// The digits of numbers, each with a space before it.
    pub(super) fn in_numbers(numbers: &[u8]) -> Self {
        Self::of(numbers, NUMBERS)
    }

    fn of(words: &[u8], digits: u32) -> Self {
        let mut seen = Self::default();
        let mut before = b' ';
        for byte in words {
            let bit = bit(*byte, digits);
            seen.any |= bit;
            if before == b' ' {
                seen.start |= bit;
            }
            before = *byte;
        }
        seen
    }

    fn add(&mut self, other: Self) {
        self.start |= other.start;
        self.any |= other.any;
    }

    fn rank(self, bit: u64, start: Rank, inside: Rank) -> Rank {
        if self.start & bit != 0 {
            start
        } else if self.any & bit != 0 {
            inside
        } else {
            NONE
        }
    }
}

impl Letters {
    pub(super) fn of_name(words: &[u8]) -> Self {
        Self { name: Seen::in_words(words), other: Seen::default() }
    }

    pub(super) fn add(&mut self, seen: Seen) {
        self.other.add(seen);
    }

    /// The rank of a word of one letter, if these letters know it.
    pub(super) fn of_word(letter: &str) -> Option<impl Fn(&Self) -> Rank + use<>> {
        let bit = Self::only(letter, DIGITS)?;
        let other = move |letters: &Self| letters.other.rank(bit, OTHER_START, OTHER_INSIDE);
        Some(move |letters: &Self| letters.name.rank(bit, NAME_START, NAME_INSIDE).min(other(letters)))
    }

    /// The rank of one digit in numbers.
    pub(super) fn of_number(digit: &str) -> Option<impl Fn(&Self) -> Rank + use<>> {
        let bit = Self::only(digit, NUMBERS)?;
        Some(move |letters: &Self| letters.other.rank(bit, OTHER_START, OTHER_INSIDE))
    }

    fn only(letter: &str, digits: u32) -> Option<u64> {
        match letter.as_bytes() {
            [byte] => Some(bit(*byte, digits)).filter(|bit| *bit != 0),
            _ => None,
        }
    }
}

fn bit(byte: u8, digits: u32) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (digits + u32::from(byte - b'0')),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_known_by_where_it_stands() {
        let mut letters = Letters::of_name(b" martin 2b");
        letters.add(Seen::in_words(" rue 9 xœ".as_bytes()));
        letters.add(Seen::in_numbers(b" 0142 57"));
        let rank = |word: &str| Letters::of_word(word).map(|rank| rank(&letters));
        let of = |digit: &str| Letters::of_number(digit).map(|rank| rank(&letters));
        assert_eq!(
            ["m", "2", "a", "b"].map(rank),
            [NAME_START, NAME_START, NAME_INSIDE, NAME_INSIDE].map(Some)
        );
        assert_eq!(
            ["r", "9", "u", "e"].map(rank),
            [NAME_INSIDE, OTHER_START, OTHER_INSIDE, OTHER_INSIDE].map(Some)
        );
        assert_eq!(["z", "0", "1", "5"].map(rank), [NONE; 4].map(Some));
        assert_eq!(
            ["0", "5", "1", "7"].map(of),
            [OTHER_START, OTHER_START, OTHER_INSIDE, OTHER_INSIDE].map(Some)
        );
        assert_eq!(["9", "8"].map(of), [NONE; 2].map(Some));
        assert_eq!(["é", "ma", "", "@"].map(rank), [None; 4]);
    }

    #[test]
    fn no_two_letters_share_a_bit() {
        let bits = (b'a'..=b'z').chain(b'0'..=b'9').map(|byte| bit(byte, DIGITS));
        let all = bits.chain((b'0'..=b'9').map(|byte| bit(byte, NUMBERS))).fold(0, |all: u64, bit| all ^ bit);
        assert_eq!(all, (1 << 46) - 1);
    }
}
