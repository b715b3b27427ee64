//! Numbers of natural persons that serve as VAT numbers in four countries: each holds a birth date.
//!
//! `None` means that nobody has such a number, `Some(false)` that its check digit is wrong.

use chrono::NaiveDate;

use super::digits::Digits;

/// Bulgaria, ten digits: the ЕГН, birth date first; 20 is added to the month before 1900, 40 from 2000 on.
pub(super) fn bulgarian(digits: Digits<'_>) -> bool {
    let year: i32 = digits.part(0, 2).value();
    let month: u32 = digits.part(2, 2).value();
    let (century, month) = match month {
        0..=20 => (1900, month),
        21..=40 => (1800, month.saturating_sub(20)),
        _ => (2000, month.saturating_sub(40)),
    };
    let (before, check) = digits.split_last();
    is_date(year.saturating_add(century), month, digits.part(4, 2))
        && before.sum(&[2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == check
}

/// Bulgaria, ten digits: the number of a foreigner, which is the only one without a date.
pub(super) fn foreigner_in_bulgaria(digits: Digits<'_>) -> bool {
    let (before, check) = digits.split_last();
    before.sum(&[21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 == check
}

/// Czechia and Slovakia, nine digits until 1953, then ten: the rodné číslo. 50 is added to a woman's month, and 20
/// once a day's numbers run out.
pub(super) fn czech(digits: Digits<'_>) -> Option<bool> {
    let of_century: i32 = digits.part(0, 2).value();
    let old = digits.text().len() == 9;
    let year = match (old, of_century) {
        (true, 54..=79) => return None,
        (true, 80..) => of_century.saturating_add(1800),
        (false, ..54) => of_century.saturating_add(2000),
        _ => of_century.saturating_add(1900),
    };
    let month = digits.part(2, 2).value::<u32>() % 50 % 20;
    if !is_date(year, month, digits.part(4, 2)) {
        return None;
    }
    let (before, check) = digits.split_last();
    Some(old || before.value::<u64>() % 11 % 10 == check)
}

/// Latvia, eleven digits: day, month, year, century; those of 2017 and later begin with 32 and tell no date.
pub(super) fn latvian(digits: Digits<'_>) -> Option<bool> {
    let centuries = digits.part(6, 1).value::<i32>().saturating_mul(100);
    let year = digits.part(4, 2).value::<i32>().saturating_add(1800).saturating_add(centuries);
    if !digits.text().starts_with("32") && !is_date(year, digits.part(2, 2).value(), digits.part(0, 2)) {
        return None;
    }
    let (before, check) = digits.split_last();
    Some(before.sum(&[10, 5, 8, 4, 2, 1, 6, 3, 7, 9]).wrapping_add(1) % 11 % 10 == check)
}

/// Romania, thirteen digits: the CNP, with sex and century, birth date and county.
pub(super) fn romanian(digits: Digits<'_>) -> Option<bool> {
    let century = match digits.part(0, 1).value() {
        0_u8 => return None,
        3 | 4 => 1800,
        5 | 6 => 2000,
        _ => 1900,
    };
    let year = digits.part(1, 2).value::<i32>().saturating_add(century);
    let county = matches!(digits.part(7, 2).value::<u8>(), 1..=48 | 51 | 52 | 70 | 80..=83);
    if !county || !is_date(year, digits.part(3, 2).value(), digits.part(5, 2)) {
        return None;
    }
    let (before, check) = digits.split_last();
    let sum = before.sum(&[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    Some(check == if sum == 10 { 1 } else { sum })
}

fn is_date(year: i32, month: u32, day: Digits<'_>) -> bool {
    NaiveDate::from_ymd_opt(year, month, day.value()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Digits<'_> {
        Digits::read(text, text.len()).unwrap()
    }

    #[test]
    fn a_date_that_is_none_is_nobodys() {
        // 29 February: only in leap years, and 1900 was none.
        assert!(
            is_date(2000, 2, read("29")) && !is_date(1900, 2, read("29")) && !is_date(1999, 13, read("01"))
        );
    }

    #[test]
    fn bulgarian_months_tell_the_century() {
        assert!(bulgarian(read("7523169263")) && bulgarian(read("8032056031")));
        assert!(!bulgarian(read("7523169264")) && !bulgarian(read("8032056032")));
        let any = |nine: &str| (0..10).any(|check| bulgarian(read(&format!("{nine}{check}"))));
        // 29 February of 2000; and of 1900 and 1800, which had none.
        assert!(any("004229000") && !any("000229000") && !any("002229000"));
        assert!(any("001231000") && any("003231000") && any("005231000"));
        assert!(!any("001331000") && !any("003331000") && !any("005331000"));
        assert!(foreigner_in_bulgaria(read("7111042925")) && !foreigner_in_bulgaria(read("7111042926")));
    }

    #[test]
    fn czech_numbers_had_nine_digits_until_1953() {
        for (number, expected) in [
            ("531231123", Some(true)),
            ("541231123", None),
            ("791231123", None),
            ("801231123", Some(true)),
            ("7103192745", Some(true)),
            ("7103192746", Some(false)),
        ] {
            assert_eq!(czech(read(number)), expected, "{number}");
        }
        // A woman, and one of a day with more births than numbers.
        assert!(czech(read("7153192745")).is_some() && czech(read("7173192745")).is_some());
        assert!(czech(read("7113192745")).is_none() && czech(read("7103322745")).is_none());
        // Of ten digits 53 is 2053 and 54 is 1954; there was no 29 February in 1954, nor is there in 2053.
        assert!(czech(read("5202290000")).is_some() && czech(read("5302290000")).is_none());
        assert!(czech(read("5402290000")).is_none() && czech(read("5602290000")).is_some());
    }

    #[test]
    fn latvian_numbers_told_a_date_until_2017() {
        assert_eq!(latvian(read("16117519997")), Some(true));
        assert_eq!(latvian(read("16117519998")), Some(false));
        assert_eq!(latvian(read("31027519997")), None);
        // 29 February of 1900 and of 2000.
        assert!(latvian(read("29020010000")).is_none() && latvian(read("29020020000")).is_some());
        assert_eq!(latvian(read("32000000008")), Some(true));
        assert_eq!(latvian(read("32000000007")), Some(false));
        assert_eq!(latvian(read("33000000008")), None);
    }

    #[test]
    fn romanian_numbers_tell_a_date_and_a_county() {
        assert_eq!(romanian(read("1630615123457")), Some(true));
        assert_eq!(romanian(read("1630615123458")), Some(false));
        assert_eq!(romanian(read("1630632123457")), None);
        let known = |county: &u32| romanian(read(&format!("1630615{county:02}3457"))).is_some();
        let counties: Vec<_> = (0..100).filter(known).collect();
        assert_eq!(counties, (1..=48).chain([51, 52, 70]).chain(80..=83).collect::<Vec<_>>());
        // 29 February of 1900, 1800 and 2000, by the first digit.
        let leap = |first: &u32| romanian(read(&format!("{first}000229013457"))).is_some();
        assert_eq!((0..10).filter(leap).collect::<Vec<_>>(), [5, 6]);
        let ordinary = |first: &u32| romanian(read(&format!("{first}000228013457"))).is_some();
        assert_eq!((0..10).filter(ordinary).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
}
