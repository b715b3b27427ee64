//! Further contacts: people to be added, taken away, and made the main one.

use egui::{Id, Ui};

use super::ClientForm;
use crate::domain::client::ClientKind;
use crate::domain::field::Field;
use crate::domain::place::Place;
use crate::domain::typed::Typed;
use crate::ui::ctx::Ctx;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::label::Label;

/// What is to be done with a contact.
#[derive(Clone, Copy)]
enum Change {
    Add,
    Remove(u16),
    MakeMain(u16),
}

impl ClientForm {
    pub(super) fn contacts_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, half: f32) {
        if self.typed.kind == ClientKind::Company {
            ui.horizontal(|ui| self.text_ui(ui, ctx, Field::ContactRole, half));
        }
        let mut change = None;
        for number in 0..self.typed.contacts() {
            change = change.or(self.contact_ui(ui, ctx, number, half));
        }
        let add = Button::link(ctx.text.get("contact-add")).id(self.add_contact_id());
        if self.typed.contacts() < Typed::MOST_CONTACTS && ui.add(add).clicked() {
            change = Some(Change::Add);
        }
        match change {
            Some(Change::Add) => {
                self.typed.add_contact();
                let last = self.typed.contacts().saturating_sub(1);
                self.focus = Some(Place::Contact(last, Field::ContactFirstName));
            }
            Some(Change::Remove(number)) => {
                self.typed.remove_contact(number);
                self.contacts_moved(ctx);
                let next = number.min(self.typed.contacts().saturating_sub(1));
                self.focus = Some(Place::Contact(next, Field::ContactFirstName));
                if self.typed.contacts() == 0 {
                    let add = self.add_contact_id();
                    ui.memory_mut(|memory| memory.request_focus(add));
                }
            }
            Some(Change::MakeMain(number)) => {
                self.typed.make_main(number);
                self.contacts_moved(ctx);
                self.focus = Some(Place::Field(Field::ContactFirstName));
            }
            None => {}
        }
    }

    fn add_contact_id(&self) -> Id {
        Id::unique(("form", self.number, "add contact"))
    }

    /// A contact; what was asked for of it.
    fn contact_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, number: u16, half: f32) -> Option<Change> {
        let text = ctx.text;
        let named = |key| text.with(key, &[("n", shown(number).into())]);
        ui.add(Label::small(&named("contact-title")).strong().colour(tokens(ui).muted));
        ui.horizontal(|ui| {
            for field in [Field::ContactFirstName, Field::ContactLastName] {
                self.text_ui(ui, ctx, Place::Contact(number, field), half);
            }
        });
        ui.horizontal(|ui| {
            for field in [Field::ContactRole, Field::Email] {
                self.text_ui(ui, ctx, Place::Contact(number, field), half);
            }
        });
        let company = self.typed.kind == ClientKind::Company;
        let mut change = None;
        ui.horizontal(|ui| {
            self.text_ui(ui, ctx, Place::Contact(number, Field::Phone), half);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                ui.add_space(8.0);
                if company && ui.add(Button::link(&named("contact-make-main"))).clicked() {
                    change = Some(Change::MakeMain(number));
                }
                if ui.add(Button::link(&named("contact-remove"))).clicked() {
                    change = Some(Change::Remove(number));
                }
            });
        });
        change
    }

    /// Whoever is now at a place is another: what was said there, and what its fields could undo, is gone.
    fn contacts_moved(&mut self, ctx: &Ctx<'_>) {
        self.moved = self.moved.wrapping_add(1);
        let filled: Vec<Place> = self.typed.places().collect();
        self.left.retain(|place| !matches!(place, Place::Contact(..)));
        self.left.extend(filled.into_iter().filter(|place| matches!(place, Place::Contact(..))));
        self.touched(ctx);
    }
}

/// The number of a further contact as people count: the main one is the first.
fn shown(number: u16) -> u64 {
    u64::from(number).saturating_add(2)
}
