//! Where a client was found, if not in what the table shows.

use std::cmp::Reverse;
use std::ops::Range;

use chrono::NaiveDate;

use super::digits::Digits;
use super::known::Known;
use super::scan::Searched;
use super::spaced::Spaced;
use super::terms::{NEAR, NONE, Term, Terms};
use super::texts::{Texts, country_names};
use super::trace::marks;
use crate::domain::address::Address;
use crate::domain::client::{Client, ClientKind, Contact};
use crate::domain::custom_field::FieldKind;
use crate::domain::field::Field;
use crate::domain::phone::Phone;
use crate::domain::setup::Setup;

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
    /// The name of a file.
    Attachment,
    /// The name of a category.
    Category,
}

/// Where a word of the query was found that is in none of name, contact, city and telephone. None if each is in one
/// of these, if the client does not match, or if what is nowhere as typed is near its name. If several were found elsewhere, the first word counts.
pub fn found_in(client: &Client, known: Known<'_>, setup: &Setup, query: &str) -> Option<FoundIn> {
    let (name, shown) = shown(client);
    let shown = Searched { name: &name, texts: &shown, categories: "" };
    let is_shown = |term: &Term| shown.rank(term) < NEAR;
    let terms = Terms::of(query).list;
    let mut sought = terms.iter().filter(|term| !is_shown(term)).peekable();
    sought.peek()?;
    let pieces = hidden(client, known, setup);
    let find = |term: &Term| pieces.iter().find(|piece| piece.has(term));
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
    texts.phone(client.shown_phone());
    (name.shared, texts)
}

/// A text that the table does not show.
struct Piece {
    place: Place,
    text: String,
    texts: Texts,
}

impl Piece {
    fn has(&self, term: &Term) -> bool {
        Searched { name: "", texts: &self.texts, categories: "" }.rank(term) != NONE
    }
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

fn hidden(client: &Client, known: Known<'_>, setup: &Setup) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    pieces.add(Place::Field(Field::Number), &client.number, Texts::number);
    pieces.phone(Place::Field(Field::Mobile), &client.mobile);
    pieces.add(Place::Field(Field::Email), &client.email, Texts::email);
    pieces.address(&client.address, Place::Field);
    for field in [Field::Siret, Field::Siren, Field::VatNumber, Field::OtherId] {
        pieces.add(Place::Field(field), client.text(field), Texts::number);
    }
    pieces.add(Place::Field(Field::Website), &client.website, Texts::words);
    pieces.add(Place::Field(Field::Terms), &client.terms, Texts::terms);
    for contact in [&client.contact].into_iter().chain(&client.contacts) {
        pieces.contact(contact);
    }
    if let Some(address) = &client.delivery_address {
        pieces.address(address, |_| Place::DeliveryAddress);
    }
    for category in client.categories.iter().filter_map(|id| setup.category(*id)) {
        pieces.add(Place::Category, &category.name, Texts::words);
    }
    for (field, value) in &client.custom {
        let kind = setup.field(*field).map(|field| field.kind);
        let typed = typed(kind, value, setup.point);
        pieces.add(Place::Custom(*field), &typed, |texts, _| texts.custom(kind, value, &setup.home));
    }
    let mut notes: Vec<_> = known.notes.iter().collect();
    notes.sort_by_key(|note| Reverse((note.date, note.id)));
    for note in notes {
        pieces.add(Place::Note { id: note.id, date: note.date }, &note.text, Texts::words);
    }
    for file in known.attachments {
        pieces.add(Place::Attachment, &file.name, Texts::words);
    }
    pieces.0
}

/// The value of a custom field as it is typed, so that what was typed is marked in it.
fn typed(kind: Option<FieldKind>, value: &str, point: char) -> String {
    match kind {
        Some(FieldKind::Number | FieldKind::Amount) => value.replace('.', point.encode_utf8(&mut [0; 4])),
        Some(FieldKind::Date) => value
            .parse::<NaiveDate>()
            .map_or_else(|_| value.to_owned(), |day| day.format("%d/%m/%Y").to_string()),
        _ => value.to_owned(),
    }
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
