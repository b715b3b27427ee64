//! Chance that is the same every time: SplitMix64 (Steele, Lea, Flood 2014), so that a seed makes the same book on every
//! computer and in every later version.

/// A stream of numbers from a seed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `limit` - 1; 0 if the limit is 0.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.next().checked_rem(limit).unwrap_or_default()
    }

    /// True in so many of a thousand cases.
    pub(super) fn of_thousand(&mut self, cases: u64) -> bool {
        self.below(1000) < cases
    }

    /// One of these; the default of nothing.
    pub(super) fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        let at = self.below(u64::try_from(from.len()).unwrap_or_default());
        usize::try_from(at).ok().and_then(|at| from.get(at)).copied().unwrap_or_default()
    }

    /// A text of digits, one for each `x`; other characters stand for themselves.
    pub(super) fn digits(&mut self, pattern: &str) -> String {
        let digit = |c| {
            if c == 'x' {
                char::from_digit(u32::try_from(self.below(10)).unwrap_or_default(), 10)
            } else {
                Some(c)
            }
        };
        pattern.chars().filter_map(digit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_algorithm() {
        // The first values of SplitMix64 for the seed 1234567, as its reference implementation prints them.
        let mut dice = Dice::new(1_234_567);
        assert_eq!(
            [dice.next(), dice.next(), dice.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn chance_keeps_to_its_limits() {
        let mut dice = Dice::new(1);
        assert!((0..1000).all(|_| dice.below(3) < 3));
        assert_eq!(dice.below(0), 0);
        assert_eq!(dice.pick::<&str>(&[]), "");
        assert!((0..100).all(|_| !dice.of_thousand(0) && dice.of_thousand(1000)));
        let some = (0..10_000).filter(|_| dice.of_thousand(250)).count();
        assert!((2_300..2_700).contains(&some), "{some}");
        let phone = dice.digits("+33 1 xx xx");
        assert!(phone.starts_with("+33 1 ") && !phone.contains('x') && phone.len() == 11);
    }
}
