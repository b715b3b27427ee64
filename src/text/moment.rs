//! Days and sizes that are told partly in words.
//!
//! They belong to [`Format`], and stand here because it knows no words.

use chrono::{Days, NaiveDate};
use icu_decimal::input::Decimal;

use super::Text;
use crate::format::Format;

impl Format {
    /// `aujourd’hui`, `hier`, `demain`, else the date.
    pub fn day(&self, text: &Text, date: NaiveDate, today: NaiveDate) -> String {
        if date == today {
            text.get("day-today").to_owned()
        } else if today.checked_sub_days(Days::new(1)) == Some(date) {
            text.get("day-yesterday").to_owned()
        } else if today.checked_add_days(Days::new(1)) == Some(date) {
            text.get("day-tomorrow").to_owned()
        } else {
            self.date(date)
        }
    }

    /// A file's size, in the largest unit of which it is one at least, with a decimal below ten: `212 Ko`, `1,4 Mo`.
    pub fn file_size(&self, text: &Text, bytes: u64) -> String {
        const UNITS: [(u64, &str); 3] =
            [(1_000_000_000, "size-gigabytes"), (1_000_000, "size-megabytes"), (1_000, "size-kilobytes")];
        let Some((unit, key)) = UNITS.into_iter().find(|(unit, _)| bytes >= *unit) else {
            return text.with("size-bytes", &[("n", bytes.into())]);
        };
        let tenths = bytes / (unit / 10);
        let mut size = Decimal::from(if tenths < 100 { tenths } else { bytes / unit });
        if tenths < 100 {
            size.multiply_pow10(-1);
            size.trim_end();
        }
        text.with(key, &[("n", self.number(size).into())])
    }
}
