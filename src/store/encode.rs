//! How a value stands in the book: `0x01`, the schema version, then a MessagePack map with named fields.

use serde::Serialize;
use serde::de::{Deserialize as _, DeserializeOwned};

use super::error::StoreError;
use crate::domain::record::{Invalid, Record};

/// The schema that this version writes. A value of a newer one is not read: an old program would drop what it does
/// not know.
pub(super) const SCHEMA: u16 = 1;
/// The longest value, bytes: far above the longest note, far below what memory bears.
const LONGEST: usize = 16 * 1024 * 1024;
/// The first byte: how the rest is written.
const MESSAGE_PACK: u8 = 1;

/// Why a value cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Longer than any value is.
    #[error("{0} bytes are too many")]
    TooLong(usize),
    /// It does not begin as a value does.
    #[error("it does not begin as a value does")]
    NoValue,
    /// Written by a newer version.
    #[error("it was written by a newer version (schema {0})")]
    Newer(u16),
    /// The map is not what is expected.
    #[error("{0}")]
    Malformed(String),
    /// Bytes are left over.
    #[error("bytes are left over")]
    Trailing,
    /// It breaks the rules of its record.
    #[error(transparent)]
    Invalid(#[from] Invalid),
    /// The number of no kind of record.
    #[error("{0} is the number of no kind of record")]
    NoKind(u8),
    /// The record has another id than its key.
    #[error("it has the id {0}")]
    OtherId(u64),
}

impl From<Unreadable> for StoreError {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Newer(schema) => Self::Newer(schema.into()),
            other => Self::Damaged(other.to_string()),
        }
    }
}

/// A value as it stands in the book.
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, StoreError> {
    // As long as a client is, more or less.
    let mut bytes = Vec::with_capacity(384);
    bytes.push(MESSAGE_PACK);
    bytes.extend(SCHEMA.to_be_bytes());
    rmp_serde::encode::write_named(&mut bytes, value)
        .map_err(|error| StoreError::Unkeepable(error.to_string()))?;
    if bytes.len() > LONGEST {
        return Err(StoreError::Unkeepable(format!("{} bytes", bytes.len())));
    }
    Ok(bytes)
}

/// Reads a value; every byte must be part of it.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    if bytes.len() > LONGEST {
        return Err(Unreadable::TooLong(bytes.len()));
    }
    let Some((&[MESSAGE_PACK, high, low], map)) = bytes.split_first_chunk() else {
        return Err(Unreadable::NoValue);
    };
    let schema = u16::from_be_bytes([high, low]);
    if schema > SCHEMA {
        return Err(Unreadable::Newer(schema));
    }
    if schema == 0 {
        return Err(Unreadable::NoValue);
    }
    let mut reader = rmp_serde::Deserializer::from_read_ref(map);
    let value = T::deserialize(&mut reader).map_err(|error| Unreadable::Malformed(error.to_string()))?;
    // At the end there is no marker left to read; anything else fails otherwise, or not at all.
    match <()>::deserialize(&mut reader) {
        Err(rmp_serde::decode::Error::InvalidMarkerRead(_)) => Ok(value),
        _ => Err(Unreadable::Trailing),
    }
}

/// Reads a record and holds it to its own rules: decoding is not validation.
pub fn decode_record<R: Record>(bytes: &[u8]) -> Result<R, Unreadable> {
    let record: R = decode(bytes)?;
    record.validate()?;
    Ok(record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::{Client, ClientId};

    fn client() -> Client {
        Client { id: ClientId(3), number: "0003".into(), company: "Bólido".into(), ..Client::default() }
    }

    #[test]
    fn a_record_comes_back_as_it_was() {
        let bytes = encode(&client()).unwrap();
        assert_eq!(bytes[..3], [1, 0, 1]);
        assert_eq!(decode_record::<Client>(&bytes).unwrap(), client());
    }

    #[test]
    fn any_byte_too_many_is_seen() {
        let bytes = encode(&client()).unwrap();
        for last in 0..=255 {
            let longer = [&bytes[..], &[last]].concat();
            assert_eq!(decode::<Client>(&longer), Err(Unreadable::Trailing), "{last}");
        }
        for length in 3..bytes.len() {
            assert!(matches!(decode::<Client>(&bytes[..length]), Err(Unreadable::Malformed(_))), "{length}");
        }
    }

    #[test]
    fn what_is_before_the_map_counts() {
        let mut bytes = encode(&client()).unwrap();
        assert_eq!(decode::<Client>(&bytes[..2]), Err(Unreadable::NoValue));
        bytes[0] = 2;
        assert_eq!(decode::<Client>(&bytes), Err(Unreadable::NoValue));
        bytes[..3].copy_from_slice(&[1, 0, 2]);
        assert_eq!(decode::<Client>(&bytes), Err(Unreadable::Newer(2)));
        bytes[..3].copy_from_slice(&[1, 0, 0]);
        assert_eq!(decode::<Client>(&bytes), Err(Unreadable::NoValue));
    }

    #[test]
    fn decoding_is_not_validation() {
        let nameless = encode(&Client { company: String::new(), ..client() }).unwrap();
        assert!(decode::<Client>(&nameless).is_ok());
        assert_eq!(decode_record::<Client>(&nameless), Err(Invalid::Empty("company").into()));
    }

    #[test]
    fn what_is_too_long_is_neither_written_nor_read() {
        let longest = "x".repeat(LONGEST - 3 - 5);
        let bytes = encode(&longest).unwrap();
        assert_eq!(bytes.len(), LONGEST);
        assert_eq!(decode::<String>(&bytes).unwrap(), longest);
        assert!(matches!(encode(&format!("{longest}x")), Err(StoreError::Unkeepable(_))));
        assert_eq!(decode::<String>(&[&bytes[..], b"x"].concat()), Err(Unreadable::TooLong(LONGEST + 1)));
    }
}
