//! To do: what waits, a line each, with what is to be done about it and a way to do it later.
//!
//! Putting off a reminder changes its note; what else is put off is out of sight until tomorrow, beside the books.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use egui::{
    Align, CentralPanel, CursorIcon, Frame, Id, Layout, Margin, Response, ScrollArea, Sense, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};
use serde::{Deserialize, Serialize};

use super::Draft;
use crate::domain::client::Client;
use crate::domain::note::{Note, NoteKind};
use crate::domain::record::Moment;
use crate::jobs::Standing;
use crate::search::{Filter, StateFilter};
use crate::ui::action::{Action, Actions, FormOf};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Dialog, PutOff};
use crate::ui::icons;
use crate::ui::theme::{regular, size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::emblem::emblem;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::menu::{Entry, menu};
use crate::ui::widgets::paint::{self, Line as Text};

/// What waits to be done.
#[derive(Debug, Default)]
pub struct Todo {
    hidden: Hidden,
    made_for: Option<MadeFor>,
    lines: Vec<Line>,
    /// Reminders that are due and stand in no line: there is an end to what one reads.
    more: usize,
}

/// What is out of sight, and until which day it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Hidden {
    drafts: BTreeMap<u64, NaiveDate>,
    to_complete: Option<NaiveDate>,
    backup: Option<NaiveDate>,
}

/// What the lines were made for.
#[derive(Debug, PartialEq, Eq)]
struct MadeFor {
    revision: u64,
    today: NaiveDate,
    drafts: Vec<(u64, Moment, String)>,
    to_complete: usize,
    backed_up: Standing,
    indexed: bool,
    hidden: Hidden,
    shown: bool,
}

/// A line.
#[derive(Debug)]
enum Line {
    Draft { number: u64, name: String, kept: Moment },
    Reminder { note: Box<Note>, client: String },
    ToComplete(usize),
    Backup(Standing),
}

/// Where it is kept what is out of sight.
const HIDDEN: &str = "todo";
/// So many reminders are read at most.
const READ: usize = 100;
/// A backup older than this asks for another, in days.
const OLD: u64 = 7;
const HEIGHT: f32 = 54.0;

impl Todo {
    /// A book was opened.
    pub fn opened(&mut self, ctx: &Ctx<'_>) {
        let hidden = ctx.snapshot().and_then(|snapshot| snapshot.scratch(HIDDEN).ok().flatten());
        self.hidden = hidden.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    }

    /// How many things wait.
    pub fn count(&self) -> usize {
        self.lines.len().saturating_add(self.more)
    }

    /// Brings the lines up to date with book and day. Until the book was read there are drafts and backup only. While
    /// the page is not `shown`, reminders are counted and not read: that would slow every change down.
    pub fn refresh(&mut self, ctx: &Ctx<'_>, drafts: &[Draft], backed_up: Standing, shown: bool) {
        // A draft's number may be given again once it is gone.
        self.hidden.drafts.retain(|number, _| drafts.iter().any(|draft| draft.number == *number));
        let made_for = MadeFor {
            revision: ctx.revision,
            today: ctx.clock.today(),
            drafts: drafts.iter().map(|one| (one.number, one.kept, one.typed.shown_name())).collect(),
            to_complete: ctx.index.map_or(0, |index| index.counts().to_complete),
            backed_up,
            indexed: ctx.index.is_some(),
            hidden: self.hidden.clone(),
            shown,
        };
        if self.made_for.as_ref() == Some(&made_for) {
            return;
        }
        self.lines.clear();
        let today = made_for.today;
        let hidden = |until: Option<NaiveDate>| until.is_some_and(|until| today < until);
        for (number, kept, name) in made_for.drafts.iter().cloned() {
            if !hidden(self.hidden.drafts.get(&number).copied()) {
                self.lines.push(Line::Draft { number, name, kept });
            }
        }
        self.remind(ctx, today, shown);
        if made_for.to_complete > 0 && !hidden(self.hidden.to_complete) {
            self.lines.push(Line::ToComplete(made_for.to_complete));
        }
        if is_old(backed_up, today) && !hidden(self.hidden.backup) {
            self.lines.push(Line::Backup(backed_up));
        }
        self.made_for = Some(made_for);
    }

    /// A line for each reminder that is due, the first of them.
    fn remind(&mut self, ctx: &Ctx<'_>, today: NaiveDate, shown: bool) {
        self.more = 0;
        let Some(index) = ctx.index else { return };
        let reminders = index.reminders();
        let due = reminders.partition_point(|reminder| reminder.day <= today);
        let Some(snapshot) = ctx.snapshot().filter(|_| shown) else {
            self.more = due;
            return;
        };
        for reminder in reminders.iter().take(due.min(READ)) {
            let Ok(Some(note)) = snapshot.get::<Note>(reminder.note) else { continue };
            let client = snapshot.get::<Client>(note.client.0).ok().flatten();
            let client = client.map(|client| client.name()).unwrap_or_default();
            self.lines.push(Line::Reminder { note: Box::new(note), client });
        }
        self.more = due.saturating_sub(READ);
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) -> Actions {
        let mut actions = Actions::new();
        let frame = Frame::new().fill(tokens(ui).surface).inner_margin(Margin::symmetric(24, 18));
        CentralPanel::default().frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 14.0;
            ui.add(Label::title(ctx.text.get("menu-todo")));
            if self.lines.is_empty() {
                nothing_ui(ui, ctx);
                return;
            }
            ScrollArea::vertical().id_salt("todo").auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(860.0));
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut later = None;
                for line in &self.lines {
                    later = later.or(line_ui(ui, ctx, line, &mut actions));
                }
                if self.more > 0 {
                    let said = ctx.text.with("todo-more", &[("n", self.more.into())]);
                    ui.add_space(12.0);
                    ui.add(Label::small(&said).colour(tokens(ui).muted));
                }
                if let Some(later) = later {
                    self.hide(&later, ctx.clock.today());
                    let value = serde_json::to_vec(&self.hidden).ok();
                    actions.push(Action::Keep(HIDDEN.to_owned(), value));
                }
            });
        });
        actions
    }

    fn hide(&mut self, later: &Later, today: NaiveDate) {
        let Some(tomorrow) = today.succ_opt() else { return };
        match later {
            Later::Draft(number) => {
                self.hidden.drafts.insert(*number, tomorrow);
            }
            Later::ToComplete => self.hidden.to_complete = Some(tomorrow),
            Later::Backup => self.hidden.backup = Some(tomorrow),
        }
    }
}

/// What is to be out of sight until tomorrow.
enum Later {
    Draft(u64),
    ToComplete,
    Backup,
}

/// The last backup is too old, or could not be made. A book that has none was never changed.
fn is_old(backed_up: Standing, today: NaiveDate) -> bool {
    let oldest = today.checked_sub_days(Days::new(OLD)).unwrap_or_default();
    backed_up.failed || backed_up.last.is_some_and(|last| last.date() < oldest)
}

/// Nothing waits.
fn nothing_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space((ui.available_height() - 160.0).max(0.0) / 2.0);
        emblem(ui, icons::CHECK);
        ui.add_space(8.0);
        ui.add(Label::body(ctx.text.get("todo-nothing")).colour(tokens(ui).muted));
    });
}

fn line_ui(ui: &mut Ui, ctx: &Ctx<'_>, line: &Line, actions: &mut Actions) -> Option<Later> {
    let text = ctx.text;
    match line {
        Line::Draft { number, name, kept } => {
            let when = ctx.clock.local(*kept);
            let day = ctx.format.day(text, when.date(), ctx.clock.today());
            let name = if name.is_empty() { text.get("draft-nameless") } else { name };
            let time = ctx.format.time(when.time());
            let kept = text.with("todo-draft", &[("day", day.into()), ("time", time.into())]);
            let says = Says { icon: icons::NOTE_PENCIL, what: name, under: &kept };
            let asked = simple_ui(ui, ("draft", *number), &says, text.get("draft-resume"), ctx);
            if asked.act {
                actions.push(Action::Form(FormOf::Draft(*number)));
            }
            asked.later.then_some(Later::Draft(*number))
        }
        Line::Reminder { note, client } => {
            reminder_ui(ui, ctx, note, client, actions);
            None
        }
        Line::ToComplete(count) => {
            let what = text.with("todo-to-complete", &[("n", ctx.format.number(*count).into())]);
            let under = text.get("todo-to-complete-under");
            let says = Says { icon: icons::LIST_CHECKS, what: &what, under };
            let asked = simple_ui(ui, ("to complete", 0), &says, text.get("action-complete"), ctx);
            if asked.act {
                let filter = Filter { status: Some(StateFilter::ToComplete), ..Filter::default() };
                actions.push(Action::Filter(filter));
            }
            asked.later.then_some(Later::ToComplete)
        }
        Line::Backup(standing) => {
            let under = match standing.last {
                Some(last) => {
                    let day = ctx.format.day(text, last.date(), ctx.clock.today());
                    text.with("todo-backup-last", &[("day", day.into())])
                }
                None => text.get("backup-failed").to_owned(),
            };
            let says = Says { icon: icons::DATABASE, what: text.get("todo-backup"), under: &under };
            let asked = simple_ui(ui, ("backup", 0), &says, text.get("action-back-up-now"), ctx);
            if asked.act {
                actions.push(Action::Backup);
            }
            asked.later.then_some(Later::Backup)
        }
    }
}

/// What a line says.
struct Says<'a> {
    icon: &'a str,
    what: &'a str,
    under: &'a str,
}

/// What was asked for in a line.
struct Asked {
    act: bool,
    later: bool,
}

/// A line with one action, and "later".
fn simple_ui(ui: &mut Ui, key: (&str, u64), says: &Says<'_>, action: &str, ctx: &Ctx<'_>) -> Asked {
    let id = Id::unique(("todo", key));
    let (opened, (act, later)) = ends(
        ui,
        HEIGHT,
        |ui| says_ui(ui, id, says).clicked(),
        |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let act = ui.add(Button::plain(action).small().id(id.with("act"))).clicked();
            let later = Button::ghost(ctx.text.get("todo-later")).small().id(id.with("later"));
            (act, ui.add(later).clicked())
        },
    );
    under_line(ui);
    Asked { act: act || opened, later }
}

/// A reminder: done, or put off; a click opens the client.
fn reminder_ui(ui: &mut Ui, ctx: &Ctx<'_>, note: &Note, client: &str, actions: &mut Actions) {
    let text = ctx.text;
    let today = ctx.clock.today();
    let important = note.kind == NoteKind::ImportantDate;
    let (icon, day) = if important {
        (icons::CALENDAR_BLANK, note.date)
    } else {
        (icons::BELL, note.remind.unwrap_or(note.date))
    };
    let under = format!("{client} · {}", ctx.format.day(text, day, today));
    let what = note.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let says = Says { icon, what, under: &under };
    let id = Id::unique(("todo", "reminder", note.id));
    let days = |days| today.checked_add_days(Days::new(days));
    let mut put_off = None;
    let (opened, done) = ends(
        ui,
        HEIGHT,
        |ui| says_ui(ui, id, &says).clicked(),
        |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let done = ui.add(Button::plain(text.get("todo-done")).small().id(id.with("done"))).clicked();
            let later = Button::ghost(text.get("todo-later")).small();
            let later = ui.add(later.id(id.with("later")));
            let entries = ["todo-tomorrow", "todo-next-week", "todo-other-day"];
            let entries = entries.map(|key| Entry::new(text.get(key)));
            put_off = menu(ui, &later, text.get("todo-put-off"), &entries);
            done
        },
    );
    under_line(ui);
    if opened {
        actions.push(Action::Show(note.client));
    }
    match put_off {
        Some(0) => actions.extend(days(1).map(|day| Action::remind(note, Some(day)))),
        Some(1) => actions.extend(days(7).map(|day| Action::remind(note, Some(day)))),
        Some(_) => actions.push(Action::Open(Box::new(Dialog::PutOff(PutOff::new(note.clone()))))),
        None if done => actions.push(Action::remind(note, None)),
        None => {}
    }
}

/// Icon, what waits, and below it whose and since when: a button over all of it.
fn says_ui(ui: &mut Ui, id: Id, says: &Says<'_>) -> Response {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT - 6.0));
    let response = ui.interact(rect, id, Sense::click());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), says.what));
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(says.under));
    let (tokens, painter) = (tokens(ui), ui.painter());
    if response.hovered() {
        painter.rect_filled(rect, size::CORNER, tokens.hover);
    }
    paint::ring(ui, id, rect, size::CORNER);
    let middle = rect.center().y;
    paint::icon(painter, pos2(rect.left() + 16.0, middle), says.icon, 16.0, tokens.muted);
    let (left, room) = (rect.left() + 38.0, rect.width() - 46.0);
    let what = Text::new(says.what, regular(size::BODY), tokens.text).max(room);
    let what = what.centred(painter, left, middle - 9.0);
    let under = Text::new(says.under, regular(size::SMALL), tokens.muted).max(room);
    let under = under.centred(painter, left, middle + 10.0);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if what.elided || under.elided {
        response.on_hover_text(format!("{}\n{}", says.what, says.under))
    } else {
        response
    }
}

fn under_line(ui: &Ui) {
    let below = ui.cursor().top();
    paint::hair_x(ui.painter(), ui.max_rect().x_range(), below - 1.0, tokens(ui).line);
}
