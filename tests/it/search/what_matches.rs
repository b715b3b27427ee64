//! What a query finds.

use super::*;

fn rich() -> Client {
    Client {
        phone: phone("01 42 60 30 30"),
        mobile: phone("88.60.15.31"),
        email: "Jean.Dupont@Orange.fr".into(),
        contact: Contact {
            first_name: "Hélène".into(),
            last_name: "Ørsted".into(),
            role: "Acheteuse".into(),
            email: "h.orsted@blondes.example".into(),
            phone: phone("+32 2 512 34 56"),
        },
        contacts: vec![Contact { last_name: "Quincampoix".into(), ..Contact::default() }],
        address: Address {
            street: "24, place Kléber".into(),
            street2: "Bâtiment C".into(),
            postcode: "67000".into(),
            city: "Strasbourg".into(),
            region: "Grand Est".into(),
            country: "DE".into(),
        },
        delivery_address: Some(Address { city: "Mulhouse".into(), ..Address::default() }),
        siren: "552008443".into(),
        siret: "55200844300012".into(),
        vat_number: "FR 32 552 008 443".into(),
        website: "www.blondes-peres.example".into(),
        terms: "fin de mois".into(),
        custom: [(7, "Couleur : vermeil".into())].into(),
        ..company(12, "Blondesddsl père et fils")
    }
}

#[test]
fn every_field_and_every_note_is_searched() {
    let clients =
        [(rich(), vec![note(1, 12, 3, "Rappeler après l’été\nà l'Œuvre")]), (company(13, "Autre"), vec![])];
    for text in [
        "blondes",
        "PERE",
        "fils père",
        "desdd",
        "Hélène",
        "orsted",
        "ørsted",
        "acheteuse",
        "quincampoix",
        "kleber",
        "batiment c",
        "67000",
        "strasb",
        "grand est",
        "allemagne",
        "germany",
        "alemania",
        "mulhouse",
        "fr32552008443",
        "FR 32 552 008 443",
        "blondes-peres",
        "peres.example",
        "fin de mois",
        "vermeil",
        "apres l'ete",
        "oeuvre",
        "été œuv",
        "0012",
        "12",
        "jean.dupont@orange.fr",
        "JEAN.DUPONT@ORANGE.FR",
        "dupont@orange.fr",
        "@orange.fr",
        "orange.fr",
        "dupont",
        "h.orsted@blondes.example",
        "<h.orsted@blondes.example>",
        "blondes strasbourg vermeil",
    ] {
        assert_eq!(found(&clients, &Query::text(text)), [12], "{text}");
    }
    for text in [
        "blondesx",
        "blondes autre",
        "dupond@orange.fr",
        "jean.dupont@free.fr",
        "sblondes",
        "rasx",
        "perefils",
        "strasbourgkleber",
        "ete\u{2003}lx",
    ] {
        assert_eq!(found(&clients, &Query::text(text)), [0; 0], "{text}");
    }
}

#[test]
fn digits_match_whatever_stands_between_or_before_them() {
    let clients = [(rich(), vec![]), (company(13, "Autre"), vec![])];
    for text in [
        "01 42 60",
        "01.42.60.30.30",
        "0142603030",
        "+33 1 42",
        "+33142603030",
        "+33 (0)1 42 60",
        "0033 1 42 60",
        "33142",
        "142603030",
        "42 60 30",
        "01-42/60",
        "(0)1 42",
        "88601531",
        "88 60 15 31",
        "02 512 34 56",
        "+32 2 512",
        "25123456",
        "552 008 443",
        "552008443",
        "55200844300012",
        "552 008 443 00012",
        "00012",
        "32552",
        "01\u{a0}42\u{202f}60",
        "67000 24",
        "24 67000",
        "67000 0142",
        "0142 blondes 552",
    ] {
        assert_eq!(found(&clients, &Query::text(text)), [12], "{text}");
    }
    for text in ["01 43", "014260303", "0142603031", "+34 1 42", "99", "24 67001", "30 30 88", "3030 3456 77"]
    {
        let expected: &[u64] = if text == "014260303" { &[12] } else { &[] };
        assert_eq!(found(&clients, &Query::text(text)), expected, "{text}");
    }
}

#[test]
fn a_telephone_finds_no_stranger_by_its_pairs() {
    let mut stranger = company(1, "Loin");
    stranger.phone = phone("30 60 42 01 33");
    let mut meant = company(2, "Près");
    meant.phone = phone("01 42 60 30 30");
    assert_eq!(found_by_text(vec![stranger.clone(), meant.clone()], "01 42 60 30"), [2]);
    // Pairs are words of their own where they stand as words.
    stranger.address.street = "01 42 60 30".into();
    assert_eq!(found_by_text(vec![stranger, meant], "30 60 01"), [1]);
}

#[test]
fn a_number_with_zeros_is_not_taken_for_one_from_abroad() {
    let clients = vec![company(42, "Asie"), Client { phone: phone("42"), ..company(7, "Europe") }];
    assert_eq!(found_by_text(clients, "0042"), [42]);
}

#[test]
fn nothing_but_punctuation_is_no_query() {
    let mut archived = company(2, "B");
    archived.status = Status::Archived;
    let clients = without_notes(vec![company(1, "A"), archived]);
    assert_eq!(found(&clients, &Query::text(" -… ")), [1]);
    assert_eq!(found(&clients, &Query::text("@")), [1]);
}
