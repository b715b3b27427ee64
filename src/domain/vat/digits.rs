//! Arithmetic on the digits of a number, as check digits need it.

use std::ops::RangeInclusive;
use std::str::FromStr;

/// Digits 0 to 9, and nothing else.
#[derive(Clone, Copy)]
pub(super) struct Digits<'a>(&'a str);

impl<'a> Digits<'a> {
    /// The text, if it is so many digits.
    pub(super) fn read(text: &'a str, length: usize) -> Option<Self> {
        Self::between(text, length..=length)
    }

    /// The text, if it is as many digits as one of these lengths.
    pub(super) fn between(text: &'a str, lengths: RangeInclusive<usize>) -> Option<Self> {
        (lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then_some(Self(text))
    }

    /// As written.
    pub(super) fn text(self) -> &'a str {
        self.0
    }

    /// Its value; 0 if it has more digits than the type holds.
    pub(super) fn value<T: FromStr + Default>(self) -> T {
        self.0.parse().unwrap_or_default()
    }

    /// So many digits from the `from`th on, counted from 0; none where it is too short.
    pub(super) fn part(self, from: usize, length: usize) -> Self {
        Self(self.0.get(from..from.saturating_add(length)).unwrap_or_default())
    }

    /// All digits but the last, and the value of the last: most numbers end in their check digit.
    pub(super) fn split_last(self) -> (Self, u64) {
        let (before, last) = self.0.split_at_checked(self.0.len().saturating_sub(1)).unwrap_or_default();
        (Self(before), Self(last).value())
    }

    /// Each digit times its weight, added up. What has no weight does not count.
    pub(super) fn sum(self, weights: &[u64]) -> u64 {
        self.values().zip(weights).map(|(digit, weight)| digit.wrapping_mul(*weight)).sum()
    }

    /// ISO 7064 modulo 11,10: the last digit is the check.
    pub(super) fn is_mod_11_10(self) -> bool {
        let next = |check: u64, digit: u64| {
            let check = if check == 0 { 10 } else { check };
            (check.wrapping_mul(2) % 11).wrapping_add(digit) % 10
        };
        self.values().fold(5, next) == 1
    }

    fn values(self) -> impl Iterator<Item = u64> {
        self.0.bytes().map(|byte| u64::from(byte.saturating_sub(b'0')))
    }
}

/// What a sum lacks to the next multiple of eleven: 1 to 11.
pub(super) fn up_to_11(sum: u64) -> u64 {
    11_u64.saturating_sub(sum % 11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_of_a_right_number() {
        assert!(Digits::read("0129", 4).is_some());
        for wrong in ["012", "01234", "01a3", "-123", "", "٠١"] {
            assert!(Digits::read(wrong, 4).is_none(), "{wrong}");
        }
        assert!(Digits::between("", 1..=2).is_none() && Digits::between("123", 1..=2).is_none());
        assert!(Digits::between("1", 1..=2).is_some() && Digits::between("12", 1..=2).is_some());
    }

    #[test]
    fn parts_and_sums() {
        let digits = Digits::read("409832", 6).unwrap();
        assert_eq!((digits.text(), digits.value::<u64>(), digits.value::<u8>()), ("409832", 409_832, 0));
        assert_eq!((digits.part(1, 3).text(), digits.part(4, 3).text()), ("098", ""));
        let (before, last) = digits.split_last();
        assert_eq!((before.text(), last), ("40983", 2));
        assert_eq!(digits.sum(&[1, 10, 100]), 4 + 900);
        let (none, zero) = Digits::read("", 0).unwrap().split_last();
        assert_eq!((none.text(), zero), ("", 0));
    }

    #[test]
    fn checks_of_iso_7064() {
        let right = |text: &str| Digits::read(text, text.len()).unwrap().is_mod_11_10();
        assert!(right("794623") && right("002006673085"));
        assert!(!right("794624") && !right("002006673084"));
    }

    #[test]
    fn up_to_the_next_eleven() {
        assert_eq!([0, 1, 10, 11, 12].map(up_to_11), [11, 10, 1, 11, 10]);
    }
}
