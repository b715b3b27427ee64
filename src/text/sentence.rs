//! What the trade's own values are called: fields, kinds, doubts, likenesses, refusals.
//!
//! Each key stands here in full, so that the compiler asks for a word when a variant is added, and the test of the
//! catalogues finds it in use.

use std::borrow::Cow;

use super::Text;
use crate::domain::category::Category;
use crate::domain::client::{ClientKind, Status};
use crate::domain::consent::{Answer, Channel, Method, Purpose};
use crate::domain::custom_field::CustomField;
use crate::domain::doubt::{Doubt, Reason};
use crate::domain::duplicate::Likeness;
use crate::domain::field::Field;
use crate::domain::note::NoteKind;
use crate::domain::place::Place;
use crate::domain::policy::Policy;
use crate::domain::record::Invalid;
use crate::domain::setup::Setup;

/// A doubt in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// The name of the field, as the form has it.
    pub field: Cow<'a, str>,
    /// What stands at the right of the field's label.
    pub short: &'a str,
    /// The whole sentence.
    pub full: String,
}

/// The name of a field.
pub fn field(text: &Text, field: Field) -> &str {
    text.get(match field {
        Field::Number => "field-number",
        Field::Company => "field-company",
        Field::FirstName => "field-first-name",
        Field::LastName => "field-last-name",
        Field::ContactFirstName => "field-contact-first-name",
        Field::ContactLastName => "field-contact-last-name",
        Field::ContactRole => "field-contact-role",
        Field::Phone => "field-phone",
        Field::Mobile => "field-mobile",
        Field::Email => "field-email",
        Field::Street => "field-street",
        Field::Street2 => "field-street2",
        Field::Postcode => "field-postcode",
        Field::City => "field-city",
        Field::Region => "field-region",
        Field::Country => "field-country",
        Field::Siren => "field-siren",
        Field::Siret => "field-siret",
        Field::VatNumber => "field-vat-number",
        Field::OtherId => "field-other-id",
        Field::Website => "field-website",
        Field::Language => "field-language",
        Field::Terms => "field-terms",
    })
}

/// The name of a place.
pub fn place<'a>(text: &'a Text, setup: &'a Setup, place: Place) -> &'a str {
    match place {
        Place::Field(of) | Place::Delivery(of) | Place::Contact(_, of) => field(text, of),
        Place::Custom(id) => setup.field(id).map_or("", |custom| custom.name.as_str()),
        Place::Categories => text.get("field-categories"),
        Place::Consent(purpose) => self::purpose(text, purpose),
        Place::Note => text.get("field-note"),
        Place::Attachments => text.get("field-attachments"),
    }
}

/// The name of a place, like that of no other place of a client.
pub fn named<'a>(text: &'a Text, setup: &'a Setup, place: Place) -> Cow<'a, str> {
    match place {
        Place::Delivery(of) => delivery(text, of).into(),
        Place::Contact(number, of) => contact(text, number, of).into(),
        _ => self::place(text, setup, place).into(),
    }
}

/// A part of the delivery address.
fn delivery(text: &Text, of: Field) -> &str {
    match of {
        Field::Street => text.get("delivery-street"),
        Field::Street2 => text.get("delivery-street2"),
        Field::Postcode => text.get("delivery-postcode"),
        Field::City => text.get("delivery-city"),
        Field::Region => text.get("delivery-region"),
        Field::Country => text.get("delivery-country"),
        _ => field(text, of),
    }
}

/// A part of a further contact. The main one is the first, so that the first further one is the second.
fn contact(text: &Text, number: u16, of: Field) -> String {
    let key = match of {
        Field::ContactFirstName => "contact-first-name",
        Field::ContactLastName => "contact-last-name",
        Field::ContactRole => "contact-role",
        Field::Email => "contact-email",
        Field::Phone => "contact-phone",
        _ => return field(text, of).to_owned(),
    };
    text.with(key, &[("n", u64::from(number).saturating_add(2).into())])
}

/// The question of consent, as it is read aloud.
pub fn question(text: &Text, purpose: Purpose) -> &str {
    text.get(match purpose {
        Purpose::Service => "consent-ask-service",
        Purpose::Offers => "consent-ask-offers",
    })
}

/// The words in which one asks: one's own, or the usual ones.
pub fn asked<'a>(text: &'a Text, policy: &'a Policy, purpose: Purpose) -> &'a str {
    policy.question(text.language().code(), purpose).unwrap_or_else(|| question(text, purpose))
}

/// What was answered.
pub fn answer(text: &Text, answer: Answer) -> &str {
    text.get(match answer {
        Answer::Given => "consent-yes",
        Answer::Refused => "consent-no",
        Answer::Withdrawn => "consent-withdrawn",
    })
}

/// By what one would write or call.
pub fn channel(text: &Text, channel: Channel) -> &str {
    text.get(match channel {
        Channel::Email => "channel-email",
        Channel::Phone => "channel-phone",
        Channel::Post => "channel-post",
    })
}

/// How an answer came.
pub fn method(text: &Text, method: Method) -> &str {
    text.get(match method {
        Method::Phone => "consent-by-phone",
        Method::InPerson => "consent-in-person",
        Method::Paper => "consent-on-paper",
        Method::Email => "consent-by-email",
        Method::Web => "consent-on-web",
    })
}

/// What one would write for.
pub fn purpose(text: &Text, purpose: Purpose) -> &str {
    text.get(match purpose {
        Purpose::Service => "consent-service",
        Purpose::Offers => "consent-offers",
    })
}

/// Company or individual.
pub fn kind(text: &Text, kind: ClientKind) -> &str {
    text.get(match kind {
        ClientKind::Company => "kind-company",
        ClientKind::Individual => "kind-individual",
    })
}

/// Active or archived.
pub fn status(text: &Text, status: Status) -> &str {
    text.get(match status {
        Status::Active => "state-active",
        Status::Archived => "state-archived",
    })
}

/// What a note is about.
pub fn note_kind(text: &Text, kind: NoteKind) -> &str {
    text.get(match kind {
        NoteKind::Note => "note-kind-note",
        NoteKind::Call => "note-kind-call",
        NoteKind::Meeting => "note-kind-meeting",
        NoteKind::Agreement => "note-kind-agreement",
        NoteKind::ImportantDate => "note-kind-important-date",
    })
}

/// What two clients have in common.
pub fn likeness(text: &Text, likeness: Likeness) -> &str {
    text.get(match likeness {
        Likeness::Siren => "likeness-siren",
        Likeness::Vat => "likeness-vat",
        Likeness::Email => "likeness-email",
        Likeness::Phone => "likeness-phone",
        Likeness::Name => "likeness-name",
        Likeness::NearName => "likeness-near-name",
    })
}

/// How many were found: as typed, then near names if there are any.
pub fn found(text: &Text, exact: usize, total: usize) -> String {
    let found = text.with("clients-found", &[("n", exact.into())]);
    match total.saturating_sub(exact) {
        0 => found,
        near => format!("{found}, {}", text.with("clients-near", &[("n", near.into())])),
    }
}

/// Why a value is doubted: a word beside the label, and a sentence.
pub fn doubt<'a>(text: &'a Text, setup: &'a Setup, doubt: &Doubt) -> Sentence<'a> {
    let name = match doubt.reason {
        // Neither of the two: the name of the one field for both.
        Reason::RegistrationLength => text.get("field-siren-siret").into(),
        _ => named(text, setup, doubt.place),
    };
    let of = [("field", name.as_ref().into())];
    let (short, full) = match &doubt.reason {
        Reason::EmailMalformed => ("doubt-email-malformed-short", text.with("doubt-email-malformed", &of)),
        Reason::EmailTypo(meant) => (
            "doubt-email-typo-short",
            text.with("doubt-email-typo", &[("field", name.as_ref().into()), ("meant", meant.into())]),
        ),
        Reason::PhoneMalformed => (
            "doubt-phone-malformed-short",
            text.with("doubt-phone-malformed", &[("field", name.as_ref().into())]),
        ),
        Reason::PostcodeMalformed(example) => ("doubt-postcode-short", postcode(text, &name, example)),
        Reason::CountryUnknown => ("doubt-country-unknown-short", text.with("doubt-country-unknown", &of)),
        Reason::LanguageUnknown => {
            ("doubt-language-unknown-short", text.get("doubt-language-unknown").to_owned())
        }
        Reason::TermsUnknown => ("doubt-terms-unknown-short", text.get("doubt-terms-unknown").to_owned()),
        Reason::RegistrationLength => {
            ("doubt-registration-length-short", text.get("doubt-registration-length").to_owned())
        }
        Reason::SirenCheck => ("doubt-siren-short", text.get("doubt-siren").to_owned()),
        Reason::SiretCheck => ("doubt-siret-short", text.get("doubt-siret").to_owned()),
        Reason::VatCheck => ("doubt-vat-check-short", text.with("doubt-vat-check", &of)),
        Reason::VatMalformed => ("doubt-vat-malformed-short", text.with("doubt-vat-malformed", &of)),
        Reason::VatOtherSiren => ("doubt-vat-other-siren-short", text.with("doubt-vat-other-siren", &of)),
        Reason::CityOtherPostcode(postcode) => (
            "doubt-city-other-postcode-short",
            text.with(
                "doubt-city-other-postcode",
                &[("field", name.as_ref().into()), ("postcode", postcode.into())],
            ),
        ),
        Reason::NumberMalformed => {
            ("doubt-number-short", text.with("doubt-number", &[("field", name.as_ref().into())]))
        }
        Reason::AmountMalformed => {
            ("doubt-amount-short", text.with("doubt-amount", &[("field", name.as_ref().into())]))
        }
        Reason::DateMalformed => {
            ("doubt-date-short", text.with("doubt-date", &[("field", name.as_ref().into())]))
        }
        Reason::NotYesOrNo => {
            ("doubt-yes-no-short", text.with("doubt-yes-no", &[("field", name.as_ref().into())]))
        }
        Reason::NotAChoice => {
            ("doubt-choice-short", text.with("doubt-choice", &[("field", name.as_ref().into())]))
        }
        Reason::LinkMalformed => {
            ("doubt-link-short", text.with("doubt-link", &[("field", name.as_ref().into())]))
        }
    };
    Sentence { field: name, short: text.get(short), full }
}

/// Of a postcode that is all digits their count says enough.
fn postcode(text: &Text, name: &str, example: &str) -> String {
    let field = ("field", name.into());
    if example.bytes().all(|byte| byte.is_ascii_digit()) {
        text.with("doubt-postcode-digits", &[field, ("n", example.len().into())])
    } else {
        text.with("doubt-postcode-like", &[field, ("example", example.into())])
    }
}

/// Why a record was refused.
pub fn invalid(text: &Text, invalid: &Invalid) -> String {
    let of = |key: &str, name: &str| text.with(key, &[("field", part(text, name).into())]);
    match *invalid {
        Invalid::NoId => text.get("invalid-no-id").to_owned(),
        Invalid::Empty(name) => of("invalid-empty", name),
        Invalid::TooLong(name) => {
            let longest = match name {
                "text" | "custom" => Invalid::LONGEST_TEXT,
                "category" => Category::LONGEST,
                "custom_field" | "choices" => CustomField::LONGEST,
                _ => Field::LONGEST,
            };
            text.with("invalid-too-long", &[("field", part(text, name).into()), ("n", longest.into())])
        }
        Invalid::ControlCharacter(name) => of("invalid-control-character", name),
        Invalid::OutOfRange(name) => of("invalid-out-of-range", name),
    }
}

/// What a record calls its part by name.
fn part<'a>(text: &'a Text, name: &str) -> &'a str {
    if let Some(known) = Field::ALL.into_iter().find(|field| field.key() == name) {
        return field(text, known);
    }
    text.get(match name {
        "text" => "field-note",
        "contacts" => "field-contacts",
        "delivery_address" => "field-delivery-address",
        "category" | "categories" => "field-category",
        "custom" | "custom_field" | "choices" => "field-custom",
        "attachment" => "field-attachments",
        _ => "field-data",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn said(field: Field, reason: Reason) -> (String, String, String) {
        let text = Text::load(Language::Fr);
        let setup = Setup::new("FR");
        let sentence = doubt(&text, &setup, &Doubt { place: field.into(), reason });
        (sentence.field.into_owned(), sentence.short.to_owned(), sentence.full)
    }

    #[test]
    fn doubts_are_said_in_french() {
        for (field, reason, name, short, full) in [
            (
                Field::Email,
                Reason::EmailTypo("contact@gmail.com".into()),
                "E-mail",
                "faute probable",
                "E-mail\u{a0}: peut-être contact@gmail.com\u{202f}?",
            ),
            (
                Field::Email,
                Reason::EmailMalformed,
                "E-mail",
                "adresse incomplète",
                "E-mail\u{a0}: ce n’est pas une adresse complète.",
            ),
            (
                Field::Mobile,
                Reason::PhoneMalformed,
                "Mobile",
                "un chiffre faux",
                "Mobile\u{a0}: un chiffre est faux ou manque.",
            ),
            (
                Field::Postcode,
                Reason::PostcodeMalformed("75006"),
                "Code postal",
                "?",
                "Code postal\u{a0}: 5 chiffres attendus.",
            ),
            (
                Field::Postcode,
                Reason::PostcodeMalformed("SW1A 1AA"),
                "Code postal",
                "?",
                "Code postal\u{a0}: attendu comme SW1A 1AA.",
            ),
            (
                Field::Country,
                Reason::CountryUnknown,
                "Pays",
                "pays inconnu",
                "Pays\u{a0}: ce nom n’est pas connu.",
            ),
            (
                Field::Siret,
                Reason::RegistrationLength,
                "SIREN ou SIRET",
                "9 ou 14 chiffres",
                "SIREN ou SIRET\u{a0}: 9 ou 14 chiffres attendus.",
            ),
            (
                Field::Siren,
                Reason::SirenCheck,
                "SIREN",
                "un chiffre faux",
                "SIREN\u{a0}: un chiffre est faux ou manque.",
            ),
            (
                Field::Siret,
                Reason::SiretCheck,
                "SIRET",
                "un chiffre faux",
                "SIRET\u{a0}: un chiffre est faux ou manque.",
            ),
        ] {
            assert_eq!(said(field, reason), (name.to_owned(), short.to_owned(), full.to_owned()));
        }
    }

    #[test]
    fn doubts_of_language_and_terms_say_what_is_expected() {
        let language = said(Field::Language, Reason::LanguageUnknown);
        assert_eq!((language.0.as_str(), language.1.as_str()), ("Langue du client", "langue inconnue"));
        assert_eq!(language.2, "Langue du client\u{a0}: ce nom n’est pas connu.");
        let terms = said(Field::Terms, Reason::TermsUnknown);
        assert_eq!((terms.0.as_str(), terms.1.as_str()), ("Conditions de paiement", "pas comprises"));
        let expected = "30 jours, 45 jours fin de mois, à réception";
        assert_eq!(terms.2, format!("Conditions de paiement\u{a0}: attendues comme {expected}."));
    }

    #[test]
    fn refusals_name_the_field_and_the_limit() {
        let text = Text::load(Language::Fr);
        let said = |refusal| invalid(&text, &refusal);
        assert_eq!(said(Invalid::NoId), "L’enregistrement n’a pas d’identité.");
        assert_eq!(said(Invalid::Empty("company")), "Raison sociale\u{a0}: une valeur est nécessaire.");
        assert_eq!(said(Invalid::TooLong("city")), "Ville\u{a0}: 10\u{202f}000 caractères au plus.");
        assert_eq!(said(Invalid::TooLong("text")), "Note\u{a0}: 1\u{202f}000\u{202f}000 caractères au plus.");
        assert_eq!(
            said(Invalid::TooLong("custom")),
            "Champs personnalisés\u{a0}: 1\u{202f}000\u{202f}000 caractères au plus."
        );
        assert_eq!(
            said(Invalid::ControlCharacter("contacts")),
            "Autres contacts\u{a0}: un caractère invisible s’y trouve. Saisissez la valeur de nouveau."
        );
        assert_eq!(
            said(Invalid::ControlCharacter("delivery_address")),
            "Adresse de livraison\u{a0}: un caractère invisible s’y trouve. Saisissez la valeur de nouveau."
        );
        assert_eq!(said(Invalid::OutOfRange("sequences")), "Données\u{a0}: la valeur est hors limites.");
    }

    #[test]
    fn the_words_of_the_trade_differ_from_one_another() {
        let text = Text::load(Language::Fr);
        let mut names: Vec<&str> = Field::ALL.into_iter().map(|one| field(&text, one)).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Field::ALL.len());
        assert_eq!(kind(&text, ClientKind::Company), "Entreprise");
        assert_eq!(kind(&text, ClientKind::Individual), "Particulier");
        assert_eq!(status(&text, Status::Active), "Actif");
        assert_eq!(status(&text, Status::Archived), "Archivé");
        assert_eq!(
            [NoteKind::Note, NoteKind::Call, NoteKind::Meeting, NoteKind::Agreement, NoteKind::ImportantDate]
                .map(|one| note_kind(&text, one)),
            ["note", "appel", "rendez-vous", "accord", "date importante"]
        );
        assert_eq!(
            [
                Likeness::Siren,
                Likeness::Vat,
                Likeness::Email,
                Likeness::Phone,
                Likeness::Name,
                Likeness::NearName
            ]
            .map(|one| likeness(&text, one)),
            ["même SIREN", "même n° de TVA", "même e-mail", "même téléphone", "même nom", "nom proche"]
        );
    }

    #[test]
    fn near_names_are_counted_apart() {
        let text = Text::load(Language::Fr);
        assert_eq!(found(&text, 0, 0), "Aucun résultat");
        assert_eq!(found(&text, 2, 2), "2 résultats");
        assert_eq!(found(&text, 2, 3), "2 résultats, 1 proche");
        assert_eq!(found(&text, 0, 2), "Aucun résultat, 2 proches");
    }

    #[test]
    fn no_place_of_a_client_is_called_like_another() {
        for language in Language::ALL {
            let text = Text::load(language);
            let setup = Setup::new("FR");
            let mut places: Vec<Place> = Field::ALL.map(Place::Field).to_vec();
            places.extend(Field::ADDRESS.map(Place::Delivery));
            for number in 0..2 {
                places.extend(Field::CONTACT.map(|field| Place::Contact(number, field)));
            }
            places.extend(Purpose::ALL.map(Place::Consent));
            places.extend([Place::Categories, Place::Note, Place::Attachments]);
            let mut names: Vec<_> = places.iter().map(|place| named(&text, &setup, *place)).collect();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), places.len(), "{names:?}");
        }
        let text = Text::load(Language::Fr);
        let setup = Setup::new("FR");
        let of = |place| named(&text, &setup, place).into_owned();
        assert_eq!(of(Place::Contact(0, Field::Email)), "E-mail du contact 2");
        assert_eq!(of(Place::Delivery(Field::City)), "Ville de livraison");
    }

    #[test]
    fn consent_is_said_in_words() {
        let text = Text::load(Language::Fr);
        assert_eq!(
            Purpose::ALL.map(|purpose| question(&text, purpose)),
            [
                "Je vous envoie vos factures par e-mail\u{202f}?",
                "Et parfois une offre, une nouvelle\u{202f}?"
            ]
        );
        assert_eq!(
            Method::ALL.map(|one| method(&text, one)),
            ["par téléphone", "en personne", "sur papier", "par e-mail", "sur un site web"]
        );
        assert_eq!(Channel::ALL.map(|one| channel(&text, one)), ["e-mail", "téléphone", "courrier"]);
        assert_eq!(
            [Answer::Given, Answer::Refused, Answer::Withdrawn].map(|one| answer(&text, one)),
            ["oui", "non", "retiré"]
        );
    }
}
