//! Every page in every language, size and theme: nothing covers anything else, lies outside or is cut short.

mod groups;
mod habits;
mod judge;
mod pages;

use comptoir::files::settings::Look;
use comptoir::text::Language;

use self::pages::{View, findings};

fn check(language: Language, look: Look) {
    let sizes = [[1280.0, 800.0], [1024.0, 700.0]];
    let found = sizes.map(|size| findings(View { language, look, size })).concat();
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_page_is_well_laid_out_in_french() {
    check(Language::Fr, Look::Light);
}

#[test]
fn every_page_is_well_laid_out_in_french_and_dark() {
    check(Language::Fr, Look::Dark);
}

#[test]
fn every_page_is_well_laid_out_in_english() {
    check(Language::En, Look::Light);
}

#[test]
fn every_page_is_well_laid_out_in_english_and_dark() {
    check(Language::En, Look::Dark);
}

#[test]
fn every_page_is_well_laid_out_in_spanish() {
    check(Language::Es, Look::Light);
}

#[test]
fn every_page_is_well_laid_out_in_spanish_and_dark() {
    check(Language::Es, Look::Dark);
}
