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
        let reached = ui.horizontal(|ui| {
            [Field::Phone, Field::Email].map(|field| (field, self.text_ui(ui, ctx, field, half)))
        });
        self.consent_ui(ui, ctx);
        self.address_ui(ui, ctx, half, reached.inner, actions);
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
        ui.horizontal(|ui| halves.map(|field| self.text_ui(ui, ctx, field, half)));
    }

    fn address_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        half: f32,
        reached: [(Field, Rect); 2],
        actions: &mut Actions,
    ) {
        let street = ui.horizontal(|ui| {
            let street = self.text_ui(ui, ctx, Field::Street, half);
            self.text_ui(ui, ctx, Field::Street2, half);
            street
        });
        ui.horizontal(|ui| {
            // Wide enough for its label and a word at its right.
            let postcode = (half / 3.0).round().max(104.0);
            self.text_ui(ui, ctx, Field::Postcode, postcode);
            self.text_ui(ui, ctx, Field::City, half - postcode - size::GUTTER);
            // Tab comes to the answers once it passed the city: from the name it is ten Tabs away, whatever is declined.
            // The whole address has one.
            for (field, row) in reached.into_iter().chain([(Field::Street, street.inner)]) {
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
