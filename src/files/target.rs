//! What a column of a file can hold.

use serde::{Deserialize, Serialize};

use crate::domain::custom_field::FieldKind;
use crate::domain::field::Field;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A field of the client.
    Field(Field),
    /// A name: of a company, unless the client is an individual.
    Name,
    /// The name as Comptoir shows it: read only where no other name stands.
    ShownName,
    /// First and last name of the main contact in one cell.
    ContactName,
    /// First and last name of a person in one cell: the client, or the main contact where a company is named beside it.
    FullName,
    /// A whole address in one cell, perhaps with a name, an e-mail address and a telephone.
    AddressBlock,
    /// Company or individual, in words.
    Kind,
    /// Whether it is a company.
    IsCompany,
    /// Active or archived, in words.
    Status,
    /// Whether it is active.
    IsActive,
    /// Whether it is archived.
    IsArchived,
    /// A note.
    Note,
    /// A part of the delivery address: one of the postal fields.
    Delivery(Field),
    /// A line of an address, counted from 0, where nothing says what stands in which.
    AddressLine(u8),
    /// A line of the delivery address, as those of the address.
    DeliveryLine(u8),
    /// A part of a further contact, who is counted from 0.
    Further(u8, ContactPart),
    /// The fields that the client does not wish to give, by key.
    Declined,
    /// Names of categories.
    Categories,
    /// A custom field, by id.
    Custom(u64),
    /// A custom field that is made for it: named by the header, of this kind.
    NewField(FieldKind),
    /// Not read, because the user said so.
    Nothing,
    /// What Comptoir computes by itself: not read.
    Computed,
    /// What stays with the book it came from, as the answers to the questions of consent, whose proof is there: not read,
    /// but named.
    LeftBehind,
}

impl Target {
    /// Whether several columns may hold it, each adding to the others.
    pub fn is_shared(self) -> bool {
        matches!(
            self,
            Self::Note
                | Self::Categories
                | Self::NewField(_)
                | Self::Nothing
                | Self::Computed
                | Self::LeftBehind
        )
    }

    /// Targets that answer the same question share a slot.
    pub(super) fn slot(self) -> Self {
        match self {
            Self::IsCompany => Self::Kind,
            Self::IsActive | Self::IsArchived => Self::Status,
            _ => self,
        }
    }
}

/// A part of a further contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactPart {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// What they do there.
    Role,
    /// E-mail.
    Email,
    /// Telephone.
    Phone,
}

impl ContactPart {
    /// Every part, in the order in which they are written.
    pub const ALL: [Self; 5] = [Self::FirstName, Self::LastName, Self::Role, Self::Email, Self::Phone];

    pub(super) fn key(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Role => "role",
            Self::Email => "email",
            Self::Phone => "phone",
        }
    }

    /// The header of this part of the further contact `n`, counted from 0: the main contact is the first, so these
    /// begin with `contact_2_…`.
    pub fn header(self, n: u8) -> String {
        format!("contact_{}_{}", n.saturating_add(2), self.key())
    }
}

/// The most further contacts of a client in a file.
pub(super) const MOST_FURTHER: u8 = 100;

/// The most lines of an address that stand in columns of their own.
pub(super) const ADDRESS_LINES: u8 = 4;

/// The fields of a postal address.
pub(super) const POSTAL: [Field; 6] =
    [Field::Street, Field::Street2, Field::Postcode, Field::City, Field::Region, Field::Country];

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header, as it stands in the file.
    pub header: String,
    /// What it holds; none: it is left over and goes into the note.
    pub target: Option<Target>,
    /// What it means, also when a better match has it: a left over column that says the same says nothing new.
    pub meaning: Option<Target>,
}
