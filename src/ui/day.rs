//! A day: typed as `24/11/2026`, or chosen from those that come to mind.

use chrono::{Days, NaiveDate};
use egui::{Id, Ui, vec2};

use crate::domain::custom_field::{CustomField, FieldKind};
use crate::domain::fold::fold;
use crate::text::Text;
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::theme::size;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::field::{Field, FieldResponse, Tone};
use crate::ui::widgets::menu::{Entry, menu};

/// A field for a day: wide enough for one.
pub(in crate::ui) const WIDTH: f32 = 116.0;

/// Nothing that can be read as a day was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct NoDay;

/// The day that was typed, none for nothing.
pub(in crate::ui) fn read(text: &Text, typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, NoDay> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let is = |key: &str| fold(text.get(key)) == fold(typed);
    if is("day-today") {
        return Ok(Some(today));
    }
    if is("day-yesterday") {
        return today.checked_sub_days(Days::new(1)).map(Some).ok_or(NoDay);
    }
    if is("day-tomorrow") {
        return today.checked_add_days(Days::new(1)).map(Some).ok_or(NoDay);
    }
    let field = CustomField { kind: FieldKind::Date, ..CustomField::default() };
    field.read(typed, ',').parse().map(Some).map_err(|_unreadable| NoDay)
}

/// A day as it is typed.
pub(in crate::ui) fn typed(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// What is offered below the sign beside the field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Offered {
    /// Of what happened: today and the days before.
    Past,
    /// Of what one is to be reminded of: tomorrow and later.
    Future,
}

impl Offered {
    /// The days and what they are called.
    pub(in crate::ui) fn days(self, text: &Text, today: NaiveDate) -> Vec<(&str, NaiveDate)> {
        let on = |key: &'static str, day: Option<NaiveDate>| day.map(|day| (text.get(key), day));
        let later = |days| today.checked_add_days(Days::new(days));
        let days = match self {
            Self::Past => [
                on("day-today", Some(today)),
                on("day-yesterday", today.checked_sub_days(Days::new(1))),
                on("day-before-yesterday", today.checked_sub_days(Days::new(2))),
            ],
            Self::Future => [
                on("day-tomorrow", later(1)),
                on("day-in-a-week", later(7)),
                on("day-in-a-month", today.checked_add_months(chrono::Months::new(1))),
            ],
        };
        days.into_iter().flatten().collect()
    }
}

/// The field of a day, and beside it the days to choose from.
pub(in crate::ui) fn day_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    id: Id,
    label: &str,
    text: &mut String,
    hint: &str,
    offered: Offered,
) -> FieldResponse {
    ui.spacing_mut().item_spacing.x = 2.0;
    ui.allocate_ui(vec2(WIDTH + size::BUTTON, size::LABEL + size::FIELD), |ui| {
        ui.horizontal_top(|ui| {
            let today = ctx.clock.today();
            let wrong = read(ctx.text, text, today).is_err() && !ui.memory(|memory| memory.has_focus(id));
            let note = wrong.then(|| (ctx.text.get("doubt-date-short"), Tone::Wrong));
            let mut result =
                Field::new(id, label, text).hint(hint).limit(40).width(WIDTH).note(note).show(ui);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(size::LABEL);
                let says = ctx.text.with("day-choose", &[("field", label.into())]);
                let sign = ui.add(IconButton::new(icons::CALENDAR_BLANK, &says).id(id.with("choose")));
                let days = offered.days(ctx.text, today);
                let entries: Vec<Entry<'_>> = days.iter().map(|(word, _)| Entry::new(word)).collect();
                if let Some((_, day)) = menu(ui, &sign, label, &entries).and_then(|at| days.get(at)) {
                    *text = typed(*day);
                    result.changed = true;
                }
            });
            result
        })
        .inner
    })
    .inner
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_day_is_read_as_people_write_it_or_say_it() {
        let text = Text::load(Language::Fr);
        let today = day(2026, 11, 24);
        for (typed, read_as) in [
            ("", Ok(None)),
            ("  ", Ok(None)),
            ("24/11/2026", Ok(Some(today))),
            ("3.2.27", Ok(Some(day(2027, 2, 3)))),
            ("Aujourd’hui", Ok(Some(today))),
            ("hier", Ok(Some(day(2026, 11, 23)))),
            (" DEMAIN ", Ok(Some(day(2026, 11, 25)))),
            ("31/02/2026", Err(NoDay)),
            ("bientôt", Err(NoDay)),
        ] {
            assert_eq!(read(&text, typed, today), read_as, "{typed}");
        }
        assert_eq!(typed(day(2026, 2, 3)), "03/02/2026");
        assert_eq!(read(&text, &typed(today), today), Ok(Some(today)));
    }

    #[test]
    fn the_days_that_come_to_mind_are_offered() {
        let text = Text::load(Language::Fr);
        let today = day(2027, 1, 31);
        assert_eq!(
            Offered::Past.days(&text, today),
            [("aujourd’hui", today), ("hier", day(2027, 1, 30)), ("avant-hier", day(2027, 1, 29))]
        );
        assert_eq!(
            Offered::Future.days(&text, today),
            [
                ("demain", day(2027, 2, 1)),
                ("dans une semaine", day(2027, 2, 7)),
                ("dans un mois", day(2027, 2, 28))
            ]
        );
    }
}
