//! Postcodes that lost their first nought: a spreadsheet takes `01000` for the number 1000.

use crate::domain::address::postcode_doubt;
use crate::domain::{city, country};

/// Countries beside France whose postcodes are checked, are made of digits alone, and begin with a nought here and there.
const WITH_NOUGHTS: [&str; 4] = ["DE", "ES", "IT", "US"];

/// The postcode with the nought that it lost; none if it lost none. `country` is a code. A French city that has certainly
/// another postcode says that the country is another one.
pub(super) fn mended(country: &str, postcode: &str, city: &str) -> Option<String> {
    let french = country::is_french(country);
    let digits = !postcode.is_empty() && postcode.bytes().all(|byte| byte.is_ascii_digit());
    if !digits || !(french || WITH_NOUGHTS.contains(&country)) {
        return None;
    }
    let whole = format!("0{postcode}");
    let lost = postcode_doubt(country, postcode).is_some() && postcode_doubt(country, &whole).is_none();
    (lost && (!french || city.is_empty() || city::fits(&whole, city))).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_nought_comes_back_where_one_is_missing() {
        for (country, postcode, city, whole) in [
            ("FR", "1000", "", Some("01000")),
            ("FR", "1000", "Bourg-en-Bresse", Some("01000")),
            ("FR", "1000", "Lyon", None),
            ("FR", "100", "", None),
            ("FR", "38000", "", None),
            ("FR", "1 000", "", None),
            ("FR", "", "", None),
            ("ES", "8001", "Barcelona", Some("08001")),
            ("DE", "1067", "Dresden", Some("01067")),
            ("IT", "184", "Roma", None),
            ("IT", "4100", "Latina", Some("04100")),
            ("US", "2108", "Boston", Some("02108")),
            ("NO", "150", "Oslo", None),
            ("BE", "1000", "Bruxelles", None),
            ("CH", "800", "Zürich", None),
            ("Atlantide", "1000", "", None),
            ("", "1000", "", None),
        ] {
            assert_eq!(mended(country, postcode, city).as_deref(), whole, "{country} {postcode} {city}");
        }
    }

    #[test]
    fn of_every_country_of_the_list_a_postcode_without_its_nought_is_doubted() {
        for country in WITH_NOUGHTS {
            assert!(postcode_doubt(country, "1000").is_some(), "{country}");
            assert!(postcode_doubt(country, "01000").is_none(), "{country}");
        }
    }
}
