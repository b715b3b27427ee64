//! The line that holds postcode and city, as each country writes it.
//!
//! Most write the postcode first ("69002 Lyon", "D-10115 Berlin", "1234 AB Amsterdam"), those that speak English last
//! ("London SW1A 2AA", "Washington, DC 20500"). Some postcodes look like no other country's; five digits could be those
//! of several, and then the French list of cities is asked.

use super::super::fold::fold;
use super::super::{city, country};
use super::postcode::{
    LETTERS, SHAPES_FIRST, SHAPES_LAST, SHAPES_SAID, french_code, is_postcode, is_shaped, island, may_be,
    may_be_digits, may_be_french,
};
use super::words;

/// What was read of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Locality {
    /// What stands before the locality in the line: a street, or nothing.
    pub(super) before: String,
    /// As written, without the country's letters ("D-").
    pub(super) postcode: String,
    /// Empty where the line has none.
    pub(super) city: String,
    /// State, province; empty where the line has none.
    pub(super) region: String,
    /// Code of the country it is certainly in; empty where that is not certain.
    pub(super) country: &'static str,
}

/// Reads a line as a locality. `said` is the country that the address names elsewhere, if it does.
pub(super) fn read(line: &str, said: Option<&str>) -> Option<Locality> {
    let words: Vec<_> = line.split_whitespace().collect();
    first(&words, said).or_else(|| last(&words, said))
}

/// Is the line certainly a locality, whatever stands around it?
pub(super) fn is_certain(line: &str) -> bool {
    read(line, None).is_some_and(|found| found.is_certain() && found.before.is_empty())
}

/// Where in these words a locality begins that ends with them, if a street stands before it.
pub(super) fn beginning(words: &[&str]) -> Option<usize> {
    (1..words.len()).find(|at| {
        let (before, rest) = words.split_at_checked(*at).unwrap_or_default();
        let postcode = rest.first().copied().unwrap_or_default();
        let after_street = before.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
        first(rest, None)
            .is_some_and(|found| found.is_certain() || (after_street && is_shaped(postcode, "99999")))
    })
}

/// The first `count` words, and the rest.
fn cut<'a, 'b>(words: &'b [&'a str], count: usize) -> Option<(&'b [&'a str], &'b [&'a str])> {
    words.split_at_checked(count).filter(|(_, rest)| !rest.is_empty())
}

/// "69002 Lyon", "1234 AB Amsterdam", "L-1855 Luxembourg".
fn first(words: &[&str], said: Option<&str>) -> Option<Locality> {
    shaped_first(words, said).or_else(|| lettered(words, said)).or_else(|| digits_first(words, said))
}

fn shaped_first(words: &[&str], said: Option<&str>) -> Option<Locality> {
    [2, 1].into_iter().find_map(|count| {
        let (head, rest) = cut(words, count)?;
        let named = SHAPES_SAID.iter().filter(|(country, _)| said == Some(*country));
        let (country, _) = SHAPES_FIRST
            .iter()
            .filter(|(country, _)| may_be(country, said))
            .chain(named)
            .find(|(_, shape)| is_shaped(&head.concat(), shape))?;
        // "1310 La Hulpe" and "1310 LA HULPE" are in Belgium.
        let dutch = |word: &&str| !word.contains(char::is_lowercase) && !["LA", "LE", "DE"].contains(word);
        let sound = *country != "NL" || said.is_some() || head.iter().all(dutch);
        sound.then(|| Locality { postcode: head.join(" "), country, ..city_of(rest) })
    })
}

/// With the letters of a country before it: "D-10115 Berlin", "F 69002 Lyon".
fn lettered(words: &[&str], said: Option<&str>) -> Option<Locality> {
    let (head, rest) = words.split_first()?;
    let (letters, postcode, city) = match head.split_once('-') {
        Some((letters, postcode)) => (letters, postcode, rest),
        None => (*head, *rest.first()?, rest.get(1..)?),
    };
    let (_, country, shape) =
        LETTERS.iter().find(|(known, code, _)| *known == letters && may_be(code, said))?;
    let sound = !city.is_empty() && is_shaped(postcode, shape);
    sound.then(|| Locality { postcode: postcode.to_owned(), country, ..tail(postcode, city, Some(country)) })
}

fn digits_first(words: &[&str], said: Option<&str>) -> Option<Locality> {
    let (head, rest) = cut(words, 1)?;
    let text = rest.join(" ");
    let postcode = *head.first()?;
    // "75 006 Paris".
    if let Some((second, city)) = cut(rest, 1)
        && city::has(&format!("{postcode}{}", second.concat()), &city.join(" "))
        && may_be_french(said)
    {
        let postcode = format!("{postcode} {}", second.concat());
        return Some(Locality { country: "FR", ..tail(&postcode, city, said) }.with(postcode));
    }
    let is_city = text.starts_with(char::is_alphabetic)
        && (city::has(postcode, &text) || !words::goes_on_as_a_street(&text));
    (may_be_digits(postcode, said) && is_city).then(|| tail(postcode, rest, said).with(postcode.to_owned()))
}

/// "London SW1A 2AA", "Ottawa ON K1A 0B1", "Washington DC 20500", "Paris (75012)".
fn last(words: &[&str], said: Option<&str>) -> Option<Locality> {
    shaped_last(words, said).or_else(|| american(words, said)).or_else(|| digits_last(words, said))
}

fn shaped_last(words: &[&str], said: Option<&str>) -> Option<Locality> {
    [2, 1].into_iter().find_map(|count| {
        let (before, code) = words.split_at_checked(words.len().checked_sub(count)?)?;
        let letters = code.concat();
        let (country, _) = SHAPES_LAST.iter().find(|(country, shape)| {
            is_shaped(&letters, shape) && (may_be(country, said) || island(&letters) == said)
        })?;
        let mut found = english(before, |text| *country == "CA" && words::is_canadian_province(text));
        found.postcode = code.join(" ");
        found.country = island(&letters).unwrap_or(country);
        Some(found)
    })
}

/// A ZIP code after a state; where the country is named, without one.
fn american(words: &[&str], said: Option<&str>) -> Option<Locality> {
    let (zip, before) = words.split_last()?;
    let found = english(before, words::is_state);
    let sound = is_postcode(zip) && may_be("US", said) && (said.is_some() || !found.region.is_empty());
    sound.then(|| Locality { postcode: (*zip).to_owned(), country: "US", ..found })
}

/// City and region of the words before a postcode, and the street if it stands there too.
fn english(words: &[&str], is_region: impl Fn(&str) -> bool) -> Locality {
    let region = [3, 2, 1].into_iter().find_map(|count| {
        let (before, region) = words.split_at_checked(words.len().checked_sub(count)?)?;
        let region = region.join(" ").trim_matches(['(', ')', ',']).to_owned();
        is_region(&region).then_some((before, region))
    });
    let (words, region) = region.unwrap_or((words, String::new()));
    let numbered = words.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    // Of "10 Downing Street London" the city is what comes after the street.
    let street = words.iter().rposition(|word| words::ends_an_english_street(word)).filter(|_| numbered);
    let at = street.map_or(0, |last| last.saturating_add(1));
    let (before, city) = if numbered && street.is_none() {
        (words, [].as_slice())
    } else {
        words.split_at(at.min(words.len()))
    };
    let clean = |words: &[&str]| words.join(" ").trim_end_matches(',').to_owned();
    Locality { before: clean(before), city: clean(city), region, ..Locality::default() }
}

/// "Paris (75012)", "Lyon 69002"; "Sydney 2000" where the country is named.
fn digits_last(words: &[&str], said: Option<&str>) -> Option<Locality> {
    let (word, before) = words.split_last().filter(|(_, before)| !before.is_empty())?;
    let postcode = word.trim_start_matches('(').trim_end_matches(')');
    let city = before.join(" ");
    let french = may_be_french(said) && city::postcodes_of(&city).contains(&postcode);
    let named = said.is_some() && words::kind(&city) == words::Kind::Other;
    (may_be_digits(postcode, said) && (french || named)).then(|| {
        let country = if french { french_code(postcode) } else { "" };
        Locality { postcode: postcode.to_owned(), city, country, ..Locality::default() }
    })
}

fn city_of(words: &[&str]) -> Locality {
    Locality { city: words.join(" "), ..Locality::default() }
}

impl Locality {
    /// Does its country show in how it is written?
    pub(super) fn is_certain(&self) -> bool {
        !self.country.is_empty()
    }

    fn with(self, postcode: String) -> Self {
        Self { postcode, ..self }
    }
}

/// The city after a postcode of digits, with what may follow it: "Roma RM", "Madrid (Madrid)", "Lyon France".
fn tail(postcode: &str, words: &[&str], said: Option<&str>) -> Locality {
    let whole = words.join(" ");
    let of_a_firm = postcode.len() == 5 && fold(&whole).split(' ').any(|word| word == "cedex");
    let listed = || city::postcodes_of(&whole).contains(&postcode);
    if may_be_french(said) && (of_a_firm || listed()) {
        return Locality { city: whole, country: french_code(postcode), ..Locality::default() };
    }
    if let Some(found) = before_country(postcode, words, said) {
        return found;
    }
    let french = may_be_french(said) && city::has(postcode, &whole);
    let country = if french { french_code(postcode) } else { "" };
    let (city, region) = with_region(&whole);
    if city.is_empty() || region.is_empty() {
        return Locality { city: whole, country, ..Locality::default() };
    }
    let italian = postcode.len() == 5 && !french && may_be("IT", said) && words::is_italian_province(region);
    if italian || whole.ends_with(')') {
        let country = if italian { "IT" } else { country };
        return Locality { city: city.to_owned(), region: region.to_owned(), country, ..Locality::default() };
    }
    Locality { city: whole, country, ..Locality::default() }
}

/// A city, and the last word or what is in brackets after it. There is none where that has digits: "Paris (12e)".
fn with_region(text: &str) -> (&str, &str) {
    let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let (city, region) = bracketed.or_else(|| text.rsplit_once(' ')).unwrap_or((text, ""));
    let region = Some(region).filter(|region| !region.contains(|c: char| c.is_ascii_digit()));
    (city.trim_end(), region.unwrap_or_default())
}

/// The city before the name of a country at the end of the line, "Lyon France". The country is not one that a small
/// word joins to the city: "Roissy en France".
fn before_country(postcode: &str, words: &[&str], said: Option<&str>) -> Option<Locality> {
    [4, 3, 2, 1].into_iter().find_map(|count| {
        let (city, name) = words.split_at_checked(words.len().checked_sub(count)?)?;
        let name = name.join(" ");
        let named = country::recognise(&name).filter(|_| fold(&name).len() > 3)?;
        let joined = ["en", "de", "du", "la", "le"].contains(&fold(city.last()?).as_str());
        (!joined && may_be(named, said)).then(|| {
            let found = tail(postcode, city, Some(named));
            Locality { country: named, ..found }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Before, postcode, city, region, country.
    type Parts = [&'static str; 5];

    fn parts(line: &str, said: Option<&str>) -> Option<[String; 5]> {
        let Locality { before, postcode, city, region, country } = read(line, said)?;
        Some([before, postcode, city, region, country.to_owned()])
    }

    #[test]
    fn lines_that_tell_their_country() {
        let lines: [(&str, Parts); 38] = [
            ("69002 Lyon", ["", "69002", "Lyon", "", "FR"]),
            ("69 002 Lyon", ["", "69 002", "Lyon", "", "FR"]),
            ("69431 LYON CEDEX 03", ["", "69431", "LYON CEDEX 03", "", "FR"]),
            ("69002 Lyon (Rhône)", ["", "69002", "Lyon", "Rhône", "FR"]),
            ("75012 Paris (12e)", ["", "75012", "Paris (12e)", "", "FR"]),
            ("69002 Lyon France", ["", "69002", "Lyon", "", "FR"]),
            ("69002 Lyon (France)", ["", "69002", "Lyon", "", "FR"]),
            ("97200 Fort de France", ["", "97200", "Fort de France", "", "FR"]),
            ("97200 Schoelcher Martinique", ["", "97200", "Schoelcher", "", "MQ"]),
            ("80120 Rue", ["", "80120", "Rue", "", "FR"]),
            ("98000 Monaco", ["", "98000", "Monaco", "", "MC"]),
            ("98000 Monaco Cedex", ["", "98000", "Monaco Cedex", "", "MC"]),
            ("F-69002 Lyon", ["", "69002", "Lyon", "", "FR"]),
            ("F 69002 Lyon", ["", "69002", "Lyon", "", "FR"]),
            ("Lyon 69002", ["", "69002", "Lyon", "", "FR"]),
            ("Lyon (69002)", ["", "69002", "Lyon", "", "FR"]),
            ("D-10115 Berlin", ["", "10115", "Berlin", "", "DE"]),
            ("D-20095 Hamburg (Altona)", ["", "20095", "Hamburg", "Altona", "DE"]),
            ("L-1855 Luxembourg", ["", "1855", "Luxembourg", "", "LU"]),
            ("10115 Berlin Deutschland", ["", "10115", "Berlin", "", "DE"]),
            ("1000 Bruxelles Royaume de Belgique", ["", "1000", "Bruxelles", "", "BE"]),
            ("00184 Roma RM", ["", "00184", "Roma", "RM", "IT"]),
            ("00184 Roma (RM)", ["", "00184", "Roma", "RM", "IT"]),
            ("I-50122 Firenze FI", ["", "50122", "Firenze", "FI", "IT"]),
            ("1234 AB Amsterdam", ["", "1234 AB", "Amsterdam", "", "NL"]),
            ("1234AB Den Haag", ["", "1234AB", "Den Haag", "", "NL"]),
            ("1100-053 Lisboa", ["", "1100-053", "Lisboa", "", "PT"]),
            ("P-1100-053 Lisboa", ["", "1100-053", "Lisboa", "", "PT"]),
            ("SW1A 2AA", ["", "SW1A 2AA", "", "", "GB"]),
            ("London sw1a2aa", ["", "sw1a2aa", "London", "", "GB"]),
            ("10 Downing Street London SW1A 2AA", ["10 Downing Street", "SW1A 2AA", "London", "", "GB"]),
            ("10 Court Road London SW1A 2AA", ["10 Court Road", "SW1A 2AA", "London", "", "GB"]),
            ("27 Foo SW1A 2AA", ["27 Foo", "SW1A 2AA", "", "", "GB"]),
            ("Ottawa (ON) K1A 0B1", ["", "K1A 0B1", "Ottawa", "ON", "CA"]),
            ("Halifax Nova Scotia K1A 0B1", ["", "K1A 0B1", "Halifax", "Nova Scotia", "CA"]),
            ("Washington, DC 20500", ["", "20500", "Washington", "DC", "US"]),
            ("DC 20500-0003", ["", "20500-0003", "", "DC", "US"]),
            ("5 Elm St Boise Idaho 83702", ["5 Elm St", "83702", "Boise", "Idaho", "US"]),
        ];
        for (line, expected) in lines {
            assert_eq!(parts(line, None), Some(expected.map(str::to_owned)), "{line}");
            assert_eq!(is_certain(line), expected[0].is_empty(), "{line}");
        }
    }

    #[test]
    fn the_letters_before_a_postcode() {
        for (letters, country) in [
            ("A-1010 AT-1010", "AT"),
            ("B-1000 BE-1000", "BE"),
            ("CH-1950", "CH"),
            ("D-10115 DE-10115", "DE"),
            ("E-28014 ES-28014", "ES"),
            ("F-69999 FR-69999", "FR"),
            ("I-50122 IT-50122", "IT"),
            ("L-1855 LU-1855 LUX-1855", "LU"),
            ("MC-98000", "MC"),
            ("P-1100-053 PT-1100-053", "PT"),
        ] {
            for code in letters.split(' ') {
                let read = read(&format!("{code} Foo"), None);
                assert_eq!(read.map(|found| found.country), Some(country), "{code}");
            }
        }
    }

    #[test]
    fn lines_that_could_be_of_several_countries() {
        let lines: [(&str, Parts); 6] = [
            ("10115 Berlin", ["", "10115", "Berlin", "", ""]),
            ("1000 Bruxelles", ["", "1000", "Bruxelles", "", ""]),
            ("1310 LA HULPE", ["", "1310", "LA HULPE", "", ""]),
            ("1310 La Hulpe", ["", "1310", "La Hulpe", "", ""]),
            ("28014 Madrid (Madrid)", ["", "28014", "Madrid", "Madrid", ""]),
            ("10115 RM", ["", "10115", "RM", "", ""]),
        ];
        for (line, expected) in lines {
            assert_eq!(parts(line, None), Some(expected.map(str::to_owned)), "{line}");
            assert!(!is_certain(line), "{line}");
        }
    }

    #[test]
    fn the_country_that_is_named_decides() {
        let lines: [(&str, &str, Option<Parts>); 19] = [
            ("1310 LA HULPE", "NL", Some(["", "1310 LA", "HULPE", "", "NL"])),
            ("1234 AB Amsterdam", "BE", Some(["", "1234", "AB Amsterdam", "", ""])),
            ("97400 Saint-Denis", "RE", Some(["", "97400", "Saint-Denis", "", "FR"])),
            ("69002 Lyon", "DE", Some(["", "69002", "Lyon", "", ""])),
            ("69002 Lyon", "BE", None),
            ("D-10115 Berlin", "FR", None),
            ("SW1A 2AA", "US", None),
            ("JE2 4WA", "JE", Some(["", "JE2 4WA", "", "", "JE"])),
            ("SW1A 2AA", "JE", None),
            ("Barcelona 08007", "ES", Some(["", "08007", "Barcelona", "", ""])),
            ("Calle Mayor 08007", "ES", None),
            ("Miami 33101", "US", Some(["", "33101", "Miami", "", "US"])),
            ("00-029 Warszawa", "PL", Some(["", "00-029", "Warszawa", "", "PL"])),
            ("111 51 Stockholm", "SE", Some(["", "111 51", "Stockholm", "", "SE"])),
            ("110 00 Praha", "CZ", Some(["", "110 00", "Praha", "", "CZ"])),
            ("105 57 Athina", "GR", Some(["", "105 57", "Athina", "", "GR"])),
            ("811 01 Bratislava", "SK", Some(["", "811 01", "Bratislava", "", "SK"])),
            ("101 Reykjavík", "IS", Some(["", "101", "Reykjavík", "", ""])),
            ("Roma 00184", "IT", Some(["", "00184", "Roma", "", ""])),
        ];
        for (line, said, expected) in lines {
            let expected = expected.map(|parts| parts.map(str::to_owned));
            assert_eq!(parts(line, Some(said)), expected, "{line} {said}");
        }
    }

    #[test]
    fn lines_that_are_no_locality() {
        for line in [
            "",
            "69002",
            "Lyon",
            "BP 12",
            "12 rue X",
            "12345 Main Street",
            "1600 Pennsylvania Ave NW",
            "2500 route des Dolines",
            "10115 12 Berlin",
            "Berlin 10115",
            "D-1011 Berlin",
            "D-10115",
            "00-029 Warszawa",
            "111 51 Stockholm",
            "123 Foo",
            "123456 Foo",
            "Washington XX 20500",
        ] {
            assert_eq!(read(line, None), None, "{line}");
        }
    }

    #[test]
    fn where_a_locality_begins_after_a_street() {
        for (line, at) in [
            ("12 rue X 69002 Lyon", Some(3)),
            ("Rue 69002 Lyon", Some(1)),
            ("Platz 5 10115 Berlin", Some(2)),
            ("Platz 10115 Berlin", None),
            ("Platz 5 1011 Berlin", None),
            ("69002 Lyon", None),
            ("12 rue X", None),
        ] {
            let words: Vec<_> = line.split(' ').collect();
            assert_eq!(beginning(&words), at, "{line}");
        }
    }
}
