//! Changes of attachments. Their bytes are the store's affair.

use super::{Act, Done, Failure, Refused, Stamp, client_is_there, counting, put, unchanged};
use crate::domain::attachment::{Attachment, Staged, clean_name};
use crate::domain::client::ClientId;
use crate::domain::consent::Consent;
use crate::domain::note::Note;
use crate::domain::numbering::{Sequence, Sequences};
use crate::domain::record::{Invalid, Kind, Scan, Store};

/// A change of attachments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttachmentCommand {
    /// Attaches files whose bytes are in the book.
    Attach {
        /// To whom.
        client: ClientId,
        /// To which note of it, if to one.
        note: Option<u64>,
        /// What.
        files: Vec<Staged>,
    },
    /// Gives an attachment another name.
    Rename {
        /// As it was looked at.
        before: Attachment,
        /// Its new name.
        name: String,
    },
    /// Deletes an attachment, unless it proves a consent.
    Delete(u64),
}

impl AttachmentCommand {
    pub(super) fn apply<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        let (act, client) = match self {
            Self::Attach { client, note, files } => {
                attach_all(store, *client, *note, files, stamp)?;
                (Act::AttachFiles, *client)
            }
            Self::Rename { before, name } => {
                rename(store, before, name)?;
                (Act::RenameAttachment, before.client)
            }
            Self::Delete(id) => (Act::DeleteAttachment, delete(store, *id)?),
        };
        Ok(Done { act, clients: vec![client] })
    }
}

fn attach_all<S: Store>(
    store: &mut S,
    client: ClientId,
    note: Option<u64>,
    files: &[Staged],
    stamp: Stamp,
) -> Result<(), Failure<S::Error>> {
    client_is_there(store, client)?;
    if let Some(id) = note {
        let of = store.get::<Note>(id).map_err(Failure::Store)?.map(|note| note.client);
        if of != Some(client) {
            return Err(Refused::RecordGone(Kind::Note).into());
        }
    }
    if files.is_empty() {
        return Err(Refused::NothingToDo.into());
    }
    counting(store, |store, counted| {
        for file in files {
            attach(store, counted, client, note, file, stamp)?;
        }
        Ok(())
    })
}

fn rename<S: Store>(store: &mut S, before: &Attachment, name: &str) -> Result<(), Failure<S::Error>> {
    unchanged(store, before)?;
    if name.trim().is_empty() {
        return Err(Refused::Invalid(Invalid::Empty("attachment")).into());
    }
    let name = clean_name(name);
    if name == before.name {
        return Err(Refused::NothingToDo.into());
    }
    put(store, &Attachment { name, ..before.clone() })
}

fn delete<S: Store>(store: &mut S, id: u64) -> Result<ClientId, Failure<S::Error>> {
    let file: Attachment =
        store.get(id).map_err(Failure::Store)?.ok_or(Refused::RecordGone(Kind::Attachment))?;
    let mut proves = false;
    store.scan(Scan::Referring(Kind::Attachment, id), |_: Consent| proves = true).map_err(Failure::Store)?;
    if proves {
        return Err(Refused::Evidence(file.name).into());
    }
    store.remove::<Attachment>(id).map_err(Failure::Store)?;
    Ok(file.client)
}

/// Attaches a file to a client, and to a note of it if one is named; the id it has now.
pub(super) fn attach<S: Store>(
    store: &mut S,
    counted: &mut Sequences,
    client: ClientId,
    note: Option<u64>,
    file: &Staged,
    stamp: Stamp,
) -> Result<u64, Failure<S::Error>> {
    let attachment = Attachment {
        id: counted.next(Sequence::AttachmentId),
        client,
        note,
        name: clean_name(&file.name),
        size: file.size,
        sha256: file.sha256.clone(),
        added: stamp.at,
    };
    put(store, &attachment)?;
    Ok(attachment.id)
}
