//! What the columns of a file mean: the headers that other programs write, read as fields of a client.
//!
//! A header is matched by the code in its bracket (`Ville (s.town)`, the same in every language), else by its exact
//! key, else as a synonym, else as the same words in another order. Two columns never silently become one field:
//! the better match has it, and the other is left over, as is every column that means nothing here.

use std::collections::{BTreeMap, BTreeSet};

use super::abroad::ABROAD;
use super::custom::custom_of;
use super::synonyms::{CODES, DELIVERY, FILLERS, SYNONYMS};
pub use super::target::{Column, ContactPart, Target};
use super::target::{MOST_FURTHER, POSTAL};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::setup::Setup;
use crate::domain::typed::clean;

/// Where the ranks of synonyms of other countries begin: no list of the others is as long.
const ABROAD_FROM: usize = 100;

/// How a header was matched, the best first, with its place among the synonyms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    Code,
    Exact,
    Synonym(usize),
    Words(usize),
    /// Without what stands in its bracket, which may say that it is something else: "Rue (domicile)".
    WithoutBracket(usize),
}

/// Reads the headers of a file for a book, from left to right.
pub fn columns<'a>(headers: impl IntoIterator<Item = &'a str>, setup: &Setup) -> Vec<Column> {
    let headers: Vec<String> = headers.into_iter().map(clean).collect();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let words = words_of_synonyms();
    let mut found: Vec<Option<(Match, Target)>> = if is_own(&headers) {
        headers.iter().map(|header| own(header).map(|target| (Match::Exact, target))).collect()
    } else {
        headers.iter().map(|header| find(header, &words)).collect()
    };
    for (header, found) in headers.iter().zip(&mut found) {
        custom(header, setup, found);
    }
    surname_beside_first_name(&headers, &mut found);
    second_address(&mut found);
    lines_of_addresses(&mut found);
    // Of the columns that hold the same, the best match has it. Among equals it is the shorter header, and the first of
    // those that are the same: the order of the columns says as little as it can.
    let mut best: BTreeMap<Target, (Match, usize, String, usize)> = BTreeMap::new();
    for (at, (matched, target)) in
        found.iter().enumerate().filter_map(|(at, found)| Some((at, found.as_ref()?)))
    {
        let header = fold(headers.get(at).copied().unwrap_or_default());
        let one = (*matched, header.len(), header, at);
        best.entry(target.slot())
            .and_modify(|best| {
                if one < *best {
                    best.clone_from(&one);
                }
            })
            .or_insert(one);
    }
    headers
        .iter()
        .zip(found)
        .enumerate()
        .map(|(at, (header, found))| Column {
            header: (*header).to_owned(),
            meaning: found.map(|(_, target)| target),
            target: found.map(|(_, target)| target).filter(|target| {
                matches!(target, Target::Computed | Target::LeftBehind)
                    || best.get(&target.slot()).is_some_and(|(.., winner)| *winner == at)
            }),
        })
        .collect()
}

/// What the program `GnuCash` keeps of a customer, in its order: it writes no header.
const GNUCASH: [&str; 19] = [
    "id",
    "company",
    "name",
    "addr1",
    "addr2",
    "addr3",
    "addr4",
    "phone",
    "fax",
    "email",
    "notes",
    "shipname",
    "shipaddr1",
    "shipaddr2",
    "shipaddr3",
    "shipaddr4",
    "shipphone",
    "shipfax",
    "shipmail",
];

/// Whether this is the first row of a file of `GnuCash`, and no header: nineteen cells, of which the second names a
/// company and some are empty, as they are for any customer and in no header. Two of them may be words that head columns
/// elsewhere: "2 rue", or a note that says "Web".
pub fn is_gnucash<'a>(row: impl IntoIterator<Item = &'a str>) -> bool {
    let cells: Vec<&str> = row.into_iter().map(str::trim).collect();
    if cells.len() != GNUCASH.len() || cells.get(1).is_none_or(|company| company.is_empty()) {
        return false;
    }
    if cells.iter().all(|cell| !cell.is_empty()) {
        return false;
    }
    let words = words_of_synonyms();
    cells.into_iter().filter(|cell| find(cell, &words).is_some()).count() <= 2
}

/// The columns of a file of `GnuCash`. The company has the name of its own, so the other one is the contact's.
pub fn gnucash(setup: &Setup) -> Vec<Column> {
    let mut columns = columns(GNUCASH, setup);
    for column in columns.iter_mut().filter(|column| column.header == "name") {
        (column.target, column.meaning) = (Some(Target::FullName), Some(Target::FullName));
    }
    columns
}

/// Whether Comptoir wrote the file: these keys stand together in no other.
fn is_own(headers: &[&str]) -> bool {
    ["number", "kind", "name", "company"].iter().all(|key| headers.contains(key))
}

/// What a column of a file that Comptoir wrote holds.
fn own(header: &str) -> Option<Target> {
    if let Some(field) = Field::ALL.into_iter().find(|field| field.key() == header) {
        return Some(Target::Field(field));
    }
    if let Some(part) = header.strip_prefix("delivery_") {
        return POSTAL.into_iter().find(|field| field.key() == part).map(Target::Delivery);
    }
    if let Some((n, part)) = header.strip_prefix("contact_").and_then(|rest| rest.split_once('_')) {
        let n = n.parse::<u8>().ok()?.checked_sub(2).filter(|n| *n < MOST_FURTHER)?;
        return ContactPart::ALL
            .into_iter()
            .find(|one| one.key() == part)
            .map(|part| Target::Further(n, part));
    }
    Some(match header {
        "name" => Target::ShownName,
        "kind" => Target::Kind,
        "status" => Target::Status,
        "declined" => Target::Declined,
        "notes" => Target::Note,
        "categories" => Target::Categories,
        "consent" | "consent_service" | "consent_offers" => Target::LeftBehind,
        "id" | "missing" | "doubts" | "created" | "updated" => Target::Computed,
        _ => return None,
    })
}

/// The custom field of a header that names one: with its kind, or by its name alone where nothing surer is known.
fn custom(header: &str, setup: &Setup, found: &mut Option<(Match, Target)>) {
    let with_kind = custom_of(header);
    let unsure = matches!(found, None | Some((Match::Words(_), _)));
    let name = with_kind.as_ref().map_or(header, |field| field.name.as_str());
    if (with_kind.is_some() || unsure)
        && let Some(field) = setup.field_named(name)
    {
        *found = Some((Match::Exact, Target::Custom(field.id)));
    }
}

/// What a header of any program means.
fn find(header: &str, words: &BTreeMap<String, (usize, Target)>) -> Option<(Match, Target)> {
    let header = header.replace('*', " ").replace(['[', '{'], "(").replace([']', '}'], ")");
    let header = header.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '\u{feff}'));
    let (label, bracket) = match header.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((label, bracket)) => (label, bracket.trim().to_lowercase()),
        None => (header, String::new()),
    };
    let lower = header.to_lowercase();
    // A code says what the column is in every language, also that it is nothing we know.
    if is_code(&bracket) || is_code(&lower) && CODES.iter().any(|(code, _)| *code == lower) {
        let code = if is_code(&bracket) { bracket } else { lower };
        return CODES.iter().find(|(one, _)| *one == code).map(|(_, target)| (Match::Code, *target));
    }
    let (whole, label) = (split_words(header), split_words(label));
    let key = squeezed(&whole);
    if let Some(field) = Field::ALL.into_iter().find(|field| squeezed(&fold(field.key())) == key) {
        return Some((Match::Exact, Target::Field(field)));
    }
    synonym(&whole).or_else(|| by_words(&whole, words)).or_else(|| {
        let (matched, target) = synonym(&label).or_else(|| by_words(&label, words))?;
        let (Match::Synonym(rank) | Match::Words(rank) | Match::WithoutBracket(rank)) = matched else {
            return None;
        };
        Some((Match::WithoutBracket(rank), target))
    })
}

/// `s.town`, `extra.colour`: a table and a column.
fn is_code(text: &str) -> bool {
    text.split_once('.').is_some_and(|(table, column)| {
        let letters =
            |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        !table.is_empty() && !column.is_empty() && letters(table) && letters(column)
    })
}

/// The words of a header: `companyName`, `Address1` and `N° SIRET` are two each.
fn split_words(header: &str) -> String {
    let mut spaced = String::with_capacity(header.len());
    let mut before = ' ';
    for c in header.chars() {
        let hump = c.is_uppercase() && before.is_lowercase();
        let number = c.is_ascii_digit() != before.is_ascii_digit() && before.is_alphanumeric();
        if hump || number {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    fold(&spaced)
}

fn squeezed(words: &str) -> String {
    words.split(' ').collect()
}

/// A synonym, however its words are joined.
fn synonym(words: &str) -> Option<(Match, Target)> {
    let wanted = squeezed(words);
    let mut all = synonyms().filter(|(_, _, synonym)| squeezed(synonym) == wanted);
    all.next().map(|(target, rank, _)| (Match::Synonym(rank), target))
}

/// Every synonym with what it means and how sure it is, the surest being 0: those of other countries come last.
fn synonyms() -> impl Iterator<Item = (Target, usize, &'static str)> {
    let of = |first: usize, table: &'static [(Target, &'static [&'static str])]| {
        let each = move |(target, words): &'static (Target, &'static [&'static str])| {
            (first..).zip(*words).map(|(rank, word)| (*target, rank, *word))
        };
        table.iter().flat_map(each)
    };
    of(0, &SYNONYMS).chain(of(ABROAD_FROM, &ABROAD))
}

/// The words that count, in no order.
fn set(words: &str) -> BTreeSet<&str> {
    words
        .split(' ')
        .filter(|word| !FILLERS.contains(word))
        .map(|word| if matches!(word, "n" | "no" | "nr" | "num" | "number") { "numero" } else { word })
        .collect()
}

fn key(words: &BTreeSet<&str>) -> String {
    words.iter().copied().collect::<Vec<_>>().join(" ")
}

fn words_of_synonyms() -> BTreeMap<String, (usize, Target)> {
    let mut all = BTreeMap::new();
    for (target, rank, synonym) in synonyms() {
        all.entry(key(&set(&split_words(synonym)))).or_insert((rank, target));
    }
    // "Client" alone says nothing about words beside it.
    all.remove("");
    all
}

/// The same words in another order, with or without those that say nothing; an address that says "delivery" is one.
fn by_words(words: &str, synonyms: &BTreeMap<String, (usize, Target)>) -> Option<(Match, Target)> {
    let mut set = set(words);
    let all = set.len();
    set.retain(|word| !DELIVERY.contains(word));
    let delivery = set.len() < all;
    if delivery {
        set.remove("to");
    }
    let (rank, target) = *synonyms.get(&key(&set))?;
    match target {
        Target::Field(field) if delivery && POSTAL.contains(&field) => {
            Some((Match::Words(rank), Target::Delivery(field)))
        }
        _ if delivery => None,
        _ => Some((Match::Words(rank), target)),
    }
}

/// Beside a first name, "Nom" is the last name and not that of a company.
fn surname_beside_first_name(headers: &[&str], found: &mut [Option<(Match, Target)>]) {
    let at = |found: &[Option<(Match, Target)>], wanted| {
        found.iter().position(|one| one.is_some_and(|(_, target)| target == Target::Field(wanted)))
    };
    let Some(first) = at(found, Field::FirstName) else { return };
    if at(found, Field::LastName).is_some() {
        return;
    }
    let is_name = |header: &&str| matches!(fold(header).as_str(), "nom" | "name");
    let names: Vec<usize> =
        headers.iter().enumerate().filter(|(_, header)| is_name(header)).map(|(at, _)| at).collect();
    // Of several it is the one that stands nearest, the right one of two.
    let nearest = names.into_iter().rev().min_by_key(|at| at.abs_diff(first));
    if let Some(surname) = nearest.and_then(|at| found.get_mut(at)) {
        *surname = Some((Match::Exact, Target::Field(Field::LastName)));
    } else if headers.get(first).is_some_and(|header| matches!(fold(header).as_str(), "nombre" | "nome"))
        && let Some(only) = found.get_mut(first)
    {
        // Spanish, Italian: without surnames beside it, the name of anybody.
        *only = Some((Match::Synonym(0), Target::Name));
    }
}

/// A second postcode, city or country that stands right of a delivery address belongs to it.
fn second_address(found: &mut [Option<(Match, Target)>]) {
    let mut delivery = false;
    let mut seen = BTreeSet::new();
    for (_, target) in found.iter_mut().flatten() {
        match *target {
            Target::Delivery(_) => delivery = true,
            Target::Field(field) if POSTAL.contains(&field) && !seen.insert(field) && delivery => {
                *target = Target::Delivery(field);
            }
            _ => {}
        }
    }
}

/// Lines of an address that has neither postcode nor city of its own are read as a whole: "Rue", "38000 Grenoble" and
/// "France" may stand in any of them.
fn lines_of_addresses(found: &mut [Option<(Match, Target)>]) {
    let has = |wanted: &[Target]| found.iter().flatten().any(|(_, target)| wanted.contains(target));
    let whole = |of: fn(Field) -> Target, line: fn(u8) -> Target| {
        has(&[line(2), line(3)]) && !has(&[of(Field::Postcode), of(Field::City)])
    };
    let (client, delivery) =
        (whole(Target::Field, Target::AddressLine), whole(Target::Delivery, Target::DeliveryLine));
    for (_, target) in found.iter_mut().flatten() {
        *target = match *target {
            Target::Field(Field::Street) if client => Target::AddressLine(0),
            Target::Field(Field::Street2) if client => Target::AddressLine(1),
            Target::Delivery(Field::Street) if delivery => Target::DeliveryLine(0),
            Target::Delivery(Field::Street2) if delivery => Target::DeliveryLine(1),
            other => other,
        };
    }
}
