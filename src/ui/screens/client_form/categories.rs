//! The categories of the client: chips, and a place to type the next one.

use egui::{FocusDirection, Ui};

use super::ClientForm;
use crate::domain::category::{Category, Tint};
use crate::domain::place::Place;
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::widgets::field::Left;
use crate::ui::widgets::tags::{Change, Tag, Tags};

/// What an empty book suggests.
const SUGGESTED: [&str; 3] =
    ["category-suggested-wholesale", "category-suggested-retail", "category-suggested-regular"];

impl ClientForm {
    pub(super) fn categories_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, width: f32) {
        let text = ctx.text;
        let place = Place::Categories;
        let given: Vec<(String, String, Tint)> = self
            .typed
            .categories
            .iter()
            .map(|name| {
                let says = text.with("category-take-away", &[("name", name.as_str().into())]);
                // A new one takes its tint when it is made.
                let tint = ctx.setup.category_named(name).map_or(Tint::Grey, |category| category.tint);
                (name.clone(), says, tint)
            })
            .collect();
        let tags: Vec<Tag<'_>> =
            given.iter().map(|(name, says, tint)| Tag { name, tint: show::tint(ui, *tint), says }).collect();
        let mut known: Vec<&str> =
            ctx.setup.categories().iter().map(|category| category.name.as_str()).collect();
        if known.is_empty() {
            known = SUGGESTED.iter().map(|key| text.get(key)).collect();
        }
        let create = |name: &str| text.with("category-create", &[("name", name.into())]);
        let tags = Tags::new(self.field_id(place), text.get("field-categories"), &mut self.category)
            .given(&tags)
            .known(&known)
            .create(&create)
            .hint(text.get("category-hint"))
            .limit(Category::LONGEST)
            .width(width);
        let result = tags.show(ui);
        match result.change {
            Some(Change::Give(name)) => {
                self.typed.categorise(&name);
                self.touched(ctx);
            }
            Some(Change::Take(number)) if number < self.typed.categories.len() => {
                self.typed.categories.remove(number);
                self.touched(ctx);
            }
            Some(Change::Take(_)) | None => {}
        }
        if self.focus == Some(place) {
            result.field.response.request_focus();
        }
        if result.field.response.has_focus() {
            self.last = Some(place);
        }
        if result.field.left == Some(Left::Enter) {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        }
    }

    /// What was typed and not given yet counts when the form is saved.
    pub(super) fn give_category(&mut self) {
        let name = std::mem::take(&mut self.category);
        self.typed.categorise(&name);
    }
}
