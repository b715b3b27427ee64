//! The grid with a million rows, by keyboard, mouse and screen reader.

use std::borrow::Cow;
use std::collections::BTreeSet;

use comptoir::ui::icons;
use comptoir::ui::theme::{regular, size};
use comptoir::ui::widgets::check::Mark;
use comptoir::ui::widgets::grid::{Cell, Column, Grid, GridEvent, GridModel, GridState, RowKind, Sort};
use eframe::egui::accesskit::{Role, SortDirection, Toggled};
use eframe::egui::{
    Event, Id, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TouchPhase, UiBuilder,
    pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::stage::{Stage, press, stage};

const MILLION: usize = 1_000_000;

struct Table {
    rows: Rows,
    grid: GridState,
    events: Vec<GridEvent>,
    widths: Vec<f32>,
    sort: Option<(usize, Sort)>,
    /// Built as behind a dialog.
    behind: bool,
    /// Without boxes.
    plain: bool,
}

#[derive(Default)]
struct Rows {
    len: usize,
    selected: BTreeSet<usize>,
    heading: Option<usize>,
    action: Option<usize>,
    prepared: Vec<(usize, usize)>,
}

impl GridModel for Rows {
    fn len(&self) -> usize {
        self.len
    }

    fn prepare(&mut self, rows: std::ops::Range<usize>) {
        self.prepared.push((rows.start, rows.end));
    }

    fn id(&self, row: usize) -> u64 {
        u64::try_from(row).map_or(u64::MAX, |row| row + 7)
    }

    fn name(&self, row: usize) -> Cow<'_, str> {
        match self.kind(row) {
            RowKind::Heading => "Noms proches".into(),
            RowKind::Full => "Créer « lefevre »".into(),
            RowKind::Record => format!("Client {row}").into(),
        }
    }

    fn kind(&self, row: usize) -> RowKind {
        if self.heading == Some(row) {
            RowKind::Heading
        } else if self.action == Some(row) {
            RowKind::Full
        } else {
            RowKind::Record
        }
    }

    fn selected(&self, row: usize) -> bool {
        self.selected.contains(&row)
    }

    fn cell(&self, cell: &Cell<'_>, row: usize, column: usize) -> bool {
        let text = self.text(row, column);
        match column {
            0 => cell.name(&text, self.id(row), &[]),
            2 => cell.pills(&[("Grossistes", cell.tokens().tint(0)), ("Détaillants", cell.tokens().tint(1))]),
            _ => cell.text(&text, regular(size::BODY), cell.tokens().text),
        }
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        match column {
            0 => self.name(row),
            1 => format!("01 42 60 30 {:02}", row % 100).into(),
            2 => "Grossistes, Détaillants".into(),
            _ => "1 240,00 €".into(),
        }
    }

    fn full(&self, cell: &Cell<'_>, row: usize) -> bool {
        cell.action(icons::PLUS, &self.name(row))
    }
}

fn table(rows: Rows) -> Harness<'static, Stage<Table>> {
    let widths = vec![250.0, 150.0, 150.0, 150.0];
    let table = Table {
        rows,
        grid: GridState::default(),
        events: Vec::new(),
        widths,
        sort: None,
        behind: false,
        plain: false,
    };
    stage(table, |ui, table| {
        let [name, phone, categories, balance] = table.widths[..] else { panic!() };
        let way = |column| table.sort.filter(|(sorted, _)| *sorted == column).map(|(_, way)| way);
        let columns = [
            Column::new("Nom", name).min(120.0).sortable(way(0)),
            Column::new("Téléphone", phone),
            Column::new("Catégories", categories),
            Column::new("Solde", balance).right().sortable(way(3)),
        ];
        let mark = if table.rows.selected.is_empty() { Mark::Off } else { Mark::Some };
        let mut grid = Grid::new(Id::unique("grid"), "Clients", &columns);
        if !table.plain {
            grid = grid.selects("Tout sélectionner", mark);
        }
        let mut page =
            ui.new_child(if table.behind { UiBuilder::new().disabled() } else { UiBuilder::new() });
        for event in grid.show(&mut page, &mut table.grid, &mut table.rows) {
            match &event {
                GridEvent::Resized(widths) => table.widths.clone_from(widths),
                GridEvent::Sort(column) => table.sort = Some((*column, Sort::Down)),
                GridEvent::Toggle(row) if table.rows.selected.contains(row) => {
                    table.rows.selected.remove(row);
                }
                GridEvent::Toggle(row) => {
                    table.rows.selected.insert(*row);
                }
                GridEvent::Range { from, to } => {
                    table.rows.selected = (*from.min(to)..=*from.max(to)).collect();
                }
                _ => {}
            }
            table.events.push(event);
        }
    })
}

fn million() -> Harness<'static, Stage<Table>> {
    let mut window = table(Rows { len: MILLION, ..Rows::default() });
    press(&mut window, Key::Tab);
    window
}

fn events(window: &mut Harness<'static, Stage<Table>>) -> Vec<GridEvent> {
    std::mem::take(&mut window.state_mut().state.events)
}

fn current(window: &Harness<'static, Stage<Table>>) -> Option<usize> {
    window.state().state.grid.current()
}

/// A place in a row that is neither name nor box.
fn beside(window: &Harness<'static, Stage<Table>>, name: &str) -> Pos2 {
    pos2(500.0, window.get_by_role_and_label(Role::Row, name).rect().center().y)
}

fn click_at(window: &mut Harness<'static, Stage<Table>>, at: Pos2, modifiers: Modifiers) {
    window.event(Event::PointerMoved(at));
    window.event(Event::ModifiersChanged(modifiers));
    for pressed in [true, false] {
        window.event(Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers });
    }
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    // So that the next click is no second one of a double click.
    window.run_steps(4);
}

#[test]
fn end_reaches_the_millionth_row_and_it_stands_where_the_first_does() {
    let mut window = million();
    let first = window.get_by_role_and_label(Role::Row, "Client 0").rect();
    press(&mut window, Key::End);
    assert_eq!(current(&window), Some(999_999));
    let last = window.get_by_role_and_label(Role::Row, "Client 999999").rect();
    assert_eq!(last.size(), first.size());
    assert_eq!(last.x_range(), first.x_range());
    let grid = window.get_by_role_and_label(Role::Grid, "Clients").rect();
    assert_eq!((last.bottom(), grid.top()), (grid.bottom(), first.top() - 33.0));
    // Every row a whole row from the next, on whole points, as at the beginning.
    let before = window.get_by_role_and_label(Role::Row, "Client 999998").rect();
    assert_eq!((before.top(), before.bottom()), (last.top() - 36.0, last.top()));
    let places = [first.top(), last.top()].map(|y| y.fract().abs() < 1e-3);
    assert_eq!(places, [true, true]);
    press(&mut window, Key::Home);
    assert_eq!(window.get_by_role_and_label(Role::Row, "Client 0").rect(), first);
    assert_eq!(current(&window), Some(0));
}

#[test]
fn only_visible_rows_are_asked_for() {
    let mut window = million();
    assert_eq!(window.state().state.rows.prepared.last(), Some(&(0, 16)));
    press(&mut window, Key::End);
    let (first, end) = *window.state().state.rows.prepared.last().unwrap();
    assert_eq!(end, MILLION);
    assert_eq!(end - first, 16);
    assert_eq!(window.query_all_by_role(Role::Row).count(), 16 + 1);
}

#[test]
fn arrows_and_pages_move_the_current_row() {
    let mut window = million();
    press(&mut window, Key::ArrowDown);
    assert_eq!(current(&window), Some(0));
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowUp);
    assert_eq!(current(&window), Some(1));
    press(&mut window, Key::PageDown);
    assert_eq!(current(&window), Some(15));
    press(&mut window, Key::PageUp);
    press(&mut window, Key::PageUp);
    assert_eq!(current(&window), Some(0));
    let row = window.get_by_role_and_label(Role::Row, "Client 0");
    assert!(row.is_focused());
}

#[test]
fn enter_opens_and_space_selects_the_current_row() {
    let mut window = million();
    press(&mut window, Key::Enter);
    assert_eq!(events(&mut window), []);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    press(&mut window, Key::Space);
    assert_eq!(events(&mut window), [GridEvent::Open(1), GridEvent::Toggle(1)]);
    let row = window.get_by_role_and_label(Role::Row, "Client 1");
    assert_eq!(row.accesskit_node().is_selected(), Some(true));
    let other = window.get_by_role_and_label(Role::Row, "Client 2");
    assert_eq!(other.accesskit_node().is_selected(), Some(false));
}

#[test]
fn shift_extends_the_selection_from_where_it_began() {
    let mut window = million();
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.run();
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.run();
    let asked = [GridEvent::Range { from: 1, to: 2 }, GridEvent::Range { from: 1, to: 3 }];
    assert_eq!(events(&mut window), asked);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    assert_eq!(events(&mut window), [GridEvent::All]);
}

#[test]
fn a_click_on_the_name_opens_and_elsewhere_makes_current() {
    let mut window = million();
    let name = window.get_by_role_and_label(Role::GridCell, "Client 3").rect().center();
    click_at(&mut window, name, Modifiers::NONE);
    assert_eq!(events(&mut window), [GridEvent::Open(3)]);
    let other = beside(&window, "Client 5");
    click_at(&mut window, other, Modifiers::NONE);
    assert_eq!(events(&mut window), [GridEvent::Cell { row: 5, column: 2 }]);
    assert_eq!(current(&window), Some(5));
    // The click has the grid's focus: the arrows go on from there.
    press(&mut window, Key::ArrowDown);
    assert_eq!(current(&window), Some(6));
}

#[test]
fn a_double_click_opens() {
    let mut window = million();
    let pos = beside(&window, "Client 4");
    window.hover_at(pos);
    window.run();
    for _ in 0..2 {
        // Down and up in one pass: two clicks within the quarter of a second that a pass takes here.
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            window.input_mut().events.push(Event::PointerButton { pos, button, pressed, modifiers });
        }
        window.step();
    }
    assert_eq!(events(&mut window), [GridEvent::Cell { row: 4, column: 2 }, GridEvent::Open(4)]);
}

#[test]
fn boxes_and_modified_clicks_select() {
    let mut window = million();
    window.get_by_role_and_label(Role::CheckBox, "Client 2").click();
    window.run();
    assert_eq!(events(&mut window), [GridEvent::Toggle(2)]);
    let row = window.get_by_role_and_label(Role::CheckBox, "Client 2");
    assert_eq!(row.accesskit_node().toggled(), Some(Toggled::True));
    // The keys go on from the box that was clicked.
    press(&mut window, Key::ArrowDown);
    assert_eq!(current(&window), Some(3));
    window.state_mut().state.grid.set_current(Some(2));
    let all = window.get_by_role_and_label(Role::CheckBox, "Tout sélectionner");
    assert_eq!(all.accesskit_node().toggled(), Some(Toggled::Mixed));
    let at = beside(&window, "Client 4");
    click_at(&mut window, at, Modifiers::SHIFT);
    let at = beside(&window, "Client 5");
    click_at(&mut window, at, Modifiers::SHIFT);
    let at = beside(&window, "Client 6");
    click_at(&mut window, at, Modifiers::COMMAND);
    window.get_by_role_and_label(Role::CheckBox, "Tout sélectionner").click();
    window.run();
    let ranges = [4, 5].map(|to| GridEvent::Range { from: 2, to });
    let asked = [ranges.as_slice(), &[GridEvent::Toggle(6), GridEvent::All]].concat();
    assert_eq!(events(&mut window), asked);
}

#[test]
fn a_head_asks_for_an_order_by_mouse_and_keyboard() {
    let mut window = million();
    window.get_by_role_and_label(Role::ColumnHeader, "Solde").click();
    window.run();
    assert_eq!(events(&mut window), [GridEvent::Sort(3)]);
    let head = window.get_by_role_and_label(Role::ColumnHeader, "Solde");
    assert_eq!(head.accesskit_node().data().sort_direction(), Some(SortDirection::Descending));
    window.get_by_role_and_label(Role::ColumnHeader, "Téléphone").click();
    window.run();
    assert_eq!(events(&mut window), []);
    press(&mut window, Key::Home);
}

#[test]
fn the_heads_are_one_tab_stop_and_the_arrows_lead_along_them() {
    let mut window = million();
    press(&mut window, Key::Tab);
    assert!(window.get_by_role_and_label(Role::CheckBox, "Tout sélectionner").is_focused());
    press(&mut window, Key::Tab);
    assert!(window.get_by_role_and_label(Role::ColumnHeader, "Nom").is_focused());
    press(&mut window, Key::Enter);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    assert!(window.get_by_role_and_label(Role::ColumnHeader, "Solde").is_focused());
    press(&mut window, Key::Enter);
    assert_eq!(events(&mut window), [GridEvent::Sort(0), GridEvent::Sort(3)]);
    press(&mut window, Key::ArrowLeft);
    assert!(window.get_by_role_and_label(Role::ColumnHeader, "Catégories").is_focused());
    press(&mut window, Key::ArrowDown);
    assert_eq!(current(&window), Some(0));
    assert!(window.get_by_role_and_label(Role::Row, "Client 0").is_focused());
}

#[test]
fn rows_are_no_tab_stops() {
    let mut window = million();
    assert!(window.get_by_role_and_label(Role::Grid, "Clients").is_focused());
    for _ in 0..3 {
        press(&mut window, Key::Tab);
    }
    assert!(window.get_by_role_and_label(Role::Grid, "Clients").is_focused());
}

#[test]
fn a_dragged_edge_changes_widths_that_still_fit() {
    let mut window = million();
    let before = window.state().state.widths.clone();
    let title = |window: &Harness<'static, Stage<Table>>, name: &str| {
        window.get_by_role_and_label(Role::ColumnHeader, name).rect()
    };
    let edge = pos2(title(&window, "Nom").right() + 10.0, title(&window, "Nom").center().y);
    let right = title(&window, "Solde").right();
    window.hover_at(edge);
    window.run();
    window.drag_at(edge);
    window.run();
    window.hover_at(edge + vec2(40.0, 0.0));
    window.run();
    window.drop_at(edge + vec2(40.0, 0.0));
    window.run();
    let asked = events(&mut window);
    assert!(matches!(asked.first(), Some(GridEvent::Resized(_))), "{asked:?}");
    assert!(asked.iter().all(|event| !matches!(event, GridEvent::Sort(_))));
    let after = window.state().state.widths.clone();
    assert_ne!(before, after);
    let moved = title(&window, "Téléphone").left() - edge.x - 10.0;
    assert!((moved - 40.0).abs() <= 1.0, "{moved}");
    assert!((title(&window, "Solde").right() - right).abs() < 1e-3);
}

#[test]
fn a_heading_is_passed_over_and_a_spanning_row_opens_anywhere() {
    let rows = Rows { len: 6, heading: Some(3), action: Some(5), ..Rows::default() };
    let mut window = table(rows);
    press(&mut window, Key::Tab);
    for _ in 0..4 {
        press(&mut window, Key::ArrowDown);
    }
    assert_eq!(current(&window), Some(4));
    press(&mut window, Key::ArrowUp);
    assert_eq!(current(&window), Some(2));
    let heading = window.get_by_role_and_label(Role::Row, "Noms proches").rect();
    click_at(&mut window, pos2(500.0, heading.center().y), Modifiers::NONE);
    assert_eq!(events(&mut window), []);
    assert_eq!(current(&window), Some(2));
    let create = beside(&window, "Créer « lefevre »");
    click_at(&mut window, create, Modifiers::NONE);
    press(&mut window, Key::Space);
    assert_eq!(events(&mut window), [GridEvent::Open(5)]);
    press(&mut window, Key::Enter);
    assert_eq!(events(&mut window), [GridEvent::Open(5)]);
}

#[test]
fn the_wheel_scrolls_by_its_points_and_stops_at_the_ends() {
    let mut window = million();
    let wheel = |window: &mut Harness<'static, Stage<Table>>, y: f32| {
        window.hover_at(pos2(400.0, 300.0));
        let unit = MouseWheelUnit::Point;
        let (phase, modifiers) = (TouchPhase::Move, Modifiers::NONE);
        window.event(Event::MouseWheel {
            unit,
            delta: vec2(0.0, y),
            phase,
            source: MouseWheelSource::Unknown,
            modifiers,
        });
        window.run_steps(30);
    };
    wheel(&mut window, -90.0);
    let (top, fraction) = window.state().state.grid.place();
    assert_eq!(top, 2);
    assert!((fraction - 0.5).abs() < 0.02, "{fraction}");
    wheel(&mut window, 500.0);
    assert_eq!(window.state().state.grid.place(), (0, 0.0));
}

#[test]
fn the_bar_dragged_to_its_end_shows_the_last_row() {
    let mut window = million();
    let grid = window.get_by_role_and_label(Role::Grid, "Clients").rect();
    let thumb = pos2(grid.right() - 5.0, grid.top() + 40.0);
    window.hover_at(thumb);
    window.run();
    window.drag_at(thumb);
    window.run();
    window.hover_at(pos2(thumb.x, grid.bottom() + 200.0));
    window.run();
    let last = window.get_by_role_and_label(Role::Row, "Client 999999").rect();
    assert!((last.bottom() - grid.bottom()).abs() < 1e-3);
    window.drop_at(pos2(thumb.x, grid.bottom() + 200.0));
    window.run();
    assert_eq!(events(&mut window), []);
}

#[test]
fn a_row_is_revealed_where_asked_and_the_place_is_come_back_to() {
    let mut window = million();
    window.state_mut().state.grid.go_to(500_000);
    window.run();
    window.get_by_role_and_label(Role::Row, "Client 500000");
    let place = window.state().state.grid.place();
    window.state_mut().state.grid.reset();
    window.run();
    assert_eq!((window.state().state.grid.place(), current(&window)), ((0, 0.0), None));
    window.state_mut().state.grid.set_place(place);
    window.run();
    assert_eq!(window.state().state.grid.place(), place);
    // Fewer rows than before: back to the last page, and what was current is no more.
    window.state_mut().state.grid.set_current(Some(900_000));
    window.state_mut().state.rows.len = 20;
    window.run();
    window.get_by_role_and_label(Role::Row, "Client 19");
    assert_eq!(current(&window), None);
}

#[test]
fn a_row_is_revealed_with_room_below_it_from_either_side() {
    for from in [0, 999_999] {
        let mut window = million();
        window.state_mut().state.grid.go_to(from);
        window.run();
        window.state_mut().state.grid.go_to_above(500_000, 3);
        window.run();
        let row = window.get_by_role_and_label(Role::Row, "Client 500000").rect();
        let below = window.get_by_role_and_label(Role::Row, "Client 500003").rect();
        let grid = window.get_by_role_and_label(Role::Grid, "Clients").rect();
        assert!(row.top() >= grid.top() && below.bottom() <= grid.bottom() + 1e-3, "from {from}");
        assert_eq!(current(&window), Some(500_000));
    }
    let mut window = million();
    window.state_mut().state.grid.go_to_above(999_999, 3);
    window.run();
    window.get_by_role_and_label(Role::Row, "Client 999999");
}

#[test]
fn the_tree_tells_counts_and_indices() {
    let mut window = million();
    press(&mut window, Key::End);
    let grid = window.get_by_role_and_label(Role::Grid, "Clients");
    let data = grid.accesskit_node();
    assert_eq!((data.data().row_count(), data.data().column_count()), (Some(MILLION + 1), Some(4)));
    assert_eq!(data.data().size_of_set(), Some(MILLION));
    assert!(data.is_multiselectable());
    let row = window.get_by_role_and_label(Role::Row, "Client 999999");
    assert_eq!(row.accesskit_node().data().row_index(), Some(MILLION));
    assert_eq!(row.accesskit_node().data().position_in_set(), Some(999_999));
    let phone = window.get_by_role_and_label(Role::GridCell, "01 42 60 30 99");
    assert_eq!(phone.accesskit_node().data().column_index(), Some(1));
    phone.click_accesskit();
    window.run();
    assert_eq!(events(&mut window), [GridEvent::Cell { row: 999_999, column: 1 }]);
    window.get_by_role_and_label(Role::GridCell, "Client 999999").click_accesskit();
    window.run();
    assert_eq!(events(&mut window), [GridEvent::Open(999_999)]);
}

#[test]
fn what_is_cut_shows_as_a_tooltip() {
    let mut window = million();
    let pills = window.get_all_by_role_and_label(Role::GridCell, "Grossistes, Détaillants");
    let at = pills.map(|cell| cell.rect().center()).next().unwrap();
    window.hover_at(at);
    window.run_steps(8);
    assert!(window.query_by_role(Role::Tooltip).is_some());
    let name = window.get_by_role_and_label(Role::GridCell, "Client 3").rect().center();
    window.hover_at(name);
    window.run_steps(8);
    assert!(window.query_by_role(Role::Tooltip).is_none());
}

#[test]
fn a_grid_behind_a_dialog_takes_nothing() {
    let mut window = million();
    window.state_mut().state.behind = true;
    window.run();
    for name in ["Client 1", "Client 2"] {
        window.get_by_role_and_label(Role::GridCell, name).click_accesskit();
        window.run();
        window.get_by_role_and_label(Role::GridCell, name).click();
        window.run();
    }
    window.get_by_role_and_label(Role::CheckBox, "Client 2").click_accesskit();
    window.run();
    window.get_by_role_and_label(Role::ColumnHeader, "Nom").click_accesskit();
    window.run();
    assert_eq!(events(&mut window), []);
    assert_eq!(current(&window), None);
}

#[test]
fn a_grid_without_boxes_selects_nothing() {
    let mut window = million();
    window.state_mut().state.plain = true;
    window.run();
    assert!(window.query_by_role(Role::CheckBox).is_none());
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Space);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    let at = beside(&window, "Client 4");
    click_at(&mut window, at, Modifiers::COMMAND);
    click_at(&mut window, at, Modifiers::SHIFT);
    let plain = GridEvent::Cell { row: 4, column: 2 };
    assert_eq!(events(&mut window), [plain.clone(), plain]);
    // The first column stands where the boxes would.
    let head = window.get_by_role_and_label(Role::ColumnHeader, "Nom").rect();
    assert!((head.left() - 24.0).abs() < 1e-3, "{head:?}");
}

#[test]
fn a_click_below_the_rows_has_the_focus() {
    let mut window = table(Rows { len: 2, ..Rows::default() });
    click_at(&mut window, pos2(400.0, 500.0), Modifiers::NONE);
    assert_eq!(events(&mut window), []);
    press(&mut window, Key::ArrowDown);
    assert_eq!(current(&window), Some(1));
    // Where all rows are in view there is no bar, and its place belongs to the row.
    let first = window.get_by_role_and_label(Role::Row, "Client 0").rect();
    click_at(&mut window, pos2(first.right() - 6.0, first.center().y), Modifiers::NONE);
    assert_eq!(current(&window), Some(0));
}

#[test]
fn a_place_beyond_a_row_is_that_of_the_next() {
    let mut window = million();
    window.state_mut().state.grid.set_place((3, 7.5));
    window.run();
    assert_eq!(window.state().state.grid.place(), (4, 0.0));
}

#[test]
fn the_thumb_stays_under_the_pointer_and_a_press_beside_it_leads_there() {
    let mut window = million();
    press(&mut window, Key::End);
    let end = window.state().state.grid.place();
    let grid = window.get_by_role_and_label(Role::Grid, "Clients").rect();
    let hold = |window: &mut Harness<'static, Stage<Table>>, y: f32| {
        let at = pos2(grid.right() - 5.0, y);
        window.hover_at(at);
        window.run();
        window.drag_at(at);
        window.run();
        window.drop_at(at);
        window.run();
    };
    hold(&mut window, grid.bottom() - 5.0);
    assert_eq!(window.state().state.grid.place(), end);
    hold(&mut window, grid.top() + 33.0 + (grid.height() - 33.0) / 2.0);
    let (top, _) = window.state().state.grid.place();
    assert!((490_000..510_000).contains(&top), "{top}");
    // Taken low on the thumb and drawn by ten points, it goes by ten points and not by the grip.
    window.state_mut().state.grid.set_place((500_000, 0.25));
    window.run();
    let (track, way) = (grid.top() + 35.0, grid.height() - 37.0 - 28.0);
    let low = pos2(grid.right() - 5.0, track + way / 2.0 + 20.0);
    window.hover_at(low);
    window.run();
    window.drag_at(low);
    window.run();
    assert_eq!(window.state().state.grid.place(), (500_000, 0.25));
    window.hover_at(low + vec2(0.0, 10.0));
    window.run();
    let (top, _) = window.state().state.grid.place();
    assert!((517_000..521_000).contains(&top), "{top}");
    window.drop_at(low);
    window.run();
}

#[test]
fn an_empty_grid_takes_keys_in_silence() {
    let mut window = table(Rows::default());
    press(&mut window, Key::Tab);
    for key in [Key::ArrowDown, Key::End, Key::Home, Key::Enter, Key::Space] {
        press(&mut window, key);
    }
    assert_eq!(events(&mut window), []);
    assert_eq!(current(&window), None);
}
