//! Categories at the window: kept in the settings, chosen in the table.

use comptoir::domain::category::{Category, Tint};
use comptoir::domain::client::ClientId;
use comptoir::domain::command::{CategoryCommand, Command};
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};

use egui_kittest::kittest::NodeT as _;

use crate::support::book::register;
use crate::support::clerk::Clerk;

fn create(name: &str) -> Command {
    Command::Category(CategoryCommand::Create { name: name.to_owned(), tint: None })
}

fn assign(category: u64, clients: &[u64]) -> Command {
    let clients = clients.iter().copied().map(ClientId).collect();
    Command::Category(CategoryCommand::Assign { category, clients })
}

/// Three clients: the first in both categories, the second in the first.
fn grouped() -> Vec<Command> {
    vec![
        register("Asie", ""),
        register("Bolido", ""),
        register("Cactus", ""),
        create("Grossistes"),
        create("Détaillants"),
        assign(1, &[1, 2]),
        assign(2, &[1]),
    ]
}

fn kept(clerk: &Clerk) -> Vec<Category> {
    clerk.records()
}

fn names(clerk: &Clerk) -> Vec<String> {
    kept(clerk).into_iter().map(|category| category.name).collect()
}

fn of_clients(clerk: &Clerk) -> Vec<Vec<u64>> {
    clerk.clients().into_iter().map(|client| client.categories).collect()
}

#[test]
fn categories_are_added_one_after_the_other() {
    let mut clerk = Clerk::new();
    clerk.settings("Catégories");
    assert!(clerk.says("pas encore de catégorie"));
    clerk.fill("Nouvelle catégorie", "Grossistes");
    clerk.key(Key::Enter);
    clerk.type_text("Détaillants");
    assert_eq!(clerk.value("Nouvelle catégorie"), "Détaillants");
    clerk.press("Ajouter");
    assert_eq!(names(&clerk), ["Grossistes", "Détaillants"]);
    assert_eq!(kept(&clerk)[1].tint, Tint::Violet);
    assert_eq!(clerk.value("Nouvelle catégorie"), "");
    assert!(!clerk.says("pas encore de catégorie"));
    clerk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&clerk), ["Grossistes"]);
}

#[test]
fn a_name_that_is_there_is_not_added_again_and_those_like_it_show() {
    let mut clerk = Clerk::holding(&grouped());
    clerk.settings("Catégories");
    assert_eq!(clerk.count(Role::Label, "2 clients"), 1);
    clerk.fill("Nouvelle catégorie", "gross");
    assert_eq!(clerk.count(Role::Label, "Grossistes"), 1);
    assert_eq!(clerk.count(Role::Label, "Détaillants"), 0);
    clerk.fill("Nouvelle catégorie", "DETAILLANTS");
    assert!(clerk.says("«\u{a0}Détaillants\u{a0}» existe déjà."));
    assert_eq!(clerk.count(Role::Button, "Ajouter"), 0);
    clerk.key(Key::Enter);
    clerk.fill("Nouvelle catégorie", "  ");
    clerk.key(Key::Enter);
    assert_eq!(names(&clerk).len(), 2);
}

#[test]
fn a_category_is_renamed_and_tinted_in_place() {
    let mut clerk = Clerk::holding(&grouped());
    clerk.settings("Catégories");
    clerk.press("Modifier Grossistes");
    assert_eq!(clerk.focus(), "Nom de la catégorie");
    clerk.fill("Nom de la catégorie", "Gros");
    clerk.click(Role::RadioButton, "rose");
    clerk.press("Enregistrer");
    assert_eq!(kept(&clerk)[0], Category { id: 1, name: "Gros".into(), tint: Tint::Rose });
    assert_eq!(of_clients(&clerk), [vec![1, 2], vec![1], vec![]]);
    clerk.press("Annuler la modification");
    assert_eq!(kept(&clerk)[0], Category { id: 1, name: "Grossistes".into(), tint: Tint::Blue });
}

#[test]
fn enter_renames_and_escape_leaves_it() {
    let mut clerk = Clerk::holding(&grouped());
    clerk.settings("Catégories");
    clerk.press("Modifier Grossistes");
    clerk.fill("Nom de la catégorie", "Gros");
    clerk.key(Key::Escape);
    assert_eq!(clerk.text_fields(), ["Nouvelle catégorie"]);
    assert_eq!(names(&clerk)[0], "Grossistes");
    clerk.press("Modifier Grossistes");
    assert_eq!(clerk.value("Nom de la catégorie"), "Grossistes");
    clerk.fill("Nom de la catégorie", "Gros");
    clerk.press("Annuler");
    assert_eq!(names(&clerk)[0], "Grossistes");
    // Another's name is no name.
    clerk.press("Modifier Grossistes");
    clerk.fill("Nom de la catégorie", "détaillants");
    assert!(clerk.says("«\u{a0}Détaillants\u{a0}» existe déjà."));
    clerk.key(Key::Enter);
    assert_eq!(clerk.focus(), "Nom de la catégorie");
    clerk.fill("Nom de la catégorie", " ");
    clerk.key(Key::Enter);
    assert_eq!(names(&clerk)[0], "Grossistes");
    clerk.fill("Nom de la catégorie", "grossistes");
    clerk.key(Key::Enter);
    assert_eq!(names(&clerk)[0], "grossistes");
    assert_eq!(clerk.text_fields(), ["Nouvelle catégorie"]);
}

#[test]
fn what_a_deletion_touches_is_said_before() {
    let mut clerk = Clerk::holding(&grouped());
    clerk.settings("Catégories");
    clerk.press("Plus d’actions pour Grossistes");
    clerk.click(Role::MenuItem, "Supprimer");
    assert!(clerk.says("2 clients portent cette catégorie et la perdent."));
    clerk.press("Annuler");
    assert_eq!(names(&clerk).len(), 2);
    clerk.press("Plus d’actions pour Détaillants");
    clerk.click(Role::MenuItem, "Supprimer");
    assert!(clerk.says("1 client porte cette catégorie et la perd."));
    clerk.press("Supprimer");
    assert_eq!(names(&clerk), ["Grossistes"]);
    assert_eq!(of_clients(&clerk), [vec![1], vec![1], vec![]]);
    clerk.press("Annuler la suppression");
    assert_eq!(of_clients(&clerk), [vec![1, 2], vec![1], vec![]]);
    assert_eq!(clerk.count(Role::Label, "2 clients"), 1);
    assert_eq!(clerk.count(Role::Label, "1 client"), 1);
}

#[test]
fn one_category_goes_into_another() {
    let mut clerk = Clerk::holding(&grouped());
    clerk.settings("Catégories");
    clerk.press("Plus d’actions pour Grossistes");
    clerk.click(Role::MenuItem, "Fusionner dans…");
    assert!(clerk.says("2 clients portent «\u{a0}Grossistes\u{a0}»"));
    assert_eq!(clerk.count(Role::Button, "Fusionner"), 0);
    // Not into itself, and into none that is not there.
    for name in ["Grossistes", "Clients"] {
        clerk.fill("Fusionner dans", name);
        assert_eq!(clerk.count(Role::Button, "Fusionner"), 0, "{name}");
    }
    clerk.fill("Fusionner dans", "det");
    clerk.key(Key::ArrowDown);
    clerk.key(Key::Enter);
    assert_eq!(clerk.value("Fusionner dans"), "Détaillants");
    clerk.press("Fusionner");
    assert_eq!(names(&clerk), ["Détaillants"]);
    assert_eq!(of_clients(&clerk), [vec![2], vec![2], vec![]]);
    assert_eq!(clerk.count(Role::Label, "2 clients"), 1);
    clerk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(of_clients(&clerk), [vec![1, 2], vec![1], vec![]]);
}

#[test]
fn a_book_with_five_hundred_categories_stays_usable() {
    let mut commands = vec![register("Asie", "")];
    commands.extend((1..=500).map(|n| create(&format!("Groupe {n:03}"))));
    commands.push(assign(500, &[1]));
    let mut clerk = Clerk::holding(&commands);
    clerk.settings("Catégories");
    assert_eq!(clerk.count(Role::Label, "Groupe 001"), 1);
    assert_eq!(clerk.count(Role::Label, "Groupe 500"), 0);
    clerk.fill("Nouvelle catégorie", "groupe 500");
    assert_eq!(clerk.count(Role::Label, "1 client"), 1);
    // Tab leads on into what is not in view.
    clerk.fill("Nouvelle catégorie", "");
    for _ in 0..100 {
        clerk.key(Key::Tab);
    }
    assert!(clerk.focus().contains("Groupe 0"), "{}", clerk.focus());
    assert_eq!(clerk.count(Role::Label, "Groupe 001"), 0);
}

/// The rows in view, by name.
/// What a click on a chip does.
fn says(clerk: &Clerk, chip: &str) -> String {
    let node = clerk.node(Role::Button, chip);
    node.accesskit_node().data().description().unwrap_or_default().to_owned()
}

fn ticked(clerk: &Clerk, name: &str) -> Option<Toggled> {
    clerk.node(Role::MenuItemCheckBox, name).accesskit_node().toggled()
}

#[test]
fn the_table_shows_categories_by_name_and_sorts_by_the_first() {
    let mut clerk = Clerk::holding(&grouped());
    assert_eq!(clerk.count(Role::GridCell, "Détaillants, Grossistes"), 1);
    assert_eq!(clerk.count(Role::GridCell, "Grossistes"), 1);
    clerk.click(Role::ColumnHeader, "Catégories");
    assert_eq!(clerk.rows(), ["Asie", "Bolido", "Cactus"]);
    clerk.click(Role::ColumnHeader, "Catégories");
    assert_eq!(clerk.rows(), ["Bolido", "Asie", "Cactus"]);
}

#[test]
fn clients_are_filtered_by_any_category_or_by_all() {
    let mut clerk = Clerk::holding(&grouped());
    clerk.tick("Catégories", &["Grossistes"]);
    assert_eq!(clerk.rows(), ["Asie", "Bolido"]);
    clerk.tick("Catégories", &["Détaillants"]);
    assert_eq!(clerk.rows(), ["Asie", "Bolido"]);
    assert!(clerk.says("ou") && clerk.count(Role::Label, "et") == 0);
    clerk.press("Catégories");
    assert_eq!(ticked(&clerk, "Détaillants"), Some(Toggled::True));
    assert_eq!(ticked(&clerk, "Sans catégorie"), Some(Toggled::False));
    clerk.click(Role::RadioButton, "toutes");
    clerk.key(Key::Escape);
    assert_eq!(clerk.rows(), ["Asie"]);
    assert_eq!(clerk.count(Role::Label, "et"), 1);
    // Each is taken away by itself.
    assert_eq!(says(&clerk, "Grossistes"), "Retirer le filtre Grossistes");
    clerk.press("Détaillants");
    assert_eq!(clerk.rows(), ["Asie", "Bolido"]);
    clerk.press("Grossistes");
    assert_eq!(clerk.rows(), ["Asie", "Bolido", "Cactus"]);
}

#[test]
fn clients_without_category_are_found() {
    let mut clerk = Clerk::holding(&grouped());
    clerk.tick("Catégories", &["Sans catégorie"]);
    assert_eq!(clerk.rows(), ["Cactus"]);
    clerk.tick("Catégories", &["Détaillants"]);
    assert_eq!(clerk.rows(), ["Asie", "Cactus"]);
    clerk.press("Sans catégorie");
    assert_eq!(clerk.rows(), ["Asie"]);
    clerk.tick("Catégories", &["Détaillants"]);
    assert_eq!(clerk.rows().len(), 3);
}

#[test]
fn a_filter_holds_with_a_state_and_one_of_a_category_that_is_gone_is_lifted() {
    let mut clerk = Clerk::holding(&grouped());
    clerk.tick("Catégories", &["Détaillants"]);
    clerk.press("État");
    clerk.click(Role::MenuItem, "À compléter");
    assert_eq!(clerk.rows(), ["Asie"]);
    clerk.settings("Catégories");
    clerk.press("Plus d’actions pour Détaillants");
    clerk.click(Role::MenuItem, "Supprimer");
    clerk.press("Supprimer");
    clerk.chord(Modifiers::COMMAND, Key::Num1);
    assert_eq!(clerk.rows(), ["Asie", "Bolido", "Cactus"]);
    assert_eq!(clerk.count(Role::Button, "À compléter"), 1);
    assert_eq!(clerk.count(Role::Button, "Détaillants"), 0);
}

#[test]
fn several_clients_are_put_into_a_category_and_taken_out_of_it() {
    let mut clerk = Clerk::holding(&grouped());
    assert_eq!(clerk.count(Role::Button, "Catégorie…"), 0);
    clerk.click(Role::CheckBox, "Bolido");
    clerk.click(Role::CheckBox, "Cactus");
    assert!(clerk.says("2 clients sélectionnés"));
    clerk.press("Catégorie…");
    assert_eq!(ticked(&clerk, "Grossistes"), Some(Toggled::Mixed));
    assert_eq!(ticked(&clerk, "Détaillants"), Some(Toggled::False));
    clerk.click(Role::MenuItemCheckBox, "Grossistes");
    assert_eq!(of_clients(&clerk), [vec![1, 2], vec![1], vec![1]]);
    // The list stays open, and shows what is now.
    assert_eq!(ticked(&clerk, "Grossistes"), Some(Toggled::True));
    clerk.click(Role::MenuItemCheckBox, "Grossistes");
    assert_eq!(of_clients(&clerk), [vec![1, 2], vec![], vec![]]);
    assert_eq!(ticked(&clerk, "Grossistes"), Some(Toggled::False));
    clerk.click(Role::MenuItemCheckBox, "Détaillants");
    assert_eq!(of_clients(&clerk), [vec![1, 2], vec![2], vec![2]]);
    clerk.key(Key::Escape);
    clerk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(of_clients(&clerk), [vec![1, 2], vec![], vec![]]);
    clerk.press("Tout désélectionner");
    assert!(!clerk.says("sélectionné"));
    assert_eq!(clerk.count(Role::Button, "Catégorie…"), 0);
}

#[test]
fn in_a_long_list_one_looks_for_a_category_by_typing() {
    let mut commands = vec![register("Asie", "")];
    commands.extend((1..=40).map(|n| create(&format!("Groupe {n:02}"))));
    commands.push(assign(40, &[1]));
    let mut clerk = Clerk::holding(&commands);
    clerk.press("Catégories");
    assert_eq!(clerk.count(Role::MenuItemCheckBox, "Groupe 40"), 0);
    clerk.fill("Chercher une catégorie", "40");
    assert_eq!(clerk.all_named(Role::MenuItemCheckBox), ["Groupe 40"]);
    clerk.click(Role::MenuItemCheckBox, "Groupe 40");
    clerk.key(Key::Escape);
    clerk.key(Key::Escape);
    assert_eq!(clerk.count(Role::Button, "Groupe 40"), 1);
    assert_eq!(clerk.rows(), ["Asie"]);
    // The next time one begins anew.
    clerk.press("Catégories");
    assert_eq!(clerk.value("Chercher une catégorie"), "");
}
