//! A query taken apart: words and runs of digits.

use crate::domain::fold::{digits, fold};

/// How well something matches: smaller is better. The ranks are told in [`super`].
pub(super) type Rank = u8;
pub(super) const WHOLE: Rank = 0;
pub(super) const NAME_START: Rank = 1;
pub(super) const NAME_INSIDE: Rank = 2;
pub(super) const OTHER_START: Rank = 3;
pub(super) const OTHER_INSIDE: Rank = 4;
/// How many ranks a client that matches can have.
pub(super) const RANKS: Rank = 5;
/// No match; worse than any match.
pub(super) const NONE: Rank = Rank::MAX;

/// The fewest digits that are looked for in numbers when they are one word of several.
const ENOUGH_DIGITS: usize = 4;

/// One thing that a client must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A folded word, or a piece of an e-mail address.
    Word(String),
    /// Digits: one of the needles in a number, or all of the words.
    Digits(Digits),
}

/// A run of words of digits and telephone punctuation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// The digits joined, in each form that may stand in a number.
    pub(super) needles: Vec<String>,
    /// The same digits without the prefix of their country, if they were typed with one.
    pub(super) national: Option<String>,
    /// Its words, each to be found by itself.
    pub(super) words: Vec<String>,
}

impl Digits {
    /// Whether one of its words is looked for in numbers too. (A single word is the run, and looked for already.)
    pub(super) fn in_numbers(word: &str) -> bool {
        word.len() >= ENOUGH_DIGITS
    }

    fn of(typed: &str, words: Vec<String>) -> Self {
        let typed = typed.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+');
        // "+33 (0)1": the zero in brackets is not dialled from abroad.
        let abroad = if typed.starts_with('+') || typed.starts_with("00") {
            digits(&typed.replacen("(0)", "", 1))
        } else {
            digits(typed)
        };
        // A short number with zeros before it is rather a client's number than one that is dialled.
        let bare =
            abroad.strip_prefix("00").filter(|bare| bare.len() >= ENOUGH_DIGITS && !bare.starts_with('0'));
        let international = if typed.starts_with('+') { Some(abroad.as_str()) } else { bare };
        let national = international.and_then(|number| number.get(calling_code(number)..));
        Self {
            national: national.filter(|rest| !rest.is_empty()).map(str::to_owned),
            needles: bare.map(str::to_owned).into_iter().chain([abroad.clone()]).collect(),
            words,
        }
    }
}

/// A query taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    /// All of them must be found.
    pub(super) list: Vec<Term>,
    /// The folded query as a whole: what a name may begin with.
    pub(super) whole: String,
}

impl Terms {
    pub(super) fn of(text: &str) -> Self {
        let mut terms = Self { list: Vec::new(), whole: fold(text) };
        let mut run = (String::new(), Vec::new());
        for token in text.split_whitespace() {
            if is_dialled(token) {
                run.0.push_str(token);
                run.1.extend(words_of(token));
                continue;
            }
            if token.contains('@') {
                terms.end_run(&mut run);
                terms.list.extend(email_pieces(token).map(Term::Word));
                continue;
            }
            for word in words_of(token) {
                terms.end_run(&mut run);
                if word.bytes().all(|byte| byte.is_ascii_digit()) {
                    terms.list.push(Term::Digits(Digits::of(&word, vec![word.clone()])));
                } else {
                    terms.list.push(Term::Word(word));
                }
            }
        }
        terms.end_run(&mut run);
        terms
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    fn end_run(&mut self, (typed, words): &mut (String, Vec<String>)) {
        if !words.is_empty() {
            self.list.push(Term::Digits(Digits::of(typed, std::mem::take(words))));
        }
        typed.clear();
    }
}

/// The pieces of an e-mail address that are looked for: `local@` and `@domain`, folded but for their punctuation.
pub(super) fn email_pieces(address: &str) -> impl Iterator<Item = String> {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    let local = Some(fold_address(local)).filter(|local| !local.is_empty()).map(|local| local + "@");
    let domain =
        Some(fold_address(domain)).filter(|domain| !domain.is_empty()).map(|domain| "@".to_owned() + &domain);
    local.into_iter().chain(domain)
}

fn fold_address(text: &str) -> String {
    if text.is_ascii() {
        return text.chars().filter(char::is_ascii_graphic).map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut folded = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_break_char) {
        let word = piece.trim_end_matches(is_break_char);
        folded.extend(fold(word).split(' '));
        folded.extend(piece.chars().last().filter(|c| c.is_ascii_graphic() && is_break_char(*c)));
    }
    folded
}

/// The words of a text, folded.
pub(super) fn words_of(text: &str) -> Vec<String> {
    fold(text).split(is_break_char).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Between two words of a folded text or of an address.
pub(super) fn is_break(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

fn is_break_char(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphanumeric()
}

/// Made of digits and of what people write between the digits of a telephone number.
fn is_dialled(token: &str) -> bool {
    token.chars().all(is_dialling)
        && (token.contains(|c: char| c.is_ascii_digit()) || token.contains(['+', '(', ')']))
}

/// Digits and what people write between them.
pub(super) fn is_dialling(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '+' | '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2014}')
}

/// How many digits the calling code has that a number begins with (ITU-T E.164 assigned codes).
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
