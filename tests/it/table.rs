//! The client table and its search, in the whole window: search is the door.

use std::sync::Arc;

use comptoir::clock::Clock;
use comptoir::domain::address::Address;
use comptoir::domain::client::{Client, ClientId, Status};
use comptoir::domain::command::{ClientCommand, Command, Import, Registration};
use comptoir::domain::phone::Phone;
use comptoir::domain::setup::{HOME, Setup};
use comptoir::format::Format;
use comptoir::jobs::{Request, build_index, keep_shown_rows};
use comptoir::search::{Index, Reading};
use comptoir::store::Reader;
use comptoir::text::{Language, Text};
use comptoir::ui::ctx::Ctx;
use comptoir::ui::screens::Clients;
use eframe::egui::accesskit::{Role, SortDirection, Toggled};
use eframe::egui::{Key, Ui, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::support::book::{company, test_book};
use crate::support::desktop::{Desktop, today};
use crate::support::hands::registration;
use crate::support::stage::{Stage, press, stage};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn client(name: &str, contact: &str, city: &str, phone: &str) -> Client {
    let mut client = company(name);
    client.contact.last_name = contact.to_owned();
    client.phone = Phone::parse(phone, "FR");
    let street = "1 rue du Four".to_owned();
    client.address =
        Address { city: city.to_owned(), street, postcode: "75006".to_owned(), ..Address::default() };
    client.email = format!("{}@example.org", client.address.city.to_lowercase());
    client
}

/// Five clients: one archived, one with something missing, one with something doubted.
fn five() -> Vec<Registration> {
    let archived =
        Client { status: Status::Archived, ..client("Étoile Lefèvre", "Roy", "Amiens", "0322000001") };
    let incomplete =
        Client { email: String::new(), ..client("Du monde entier", "Labrune", "Nantes", "0240678888") };
    let doubted = Client {
        email: "roulet@".to_owned(),
        ..client("La maison d’Asie", "Roulet", "Toulouse", "0561776110")
    };
    vec![
        registration(client("Boulangerie Lefèvre", "Yvon", "Paris", "0142603030"), ""),
        registration(doubted, ""),
        registration(archived, ""),
        registration(
            client("Transports Meyer", "Colin", "Colmar", "0389412007"),
            "livrer aussi chez Lefèvre, rue du Four",
        ),
        registration(incomplete, ""),
    ]
}

const SHOWN: [&str; 4] = ["Boulangerie Lefèvre", "Du monde entier", "La maison d’Asie", "Transports Meyer"];

/// So many clients, "Client 00001" the first.
fn many(count: usize) -> Vec<Registration> {
    (1..=count).map(|n| registration(company(&format!("Client {n:05}")), "")).collect()
}

fn direction(desktop: &Desktop, column: &str) -> Option<SortDirection> {
    let head = desktop.node(Role::ColumnHeader, column);
    head.accesskit_node().data().sort_direction()
}

#[test]
fn typing_with_no_field_focused_goes_to_the_search_from_the_first_letter_on() {
    let mut desktop = Desktop::holding(five());
    assert_eq!(desktop.current().as_deref(), Some("Boulangerie Lefèvre"));
    desktop.enter("lef");
    assert_eq!(desktop.sought(), "lef");
    assert_eq!(desktop.focused().map(|(role, _)| role), Some(Role::SearchInput));
    desktop.press(Key::Escape);
    assert_eq!(desktop.sought(), "");
    desktop.enter("é");
    desktop.enter("t 0");
    assert_eq!(desktop.sought(), "ét 0");
    desktop.press(Key::Escape);
    desktop.paste("  01 42 60\n");
    assert_eq!(desktop.sought(), "01 42 60");
    assert_eq!(desktop.rows()[0], "Boulangerie Lefèvre");
}

#[test]
fn from_a_button_too_and_a_space_alone_is_no_search() {
    let mut desktop = Desktop::holding(five());
    desktop.press(Key::Tab);
    assert_ne!(desktop.focused().map(|(role, _)| role), Some(Role::Row));
    desktop.enter("asie");
    assert_eq!(desktop.sought(), "asie");
    desktop.press(Key::Escape);
    desktop.enter(" ");
    assert_eq!(desktop.sought(), "");
}

#[test]
fn arrow_and_enter_open_a_row_and_escape_comes_back_to_where_one_was() {
    let mut desktop = Desktop::holding(five());
    desktop.enter("lefevre");
    assert_eq!(desktop.rows()[..2], ["Boulangerie Lefèvre", "Transports Meyer"]);
    desktop.press(Key::ArrowDown);
    assert_eq!(desktop.current().as_deref(), Some("Boulangerie Lefèvre"));
    desktop.press(Key::ArrowDown);
    assert_eq!(desktop.current().as_deref(), Some("Transports Meyer"));
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Heading, "Transports Meyer"));
    assert!(!desktop.has(Role::Grid, "Tableau des clients"));
    desktop.press(Key::Escape);
    assert_eq!(desktop.sought(), "lefevre");
    assert_eq!(desktop.current().as_deref(), Some("Transports Meyer"));
    desktop.press(Key::Enter);
    desktop.button("Retour");
    assert_eq!(desktop.current().as_deref(), Some("Transports Meyer"));
    // The second Escape empties the search.
    desktop.press(Key::Escape);
    assert_eq!(desktop.sought(), "");
    assert_eq!(desktop.rows(), SHOWN);
    assert!(desktop.current().is_some());
}

#[test]
fn one_comes_back_to_the_same_place_in_a_long_table() {
    let mut desktop = Desktop::holding(many(500));
    desktop.press(Key::End);
    for _ in 0..3 {
        desktop.press(Key::ArrowUp);
    }
    let (rows, current) = (desktop.rows(), desktop.current());
    assert_eq!(current.as_deref(), Some("Client 00497"));
    assert_eq!(rows.last().map(String::as_str), Some("Client 00500"));
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Heading, "Client 00497"));
    desktop.press(Key::Escape);
    assert_eq!((desktop.rows(), desktop.current()), (rows, current));
}

#[test]
fn enter_in_the_search_leads_to_the_first_match_and_escape_empties_it() {
    let mut desktop = Desktop::holding(five());
    desktop.ctrl(Key::F);
    desktop.enter("monde");
    desktop.press(Key::Enter);
    assert_eq!(desktop.current().as_deref(), Some("Du monde entier"));
    desktop.ctrl(Key::F);
    desktop.press(Key::Escape);
    assert_eq!(desktop.sought(), "");
    assert_eq!(desktop.rows(), SHOWN);
    assert_eq!(desktop.current().as_deref(), Some(SHOWN[0]));
}

#[test]
fn the_cross_empties_the_search_and_one_goes_on_typing() {
    let mut desktop = Desktop::holding(five());
    desktop.enter("zzz");
    desktop.button("Effacer la recherche");
    assert_eq!(desktop.sought(), "");
    desktop.enter("asie");
    assert_eq!(desktop.rows()[0], "La maison d’Asie");
}

#[test]
fn the_last_row_registers_what_was_sought() {
    let mut desktop = Desktop::holding(five());
    assert!(!desktop.rows().iter().any(|row| row.starts_with("Créer")));
    desktop.enter("meyer");
    assert_eq!(desktop.rows().last().map(String::as_str), Some("Créer «\u{a0}meyer\u{a0}»"));
    desktop.press(Key::Escape);
    for (sought, field) in
        [("Zorba Frères", "Raison sociale"), ("06 11 22 33 44", "Téléphone"), ("zorba@exemple.fr", "E-mail")]
    {
        desktop.paste(sought);
        assert_eq!(desktop.rows(), [format!("Créer «\u{a0}{sought}\u{a0}»")]);
        assert!(desktop.reads("Aucun résultat"));
        desktop.press(Key::ArrowDown);
        desktop.press(Key::Enter);
        assert!(desktop.has(Role::Heading, "Nouveau client"));
        let fields = desktop.harness.query_all_by(|node| node.value().as_deref() == Some(sought));
        let named: Vec<_> = fields.filter_map(|node| node.accesskit_node().label()).collect();
        assert!(named.iter().any(|name| name.starts_with(field)), "{sought}: {named:?}");
        desktop.press(Key::Escape);
        desktop.press(Key::Escape);
        desktop.press(Key::Escape);
        assert_eq!(desktop.sought(), "");
    }
}

#[test]
fn where_it_was_found_is_said_and_the_archived_come_last() {
    let mut desktop = Desktop::holding(five());
    desktop.enter("lefevre");
    let rows = desktop.rows();
    assert_eq!(rows.len(), 5, "{rows:?}");
    assert_eq!(rows[1], "Transports Meyer");
    assert!(rows[2].starts_with("dans une note d"), "{rows:?}");
    assert!(rows[2].contains("chez Lefèvre"), "{rows:?}");
    assert_eq!(rows[3], "Étoile Lefèvre");
    assert!(desktop.reads("3 résultats"));
    assert!(desktop.reads("3 sur 5"));
    // The line below leads to the client above.
    desktop.click(Role::Row, &rows[2]);
    assert!(desktop.has(Role::Heading, "Transports Meyer"));
}

#[test]
fn near_names_stand_apart_below_who_matches_as_typed() {
    let mut clients = five();
    clients.push(registration(client("Lefebvre Menuiserie", "Roy", "Lyon", "0478301152"), ""));
    let mut desktop = Desktop::holding(clients);
    desktop.enter("lefevre");
    let rows = desktop.rows();
    assert_eq!(
        rows[3..],
        ["Étoile Lefèvre", "Noms proches", "Lefebvre Menuiserie", "Créer «\u{a0}lefevre\u{a0}»"]
    );
    assert!(desktop.reads("3 résultats, 1 proche"));
    assert!(desktop.reads("4 sur 6"));
    // All are those who match as typed; a near one is selected by itself.
    desktop.click(Role::CheckBox, "Tout sélectionner");
    assert!(desktop.reads("3 clients sélectionnés"), "{:?}", desktop.texts());
    // Nothing as typed: the first that one comes to is a client, no heading.
    desktop.press(Key::Escape);
    desktop.enter("lefevbre");
    assert_eq!(desktop.rows()[0], "Noms proches");
    assert!(desktop.reads("Aucun résultat, 3 proches"), "{:?}", desktop.texts());
    desktop.press(Key::ArrowDown);
    assert_eq!(desktop.current().as_deref(), Some("Boulangerie Lefèvre"));
    desktop.press(Key::ArrowUp);
    assert_eq!(desktop.current().as_deref(), Some("Boulangerie Lefèvre"));
    desktop.press(Key::End);
    assert_eq!(desktop.current().as_deref(), Some("Créer «\u{a0}lefevbre\u{a0}»"));
    desktop.press(Key::ArrowUp);
    desktop.press(Key::Enter);
    assert!(desktop.has(Role::Heading, "Étoile Lefèvre"));
}

#[test]
fn a_filter_is_chosen_and_removed() {
    let mut desktop = Desktop::holding(five());
    for (state, rows) in [
        ("Archivé", vec!["Étoile Lefèvre"]),
        ("À compléter", vec!["Du monde entier"]),
        ("À vérifier", vec!["La maison d’Asie"]),
        ("Actif", SHOWN.to_vec()),
    ] {
        desktop.button("État");
        desktop.click(Role::MenuItem, state);
        assert_eq!(desktop.rows(), rows, "{state}");
        assert!(desktop.reads(&format!("Retirer le filtre {state}")));
        desktop.button(state);
        assert_eq!(desktop.rows(), SHOWN);
    }
}

#[test]
fn a_filter_and_a_query_hold_together_and_escape_closes_an_open_menu_first() {
    let mut desktop = Desktop::holding(five());
    desktop.enter("lefevre");
    desktop.press(Key::ArrowDown);
    desktop.button("État");
    desktop.press(Key::Escape);
    assert_eq!(desktop.sought(), "lefevre");
    assert!(!desktop.has(Role::MenuItem, "Archivé"));
    desktop.button("État");
    desktop.click(Role::MenuItem, "Archivé");
    assert_eq!(desktop.rows(), ["Étoile Lefèvre", "Créer «\u{a0}lefevre\u{a0}»"]);
}

#[test]
fn each_column_orders_by_click_and_by_keyboard() {
    let mut desktop = Desktop::holding(five());
    assert_eq!(direction(&desktop, "Nom"), Some(SortDirection::Ascending));
    let orders = [
        ("Contact principal", "Transports Meyer", "Boulangerie Lefèvre"),
        ("Ville", "Transports Meyer", "La maison d’Asie"),
        ("Téléphone", "Boulangerie Lefèvre", "La maison d’Asie"),
        ("État", "La maison d’Asie", "Transports Meyer"),
        ("Nom", "Boulangerie Lefèvre", "Transports Meyer"),
    ];
    for (column, first, last) in orders {
        desktop.click(Role::ColumnHeader, column);
        let rows = desktop.rows();
        assert_eq!((rows[0].as_str(), rows[3].as_str()), (first, last), "{column}");
        assert_eq!(direction(&desktop, column), Some(SortDirection::Ascending));
        assert!(desktop.reads(&format!("Tri\u{a0}: {column}")));
        desktop.click(Role::ColumnHeader, column);
        assert_eq!(direction(&desktop, column), Some(SortDirection::Descending));
        assert_eq!(
            desktop.rows()[0],
            if column == "État" { "Boulangerie Lefèvre" } else { last },
            "{column}"
        );
        assert_eq!(desktop.rows().len(), 4);
    }
    // From the head that was clicked the arrows lead to the next ones.
    let head = desktop.node(Role::ColumnHeader, "Nom");
    head.focus();
    desktop.harness.run();
    desktop.press(Key::ArrowRight);
    desktop.press(Key::ArrowRight);
    desktop.press(Key::Enter);
    assert_eq!(direction(&desktop, "Ville"), Some(SortDirection::Ascending));
    assert_eq!(direction(&desktop, "Nom"), None);
}

#[test]
fn order_and_widths_come_back_in_the_next_window() {
    let mut desktop = Desktop::holding(five());
    desktop.click(Role::ColumnHeader, "Ville");
    desktop.click(Role::ColumnHeader, "Ville");
    let width = |desktop: &Desktop| desktop.node(Role::ColumnHeader, "Nom").rect().width();
    let before = width(&desktop);
    let head = desktop.node(Role::ColumnHeader, "Contact principal").rect();
    // The edge between the first two columns.
    let edge = pos2(head.left() - 10.0, head.center().y);
    desktop.harness.drag_at(edge);
    desktop.harness.run();
    desktop.harness.hover_at(edge - vec2(60.0, 0.0));
    desktop.harness.run();
    desktop.harness.drop_at(edge - vec2(60.0, 0.0));
    desktop.harness.run();
    let after = width(&desktop);
    assert!(after < before - 40.0, "{before} {after}");
    let rows = desktop.rows();
    let desktop = Desktop::with(Language::Fr, SIZE, desktop.close());
    assert_eq!(direction(&desktop, "Ville"), Some(SortDirection::Descending));
    assert_eq!(desktop.rows(), rows);
    assert_eq!(width(&desktop), after);
}

#[test]
fn space_selects_and_the_head_selects_all() {
    let mut desktop = Desktop::holding(five());
    let toggled =
        |desktop: &Desktop, name: &str| desktop.node(Role::CheckBox, name).accesskit_node().toggled();
    assert!(!desktop.reads("sélectionné"));
    desktop.press(Key::Space);
    assert_eq!(toggled(&desktop, SHOWN[0]), Some(Toggled::True));
    assert!(desktop.reads("1 client sélectionné"));
    assert_eq!(toggled(&desktop, "Tout sélectionner"), Some(Toggled::Mixed));
    desktop.click(Role::CheckBox, "Tout sélectionner");
    assert!(desktop.reads("4 clients sélectionnés"));
    assert_eq!(toggled(&desktop, "Tout sélectionner"), Some(Toggled::True));
    // What is selected stays so while one looks for more; all means all that are shown.
    desktop.enter("étoile");
    assert_eq!(toggled(&desktop, "Tout sélectionner"), Some(Toggled::False));
    desktop.click(Role::CheckBox, "Tout sélectionner");
    assert!(desktop.reads("5 clients sélectionnés"));
    desktop.click(Role::CheckBox, "Tout sélectionner");
    assert!(desktop.reads("4 clients sélectionnés"));
    desktop.press(Key::Escape);
    desktop.click(Role::CheckBox, "Tout sélectionner");
    assert!(!desktop.reads("sélectionné"));
}

#[test]
fn a_long_table_stands_from_its_first_row_to_its_last() {
    let mut desktop = Desktop::holding(many(20_000));
    assert!(desktop.reads("20\u{202f}000 clients"));
    assert_eq!(desktop.rows()[0], "Client 00001");
    desktop.press(Key::End);
    assert_eq!(desktop.current().as_deref(), Some("Client 20000"));
    let grid = desktop.node(Role::Grid, "Tableau des clients").rect();
    let last = desktop.node(Role::Row, "Client 20000").rect();
    assert_eq!(last.bottom(), grid.bottom());
    desktop.press(Key::Home);
    assert_eq!(desktop.current().as_deref(), Some("Client 00001"));
    desktop.enter("19999");
    assert_eq!(desktop.rows()[0], "Client 19999");
}

#[test]
fn the_place_in_the_table_comes_back_in_the_next_window() {
    let mut desktop = Desktop::holding(many(500));
    for _ in 0..12 {
        desktop.press(Key::PageDown);
    }
    let rows = desktop.rows();
    assert_ne!(rows[0], "Client 00001");
    let desktop = Desktop::with(Language::Fr, SIZE, desktop.close());
    assert_eq!(desktop.rows()[0], rows[0]);
    assert_eq!(desktop.current().as_ref(), Some(&rows[0]));
}

#[test]
fn an_empty_book_offers_three_ways() {
    let mut desktop = Desktop::new();
    assert!(desktop.has(Role::Heading, "Votre carnet est vide"));
    assert!(!desktop.has(Role::Grid, "Tableau des clients"));
    // Nothing is sought where no search is.
    desktop.enter("zorba");
    desktop.button("Nouveau client");
    assert!(desktop.has(Role::Heading, "Nouveau client"));
    desktop.press(Key::Escape);
    let file = desktop.folder.path().join("clients.csv");
    std::fs::write(&file, "Raison sociale\nZorba\nAsie\n").unwrap();
    desktop.will_choose(&file);
    desktop.button("Importer un fichier…");
    assert!(desktop.reads("2 à ajouter"));
    desktop.press(Key::Escape);
    desktop.button("Essayer avec un exemple");
    assert!(desktop.reads("Exemple"));
    assert!(desktop.has(Role::Grid, "Tableau des clients"));
    assert_eq!(desktop.sought(), "");
    assert!(!desktop.rows().is_empty());
}

#[test]
fn a_phone_number_is_copied_by_a_click() {
    let mut desktop = Desktop::holding(five());
    assert_eq!(desktop.copy(Role::GridCell, "01 42 60 30 30").as_deref(), Some("01 42 60 30 30"));
    assert_eq!(desktop.said().as_deref(), Some("Copié"));
    assert!(desktop.has(Role::Grid, "Tableau des clients"));
}

/// A table as it is while a book is being opened: the index comes when the test says so.
struct Opening {
    clients: Clients,
    text: Text,
    format: Format,
    clock: Clock,
    reader: Reader,
    setup: Setup,
    index: Option<Index>,
}

fn draw_opening(ui: &mut Ui, opening: &mut Opening) {
    let ctx = Ctx {
        text: &opening.text,
        format: &opening.format,
        clock: &opening.clock,
        reader: &opening.reader,
        index: opening.index.as_ref(),
        revision: 1,
        setup: &opening.setup,
        seconds: 0.0,
    };
    opening.clients.refresh(&ctx);
    opening.clients.ui(ui, &ctx, &[], false);
}

/// A window that opens a book of 200 clients; kept are the rows shown last.
fn opening(kept: &[u64]) -> Harness<'static, Stage<Opening>> {
    let mut book = test_book();
    let import = Import { added: many(200), updated: Vec::new() };
    book.apply(&Command::Client(ClientCommand::Import(import)));
    let kept: Vec<ClientId> = kept.iter().copied().map(ClientId).collect();
    let Request::Scratch { key, value } = keep_shown_rows(&kept) else { panic!() };
    book.writer.scratch(&key, value.as_deref()).unwrap();
    let (text, format, clock) = (Text::load(Language::Fr), Format::of(Language::Fr), Clock::fixed(today()));
    let mut clients = Clients::default();
    let (reader, index, setup) = (book.reader.clone(), None, Setup::new(HOME));
    let at = Ctx {
        text: &text,
        format: &format,
        clock: &clock,
        reader: &reader,
        index,
        revision: 1,
        setup: &setup,
        seconds: 0.0,
    };
    clients.opened(&at);
    stage(
        Opening { clients, text, format, clock, reader, setup: Setup::new(HOME), index: None },
        draw_opening,
    )
}

fn shown(window: &Harness<'static, Stage<Opening>>) -> Vec<String> {
    let rows = window.query_all_by_role(Role::Row);
    rows.filter_map(|row| row.accesskit_node().label()).filter(|name| !name.is_empty()).collect()
}

fn arrive(window: &mut Harness<'static, Stage<Opening>>) {
    let reading = Arc::new(Reading::new("fr", Setup::new(HOME)));
    let snapshot = window.state().state.reader.snapshot().unwrap();
    window.state_mut().state.index = Some(build_index(&snapshot, reading).unwrap());
    window.run();
}

#[test]
fn the_rows_shown_last_are_there_before_the_index_and_stay_where_they_are() {
    let mut window = opening(&[101, 102, 103]);
    assert_eq!(shown(&window), ["Client 00101", "Client 00102", "Client 00103"]);
    press(&mut window, Key::ArrowDown);
    arrive(&mut window);
    assert_eq!(shown(&window)[..3], ["Client 00101", "Client 00102", "Client 00103"]);
    assert!(window.get_by_role_and_label(Role::Row, "Client 00102").is_focused());
}

#[test]
fn with_no_rows_kept_the_first_is_current_once_there_are_rows() {
    let mut window = opening(&[]);
    assert_eq!(shown(&window), [""; 0]);
    arrive(&mut window);
    assert_eq!(shown(&window)[0], "Client 00001");
    assert!(window.get_by_role_and_label(Role::Row, "Client 00001").is_focused());
}
