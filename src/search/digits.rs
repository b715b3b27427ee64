//! Runs of digits in a query, and the digits that telephones are found by.

use super::spaced::Spaced;
use crate::domain::fold::digits;

/// The fewest digits that are looked for in numbers when they are one word of several.
const ENOUGH: usize = 4;

/// A run of words of digits and telephone punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// The digits joined, in each form that may stand in a number.
    pub(super) needles: Vec<Spaced>,
    /// The digits without the calling code of their country, if they were typed with one.
    pub(super) national: Option<String>,
    /// Its words, each to be found by itself.
    pub(super) words: Vec<Spaced>,
}

impl Digits {
    /// `typed` is the run without its spaces.
    pub(super) fn of(typed: &str, words: &[String]) -> Self {
        let typed = typed.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+');
        let plus = typed.starts_with('+');
        // "+33 (0)1": the zero in brackets is not dialled from abroad.
        let all = if plus || typed.starts_with("00") {
            digits(&typed.replacen("(0)", "", 1))
        } else {
            digits(typed)
        };
        // Few digits after the zeros are rather a client's number than one that is dialled.
        let dialled = all.strip_prefix("00").filter(|rest| rest.len() >= ENOUGH && !rest.starts_with('0'));
        let abroad = if plus { Some(all.as_str()) } else { dialled };
        let national =
            abroad.and_then(|number| number.get(calling_code(number)..)).filter(|rest| !rest.is_empty());
        Self {
            needles: dialled.into_iter().chain([all.as_str()]).map(Spaced::of).collect(),
            national: national.map(str::to_owned),
            words: words.iter().map(|word| Spaced::of(word)).collect(),
        }
    }

    /// Whether one of its words is looked for in numbers too. (A single word is the run, and looked for already.)
    pub(super) fn in_numbers(word: &Spaced) -> bool {
        word.word().len() >= ENOUGH
    }
}

/// Made of digits and of what people write between the digits of a telephone number.
pub(super) fn is_dialled(token: &str) -> bool {
    token.chars().all(is_dialling)
        && token.contains(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | ')'))
}

/// A digit, or what people write between digits.
pub(super) fn is_dialling(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '+' | '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2014}')
}

/// How many digits the calling code has that a number begins with (ITU-T E.164, the assigned codes of 2016).
pub(super) fn calling_code(digits: &str) -> usize {
    let mut digits = digits.bytes();
    match (digits.next(), digits.next()) {
        (Some(b'1' | b'7'), _) => 1,
        (Some(b'2'), Some(b'0' | b'7'))
        | (Some(b'3'), Some(b'0'..=b'4' | b'6' | b'9'))
        | (Some(b'4'), Some(b'0' | b'1' | b'3'..=b'9'))
        | (Some(b'5'), Some(b'1'..=b'8'))
        | (Some(b'6'), Some(b'0'..=b'6'))
        | (Some(b'8'), Some(b'1' | b'2' | b'4' | b'6'))
        | (Some(b'9'), Some(b'0'..=b'5' | b'8')) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needles(typed: &str) -> Vec<String> {
        Digits::of(typed, &[]).needles.iter().map(|needle| needle.word().to_owned()).collect()
    }

    #[test]
    fn a_prefix_is_read_and_a_number_with_zeros_is_left_alone() {
        assert_eq!(needles("01.42.60"), ["014260"]);
        assert_eq!(needles("+33(0)142"), ["33142"]);
        assert_eq!(needles("(+33)142"), ["33142"]);
        assert_eq!(needles("0033(0)142"), ["33142", "0033142"]);
        assert_eq!(needles("003314"), ["3314", "003314"]);
        assert_eq!(needles("00331"), ["00331"]);
        assert_eq!(needles("0042"), ["0042"]);
        assert_eq!(needles("00012345"), ["00012345"]);
        assert_eq!(needles("(0)142"), ["0142"]);
    }

    #[test]
    fn the_country_is_taken_off() {
        let national = |typed| Digits::of(typed, &[]).national;
        assert_eq!(national("+33142"), Some("142".to_owned()));
        assert_eq!(national("003225123"), Some("25123".to_owned()));
        assert_eq!(national("+35226"), Some("26".to_owned()));
        assert_eq!(national("+1212"), Some("212".to_owned()));
        assert_eq!(national("+33"), None);
        assert_eq!(national("0142"), None);
    }

    #[test]
    fn calling_codes_have_one_to_three_digits() {
        let two = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 \
                   81 82 84 86 90 91 92 93 94 95 98";
        for code in 10..100 {
            let code = code.to_string();
            let expected = match code.as_bytes()[0] {
                b'1' | b'7' => 1,
                _ if two.split_whitespace().any(|known| known == code) => 2,
                _ => 3,
            };
            assert_eq!(calling_code(&code), expected, "{code}");
        }
    }

    #[test]
    fn four_digits_are_enough_by_themselves() {
        assert!(Digits::in_numbers(&Spaced::of("0142")));
        assert!(!Digits::in_numbers(&Spaced::of("014")));
    }

    #[test]
    fn what_is_dialled_has_a_digit_or_a_sign_of_its_own() {
        for token in ["01", "01.42", "+33", "(0)1", "+", "552-008", "01\u{2011}42"] {
            assert!(is_dialled(token), "{token}");
        }
        for token in ["-", "...", "12bis", "fr", "a1", "1,5"] {
            assert!(!is_dialled(token), "{token}");
        }
    }
}
