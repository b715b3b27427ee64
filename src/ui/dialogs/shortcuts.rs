//! The shortcuts (F1), from the same declarations that they are taken by: here first, then everywhere, then elsewhere.

use egui::{Align, Context, Id, Layout, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};

use crate::text::Text;
use crate::ui::action::{Action, Actions};
use crate::ui::keys::{Gesture, key_cap};
use crate::ui::menu::{MenuItem, Place, Situation};
use crate::ui::theme::{regular, size, tokens};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::keycap;
use crate::ui::widgets::label::Label;
use crate::ui::widgets::paint::Line;

const ROW: f32 = 28.0;

/// Where shortcuts hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// Wherever no dialog is open.
    Everywhere,
    /// In one place only.
    In(Place),
    /// In a list of rows.
    Rows,
    /// In whatever one types or answers into.
    Inside,
}

/// The list of shortcuts.
#[derive(Clone, Copy, Debug)]
pub struct Shortcuts {
    place: Place,
}

impl Shortcuts {
    /// The list, as it is asked for there.
    pub fn new(place: Place) -> Self {
        Self { place }
    }

    /// Draws it.
    pub fn ui(self, egui: &Context, text: &Text) -> Actions {
        let close = Id::unique(("shortcuts", "close"));
        let shown = Dialog::new(Id::unique("shortcuts"), text.get("shortcuts-title"))
            .size(560.0, 600.0)
            .focus(close)
            .show(
                egui,
                |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    for holds in self.groups() {
                        group_ui(ui, text, holds);
                    }
                },
                |ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.add(Button::plain(text.get("action-close")).id(close)).clicked()
                    })
                    .inner
                },
            );
        if shown.footer || shown.escaped || shown.confirmed {
            vec![Action::CloseDialog]
        } else {
            Actions::new()
        }
    }

    /// What holds here only comes first.
    fn groups(self) -> Vec<Holds> {
        let [form, client] = [Holds::In(Place::Form), Holds::In(Place::Client)];
        match self.place {
            Place::Form => vec![form, Holds::Inside, Holds::Everywhere, client, Holds::Rows],
            Place::Client => vec![client, Holds::Inside, Holds::Everywhere, form, Holds::Rows],
            Place::NoBook | Place::Dialog | Place::Page => {
                vec![Holds::Everywhere, Holds::Rows, Holds::Inside, form, client]
            }
        }
    }
}

impl Holds {
    fn title(self) -> &'static str {
        match self {
            Self::In(Place::Form) => "shortcuts-form",
            Self::In(Place::Client) => "shortcuts-client",
            Self::Rows => "shortcuts-rows",
            Self::Inside => "shortcuts-inside",
            Self::In(_) | Self::Everywhere => "shortcuts-everywhere",
        }
    }

    /// What there is, by name, and the caps of its keys.
    fn lines(self, text: &Text) -> Vec<(&str, Vec<String>)> {
        let of = |gestures: &[Gesture]| {
            let caps = |gesture: &Gesture| {
                gesture.shortcuts().into_iter().map(|one| key_cap(one, text)).collect::<Vec<_>>()
            };
            gestures.iter().map(|gesture| (gesture.name(text), caps(gesture))).collect()
        };
        match self {
            Self::Rows => of(&Gesture::ROWS),
            Self::Inside => of(&Gesture::INSIDE),
            Self::Everywhere | Self::In(_) => {
                let items = MenuItem::by_use().filter(|item| holds(*item) == Some(self));
                items.map(|item| (item.name(text), item.key_hints(text))).collect()
            }
        }
    }
}

/// Where an item is offered; none if nowhere.
fn holds(item: MenuItem) -> Option<Holds> {
    let on = |place| item.is_offered(Situation { place, typing: false });
    match (on(Place::Page), on(Place::Form), on(Place::Client)) {
        (false, false, false) => None,
        (false, true, false) => Some(Holds::In(Place::Form)),
        (false, false, true) => Some(Holds::In(Place::Client)),
        _ => Some(Holds::Everywhere),
    }
}

fn group_ui(ui: &mut Ui, text: &Text, group: Holds) {
    ui.add(Label::section(text.get(group.title())));
    ui.add_space(4.0);
    for (name, hints) in group.lines(text) {
        row_ui(ui, text, name, &hints);
    }
    ui.add_space(14.0);
}

/// What it does at the left, its keys at the right.
fn row_ui(ui: &mut Ui, text: &Text, name: &str, hints: &[String]) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, Id::unique(("shortcuts", name)), Sense::hover());
    let keys = hints.join(", ");
    let told = text.with("shortcuts-line", &[("name", name.into()), ("keys", keys.as_str().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &told));
    let mut right = rect.right();
    for hint in hints.iter().rev() {
        keycap::keycap(ui, pos2(right, rect.center().y), hint, false);
        right -= keycap::width(ui, hint) + 8.0;
    }
    let line = Line::new(name, regular(size::BODY), tokens(ui).text).max(right - rect.left());
    if line.centred(ui.painter(), rect.left(), rect.center().y).elided {
        response.on_hover_text(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_holds_somewhere_and_stands_where_it_does() {
        assert!(MenuItem::ALL.iter().all(|item| holds(*item).is_some()));
        assert_eq!(holds(MenuItem::Save), Some(Holds::In(Place::Form)));
        assert_eq!(holds(MenuItem::Note), Some(Holds::In(Place::Client)));
        assert_eq!(holds(MenuItem::NewClient), Some(Holds::Everywhere));
        for place in [Place::Form, Place::Client, Place::Page] {
            let groups = Shortcuts::new(place).groups();
            assert_eq!(groups.len(), 5);
            let first = if place == Place::Page { Holds::Everywhere } else { Holds::In(place) };
            assert_eq!(groups.first(), Some(&first));
        }
    }
}
