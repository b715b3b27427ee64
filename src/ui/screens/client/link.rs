//! What opens outside the program from a value: a letter, a call, a page of the web. Nothing else ever does: a value is
//! somebody else's text, and must not become a program to run or a file to open.

use std::fmt::Write as _;

use crate::domain::email;
use crate::domain::phone::Phone;

/// A letter to an address; none if it is not well formed.
pub(super) fn letter(address: &str) -> Option<String> {
    email::is_well_formed(address).then(|| format!("mailto:{}", escaped(address)))
}

/// A call; none if the number could not be called.
pub(super) fn dial(phone: &Phone) -> Option<String> {
    phone.e164().map(|number| format!("tel:{number}"))
}

/// A page of the web, `https` where nothing is said; none for anything else.
pub(super) fn site(value: &str) -> Option<String> {
    let odd = |c: char| c.is_whitespace() || c.is_control();
    if value.chars().any(odd) {
        return None;
    }
    let (scheme, rest) = value.split_once("://").unwrap_or(("https", value));
    let scheme = scheme.to_ascii_lowercase();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty());
    // "javascript:alert(1)" has a colon, and "localhost.x:8080" a port.
    let port = host.split_once(':').is_none_or(|(_, port)| port.parse::<u16>().is_ok());
    let web = matches!(scheme.as_str(), "http" | "https");
    (web && named && port).then(|| format!("{scheme}://{rest}"))
}

/// What stands for itself in a link as it is, everything else by its bytes: `?` and `&` would begin a subject.
fn escaped(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'@' | b'.' | b'-' | b'_' | b'+' | b'~' => {
                escaped.push(char::from(byte));
            }
            // Into a text that cannot fail.
            _ => drop(write!(escaped, "%{byte:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_written_to_a_whole_address_only() {
        assert_eq!(letter("ines@asie.example").as_deref(), Some("mailto:ines@asie.example"));
        assert_eq!(
            letter("a-b_c.d+e~f9Z@asie.example").as_deref(),
            Some("mailto:a-b_c.d+e~f9Z@asie.example")
        );
        assert_eq!(letter("a?cc=b&d@asie.example").as_deref(), Some("mailto:a%3Fcc%3Db%26d@asie.example"));
        for odd in ["", "ines@", "ines asie@asie.example", "mailto:ines"] {
            assert_eq!(letter(odd), None, "{odd}");
        }
    }

    #[test]
    fn only_what_can_be_called_is_called() {
        assert_eq!(dial(&Phone::parse("01 42 60 30 30", "FR")).as_deref(), Some("tel:+33142603030"));
        assert_eq!(dial(&Phone::parse("12", "FR")), None);
        assert_eq!(dial(&Phone::default()), None);
    }

    #[test]
    fn only_pages_of_the_web_are_opened() {
        for (value, opened) in [
            ("asie.example", "https://asie.example"),
            ("www.asie.example/a?b#c", "https://www.asie.example/a?b#c"),
            ("http://asie.example", "http://asie.example"),
            ("HTTPS://asie.example/a", "https://asie.example/a"),
            ("asie.example:8080/a", "https://asie.example:8080/a"),
        ] {
            assert_eq!(site(value).as_deref(), Some(opened), "{value}");
        }
        for odd in [
            "",
            "asie",
            "file:///etc/passwd",
            "ftp://asie.example",
            "javascript:alert(1).x",
            "mailto:ines@asie.example",
            "asie..example",
            "asie.example:x",
            "asie.example:99999",
            "a b.example",
            "asie.example\u{7}",
            "http://",
        ] {
            assert_eq!(site(odd), None, "{odd}");
        }
    }
}
