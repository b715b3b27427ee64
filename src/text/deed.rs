//! What was done, in words: after it was done, to name it, and to take it back.
//!
//! The name is that of the act's [subject](Act::subject): of the category, the custom field, the attachment, or else of
//! the client. `count` is how many clients it was done to; of what is done to none, how many records of its kind.

use super::Text;
use crate::domain::command::Act;
use crate::domain::record::Kind;
use crate::store::{Snapshot, StoreError};

/// Says that something was done.
pub fn done(text: &Text, act: Act, name: &str, count: usize) -> String {
    let one = count == 1;
    let key = match act {
        Act::RegisterClient => "toast-client-added",
        Act::ChangeClient => "toast-client-changed",
        Act::ArchiveClients if one => "toast-client-archived",
        Act::ReactivateClients if one => "toast-client-unarchived",
        Act::DeleteClients if one => "toast-client-deleted",
        Act::ArchiveClients => "toast-clients-archived",
        Act::ReactivateClients => "toast-clients-unarchived",
        Act::DeleteClients => "toast-clients-deleted",
        Act::ImportClients => "toast-clients-imported",
        Act::DistinguishClients => "toast-clients-distinct",
        Act::CreateCategory => "toast-category-added",
        Act::ChangeCategory => "toast-category-changed",
        Act::MergeCategories => "toast-category-merged",
        Act::DeleteCategory => "toast-category-deleted",
        Act::AssignCategory => "toast-category-assigned",
        Act::UnassignCategory => "toast-category-unassigned",
        Act::CreateCustomField => "toast-custom-added",
        Act::ChangeCustomField => "toast-custom-changed",
        Act::ArrangeCustomFields => "toast-custom-arranged",
        Act::DeleteCustomField => "toast-custom-deleted",
        Act::AddNote => "toast-note-added",
        Act::ChangeNote => "toast-note-changed",
        Act::DeleteNote => "toast-note-deleted",
        Act::RecordConsent => "toast-consent-recorded",
        Act::AttachFiles => "toast-attachment-added",
        Act::RenameAttachment => "toast-attachment-renamed",
        Act::DeleteAttachment => "toast-attachment-deleted",
        Act::ChangePolicy => "toast-policy-changed",
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
        Act::CreateCategory => "deed-create-category",
        Act::ChangeCategory => "deed-change-category",
        Act::MergeCategories => "deed-merge-categories",
        Act::DeleteCategory => "deed-delete-category",
        Act::AssignCategory => "deed-assign-category",
        Act::UnassignCategory => "deed-unassign-category",
        Act::CreateCustomField => "deed-create-custom-field",
        Act::ChangeCustomField => "deed-change-custom-field",
        Act::ArrangeCustomFields => "deed-arrange-custom-fields",
        Act::DeleteCustomField => "deed-delete-custom-field",
        Act::AddNote => "deed-add-note",
        Act::ChangeNote => "deed-change-note",
        Act::DeleteNote => "deed-delete-note",
        Act::RecordConsent => "deed-record-consent",
        Act::AttachFiles => "deed-attach-files",
        Act::RenameAttachment => "deed-rename-attachment",
        Act::DeleteAttachment => "deed-delete-attachment",
        Act::ChangePolicy => "deed-change-policy",
    };
    text.with(key, &[("name", name.into()), ("n", count.into())])
}

/// What taking it back is called: it names its object. None for what cannot be taken back.
pub fn undo_of(text: &Text, act: Act) -> Option<&str> {
    let key = match act {
        Act::RegisterClient
        | Act::CreateCategory
        | Act::AssignCategory
        | Act::CreateCustomField
        | Act::AddNote
        | Act::AttachFiles => "undo-add",
        Act::ChangeClient
        | Act::ChangeCategory
        | Act::ChangeCustomField
        | Act::ChangeNote
        | Act::ChangePolicy => "undo-change",
        Act::ArchiveClients => "undo-archive",
        Act::ReactivateClients => "undo-unarchive",
        Act::DeleteClients
        | Act::DeleteCategory
        | Act::DeleteCustomField
        | Act::DeleteNote
        | Act::DeleteAttachment => "undo-delete",
        Act::ImportClients => "undo-import",
        Act::DistinguishClients => "undo-distinct",
        Act::MergeCategories => "undo-merge",
        Act::UnassignCategory => "undo-unassign",
        Act::ArrangeCustomFields => "undo-arrange",
        Act::RenameAttachment => "undo-rename",
        Act::RecordConsent => return None,
    };
    Some(text.get(key))
}

/// Without what something came back, since it was deleted meanwhile; none if nothing lacks.
pub fn left_out(
    text: &Text,
    snapshot: &Snapshot,
    left_out: &[(Kind, u64)],
) -> Result<Option<String>, StoreError> {
    let mut names = Vec::with_capacity(left_out.len());
    for (kind, id) in left_out {
        names.push(match kind {
            // A note has no name.
            Kind::Note => text.get("field-note").to_owned(),
            _ => snapshot.name_of(*kind, *id)?.unwrap_or_default(),
        });
    }
    let say = |names: &[String]| {
        let list = text.list(names);
        text.with("toast-undone-left-out", &[("names", list.into()), ("n", names.len().into())])
    };
    Ok((!names.is_empty()).then(|| say(&names)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn every_act_has_words_and_what_can_be_taken_back_an_undo_that_names_it() {
        for language in Language::ALL {
            let text = Text::load(language);
            for act in Act::ALL {
                for count in [0, 1, 2] {
                    for said in [done(&text, act, "Asie", count), deed(&text, act, "Asie", count)] {
                        assert!(!said.is_empty() && !said.contains('⟦'), "{act:?}: {said}");
                    }
                }
                let undo = undo_of(&text, act);
                assert_eq!(undo.is_none(), act == Act::RecordConsent);
                assert!(undo.is_none_or(|undo| undo.split(' ').count() > 1), "{undo:?}");
            }
        }
    }

    #[test]
    fn what_was_done_is_said_as_it_stands_in_a_toast() {
        let text = Text::load(Language::Fr);
        for (act, count, said, undo) in [
            (Act::RegisterClient, 1, "Gros est enregistré", "Annuler l’ajout"),
            (Act::CreateCategory, 1, "La catégorie Gros est créée", "Annuler l’ajout"),
            (Act::ChangeCategory, 1, "La catégorie Gros est modifiée", "Annuler la modification"),
            (Act::MergeCategories, 1, "La catégorie Gros est fusionnée avec l’autre", "Annuler la fusion"),
            (Act::DeleteCategory, 3, "La catégorie Gros est supprimée", "Annuler la suppression"),
            (Act::AssignCategory, 1, "1 client ajouté à Gros", "Annuler l’ajout"),
            (Act::AssignCategory, 2, "2 clients ajoutés à Gros", "Annuler l’ajout"),
            (Act::UnassignCategory, 2, "2 clients retirés de Gros", "Annuler le retrait"),
            (Act::CreateCustomField, 1, "Le champ Gros est créé", "Annuler l’ajout"),
            (Act::ChangeCustomField, 1, "Le champ Gros est modifié", "Annuler la modification"),
            (Act::ArrangeCustomFields, 3, "L’ordre des champs est modifié", "Annuler le changement d’ordre"),
            (Act::DeleteCustomField, 1, "Le champ Gros est supprimé", "Annuler la suppression"),
            (Act::AddNote, 1, "Note ajoutée", "Annuler l’ajout"),
            (Act::ChangeNote, 1, "Note modifiée", "Annuler la modification"),
            (Act::DeleteNote, 1, "Note supprimée", "Annuler la suppression"),
            (Act::AttachFiles, 1, "Gros est joint", "Annuler l’ajout"),
            (Act::AttachFiles, 2, "2 pièces jointes ajoutées", "Annuler l’ajout"),
            (
                Act::RenameAttachment,
                1,
                "La pièce jointe s’appelle maintenant Gros",
                "Annuler le changement de nom",
            ),
            (Act::DeleteAttachment, 1, "Gros est supprimé", "Annuler la suppression"),
            (Act::ChangePolicy, 1, "Les réglages de la fiche sont modifiés", "Annuler la modification"),
        ] {
            assert_eq!(done(&text, act, "Gros", count), said);
            assert_eq!(undo_of(&text, act), Some(undo));
        }
        assert_eq!(done(&text, Act::RecordConsent, "Asie", 1), "La réponse de Asie est enregistrée");
    }
}
