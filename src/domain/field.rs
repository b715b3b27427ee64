//! The fields of a client, by name: the one list that form, review, import, export, search and history share.

use serde::{Deserialize, Serialize};

/// A field of a client. Its [`key`](Field::key) is the name in JSON, CSV and the message catalogues, never renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The client's number in this book.
    Number,
    /// Name of a company.
    Company,
    /// First name of an individual.
    FirstName,
    /// Last name of an individual.
    LastName,
    /// First name of a company's main contact.
    ContactFirstName,
    /// Last name of a company's main contact.
    ContactLastName,
    /// What the main contact does there.
    ContactRole,
    /// Telephone.
    Phone,
    /// Mobile telephone.
    Mobile,
    /// E-mail address.
    Email,
    /// First line of the address.
    Street,
    /// Second line of the address.
    Street2,
    /// Postcode.
    Postcode,
    /// City.
    City,
    /// Region, province or state.
    Region,
    /// Country: ISO 3166-1 alpha-2 code, or the text that was not recognised.
    Country,
    /// French company number, 9 digits.
    Siren,
    /// French establishment number, 14 digits; also whatever was typed there and is neither.
    Siret,
    /// VAT number.
    VatNumber,
    /// Another number that the client goes by: of an association, a register, an authority.
    OtherId,
    /// Website.
    Website,
    /// Language the client is written to in.
    Language,
    /// Payment terms.
    Terms,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 23] = [
        Self::Number,
        Self::Company,
        Self::FirstName,
        Self::LastName,
        Self::ContactFirstName,
        Self::ContactLastName,
        Self::ContactRole,
        Self::Phone,
        Self::Mobile,
        Self::Email,
        Self::Street,
        Self::Street2,
        Self::Postcode,
        Self::City,
        Self::Region,
        Self::Country,
        Self::Siren,
        Self::Siret,
        Self::VatNumber,
        Self::OtherId,
        Self::Website,
        Self::Language,
        Self::Terms,
    ];

    /// The parts of an address, in the order of the form.
    pub const ADDRESS: [Self; 6] =
        [Self::Street, Self::Street2, Self::Postcode, Self::City, Self::Region, Self::Country];

    /// The parts of a further contact, in the order of the form.
    pub const CONTACT: [Self; 5] =
        [Self::ContactFirstName, Self::ContactLastName, Self::ContactRole, Self::Email, Self::Phone];

    /// The name in JSON, CSV and the catalogues: English, `snake_case`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Company => "company",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::ContactFirstName => "contact_first_name",
            Self::ContactLastName => "contact_last_name",
            Self::ContactRole => "contact_role",
            Self::Phone => "phone",
            Self::Mobile => "mobile",
            Self::Email => "email",
            Self::Street => "street",
            Self::Street2 => "street2",
            Self::Postcode => "postcode",
            Self::City => "city",
            Self::Region => "region",
            Self::Country => "country",
            Self::Siren => "siren",
            Self::Siret => "siret",
            Self::VatNumber => "vat_number",
            Self::OtherId => "other_id",
            Self::Website => "website",
            Self::Language => "language",
            Self::Terms => "terms",
        }
    }

    /// The fields that are declined together: street, postcode and city are one answer.
    pub fn declined_with(self) -> &'static [Self] {
        match self {
            Self::Street | Self::Postcode | Self::City => &[Self::Street, Self::Postcode, Self::City],
            Self::Phone => &[Self::Phone],
            Self::Email => &[Self::Email],
            _ => &[],
        }
    }

    /// The most characters that a value may have.
    pub const LONGEST: usize = 10_000;
}
