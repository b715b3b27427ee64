//! Payment terms: when what was invoiced is due.
//!
//! French firms say "45 jours fin de mois" and mean one of two days: 45 days and then to the end of that month, or to the
//! end of the month and then 45 days. The law allows both, so both stand here. The plain words are read as they stand,
//! in the order of counting; the abbreviation "30 EOM", which is English, counts from the end of the month.

use std::fmt;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::fold::fold;

/// When an invoice is due. Days are calendar days, 0 to [`Terms::MOST_DAYS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Terms {
    /// At once.
    Receipt,
    /// So many days after the invoice.
    Net(u16),
    /// So many days after the invoice, then the end of that month.
    NetThenEndOfMonth(u16),
    /// The end of the month of the invoice, then so many days.
    EndOfMonthThen(u16),
}

impl Terms {
    /// The most days.
    pub const MOST_DAYS: u16 = 365;

    /// What is offered to whoever chooses: what firms agree on, within what French law allows.
    pub const COMMON: [Self; 9] = [
        Self::Receipt,
        Self::Net(8),
        Self::Net(15),
        Self::Net(30),
        Self::Net(45),
        Self::Net(60),
        Self::NetThenEndOfMonth(30),
        Self::NetThenEndOfMonth(45),
        Self::EndOfMonthThen(45),
    ];

    /// The terms that a text says: the text kept in a record, or words of French, English or Spanish as people and other
    /// programs write them. None if anything in it is not understood: "30 jours le 10" is not 30 days.
    pub fn parse(text: &str) -> Option<Self> {
        if text.trim_start().starts_with('-') || text.contains(['%', '€', '$', '/']) {
            return None;
        }
        let mut parts = Vec::new();
        for word in words(&fold(text)) {
            match part(word)? {
                Part::Noise => {}
                part => parts.push(part),
            }
        }
        let parts = end_of_month(&parts)?;
        let days = |days: u16| (days <= Self::MOST_DAYS).then_some(days);
        Some(match *parts.as_slice() {
            [Part::Receipt] => Self::Receipt,
            // "30 jours après réception": the day of the invoice is the only one that is known.
            [Part::Days(n)]
            | [Part::Days(n), Part::Receipt]
            | [Part::Days(n), Part::After, Part::Receipt] => match days(n)? {
                0 => Self::Receipt,
                n => Self::Net(n),
            },
            [Part::EndOfMonth | Part::Eom] => Self::EndOfMonthThen(0),
            [Part::Days(n), Part::EndOfMonth] | [Part::Days(n), Part::Then, Part::EndOfMonth] => {
                match days(n)? {
                    0 => Self::EndOfMonthThen(0),
                    n => Self::NetThenEndOfMonth(n),
                }
            }
            [Part::EndOfMonth | Part::Eom, Part::Days(n)]
            | [Part::EndOfMonth, Part::Then, Part::Days(n)]
            | [Part::Days(n), Part::After, Part::EndOfMonth]
            | [Part::Days(n), Part::Eom] => Self::EndOfMonthThen(days(n)?),
            _ => return None,
        })
    }

    /// The day on which an invoice of this day is due; none beyond the last day of the calendar.
    pub fn due(self, from: NaiveDate) -> Option<NaiveDate> {
        let later = |from: NaiveDate, days: u16| from.checked_add_days(Days::new(days.into()));
        match self {
            Self::Receipt => Some(from),
            Self::Net(days) => later(from, days),
            Self::NetThenEndOfMonth(days) => last_of_month(later(from, days)?),
            Self::EndOfMonthThen(days) => later(last_of_month(from)?, days),
        }
    }
}

/// As it is kept in a record and goes out in files, never renamed: `receipt`, `net_30`, `net_45_then_end_of_month`,
/// `end_of_month`, `end_of_month_then_45`. [`Terms::parse`] reads it.
impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Receipt => f.write_str("receipt"),
            Self::Net(days) => write!(f, "net_{days}"),
            Self::NetThenEndOfMonth(days) => write!(f, "net_{days}_then_end_of_month"),
            Self::EndOfMonthThen(0) => f.write_str("end_of_month"),
            Self::EndOfMonthThen(days) => write!(f, "end_of_month_then_{days}"),
        }
    }
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// What a word says of the terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Nothing.
    Noise,
    /// A number.
    Days(u16),
    /// At once.
    Receipt,
    /// What stands before is counted first.
    Then,
    /// What stands before is counted last.
    After,
    /// "fin", "end".
    End,
    /// "mois", "month".
    Month,
    /// The end of the month in words; `Days Eom` counts otherwise than `Days EndOfMonth`.
    EndOfMonth,
    /// English for short.
    Eom,
}

/// Words, with letters and digits apart: "45j" is "45 j".
fn words(folded: &str) -> Vec<&str> {
    folded
        .split(' ')
        .flat_map(|word| {
            word.as_bytes()
                .chunk_by(|one, next| one.is_ascii_digit() == next.is_ascii_digit())
                .filter_map(|part| str::from_utf8(part).ok())
        })
        .filter(|word| !word.is_empty())
        .collect()
}

fn part(word: &str) -> Option<Part> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return word.parse().ok().map(Part::Days);
    }
    Some(match word {
        "j" | "jr" | "jrs" | "jour" | "jours" | "d" | "day" | "days" | "dia" | "dias" | "n" | "net"
        | "nets" | "neto" | "a" | "al" | "au" | "le" | "la" | "les" | "l" | "de" | "du" | "des" | "del"
        | "el" | "of" | "the" | "on" | "upon" | "in" | "within" | "en" | "sous" | "due" | "date"
        | "fecha" | "facture" | "invoice" | "factura" | "emission" | "paiement" | "reglement" | "payable"
        | "payment" | "pago" | "delai" | "plazo" | "echeance" | "calendaires" => Part::Noise,
        "receipt" | "recep" | "reception" | "recepcion" | "comptant" | "contado" | "cash" | "immediat"
        | "immediate" | "immediately" | "inmediato" => Part::Receipt,
        "puis" | "then" | "luego" | "plus" => Part::Then,
        "apres" | "after" | "from" | "compter" | "partir" | "despues" | "tras" => Part::After,
        "fin" | "end" | "final" => Part::End,
        "mois" | "month" | "mes" => Part::Month,
        "fdm" | "jfdm" | "jfm" | "endmonth" | "dendmonth" => Part::EndOfMonth,
        "eom" | "deom" => Part::Eom,
        _ => return None,
    })
}

/// The same with "fin" and "mois" as one; none where one of the two stands alone.
fn end_of_month(parts: &[Part]) -> Option<Vec<Part>> {
    let mut read = Vec::new();
    let mut rest = parts.iter().copied().peekable();
    while let Some(part) = rest.next() {
        read.push(match (part, rest.peek()) {
            (Part::End, Some(Part::Month)) | (Part::Month, Some(Part::End)) => {
                rest.next();
                Part::EndOfMonth
            }
            (Part::End | Part::Month, _) => return None,
            (part, _) => part,
        });
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_kept_is_read_again() {
        for (terms, kept) in [
            (Terms::Receipt, "receipt"),
            (Terms::Net(1), "net_1"),
            (Terms::Net(365), "net_365"),
            (Terms::NetThenEndOfMonth(45), "net_45_then_end_of_month"),
            (Terms::EndOfMonthThen(45), "end_of_month_then_45"),
            (Terms::EndOfMonthThen(0), "end_of_month"),
        ] {
            assert_eq!(terms.to_string(), kept);
            assert_eq!(Terms::parse(kept), Some(terms), "{kept}");
        }
        for terms in Terms::COMMON {
            assert_eq!(Terms::parse(&terms.to_string()), Some(terms));
        }
    }

    #[test]
    fn what_people_and_programs_write() {
        for (terms, texts) in [
            (
                Terms::Receipt,
                "à réception|Paiement à réception de facture|comptant|Au comptant|Due on receipt|due upon receipt|RECEP|\
                 0|0 jours|Net 0|Immediate payment|Paiement immédiat|Pago inmediato|Al contado|A la recepción|0 j réception",
            ),
            (
                Terms::Net(30),
                "30|30 jours|30 j|30j|30 jrs|à 30 jours|Sous 30 jours|30 jours nets|30 jours date de facture|Net 30|net30|\
                 N30|Net 30 days|30D|30 days from invoice receipt|30 días|a 30 días fecha factura|30 jours après réception|\
                 30 jours à réception de facture|+30",
            ),
            (
                Terms::NetThenEndOfMonth(45),
                "45 jours fin de mois|45 j fin de mois|45j FDM|45JFDM|45 jours, fin du mois|45DENDMONTH|45 days end of month|\
                 45 days, then end of month|45 días fin de mes|45 jours puis fin de mois|45 days month end|45 jours le fin de mois",
            ),
            (
                Terms::EndOfMonthThen(45),
                "fin de mois 45 jours|Fin de mois + 45 jours|fin de mois plus 45 jours|45 jours après fin de mois|\
                 45 jours à compter de la fin du mois|45 days after end of month|Net 45 EOM|45 EOM|EOM 45|end of month then 45|\
                 fin de mes, luego 45 días|45 días a partir de fin de mes",
            ),
            (Terms::EndOfMonthThen(0), "fin de mois|End of month|EOM|fin de mes|0 jours fin de mois|FDM"),
        ] {
            for text in texts.split('|') {
                assert_eq!(Terms::parse(text), Some(terms), "{text}");
            }
        }
    }

    #[test]
    fn what_is_not_wholly_understood_is_none() {
        for text in
            "|jours|net|-1|366|99999|30 jours le 10|2/10 net 30|30 %|30 € |30 à 45 jours|fin de mois suivant|fin|mois|\
             1 mois|30 fin|à la commande|30 jours après réception de la marchandise|24.11.2026|selon accord|fin mois fin mois|\
             receipt 30|then 30|30 after|end of month after 30|30 then|eom then 30"
                .split('|')
        {
            assert_eq!(Terms::parse(text), None, "{text}");
        }
        assert_eq!(Terms::parse("365"), Some(Terms::Net(365)));
        assert_eq!(Terms::parse("fin de mois 366 jours"), None);
        assert_eq!(Terms::parse("366 jours fin de mois"), None);
    }

    #[test]
    fn the_day_on_which_it_is_due() {
        for (terms, from, due) in [
            (Terms::Receipt, "2026-11-24", "2026-11-24"),
            (Terms::Net(30), "2026-11-24", "2026-12-24"),
            (Terms::Net(1), "2028-02-28", "2028-02-29"),
            (Terms::Net(365), "2028-02-29", "2029-02-28"),
            (Terms::NetThenEndOfMonth(45), "2026-11-24", "2027-01-31"),
            (Terms::EndOfMonthThen(45), "2026-11-24", "2027-01-14"),
            (Terms::NetThenEndOfMonth(30), "2027-01-30", "2027-03-31"),
            (Terms::EndOfMonthThen(30), "2027-01-30", "2027-03-02"),
            (Terms::NetThenEndOfMonth(30), "2028-01-30", "2028-02-29"),
            (Terms::EndOfMonthThen(0), "2028-02-01", "2028-02-29"),
            (Terms::EndOfMonthThen(0), "2026-02-28", "2026-02-28"),
            (Terms::EndOfMonthThen(1), "2026-12-31", "2027-01-01"),
        ] {
            assert_eq!(terms.due(day(from)), Some(day(due)), "{terms} from {from}");
        }
    }

    #[test]
    fn nothing_is_due_after_the_last_day() {
        let last = NaiveDate::MAX;
        assert_eq!(Terms::Receipt.due(last), Some(last));
        assert_eq!(Terms::Net(1).due(last), None);
        assert_eq!(Terms::EndOfMonthThen(1).due(last), None);
        assert_eq!(Terms::NetThenEndOfMonth(1).due(last), None);
    }
}
