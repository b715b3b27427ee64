//! Custom fields: what one wants to know of clients beyond what everybody knows, in ten kinds.
//!
//! A value is kept as a text in the client's record, written in one way for each kind: a number with a point, a day as
//! `2026-11-24`, yes and no in English. What cannot be read as its kind is kept as typed and doubted.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::phone::Phone;
use super::reason::Reason;
use super::record::{Invalid, Kind, Record};
use super::{decimal, email, label};

/// What a custom field holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One line.
    #[default]
    Text,
    /// Several lines.
    LongText,
    /// A decimal number: `1234.5`.
    Number,
    /// An amount in the book's currency, with two decimals: `1234.50`.
    Amount,
    /// A day: `2026-11-24`.
    Date,
    /// `yes` or `no`.
    YesNo,
    /// One of [`CustomField::choices`].
    Choice,
    /// An address in the web.
    Link,
    /// An e-mail address, checked like the client's own.
    Email,
    /// A telephone, checked like the client's own.
    Phone,
}

impl FieldKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Text,
        Self::LongText,
        Self::Number,
        Self::Amount,
        Self::Date,
        Self::YesNo,
        Self::Choice,
        Self::Link,
        Self::Email,
        Self::Phone,
    ];

    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Number => "number",
            Self::Amount => "amount",
            Self::Date => "date",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
            Self::Link => "link",
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }
}

/// A custom field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomField {
    /// Identity, never used again.
    pub id: u64,
    /// Its name; no other custom field has the same, accents and case set aside.
    pub name: String,
    /// What it holds.
    #[serde(default)]
    pub kind: FieldKind,
    /// What can be chosen, if it is a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// Not asked for any more; what it holds stays.
    #[serde(default)]
    pub hidden: bool,
    /// Its place among the custom fields; of equal ones the smaller id comes first.
    #[serde(default)]
    pub rank: u32,
}

/// `yes` as a value is kept.
pub const YES: &str = "yes";
/// `no` as a value is kept.
pub const NO: &str = "no";

impl CustomField {
    /// The most characters of a name or a choice.
    pub const LONGEST: usize = 100;
    /// The most things that can be chosen from.
    pub const MOST_CHOICES: usize = 1_000;

    /// Whether a name, as typed, is that of this field: accents and case set aside.
    pub fn is_named(&self, name: &str) -> bool {
        label::key(&self.name) == label::key(name)
    }

    /// The value that is kept of what was typed, outer spaces set aside. `point` is what separates decimals in the
    /// language it was typed in. What cannot be read as the field's kind is kept as it is.
    pub fn read(&self, typed: &str, point: char) -> String {
        let typed = typed.trim();
        let read = match self.kind {
            FieldKind::Number => decimal::read(typed, point),
            FieldKind::Amount => {
                decimal::read(without_euro(typed), point).and_then(|number| decimal::cents(&number))
            }
            FieldKind::Date => read_date(typed).map(|date| date.format("%Y-%m-%d").to_string()),
            FieldKind::YesNo => read_yes_no(typed).map(|yes| if yes { YES } else { NO }.to_owned()),
            FieldKind::Choice => {
                let wanted = label::key(typed);
                self.choices.iter().find(|choice| label::key(choice) == wanted).cloned()
            }
            FieldKind::Text | FieldKind::LongText | FieldKind::Link | FieldKind::Email | FieldKind::Phone => {
                None
            }
        };
        read.unwrap_or_else(|| typed.to_owned())
    }

    /// Why a kept value is doubted. `home` is the book's own country; an empty value is not doubted.
    pub fn doubt(&self, value: &str, home: &str) -> Option<Reason> {
        if value.is_empty() {
            return None;
        }
        let doubted = |right: bool, reason| (!right).then_some(reason);
        match self.kind {
            FieldKind::Text | FieldKind::LongText => None,
            FieldKind::Number => doubted(decimal::is_canonical(value), Reason::NumberMalformed),
            FieldKind::Amount => doubted(
                decimal::is_canonical(value) && decimal::cents(value).as_deref() == Some(value),
                Reason::AmountMalformed,
            ),
            FieldKind::Date => doubted(value.parse::<NaiveDate>().is_ok(), Reason::DateMalformed),
            FieldKind::YesNo => doubted(matches!(value, YES | NO), Reason::NotYesOrNo),
            FieldKind::Choice => {
                doubted(self.choices.iter().any(|choice| choice == value), Reason::NotAChoice)
            }
            FieldKind::Link => doubted(is_link(value), Reason::LinkMalformed),
            FieldKind::Email => email::check(value),
            FieldKind::Phone => doubted(!Phone::parse(value, home).is_malformed(), Reason::PhoneMalformed),
        }
    }
}

/// An amount without the sign of the euro before or after it.
fn without_euro(typed: &str) -> &str {
    let bare = typed.strip_suffix('€').or_else(|| typed.strip_prefix('€'));
    bare.map_or(typed, str::trim)
}

/// A day as people write it: `24/11/2026`, `24.11.26`, `24-11-2026`, `2026-11-24`. The day stands before the month; a
/// year of two digits is the one within fifty years of 2000.
fn read_date(typed: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = typed.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let &[one, month, other] = parts.as_slice() else { return None };
    let (day, year) = if one.len() == 4 { (other, one) } else { (one, other) };
    if !parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit())) || day.len() > 2 {
        return None;
    }
    let written: i32 = year.parse().ok()?;
    let year = match (year.len(), written) {
        (4, written) => written,
        (2, 0..=49) => written.checked_add(2000)?,
        (2, _) => written.checked_add(1900)?,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

/// Yes or no in three languages, or as spreadsheets have it.
fn read_yes_no(typed: &str) -> Option<bool> {
    match fold(typed).as_str() {
        "yes" | "oui" | "si" | "true" | "vrai" | "verdadero" | "1" | "x" | "y" | "o" => Some(true),
        "no" | "non" | "false" | "faux" | "falso" | "0" | "n" => Some(false),
        _ => None,
    }
}

/// `https://a.example/b`, `www.a.example`, `a.example`.
fn is_link(value: &str) -> bool {
    let rest = value.split_once("://").map_or(value, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    !value.chars().any(char::is_whitespace)
        && labels.len() >= 2
        && labels.iter().all(|label| !label.is_empty())
}

impl Record for CustomField {
    const KIND: Kind = Kind::CustomField;

    fn id(&self) -> u64 {
        self.id
    }

    fn called(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.name))
    }

    fn unique(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(label::key(&self.name)))
    }

    fn validate(&self) -> Result<(), Invalid> {
        if self.id == 0 {
            return Err(Invalid::NoId);
        }
        Invalid::check_name("custom_field", &self.name, Self::LONGEST)?;
        if self.choices.len() > Self::MOST_CHOICES {
            return Err(Invalid::OutOfRange("choices"));
        }
        self.choices.iter().try_for_each(|choice| Invalid::check_name("choices", choice, Self::LONGEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: FieldKind) -> CustomField {
        let choices = vec!["Bronze".into(), "Élite".into()];
        CustomField { id: 1, name: "Niveau".into(), kind, choices, hidden: false, rank: 0 }
    }

    #[test]
    fn a_value_is_kept_in_one_way_whatever_was_typed() {
        for (kind, typed, kept) in [
            (FieldKind::Text, " a b ", "a b"),
            (FieldKind::Number, "1 234,5", "1234.5"),
            (FieldKind::Amount, "1 234,5", "1234.50"),
            (FieldKind::Amount, "12", "12.00"),
            (FieldKind::Amount, "1 234,50\u{a0}€", "1234.50"),
            (FieldKind::Amount, "€ 12", "12.00"),
            (FieldKind::Date, "24/11/2026", "2026-11-24"),
            (FieldKind::Date, "1.2.68", "1968-02-01"),
            (FieldKind::Date, "1-2-49", "2049-02-01"),
            (FieldKind::Date, "2026-02-28", "2026-02-28"),
            (FieldKind::YesNo, "Oui", "yes"),
            (FieldKind::YesNo, "Sí", "yes"),
            (FieldKind::YesNo, "0", "no"),
            (FieldKind::Choice, "elite", "Élite"),
            (FieldKind::Phone, "01 42 60 30 30", "01 42 60 30 30"),
        ] {
            assert_eq!(field(kind).read(typed, ','), kept, "{typed}");
            assert_eq!(field(kind).doubt(kept, "FR"), None, "{kept}");
            assert_eq!(field(kind).read(kept, '.'), kept, "{kept} again");
        }
    }

    #[test]
    fn what_cannot_be_read_is_kept_and_doubted() {
        for (kind, typed, reason) in [
            (FieldKind::Number, "beaucoup", Reason::NumberMalformed),
            (FieldKind::Amount, "1,234", Reason::AmountMalformed),
            (FieldKind::Amount, "cher", Reason::AmountMalformed),
            (FieldKind::Amount, "€12€", Reason::AmountMalformed),
            (FieldKind::Amount, "€", Reason::AmountMalformed),
            (FieldKind::Date, "30/02/2026", Reason::DateMalformed),
            (FieldKind::Date, "24/11", Reason::DateMalformed),
            (FieldKind::Date, "24/11/026", Reason::DateMalformed),
            (FieldKind::Date, "124/1/2026", Reason::DateMalformed),
            (FieldKind::YesNo, "peut-être", Reason::NotYesOrNo),
            (FieldKind::Choice, "Argent", Reason::NotAChoice),
            (FieldKind::Link, "a b.fr", Reason::LinkMalformed),
            (FieldKind::Link, "exemple", Reason::LinkMalformed),
            (FieldKind::Link, "a..fr", Reason::LinkMalformed),
            (FieldKind::Email, "moi@", Reason::EmailMalformed),
            (FieldKind::Email, "a@gmial.com", Reason::EmailTypo("a@gmail.com".into())),
            (FieldKind::Phone, "12", Reason::PhoneMalformed),
        ] {
            assert_eq!(field(kind).read(typed, ','), typed);
            assert_eq!(field(kind).doubt(typed, "FR"), Some(reason), "{typed}");
        }
        for kind in FieldKind::ALL {
            assert_eq!(field(kind).doubt("", "FR"), None);
        }
        assert_eq!(field(FieldKind::Link).doubt("https://a.example/b?c", "FR"), None);
        assert_eq!(field(FieldKind::Link).doubt("a.example", "FR"), None);
    }

    #[test]
    fn a_field_has_an_id_a_name_and_not_too_many_choices() {
        let sound = field(FieldKind::Choice);
        assert_eq!(sound.validate(), Ok(()));
        assert!(sound.is_named("NIVEAU"));
        assert_eq!(CustomField { id: 0, ..sound.clone() }.validate(), Err(Invalid::NoId));
        let nameless = CustomField { name: " ".into(), ..sound.clone() };
        assert_eq!(nameless.validate(), Err(Invalid::Empty("custom_field")));
        let empty = CustomField { choices: vec![String::new()], ..sound.clone() };
        assert_eq!(empty.validate(), Err(Invalid::Empty("choices")));
        let many = |n: usize| CustomField { choices: vec!["a".into(); n], ..sound.clone() };
        assert_eq!(many(1_000).validate(), Ok(()));
        assert_eq!(many(1_001).validate(), Err(Invalid::OutOfRange("choices")));
    }
}
