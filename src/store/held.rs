//! A record of any kind: what a table holds before one knows what is asked of it.

use std::borrow::Cow;

use super::encode::{Unreadable, decode_record, encode};
use super::error::StoreError;
use crate::domain::client::ClientId;
use crate::domain::record::{Kind, Record, each_kind};

/// Kind and id.
pub(super) type Key = (Kind, u64);

/// What is derived from a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Derived {
    /// The records it refers to.
    pub(super) references: Vec<Key>,
    /// The text that no other of its kind may have.
    pub(super) name: Option<String>,
}

impl Derived {
    pub(super) fn of<R: Record>(record: &R) -> Self {
        Self { references: record.references(), name: record.unique().map(Cow::into_owned) }
    }
}

/// Writes [`Held`] and asks of a record of any kind what every record answers.
macro_rules! held {
    ($($(#[$doc:meta])+ $kind:ident, $module:ident, $code:literal, $undoing:ident, $key:literal;)+) => {
        /// A record of any kind. Boxed, since the kinds are of very different sizes.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Held {
            $($(#[$doc])+ $kind(Box<crate::domain::$module::$kind>),)+
        }

        impl Held {
            /// Reads the record that stands under this kind and id.
            pub(super) fn decode(kind: Kind, id: u64, bytes: &[u8]) -> Result<Self, Unreadable> {
                Ok(match kind {
                    $(Kind::$kind => Self::$kind(Box::new(of_id(id, bytes)?)),)+
                })
            }

            /// The bytes that stand for it.
            pub(super) fn encoded(&self) -> Result<Vec<u8>, StoreError> {
                match self {
                    $(Self::$kind(record) => encode(record.as_ref()),)+
                }
            }

            /// What is derived from it.
            pub(super) fn derived(&self) -> Derived {
                match self {
                    $(Self::$kind(record) => Derived::of(record.as_ref()),)+
                }
            }

            /// The records it refers to.
            pub(super) fn references(&self) -> Vec<Key> {
                match self {
                    $(Self::$kind(record) => record.references(),)+
                }
            }

            /// What it is called, if it has a name of its own.
            pub(super) fn called(&self) -> Option<Cow<'_, str>> {
                match self {
                    $(Self::$kind(record) => record.called(),)+
                }
            }

            /// The same without these records, where it can do without.
            pub(super) fn without(mut self, gone: &[Key]) -> Self {
                match &mut self {
                    $(Self::$kind(record) => record.leave_out(gone),)+
                }
                self
            }
        }
    };
}

each_kind!(held);

impl Held {
    /// The clients whom it is of or about.
    pub fn clients(&self) -> Vec<ClientId> {
        match self {
            Self::Client(client) => vec![client.id],
            other => {
                let clients = other.references().into_iter().filter(|(kind, _)| *kind == Kind::Client);
                clients.map(|(_, id)| ClientId(id)).collect()
            }
        }
    }
}

/// Reads a record that must have this id.
fn of_id<R: Record>(id: u64, bytes: &[u8]) -> Result<R, Unreadable> {
    let record: R = decode_record(bytes)?;
    if record.id() == id { Ok(record) } else { Err(Unreadable::OtherId(record.id())) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::Client;
    use crate::domain::duplicate::Distinct;
    use crate::domain::policy::Policy;

    #[test]
    fn a_record_is_of_or_about_clients() {
        let client = Client { id: ClientId(7), categories: [3].into(), ..Client::default() };
        assert_eq!(Held::Client(client.into()).clients(), [ClientId(7)]);
        let pair = Distinct { id: 1, one: ClientId(2), other: ClientId(5) };
        assert_eq!(Held::Distinct(pair.into()).clients(), [ClientId(2), ClientId(5)]);
        assert_eq!(Held::Policy(Policy::default().into()).clients(), []);
    }

    #[test]
    fn a_record_is_read_under_its_own_id_only() {
        let pair = Distinct { id: 1, one: ClientId(2), other: ClientId(5) };
        let bytes = encode(&pair).unwrap();
        assert_eq!(Held::decode(Kind::Distinct, 1, &bytes), Ok(Held::Distinct(pair.into())));
        assert_eq!(Held::decode(Kind::Distinct, 2, &bytes), Err(Unreadable::OtherId(1)));
    }
}
