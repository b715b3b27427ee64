//! What was done, in a sentence, with what can be done next.

use super::App;
use crate::domain::command::Act;
use crate::store::{Deed, Receipt, Subject};
use crate::text;
use crate::ui::notice::{Notice, Offer};

impl App {
    /// The notice of a change that was made.
    pub(super) fn notice_of(&self, receipt: &Receipt) -> Notice {
        let text = &self.office.text;
        match receipt.deed {
            Deed::Did(act) => {
                let (name, count) =
                    self.subject(receipt.entry).map(|one| (one.name, one.count)).unwrap_or_default();
                let message = text::done(text, act, &name, count);
                let mut offers = Vec::new();
                if let (Act::RegisterClient, [client]) = (act, receipt.clients.as_slice()) {
                    offers.push(Offer::Open(*client));
                }
                if let Some(undo) = text::undo_of(text, act).filter(|_| receipt.can_be_undone()) {
                    offers.push(Offer::Undo(receipt.entry, undo.to_owned()));
                }
                Notice::done(message, offers)
            }
            Deed::Undid(of) => {
                let mut message = text.with("toast-undone", &[("what", self.what_was_done(of).into())]);
                let kept = receipt.named_kept().count();
                if kept > 0 {
                    let mut kept = text.with("toast-undone-kept", &[("n", kept.into())]);
                    if let Some(names) = self.names_kept(receipt) {
                        let args = [("kept", kept.into()), ("names", names.into())];
                        kept = text.with("toast-undone-kept-named", &args);
                    }
                    message = format!("{message} · {kept}");
                }
                if let Some(left_out) = self.left_out(receipt) {
                    message = format!("{message} · {left_out}");
                }
                Notice::done(message, vec![Offer::Redo])
            }
            Deed::Redid(of) => {
                let mut message = text.with("toast-redone", &[("what", self.what_was_done(of).into())]);
                if let Some(left_out) = self.left_out(receipt) {
                    message = format!("{message} · {left_out}");
                }
                Notice::done(message, Vec::new())
            }
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
        let subject = self.subject(entry);
        let words = |one: Subject| text::deed(&self.office.text, one.act, &one.name, one.count);
        subject.map(words).unwrap_or_default()
    }

    /// What came back without, since it was deleted meanwhile.
    fn left_out(&self, receipt: &Receipt) -> Option<String> {
        let snapshot = self.open_book()?.reader.snapshot().ok()?;
        text::left_out(&self.office.text, &snapshot, &receipt.left_out).ok()?
    }

    /// What stays, by name: the first three.
    fn names_kept(&self, receipt: &Receipt) -> Option<String> {
        const NAMED: usize = 3;
        let snapshot = self.open_book()?.reader.snapshot().ok()?;
        let names = receipt.named_kept().take(NAMED).map(|(kind, id)| snapshot.name_of(kind, id));
        let names = names.collect::<Result<Option<Vec<_>>, _>>().ok()??;
        let list = if receipt.named_kept().count() > NAMED {
            format!("{}…", names.join(", "))
        } else {
            self.office.text.list(&names)
        };
        (!list.is_empty()).then_some(list)
    }

    /// What an entry of the audit was about.
    fn subject(&self, entry: u64) -> Option<Subject> {
        self.open_book()?.reader.snapshot().ok()?.subject(entry).ok()?
    }
}
