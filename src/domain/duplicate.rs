//! Likely duplicates: clients who share an e-mail address, a telephone, a SIREN, a VAT number or a name, or whose names
//! are near.

use serde::{Deserialize, Serialize};

use super::client::{Client, ClientId, ClientKind};
use super::fold::{fold, without_legal_form};
use super::near::NearName;
use super::record::{Invalid, Kind, Record};
use super::{email, identifier};

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
    /// The same VAT number.
    Vat,
    /// The same e-mail address.
    Email,
    /// The same telephone or mobile.
    Phone,
    /// The same name, accents, case and legal form set aside.
    Name,
    /// A near name ([`super::near`]).
    NearName,
}

/// What a client is recognised by: each text is normalised, empty if there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// SIREN, 9 digits (the first 9 of a SIRET).
    pub siren: String,
    /// VAT number: capital letters and digits, whatever stands between them.
    pub vat: String,
    /// E-mail address in lower case.
    pub email: String,
    /// E.164 numbers: telephone, mobile.
    pub phones: [String; 2],
    /// Folded name without legal form.
    pub name: String,
}

impl Marks {
    /// The marks of a client. What is malformed marks nobody; a SIREN does though its check digit be wrong, as
    /// two who mistype the same number are one.
    pub fn of(client: &Client) -> Self {
        let siren = if identifier::is_siren_shaped(&client.siren) {
            client.siren.as_str()
        } else {
            identifier::siren_of(&client.siret).unwrap_or_default()
        };
        let email =
            if email::is_well_formed(&client.email) { client.email.to_lowercase() } else { String::new() };
        let name = fold(&client.name());
        // Only a firm has a form: "Sa" and "Ev" are names of people.
        let name = match client.kind {
            ClientKind::Company => without_legal_form(&name).to_owned(),
            ClientKind::Individual => name,
        };
        let phones = [&client.phone, &client.mobile].map(|phone| phone.e164().unwrap_or_default().to_owned());
        Self { siren: siren.to_owned(), vat: compacted(&client.vat_number), email, phones, name }
    }

    /// The strongest thing that two clients have in common.
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        let same = |one: &str, other: &str| !one.is_empty() && one == other;
        if same(&self.siren, &other.siren) {
            Some(Likeness::Siren)
        } else if same(&self.vat, &other.vat) {
            Some(Likeness::Vat)
        } else if same(&self.email, &other.email) {
            Some(Likeness::Email)
        } else if self.phones.iter().any(|one| other.phones.iter().any(|two| same(one, two))) {
            Some(Likeness::Phone)
        } else if same(&self.name, &other.name) {
            Some(Likeness::Name)
        } else if NearName::of(&self.name).is_near(&other.name) {
            Some(Likeness::NearName)
        } else {
            None
        }
    }
}

/// The letters and digits of a VAT number. Without a digit it is none ("néant"), and marks nobody.
fn compacted(vat_number: &str) -> String {
    let mut compacted: String = vat_number.chars().filter(char::is_ascii_alphanumeric).collect();
    compacted.make_ascii_uppercase();
    if !compacted.contains(|c: char| c.is_ascii_digit()) {
        compacted.clear();
    }
    compacted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::phone::Phone;

    fn firm() -> Client {
        let mut client = Client { company: "SARL Étoile d’Or".into(), ..Client::default() };
        client.email = "Contact@Etoile.example".into();
        client.phone = Phone::parse("01 42 60 30 30", "FR");
        client.mobile = Phone::parse("06 12 34 56 78", "FR");
        client.siret = "73282932000074".into();
        client.vat_number = "fr 44-732.829.320".into();
        client
    }

    #[test]
    fn marks_are_normalised() {
        let marks = Marks::of(&firm());
        assert_eq!(marks.siren, "732829320");
        assert_eq!(marks.vat, "FR44732829320");
        assert_eq!(marks.email, "contact@etoile.example");
        assert_eq!(marks.phones, ["+33142603030", "+33612345678"]);
        assert_eq!(marks.name, "etoile d or");
        assert_eq!(Marks::of(&Client { siren: "552008443".into(), ..firm() }).siren, "552008443");
        assert_eq!(Marks::of(&Client { siren: "552008444".into(), ..Client::default() }).siren, "552008444");
    }

    #[test]
    fn what_is_malformed_marks_nobody() {
        let mut client = Client { email: "contact".into(), siret: "732 829".into(), ..Client::default() };
        client.vat_number = "Néant".into();
        client.phone = Phone::parse("88.60.15.31", "FR");
        assert_eq!(Marks::of(&client), Marks::default());
        assert_eq!(Marks::default().likeness(&Marks::default()), None);
    }

    #[test]
    fn people_keep_their_whole_name() {
        let kind = ClientKind::Individual;
        let person =
            Client { kind, first_name: "Sa".into(), last_name: "Nguyễn".into(), ..Client::default() };
        assert_eq!(Marks::of(&person).name, "sa nguyen");
    }

    #[test]
    fn the_strongest_likeness_is_named() {
        let marks = Marks::of(&firm());
        let mut other = marks.clone();
        assert_eq!(marks.likeness(&other), Some(Likeness::Siren));
        other.siren = "552008443".into();
        assert_eq!(marks.likeness(&other), Some(Likeness::Vat));
        other.vat = "FR32552008443".into();
        assert_eq!(marks.likeness(&other), Some(Likeness::Email));
        other.email = String::new();
        other.phones = [String::new(), marks.phones[0].clone()];
        assert_eq!(marks.likeness(&other), Some(Likeness::Phone));
        other.phones = Default::default();
        assert_eq!(marks.likeness(&other), Some(Likeness::Name));
        other.name = "or d etoilee".into();
        assert_eq!(marks.likeness(&other), Some(Likeness::NearName));
        other.name = "etoile".into();
        assert_eq!(marks.likeness(&other), None);
    }
}
