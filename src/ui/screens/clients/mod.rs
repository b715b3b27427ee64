//! The client table: search is the door.

mod bulk;
mod columns;
mod fields;
mod filters;
mod offer;
mod places;
mod rows;
mod table;
mod views;

use egui::{Align, CentralPanel, Frame, Id, Key, Layout, Margin, Modifiers, Panel, ScrollArea, Ui, vec2};
use serde::{Deserialize, Serialize};

use self::rows::Rows;
pub(super) use self::table::state_ink;
use crate::domain::client::{ClientId, ClientKind};
use crate::jobs::{Request, keep_shown_rows, shown_rows};
use crate::search::{Column, Counts, Filter, Query, Sort, StateFilter, Views};
use crate::ui::action::{Action, Actions, FormOf};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::menu::MenuItem;
use crate::ui::notice::Notice;
use crate::ui::screens::Draft;
use crate::ui::theme::{size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Chip;
use crate::ui::widgets::ends::ends;
use crate::ui::widgets::grid::GridState;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::search_field::SearchField;

/// The client table: what is looked for, where one is, and what is selected.
#[derive(Debug, Default)]
pub struct Clients {
    query: Query,
    grid: GridState,
    rows: Rows,
    habits: Habits,
    /// What of the habits is kept already.
    kept: Habits,
    /// The cursor goes into the search, or the focus to the rows, in the next pass.
    focus: Option<Focus>,
    /// To be made current once it is found.
    wanted: Option<ClientId>,
    /// The index has not stood yet; then the row that was the first in view when the window was closed is it again.
    arriving: Option<Arriving>,
    /// Said once: the search was lifted to show this client.
    lifted: Option<String>,
    /// What of categories the selected clients have, while that is asked.
    held: bulk::Held,
    /// How many of them are archived.
    archived: bulk::Archived,
    /// Lower rows.
    compact: bool,
    /// What is proposed of where clients are.
    places: places::Places,
    /// A condition of a custom field that is being typed.
    asking: Option<fields::Asking>,
    /// Saved views, and those of them that are kept already.
    views: Views,
    kept_views: Views,
    /// A name of a view that is being typed.
    naming: views::Naming,
    /// Said once: this view was opened without what is gone.
    lost: Option<String>,
}

/// What is remembered of the table, beside the books.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Habits {
    /// The columns that show, in their order; none chosen means the usual ones.
    shown: Vec<Column>,
    /// Widths of columns that were dragged, in points.
    wide: Vec<(Column, f32)>,
    /// Sorted by.
    column: Option<Column>,
    /// Greatest first.
    descending: bool,
    /// The kind registered last.
    kind: ClientKind,
}

/// Where the last window was, until the rows are there.
#[derive(Clone, Copy, Debug)]
struct Arriving {
    /// The first client in view then.
    first: Option<ClientId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Focus {
    Search,
    Rows,
}

const HABITS: &str = "clients";

/// Whether something is dragged, or was until this pass.
fn is_dragging(ui: &Ui) -> bool {
    ui.ctx().dragged_id().or(ui.ctx().drag_stopped_id()).is_some()
}

fn search_id() -> Id {
    Id::unique(("clients", "search"))
}

fn grid_id() -> Id {
    Id::unique(("clients", "grid"))
}

impl Clients {
    /// A book was opened: the rows shown last are shown until the index stands.
    pub fn opened(&mut self, ctx: &Ctx<'_>) {
        let habits = ctx.snapshot().and_then(|snapshot| snapshot.scratch(HABITS).ok().flatten());
        self.habits = habits.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        self.kept = self.habits.clone();
        let views = ctx.snapshot().and_then(|snapshot| snapshot.scratch(Views::KEY).ok().flatten());
        self.views = Views::read(views.as_deref());
        self.kept_views = self.views.clone();
        self.query.sort =
            Sort { column: self.habits.column.unwrap_or(Column::Name), descending: self.habits.descending };
        let shown = shown_rows(ctx.reader);
        self.arriving = Some(Arriving { first: shown.first().copied() });
        self.rows = Rows::remembered(shown);
        self.focus = Some(Focus::Rows);
    }

    /// What is to be kept beside the books before the window closes.
    pub fn keep_rows(&self) -> Vec<Request> {
        let mut requests = Vec::new();
        if self.query.text.is_empty() && self.query.filter == Filter::default() {
            let (top, _) = self.grid.place();
            if let Some(rows) = self.rows.shown_from(top) {
                requests.push(keep_shown_rows(&rows));
            }
        }
        requests.extend(self.keep_habits());
        requests.extend(self.keep_views());
        requests
    }

    fn keep_habits(&self) -> Option<Request> {
        if self.habits == self.kept {
            return None;
        }
        let value = serde_json::to_vec(&self.habits).ok()?;
        Some(Request::Scratch { key: HABITS.to_owned(), value: Some(value) })
    }

    /// The kind of client registered last.
    pub fn last_kind(&self) -> ClientKind {
        self.habits.kind
    }

    /// Remembers the kind that was registered.
    pub fn registered(&mut self, kind: ClientKind) {
        self.habits.kind = kind;
    }

    /// Puts the cursor into the search.
    pub fn focus_search(&mut self) {
        self.focus = Some(Focus::Search);
    }

    /// Lower rows, of which more show at once, or again higher ones.
    pub fn set_compact(&mut self, compact: bool) {
        self.compact = compact;
    }

    /// Gives the rows the focus, where one was.
    pub fn focus(&mut self) {
        self.focus = Some(Focus::Rows);
    }

    /// Shows a client as the current row, lifting a search or filter that would hide it.
    pub fn select(&mut self, id: ClientId) {
        self.wanted = Some(id);
        self.focus = Some(Focus::Rows);
    }

    /// Shows the clients that these filters admit, and no search.
    pub fn filter_by(&mut self, filter: Filter) {
        self.query = Query { filter, sort: self.query.sort, ..Query::default() };
        self.grid.reset();
        self.focus = Some(Focus::Rows);
    }

    /// Everything is read anew: in another language.
    pub fn forget(&mut self) {
        self.rows.forget();
    }

    /// Brings the rows up to date with the query and the book.
    pub fn refresh(&mut self, ctx: &Ctx<'_>) {
        self.prune(ctx);
        self.rows.refresh(&self.query, ctx);
        self.arrive(ctx);
        let Some(wanted) = self.wanted.take_if(|_| ctx.index.is_some()) else { return };
        if self.rows.position(wanted).is_none() {
            let sort = self.query.sort;
            self.query = Query { sort, ..Query::default() };
            self.rows.refresh(&self.query, ctx);
            self.lifted = Rows::name_of(wanted, ctx);
        }
        if let Some(row) = self.rows.position(wanted) {
            self.grid.go_to_above(row, BELOW);
        }
    }

    /// Lets go of what was chosen of categories and custom fields that are gone.
    fn prune(&mut self, ctx: &Ctx<'_>) {
        self.query.filter.prune(ctx.setup);
        if matches!(self.query.sort.column, Column::Custom(id) if ctx.setup.field(id).is_none()) {
            self.query.sort = Sort::default();
        }
    }

    /// The first rows are there: goes to where the last window was, unless one went elsewhere meanwhile.
    fn arrive(&mut self, ctx: &Ctx<'_>) {
        let Some(Arriving { first }) = self.arriving.take_if(|_| ctx.index.is_some()) else { return };
        if !self.query.text.is_empty() || self.grid.place() != (0, 0.0) {
            return;
        }
        let row = first.and_then(|id| self.rows.position(id)).unwrap_or_default();
        let moved = self.grid.current().unwrap_or_default();
        self.grid.set_place((row, 0.0));
        self.grid.set_current(Some(row.saturating_add(moved)));
    }

    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, drafts: &[Draft], dialog: bool) -> Actions {
        let mut actions = Actions::new();
        if let Some(name) = self.lifted.take() {
            let said = ctx.text.with("clients-filter-lifted", &[("name", name.into())]);
            actions.push(Action::Add(said));
        }
        if let Some(name) = self.lost.take() {
            let said = ctx.text.with("views-lost", &[("name", name.into())]);
            actions.push(Action::Tell(Notice::done(said, Vec::new())));
        }
        let counts = ctx.index.map(|index| index.counts());
        if counts.is_some_and(|counts| counts.registered == 0) && drafts.is_empty() {
            empty_ui(ui, ctx, &mut actions);
            return actions;
        }
        if !dialog {
            self.type_into_search(ui);
        }
        Panel::bottom("foot")
            .exact_size(38.0)
            .resizable(false)
            .frame(Frame::new().fill(tokens(ui).background).inner_margin(Margin::symmetric(24, 5)))
            .show(ui, |ui| self.foot_ui(ui, ctx, counts, &mut actions));
        let chips = f32::from(u8::try_from(self.chip_lines(ui, ctx)).unwrap_or(1)) * filters::LINE;
        Panel::top("head")
            .exact_size(108.0 + chips + 40.0 * row_count(drafts))
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::new().fill(tokens(ui).surface).inner_margin(Margin {
                left: 24,
                right: 24,
                top: 16,
                bottom: 0,
            }))
            .show(ui, |ui| self.head_ui(ui, ctx, counts, drafts, &mut actions));
        CentralPanel::no_frame().show(ui, |ui| self.table_ui(ui, ctx, &mut actions));
        if let Some(Request::Scratch { key, value }) = self.keep_habits() {
            self.kept = self.habits.clone();
            actions.push(Action::Keep(key, value));
        }
        if let Some(Request::Scratch { key, value }) = self.keep_views() {
            self.kept_views = self.views.clone();
            actions.push(Action::Keep(key, value));
        }
        actions
    }

    /// Typing with no field focused goes to the search; Escape empties it.
    fn type_into_search(&mut self, ui: &Ui) {
        // An open menu has the keys to itself, and Escape ends a drag first.
        if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) || is_dragging(ui) {
            return;
        }
        let typed = ui.input_mut(|input| {
            let mut typed = String::new();
            input.events.retain(|event| match event {
                egui::Event::Text(text) if !text.trim().is_empty() || !typed.is_empty() => {
                    typed.push_str(text);
                    false
                }
                egui::Event::Paste(text) => {
                    typed.push_str(text);
                    false
                }
                _ => true,
            });
            typed
        });
        if !typed.is_empty() {
            self.query.text.push_str(&crate::domain::typed::clean(&typed));
            self.focus = Some(Focus::Search);
            self.grid.reset();
        } else if !self.query.text.is_empty()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            self.clear_search();
        }
    }

    fn clear_search(&mut self) {
        self.query.text.clear();
        self.grid.reset();
        self.grid.set_current(Some(0));
        self.focus = Some(Focus::Rows);
    }

    fn head_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        counts: Option<Counts>,
        drafts: &[Draft],
        actions: &mut Actions,
    ) {
        let text = ctx.text;
        let under = match counts {
            None => text.get("clients-reading").to_owned(),
            Some(_) if !self.query.text.trim().is_empty() => {
                crate::text::found(text, self.rows.exact(), self.rows.total())
            }
            Some(counts) => text.with("clients-count", &[("n", counts.active().into())]),
        };
        ui.spacing_mut().item_spacing.y = 12.0;
        ends(
            ui,
            size::BUTTON,
            |ui| {
                ui.add(Label::title(text.get("menu-clients")));
                ui.add(Label::body(&under).colour(tokens(ui).muted).status());
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                if ui.add(Button::plain(MenuItem::Import.name(text))).clicked() {
                    actions.push(Action::Import);
                }
                if ui.add(Button::plain(MenuItem::Export.name(text))).clicked() {
                    actions.push(Action::Export);
                }
                let keys = MenuItem::NewClient.key_hint(text);
                let new = Button::primary(MenuItem::NewClient.name(text)).icon(icons::PLUS).hint(&keys);
                if ui.add(new).clicked() {
                    actions.push(Action::Form(FormOf::New(String::new())));
                }
            },
        );
        self.search_ui(ui, ctx, actions);
        ui.spacing_mut().item_spacing.y = 8.0;
        self.chips_ui(ui, ctx);
        ui.spacing_mut().item_spacing.y = 12.0;
        // Three lines at a time; the others by scrolling.
        ScrollArea::vertical().id_salt("drafts").auto_shrink([false, false]).show(ui, |ui| {
            for draft in drafts {
                draft_ui(ui, ctx, draft, actions);
            }
        });
    }

    fn search_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
        let text = ctx.text;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let focused = ui.memory(|memory| memory.has_focus(search_id()));
            if focused && !is_dragging(ui) {
                // ↓ leads into the rows, and Escape back to all of them, before the field sees either.
                let (down, escape) = ui.input_mut(|input| {
                    let down = input.consume_key(Modifiers::NONE, Key::ArrowDown);
                    (down, input.consume_key(Modifiers::NONE, Key::Escape))
                });
                if down {
                    self.grid.go_to(self.rows.first());
                    self.focus = Some(Focus::Rows);
                }
                if escape {
                    self.clear_search();
                }
            }
            let keys = MenuItem::Search.key_hint(text);
            let width = Self::search_width(ui, ctx);
            let result = SearchField::new(
                search_id(),
                text.get("search-clients"),
                text.get("action-clear-search"),
                &mut self.query.text,
            )
            .keys(&keys)
            .width(width)
            .show(ui);
            if result.changed {
                self.grid.reset();
            }
            if result.left == Some(crate::ui::widgets::field::Left::Enter) {
                self.grid.go_to(self.rows.first());
                self.focus = Some(Focus::Rows);
            }
            if self.focus == Some(Focus::Search) {
                self.focus = None;
                result.response.request_focus();
                put_cursor_at_end(ui, search_id(), &self.query.text);
            }
            self.filter_ui(ui, ctx);
            let tools = |ui: &mut Ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                self.views_ui(ui, ctx, actions);
                self.columns_ui(ui, ctx, actions);
            };
            ends(ui, size::BUTTON, |_| (), tools);
        });
    }

    /// What the chips and buttons at its right leave the search.
    fn search_width(ui: &Ui, ctx: &Ctx<'_>) -> f32 {
        let text = ctx.text;
        let mut chips = vec!["column-state", "clients-places"];
        if !ctx.setup.categories().is_empty() {
            chips.push("field-categories");
        }
        if ctx.setup.shown_fields().next().is_some() {
            chips.push("clients-fields");
        }
        let chips = chips.into_iter().map(|key| Chip::choice(text.get(key)).wide(ui) + 8.0);
        let buttons = ["views-title", "clients-columns"].map(|key| Button::ghost(text.get(key)).wide(ui));
        let others: f32 = chips.chain(buttons).sum();
        (ui.available_width() - others - 8.0).clamp(180.0, 420.0)
    }

    fn foot_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, counts: Option<Counts>, actions: &mut Actions) {
        let text = ctx.text;
        let muted = tokens(ui).muted;
        let shown = counts.map_or_else(String::new, |counts| {
            text.with(
                "clients-shown",
                &[("n", self.rows.total().into()), ("total", counts.registered.into())],
            )
        });
        let column = columns::title(ctx, self.query.sort.column);
        let sort = text.with("clients-sort", &[("column", column.into())]);
        let selected = self.rows.selected() > 0;
        let hints = self.hints(ui);
        ends(
            ui,
            28.0,
            |ui| {
                ui.spacing_mut().item_spacing.x = 18.0;
                ui.add(Label::small(&shown).colour(muted).status());
                if selected {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    self.selection_ui(ui, ctx, actions);
                } else if self.query.text.trim().is_empty() {
                    ui.add(Label::small(&sort).colour(muted));
                }
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = 18.0;
                for hint in hints.into_iter().filter(|_| !selected) {
                    ui.add(Label::small(text.get(hint)).colour(muted));
                }
            },
        );
    }

    /// What the keys do where one is.
    fn hints(&self, ui: &Ui) -> [&'static str; 2] {
        let searching = ui.memory(|memory| memory.has_focus(search_id()));
        if self.grid.is_in_head() {
            return ["clients-hint-move", "clients-hint-size"];
        }
        match (searching, self.query.text.is_empty()) {
            (true, _) => ["clients-hint-first", "clients-hint-clear"],
            (false, true) => ["clients-hint-open", "clients-hint-select"],
            (false, false) => ["clients-hint-open", "clients-hint-clear"],
        }
    }
}

/// So many rows stay in view below a client just registered: what is said at the foot of the window lies over them.
const BELOW: usize = 3;

/// So many lines the drafts take above the table.
fn row_count(drafts: &[Draft]) -> f32 {
    match drafts.len() {
        0 => 0.0,
        1 => 1.0,
        2 => 2.0,
        _ => 3.0,
    }
}

/// "Brouillon (hier) : Boulangerie Lefèvre".
pub fn draft_line(ctx: &Ctx<'_>, draft: &Draft) -> String {
    let text = ctx.text;
    let name = draft.typed.shown_name();
    let name = if name.is_empty() { text.get("draft-nameless").to_owned() } else { name };
    let when = ctx.clock.local(draft.kept);
    let day = ctx.format.day(text, when.date(), ctx.clock.today());
    text.with("draft-line", &[("day", day.into()), ("name", name.into())])
}

/// A draft: a line above the table until it is registered or thrown away.
fn draft_ui(ui: &mut Ui, ctx: &Ctx<'_>, draft: &Draft, actions: &mut Actions) {
    let text = ctx.text;
    let line = draft_line(ctx, draft);
    ends(
        ui,
        28.0,
        |ui| {
            ui.add(Label::body(&line).colour(tokens(ui).text));
        },
        |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let key = |what| Id::unique(("draft", draft.number, what));
            if ui.add(Button::plain(text.get("draft-resume")).small().id(key("resume"))).clicked() {
                actions.push(Action::Form(FormOf::Draft(draft.number)));
            }
            if ui.add(Button::ghost(text.get("draft-delete")).small().id(key("delete"))).clicked() {
                actions.push(Action::DropDraft(draft.number));
            }
        },
    );
}

/// An empty book: one step to take, three ways.
fn empty_ui(ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Actions) {
    let text = ctx.text;
    let muted = tokens(ui).muted;
    let frame = Frame::new().fill(tokens(ui).surface).inner_margin(Margin {
        left: 24,
        right: 24,
        top: 16,
        bottom: 0,
    });
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.add(Label::title(text.get("menu-clients")));
        ui.with_layout(Layout::top_down(Align::Center), |ui| {
            ui.add_space((ui.available_height() - 240.0).max(0.0) / 2.0);
            crate::ui::widgets::emblem::emblem(ui, icons::USERS);
            ui.add_space(8.0);
            ui.add(Label::title(text.get("empty-title")).heading(2));
            ui.add(Label::body(text.get("empty-body")).colour(muted));
            ui.add_space(12.0);
            let keys = MenuItem::NewClient.key_hint(text);
            let new = Button::primary(MenuItem::NewClient.name(text)).icon(icons::PLUS).hint(&keys);
            let import = Button::plain(MenuItem::Import.name(text));
            let example = Button::plain(text.get("action-try-example"));
            let wide = new.wide(ui) + import.wide(ui) + example.wide(ui) + 20.0;
            ui.allocate_ui(vec2(wide, size::BUTTON), |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    if ui.add(new).clicked() {
                        actions.push(Action::Form(FormOf::New(String::new())));
                    }
                    if ui.add(import).clicked() {
                        actions.push(Action::Import);
                    }
                    if ui.add(example).clicked() {
                        actions.push(Action::Example);
                    }
                });
            });
            ui.add_space(12.0);
            ui.add(Label::small(text.get("empty-hint")).colour(muted));
        });
    });
}

/// A state, as a word.
pub fn state_word<'a>(ctx: &Ctx<'a>, state: StateFilter) -> &'a str {
    ctx.text.get(match state {
        StateFilter::Active => "state-active",
        StateFilter::Archived => "state-archived",
        StateFilter::ToComplete => "state-to-complete",
        StateFilter::ToCheck => "state-to-check",
    })
}

/// After letters were put into a field by the program, one types on behind them.
fn put_cursor_at_end(ui: &Ui, id: Id, text: &str) {
    let mut state = egui::TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    state.store(ui.ctx(), id);
}
