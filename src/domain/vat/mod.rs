//! VAT numbers of the 27 states of the European Union, Great Britain, Northern Ireland, Switzerland and Norway.
//!
//! A right number is not one that was given: that only the authorities' registers know.
//!
//! The rules are our own: the crate `stdnum` differs from python-stdnum, which the tests compare these with, and
//! asks the clock.

mod digits;
mod national;
mod person;

use super::country::has_sirene;
use super::identifier::is_siren;
use digits::Digits;
use national::french_key;

/// What a number looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// As a number of the country must be.
    Valid,
    /// Of the right shape, but its check is wrong: probably one sign of it is.
    CheckDigit,
    /// Nobody has such a number.
    Malformed,
    /// Neither the number nor the country tells whose rule holds.
    UnknownCountry,
}

/// Whose numbers begin with what, and how they are checked and written.
struct Scheme {
    /// What the numbers begin with.
    prefix: &'static str,
    /// ISO 3166-1 alpha-2.
    country: &'static str,
    /// `None` if nobody has such a number, else whether its check is right.
    rule: fn(&str) -> Option<bool>,
    /// As written, if not in one: each # is a sign, and what is left over follows.
    groups: &'static str,
}

const fn scheme(
    prefix: &'static str,
    country: &'static str,
    rule: fn(&str) -> Option<bool>,
    groups: &'static str,
) -> Scheme {
    Scheme { prefix, country, rule, groups }
}

static SCHEMES: [Scheme; 32] = [
    scheme("AT", "AT", national::austria, ""),
    scheme("BE", "BE", national::belgium, "## ####.###.###"),
    scheme("BG", "BG", national::bulgaria, ""),
    scheme("CHE", "CH", national::switzerland, "###-###.###.### "),
    scheme("CY", "CY", national::cyprus, ""),
    scheme("CZ", "CZ", national::czechia, ""),
    scheme("DE", "DE", national::germany, ""),
    scheme("DK", "DK", national::denmark, ""),
    scheme("EE", "EE", national::estonia, ""),
    scheme("EL", "GR", national::greece, ""),
    // What the country is called elsewhere, and not in VAT numbers; people write it all the same.
    scheme("GR", "GR", national::greece, ""),
    scheme("ES", "ES", national::spain, ""),
    scheme("FI", "FI", national::finland, ""),
    scheme("FR", "FR", national::france, "#### ### ### ###"),
    scheme("GB", "GB", national::britain, "## ### #### ## "),
    // Northern Ireland in its trade with the Union. No client's country has this code.
    scheme("XI", "XI", national::britain, "## ### #### ## "),
    scheme("HR", "HR", national::croatia, ""),
    scheme("HU", "HU", national::hungary, ""),
    scheme("IE", "IE", national::ireland, ""),
    scheme("IT", "IT", national::italy, ""),
    scheme("LT", "LT", national::lithuania, ""),
    scheme("LU", "LU", national::luxembourg, ""),
    scheme("LV", "LV", national::latvia, ""),
    scheme("MT", "MT", national::malta, ""),
    scheme("NL", "NL", national::netherlands, ""),
    scheme("NO", "NO", national::norway, "## ### ### ### "),
    scheme("PL", "PL", national::poland, ""),
    scheme("PT", "PT", national::portugal, ""),
    scheme("RO", "RO", national::romania, ""),
    scheme("SE", "SE", national::sweden, ""),
    scheme("SI", "SI", national::slovenia, ""),
    scheme("SK", "SK", national::slovakia, ""),
];

/// As stored and compared: in capitals and without spaces, dots, dashes and what else people part the groups of a
/// number with.
pub fn compact(typed: &str) -> String {
    let apart = |c: char| {
        c.is_whitespace()
            || matches!(c, '.' | ',' | ':' | '/' | '-' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{2212}')
    };
    typed.chars().map(narrow).filter(|c| !apart(*c)).map(|c| c.to_ascii_uppercase()).collect()
}

/// A wide letter, digit or sign, as Asian keyboards type them, as the common one.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).wrapping_sub(0xfee0)).unwrap_or(c),
        _ => c,
    }
}

/// Whether a number, compact or as typed, is right. What it begins with says whose it is; where it does not, the
/// client's country (ISO 3166-1 alpha-2) does. No number at all is malformed.
pub fn check(number: &str, country: &str) -> Verdict {
    let compact = compact(number);
    let Some((scheme, body)) = read(&compact, country) else { return Verdict::UnknownCountry };
    match (scheme.rule)(body) {
        Some(true) => Verdict::Valid,
        Some(false) => Verdict::CheckDigit,
        None => Verdict::Malformed,
    }
}

/// In groups as customary in its country, if it begins with what says whose it is and has the right shape;
/// otherwise as it is.
pub fn shown(number: &str) -> String {
    let compact = compact(number);
    match read(&compact, "") {
        Some((scheme, body)) if (scheme.rule)(body).is_some() => grouped(&compact, scheme.groups),
        _ => number.to_owned(),
    }
}

/// The French VAT number of a firm with this SIREN, if that is right: to propose, as not every firm has one.
pub fn from_siren(siren: &str) -> Option<String> {
    let digits = Digits::read(siren, 9).filter(|_| is_siren(siren) && !siren.starts_with(MONACO))?;
    Some(format!("FR{:02}{siren}", french_key(digits)))
}

/// The SIREN in a French VAT number, compact or as typed, whatever its check says. The client's country (ISO 3166-1
/// alpha-2) tells where the number itself does not that it is French. Monaco's have none.
pub fn siren_of(number: &str, country: &str) -> Option<String> {
    let compact = compact(number);
    let (_, body) = read(&compact, country).filter(|(scheme, _)| scheme.prefix == "FR")?;
    national::france(body)?;
    body.get(2..).filter(|siren| !siren.starts_with(MONACO)).map(str::to_owned)
}

/// What stands in the place of a SIREN's first digits in a number of Monaco.
const MONACO: &str = "000";

/// Whose number it is, and what follows the letters that say so.
fn read<'a>(compact: &'a str, country: &str) -> Option<(&'static Scheme, &'a str)> {
    let home = match country {
        "MC" => "FR",
        "IM" => "GB",
        code if has_sirene(code) => "FR",
        code => code,
    };
    let own = SCHEMES.iter().find_map(|scheme| Some((scheme, compact.strip_prefix(scheme.prefix)?)));
    own.or_else(|| Some((SCHEMES.iter().find(|scheme| scheme.country == home)?, compact)))
}

/// One with fewer signs than places is not of the usual kind, and stays in one.
fn grouped(compact: &str, groups: &str) -> String {
    if compact.chars().count() < groups.matches('#').count() {
        return compact.to_owned();
    }
    let mut signs = compact.chars();
    let mut shown = String::new();
    for place in groups.chars() {
        shown.extend(if place == '#' { signs.next() } else { Some(place) });
    }
    shown.push_str(signs.as_str());
    shown.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of each kind of number a right one, one with a wrong check, and one that nobody has.
    const SAMPLES: [[&str; 3]; 44] = [
        ["ATU13585627", "ATU13585626", "AT13585627"],
        ["BE0697449992", "BE0697449993", "BE2697449992"],
        ["BE697449992", "BE697449993", "BE000000000"],
        ["BG175074752", "BG175074751", "BG17507475"],
        ["BG7523169263", "BG7523169264", "BG75231692630"],
        ["CHE107787577IVA", "CHE107787578IVA", "CHE107787577MVA"],
        ["CHE107787577MWST", "CHE107787567MWST", "CHE107787577"],
        ["CY10259033P", "CY10259033Z", "CY12259033P"],
        ["CZ25123891", "CZ25123892", "CZ95123891"],
        ["CZ7103192745", "CZ7103192746", "CZ7113192745"],
        ["CZ640903926", "CZ640903927", "CZ540903926"],
        ["DE136695976", "DE136695978", "DE036695976"],
        ["DK13585628", "DK13585627", "DK03585628"],
        ["EE100931558", "EE100594103", "EE10093155"],
        ["EL094259216", "EL123456781", "EL0942592"],
        ["GR23456780", "GR023456781", "GR2345678"],
        ["ES54362315K", "ES54362315Z", "ES5436231K"],
        ["ESX2482300W", "ESX2482300A", "EST2482300W"],
        ["ESM1234567L", "ESM1234567K", "ESI1234567L"],
        ["ESB58378431", "ESB58378432", "ESB5837843"],
        ["ESJ99216582", "ESJ9921658K", "ESO99216582"],
        ["FI20774740", "FI20774741", "FI2077474"],
        ["FR83404833048", "FR84404833048", "FRO3404833048"],
        ["FRK7399859412", "FRK7399859420", "FRKI399859412"],
        ["FR4Z123456782", "FR4Y123456782", "FR4Z12345678"],
        ["GB980780684", "GB802311781", "GB98078068"],
        ["GB980780684001", "GB980780685001", "GB9807806840"],
        ["GBGD888800101", "GBGD888800100", "GBGD888850001"],
        ["XI980780684", "XI980780685", "XI98078068"],
        ["HR33392005961", "HR33392005962", "HR3339200596"],
        ["HU12892312", "HU12892313", "HU1289231"],
        ["IE6433435F", "IE6433435E", "IE6433435X"],
        ["IE6433435OA", "IE6433435OB", "IE6433435OAA"],
        ["IE8D79739I", "IE8D79739J", "IE8-79739I"],
        ["IT00743110157", "IT00743110158", "IT00743111015"],
        ["LT119511515", "LT119511514", "LT119511525"],
        ["LU15027442", "LU15027443", "LU1502744"],
        ["LV40003521600", "LV40003521601", "LV16137519997"],
        ["MT11679112", "MT11679113", "MT01679112"],
        ["NL004495445B01", "NL123456789B90", "NL004495445B00"],
        ["NO995525828MVA", "NO995525829MVA", "NO995525828"],
        ["PL8567346215", "PL8567346216", "PL856734621"],
        ["RO18547290", "RO18547291", "RO08547290"],
        ["SK2022749619", "SK2022749618", "SK2012749619"],
    ];

    #[test]
    fn samples_of_every_country() {
        for [right, slip, none] in SAMPLES {
            assert_eq!(check(right, "FR"), Verdict::Valid, "{right}");
            assert_eq!(check(slip, "FR"), Verdict::CheckDigit, "{slip}");
            assert_eq!(check(none, "FR"), Verdict::Malformed, "{none}");
        }
        for (right, slip, none) in [
            ("PT501964843", "PT501964842", "PT001964843"),
            ("SE123456789701", "SE123456789101", "SE123456789702"),
            ("SI50223054", "SI50223055", "SI00223054"),
        ] {
            assert_eq!(check(right, ""), Verdict::Valid, "{right}");
            assert_eq!(check(slip, ""), Verdict::CheckDigit, "{slip}");
            assert_eq!(check(none, ""), Verdict::Malformed, "{none}");
        }
        let prefixes = |scheme: &Scheme| SAMPLES.iter().any(|[right, ..]| right.starts_with(scheme.prefix));
        let left: Vec<_> =
            SCHEMES.iter().filter(|scheme| !prefixes(scheme)).map(|scheme| scheme.prefix).collect();
        assert_eq!(left, ["PT", "SE", "SI"]);
    }

    #[test]
    fn the_country_reads_a_number_without_letters() {
        for (number, country, expected) in [
            ("136695976", "DE", Verdict::Valid),
            ("136695976", "FR", Verdict::Malformed),
            ("136695976", "US", Verdict::UnknownCountry),
            ("136695976", "", Verdict::UnknownCountry),
            ("136695976", "Allemagne", Verdict::UnknownCountry),
            ("094259216", "GR", Verdict::Valid),
            ("83404833048", "FR", Verdict::Valid),
            ("83404833048", "MC", Verdict::Valid),
            ("83404833048", "RE", Verdict::Valid),
            // New Caledonia is no part of the French VAT.
            ("83404833048", "NC", Verdict::UnknownCountry),
            ("980780684", "IM", Verdict::Valid),
            ("107787577 TVA", "CH", Verdict::Valid),
            ("995525828MVA", "NO", Verdict::Valid),
            // The number's own letters come first.
            ("FR83404833048", "DE", Verdict::Valid),
            ("DE83404833048", "FR", Verdict::Malformed),
            ("US136695976", "DE", Verdict::Malformed),
            ("US136695976", "US", Verdict::UnknownCountry),
            ("", "FR", Verdict::Malformed),
            ("", "", Verdict::UnknownCountry),
            ("FR", "FR", Verdict::Malformed),
        ] {
            assert_eq!(check(number, country), expected, "{number} {country}");
        }
    }

    #[test]
    fn compact_is_without_what_parts_groups() {
        for (typed, expected) in [
            (" fr83\u{a0}404\u{202f}833\u{2009}048 ", "FR83404833048"),
            ("BE (0)697.449.992", "BE0697449992"),
            ("CHE-116.281.710 mwst", "CHE116281710MWST"),
            ("DE\u{2011}136/695,976:", "DE136695976"),
            ("DE 136\u{2013}695\u{2212}976", "DE136695976"),
            ("ＦＲ\u{3000}８３404833048", "FR83404833048"),
            ("\u{ff01}ｆｒ－\u{ff5e}\u{ff5f}\u{ff00}", "!FR~\u{ff5f}\u{ff00}"),
            ("ie8+79739i", "IE8+79739I"),
            ("ie8*79739i", "IE8*79739I"),
            ("  ", ""),
        ] {
            assert_eq!(compact(typed), expected, "{typed}");
        }
        assert_eq!(check(" fr 83 404.833-048", ""), Verdict::Valid);
        assert_eq!(check("BE (0)697.449.992", ""), Verdict::Valid);
    }

    #[test]
    fn shown_as_customary() {
        for (number, expected) in [
            ("FR83404833048", "FR83 404 833 048"),
            ("fr84404833048", "FR84 404 833 048"),
            ("BE0697449992", "BE 0697.449.992"),
            ("BE697449992", "BE697449992"),
            ("CHE107787577MWST", "CHE-107.787.577 MWST"),
            ("GB980780684", "GB 980 7806 84"),
            ("XI980780684001", "XI 980 7806 84 001"),
            ("GBGD001", "GBGD001"),
            ("NO995525828MVA", "NO 995 525 828 MVA"),
            ("DE 136 695 976", "DE136695976"),
            // Nobody's, or nobody knows whose: as typed.
            ("FR83 4048330", "FR83 4048330"),
            ("83404833048", "83404833048"),
            ("136 695 976", "136 695 976"),
            ("", ""),
        ] {
            assert_eq!(shown(number), expected, "{number}");
        }
    }

    #[test]
    fn a_siren_and_its_vat_number() {
        for (siren, number) in
            [("404833048", "FR83404833048"), ("732829320", "FR44732829320"), ("954506077", "FR61954506077")]
        {
            assert_eq!(from_siren(siren).as_deref(), Some(number));
            assert_eq!(siren_of(number, "").as_deref(), Some(siren));
            assert_eq!(check(number, ""), Verdict::Valid);
        }
        // A key below ten has a zero before it.
        assert_eq!(from_siren("303265045").as_deref(), Some("FR40303265045"));
        assert_eq!(from_siren("130025265").as_deref(), Some("FR07130025265"));
        for none in ["404833049", "40483304", "FR83404833048", "", "000000000"] {
            assert_eq!(from_siren(none), None, "{none}");
        }
        assert_eq!(siren_of("FR 99 404 833 048", "").as_deref(), Some("404833048"));
        assert_eq!(siren_of("83 404 833 048", "RE").as_deref(), Some("404833048"));
        assert_eq!(siren_of("FRK7399859412", "").as_deref(), Some("399859412"));
        for (none, country) in [
            ("83404833048", ""),
            ("83404833048", "IT"),
            ("FR8340483304", "FR"),
            ("FR53000000418", "MC"),
            ("DE136695976", "FR"),
            ("", "FR"),
        ] {
            assert_eq!(siren_of(none, country), None, "{none}");
        }
    }
}
