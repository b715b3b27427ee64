//! A record of any kind: what a table holds before one knows what is asked of it.

use std::borrow::Cow;

use super::encode::{Unreadable, decode_record, encode};
use super::error::StoreError;
use crate::domain::attachment::Attachment;
use crate::domain::category::Category;
use crate::domain::client::Client;
use crate::domain::consent::Consent;
use crate::domain::custom_field::CustomField;
use crate::domain::duplicate::Distinct;
use crate::domain::note::Note;
use crate::domain::numbering::Sequences;
use crate::domain::place::Place;
use crate::domain::policy::Policy;
use crate::domain::record::{Kind, Record};

/// A record of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// A client.
    Client(Box<Client>),
    /// A note.
    Note(Note),
    /// Two clients who are not the same.
    Distinct(Distinct),
    /// The last ids and numbers given.
    Sequences(Sequences),
    /// A category.
    Category(Category),
    /// A custom field.
    CustomField(CustomField),
    /// An answer to a question of consent.
    Consent(Consent),
    /// A file.
    Attachment(Attachment),
    /// How clients are kept.
    Policy(Box<Policy>),
}

/// What is derived from a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Derived {
    /// The records it refers to.
    pub(super) references: Vec<(Kind, u64)>,
    /// The text that no other of its kind may have.
    pub(super) name: Option<String>,
}

impl Derived {
    pub(super) fn of<R: Record>(record: &R) -> Self {
        Self { references: record.references(), name: record.unique().map(Cow::into_owned) }
    }
}

impl Held {
    /// Reads the record that stands under this kind and id.
    pub(super) fn decode(kind: Kind, id: u64, bytes: &[u8]) -> Result<Self, Unreadable> {
        fn checked<R: Record>(id: u64, bytes: &[u8]) -> Result<R, Unreadable> {
            let record: R = decode_record(bytes)?;
            if record.id() == id { Ok(record) } else { Err(Unreadable::OtherId(record.id())) }
        }
        Ok(match kind {
            Kind::Client => Self::Client(Box::new(checked(id, bytes)?)),
            Kind::Note => Self::Note(checked(id, bytes)?),
            Kind::Distinct => Self::Distinct(checked(id, bytes)?),
            Kind::Sequences => Self::Sequences(checked(id, bytes)?),
            Kind::Category => Self::Category(checked(id, bytes)?),
            Kind::CustomField => Self::CustomField(checked(id, bytes)?),
            Kind::Consent => Self::Consent(checked(id, bytes)?),
            Kind::Attachment => Self::Attachment(checked(id, bytes)?),
            Kind::Policy => Self::Policy(Box::new(checked(id, bytes)?)),
        })
    }

    pub(super) fn derived(&self) -> Derived {
        match self {
            Self::Client(record) => Derived::of(record.as_ref()),
            Self::Note(record) => Derived::of(record),
            Self::Distinct(record) => Derived::of(record),
            Self::Sequences(record) => Derived::of(record),
            Self::Category(record) => Derived::of(record),
            Self::CustomField(record) => Derived::of(record),
            Self::Consent(record) => Derived::of(record),
            Self::Attachment(record) => Derived::of(record),
            Self::Policy(record) => Derived::of(record.as_ref()),
        }
    }
}

impl Held {
    /// The same without these records, where it can do without.
    pub(super) fn without(mut self, gone: &[(Kind, u64)]) -> Self {
        let stays = |kind, id| !gone.contains(&(kind, id));
        match &mut self {
            Self::Client(client) => {
                client.categories.retain(|id| stays(Kind::Category, *id));
                client.custom.retain(|id, _| stays(Kind::CustomField, *id));
                client.kept.retain(|place, _| match place {
                    Place::Custom(id) => stays(Kind::CustomField, *id),
                    _ => true,
                });
            }
            Self::Attachment(file) => file.note = file.note.filter(|id| stays(Kind::Note, *id)),
            Self::Note(_)
            | Self::Distinct(_)
            | Self::Sequences(_)
            | Self::Category(_)
            | Self::CustomField(_)
            | Self::Consent(_)
            | Self::Policy(_) => {}
        }
        self
    }

    /// The bytes that stand for it.
    pub(super) fn encoded(&self) -> Result<Vec<u8>, StoreError> {
        match self {
            Self::Client(record) => encode(record.as_ref()),
            Self::Note(record) => encode(record),
            Self::Distinct(record) => encode(record),
            Self::Sequences(record) => encode(record),
            Self::Category(record) => encode(record),
            Self::CustomField(record) => encode(record),
            Self::Consent(record) => encode(record),
            Self::Attachment(record) => encode(record),
            Self::Policy(record) => encode(record.as_ref()),
        }
    }
}
