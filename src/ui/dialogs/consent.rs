//! An answer is recorded: to what, by which channels, what, when and how, and what proves it.

use std::collections::BTreeSet;

use egui::{Context, Id, Ui, vec2};

use super::footer;
use crate::domain::attachment::Staged;
use crate::domain::client::{Client, ClientId};
use crate::domain::command::{Command, ConsentCommand, NewConsent};
use crate::domain::consent::{Answer, Channel, Method, Purpose, Wording};
use crate::text;
use crate::ui::action::{Action, Actions, AttachTo, Then};
use crate::ui::ctx::Ctx;
use crate::ui::day::{self, Offered};
use crate::ui::habit::{keep_method, last_method};
use crate::ui::icons;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::check::Check;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::ends::row;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint;
use crate::ui::widgets::segmented::Segmented;

/// The dialog.
#[derive(Debug)]
pub struct ConsentDialog {
    client: ClientId,
    purpose: Purpose,
    channels: BTreeSet<Channel>,
    answer: Answer,
    day: String,
    method: Method,
    file: Option<Staged>,
    /// Something was wrong when it was to be kept.
    tried: bool,
}

impl ConsentDialog {
    /// An answer of this client, by the channels that are filled in.
    pub fn new(client: &Client, ctx: &Ctx<'_>) -> Self {
        Self {
            client: client.id,
            purpose: Purpose::Offers,
            channels: Channel::filled(client),
            answer: Answer::Given,
            day: String::new(),
            method: last_method(ctx),
            file: None,
            tried: false,
        }
    }

    /// Whose answer it is.
    pub fn client(&self) -> ClientId {
        self.client
    }

    /// The file that proves it: its bytes are in the book.
    pub fn staged(&mut self, file: Staged) {
        self.file = Some(file);
    }

    /// Draws it.
    pub fn ui(&mut self, egui: &Context, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let text = ctx.text;
        let id = Id::unique(("consent dialog", self.client));
        let tried = self.tried;
        let title = text.get("consent-record-title");
        let shown = Dialog::new(id, title).size(600.0, 500.0).focus(id.with("purpose")).show(
            egui,
            |ui| self.body_ui(ui, ctx, id, &mut actions),
            |ui| footer(ui, text, Button::primary(text.get("action-save")).id(id.with("save"))),
        );
        let (cancel, save) = shown.footer;
        if cancel || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if save || shown.confirmed {
            match self.consent(ctx) {
                Some(consent) => {
                    let command =
                        ConsentCommand::Record { client: self.client, consent, file: self.file.clone() };
                    actions.push(Action::CloseDialog);
                    actions.push(keep_method(self.method));
                    actions.push(Action::Run(Box::new(Command::Consent(command)), Then::Tell));
                }
                None => self.tried = true,
            }
        }
        if tried != self.tried {
            egui.request_repaint();
        }
        actions
    }

    /// What is to be recorded; none as long as something is missing or wrong.
    fn consent(&self, ctx: &Ctx<'_>) -> Option<NewConsent> {
        let today = ctx.clock.today();
        let day = day::read(ctx.text, &self.day, today).ok()?.filter(|day| *day != today);
        if self.channels.is_empty() || day.is_some_and(|day| day > today) {
            return None;
        }
        // Who withdraws or refuses says so of oneself as well; the words are kept as far as they were read.
        let wording = Wording {
            language: ctx.text.language().code().to_owned(),
            words: text::asked(ctx.text, &ctx.setup.policy, self.purpose).to_owned(),
        };
        Some(NewConsent {
            purpose: self.purpose,
            channels: self.channels.clone(),
            answer: self.answer,
            day,
            method: self.method,
            wording: if self.answer == Answer::Withdrawn { Wording::default() } else { wording },
            evidence: None,
        })
    }

    fn body_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, id: Id, actions: &mut Actions) {
        let (text, muted) = (ctx.text, tokens(ui).muted);
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let purposes = Purpose::ALL.map(|purpose| (purpose, text::purpose(text, purpose)));
        Segmented::new(id.with("purpose"), text.get("consent-purpose"), &purposes)
            .show(ui, &mut self.purpose);
        if self.answer != Answer::Withdrawn {
            let words = text::asked(text, &ctx.setup.policy, self.purpose);
            ui.add(Label::body(&text.with("consent-read", &[("words", words.into())])).colour(muted).wrap());
        }
        let answers = [Answer::Given, Answer::Refused, Answer::Withdrawn]
            .map(|answer| (answer, text::standing(text, Some(answer))));
        Segmented::new(id.with("answer"), text.get("consent-answer"), &answers).show(ui, &mut self.answer);
        ui.add_space(4.0);
        ui.add(Label::small(text.get("consent-channels")).medium().colour(muted));
        row(ui, size::BODY_LINE, |ui| {
            ui.spacing_mut().item_spacing.x = 20.0;
            for channel in Channel::ALL {
                let mut on = self.channels.contains(&channel);
                let check = Check::new(&mut on, text::channel(text, channel)).id(id.with(channel));
                if ui.add(check).changed() {
                    if on {
                        self.channels.insert(channel)
                    } else {
                        self.channels.remove(&channel)
                    };
                }
            }
        });
        let today = ctx.clock.today();
        let wrong = if self.channels.is_empty() {
            Some("consent-no-channel")
        } else if matches!(day::read(text, &self.day, today), Ok(Some(day)) if day > today) {
            Some("consent-day-ahead")
        } else {
            None
        };
        ui.add_space(4.0);
        ui.horizontal_top(|ui| {
            let hint = text.get("day-today");
            let label = text.get("consent-day");
            ui.scope(|ui| {
                day::day_ui(ui, ctx, id.with("day"), label, &mut self.day, hint, Offered::Past);
            });
            self.method_ui(ui, ctx, id);
        });
        self.file_ui(ui, ctx, id, actions);
        if let Some(key) = wrong.filter(|_| self.tried) {
            ui.add(Label::body(text.get(key)).colour(tokens(ui).danger.ink).wrap().status());
        }
    }

    fn method_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, id: Id) {
        let text = ctx.text;
        let label = text.get("consent-method");
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = size::LABEL - size::SMALL_LINE;
            ui.add(Label::small(label).medium().colour(tokens(ui).muted));
            let button = Button::plain(text::method(text, self.method)).width(180.0).id(id.with("method"));
            let opener = ui.add(button);
            let sign = opener.rect.right_center() - vec2(16.0, 0.0);
            paint::icon(ui.painter(), sign, icons::CARET_DOWN, 12.0, tokens(ui).muted);
            let entries = Method::ALL.map(|method| Entry::new(text::method(text, method)));
            if let Some(method) = menu(ui, &opener, label, &entries).and_then(|at| Method::ALL.get(at)) {
                self.method = *method;
            }
        });
    }

    /// What proves the answer: a signed paper, an e-mail.
    fn file_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, id: Id, actions: &mut Actions) {
        let text = ctx.text;
        row(ui, size::BUTTON, |ui| match &self.file {
            None => {
                let attach = Button::plain(text.get("consent-evidence")).icon(icons::PAPERCLIP);
                if ui.add(attach.id(id.with("file"))).clicked() {
                    actions.push(Action::ChooseAttachment(AttachTo::Consent(self.client)));
                }
            }
            Some(file) => {
                let said = format!("{} · {}", file.name, ctx.format.file_size(text, file.size));
                let says = text.with("category-take-away", &[("name", file.name.as_str().into())]);
                let remove = IconButton::new(icons::X, &says).small();
                let gone = ui.add(remove.id(id.with("no file"))).clicked();
                ui.add(Label::body(&said));
                if gone {
                    self.file = None;
                }
            }
        });
    }
}
