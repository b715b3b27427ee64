//! The bytes that the values of custom fields sort by, where the language does not matter.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::decimal;

/// The key of a value by its kind; none for a kind that sorts by the language, and for what is no value of its kind.
pub(super) fn key_of_kind(field: &CustomField, value: &str) -> Option<Vec<u8>> {
    match field.kind {
        FieldKind::Number | FieldKind::Amount => decimal::is_canonical(value).then(|| decimal_key(value)),
        FieldKind::Date => {
            // The years before the first one come before it.
            let day = value.parse::<NaiveDate>().ok()?.num_days_from_ce();
            let day = day.wrapping_sub(i32::MIN).to_be_bytes();
            Some([b'1'].into_iter().chain(day).collect())
        }
        FieldKind::YesNo => match value {
            YES => Some(b"1".to_vec()),
            NO => Some(b"2".to_vec()),
            _ => None,
        },
        FieldKind::Choice => {
            let place = field.choices.iter().zip(0_u32..).find(|(choice, _)| *choice == value);
            place.map(|(_, place)| place.to_be_bytes().to_vec())
        }
        FieldKind::Text | FieldKind::LongText | FieldKind::Link | FieldKind::Email | FieldKind::Phone => None,
    }
}

/// A canonical number: its sign, how many digits stand before the point, all digits. Of numbers below zero each byte is
/// turned over, so that the greater ones come first, and a last one stands after them, so that `-1.5` comes before `-1`.
fn decimal_key(number: &str) -> Vec<u8> {
    let (negative, size) = match number.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, number),
    };
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    let length = u8::try_from(whole.len()).unwrap_or(u8::MAX);
    let digits = [length].into_iter().chain(whole.bytes()).chain(fraction.trim_end_matches('0').bytes());
    if negative {
        [b'0'].into_iter().chain(digits.map(|byte| !byte)).chain([u8::MAX]).collect()
    } else {
        [b'1'].into_iter().chain(digits).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: FieldKind) -> CustomField {
        let choices = ["Haute", "Basse", "haute"].map(str::to_owned).to_vec();
        CustomField { id: 1, name: "F".into(), kind, choices, hidden: false, rank: 0 }
    }

    fn is_sorted(kind: FieldKind, values: &[&str]) -> bool {
        let keys = values.iter().map(|value| key_of_kind(&field(kind), value));
        keys.map(|key| key.unwrap()).is_sorted_by(|one, next| one < next)
    }

    #[test]
    fn values_sort_by_what_they_mean() {
        let numbers = [
            "-1000", "-999.5", "-10", "-9.51", "-9.5", "-9", "-0.5", "0", "0.05", "0.5", "9", "9.5", "10",
            "10.01", "1000",
        ];
        assert!(is_sorted(FieldKind::Number, &numbers));
        assert!(is_sorted(FieldKind::Amount, &["-1.50", "0.00", "9.00", "10.00"]));
        assert!(is_sorted(
            FieldKind::Date,
            &["-0001-01-01", "0001-01-01", "1999-12-31", "2026-01-02", "2026-01-10"]
        ));
        assert!(is_sorted(FieldKind::YesNo, &["yes", "no"]));
        assert!(is_sorted(FieldKind::Choice, &["Haute", "Basse", "haute"]));
        assert_eq!(decimal_key("1.50"), decimal_key("1.5"));
    }

    #[test]
    fn what_is_no_value_of_its_kind_has_no_key() {
        for (kind, value) in [
            (FieldKind::Number, "beaucoup"),
            (FieldKind::Number, ""),
            (FieldKind::Amount, "1,5"),
            (FieldKind::Date, "30/02/2026"),
            (FieldKind::YesNo, "peut-être"),
            (FieldKind::Choice, "Moyenne"),
            (FieldKind::Text, "12"),
            (FieldKind::Phone, "01 42"),
        ] {
            assert_eq!(key_of_kind(&field(kind), value), None, "{value}");
        }
    }
}
