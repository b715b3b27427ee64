//! What was done, in a sentence, with what can be done next.

use super::App;
use crate::domain::command::Act;
use crate::store::{Deed, Held, Receipt};
use crate::text;
use crate::ui::notice::{Notice, Offer};

impl App {
    /// The notice of a change that was made.
    pub(super) fn notice_of(&self, receipt: &Receipt) -> Notice {
        let text = &self.office.text;
        let name = first_name(receipt);
        let count = receipt.clients.len();
        match receipt.deed {
            Deed::Did(act) => {
                let message = text::done(text, act, &name, count);
                let mut offers = Vec::new();
                if let (Act::RegisterClient, [client]) = (act, receipt.clients.as_slice()) {
                    offers.push(Offer::Open(*client));
                }
                offers.push(Offer::Undo(receipt.entry, text::undo_of(text, act).to_owned()));
                Notice::done(message, offers)
            }
            Deed::Undid(of) => {
                let what = self.what_was_done(of, &name, count);
                let mut message = text.with("toast-undone", &[("what", what.into())]);
                if !receipt.kept.is_empty() {
                    let kept = text.with("toast-undone-kept", &[("n", receipt.kept.len().into())]);
                    message = format!("{message} · {kept}");
                }
                Notice::done(message, vec![Offer::Redo])
            }
            Deed::Redid(of) => {
                let what = self.what_was_done(of, &name, count);
                Notice::done(text.with("toast-redone", &[("what", what.into())]), Vec::new())
            }
        }
    }

    /// What an entry of the audit did, as a noun.
    fn what_was_done(&self, entry: u64, name: &str, count: usize) -> String {
        let entry = self.open_book().and_then(|book| book.reader.snapshot().ok()?.entry(entry).ok()?);
        match entry.map(|entry| entry.deed) {
            Some(Deed::Did(act)) => text::deed(&self.office.text, act, name, count),
            Some(Deed::Undid(of) | Deed::Redid(of)) => self.what_was_done(of, name, count),
            None => String::new(),
        }
    }
}

/// The name of the first client that a change touched.
pub(super) fn first_name(receipt: &Receipt) -> String {
    let clients = receipt.changes.iter().filter_map(|change| match (&change.after, &change.before) {
        (Some(Held::Client(client)), _) | (None, Some(Held::Client(client))) => Some(client.name()),
        _ => None,
    });
    clients.into_iter().next().unwrap_or_default()
}
