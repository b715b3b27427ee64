//! How the record of a client is kept: what is wished of its fields, whether stars block, when a change is reviewed, and the
//! words in which one asks for consent.

use std::collections::BTreeMap;

use egui::{Align, Id, Layout, Ui, UiBuilder};

use super::{Shown, line_place};
use crate::domain::client::ClientKind;
use crate::domain::command::{Command, PolicyCommand};
use crate::domain::consent::Purpose;
use crate::domain::field::Field;
use crate::domain::policy::{Policy, Ready, Wish};
use crate::files::settings::ReviewHabit;
use crate::text::{self, Text};
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::card;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::field::{Field as TextField, Left};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint;
use crate::ui::widgets::segmented::Segmented;
use crate::ui::widgets::switch::Switch;

const LINE: f32 = 36.0;
/// Width of the column of a kind of client.
const COLUMN: f32 = 170.0;

/// What is typed into the section: questions that are being changed.
#[derive(Debug, Default)]
pub(super) struct RecordSection {
    questions: BTreeMap<Purpose, String>,
}

impl RecordSection {
    /// Draws the section.
    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, shown: Shown<'_>, actions: &mut Actions) {
        ui.spacing_mut().item_spacing.y = 14.0;
        policy_ui(ui, ctx, actions);
        review_ui(ui, ctx.text, shown.settings.review, actions);
        self.questions_ui(ui, ctx, actions);
    }

    /// The words of the two questions, in the language of the window.
    fn questions_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        card(ui, text.get("settings-questions"), |ui| {
            let muted = tokens(ui).muted;
            let words = [("language", text.language().name().into())];
            ui.add(Label::small(&text.with("settings-questions-lead", &words)).colour(muted).wrap());
            for purpose in Purpose::ALL {
                self.question_ui(ui, ctx, purpose, actions);
            }
        });
    }

    fn question_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, purpose: Purpose, actions: &mut Actions) {
        let text = ctx.text;
        let policy = &ctx.setup.policy;
        let language = text.language().code();
        let now = text::asked(text, policy, purpose);
        let mut typed = self.questions.remove(&purpose).unwrap_or_else(|| now.to_owned());
        let id = Id::unique(("settings", "question", purpose, language));
        let name = text::purpose(text, purpose);
        let field = TextField::new(id, name, &mut typed).limit(Policy::LONGEST_QUESTION);
        let left = field.show(ui).left;
        let usual = text::question(text, purpose);
        if policy.question(language, purpose).is_some() {
            let say = text.with("settings-question-usual", &[("name", name.into())]);
            if ui.add(Button::link(&say).small().id(id.with("usual"))).clicked() {
                change(ctx, policy.clone().with_question(language, purpose, ""), actions);
                return;
            }
        }
        match left {
            Some(Left::Enter | Left::Otherwise) => {
                let words = if typed.trim() == usual { "" } else { typed.trim() };
                change(ctx, policy.clone().with_question(language, purpose, words), actions);
            }
            None if typed != now => drop(self.questions.insert(purpose, typed)),
            Some(Left::Escape) | None => {}
        }
    }
}

/// Asks for another policy, if it is one.
fn change(ctx: &Ctx<'_>, after: Policy, actions: &mut Actions) {
    let before = ctx.setup.policy.clone();
    if after != before {
        let command = Command::Policy(PolicyCommand::Change { before, after });
        actions.push(Action::Run(Box::new(command), Then::Tell));
    }
}

fn policy_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
    let text = ctx.text;
    let policy = &ctx.setup.policy;
    card(ui, text.get("settings-policy"), |ui| {
        let muted = tokens(ui).muted;
        ui.add(Label::small(text.get("settings-policy-lead")).colour(muted).wrap());
        let mut choices = vec![
            (Some(Ready::Complete), text.get("settings-policy-complete")),
            (Some(Ready::NameOnly), text.get("settings-policy-name")),
        ];
        let mut ready = policy.ready();
        if ready.is_none() {
            choices.push((None, text.get("settings-policy-own")));
        }
        let id = Id::unique(("settings", "policy"));
        if Segmented::new(id, text.get("settings-policy"), &choices).show(ui, &mut ready).changed()
            && let Some(ready) = ready
        {
            change(ctx, policy.clone().with_ready(ready), actions);
        }
        let mut strict = policy.is_strict();
        let id = Id::unique(("settings", "strict"));
        if ui.add(Switch::new(&mut strict, text.get("settings-strict")).id(id)).changed() {
            change(ctx, policy.clone().with_strict(strict), actions);
        }
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        head_ui(ui, text);
        for field in Policy::FIELDS {
            field_ui(ui, ctx, field, actions);
        }
    });
}

/// The heads of the two columns.
fn head_ui(ui: &mut Ui, text: &Text) {
    let Some(rect) = line_place(ui, LINE) else { return };
    let layout = Layout::left_to_right(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().id_salt("policy heads").max_rect(rect).layout(layout));
    line.spacing_mut().item_spacing.x = 0.0;
    let muted = tokens(ui).muted;
    line.add(
        Label::small(text.get("settings-policy-field")).colour(muted).width(rect.width() - 2.0 * COLUMN),
    );
    for kind in [ClientKind::Company, ClientKind::Individual] {
        line.add(Label::small(text::kind(text, kind)).colour(muted).width(COLUMN));
    }
    paint::hair_x(ui.painter(), rect.x_range(), rect.bottom() - 1.0, tokens(ui).line);
}

/// A field, and what is wished of it by kind of client.
fn field_ui(ui: &mut Ui, ctx: &Ctx<'_>, field: Field, actions: &mut Actions) {
    let Some(rect) = line_place(ui, LINE) else { return };
    let text = ctx.text;
    let id = Id::unique(("settings", "wish", field));
    let layout = Layout::left_to_right(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect).layout(layout));
    line.spacing_mut().item_spacing.x = 0.0;
    let name = match field {
        Field::Siren => text.get("field-siren-siret"),
        Field::ContactLastName => text.get("field-contact"),
        _ => text::field(text, field),
    };
    line.add(Label::body(name).width(rect.width() - 2.0 * COLUMN));
    for kind in [ClientKind::Company, ClientKind::Individual] {
        let place = line.allocate_space(egui::vec2(COLUMN, LINE)).1;
        if !Policy::chooses(field, kind) {
            continue;
        }
        let cell = UiBuilder::new().scope_id(id.with(kind)).max_rect(place).layout(layout);
        let mut cell = line.new_child(cell);
        let wished = ctx.setup.policy.wished(field, kind);
        let says = format!("{name}, {}", text::kind(text, kind));
        let chip =
            Chip::choice(wish_words(text, wished)).says(&says).max(COLUMN - 12.0).id(id.with((kind, "chip")));
        let chip = cell.add(chip);
        let entries = Wish::ALL.map(|wish| Entry::new(wish_words(text, wish)));
        if let Some(wish) = menu(&cell, &chip, &says, &entries).and_then(|at| Wish::ALL.get(at)) {
            change(ctx, ctx.setup.policy.clone().with(field, kind, *wish), actions);
        }
    }
    paint::hair_x(ui.painter(), rect.x_range(), rect.bottom() - 1.0, tokens(ui).line);
}

fn wish_words(text: &Text, wish: Wish) -> &str {
    text.get(match wish {
        Wish::Starred => "wish-starred",
        Wish::Recommended => "wish-recommended",
        Wish::Shown => "wish-shown",
        Wish::Hidden => "wish-hidden",
    })
}

fn review_ui(ui: &mut Ui, text: &Text, habit: ReviewHabit, actions: &mut Actions) {
    card(ui, text.get("settings-review"), |ui| {
        let muted = tokens(ui).muted;
        ui.add(Label::small(text.get("settings-review-lead")).colour(muted).wrap());
        let choices = [
            (ReviewHabit::WhenNeeded, text.get("settings-review-needed")),
            (ReviewHabit::Always, text.get("settings-review-always")),
        ];
        let mut chosen = habit;
        let id = Id::unique(("settings", "review"));
        if Segmented::new(id, text.get("settings-review"), &choices).show(ui, &mut chosen).changed() {
            actions.push(Action::Review(chosen));
        }
    });
}
