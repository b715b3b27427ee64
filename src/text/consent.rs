//! How it stands with a consent, in words.

use super::Text;
use crate::domain::consent::{Answer, Channel};

/// Given, refused, withdrawn, or not asked.
pub fn answer(text: &Text, answer: Option<Answer>) -> &str {
    text.get(match answer {
        Some(Answer::Given) => "consent-given",
        Some(Answer::Refused) => "consent-refused",
        Some(Answer::Withdrawn) => "consent-withdrawn",
        None => "consent-unasked",
    })
}

/// By what one would write or call.
pub fn channel(text: &Text, channel: Channel) -> &str {
    text.get(match channel {
        Channel::Email => "consent-channel-email",
        Channel::Phone => "consent-channel-phone",
        Channel::Post => "consent-channel-post",
    })
}
