//! What is said of a match that the table does not show.

use std::collections::BTreeMap;

use comptoir::domain::custom_field::{CustomField, FieldKind};

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
        other_id: "W751987567".into(),
        terms: "30 jours le 10".into(),
        categories: vec![3, 4, 5],
        custom: custom(),
        ..company(12, "Asie")
    }
}

/// A custom field of each kind that is found otherwise than its words, from 7 on.
fn custom() -> BTreeMap<u64, String> {
    let values = ["vermeil", "1234.50", "2026-11-24", "03 88 11 22 33", "yes", "moi@lilas.example"];
    (7..).zip(values.map(str::to_owned)).collect()
}

fn setup() -> Setup {
    let kinds = [
        FieldKind::Text,
        FieldKind::Amount,
        FieldKind::Date,
        FieldKind::Phone,
        FieldKind::YesNo,
        FieldKind::Email,
    ];
    let field = |(id, kind): (u64, FieldKind)| CustomField {
        id,
        name: format!("F{id}"),
        kind,
        ..CustomField::default()
    };
    let fields = (7..).zip(kinds).map(field).collect();
    Setup::new(HOME).with(categories(&[(3, "Grossistes"), (4, "Clients réguliers")]), fields)
}

fn place(query: &str) -> Option<(Place, String)> {
    let about =
        [note(1, 12, 3, "Préfère le jeudi"), note(2, 12, 5, "Rappeler jeudi"), note(3, 12, 4, "Rien")];
    let files = [file(1, 12, "contrat-signé.pdf"), file(2, 12, "plan.pdf")];
    let known = Known { notes: &about, attachments: &files };
    found_in(&client(), known, &setup(), query).map(|found| (found.place, found.excerpt))
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
        ("1234,5", Place::Custom(8), "1234,50"),
        ("24/11/2026", Place::Custom(9), "24/11/2026"),
        ("+33 3 88", Place::Custom(10), "03 88 11 22 33"),
        ("lilas.example", Place::Custom(12), "moi@lilas.example"),
        ("w751 987", Place::Field(Field::OtherId), "W751987567"),
        ("jours", Place::Field(Field::Terms), "30 jours le 10"),
        ("grossistes", Place::Category, "Grossistes"),
        ("regul", Place::Category, "Clients réguliers"),
        ("contrat", Place::Attachment, "contrat-signé.pdf"),
        ("plan.pdf", Place::Attachment, "plan.pdf"),
        ("jeudi", Place::Note { id: 2, date }, "Rappeler jeudi"),
        ("24 0142", Place::Field(Field::Street), "24, place Kléber"),
    ] {
        assert_eq!(place(query), Some((expected, excerpt.to_owned())), "{query}");
    }
}

#[test]
fn a_value_is_shown_as_it_is_typed_and_marked_there() {
    let marked = |query: &str| {
        let FoundIn { excerpt, marks, .. } = found_in(&client(), Known::default(), &setup(), query).unwrap();
        marks.into_iter().map(|mark| excerpt[mark].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marked("24/11"), ["24/11"]);
    assert_eq!(marked("1234,5"), ["1234", "5"]);
    assert_eq!(marked("regu"), ["régu"]);
    let mut english = setup();
    english.point = '.';
    let found = found_in(&client(), Known::default(), &english, "1234").unwrap();
    assert_eq!(found.excerpt, "1234.50");
    // What is kept as a code is not searched.
    assert_eq!(place("yes"), None);
    let coded = Client { terms: "net_30".into(), ..client() };
    assert_eq!(found_in(&coded, Known::default(), &setup(), "net"), None);
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
