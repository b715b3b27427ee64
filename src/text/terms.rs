//! Payment terms in words.

use super::Text;
use crate::domain::terms::Terms;

/// The terms as people say them; reading these words again gives the same terms.
pub fn terms(text: &Text, terms: &Terms) -> String {
    let days = |key: &str, days: u16| text.with(key, &[("days", days.into())]);
    match *terms {
        Terms::Receipt => text.get("terms-receipt").to_owned(),
        Terms::Net(n) => days("terms-net", n),
        Terms::NetThenEndOfMonth(n) => days("terms-net-then-end-of-month", n),
        Terms::EndOfMonthThen(0) => text.get("terms-end-of-month").to_owned(),
        Terms::EndOfMonthThen(n) => days("terms-end-of-month-then", n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn terms_are_said_in_words_that_are_read_again() {
        let every = [
            Terms::Receipt,
            Terms::Net(1),
            Terms::Net(30),
            Terms::NetThenEndOfMonth(45),
            Terms::EndOfMonthThen(0),
            Terms::EndOfMonthThen(1),
            Terms::EndOfMonthThen(45),
        ];
        for (language, said) in [
            (
                Language::Fr,
                [
                    "à réception",
                    "1 jour",
                    "30 jours",
                    "45 jours fin de mois",
                    "fin de mois",
                    "fin de mois + 1 jour",
                    "fin de mois + 45 jours",
                ],
            ),
            (
                Language::En,
                [
                    "on receipt",
                    "1 day",
                    "30 days",
                    "45 days, then end of month",
                    "end of month",
                    "end of month + 1 day",
                    "end of month + 45 days",
                ],
            ),
            (
                Language::Es,
                [
                    "al contado",
                    "1 día",
                    "30 días",
                    "45 días fin de mes",
                    "fin de mes",
                    "fin de mes + 1 día",
                    "fin de mes + 45 días",
                ],
            ),
        ] {
            let text = Text::load(language);
            for (one, said) in every.iter().zip(said) {
                assert_eq!(terms(&text, one), said);
                assert_eq!(Terms::parse(said), Some(*one), "{said}");
            }
        }
    }
}
