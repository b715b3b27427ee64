//! Names that the user gives: to categories, to custom fields, to what can be chosen.

use super::fold::fold;
use super::line::clean;

/// A name on one line: line breaks become spaces, and marks that turn the direction of writing go, since a name with
/// one in it can look like another.
pub fn cleaned(raw: &str) -> String {
    let one_line = |c: char| if matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
    clean(&raw.chars().map(one_line).filter(|c| !turns(*c)).collect::<String>())
}

/// Whether a mark turns the direction of writing, or is not seen at all.
pub(super) fn turns(c: char) -> bool {
    matches!(
        c,
        '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

/// What names are compared by: accents, case and punctuation set aside. A name of nothing but signs is compared as it
/// is, so that "★" and "★★" are two.
pub fn key(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.trim().to_owned() } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_that_reads_one_way() {
        for (raw, name) in [
            ("  Gros\r\nclients\t", "Gros clients"),
            ("a\u{2028}b\u{2029}c", "a b c"),
            ("\u{202e}sorG\u{202c}", "sorG"),
            ("a\u{200e}b\u{200f}c\u{61c}d\u{2066}e\u{2069}f\u{feff}g\u{200b}h\u{202a}i", "abcdefghi"),
            // What joins letters and signs is part of them.
            ("\u{1f469}\u{200d}\u{1f4bb}", "\u{1f469}\u{200d}\u{1f4bb}"),
            ("\u{202e}\n", ""),
        ] {
            assert_eq!(cleaned(raw), name, "{raw:?}");
        }
    }

    #[test]
    fn names_that_look_alike_are_the_same() {
        assert_eq!(key(" Élite, Paris "), key("elite paris"));
        assert_ne!(key("Élite"), key("Elites"));
        assert_eq!(key(" ★ "), key("★"));
        assert_ne!(key("★"), key("★★"));
        assert_ne!(key("★"), key(""));
    }
}
