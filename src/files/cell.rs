//! A cell of a table that goes out: its text, and what it is, so that a spreadsheet can count with it.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::export::Words;
use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};

/// What a cell is, if its text can be read as that; a text that cannot stays one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// A text, also if it is made of digits: `0042`, `75001`.
    Text,
    /// A number.
    Number,
    /// An amount: two decimals.
    Amount,
    /// A day.
    Date,
    /// A moment, in UTC.
    Moment,
    /// Yes or no.
    YesNo,
}

impl Is {
    /// What a value of a custom field is.
    pub(super) fn of(field: &CustomField) -> Self {
        match field.kind {
            FieldKind::Number => Self::Number,
            FieldKind::Amount => Self::Amount,
            FieldKind::Date => Self::Date,
            FieldKind::YesNo => Self::YesNo,
            FieldKind::Text
            | FieldKind::LongText
            | FieldKind::Choice
            | FieldKind::Link
            | FieldKind::Email
            | FieldKind::Phone => Self::Text,
        }
    }
}

/// A cell, its text as the program keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) is: Is,
}

impl<'a> Cell<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), is: Is::Text }
    }

    /// Its number, if nothing of it is lost: a spreadsheet keeps fifteen digits.
    pub(super) fn number(&self) -> Option<f64> {
        let number: f64 = self.text.parse().ok()?;
        let written = match self.is {
            Is::Amount => format!("{number:.2}"),
            _ => number.to_string(),
        };
        let digits = self.text.bytes().filter(u8::is_ascii_digit).count();
        (written == self.text && (1..=15).contains(&digits)).then_some(number)
    }

    /// Its day.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        self.text.parse().ok()
    }

    /// Yes or no.
    pub(super) fn yes_or_no(&self) -> Option<bool> {
        match &*self.text {
            YES => Some(true),
            NO => Some(false),
            _ => None,
        }
    }

    /// As people write it, where it is not the text that is kept.
    pub(super) fn shown(&self, words: &Words) -> Option<String> {
        match self.is {
            Is::Number | Is::Amount => {
                self.number()?;
                Some(self.text.replace('.', words.point.encode_utf8(&mut [0; 4])))
            }
            Is::Date => Some(self.day()?.format("%d/%m/%Y").to_string()),
            Is::YesNo => Some(if self.yes_or_no()? { &words.yes } else { &words.no }.clone()),
            Is::Text | Is::Moment => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(is: Is, text: &str) -> Cell<'_> {
        Cell { text: text.into(), is }
    }

    #[test]
    fn a_number_is_one_only_if_nothing_of_it_is_lost() {
        for (is, text, number) in [
            (Is::Number, "12.5", Some(12.5)),
            (Is::Number, "-3", Some(-3.0)),
            (Is::Number, "0", Some(0.0)),
            (Is::Number, "12.50", None),
            (Is::Number, "0042", None),
            (Is::Number, "123456789012345", Some(123_456_789_012_345.0)),
            (Is::Number, "1234567890123456", None),
            (Is::Number, "beaucoup", None),
            (Is::Number, "NaN", None),
            (Is::Amount, "12.50", Some(12.5)),
            (Is::Amount, "-0.05", Some(-0.05)),
            (Is::Amount, "12.5", None),
            (Is::Amount, "", None),
        ] {
            assert_eq!(cell(is, text).number(), number, "{text}");
        }
    }

    #[test]
    fn people_read_a_comma_a_day_and_a_word() {
        let words = Words { yes: "Oui".into(), no: "Non".into(), point: ',', ..Words::default() };
        for (is, text, shown) in [
            (Is::Number, "1234.5", Some("1234,5")),
            (Is::Amount, "12.00", Some("12,00")),
            (Is::Amount, "cher", None),
            (Is::Date, "2026-11-04", Some("04/11/2026")),
            (Is::Date, "demain", None),
            (Is::YesNo, "yes", Some("Oui")),
            (Is::YesNo, "no", Some("Non")),
            (Is::YesNo, "peut-être", None),
            (Is::Text, "12.5", None),
            (Is::Moment, "2026-11-04T10:00:00Z", None),
        ] {
            assert_eq!(cell(is, text).shown(&words).as_deref(), shown, "{text}");
        }
    }

    #[test]
    fn a_custom_field_is_counted_with_if_its_kind_can_be() {
        let of = |kind| Is::of(&CustomField { kind, ..CustomField::default() });
        let kinds = FieldKind::ALL.map(of);
        let counted: Vec<Is> = kinds.into_iter().filter(|is| *is != Is::Text).collect();
        assert_eq!(counted, [Is::Number, Is::Amount, Is::Date, Is::YesNo]);
    }
}
