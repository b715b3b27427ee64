//! The categories of the client: given and taken away at once, each a change that can be taken back.

use egui::{Id, Ui};

use crate::domain::base::Base;
use crate::domain::category::{Category, Tint};
use crate::domain::client::Client;
use crate::domain::command::Command;
use crate::domain::review::Review;
use crate::domain::typed::Typed;
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::widgets::card::card;
use crate::ui::widgets::tags::{Change, Tag, Tags};

/// Draws the card; `typed` is what stands in the place to type in.
pub(super) fn categories_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    client: &Client,
    typed: &mut String,
    actions: &mut Actions,
) {
    let text = ctx.text;
    card(ui, text.get("field-categories"), |ui| {
        let given: Vec<(&str, String, Tint)> = client
            .categories
            .iter()
            .filter_map(|id| ctx.setup.category(*id))
            .map(|category| {
                let name = category.name.as_str();
                (name, text.with("category-take-away", &[("name", name.into())]), category.tint)
            })
            .collect();
        let tags: Vec<Tag<'_>> =
            given.iter().map(|(name, says, tint)| Tag { name, tint: show::tint(ui, *tint), says }).collect();
        let known: Vec<&str> = ctx.setup.categories().iter().map(|category| category.name.as_str()).collect();
        let create = |name: &str| text.with("category-create", &[("name", name.into())]);
        let shown =
            Tags::new(Id::unique(("client", client.id, "categories")), text.get("field-categories"), typed)
                .given(&tags)
                .known(&known)
                .create(&create)
                .hint(text.get("category-hint"))
                .limit(Category::LONGEST)
                .label_hidden()
                .show(ui);
        if let Some(command) = shown.change.and_then(|change| command(ctx, client, change)) {
            actions.push(Action::Run(Box::new(command), Then::Tell));
        }
    });
}

/// The change of the client; none if nothing would change.
fn command(ctx: &Ctx<'_>, client: &Client, change: Change) -> Option<Command> {
    let base = Base { client: Some(client.clone()), ..Base::default() };
    let mut typed = Typed::of(&base, ctx.setup, |place, value| show::typed(ctx, place, value));
    match change {
        Change::Give(name) => typed.categorise(&name),
        Change::Take(number) if number < typed.categories.len() => {
            typed.categories.remove(number);
        }
        Change::Take(_) => {}
    }
    let review = Review::of(&base, &typed, &[], ctx.setup).ok()?;
    (!review.is_unchanged()).then(|| review.command())
}
