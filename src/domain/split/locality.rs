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
