//! The two questions of consent: read aloud while one is on the telephone, one Tab stop each, the arrows answer.
//!
//! An answer keeps the words that were read. How it came is said beside the fields, once there is one: the way used last
//! is remembered.

use egui::{Id, Ui};

use super::ClientForm;
use crate::domain::consent::{Answer, Method, Purpose, Wording, last};
use crate::domain::place::Place;
use crate::domain::typed::Told;
use crate::text;
use crate::ui::action::Actions;
use crate::ui::ctx::Ctx;
use crate::ui::habit::keep_method;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::card::{card, sunken};
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::segmented::Segmented;

impl ClientForm {
    /// The block of both questions.
    pub(super) fn consent_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        sunken(ui, ctx.text.get("consent-title"), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for purpose in Purpose::ALL {
                self.question_ui(ui, ctx, purpose);
            }
        });
    }

    fn question_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, purpose: Purpose) {
        let text = ctx.text;
        let (question, place) = (text::asked(text, &ctx.setup.policy, purpose), Place::Consent(purpose));
        let read = text.with("consent-read", &[("words", question.into())]);
        let mut choices =
            vec![(Some(Answer::Given), text.get("value-yes")), (Some(Answer::Refused), text.get("value-no"))];
        // An answer that is in the book stays there: only another one can follow it.
        if last(&self.base.consents, purpose).is_none() {
            choices.push((None, text.get("consent-not-asked")));
        }
        let mut answer = self.typed.consent.get(&purpose).map(|told| told.answer);
        let id = self.field_id(place);
        let (_, response) = ends(
            ui,
            size::ROW_COMPACT,
            |ui| ui.add(Label::body(&read)),
            |ui| Segmented::new(id, question, &choices).low().show(ui, &mut answer),
        );
        if self.focus == Some(place) {
            response.request_focus();
        }
        if response.has_focus() {
            self.last = Some(place);
        }
        if response.changed() {
            self.answer(ctx, purpose, answer);
        }
    }

    fn answer(&mut self, ctx: &Ctx<'_>, purpose: Purpose, answer: Option<Answer>) {
        let Some(answer) = answer else {
            self.typed.consent.remove(&purpose);
            return self.touched(ctx);
        };
        // What was answered before was answered to the words of then.
        let before = self.opened.consent.get(&purpose).filter(|told| told.answer == answer);
        let told = before.cloned().unwrap_or_else(|| Told {
            answer,
            wording: Wording {
                language: ctx.text.language().code().to_owned(),
                words: text::asked(ctx.text, &ctx.setup.policy, purpose).to_owned(),
            },
        });
        self.typed.consent.insert(purpose, told);
        self.touched(ctx);
    }

    /// How the answers came, once there is one that is not in the book.
    pub(super) fn method_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        if self.typed.consent == self.opened.consent {
            return;
        }
        let text = ctx.text;
        card(ui, text.get("consent-title"), |ui| {
            ui.add(Label::small(text.get("consent-method")).colour(tokens(ui).muted).wrap());
            let chip = Chip::choice(text::method(text, self.typed.method))
                .says(text.get("consent-method"))
                .max(ui.available_width())
                .id(Id::unique(("form", self.number, "method")));
            let chip = ui.add(chip);
            let entries = Method::ALL.map(|method| Entry::new(text::method(text, method)));
            let chosen = menu(ui, &chip, text.get("consent-method"), &entries);
            if let Some(method) = chosen.and_then(|at| Method::ALL.get(at)) {
                self.typed.method = *method;
                self.touched(ctx);
                actions.push(keep_method(*method));
            }
        });
    }
}
