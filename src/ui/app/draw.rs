//! Draws a pass: the bar, the page, a dialog, what is said. What was asked for is performed afterwards.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use egui::{CentralPanel, Frame, Id, Key, Margin, Modifiers, Panel, Ui, UiBuilder, vec2};

use super::logic::book_name;
use super::{App, Book, Office};
use crate::jobs::SecondPlace;
use crate::text;
use crate::ui::action::{Action, Actions, Page};
use crate::ui::dialogs::Dialog;
use crate::ui::menu::{MenuItem, Place, Situation, take_shortcuts};
use crate::ui::notice::{Notice, Offer};
use crate::ui::screens::{Screen, SettingsShown, Trouble, later_ui, trouble_ui};
use crate::ui::theme::{self, size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::Dialog as DialogFrame;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::nav::Nav;
use crate::ui::widgets::paint;
use crate::ui::widgets::status::Status;
use crate::ui::widgets::toast::Toast;

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.before_drawing(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.leave();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::of(visuals.dark_mode).surface.to_normalized_gamma_f32()
    }
}

impl App {
    /// One whole pass: takes shortcuts out of the input, draws, and does what was asked for.
    pub fn draw(&mut self, ui: &mut Ui) {
        let egui = ui.ctx().clone();
        let seconds = egui.input(|input| input.time);
        let focused = egui.memory(egui::Memory::focused);
        let left = self.has_left_dialog(focused);
        let mut actions = take_shortcuts(&egui, self.situation(&egui));
        // A panic while drawing ends neither the program nor what was typed: a page says what to do.
        match catch_unwind(AssertUnwindSafe(|| self.draw_all(ui, seconds))) {
            Ok(asked) => actions.splice(0..0, asked).for_each(drop),
            Err(panic) => self.broke(panic.as_ref()),
        }
        if left {
            self.give_focus_back(&egui, focused);
        }
        for action in actions {
            self.perform(action, &egui, seconds);
            egui.request_repaint();
        }
    }

    /// Before drawing: whether a dialog was open in the pass before and none is now. What has the focus when one opens is kept.
    fn has_left_dialog(&mut self, focused: Option<Id>) -> bool {
        let busy = self.is_busy();
        let was_busy = std::mem::replace(&mut self.was_busy, busy);
        if busy && !was_busy {
            self.focus_under = focused;
        }
        was_busy && !busy
    }

    /// After drawing the page that a dialog left: unless the page has other plans, the focus is where it was. Not before: in
    /// that pass egui still keeps the focus in the dialog.
    fn give_focus_back(&mut self, egui: &egui::Context, left: Option<Id>) {
        let Some(id) = self.focus_under.take() else { return };
        egui.memory_mut(|memory| {
            if memory.focused().is_none_or(|now| Some(now) == left) {
                memory.request_focus(id);
            }
        });
    }

    /// A dialog is open, or long work is under way: the page behind is out of reach.
    fn is_busy(&self) -> bool {
        self.dialog.is_some() || self.work.is_some()
    }

    pub(super) fn situation(&self, egui: &egui::Context) -> Situation {
        let place = if self.open_book().is_none() || self.broken.is_some() {
            Place::NoBook
        } else if self.is_busy() {
            Place::Dialog
        } else if let Some(screen) = self.screens.last() {
            match screen {
                Screen::Form(_) => Place::Form,
                Screen::Client(_) => Place::Client,
            }
        } else {
            Place::Page
        };
        Situation { place, typing: egui.text_edit_focused() }
    }

    /// Keeps what was typed and remembers what broke.
    fn broke(&mut self, panic: &(dyn std::any::Any + Send)) {
        let what = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("?");
        log::error!("drawing failed: {what}");
        self.keep_drafts();
        self.dialog = None;
        self.broken = Some(what.to_owned());
    }

    fn draw_all(&mut self, ui: &mut Ui, seconds: f64) -> Actions {
        let mut actions = Actions::new();
        let busy = self.is_busy();
        // What is behind a dialog is still in the accessibility tree: disabled, nothing reaches it.
        let mut builder = UiBuilder::new();
        if busy {
            builder = builder.disabled();
        }
        ui.scope_builder(builder, |ui| {
            if busy {
                // Disabled fades; the dialog's backdrop does that already.
                ui.set_opacity(1.0);
            }
            self.bar_ui(ui, &mut actions);
            self.page_ui(ui, seconds, &mut actions);
        });
        if !busy {
            self.escape(ui, &mut actions);
        }
        match (&mut self.dialog, self.office.ctx(seconds)) {
            // A backup is restored above all when there is no book to be opened.
            (Some(Dialog::Restore(dialog)), _) => {
                let Office { text, format, clock, .. } = &self.office;
                actions.extend(dialog.ui(ui.ctx(), text, format, *clock));
            }
            (Some(dialog), Some(ctx)) => actions.extend(dialog.ui(ui.ctx(), &ctx)),
            (Some(_), None) => self.dialog = None,
            (None, _) => {}
        }
        self.work_ui(ui, &mut actions);
        self.notice_ui(ui, seconds, &mut actions);
        actions
    }

    /// Escape leaves the screen that is on top; in a field it first leaves the field.
    fn escape(&self, ui: &Ui, actions: &mut Actions) {
        let editing = matches!(self.screens.last(), Some(Screen::Client(page)) if page.is_editing());
        if self.screens.is_empty() || editing || ui.ctx().any_popup_open() {
            return;
        }
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            actions.push(Action::Back);
        }
    }

    /// The left bar: the main menu, and at its foot what is to be done, backup and book.
    fn bar_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let text = &self.office.text;
        let ground = tokens(ui).background;
        Panel::left("bar")
            .exact_size(size::BAR)
            .resizable(false)
            .frame(Frame::new().fill(ground).inner_margin(Margin {
                left: 10,
                right: 10,
                top: 16,
                bottom: 16,
            }))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                logo_ui(ui, text.get("app-name"));
                ui.add_space(12.0);
                let open = self.open_book().is_some() && self.broken.is_none();
                for page in Page::ALL {
                    let current = open && self.page == page;
                    let nav = Nav::new(page.icon(), MenuItem::Go(page).name(text), current);
                    if ui.add(nav).clicked() && open {
                        actions.push(Action::Go(page));
                    }
                }
                // Made last, so that Tab follows the eye.
                let mut foot = ui.max_rect();
                foot.min.y = foot.max.y - 98.0;
                ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| self.bar_foot_ui(ui, actions));
            });
    }

    fn bar_foot_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let text = &self.office.text;
        ui.spacing_mut().item_spacing.y = 12.0;
        let open = self.open_book().is_some() && self.broken.is_none();
        let count = self.todo.count();
        let count = (open && count > 0).then(|| self.office.format.number(count));
        let current = open && self.page == Page::Todo;
        let mut nav = Nav::new(Page::Todo.icon(), MenuItem::Go(Page::Todo).name(text), current).quiet();
        if let Some(count) = &count {
            nav = nav.count(count);
        }
        if ui.add(nav).clicked() && open {
            actions.push(Action::Go(Page::Todo));
        }
        Frame::new().inner_margin(Margin::symmetric(8, 0)).show(ui, |ui| self.standing_ui(ui));
    }

    /// When the last good backup was made, and the book's name.
    fn standing_ui(&self, ui: &mut Ui) {
        let text = &self.office.text;
        let tokens = tokens(ui);
        ui.spacing_mut().item_spacing.y = 10.0;
        let (path, said, ink) = match &self.office.book {
            Book::Open(book) => {
                let standing = book.backed_up;
                let (said, ink) = match (standing.failed, standing.last) {
                    (true, _) => (text.get("backup-failed").to_owned(), tokens.danger.ink),
                    (false, None) => (text.get("backup-none").to_owned(), tokens.good.ink),
                    (false, Some(_)) if standing.second == SecondPlace::Missing => {
                        (text.get("second-place-absent").to_owned(), tokens.warning.ink)
                    }
                    (false, Some(at)) if at.date() == self.office.clock.today() => {
                        let time = self.office.format.time(at.time());
                        (text.with("backup-at", &[("time", time.into())]), tokens.good.ink)
                    }
                    (false, Some(at)) => {
                        let day = self.office.format.day(text, at.date(), self.office.clock.today());
                        (text.with("backup-on", &[("day", day.into())]), tokens.warning.ink)
                    }
                };
                (&book.path, said, ink)
            }
            Book::Opening { path } | Book::Closed { path, .. } => (path, String::new(), tokens.muted),
        };
        if said.is_empty() {
            ui.add_space(size::SMALL_LINE);
        } else {
            ui.add(Status::quiet(&said, ink));
        }
        ui.add(Label::small(&book_name(path)).colour(tokens.muted));
    }

    fn page_ui(&mut self, ui: &mut Ui, seconds: f64, actions: &mut Actions) {
        if let Some(what) = &self.broken {
            let text = &self.office.text;
            let body = format!("{}\n{what}", text.get("error-crash-body"));
            let trouble = Trouble { title: text.get("error-crash-title"), body: &body, broken: true };
            actions.extend(trouble_ui(ui, text, trouble));
            return;
        }
        let Some(ctx) = self.office.ctx(seconds) else {
            self.closed_ui(ui, actions);
            return;
        };
        if let Some(screen) = self.screens.last_mut() {
            actions.extend(screen.ui(ui, &ctx));
            return;
        }
        match self.page {
            Page::Clients => {
                let asked = self.clients.ui(ui, &ctx, &self.drafts, self.dialog.is_some());
                actions.extend(asked);
                self.opening.rows.get_or_insert(seconds);
            }
            Page::Settings => {
                let Book::Open(book) = &self.office.book else { return };
                let shown = SettingsShown {
                    language: ctx.text.language(),
                    apart: self.apart(),
                    settings: &self.settings,
                    book: &book.path,
                    backups: book.backed_up,
                };
                let usage = book.usage.as_ref();
                actions.extend(self.settings_page.ui(ui, &ctx, shown, usage));
            }
            Page::Todo => actions.extend(self.todo.ui(ui, &ctx)),
            page => later_ui(ui, ctx.text, page),
        }
    }

    /// No book is open: one is being opened, or could not be.
    fn closed_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        let text = &self.office.text;
        match &self.office.book {
            Book::Closed { path, error, .. } => {
                let body = text::store_error(text, error, path);
                let trouble = Trouble { title: text.get("error-title"), body: &body, broken: false };
                actions.extend(trouble_ui(ui, text, trouble));
            }
            Book::Opening { .. } | Book::Open(_) => {
                let ground = tokens(ui).surface;
                CentralPanel::default().frame(Frame::new().fill(ground)).show(ui, |_| ());
            }
        }
    }

    /// Long work: how far it is, and a way to stop it.
    fn work_ui(&self, ui: &Ui, actions: &mut Actions) {
        let Some(progress) = &self.work else { return };
        let text = &self.office.text;
        let (done, total) = progress.read();
        let percent = done.saturating_mul(100).checked_div(total).unwrap_or_default().min(100);
        let said = text.with("work-percent", &[("n", percent.into())]);
        let stop = Id::unique("stop");
        let shown =
            DialogFrame::new(Id::unique("work"), text.get("work-title")).size(420.0, 190.0).focus(stop).show(
                ui.ctx(),
                |ui| ui.add(Label::body(&said).status()),
                |ui| ui.add(Button::plain(text.get("action-cancel")).id(stop)).clicked(),
            );
        if shown.footer || shown.escaped {
            actions.push(Action::Stop);
        }
        ui.ctx().request_repaint_after(Duration::from_millis(100));
    }

    fn notice_ui(&mut self, ui: &Ui, seconds: f64, actions: &mut Actions) {
        let Some((notice, since)) = &mut self.notice else { return };
        let text = &self.office.text;
        let rest = (*since + Notice::SECONDS - seconds).max(0.0);
        if !notice.trouble && rest <= 0.0 {
            self.notice = None;
            return;
        }
        let close = text.get("action-close");
        let mut words: Vec<&str> = notice.offers.iter().map(|offer| offer_words(text, offer)).collect();
        if notice.trouble {
            words.push(close);
        }
        let form = matches!(self.screens.last(), Some(Screen::Form(_)));
        let mut toast = Toast::new(Id::unique(("toast", &notice.message)), &notice.message).actions(&words);
        if self.dialog.is_some() {
            // Under the dialog's own buttons.
            toast = toast.offset(vec2(-size::MARGIN, -10.0));
        } else if form {
            // Above the form's own buttons.
            toast = toast.offset(vec2(-size::MARGIN, -76.0));
        }
        if !notice.trouble {
            toast = toast.rest(Duration::from_secs_f64(rest.min(60.0)));
        }
        let shown = toast.show(ui.ctx());
        if shown.attended {
            *since = seconds.max(*since + 0.0);
        }
        if let Some(clicked) = shown.clicked {
            actions.push(Action::Silence);
            if let Some(offer) = notice.offers.get(clicked) {
                actions.push(offer_action(offer));
            }
        }
    }
}

fn offer_words<'a>(text: &'a text::Text, offer: &'a Offer) -> &'a str {
    match offer {
        Offer::Open(_) => text.get("toast-open-record"),
        Offer::Undo(_, words) => words,
        Offer::SaveCopy => text.get("action-save-copy"),
        Offer::Redo => text.get("action-redo-last"),
        Offer::PutBack(_) => text.get("views-put-back"),
    }
}

fn offer_action(offer: &Offer) -> Action {
    match offer {
        Offer::Open(id) => Action::Show(*id),
        Offer::Undo(entry, _) => Action::UndoEntry(*entry),
        Offer::SaveCopy => Action::SaveCopy,
        Offer::Redo => Action::Redo,
        Offer::PutBack(view) => Action::PutBack(view.clone()),
    }
}

/// The program's sign and name.
fn logo_ui(ui: &mut Ui, name: &str) {
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        let (_, rect) = ui.allocate_space(vec2(26.0, 26.0));
        let tokens = tokens(ui);
        ui.painter().rect_filled(rect, size::CORNER, tokens.accent);
        paint::Line::new("C", theme::semibold(14.0), tokens.on_accent).align(egui::Align::Center).centred(
            ui.painter(),
            rect.center().x,
            rect.center().y,
        );
        ui.add_space(4.0);
        ui.add(Label::body(name).strong());
    });
}
