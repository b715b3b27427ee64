//! Filters and columns of categories and custom fields, and reminders.

use comptoir::domain::custom_field::{CustomField, FieldKind};

use super::*;

const NAMES: [(u64, &str); 3] = [(1, "Zone"), (2, "Étoile"), (3, "Faubourg")];

fn fields() -> Vec<CustomField> {
    let kinds = [FieldKind::Number, FieldKind::Date, FieldKind::YesNo, FieldKind::Choice, FieldKind::Text];
    let field = |(id, kind): (u64, FieldKind)| CustomField {
        id,
        name: format!("F{id}"),
        kind,
        choices: ["Haute", "Basse"].map(str::to_owned).to_vec(),
        ..CustomField::default()
    };
    (1..).zip(kinds).map(field).collect()
}

/// Five clients, A to E; the last one has nothing.
fn clients() -> [Client; 5] {
    let client = |id: u64, name: &str, categories: &[u64], custom: [&str; 5]| {
        let custom = (1..).zip(custom).filter(|(_, value)| !value.is_empty());
        let custom = custom.map(|(field, value)| (field, value.to_owned())).collect();
        Client { categories: categories.to_vec(), custom, ..company(id, name) }
    };
    [
        client(1, "A", &[1, 3], ["10", "2026-11-24", "no", "Basse", "Éa"]),
        client(2, "B", &[2], ["9.5", "2025-12-31", "yes", "Haute", "eb"]),
        client(3, "C", &[1], ["-1", "hier", "", "Moyenne", "Atelier 10"]),
        client(4, "D", &[3, 2], ["beaucoup", "", "yes", "", "atelier 9"]),
        client(5, "E", &[], [""; 5]),
    ]
}

fn book() -> Index {
    let reading = Arc::new(Reading::new("fr", Setup::new(HOME).with(categories(&NAMES), fields())));
    let clients = clients();
    let part = Part::of(clients.iter().map(|client| (client, Known::default())), &reading);
    Index::join(reading, &[part])
}

fn rows(index: &Index, filter: Filter, sort: Sort) -> Vec<u64> {
    let query = Query { filter, sort, ..Query::default() };
    index.find(&query).rows.iter().map(|id| id.0).collect()
}

/// The rows of the base, and of the same book of which half stands beside the base.
fn both(filter: &Filter, sort: Sort) -> Vec<u64> {
    let clients = clients();
    let beside = book().with(clients.iter().skip(2).map(|client| now(client, &[])));
    let found = rows(&book(), filter.clone(), sort);
    assert_eq!(rows(&beside, filter.clone(), sort), found);
    found
}

#[test]
fn clients_are_chosen_by_categories_and_custom_fields() {
    let in_some = |categories: &[u64]| Filter { categories: categories.to_vec(), ..Filter::default() };
    let with = |field, value: Option<&str>| Filter {
        custom: vec![CustomFilter {
            field,
            is: value.map_or(Condition::Filled, |value| Condition::Is(value.to_owned())),
        }],
        ..Filter::default()
    };
    for (filter, expected) in [
        (in_some(&[1]), &[1, 3][..]),
        (in_some(&[1, 2]), &[1, 2, 3, 4]),
        (Filter { all: true, ..in_some(&[2, 3]) }, &[4]),
        (Filter { uncategorised: true, ..Filter::default() }, &[5]),
        (Filter { uncategorised: true, ..in_some(&[2]) }, &[2, 4, 5]),
        (with(3, Some("yes")), &[2, 4]),
        (with(2, None), &[1, 2, 3]),
        (with(4, Some("Haut")), &[]),
        (with(8, None), &[]),
        (Filter { categories: vec![3], ..with(3, Some("yes")) }, &[4]),
    ] {
        assert_eq!(both(&filter, Sort::default()), expected, "{filter:?}");
    }
}

#[test]
fn clients_are_chosen_by_what_their_values_contain_and_lie_between() {
    let with = |field, is| Filter { custom: vec![CustomFilter { field, is }], ..Filter::default() };
    let contains = |text: &str| Condition::Contains(text.to_owned());
    let between = |from: &str, to: &str| {
        let end = |end: &str| (!end.is_empty()).then(|| end.to_owned());
        Condition::Between { from: end(from), to: end(to) }
    };
    for (filter, expected) in [
        (with(5, contains("atelier")), &[3, 4][..]),
        (with(5, contains("ER 1")), &[3]),
        // Nothing is found from one value to the next.
        (with(5, contains("eb atelier")), &[]),
        (with(5, contains("a")), &[1, 3, 4]),
        (with(1, between("-1", "9.5")), &[2, 3]),
        (with(1, between("9.6", "")), &[1]),
        (with(2, between("", "2025-12-31")), &[2]),
        (with(2, between("2026-01-01", "2026-11-24")), &[1]),
        (with(2, between("hier", "")), &[]),
        (with(3, Condition::Empty), &[3, 5]),
        (with(5, between("a", "z")), &[]),
    ] {
        assert_eq!(both(&filter, Sort::default()), expected, "{filter:?}");
    }
}

/// Six clients: two in Paris, one in Pforzheim whose postcode begins as Paris's, one in Corsica, one overseas, one nowhere.
fn spread() -> [Client; 6] {
    let client = |id: u64, city: &str, postcode: &str, country: &str| {
        let address = Address {
            city: city.into(),
            postcode: postcode.into(),
            country: country.into(),
            ..Address::default()
        };
        Client { address, ..company(id, &format!("N{id}")) }
    };
    [
        client(1, "Paris", "75006", "FR"),
        client(2, "PARIS", "75 011", ""),
        client(3, "Pforzheim", "75172", "DE"),
        client(4, "Bastia", "20200", "FR"),
        client(5, "Saint-Denis", "97400", "RE"),
        client(6, "", "", "FR"),
    ]
}

fn spread_index(beside: usize) -> Index {
    let reading = reading();
    let clients = spread();
    let (base, delta) = clients.split_at(clients.len() - beside);
    let part = Part::of(base.iter().map(|client| (client, Known::default())), &reading);
    Index::join(reading, &[part]).with(delta.iter().map(|client| now(client, &[])))
}

#[test]
fn clients_are_chosen_by_where_they_are() {
    let strings = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let countries = |all: &[&str]| Filter { countries: strings(all), ..Filter::default() };
    let cities = |all: &[&str]| Filter { cities: strings(all), ..Filter::default() };
    let postcodes = |all: &[&str]| Filter { postcodes: strings(all), ..Filter::default() };
    let departments = |all: &[&str]| Filter { departments: strings(all), ..Filter::default() };
    for (filter, expected) in [
        (countries(&["FR"]), &[1, 2, 4, 6][..]),
        (countries(&["DE", "RE"]), &[3, 5]),
        (countries(&["BE"]), &[]),
        (cities(&["paris"]), &[1, 2]),
        (cities(&["Bastia", "saint denis"]), &[4, 5]),
        (cities(&["Par"]), &[]),
        (postcodes(&["75"]), &[1, 2, 3]),
        (postcodes(&["750"]), &[1, 2]),
        (postcodes(&["75 01"]), &[2]),
        (postcodes(&["75006", "2"]), &[1, 4]),
        (postcodes(&[""]), &[1, 2, 3, 4, 5]),
        (departments(&["75"]), &[1, 2]),
        (departments(&["2B", "974"]), &[4, 5]),
        (departments(&["2A"]), &[]),
        (Filter { postcodes: strings(&["751"]), ..departments(&["75"]) }, &[1, 2, 3]),
        (Filter { cities: strings(&["Paris"]), ..postcodes(&["75011"]) }, &[2]),
        (Filter { countries: strings(&["DE"]), ..postcodes(&["75"]) }, &[3]),
    ] {
        for beside in [0, 2, 6] {
            let found = rows(&spread_index(beside), filter.clone(), Sort::default());
            assert_eq!(found, expected, "{filter:?} {beside}");
        }
    }
}

#[test]
fn where_clients_are_is_counted_without_those_archived_or_gone() {
    let told = |index: &Index, what| {
        let mut told = index.whereabouts(what);
        told.sort();
        told
    };
    let of = |all: &[(&str, usize)]| all.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect::<Vec<_>>();
    for beside in [0, 2, 4] {
        let index = spread_index(beside);
        assert_eq!(told(&index, Whereabouts::Country), of(&[("DE", 1), ("FR", 4), ("RE", 1)]));
        assert_eq!(
            told(&index, Whereabouts::City),
            of(&[("Bastia", 1), ("Paris", 2), ("Pforzheim", 1), ("Saint-Denis", 1)])
        );
        assert_eq!(told(&index, Whereabouts::Department), of(&[("2B", 1), ("75", 2), ("974", 1)]));
        let archived = Client { status: Status::Archived, ..spread()[0].clone() };
        let index = index.with([now(&archived, &[]), (ClientId(4), None)]);
        for index in [index.merged(), index] {
            // Two ways of writing are one city.
            let cities = told(&index, Whereabouts::City);
            let folded: Vec<_> = cities.iter().map(|(name, n)| (name.to_lowercase(), *n)).collect();
            assert_eq!(folded, of(&[("paris", 1), ("pforzheim", 1), ("saint-denis", 1)]));
            assert_eq!(told(&index, Whereabouts::Department), of(&[("75", 1), ("974", 1)]));
        }
    }
}

#[test]
fn the_new_columns_sort_by_what_values_mean() {
    for (column, up, down) in [
        (Column::Categories, [2, 4, 1, 3, 5], [3, 1, 2, 4, 5]),
        (Column::Custom(1), [3, 2, 1, 4, 5], [4, 1, 2, 3, 5]),
        (Column::Custom(2), [2, 1, 3, 4, 5], [3, 1, 2, 4, 5]),
        (Column::Custom(3), [2, 4, 1, 3, 5], [1, 2, 4, 3, 5]),
        (Column::Custom(4), [2, 1, 3, 4, 5], [3, 1, 2, 4, 5]),
        (Column::Custom(5), [4, 3, 1, 2, 5], [2, 1, 3, 4, 5]),
        (Column::Custom(9), [1, 2, 3, 4, 5], [1, 2, 3, 4, 5]),
    ] {
        let sorted = |descending| both(&Filter::default(), Sort { column, descending });
        assert_eq!((sorted(false), sorted(true)), (up.to_vec(), down.to_vec()), "{column}");
    }
}

#[test]
fn a_category_is_renamed_under_the_index() {
    let before = book();
    let by_category = Sort { column: Column::Categories, descending: false };
    assert_eq!(rows(&before, Filter::default(), by_category), [2, 4, 1, 3, 5]);
    let setup = Setup::new(HOME).with(categories(&[(1, "Abri"), (2, "Étoile"), (3, "Faubourg")]), fields());
    let after = before.under(&setup).unwrap();
    assert_eq!(rows(&after, Filter::default(), by_category), [1, 3, 2, 4, 5]);
    assert_eq!(rows(&after.merged(), Filter::default(), by_category), [1, 3, 2, 4, 5]);
    assert_eq!(after.find(&Query::text("abri")).total(), 2);
    assert_eq!(after.find(&Query::text("zone")).total(), 0);
    assert_eq!(before.find(&Query::text("zone")).total(), 2);
    // Another kind of a field is read anew.
    let mut other = fields();
    other[0].kind = FieldKind::Text;
    assert!(before.under(&Setup::new(HOME).with(Vec::new(), other)).is_none());
}

#[test]
fn reminders_follow_notes_by_day() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day);
    let reminded = |id, client, on: u32| Note { remind: day(on), ..note(id, client, 3, "Rappeler") };
    let told = |index: &Index| {
        index.reminders().iter().map(|one| (one.note, one.client.0, one.day)).collect::<Vec<_>>()
    };
    let of = |note, client, on: u32| (note, client, day(on).unwrap());
    let clients = [
        (company(1, "A"), vec![reminded(1, 1, 9), note(2, 1, 3, "Rien")]),
        (company(2, "B"), vec![reminded(3, 2, 2), reminded(4, 2, 9)]),
    ];
    let index = index(&clients);
    assert_eq!(told(&index), [of(3, 2, 2), of(1, 1, 9), of(4, 2, 9)]);
    // Done, put off, added.
    let later = [reminded(3, 2, 20)];
    let after = index.with([now(&clients[1].0, &later)]);
    assert_eq!(told(&after), [of(1, 1, 9), of(3, 2, 20)]);
    let new = company(3, "C");
    let after = after.with([now(&new, &[reminded(5, 3, 1)])]);
    assert_eq!(told(&after), [of(5, 3, 1), of(1, 1, 9), of(3, 2, 20)]);
    assert_eq!(told(&after.merged()), told(&after));
    // A client without reminders leaves them as they are; one that has gone takes its own along.
    assert_eq!(told(&after.with([now(&company(4, "D"), &[])])), told(&after));
    assert_eq!(told(&after.with([(ClientId(1), None), (ClientId(3), None)])), [of(3, 2, 20)]);
    assert_eq!(told(&index), [of(3, 2, 2), of(1, 1, 9), of(4, 2, 9)]);
}
