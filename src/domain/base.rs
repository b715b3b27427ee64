//! What a form is opened on.

use super::client::Client;
use super::consent::Consent;
use super::note::Note;

/// What a form stands on: an existing client, or none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Base {
    /// The client as it was when the form was opened.
    pub client: Option<Client>,
    /// Its first note then.
    pub note: Option<Note>,
    /// What it was asked and answered until then.
    pub consents: Vec<Consent>,
}
