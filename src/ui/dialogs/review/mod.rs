//! The summary before a client is registered or changed: what to check first, then what will be stored.

mod lines;

use egui::{Align, Context, Id, Layout, Ui, UiBuilder, vec2};

use crate::domain::client::ClientKind;
use crate::domain::command::{Command, PolicyCommand};
use crate::domain::doubt::Reason;
use crate::domain::field::Field;
use crate::domain::policy::{Policy, Wish};
use crate::domain::review::{Confirmation, Point, Review, Twin};
use crate::text;
use crate::ui::action::{Action, Actions, Then, Typing};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;

/// The review dialog.
#[derive(Debug)]
pub struct ReviewDialog {
    review: Review,
    and_new: bool,
    draft: u64,
    /// What is first is to have the focus: when it opens, and after each repair.
    fresh: bool,
    /// It was confirmed and is being stored.
    sent: bool,
    /// Why it could not be stored.
    failed: Option<String>,
}

/// Height of a line.
const LINE: f32 = 34.0;
/// Width of the names of what is stored.
const NAMES: f32 = 164.0;

impl ReviewDialog {
    /// A review; with `and_new` an empty form follows.
    pub fn new(review: Review, and_new: bool, draft: u64) -> Self {
        Self { review, and_new, draft, fresh: true, sent: false, failed: None }
    }

    /// An empty form follows.
    pub fn and_new(&self) -> bool {
        self.and_new
    }

    /// It could not be stored; it can be tried again.
    pub fn failed(&mut self, why: String) {
        self.sent = false;
        self.fresh = true;
        self.failed = Some(why);
    }

    /// The words of the main button: what it will do.
    fn main_words<'a>(&self, ctx: &Ctx<'a>) -> &'a str {
        ctx.text.get(match (self.review.confirmation(), self.and_new) {
            (Confirmation::Complete, false) => "review-confirm",
            (Confirmation::Complete, true) => "review-confirm-new",
            (Confirmation::CompleteLater, false) => "review-confirm-later",
            (Confirmation::CompleteLater, true) => "review-confirm-later-new",
        })
    }

    /// Draws it.
    pub fn ui(&mut self, egui: &Context, ctx: &Ctx<'_>) -> Actions {
        let text = ctx.text;
        let mut actions = Actions::new();
        let main = Id::unique(("review", "main"));
        let blocked = self.is_blocked(ctx);
        let missing = || self.review.points.iter().position(|point| matches!(point, Point::Missing(_)));
        let first = if blocked { missing() } else { self.review.first_to_check() };
        let focus = first.map_or(main, point_id);
        let points = self.review.points.len();
        let under = if points == 0 {
            text.get("review-in-order").to_owned()
        } else if blocked {
            text.get("review-strict").to_owned()
        } else {
            let points = text.with("review-points", &[("n", points.into())]);
            format!("{points}. {}", text.get("review-lead"))
        };
        let shown =
            Dialog::new(Id::unique("review"), text.get("review-title")).under(&under).focus(focus).show(
                egui,
                |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    if let Some(why) = &self.failed {
                        failed_ui(ui, ctx, why);
                    }
                    self.points_ui(ui, ctx, &mut actions);
                    for line in &self.review.lines {
                        self.line_ui(ui, ctx, line, &mut actions);
                    }
                    for field in &self.review.recommended {
                        recommended_ui(ui, ctx, *field, self.review.after.kind, &mut actions);
                    }
                },
                |ui| {
                    ends(
                        ui,
                        size::BUTTON,
                        |ui| {
                            let back = Button::ghost(text.get("action-back")).hint(text.get("key-escape"));
                            ui.add(back).clicked()
                        },
                        |ui| {
                            let words = self.main_words(ctx);
                            let hint = format!("Ctrl {}", "↵");
                            ui.add(
                                Button::primary(words).hint(&hint).id(main).enabled(!self.sent && !blocked),
                            )
                            .clicked()
                        },
                    )
                },
            );
        if std::mem::take(&mut self.fresh) {
            egui.memory_mut(|memory| memory.request_focus(focus));
        }
        let (back, clicked) = shown.footer;
        if back || shown.escaped {
            actions.push(Action::CloseDialog);
        } else if (clicked || shown.confirmed) && !self.sent && !blocked {
            self.sent = true;
            self.failed = None;
            let then = if self.and_new { Then::New(self.draft) } else { Then::Close(self.draft) };
            actions.push(Action::Run(Box::new(self.review.command()), then));
        }
        actions
    }

    fn points_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        if self.review.points.is_empty() {
            return;
        }
        let warning = tokens(ui).warning;
        card::ground(ui, ctx.text.get("form-points"), warning.ground, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (number, point) in self.review.points.iter().enumerate() {
                let refusable = matches!(point, Point::Missing(field) if self.can_be_declined(*field));
                point_ui(ui, ctx, (number, point), refusable, self.review.after.kind, actions);
            }
        });
        ui.add_space(8.0);
    }

    /// Stars block, and one has no value.
    fn is_blocked(&self, ctx: &Ctx<'_>) -> bool {
        ctx.setup.policy.is_strict() && self.review.confirmation() == Confirmation::CompleteLater
    }

    /// Street, postcode and city share one refusal: it stands on the first of them, if none of them has a value.
    fn can_be_declined(&self, field: Field) -> bool {
        let shared = field.declined_with();
        shared.first() == Some(&field) && shared.iter().all(|field| self.review.after.text(*field).is_empty())
    }
}

fn point_id(number: usize) -> Id {
    Id::unique(("review", "point", number))
}

/// A point to check, with its repair.
fn point_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    (number, point): (usize, &Point),
    refusable: bool,
    kind: ClientKind,
    actions: &mut Actions,
) {
    let text = ctx.text;
    let id = point_id(number);
    let (sentence, repair, action) = match point {
        Point::Doubt(doubt) => {
            let action = match &doubt.reason {
                // What was probably meant is known.
                Reason::EmailTypo(meant) => Action::Typed(Typing::Correct(doubt.place, meant.clone())),
                _ => Action::Correct(doubt.place),
            };
            (text::doubt(text, ctx.setup, doubt).full, text.get("action-correct"), action)
        }
        Point::Missing(field) => (
            text.with("review-missing", &[("field", text::field(text, *field).into())]),
            text.get("action-complete"),
            Action::Correct((*field).into()),
        ),
        Point::Twin(twin) => (twin_sentence(ctx, twin), text.get("duplicate-open"), Action::Show(twin.id)),
    };
    let mut repairs = vec![Repair { id, words: repair, of: &sentence, action }];
    repairs.extend(other_repair(ctx, number, point, refusable, &sentence));
    if let Point::Missing(field) = point {
        let id = Id::unique(("review", "point", number, "ask no more"));
        repairs.extend(ask_no_more(ctx, *field, kind).map(|action| Repair {
            id,
            words: text.get("action-ask-no-more"),
            of: field_name(ctx, *field),
            action,
        }));
    }
    line_ui(ui, &sentence, repairs, actions);
}

/// What is to be checked at the left, what can be done about it at the right: made in this order, so that Tab follows the eye.
fn line_ui(ui: &mut Ui, sentence: &str, repairs: Vec<Repair<'_>>, actions: &mut Actions) {
    const GAP: f32 = 14.0;
    let (_, line) = ui.allocate_space(vec2(ui.available_width(), LINE));
    let wide: f32 = repairs.iter().map(|repair| Button::link(repair.words).wide(ui) + GAP).sum();
    let (mut said, mut done) = (line, line);
    said.max.x -= wide;
    done.min.x = said.max.x + GAP;
    paint::icon(
        ui.painter(),
        said.left_center() + vec2(10.0, 0.0),
        icons::WARNING,
        16.0,
        tokens(ui).warning.ink,
    );
    said.min.x += 20.0 + GAP;
    let layout = Layout::left_to_right(Align::Center);
    ui.new_child(UiBuilder::new().max_rect(said).layout(layout)).add(Label::body(sentence));
    let mut right = ui.new_child(UiBuilder::new().max_rect(done).layout(layout));
    right.spacing_mut().item_spacing.x = GAP;
    for repair in repairs {
        if link(&mut right, repair.id, repair.words, repair.of) {
            actions.push(repair.action);
        }
    }
}

/// Something that can be done about a point.
struct Repair<'a> {
    id: Id,
    words: &'a str,
    /// What it repairs, for readers.
    of: &'a str,
    action: Action,
}

/// A repair; readers hear what it repairs.
fn link(ui: &mut Ui, id: Id, words: &str, of: &str) -> bool {
    let clicked = ui.add(Button::link(words).id(id)).clicked();
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(of));
    clicked
}

/// What else can be said of a point.
fn other_repair<'a>(
    ctx: &Ctx<'a>,
    number: usize,
    point: &Point,
    refusable: bool,
    of: &'a str,
) -> Option<Repair<'a>> {
    let (what, words, typing) = match point {
        Point::Doubt(doubt) if doubt.reason.can_be_kept() => {
            ("keep", "action-keep-anyway", Typing::Keep(doubt.place))
        }
        Point::Missing(field) if refusable => ("declined", "field-declined", Typing::Decline(*field, true)),
        Point::Twin(twin) => ("distinct", "duplicate-distinct", Typing::Distinguish(twin.id)),
        Point::Doubt(_) | Point::Missing(_) => return None,
    };
    let id = Id::unique(("review", "point", number, what));
    Some(Repair { id, words: ctx.text.get(words), of, action: Action::Typed(typing) })
}

/// A field that one need not be asked for any more: the policy has no star and no wish for it from now on.
fn ask_no_more(ctx: &Ctx<'_>, field: Field, kind: ClientKind) -> Option<Action> {
    if !Policy::chooses(field, kind) {
        return None;
    }
    let before = ctx.setup.policy.clone();
    let after = before.clone().with(field, kind, Wish::Shown);
    Some(Action::Run(Box::new(Command::Policy(PolicyCommand::Change { before, after })), Then::Tell))
}

fn field_name<'a>(ctx: &Ctx<'a>, field: Field) -> &'a str {
    if field == Field::Siren { ctx.text.get("field-siren-siret") } else { text::field(ctx.text, field) }
}

/// "Doublon possible : Boulangerie Lefèvre, Paris (même téléphone, archivé)".
fn twin_sentence(ctx: &Ctx<'_>, twin: &Twin) -> String {
    let mut likeness = text::likeness(ctx.text, twin.likeness).to_owned();
    if twin.archived {
        likeness = format!("{likeness}, {}", ctx.text.get("duplicate-archived"));
    }
    let city = if twin.city.is_empty() { "none" } else { twin.city.as_str() };
    let arguments =
        [("name", twin.name.as_str().into()), ("city", city.into()), ("likeness", likeness.as_str().into())];
    ctx.text.with("duplicate-line", &arguments)
}

/// Why it could not be stored; what was typed is still there.
fn failed_ui(ui: &mut Ui, ctx: &Ctx<'_>, why: &str) {
    let danger = tokens(ui).danger;
    card::ground(ui, ctx.text.get("error-title"), danger.ground, |ui| {
        ui.add_space(4.0);
        ui.add(Label::body(why).colour(danger.ink).wrap().status());
        ui.add_space(4.0);
    });
    ui.add_space(8.0);
}

/// A recommended field without value: named, not counted.
fn recommended_ui(ui: &mut Ui, ctx: &Ctx<'_>, field: Field, kind: ClientKind, actions: &mut Actions) {
    let id = Id::unique(("review", "recommended", field));
    let (_, line) = ui.allocate_space(vec2(ui.available_width(), LINE));
    let words = Button::link(ctx.text.get("action-ask-no-more")).wide(ui);
    let (mut row, mut rest) = (line, line);
    row.max.x -= words + 14.0;
    rest.min.x = line.right() - words;
    let mut inside = ui.new_child(UiBuilder::new().scope_id(id.with("row")).max_rect(row));
    let clicked = show::row(&mut inside, id, LINE, field_name(ctx, field), NAMES, |ui| {
        ui.add(Label::body(ctx.text.get("field-recommended")).colour(tokens(ui).faint));
    });
    let layout = Layout::left_to_right(Align::Center);
    let mut rest = ui.new_child(UiBuilder::new().scope_id(id.with("rest")).max_rect(rest).layout(layout));
    if let Some(action) = ask_no_more(ctx, field, kind)
        && link(&mut rest, id.with("ask no more"), ctx.text.get("action-ask-no-more"), field_name(ctx, field))
    {
        actions.push(action);
    }
    if clicked {
        actions.push(Action::Correct(field.into()));
    }
}
