//! A query taken apart: words and runs of digits.

use super::digits::{Digits, is_dialled};
use super::spaced::Spaced;
use crate::domain::fold::fold;
use crate::domain::near::Spelling;

/// How well something matches: smaller is better. The ranks are told in [`super`].
pub(super) type Rank = u8;
pub(super) const WHOLE: Rank = 0;
pub(super) const NAME_START: Rank = 1;
pub(super) const NAME_INSIDE: Rank = 2;
pub(super) const OTHER_START: Rank = 3;
pub(super) const OTHER_INSIDE: Rank = 4;
/// How many ranks there are of clients who match as typed.
pub(super) const RANKS: Rank = 5;
/// Words of the name match, some of them with slips.
pub(super) const NEAR: Rank = RANKS;
/// No match; worse than any match.
pub(super) const NONE: Rank = Rank::MAX;

/// One thing that a client must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A folded word, or a piece of an e-mail address.
    Word(Word),
    /// Digits: one of the needles in a number, or all of the words.
    Digits(Digits),
}

impl Term {
    /// How many bytes must be found.
    pub(super) fn length(&self) -> usize {
        match self {
            Self::Word(word) => word.spaced.word().len(),
            Self::Digits(digits) => digits.words.iter().map(|word| word.word().len()).sum(),
        }
    }
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) spaced: Spaced,
    /// How the words of names are compared with it, if it is long enough for slips.
    pub(super) spelling: Option<Spelling>,
}

impl Word {
    fn of(word: &str) -> Self {
        let spelling = Spelling::of(word).filter(|spelling| spelling.slips() > 0);
        Self { spaced: Spaced::of(word), spelling }
    }
}

/// A query taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Terms {
    /// All of them must be found.
    pub(super) list: Vec<Term>,
    /// The folded query as a whole, a space before it: what a name may begin with.
    pub(super) whole: Spaced,
}

impl Terms {
    pub(super) fn of(text: &str) -> Self {
        let mut terms = Self { list: Vec::new(), whole: Spaced::of(&fold(text)) };
        let mut run = Run::default();
        for token in text.split_whitespace() {
            if is_dialled(token) {
                run.typed.push_str(token);
                run.words.extend(words_of(token));
            } else if token.contains('@') {
                run.end(&mut terms.list);
                terms.list.extend(address_words(token).map(Term::Word));
            } else {
                for word in words_of(token) {
                    run.end(&mut terms.list);
                    terms.list.push(term(&word));
                }
            }
        }
        run.end(&mut terms.list);
        terms
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

fn term(word: &str) -> Term {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        Term::Digits(Digits::of(word, &[word.to_owned()]))
    } else {
        Term::Word(Word::of(word))
    }
}

/// Words of digits that may be one number.
#[derive(Default)]
struct Run {
    typed: String,
    words: Vec<String>,
}

impl Run {
    fn end(&mut self, terms: &mut Vec<Term>) {
        if !self.words.is_empty() {
            terms.push(Term::Digits(Digits::of(&self.typed, &self.words)));
        }
        *self = Self::default();
    }
}

/// The words of a text, folded.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words: Vec<_> = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    words.into_iter()
}

fn address_words(token: &str) -> impl Iterator<Item = Word> {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
    let (local, domain) = token.split_once('@').unwrap_or((token, ""));
    let word = |half: &str| {
        let mut word = String::new();
        fold_address(half, &mut word);
        Some(word).filter(|word| !word.is_empty())
    };
    let (local, domain) = (word(local).map(|local| local + "@"), word(domain));
    local.into_iter().chain(domain).map(|word| Word::of(&word))
}

/// Appends half of an e-mail address as one word: folded, but its punctuation kept.
pub(super) fn fold_address(half: &str, word: &mut String) {
    if half.is_ascii() {
        word.extend(half.chars().filter(char::is_ascii_graphic).map(|c| c.to_ascii_lowercase()));
        return;
    }
    for piece in half.split_inclusive(is_mark) {
        word.extend(fold(piece.trim_end_matches(is_mark)).split(' '));
        word.extend(piece.chars().last().filter(|c| is_mark(*c) && c.is_ascii_graphic()));
    }
}

/// Stands between the words of an e-mail address.
pub(super) fn is_mark(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let joined = |words: &[Spaced]| words.iter().map(Spaced::word).collect::<Vec<_>>().join("|");
        let shown = |term| match term {
            Term::Word(word) => word.spaced.word().to_owned(),
            Term::Digits(digits) => format!("{} = {}", joined(&digits.needles), joined(&digits.words)),
        };
        Terms::of(text).list.into_iter().map(shown).collect()
    }

    #[test]
    fn words_are_folded_and_parted_at_punctuation() {
        assert_eq!(terms("  Lefèvre, L’Œuf "), ["lefevre", "l", "oeuf"]);
        assert_eq!(terms(" - … "), [""; 0]);
        assert_eq!(Terms::of(" L’Œuf  dur").whole.word(), "l oeuf dur");
        assert!(Terms::of("–").is_empty());
        assert!(!Terms::of("é").is_empty());
    }

    #[test]
    fn words_from_four_letters_on_may_have_slips() {
        let list = Terms::of("le lef lefe b2bs 7500 dupont@orange orange@free.fr").list;
        let near = list.iter().filter_map(|term| match term {
            Term::Word(Word { spaced, spelling: Some(_) }) => Some(spaced.word()),
            _ => None,
        });
        assert_eq!(near.collect::<Vec<_>>(), ["lefe", "orange"]);
    }

    #[test]
    fn digits_run_on_until_a_word() {
        assert_eq!(terms("01 42.60"), ["014260 = 01|42|60"]);
        assert_eq!(terms("01 - 42"), ["0142 = 01|42"]);
        assert_eq!(terms("3 suisses 59"), ["3 = 3", "suisses", "59 = 59"]);
        assert_eq!(terms("C-0042"), ["c", "0042 = 0042"]);
        assert_eq!(terms("+ dupont 01"), ["dupont", "01 = 01"]);
        assert_eq!(terms("12 a@b.fr 34"), ["12 = 12", "a@", "b.fr", "34 = 34"]);
    }

    #[test]
    fn an_address_is_two_words() {
        assert_eq!(terms("<Jean.Dupont@Orange.FR>,"), ["jean.dupont@", "orange.fr"]);
        assert_eq!(terms("@orange.fr"), ["orange.fr"]);
        assert_eq!(terms("hélène.d'Œuf@"), ["helene.d'oeuf@"]);
        assert_eq!(terms("@"), [""; 0]);
    }
}
