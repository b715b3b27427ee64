//! How programs and people write what a cell can say: nothing, yes or no, company or individual, a name.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::client::ClientKind;
use crate::domain::fold::fold;

/// What programs write where there is nothing.
pub(super) fn is_no_value(cell: &str) -> bool {
    cell.eq_ignore_ascii_case("null") || cell.eq_ignore_ascii_case("n/a")
}

/// Whether a cell is empty or says so.
pub(super) fn says_nothing(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || is_no_value(cell)
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

/// First and last name of a person, however they are written: `Anne Dupont`, `Dupont, Anne`, `DUPONT Anne`.
pub(super) fn split_full_name(name: &str) -> (String, String) {
    if let Some((last, first)) = name.split_once(',') {
        return (first.trim().to_owned(), last.trim().to_owned());
    }
    let is_capital = |word: &&str| word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitals = words.iter().take_while(|word| is_capital(word)).count();
    match words.split_at_checked(capitals) {
        Some((last, first)) if !last.is_empty() && !first.is_empty() => (first.join(" "), last.join(" ")),
        _ => {
            let (first, last) = split_name(name);
            (first.to_owned(), last.to_owned())
        }
    }
}

/// The day of which a spreadsheet kept the number: days since the end of 1899, of five digits from 1927 on.
pub(super) fn serial_day(cell: &str) -> Option<String> {
    let number = cell.strip_suffix(".0").unwrap_or(cell);
    let days: i64 = number.parse().ok().filter(|days| (10_000..100_000).contains(days))?;
    let day = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(TimeDelta::days(days))?;
    Some(day.format("%Y-%m-%d").to_string())
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
    fn a_full_name_is_written_in_three_ways() {
        for (name, first, last) in [
            ("Anne De La Tour", "Anne", "De La Tour"),
            ("De La Tour, Anne", "Anne", "De La Tour"),
            ("DE LA TOUR Anne Marie", "Anne Marie", "DE LA TOUR"),
            ("Anne DUPONT", "Anne", "DUPONT"),
            ("ANNE DUPONT", "ANNE", "DUPONT"),
            ("J Dupont", "J", "Dupont"),
            ("Dupont", "", "Dupont"),
        ] {
            assert_eq!(split_full_name(name), (first.to_owned(), last.to_owned()), "{name}");
        }
    }

    #[test]
    fn a_day_may_have_been_left_as_its_number() {
        assert_eq!(serial_day("46350").as_deref(), Some("2026-11-24"));
        assert_eq!(serial_day("10000.0").as_deref(), Some("1927-05-18"));
        assert_eq!(serial_day("99999").as_deref(), Some("2173-10-13"));
        for none in ["9999", "100000", "46350.5", "demain", ""] {
            assert_eq!(serial_day(none), None, "{none}");
        }
    }

    #[test]
    fn nothing_is_written_in_two_ways() {
        assert!(is_no_value("NULL") && is_no_value("n/a"));
        assert!(!is_no_value("nul") && !is_no_value("n/a."));
    }
}
