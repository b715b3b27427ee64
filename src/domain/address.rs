//! Postal addresses, and what a postcode looks like in each country.
//!
//! The rules stand in `assets/data/postcodes.csv`, made from libaddressinput. A country that is not there has none.

use std::sync::LazyLock;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use super::country;
use super::field::Field;
use super::reason::Reason;

/// A postal address, each part as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Number and street.
    pub street: String,
    /// Building, floor, "care of".
    pub street2: String,
    /// Postcode.
    pub postcode: String,
    /// City.
    pub city: String,
    /// Region, province or state.
    pub region: String,
    /// ISO 3166-1 alpha-2 code, or the text that was not recognised; empty if none was given.
    pub country: String,
}

impl Address {
    /// Its parts, in the order of the form.
    pub fn lines(&self) -> [&str; 6] {
        [&self.street, &self.street2, &self.postcode, &self.city, &self.region, &self.country]
    }

    /// One of [`Field::ADDRESS`]; empty for any other field.
    pub fn part(&self, field: Field) -> &str {
        match field {
            Field::Street => &self.street,
            Field::Street2 => &self.street2,
            Field::Postcode => &self.postcode,
            Field::City => &self.city,
            Field::Region => &self.region,
            Field::Country => &self.country,
            _ => "",
        }
    }
}

/// What a postcode looks like in a country.
struct Rule {
    country: &'static str,
    whole: Regex,
    /// Letters that are written before it in international mail ("L" of "L-4750"), or none.
    prefix: &'static str,
    example: &'static str,
}

static ROWS: &str = include_str!("../../assets/data/postcodes.csv");

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| ROWS.lines().filter_map(Rule::read).collect());

impl Rule {
    fn read(row: &'static str) -> Option<Self> {
        let mut cells = row.split(';');
        let (country, pattern) = (cells.next()?, cells.next()?);
        // Without Unicode \d is 0 to 9, and the matcher small.
        let whole =
            RegexBuilder::new(&format!("^(?:{pattern})$")).unicode(false).case_insensitive(true).build();
        let prefix = cells.next()?.trim_end_matches('-');
        Some(Self { country, whole: whole.ok()?, prefix, example: cells.next()? })
    }

    fn allows(&self, postcode: &str) -> bool {
        self.whole.is_match(postcode)
            || self.without_prefix(postcode).is_some_and(|rest| self.whole.is_match(rest))
    }

    fn without_prefix<'a>(&self, postcode: &'a str) -> Option<&'a str> {
        let (prefix, rest) = postcode.split_at_checked(self.prefix.len())?;
        let separated = rest.strip_prefix(['-', ' ']).unwrap_or(rest);
        (!prefix.is_empty() && prefix.eq_ignore_ascii_case(self.prefix)).then_some(separated)
    }
}

/// Why a postcode is doubted in the country with this code. There is no doubt where there is no postcode, or no
/// rule for the country. French territories with a code of their own have French postcodes.
pub fn postcode_doubt(country: &str, postcode: &str) -> Option<Reason> {
    let country = if country::is_french(country) { "FR" } else { country };
    let rule = RULES.iter().find(|rule| rule.country == country)?;
    let allowed = postcode.is_empty()
        || rule.allows(postcode)
        // Pasted from a page or a table: no-break spaces.
        || (!postcode.is_ascii() && rule.allows(&postcode.replace(char::is_whitespace, " ")));
    (!allowed).then_some(Reason::PostcodeMalformed(rule.example))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_rule_that_its_example_follows() {
        assert_eq!(RULES.len(), ROWS.lines().count());
        for rule in RULES.iter() {
            assert!(rule.allows(rule.example), "{}", rule.country);
        }
    }

    #[test]
    fn letters_count_in_either_case() {
        let rule = Rule::read(r"NL;[1-9]\d{3} ?[A-Z]{2};;1234 AB").unwrap();
        assert!(rule.allows("1234 ab") && rule.allows("1234AB") && !rule.allows("1234 A"));
        assert!(Rule::read("NL").is_none() && Rule::read("NL;(;;1234 AB").is_none());
    }

    #[test]
    fn postcodes_by_country() {
        for (country, postcode) in [
            ("FR", "67000"),
            ("FR", "75 006"),
            ("FR", "75\u{a0}006"),
            ("FR", "97400"),
            ("RE", "97400"),
            ("NC", "98800"),
            ("BE", "4000"),
            ("CH", "CH-2544"),
            ("CH", "ch 2544"),
            ("LU", "L-4750"),
            ("LU", "L4750"),
            ("MC", "98000"),
            ("FR", ""),
            ("", "any"),
            ("DE", "26133"),
            ("ES", "28039"),
            ("IT", "00144"),
            ("PT", "1009-021"),
            ("NL", "1234ab"),
            ("GB", "ec1y 8sy"),
            ("GB", "GIR 0AA"),
            ("GB", "M2 5BQ"),
            ("US", "95014"),
            ("US", "22162-1010"),
            ("CA", "h3z\u{a0}2y7"),
            ("AT", "any"),
            ("Syldavie", "any"),
        ] {
            assert_eq!(postcode_doubt(country, postcode), None, "{country} {postcode}");
        }
        for (country, postcode, example) in [
            ("FR", "6700", "33380"),
            ("FR", "670000", "33380"),
            ("FR", "7500 6", "33380"),
            ("FR", "F-67000", "33380"),
            ("FR", "67000\n", "33380"),
            ("FR", "٦٧٠٠٠", "33380"),
            ("RE", "9740", "33380"),
            ("BE", "40000", "4000"),
            ("BE", "-4000", "4000"),
            ("CH", "L-2544", "2544"),
            ("CH", "CH--2544", "2544"),
            ("CH", "CH", "2544"),
            ("MC", "75006", "98000"),
            ("DE", "2613", "26133"),
            ("DE", "any", "26133"),
            ("NL", "0234 AB", "1234 AB"),
            ("PT", "1009021", "2725-079"),
            ("GB", "QQ1 1AA", "EC1Y 8SY"),
            ("US", "95014-", "95014"),
            ("CA", "D3Z 2Y7", "H3Z 2Y7"),
        ] {
            let doubt = Some(Reason::PostcodeMalformed(example));
            assert_eq!(postcode_doubt(country, postcode), doubt, "{country} {postcode}");
        }
    }
}
