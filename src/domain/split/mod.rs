//! An address that was pasted as one block, cut into the fields of the form.
//!
//! The postcode is what an address is known by, so it is looked for first, from the end; then the country, and what is
//! left before them is street, building and name. Nothing that was pasted is lost: what is no part of an address is
//! kept apart in [`Split::rest`].

mod locality;
mod pieces;
mod postcode;
mod words;

use self::locality::Locality;
use self::pieces::Contacts;
use self::words::Kind;
use super::address::Address;
use super::{city, country};

/// The parts of a pasted block, each as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// A firm or a person that stands before the street.
    pub name: Option<String>,
    /// The address. The country is a code, or empty where the block neither names it nor is written as in one only.
    pub address: Address,
    /// An e-mail address, without the word that announces it.
    pub email: Option<String>,
    /// A telephone number, without the word that announces it.
    pub phone: Option<String>,
    /// What is no part of an address, a line a piece; empty if there is none. It belongs in a note.
    pub rest: String,
}

/// Splits what was pasted as a street, for books kept in the country `home` (ISO 3166-1 alpha-2). None if it is a
/// street and nothing more.
pub fn split(block: &str, home: &str) -> Option<Split> {
    let mut pieces = pieces::cut(block);
    let (said, named_at) = take_country(&mut pieces).unzip();
    let whole = pieces.len();
    let (mut found, at) = take_locality(&mut pieces, said).unwrap_or_else(|| (Locality::default(), whole));
    let mut after = pieces.split_off(at.min(pieces.len()));
    // Between the locality and the country.
    let between = named_at.map(|named| after.len().saturating_sub(whole.saturating_sub(named)));
    take_region(&mut found, &mut after, between.unwrap_or_default());
    let told = Some(found.country).filter(|code| !code.is_empty());
    let mut contacts = Contacts::default();
    let mut others = |pieces: Vec<String>| -> Vec<String> {
        pieces.iter().filter_map(|piece| contacts.take(piece, said.or(told).unwrap_or(home))).collect()
    };
    let (mut before, after) = (others(pieces), others(after));
    if found.postcode.is_empty() {
        found.city = take_city(&mut before, said, home).unwrap_or_default();
    } else {
        complete(&mut found, &mut before);
    }

    let more = said.is_some()
        || !found.postcode.is_empty()
        || !found.city.is_empty()
        || contacts != Contacts::default();
    let (name, street, street2) = street(before);
    let country = said.or(told).or_else(|| tell_country(&found, &street)).unwrap_or_default().to_owned();
    let several = name.is_some() || !street2.is_empty();
    let address = Address {
        street,
        street2,
        postcode: found.postcode,
        city: found.city,
        region: found.region,
        country,
    };
    let split = Split { name, address, email: contacts.email, phone: contacts.phone, rest: after.join("\n") };
    (more || (several && pieces::has_lines(block))).then_some(split)
}

/// Takes out the piece that names a country: its code, and where the piece stood.
fn take_country(pieces: &mut Vec<String>) -> Option<(&'static str, usize)> {
    let (at, code) = (1..pieces.len()).rev().find_map(|at| {
        let (before, rest) = pieces.split_at_checked(at)?;
        let (piece, next) = (rest.first()?, rest.get(1));
        let code = country::recognise(piece)?;
        // "Atlanta, Georgia, 30303".
        let state =
            words::is_state(piece) && next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        (!state && (pieces::is_country(piece) || is_code_after(piece, code, before))).then_some((at, code))
    })?;
    pieces.remove(at);
    Some((code, at))
}

/// Does a code of two or three letters mean its country? It does after a locality of that country: "PA" is Panama, and
/// Palermo, and Pennsylvania.
fn is_code_after(piece: &str, code: &str, before: &[String]) -> bool {
    let italian = words::is_italian_province(piece)
        && before.iter().any(|piece| words::country_of_street(piece) == Some("IT"));
    let locality = before.last().is_some_and(|last| locality::read(last, Some(code)).is_some());
    matches!(piece, "UK" | "USA" | "UAE") || (!italian && postcode::knows(code) && locality)
}

/// Takes out the pieces that hold the locality, the last that do, and says how many stood before them.
fn take_locality(pieces: &mut Vec<String>, said: Option<&str>) -> Option<(Locality, usize)> {
    let (at, count, found) = (0..pieces.len()).rev().find_map(|at| {
        let piece = pieces.get(at)?;
        if let Some(found) = locality::read(piece, said) {
            return (at > 0 || said.is_some() || found.is_certain()).then_some((at, 1, found));
        }
        // A postcode in a piece of its own: "Los Angeles, CA, 90001", "75012, Paris".
        let joined = |from: usize| {
            let pair = pieces.get(from..from.checked_add(2)?)?.join(" ");
            let found = postcode::is_postcode(piece).then(|| locality::read(&pair, said)).flatten()?;
            (said.is_some() || found.is_certain()).then_some((from, 2, found))
        };
        at.checked_sub(1).and_then(joined).or_else(|| joined(at))
    })?;
    pieces.drain(at..pieces.len().min(at.saturating_add(count)));
    Some((found, at))
}

/// Takes the region out of the pieces between the locality and the country, "Rhône" in "69002 Lyon, Rhône, France".
///
/// An Italian province needs no country after it.
fn take_region(found: &mut Locality, after: &mut Vec<String>, between: usize) {
    let Some(next) = after.first().filter(|_| found.region.is_empty()) else { return };
    let italian = matches!(found.country, "" | "IT")
        && postcode::is_postcode(&found.postcode)
        && words::is_italian_province(next);
    if italian {
        found.country = "IT";
    }
    if italian || (between == 1 && words::kind(next) == Kind::Other && !next.contains('@')) {
        found.region = after.remove(0);
    }
}

/// Completes a locality with what stands before it: the city where the postcode has a line of its own, the state or the
/// county between them, and the street of the same line.
fn complete(found: &mut Locality, before: &mut Vec<String>) {
    let is_region: fn(&str) -> bool = match found.country {
        "GB" if before.len() > 2 => words::is_county,
        "CA" => words::is_canadian_province,
        _ => |_| false,
    };
    if found.city.is_empty() && found.region.is_empty() {
        found.region = before.pop_if(|last| is_region(last)).unwrap_or_default();
    }
    if !found.before.is_empty() {
        before.push(std::mem::take(&mut found.before));
    } else if found.city.is_empty() {
        found.city = before.pop_if(|last| words::kind(last) == Kind::Other).unwrap_or_default();
    }
}

/// The city of an address without postcode: the last piece where the country is named, or a city of the French list
/// after a street.
fn take_city(before: &mut Vec<String>, said: Option<&str>, home: &str) -> Option<String> {
    let (last, others) = before.split_last()?;
    let after_street = others.iter().any(|piece| matches!(words::kind(piece), Kind::Street | Kind::Numbered));
    let is_city = match (said, words::kind(last)) {
        (Some(_), Kind::Other) => !others.is_empty(),
        // "Dublin 2".
        (Some(_), Kind::Numbered) => after_street && last.starts_with(char::is_alphabetic),
        (None, Kind::Other) => {
            after_street && country::is_french(home) && !city::postcodes_of(last).is_empty()
        }
        _ => false,
    };
    is_city.then(|| before.pop()).flatten()
}

/// The country that the street's words tell of, where there are five digits: French, German, Italian or Spanish ones.
fn tell_country(found: &Locality, street: &str) -> Option<&'static str> {
    postcode::is_shaped(&found.postcode, "99999").then(|| words::country_of_street(street)).flatten()
}

/// Name, street and complement of the pieces before the city.
fn street(mut pieces: Vec<String>) -> (Option<String>, String, String) {
    let kinds: Vec<_> = pieces.iter().map(|piece| words::kind(piece)).collect();
    let at = |kind: Kind| kinds.iter().position(|known| *known == kind);
    let alone = pieces.len() == 1;
    let named = pieces.first().is_some_and(|first| words::is_named(first));
    // A piece of letters only is a hamlet if something stands before it, or nothing stands beside it and it names nobody.
    let hamlet =
        kinds.iter().rposition(|known| *known == Kind::Other).filter(|at| *at > 0 || (alone && !named));
    let street_at =
        at(Kind::Street).or_else(|| at(Kind::Numbered)).or(hamlet).or_else(|| at(Kind::Complement));
    let first = kinds.iter().position(|kind| matches!(kind, Kind::Other | Kind::Numbered));
    let name_at = first.filter(|name| street_at.is_none_or(|street| *name < street));
    let mut take = |at: usize| pieces.get_mut(at).map(std::mem::take);
    let (name, street) = (name_at.and_then(&mut take), street_at.and_then(take).unwrap_or_default());
    pieces.retain(|piece| !piece.is_empty());
    (name, street, pieces.join(", "))
}
