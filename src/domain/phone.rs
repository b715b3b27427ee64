//! Telephone numbers: kept as typed and, if they are well formed, as E.164.
//!
//! Numbers are read once, when typed or imported; a stored one is decoded without reading it again.

use std::str::FromStr as _;

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A telephone number as typed, and its E.164 form where it has one. Serialised as the pair of both, the second
/// empty where there is none: a client holds several, most of them empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phone {
    typed: String,
    e164: Option<String>,
}

/// The regions that dial each other within one national plan, "0262 20 12 34" as in Réunion itself.
const FRENCH_PLAN: [Region; 6] = [Region::FR, Region::RE, Region::GP, Region::MQ, Region::GF, Region::YT];

impl Phone {
    /// Reads a number as written in `country` (ISO 3166-1 alpha-2; any other text means the book's own, FR).
    /// International numbers begin with `+` or `00`. An extension ("poste 12") stays in what was typed only.
    pub fn parse(typed: &str, country: &str) -> Self {
        if typed.is_empty() {
            return Self::default();
        }
        let e164 = number(without_extension(typed), region(country));
        Self {
            typed: typed.to_owned(),
            e164: e164.map(|number| number.format_as(PhoneNumberFormat::E164).into_owned()),
        }
    }

    /// As typed; empty if there is none.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// `+` and digits, if the number is well formed.
    pub fn e164(&self) -> Option<&str> {
        self.e164.as_deref()
    }

    /// There is none.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// There is one, and it is not a number that could be called.
    pub fn is_malformed(&self) -> bool {
        !self.is_empty() && self.e164.is_none()
    }

    /// What holds of every number that [`Phone::parse`] makes, and must hold of one that was stored: the E.164 form
    /// is `+` and 4 to 15 digits, of something that was typed.
    pub fn is_sound(&self) -> bool {
        self.e164.as_deref().is_none_or(|e164| {
            let digits = e164.strip_prefix('+').unwrap_or_default();
            !self.is_empty()
                && (4..=15).contains(&digits.len())
                && digits.bytes().all(|byte| byte.is_ascii_digit())
        })
    }

    /// As shown: in national form for a number of `home` (ISO 3166-1 alpha-2; any other text means FR), else
    /// international; as typed if malformed.
    pub fn shown(&self, home: &str) -> String {
        let Some(number) = self.e164.as_deref().and_then(|e164| PHONE_NUMBER_UTIL.parse(e164, None).ok())
        else {
            return self.typed.clone();
        };
        let national = number.get_region_code() == Some(region(home));
        let form = if national { PhoneNumberFormat::National } else { PhoneNumberFormat::International };
        number.format_as(form).into_owned()
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.typed.as_str(), self.e164.as_deref().unwrap_or_default()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (typed, e164) = <(String, String)>::deserialize(deserializer)?;
        Ok(Self { typed, e164: Some(e164).filter(|e164| !e164.is_empty()) })
    }
}

fn region(country: &str) -> Region {
    Region::from_str(country).unwrap_or(Region::FR)
}

/// The number, if it could be called.
fn number(typed: &str, region: Region) -> Option<PhoneNumber> {
    let valid = |text: &str, region| {
        PHONE_NUMBER_UTIL.parse(text, region).ok().filter(|number: &PhoneNumber| number.is_valid())
    };
    if let Some(abroad) = typed.strip_prefix("00") {
        return valid(&format!("+{abroad}"), None);
    }
    let plan = if FRENCH_PLAN.contains(&region) { FRENCH_PLAN.as_slice() } else { &[] };
    [region].iter().chain(plan).find_map(|region| valid(typed, Some(*region)))
}

/// A number without what is dialled after it has been answered: "poste 12", "ext. 12".
fn without_extension(typed: &str) -> &str {
    const WORDS: [&str; 6] = ["poste", "ext", "extension", "interne", "durchwahl", "x"];
    let is_extension = |text: &str| {
        let word = text.trim_end_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        WORDS.contains(&word.as_str())
            && (1..=7).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let parts =
        typed.char_indices().find(|(_, c)| c.is_alphabetic()).and_then(|(at, _)| typed.split_at_checked(at));
    match parts {
        Some((before, after)) if is_extension(after) => before.trim_end(),
        _ => typed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn e164(typed: &str, country: &str) -> Option<String> {
        Phone::parse(typed, country).e164
    }

    #[test]
    fn numbers_by_country() {
        for (typed, country, expected) in [
            ("01 42 60 30 30", "FR", "+33142603030"),
            ("01.42.60.30.30", "", "+33142603030"),
            ("0142603030", "Syldavie", "+33142603030"),
            ("+33 (0)1 42 60 30 30", "BE", "+33142603030"),
            ("0033 1 42 60 30 30", "US", "+33142603030"),
            ("33 1 42 60 30 30", "FR", "+33142603030"),
            ("06\u{a0}12\u{a0}34\u{a0}56\u{a0}78", "FR", "+33612345678"),
            ("0262 20 12 34", "RE", "+262262201234"),
            ("0262 20 12 34", "FR", "+262262201234"),
            ("01 42 60 30 30", "GP", "+33142603030"),
            ("02 512 34 56", "BE", "+3225123456"),
            ("044 668 18 00", "CH", "+41446681800"),
            ("26 12 34 56", "LU", "+35226123456"),
            ("93 15 20 00", "MC", "+37793152000"),
            ("(503) 555-7555", "US", "+15035557555"),
            ("01 42 60 30 30 poste 12", "FR", "+33142603030"),
            ("01 42 60 30 30, Poste 1", "FR", "+33142603030"),
            ("01 42 60 30 30 poste 1234567", "FR", "+33142603030"),
            ("01 42 60 30 30 - interne 12", "FR", "+33142603030"),
            ("044 668 18 00 Durchwahl 12", "CH", "+41446681800"),
            ("01 42 60 30 30 ext. 12", "FR", "+33142603030"),
            ("01 42 60 30 30 x12", "FR", "+33142603030"),
            ("01 42 60 30 30 #12", "FR", "+33142603030"),
        ] {
            assert_eq!(e164(typed, country).as_deref(), Some(expected), "{typed} {country}");
        }
    }

    #[test]
    fn malformed_numbers_are_kept_as_typed() {
        for (typed, country) in [
            ("88.60.15.31", "FR"),
            ("00 00", "FR"),
            ("0033 1 42 60 30", "FR"),
            ("abc", "FR"),
            ("poste 12", "FR"),
            ("01 42 60 30 30 poste", "FR"),
            ("01 42 60 30 30 poste 12345678", "FR"),
            ("01 42 60 30 30 bis 12", "FR"),
            ("01 42 60 30 30 poste 12 bis", "FR"),
            ("0262 20 12 34", "BE"),
            ("41 12 34", "FR"),
        ] {
            let phone = Phone::parse(typed, country);
            assert!(phone.is_malformed() && phone.is_sound(), "{typed}: {phone:?}");
            assert_eq!(phone.shown("FR"), typed);
        }
        let none = Phone::parse("", "FR");
        assert!(none.is_empty() && !none.is_malformed() && none == Phone::default());
    }

    #[test]
    fn shown_national_at_home() {
        let phone = Phone::parse("+33142603030", "FR");
        assert_eq!(phone.shown("FR"), "01 42 60 30 30");
        assert_eq!(phone.shown(""), "01 42 60 30 30");
        assert_eq!(phone.shown("BE"), "+33 1 42 60 30 30");
        assert_eq!(phone.typed(), "+33142603030");
        assert_eq!(Phone::parse("044 668 18 00", "CH").shown("CH"), "044 668 18 00");
        assert_eq!(Phone::parse("0262 20 12 34", "FR").shown("FR"), "+262 262 20 12 34");
    }

    #[test]
    fn stored_as_a_pair_and_read_as_it_is() {
        let phone = Phone::parse("01 42 60 30 30", "FR");
        let json = serde_json::to_string(&phone).unwrap();
        assert_eq!(json, r#"["01 42 60 30 30","+33142603030"]"#);
        assert_eq!(serde_json::from_str::<Phone>(&json).unwrap(), phone);
        assert_eq!(rmp_serde::to_vec(&Phone::default()).unwrap(), [0x92, 0xa0, 0xa0]);
        assert_eq!(rmp_serde::from_slice::<Phone>(&[0x92, 0xa0, 0xa0]).unwrap(), Phone::default());
        assert!(serde_json::from_str::<Phone>(r#"["1"]"#).is_err());
    }

    #[test]
    fn soundness_of_what_was_stored() {
        let sound =
            |typed: &str, e164: &str| Phone { typed: typed.into(), e164: Some(e164.into()) }.is_sound();
        assert!(sound("1", "+1234") && sound("1", "+123456789012345"));
        for e164 in ["+123", "+1234567890123456", "1234", "++1234", "+12 34", "+", "+١٢٣٤"] {
            assert!(!sound("1", e164), "{e164}");
        }
        assert!(!sound("", "+33142603030"));
    }
}
