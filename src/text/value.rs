//! Values of custom fields as people write them.

use super::Text;
use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::phone::Phone;
use crate::format::Format;

/// A kept value of a custom field as people write it; what cannot be read as its kind as it was typed. `home` is the
/// book's own country.
pub fn custom_value(text: &Text, format: &Format, field: &CustomField, value: &str, home: &str) -> String {
    let shown = match field.kind {
        FieldKind::Number => format.decimal(value),
        FieldKind::Amount => format.money(value),
        FieldKind::Date => value.parse().ok().map(|date| format.date(date)),
        FieldKind::YesNo if value == YES => Some(text.get("value-yes").to_owned()),
        FieldKind::YesNo if value == NO => Some(text.get("value-no").to_owned()),
        FieldKind::Phone => Some(Phone::parse(value, home).shown(home)),
        FieldKind::YesNo
        | FieldKind::Text
        | FieldKind::LongText
        | FieldKind::Choice
        | FieldKind::Link
        | FieldKind::Email => None,
    };
    shown.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_value_is_shown_as_people_write_it() {
        let (text, format) = (Text::load(Language::Fr), Format::of(Language::Fr));
        for (kind, kept, shown) in [
            (FieldKind::Number, "1234.5", "1\u{202f}234,5"),
            (FieldKind::Number, "beaucoup", "beaucoup"),
            (FieldKind::Amount, "12.00", "12,00\u{a0}€"),
            (FieldKind::Amount, "cher", "cher"),
            (FieldKind::Date, "2026-11-24", "24 nov. 2026"),
            (FieldKind::Date, "demain", "demain"),
            (FieldKind::YesNo, "yes", "Oui"),
            (FieldKind::YesNo, "no", "Non"),
            (FieldKind::YesNo, "peut-être", "peut-être"),
            (FieldKind::Phone, "0142603030", "01 42 60 30 30"),
            (FieldKind::Text, "2026-11-24", "2026-11-24"),
        ] {
            let field = CustomField { kind, ..CustomField::default() };
            assert_eq!(custom_value(&text, &format, &field, kept, "FR"), shown);
        }
    }
}
