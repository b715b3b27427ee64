//! The field of a custom value, by its kind.

use egui::{Id, Ui, vec2};

use crate::domain::custom_field::FieldKind;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::record::Invalid;
use crate::ui::ctx::Ctx;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::combo::combo;
use crate::ui::widgets::field::{Field as TextField, Left};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::segmented::Segmented;

/// Shows the field and types into `typed`; true when Enter was pressed in it.
pub(super) fn field_ui(ui: &mut Ui, ctx: &Ctx<'_>, id: Id, field: u64, typed: &mut String) -> bool {
    let Some(field) = ctx.setup.field(field) else { return false };
    let name = field.name.as_str();
    let hint = match field.kind {
        FieldKind::Date => ctx.text.get("day-hint"),
        _ => "",
    };
    match field.kind {
        FieldKind::YesNo => {
            yes_no_ui(ui, ctx, id, name, typed);
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
        FieldKind::Text
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

fn yes_no_ui(ui: &mut Ui, ctx: &Ctx<'_>, id: Id, name: &str, typed: &mut String) {
    let (yes, no) = (ctx.text.get("value-yes"), ctx.text.get("value-no"));
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        ui.add(
            Label::small(name).medium().colour(tokens(ui).muted).width(ui.available_width().max(size::LABEL)),
        );
        let choices = [(Some(true), yes), (Some(false), no), (None, "–")];
        let mut answer = match typed.as_str() {
            one if one == yes => Some(true),
            one if one == no => Some(false),
            _ => None,
        };
        if Segmented::new(id, name, &choices).show(ui, &mut answer).changed() {
            typed.clear();
            typed.push_str(answer.map_or("", |answer| if answer { yes } else { no }));
        }
    });
}
