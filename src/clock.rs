//! The one place that asks what time it is.
//!
//! Everything else is told: dates and moments come in as arguments, so that a test, or `--today`, can say what
//! day it is. The wall test keeps it so.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

use crate::domain::record::Moment;

/// What tells the time: the computer's clock, or a day that was given.
///
/// A given day stands still at noon UTC, and its local time is UTC: the same arguments then make the same book on every
/// computer, in every time zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// What `--today` gave.
    day: Option<NaiveDate>,
}

impl Clock {
    /// The computer's clock and time zone.
    pub const REAL: Self = Self { day: None };

    /// Stands still at noon of this day.
    pub fn fixed(day: NaiveDate) -> Self {
        Self { day: Some(day) }
    }

    /// This moment.
    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    pub fn now(self) -> Moment {
        let now = match self.day {
            Some(day) => day.and_time(noon()).and_utc(),
            None => chrono::Utc::now(),
        };
        Moment(now.timestamp_millis())
    }

    /// The day it is here.
    pub fn today(self) -> NaiveDate {
        self.local(self.now()).date()
    }

    /// How long this day still lasts here.
    pub fn until_midnight(self) -> Duration {
        let gone = self.local(self.now()).num_seconds_from_midnight();
        Duration::from_secs(u64::from(DAY.saturating_sub(gone)).max(1))
    }

    /// A moment as the clock on the wall shows it here.
    pub fn local(self, moment: Moment) -> NaiveDateTime {
        let utc = utc(moment);
        match self.day {
            Some(_) => utc,
            None => utc.and_utc().with_timezone(&chrono::Local).naive_local(),
        }
    }
}

/// Seconds of a day.
const DAY: u32 = 24 * 60 * 60;

/// A moment in UTC; one outside the years 1 to 9998, which no clock gives, becomes the nearest one inside.
///
/// Inside those years any time zone can be added and the year still has four digits.
pub fn utc(moment: Moment) -> NaiveDateTime {
    const FIRST: i64 = -62_135_596_800_000;
    const LAST: i64 = 253_370_764_799_999;
    DateTime::from_timestamp_millis(moment.0.clamp(FIRST, LAST)).unwrap_or_default().naive_utc()
}

fn noon() -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(12 * 60 * 60, 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_given_day_stands_still_at_noon() {
        let clock = Clock::fixed(day(2026, 11, 20));
        assert_eq!(clock.now(), Moment(1_795_176_000_000));
        assert_eq!(clock.now(), clock.now());
        assert_eq!(clock.today(), day(2026, 11, 20));
        assert_eq!(clock.local(clock.now()).to_string(), "2026-11-20 12:00:00");
    }

    #[test]
    fn half_a_day_is_left_at_noon() {
        assert_eq!(Clock::fixed(day(2026, 11, 20)).until_midnight(), Duration::from_hours(12));
        assert!((1..=24 * 60 * 60).contains(&Clock::REAL.until_midnight().as_secs()));
    }

    #[test]
    fn the_real_clock_goes_and_agrees_with_its_own_day() {
        let before = Clock::REAL.now();
        let today = Clock::REAL.today();
        let after = Clock::REAL.now();
        assert!(before <= after);
        assert!((Clock::REAL.local(before).date()..=Clock::REAL.local(after).date()).contains(&today));
        assert!(today > day(2025, 1, 1));
    }

    #[test]
    fn local_time_is_a_time_zone_away() {
        let moment = Moment(1_795_176_000_000);
        let apart = Clock::REAL.local(moment) - utc(moment);
        assert!(apart.num_hours().abs() <= 14);
        assert_eq!(apart.num_seconds().rem_euclid(15 * 60), 0);
    }

    #[test]
    fn moments_that_no_clock_gives_are_brought_inside() {
        assert_eq!(utc(Moment(0)).to_string(), "1970-01-01 00:00:00");
        assert_eq!(utc(Moment(-1)).to_string(), "1969-12-31 23:59:59.999");
        assert_eq!(utc(Moment(i64::MIN)).to_string(), "0001-01-01 00:00:00");
        assert_eq!(utc(Moment(i64::MAX)).to_string(), "9998-12-31 23:59:59.999");
        let _ = Clock::REAL.local(Moment(i64::MAX));
        let _ = Clock::REAL.local(Moment(i64::MIN));
    }
}
