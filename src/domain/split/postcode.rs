//! What postcodes look like, as far as it tells the country.
//!
//! [`address::postcode_doubt`](crate::domain::address::postcode_doubt) says whether a postcode is well formed in a country
//! that is known; here the country is what is asked.

use std::ops::RangeInclusive;

use super::super::country;

/// Postcodes that look like no other country's: `9` a digit, `A` a letter, in capitals where the country insists.
pub(super) const SHAPES_FIRST: [(&str, &str); 2] = [("NL", "9999AA"), ("PT", "9999-999")];

/// Those that only the name of the country tells from others.
pub(super) const SHAPES_SAID: [(&str, &str); 5] =
    [("CZ", "99999"), ("GR", "99999"), ("PL", "99-999"), ("SE", "99999"), ("SK", "99999")];

/// Those that come last.
pub(super) const SHAPES_LAST: [(&str, &str); 7] = [
    ("GB", "A99AA"),
    ("GB", "A999AA"),
    ("GB", "AA99AA"),
    ("GB", "AA999AA"),
    ("GB", "A9A9AA"),
    ("GB", "AA9A9AA"),
    ("CA", "A9A9A9"),
];

/// The letters before a postcode in international mail, the country, and what follows them.
pub(super) const LETTERS: [(&str, &str, &str); 19] = [
    ("A", "AT", "9999"),
    ("AT", "AT", "9999"),
    ("B", "BE", "9999"),
    ("BE", "BE", "9999"),
    ("CH", "CH", "9999"),
    ("D", "DE", "99999"),
    ("DE", "DE", "99999"),
    ("E", "ES", "99999"),
    ("ES", "ES", "99999"),
    ("F", "FR", "99999"),
    ("FR", "FR", "99999"),
    ("I", "IT", "99999"),
    ("IT", "IT", "99999"),
    ("L", "LU", "9999"),
    ("LU", "LU", "9999"),
    ("LUX", "LU", "9999"),
    ("MC", "MC", "99999"),
    ("P", "PT", "9999-999"),
    ("PT", "PT", "9999-999"),
];

/// Is the piece a postcode of digits and nothing else?
pub(super) fn is_postcode(piece: &str) -> bool {
    is_shaped(piece, "99999") || is_shaped(piece, "99999-9999")
}

/// Is it known what postcodes of the country look like?
pub(super) fn knows(country: &str) -> bool {
    digits_of(country).is_some()
        || SHAPES_FIRST.iter().chain(&SHAPES_LAST).any(|(known, _)| *known == country)
}

/// What the postcodes of the country look like, where digits are all they have.
fn digits_of(country: &str) -> Option<&'static str> {
    let lettered = LETTERS.iter().find(|(_, code, _)| *code == country).map(|(.., shape)| *shape);
    lettered.or_else(|| (country == "US" || country::is_french(country)).then_some("99999"))
}

/// Can the digits be a postcode, of the country that is named if one is?
pub(super) fn may_be_digits(postcode: &str, said: Option<&str>) -> bool {
    let digits = |lengths: RangeInclusive<usize>| {
        lengths.contains(&postcode.len()) && postcode.bytes().all(|byte| byte.is_ascii_digit())
    };
    match said {
        Some(said) => digits_of(said).map_or_else(|| digits(3..=7), |shape| is_shaped(postcode, shape)),
        None => digits(4..=5),
    }
}

/// Does the text look like this?
pub(super) fn is_shaped(text: &str, shape: &str) -> bool {
    text.len() == shape.len()
        && text.chars().zip(shape.chars()).all(|(c, like)| match like {
            '9' => c.is_ascii_digit(),
            'A' => c.is_ascii_alphabetic(),
            like => c == like,
        })
}

/// Is the country possible beside the one that is named?
pub(super) fn may_be(country: &str, said: Option<&str>) -> bool {
    said.is_none_or(|said| said == country)
}

/// Is a postcode of the French plan possible?
pub(super) fn may_be_french(said: Option<&str>) -> bool {
    said.is_none_or(|said| country::is_french(said) || said == "MC")
}

/// The islands that have British postcodes and a code of their own.
pub(super) fn island(postcode: &str) -> Option<&'static str> {
    match postcode.get(..2).map(str::to_ascii_uppercase).as_deref() {
        Some("JE") => Some("JE"),
        Some("GY") => Some("GG"),
        Some("IM") => Some("IM"),
        _ => None,
    }
}

/// Monaco has postcodes of the French plan.
pub(super) fn french_code(postcode: &str) -> &'static str {
    if postcode.starts_with("980") { "MC" } else { "FR" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        assert!(
            is_shaped("1015CJ", "9999AA")
                && is_shaped("1015cj", "9999AA")
                && is_shaped("1100-053", "9999-999")
        );
        for text in ["1015C", "1015CJX", "1015C1", "A015CJ", "", "1015é"] {
            assert!(!is_shaped(text, "9999AA"), "{text}");
        }
        assert!(!is_shaped("1100 053", "9999-999"));
        assert!(
            is_postcode("20500")
                && is_postcode("28801-1234")
                && !is_postcode("2050")
                && !is_postcode("28801-123")
        );
    }

    #[test]
    fn digits_of_a_country_or_of_any() {
        for (postcode, said, is) in [
            ("1000", None, true),
            ("69002", None, true),
            ("123", None, false),
            ("123456", None, false),
            ("", None, false),
            ("1O00", None, false),
            ("1000", Some("BE"), true),
            ("10000", Some("BE"), false),
            ("69002", Some("FR"), true),
            ("97400", Some("RE"), true),
            ("9740", Some("RE"), false),
            ("20500", Some("US"), true),
            ("1100-053", Some("PT"), true),
            ("123", Some("IS"), true),
            ("12", Some("IS"), false),
            ("1234567", Some("IL"), true),
            ("12345678", Some("IL"), false),
        ] {
            assert_eq!(may_be_digits(postcode, said), is, "{postcode} {said:?}");
        }
    }

    #[test]
    fn countries() {
        for code in ["AT", "BE", "CH", "DE", "ES", "FR", "IT", "LU", "MC", "PT", "RE", "US", "NL", "GB", "CA"]
        {
            assert!(knows(code), "{code}");
        }
        assert!(!knows("PA") && !knows("PL") && !knows(""));
        assert!(may_be("BE", None) && may_be("BE", Some("BE")) && !may_be("BE", Some("CH")));
        assert!(may_be_french(None) && may_be_french(Some("FR")) && may_be_french(Some("RE")));
        assert!(may_be_french(Some("MC")) && !may_be_french(Some("BE")));
        assert_eq!(
            [island("JE24WA"), island("gy11aa"), island("IM11AA")],
            [Some("JE"), Some("GG"), Some("IM")]
        );
        assert_eq!((island("SW1A2AA"), island("J")), (None, None));
        assert_eq!((french_code("98000"), french_code("98800"), french_code("69002")), ("MC", "FR", "FR"));
    }
}
