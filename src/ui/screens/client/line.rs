//! A value of the record in the column beside the notes: its name, what it is, a pencil; or the fields it is changed in.

use std::collections::BTreeMap;

use egui::{Id, Rect, Response, Ui, UiBuilder, pos2, vec2};

use super::ClientPage;
use super::edit::{Answer, Edit};
use super::link;
use super::press;
use crate::domain::client::{Client, Contact};
use crate::domain::doubt::doubts;
use crate::domain::item::Item;
use crate::text;
use crate::ui::action::{Action, Actions, Then};
use crate::ui::ctx::{Ctx, first_note};
use crate::ui::icons;
use crate::ui::show;
use crate::ui::theme::{regular, size, tokens};
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint;

/// Width of the names of values; beside it a SIRET stands on one line, clear of its pencil.
const NAMES: f32 = 78.0;
/// In less room a value stands below its name.
const ROOMY: f32 = 220.0;
/// A small button.
const SIGN: f32 = 24.0;

impl ClientPage {
    /// A value, or the fields it is changed in.
    pub(super) fn item_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        client: &Client,
        item: Item,
        actions: &mut Actions,
    ) {
        if self.edit.as_ref().is_some_and(|edit| edit.item() == item) {
            let Some(edit) = &mut self.edit else { return };
            let answer = edit.ui(ui, ctx);
            self.answered(answer, actions);
            return;
        }
        let Some(line) = self.lines.get(&item) else { return };
        let key = |what: &str| Id::unique(("client", self.id, what, item));
        let done = line.ui(ui, ctx, is_copied(item), key);
        let asked = line.asked(&done);
        if self.back_to.take_if(|back| *back == item).is_some() {
            done.pencil.request_focus();
        }
        actions.extend(asked);
        if done.pencil.clicked() {
            self.begin_edit(ctx, client, item, actions);
        }
    }

    fn answered(&mut self, answer: Answer, actions: &mut Actions) {
        match answer {
            Answer::Open => {}
            Answer::Cancelled | Answer::Unchanged => self.end_edit(),
            // The fields stay until it is done: if it fails, nothing typed is lost.
            Answer::Changed(command) => actions.push(Action::Run(command, Then::Tell)),
        }
    }

    /// Changes another value in place; what is typed for the present one is kept first.
    pub(super) fn begin_edit(&mut self, ctx: &Ctx<'_>, client: &Client, item: Item, actions: &mut Actions) {
        if let Some(edit) = &mut self.edit {
            let answer = edit.answer(ctx);
            self.next = matches!(answer, Answer::Changed(_)).then_some(item);
            self.answered(answer, actions);
        }
        if self.edit.is_none() {
            self.back_to = None;
            self.edit = Some(Edit::new(client, first_note(&self.known.notes), item, ctx));
        }
    }
}

/// A value that is copied by a click on it.
fn is_copied(item: Item) -> bool {
    matches!(item, Item::Phone | Item::Mobile | Item::Email)
}

/// What opens when a value is opened: a telephone, a letter, a page.
fn link_of(item: Item, client: &Client, ctx: &Ctx<'_>) -> Option<String> {
    use crate::domain::custom_field::FieldKind::{Email, Link, Phone};
    match item {
        Item::Phone => link::dial(&client.phone),
        Item::Mobile => link::dial(&client.mobile),
        Item::Email => link::letter(&client.email),
        Item::Website => link::site(&client.website),
        Item::Custom(id) => {
            let value = client.custom.get(&id)?;
            match ctx.setup.field(id)?.kind {
                Phone => link::dial(&crate::domain::phone::Phone::parse(value, &ctx.setup.home)),
                Email => link::letter(value),
                Link => link::site(value),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A value as it is shown.
#[derive(Debug)]
pub(super) struct Line {
    name: String,
    /// What its buttons call it: of several contacts each by its own name.
    called: String,
    value: String,
    doubt: Option<String>,
    link: Option<String>,
}

/// Every value of a client, as it is shown.
pub(super) fn lines(ctx: &Ctx<'_>, client: &Client) -> BTreeMap<Item, Line> {
    let doubts = doubts(client, ctx.setup);
    let line = |item: Item| {
        let places = item.places(client);
        let doubt = doubts.iter().find(|doubt| places.contains(&doubt.place));
        let name = show::item(ctx, item, client);
        let called = match item {
            Item::Further(number) => client.contacts.get(usize::from(number)).map(Contact::name),
            _ => None,
        };
        let envelope = |address| show::envelope(ctx.text, address, &ctx.setup.home);
        let value = match item {
            // A contact on several lines: who, e-mail, telephone.
            Item::Further(_) => show::value(ctx, item, client).replace(" · ", "\n"),
            Item::Address => envelope(&client.address),
            Item::Delivery => client.delivery_address.as_ref().map(envelope).unwrap_or_default(),
            _ => show::value(ctx, item, client),
        };
        // In the narrow column a short word where one will do; its buttons say it whole.
        let short = match item {
            Item::Contact => ctx.text.get("record-contact").to_owned(),
            Item::Terms => ctx.text.get("record-terms").to_owned(),
            _ => name.clone(),
        };
        Line {
            called: called.filter(|called| !called.is_empty()).unwrap_or(name),
            name: short,
            value,
            doubt: doubt.map(|doubt| text::doubt(ctx.text, ctx.setup, doubt).short.to_owned()),
            link: link_of(item, client, ctx),
        }
    };
    Item::all(None, client, ctx.setup).into_iter().map(|item| (item, line(item))).collect()
}

/// What was done with it.
struct Done {
    pencil: Response,
    copied: bool,
    opened: bool,
}

impl Line {
    /// What a click on it asks for.
    fn asked(&self, done: &Done) -> Option<Action> {
        if done.copied {
            return Some(Action::Copy(self.value.clone()));
        }
        self.link.clone().filter(|_| done.opened).map(Action::OpenLink)
    }

    fn ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, copies: bool, key: impl Fn(&str) -> Id) -> Done {
        let text = ctx.text;
        let whole = ui.available_width();
        let signs = SIGN + if self.link.is_some() { SIGN } else { 0.0 };
        // A name with a word that is longer than its room stands above, too.
        let font = regular(size::BODY);
        let long = self.name.split(' ').any(|word| paint::width(ui, word, font.clone()) > NAMES);
        let below = whole < ROOMY || long;
        let start = ui.cursor().min;
        let (left, room) = if below { (0.0, whole) } else { (NAMES + 6.0, whole - NAMES - 6.0 - signs) };
        let name_room = if below { whole - signs } else { NAMES };
        let mut inside =
            child(ui, Rect::from_min_size(start + vec2(0.0, 5.0), vec2(name_room, 0.0)), key("name"));
        inside.add(Label::body(&self.name).colour(tokens(ui).muted).wrap());
        let names = inside.min_rect();
        let top = if below { names.bottom() + 2.0 } else { start.y + 5.0 };
        let place = Rect::from_min_size(pos2(start.x + left, top), vec2(room, 0.0));
        let mut inside = child(ui, place, key("value"));
        let copied = self.value_ui(&mut inside, ctx, copies, &key);
        if let Some(doubt) = &self.doubt {
            inside.add(Label::small(doubt).colour(tokens(ui).warning.ink).wrap());
        }
        let bottom = names.bottom().max(inside.min_rect().bottom()) + 5.0;
        let right = start.x + whole;
        let mut opened = false;
        if self.link.is_some() {
            let place = Rect::from_min_size(pos2(right - signs, start.y + 3.0), vec2(SIGN, SIGN));
            let says = text.with("record-open", &[("field", self.called.as_str().into())]);
            let open = IconButton::new(icons::ARROW_SQUARE_OUT, &says).small().id(key("open"));
            opened = child(ui, place, key("open place")).add(open).clicked();
        }
        let place = Rect::from_min_size(pos2(right - SIGN, start.y + 3.0), vec2(SIGN, SIGN));
        let says = text.with("record-change", &[("field", self.called.as_str().into())]);
        let pencil = IconButton::new(icons::PENCIL_SIMPLE, &says).small().id(key("change"));
        let pencil = child(ui, place, key("change place")).add(pencil);
        ui.advance_cursor_after_rect(Rect::from_min_max(start, pos2(right, bottom)));
        Done { pencil, copied, opened }
    }

    /// The value itself; true when it was clicked to be copied.
    fn value_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, copies: bool, key: &impl Fn(&str) -> Id) -> bool {
        if self.value.is_empty() {
            ui.add(Label::body("–").colour(tokens(ui).faint));
            return false;
        }
        if !copies {
            ui.add(Label::body(&self.value).wrap());
            return false;
        }
        let says = ctx.text.with("record-copy", &[("field", self.called.as_str().into())]);
        press::wrapped(ui, key("copy"), &self.value).on_hover_text(says).clicked()
    }
}

fn child(ui: &mut Ui, place: Rect, id: Id) -> Ui {
    let mut inside = ui.new_child(UiBuilder::new().scope_id(id).max_rect(place));
    inside.spacing_mut().item_spacing.y = 0.0;
    inside
}
