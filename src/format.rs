//! Numbers, dates and times as people write them, by language; and as machines do.
//!
//! The data is Unicode's (CLDR, by icu4x); `tests/it/format.rs` compares with what another implementation wrote.

use std::cell::OnceCell;
use std::rc::Rc;

use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _};
use icu_calendar::{Date, Iso};
use icu_datetime::fieldsets::{T, YM, YMD};
use icu_datetime::input::Time;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterLoadError, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};

use crate::clock;
use crate::domain::record::Moment;
use crate::language::Language;

/// How a language writes numbers and dates. Made once a language and thread (icu4x's data cannot be shared between
/// threads as it is built here); a clone costs nothing.
#[derive(Clone, Debug)]
pub struct Format(Rc<Formatters>);

#[derive(Debug)]
struct Formatters {
    language: Language,
    decimal: DecimalFormatter,
    date: DateTimeFormatter<YMD>,
    date_long: DateTimeFormatter<YMD>,
    month: DateTimeFormatter<YM>,
    time: NoCalendarFormatter<T>,
}

impl Formatters {
    fn load(language: Language, locale: &Locale) -> Result<Self, DateTimeFormatterLoadError> {
        Ok(Self {
            language,
            decimal: DecimalFormatter::try_new(locale.into(), Default::default())?,
            date: DateTimeFormatter::try_new(locale.into(), YMD::medium())?,
            date_long: DateTimeFormatter::try_new(locale.into(), YMD::long())?,
            month: DateTimeFormatter::try_new(locale.into(), YM::long())?,
            time: NoCalendarFormatter::try_new(locale.into(), T::hm())?,
        })
    }
}

impl Format {
    /// The habits of a language.
    #[expect(clippy::expect_used, reason = "the data is compiled in, and a test loads each language")]
    pub fn of(language: Language) -> Self {
        thread_local! {
            static FORMATS: [OnceCell<Format>; 3] = const { [const { OnceCell::new() }; 3] };
        }
        FORMATS.with(|[fr, en, es]| {
            let (format, locale) = match language {
                Language::Fr => (fr, locale!("fr-FR")),
                Language::En => (en, locale!("en-GB")),
                Language::Es => (es, locale!("es-ES")),
            };
            format
                .get_or_init(|| Self(Rc::new(Formatters::load(language, &locale).expect("compiled data"))))
                .clone()
        })
    }

    /// A whole number: `1 284`.
    pub fn number(&self, number: impl Into<Decimal>) -> String {
        self.0.decimal.format_to_string(&number.into())
    }

    /// A number given as digits with a point (`1284.5`); none if it is not one.
    pub(crate) fn decimal(&self, number: &str) -> Option<String> {
        Some(self.0.decimal.format_to_string(&Decimal::try_from_str(number).ok()?))
    }

    /// An amount in euros, given as digits with a point (`1234.50`): `1 234,50 €`; none if it is no number.
    pub fn money(&self, amount: &str) -> Option<String> {
        let number = self.decimal(amount)?;
        Some(match self.0.language {
            // The sign of a debt stands before that of the currency.
            Language::En => match number.strip_prefix('-') {
                Some(owed) => format!("-€{owed}"),
                None => format!("€{number}"),
            },
            Language::Fr | Language::Es => format!("{number}\u{a0}€"),
        })
    }

    /// What separates decimals: `,` in `1,5`.
    pub fn point(&self) -> char {
        self.decimal("1.5").and_then(|text| text.chars().nth(1)).unwrap_or('.')
    }

    /// `20 nov. 2026`
    pub fn date(&self, date: NaiveDate) -> String {
        calendar(date).map_or_else(|| iso_date(date), |day| self.0.date.format(&day).to_string())
    }

    /// `20 novembre 2026`
    pub fn date_long(&self, date: NaiveDate) -> String {
        calendar(date).map_or_else(|| iso_date(date), |day| self.0.date_long.format(&day).to_string())
    }

    /// `novembre 2026`
    pub fn month(&self, date: NaiveDate) -> String {
        calendar(date).map_or_else(|| iso_date(date), |day| self.0.month.format(&day).to_string())
    }

    /// `10:02`
    pub fn time(&self, time: NaiveTime) -> String {
        // Each is below 60.
        let part = |part: u32| u8::try_from(part).unwrap_or_default();
        let time =
            Time::try_new(part(time.hour()), part(time.minute()), 0, 0).unwrap_or(Time::start_of_day());
        self.0.time.format(&time).to_string()
    }
}

/// `2026-11-20`, for machines.
pub fn iso_date(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// `2026-11-20T10:02:07Z`, for machines.
pub fn iso_moment(moment: Moment) -> String {
    clock::utc(moment).format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// None for a year before -9999 or after 9999.
fn calendar(date: NaiveDate) -> Option<Date<Iso>> {
    Date::try_new_iso(date.year(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}
