//! In which order clients come.

use super::*;

#[test]
fn the_rank_comes_before_the_column() {
    let mut inside = company(1, "Aamar");
    let mut elsewhere = company(2, "Aa");
    elsewhere.address.city = "Marseille".into();
    let mut deep = company(3, "Ab");
    deep.address.city = "Lamarche".into();
    let clients = vec![
        deep.clone(),
        elsewhere.clone(),
        inside.clone(),
        company(4, "Garage Martin"),
        company(5, "Mar Zoé"),
        company(6, "Marie Aa"),
    ];
    assert_eq!(found_by_text(clients, "mar"), [5, 6, 4, 1, 2, 3]);
    // The worst word counts: both in the name, one of them inside.
    inside.company = "Zaza Mart".into();
    let clients = vec![inside, company(4, "Martin Zaza"), company(5, "Dazaza Mart")];
    assert_eq!(found_by_text(clients.clone(), "zaz mar"), [4, 1, 5]);
    assert_eq!(found_by_text(clients, "mart za"), [4, 1, 5]);
}

#[test]
fn a_name_that_begins_with_the_query_is_first() {
    let clients = vec![
        company(1, "A Boulangerie Lefèvre"),
        company(2, "Boulangerie Lefèvre"),
        company(3, "Lefèvre Boulangerie"),
    ];
    assert_eq!(found_by_text(clients.clone(), "boulangerie lef"), [2, 1, 3]);
    assert_eq!(found_by_text(clients.clone(), "lef boulangerie"), [1, 2, 3]);
    assert_eq!(found_by_text(clients, "3"), [3]);
    let clients = vec![
        company(8, "Les 3 Suisses"),
        company(9, "3 Suisses"),
        Client { address: Address { street: "3 rue A".into(), ..Address::default() }, ..company(10, "Aa") },
    ];
    assert_eq!(found_by_text(clients, "3"), [9, 8, 10]);
}

#[test]
fn the_archived_are_found_by_text_after_all_others() {
    let archived = |id, name: &str| Client { status: Status::Archived, ..company(id, name) };
    let clients = without_notes(vec![archived(1, "Martin"), company(2, "Amart"), archived(3, "Amart")]);
    assert_eq!(found(&clients, &Query::text("mart")), [2, 1, 3]);
    assert_eq!(found(&clients, &Query::default()), [2]);
    let asked = |status, text: &str| {
        found(
            &clients,
            &Query { filter: Filter { status: Some(status), ..Filter::default() }, ..Query::text(text) },
        )
    };
    assert_eq!(asked(StateFilter::Archived, ""), [3, 1]);
    assert_eq!(asked(StateFilter::Archived, "martin"), [1]);
    assert_eq!(asked(StateFilter::Active, "mart"), [2]);
    assert_eq!(asked(StateFilter::ToComplete, ""), [2]);
}

#[test]
fn names_sort_as_in_the_language() {
    let names = ["côté", "coté", "côte", "cote", "Atelier 10", "Atelier 9", "atelier 9", "eb", "Éa", "ea"];
    let expected = ["atelier 9", "Atelier 9", "Atelier 10", "cote", "coté", "côte", "côté", "ea", "Éa", "eb"];
    assert_eq!(by_name("fr", &names), expected);
    assert_eq!(
        by_name(
            "fr",
            &[
                "Leblanc",
                "Le Bon",
                "l’atelier",
                "L'Atelier",
                "Latelier",
                "Œuvre",
                "Odile",
                "Of",
                "Jean-Paul",
                "Jean Paul",
                "Jeanne"
            ]
        ),
        [
            "Jean Paul",
            "Jean-Paul",
            "Jeanne",
            "L'Atelier",
            "l’atelier",
            "Latelier",
            "Le Bon",
            "Leblanc",
            "Odile",
            "Œuvre",
            "Of"
        ],
    );
    let words = ["nz", "ñandú", "oa", "na"];
    assert_eq!(by_name("es", &words), ["na", "nz", "ñandú", "oa"]);
    assert_eq!(by_name("en", &words), ["na", "ñandú", "nz", "oa"]);
    assert_eq!(by_name("no such language", &words), ["na", "ñandú", "nz", "oa"]);
}

/// The names of `tests/data/intl.csv` in the order of Intl, and where ours first differs.
fn order_of_intl(recorded: &str, language: &str) -> (usize, Option<String>) {
    let mut recorded = csv::Reader::from_reader(recorded.as_bytes());
    let rows: Vec<_> = recorded.records().map(Result::unwrap).collect();
    let theirs: Vec<&str> = rows
        .iter()
        .filter(|row| row[0].starts_with(language) && &row[1] == "order")
        .map(|row| &row[3])
        .collect();
    // In another order than they come out.
    let mut shuffled = theirs.clone();
    shuffled.sort_by_key(|name| name.bytes().rev().collect::<Vec<_>>());
    let ours = by_name(language, &shuffled);
    let differs = ours.iter().zip(&theirs).find(|(ours, theirs)| ours != theirs);
    (ours.len(), differs.map(|(ours, theirs)| format!("{ours}, not {theirs}")))
}

#[test]
fn names_stand_in_the_order_of_intl() {
    let recorded = include_str!("../../data/intl.csv");
    for language in ["fr", "en", "es"] {
        assert_eq!(order_of_intl(recorded, language), (256, None), "{language}");
    }
    // The same names in the order of another language are not in order.
    let wrong = recorded.replace("\"en-GB\"", "\"xx\"").replace("\"es\",", "\"en-GB\",");
    assert!(order_of_intl(&wrong, "en").1.is_some());
}

fn sorted(clients: &[(Client, Vec<Note>)], column: Column) -> [Vec<u64>; 2] {
    [false, true]
        .map(|descending| found(clients, &Query { sort: Sort { column, descending }, ..Query::default() }))
}

#[test]
fn each_column_sorts_and_who_has_no_value_is_last() {
    let mut clients =
        vec![company(1, "C"), company(2, "B"), company(3, "A"), individual(4, "Zoé", "D"), company(5, "B")];
    clients[0].contact.last_name = "Petit".into();
    clients[1].contact.first_name = "Anne".into();
    clients[3].contact.last_name = "Aaron".into();
    clients[0].address.city = "Éze".into();
    clients[2].address.city = "Fréjus".into();
    clients[4].address.city = "Éze".into();
    clients[0].phone = phone("01 42 60 30 30");
    clients[1].mobile = phone("06 11 22 33 44");
    clients[2].phone = phone("003");
    clients[3].phone = phone("+32 2 512 34 56");
    clients[4].number = "A-10".into();
    clients[3].number = "a-9".into();
    let clients = without_notes(clients);
    assert_eq!(sorted(&clients, Column::Name), [vec![3, 2, 5, 1, 4], vec![4, 1, 2, 5, 3]]);
    assert_eq!(sorted(&clients, Column::Contact), [vec![2, 1, 3, 5, 4], vec![1, 2, 3, 5, 4]]);
    assert_eq!(sorted(&clients, Column::City), [vec![5, 1, 3, 2, 4], vec![3, 5, 1, 2, 4]]);
    assert_eq!(sorted(&clients, Column::Phone), [vec![4, 1, 2, 3, 5], vec![3, 2, 1, 4, 5]]);
    assert_eq!(sorted(&clients, Column::Number), [vec![1, 2, 3, 4, 5], vec![5, 4, 3, 2, 1]]);
}

#[test]
fn numbers_sort_by_their_value() {
    let number = |id, number: &str| Client { number: number.into(), ..company(id, "N") };
    let clients = without_notes(vec![
        number(1, "10000"),
        number(2, "0999"),
        number(3, "b2"),
        number(4, "B10"),
        number(5, "7"),
    ]);
    assert_eq!(sorted(&clients, Column::Number)[0], [5, 2, 1, 3, 4]);
}

#[test]
fn states_sort_by_what_asks_for_action() {
    let whole = |id, name: &str| Client {
        email: "a@orange.fr".into(),
        phone: phone("01 42 60 30 30"),
        address: Address {
            street: "1 rue A".into(),
            postcode: "75001".into(),
            city: "Paris".into(),
            region: String::new(),
            street2: String::new(),
            country: "FR".into(),
        },
        ..company(id, name)
    };
    let archived = Client { status: Status::Archived, ..company(1, "A") };
    let doubted = Client { email: "no address".into(), ..whole(4, "Bc") };
    let clients = without_notes(vec![archived, whole(2, "Ba"), company(3, "Bb"), doubted]);
    let all = |descending| {
        found(&clients, &Query { sort: Sort { column: Column::State, descending }, ..Query::text("0") })
    };
    assert_eq!(all(false), [4, 3, 2, 1]);
    assert_eq!(all(true), [2, 3, 4, 1]);
    let asked = |status| {
        found(
            &clients,
            &Query { filter: Filter { status: Some(status), ..Filter::default() }, ..Query::default() },
        )
    };
    assert_eq!(asked(StateFilter::ToCheck), [4]);
    assert_eq!(asked(StateFilter::ToComplete), [3]);
}
