//! How it stands with a consent, in words.

use super::Text;
use crate::domain::consent::Answer;

/// Given, refused, withdrawn, or not asked.
pub fn standing(text: &Text, answer: Option<Answer>) -> &str {
    text.get(match answer {
        Some(Answer::Given) => "consent-given",
        Some(Answer::Refused) => "consent-refused",
        Some(Answer::Withdrawn) => "consent-withdrawn",
        None => "consent-unasked",
    })
}
