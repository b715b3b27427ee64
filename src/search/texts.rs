//! What is searched of a client beside its name: folded words and digits, each with a space before it.

use super::digits::calling_code;
use super::known::Known;
use super::terms::fold_address;
use crate::domain::address::Address;
use crate::domain::client::{Client, Contact};
use crate::domain::country;
use crate::domain::custom_field::{FieldKind, NO, YES};
use crate::domain::fold::{fold, fold_into};
use crate::domain::phone::Phone;
use crate::domain::setup::Setup;
use crate::domain::terms::Terms;

/// Texts of a client, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Texts {
    /// Words of what is rather this client's own: contacts, links, e-mail addresses up to their @.
    pub(super) own: String,
    /// Words of what many clients share: addresses, notes, names of files, domains.
    pub(super) shared: String,
    /// The digits of each number.
    pub(super) numbers: String,
}

impl Texts {
    /// Everything but the name and the categories.
    pub(super) fn of(client: &Client, known: Known<'_>, setup: &Setup) -> Self {
        let mut texts = Self {
            own: String::with_capacity(96),
            shared: String::with_capacity(192),
            numbers: String::with_capacity(64),
        };
        texts.phone(&client.phone);
        texts.phone(&client.mobile);
        texts.number(&client.number);
        texts.number(&client.siret);
        if !client.siret.starts_with(&client.siren) {
            texts.number(&client.siren);
        }
        texts.number(&client.vat_number);
        texts.number(&client.other_id);
        texts.email(&client.email);
        push_words(&client.website, &mut texts.own);
        for contact in client.contacts.iter().chain([&client.contact]) {
            texts.contact(contact);
        }
        for address in client.delivery_address.iter().chain([&client.address]) {
            texts.address(address);
        }
        texts.terms(&client.terms);
        for (field, value) in &client.custom {
            texts.custom(setup.field(*field).map(|field| field.kind), value, &setup.home);
        }
        known.notes.iter().for_each(|note| texts.words(&note.text));
        known.attachments.iter().for_each(|file| texts.words(&file.name));
        texts
    }

    /// Terms are found as they were typed; what was understood is kept as a code.
    pub(super) fn terms(&mut self, terms: &str) {
        if !is_code(terms) {
            self.words(terms);
        }
    }

    /// The value of a custom field. `home` is the book's own country; a field that is not known has no kind.
    pub(super) fn custom(&mut self, kind: Option<FieldKind>, value: &str, home: &str) {
        match kind {
            Some(FieldKind::Number | FieldKind::Amount) => self.number(value),
            // Day, month and year are words, found in any order.
            Some(FieldKind::Date) => self.words(value),
            // Codes, not words.
            Some(FieldKind::YesNo) if matches!(value, YES | NO) => {}
            Some(FieldKind::Link) => push_words(value, &mut self.own),
            Some(FieldKind::Email) => self.email(value),
            Some(FieldKind::Phone) => self.phone(&Phone::parse(value, home)),
            Some(FieldKind::Text | FieldKind::LongText | FieldKind::Choice | FieldKind::YesNo) | None => {
                self.words(value);
            }
        }
    }

    pub(super) fn words(&mut self, text: &str) {
        push_words(text, &mut self.shared);
    }

    pub(super) fn contact(&mut self, contact: &Contact) {
        for text in [&contact.first_name, &contact.last_name, &contact.role] {
            push_words(text, &mut self.own);
        }
        self.email(&contact.email);
        self.phone(&contact.phone);
    }

    pub(super) fn address(&mut self, address: &Address) {
        address.lines().into_iter().for_each(|line| self.words(line));
        country_names(&address.country).for_each(|name| self.words(name));
    }

    pub(super) fn email(&mut self, address: &str) {
        let Some((local, domain)) = address.split_once('@') else {
            return push_words(address, &mut self.own);
        };
        if push(&mut self.own, |own| fold_address(local, own)) {
            self.own.push('@');
        }
        push(&mut self.shared, |shared| fold_address(domain, shared));
    }

    /// A telephone is found by its digits as typed, E.164, and national with 0.
    pub(super) fn phone(&mut self, phone: &Phone) {
        let start = self.numbers.len();
        self.digits(phone.typed());
        let typed = self.numbers.get(start..).unwrap_or_default().trim_start().to_owned();
        if let Some(number) = phone.e164().and_then(|number| number.strip_prefix('+')) {
            let rest = number.get(calling_code(number)..).unwrap_or_default();
            if typed != number {
                push(&mut self.numbers, |numbers| numbers.push_str(number));
            }
            if typed.strip_prefix('0') != Some(rest) {
                push(&mut self.numbers, |numbers| numbers.extend(["0", rest]));
            }
        }
        if has_letters(phone.typed()) {
            push_words(phone.typed(), &mut self.own);
        }
    }

    /// A number is found by its digits and, if it has letters, by its words and by the whole without spaces.
    pub(super) fn number(&mut self, number: &str) {
        self.digits(number);
        if has_letters(number) {
            push_words(number, &mut self.own);
            push(&mut self.own, |own| own.push_str(&fold(number).replace(' ', "")));
        }
    }

    fn digits(&mut self, typed: &str) {
        push(&mut self.numbers, |numbers| {
            typed.chars().filter(char::is_ascii_digit).for_each(|digit| numbers.push(digit));
        });
    }
}

/// Whether terms are kept as a code: `receipt`, `net_30`, `end_of_month`.
fn is_code(terms: &str) -> bool {
    !terms.contains(' ') && Terms::parse(terms).is_some_and(|read| read.to_string() == terms)
}

fn has_letters(number: &str) -> bool {
    number.bytes().any(|byte| byte.is_ascii_alphabetic() || !byte.is_ascii())
}

/// The names of a country in the languages of the program; none for a text that is no code.
pub(super) fn country_names(code: &str) -> impl Iterator<Item = &'static str> + use<> {
    let names = country::names(code).map(|country| [country.french, country.english, country.spanish]);
    names.into_iter().flatten()
}

/// Appends the folded words of a text.
pub(super) fn push_words(text: &str, words: &mut String) {
    push(words, |words| fold_into(text, words));
}

/// Puts a space before what is written; nothing if nothing is. Says whether something was.
fn push(words: &mut String, write: impl FnOnce(&mut String)) -> bool {
    words.push(' ');
    let start = words.len();
    write(words);
    let written = words.len() > start;
    if !written {
        words.pop();
    }
    written
}
