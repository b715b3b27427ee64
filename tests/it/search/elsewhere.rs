//! What is said of a match that the table does not show.

use super::*;

fn client() -> Client {
    Client {
        phone: phone("01 42 60 30 30"),
        mobile: phone("06 11 22 33 44"),
        email: "contact@asie.example".into(),
        contact: Contact { last_name: "Petit".into(), role: "Acheteur".into(), ..Contact::default() },
        contacts: vec![Contact { last_name: "Grand".into(), ..Contact::default() }],
        address: Address {
            street: "24, place Kléber".into(),
            city: "Nice".into(),
            country: "DE".into(),
            ..Address::default()
        },
        delivery_address: Some(Address { city: "Brest".into(), ..Address::default() }),
        siret: "55200844300012".into(),
        custom: [(7, "vermeil".into())].into(),
        ..company(12, "Asie")
    }
}

fn setup() -> Setup {
    Setup::new(HOME)
}

fn place(query: &str) -> Option<(Place, String)> {
    let about =
        [note(1, 12, 3, "Préfère le jeudi"), note(2, 12, 5, "Rappeler jeudi"), note(3, 12, 4, "Rien")];
    found_in(&client(), notes(&about), &setup(), query).map(|found| (found.place, found.excerpt))
}

#[test]
fn what_the_table_shows_needs_no_word() {
    for query in ["asie", "petit nice", "0142", "+33 1 42 60 30 30", "01 42 60", "", "nobody", "asie nobody"]
    {
        assert_eq!(place(query), None, "{query}");
    }
}

#[test]
fn the_place_and_the_value_are_named() {
    let date = NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();
    for (query, expected, excerpt) in [
        ("kleber", Place::Field(Field::Street), "24, place Kléber"),
        ("asie kleber", Place::Field(Field::Street), "24, place Kléber"),
        ("allemagne", Place::Field(Field::Country), "Allemagne"),
        ("0611", Place::Field(Field::Mobile), "06 11 22 33 44"),
        ("contact@asie.example", Place::Field(Field::Email), "contact@asie.example"),
        ("552 008", Place::Field(Field::Siret), "55200844300012"),
        ("0012", Place::Field(Field::Number), "0012"),
        ("acheteur", Place::Contact, "Acheteur"),
        ("grand", Place::Contact, "Grand"),
        ("brest", Place::DeliveryAddress, "Brest"),
        ("vermeil", Place::Custom(7), "vermeil"),
        ("jeudi", Place::Note { id: 2, date }, "Rappeler jeudi"),
        ("24 0142", Place::Field(Field::Street), "24, place Kléber"),
    ] {
        assert_eq!(place(query), Some((expected, excerpt.to_owned())), "{query}");
    }
}

#[test]
fn a_long_note_is_shown_around_the_word() {
    let text = format!("{}\navant l’  Écarlate, après{}", "mot ".repeat(50), " mot".repeat(50));
    let found = found_in(&client(), notes(&[note(1, 12, 3, &text)]), &setup(), "ecarla").unwrap();
    let FoundIn { excerpt, marks, .. } = found;
    assert!(excerpt.starts_with('…') && excerpt.ends_with('…'), "{excerpt}");
    assert!(excerpt.contains("avant l’ Écarlate, après mot"), "{excerpt}");
    assert!(excerpt.chars().count() <= 62, "{excerpt}");
    assert_eq!(marks.into_iter().map(|mark| &excerpt[mark]).collect::<Vec<_>>(), ["Écarla"]);
    let end = format!("{}fin", "mot ".repeat(50));
    let found = found_in(&client(), notes(&[note(1, 12, 3, &end)]), &setup(), "fin").unwrap();
    assert!(found.excerpt.starts_with('…') && found.excerpt.ends_with("mot fin"), "{}", found.excerpt);
}

#[test]
fn an_individual_shows_no_contact() {
    let mut client = client();
    client.kind = ClientKind::Individual;
    client.last_name = "Durand".into();
    assert_eq!(
        found_in(&client, Known::default(), &setup(), "petit").map(|found| found.place),
        Some(Place::Contact)
    );
    assert_eq!(found_in(&client, Known::default(), &setup(), "durand"), None);
}
