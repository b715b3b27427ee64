//! The audit: one entry a change, each with the hash of the one before.
//!
//! A hash covers the bytes that stand in the table, not the values read from them: an entry written by an old
//! version can be verified by every later one.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

use super::encode::{Unreadable, decode, encode};
use super::error::StoreError;
use crate::domain::command::Act;
use crate::domain::record::{Kind, Moment};

/// The most records that an entry names itself; beyond, it holds their count and one hash.
pub(super) const MOST_LISTED: usize = 100;

/// A SHA-256.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The hash of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().take(4).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Hash;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("32 bytes")
            }

            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Hash, E> {
                <[u8; 32]>::try_from(bytes)
                    .ok()
                    .map(Hash)
                    .ok_or_else(|| E::invalid_length(bytes.len(), &self))
            }
        }
        deserializer.deserialize_bytes(Visitor)
    }
}

/// What an entry did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// A command.
    Did(Act),
    /// Took that entry back.
    Undid(u64),
    /// Did that entry again after it had been taken back.
    Redid(u64),
}

/// By what a change was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The window.
    Window,
    /// A verb.
    CommandLine,
    /// A file, by its name without folder.
    Import {
        /// Its name.
        file: String,
    },
}

/// A record that an entry touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: u64,
    /// The hash of its bytes before; none if it was not there.
    pub before: Option<Hash>,
    /// The hash of its bytes after; none if it is gone.
    pub after: Option<Hash>,
}

/// The records that an entry touched, in the order of kind and id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum List {
    /// Named here.
    Named(Vec<Touched>),
    /// Too many: they stand in a table of their own.
    Counted {
        /// How many.
        count: u64,
        /// One hash over the list.
        hash: Hash,
    },
}

/// An entry of the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1, without gaps. The last one is the revision of the book.
    pub number: u64,
    /// When it was recorded.
    pub at: Moment,
    /// What was done.
    pub deed: Deed,
    /// By what.
    pub origin: Origin,
    /// To which records.
    pub touched: List,
    /// The hash of the entry before; zero for the first.
    pub previous: Hash,
    /// Its own hash: over `previous` and the bytes of the entry.
    pub hash: Hash,
}

/// What of an entry stands behind its hash.
#[derive(Serialize, Deserialize)]
struct Body {
    number: u64,
    at: Moment,
    deed: Deed,
    origin: Origin,
    touched: List,
    previous: Hash,
}

/// Number and hash of an entry: the end of the chain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) number: u64,
    pub(super) hash: Hash,
}

impl Head {
    pub(super) fn bytes(self) -> Vec<u8> {
        [&self.number.to_be_bytes()[..], &self.hash.0].concat()
    }

    pub(super) fn read(bytes: &[u8]) -> Result<Self, StoreError> {
        let parts =
            bytes.split_first_chunk().and_then(|(number, hash)| Some((number, hash.try_into().ok()?)));
        let (number, hash) = parts.ok_or_else(|| StoreError::Damaged("head of the audit".to_owned()))?;
        Ok(Self { number: u64::from_be_bytes(*number), hash: Hash(hash) })
    }
}

impl Entry {
    /// The entry that follows `head`, and the bytes that stand for it in the table.
    pub(super) fn following(
        head: Head,
        at: Moment,
        deed: Deed,
        origin: Origin,
        touched: List,
    ) -> Result<(Self, Vec<u8>), StoreError> {
        let number = head.number.checked_add(1).ok_or_else(|| StoreError::Unkeepable("entry".to_owned()))?;
        let body = Body { number, at, deed, origin, touched, previous: head.hash };
        let bytes = encode(&body)?;
        let hash = chained(head.hash, &bytes);
        Ok((body.entry(hash), [&hash.0[..], &bytes].concat()))
    }

    /// Reads an entry as it stands in the table; whether its hash is right is for [`Entry::verify`] to say.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (hash, bytes) = bytes.split_first_chunk().ok_or(Unreadable::NoValue)?;
        Ok(decode::<Body>(bytes)?.entry(Hash(*hash)))
    }

    /// Reads the entry that must follow `head`; nothing if the chain is broken here.
    pub(super) fn verify(head: Head, bytes: &[u8]) -> Option<Self> {
        let entry = Self::decode(bytes).ok()?;
        let fits = head.number.checked_add(1) == Some(entry.number)
            && entry.previous == head.hash
            && entry.hash == chained(head.hash, bytes.get(32..)?);
        fits.then_some(entry)
    }

    pub(super) fn head(&self) -> Head {
        Head { number: self.number, hash: self.hash }
    }
}

impl Body {
    fn entry(self, hash: Hash) -> Entry {
        let Self { number, at, deed, origin, touched, previous } = self;
        Entry { number, at, deed, origin, touched, previous, hash }
    }
}

fn chained(previous: Hash, bytes: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update(previous.0).chain_update(bytes).finalize().into())
}

/// The hashes before and after, as they stand in the table of touched records: a zero byte for none.
pub(super) fn hashes(touched: &Touched) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(66);
    for hash in [touched.before, touched.after] {
        match hash {
            Some(hash) => {
                bytes.push(1);
                bytes.extend(hash.0);
            }
            None => bytes.push(0),
        }
    }
    bytes
}

/// What [`hashes`] wrote.
pub(super) fn read_hashes(kind: Kind, id: u64, bytes: &[u8]) -> Result<Touched, StoreError> {
    fn one(bytes: &[u8]) -> Option<(Option<Hash>, &[u8])> {
        match bytes.split_first()? {
            (0, rest) => Some((None, rest)),
            (1, rest) => rest.split_first_chunk().map(|(hash, rest)| (Some(Hash(*hash)), rest)),
            _ => None,
        }
    }
    let both = one(bytes).and_then(|(before, rest)| match one(rest)? {
        (after, []) => Some(Touched { kind, id, before, after }),
        _ => None,
    });
    both.ok_or_else(|| StoreError::Damaged(format!("hashes of {kind:?} {id}")))
}

/// One hash over a list of touched records.
pub(super) fn list_hash<'a>(list: impl IntoIterator<Item = &'a Touched>) -> Hash {
    let mut hasher = Sha256::new();
    for touched in list {
        hasher.update([touched.kind.code()]);
        hasher.update(touched.id.to_be_bytes());
        hasher.update(hashes(touched));
    }
    Hash(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touched(id: u64, before: Option<u8>, after: Option<u8>) -> Touched {
        let hash = |byte: Option<u8>| byte.map(|byte| Hash([byte; 32]));
        Touched { kind: Kind::Note, id, before: hash(before), after: hash(after) }
    }

    fn entry(head: Head) -> (Entry, Vec<u8>) {
        let list = List::Named(vec![touched(7, None, Some(1))]);
        let origin = Origin::Import { file: "a.csv".into() };
        Entry::following(head, Moment(5), Deed::Did(Act::ImportClients), origin, list).unwrap()
    }

    #[test]
    fn an_entry_comes_back_and_follows_only_the_one_before() {
        let (first, first_bytes) = entry(Head::default());
        let (second, bytes) = entry(first.head());
        assert_eq!((first.number, second.number, second.previous), (1, 2, first.hash));
        assert_eq!(Entry::decode(&bytes).unwrap(), second);
        assert_eq!(Entry::verify(Head::default(), &first_bytes), Some(first.clone()));
        assert_eq!(Entry::verify(first.head(), &bytes), Some(second.clone()));
        assert_eq!(Entry::verify(Head::default(), &bytes), None);
        assert_eq!(Entry::verify(second.head(), &bytes), None);
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert_eq!(Entry::verify(first.head(), &changed), None, "byte {at}");
        }
        assert_eq!(Entry::decode(&bytes[..31]), Err(Unreadable::NoValue));
    }

    #[test]
    fn an_entry_that_says_other_than_its_place_does_not_follow() {
        let first = entry(Head::default()).0;
        // Rightly hashed, but with a number that is not the next one.
        let skipped = entry(Head { number: 5, hash: first.hash }).1;
        assert_eq!(Entry::verify(first.head(), &skipped), None);
        // Rightly hashed over what comes before, but saying that something else does.
        let body = Body {
            number: 2,
            at: Moment(5),
            deed: Deed::Undid(1),
            origin: Origin::Window,
            touched: List::Named(Vec::new()),
            previous: Hash([9; 32]),
        };
        let bytes = encode(&body).unwrap();
        let bytes = [&chained(first.hash, &bytes).0[..], &bytes].concat();
        assert_eq!(Entry::verify(first.head(), &bytes), None);
    }

    #[test]
    fn heads_come_back_and_nothing_else_is_one() {
        let head = Head { number: 0x0102_0304_0506_0708, hash: Hash([3; 32]) };
        assert_eq!(Head::read(&head.bytes()).unwrap(), head);
        for length in (0..40).chain([41]) {
            let bytes: Vec<_> = head.bytes().into_iter().chain([0]).take(length).collect();
            assert!(Head::read(&bytes).is_err(), "{length}");
        }
    }

    #[test]
    fn hashes_come_back_and_nothing_else_is_any() {
        for one in [
            touched(1, None, None),
            touched(2, Some(2), None),
            touched(3, None, Some(3)),
            touched(4, Some(4), Some(5)),
        ] {
            let bytes = hashes(&one);
            assert_eq!(read_hashes(one.kind, one.id, &bytes).unwrap(), one);
            assert!(read_hashes(one.kind, one.id, &bytes[..bytes.len() - 1]).is_err());
            assert!(read_hashes(one.kind, one.id, &[&bytes[..], &[0]].concat()).is_err());
        }
        assert!(read_hashes(Kind::Note, 1, &[2, 0]).is_err());
    }

    #[test]
    fn the_hash_of_a_list_covers_all_of_it() {
        let list = [touched(1, None, Some(1)), touched(2, Some(1), Some(2))];
        let hash = list_hash(&list);
        assert_eq!(hash, list_hash(&list.clone()));
        let client = Touched { kind: Kind::Client, ..list[1] };
        for other in [
            vec![list[0]],
            vec![list[1], list[0]],
            vec![list[0], touched(3, Some(1), Some(2))],
            vec![list[0], touched(2, Some(1), Some(3))],
            vec![list[0], touched(2, Some(2), Some(2))],
            vec![list[0], client],
        ] {
            assert_ne!(hash, list_hash(&other), "{other:?}");
        }
    }

    #[test]
    fn a_hash_is_told_by_its_first_bytes() {
        assert_eq!(format!("{:?}", Hash([0xab; 32])), "abababab");
        assert_eq!(format!("{:?}", Hash::of(b"abc")), "ba7816bf");
    }
}
