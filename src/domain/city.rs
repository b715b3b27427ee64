//! French postcodes and the cities they are of: each proposes the other, and a pair that cannot be is doubted.
//!
//! The list stands in `assets/data/cities.csv`, La Poste's and INSEE's. It is sorted by postcode, so a postcode is found
//! in it without any preparation; names are folded and sorted once, when the first of them is asked for.
//!
//! Post arrives under more names than the list has: hamlets, quarters, business postcodes ("CEDEX"), short forms. A
//! doubt that is wrong costs more than a slip that is not seen, hence only a city of the list, under a postcode that
//! is certainly another's, is doubted.

use std::cmp::Reverse;
use std::sync::LazyLock;

use super::fold::fold;

/// A city whose name begins as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct City {
    /// As INSEE writes it: "Saint-Étienne".
    pub name: &'static str,
    /// All of its postcodes, in order; at least one.
    pub postcodes: Vec<&'static str>,
}

static ROWS: &str = include_str!("../../assets/data/cities.csv");

/// Postcode, and what stands after it: sorted by postcode, as the file is.
static BY_POSTCODE: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| ROWS.lines().filter_map(|row| row.split_once(';')).collect());

static BY_NAME: LazyLock<Vec<Entry>> = LazyLock::new(by_name);

/// A city under one of its postcodes, to be found by name.
struct Entry {
    /// The folded name.
    key: Box<str>,
    name: &'static str,
    postcode: &'static str,
    size: Size,
    kind: Kind,
}

/// How many live there: a digit of the file, or nothing. Later is greater.
type Size = Option<char>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Commune,
    /// A commune, by its name without the article: "Havre".
    WithoutArticle,
    /// Merged into another one: found where its whole name is typed, never proposed, since nothing says which of the
    /// postcodes of the greater commune is its own.
    Former,
}

fn by_name() -> Vec<Entry> {
    let mut entries = Vec::with_capacity(45_000);
    for (postcode, cities) in BY_POSTCODE.iter() {
        for (size, name) in communes(cities) {
            let key = key(name);
            if let Some(bare) = without_article(&key) {
                let kind = Kind::WithoutArticle;
                entries.push(Entry { key: bare.into(), name, postcode, size, kind });
            }
            entries.push(Entry { key: key.into(), name, postcode, size, kind: Kind::Commune });
        }
        for name in former(cities) {
            entries.push(Entry { key: key(name).into(), name, postcode, size: None, kind: Kind::Former });
        }
    }
    entries.sort_unstable_by(|one, two| {
        (&one.key, one.name, one.postcode).cmp(&(&two.key, two.name, two.postcode))
    });
    entries
}

/// The communes of a row, the most inhabited first.
fn communes(cities: &'static str) -> impl Iterator<Item = (Size, &'static str)> {
    let communes = cities.split('|').next().unwrap_or_default();
    communes.split(';').map(|cell| match cell.strip_prefix(|c: char| c.is_ascii_digit()) {
        Some(name) => (cell.chars().next(), name),
        None => (None, cell),
    })
}

/// The former communes of a row.
fn former(cities: &'static str) -> impl Iterator<Item = &'static str> {
    cities.split('|').skip(1).flat_map(|former| former.split(';'))
}

fn row(postcode: &str) -> Option<&'static str> {
    let at = BY_POSTCODE.binary_search_by(|(known, _)| (*known).cmp(postcode)).ok()?;
    BY_POSTCODE.get(at).map(|(_, cities)| *cities)
}

/// "75 006" is 75006, whatever the space.
fn without_spaces(postcode: &str) -> String {
    postcode.split_whitespace().collect()
}

/// The cities with a French postcode, the most inhabited first; none for a postcode that is not in the list, as those
/// of a single firm ("CEDEX") are not.
pub fn cities_of(postcode: &str) -> impl Iterator<Item = &'static str> {
    row(&without_spaces(postcode)).into_iter().flat_map(communes).map(|(_, name)| name)
}

/// The postcodes of every French city of this name, in order, each once. Case, accents, hyphens, "St" and "Ste",
/// a missing article, "CEDEX 03" and the number of an arrondissement make no difference.
pub fn postcodes_of(city: &str) -> Vec<&'static str> {
    let mut postcodes: Vec<_> = named(&Place::read(city).key).iter().map(|entry| entry.postcode).collect();
    postcodes.sort_unstable();
    postcodes.dedup();
    postcodes
}

/// The entries whose key this is.
fn named(key: &str) -> &'static [Entry] {
    let entries = BY_NAME.as_slice();
    let from = entries.partition_point(|entry| *entry.key < *key);
    let rest = entries.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|entry| *entry.key == *key)).unwrap_or_default()
}

/// At most `most` cities whose names begin as typed, the most inhabited first. Those of one name in two départements
/// are two. None for what has no letter.
pub fn beginning(typed: &str, most: usize) -> Vec<City> {
    let start = start_key(typed);
    if start.is_empty() {
        return Vec::new();
    }
    let entries = BY_NAME.as_slice();
    let from = entries.partition_point(|entry| *entry.key < *start);
    let rest = entries.get(from..).unwrap_or_default();
    let begin = rest.get(..rest.partition_point(|entry| entry.key.starts_with(&start))).unwrap_or_default();
    let mut groups: Vec<&[Entry]> = begin
        .chunk_by(|one, two| {
            one.name == two.name
                && one.kind == two.kind
                && departement(one.postcode) == departement(two.postcode)
        })
        .filter(|group| group.first().is_some_and(|entry| entry.kind != Kind::Former))
        .collect();
    groups.sort_unstable_by_key(|group| {
        group.first().map(|entry| (Reverse(entry.size), entry.name, entry.postcode))
    });
    // "l" begins both "Le Luc" and its name without the article.
    let first = |group: &&[Entry]| group.first().map(|entry| (entry.name, entry.postcode));
    groups.dedup_by(|one, two| first(one) == first(two));
    groups.into_iter().take(most).filter_map(city).collect()
}

fn city(group: &[Entry]) -> Option<City> {
    let name = group.first()?.name;
    Some(City { name, postcodes: group.iter().map(|entry| entry.postcode).collect() })
}

/// Is the city, by one of its names, among those with this postcode?
pub fn has(postcode: &str, city: &str) -> bool {
    let place = Place::read(city);
    row(&without_spaces(postcode)).is_some_and(|cities| place.is_among(cities))
}

/// Can the postcode be the city's? Whatever is no French postcode, and whatever the list knows too little of, can:
/// hamlets and quarters, and a postcode of one firm in the right département.
pub fn fits(postcode: &str, city: &str) -> bool {
    let postcode = without_spaces(postcode);
    if postcode.len() != 5 || !postcode.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let cities = row(&postcode);
    // As the list has it, which is what most addresses have: a large book is opened sooner.
    if cities.is_some_and(|cities| communes(cities).any(|(_, name)| name == city)) {
        return true;
    }
    let place = Place::read(city);
    let mut homes = named(&place.key).iter().filter(|entry| entry.kind != Kind::WithoutArticle).peekable();
    if homes.peek().is_none() || cities.is_some_and(|cities| place.is_among(cities)) {
        return true;
    }
    let of_a_firm = place.cedex || cities.is_none();
    of_a_firm && homes.any(|entry| departement(entry.postcode) == departement(&postcode))
}

/// The digits of a postcode that say the département: two, or three overseas.
fn departement(postcode: &str) -> &str {
    let overseas = postcode.starts_with("97") || postcode.starts_with("98");
    postcode.get(..if overseas { 3 } else { 2 }).unwrap_or(postcode)
}

/// A city as typed, and what the name says besides.
struct Place {
    key: String,
    /// Post there goes to one firm.
    cedex: bool,
}

impl Place {
    fn read(city: &str) -> Self {
        let whole = key(city);
        let words: Vec<_> = whole.split(' ').collect();
        let (name, cedex) = match words.iter().position(|word| *word == "cedex") {
            Some(at) => (words.get(..at).unwrap_or_default(), true),
            None => (words.as_slice(), false),
        };
        let kept =
            name.iter().rposition(|word| !is_arrondissement(word)).map_or(0, |last| last.saturating_add(1));
        Self { key: name.get(..kept).unwrap_or_default().join(" "), cedex }
    }

    /// Is it one of the row's? Half a name is enough, as in "Boulogne" and "Saint-Denis La Plaine".
    fn is_among(&self, cities: &'static str) -> bool {
        let typed = without_small_words(&self.key);
        let begins = |long: &str, short: &str| {
            long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        let alike = |name: &str| {
            let name = without_small_words(&key(name));
            begins(&name, &typed) || begins(&typed, &name)
        };
        !typed.is_empty() && communes(cities).map(|(_, name)| name).chain(former(cities)).any(alike)
    }
}

/// "12", "12e", "1er", "arrondissement".
fn is_arrondissement(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || ["arrondissement", "arrdt", "ardt", "arr", "er", "e", "eme"].contains(&word)
}

/// A folded name in full words: "Ste-Foy-lez-Lyon" is "sainte foy les lyon".
fn key(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<_> = folded.split(' ').map(full_word).collect();
    words.join(" ")
}

/// As [`key`], of a name whose last word may not be whole yet: "St" may become "Strasbourg".
fn start_key(typed: &str) -> String {
    let folded = fold(typed);
    let whole = !typed.ends_with(char::is_alphanumeric);
    match folded.rsplit_once(' ') {
        _ if whole => key(&folded),
        Some((before, last)) => format!("{} {last}", key(before)),
        None => folded,
    }
}

fn full_word(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        "s" => "sur",
        "ss" => "sous",
        "lez" => "les",
        word => word,
    }
}

fn without_article(key: &str) -> Option<&str> {
    ["le ", "la ", "les ", "l "].iter().find_map(|article| key.strip_prefix(article))
}

/// A key without the words that people leave out.
fn without_small_words(key: &str) -> String {
    const SMALL: [&str; 9] = ["le", "la", "les", "l", "de", "du", "des", "d", "en"];
    let words: Vec<_> = key.split(' ').filter(|word| !SMALL.contains(word)).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_list_is_read_in_order() {
        assert_eq!(BY_POSTCODE.len(), 6311);
        assert_eq!(BY_POSTCODE.len(), ROWS.lines().count());
        assert!(BY_POSTCODE.is_sorted_by(|(one, _), (two, _)| one < two));
        let pairs = BY_NAME.iter().filter(|entry| entry.kind == Kind::Commune).count();
        assert_eq!(pairs, 35_494);
        for entry in BY_NAME.iter() {
            assert!(
                !entry.key.is_empty() && entry.name.chars().all(|c| !c.is_ascii_digit()),
                "{}",
                entry.name
            );
        }
    }
}
