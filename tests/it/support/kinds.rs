//! What tests do with records of every kind: a line for each.

use comptoir::domain::attachment::Attachment;
use comptoir::domain::category::Category;
use comptoir::domain::client::Client;
use comptoir::domain::consent::Consent;
use comptoir::domain::custom_field::CustomField;
use comptoir::domain::duplicate::Distinct;
use comptoir::domain::note::Note;
use comptoir::domain::numbering::Sequences;
use comptoir::domain::policy::Policy;
use comptoir::domain::record::{Kind, Record, Scan};
use comptoir::store::{Snapshot, decode_record, encode};
use serde_json::Value;

use super::model::State;

/// What is done with records of one kind.
#[derive(Clone, Copy)]
pub(crate) struct OfKind {
    pub(crate) kind: Kind,
    /// The bytes of a record.
    pub(crate) bytes: fn(Value) -> Vec<u8>,
    /// Whether bytes are accepted as a record; what is accepted obeys its rules, and comes back as it went.
    pub(crate) accepts: fn(&[u8]) -> bool,
    /// Adds the records of a book.
    pub(crate) add: fn(&Snapshot, &mut State),
}

/// Every kind.
pub(crate) const KINDS: [OfKind; 9] = [
    of::<Client>(),
    of::<Note>(),
    of::<Distinct>(),
    of::<Sequences>(),
    of::<Category>(),
    of::<CustomField>(),
    of::<Consent>(),
    of::<Attachment>(),
    of::<Policy>(),
];

/// What is done with records of a kind.
pub(crate) fn of_kind(kind: Kind) -> OfKind {
    KINDS.into_iter().find(|of| of.kind == kind).unwrap()
}

const fn of<R: Record + std::fmt::Debug>() -> OfKind {
    OfKind { kind: R::KIND, bytes: bytes::<R>, accepts: accepts::<R>, add: add::<R> }
}

fn bytes<R: Record>(value: Value) -> Vec<u8> {
    encode(&serde_json::from_value::<R>(value).unwrap()).unwrap()
}

fn accepts<R: Record + std::fmt::Debug>(bytes: &[u8]) -> bool {
    let Ok(record) = decode_record::<R>(bytes) else { return false };
    record.validate().unwrap();
    assert_eq!(decode_record::<R>(&encode(&record).unwrap()).unwrap(), record);
    true
}

fn add<R: Record>(snapshot: &Snapshot, state: &mut State) {
    snapshot
        .scan(Scan::All, |record: R| {
            state.insert((R::KIND, record.id()), serde_json::to_value(&record).unwrap());
        })
        .unwrap();
}
