//! Doubts: values that may be wrong. They are kept as typed, marked "to check", and not used.

use super::address::Address;
use super::client::Client;
use super::field::Field;
use super::phone::Phone;
use super::place::Place;
pub use super::reason::Reason;
use super::setup::Setup;
use super::terms::Terms;
use super::{address, city, country, email, identifier, language, vat};

/// A doubted value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Where it stands.
    pub place: Place,
    /// Why it is doubted.
    pub reason: Reason,
}

/// The doubts of a client, in the order of the form; a likely typo that was kept on purpose is none.
pub fn doubts(client: &Client, setup: &Setup) -> Vec<Doubt> {
    each(client, setup).collect()
}

/// Is there any doubt? The first one is looked for only: this is asked of every client of a book.
pub fn is_doubtful(client: &Client, setup: &Setup) -> bool {
    each(client, setup).next().is_some()
}

fn each(client: &Client, setup: &Setup) -> impl Iterator<Item = Doubt> {
    const CHECKED: [Field; 11] = [
        Field::Phone,
        Field::Mobile,
        Field::Email,
        Field::Postcode,
        Field::City,
        Field::Country,
        Field::Siren,
        Field::Siret,
        Field::VatNumber,
        Field::Language,
        Field::Terms,
    ];
    let own = CHECKED
        .into_iter()
        .filter_map(|field| Some(Doubt { place: field.into(), reason: reason(client, field)? }));
    own.chain(of_delivery(client))
        .chain(of_contacts(client))
        .chain(of_custom_fields(client, setup))
        .filter(|doubt| !is_kept(client, doubt))
}

fn reason(client: &Client, field: Field) -> Option<Reason> {
    let country = client.address.country.as_str();
    match field {
        Field::Phone => client.phone.is_malformed().then_some(Reason::PhoneMalformed),
        Field::Mobile => client.mobile.is_malformed().then_some(Reason::PhoneMalformed),
        Field::Email => email::check(&client.email),
        Field::Postcode => address::postcode_doubt(country, &client.address.postcode),
        Field::City => city_doubt(country, &client.address),
        Field::Country => country_doubt(country),
        Field::VatNumber => vat_doubt(client),
        Field::Siren | Field::Siret => {
            let here =
                registration_field(client) == field && (country.is_empty() || country::has_sirene(country));
            if here { identifier::registration_doubt(&client.siren, &client.siret) } else { None }
        }
        Field::Language => {
            let known = client.language.is_empty() || language::recognise(&client.language).is_some();
            (!known).then_some(Reason::LanguageUnknown)
        }
        Field::Terms => {
            let known = client.terms.is_empty() || Terms::parse(&client.terms).is_some();
            (!known).then_some(Reason::TermsUnknown)
        }
        _ => None,
    }
}

fn country_doubt(country: &str) -> Option<Reason> {
    (!country.is_empty() && !country::is_code(country)).then_some(Reason::CountryUnknown)
}

/// A city under a postcode that is certainly another's.
fn city_doubt(country: &str, address: &Address) -> Option<Reason> {
    let fits = !country::is_french(country) || city::fits(&address.postcode, &address.city);
    (!fits).then(|| Reason::CityOtherPostcode(address.postcode.clone()))
}

fn vat_doubt(client: &Client) -> Option<Reason> {
    let (number, country) = (client.vat_number.as_str(), client.address.country.as_str());
    if number.is_empty() {
        return None;
    }
    match vat::check(number, country) {
        // Whose rule holds nobody knows.
        vat::Verdict::UnknownCountry => None,
        vat::Verdict::CheckDigit => Some(Reason::VatCheck),
        vat::Verdict::Malformed => Some(Reason::VatMalformed),
        vat::Verdict::Valid => {
            let own = vat::siren_of(number, country)?;
            let registered = identifier::siren_of(&client.siret).unwrap_or(&client.siren);
            let other = identifier::is_siren(registered) && registered != own;
            other.then_some(Reason::VatOtherSiren)
        }
    }
}

fn of_delivery(client: &Client) -> impl Iterator<Item = Doubt> {
    let doubts = client.delivery_address.as_ref().map(|address| {
        // Without a country of its own it is delivered where the client is.
        let country = if address.country.is_empty() { &client.address.country } else { &address.country };
        [
            (Field::Postcode, address::postcode_doubt(country, &address.postcode)),
            (Field::City, city_doubt(country, address)),
            (Field::Country, country_doubt(&address.country)),
        ]
    });
    doubts
        .into_iter()
        .flatten()
        .filter_map(|(field, reason)| Some(Doubt { place: Place::Delivery(field), reason: reason? }))
}

fn of_contacts(client: &Client) -> impl Iterator<Item = Doubt> {
    (0..).zip(&client.contacts).flat_map(|(number, contact)| {
        let phone = Phone::is_malformed(&contact.phone).then_some(Reason::PhoneMalformed);
        [(Field::Email, email::check(&contact.email)), (Field::Phone, phone)].into_iter().filter_map(
            move |(field, reason)| Some(Doubt { place: Place::Contact(number, field), reason: reason? }),
        )
    })
}

fn of_custom_fields(client: &Client, setup: &Setup) -> impl Iterator<Item = Doubt> {
    client.custom.iter().filter_map(|(id, value)| {
        let reason = setup.field(*id)?.doubt(value, &setup.home)?;
        Some(Doubt { place: Place::Custom(*id), reason })
    })
}

fn is_kept(client: &Client, doubt: &Doubt) -> bool {
    doubt.reason.can_be_kept()
        && client.kept.get(&doubt.place).is_some_and(|kept| kept == client.text(doubt.place))
}

/// Where a doubt of the one field for both numbers stands: under the SIREN if only nine digits were typed.
fn registration_field(client: &Client) -> Field {
    if client.siret.is_empty() && identifier::is_siren_shaped(&client.siren) {
        Field::Siren
    } else {
        Field::Siret
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client() -> Client {
        let mut client = Client { email: "a@b.fr".into(), siren: "552008443".into(), ..Client::default() };
        client.phone = Phone::parse("01 42 60 30 30", "FR");
        client.address.country = "FR".into();
        client.address.postcode = "67000".into();
        client
    }

    fn found(change: impl FnOnce(&mut Client)) -> Vec<(Field, Reason)> {
        let mut client = client();
        change(&mut client);
        let setup = Setup::new("FR");
        let found = doubts(&client, &setup);
        assert_eq!(is_doubtful(&client, &setup), !found.is_empty());
        found.into_iter().map(|doubt| (doubt.place.field().unwrap(), doubt.reason)).collect()
    }

    #[test]
    fn all_at_once_in_the_order_of_the_form() {
        assert_eq!(found(|_| {}), []);
        let all = found(|client| {
            client.siret = "73282932000075".into();
            client.email = "a".into();
            client.mobile = Phone::parse("06", "FR");
            client.phone = Phone::parse("88.60.15.31", "FR");
            client.address.postcode = "6700".into();
        });
        assert_eq!(
            all,
            [
                (Field::Phone, Reason::PhoneMalformed),
                (Field::Mobile, Reason::PhoneMalformed),
                (Field::Email, Reason::EmailMalformed),
                (Field::Postcode, Reason::PostcodeMalformed("33380")),
                (Field::Siret, Reason::SiretCheck),
            ]
        );
        let order = |field| Field::ALL.into_iter().position(|one| one == field);
        assert!(all.is_sorted_by_key(|(field, _)| order(*field)));
        assert_eq!(found(|client| *client = Client::default()), []);
    }

    #[test]
    fn a_typo_kept_on_purpose_is_none_until_the_value_changes() {
        let typo = [(Field::Email, Reason::EmailTypo("a@gmail.com".into()))];
        assert_eq!(found(|client| client.email = "a@gmial.com".into()), typo);
        let keep = |client: &mut Client, email: &str, kept: &str| {
            client.email = email.into();
            client.kept.insert(Field::Email.into(), kept.into());
        };
        assert_eq!(found(|client| keep(client, "a@gmial.com", "a@gmial.com")), []);
        assert_eq!(found(|client| keep(client, "a@gmial.com", "b@gmial.com")), typo);
        assert_eq!(found(|client| keep(client, "a@", "a@")), [(Field::Email, Reason::EmailMalformed)]);
    }

    #[test]
    fn language_and_terms_are_those_that_are_known() {
        let language = |language: &'static str| found(move |client| client.language = language.into());
        assert_eq!(language("fr"), []);
        assert_eq!(language("français"), [], "kept so by an earlier version");
        assert_eq!(language("klingon"), [(Field::Language, Reason::LanguageUnknown)]);
        let terms = |terms: &'static str| found(move |client| client.terms = terms.into());
        assert_eq!(terms("net_30"), []);
        assert_eq!(terms("30 jours"), [], "kept so by an earlier version");
        assert_eq!(terms("un jour"), [(Field::Terms, Reason::TermsUnknown)]);
    }

    #[test]
    fn french_numbers_are_checked_where_the_register_is_french() {
        let siren = |country: &'static str| {
            found(move |client| {
                client.siren = "552008444".into();
                client.address = Default::default();
                client.address.country = country.into();
            })
        };
        for country in ["FR", "RE", ""] {
            assert_eq!(siren(country), [(Field::Siren, Reason::SirenCheck)], "{country}");
        }
        for country in ["BE", "NC"] {
            assert_eq!(siren(country), [], "{country}");
        }
        assert_eq!(siren("Syldavie"), [(Field::Country, Reason::CountryUnknown)]);
        for (siren, siret) in [("", "552 008"), ("5520", "")] {
            let malformed = found(|client| (client.siren, client.siret) = (siren.into(), siret.into()));
            assert_eq!(malformed, [(Field::Siret, Reason::RegistrationLength)]);
        }
    }

    #[test]
    fn a_vat_number_is_checked_by_its_country_and_against_the_siren() {
        let vat = |number: &'static str, country: &'static str, siren: &'static str, siret: &'static str| {
            found(move |client| {
                client.vat_number = number.into();
                client.address = Default::default();
                client.address.country = country.into();
                (client.siren, client.siret) = (siren.into(), siret.into());
            })
        };
        let own = ("404833048", "");
        for (number, country, (siren, siret), reason) in [
            ("FR83404833048", "FR", own, None),
            ("83404833048", "FR", own, None),
            ("FR83404833048", "FR", ("", ""), None),
            ("FR83404833048", "FR", ("", "40483304800022"), None),
            ("FR84404833048", "FR", own, Some(Reason::VatCheck)),
            ("FR83", "FR", own, Some(Reason::VatMalformed)),
            ("FR83404833048", "FR", ("552008443", ""), Some(Reason::VatOtherSiren)),
            ("FR83404833048", "FR", ("", "55200844300007"), Some(Reason::VatOtherSiren)),
            // What is no SIREN says nothing of another number.
            ("DE136695976", "DE", ("", ""), None),
            ("whatever", "JP", ("", ""), None),
            ("", "FR", own, None),
        ] {
            let others = [Field::Siren, Field::Siret];
            let mut doubts = vat(number, country, siren, siret);
            doubts.retain(|(field, _)| !others.contains(field));
            let expected: Vec<_> = reason.map(|reason| (Field::VatNumber, reason)).into_iter().collect();
            assert_eq!(doubts, expected, "{number} {country} {siren} {siret}");
        }
        // Of another firm it may be on purpose.
        assert!(
            Reason::VatOtherSiren.can_be_kept() && Reason::CityOtherPostcode(String::new()).can_be_kept()
        );
        assert!(!Reason::VatCheck.can_be_kept() && !Reason::VatMalformed.can_be_kept());
    }

    #[test]
    fn a_french_city_has_its_own_postcodes() {
        let city = |country: &'static str, postcode: &'static str, city: &'static str| {
            found(move |client| {
                client.address.country = country.into();
                client.address.postcode = postcode.into();
                client.address.city = city.into();
            })
        };
        assert_eq!(city("FR", "75006", "Paris"), []);
        let other = [(Field::City, Reason::CityOtherPostcode("69003".into()))];
        assert_eq!(city("FR", "69003", "Paris"), other);
        assert_eq!(city("DE", "69003", "Paris"), []);
        assert_eq!(city("", "69003", "Paris"), []);
        let mut there = client();
        let to = Address { postcode: "69003".into(), city: "Paris".into(), ..Address::default() };
        there.delivery_address = Some(to.clone());
        let place = Place::Delivery(Field::City);
        let doubt = Doubt { place, reason: Reason::CityOtherPostcode("69003".into()) };
        assert_eq!(doubts(&there, &Setup::new("FR")), [doubt], "where the client is");
        there.delivery_address = Some(Address { country: "DE".into(), ..to });
        assert_eq!(doubts(&there, &Setup::new("FR")), []);
    }
}
