//! Numbers that authorities give: SIREN and SIRET.

/// STUB
pub fn split_registration(_typed: &str) -> (String, String) {
    (String::new(), String::new())
}
/// STUB
pub fn shown(number: &str) -> String {
    number.to_owned()
}
