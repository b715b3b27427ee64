//! How programs and people write what a cell can say: nothing, yes or no, company or individual, a name.

use crate::domain::client::ClientKind;
use crate::domain::fold::fold;

/// What programs write where there is nothing.
pub(super) fn is_no_value(cell: &str) -> bool {
    cell.eq_ignore_ascii_case("null") || cell.eq_ignore_ascii_case("n/a")
}

/// The same but for case, accents, spaces and punctuation.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| fold(text).split(' ').collect::<String>();
    one == other || letters(one) == letters(other)
}

/// Whether all lines of `text` stand in `note`, one below the other.
pub(super) fn has_lines(note: &str, text: &str) -> bool {
    format!("\n{note}\n").contains(&format!("\n{text}\n"))
}

pub(super) fn full_name(first: &str, last: &str) -> String {
    format!("{first} {last}").trim().to_owned()
}

/// First and last name: they part at the first space.
pub(super) fn split_name(name: &str) -> (&str, &str) {
    name.split_once(' ').map_or(("", name), |(first, last)| (first, last.trim_start()))
}

pub(super) fn kind_in_words(words: &str) -> Option<ClientKind> {
    match fold(words).as_str() {
        "company" | "entreprise" | "societe" | "professionnel" | "pro" | "business" | "organization"
        | "organisation" | "association" | "personne morale" | "b2b" | "firma" | "empresa" => {
            Some(ClientKind::Company)
        }
        "individual" | "particulier" | "personne" | "person" | "private" | "personne physique" | "b2c"
        | "prive" | "te private" | "consumer" | "privat" | "particular" => Some(ClientKind::Individual),
        _ => None,
    }
}

/// Yes or no, active or archived.
pub(super) fn yes_or_no(words: &str) -> Option<bool> {
    match fold(words).as_str() {
        "1" | "true" | "yes" | "y" | "oui" | "o" | "x" | "vrai" | "si" | "active" | "actif" | "ouvert"
        | "open" => Some(true),
        "0" | "false" | "no" | "n" | "non" | "faux" | "archived" | "archive" | "inactive" | "inactif"
        | "ferme" | "clos" | "closed" | "disabled" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_no_and_neither() {
        for yes in ["1", "Oui", "TRUE", "x", "actif", "Open"] {
            assert_eq!(yes_or_no(yes), Some(true), "{yes}");
        }
        for no in ["0", "non", "False", "Archivé", "archived", "closed", "inactif"] {
            assert_eq!(yes_or_no(no), Some(false), "{no}");
        }
        assert_eq!((yes_or_no("peut-être"), yes_or_no("2"), yes_or_no("")), (None, None, None));
    }

    #[test]
    fn company_or_individual() {
        for company in ["ENTREPRISE", "Société", "company", "Pro"] {
            assert_eq!(kind_in_words(company), Some(ClientKind::Company), "{company}");
        }
        for person in ["PARTICULIER", "individual", "Privé", "TE_PRIVATE"] {
            assert_eq!(kind_in_words(person), Some(ClientKind::Individual), "{person}");
        }
        assert_eq!(kind_in_words("Contact"), None);
    }

    #[test]
    fn the_same_but_for_looks() {
        assert!(alike("01 42 68", "014268") && alike("Éts Dupré", "ETS DUPRE") && alike("=", "="));
        assert!(!alike("Lyon", "Paris"));
    }

    #[test]
    fn lines_stand_in_a_note_whole() {
        assert!(has_lines("a\nb\nc", "b\nc") && has_lines("a", "a"));
        assert!(!has_lines("ab", "a") && !has_lines("a\nb\nc", "a\nc"));
    }

    #[test]
    fn first_and_last_name_part_at_the_first_space() {
        assert_eq!(split_name("Anne De La Tour"), ("Anne", "De La Tour"));
        assert_eq!(split_name("Dupont"), ("", "Dupont"));
        assert_eq!(
            (full_name("", "B"), full_name("A", ""), full_name("A", "B")),
            ("B".into(), "A".into(), "A B".into())
        );
    }

    #[test]
    fn nothing_is_written_in_two_ways() {
        assert!(is_no_value("NULL") && is_no_value("n/a"));
        assert!(!is_no_value("nul") && !is_no_value("n/a."));
    }
}
