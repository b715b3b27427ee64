//! What clients said to the questions of consent, as scripts see it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::consent::{Channel, Consent, Purpose, last, standing};
use crate::format::iso_date;

/// The answers, by what one would write for.
#[derive(Debug, Serialize)]
pub(super) struct ConsentView<'a> {
    pub(super) service: Said<'a>,
    pub(super) offers: Said<'a>,
}

/// How it stands with one question. The last answer decides; a channel that it does not speak of keeps an earlier one.
#[derive(Debug, Serialize)]
pub(super) struct Said<'a> {
    /// `given`, `refused`, `withdrawn` or `not_asked`.
    pub(super) state: &'static str,
    channels: BTreeMap<&'static str, &'static str>,
    day: Option<String>,
    method: Option<&'static str>,
    words: Option<&'a str>,
    language: Option<&'a str>,
}

/// The state of a question that was not asked.
pub(super) const NOT_ASKED: &str = "not_asked";

impl<'a> ConsentView<'a> {
    pub(super) fn of(consents: &'a [Consent]) -> Self {
        Self { service: Said::of(consents, Purpose::Service), offers: Said::of(consents, Purpose::Offers) }
    }
}

impl<'a> Said<'a> {
    fn of(consents: &'a [Consent], purpose: Purpose) -> Self {
        let last = last(consents, purpose);
        let by = |channel| Some((channel, standing(consents, purpose, channel)?.answer));
        let channels = Channel::ALL.into_iter().filter_map(by);
        Self {
            state: last.map_or(NOT_ASKED, |last| last.answer.key()),
            channels: channels.map(|(channel, answer)| (channel.key(), answer.key())).collect(),
            day: last.map(|last| iso_date(last.day)),
            method: last.map(|last| last.method.key()),
            words: last.map(|last| last.wording.words.as_str()),
            language: last.map(|last| last.wording.language.as_str()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::ClientId;
    use crate::domain::consent::{Answer, Method, Wording};
    use crate::domain::record::Moment;

    #[test]
    fn the_last_answer_is_the_state_and_each_channel_has_its_own() {
        let answer = |id, answer, channels: &[Channel]| Consent {
            id,
            client: ClientId(1),
            purpose: Purpose::Offers,
            channels: channels.iter().copied().collect(),
            answer,
            day: "2026-11-24".parse().unwrap(),
            at: Moment(0),
            method: Method::InPerson,
            wording: Wording { language: "fr".into(), words: format!("question {id}") },
            evidence: None,
        };
        let consents = [
            answer(2, Answer::Withdrawn, &[Channel::Email]),
            answer(1, Answer::Given, &[Channel::Email, Channel::Post]),
        ];
        assert_eq!(
            serde_json::to_string(&ConsentView::of(&consents)).unwrap(),
            "{\"service\":{\"state\":\"not_asked\",\"channels\":{},\"day\":null,\"method\":null,\"words\":null,\"language\":null},\
             \"offers\":{\"state\":\"withdrawn\",\"channels\":{\"email\":\"withdrawn\",\"post\":\"given\"},\
             \"day\":\"2026-11-24\",\"method\":\"in_person\",\"words\":\"question 2\",\"language\":\"fr\"}}"
        );
    }
}
