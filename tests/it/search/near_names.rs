//! Near names, after those that match as typed.

use super::*;

/// The near ones of some names, by their numbers from 1 on.
fn near_of(names: &[&str], text: &str) -> Vec<u64> {
    let clients = names.iter().zip(1..).map(|(name, id)| company(id, name)).collect();
    near(&without_notes(clients), &Query::text(text))
}

#[test]
fn the_start_of_a_word_of_a_name_may_be_misspelt() {
    let names = [
        "Boulangerie Lefèvre",
        "Lefebvre Menuiserie",
        "Dupond",
        "Dupont",
        "Gauthier",
        "Le Goff",
        "Atelier 9",
    ];
    for (text, expected) in [
        ("lefevre", [2].as_slice()),
        ("Lefèv", &[2]),
        ("lefebvre", &[1]),
        ("elfe", &[1, 2]),
        ("dupond", &[4]),
        ("dupont", &[3]),
        ("gautier", &[5]),
        ("guat", &[5]),
        ("boulenjer", &[1]),
        ("gautierr", &[5]),
        // Found as typed.
        ("gaut", &[]),
        ("lefe", &[]),
        ("angerie", &[]),
        // Too far, or not the start of a word.
        ("gautirr", &[]),
        ("boulenje", &[1]),
        ("boulenj", &[]),
        ("angxrie", &[]),
        // Too short.
        ("lxf", &[]),
        ("gof", &[]),
        ("ateliier 9", &[7]),
        ("atelier 8", &[]),
        ("", &[]),
    ] {
        assert_eq!(near_of(&names, text), expected, "{text}");
    }
}

#[test]
fn every_word_is_found_and_one_at_least_is_misspelt() {
    let mut clients = vec![company(1, "Boulangerie Lefèvre"), company(2, "Boulangerie Lefebvre")];
    clients[0].address.city = "Paris".into();
    clients[1].address.city = "Lyon".into();
    for (text, exact, near_names) in [
        ("boulangerie lefevre", [1].as_slice(), [2].as_slice()),
        ("boul lefebvre", &[2], &[1]),
        ("boulengerie lefbvre", &[], &[2, 1]),
        ("lefevre lyon", &[], &[2]),
        ("lefevre paris", &[1], &[]),
        ("lefevre pariz", &[], &[]),
        ("lefevre nice", &[], &[]),
        ("lefevre 0002", &[], &[2]),
        ("boul", &[2, 1], &[]),
    ] {
        let clients = without_notes(clients.clone());
        assert_eq!(found(&clients, &Query::text(text)), exact, "{text}");
        assert_eq!(near(&clients, &Query::text(text)), near_names, "{text}");
    }
}

#[test]
fn only_names_are_near() {
    let mut client = company(1, "Asie");
    client.contact.last_name = "Lefebvre".into();
    client.address.city = "Strasbourg".into();
    client.email = "contact@dupont.example".into();
    let clients = [(client, vec![note(1, 1, 3, "Gauthier")])];
    for text in ["lefevre", "strasburg", "gautier", "dupond", "contact@dupond.example", "lefevre@asie"] {
        assert_eq!(near(&clients, &Query::text(text)), [0; 0], "{text}");
    }
}

#[test]
fn near_names_come_last_those_of_the_archived_after_all() {
    let archived = |id, name: &str| Client { status: Status::Archived, ..company(id, name) };
    let clients = without_notes(vec![
        company(1, "Dupond B"),
        archived(2, "Dupond A"),
        archived(3, "Dupont"),
        company(4, "A Dupond"),
        company(5, "Z Dupont"),
    ]);
    let index = index(&clients);
    let ids = |query: &Query| {
        let rows = index.find(query);
        (rows.exact, rows.rows.iter().map(|id| id.0).collect::<Vec<_>>())
    };
    assert_eq!(ids(&Query::text("dupont")), (2, vec![5, 3, 4, 1, 2]));
    let by_name_down = Sort { column: Column::Name, descending: true };
    assert_eq!(ids(&Query { sort: by_name_down, ..Query::text("dupont") }), (2, vec![5, 3, 1, 4, 2]));
    let asked = |status| Filter { status: Some(status), ..Filter::default() };
    assert_eq!(
        ids(&Query { filter: asked(StateFilter::Archived), ..Query::text("dupont") }),
        (1, vec![3, 2])
    );
    assert_eq!(
        ids(&Query { filter: asked(StateFilter::Active), ..Query::text("dupont") }),
        (1, vec![5, 4, 1])
    );
    assert_eq!(ids(&Query::default()), (3, vec![4, 1, 5]));
}

#[test]
fn a_near_name_is_found_through_changes_too() {
    let clients = without_notes(vec![company(1, "Dupond"), company(2, "Asie")]);
    let query = Query::text("dupont");
    let renamed = company(2, "Dumont");
    let index = index(&clients).with([now(&renamed, &[]), (ClientId(1), None)]);
    assert_eq!((index.find(&query).exact, index.find(&query).rows), (0, vec![ClientId(2)]));
    assert_eq!(index.merged().find(&query), index.find(&query));
}

#[test]
fn a_near_name_needs_no_word_about_where_it_was_found() {
    let client = company(1, "Lefebvre");
    assert_eq!(found_in(&client, Known::default(), &Setup::new(HOME), "lefevre"), None);
    let city = Address { street: "24, place Kléber".into(), ..Address::default() };
    let there = Client { address: city, ..client.clone() };
    assert_eq!(
        found_in(&there, Known::default(), &Setup::new(HOME), "lefevre kleber").map(|found| found.place),
        Some(Place::Field(Field::Street))
    );
    // In a note it stands as typed.
    let notes = [note(1, 1, 3, "Lefèvre")];
    assert!(matches!(
        found_in(&client, super::notes(&notes), &Setup::new(HOME), "lefevre").unwrap().place,
        Place::Note { id: 1, .. }
    ));
}

#[test]
fn of_three_hundred_labelled_pairs_few_are_judged_wrongly() {
    let pairs = include_str!("../../data/near_names.csv");
    let marks = |name: &str| Marks::of(&company(1, name));
    let (mut found, mut right, mut same) = (0, 0, 0);
    for pair in pairs.lines().skip(1) {
        let cells: Vec<_> = pair.split(';').collect();
        let (one, other) = (marks(cells[0]), marks(cells[1]));
        let is_found = one.likeness(&other).is_some();
        assert_eq!(other.likeness(&one).is_some(), is_found, "{pair}");
        found += u32::from(is_found);
        same += u32::from(cells[2] == "1");
        right += u32::from(is_found && cells[2] == "1");
    }
    assert_eq!((pairs.lines().count(), same), (301, 150));
    assert_eq!((right, found), (142, 145));
}
