//! Consent: what a client was asked, what was answered, and by which words. Records are only ever added.
//!
//! Sources: GDPR articles 6 and 7 (a consent per purpose and channel, provable, withdrawn as easily as given).
//! Invoices, receipts and reminders rest on the contract and are sent unless refused; offers only if given.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::client::{Client, ClientId};
pub use super::purpose::Purpose;
use super::record::{Invalid, Kind, Moment, Record};

/// By what one would write or call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// E-mail.
    Email,
    /// Telephone and text messages.
    Phone,
    /// Letters.
    Post,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 3] = [Self::Email, Self::Phone, Self::Post];

    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Post => "post",
        }
    }

    /// The channels by which a client can be reached; the e-mail that the question names, if there is none yet.
    pub fn filled(client: &Client) -> BTreeSet<Self> {
        let mut channels = BTreeSet::new();
        if !client.email.is_empty() {
            channels.insert(Self::Email);
        }
        if !client.phone.is_empty() || !client.mobile.is_empty() {
            channels.insert(Self::Phone);
        }
        if !client.address.street.is_empty() {
            channels.insert(Self::Post);
        }
        if channels.is_empty() {
            channels.insert(Self::Email);
        }
        channels
    }
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Yes.
    Given,
    /// No.
    Refused,
    /// Yes once, and no longer.
    Withdrawn,
}

impl Answer {
    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// How the answer came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// On the telephone.
    #[default]
    Phone,
    /// Face to face.
    InPerson,
    /// In a letter or on a signed paper.
    Paper,
    /// In an e-mail.
    Email,
    /// On a page of the web.
    Web,
}

impl Method {
    /// Every way.
    pub const ALL: [Self; 5] = [Self::Phone, Self::InPerson, Self::Paper, Self::Email, Self::Web];

    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::InPerson => "in_person",
            Self::Paper => "paper",
            Self::Email => "email",
            Self::Web => "web",
        }
    }
}

/// The words that were read, and in which language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// ISO 639-1.
    pub language: String,
    /// As read.
    pub words: String,
}

/// An answer to one question, by some channels, on one day. Never changed, never removed but with its client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Identity, never used again: of two answers the one with the greater id is the later.
    pub id: u64,
    /// Who answered.
    pub client: ClientId,
    /// To what.
    pub purpose: Purpose,
    /// By which channels.
    pub channels: BTreeSet<Channel>,
    /// What.
    pub answer: Answer,
    /// The day on which it was answered.
    pub day: NaiveDate,
    /// When it was recorded.
    pub at: Moment,
    /// How it came.
    pub method: Method,
    /// The words read.
    pub wording: Wording,
    /// The attachment that proves it, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<u64>,
}

impl Record for Consent {
    const KIND: Kind = Kind::Consent;

    fn id(&self) -> u64 {
        self.id
    }

    fn references(&self) -> Vec<(Kind, u64)> {
        let mut references = vec![(Kind::Client, self.client.0)];
        references.extend(self.evidence.map(|id| (Kind::Attachment, id)));
        references
    }

    fn validate(&self) -> Result<(), Invalid> {
        if self.id == 0 || self.client == ClientId::NEW || self.evidence == Some(0) {
            return Err(Invalid::NoId);
        }
        if self.channels.is_empty() {
            return Err(Invalid::Empty("channels"));
        }
        Invalid::check_line("language", &self.wording.language)?;
        Invalid::check_text("wording", &self.wording.words)
    }
}

/// How it stands with one purpose by one channel: the last answer that speaks of it; none if it was never asked.
pub fn standing(consents: &[Consent], purpose: Purpose, channel: Channel) -> Option<&Consent> {
    let of = |consent: &&Consent| consent.purpose == purpose && consent.channels.contains(&channel);
    consents.iter().filter(of).max_by_key(|consent| consent.id)
}

/// The last answer to a purpose by any channel; none if it was never asked.
pub fn last(consents: &[Consent], purpose: Purpose) -> Option<&Consent> {
    consents.iter().filter(|consent| consent.purpose == purpose).max_by_key(|consent| consent.id)
}

/// Whether one may write: about the service unless it was refused, with offers only if that was given.
pub fn allows(consents: &[Consent], purpose: Purpose, channel: Channel) -> bool {
    match standing(consents, purpose, channel).map(|consent| consent.answer) {
        Some(Answer::Given) => true,
        Some(Answer::Refused | Answer::Withdrawn) => false,
        None => purpose == Purpose::Service,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::phone::Phone;

    fn consent(id: u64, purpose: Purpose, channels: &[Channel], answer: Answer) -> Consent {
        Consent {
            id,
            client: ClientId(1),
            purpose,
            channels: channels.iter().copied().collect(),
            answer,
            day: NaiveDate::default(),
            at: Moment(0),
            method: Method::Phone,
            wording: Wording { language: "fr".into(), words: "Je vous envoie vos factures ?".into() },
            evidence: None,
        }
    }

    #[test]
    fn the_last_answer_by_a_channel_counts() {
        let consents = [
            consent(3, Purpose::Offers, &[Channel::Email], Answer::Withdrawn),
            consent(1, Purpose::Offers, &[Channel::Email, Channel::Phone], Answer::Given),
            consent(2, Purpose::Service, &[Channel::Phone], Answer::Refused),
        ];
        assert!(!allows(&consents, Purpose::Offers, Channel::Email));
        assert!(allows(&consents, Purpose::Offers, Channel::Phone));
        assert!(!allows(&consents, Purpose::Offers, Channel::Post));
        assert!(allows(&consents, Purpose::Service, Channel::Email));
        assert!(!allows(&consents, Purpose::Service, Channel::Phone));
        assert_eq!(last(&consents, Purpose::Offers).map(|consent| consent.id), Some(3));
        assert_eq!(last(&consents[..2], Purpose::Service), None);
    }

    #[test]
    fn an_answer_counts_for_the_channels_filled_in() {
        let mut client = Client::default();
        assert_eq!(Channel::filled(&client), BTreeSet::from([Channel::Email]));
        client.mobile = Phone::parse("06 12 34 56 78", "FR");
        assert_eq!(Channel::filled(&client), BTreeSet::from([Channel::Phone]));
        client.phone = std::mem::take(&mut client.mobile);
        client.email = "a@b.example".into();
        client.address.street = "3 rue du Four".into();
        assert_eq!(Channel::filled(&client), Channel::ALL.into_iter().collect());
    }

    #[test]
    fn a_consent_is_somebodys_by_some_channel() {
        let sound = consent(1, Purpose::Offers, &[Channel::Email], Answer::Given);
        assert_eq!(sound.validate(), Ok(()));
        assert_eq!(Consent { id: 0, ..sound.clone() }.validate(), Err(Invalid::NoId));
        assert_eq!(Consent { client: ClientId::NEW, ..sound.clone() }.validate(), Err(Invalid::NoId));
        assert_eq!(Consent { evidence: Some(0), ..sound.clone() }.validate(), Err(Invalid::NoId));
        let by_none = consent(1, Purpose::Offers, &[], Answer::Given);
        assert_eq!(by_none.validate(), Err(Invalid::Empty("channels")));
        let wording = Wording { language: "fr".into(), words: "\0".into() };
        let garbled = Consent { wording, ..sound.clone() };
        assert_eq!(garbled.validate(), Err(Invalid::ControlCharacter("wording")));
        let proven = Consent { evidence: Some(9), ..sound };
        assert_eq!(proven.references(), [(Kind::Client, 1), (Kind::Attachment, 9)]);
    }
}
