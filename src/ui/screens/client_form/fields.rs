//! The first screen of the form: it fits 1024 × 700 without scrolling, and nothing below a field moves when
//! something is said about it.

use egui::{Id, Rect, Ui};

use super::ClientForm;
use crate::domain::client::ClientKind;
use crate::domain::field::Field;
use crate::text;
use crate::ui::action::Actions;
use crate::ui::ctx::Ctx;
use crate::ui::theme::size;
use crate::ui::widgets::segmented::Segmented;

impl ClientForm {
    pub(super) fn fields_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let asked = self.focus;
        self.kind_ui(ui, ctx);
        let whole = ui.available_width();
        let half = ((whole - size::GUTTER) / 2.0).floor();
        self.name_ui(ui, ctx, whole, half);
        let reached = [Field::Phone, Field::Email];
        let reached = self.row_of(ui, ctx, reached, |form, ui| {
            Some(reached.map(|field| (field, form.text_ui(ui, ctx, field, half))))
        });
        self.consent_ui(ui, ctx);
        self.address_ui(ui, ctx, half, reached, actions);
        ui.horizontal_top(|ui| {
            if self.typed.kind == ClientKind::Company {
                self.text_ui(ui, ctx, Field::Siren, half);
            }
            self.categories_ui(ui, ctx, half);
        });
        self.note_ui(ui, ctx, whole, half, actions);
        self.more_ui(ui, ctx, half, actions);
        self.settle(ui);
        if self.focus == asked {
            self.focus = None;
        }
    }

    fn name_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, whole: f32, half: f32) {
        let halves = match self.typed.kind {
            ClientKind::Company => {
                ui.horizontal(|ui| self.text_ui(ui, ctx, Field::Company, whole));
                [Field::ContactFirstName, Field::ContactLastName]
            }
            ClientKind::Individual => [Field::FirstName, Field::LastName],
        };
        self.row_of(ui, ctx, halves, |form, ui| {
            for field in halves {
                form.text_ui(ui, ctx, field, half);
            }
        });
    }

    /// A row of fields; none if the policy hides both.
    fn row_of<R: Default>(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        fields: [Field; 2],
        row: impl FnOnce(&mut Self, &mut Ui) -> R,
    ) -> R {
        if fields.into_iter().all(|field| self.is_hidden(ctx, field.into())) {
            return R::default();
        }
        ui.horizontal(|ui| row(self, ui)).inner
    }

    fn address_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        half: f32,
        reached: Option<[(Field, Rect); 2]>,
        actions: &mut Actions,
    ) {
        let street = self.row_of(ui, ctx, [Field::Street, Field::Street2], |form, ui| {
            let street = form.text_ui(ui, ctx, Field::Street, half);
            form.text_ui(ui, ctx, Field::Street2, half);
            Some((Field::Street, street))
        });
        ui.horizontal(|ui| {
            // Wide enough for its label and a word at its right.
            let postcode = (half / 3.0).round().max(104.0);
            let hidden = self.is_hidden(ctx, Field::Postcode.into());
            let city = if hidden { half } else { half - postcode - size::GUTTER };
            self.text_ui(ui, ctx, Field::Postcode, postcode);
            self.text_ui(ui, ctx, Field::City, city);
            // Tab comes to the answers once it passed the city: from the name it is ten Tabs away, whatever is declined.
            // The whole address has one.
            for (field, row) in reached.into_iter().flatten().chain(street) {
                self.declined_ui(ui, ctx, field, row, actions);
            }
            self.text_ui(ui, ctx, Field::Country, half);
        });
    }

    fn kind_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let text = ctx.text;
        let choices = [
            (ClientKind::Company, text::kind(text, ClientKind::Company)),
            (ClientKind::Individual, text::kind(text, ClientKind::Individual)),
        ];
        let id = Id::unique(("form", self.number, "kind"));
        let mut kind = self.typed.kind;
        if Segmented::new(id, text.get("field-kind"), &choices).show(ui, &mut kind).changed() {
            self.typed.kind = kind;
            self.name_missing = false;
            self.touched(ctx);
        }
    }
}
