//! What a query finds.

use comptoir::domain::custom_field::{CustomField, FieldKind};

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
        contacts: vec![Contact {
            last_name: "Quincampoix".into(),
            role: "Magasinier".into(),
            email: "quai@blondes.example".into(),
            phone: phone("03 88 11 22 33"),
            ..Contact::default()
        }],
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
        other_id: "W751 234 567".into(),
        website: "www.blondes-peres.example".into(),
        terms: "fin de mois le 10".into(),
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
        "w751234567",
        "751 234",
        "magasinier",
        "quai@blondes.example",
        "+33 3 88 11",
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

/// Fields of each kind, with their values, of client 12 alone.
fn with_custom(values: &[(FieldKind, &str)], text: &str) -> bool {
    let field = |(id, (kind, _)): (u64, &(FieldKind, &str))| CustomField {
        id,
        name: format!("F{id}"),
        kind: *kind,
        choices: vec!["Élite".into()],
        ..CustomField::default()
    };
    let setup = Setup::new(HOME).with(Vec::new(), (1..).zip(values).map(field).collect());
    let mut client = company(88, "Asie");
    client.custom = (1..).zip(values).map(|(id, (_, value))| (id, (*value).to_owned())).collect();
    let reading = Arc::new(Reading::new("fr", setup));
    let part = Part::of([(&client, Known::default())], &reading);
    Index::join(reading, &[part]).find(&Query::text(text)).exact == 1
}

#[test]
fn custom_fields_are_searched_by_their_kind() {
    use FieldKind::{Amount, Choice, Date, Email, Link, LongText, Number, Phone, Text, YesNo};
    for (kind, value, found, missed) in [
        (Text, "Couleur vermeil", &["vermeil"][..], &["vermeille"][..]),
        (LongText, "Haie de thuyas\nà tailler", &["thuyas tailler"], &["haies"]),
        (Number, "1234.5", &["1234.5", "1234", "1 234,5"], &["1235"]),
        (Amount, "1234.50", &["1234,50", "1 234,50", "1234"], &["1234,51"]),
        (Number, "beaucoup", &["beaucoup"], &["peu"]),
        (Date, "2026-11-24", &["24/11/2026", "24/11", "24.11.26", "2026-11-24"], &["25/11/2026"]),
        (Date, "hier", &["hier"], &["demain"]),
        (YesNo, "yes", &[], &["yes", "oui"]),
        (YesNo, "no", &[], &["no", "non"]),
        (YesNo, "peut-être", &["peut"], &["yes"]),
        (Choice, "Élite", &["elite"], &["bronze"]),
        (Link, "https://a-b.example/c", &["b.example", "a-b"], &["d.example"]),
        (Email, "moi@vermeil.example", &["moi@vermeil.example", "moi@", "vermeil"], &["toi@vermeil.example"]),
        (Phone, "01 42 60 30 30", &["+33 1 42", "0142603030", "0142"], &["0143"]),
    ] {
        for text in found {
            assert!(with_custom(&[(kind, value)], text), "{value}: {text}");
        }
        for text in missed {
            assert!(!with_custom(&[(kind, value)], text), "{value}: {text}");
        }
    }
    // Of two fields each has its own kind.
    assert!(with_custom(&[(YesNo, "yes"), (Text, "yes")], "yes"));
}

#[test]
fn terms_that_were_understood_are_a_code_and_no_words() {
    for (terms, text, is_found) in [
        ("net_30", "net", false),
        ("net_30", "30", false),
        ("receipt", "receipt", false),
        ("end_of_month", "month", false),
        ("30 jours le 10", "jours", true),
        ("virement", "virement", true),
    ] {
        let client = Client { terms: terms.into(), ..company(88, "Asie") };
        assert_eq!(found_by_text(vec![client], text), vec![88; usize::from(is_found)], "{terms}: {text}");
    }
}

#[test]
fn files_are_found_by_their_names_and_clients_by_their_categories() {
    let setup = Setup::new(HOME).with(categories(&[(1, "Grossistes Est"), (2, "Zone 75")]), Vec::new());
    let reading = Arc::new(Reading::new("fr", setup));
    let clients = [
        (Client { categories: vec![2, 1], ..company(10, "Asie") }, vec![]),
        (Client { categories: vec![2], ..company(11, "Est") }, vec![file(1, 11, "Contrat_2026-signé.pdf")]),
        (company(12, "Grossin"), vec![]),
    ];
    let known = |attachments| Known { attachments, ..Known::default() };
    let part = Part::of(clients.iter().map(|(client, files)| (client, known(files.as_slice()))), &reading);
    let index = Index::join(Arc::clone(&reading), &[part]);
    for (text, expected) in [
        ("contrat signe", &[11][..]),
        ("contrat.pdf", &[11]),
        ("gross", &[12, 10]),
        ("grossistes", &[10]),
        ("rossistes", &[10]),
        ("est", &[11, 10]),
        ("asie grossistes zone", &[10]),
        ("75", &[10, 11]),
        ("zone 75 est", &[10, 11]),
        ("z", &[10, 11]),
        ("5", &[10, 11]),
        ("grosistes", &[]),
    ] {
        let rows: Vec<_> = index.find(&Query::text(text)).rows.iter().map(|id| id.0).collect();
        assert_eq!(rows, expected, "{text}");
    }
}
