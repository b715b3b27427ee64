//! French postcodes and the cities they are of, asked as the form asks.

use std::collections::BTreeSet;

use comptoir::domain::city::{beginning, cities_of, fits, has, postcodes_of};

#[test]
fn a_postcode_gives_its_cities_the_greatest_first() {
    let cities = |postcode| cities_of(postcode).collect::<Vec<_>>();
    assert_eq!(cities("69002"), ["Lyon"]);
    assert_eq!(cities("42000"), ["Saint-Étienne"]);
    assert_eq!(cities("01090")[..2], ["Montmerle-sur-Saône", "Francheleins"]);
    assert_eq!(cities("74000"), ["Annecy"], "no former commune");
    assert_eq!(cities("75 006"), ["Paris"]);
    assert_eq!(cities("75\u{202f}006 "), ["Paris"]);
    assert_eq!(cities("98000"), ["Monaco"]);
    assert_eq!(cities("97400"), ["Saint-Denis"]);
    assert_eq!(cities("98800"), ["Nouméa"]);
    for none in ["", "69431", "6900", "690021", "Lyon"] {
        assert!(cities(none).is_empty(), "{none}");
    }
}

#[test]
fn a_city_gives_its_postcodes() {
    let saint_etienne = ["42000", "42100", "42230"];
    for typed in ["Saint-Étienne", "ST ETIENNE", "st. etienne", "Saint-Étienne Cedex 1", "saint etienne 2e"]
    {
        assert_eq!(postcodes_of(typed), saint_etienne, "{typed}");
    }
    for (typed, postcodes) in [
        ("Villeurbanne", &["69100"][..]),
        ("Ste-Foy-lez-Lyon", &["69110"]),
        ("Chalon s/Saône", &["71100"]),
        ("Rosny ss Bois", &["93110"]),
        ("Monaco", &["98000"]),
        ("Havre", &["76600", "76610", "76620"]),
        ("Le Havre", &["76600", "76610", "76620"]),
        ("Annecy-le-Vieux", &["74000", "74370", "74600", "74940", "74960"]),
        ("Syldavie", &[]),
        ("Cedex", &[]),
        ("Villeurbann", &[]),
        ("Villeurbannes", &[]),
        ("", &[]),
    ] {
        assert_eq!(postcodes_of(typed), postcodes, "{typed}");
    }
    assert_eq!(postcodes_of("Lyon 3ème arrondissement").len(), 9);
    let of_many = postcodes_of("Saint-Denis");
    assert!(
        of_many.contains(&"93200")
            && of_many.contains(&"97400")
            && of_many.is_sorted_by(|one, two| one < two)
    );
}

#[test]
fn proposals_while_a_name_is_typed() {
    let names = |typed, most| beginning(typed, most).into_iter().map(|city| city.name).collect::<Vec<_>>();
    assert_eq!(names("lyo", 40), ["Lyon", "Lyoffans", "Lyons-la-Forêt"]);
    assert_eq!(names("LYO", 2), ["Lyon", "Lyoffans"]);
    assert_eq!(names("Villeurbanne", 40), ["Villeurbanne"]);
    assert_eq!(names("ste-foy-les-l", 40), ["Sainte-Foy-lès-Lyon"]);
    assert_eq!(names("havr", 40)[..1], ["Le Havre"]);
    assert_eq!(names("le havr", 40)[..1], ["Le Havre"]);
    assert!(names("st", 9).contains(&"Strasbourg") && !names("st", 40).contains(&"Saint-Denis"));
    assert_eq!(names("st ", 1), ["Saint-Denis"]);
    assert_eq!(names("st-e", 1), ["Saint-Étienne"]);
    assert_eq!(names("annecy le v", 40), [""; 0], "a former commune");
    for none in ["", " ", "-", "xyz", "Lyonx"] {
        assert_eq!(names(none, 40), [""; 0], "{none:?}");
    }
    assert_eq!(names("s", 40).len(), 40);
    assert_eq!(names("s", 0), [""; 0]);
}

#[test]
fn a_proposal_has_all_the_postcodes_of_one_city() {
    let lyon = &beginning("lyon", 1)[0];
    assert_eq!(lyon.postcodes.len(), 9);
    assert_eq!((lyon.postcodes[0], lyon.postcodes[8]), ("69001", "69009"));
    let namesakes: Vec<_> =
        beginning("saint-denis", 40).into_iter().filter(|it| it.name == "Saint-Denis").collect();
    let expected = [&["93200", "93210", "93380"][..], &["97400", "97417", "97490"], &["11310"], &["30500"]];
    assert_eq!(namesakes.iter().map(|it| &it.postcodes[..]).collect::<Vec<_>>(), expected);
    let all = beginning("l", 5000);
    let once: BTreeSet<_> = all.iter().map(|it| (it.name, it.postcodes[0])).collect();
    assert_eq!(once.len(), all.len(), "Le Luc is found as such and without its article, and told once");
}

#[test]
fn pairs_that_fit() {
    for (postcode, city) in [
        ("69002", "Lyon"),
        ("69 002", "LYON 2"),
        ("69003", "Lyon 3ème"),
        ("75012", "Paris 12e arrondissement"),
        ("75001", "PARIS 1er"),
        ("75116", "Paris 16"),
        ("13016", "Marseille"),
        ("42000", "St Etienne"),
        ("92100", "Boulogne"),
        ("93210", "Saint-Denis La Plaine"),
        ("76600", "Havre"),
        ("13520", "Baux de Provence"),
        ("74940", "Annecy-le-Vieux"),
        ("97100", "Basse Terre"),
        ("98000", "Monaco"),
        // Business postcodes, of one firm.
        ("69431", "Lyon Cedex 03"),
        ("69431", "LYON"),
        ("69003", "Villeurbanne CEDEX"),
        ("42007", "Saint-Étienne Cedex 1"),
        ("97491", "Saint-Denis Cedex"),
        // What the list does not know.
        ("92400", "Paris La Défense"),
        ("69002", "Bellecour"),
        ("69002", "La"),
        ("69002", "Havre"),
        ("69002", ""),
        ("69002", "Cedex"),
        ("69002", "12"),
        // What is no French postcode.
        ("", "Lyon"),
        ("6900", "Lyon"),
        ("750011", "Lyon"),
        ("L-4750", "Lyon"),
        ("٦٧", "Lyon"),
        ("7500A", "Lyon"),
    ] {
        assert!(fits(postcode, city), "{postcode} {city}");
    }
}

#[test]
fn pairs_that_do_not_fit() {
    for (postcode, city) in [
        ("69002", "Paris"),
        ("75 012", "Lyon"),
        ("69002", "Villeurbanne"),
        ("69100", "LYON 3"),
        ("69110", "Lyon"),
        ("13001", "St-Etienne"),
        ("75431", "Lyon Cedex 03"),
        ("75431", "Lyon"),
        ("75001", "Lyon Cedex"),
        ("97200", "Saint-Denis"),
        ("97290", "Saint-Denis Cedex"),
        ("74000", "Lyon"),
        ("06000", "Annecy-le-Vieux"),
        ("00000", "Lyon"),
    ] {
        assert!(!fits(postcode, city), "{postcode} {city}");
    }
}

#[test]
fn a_pair_of_the_list() {
    for (postcode, city, is) in [
        ("69002", "Lyon", true),
        ("69 002", "LYON CEDEX", true),
        ("74000", "Meythet", true),
        ("93210", "Saint-Denis La Plaine", true),
        ("92100", "Boulogne", true),
        ("69002", "Villeurbanne", false),
        ("69002", "Lyonnais", false),
        ("69002", "", false),
        ("69431", "Lyon", false),
        ("92400", "La Défense", false),
    ] {
        assert_eq!(has(postcode, city), is, "{postcode} {city}");
    }
}
