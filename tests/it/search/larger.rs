//! The index against the plain scan, over a book in which words are many and clients share them.

use comptoir::search::scan::scan;

use super::books::{Book, Entry, Step, anew, documents, setup, take};
use super::*;

/// Columns of custom fields; the last one nobody has.
const CUSTOM: [Column; 3] = [Column::Custom(1), Column::Custom(3), Column::Custom(4)];

#[test]
fn a_larger_book_stays_right_through_changes_and_merges() {
    // The same run every time: a small generator with a fixed seed.
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let syllables = [
        "le", "fè", "vre", "mar", "tin", "bou", "lan", "ge", "rie", "du", "pont", "sau", "étoi", "œil", "ne",
        "ra",
    ];
    let mut client = |id: u64| {
        let mut word =
            |most: usize| (0..=next(most)).map(|_| syllables[next(syllables.len())]).collect::<String>();
        let mut client = company(id, &format!("{} {}", word(3), word(2)));
        client.contact.last_name = word(2);
        client.address.city = word(1);
        client.email = format!("{}@{}.fr", word(2), word(1));
        let of_field = word(1);
        let digits: String = (0..9).map(|_| char::from(b'0' + u8::try_from(next(10)).unwrap())).collect();
        client.phone = phone(&format!("0{digits}"));
        client.status = if next(9) == 0 { Status::Archived } else { Status::Active };
        let text: Vec<_> = (0..next(6)).map(|_| syllables[next(syllables.len())]).collect();
        client.categories = (1..4).filter(|_| next(4) == 0).collect();
        let custom = [(1, of_field), (3, next(90).to_string())];
        client.custom = custom.into_iter().filter(|_| next(3) > 0).collect();
        Entry { client, notes: vec![note(id, id, 3, &text.join(" "))], files: Vec::new() }
    };
    let mut setup = setup();
    let reading = Arc::new(Reading::new("fr", setup.clone()));
    let mut book: Book = (1..=2_000).map(|id| (ClientId(id), client(id))).collect();
    let changes: Vec<_> = (0..600_u64).map(|turn| client(turn * 7_919 % 2_300 + 1)).collect();
    let mut index = anew(&book, &reading, 2);
    for (turn, entry) in changes.into_iter().enumerate() {
        let id = entry.client.id.0;
        let step = if turn % 5 == 4 { Step::Remove(id) } else { Step::Put(Box::new(entry)) };
        index = take(&index, &mut book, &mut setup, step);
        if index.needs_merge() && turn % 2 == 0 {
            index = index.merged();
        }
    }
    let named = categories(&[(1, "Boulangers"), (2, "Le Mar"), (3, "Œil")]);
    index = take(&index, &mut book, &mut setup, Step::Name(named));
    let reading = Arc::new(Reading::new("fr", setup));
    let documents = documents(&book, &reading);
    let texts =
        "m ma mar marti fè le bou boulan|l e œ|œil mar|ra ne|06 1 12 123 4567|@ne|duponne@|etoi ra le"
            .split(['|', ' ']);
    for (text, turn) in texts.zip(0..) {
        let column = Column::ALL.into_iter().chain(CUSTOM).nth(turn % 10).unwrap();
        let sort = Sort { column, descending: turn % 2 == 0 };
        let query = Query { sort, ..Query::text(text) };
        assert_eq!(index.find(&query), scan(&documents, &reading, &query), "{text}");
        let is = if turn % 3 == 0 { Condition::Is("12".to_owned()) } else { Condition::Filled };
        let custom = vec![CustomFilter { field: 3, is }];
        let filter = Filter { categories: vec![1, 3], all: turn % 2 == 1, custom, ..Filter::default() };
        let query = Query { filter, ..query };
        assert_eq!(index.find(&query), scan(&documents, &reading, &query), "{text}");
    }
    near_names_are_found(&index, &book, &documents, &reading);
    assert_eq!(index.find(&Query::default()), anew(&book, &reading, 2).find(&Query::default()));
}

/// Misspelt words find what the plain scan finds, many near names among them.
fn near_names_are_found(
    index: &Index,
    book: &Book,
    documents: &[comptoir::search::Document],
    reading: &Arc<Reading>,
) {
    let mut near = 0;
    for (word, other) in
        [("martn", "fevr"), ("dupnt", "sau"), ("boulan", "etiol"), ("gerei", "oeil"), ("tinle", "mra")]
    {
        for text in [format!("{word} {other}"), format!("{other} {word} m"), format!("06 {word} {other}")] {
            let found = index.find(&Query::text(text.clone()));
            assert_eq!(found, scan(documents, reading, &Query::text(text.clone())), "{text}");
            near += found.total() - found.exact;
        }
    }
    assert!(near > 20, "{near} near names");
    // A telephone leaves so few that their names are looked at one by one.
    let few = book.values().take(50).filter_map(|Entry { client, .. }| {
        let word = client.company.split(' ').find(|word| word.chars().count() > 4)?;
        let misspelt: String = word.chars().take(1).chain(word.chars().skip(2)).collect();
        Some(format!("{} {misspelt}", client.phone.typed()))
    });
    let mut near = 0;
    for text in few {
        let found = index.find(&Query::text(text.clone()));
        assert_eq!(found, scan(documents, reading, &Query::text(text.clone())), "{text}");
        near += found.total() - found.exact;
    }
    assert!(near > 20, "{near} near names");
}
