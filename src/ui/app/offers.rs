//! What the palette offers: everything that can be asked for by name where one is: of the client shown first, then what is wanted most often.

use super::{App, Book};
use crate::files::csv::Apart;
use crate::files::settings::{Look, ReviewHabit};
use crate::search::{Filter, StateFilter};
use crate::text::Language;
use crate::ui::action::{Action, AttachTo, FormOf, SettingsSection};
use crate::ui::ctx::Ctx;
use crate::ui::dialogs::{Dialog, FieldDialog, Offer};
use crate::ui::icons;
use crate::ui::menu::{MenuItem, Situation};
use crate::ui::screens::{Screen, draft_line, state_word};

impl App {
    /// Every action that can be asked for here, once the palette is closed and no field has the cursor.
    pub fn offers(&self, egui: &egui::Context) -> Vec<Offer> {
        let seconds = egui.input(|input| input.time);
        let now = Situation { typing: false, ..self.situation(egui) };
        let text = &self.office.text;
        let items = MenuItem::by_use().filter(|item| *item != MenuItem::Palette && item.is_offered(now));
        let items = items.map(|item| Offer {
            name: item.name(text).to_owned(),
            icon: item.icon(),
            keys: item.key_hint(text),
            action: item.action(),
        });
        let Some(ctx) = self.office.ctx(seconds) else { return items.collect() };
        // On the page of a client one wants something of that client.
        let mut offers = match self.screens.last() {
            Some(Screen::Client(page)) => page.offers(&ctx),
            Some(Screen::Form(_)) | None => Vec::new(),
        };
        offers.extend(items);
        if let Some(Screen::Form(_)) = self.screens.last() {
            let name = text.get("file-attach").to_owned();
            offers.push(plain(name, icons::PAPERCLIP, Action::ChooseAttachment(AttachTo::Form)));
        }
        offers.extend(self.clients_offered(&ctx));
        offers.extend(self.settings_offered(&ctx));
        offers.extend(self.books_offered());
        offers
    }

    /// Saved views, states and drafts.
    fn clients_offered(&self, ctx: &Ctx<'_>) -> Vec<Offer> {
        let views = self.clients.views().iter().map(|view| {
            let name = ctx.text.with("palette-view", &[("name", view.name.as_str().into())]);
            plain(name, icons::LIST_BULLETS, Action::View(view.id))
        });
        let states = StateFilter::ALL.into_iter().map(|state| {
            let name = choice(ctx, ctx.text.get("menu-clients"), state_word(ctx, state));
            let filter = Filter { status: Some(state), ..Filter::default() };
            plain(name, icons::USERS, Action::Filter(filter))
        });
        let drafts = self.drafts.iter().map(|draft| {
            let action = Action::Form(FormOf::Draft(draft.number));
            plain(draft_line(ctx, draft), icons::PENCIL_SIMPLE, action)
        });
        views.chain(drafts).chain(states).collect()
    }

    /// The sections of the settings, and each choice that is not the one made.
    fn settings_offered(&self, ctx: &Ctx<'_>) -> Vec<Offer> {
        let (text, settings) = (ctx.text, &self.settings);
        let gear = |of: &str, what: &str, action| plain(choice(ctx, of, what), icons::GEAR_SIX, action);
        let mut offers: Vec<Offer> = SettingsSection::ALL
            .into_iter()
            .map(|section| gear(text.get("menu-settings"), section.name(text), Action::Settings(section)))
            .collect();
        let new_field = Action::Open(Box::new(Dialog::Field(FieldDialog::new())));
        offers.push(plain(text.get("custom-add").to_owned(), icons::PLUS, new_field));
        let others = Language::ALL.into_iter().filter(|one| *one != text.language());
        offers.extend(others.map(|one| gear(text.get("settings-language"), one.name(), Action::Speak(one))));
        let looks = [
            (Look::System, "settings-theme-system"),
            (Look::Light, "settings-theme-light"),
            (Look::Dark, "settings-theme-dark"),
        ];
        let looks = looks.into_iter().filter(|(look, _)| *look != settings.look);
        offers.extend(
            looks.map(|(look, key)| gear(text.get("settings-theme"), text.get(key), Action::Look(look))),
        );
        let compact = Action::Compact(!settings.compact);
        offers.push(gear(text.get("settings-table"), text.get("settings-compact"), compact));
        let (habit, key) = match settings.review {
            ReviewHabit::WhenNeeded => (ReviewHabit::Always, "settings-review-always"),
            ReviewHabit::Always => (ReviewHabit::WhenNeeded, "settings-review-needed"),
        };
        offers.push(gear(text.get("settings-review"), text.get(key), Action::Review(habit)));
        let (apart, key) = match self.apart() {
            Apart::Semicolon => (Apart::Comma, "settings-csv-comma"),
            Apart::Comma => (Apart::Semicolon, "settings-csv-semicolon"),
        };
        offers.push(gear(text.get("settings-csv"), text.get(key), Action::SetApart(apart)));
        offers
    }

    /// Where backups go, the example, and books that were opened before.
    fn books_offered(&self) -> Vec<Offer> {
        let text = &self.office.text;
        let named = |key: &str, icon, action| plain(text.get(key).to_owned(), icon, action);
        let mut offers = vec![
            named("second-place-choose", icons::CLOUD_CHECK, Action::ChooseSecondPlace),
            named("action-try-example", icons::FOLDER_OPEN, Action::Example),
        ];
        if self.settings.second_place.is_some() {
            offers.push(named("second-place-forget", icons::CLOUD_CHECK, Action::ForgetSecondPlace));
        }
        let open = match &self.office.book {
            Book::Open(book) => Some(&book.path),
            Book::Opening { .. } | Book::Closed { .. } => None,
        };
        let others = self.settings.recent.iter().filter(|path| Some(*path) != open);
        offers.extend(others.map(|path| {
            let name = super::logic::book_name(path);
            let name = text.with("recent-open", &[("name", name.into())]);
            plain(name, icons::FOLDER_OPEN, Action::OpenRecent(path.clone()))
        }));
        offers
    }
}

/// One without keys of its own.
fn plain(name: String, icon: &'static str, action: Action) -> Offer {
    Offer { name, icon, keys: String::new(), action }
}

/// "Thème : sombre".
fn choice(ctx: &Ctx<'_>, of: &str, what: &str) -> String {
    ctx.text.with("palette-choice", &[("of", of.into()), ("what", what.into())])
}
