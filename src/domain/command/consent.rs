//! Recording of answers to questions of consent. What was recorded stays: a withdrawal is one more answer.

use super::belongings::{NewConsent, attach};
use super::{Act, Done, Failure, Stamp, client_is_there, counting};
use crate::domain::attachment::Staged;
use crate::domain::client::ClientId;
use crate::domain::record::Store;

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
