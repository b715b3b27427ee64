//! The record, in the column beside the notes: each value in a line that changes it in place.

use egui::{Id, Ui};

use super::ClientPage;
use super::categories::categories_ui;
use super::consent::consent_ui;
use crate::domain::client::{Client, ClientKind};
use crate::domain::item::Item;
use crate::domain::typed::Typed;
use crate::ui::action::Actions;
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::show;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::card;
use crate::ui::widgets::menu::{Entry, menu};

/// So many custom fields are shown whether they have a value or not.
const FEW: usize = 8;

impl ClientPage {
    pub(super) fn values_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 14.0;
        let company = client.kind == ClientKind::Company;
        let contacts = u16::try_from(client.contacts.len()).unwrap_or(u16::MAX);
        let mut contact =
            vec![Item::Name, Item::Contact, Item::Phone, Item::Mobile, Item::Email, Item::Address];
        contact.retain(|item| company || *item != Item::Contact);
        let mut others: Vec<Item> = (0..contacts).map(Item::Further).collect();
        others.extend([Item::Delivery, Item::Website]);
        if contacts < Typed::MOST_CONTACTS {
            others.push(Item::Further(contacts));
        }
        self.card_ui(ui, ctx, client, ctx.text.get("record-contact-data"), &contact, &others, actions);
        let billing = [Item::Registration, Item::VatNumber, Item::Terms, Item::Number];
        let others = [Item::OtherId, Item::Language];
        self.card_ui(ui, ctx, client, ctx.text.get("record-billing-data"), &billing, &others, actions);
        categories_ui(ui, ctx, client, &mut self.category, actions);
        self.custom_ui(ui, ctx, client, actions);
        consent_ui(ui, ctx, client, &self.known, &mut self.unfolded_consent, actions);
    }

    /// A card: values that are always there, and others that show once they are filled in; until then a menu adds them.
    #[expect(
        clippy::too_many_arguments,
        reason = "a card, drawn with what every part of a page is drawn with"
    )]
    fn card_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        client: &Client,
        title: &str,
        always: &[Item],
        others: &[Item],
        actions: &mut Actions,
    ) {
        card(ui, title, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let editing = self.edit.as_ref().map(super::edit::Edit::item);
            let is_there = |item: &Item| item.has_value(client) || editing == Some(*item);
            let (shown, missing): (Vec<Item>, Vec<Item>) = others.iter().copied().partition(is_there);
            for item in always.iter().copied().chain(shown) {
                self.item_ui(ui, ctx, client, item, actions);
            }
            if missing.is_empty() {
                return;
            }
            ui.add_space(4.0);
            let add = Button::link(ctx.text.get("record-add")).icon(icons::PLUS);
            let opener = ui.add(add.id(Id::unique(("client", self.id, "add", title))));
            let names: Vec<String> = missing.iter().map(|item| added(ctx, *item, client)).collect();
            let entries: Vec<Entry<'_>> = names.iter().map(|name| Entry::new(name)).collect();
            if let Some(item) = menu(ui, &opener, title, &entries).and_then(|at| missing.get(at)) {
                self.begin_edit(ctx, client, *item, actions);
            }
        });
    }

    fn custom_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, client: &Client, actions: &mut Actions) {
        let fields = ctx.setup.fields();
        let filled = |id: u64| client.custom.get(&id).is_some_and(|value| !value.is_empty());
        let all = fields.len() <= FEW || self.unfolded_custom;
        let offered: Vec<u64> =
            fields.iter().filter(|field| !field.hidden || filled(field.id)).map(|field| field.id).collect();
        let (shown, folded): (Vec<u64>, Vec<u64>) = offered.into_iter().partition(|id| all || filled(*id));
        if shown.is_empty() && folded.is_empty() {
            return;
        }
        card(ui, ctx.text.get("field-custom"), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for id in shown {
                self.item_ui(ui, ctx, client, Item::Custom(id), actions);
            }
            if !folded.is_empty() {
                let more = ctx.text.with("record-custom-more", &[("n", folded.len().into())]);
                let id = Id::unique(("client", self.id, "custom"));
                self.unfolded_custom |= ui.add(Button::link(&more).id(id)).clicked();
            }
        });
    }
}

/// What the menu calls a value to be added.
fn added(ctx: &Ctx<'_>, item: Item, client: &Client) -> String {
    match item {
        Item::Further(_) => ctx.text.get("contact-add").to_owned(),
        _ => show::item(ctx, item, client),
    }
}
