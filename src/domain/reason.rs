//! Why a value can be doubted. Below the checks that find it, so that they need not know of doubts.

/// Why a value is doubted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not an e-mail address.
    EmailMalformed,
    /// An e-mail address whose domain is probably mistyped; the whole address as it was probably meant.
    EmailTypo(String),
    /// Not a telephone number of its country.
    PhoneMalformed,
    /// Not a postcode of its country; one that would be, as an example.
    PostcodeMalformed(&'static str),
    /// Not a country that is known.
    CountryUnknown,
    /// Not a language that is known.
    LanguageUnknown,
    /// Not payment terms that are understood.
    TermsUnknown,
    /// Neither 9 nor 14 digits.
    RegistrationLength,
    /// A SIREN with a wrong or missing digit.
    SirenCheck,
    /// A SIRET with a wrong or missing digit.
    SiretCheck,
    /// A VAT number with a wrong or missing sign.
    VatCheck,
    /// Not a VAT number of its country.
    VatMalformed,
    /// The VAT number of another firm than the SIREN's.
    VatOtherSiren,
    /// A city that has other postcodes than this one.
    CityOtherPostcode(String),
    /// Not a number.
    NumberMalformed,
    /// Not an amount with at most two decimals.
    AmountMalformed,
    /// Not a day.
    DateMalformed,
    /// Neither yes nor no.
    NotYesOrNo,
    /// Not one of what can be chosen.
    NotAChoice,
    /// Not an address in the web.
    LinkMalformed,
}

impl Reason {
    /// A likely typo can be kept on purpose; a malformed value stays "to check".
    pub fn can_be_kept(&self) -> bool {
        matches!(self, Self::EmailTypo(_) | Self::VatOtherSiren | Self::CityOtherPostcode(_))
    }
}
