//! Tab over each page and each dialog: its order follows the eye, nothing that can be clicked is left out, and one sees where one is.

use std::fmt::Write as _;

use comptoir::domain::command::Registration;
use eframe::egui::accesskit::Role;
use eframe::egui::epaint::{ClippedShape, Shape};
use eframe::egui::{Key, Modifiers, Rect, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::book::company;
use crate::support::desktop::Desktop;
use crate::support::doors;
use crate::support::hands::registration;

/// A stop of Tab, or something that can be clicked.
#[derive(Clone, Debug)]
struct Stop {
    id: u64,
    what: String,
    role: Role,
    rect: Rect,
}

fn some() -> Vec<Registration> {
    ["Asie", "Bolido", "Cactus"].into_iter().map(|name| registration(company(name), "Rappelle.")).collect()
}

/// Everything that has a place, by id.
fn everything(desktop: &Desktop) -> Vec<(Stop, bool)> {
    let nodes = desktop.harness.root().children_recursive();
    nodes
        .filter_map(|node| {
            let rect = node.accesskit_node().bounding_box().map(|_| node.rect())?;
            let node = node.accesskit_node();
            let what = format!("{:?} {:?}", node.role(), node.label().unwrap_or_default());
            let clickable =
                node.data().supports_action(egui::accesskit::Action::Click) || node.is_text_input();
            let stop = Stop { id: node.locate().0.0, what, role: node.role(), rect };
            Some((stop, clickable && !node.is_disabled()))
        })
        .collect()
}

/// The stops of one round, and what is wrong with them.
fn walk(desktop: &mut Desktop) -> (Vec<Stop>, Vec<String>) {
    let (mut stops, mut wrong): (Vec<Stop>, Vec<String>) = (Vec::new(), Vec::new());
    desktop.harness.ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
    desktop.harness.run();
    let mut lit: Option<(Stop, String)> = None;
    for _ in 0..120 {
        desktop.press(Key::Tab);
        // What had the focus before looked another way then.
        if let Some((last, before)) = lit.take()
            && desktop.harness.ctx.memory(|memory| memory.focused()).is_none_or(|id| id.value() != last.id)
            && looks(&desktop.harness.output().shapes, last.rect) == before
        {
            wrong.push(format!("{} looks the same with the focus and without", last.what));
        }
        let Some(id) = desktop.harness.ctx.memory(|memory| memory.focused()) else { continue };
        if stops.first().is_some_and(|first| first.id == id.value()) {
            return (stops, wrong);
        }
        let stop = everything(desktop).into_iter().map(|(stop, _)| stop).find(|stop| stop.id == id.value());
        let stop = stop.unwrap_or_else(|| panic!("{id:?} has the focus and no place, after {stops:?}"));
        assert!(
            stops.iter().all(|other| other.id != stop.id),
            "Tab goes round before its first stop: {}",
            stop.what
        );
        if !shows_focus(&desktop.harness.output().shapes, &stop) {
            wrong.push(format!("{} shows no focus", stop.what));
        }
        // Where that one is now: what comes next may have scrolled the page. What would not be given is asked of after the city, so
        // that the city is ten Tabs from the name.
        let before = stops.last().and_then(|last| {
            everything(desktop).into_iter().map(|(now, _)| now).find(|now| now.id == last.id)
        });
        let in_form = desktop.harness.query_by_role(Role::Dialog).is_none();
        if let Some(before) = before.filter(|before| is_against_the_eye(before, &stop))
            && !(in_form && stop.what.contains("Ne souhaite pas"))
        {
            wrong.push(format!("{} then {}", before.what, stop.what));
        }
        lit = Some((stop.clone(), looks(&desktop.harness.output().shapes, stop.rect)));
        stops.push(stop);
    }
    panic!("Tab does not go round: {stops:?}");
}

/// Every box drawn there: places, frames, grounds.
fn looks(shapes: &[ClippedShape], near: Rect) -> String {
    fn add(shape: &Shape, near: Rect, looks: &mut String) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, near, looks)),
            Shape::Rect(rect) if rect.rect.intersects(near) => {
                write!(looks, "{:?} {:?} {:?};", rect.rect, rect.fill, rect.stroke).unwrap();
            }
            _ => {}
        }
    }
    let mut looks = String::new();
    for clipped in shapes {
        add(&clipped.shape, near.expand(4.0), &mut looks);
    }
    looks
}

/// A frame two points wide round it, or a row that is the current one.
fn shows_focus(shapes: &[ClippedShape], stop: &Stop) -> bool {
    fn framed(shape: &Shape, near: Rect) -> bool {
        match shape {
            Shape::Vec(shapes) => shapes.iter().any(|shape| framed(shape, near)),
            Shape::Rect(rect) => {
                let (frame, wide) = (rect.rect, near.expand2([90.0, 14.0].into()));
                rect.stroke.width >= 1.9 && wide.contains_rect(frame) && frame.intersects(near)
            }
            _ => false,
        }
    }
    stop.role == Role::Grid
        || stop.role == Role::Row
        || shapes.iter().any(|clipped| framed(&clipped.shape, stop.rect))
}

/// What comes after must not lie above or at the left, unless it is in a column further right, in the label's row of what was
/// before, or inside it.
fn is_against_the_eye(one: &Stop, next: &Stop) -> bool {
    let (a, b) = (one.rect, next.rect);
    let beside_label = (-8.0..20.0).contains(&(a.top() - b.bottom())) && b.left() > a.center().x;
    let back = b.center().y < a.center().y - 12.0 && b.left() < a.right() - 1.0;
    let left = (b.center().y - a.center().y).abs() <= 12.0 && b.right() <= a.left();
    (back && !beside_label && !a.contains_rect(b)) || left
}

fn judge(desktop: &mut Desktop, page: &str) -> Vec<String> {
    let (stops, findings) = judged(desktop, page);
    assert!(stops.len() >= 7, "{page}: {stops:?}");
    findings
}

fn judged(desktop: &mut Desktop, page: &str) -> (Vec<Stop>, Vec<String>) {
    let (stops, mut findings) = walk(desktop);
    // Members of a choice and what is in the table are reached by the arrows; a label leads to its field.
    let inside = [Role::RadioButton, Role::Label, Role::Row, Role::GridCell, Role::ColumnHeader, Role::Cell];
    let grid = everything(desktop).into_iter().map(|(stop, _)| stop).find(|stop| stop.role == Role::Grid);
    let in_grid = |thing: &Stop| grid.as_ref().is_some_and(|grid| grid.rect.contains_rect(thing.rect));
    let unreached = everything(desktop).into_iter().filter(|(thing, clickable)| {
        let named = !thing.what.ends_with("\"\"");
        *clickable
            && named
            && !in_grid(thing)
            && !inside.contains(&thing.role)
            && stops.iter().all(|stop| stop.id != thing.id)
    });
    findings.extend(unreached.map(|(thing, _)| format!("{} is not reached", thing.what)));
    (stops, findings.into_iter().map(|finding| format!("{page}: {finding}")).collect())
}

#[test]
fn tab_follows_the_eye_and_reaches_everything_on_every_page() {
    let mut findings = Vec::new();
    for (page, key) in
        [("clients", Key::Num1), ("invoices", Key::Num2), ("settings", Key::Num6), ("to do", Key::Num7)]
    {
        let mut desktop = Desktop::holding(some());
        desktop.ctrl(key);
        findings.extend(judge(&mut desktop, page));
    }
    for section in ["Fiche client", "Catégories", "Champs personnalisés", "Imports"] {
        let mut desktop = Desktop::holding(some());
        desktop.ctrl(Key::Num6);
        desktop.click(Role::RadioButton, section);
        findings.extend(judge(&mut desktop, section));
    }
    let mut desktop = Desktop::holding(some());
    desktop.click(Role::GridCell, "Asie");
    findings.extend(judge(&mut desktop, "profile"));
    let mut desktop = Desktop::holding(some());
    desktop.ctrl(Key::N);
    findings.extend(judge(&mut desktop, "form"));
    findings.extend(judge(&mut Desktop::new(), "empty book"));
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}

#[test]
fn tab_stays_in_each_dialog_and_follows_the_eye_there() {
    let mut findings = Vec::new();
    for door in doors::all() {
        let mut desktop = doors::desktop();
        door.approach(&mut desktop);
        door.open(&mut desktop);
        (door.fill)(&mut desktop);
        let dialog =
            desktop.harness.ctx.memory(|memory| memory.area_rect(memory.top_modal_layer().unwrap().id));
        let dialog = dialog.unwrap();
        let (stops, found) = judged(&mut desktop, door.title);
        findings.extend(found);
        assert!(!stops.is_empty(), "{}", door.title);
        for stop in stops.iter().filter(|stop| !dialog.contains_rect(stop.rect)) {
            findings.push(format!("{}: {} lies outside", door.title, stop.what));
        }
        // Backwards it goes round, too.
        for _ in 0..=stops.len() {
            desktop.press_with(Modifiers::SHIFT, Key::Tab);
            let focused = desktop.harness.ctx.memory(|memory| memory.focused());
            let inside = focused.is_some_and(|id| stops.iter().any(|stop| stop.id == id.value()));
            assert!(inside || focused.is_none(), "{}: backwards", door.title);
        }
    }
    assert!(findings.is_empty(), "{} findings:\n{}", findings.len(), findings.join("\n"));
}

#[test]
fn an_order_against_the_eye_and_a_focus_without_frame_are_found() {
    let stop = |id, x: f32, y: f32| Stop {
        id,
        what: format!("{id}"),
        role: Role::Button,
        rect: Rect::from_min_size(pos2(x, y), [50.0, 20.0].into()),
    };
    let against = |one, next| is_against_the_eye(&one, &next);
    assert!(
        !against(stop(1, 0.0, 0.0), stop(2, 60.0, 0.0)) && !against(stop(1, 60.0, 0.0), stop(2, 0.0, 40.0))
    );
    assert!(!against(stop(1, 0.0, 90.0), stop(2, 210.0, 0.0)), "the next column");
    assert!(against(stop(1, 0.0, 40.0), stop(2, 0.0, 0.0)) && against(stop(1, 60.0, 0.0), stop(2, 0.0, 0.0)));
    assert!(!shows_focus(&[], &stop(1, 0.0, 0.0)));
}
