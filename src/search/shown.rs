//! Where a client was found, if not in what the table shows.

use std::cmp::Reverse;
use std::ops::Range;

use chrono::NaiveDate;

use super::digits::Digits;
use super::document::shown_phone;
use super::scan::rank_of;
use super::terms::{NEAR, NONE, Spaced, Term, Terms};
use super::texts::{Texts, country_names};
use super::trace::marks;
use crate::domain::address::Address;
use crate::domain::client::{Client, ClientKind, Contact};
use crate::domain::field::Field;
use crate::domain::note::Note;
use crate::domain::phone::Phone;

/// A match in something that the table does not show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundIn {
    /// In what.
    pub place: Place,
    /// The value, or a piece of it: one line, some sixty characters at most.
    pub excerpt: String,
    /// The byte ranges of the excerpt that match.
    pub marks: Vec<Range<usize>>,
}

/// Something of a client that the table does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A field.
    Field(Field),
    /// A contact: a further one, or what else is known of the main one.
    Contact,
    /// The delivery address.
    DeliveryAddress,
    /// A custom field, by its id.
    Custom(u64),
    /// A note.
    Note {
        /// Its id.
        id: u64,
        /// The day it stands under.
        date: NaiveDate,
    },
}

/// Where a word of the query was found that is in none of name, contact, city and telephone. None if each is in one
/// of these, if the client does not match, or if what is nowhere as typed is near its name. If several were found elsewhere, the first word counts.
pub fn found_in(client: &Client, notes: &[Note], query: &str) -> Option<FoundIn> {
    let (name, shown) = shown(client);
    let is_shown = |term: &Term| rank_of(&name, &shown, term) < NEAR;
    let terms = Terms::of(query).list;
    let mut sought = terms.iter().filter(|term| !is_shown(term)).peekable();
    sought.peek()?;
    let pieces = hidden(client, notes);
    let find = |term: &Term| pieces.iter().find(|piece| rank_of("", &piece.texts, term) != NONE);
    let piece = sought.find_map(|term| {
        find(term).or_else(|| words_of(term).iter().filter(|word| !is_shown(word)).find_map(find))
    })?;
    let excerpt = excerpt(&piece.text, query);
    Some(FoundIn { place: piece.place, marks: marks(&excerpt, query), excerpt })
}

/// The words of a run of digits, each by itself.
fn words_of(term: &Term) -> Vec<Term> {
    match term {
        Term::Word(_) => Vec::new(),
        Term::Digits(digits) => {
            let each = |word: &Spaced| Term::Digits(Digits::of(word.word(), &[word.word().to_owned()]));
            digits.words.iter().map(each).collect()
        }
    }
}

fn shown(client: &Client) -> (String, Texts) {
    let (mut name, mut texts) = (Texts::default(), Texts::default());
    name.words(&client.name());
    if client.kind == ClientKind::Company {
        texts.words(&client.contact.name());
    }
    texts.words(&client.address.city);
    texts.phone(shown_phone(client));
    (name.shared, texts)
}

/// A text that the table does not show.
struct Piece {
    place: Place,
    text: String,
    texts: Texts,
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn add(&mut self, place: Place, text: &str, read: impl FnOnce(&mut Texts, &str)) {
        if !text.is_empty() {
            let mut texts = Texts::default();
            read(&mut texts, text);
            self.0.push(Piece { place, text: text.to_owned(), texts });
        }
    }

    fn phone(&mut self, place: Place, phone: &Phone) {
        self.add(place, phone.typed(), |texts, _| texts.phone(phone));
    }

    fn contact(&mut self, contact: &Contact) {
        self.add(Place::Contact, &contact.name(), Texts::words);
        self.add(Place::Contact, &contact.role, Texts::words);
        self.add(Place::Contact, &contact.email, Texts::email);
        self.phone(Place::Contact, &contact.phone);
    }

    fn address(&mut self, address: &Address, place: impl Fn(Field) -> Place) {
        let fields =
            [Field::Street, Field::Street2, Field::Postcode, Field::City, Field::Region, Field::Country];
        for (field, line) in fields.into_iter().zip(address.lines()) {
            self.add(place(field), line, Texts::words);
        }
        for name in country_names(&address.country) {
            self.add(place(Field::Country), name, Texts::words);
        }
    }
}

fn hidden(client: &Client, notes: &[Note]) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    pieces.add(Place::Field(Field::Number), &client.number, Texts::number);
    pieces.phone(Place::Field(Field::Mobile), &client.mobile);
    pieces.add(Place::Field(Field::Email), &client.email, Texts::email);
    pieces.address(&client.address, Place::Field);
    for field in [Field::Siret, Field::Siren, Field::VatNumber] {
        pieces.add(Place::Field(field), client.text(field), Texts::number);
    }
    pieces.add(Place::Field(Field::Website), &client.website, Texts::words);
    pieces.add(Place::Field(Field::Terms), &client.terms, Texts::words);
    for contact in [&client.contact].into_iter().chain(&client.contacts) {
        pieces.contact(contact);
    }
    if let Some(address) = &client.delivery_address {
        pieces.address(address, |_| Place::DeliveryAddress);
    }
    for (field, value) in &client.custom {
        pieces.add(Place::Custom(*field), value, Texts::words);
    }
    let mut notes: Vec<_> = notes.iter().collect();
    notes.sort_by_key(|note| Reverse((note.date, note.id)));
    for note in notes {
        pieces.add(Place::Note { id: note.id, date: note.date }, &note.text, Texts::words);
    }
    pieces.0
}

/// Characters before the first mark of an excerpt.
const BEFORE: usize = 20;
/// Characters of an excerpt, its dots apart.
const LENGTH: usize = 60;

/// One line around the first match.
fn excerpt(text: &str, query: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = line.chars().count();
    if length <= LENGTH {
        return line;
    }
    let matched = marks(&line, query).first().map_or(0, |mark| mark.start);
    let before = line.char_indices().take_while(|(at, _)| *at < matched).count();
    let start = before.saturating_sub(BEFORE).min(length - LENGTH);
    let piece: String = line.chars().skip(start).take(LENGTH).collect();
    let dots = |cut: bool| if cut { "…" } else { "" };
    format!("{}{}{}", dots(start > 0), piece.trim(), dots(start + LENGTH < length))
}
