//! The palette: one field that finds any action and any client; what was used last stands first while it is empty.

use egui::accesskit::{HasPopup, Role};
use egui::{Context, Id, Key, Modifiers, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::domain::client::{Client, ClientId};
use crate::domain::fold::fold;
use crate::search::Query;
use crate::ui::action::{Action, Actions, FormOf};
use crate::ui::ctx::Ctx;
use crate::ui::icons;
use crate::ui::theme::{regular, size, tokens};
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint::{self, Line};
use crate::ui::widgets::search_field::SearchField;
use crate::ui::widgets::{bounds, keycap, node};

/// The most rows: a glance, and no more work than that for a keystroke.
const ROWS: usize = 11;
/// The most actions among what is found for a text: they leave room for clients.
const ACTIONS: usize = 5;
const ROW: f32 = 34.0;

/// Something that can be chosen.
#[derive(Debug)]
pub struct Offer {
    /// Its words.
    pub name: String,
    /// Its sign.
    pub icon: &'static str,
    /// The keys that ask for it elsewhere; may be empty.
    pub keys: String,
    /// What it asks for.
    pub action: Action,
}

/// A row of the list.
#[derive(Debug)]
enum Row {
    /// An action, by its place among those offered.
    Offer(usize),
    /// A client: name, and where they are.
    Client(ClientId, String, String),
    /// Register who was not found.
    Create(String),
}

/// The palette.
#[derive(Debug)]
pub struct Palette {
    typed: String,
    offers: Vec<Offer>,
    recent: Vec<ClientId>,
    rows: Vec<Row>,
    /// What the rows were found for: a text, and whether the index stood.
    found: Option<(String, bool)>,
    at: usize,
}

impl Palette {
    /// A palette that offers these actions, in this order, and of clients those used last first.
    pub fn new(offers: Vec<Offer>, recent: Vec<ClientId>) -> Self {
        Self { typed: String::new(), offers, recent, rows: Vec::new(), found: None, at: 0 }
    }

    /// Draws it.
    pub fn ui(&mut self, egui: &Context, ctx: &Ctx<'_>) -> Actions {
        let text = ctx.text;
        let field = Id::unique(("palette", "field"));
        self.refresh(ctx);
        let entered = self.keys(egui);
        let title = text.get("palette-title");
        let shown = Dialog::new(Id::unique("palette"), title).size(620.0, 560.0).focus(field).show(
            egui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                let clear = text.get("action-clear-search");
                let wide = ui.available_width();
                let hint = text.get("palette-hint");
                SearchField::new(field, title, clear, &mut self.typed).hint(hint).width(wide).show(ui);
                self.refresh(ctx);
                self.rows_ui(ui, ctx, field)
            },
            |ui| {
                ui.add(Label::small(text.get("palette-keys")).colour(tokens(ui).muted));
            },
        );
        let chosen = (entered || shown.confirmed).then_some(self.at).or(shown.body);
        let mut actions = Actions::new();
        if shown.escaped {
            actions.push(Action::CloseDialog);
        } else if let Some(action) = chosen.and_then(|at| self.choose(at)) {
            actions.extend([Action::CloseDialog, action]);
        }
        actions
    }

    /// Takes the keys of the list out of the input before the field sees them; true when the current row is chosen.
    fn keys(&mut self, egui: &Context) -> bool {
        let none = Modifiers::NONE;
        let last = self.rows.len().saturating_sub(1);
        egui.input_mut(|input| {
            let down = input.count_and_consume_key(none, Key::ArrowDown);
            let up = input.count_and_consume_key(none, Key::ArrowUp);
            self.at = self.at.saturating_add(down).saturating_sub(up).min(last);
            // A key held down chooses nothing: the palette has only just opened.
            input.events.retain(|event| {
                !matches!(event, egui::Event::Key { key: Key::Enter, pressed: true, repeat: true, .. })
            });
            input.consume_key(none, Key::Enter)
        })
    }

    /// Finds what is typed, when it is another text than before or the index has come.
    fn refresh(&mut self, ctx: &Ctx<'_>) {
        let now = (self.typed.trim().to_owned(), ctx.index.is_some());
        if self.found.as_ref() == Some(&now) {
            return;
        }
        self.rows = if now.0.is_empty() { self.usual(ctx) } else { self.find(ctx, &now.0) };
        self.found = Some(now);
        self.at = 0;
    }

    /// While nothing is typed: the clients used last, then the actions.
    fn usual(&self, ctx: &Ctx<'_>) -> Vec<Row> {
        let mut rows = clients(ctx, self.recent.iter().copied());
        let room = ROWS.saturating_sub(rows.len());
        rows.extend((0..self.offers.len()).take(room).map(Row::Offer));
        rows
    }

    /// Actions of which the words begin as typed, then the clients that the search finds.
    fn find(&self, ctx: &Ctx<'_>, typed: &str) -> Vec<Row> {
        let begins = |(at, offer): (usize, &Offer)| is_meant(&offer.name, typed).then_some(Row::Offer(at));
        let mut rows: Vec<Row> = self.offers.iter().enumerate().filter_map(begins).take(ACTIONS).collect();
        // The last row is for who was not found.
        let room = ROWS.saturating_sub(rows.len()).saturating_sub(1);
        if let Some(index) = ctx.index {
            let found = index.find(&Query::text(typed));
            rows.extend(clients(ctx, found.rows.into_iter().take(room)));
        }
        rows.push(Row::Create(typed.to_owned()));
        rows
    }

    /// What a row asks for.
    fn choose(&mut self, at: usize) -> Option<Action> {
        Some(match self.rows.get(at)? {
            Row::Offer(offer) if *offer < self.offers.len() => self.offers.swap_remove(*offer).action,
            Row::Offer(_) => return None,
            Row::Client(id, ..) => Action::Show(*id),
            Row::Create(typed) => Action::Form(FormOf::New(typed.clone())),
        })
    }

    /// The list; the row that was clicked.
    fn rows_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, field: Id) -> Option<usize> {
        let builder = UiBuilder::new()
            .id_salt("rows")
            .accessibility_role(Role::ListBox)
            .accessibility_label(ctx.text.get("palette-list"));
        let shown = ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let each = self.rows.iter().enumerate();
            each.filter(|(at, row)| self.row_ui(ui, ctx, *at, row)).map(|(at, _)| at).last()
        });
        node(ui, shown.response.id, |node| node.set_bounds(bounds(shown.response.rect)));
        node(ui, field, |node| {
            node.set_has_popup(HasPopup::Listbox);
            node.set_expanded(true);
            node.set_active_descendant(row_id(self.at).accesskit_id());
        });
        shown.inner
    }

    /// One row; true when it was clicked.
    fn row_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, at: usize, row: &Row) -> bool {
        let (icon, name, beside, keys) = match row {
            Row::Offer(offer) => match self.offers.get(*offer) {
                Some(offer) => (offer.icon, offer.name.clone(), "", offer.keys.as_str()),
                None => return false,
            },
            Row::Client(_, name, city) => (icons::USER, name.clone(), city.as_str(), ""),
            Row::Create(typed) => {
                let name = ctx.text.with("search-create", &[("query", typed.as_str().into())]);
                (icons::PLUS, name, "", "")
            }
        };
        let on = at == self.at;
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
        let response = ui.interact(rect, row_id(at), Sense::CLICK);
        let told = [name.as_str(), beside].into_iter().filter(|part| !part.is_empty());
        let told = told.collect::<Vec<_>>().join(", ");
        response.widget_info(|| egui::WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), on, &told));
        node(ui, response.id, |node| {
            node.set_selected(on);
            node.set_position_in_set(at);
            node.set_size_of_set(self.rows.len());
            node.set_bounds(bounds(rect.intersect(ui.clip_rect())));
            if !keys.is_empty() {
                node.set_keyboard_shortcut(keys);
            }
        });
        if on {
            ui.scroll_to_rect(rect, None);
        }
        let tokens = tokens(ui);
        let fill = match (on, response.hovered()) {
            (true, _) => tokens.selection.ground,
            (false, true) => tokens.hover,
            (false, false) => tokens.raised,
        };
        let whole = draw_row(ui, rect, (icon, &name, beside, keys), fill);
        let clicked = response.clicked();
        if !whole {
            response.on_hover_text(told);
        }
        clicked
    }
}

/// Whether there was room for all of it.
fn draw_row(
    ui: &Ui,
    rect: Rect,
    (icon, name, beside, keys): (&str, &str, &str, &str),
    fill: egui::Color32,
) -> bool {
    let (tokens, painter, middle) = (tokens(ui), ui.painter(), rect.center().y);
    paint::boxed(painter, rect, 6, fill, Stroke::NONE);
    paint::icon(painter, pos2(rect.left() + 18.0, middle), icon, 16.0, tokens.muted);
    let right = rect.right() - 10.0;
    let mut room = right - rect.left() - 38.0;
    if !keys.is_empty() {
        keycap::keycap(ui, pos2(right, middle), keys, false);
        room -= keycap::width(ui, keys) + 12.0;
    }
    let drawn = Line::new(name, regular(size::BODY), tokens.text).max(room).centred(
        painter,
        rect.left() + 38.0,
        middle,
    );
    let rest = right - drawn.rect.right() - 12.0;
    if beside.is_empty() || rest <= 24.0 {
        return beside.is_empty() && !drawn.elided;
    }
    let line = Line::new(beside, regular(size::SMALL), tokens.muted).max(rest);
    !drawn.elided && !line.centred(painter, drawn.rect.right() + 12.0, middle).elided
}

fn row_id(at: usize) -> Id {
    Id::unique(("palette", "row", at))
}

/// Those of the clients that are in the book, with their cities.
fn clients(ctx: &Ctx<'_>, ids: impl Iterator<Item = ClientId>) -> Vec<Row> {
    let Some(snapshot) = ctx.snapshot() else { return Vec::new() };
    let row = |id: ClientId| {
        let client: Client = snapshot.get(id.0).ok()??;
        Some(Row::Client(id, client.name(), client.address.city))
    };
    ids.filter_map(row).collect()
}

/// Whether each word typed begins a word of the name, in any order; accents and case set aside.
fn is_meant(name: &str, typed: &str) -> bool {
    let (name, typed) = (fold(name), fold(typed));
    let mut words = typed.split_whitespace().peekable();
    words.peek().is_some()
        && words.all(|word| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_meant_by_the_beginnings_of_its_words() {
        for typed in ["import", "FICHIER imp", "un f", "É"] {
            assert_eq!(is_meant("Importer un fichier…", typed), typed != "É", "{typed}");
        }
        assert!(is_meant("Paramètres", "parametre") && is_meant("Dépenses", "dép"));
        assert!(is_meant("Annuler l’ajout", "ajout"));
        assert!(!is_meant("Importer un fichier…", "porter") && !is_meant("Importer un fichier…", "imp x"));
        assert!(!is_meant("Importer", " ") && !is_meant("Importer", ""));
    }
}
