//! Decimal numbers as texts: what people type, made into one way of writing. Nothing is calculated here.

/// The most digits of a number.
const LONGEST: usize = 28;

/// Reads a number as typed: groups set apart by spaces, apostrophes, points or commas; `point` separates decimals in
/// the language it was typed in. Of both signs the last one separates decimals; of one alone `point` does, and the other only if
/// what follows is no group of three. The result is written with a point, without needless zeros before it.
pub fn read(typed: &str, point: char) -> Option<String> {
    let typed = typed.trim();
    let (negative, digits) = match typed.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, typed),
    };
    let digits: String = digits
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}'))
        .collect();
    if !digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return None;
    }
    let separator = separator(&digits, point);
    let (whole, fraction) = match separator.and_then(|sign| digits.rsplit_once(sign)) {
        Some((whole, fraction)) => (whole, fraction),
        None => (digits.as_str(), ""),
    };
    if whole.is_empty() && fraction.is_empty() || !grouped(whole, separator) || fraction.contains(['.', ','])
    {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if whole.len().saturating_add(fraction.len()) > LONGEST {
        return None;
    }
    let zero = whole == "0" && fraction.bytes().all(|digit| digit == b'0');
    let sign = if negative && !zero { "-" } else { "" };
    let dot = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{dot}{fraction}"))
}

/// The sign that separates decimals, if any does.
fn separator(digits: &str, point: char) -> Option<char> {
    let last = digits.chars().rev().find(|c| matches!(c, '.' | ','))?;
    let other = if last == '.' { ',' } else { '.' };
    if digits.contains(other) {
        return Some(last);
    }
    if digits.matches(last).count() > 1 {
        return None;
    }
    let after = digits.rsplit_once(last).map_or(0, |(_, after)| after.len());
    (last == point || after != 3).then_some(last)
}

/// Whether the signs within the whole part set groups of three apart.
fn grouped(whole: &str, separator: Option<char>) -> bool {
    let mut groups = whole.split(['.', ',']);
    let first = groups.next().unwrap_or_default();
    let signs_right = separator.is_none_or(|sign| !whole.contains(sign));
    let mut rest = groups.peekable();
    let alone = rest.peek().is_none();
    signs_right && (alone || (1..=3).contains(&first.len())) && rest.all(|group| group.len() == 3)
}

/// Whether a text is a number as [`read`] writes it.
pub fn is_canonical(value: &str) -> bool {
    read(value, '.').as_deref() == Some(value) && !value.contains(',')
}

/// A canonical number with two decimals; none if it has more that count.
pub fn cents(number: &str) -> Option<String> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let (kept, rest) = fraction.split_at_checked(2).unwrap_or((fraction, ""));
    rest.bytes().all(|digit| digit == b'0').then(|| format!("{whole}.{kept:0<2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (typed, point, read_as) in [
            ("12", ',', "12"),
            ("1 234,50", ',', "1234.50"),
            ("1\u{202f}234\u{a0}567,5", ',', "1234567.5"),
            ("1.234,50", ',', "1234.50"),
            ("1,234.50", ',', "1234.50"),
            ("1,234", ',', "1.234"),
            ("1,234", '.', "1234"),
            ("1.234", '.', "1.234"),
            ("1.234", ',', "1234"),
            ("1.5", ',', "1.5"),
            ("1,5", '.', "1.5"),
            ("1.234.567", ',', "1234567"),
            ("1'234'567", '.', "1234567"),
            ("-0,5", ',', "-0.5"),
            ("\u{2212} 3", ',', "-3"),
            ("-0", ',', "0"),
            ("-0,00", ',', "0.00"),
            ("007", ',', "7"),
            (",5", ',', "0.5"),
            ("5,", ',', "5"),
        ] {
            assert_eq!(read(typed, point).as_deref(), Some(read_as), "{typed} {point}");
            assert!(is_canonical(read_as), "{read_as}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in [
            "",
            " ",
            "-",
            ",",
            "a",
            "1a",
            "1.2.3",
            "12.34.567",
            "1,2,3",
            "1.23,4.5",
            "1,2.345,6",
            "1234.567,1",
            "--1",
        ] {
            assert_eq!(read(typed, ','), None, "{typed}");
        }
        assert!(read(&"9".repeat(28), ',').is_some());
        assert_eq!(read(&"9".repeat(29), ','), None);
        assert_eq!(read(&format!("{},{}", "9".repeat(20), "9".repeat(9)), ','), None);
        for value in ["1,5", "01", "-0", "", "1 2", "1."] {
            assert!(!is_canonical(value), "{value}");
        }
    }

    #[test]
    fn an_amount_has_two_decimals() {
        assert_eq!(cents("12").as_deref(), Some("12.00"));
        assert_eq!(cents("12.5").as_deref(), Some("12.50"));
        assert_eq!(cents("-12.340").as_deref(), Some("-12.34"));
        assert_eq!(cents("12.345"), None);
    }
}
