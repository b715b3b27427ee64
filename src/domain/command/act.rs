//! The acts: what is said to have been done, in the audit, in the history and on the button that takes it back.

use serde::{Deserialize, Serialize};

use crate::domain::record::Kind;

/// Writes the enum with what is said of each act beside it: what an act is stands in one place.
macro_rules! acts {
    ($($(#[$doc:meta])+ $act:ident, $subject:ident, $key:literal;)+) => {
        /// What a command did, by name: this is what the audit says was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Act {
            $($(#[$doc])+ $act,)+
        }

        impl Act {
            /// Every act.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$act),+];

            /// The kind of record that an act is named by.
            pub fn subject(self) -> Kind {
                match self {
                    $(Self::$act => Kind::$subject,)+
                }
            }

            /// The name in the catalogues.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$act => $key,)+
                }
            }
        }
    };
}

acts! {
    /// A client was registered.
    RegisterClient, Client, "register-client";
    /// A client was changed.
    ChangeClient, Client, "change-client";
    /// Clients were archived.
    ArchiveClients, Client, "archive-clients";
    /// Clients were made active again.
    ReactivateClients, Client, "reactivate-clients";
    /// Clients were deleted.
    DeleteClients, Client, "delete-clients";
    /// Clients came from a file.
    ImportClients, Client, "import-clients";

    /// Two clients were said not to be the same.
    DistinguishClients, Distinct, "distinguish-clients";

    /// A category was made.
    CreateCategory, Category, "create-category";
    /// A category has another name or colour.
    ChangeCategory, Category, "change-category";
    /// The clients of one category were put into another.
    MergeCategories, Category, "merge-categories";
    /// A category was deleted.
    DeleteCategory, Category, "delete-category";
    /// Clients were put into a category.
    AssignCategory, Category, "assign-category";
    /// Clients were taken out of a category.
    UnassignCategory, Category, "unassign-category";

    /// A custom field was made.
    CreateCustomField, CustomField, "create-custom-field";
    /// A custom field was changed.
    ChangeCustomField, CustomField, "change-custom-field";
    /// Custom fields were put in another order.
    ArrangeCustomFields, CustomField, "arrange-custom-fields";
    /// A custom field was deleted with what it held.
    DeleteCustomField, CustomField, "delete-custom-field";

    /// A note was added.
    AddNote, Note, "add-note";
    /// A note was changed.
    ChangeNote, Note, "change-note";
    /// A note was deleted.
    DeleteNote, Note, "delete-note";

    /// An answer to a question of consent was recorded.
    RecordConsent, Consent, "record-consent";

    /// Files were attached.
    AttachFiles, Attachment, "attach-files";
    /// An attachment has another name.
    RenameAttachment, Attachment, "rename-attachment";
    /// An attachment was deleted.
    DeleteAttachment, Attachment, "delete-attachment";

    /// How clients are kept was changed.
    ChangePolicy, Policy, "change-policy";
}
