//! What was done, in words: after it was done, to name it, and to take it back.

use super::Text;
use crate::domain::command::Act;

/// Says that something was done to a client, or to `count` of them.
pub fn done(text: &Text, act: Act, name: &str, count: usize) -> String {
    let one = count == 1;
    let key = match act {
        Act::RegisterClient => "toast-client-added",
        Act::ChangeClient => "toast-client-changed",
        Act::ArchiveClients if one => "toast-client-archived",
        Act::ReactivateClients if one => "toast-client-unarchived",
        Act::DeleteClients if one => "toast-client-deleted",
        Act::ArchiveClients | Act::ReactivateClients | Act::DeleteClients => "toast-clients-changed",
        Act::ImportClients => "toast-clients-imported",
        Act::DistinguishClients => "toast-clients-distinct",
    };
    text.with(key, &[("name", name.into()), ("n", count.into())])
}

/// What was done, as a noun: "adding Boulangerie Lefèvre".
pub fn deed(text: &Text, act: Act, name: &str, count: usize) -> String {
    let key = match act {
        Act::RegisterClient => "deed-register-client",
        Act::ChangeClient => "deed-change-client",
        Act::ArchiveClients => "deed-archive-clients",
        Act::ReactivateClients => "deed-reactivate-clients",
        Act::DeleteClients => "deed-delete-clients",
        Act::ImportClients => "deed-import-clients",
        Act::DistinguishClients => "deed-distinguish-clients",
    };
    text.with(key, &[("name", name.into()), ("n", count.into())])
}

/// What taking it back is called: it names its object.
pub fn undo_of(text: &Text, act: Act) -> &str {
    text.get(match act {
        Act::RegisterClient => "undo-add",
        Act::ChangeClient => "undo-change",
        Act::ArchiveClients => "undo-archive",
        Act::ReactivateClients => "undo-unarchive",
        Act::DeleteClients => "undo-delete",
        Act::ImportClients => "undo-import",
        Act::DistinguishClients => "undo-distinct",
    })
}
