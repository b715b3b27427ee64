//! A client as the index reads it: folded once, with the bytes it sorts by.

use std::borrow::Cow;

use super::holding::Holding;
use super::known::Known;
use super::order::{Column, Sortable};
use super::reading::Reading;
use super::state::State;
use super::texts::{Texts, push_words};
use super::twins::{Core, Hashes};
use crate::domain::client::{Client, ClientId, ClientKind};
use crate::domain::duplicate::Marks;
use crate::domain::phone::Phone;

/// A client with what is known beside its record, ready to be searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) id: ClientId,
    pub(super) state: State,
    /// The folded words of the name, each with a space before it.
    pub(super) name: String,
    pub(super) texts: Texts,
    /// What twins are found by.
    pub(super) marks: Hashes,
    /// What of the name is compared with other names.
    pub(super) core: Core,
    /// What filters ask for.
    pub(super) holding: Holding,
    keys: Vec<u8>,
    ends: [usize; Column::KEYED],
}

impl Document {
    /// Reads a client and what is known beside its record.
    pub fn of(client: &Client, known: Known<'_>, reading: &Reading) -> Self {
        let marks = Marks::of(client);
        let mut document = Self {
            id: client.id,
            state: State::of(client, reading.setup()),
            name: String::with_capacity(48),
            texts: Texts::of(client, known, reading.setup()),
            marks: Hashes::of(&marks),
            core: Core::default(),
            holding: Holding::of(client, &reading.setup().home),
            keys: Vec::with_capacity(128),
            ends: [0; Column::KEYED],
        };
        let name = client.name();
        push_words(&name, &mut document.name);
        document.core = Core::of(&document.name, &marks.name);
        document.make_keys(client, &name, reading);
        document
    }

    /// The client that was read.
    pub fn id(&self) -> ClientId {
        self.id
    }

    fn make_keys(&mut self, client: &Client, name: &str, reading: &Reading) {
        for (end, column) in self.ends.iter_mut().zip(Column::ALL) {
            let keys = &mut self.keys;
            match column {
                Column::Name => reading.push_key(name, keys),
                Column::Contact if client.kind == ClientKind::Company => {
                    reading.push_key(&client.contact.name(), keys);
                }
                Column::City => reading.push_key(&client.address.city, keys),
                Column::Phone => push_phone_key(client.shown_phone(), keys),
                Column::Number => push_number_key(&client.number, keys),
                Column::Contact | Column::State | Column::Categories | Column::Custom(_) => {}
            }
            *end = keys.len();
        }
    }

    /// The key of a column that is read with a client; that of its state for any other one.
    pub(super) fn key(&self, column: Column) -> &[u8] {
        let place = column.place().filter(|place| *place < Column::KEYED);
        let before = place.and_then(|place| place.checked_sub(1)).and_then(|before| self.ends.get(before));
        let start = before.copied().unwrap_or_default();
        match place.and_then(|place| self.ends.get(place)) {
            Some(end) => self.keys.get(start..*end).unwrap_or_default(),
            None => self.state.key(),
        }
    }

    pub(super) fn sortable(&self, column: Column, reading: &Reading) -> Sortable<'_> {
        let cell = match column {
            Column::Categories => Cow::Owned(reading.labels().key_of(&self.holding.categories)),
            Column::Custom(field) => {
                let mut key = Vec::new();
                reading.push_custom_key(field, self.holding.custom(field).unwrap_or_default(), &mut key);
                Cow::Owned(key)
            }
            _ => Cow::Borrowed(self.key(column)),
        };
        Sortable { cell, name: self.key(Column::Name), id: self.id }
    }
}

/// Well-formed numbers come first.
fn push_phone_key(phone: &Phone, key: &mut Vec<u8>) {
    match phone.e164() {
        Some(number) => key.extend_from_slice(number.as_bytes()),
        None if phone.is_empty() => {}
        None => {
            key.push(b'~');
            key.extend_from_slice(phone.typed().as_bytes());
        }
    }
}

/// A number is a code, whatever the language: digits by their value, which their length tells first; letters by
/// their bytes, capital or not.
fn push_number_key(number: &str, key: &mut Vec<u8>) {
    for piece in number.as_bytes().chunk_by(|one, next| one.is_ascii_digit() == next.is_ascii_digit()) {
        if piece.first().is_some_and(u8::is_ascii_digit) {
            let zeros = piece.iter().take_while(|digit| **digit == b'0').count();
            let digits = piece.get(zeros..).unwrap_or_default();
            key.extend([b'0', u8::try_from(digits.len()).unwrap_or(u8::MAX)]);
            key.extend_from_slice(digits);
        } else {
            key.extend(piece.to_ascii_lowercase());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_by_value_and_case_apart() {
        let key = |number: &str| {
            let mut key = Vec::new();
            push_number_key(number, &mut key);
            key
        };
        let sorted = ["0", "7", "0042", "999", "1000", "12345678901", "a1", "A2", "a10", "b-3", "b-20"];
        assert!(sorted.is_sorted_by(|one, next| key(one) < key(next)));
        assert_eq!(key("0042"), key("42"));
        assert_eq!(key("A2"), key("a2"));
        assert_eq!(key(""), [0; 0]);
    }
}
