//! Commands of categories and custom fields, on the plainest store there is: what each changes, and what it refuses.

use std::collections::BTreeSet;

use comptoir::domain::category::{Category, Tint};
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{Act, CategoryCommand, CustomFieldCommand, Done, Refused};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::doubt::Reason;
use comptoir::domain::numbering::Sequence;
use comptoir::domain::place::Place;
use comptoir::domain::record::{Invalid, Kind};

use crate::support::book::stamp;
use crate::support::model::Model;
use crate::support::orders::{Order as _, all, client, done, ids, last, model, put, refused};

fn create(name: &str) -> CategoryCommand {
    CategoryCommand::Create { name: name.into(), tint: None }
}

/// Three clients, and the categories 1 "Gros" and 2 "Détail".
fn grouped() -> Model {
    let mut model = model(&["Asie", "Bolido", "Cactus"]);
    done(&mut model, create("Gros"));
    done(&mut model, create("Détail"));
    model
}

fn assign(category: u64, clients: &[u64]) -> CategoryCommand {
    CategoryCommand::Assign { category, clients: ids(clients) }
}

fn groups(model: &Model) -> Vec<Vec<u64>> {
    all::<Client>(model).into_iter().map(|client| client.categories).collect()
}

fn category(id: u64, name: &str, tint: Tint) -> Category {
    Category { id, name: name.into(), tint }
}

fn taken(kind: Kind, name: &str) -> Refused {
    Refused::NameTaken { kind, name: name.into() }
}

#[test]
fn a_category_is_made_once_under_a_clean_name() {
    let mut model = model(&[]);
    let made = done(&mut model, create(" Gros\r\nclients\u{202e} "));
    assert_eq!(made, Done { act: Act::CreateCategory, clients: Vec::new() });
    let chosen = CategoryCommand::Create { name: "Détail".into(), tint: Some(Tint::Grey) };
    done(&mut model, chosen);
    let expected = [category(1, "Gros clients", Tint::Blue), category(2, "Détail", Tint::Grey)];
    assert_eq!(all::<Category>(&model), expected);
    assert_eq!(last(&model, Sequence::CategoryId), 2);
    assert_eq!(refused(&model, create("DETAIL")), taken(Kind::Category, "DETAIL"));
    assert_eq!(refused(&model, create("\n\u{200e}")), Refused::Invalid(Invalid::Empty("category")));
    done(&mut model.clone(), create(&"é".repeat(100)));
    let long = format!("{}\n", "é".repeat(4_000));
    assert_eq!(refused(&model, create(&long)), Refused::Invalid(Invalid::TooLong("category")));
    // The next one takes the tint whose turn it is.
    done(&mut model, create("Passage"));
    assert_eq!(all::<Category>(&model)[2].tint, Tint::Amber);
}

#[test]
fn a_category_is_changed_as_it_was_looked_at() {
    let mut model = grouped();
    let before = category(1, "Gros", Tint::Blue);
    let change = |before: &Category, name: &str, tint| {
        // An id cannot be changed.
        CategoryCommand::Change { before: before.clone(), after: category(9, name, tint) }
    };
    let told = done(&mut model, change(&before, " GROS", Tint::Rose));
    assert_eq!(told, Done { act: Act::ChangeCategory, clients: Vec::new() });
    let now = category(1, "GROS", Tint::Rose);
    assert_eq!(all::<Category>(&model)[0], now);
    assert_eq!(refused(&model, change(&before, "Autre", Tint::Blue)), Refused::RecordChanged(Kind::Category));
    assert_eq!(refused(&model, change(&now, "GROS ", Tint::Rose)), Refused::NothingToDo);
    assert_eq!(refused(&model, change(&now, "detail", Tint::Rose)), taken(Kind::Category, "detail"));
    done(&mut model.clone(), change(&now, "GROS", Tint::Grey));
    done(&mut model, CategoryCommand::Delete(1));
    assert_eq!(refused(&model, change(&now, "Autre", Tint::Blue)), Refused::RecordGone(Kind::Category));
    // A name that is free again can be taken.
    done(&mut model, create("Gros"));
    assert_eq!(all::<Category>(&model)[1].id, 3);
}

#[test]
fn clients_come_into_a_category_once_and_out_again() {
    let mut model = grouped();
    let told = done(&mut model, assign(1, &[3, 1, 3]));
    assert_eq!(told, Done { act: Act::AssignCategory, clients: ids(&[3, 1]) });
    assert_eq!(groups(&model), [vec![1], vec![], vec![1]]);
    assert_eq!(done(&mut model, assign(2, &[1])).clients, ids(&[1]));
    assert_eq!(done(&mut model, assign(1, &[1, 2])).clients, ids(&[2]));
    assert_eq!(groups(&model), [vec![1, 2], vec![1], vec![1]]);
    assert_eq!(refused(&model, assign(1, &[1, 2])), Refused::NothingToDo);
    assert_eq!(refused(&model, assign(1, &[])), Refused::NothingToDo);
    assert_eq!(refused(&model, assign(9, &[1])), Refused::RecordGone(Kind::Category));
    assert_eq!(refused(&model, assign(2, &[2, 9])), Refused::Gone);
    let out = |category, clients: &[u64]| CategoryCommand::Unassign { category, clients: ids(clients) };
    let told = done(&mut model, out(1, &[1, 3]));
    assert_eq!(told, Done { act: Act::UnassignCategory, clients: ids(&[1, 3]) });
    assert_eq!(groups(&model), [vec![2], vec![1], vec![]]);
    assert_eq!(refused(&model, out(1, &[1, 3])), Refused::NothingToDo);
    assert_eq!(refused(&model, out(9, &[1])), Refused::RecordGone(Kind::Category));
    assert_eq!(refused(&model, out(1, &[9])), Refused::Gone);
}

#[test]
fn who_comes_into_a_category_was_changed() {
    let mut model = grouped();
    let before = client(&model, 2).unwrap().updated;
    let command = assign(1, &[1]).command();
    assert!(command.apply(&mut model, stamp(9)).is_ok());
    let moments = [1, 2].map(|id| client(&model, id).unwrap().updated);
    assert_eq!(moments, [stamp(9).at, before]);
}

#[test]
fn merging_puts_everybody_into_the_other_once() {
    let mut model = grouped();
    done(&mut model, create("Passage"));
    done(&mut model, assign(1, &[1, 2]));
    done(&mut model, assign(3, &[1]));
    done(&mut model, assign(2, &[1, 3]));
    assert_eq!(groups(&model), [vec![1, 3, 2], vec![1], vec![2]]);
    let told = done(&mut model, CategoryCommand::Merge { from: 1, into: 2 });
    assert_eq!(told, Done { act: Act::MergeCategories, clients: ids(&[1, 2]) });
    assert_eq!(groups(&model), [vec![3, 2], vec![2], vec![2]]);
    assert_eq!(model.ids(Kind::Category), [2, 3]);
    // The place among the others stays.
    done(&mut model, create("Demi-gros"));
    done(&mut model, CategoryCommand::Merge { from: 3, into: 4 });
    assert_eq!(groups(&model)[0], [4, 2]);
    let gone = Refused::RecordGone(Kind::Category);
    for (from, into, why) in [(2, 2, Refused::NothingToDo), (9, 2, gone.clone()), (2, 9, gone)] {
        assert_eq!(refused(&model, CategoryCommand::Merge { from, into }), why);
    }
    // One that nobody is in merges too.
    done(&mut model, create("Vide"));
    assert_eq!(done(&mut model, CategoryCommand::Merge { from: 5, into: 2 }).clients, []);
}

#[test]
fn a_category_that_is_deleted_is_taken_from_whoever_is_in_it() {
    let mut model = grouped();
    done(&mut model, assign(1, &[1, 3]));
    done(&mut model, assign(2, &[3]));
    let told = done(&mut model, CategoryCommand::Delete(1));
    assert_eq!(told, Done { act: Act::DeleteCategory, clients: ids(&[1, 3]) });
    assert_eq!(groups(&model), [vec![], vec![], vec![2]]);
    assert_eq!(refused(&model, CategoryCommand::Delete(1)), Refused::RecordGone(Kind::Category));
    // Ids are never used again.
    done(&mut model, CategoryCommand::Delete(2));
    done(&mut model, create("Gros"));
    assert_eq!(model.ids(Kind::Category), [3]);
}

fn level() -> CustomField {
    CustomField {
        name: " Niveau\n".into(),
        kind: FieldKind::Choice,
        choices: ["Bronze", " ", "Argent\t", "bronze", "Or"].map(String::from).to_vec(),
        id: 77,
        rank: 77,
        ..CustomField::default()
    }
}

fn named(name: &str) -> CustomFieldCommand {
    CustomFieldCommand::Create(CustomField { name: name.into(), ..CustomField::default() })
}

/// Three clients of whom the first two have a level, and the field 1 "Niveau".
fn levelled() -> Model {
    let mut model = model(&["Asie", "Bolido", "Cactus"]);
    done(&mut model, CustomFieldCommand::Create(level()));
    for (id, value) in [(1, "Bronze"), (2, "Argent")] {
        let mut client = client(&model, id).unwrap();
        client.custom.insert(1, value.into());
        client.kept.insert(Place::Custom(1), value.into());
        put(&mut model, &client);
    }
    model
}

fn values(model: &Model) -> Vec<Option<String>> {
    all::<Client>(model).into_iter().map(|client| client.custom.get(&1).cloned()).collect()
}

#[test]
fn a_custom_field_is_made_the_last_with_clean_choices() {
    let mut model = model(&[]);
    let told = done(&mut model, CustomFieldCommand::Create(level()));
    assert_eq!(told, Done { act: Act::CreateCustomField, clients: Vec::new() });
    let field = all::<CustomField>(&model).remove(0);
    assert_eq!((field.id, field.rank, field.name.as_str()), (1, 0, "Niveau"));
    assert_eq!(field.choices, ["Bronze", "Argent", "Or"]);
    assert_eq!(last(&model, Sequence::CustomFieldId), 1);
    done(&mut model, named("Remise"));
    done(&mut model, CustomFieldCommand::Arrange(vec![2, 1]));
    done(&mut model, named("Carte"));
    let ranks: Vec<_> = all::<CustomField>(&model).iter().map(|field| field.rank).collect();
    assert_eq!(ranks, [1, 0, 2]);
    assert_eq!(refused(&model, named("niveau")), taken(Kind::CustomField, "niveau"));
    assert_eq!(refused(&model, named(" \n")), Refused::Invalid(Invalid::Empty("custom_field")));
    let long = named(&"é".repeat(101));
    assert_eq!(refused(&model, long), Refused::Invalid(Invalid::TooLong("custom_field")));
}

#[test]
fn a_choice_with_another_name_takes_its_clients_along() {
    let mut model = levelled();
    let before = all::<CustomField>(&model).remove(0);
    // The two change names; the third is not a choice any more.
    let after =
        CustomField { id: 9, rank: 9, choices: vec!["Argent".into(), "Bronze".into()], ..before.clone() };
    let renamed = vec![
        ("Bronze".into(), " Argent ".into()),
        ("Argent".into(), "Bronze".into()),
        ("Or".into(), "Platine".into()),
    ];
    let change = CustomFieldCommand::Change { before: before.clone(), after, renamed };
    let told = done(&mut model, change.clone());
    assert_eq!(told, Done { act: Act::ChangeCustomField, clients: ids(&[1, 2]) });
    assert_eq!(values(&model), [Some("Argent".into()), Some("Bronze".into()), None]);
    let now = all::<CustomField>(&model).remove(0);
    assert_eq!((now.id, now.rank, now.choices.len()), (1, 0, 2));
    assert_eq!(refused(&model, change), Refused::RecordChanged(Kind::CustomField));
}

#[test]
fn a_choice_deleted_while_used_leaves_what_clients_have_to_be_doubted() {
    let mut model = levelled();
    let before = all::<CustomField>(&model).remove(0);
    let after = CustomField { choices: vec!["Argent".into()], ..before.clone() };
    // A new name that cannot be chosen changes nobody.
    let renamed = vec![("Bronze".into(), "Cuivre".into())];
    let told = done(&mut model, CustomFieldCommand::Change { before, after, renamed });
    assert_eq!(told.clients, []);
    assert_eq!(values(&model), [Some("Bronze".into()), Some("Argent".into()), None]);
    let field = all::<CustomField>(&model).remove(0);
    assert_eq!(field.doubt("Bronze", "FR"), Some(Reason::NotAChoice));
    assert_eq!(field.doubt("Argent", "FR"), None);
}

#[test]
fn a_custom_field_is_renamed_and_hidden_as_it_was_looked_at() {
    let mut model = levelled();
    done(&mut model, named("Remise"));
    let before = all::<CustomField>(&model).remove(0);
    let change = |before: &CustomField, name: &str, hidden| {
        let after = CustomField { name: name.into(), hidden, ..before.clone() };
        CustomFieldCommand::Change { before: before.clone(), after, renamed: Vec::new() }
    };
    assert_eq!(refused(&model, change(&before, "remise", false)), taken(Kind::CustomField, "remise"));
    assert_eq!(refused(&model, change(&before, "Niveau ", false)), Refused::NothingToDo);
    assert_eq!(done(&mut model, change(&before, "NIVEAU", true)).clients, []);
    let now = all::<CustomField>(&model).remove(0);
    assert_eq!((now.name.as_str(), now.hidden), ("NIVEAU", true));
    done(&mut model, CustomFieldCommand::Delete(1));
    assert_eq!(refused(&model, change(&now, "Autre", true)), Refused::RecordGone(Kind::CustomField));
}

#[test]
fn custom_fields_are_put_in_order() {
    let mut model = model(&[]);
    for name in ["Un", "Deux", "Trois", "Quatre"] {
        done(&mut model, named(name));
    }
    let order = |model: &Model| {
        let mut fields = all::<CustomField>(model);
        fields.sort_by_key(|field| (field.rank, field.id));
        fields.into_iter().map(|field| field.id).collect::<Vec<_>>()
    };
    let told = done(&mut model, CustomFieldCommand::Arrange(vec![3, 1]));
    assert_eq!(told, Done { act: Act::ArrangeCustomFields, clients: Vec::new() });
    // Those not named come after, as they stood.
    assert_eq!(order(&model), [3, 1, 2, 4]);
    done(&mut model, CustomFieldCommand::Arrange(vec![4, 2]));
    assert_eq!(order(&model), [4, 2, 3, 1]);
    let same = CustomFieldCommand::Arrange(vec![4, 2, 3, 1]);
    assert_eq!(refused(&model, same), Refused::NothingToDo);
    let unknown = CustomFieldCommand::Arrange(vec![1, 9]);
    assert_eq!(refused(&model, unknown), Refused::RecordGone(Kind::CustomField));
    // The last one alone out of place is enough.
    done(&mut model, CustomFieldCommand::Arrange(vec![4, 2, 1]));
    assert_eq!(order(&model), [4, 2, 1, 3]);
}

#[test]
fn a_custom_field_goes_with_what_clients_hold_in_it() {
    let mut model = levelled();
    done(&mut model, named("Remise"));
    let mut second = client(&model, 2).unwrap();
    second.custom.insert(2, "10 %".into());
    put(&mut model, &second);
    let told = done(&mut model, CustomFieldCommand::Delete(1));
    assert_eq!(told, Done { act: Act::DeleteCustomField, clients: ids(&[1, 2]) });
    assert_eq!(values(&model), [None, None, None]);
    let second = client(&model, 2).unwrap();
    assert_eq!(second.custom.len(), 1);
    assert!(second.kept.is_empty());
    assert_eq!(model.ids(Kind::CustomField), [2]);
    assert_eq!(refused(&model, CustomFieldCommand::Delete(1)), Refused::RecordGone(Kind::CustomField));
}

#[test]
fn five_hundred_categories_and_two_hundred_fields_are_as_good_as_few() {
    let mut model = model(&["Asie"]);
    for n in 0..500 {
        done(&mut model, create(&format!("Catégorie {n}")));
        done(&mut model, assign(n + 1, &[1]));
    }
    for n in 0..200 {
        done(&mut model, named(&format!("Champ {n}")));
    }
    assert_eq!(client(&model, 1).unwrap().categories.len(), 500);
    assert_eq!(refused(&model, create("catégorie 499")), taken(Kind::Category, "catégorie 499"));
    let ranks: BTreeSet<_> = all::<CustomField>(&model).iter().map(|field| field.rank).collect();
    assert_eq!(ranks.len(), 200);
    let order: Vec<u64> = (1..=200).rev().collect();
    done(&mut model, CustomFieldCommand::Arrange(order));
    assert_eq!(all::<CustomField>(&model)[0].rank, 199);
    done(&mut model, CategoryCommand::Merge { from: 500, into: 1 });
    done(&mut model, CategoryCommand::Delete(1));
    assert_eq!(client(&model, 1).unwrap().categories.len(), 498);
    assert_eq!(client(&model, 1).map(|client| client.id), Some(ClientId(1)));
}
