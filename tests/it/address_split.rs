//! Pasted addresses, of two dozen countries, beside the parts that a reader sees in them; and what holds of any block.

use std::collections::BTreeSet;

use comptoir::domain::country;
use comptoir::domain::fold::fold;
use comptoir::domain::split::{Split, split};
use proptest::prelude::*;

const ADDRESSES: &str = include_str!("../data/addresses.txt");

/// A block of the file, the country of the books, and what is expected of it.
struct Case {
    block: String,
    home: String,
    expected: Split,
}

fn cases() -> Vec<Case> {
    ADDRESSES
        .split("\n\n")
        .filter(|stanza| stanza.lines().any(|line| line.starts_with('>')))
        .map(case)
        .collect()
}

fn case(stanza: &str) -> Case {
    let (lines, parts): (Vec<_>, Vec<_>) = stanza.lines().partition(|line| line.starts_with("> "));
    let block = lines.iter().map(|line| &line[2..]).collect::<Vec<_>>().join("\n");
    let mut home = "FR".to_owned();
    let mut expected = Split::default();
    for part in parts {
        let (key, value) = part.split_once(": ").unwrap_or_else(|| panic!("{part}"));
        let value = value.replace("\\n", "\n");
        let address = &mut expected.address;
        match key {
            "home" => home = value,
            "name" => expected.name = Some(value),
            "street" => address.street = value,
            "street2" => address.street2 = value,
            "postcode" => address.postcode = value,
            "city" => address.city = value,
            "region" => address.region = value,
            "country" => address.country = value,
            "email" => expected.email = Some(value),
            "phone" => expected.phone = Some(value),
            "rest" => expected.rest = value,
            // It is left as typed.
            "none" => {}
            _ => panic!("{part}"),
        }
    }
    Case { block, home, expected }
}

#[test]
fn pasted_addresses_have_the_parts_that_a_reader_sees() {
    let cases = cases();
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|case| {
            let found = split(&case.block, &case.home).unwrap_or_default();
            (found != case.expected).then(|| format!("{}\n  {found:?}\n  {:?}\n", case.block, case.expected))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    let countries: BTreeSet<_> = cases.iter().map(|case| case.expected.address.country.as_str()).collect();
    assert_eq!((cases.len(), countries.len()), (147, 24), "blocks, and countries with none");
}

#[test]
fn a_street_alone_is_left_as_typed() {
    for street in [
        "",
        " ",
        ", ;",
        "12 rue de la Bourse",
        "12, rue de la Bourse",
        "12 bis, rue de la Bourse, bâtiment C",
        "4 allée des Pins - Bâtiment C",
        "Le Bourg",
        "Résidence Les Tilleuls, 3 avenue Jean Jaurès",
        "BP 12",
        "12 rue du 8 Mai 1945",
        "11 avenue de Grande-Bretagne",
        "3 place de Lyon",
        "12 rue de Paris, bâtiment Lyon",
        "1600 Pennsylvania Ave NW",
        "12345 Main Street",
        "1000 rue Sherbrooke Ouest",
        "1234 Oak Hollow",
        "10 Downing Street",
        "Musterstraße 12",
        "Calle de Alcalá 48, 2º B",
        "Via Roma 1",
        "12 rue de la Bourse\n",
        "\n\n12 rue de la Bourse\n \n",
        "Lyon",
        "France",
    ] {
        assert_eq!(split(street, "FR"), None, "{street}");
    }
}

/// Words that mean something to the splitter, and some that do not.
fn words() -> impl Strategy<Value = String> {
    let known: Vec<_> = ADDRESSES
        .lines()
        .filter_map(|line| line.strip_prefix("> "))
        .flat_map(|line| line.split(' '))
        .map(str::to_owned)
        .collect();
    prop_oneof![
        6 => proptest::sample::select(known),
        1 => "[A-Z]{1,3}[- ]?[0-9]{4,5}",
        1 => "[0-9]{1,6}",
        1 => "\\PC{0,8}",
    ]
}

fn blocks() -> impl Strategy<Value = String> {
    let ends = proptest::sample::select(vec![" ", " ", " ", " ", ", ", "\n", "\n", " - ", "\r\n", "; "]);
    proptest::collection::vec((words(), ends), 0..24)
        .prop_map(|words| words.into_iter().flat_map(|(word, end)| [word, end.to_owned()]).collect())
}

/// What is not kept as a word: what announces an e-mail or a telephone, the letters before a postcode. The names of the
/// country are looked up.
const UNKEPT: &str = "tel port email mail mobile phone t m p e a at b be ch d de es f fr i it l lu lux mc pt cell fixe \
    mailto handy mob gsm adresse telephone telefono telefon tfno movil portable courriel correo";

fn lost(block: &str, split: &Split) -> Vec<String> {
    let address = &split.address;
    let parts = [
        split.name.as_deref().unwrap_or_default(),
        &address.street,
        &address.street2,
        &address.postcode,
        &address.city,
        &address.region,
        split.email.as_deref().unwrap_or_default(),
        split.phone.as_deref().unwrap_or_default(),
        &split.rest,
    ];
    let mut kept: Vec<String> = parts.iter().flat_map(|part| words_of(part)).collect();
    // The names of the country that are in the block: a code stands for them.
    let block = words_of(block);
    let names: Vec<&String> = (1..=4)
        .flat_map(|length| block.windows(length))
        .filter(|run| country::recognise(&run.join(" ")).is_some_and(|code| code == address.country))
        .flatten()
        .collect();
    block
        .iter()
        .filter(|word| match kept.iter().position(|known| known == *word) {
            Some(at) => {
                kept.swap_remove(at);
                false
            }
            None => !UNKEPT.split_whitespace().any(|unkept| unkept == word.as_str()) && !names.contains(word),
        })
        .cloned()
        .collect()
}

fn words_of(text: &str) -> Vec<String> {
    fold(text).split_whitespace().map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn nothing_pasted_is_lost(block in blocks(), home in proptest::sample::select(vec!["FR", "BE", "US", "IT", ""])) {
        if let Some(split) = split(&block, home) {
            let lost = lost(&block, &split);
            prop_assert!(lost.is_empty(), "{lost:?} of {block:?}: {split:?}");
        }
    }

    #[test]
    fn any_text_is_split_or_left(block in "(?s).{0,200}") {
        if let Some(split) = split(&block, "FR") {
            prop_assert!(split != Split::default(), "{block:?}");
        }
    }
}
