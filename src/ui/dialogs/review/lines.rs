//! The lines of the summary: what will be stored, old beside new for a change. Each leads to its field.

use egui::{Align, Id, Layout, Ui};

use super::{LINE, NAMES, ReviewDialog};
use crate::domain::category::Tint;
use crate::domain::client::Client;
use crate::domain::consent::Purpose;
use crate::domain::item::{Item, Line};
use crate::domain::place::Place;
use crate::text;
use crate::ui::action::{Action, Actions};
use crate::ui::ctx::Ctx;
use crate::ui::show;
use crate::ui::theme::{self, regular, size, tokens};
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;
use crate::ui::widgets::pill::{self, Pill};

/// Between two things of a line.
const GAP: f32 = 8.0;

impl ReviewDialog {
    /// A line of what will be stored; a click leads to its field.
    pub(super) fn line_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, line: &Line, actions: &mut Actions) {
        let name = show::item(ctx, line.item, &self.review.after);
        let now = self.now(ctx, line.item);
        let before = self.review.before.as_ref().filter(|_| line.changed);
        let before = before.map(|client| self.before(ctx, line.item, client));
        let right = self.right(ctx, line);
        let id = Id::unique(("review", "line", line.item));
        let clicked = show::row(ui, id, LINE, &name, NAMES, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some((words, doubtful)) = &right {
                    let ink = if *doubtful { tokens(ui).warning.ink } else { tokens(ui).muted };
                    ui.add(Label::small(words).colour(ink));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = GAP;
                    if let Some(before) = &before {
                        before_ui(ui, ctx, before);
                    }
                    if line.item == Item::Categories {
                        return self.categories_ui(ui, ctx, &now);
                    }
                    let now = if now.is_empty() { ctx.text.get("review-empty") } else { now.as_str() };
                    let label = Label::body(now);
                    ui.add(if line.item == Item::Name { label.strong() } else { label });
                });
            });
        });
        if clicked {
            let places = line.item.places(&self.review.after);
            actions.push(Action::Correct(places.first().copied().unwrap_or(Place::Note)));
        }
    }

    /// What stands at the right end, and whether it is a doubt.
    fn right(&self, ctx: &Ctx<'_>, line: &Line) -> Option<(String, bool)> {
        if line.doubtful {
            return Some((ctx.text.get("review-to-check").to_owned(), true));
        }
        if let Some(typed) = &line.typed {
            return Some((ctx.text.with("review-as-typed", &[("typed", typed.as_str().into())]), false));
        }
        (line.item == Item::Name).then(|| (text::kind(ctx.text, self.review.after.kind).to_owned(), false))
    }

    /// What will be stored.
    fn now(&self, ctx: &Ctx<'_>, item: Item) -> String {
        match item {
            Item::Note => one_line(&self.review.note),
            Item::Categories => self.review.categories.join(", "),
            Item::Consent(purpose) => self.answer(ctx, purpose),
            Item::Attachments => self.files(ctx),
            _ => one_line(&show::value(ctx, item, &self.review.after)),
        }
    }

    /// What is stored now.
    fn before(&self, ctx: &Ctx<'_>, item: Item, client: &Client) -> String {
        match item {
            Item::Note => one_line(self.review.note_before.as_ref().map_or("", |note| note.text.as_str())),
            Item::Consent(purpose) => {
                let answer = self.review.consent_before.get(&purpose);
                let words = answer.map(|answer| text::answer(ctx.text, *answer));
                words.unwrap_or_else(|| ctx.text.get("consent-not-asked")).to_owned()
            }
            _ => one_line(&show::value(ctx, item, client)),
        }
    }

    /// "oui (e-mail et téléphone)": a refusal is one for every channel.
    fn answer(&self, ctx: &Ctx<'_>, purpose: Purpose) -> String {
        let Some(told) = self.review.consent.get(&purpose) else { return String::new() };
        let answer = text::answer(ctx.text, told.answer);
        let new = self.review.with.consents.iter().find(|one| one.purpose == purpose);
        match new.filter(|one| one.answer == crate::domain::consent::Answer::Given) {
            None => answer.to_owned(),
            Some(new) => {
                let channels: Vec<&str> =
                    new.channels.iter().map(|channel| text::channel(ctx.text, *channel)).collect();
                let channels = ctx.text.list(&channels);
                let arguments = [("answer", answer.into()), ("channels", channels.into())];
                ctx.text.with("consent-by-channels", &arguments)
            }
        }
    }

    /// "contrat.pdf (212 Ko), plan.png (1,4 Mo)".
    fn files(&self, ctx: &Ctx<'_>) -> String {
        let file = |file: &crate::domain::attachment::Staged| {
            let size = ctx.format.file_size(ctx.text, file.size);
            ctx.text.with("review-file", &[("name", file.name.as_str().into()), ("size", size.into())])
        };
        self.review.with.attachments.iter().map(file).collect::<Vec<_>>().join(", ")
    }

    /// The categories as pills, new ones marked; in words where there is no room for all.
    fn categories_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, words: &str) {
        let new = ctx.text.get("review-new");
        let pills: Vec<(&str, theme::Tint, bool)> = self
            .review
            .categories
            .iter()
            .map(|name| {
                let known = ctx.setup.category_named(name);
                let tint = show::tint(ui, known.map_or(Tint::Grey, |category| category.tint));
                (name.as_str(), tint, known.is_none())
            })
            .collect();
        let mark = paint::width(ui, new, regular(size::SMALL)) + GAP;
        let wide: f32 = pills
            .iter()
            .map(|(name, _, is_new)| pill::width(ui.painter(), name) + GAP + if *is_new { mark } else { 0.0 })
            .sum();
        if pills.is_empty() {
            ui.add(Label::body(ctx.text.get("review-empty")));
        } else if wide > ui.available_width() {
            ui.add(Label::body(words));
        } else {
            for (name, tint, is_new) in pills {
                ui.add(Pill::new(name, tint));
                if is_new {
                    ui.add(Label::small(new).colour(tokens(ui).muted));
                }
            }
        }
    }
}

/// What is stored now, and an arrow to what will be; a long one leaves room for the new one.
fn before_ui(ui: &mut Ui, ctx: &Ctx<'_>, before: &str) {
    let before = if before.is_empty() { ctx.text.get("review-empty") } else { before };
    let half = (ui.available_width() / 2.0).floor();
    let muted = tokens(ui).muted;
    ui.scope(|ui| {
        ui.set_max_width(half);
        ui.add(Label::body(before).colour(muted));
    });
    ui.add(Label::body("→").colour(muted));
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
