//! The client table, whole: filters by place and by what fields contain, columns that are dragged, saved views, several
//! clients at once, compact rows.

use comptoir::domain::address::Address;
use comptoir::domain::client::{Client, Status};
use comptoir::domain::command::{CategoryCommand, ClientCommand, Command, CustomFieldCommand, Import};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::files::settings::Settings;
use comptoir::search::{Filter, View, Views};
use comptoir::store::{self, Origin};
use comptoir::text::Language;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers, Pos2, pos2, vec2};
use egui_kittest::kittest::NodeT as _;

use crate::support::book::{company, stamp};
use crate::support::clerk::Clerk;
use crate::support::hands::registration;

fn client(name: &str, city: &str, postcode: &str, country: &str) -> Client {
    let address = Address {
        city: city.to_owned(),
        postcode: postcode.to_owned(),
        country: country.to_owned(),
        ..Address::default()
    };
    Client { address, ..company(name) }
}

fn import(clients: Vec<Client>) -> Command {
    let added = clients.into_iter().map(|client| registration(client, "")).collect();
    Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() }))
}

/// Four clients in three countries, the last one with a note.
fn spread() -> Vec<Command> {
    let last = registration(client("Dupont", "Lyon", "69002", "FR"), "à rappeler");
    let last = Command::Client(ClientCommand::Import(Import { added: vec![last], updated: Vec::new() }));
    let clients = vec![
        client("Asie", "Paris", "75006", "FR"),
        client("Bolido", "Paris", "75011", ""),
        client("Cactus", "Pforzheim", "75172", "DE"),
    ];
    vec![import(clients), last]
}

/// A text, an amount and a day.
fn valued() -> Vec<Command> {
    let field = |name: &str, kind| {
        let field = CustomField { name: name.to_owned(), kind, ..CustomField::default() };
        Command::CustomField(CustomFieldCommand::Create(field))
    };
    let with = |name: &str, custom: &[(u64, &str)]| {
        let custom = custom.iter().map(|(id, value)| (*id, (*value).to_owned()));
        Client { custom: custom.collect(), ..company(name) }
    };
    vec![
        field("Code", FieldKind::Text),
        field("Plafond", FieldKind::Amount),
        field("Depuis", FieldKind::Date),
        import(vec![
            with("Asie", &[(1, "Élite B12"), (2, "99.99"), (3, "2024-02-01")]),
            with("Bolido", &[(1, "b 13"), (2, "100.00")]),
            with("Cactus", &[(2, "2500.00"), (3, "2026-01-31")]),
        ]),
    ]
}

/// The rows in view, by name.
fn rows(clerk: &Clerk) -> Vec<String> {
    clerk.all_named(Role::Row).into_iter().filter(|name| !name.is_empty()).collect()
}

/// The heads from left to right.
fn heads(clerk: &Clerk) -> Vec<String> {
    clerk.all_named(Role::ColumnHeader)
}

fn selected(clerk: &Clerk) -> Vec<String> {
    let ticked = |name: &String| clerk.is_ticked(name);
    rows(clerk).into_iter().filter(ticked).collect()
}

fn tick(clerk: &mut Clerk, name: &str) {
    clerk.click(Role::MenuItemCheckBox, name);
}

/// Leaves a field in a list, and the list.
fn leave(clerk: &mut Clerk) {
    clerk.key(Key::Escape);
    clerk.key(Key::Escape);
}

#[test]
fn clients_are_filtered_by_country_and_city() {
    let mut clerk = Clerk::holding(&spread());
    clerk.press("Lieu");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["France · 3", "Allemagne · 1"]);
    tick(&mut clerk, "Allemagne · 1");
    clerk.key(Key::Escape);
    assert_eq!(rows(&clerk), ["Cactus"]);
    clerk.press("Pays\u{a0}: Allemagne");
    assert_eq!(rows(&clerk).len(), 4);
    clerk.press("Lieu");
    clerk.click(Role::RadioButton, "Ville");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Paris · 2", "Lyon · 1", "Pforzheim · 1"]);
    tick(&mut clerk, "Paris · 2");
    tick(&mut clerk, "Lyon · 1");
    tick(&mut clerk, "Paris · 2");
    tick(&mut clerk, "Pforzheim · 1");
    clerk.key(Key::Escape);
    assert_eq!(rows(&clerk), ["Cactus", "Dupont"]);
    clerk.press("Ville\u{a0}: Lyon");
    assert_eq!(rows(&clerk), ["Cactus"]);
}

#[test]
fn a_postcode_begins_so_or_lies_in_a_departement() {
    let mut clerk = Clerk::holding(&spread());
    clerk.press("Lieu");
    clerk.click(Role::RadioButton, "Code postal");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Paris (75) · 2", "Rhône (69) · 1"]);
    tick(&mut clerk, "Paris (75) · 2");
    clerk.key(Key::Escape);
    assert_eq!(rows(&clerk), ["Asie", "Bolido"]);
    clerk.press("Département\u{a0}: Paris (75)");
    // What is typed is a start of postcodes anywhere, and is looked for among the départements.
    clerk.press("Lieu");
    clerk.fill("Chercher un lieu", "75");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Commence par 75", "Paris (75) · 2"]);
    tick(&mut clerk, "Commence par 75");
    leave(&mut clerk);
    assert_eq!(rows(&clerk), ["Asie", "Bolido", "Cactus"]);
    clerk.press("Code postal\u{a0}: 75…");
    assert_eq!(rows(&clerk).len(), 4);
    // The next time one begins anew, and types at once.
    clerk.press("Lieu");
    assert_eq!(
        (clerk.value("Chercher un lieu"), clerk.focus()),
        (String::new(), "Chercher un lieu".to_owned())
    );
    clerk.type_text("rhone");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Rhône (69) · 1"]);
}

#[test]
fn clients_are_filtered_by_what_a_field_contains_and_lies_between() {
    let mut clerk = Clerk::holding(&valued());
    clerk.press("Champs");
    tick(&mut clerk, "Code\u{a0}: contient…");
    clerk.fill("Contient", "elite");
    clerk.key(Key::Enter);
    assert_eq!(rows(&clerk), ["Asie"]);
    clerk.press("Code\u{a0}: contient «\u{a0}elite\u{a0}»");
    clerk.press("Champs");
    tick(&mut clerk, "Plafond\u{a0}: entre…");
    clerk.fill("À partir de", "100");
    clerk.press("Filtrer");
    assert_eq!(rows(&clerk), ["Bolido", "Cactus"]);
    assert_eq!(clerk.count(Role::Button, "Plafond\u{a0}: ≥\u{a0}100,00\u{a0}€"), 1);
    // Another condition of the field takes its place, and begins with what is set.
    clerk.press("Champs");
    tick(&mut clerk, "Plafond\u{a0}: entre…");
    assert_eq!(clerk.value("À partir de"), "100,00");
    clerk.fill("Jusqu’à", "beaucoup");
    assert_eq!(clerk.said("Jusqu’à"), "illisible");
    clerk.key(Key::Enter);
    assert_eq!(rows(&clerk), ["Bolido", "Cactus"]);
    clerk.fill("Jusqu’à", "2 499,99");
    clerk.key(Key::Enter);
    assert_eq!(rows(&clerk), ["Bolido"]);
    clerk.press("Plafond\u{a0}: 100,00\u{a0}€ – 2\u{202f}499,99\u{a0}€");
    clerk.press("Champs");
    tick(&mut clerk, "Depuis\u{a0}: entre…");
    clerk.fill("Jusqu’à", "31/12/2025");
    clerk.key(Key::Enter);
    assert_eq!(rows(&clerk), ["Asie"]);
    clerk.press("Depuis\u{a0}: ≤\u{a0}31 déc. 2025");
    clerk.press("Champs");
    tick(&mut clerk, "Depuis\u{a0}: vide");
    clerk.key(Key::Escape);
    assert_eq!(rows(&clerk), ["Bolido"]);
    // Back to the list without a condition.
    clerk.press("Champs");
    tick(&mut clerk, "Code\u{a0}: contient…");
    assert_eq!(clerk.count(Role::MenuItemCheckBox, "Code\u{a0}: vide"), 0);
    clerk.press("Retour");
    assert_eq!(clerk.count(Role::MenuItemCheckBox, "Code\u{a0}: vide"), 1);
    assert_eq!(rows(&clerk), ["Bolido"]);
}

#[test]
fn a_column_is_dragged_to_another_place_and_the_name_stays_the_first() {
    let mut clerk = Clerk::holding(&spread());
    let drag = |clerk: &mut Clerk, column: &str, to: f32| {
        let from = clerk.node(Role::ColumnHeader, column).rect().center();
        clerk.harness.drag_at(from);
        clerk.harness.run();
        clerk.harness.hover_at(pos2(f32::midpoint(from.x, to), from.y));
        clerk.harness.run();
        clerk.harness.hover_at(pos2(to, from.y));
        clerk.harness.run();
        clerk.harness.drop_at(pos2(to, from.y));
        clerk.harness.run();
    };
    let usual = ["Nom", "Contact principal", "Ville", "Téléphone", "Catégories", "État"];
    assert_eq!(heads(&clerk), usual);
    let right_of_phone = clerk.node(Role::ColumnHeader, "Téléphone").rect().right();
    drag(&mut clerk, "Ville", right_of_phone);
    let moved = ["Nom", "Contact principal", "Téléphone", "Ville", "Catégories", "État"];
    assert_eq!(heads(&clerk), moved);
    // Nobody was sorted by it.
    assert!(clerk.says("Tri\u{a0}: Nom"));
    let left_of_all = clerk.node(Role::ColumnHeader, "Nom").rect().left();
    drag(&mut clerk, "État", left_of_all);
    let moved = ["Nom", "État", "Contact principal", "Téléphone", "Ville", "Catégories"];
    assert_eq!(heads(&clerk), moved);
    drag(&mut clerk, "Nom", right_of_phone);
    assert_eq!(heads(&clerk), moved);
    let mut clerk = clerk.reopen();
    assert_eq!(heads(&clerk), moved);
    clerk.click(Role::ColumnHeader, "Ville");
    assert!(clerk.says("Tri\u{a0}: Ville"));
}

/// Takes a head from its middle to a place, without letting go.
fn take_head(clerk: &mut Clerk, column: &str, to: Pos2) {
    let from = clerk.node(Role::ColumnHeader, column).rect().center();
    clerk.harness.drag_at(from);
    clerk.harness.run();
    clerk.harness.hover_at(from.lerp(to, 0.5));
    clerk.harness.run();
    clerk.harness.hover_at(to);
    clerk.harness.run();
}

#[test]
fn a_drag_is_left_by_escape_or_far_from_the_heads() {
    let mut clerk = Clerk::holding(&spread());
    clerk.type_text("a");
    let usual = heads(&clerk);
    let phone = clerk.node(Role::ColumnHeader, "Téléphone").rect();
    let (after, far) = (phone.right_center(), phone.right_center() + vec2(0.0, 300.0));
    take_head(&mut clerk, "Ville", after);
    clerk.key(Key::Escape);
    assert_eq!(heads(&clerk), usual);
    clerk.harness.drop_at(after);
    clerk.harness.run();
    assert_eq!(heads(&clerk), usual);
    assert!(rows(&clerk).contains(&"Créer «\u{a0}a\u{a0}»".to_owned()), "the search stays");
    take_head(&mut clerk, "Ville", far);
    clerk.harness.drop_at(far);
    clerk.harness.run();
    assert_eq!(heads(&clerk), usual);
    // A little below the heads is near enough.
    let near = phone.right_bottom() + vec2(0.0, 30.0);
    take_head(&mut clerk, "Ville", near);
    clerk.harness.drop_at(near);
    clerk.harness.run();
    assert_eq!(heads(&clerk)[2..4], ["Téléphone", "Ville"]);
    // An edge comes back to where it was.
    let wide = |clerk: &Clerk| clerk.node(Role::ColumnHeader, "Nom").rect().width();
    let before = wide(&clerk);
    let edge = clerk.node(Role::ColumnHeader, "Nom").rect().right_center() + vec2(10.0, 0.0);
    for (leave, expected) in [(true, before), (false, before + 40.0)] {
        clerk.harness.hover_at(edge);
        clerk.harness.run();
        clerk.harness.drag_at(edge);
        clerk.harness.run();
        clerk.harness.hover_at(edge + vec2(40.0, 0.0));
        clerk.harness.run();
        assert_eq!(wide(&clerk), before + 40.0);
        if leave {
            clerk.key(Key::Escape);
        }
        clerk.harness.drop_at(edge + vec2(40.0, 0.0));
        clerk.harness.run();
        assert_eq!(wide(&clerk), expected);
    }
}

#[test]
fn columns_are_moved_and_sized_by_keys() {
    let mut clerk = Clerk::holding(&spread());
    let wide = |clerk: &Clerk, head: &str| clerk.node(Role::ColumnHeader, head).rect().width();
    clerk.node(Role::ColumnHeader, "Nom").focus();
    clerk.harness.run();
    assert!(clerk.says("Ctrl ← → déplacer") && clerk.says("Maj ← → élargir"));
    // The name stays the first, and nothing comes before it.
    clerk.chord(Modifiers::COMMAND, Key::ArrowRight);
    let usual = ["Nom", "Contact principal", "Ville", "Téléphone", "Catégories", "État"];
    assert_eq!((heads(&clerk), clerk.focus()), (usual.map(str::to_owned).to_vec(), "Nom".to_owned()));
    clerk.key(Key::ArrowRight);
    clerk.key(Key::ArrowRight);
    assert_eq!(clerk.focus(), "Ville");
    clerk.chord(Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(heads(&clerk)[1..4], ["Contact principal", "Téléphone", "Ville"]);
    assert_eq!(clerk.focus(), "Ville");
    for _ in 0..4 {
        clerk.chord(Modifiers::COMMAND, Key::ArrowLeft);
    }
    assert_eq!(heads(&clerk)[..3], ["Nom", "Ville", "Contact principal"]);
    assert_eq!(clerk.focus(), "Ville");
    let before = wide(&clerk, "Ville");
    clerk.chord(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(wide(&clerk, "Ville"), before + 16.0);
    clerk.chord(Modifiers::SHIFT, Key::ArrowLeft);
    clerk.chord(Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(wide(&clerk, "Ville"), before - 16.0);
    // The last one widens to the left.
    for _ in 0..6 {
        clerk.key(Key::ArrowRight);
    }
    assert_eq!(clerk.focus(), "État");
    let (before, left) = (wide(&clerk, "État"), wide(&clerk, "Catégories"));
    clerk.chord(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!((wide(&clerk, "État"), wide(&clerk, "Catégories")), (before + 16.0, left - 16.0));
    assert!(clerk.says("Tri\u{a0}: Nom"));
    clerk.key(Key::ArrowDown);
    assert!(!clerk.says("déplacer"));
}

#[test]
fn a_view_comes_back_that_was_replaced_renamed_or_deleted() {
    let mut clerk = Clerk::holding(&spread());
    let save = |clerk: &mut Clerk, name: &str| {
        clerk.press("Vues");
        clerk.fill("Nom de la vue", name);
    };
    clerk.type_text("paris");
    save(&mut clerk, "Capitale");
    clerk.key(Key::Enter);
    clerk.key(Key::Escape);
    clerk.press("Effacer la recherche");
    clerk.type_text("lyon");
    save(&mut clerk, "CAPITALE");
    assert_eq!(clerk.said("Nom de la vue"), "Remplace la vue de ce nom");
    clerk.press("Enregistrer cette vue");
    clerk.key(Key::Escape);
    assert!(clerk.says("La vue Capitale a été remplacée."));
    clerk.press("Annuler");
    clerk.press("Effacer la recherche");
    clerk.press("Vues");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Capitale"]);
    tick(&mut clerk, "Capitale");
    assert_eq!(rows(&clerk)[..2], ["Asie", "Bolido"]);
    // A name that another view has is not given.
    save(&mut clerk, "Autre");
    clerk.key(Key::Enter);
    clerk.press("Renommer Capitale");
    clerk.fill("Nom de la vue", "autre");
    assert_eq!(clerk.said("Nom de la vue"), "une autre vue porte ce nom");
    clerk.key(Key::Enter);
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Autre", "Capitale"]);
    clerk.fill("Nom de la vue", "Capitale");
    clerk.key(Key::Enter);
    assert!(!clerk.says("s’appelle maintenant"));
    clerk.press("Renommer Capitale");
    clerk.fill("Nom de la vue", "Zone");
    clerk.key(Key::Enter);
    assert!(clerk.says("La vue Capitale s’appelle maintenant Zone."));
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Autre", "Zone"]);
    clerk.key(Key::Escape);
    clerk.press("Annuler");
    clerk.press("Vues");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Autre", "Capitale"]);
    clerk.press("Supprimer Capitale");
    clerk.press("Supprimer");
    assert!(clerk.says("La vue Capitale a été supprimée."));
    clerk.press("Annuler");
    let mut clerk = clerk.reopen();
    clerk.press("Vues");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Autre", "Capitale"]);
}

#[test]
fn a_view_of_what_is_gone_opens_without_it_and_says_so() {
    let mut clerk = Clerk::holding(&valued());
    clerk.press("Champs");
    tick(&mut clerk, "Depuis\u{a0}: rempli");
    leave(&mut clerk);
    clerk.press("Vues");
    clerk.fill("Nom de la vue", "Datés");
    clerk.key(Key::Enter);
    clerk.key(Key::Escape);
    let sentence = "La vue Datés nomme aussi des catégories ou des champs qui n’existent plus\u{202f}; elle est ouverte sans eux.";
    let open = |clerk: &mut Clerk| {
        clerk.press("Vues");
        tick(clerk, "Datés");
    };
    open(&mut clerk);
    assert!(!clerk.says(sentence));
    assert_eq!(rows(&clerk), ["Asie", "Cactus"]);
    let folder = clerk.close();
    {
        let (mut writer, _reader) = store::open(&folder.path().join("Essai.comptoir")).unwrap();
        let gone = Command::CustomField(CustomFieldCommand::Delete(3));
        writer.apply(&gone, Origin::CommandLine, stamp(1)).unwrap();
    }
    let mut clerk = Clerk::with(Language::Fr, [1280.0, 800.0], folder);
    open(&mut clerk);
    assert!(clerk.says(sentence));
    assert_eq!(rows(&clerk), ["Asie", "Bolido", "Cactus"]);
}

#[test]
fn a_view_is_opened_from_the_palette() {
    let mut clerk = Clerk::holding(&spread());
    clerk.type_text("lyon");
    clerk.press("Vues");
    clerk.fill("Nom de la vue", "Mes Lyonnais");
    clerk.key(Key::Enter);
    clerk.key(Key::Escape);
    clerk.press("Effacer la recherche");
    clerk.click(Role::Link, "Paramètres");
    assert_eq!(clerk.count(Role::Grid, "Clients"), 0);
    clerk.chord(Modifiers::COMMAND, Key::K);
    clerk.type_text("lyonnais");
    let offered = clerk.all_named(Role::ListBoxOption);
    assert_eq!(offered[0], "Vue\u{a0}: Mes Lyonnais");
    clerk.key(Key::Enter);
    assert_eq!(rows(&clerk), ["Dupont", "Créer «\u{a0}lyon\u{a0}»"]);
}

#[test]
fn the_categories_that_are_asked_for_stand_first() {
    let category =
        |name: &str| Command::Category(CategoryCommand::Create { name: name.to_owned(), tint: None });
    let held = |name: &str, categories: &[u64]| Client { categories: categories.to_vec(), ..company(name) };
    let clients = import(vec![held("Asie", &[1, 2, 3]), held("Bolido", &[1])]);
    let mut clerk = Clerk::holding(&[category("Amis"), category("Bons"), category("Chers"), clients]);
    assert_eq!(clerk.count(Role::GridCell, "Amis, Bons, Chers"), 1);
    clerk.press("Catégories");
    tick(&mut clerk, "Chers");
    tick(&mut clerk, "Bons");
    clerk.key(Key::Escape);
    assert_eq!(clerk.count(Role::GridCell, "Bons, Chers, Amis"), 1);
    assert_eq!(rows(&clerk), ["Asie"]);
}

#[test]
fn chips_stand_in_lines_and_a_word_between_categories_only() {
    let category =
        |name: &str| Command::Category(CategoryCommand::Create { name: name.to_owned(), tint: None });
    let folder = {
        let clerk = Clerk::holding(&[category("Amis"), category("Bons"), import(vec![company("Asie")])]);
        clerk.close()
    };
    let postcodes = (10..30).map(|start| start.to_string()).collect();
    let filter = Filter { categories: vec![1, 2], postcodes, ..Filter::default() };
    let mut views = Views::default();
    views.save(View { name: "Large".to_owned(), filter, ..View::default() });
    {
        let (mut writer, _reader) = store::open(&folder.path().join("Essai.comptoir")).unwrap();
        writer.scratch(Views::KEY, Some(&serde_json::to_vec(&views).unwrap())).unwrap();
    }
    let mut clerk = Clerk::with(Language::Fr, [1280.0, 800.0], folder);
    clerk.press("Vues");
    tick(&mut clerk, "Large");
    assert_eq!(clerk.count(Role::Label, "ou"), 1);
    for start in 10..20 {
        let name = format!("Code postal\u{a0}: {start}…");
        let place = clerk.node(Role::Button, &name).rect();
        assert!(place.right() <= 1280.0 - 24.0, "{name} {place:?}");
    }
    let first = clerk.node(Role::Button, "Code postal\u{a0}: 10…").rect();
    let later = clerk.node(Role::Button, "Code postal\u{a0}: 18…").rect();
    assert!(later.top() >= first.bottom(), "{first:?} {later:?}");
}

#[test]
fn other_filters_begin_at_the_first_row() {
    let many = (10..70).map(|number| {
        let city = if number < 15 { "Paris" } else { "Lyon" };
        client(&format!("Client {number}"), city, "", "")
    });
    let mut clerk = Clerk::holding(&[import(many.collect())]);
    clerk.key(Key::End);
    assert!(!rows(&clerk).contains(&"Client 15".to_owned()));
    clerk.press("Lieu");
    clerk.click(Role::RadioButton, "Ville");
    tick(&mut clerk, "Lyon · 55");
    clerk.key(Key::Escape);
    assert_eq!(rows(&clerk)[0], "Client 15");
}

#[test]
fn a_condition_that_is_typed_is_ticked_only_where_one_is_set() {
    let mut clerk = Clerk::holding(&valued());
    let ticked = |clerk: &Clerk, name: &str| {
        clerk.node(Role::MenuItemCheckBox, name).accesskit_node().toggled() == Some(Toggled::True)
    };
    clerk.press("Champs");
    tick(&mut clerk, "Code\u{a0}: rempli");
    assert!(ticked(&clerk, "Code\u{a0}: rempli") && !ticked(&clerk, "Code\u{a0}: contient…"));
    tick(&mut clerk, "Code\u{a0}: contient…");
    clerk.fill("Contient", "b");
    clerk.key(Key::Enter);
    clerk.press("Champs");
    assert!(ticked(&clerk, "Code\u{a0}: contient…") && !ticked(&clerk, "Code\u{a0}: rempli"));
}

#[test]
fn a_view_is_saved_opened_renamed_and_deleted() {
    let mut clerk = Clerk::holding(&spread());
    clerk.press("Lieu");
    tick(&mut clerk, "France · 3");
    clerk.key(Key::Escape);
    clerk.click(Role::ColumnHeader, "Ville");
    clerk.press("Colonnes");
    tick(&mut clerk, "Téléphone");
    clerk.key(Key::Escape);
    clerk.type_text("paris");
    assert_eq!(rows(&clerk)[..2], ["Asie", "Bolido"]);
    clerk.press("Vues");
    clerk.fill("Nom de la vue", "Mes Parisiens");
    clerk.press("Enregistrer cette vue");
    let ticked =
        |clerk: &Clerk, name: &str| clerk.node(Role::MenuItemCheckBox, name).accesskit_node().toggled();
    assert_eq!(ticked(&clerk, "Mes Parisiens"), Some(Toggled::True));
    clerk.key(Key::Escape);
    // Another way to look at the clients.
    clerk.press("Effacer la recherche");
    clerk.press("Pays\u{a0}: France");
    clerk.click(Role::ColumnHeader, "Nom");
    clerk.press("Colonnes");
    tick(&mut clerk, "Téléphone");
    clerk.key(Key::Escape);
    assert_eq!(rows(&clerk).len(), 4);
    let mut clerk = clerk.reopen();
    clerk.press("Vues");
    assert_eq!(ticked(&clerk, "Mes Parisiens"), Some(Toggled::False));
    tick(&mut clerk, "Mes Parisiens");
    assert_eq!(clerk.count(Role::MenuItemCheckBox, "Mes Parisiens"), 0);
    assert_eq!(rows(&clerk), ["Asie", "Bolido", "Créer «\u{a0}paris\u{a0}»"]);
    assert_eq!(clerk.count(Role::Button, "Pays\u{a0}: France"), 1);
    assert!(!heads(&clerk).contains(&"Téléphone".to_owned()));
    // Another name, and one that is taken.
    clerk.press("Vues");
    clerk.press("Renommer Mes Parisiens");
    assert_eq!(clerk.value("Nom de la vue"), "Mes Parisiens");
    clerk.fill("Nom de la vue", "Clients de Paris");
    clerk.press("Renommer la vue");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Clients de Paris"]);
    clerk.press("Supprimer Clients de Paris");
    assert_eq!(clerk.count(Role::MenuItemCheckBox, "Clients de Paris"), 0);
    clerk.press("Supprimer");
    clerk.press("Vues");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), [""; 0]);
    // Without a name nothing is saved.
    clerk.fill("Nom de la vue", "  ");
    clerk.key(Key::Enter);
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), [""; 0]);
}

#[test]
fn several_rows_are_selected_by_keyboard_and_mouse() {
    let mut clerk = Clerk::holding(&spread());
    clerk.chord(Modifiers::COMMAND, Key::Space);
    assert_eq!(selected(&clerk), ["Asie"]);
    clerk.chord(Modifiers::COMMAND, Key::Space);
    assert_eq!(selected(&clerk), [""; 0]);
    clerk.key(Key::Space);
    clerk.chord(Modifiers::SHIFT, Key::ArrowDown);
    clerk.chord(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&clerk), ["Asie", "Bolido", "Cactus"]);
    clerk.chord(Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(selected(&clerk), ["Asie", "Bolido"]);
    clerk.chord(Modifiers::COMMAND, Key::A);
    assert_eq!(selected(&clerk).len(), 4);
    clerk.chord(Modifiers::COMMAND, Key::A);
    assert_eq!(selected(&clerk), [""; 0]);
    // A box with Shift takes all from the one ticked last.
    clerk.click(Role::CheckBox, "Bolido");
    let last = clerk.node(Role::CheckBox, "Dupont").rect().center();
    clerk.harness.hover_at(last);
    clerk.node(Role::CheckBox, "Dupont").click_modifiers(Modifiers::SHIFT);
    clerk.harness.run();
    assert_eq!(selected(&clerk), ["Bolido", "Cactus", "Dupont"]);
    let cell = "Pforzheim";
    clerk.node(Role::GridCell, cell).click_modifiers(Modifiers::COMMAND);
    clerk.harness.run();
    assert_eq!(selected(&clerk), ["Bolido", "Dupont"]);
}

fn entry_enabled(clerk: &Clerk, name: &str) -> bool {
    clerk.all_named(Role::MenuItem).iter().any(|entry| entry == name)
}

#[test]
fn a_selection_is_archived_and_brought_back_as_one_change() {
    let mut clerk = Clerk::holding(&spread());
    let archived = |clerk: &Clerk| {
        let archived = clerk.clients().into_iter().filter(|client| client.status == Status::Archived);
        archived.map(|client| client.company).collect::<Vec<_>>()
    };
    clerk.click(Role::CheckBox, "Asie");
    clerk.click(Role::CheckBox, "Cactus");
    clerk.press("Actions…");
    assert!(entry_enabled(&clerk, "Archiver") && !entry_enabled(&clerk, "Remettre parmi les actifs"));
    clerk.click(Role::MenuItem, "Archiver");
    assert_eq!(archived(&clerk), ["Asie", "Cactus"]);
    assert!(clerk.says("2 clients archivés"));
    assert_eq!(rows(&clerk), ["Bolido", "Dupont"]);
    // They are still selected.
    clerk.press("Actions…");
    assert!(!entry_enabled(&clerk, "Archiver") && entry_enabled(&clerk, "Remettre parmi les actifs"));
    clerk.click(Role::MenuItem, "Remettre parmi les actifs");
    assert_eq!(archived(&clerk), [""; 0]);
    assert!(clerk.says("2 clients de nouveau actifs"));
    clerk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(archived(&clerk), ["Asie", "Cactus"]);
    // Of one archived and one active both can be done.
    clerk.click(Role::CheckBox, "Bolido");
    clerk.press("Actions…");
    assert!(entry_enabled(&clerk, "Archiver") && entry_enabled(&clerk, "Remettre parmi les actifs"));
}

#[test]
fn a_selection_is_deleted_after_it_was_said_what_goes_with_it() {
    let mut clerk = Clerk::holding(&spread());
    clerk.click(Role::CheckBox, "Asie");
    clerk.press("Actions…");
    clerk.click(Role::MenuItem, "Supprimer la sélection…");
    let words = clerk.dialog_words().join(" ");
    assert_eq!(clerk.count(Role::Dialog, "Supprimer 1 client\u{202f}?"), 1);
    assert!(words.contains("Rien d’autre n’est conservé"), "{words}");
    clerk.key(Key::Escape);
    assert_eq!(clerk.clients().len(), 4);
    clerk.click(Role::CheckBox, "Dupont");
    clerk.press("Actions…");
    clerk.click(Role::MenuItem, "Supprimer la sélection…");
    let words = clerk.dialog_words().join(" ");
    assert_eq!(clerk.count(Role::Dialog, "Supprimer 2 clients\u{202f}?"), 1);
    assert!(words.contains("Seront aussi supprimés\u{a0}: 1 note."), "{words}");
    clerk.press("Supprimer");
    assert_eq!(rows(&clerk), ["Bolido", "Cactus"]);
    assert!(clerk.says("2 clients supprimés"));
    assert!(!clerk.says("sélectionné"));
    // One change, taken back at once.
    clerk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(rows(&clerk), ["Asie", "Bolido", "Cactus", "Dupont"]);
}

#[test]
fn a_selection_is_exported_under_a_name_that_is_asked_for() {
    let mut clerk = Clerk::holding(&spread());
    clerk.click(Role::CheckBox, "Asie");
    assert!(clerk.last_asked().is_none());
    clerk.press("Actions…");
    clerk.click(Role::MenuItem, "Exporter la sélection…");
    assert_eq!(clerk.count(Role::RadioButton, "Sélectionnés (1)"), 1);
    clerk.press("Choisir le fichier…");
    assert!(clerk.last_asked().is_some());
}

#[test]
fn compact_rows_are_lower_and_remembered() {
    let mut clerk = Clerk::holding(&spread());
    let high = |clerk: &Clerk| clerk.node(Role::Row, "Asie").rect().height();
    assert_eq!(high(&clerk), 36.0);
    for (height, compact) in [(28.0, true), (36.0, false), (28.0, true)] {
        clerk.press("Colonnes");
        clerk.click(Role::Switch, "Lignes compactes");
        clerk.key(Key::Escape);
        assert_eq!(high(&clerk), height, "{compact}");
    }
    let folder = clerk.close();
    assert!(Settings::load(&folder.path().join("config")).compact);
}

#[test]
fn the_hints_are_true_where_one_is() {
    let mut clerk = Clerk::holding(&spread());
    let hints = ["Entrée ouvrir", "Espace sélectionner", "↓ puis Entrée pour ouvrir", "Échap efface"];
    let said = |clerk: &Clerk| hints.map(|hint| clerk.count(Role::Label, hint) == 1);
    assert_eq!(said(&clerk), [true, true, false, false]);
    clerk.type_text("asie");
    assert_eq!(said(&clerk), [false, false, true, true]);
    clerk.key(Key::ArrowDown);
    assert_eq!(said(&clerk), [true, false, false, true]);
    clerk.key(Key::Escape);
    assert_eq!(said(&clerk), [true, true, false, false]);
}
