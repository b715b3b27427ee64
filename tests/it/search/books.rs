//! Generated books, queries and changes.

use std::collections::BTreeMap;

use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::search::Document;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// A client with everything that is known of it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) client: Client,
    pub(super) notes: Vec<Note>,
    pub(super) files: Vec<Attachment>,
}

impl Entry {
    pub(super) fn known(&self) -> Known<'_> {
        Known { notes: &self.notes, attachments: &self.files }
    }
}

pub(super) type Book = BTreeMap<ClientId, Entry>;

/// Words that share beginnings, insides, accents and digits.
const WORDS: [&str; 24] = [
    "Lefèvre",
    "lefe",
    "Boulangerie",
    "boule",
    "L’Œuf",
    "œuvre",
    "Île-de-Ré",
    "ile",
    "Saint-Étienne",
    "etienne",
    "12",
    "75001",
    "750",
    "Éa",
    "ea",
    "cote",
    "côté",
    "a",
    "é",
    "Straße",
    "9",
    "10",
    "Ελλάδα",
    "x1y2",
];

pub(super) fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(select(WORDS.as_slice()), 0..4).prop_map(|words| words.join(" "))
}

fn some_phone() -> impl Strategy<Value = Phone> {
    select(vec![
        phone(""),
        phone("01 42 60 30 30"),
        phone("+32 2 512 34 56"),
        phone("88601531"),
        phone("06 12 10 75 00"),
        phone("01 poste 9"),
    ])
}

/// Some categories of four, their names from the words.
fn some_categories() -> impl Strategy<Value = Vec<Category>> {
    let names = prop::collection::vec(words(), 4);
    (names, 0..5_u64).prop_map(|(names, without)| {
        let named = (1..).zip(names).filter(|(id, _)| *id != without);
        named.map(|(id, name)| Category { id, name, ..Category::default() }).collect()
    })
}

/// A custom field of each kind, from 1 on.
fn fields() -> Vec<CustomField> {
    let choices = ["Boule", "lefe", "12"].map(str::to_owned).to_vec();
    let field = |(kind, id): (FieldKind, u64)| {
        let choices = if kind == FieldKind::Choice { choices.clone() } else { Vec::new() };
        CustomField { id, name: format!("F{id}"), kind, choices, ..CustomField::default() }
    };
    FieldKind::ALL.into_iter().zip(1..).map(field).collect()
}

/// Values that are right in one kind or another.
const VALUES: [&str; 20] = [
    "yes",
    "no",
    "12",
    "-1.5",
    "750.00",
    "-12",
    "2026-11-24",
    "2026-01-02",
    "lefe",
    "12",
    "Boule",
    "boule.fr",
    "https://lefe.fr/a",
    "a.ea@x1y2.fr",
    "01 42 60 30 30",
    "+33 1 42",
    "Île",
    "9",
    "10",
    "œuvre lefe 12",
];

fn custom() -> impl Strategy<Value = BTreeMap<u64, String>> {
    // One field of twelve is not known.
    prop::collection::btree_map(1..12_u64, select(VALUES.as_slice()).prop_map(str::to_owned), 0..5)
}

fn condition() -> impl Strategy<Value = Condition> {
    let value = || select(VALUES.as_slice()).prop_map(str::to_owned);
    let end = || prop::option::of(value());
    prop_oneof![
        Just(Condition::Filled),
        Just(Condition::Empty),
        value().prop_map(Condition::Is),
        select(vec!["ea", "lefe 1", "0 30", "É", "-", "x1y2 f", "Boule."])
            .prop_map(|text| Condition::Contains(text.to_owned())),
        (end(), end()).prop_map(|(from, to)| Condition::Between { from, to }),
    ]
}

/// Some of a few: most often none.
fn few(of: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    let some = prop::collection::vec(select(of).prop_map(str::to_owned), 1..3);
    prop_oneof![4 => Just(vec![]), 1 => some]
}

fn some_filter() -> impl Strategy<Value = Filter> {
    let status = prop_oneof![
        3 => Just(None),
        2 => select(vec![StateFilter::Active, StateFilter::Archived, StateFilter::ToComplete, StateFilter::ToCheck]).prop_map(Some),
    ];
    let categories = prop_oneof![2 => Just(vec![]), 1 => prop::collection::vec(1..6_u64, 1..3)];
    let custom = (1..13_u64, condition()).prop_map(|(field, is)| CustomFilter { field, is });
    let custom = prop_oneof![3 => Just(vec![]), 1 => prop::collection::vec(custom, 1..3)];
    let places = (
        few(&["FR", "DE", "ile", "RE"]),
        few(&["ea", "SAINT ETIENNE", "Île-de-Ré", ""]),
        few(&["75", "7 5", "d7", "200", ""]),
        few(&["75", "2A", "974", "92"]),
    );
    (status, categories, any::<bool>(), prop::bool::weighted(0.2), places, custom).prop_map(
        |(status, categories, all, uncategorised, (countries, cities, postcodes, departments), custom)| {
            Filter {
                status,
                categories,
                all,
                uncategorised,
                countries,
                cities,
                postcodes,
                departments,
                custom,
            }
        },
    )
}

fn some_column() -> impl Strategy<Value = Column> {
    prop_oneof![2 => select(Column::ALL.as_slice()), 1 => (1..13_u64).prop_map(Column::Custom)]
}

prop_compose! {
    pub(super) fn some_client()(
        (id, name, kind, archived) in (1..12_u64, words(), any::<bool>(), prop::bool::weighted(0.2)),
        (contact, city, street, website) in (words(), words(), words(), words()),
        (phone, mobile) in (some_phone(), some_phone()),
        (email, country, postcode) in (select(vec!["", "a.ea@x1y2.fr", "boule@lefe.fr", "L’Œuf@x", "no address"]), select(vec!["", "DE", "FR", "ile", "RE"]), select(vec!["", "75006", "75 011", "D-75172", "20090", "97400"])),
        (siret, number, vat) in (select(vec!["", "55200844300012", "12 750"]), select(vec!["0012", "C-750", "9", "10"]), select(vec!["", "FR 32 552008443"])),
        (terms, other, delivery, role) in (select(vec!["", "net_30", "receipt", "12 jours ea"]), select(vec!["", "W12 750", "9"]), words(), words()),
        (categories, custom) in (prop::sample::subsequence(vec![4, 2, 1, 3, 5], 0..4), custom()),
        (notes, files) in (prop::collection::vec((words(), prop::option::of(1..9_u32)), 0..3), prop::collection::vec(words(), 0..2)),
    ) -> Entry {
        let mut client = company(id, &name);
        if kind {
            client.kind = ClientKind::Individual;
            (client.first_name, client.last_name) = (std::mem::take(&mut client.company), "Dû".into());
        }
        client.status = if archived { Status::Archived } else { Status::Active };
        client.contact.last_name = contact;
        client.address = Address { street, city, country: country.into(), postcode: postcode.into(), ..Address::default() };
        (client.phone, client.mobile) = (phone, mobile);
        (client.email, client.website) = (email.into(), website);
        (client.siret, client.number, client.vat_number) = (siret.into(), number.into(), vat.into());
        (client.terms, client.other_id) = (terms.into(), other.into());
        client.delivery_address = (!delivery.is_empty()).then(|| Address { city: delivery, ..Address::default() });
        client.contacts = vec![Contact { role, ..Contact::default() }];
        (client.categories, client.custom) = (categories, custom);
        let notes = notes.iter().zip(id * 10..).map(|((text, day), note_id)| {
            Note { remind: day.and_then(|day| NaiveDate::from_ymd_opt(2026, 12, day)), ..note(note_id, id, 3, text) }
        });
        let files = files.iter().zip(id * 10..).map(|(name, file_id)| file(file_id, id, name));
        Entry { client, notes: notes.collect(), files: files.collect() }
    }
}

/// A change of the book or of the index.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Put(Box<Entry>),
    Remove(u64),
    Merge,
    /// The categories are these now.
    Name(Vec<Category>),
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => some_client().prop_map(|client| Step::Put(Box::new(client))),
        2 => (1..12_u64).prop_map(Step::Remove),
        1 => Just(Step::Merge),
        1 => some_categories().prop_map(Step::Name),
    ]
}

pub(super) fn some_query() -> impl Strategy<Value = Query> {
    let digits = select(vec![
        "01 42", "+33 1", "0142", "552 008", "1", "0", "12 75", "75001", "06 12", "0033142", "02 5", "42603",
        "1 2",
    ]);
    let piece = (select(WORDS.as_slice()), 0..3_usize, 1..5_usize)
        .prop_map(|(word, from, length)| word.chars().skip(from).take(length).collect::<String>());
    let email = select(vec!["a.ea@x1y2.fr", "@lefe", "boule@", "a.ea"]);
    let misspelt = select(vec![
        "lefv",
        "lefebvre",
        "LEFÉ",
        "elfe",
        "boulnag",
        "oulengeri",
        "etinne",
        "etie",
        "oevure",
        "starsse",
        "Ελάδα",
        "cott",
        "x1y3",
        "7500",
        "lefevres@",
    ]);
    let word = prop_oneof![
        6 => piece,
        4 => misspelt.prop_map(str::to_owned),
        2 => digits.prop_map(str::to_owned),
        1 => email.prop_map(str::to_owned),
    ];
    let text = prop::collection::vec(word, 0..3).prop_map(|words| words.join(" "));
    (text, some_filter(), some_column(), any::<bool>()).prop_map(|(text, filter, column, descending)| Query {
        text,
        filter,
        sort: Sort { column, descending },
    })
}

pub(super) fn documents(book: &Book, reading: &Reading) -> Vec<Document> {
    book.values().map(|entry| Document::of(&entry.client, entry.known(), reading)).collect()
}

/// The index of a book made anew, in parts.
pub(super) fn anew(book: &Book, reading: &Arc<Reading>, parts: usize) -> Index {
    let clients: Vec<_> = book.values().map(|entry| (&entry.client, entry.known())).collect();
    let parts = clients.chunks(clients.len().div_ceil(parts).max(1));
    let parts: Vec<_> = parts.map(|part| Part::of(part.iter().copied(), reading)).collect();
    Index::join(Arc::clone(reading), &parts)
}

pub(super) fn setup() -> Setup {
    Setup::new(HOME).with(Vec::new(), fields())
}

pub(super) fn take(index: &Index, book: &mut Book, setup: &mut Setup, step: Step) -> Index {
    match step {
        Step::Put(entry) => {
            let id = entry.client.id;
            let after = index.with([(id, Some((&entry.client, entry.known())))]);
            book.insert(id, *entry);
            after
        }
        Step::Remove(id) => {
            book.remove(&ClientId(id));
            index.with([(ClientId(id), None)])
        }
        Step::Merge => index.merged(),
        Step::Name(categories) => {
            *setup = setup.clone().with(categories, fields());
            index.under(setup).unwrap()
        }
    }
}
