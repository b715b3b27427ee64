//! A field that holds several names, each a chip with a cross, and at their end a place to type the next one.
//!
//! What is typed is compared with the names that are known: those that begin with it are proposed, the first of them is
//! taken by Enter; an unknown name can be created. Backspace in the empty place takes the last chip. Nothing typed is
//! lost: leaving the field gives what stands there.

use egui::{Event, Id, Key, Modifiers, Rect, Sense, Shape, Ui, pos2, vec2};

use super::chip::Chip;
use super::combo::Below;
use super::field::{Edit, Field, FieldResponse, Left, framed};
use super::{node, take};
use crate::domain::fold::fold;
use crate::ui::theme::{Tint, size, tokens};

/// From one row of chips to the next.
const PITCH: f32 = 26.0;
/// As high as there is room between two rows of chips.
const TYPING: f32 = size::CHIP + 2.0 * (PITCH - size::CHIP);
/// Between two chips.
const GAP: f32 = 6.0;
/// Left and right of the chips.
const PADDING: f32 = 6.0;
/// The least width to type in.
const ROOM: f32 = 72.0;

/// A name that was given.
#[derive(Clone, Copy, Debug)]
pub struct Tag<'a> {
    /// The name.
    pub name: &'a str,
    /// Its colour.
    pub tint: Tint,
    /// What a click does, for the tooltip and for readers: "Take Retailers away".
    pub says: &'a str,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Give this name: a known one as it is known, or a new one as typed.
    Give(String),
    /// Take the one with this number away.
    Take(usize),
}

/// What happened in the field.
#[derive(Clone, Debug)]
pub struct TagsResponse {
    /// That of the place to type in.
    pub field: FieldResponse,
    /// What is to be done with the names.
    pub change: Option<Change>,
}

/// A field of names.
#[must_use = "shown by `show`"]
pub struct Tags<'a> {
    field: Field<'a>,
    given: &'a [Tag<'a>],
    known: &'a [&'a str],
    create: Option<&'a dyn Fn(&str) -> String>,
}

impl<'a> Tags<'a> {
    /// A field; `typed` is what stands in the place to type in.
    pub fn new(id: Id, label: &'a str, typed: &'a mut String) -> Self {
        Self { field: Field::new(id, label, typed), given: &[], known: &[], create: None }
    }

    /// The names that were given.
    pub fn given(mut self, given: &'a [Tag<'a>]) -> Self {
        self.given = given;
        self
    }

    /// The names that can be given, in the order in which they are proposed.
    pub fn known(mut self, known: &'a [&'a str]) -> Self {
        self.known = known;
        self
    }

    /// An unknown name can be given, too; `words` says so of it: "Create “…”".
    pub fn create(mut self, words: &'a dyn Fn(&str) -> String) -> Self {
        self.create = Some(words);
        self
    }

    /// What the empty place says.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.field = self.field.hint(hint);
        self
    }

    /// The most characters of a name.
    pub fn limit(mut self, characters: usize) -> Self {
        self.field = self.field.limit(characters);
        self
    }

    /// Exactly this wide.
    pub fn width(mut self, width: f32) -> Self {
        self.field = self.field.width(width);
        self
    }

    /// The label is told to readers only, and takes no room.
    pub fn label_hidden(mut self) -> Self {
        self.field = self.field.label_hidden();
        self
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> TagsResponse {
        let (id, label) = (self.field.id, self.field.label);
        let focused = ui.memory(|memory| memory.has_focus(id));
        let mut change = (focused && self.field.text.is_empty() && pressed_once(ui, Key::Backspace))
            .then(|| self.given.len().checked_sub(1).map(Change::Take))
            .flatten();
        let names = if focused { self.fitting() } else { Vec::new() };
        let new = self.new_name().filter(|_| focused);
        let created = new.as_deref().zip(self.create).map(|(name, words)| words(name));
        let proposals: Vec<&str> = names.iter().copied().chain(created.as_deref()).collect();
        let mut below = Below::new(ui, id, proposals.len());

        let (above, wide) = (self.field.above(), self.field.wide(ui));
        let (chips, typing, high) = self.places(ui, wide);
        let whole = take(ui, vec2(wide, above + high), Sense::hover(), Some(id.with("whole"))).rect;
        let place = Rect::from_min_max(pos2(whole.left(), whole.top() + above), whole.max);
        let mut wanted = false;
        wanted |= self.field.label_ui(ui, whole).is_some_and(|label| label.clicked());
        let ground = ui.painter().add(Shape::Noop);
        if ui.interact(place, id.with("box"), Sense::CLICK).clicked() {
            wanted = true;
            below.open(None);
        }
        change = change.or(self.chips_ui(ui, place, &chips));
        let edit = Edit {
            id,
            text: &mut *self.field.text,
            hint: self.field.hint,
            limit: self.field.limit,
            lines: None,
            keeps_escape: below.was_open(),
            border: tokens(ui).line_strong,
            left: 4.0,
            right: 4.0,
        };
        let mut field = edit.bare(ui, typing.translate(place.min.to_vec2()));
        ui.painter().set(ground, framed(ui, id, place, tokens(ui).line_strong));
        node(ui, id, |node| node.set_label(label));
        if wanted {
            // After the field was drawn: it takes the click for one elsewhere.
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if field.response.clicked() {
            below.open(None);
        } else if field.changed && self.field.text.trim().is_empty() {
            // Nothing is typed: Enter takes nothing.
            below.close();
        } else if field.changed {
            below.open(Some(0));
        }
        let chosen = below.show(ui, place, label, &proposals);
        let given = match chosen {
            Some(at) => names.get(at).map(|name| (*name).to_owned()).or(new),
            None if change.is_none() && matches!(field.left, Some(Left::Enter | Left::Otherwise)) => {
                self.meant()
            }
            None => None,
        };
        if let Some(name) = given {
            self.field.text.clear();
            field.changed = true;
            if field.left == Some(Left::Enter) {
                field.left = None;
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            change = Some(Change::Give(name));
        } else if change.is_some() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        TagsResponse { field, change }
    }

    /// The known names that begin with what is typed, or one of whose words does, but for those given.
    fn fitting(&self) -> Vec<&'a str> {
        let typed = fold(self.field.text);
        let within = format!(" {typed}");
        let folded: Vec<(String, &'a str)> = self
            .known
            .iter()
            .filter(|name| !self.given.iter().any(|tag| fold(tag.name) == fold(name)))
            .map(|name| (fold(name), *name))
            .collect();
        let first = folded.iter().filter(|(name, _)| name.starts_with(&typed));
        let then =
            folded.iter().filter(|(name, _)| !name.starts_with(&typed) && name.contains(within.as_str()));
        first.chain(then).map(|(_, name)| *name).collect()
    }

    /// What is typed, if nothing is called so yet.
    fn new_name(&self) -> Option<String> {
        self.create?;
        let name = self.field.text.trim();
        let wanted = fold(name);
        let known = self.known.iter().copied().chain(self.given.iter().map(|tag| tag.name));
        let unknown = !wanted.trim().is_empty() && !known.into_iter().any(|one| fold(one) == wanted);
        unknown.then(|| name.to_owned())
    }

    /// The name that is typed: a known one, or a new one if such can be given.
    fn meant(&self) -> Option<String> {
        let wanted = fold(self.field.text);
        let known = self.known.iter().find(|name| fold(name) == wanted);
        known.map(|name| (*name).to_owned()).or_else(|| self.new_name())
    }

    /// Where the chips stand, where one types, and how high all of it is, from the top left corner of the box.
    fn places(&self, ui: &Ui, wide: f32) -> (Vec<Rect>, Rect, f32) {
        let mut left = PADDING;
        let mut top = (size::FIELD - size::CHIP) / 2.0;
        let mut chips = Vec::with_capacity(self.given.len());
        for tag in self.given {
            let chip = Chip::tinted(tag.name, tag.tint).max(wide - 2.0 * PADDING).wide(ui);
            if left > PADDING && left + chip > wide - PADDING {
                (left, top) = (PADDING, top + PITCH);
            }
            chips.push(Rect::from_min_size(pos2(left, top), vec2(chip, size::CHIP)));
            left += chip + GAP;
        }
        if left > PADDING && left + ROOM > wide - PADDING {
            (left, top) = (PADDING, top + PITCH);
        }
        let middle = top + size::CHIP / 2.0;
        let typing = Rect::from_min_max(
            pos2(left, middle - TYPING / 2.0),
            pos2(wide - PADDING, middle + TYPING / 2.0),
        );
        (chips, typing, top + size::CHIP + (size::FIELD - size::CHIP) / 2.0)
    }

    /// Draws the chips; one that was pressed is to be taken away.
    fn chips_ui(&self, ui: &mut Ui, place: Rect, chips: &[Rect]) -> Option<Change> {
        let mut taken = None;
        for ((number, tag), rect) in self.given.iter().enumerate().zip(chips) {
            let id = self.field.id.with(("tag", tag.name));
            let held = ui.memory(|memory| memory.has_focus(id));
            let deleted = held && (pressed_once(ui, Key::Delete) || pressed_once(ui, Key::Backspace));
            let chip = Chip::tinted(tag.name, tag.tint).says(tag.says).max(rect.width()).id(id);
            let pressed = ui.place(rect.translate(place.min.to_vec2()), chip).clicked();
            if pressed || deleted {
                taken = Some(Change::Take(number));
            }
        }
        taken
    }
}

/// Takes a key out of the input; one that is held down counts once only.
fn pressed_once(ui: &Ui, wanted: Key) -> bool {
    ui.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| {
            !matches!(event, Event::Key { key, pressed: true, repeat: false, modifiers, .. }
                if *key == wanted && *modifiers == Modifiers::NONE)
        });
        input.events.len() < before
    })
}
