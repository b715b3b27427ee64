//! Recording of answers to questions of consent. What was recorded stays: a withdrawal is one more answer.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::attachment::attach;
use super::{Act, Done, Failure, Refused, Stamp, client_is_there, counting, put};
use crate::domain::attachment::{Attachment, Staged};
use crate::domain::client::ClientId;
use crate::domain::consent::{Answer, Channel, Consent, Method, Purpose, Wording};
use crate::domain::numbering::{Sequence, Sequences};
use crate::domain::record::{Invalid, Kind, Store};

/// A change of what clients consent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConsentCommand {
    /// Adds an answer to what was answered before.
    Record {
        /// Who answered.
        client: ClientId,
        /// What.
        consent: NewConsent,
        /// A file that proves it, in place of [`NewConsent::evidence`].
        file: Option<Staged>,
    },
}

impl ConsentCommand {
    pub(super) fn apply<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        let Self::Record { client, consent, file } = self;
        client_is_there(store, *client)?;
        counting(store, |store, counted| {
            let mut consent = consent.clone();
            if let Some(file) = file {
                consent.evidence = Some(attach(store, counted, *client, None, file, stamp)?);
            }
            consent.record(store, counted, *client, stamp)
        })?;
        Ok(Done { act: Act::RecordConsent, clients: vec![*client] })
    }
}

/// An answer to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewConsent {
    /// To what.
    pub purpose: Purpose,
    /// By which channels.
    pub channels: BTreeSet<Channel>,
    /// What.
    pub answer: Answer,
    /// The day on which it was answered, not after today; none for today.
    pub day: Option<NaiveDate>,
    /// How it came.
    pub method: Method,
    /// The words read.
    pub wording: Wording,
    /// The attachment that proves it, by id.
    pub evidence: Option<u64>,
}

impl NewConsent {
    /// Adds the answer to what was answered before.
    pub(super) fn record<S: Store>(
        &self,
        store: &mut S,
        counted: &mut Sequences,
        client: ClientId,
        stamp: Stamp,
    ) -> Result<(), Failure<S::Error>> {
        let day = self.day.unwrap_or(stamp.today);
        if day > stamp.today {
            return Err(Refused::Invalid(Invalid::OutOfRange("day")).into());
        }
        if let Some(id) = self.evidence {
            let proof = store.get::<Attachment>(id).map_err(Failure::Store)?;
            if proof.is_none_or(|proof| proof.client != client) {
                return Err(Refused::RecordGone(Kind::Attachment).into());
            }
        }
        let consent = Consent {
            id: counted.next(Sequence::ConsentId),
            client,
            purpose: self.purpose,
            channels: self.channels.clone(),
            answer: self.answer,
            day,
            at: stamp.at,
            method: self.method,
            wording: self.wording.clone(),
            evidence: self.evidence,
        };
        put(store, &consent)
    }
}
