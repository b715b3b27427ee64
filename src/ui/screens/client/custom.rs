//! The field of a custom value, by its kind.

use egui::{Id, Ui};

use crate::domain::custom_field::{CustomField, FieldKind, NO, YES};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::record::Invalid;
use crate::ui::ctx::Ctx;
use crate::ui::widgets::combo::combo;
use crate::ui::widgets::field::{Field as TextField, Left};
use crate::ui::widgets::segmented::Segmented;

/// Shows the field and types into `typed`; true when Enter was pressed in it.
pub(super) fn field_ui(ui: &mut Ui, ctx: &Ctx<'_>, id: Id, field: u64, typed: &mut String) -> bool {
    let Some(field) = ctx.setup.field(field) else { return false };
    let name = field.name.as_str();
    let hint = match field.kind {
        FieldKind::Date => ctx.text.get("form-custom-hint-date"),
        FieldKind::Link => ctx.text.get("form-custom-hint-link"),
        _ => "",
    };
    match field.kind {
        // What was typed elsewhere and is neither is shown as it is.
        FieldKind::YesNo if matches!(field.read(typed, ctx.setup.point).as_str(), "" | YES | NO) => {
            yes_no_ui(ui, ctx, id, field, typed);
            false
        }
        FieldKind::LongText => {
            TextField::new(id, name, typed).limit(Invalid::LONGEST_TEXT).lines(5).show(ui);
            false
        }
        FieldKind::Choice => {
            let begun = fold(typed);
            let fits = |choice: &&str| fold(choice).contains(&begun);
            let choices: Vec<&str> = field.choices.iter().map(String::as_str).filter(fits).collect();
            let result = combo(ui, TextField::new(id, name, typed).limit(Field::LONGEST), &choices);
            result.chosen.is_none() && result.field.left == Some(Left::Enter)
        }
        FieldKind::YesNo
        | FieldKind::Text
        | FieldKind::Number
        | FieldKind::Amount
        | FieldKind::Date
        | FieldKind::Link
        | FieldKind::Email
        | FieldKind::Phone => {
            let result = TextField::new(id, name, typed).limit(Field::LONGEST).hint(hint).show(ui);
            result.left == Some(Left::Enter)
        }
    }
}

fn yes_no_ui(ui: &mut Ui, ctx: &Ctx<'_>, id: Id, field: &CustomField, typed: &mut String) {
    let text = ctx.text;
    let choices = [(YES, text.get("value-yes")), (NO, text.get("value-no")), ("", text.get("review-empty"))];
    let read = field.read(typed, ctx.setup.point);
    let mut value = choices.iter().map(|(value, _)| *value).find(|value| *value == read).unwrap_or_default();
    let width = ui.available_width();
    if Segmented::new(id, &field.name, &choices).labelled(width).show(ui, &mut value).changed() {
        typed.clear();
        let word = choices.iter().find(|(one, _)| !one.is_empty() && *one == value);
        typed.push_str(word.map_or("", |(_, word)| word));
    }
}
