//! What was done, in a sentence, with what can be done next.

use super::App;
use crate::domain::client::Client;
use crate::domain::command::Act;
use crate::domain::record::Kind;
use crate::store::{Deed, Held, Receipt};
use crate::text;
use crate::ui::notice::{Notice, Offer};

impl App {
    /// The notice of a change that was made.
    pub(super) fn notice_of(&self, receipt: &Receipt) -> Notice {
        let text = &self.office.text;
        match receipt.deed {
            Deed::Did(act) => {
                let message = text::done(text, act, &first_name(receipt), receipt.clients.len());
                let mut offers = Vec::new();
                if let (Act::RegisterClient, [client]) = (act, receipt.clients.as_slice()) {
                    offers.push(Offer::Open(*client));
                }
                offers.push(Offer::Undo(receipt.entry, text::undo_of(text, act).to_owned()));
                Notice::done(message, offers)
            }
            Deed::Undid(of) => {
                let mut message = text.with("toast-undone", &[("what", self.what_was_done(of).into())]);
                if !receipt.kept.is_empty() {
                    let kept = text.with("toast-undone-kept", &[("n", receipt.kept.len().into())]);
                    message = format!("{message} · {kept}");
                }
                Notice::done(message, vec![Offer::Redo])
            }
            Deed::Redid(of) => Notice::done(
                text.with("toast-redone", &[("what", self.what_was_done(of).into())]),
                Vec::new(),
            ),
        }
    }

    /// Says something more about what was just done.
    pub(super) fn add(&mut self, said: &str, seconds: f64) {
        match &mut self.notice {
            Some((notice, since)) if !notice.trouble => {
                notice.message = format!("{}. {said}", notice.message);
                *since = seconds;
            }
            _ => self.tell(Notice::done(said.to_owned(), Vec::new()), seconds),
        }
    }

    /// What an entry of the audit did, as a noun.
    pub(super) fn what_was_done(&self, entry: u64) -> String {
        let Some(snapshot) = self.open_book().and_then(|book| book.reader.snapshot().ok()) else {
            return String::new();
        };
        let Ok(Some(entry)) = snapshot.entry(entry) else { return String::new() };
        let act = match entry.deed {
            Deed::Did(act) => act,
            Deed::Undid(of) | Deed::Redid(of) => return self.what_was_done(of),
        };
        let touched = snapshot.touched(&entry).unwrap_or_default();
        let clients: Vec<u64> =
            touched.iter().filter(|record| record.kind == Kind::Client).map(|record| record.id).collect();
        let name = clients.first().and_then(|id| {
            // One that is gone is named by what it was.
            let steps = snapshot.history::<Client>(*id).ok()?;
            let last = steps.last()?;
            last.after.as_ref().or(last.before.as_ref()).map(Client::name)
        });
        text::deed(&self.office.text, act, &name.unwrap_or_default(), clients.len())
    }
}

/// The name of the first client that a change touched.
fn first_name(receipt: &Receipt) -> String {
    let mut clients = receipt.changes.iter().filter_map(|change| match (&change.after, &change.before) {
        (Some(Held::Client(client)), _) | (None, Some(Held::Client(client))) => Some(client.name()),
        _ => None,
    });
    clients.next().unwrap_or_default()
}
