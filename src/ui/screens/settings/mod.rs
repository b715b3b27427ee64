//! Settings, in sections: what is everybody's, how the record is kept, categories, custom fields, the imports that were made.

mod categories;
mod fields;
mod general;
mod imports;
mod record;

use egui::{CentralPanel, Frame, Id, Margin, Rect, Ui, vec2};

use self::categories::Categories;
pub use self::general::Shown;
use self::imports::Imports;
use self::record::RecordSection;
use crate::domain::usage::Usage;
use crate::text::Text;
use crate::ui::action::{Actions, SettingsSection as Section};
use crate::ui::ctx::Ctx;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::scroll::scroll;
use crate::ui::widgets::segmented::Segmented;

/// The page: which section shows, and what is typed into it.
#[derive(Debug, Default)]
pub struct SettingsPage {
    section: Section,
    categories: Categories,
    record: RecordSection,
    imports: Imports,
}

/// Widest contents, in points.
const WIDE: f32 = 760.0;
/// The height of a category or a field in its list.
const LINE: f32 = 42.0;

impl SettingsPage {
    /// Brings what is shown up to date with the book.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        if self.section == Section::Imports {
            self.imports.refresh(ctx);
        }
    }

    /// Shows a section.
    pub fn show(&mut self, section: Section) {
        self.section = section;
    }

    /// Draws the page. `usage` is none until the book was read.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, shown: Shown<'_>, usage: Option<&Usage>) -> Actions {
        let mut actions = Actions::new();
        let text = ctx.text;
        let frame = Frame::new().fill(tokens(ui).surface).inner_margin(Margin::symmetric(24, 18));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 14.0;
            ends(
                ui,
                size::BUTTON,
                |ui| ui.add(Label::title(text.get("menu-settings"))),
                |ui| {
                    if self.section == Section::Fields {
                        fields::add_ui(ui, ctx, &mut actions);
                    }
                },
            );
            let sections = Section::ALL.map(|section| (section, section.name(text)));
            let id = Id::unique("settings-section");
            Segmented::new(id, text.get("settings-section"), &sections).show(ui, &mut self.section);
            if self.section == Section::Categories {
                ui.scope(|ui| {
                    ui.set_max_width(WIDE);
                    self.categories.add_ui(ui, ctx, &mut actions);
                });
            }
            scroll(ui, name(self.section), |ui| {
                ui.set_max_width(WIDE);
                // Room for the ring of the first control.
                ui.add_space(4.0);
                match self.section {
                    Section::General => general::general_ui(ui, text, shown, &mut actions),
                    Section::Record => self.record.ui(ui, ctx, shown, &mut actions),
                    Section::Categories => self.categories.list_ui(ui, ctx, usage, &mut actions),
                    Section::Fields => fields::list_ui(ui, ctx, usage, &mut actions),
                    Section::Imports => self.imports.list_ui(ui, ctx, &mut actions),
                }
            });
        });
        actions
    }
}

/// Each section scrolls by itself.
fn name(section: Section) -> &'static str {
    match section {
        Section::General => "general",
        Section::Record => "record",
        Section::Categories => "categories",
        Section::Fields => "fields",
        Section::Imports => "imports",
    }
}

/// The place of the next line of a list. None if it is far from view: of hundreds only those in view are made, and some
/// beside them, so that Tab leads on.
fn line_place(ui: &mut Ui, height: f32) -> Option<Rect> {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    ui.clip_rect().expand(3.0 * LINE).intersects(rect).then_some(rect)
}

/// "12 clients"; nothing until they were counted.
fn clients(text: &Text, count: Option<usize>) -> String {
    count.map(|count| text.with("clients-count", &[("n", count.into())])).unwrap_or_default()
}
