//! A client as the index reads it: folded once, with the bytes it sorts by.

use super::flat::hash;
use super::order::{Column, Sortable};
use super::reading::Reading;
use super::state::State;
use super::texts::{Texts, push_words};
use crate::domain::client::{Client, ClientId, ClientKind};
use crate::domain::duplicate::{Likeness, Marks};
use crate::domain::note::Note;
use crate::domain::phone::Phone;

/// A client with its notes, ready to be searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) id: ClientId,
    pub(super) state: State,
    /// The folded words of the name, each with a space before it.
    pub(super) name: String,
    pub(super) texts: Texts,
    /// What twins are found by.
    pub(super) marks: Hashes,
    keys: Vec<u8>,
    ends: [usize; Column::KEYED],
}

impl Document {
    /// Reads a client and the notes about it.
    pub fn of(client: &Client, notes: &[Note], reading: &Reading) -> Self {
        let mut document = Self {
            id: client.id,
            state: State::of(client, reading.policy()),
            name: String::with_capacity(48),
            texts: Texts::of(client, notes),
            marks: Hashes::of(&Marks::of(client)),
            keys: Vec::with_capacity(128),
            ends: [0; Column::KEYED],
        };
        let name = client.name();
        push_words(&name, &mut document.name);
        document.make_keys(client, &name, reading);
        document
    }

    /// The client that was read.
    pub fn id(&self) -> ClientId {
        self.id
    }

    fn make_keys(&mut self, client: &Client, name: &str, reading: &Reading) {
        let contact = if client.kind == ClientKind::Company { client.contact.name() } else { String::new() };
        let texts =
            [Some(name), Some(contact.as_str()), Some(&client.address.city), None, Some(&client.number)];
        let (ends, keys) = (&mut self.ends, &mut self.keys);
        for (end, text) in ends.iter_mut().zip(texts) {
            match text {
                Some(text) => reading.push_key(text, keys),
                None => push_phone_key(shown_phone(client), keys),
            }
            *end = keys.len();
        }
    }

    pub(super) fn key(&self, column: Column) -> &[u8] {
        let place = column.place();
        let start =
            place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        match self.ends.get(place) {
            Some(end) => self.keys.get(start..*end).unwrap_or_default(),
            None => self.state.key(),
        }
    }

    pub(super) fn sortable(&self, column: Column) -> Sortable<'_> {
        Sortable { cell: self.key(column), name: self.key(Column::Name), id: self.id }
    }
}

/// The telephone that stands in the table.
pub(super) fn shown_phone(client: &Client) -> &Phone {
    if client.phone.is_empty() { &client.mobile } else { &client.phone }
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

/// What twins are found by: SIREN, e-mail, two telephones, name; 0 where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hashes {
    siren: u64,
    email: u64,
    phones: [u64; 2],
    name: u64,
}

impl Hashes {
    pub(super) fn of(marks: &Marks) -> Self {
        let of = |text: &str| if text.is_empty() { 0 } else { hash(text.as_bytes()).max(1) };
        let [phone, mobile] = &marks.phones;
        Self {
            siren: of(&marks.siren),
            email: of(&marks.email),
            phones: [of(phone), of(mobile)],
            name: of(&marks.name),
        }
    }

    /// As [`Marks::likeness`].
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        let same = |one: u64, other: u64| one != 0 && one == other;
        if same(self.siren, other.siren) {
            Some(Likeness::Siren)
        } else if same(self.email, other.email) {
            Some(Likeness::Email)
        } else if self.phones.iter().any(|one| other.phones.iter().any(|two| same(*one, *two))) {
            Some(Likeness::Phone)
        } else if same(self.name, other.name) {
            Some(Likeness::Name)
        } else {
            None
        }
    }
}
