//! Custom fields in files: as scripts see their values, and the column of a table that holds one.
//!
//! A column is headed by the field's name and its kind, `Anniversaire (custom:date)`: so it never clashes with another
//! column, and a book that does not have the field yet can make it. A choice also says what can be chosen:
//! `Niveau (custom:choice:Bronze, Argent)`. In a table from elsewhere the name alone will do.

use serde::{Serialize, Serializer};

use super::list;
use crate::domain::client::Client;
use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::setup::Setup;

/// The currency of the book, until it can be chosen (issue 04).
const CURRENCY: &str = "EUR";

/// What a client holds in custom fields, in their order.
#[derive(Debug)]
pub(super) struct Custom<'a>(Vec<(&'a CustomField, &'a str)>);

impl<'a> Custom<'a> {
    pub(super) fn of(client: &'a Client, setup: &'a Setup) -> Self {
        let held = |field: &'a CustomField| Some((field, client.custom.get(&field.id)?.as_str()));
        Self(setup.fields().iter().filter_map(held).collect())
    }

    /// The value of one field as it is kept; empty if there is none.
    pub(super) fn text(&self, id: u64) -> &'a str {
        self.0.iter().find(|(field, _)| field.id == id).map_or("", |(_, value)| value)
    }
}

impl Serialize for Custom<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(field, value)| (&field.name, Value::of(field, value))))
    }
}

/// A value in JSON.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Value<'a> {
    YesNo(bool),
    Amount { minor: i64, currency: &'static str },
    Text(&'a str),
}

impl<'a> Value<'a> {
    /// What cannot be read as its kind is a text, as is a number, of which a script would lose digits.
    fn of(field: &CustomField, value: &'a str) -> Self {
        let read = match field.kind {
            FieldKind::YesNo if value == YES => Some(Self::YesNo(true)),
            FieldKind::YesNo if value == NO => Some(Self::YesNo(false)),
            FieldKind::Amount if field.doubt(value, "").is_none() => {
                value.replace('.', "").parse().ok().map(|minor| Self::Amount { minor, currency: CURRENCY })
            }
            _ => None,
        };
        read.unwrap_or(Self::Text(value))
    }
}

/// The header of a custom field's column.
pub(super) fn custom_header(field: &CustomField) -> String {
    let (name, kind) = (&field.name, field.kind.key());
    if field.choices.is_empty() {
        format!("{name} (custom:{kind})")
    } else {
        format!("{name} (custom:{kind}:{})", list::join(field.choices.iter().map(String::as_str)))
    }
}

/// The custom field that a header names with its kind; it has no id.
pub(super) fn custom_of(header: &str) -> Option<CustomField> {
    let open = " (custom:";
    header.strip_suffix(')')?.match_indices(open).find_map(|(at, _)| {
        let (name, rest) = header.split_at_checked(at)?;
        let rest = rest.strip_prefix(open)?.strip_suffix(')')?;
        let (kind, choices) = rest.split_once(':').unwrap_or((rest, ""));
        let kind = FieldKind::ALL.into_iter().find(|one| one.key() == kind)?;
        let named = !name.trim().is_empty() && (choices.is_empty() || kind == FieldKind::Choice);
        let choices = list::split(choices);
        named.then(|| CustomField { name: name.trim().to_owned(), kind, choices, ..CustomField::default() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str, kind: FieldKind, choices: &[&str]) -> CustomField {
        let choices = choices.iter().map(|&choice| choice.to_owned()).collect();
        CustomField { name: name.into(), kind, choices, ..CustomField::default() }
    }

    #[test]
    fn a_header_says_name_and_kind_and_what_can_be_chosen() {
        for (field, header) in [
            (field("Anniversaire", FieldKind::Date, &[]), "Anniversaire (custom:date)"),
            (field("email", FieldKind::Email, &[]), "email (custom:email)"),
            (
                field("Niveau", FieldKind::Choice, &["Bronze", "Or, platine", "a)"]),
                "Niveau (custom:choice:Bronze, \"Or, platine\", a))",
            ),
            (field("a (custom:text)", FieldKind::YesNo, &[]), "a (custom:text) (custom:yes_no)"),
        ] {
            assert_eq!(custom_header(&field), header);
            assert_eq!(custom_of(header), Some(field));
        }
        for header in [
            "Anniversaire",
            "Anniversaire (custom:day)",
            " (custom:date)",
            "Anniversaire(custom:date)",
            "A (custom:date) x",
            "A (custom:date",
            "A (custom:date:x)",
        ] {
            assert_eq!(custom_of(header), None, "{header}");
        }
        for kind in FieldKind::ALL {
            let field = field("A", kind, &[]);
            assert_eq!(custom_of(&custom_header(&field)), Some(field));
        }
    }

    #[test]
    fn values_have_the_types_of_their_kinds() {
        let json = |kind, value| serde_json::to_string(&Value::of(&field("A", kind, &[]), value)).unwrap();
        for (kind, value, expected) in [
            (FieldKind::YesNo, "yes", "true"),
            (FieldKind::YesNo, "no", "false"),
            (FieldKind::YesNo, "peut-être", "\"peut-être\""),
            (FieldKind::Amount, "-1234.50", "{\"minor\":-123450,\"currency\":\"EUR\"}"),
            (FieldKind::Amount, "cher", "\"cher\""),
            (FieldKind::Amount, "12.345", "\"12.345\""),
            (FieldKind::Amount, "99999999999999999999.00", "\"99999999999999999999.00\""),
            (FieldKind::Number, "12.5", "\"12.5\""),
            (FieldKind::Date, "2026-11-24", "\"2026-11-24\""),
            (FieldKind::Text, "yes", "\"yes\""),
        ] {
            assert_eq!(json(kind, value), expected);
        }
    }

    #[test]
    fn what_a_client_holds_stands_in_the_order_of_the_fields() {
        let one = CustomField { id: 1, rank: 2, ..field("Un", FieldKind::Text, &[]) };
        let two = CustomField { id: 2, rank: 1, hidden: true, ..field("Deux", FieldKind::YesNo, &[]) };
        let three = CustomField { id: 3, ..field("Trois", FieldKind::Text, &[]) };
        let setup = Setup::new("FR").with(Vec::new(), vec![one, two, three]);
        let custom = [(1, "a".to_owned()), (2, "yes".to_owned()), (9, "b".to_owned())].into();
        let client = Client { custom, ..Client::default() };
        let held = Custom::of(&client, &setup);
        assert_eq!(serde_json::to_string(&held).unwrap(), "{\"Deux\":true,\"Un\":\"a\"}");
        assert_eq!((held.text(1), held.text(3), held.text(9)), ("a", "", ""));
    }
}
