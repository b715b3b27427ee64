//! The rule of each country for what follows the letters of its VAT numbers.
//!
//! Each is a function of that rest: `None` if nobody has such a number, else whether its check is right. The rules
//! are those of python-stdnum 2.2, which the tests compare them with.

use super::super::identifier::{is_siren, luhn, luhn_sum};
use super::digits::{Digits, up_to_11};
use super::person;

pub(super) fn austria(body: &str) -> Option<bool> {
    let digits = Digits::read(body.strip_prefix('U')?, 8)?;
    let (before, check) = digits.split_last();
    Some(luhn_sum(before.text()).wrapping_add(check) % 10 == 6)
}

/// Those of before 2008 have nine digits; a zero goes before them.
pub(super) fn belgium(body: &str) -> Option<bool> {
    let padded = if body.len() == 9 { format!("0{body}") } else { body.to_owned() };
    let digits = Digits::read(&padded, 10)?;
    if digits.value::<u64>() == 0 || !padded.starts_with(['0', '1']) {
        return None;
    }
    let sum = digits.part(0, 8).value::<u64>().wrapping_add(digits.part(8, 2).value());
    Some(sum.is_multiple_of(97))
}

/// Nine digits for a firm, ten for a person, a foreigner or another.
pub(super) fn bulgaria(body: &str) -> Option<bool> {
    let digits = Digits::between(body, 9..=10)?;
    let (before, check) = digits.split_last();
    if body.len() == 10 {
        let other = up_to_11(before.sum(&[4, 3, 2, 7, 6, 5, 4, 3, 2])) % 11 == check;
        return Some(other || person::bulgarian(digits) || person::foreigner_in_bulgaria(digits));
    }
    let weights = [1, 2, 3, 4, 5, 6, 7, 8];
    Some(in_two_rounds(before, &weights, &weights.map(|weight| weight.saturating_add(2))) == check)
}

/// Followed by "MWST", "TVA", "IVA" or "TPV": without, it is the firm's number, which it has with or without VAT.
pub(super) fn switzerland(body: &str) -> Option<bool> {
    let firm = ["MWST", "TVA", "IVA", "TPV"].iter().find_map(|ending| body.strip_suffix(ending))?;
    let (before, check) = Digits::read(firm, 9)?.split_last();
    Some(up_to_11(before.sum(&[5, 4, 3, 2, 7, 6, 5, 4])) % 11 == check)
}

/// Eight digits and a letter. The values of the first, third, fifth and seventh digit are the tax office's own.
pub(super) fn cyprus(body: &str) -> Option<bool> {
    const VALUES: [u64; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let (number, letter) = split_last(body)?;
    let digits = Digits::read(number, 8)?;
    if number.starts_with("12") {
        return None;
    }
    let odd = [0, 2, 4, 6].into_iter().filter_map(|at| VALUES.get(digits.part(at, 1).value::<usize>()));
    let sum = odd.sum::<u64>().wrapping_add(digits.sum(&[0, 1, 0, 1, 0, 1, 0, 1]));
    Some(nth("ABCDEFGHIJKLMNOPQRSTUVWXYZ", sum % 26) == Some(letter))
}

/// Eight digits for a firm; nine beginning with 6 for some persons; else a person's own number.
pub(super) fn czechia(body: &str) -> Option<bool> {
    let digits = Digits::between(body, 8..=10)?;
    let (before, check) = digits.split_last();
    match body.len() {
        8 if body.starts_with('9') => None,
        8 => Some(match up_to_11(before.sum(&[8, 7, 6, 5, 4, 3, 2])) {
            11 => check == 1,
            other => check == other % 10,
        }),
        9 if body.starts_with('6') => {
            let sum = before.sum(&[0, 8, 7, 6, 5, 4, 3, 2]) % 11;
            Some(sum.wrapping_add(8) % 10 == check)
        }
        _ => person::czech(digits),
    }
}

pub(super) fn germany(body: &str) -> Option<bool> {
    Digits::read(not_from_zero(body)?, 9).map(Digits::is_mod_11_10)
}

pub(super) fn denmark(body: &str) -> Option<bool> {
    weighs(not_from_zero(body)?, &[2, 7, 6, 5, 4, 3, 2, 1], 11)
}

pub(super) fn estonia(body: &str) -> Option<bool> {
    weighs(body, &[3, 7, 1, 3, 7, 1, 3, 7, 1], 10)
}

/// Old ones have eight digits; a zero goes before them, which has no weight in the sum.
pub(super) fn greece(body: &str) -> Option<bool> {
    let padded = if body.len() == 8 { format!("0{body}") } else { body.to_owned() };
    let (before, check) = Digits::read(&padded, 9)?.split_last();
    Some(before.sum(&[256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == check)
}

/// A person's number, which ends in a letter, or a firm's, which begins with one.
pub(super) fn spain(body: &str) -> Option<bool> {
    let (before, check) = split_last(body)?;
    let mut signs = before.chars();
    let first = signs.next()?;
    let seven = Digits::read(signs.as_str(), 7)?;
    let of_person = |number: u64| nth("TRWAGMYFPDXBNJZSQVHLCKE", number % 23) == Some(check);
    match first {
        'K' | 'L' | 'M' => Some(of_person(seven.value())),
        // A resident's number, and a foreigner's, where X, Y and Z stand for 0, 1 and 2.
        '0'..='9' | 'X' | 'Y' | 'Z' => {
            let digit = match first {
                'X' => '0',
                'Y' => '1',
                'Z' => '2',
                digit => digit,
            };
            Some(of_person(Digits::read(&format!("{digit}{}", seven.text()), 8)?.value()))
        }
        'A'..='J' | 'N' | 'P'..='S' | 'U'..='W' if first != 'I' => {
            // The kind of firm says whether a digit or a letter checks it, but not reliably.
            let check =
                place("JABCDEFGHI", check).map_or_else(|| check.to_string(), |digit| digit.to_string());
            Some(Digits::read(&check, 1).is_some() && luhn(&format!("{}{check}", seven.text())))
        }
        _ => None,
    }
}

pub(super) fn finland(body: &str) -> Option<bool> {
    weighs(body, &[7, 9, 10, 5, 8, 4, 2, 1], 11)
}

/// A key of two signs, and the SIREN. Monaco's begin with 000 in the place of a SIREN.
pub(super) fn france(body: &str) -> Option<bool> {
    const SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let (key, siren) = body.split_at_checked(2)?;
    let positions: Vec<_> = key.chars().filter_map(|sign| place(SIGNS, sign)).collect();
    let [first, second] = *positions else { return None };
    let siren = Digits::read(siren, 9)?;
    if !siren.text().starts_with("000") && !is_siren(siren.text()) {
        return Some(false);
    }
    if let Some(key) = Digits::read(key, 2) {
        return Some(key.value::<u64>() == french_key(siren));
    }
    let number = if first < 10 {
        first.wrapping_mul(24).wrapping_add(second).wrapping_sub(10)
    } else {
        first.wrapping_mul(34).wrapping_add(second).wrapping_sub(100)
    };
    let sum = siren.value::<u64>().wrapping_add(1).wrapping_add(number / 11);
    Some(sum % 11 == number % 11)
}

/// The key of digits that goes before a SIREN.
pub(super) fn french_key(siren: Digits<'_>) -> u64 {
    siren.value::<u64>().wrapping_mul(100).wrapping_add(12) % 97
}

/// A trader's number, perhaps with three digits for a branch; or one of a government department (GD000 to GD499)
/// or health authority (HA500 to HA999), perhaps in its long form.
pub(super) fn britain(body: &str) -> Option<bool> {
    let office = body.strip_prefix("GD").map(|rest| (rest, 0..=499));
    if let Some((rest, offices)) = office.or_else(|| Some((body.strip_prefix("HA")?, 500..=999))) {
        let digits =
            rest.strip_prefix("8888").map_or_else(|| Digits::read(rest, 3), |long| Digits::read(long, 5))?;
        let number = digits.part(0, 3).value::<u64>();
        let right = digits.text().len() == 3 || number % 97 == digits.part(3, 2).value::<u64>();
        return offices.contains(&number).then_some(right);
    }
    let digits = Digits::read(body, 9).or_else(|| Digits::read(body, 12))?;
    let sum = digits.sum(&[8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
    // 42 is added to those given since 2009.
    Some(sum == 0 || (matches!(sum, 42 | 55) && !body.starts_with('0')))
}

pub(super) fn croatia(body: &str) -> Option<bool> {
    Digits::read(body, 11).map(Digits::is_mod_11_10)
}

pub(super) fn hungary(body: &str) -> Option<bool> {
    weighs(body, &[9, 7, 3, 1, 9, 7, 3, 1], 10)
}

/// Seven digits and one letter or two; old ones have a letter or sign in the second place, and the first digit then
/// counts after the others.
pub(super) fn ireland(body: &str) -> Option<bool> {
    const LETTERS: &str = "WABCDEFGHIJKLMNOPQRSTUV";
    let (number, letters) = body.split_at_checked(7)?;
    let places = letters.chars().map(|letter| place(LETTERS, letter)).collect::<Option<Vec<_>>>()?;
    let (check, second) = match *places {
        [check] => (check, 0),
        [check, second] => (check, second),
        _ => return None,
    };
    let weights = [8, 7, 6, 5, 4, 3, 2];
    if let Some(digits) = Digits::read(number, 7) {
        return Some(digits.sum(&weights).wrapping_add(second.wrapping_mul(9)) % 23 == check);
    }
    let (first, rest) = number.split_at_checked(1)?;
    let five = rest.strip_prefix(|sign: char| sign.is_ascii_uppercase() || matches!(sign, '+' | '*'))?;
    let digits = format!("0{five}{first}");
    Some(Digits::read(&digits, 7)?.sum(&weights) % 23 == check)
}

/// Seven digits, three of the province, and the check.
pub(super) fn italy(body: &str) -> Option<bool> {
    let digits = Digits::read(body, 11)?;
    let province = matches!(digits.part(7, 3).value::<u16>(), 1..=100 | 120 | 121 | 888 | 999);
    (province && digits.part(0, 7).value::<u64>() != 0).then(|| luhn(body))
}

/// Nine digits for a firm, twelve for others; the last but one is 1.
pub(super) fn lithuania(body: &str) -> Option<bool> {
    let digits = Digits::read(body, 9).or_else(|| Digits::read(body, 12))?;
    let (before, check) = digits.split_last();
    let rounds = ([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4]);
    before.text().ends_with('1').then(|| in_two_rounds(before, &rounds.0, &rounds.1) == check)
}

pub(super) fn luxembourg(body: &str) -> Option<bool> {
    let digits = Digits::read(body, 8)?;
    Some(digits.part(0, 6).value::<u64>() % 89 == digits.part(6, 2).value::<u64>())
}

/// A firm's begins with 4 or more; else it is a person's own number.
pub(super) fn latvia(body: &str) -> Option<bool> {
    let digits = Digits::read(body, 11)?;
    if body.starts_with(['0', '1', '2', '3']) {
        return person::latvian(digits);
    }
    Some(digits.sum(&[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3)
}

pub(super) fn malta(body: &str) -> Option<bool> {
    weighs(not_from_zero(body)?, &[3, 4, 6, 7, 8, 9, 10, 1], 37)
}

/// Nine digits, "B" and two digits. Since 2020 those of sole traders no longer hold a person's number, and the whole
/// is checked by ISO 7064 modulo 97,10 instead, where letters count from A = 10.
pub(super) fn netherlands(body: &str) -> Option<bool> {
    let (number, counter) = body.rsplit_once('B')?;
    let number = format!("{number:0>9}");
    let (digits, counter) = (Digits::read(&number, 9)?, Digits::read(counter, 2)?);
    if digits.value::<u64>() == 0 || counter.value::<u64>() == 0 {
        return None;
    }
    let of_person = digits.sum(&[9, 8, 7, 6, 5, 4, 3, 2, 10]).is_multiple_of(11);
    let whole = format!("2321{number}11{}", counter.text());
    Some(of_person || Digits::read(&whole, 17)?.value::<u64>() % 97 == 1)
}

/// The firm's number, followed by "MVA" if it is registered for VAT.
pub(super) fn norway(body: &str) -> Option<bool> {
    weighs(body.strip_suffix("MVA")?, &[3, 2, 7, 6, 5, 4, 3, 2, 1], 11)
}

pub(super) fn poland(body: &str) -> Option<bool> {
    weighs(body, &[6, 5, 7, 2, 3, 4, 5, 6, 7, 10], 11)
}

pub(super) fn portugal(body: &str) -> Option<bool> {
    let (before, check) = Digits::read(not_from_zero(body)?, 9)?.split_last();
    Some(up_to_11(before.sum(&[9, 8, 7, 6, 5, 4, 3, 2])) % 11 % 10 == check)
}

/// Two to ten digits for a firm, thirteen for a person.
pub(super) fn romania(body: &str) -> Option<bool> {
    if let Some(digits) = Digits::read(body, 13) {
        return person::romanian(digits);
    }
    let (before, check) = Digits::between(not_from_zero(body)?, 2..=10)?.split_last();
    let padded = format!("{:0>9}", before.text());
    let sum = Digits::read(&padded, 9)?.sum(&[7, 5, 3, 2, 1, 7, 5, 3, 2]);
    Some(sum.wrapping_mul(10) % 11 % 10 == check)
}

/// The firm's number, and "01".
pub(super) fn sweden(body: &str) -> Option<bool> {
    Digits::read(body.strip_suffix("01")?, 10).map(|digits| luhn(digits.text()))
}

pub(super) fn slovenia(body: &str) -> Option<bool> {
    let (before, check) = Digits::read(not_from_zero(body)?, 8)?.split_last();
    let sum = up_to_11(before.sum(&[8, 7, 6, 5, 4, 3, 2]));
    Some(check == if sum == 10 { 0 } else { sum })
}

/// A multiple of eleven; or a person's number.
pub(super) fn slovakia(body: &str) -> Option<bool> {
    let digits = Digits::read(body, 10)?;
    if person::czech(digits) == Some(true) {
        return Some(true);
    }
    let kind = matches!(digits.part(2, 1).value::<u8>(), 2..=4 | 7..=9);
    (kind && !body.starts_with('0')).then(|| digits.value::<u64>().is_multiple_of(11))
}

/// As many digits as weights, whose weighted sum is a multiple.
fn weighs(body: &str, weights: &[u64], of: u64) -> Option<bool> {
    Some(Digits::read(body, weights.len())?.sum(weights).is_multiple_of(of))
}

/// The sum modulo 11; where that is 10, with other weights; where it is 10 again, 0.
fn in_two_rounds(digits: Digits<'_>, first: &[u64], second: &[u64]) -> u64 {
    let sum = digits.sum(first) % 11;
    if sum == 10 { digits.sum(second) % 11 % 10 } else { sum }
}

fn not_from_zero(body: &str) -> Option<&str> {
    (!body.starts_with('0')).then_some(body)
}

/// All signs but the last, and the last.
fn split_last(body: &str) -> Option<(&str, char)> {
    let mut signs = body.chars();
    let last = signs.next_back()?;
    Some((signs.as_str(), last))
}

/// Where the sign stands among others, counted from 0.
fn place(signs: &str, sign: char) -> Option<u64> {
    (0..).zip(signs.chars()).find(|(_, other)| *other == sign).map(|(place, _)| place)
}

fn nth(signs: &str, place: u64) -> Option<char> {
    (0..).zip(signs.chars()).find(|(other, _)| *other == place).map(|(_, sign)| sign)
}
