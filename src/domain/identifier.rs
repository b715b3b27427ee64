//! Numbers that authorities give: SIREN and SIRET.
//!
//! Rules: INSEE's. Both end in a check digit (Luhn); the establishments of La Poste have a rule of their own,
//! as there were more of them than one check digit allows.

use super::reason::Reason;

/// La Poste's SIREN.
const LA_POSTE: &str = "356000000";
/// The SIRET of La Poste's seat, which follows the common rule.
const LA_POSTE_SEAT: &str = "35600000000048";

/// Nine digits with a right check digit.
pub fn is_siren(number: &str) -> bool {
    is_siren_shaped(number) && luhn(number)
}

/// Fourteen digits with a right check digit, of an establishment of a right SIREN.
pub fn is_siret(number: &str) -> bool {
    let Some(siren) = siren_of(number) else { return false };
    let right = if siren == LA_POSTE && number != LA_POSTE_SEAT {
        values(number).sum::<usize>().is_multiple_of(5)
    } else {
        luhn(number)
    };
    right && is_siren(siren)
}

/// Nine digits, whatever their check digit says.
pub fn is_siren_shaped(number: &str) -> bool {
    number.len() == 9 && is_digits(number)
}

/// Fourteen digits, whatever their check digit says: the nine digits of the SIREN.
pub fn siren_of(siret: &str) -> Option<&str> {
    if siret.len() == 14 && is_digits(siret) { siret.get(..9) } else { None }
}

/// SIREN and SIRET from what was typed into their one field. Spaces, dots and dashes are set aside; what is
/// neither stands in the place of the SIRET as typed.
pub fn split_registration(typed: &str) -> (String, String) {
    let apart = |c: &char| c.is_whitespace() || matches!(c, '.' | '-' | '\u{2010}'..='\u{2015}');
    let compact: String = typed.chars().filter(|c| !apart(c)).collect();
    if is_siren_shaped(&compact) {
        (compact, String::new())
    } else if let Some(siren) = siren_of(&compact) {
        (siren.to_owned(), compact)
    } else {
        (String::new(), typed.trim().to_owned())
    }
}

/// In groups as people write it: `552 008 443`, `732 829 320 00074`; anything else as it is.
pub fn shown(number: &str) -> String {
    let siren = if is_siren_shaped(number) { Some(number) } else { siren_of(number) };
    let grouped = siren.and_then(|siren| {
        let (first, rest) = siren.split_at_checked(3)?;
        let (second, third) = rest.split_at_checked(3)?;
        let nic = number.get(9..).filter(|nic| !nic.is_empty());
        Some(
            [Some(first), Some(second), Some(third), nic].into_iter().flatten().collect::<Vec<_>>().join(" "),
        )
    });
    grouped.unwrap_or_else(|| number.to_owned())
}

/// Why the numbers are doubted, with the SIRET's doubt in the place of both; no numbers, no doubt.
pub fn registration_doubt(siren: &str, siret: &str) -> Option<Reason> {
    if siret.is_empty() {
        match siren {
            "" => None,
            _ if !is_siren_shaped(siren) => Some(Reason::RegistrationLength),
            _ => (!is_siren(siren)).then_some(Reason::SirenCheck),
        }
    } else {
        let Some(own) = siren_of(siret) else { return Some(Reason::RegistrationLength) };
        // Two numbers from two columns of a file may be of two firms.
        let of_another = !siren.is_empty() && siren != own;
        (of_another || !is_siret(siret)).then_some(Reason::SiretCheck)
    }
}

fn is_digits(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit())
}

fn values(digits: &str) -> impl DoubleEndedIterator<Item = usize> {
    digits.bytes().map(|byte| usize::from(byte.saturating_sub(b'0')))
}

/// Is the sum of Luhn a multiple of ten?
pub(super) fn luhn(digits: &str) -> bool {
    luhn_sum(digits).is_multiple_of(10)
}

/// Luhn: every second digit from the right doubled (of 16, the sum 1 + 6), all added up.
pub(super) fn luhn_sum(digits: &str) -> u64 {
    const DOUBLED: [u64; 10] = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
    let second = [false, true].into_iter().cycle();
    values(digits)
        .rev()
        .zip(second)
        .map(|(value, second)| {
            if second {
                DOUBLED.get(value).copied().unwrap_or_default()
            } else {
                u64::try_from(value).unwrap_or_default()
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_real_firms() {
        for siren in ["732829320", "552008443", "404833048", "356000000"] {
            assert!(is_siren(siren), "{siren}");
        }
        for wrong in ["732829321", "73282932", "7328293200", "73282932O", "", "٧٣٢٨٢٩٣٢٠"] {
            assert!(!is_siren(wrong), "{wrong}");
        }
        for siret in ["73282932000074", "35600000000048", "35600000049837"] {
            assert!(is_siret(siret), "{siret}");
        }
        // One digit more in the sum; a wrong SIREN though the whole is right by Luhn; La Poste by Luhn only.
        for wrong in ["73282932000075", "35600000049838", "73282932100007", "35600000000014", "732829320"] {
            assert!(!is_siret(wrong), "{wrong}");
        }
        assert!(luhn("73282932100007") && luhn("35600000000014"));
    }

    #[test]
    fn one_field_takes_both() {
        let split = |typed| {
            let (siren, siret) = split_registration(typed);
            [siren, siret]
        };
        assert_eq!(split(" 552\u{a0}008 443 "), ["552008443", ""]);
        assert_eq!(split("732.829.320-00074"), ["732829320", "73282932000074"]);
        assert_eq!(split("732\u{202f}829\u{2011}320 00075"), ["732829320", "73282932000075"]);
        assert_eq!(split(" 552 008 44 "), ["", "552 008 44"]);
        assert_eq!(split("FR44732829320"), ["", "FR44732829320"]);
        assert_eq!(split("  "), ["", ""]);
    }

    #[test]
    fn shown_in_groups() {
        assert_eq!(shown("552008443"), "552 008 443");
        assert_eq!(shown("73282932000074"), "732 829 320 00074");
        assert_eq!(shown("552 008"), "552 008");
    }

    #[test]
    fn one_doubt_for_both() {
        assert_eq!(registration_doubt("", ""), None);
        assert_eq!(registration_doubt("552008443", ""), None);
        assert_eq!(registration_doubt("552008444", ""), Some(Reason::SirenCheck));
        assert_eq!(registration_doubt("55200844", ""), Some(Reason::RegistrationLength));
        assert_eq!(registration_doubt("", "552 008"), Some(Reason::RegistrationLength));
        assert_eq!(registration_doubt("732829320", "73282932000074"), None);
        assert_eq!(registration_doubt("", "73282932000074"), None);
        assert_eq!(registration_doubt("732829320", "73282932000075"), Some(Reason::SiretCheck));
        assert_eq!(registration_doubt("552008443", "73282932000074"), Some(Reason::SiretCheck));
    }
}
