//! Custom fields at the window: kept in the settings, shown and chosen in the table.

use std::collections::BTreeMap;

use comptoir::domain::client::Client;
use comptoir::domain::command::{ClientCommand, Command, CustomFieldCommand, Import};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;

use crate::support::book::company;
use crate::support::clerk::Clerk;
use crate::support::hands::registration;

fn field(name: &str, kind: FieldKind, choices: &[&str]) -> Command {
    let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
    let field = CustomField { name: name.to_owned(), kind, choices, ..CustomField::default() };
    Command::CustomField(CustomFieldCommand::Create(field))
}

fn client(name: &str, custom: &[(u64, &str)]) -> Client {
    let custom: BTreeMap<u64, String> = custom.iter().map(|(id, value)| (*id, (*value).to_owned())).collect();
    Client { custom, ..company(name) }
}

fn import(clients: Vec<Client>) -> Command {
    let added = clients.into_iter().map(|client| registration(client, "")).collect();
    Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() }))
}

/// A level that two clients hold, a day that nobody holds, a note that one holds.
fn three() -> Vec<Command> {
    vec![
        field("Niveau", FieldKind::Choice, &["Bronze", "Argent", "Or"]),
        field("Depuis", FieldKind::Date, &[]),
        field("Code", FieldKind::Text, &[]),
        import(vec![
            client("Asie", &[(1, "Or"), (3, "B12")]),
            client("Bolido", &[(1, "Bronze")]),
            client("Cactus", &[]),
        ]),
    ]
}

fn kept(clerk: &Clerk) -> Vec<CustomField> {
    let mut kept: Vec<CustomField> = clerk.records();
    kept.sort_by_key(|field| field.rank);
    kept
}

fn names(clerk: &Clerk) -> Vec<String> {
    kept(clerk).into_iter().map(|field| field.name).collect()
}

fn levels(clerk: &Clerk) -> Vec<Option<String>> {
    clerk.clients().into_iter().map(|client| client.custom.get(&1).cloned()).collect()
}

fn is_off(clerk: &Clerk, name: &str) -> bool {
    clerk.all(Role::Button, name).iter().all(|node| node.accesskit_node().is_disabled())
}

#[test]
fn a_field_is_added_with_its_kind() {
    let mut clerk = Clerk::new();
    clerk.settings("Champs personnalisés");
    assert!(clerk.says("pas encore de champ personnalisé"));
    clerk.press("Nouveau champ…");
    assert_eq!(clerk.focus(), "Nom du champ");
    assert!(is_off(&clerk, "Ajouter le champ"));
    clerk.type_text("Depuis");
    // From the chosen kind the arrows lead to the others: five down, five beside.
    clerk.key(Key::Tab);
    assert_eq!(clerk.focus(), "Texte");
    for (key, kind) in [
        (Key::ArrowUp, "Texte"),
        (Key::ArrowDown, "Texte long"),
        (Key::ArrowRight, "Choix"),
        (Key::ArrowRight, "Choix"),
        (Key::ArrowLeft, "Texte long"),
        (Key::ArrowDown, "Nombre"),
        (Key::ArrowDown, "Montant"),
        (Key::ArrowDown, "Date"),
    ] {
        clerk.key(key);
        assert_eq!(clerk.focus(), kind, "{key:?}");
    }
    clerk.press("Ajouter le champ");
    let only = kept(&clerk);
    assert_eq!((only[0].name.as_str(), only[0].kind, only.len()), ("Depuis", FieldKind::Date, 1));
    assert!(clerk.says("0 client"));
    clerk.press("Annuler l’ajout");
    assert_eq!(names(&clerk), [""; 0]);
    // By Enter, too; and not twice under one name.
    for (name, there) in [("Code", 1), ("CODE", 1), ("Note", 2)] {
        clerk.press("Nouveau champ…");
        clerk.type_text(name);
        let said = if name == "CODE" { "un autre champ porte ce nom" } else { "" };
        assert_eq!(clerk.said("Nom du champ"), said);
        clerk.key(Key::Enter);
        assert_eq!(names(&clerk).len(), there, "{name}");
        clerk.key(Key::Escape);
    }
}

#[test]
fn a_choice_needs_something_to_choose() {
    let mut clerk = Clerk::new();
    clerk.settings("Champs personnalisés");
    clerk.press("Nouveau champ…");
    clerk.type_text("Niveau");
    clerk.click(Role::RadioButton, "Choix");
    assert!(is_off(&clerk, "Ajouter le champ"));
    clerk.press("Ajouter une valeur");
    clerk.type_text("Or");
    clerk.key(Key::Enter);
    assert_eq!(clerk.focus(), "Valeur 2");
    clerk.type_text("Bronze");
    clerk.press("Monter la valeur 2");
    clerk.key(Key::Tab);
    assert_eq!([clerk.value("Valeur 1"), clerk.value("Valeur 2")], ["Bronze", "Or"]);
    clerk.press("Ajouter une valeur");
    clerk.press("Ajouter le champ");
    assert_eq!(kept(&clerk)[0].choices, ["Bronze", "Or"]);
    assert_eq!(kept(&clerk)[0].kind, FieldKind::Choice);
}

#[test]
fn choices_are_renamed_moved_and_taken_away_and_who_holds_one_is_said() {
    let mut clerk = Clerk::holding(&three());
    clerk.settings("Champs personnalisés");
    clerk.press("Modifier Niveau");
    assert_eq!([clerk.value("Valeur 1"), clerk.value("Valeur 3")], ["Bronze", "Or"]);
    clerk.fill("Valeur 3", "Platine");
    clerk.press("Descendre la valeur 2");
    assert_eq!(clerk.value("Valeur 2"), "Platine");
    assert!(is_off(&clerk, "Descendre la valeur 3") && is_off(&clerk, "Monter la valeur 1"));
    clerk.press("Retirer la valeur 3");
    assert!(!clerk.says("sera à vérifier"));
    clerk.press("Retirer la valeur 1");
    assert!(clerk.says("«\u{a0}Bronze\u{a0}»\u{a0}: 1 client garde cette valeur, qui sera à vérifier."));
    clerk.press("Enregistrer");
    assert_eq!(kept(&clerk)[0].choices, ["Platine"]);
    assert_eq!(levels(&clerk), [Some("Platine".into()), Some("Bronze".into()), None]);
    clerk.press("Annuler la modification");
    assert_eq!(kept(&clerk)[0].choices, ["Bronze", "Argent", "Or"]);
    assert_eq!(levels(&clerk), [Some("Or".into()), Some("Bronze".into()), None]);
}

#[test]
fn the_kind_stays_once_clients_hold_values() {
    let mut clerk = Clerk::holding(&three());
    clerk.settings("Champs personnalisés");
    clerk.press("Modifier Niveau");
    assert!(clerk.says("Choix. 2 clients ont une valeur\u{a0}: le type ne change plus."));
    assert_eq!(clerk.count(Role::RadioButton, "Date"), 0);
    clerk.fill("Nom du champ", "Rang");
    clerk.press("Enregistrer");
    assert_eq!(names(&clerk)[0], "Rang");
    clerk.press("Modifier Depuis");
    clerk.click(Role::RadioButton, "Nombre");
    clerk.press("Enregistrer");
    assert_eq!(kept(&clerk)[1].kind, FieldKind::Number);
    // Nothing changed is no change.
    let before = clerk.snapshot().revision().unwrap();
    clerk.press("Modifier Depuis");
    clerk.press("Enregistrer");
    assert_eq!(clerk.snapshot().revision().unwrap(), before);
    assert_eq!(clerk.count(Role::Dialog, "Modifier Depuis"), 0);
}

#[test]
fn fields_are_arranged_and_hidden() {
    let mut clerk = Clerk::holding(&three());
    clerk.settings("Champs personnalisés");
    assert!(is_off(&clerk, "Monter Niveau") && is_off(&clerk, "Descendre Code"));
    clerk.press("Descendre Niveau");
    assert_eq!(names(&clerk), ["Depuis", "Niveau", "Code"]);
    clerk.press("Monter Code");
    assert_eq!(names(&clerk), ["Depuis", "Code", "Niveau"]);
    clerk.press("Plus d’actions pour Code");
    clerk.click(Role::MenuItem, "Masquer");
    assert!(kept(&clerk)[1].hidden);
    assert!(clerk.says("Texte, masqué"));
    clerk.press("Plus d’actions pour Code");
    clerk.click(Role::MenuItem, "Afficher");
    assert!(!kept(&clerk)[1].hidden);
    clerk.chord(Modifiers::COMMAND, Key::Z);
    assert!(kept(&clerk)[1].hidden);
}

#[test]
fn what_a_field_holds_is_said_before_it_is_deleted() {
    let mut clerk = Clerk::holding(&three());
    clerk.settings("Champs personnalisés");
    clerk.press("Plus d’actions pour Niveau");
    clerk.click(Role::MenuItem, "Supprimer");
    assert!(clerk.says("2 clients ont une valeur dans ce champ et la perdent."));
    clerk.press("Supprimer");
    assert_eq!(names(&clerk), ["Depuis", "Code"]);
    assert_eq!(levels(&clerk), [None, None, None]);
    clerk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(levels(&clerk), [Some("Or".into()), Some("Bronze".into()), None]);
    // What is counted follows.
    clerk.press("Modifier Niveau");
    assert!(clerk.says("Choix. 2 clients"));
    assert_eq!(clerk.count(Role::Label, "1 client"), 2);
    clerk.key(Key::Escape);
    clerk.press("Plus d’actions pour Depuis");
    clerk.click(Role::MenuItem, "Supprimer");
    assert!(clerk.says("Aucun client n’a de valeur dans ce champ."));
}

#[test]
fn a_book_with_two_hundred_fields_stays_usable() {
    let commands: Vec<Command> =
        (1..=200).map(|n| field(&format!("Champ {n:03}"), FieldKind::Text, &[])).collect();
    let mut clerk = Clerk::holding(&commands);
    clerk.settings("Champs personnalisés");
    assert_eq!(clerk.count(Role::Label, "Champ 001"), 1);
    assert_eq!(clerk.count(Role::Label, "Champ 200"), 0);
    for _ in 0..120 {
        clerk.key(Key::Tab);
    }
    assert!(clerk.focus().contains("Champ 0"), "{}", clerk.focus());
    assert_eq!(clerk.count(Role::Label, "Champ 001"), 0);
}

/// One client of each value, and one of none.
fn valued() -> Vec<Command> {
    vec![
        field("Niveau", FieldKind::Choice, &["Or", "Argent"]),
        field("Depuis", FieldKind::Date, &[]),
        field("Plafond", FieldKind::Amount, &[]),
        field("Matin", FieldKind::YesNo, &[]),
        import(vec![
            client("Asie", &[(1, "Argent"), (2, "2024-02-01"), (3, "9.50"), (4, "yes")]),
            client("Bolido", &[(1, "Or"), (3, "1234.50"), (4, "no")]),
            client("Cactus", &[]),
        ]),
    ]
}

/// The rows in view, by name.
fn heads(clerk: &Clerk) -> Vec<String> {
    clerk.all_named(Role::ColumnHeader)
}

#[test]
fn columns_are_chosen_moved_and_remembered() {
    let mut clerk = Clerk::holding(&valued());
    let usual = ["Nom", "Contact principal", "Ville", "Téléphone", "Catégories", "État"];
    assert_eq!(heads(&clerk), usual);
    clerk.tick("Colonnes", &["Contact principal", "Téléphone", "Catégories", "Plafond", "N° de client"]);
    assert_eq!(heads(&clerk), ["Nom", "Ville", "État", "Plafond", "N° de client"]);
    clerk.press("Colonnes");
    // The name stays first; the first and the last go no further.
    assert_eq!(clerk.count(Role::MenuItemCheckBox, "Nom"), 0);
    assert_eq!(clerk.count(Role::Button, "Monter Ville"), 0);
    assert_eq!(clerk.count(Role::Button, "Descendre N° de client"), 0);
    assert_eq!(clerk.count(Role::Button, "Monter Depuis"), 0);
    clerk.press("Monter Plafond");
    clerk.press("Descendre Ville");
    clerk.key(Key::Escape);
    let chosen = ["Nom", "Plafond", "Ville", "État", "N° de client"];
    assert_eq!(heads(&clerk), chosen);
    let mut clerk = clerk.reopen();
    assert_eq!(heads(&clerk), chosen);
    // A field that is gone has no column; with it the column comes back.
    clerk.settings("Champs personnalisés");
    clerk.press("Plus d’actions pour Plafond");
    clerk.click(Role::MenuItem, "Supprimer");
    clerk.press("Supprimer");
    clerk.chord(Modifiers::COMMAND, Key::Num1);
    assert_eq!(heads(&clerk), ["Nom", "Ville", "État", "N° de client"]);
    clerk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(heads(&clerk), chosen);
}

#[test]
fn values_stand_in_the_table_as_people_write_them_and_sort_by_what_they_are() {
    let mut clerk = Clerk::holding(&valued());
    clerk.tick("Colonnes", &["Contact principal", "Ville", "Depuis", "Plafond", "Matin", "Niveau"]);
    for cell in ["1 févr. 2024", "9,50\u{a0}€", "1\u{202f}234,50\u{a0}€", "Oui", "Non", "Argent", "Or"] {
        assert_eq!(clerk.count(Role::GridCell, cell), 1, "{cell}: {}", clerk.words());
    }
    for (column, first) in [("Plafond", "Asie"), ("Niveau", "Bolido"), ("Matin", "Asie"), ("Depuis", "Asie")]
    {
        clerk.click(Role::ColumnHeader, column);
        assert_eq!(clerk.rows()[0], first, "{column}");
        assert!(clerk.says(&format!("Tri\u{a0}: {column}")));
    }
    // Amounts stand at the right: both end at the same place.
    let right = |cell: &str| clerk.node(Role::GridCell, cell).rect().right();
    assert_eq!(right("9,50\u{a0}€"), right("1\u{202f}234,50\u{a0}€"));
}

#[test]
fn clients_are_filtered_by_a_value() {
    let mut clerk = Clerk::holding(&valued());
    for (value, found) in [
        ("Niveau\u{a0}: Or", vec!["Bolido"]),
        ("Matin\u{a0}: Oui", vec!["Asie"]),
        ("Matin\u{a0}: Non", vec!["Bolido"]),
        ("Depuis\u{a0}: rempli", vec!["Asie"]),
        ("Plafond\u{a0}: rempli", vec!["Asie", "Bolido"]),
    ] {
        clerk.tick("Champs", &[value]);
        assert_eq!(clerk.rows(), found, "{value}");
        let chip = clerk.node(Role::Button, value).accesskit_node().data().description().map(str::to_owned);
        assert_eq!(chip, Some(format!("Retirer le filtre {value}")));
        clerk.press(value);
        assert_eq!(clerk.rows().len(), 3);
    }
    // A client has one value in a field: another takes its place. Of several fields all count.
    clerk.tick("Champs", &["Niveau\u{a0}: Or", "Niveau\u{a0}: Argent"]);
    assert_eq!(clerk.rows(), ["Asie"]);
    clerk.tick("Champs", &["Matin\u{a0}: Non"]);
    assert_eq!(clerk.rows(), [""; 0]);
    clerk.tick("Champs", &["Niveau\u{a0}: Argent"]);
    assert_eq!(clerk.rows(), ["Bolido"]);
}

#[test]
fn a_filter_and_an_order_of_a_field_that_is_gone_are_lifted() {
    let mut clerk = Clerk::holding(&valued());
    clerk.tick("Colonnes", &["Niveau"]);
    clerk.click(Role::ColumnHeader, "Niveau");
    clerk.tick("Champs", &["Niveau\u{a0}: Or"]);
    clerk.settings("Champs personnalisés");
    clerk.press("Plus d’actions pour Niveau");
    clerk.click(Role::MenuItem, "Supprimer");
    clerk.press("Supprimer");
    clerk.chord(Modifiers::COMMAND, Key::Num1);
    assert_eq!(clerk.rows(), ["Asie", "Bolido", "Cactus"]);
    assert!(clerk.says("Tri\u{a0}: Nom"));
}

#[test]
fn no_more_columns_than_can_be_read() {
    let commands: Vec<Command> = (1..=20)
        .map(|n| field(&format!("Champ {n:02}"), FieldKind::Text, &[]))
        .chain([import(vec![client("Asie", &[])])])
        .collect();
    let mut clerk = Clerk::holding(&commands);
    let names: Vec<String> = (1..=8).map(|n| format!("Champ {n:02}")).collect();
    for name in &names {
        clerk.press("Colonnes");
        clerk.fill("Chercher une colonne", name);
        clerk.click(Role::MenuItemCheckBox, name);
        clerk.key(Key::Escape);
        clerk.key(Key::Escape);
    }
    assert_eq!(heads(&clerk).len(), 12);
    assert!(
        heads(&clerk).contains(&"Champ 06".to_owned()) && !heads(&clerk).contains(&"Champ 07".to_owned())
    );
}
