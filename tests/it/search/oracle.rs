//! The index against the plain scan, over generated books.

use comptoir::search::Document;
use comptoir::search::scan::scan;
use proptest::prelude::*;

use super::books::{Book, Entry, anew, documents, setup, some_client, some_query, step, take, words};
use super::*;

fn reminders(book: &Book) -> Vec<Reminder> {
    let of = |note: &Note| note.remind.map(|day| Reminder { day, note: note.id, client: note.client });
    let mut reminders: Vec<_> = book.values().flat_map(|entry| entry.known().notes).filter_map(of).collect();
    reminders.sort();
    reminders
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn the_index_finds_what_the_plain_scan_finds(
        clients in prop::collection::vec(some_client(), 0..12),
        steps in prop::collection::vec(step(), 0..12),
        queries in prop::collection::vec(some_query(), 1..12),
    ) {
        let mut setup = setup();
        let reading = Arc::new(Reading::new("fr", setup.clone()));
        let mut book: Book = clients.into_iter().map(|entry| (entry.client.id, entry)).collect();
        let mut index = anew(&book, &reading, 2);
        for step in steps {
            index.prepare(Sort { column: Column::City, descending: true });
            index.prepare(Sort { column: Column::Categories, descending: false });
            index.prepare(Sort { column: Column::Custom(3), descending: false });
            index = take(&index, &mut book, &mut setup, step);
        }
        let reading = Arc::new(Reading::new("fr", setup.clone()));
        let documents = documents(&book, &reading);
        let rebuilt = anew(&book, &reading, 3);
        for query in queries {
            let found = index.find(&query);
            prop_assert_eq!(&found, &scan(&documents, &reading, &query), "{:?}", query);
            prop_assert_eq!(&found, &rebuilt.find(&query), "{:?}", query);
        }
        prop_assert_eq!(index.reminders(), reminders(&book));
        prop_assert_eq!(rebuilt.reminders(), reminders(&book));
        for (id, Entry { client, .. }) in &book {
            prop_assert_eq!(index.state(*id), Some(State::of(client, &setup)));
            let marks = Marks::of(client);
            let twins = book.values().filter(|other| other.client.id != *id);
            let mut twins: Vec<_> =
                twins.filter_map(|Entry { client, .. }| Some((client.id, marks.likeness(&Marks::of(client))?))).collect();
            twins.sort_by_key(|(id, likeness)| (*likeness, *id));
            prop_assert_eq!(index.twins(&marks, *id), twins);
        }
    }

    #[test]
    fn marks_stand_in_order_inside_the_text(text in "\\PC{0,30}", query in "\\PC{0,8}") {
        let mut end = None;
        for mark in comptoir::search::marks(&text, &query) {
            prop_assert!(end.is_none_or(|end| end < mark.start) && mark.start < mark.end);
            prop_assert!(text.get(mark.clone()).is_some());
            end = Some(mark.end);
        }
    }

    #[test]
    fn what_is_found_in_a_name_is_marked(name in words(), query in some_query()) {
        let clients = [Document::of(&Client { number: String::new(), ..company(1, &name) }, Known::default(), &reading())];
        let is_found = query.text.contains(char::is_alphanumeric) && scan(&clients, &reading(), &Query::text(query.text.clone())).exact > 0;
        prop_assert_eq!(is_found && comptoir::search::marks(&name, &query.text).is_empty(), false);
    }
}
