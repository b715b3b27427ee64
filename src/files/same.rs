//! Who a row of a file is about: a client of the book, an earlier row, or nobody yet.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use crate::domain::client::{Client, ClientId};
use crate::domain::fold::fold;
use crate::domain::identifier;

/// Somebody a row can be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Who {
    /// A client of the book.
    Client(ClientId),
    /// What an earlier row entered, counted from 0.
    Row(usize),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Same {
    /// It is a new client.
    Nobody,
    /// It is this one.
    One(Who),
    /// It could be any of these, by name.
    Several(Vec<String>),
    /// Its number is that of this client, who has another name and lives elsewhere.
    Taken(String),
}

/// What clients are recognised by, the strongest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Number(String),
    Siret(String),
    Siren(String),
    Email(String),
    NameAndPostcode(String, String),
    Name(String),
}

/// Somebody who could be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Who.
    pub(super) who: Who,
    /// As they are now.
    pub(super) client: Client,
    /// The number that the file gives them, empty if none: rows with different numbers are different clients.
    pub(super) number_in_file: String,
}

/// Everybody, by what they are recognised by. Only the hash of a key is kept, for there may be millions; it has 128 bits,
/// so that no two keys ever share one.
#[derive(Debug, Default)]
pub(super) struct Keys(HashMap<u128, Holders, BuildHasherDefault<Hashed>>);

/// For keys that are hashes already: they are as they are.
#[derive(Debug, Default)]
pub(super) struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// The hashes of the keys of somebody: they are made without knowing anybody else.
#[derive(Debug)]
pub(super) struct KeysOf {
    number: Option<u128>,
    siret: Option<u128>,
    siren: Option<u128>,
    email: Option<u128>,
    /// None without a name; with or without a postcode.
    name_and_postcode: Option<u128>,
    name: Option<u128>,
}

impl KeysOf {
    pub(super) fn client(client: &Client) -> Self {
        let hashed = |key: Option<Key>| key.map(|key| key.hashed());
        let name = Some(fold(&client.name())).filter(|name| !name.is_empty());
        let both = name.clone().map(|name| Key::NameAndPostcode(name, postcode(client)));
        Self {
            number: hashed(number(client)),
            siret: hashed(siret(client)),
            siren: hashed(siren(client)),
            email: hashed(email(client)),
            name_and_postcode: hashed(both),
            name: hashed(name.map(Key::Name)),
        }
    }

    fn all(&self) -> impl Iterator<Item = u128> {
        let Self { number, siret, siren, email, name_and_postcode, name } = *self;
        [number, siret, siren, email, name_and_postcode, name].into_iter().flatten()
    }
}

/// Nearly every key is one client's alone.
#[derive(Debug)]
enum Holders {
    One(Who),
    Many(Vec<Who>),
}

impl Holders {
    fn as_slice(&self) -> &[Who] {
        match self {
            Self::One(who) => std::slice::from_ref(who),
            Self::Many(all) => all,
        }
    }

    fn add(&mut self, who: Who) {
        match self {
            _ if self.as_slice().contains(&who) => {}
            Self::One(first) => *self = Self::Many(vec![*first, who]),
            Self::Many(all) => all.push(who),
        }
    }
}

impl Key {
    fn hashed(&self) -> u128 {
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            (salt, self).hash(&mut hasher);
            u128::from(hasher.finish())
        };
        half(0) | (half(1) << 64)
    }
}

impl Keys {
    /// Takes note of somebody; also again, after a change.
    pub(super) fn add(&mut self, who: Who, keys: &KeysOf) {
        for key in keys.all() {
            self.0.entry(key).and_modify(|holders| holders.add(who)).or_insert(Holders::One(who));
        }
    }

    /// Who the row is about; `look` says who somebody is by now.
    pub(super) fn same<E>(
        &self,
        row: &Client,
        keys: &KeysOf,
        look: impl Fn(Who) -> Result<Option<Candidate>, E>,
    ) -> Result<Same, E> {
        let find = |key: Option<u128>| -> Result<Vec<Candidate>, E> {
            let mut found: Vec<Candidate> = Vec::new();
            for who in key.and_then(|key| self.0.get(&key)).map(Holders::as_slice).unwrap_or_default() {
                if let Some(candidate) = look(*who)?
                    && !found.iter().any(|one| one.who == candidate.who)
                {
                    found.push(candidate);
                }
            }
            Ok(found)
        };
        let holders = find(keys.number)?;
        if let [holder] = holders.as_slice()
            && matches!(holder.who, Who::Client(_))
            && is_somebody_else(row, &holder.client)
        {
            return Ok(Same::Taken(holder.client.name()));
        }
        if let Some(same) = only(holders, |_| true) {
            return Ok(same);
        }
        let may_be = |one: &Candidate| !told_apart(row, one);
        if let Some(same) = only(find(keys.siret)?, may_be) {
            return Ok(same);
        }
        // Another establishment of the same company has a SIRET of its own.
        let establishment =
            |one: &Candidate| may_be(one) && (row.siret.is_empty() || one.client.siret.is_empty());
        if let Some(same) = only(find(keys.siren)?, establishment) {
            return Ok(same);
        }
        if let Some(same) = only(find(keys.email)?, may_be) {
            return Ok(same);
        }
        if keys.name.is_none() {
            return Ok(Same::Nobody);
        }
        if let Some(same) = only(find(keys.name_and_postcode)?, may_be) {
            return Ok(same);
        }
        if !row.address.postcode.is_empty() {
            return Ok(Same::Nobody);
        }
        // A postcode that the row does not give contradicts none; two addresses of e-mail do.
        let anywhere =
            |one: &Candidate| may_be(one) && (email(row).is_none() || email(&one.client).is_none());
        Ok(only(find(keys.name)?, anywhere).unwrap_or(Same::Nobody))
    }
}

/// The one who fits, or several; nothing if nobody does.
fn only(found: Vec<Candidate>, fits: impl Fn(&Candidate) -> bool) -> Option<Same> {
    let mut found: Vec<Candidate> = found.into_iter().filter(|one| fits(one)).collect();
    match found.len() {
        0 => None,
        1 => found.pop().map(|one| Same::One(one.who)),
        _ => Some(Same::Several(found.iter().map(|one| one.client.name()).collect())),
    }
}

/// Two who cannot be the same, whatever else they share.
fn told_apart(row: &Client, one: &Candidate) -> bool {
    let differ = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
    let valid = |is: fn(&str) -> bool, one: &str, other: &str| is(one) && is(other) && one != other;
    differ(&row.number, &one.number_in_file)
        || valid(identifier::is_siren, &row.siren, &one.client.siren)
        || valid(identifier::is_siret, &row.siret, &one.client.siret)
}

/// Whether a row that has the number of a client is about somebody else: another name, another place, and nothing in
/// common. Two programs that count from one would else overwrite each other's clients.
fn is_somebody_else(row: &Client, holder: &Client) -> bool {
    let name = fold(&row.name());
    let other_name = !name.is_empty() && name != fold(&holder.name());
    let other_place =
        !postcode(row).is_empty() && !postcode(holder).is_empty() && postcode(row) != postcode(holder);
    let phones =
        |client: &Client| [client.phone.e164().map(str::to_owned), client.mobile.e164().map(str::to_owned)];
    let shares_phone =
        phones(row).iter().flatten().any(|one| phones(holder).iter().flatten().any(|two| one == two));
    let shares = |key: fn(&Client) -> Option<Key>| key(row).is_some() && key(row) == key(holder);
    other_name && other_place && !shares(siren) && !shares(email) && !shares_phone
}

fn number(client: &Client) -> Option<Key> {
    (!client.number.is_empty()).then(|| Key::Number(client.number.clone()))
}

fn siren(client: &Client) -> Option<Key> {
    (!client.siren.is_empty()).then(|| Key::Siren(client.siren.clone()))
}

/// A SIRET of fourteen digits: it has a SIREN.
fn siret(client: &Client) -> Option<Key> {
    (!client.siren.is_empty() && !client.siret.is_empty()).then(|| Key::Siret(client.siret.clone()))
}

/// An address of e-mail, not just any word in its column ("none").
fn email(client: &Client) -> Option<Key> {
    client.email.contains('@').then(|| Key::Email(client.email.to_lowercase()))
}

fn postcode(client: &Client) -> String {
    fold(&client.address.postcode).split(' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::phone::Phone;

    fn client(name: &str, postcode: &str) -> Client {
        let mut client = Client { company: name.into(), number: "7".into(), ..Client::default() };
        client.address.postcode = postcode.into();
        client
    }

    #[test]
    fn a_number_alone_makes_nobody_the_same() {
        let holder = client("Asie", "75001");
        let somebody_else = |row: &Client| is_somebody_else(row, &holder);
        assert!(somebody_else(&client("Bolido", "69001")));
        assert!(!somebody_else(&client("ASIE", "69001")));
        assert!(!somebody_else(&client("Bolido", "75 001")));
        assert!(!somebody_else(&client("Bolido", "")));
        assert!(!somebody_else(&client("", "69001")));
    }

    #[test]
    fn what_else_is_shared_makes_it_the_same() {
        let with = |change: fn(&mut Client)| {
            let (mut row, mut holder) = (client("Bolido", "69001"), client("Asie", "75001"));
            change(&mut row);
            change(&mut holder);
            is_somebody_else(&row, &holder)
        };
        assert!(with(|_| ()));
        assert!(!with(|client| client.email = "a@b.example".into()));
        assert!(with(|client| client.email = "none".into()));
        assert!(!with(|client| client.siren = "732829320".into()));
        assert!(!with(|client| client.phone = Phone::parse("01 42 68 53 00", "FR")));
        assert!(!with(|client| client.mobile = Phone::parse("06 12 34 56 78", "FR")));
        assert!(with(|client| client.phone = Phone::parse("88.60.15.31", "FR")));
    }

    #[test]
    fn nobody_is_taken_twice() {
        let one = Who::Client(ClientId(1));
        let mut holders = Holders::One(one);
        holders.add(one);
        assert_eq!(holders.as_slice(), [one]);
        holders.add(Who::Row(0));
        holders.add(Who::Row(0));
        holders.add(Who::Row(1));
        assert_eq!(holders.as_slice(), [one, Who::Row(0), Who::Row(1)]);
    }
}
