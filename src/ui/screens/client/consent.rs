//! What the client allows: for each purpose and channel how it stands, a withdrawal in one click, and the whole record of
//! answers, which only ever grows.

use std::collections::BTreeSet;

use egui::{Color32, Id, Ui};

use super::known::Known;
use super::said::channels;
use crate::domain::client::{Client, ClientId};
use crate::domain::command::{Command, ConsentCommand, NewConsent};
use crate::domain::consent::{Answer, Channel, Consent, Purpose, Wording, standing};
use crate::text;
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{ConsentDialog, Dialog};
use crate::ui::habit::last_method;
use crate::ui::theme::{Tokens, size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::card;
use crate::ui::widgets::disclosure::disclosure;
use crate::ui::widgets::ends::row;
use crate::ui::widgets::label::Label;

/// Width of the names of channels.
const NAMES: f32 = 84.0;

/// Draws the card.
pub(super) fn consent_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    client: &Client,
    known: &Known,
    unfolded: &mut bool,
    actions: &mut Actions,
) {
    let text = ctx.text;
    let id = Id::unique(("consent", client.id));
    card(ui, text.get("consent-title"), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for purpose in Purpose::ALL {
            purpose_ui(ui, ctx, client.id, known, purpose, actions);
            ui.add_space(8.0);
        }
        let record = Button::link(text.get("consent-record")).id(id.with("record"));
        if ui.add(record).clicked() {
            let dialog = ConsentDialog::new(client, ctx);
            actions.push(Action::Open(Box::new(Dialog::Consent(Box::new(dialog)))));
        }
        if known.consents.is_empty() {
            return;
        }
        ui.add_space(4.0);
        let count = ctx.format.number(known.consents.len());
        disclosure(ui, id.with("all"), text.get("consent-all"), &count, unfolded);
        if *unfolded {
            for consent in known.consents.iter().rev() {
                entry_ui(ui, ctx, known, consent, actions);
            }
        }
    });
}

/// How it stands with one purpose, by each channel.
fn purpose_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    client: ClientId,
    known: &Known,
    purpose: Purpose,
    actions: &mut Actions,
) {
    let (text, tokens) = (ctx.text, tokens(ui));
    let name = text::purpose(text, purpose);
    ui.add(Label::body(name).medium().wrap());
    let mut given = BTreeSet::new();
    for channel in Channel::ALL {
        let consent = standing(&known.consents, purpose, channel);
        let answer = consent.map(|consent| consent.answer);
        if answer == Some(Answer::Given) {
            given.insert(channel);
        }
        row(ui, size::BODY_LINE, |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let names = NAMES.min(ui.available_width() / 2.0 - 6.0);
            ui.add(Label::body(text::channel(text, channel)).colour(tokens.muted).width(names));
            let said = ui.add(Label::body(text::standing(text, answer)).colour(ink(tokens, answer)));
            if let Some(consent) = consent {
                said.on_hover_text(how(ctx, consent));
            }
        });
    }
    if given.is_empty() {
        return;
    }
    let withdraw = Button::link(text.get("consent-withdraw")).id(Id::unique(("withdraw", client, purpose)));
    let withdraw = ui.add(withdraw);
    let called = text.with("consent-withdraw-of", &[("purpose", name.into())]);
    ui.ctx().accesskit_node_builder(withdraw.id, |node| node.set_label(called));
    if withdraw.clicked() {
        let consent = NewConsent {
            purpose,
            channels: given,
            answer: Answer::Withdrawn,
            day: None,
            method: last_method(ctx),
            // Nothing was read: it was said of oneself.
            wording: Wording::default(),
            evidence: None,
        };
        let command = ConsentCommand::Record { client, consent, file: None };
        actions.push(Action::Run(Box::new(Command::Consent(command)), Then::Tell));
    }
}

fn ink(tokens: &Tokens, answer: Option<Answer>) -> Color32 {
    match answer {
        Some(Answer::Given) => tokens.good.ink,
        Some(Answer::Refused | Answer::Withdrawn) => tokens.danger.ink,
        None => tokens.muted,
    }
}

/// "24 nov. 2026 · par téléphone".
fn how(ctx: &Ctx<'_>, consent: &Consent) -> String {
    let day = ctx.format.day(ctx.text, consent.day, ctx.clock.today());
    format!("{day} · {}", text::method(ctx.text, consent.method))
}

/// One answer: what, when, how, by which words, and what proves it.
fn entry_ui(ui: &mut Ui, ctx: &Ctx<'_>, known: &Known, consent: &Consent, actions: &mut Actions) {
    let (text, muted) = (ctx.text, tokens(ui).muted);
    ui.add_space(6.0);
    let what = text.with(
        "consent-entry",
        &[
            ("purpose", text::purpose(text, consent.purpose).into()),
            ("answer", text::standing(text, Some(consent.answer)).into()),
        ],
    );
    ui.add(Label::body(&what).wrap());
    let how = format!("{} · {}", how(ctx, consent), channels(text, consent));
    ui.add(Label::small(&how).colour(muted).wrap());
    let wording = &consent.wording;
    if !wording.words.is_empty() {
        let read = text.with(
            "consent-words",
            &[("words", wording.words.as_str().into()), ("language", wording.language.as_str().into())],
        );
        ui.add(Label::small(&read).colour(muted).wrap());
    }
    let proof = consent.evidence.and_then(|id| known.attachments.iter().find(|file| file.id == id));
    if let Some(file) = proof {
        let link = Button::link(&file.name).id(Id::unique(("evidence", consent.id)));
        if ui.add(link).clicked() {
            actions.push(Action::OpenAttachment(file.id));
        }
    }
}
