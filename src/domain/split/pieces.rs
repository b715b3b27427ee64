//! Cutting what was pasted into pieces, each of which is one thing: a name, a street, a city, a telephone.
//!
//! A line is a piece, as it was for whoever wrote it. Only a line that holds several things, which is what a block
//! copied from the foot of a letter is, is cut where the writer put a comma or a dash.

use super::super::fold::fold;
use super::super::phone::Phone;
use super::super::{country, email};
use super::{locality, words};

/// The pieces of a block, in order, none of them empty.
pub(super) fn cut(block: &str) -> Vec<String> {
    let lines: Vec<_> = lines(block).collect();
    let single = lines.len() == 1;
    let mut pieces: Vec<String> = Vec::new();
    for line in lines {
        let parts: Vec<_> = parts(line).collect();
        let several = single || parts.iter().enumerate().any(|(at, part)| stands_alone(at, part));
        for piece in if several { parts } else { vec![line] } {
            let street = piece.starts_with(char::is_alphabetic);
            match pieces.pop_if(|last| street && words::is_house_number(last)) {
                Some(number) => push(&mut pieces, &format!("{number}, {piece}")),
                None => push(&mut pieces, piece),
            }
        }
    }
    pieces
}

/// Adds a piece, or two where a street and a locality stand in one: "12 rue de la Bourse 69002 Lyon".
fn push(pieces: &mut Vec<String>, piece: &str) {
    let words: Vec<_> = piece.split_whitespace().collect();
    match locality::beginning(&words).and_then(|at| words.split_at_checked(at)) {
        Some((street, locality)) => pieces.extend([street.join(" "), locality.join(" ")]),
        None => pieces.push(words.join(" ")),
    }
}

/// The lines of the block that hold anything.
fn lines(block: &str) -> impl Iterator<Item = &str> {
    block
        .split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(|line| unannounced(trimmed(line)))
        .filter(|line| !line.is_empty())
}

/// Without the word "address" before it.
fn unannounced(line: &str) -> &str {
    const WORDS: [&str; 6] = ["address", "adres", "adresse", "anschrift", "direccion", "indirizzo"];
    let after = line.split_once(':').filter(|(word, _)| WORDS.contains(&fold(word).as_str()));
    after.map_or(line, |(_, rest)| trimmed(rest))
}

/// Has the block more than one line?
pub(super) fn has_lines(block: &str) -> bool {
    lines(block).nth(1).is_some()
}

fn parts(line: &str) -> impl Iterator<Item = &str> {
    const DASHES: [&str; 6] = [" - ", " – ", " — ", " • ", " · ", " | "];
    let mut parts: Vec<_> = line.split([',', ';', '\t', '|', '•']).collect();
    for dash in DASHES {
        parts = parts.into_iter().flat_map(|part| part.split(dash)).collect();
    }
    parts.into_iter().map(trimmed).filter(|part| !part.is_empty())
}

/// Without the marks between two pieces at either end.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '•' | '|' | '·'))
}

/// Is the part, at this place of its line, a thing by itself, so that the others of the line are too?
fn stands_alone(at: usize, part: &str) -> bool {
    locality::is_certain(part)
        || (at > 0 && locality::read(part, None).is_some())
        || part.contains('@')
        || label(part).is_some()
        || is_country(part)
}

/// Is it the name of a country? A code of two or three letters could be anything.
pub(super) fn is_country(piece: &str) -> bool {
    country::recognise(piece).is_some() && fold(piece).len() > 3
}

/// E-mail and telephone, each as written, without the word that announces it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Contacts {
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
}

impl Contacts {
    /// Takes the first e-mail and the first telephone out of a piece, the latter as dialled in `country`; gives back
    /// what is left, if anything is.
    pub(super) fn take(&mut self, piece: &str, country: &str) -> Option<String> {
        let left = self.take_email(piece);
        let left = left.as_deref().unwrap_or(piece);
        if self.phone.is_none()
            && let Some(phone) = phone(left, country)
        {
            self.phone = Some(phone.to_owned());
            return None;
        }
        (!left.is_empty()).then(|| left.to_owned())
    }

    /// What is left of the piece once the e-mail is taken out, if there is one to take.
    fn take_email(&mut self, piece: &str) -> Option<String> {
        const MARKS: [char; 8] = ['<', '>', '(', ')', '[', ']', ':', '.'];
        let bare = |word: &'_ str| word.trim_matches(MARKS).trim_start_matches("mailto:").to_owned();
        let words: Vec<_> = piece.split_whitespace().collect();
        let at = words.iter().position(|word| word.contains('@') && email::is_well_formed(&bare(word)))?;
        if self.email.is_some() {
            return None;
        }
        self.email = words.get(at).map(|word| bare(word));
        let (before, after) = (words.get(..at)?.join(" "), words.get(at.saturating_add(1)..)?.join(" "));
        let before = if is_label(&before) { "" } else { trimmed(&before) };
        Some(trimmed(&format!("{before} {}", trimmed(&after))).trim_matches(['-', '/', ' ']).to_owned())
    }
}

/// The telephone that the piece is, without the word that announces it.
fn phone<'a>(piece: &'a str, country: &str) -> Option<&'a str> {
    let announced = label(piece);
    let number = announced.unwrap_or(piece);
    let digits = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+().-/".contains(c);
    // A number of nine digits that nothing announces may be a SIREN.
    let opens = number.starts_with(['+', '0', '(']) || !country::is_french(country);
    let written = announced.is_some() || (opens && number.chars().all(digits));
    (written && Phone::parse(number, country).e164().is_some()).then_some(number)
}

/// What comes after the word that announces a telephone or an e-mail.
fn label(piece: &str) -> Option<&str> {
    let end = piece.find(|c: char| c == ':' || c.is_whitespace())?;
    let (word, rest) = piece.split_at_checked(end)?;
    let rest = rest.trim_start_matches(|c: char| matches!(c, ':' | '.') || c.is_whitespace());
    let sound = is_label(word) && rest.contains(|c: char| c.is_ascii_digit() || c == '@');
    sound.then(|| label(rest).unwrap_or(rest))
}

fn is_label(text: &str) -> bool {
    const LABELS: &str = "tel telephone phone mobile mob portable port gsm cell fixe telefono telefon tfno movil handy t m p e \
        email mail courriel correo";
    let word = fold(text).replace(' ', "");
    let full = word.len() > 1 || text.ends_with(['.', ':']);
    full && LABELS.split_ascii_whitespace().any(|label| label == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_cut_where_they_hold_several_things() {
        for (block, pieces) in [
            ("", &[][..]),
            (" \n , \r\n ;", &[]),
            ("12 rue X", &["12 rue X"]),
            ("a, b; c\td | e • f", &["a", "b", "c", "d", "e", "f"]),
            ("a - b – c — d · e", &["a", "b", "c", "d", "e"]),
            ("a-b", &["a-b"]),
            ("a,, b", &["a", "b"]),
            ("12, rue X", &["12, rue X"]),
            ("12 bis, rue X, 69002 Lyon", &["12 bis, rue X", "69002 Lyon"]),
            ("12, 69002 Lyon", &["12", "69002 Lyon"]),
            ("Rue X, 12, 3", &["Rue X", "12", "3"]),
            // A line of one thing stays whole.
            ("Calle X 48, 2º B\n28014 Madrid", &["Calle X 48, 2º B", "28014 Madrid"]),
            ("Dupont, fils\rLe Bourg\u{2028}X", &["Dupont, fils", "Le Bourg", "X"]),
            ("a\nX, 28014 Madrid", &["a", "X", "28014 Madrid"]),
            ("a\n28014 Madrid, X", &["a", "28014 Madrid, X"]),
            ("a\n69002 Lyon, X", &["a", "69002 Lyon", "X"]),
            ("a\nX, France", &["a", "X", "France"]),
            ("a\nX, FR", &["a", "X, FR"]),
            ("a\nX, b@c.fr", &["a", "X", "b@c.fr"]),
            ("a\nX, tél 12", &["a", "X", "tél 12"]),
            // A street and a locality that nothing parts.
            ("12 rue X 69002  Lyon", &["12 rue X", "69002 Lyon"]),
            ("12 rue X L-1855 Luxembourg", &["12 rue X", "L-1855 Luxembourg"]),
            ("X 5 10115 Berlin", &["X 5", "10115 Berlin"]),
            ("X 10115 Berlin", &["X 10115 Berlin"]),
            ("X 5 1000 Berlin", &["X 5 1000 Berlin"]),
            ("Adresse : 12 rue X", &["12 rue X"]),
            ("Adresses : 12 rue X", &["Adresses : 12 rue X"]),
        ] {
            assert_eq!(cut(block), pieces, "{block:?}");
        }
        assert!(has_lines("a\nb") && has_lines("a\r\n b \n") && !has_lines("a\n\n ,"));
    }

    fn taken(piece: &str, country: &str) -> (Option<String>, Contacts) {
        let mut contacts = Contacts::default();
        (contacts.take(piece, country), contacts)
    }

    #[test]
    fn an_email_is_taken_out_of_a_piece() {
        for (piece, email, left) in [
            ("a@b.fr", Some("a@b.fr"), None),
            ("E-mail : a@b.fr", Some("a@b.fr"), None),
            ("email: <mailto:a@b.fr>", Some("a@b.fr"), None),
            ("Claire Martin <a@b.fr>", Some("a@b.fr"), Some("Claire Martin")),
            ("a@b.fr - Claire", Some("a@b.fr"), Some("Claire")),
            ("a@b", None, Some("a@b")),
            ("Claire", None, Some("Claire")),
        ] {
            let (rest, contacts) = taken(piece, "FR");
            assert_eq!((contacts.email.as_deref(), rest.as_deref()), (email, left), "{piece}");
        }
    }

    #[test]
    fn a_telephone_is_a_whole_piece() {
        for (piece, country, phone) in [
            ("04 78 00 12 34", "FR", Some("04 78 00 12 34")),
            ("Tél. : 04 78 00 12 34", "FR", Some("04 78 00 12 34")),
            ("T. 04 78 00 12 34", "FR", Some("04 78 00 12 34")),
            ("Tél mobile : 06.12.34.56.78", "FR", Some("06.12.34.56.78")),
            ("+33 (0)4 78 00 12 34", "BE", Some("+33 (0)4 78 00 12 34")),
            ("(828) 253-1234", "US", Some("(828) 253-1234")),
            ("828-253-1234", "US", Some("828-253-1234")),
            ("Tel 732829320", "FR", Some("732829320")),
            ("732829320", "FR", None),
            ("SIREN 732829320", "FR", None),
            ("T 04 78 00 12 34", "FR", None),
            ("04 78 00 12", "FR", None),
            ("04 78 00 12 34 (le soir)", "FR", None),
            ("Fax 04 78 00 12 34", "FR", None),
            ("Port Louis", "FR", None),
        ] {
            let (rest, contacts) = taken(piece, country);
            assert_eq!(contacts.phone.as_deref(), phone, "{piece}");
            assert_eq!(rest.as_deref(), if phone.is_some() { None } else { Some(piece) }, "{piece}");
        }
    }

    #[test]
    fn the_first_of_each_is_taken_and_the_others_stay() {
        let mut contacts = Contacts::default();
        assert_eq!(contacts.take("04 78 00 12 34 a@b.fr", "FR"), None);
        assert_eq!(contacts.take("c@d.fr", "FR"), Some("c@d.fr".to_owned()));
        assert_eq!(contacts.take("06 12 34 56 78", "FR"), Some("06 12 34 56 78".to_owned()));
        let first = Contacts { email: Some("a@b.fr".to_owned()), phone: Some("04 78 00 12 34".to_owned()) };
        assert_eq!(contacts, first);
    }
}
