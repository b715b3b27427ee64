//! What of a text a query has matched, to be marked: folded letters and digits traced back to where they stand.

use std::ops::Range;

use super::digits::{Digits, is_dialling};
use super::spaced::Spaced;
use super::terms::{Term, Terms, Word, is_mark};
use crate::domain::fold::fold;

/// The byte ranges of a text that match a query, in order, none touching the next. `Lefèvre` is marked by `lefevre`,
/// `01 42 60` by `0142`. Where a word stands at the start of words, it is not marked inside of others.
pub fn marks(text: &str, query: &str) -> Vec<Range<usize>> {
    let folded = Trace::folded(text);
    let mut marks = Vec::new();
    for term in &Terms::of(query).list {
        match term {
            Term::Word(Word { spaced, .. }) if spaced.word().contains(is_mark) => {
                marks.extend(Trace::of_address(text).find(spaced));
            }
            Term::Word(word) => marks.extend(folded.find(&word.spaced)),
            Term::Digits(digits) => {
                let in_numbers = in_numbers(text, digits);
                if in_numbers.is_empty() {
                    marks.extend(digits.words.iter().flat_map(|word| folded.find(word)));
                } else {
                    marks.extend(in_numbers);
                }
            }
        }
    }
    joined(marks)
}

fn joined(mut marks: Vec<Range<usize>>) -> Vec<Range<usize>> {
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(marks.len());
    for mark in marks {
        match joined.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => joined.push(mark),
        }
    }
    joined
}

/// A folded text that knows where each of its bytes comes from.
struct Trace {
    /// Each word has a space before it.
    folded: String,
    from: Vec<Range<usize>>,
}

impl Trace {
    fn folded(text: &str) -> Self {
        Self::of(text, false)
    }

    /// The punctuation of e-mail addresses is kept.
    fn of_address(text: &str) -> Self {
        Self::of(text, true)
    }

    fn of(text: &str, with_marks: bool) -> Self {
        let mut trace = Self { folded: String::new(), from: Vec::new() };
        trace.put(' ', 0..0);
        for (at, c) in text.char_indices() {
            let here = at..at + c.len_utf8();
            if c.is_ascii_alphanumeric() || with_marks && c.is_ascii_graphic() {
                trace.put(c.to_ascii_lowercase(), here);
            } else if c.is_ascii() {
                trace.put(' ', here);
            } else {
                trace.fold(c, here);
            }
        }
        trace
    }

    /// A letter folds between two others as it does in a text: to letters, to a space, or to nothing.
    fn fold(&mut self, c: char, here: Range<usize>) {
        let folded = fold(&format!("a{c}a"));
        let middle = folded.strip_prefix('a').and_then(|rest| rest.strip_suffix('a')).unwrap_or_default();
        if middle.is_empty() {
            // An accent of its own is marked with its letter.
            self.from.last_mut().into_iter().for_each(|last| last.end = here.end);
        }
        for c in middle.chars() {
            self.put(c, here.clone());
        }
    }

    fn put(&mut self, c: char, here: Range<usize>) {
        if c != ' ' || !self.folded.ends_with(' ') {
            self.folded.push(c);
            self.from.resize(self.folded.len(), here);
        }
    }

    /// Where a word stands: at the start of words or, if it never does, inside.
    fn find(&self, word: &Spaced) -> Vec<Range<usize>> {
        let at = |start: usize| self.range(start..start + word.word().len());
        let starts: Vec<_> =
            self.folded.match_indices(word.spaced()).filter_map(|(space, _)| at(space + 1)).collect();
        if starts.is_empty() {
            self.folded.match_indices(word.word()).filter_map(|(start, _)| at(start)).collect()
        } else {
            starts
        }
    }

    fn range(&self, folded: Range<usize>) -> Option<Range<usize>> {
        let from = self.from.get(folded)?;
        Some(from.first()?.start..from.last()?.end)
    }
}

/// Where the digits stand in the numbers of a text, in the first form that does.
fn in_numbers(text: &str, digits: &Digits) -> Vec<Range<usize>> {
    let runs = runs(text);
    let mut forms = forms(digits);
    forms
        .find_map(|form| {
            let found: Vec<_> = runs.iter().flat_map(|run| run.find(&form)).collect();
            Some(found).filter(|found| !found.is_empty())
        })
        .unwrap_or_default()
}

/// The digits as typed; else as they stand in a number that is written with another prefix.
fn forms(digits: &Digits) -> impl Iterator<Item = String> {
    const ENOUGH: usize = 3;
    let typed = digits.needles.iter().map(|needle| needle.word().to_owned());
    let national = digits.national.iter().flat_map(|rest| [format!("0{rest}"), rest.clone()]);
    let abroad =
        digits.needles.iter().filter_map(|needle| needle.word().strip_prefix('0')).map(str::to_owned);
    typed.chain(national.chain(abroad).filter(|form| form.len() >= ENOUGH))
}

/// Digits of a text with nothing but spaces and telephone punctuation between them, and where each stands.
#[derive(Default)]
struct Run {
    digits: String,
    at: Vec<usize>,
}

impl Run {
    fn find(&self, form: &str) -> Vec<Range<usize>> {
        let range = |start: usize| Some(*self.at.get(start)?..*self.at.get(start + form.len() - 1)? + 1);
        self.digits.match_indices(form).filter_map(|(start, _)| range(start)).collect()
    }
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs = vec![Run::default()];
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            if let Some(run) = runs.last_mut() {
                run.digits.push(c);
                run.at.push(at);
            }
        } else if !is_dialling(c) && !c.is_whitespace() {
            runs.push(Run::default());
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marked pieces in brackets.
    fn marked(text: &str, query: &str) -> String {
        let mut shown = String::new();
        let mut done = 0;
        for mark in marks(text, query) {
            shown.extend([&text[done..mark.start], "[", &text[mark.clone()], "]"]);
            done = mark.end;
        }
        shown + &text[done..]
    }

    #[test]
    fn words_are_marked_as_they_are_written() {
        for (text, query, expected) in [
            ("Boulangerie Lefèvre", "lefevre boul", "[Boul]angerie [Lefèvre]"),
            ("Lefe\u{300}vre", "LEFE", "[Lefe\u{300}]vre"),
            ("Lefe\u{300}vre", "lef", "[Lef]e\u{300}vre"),
            ("L’Œuf à l'ail", "oeuf", "L’[Œuf] à l'ail"),
            ("Œuf", "o", "[Œ]uf"),
            ("L’Œuf", "l", "[L]’Œuf"),
            ("Marmara", "mar", "[Mar]mara"),
            ("Amarrage, bamara", "mar", "A[mar]rage, ba[mar]a"),
            ("Aamar mar", "mar", "Aamar [mar]"),
            ("Straße", "strasse", "[Straße]"),
            ("abc", "x", "abc"),
            ("abc", "", "abc"),
            ("anana", "ana nan", "[anan]a"),
            ("Durand Dupont", "dur du", "[Dur]and [Du]pont"),
            ("ab ba", "a b", "[a]b [b]a"),
        ] {
            assert_eq!(marked(text, query), expected, "{text} / {query}");
        }
    }

    #[test]
    fn digits_are_marked_with_what_stands_between_them() {
        for (text, query, expected) in [
            ("01 42 60 30 30", "0142", "[01 42] 60 30 30"),
            ("01 42 60 30 30", "42.60", "01 [42 60] 30 30"),
            ("01 42 60 30 30", "+33 1 42", "[01 42] 60 30 30"),
            ("1.42.60", "+33 1 42", "[1.42].60"),
            ("+33 1 42 60", "0142", "+33 [1 42] 60"),
            ("+33 1 42 60", "0033142", "+[33 1 42] 60"),
            ("+33 1 42 60", "01", "+33 1 42 60"),
            ("12 rue X, 75001 Paris", "12 75001", "[12] rue X, [75001] Paris"),
            ("Atelier 9", "9", "Atelier [9]"),
            ("7 et 5", "75", "7 et 5"),
            ("552 008 443 00012", "552008443", "[552 008 443] 00012"),
        ] {
            assert_eq!(marked(text, query), expected, "{text} / {query}");
        }
    }

    #[test]
    fn addresses_are_marked_as_a_whole() {
        assert_eq!(marked("Jean.Dupont@orange.fr", "jean.dupont@orange.fr"), "[Jean.Dupont@orange.fr]");
        assert_eq!(marked("Jean.Dupont@orange.fr", "dupont@"), "Jean.[Dupont@]orange.fr");
        assert_eq!(marked("Jean.Dupont@orange.fr", "@orange.fr"), "Jean.Dupont@[orange.fr]");
        assert_eq!(marked("Jean.Dupont@orange.fr", "dupont"), "Jean.[Dupont]@orange.fr");
    }
}
