//! What the table is filtered by: chosen in lists, shown as chips, taken away one by one.

use egui::{Id, ScrollArea, Ui};

use super::{Clients, fields, state_word};
use crate::domain::department;
use crate::domain::field::Field;
use crate::search::{Filter, StateFilter};
use crate::text;
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::theme::{Tint, tokens};
use crate::ui::widgets::check::Mark;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::picker::{Pick, Picked, Words, picker};
use crate::ui::widgets::segmented::Segmented;

/// The height of a line of chips with the gap above it, in points.
pub(super) const LINE: f32 = 36.0;
/// So many lines of chips show; the others by scrolling.
const LINES: usize = 4;
const GAP: f32 = 8.0;

/// A filter that is set: its chip, and what its removal leaves.
struct Set {
    label: String,
    tint: Option<Tint>,
    without: Filter,
}

/// All filters that are set, in the order of their chips.
fn set(ui: &Ui, ctx: &Ctx<'_>, filter: &Filter) -> Vec<Set> {
    let text = ctx.text;
    let mut all = Vec::new();
    for (place, id) in filter.categories.iter().enumerate() {
        let Some(category) = ctx.setup.category(*id) else { continue };
        let mut without = filter.clone();
        without.categories.remove(place);
        let tint = Some(show::tint(ui, category.tint));
        all.push(Set { label: category.name.clone(), tint, without });
    }
    if filter.uncategorised {
        let without = Filter { uncategorised: false, ..filter.clone() };
        all.push(Set { label: text.get("clients-uncategorised").to_owned(), tint: None, without });
    }
    if let Some(state) = filter.status {
        let without = Filter { status: None, ..filter.clone() };
        all.push(Set { label: state_word(ctx, state).to_owned(), tint: None, without });
    }
    set_places(ctx, filter, &mut all);
    for (place, custom) in filter.custom.iter().enumerate() {
        let mut without = filter.clone();
        without.custom.remove(place);
        all.push(Set { label: fields::label(ctx, custom), tint: None, without });
    }
    all
}

/// Those of where clients are.
fn set_places(ctx: &Ctx<'_>, filter: &Filter, all: &mut Vec<Set>) {
    let mut put = |label: String, without: Filter| all.push(Set { label, tint: None, without });
    for (place, code) in filter.countries.iter().enumerate() {
        let mut without = filter.clone();
        without.countries.remove(place);
        put(field_label(ctx, text::field(ctx.text, Field::Country), text::country(ctx.text, code)), without);
    }
    for (place, city) in filter.cities.iter().enumerate() {
        let mut without = filter.clone();
        without.cities.remove(place);
        put(field_label(ctx, text::field(ctx.text, Field::City), city), without);
    }
    for (place, start) in filter.postcodes.iter().enumerate() {
        let mut without = filter.clone();
        without.postcodes.remove(place);
        let value = format!("{start}…");
        put(field_label(ctx, text::field(ctx.text, Field::Postcode), &value), without);
    }
    for (place, code) in filter.departments.iter().enumerate() {
        let mut without = filter.clone();
        without.departments.remove(place);
        put(field_label(ctx, ctx.text.get("clients-department"), &department_label(code)), without);
    }
}

/// "Rhône (69)".
pub(super) fn department_label(code: &str) -> String {
    department::of_code(code).map_or_else(|| code.to_owned(), |one| format!("{} ({code})", one.name))
}

/// "Pays : France".
pub(super) fn field_label(ctx: &Ctx<'_>, field: &str, value: &str) -> String {
    ctx.text.with("clients-filter-custom", &[("field", field.into()), ("value", value.into())])
}

pub(super) fn mark(on: bool) -> Mark {
    if on { Mark::On } else { Mark::Off }
}

impl Clients {
    /// The chips that open the lists of filters.
    pub(super) fn filter_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let before = self.query.filter.clone();
        if !ctx.setup.categories().is_empty() {
            self.categories_ui(ui, ctx);
        }
        self.state_ui(ui, ctx);
        self.places_ui(ui, ctx);
        if ctx.setup.shown_fields().next().is_some() {
            self.custom_ui(ui, ctx);
        }
        if self.query.filter != before {
            self.grid.reset();
        }
    }

    fn categories_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let text = ctx.text;
        let name = text.get("clients-filter-categories");
        let opener = ui.add(Chip::choice(text.get("field-categories")).says(name));
        let filter = &mut self.query.filter;
        let picks = || {
            let mut picks = vec![Pick::new(text.get("clients-uncategorised"), mark(filter.uncategorised))];
            picks.extend(ctx.setup.categories().iter().map(|category| {
                let on = filter.categories.contains(&category.id);
                Pick { tint: Some(show::tint(ui, category.tint)), ..Pick::new(&category.name, mark(on)) }
            }));
            picks
        };
        let words = Words { name, find: text.get("clients-categories-find") };
        let all = &mut filter.all;
        let picked = picker(ui, &opener, words, picks, show::is_like, |ui| {
            let ways = [(false, text.get("clients-filter-any")), (true, text.get("clients-filter-all"))];
            let id = Id::unique(("clients", "any or all"));
            Segmented::new(id, text.get("clients-filter-way"), &ways).low().show(ui, all);
        });
        let Some(Picked::Toggle(number)) = picked else { return };
        match number.checked_sub(1).and_then(|number| ctx.setup.categories().get(number)) {
            None => filter.uncategorised = !filter.uncategorised,
            Some(category) if filter.categories.contains(&category.id) => {
                filter.categories.retain(|id| *id != category.id);
            }
            Some(category) => filter.categories.push(category.id),
        }
    }

    fn state_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let text = ctx.text;
        let chip = ui.add(Chip::choice(text.get("column-state")).says(text.get("clients-filter-state")));
        let states = StateFilter::ALL.map(|state| Entry::new(state_word(ctx, state)));
        let chosen = menu(ui, &chip, text.get("clients-filter-state"), &states);
        if let Some(state) = chosen.and_then(|at| StateFilter::ALL.get(at)) {
            self.query.filter.status = Some(*state);
        }
    }

    /// How many lines the chips of what is set take, at most so many as show.
    pub(super) fn chip_lines(&self, ui: &Ui, ctx: &Ctx<'_>) -> usize {
        let width = ui.available_width() - 2.0 * crate::ui::theme::size::MARGIN;
        self.lines_of_chips(ui, ctx, width).len().min(LINES)
    }

    fn lines_of_chips(&self, ui: &Ui, ctx: &Ctx<'_>, width: f32) -> Vec<Vec<Set>> {
        let mut lines: Vec<Vec<Set>> = Vec::new();
        let mut room = 0.0;
        for set in set(ui, ctx, &self.query.filter) {
            // With the word between two categories.
            let wide = chip(&set).wide(ui) + GAP + 32.0;
            if lines.is_empty() || wide > room {
                lines.push(Vec::new());
                room = width;
            }
            room -= wide;
            if let Some(line) = lines.last_mut() {
                line.push(set);
            }
        }
        lines
    }

    /// What is set, a chip each; a click takes it away.
    pub(super) fn chips_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let lines = self.lines_of_chips(ui, ctx, ui.available_width());
        if lines.is_empty() {
            return;
        }
        let between = if self.query.filter.all { "clients-filter-and" } else { "clients-filter-or" };
        let several = self.query.filter.categories.len() + usize::from(self.query.filter.uncategorised);
        let mut without = None;
        let mut number = 0;
        let shown = lines.len().min(LINES);
        let height = LINE * f32::from(u8::try_from(shown).unwrap_or(1)) - GAP;
        let area = ScrollArea::vertical().id_salt("chips").max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            for line in lines {
                crate::ui::widgets::ends::row(ui, LINE - GAP, |ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    for set in line {
                        if number > 0 && number < several {
                            let word = ctx.text.get(between);
                            ui.add(Label::small(word).colour(tokens(ui).muted));
                        }
                        number += 1;
                        let label = set.label.as_str();
                        let says = ctx.text.with("clients-filter-remove", &[("filter", label.into())]);
                        if ui.add(chip(&set).says(&says)).clicked() {
                            without = Some(set.without);
                        }
                    }
                });
            }
        });
        if let Some(without) = without {
            self.query.filter = without;
            self.grid.reset();
        }
    }
}

fn chip(set: &Set) -> Chip<'_> {
    match set.tint {
        Some(tint) => Chip::tinted(&set.label, tint).tall(),
        None => Chip::set(&set.label),
    }
    .max(260.0)
}
