//! Numbers and dates as people write them, beside what another implementation wrote.

use chrono::{NaiveDate, NaiveTime};
use comptoir::domain::record::Moment;
use comptoir::format::{Format, iso_date, iso_moment};
use comptoir::text::{Language, Text};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn words(language: &str) -> Text {
    Text::load(language.parse().unwrap())
}

/// The form that a message takes with this number.
fn plural(language: &str, n: i64) -> String {
    let sample = "plural = { $n ->\n    [one] one\n    [many] many\n   *[other] other\n}\n";
    Text::read(language.parse().unwrap(), sample).with("plural", &[("n", n.into())])
}

/// What differs from a recorded line, as "what value: ours, theirs".
fn difference(record: &csv::StringRecord) -> Option<String> {
    let [language, what, value, theirs] = [0, 1, 2, 3].map(|column| &record[column]);
    let format = Format::of(language.parse::<Language>().unwrap());
    let ours = match what {
        "number" => format.number(value.parse::<i64>().unwrap()),
        "money" => format.money(value).unwrap(),
        "list" => words(language).list(&value.split('|').collect::<Vec<_>>()),
        "plural" => plural(language, value.parse().unwrap()),
        "date" => format.date(date(value)),
        "date_long" => format.date_long(date(value)),
        "month" => format.month(date(value)),
        "time" => format.time(NaiveTime::parse_from_str(value, "%H:%M").unwrap()),
        _ => panic!("{what}"),
    };
    (ours != theirs).then(|| format!("{language} {what} {value}: {ours:?}, {theirs:?}"))
}

/// `tests/data/intl.csv` is what `record_intl.mjs` printed under Node 20. Its names in order are looked at with the search.
#[test]
fn numbers_money_dates_and_lists_are_as_intl_writes_them() {
    let mut recorded = csv::Reader::from_reader(include_str!("../data/intl.csv").as_bytes());
    let records: Vec<_> =
        recorded.records().map(Result::unwrap).filter(|record| &record[1] != "order").collect();
    assert_eq!(records.len(), 408);
    let differences: Vec<_> = records.iter().filter_map(difference).collect();
    // Two digits for an hour of the morning: "Copia hecha a las 09:41".
    let known = [
        r#"es time 00:00: "00:00", "0:00""#,
        r#"es time 00:01: "00:01", "0:01""#,
        r#"es time 09:41: "09:41", "9:41""#,
    ];
    assert_eq!(differences, known);
}

#[test]
fn the_comparison_finds_a_wrong_line() {
    let line = |text| csv::StringRecord::from(vec!["fr", "number", "1284", text]);
    assert_eq!(difference(&line("1\u{202f}284")), None);
    assert!(difference(&line("1 284")).is_some());
}

#[test]
fn what_is_no_amount_is_not_written() {
    for language in Language::ALL {
        assert_eq!(Format::of(language).money("cher"), None);
        assert_eq!(Format::of(language).money(""), None);
    }
}

#[test]
fn a_day_near_today_is_a_word() {
    let (format, text) = (Format::of(Language::Fr), Text::load(Language::Fr));
    let today = date("2026-03-01");
    for (day, word) in [
        ("2026-03-01", "aujourd’hui"),
        ("2026-02-28", "hier"),
        ("2026-03-02", "demain"),
        ("2026-02-27", "27 févr. 2026"),
        ("2026-03-03", "3 mars 2026"),
        ("2025-03-01", "1 mars 2025"),
    ] {
        assert_eq!(format.day(&text, date(day), today), word);
    }
    let (format_es, es) = (Format::of(Language::Es), Text::load(Language::Es));
    for (day, word) in [
        ("2026-03-01", "hoy"),
        ("2026-02-28", "ayer"),
        ("2026-03-02", "mañana"),
        ("2026-02-27", "27 feb 2026"),
    ] {
        assert_eq!(format_es.day(&es, date(day), today), word);
    }
    assert_eq!(format_es.month(today), "marzo de 2026");
    assert_eq!(format.day(&text, NaiveDate::MAX, NaiveDate::MAX), "aujourd’hui");
    assert_eq!(format.day(&text, NaiveDate::MIN, today), iso_date(NaiveDate::MIN));
}

#[test]
fn a_size_is_told_in_its_largest_unit() {
    let (format, text) = (Format::of(Language::Fr), Text::load(Language::Fr));
    for (bytes, size) in [
        (0, "0\u{202f}octets"),
        (999, "999\u{202f}octets"),
        (1_000, "1\u{202f}Ko"),
        (1_099, "1\u{202f}Ko"),
        (1_100, "1,1\u{202f}Ko"),
        (9_999, "9,9\u{202f}Ko"),
        (10_000, "10\u{202f}Ko"),
        (212_345, "212\u{202f}Ko"),
        (999_999, "999\u{202f}Ko"),
        (1_400_000, "1,4\u{202f}Mo"),
        (25_000_000, "25\u{202f}Mo"),
        (1_000_000_000, "1\u{202f}Go"),
        (1_234_000_000_000, "1\u{202f}234\u{202f}Go"),
    ] {
        assert_eq!(format.file_size(&text, bytes), size);
    }
    let (format, text) = (Format::of(Language::En), Text::load(Language::En));
    assert_eq!(format.file_size(&text, 212_000), "212\u{a0}kB");
    let (spanish, words) = (Format::of(Language::Es), Text::load(Language::Es));
    assert_eq!(spanish.file_size(&words, 1_400_000), "1,4\u{a0}MB");
    assert_eq!(format.file_size(&text, u64::MAX), "18,446,744,073\u{a0}GB");
}

#[test]
fn machines_read_iso_8601() {
    assert_eq!(iso_date(date("2026-11-20")), "2026-11-20");
    assert_eq!(iso_moment(Moment(1_795_168_927_999)), "2026-11-20T10:02:07Z");
    assert_eq!(iso_moment(Moment(0)), "1970-01-01T00:00:00Z");
}

/// A format is made once a thread, and any thread can make one.
#[test]
fn every_thread_writes_alike() {
    let written = || Language::ALL.map(|language| Format::of(language).number(12_840));
    let elsewhere = std::thread::scope(|scope| scope.spawn(written).join()).unwrap();
    assert_eq!(elsewhere, written());
}
