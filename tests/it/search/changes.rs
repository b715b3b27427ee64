//! The index through changes.

use super::*;

#[test]
fn a_change_is_found_at_once_and_what_was_is_not() {
    let before = index(&without_notes(vec![company(1, "Asie"), company(2, "Boulangerie")]));
    let changed = company(2, "Garage");
    let notes = [note(1, 1, 3, "Vermeil")];
    let asie = company(1, "Asie");
    let after = before.with([now(&changed, &[]), now(&asie, &notes)]);
    assert_eq!(after.find(&Query::text("boul")).rows, []);
    assert_eq!(after.find(&Query::text("garage")).rows, [ClientId(2)]);
    assert_eq!(after.find(&Query::text("vermeil")).rows, [ClientId(1)]);
    assert_eq!(before.find(&Query::text("boul")).rows, [ClientId(2)]);
    let gone = after.with([(ClientId(1), None), (ClientId(9), None)]);
    assert_eq!(gone.find(&Query::default()).rows, [ClientId(2)]);
    assert_eq!(gone.counts().registered, 1);
    assert_eq!(gone.state(ClientId(1)), None);
    assert_eq!(gone.merged().state(ClientId(1)), None);
    let back = gone.with([now(&asie, &notes)]);
    assert_eq!(back.find(&Query::default()).rows, [ClientId(1), ClientId(2)]);
}

#[test]
fn counts_and_states_follow() {
    let archived = Client { status: Status::Archived, ..company(2, "B") };
    let index = index(&without_notes(vec![company(1, "A"), archived.clone()]));
    let counts = Counts { registered: 2, archived: 1, to_complete: 1, to_check: 0 };
    assert_eq!(index.counts(), counts);
    assert_eq!(index.find(&Query::text("nobody")).counts, counts);
    assert_eq!(counts.active(), 1);
    let index = index.with([now(&Client { id: ClientId(1), ..archived }, &[])]);
    assert_eq!(index.counts(), Counts { registered: 2, archived: 2, to_complete: 0, to_check: 0 });
    assert_eq!(index.state(ClientId(1)), Some(State { archived: true, to_complete: true, to_check: false }));
    assert_eq!(index.state(ClientId(2)), Some(State { archived: true, to_complete: true, to_check: false }));
    assert_eq!(index.state(ClientId(3)), None);
}

#[test]
fn a_merge_is_due_after_many_changes_and_changes_nothing() {
    let mut index = Index::empty(reading());
    assert_eq!(index.find(&Query::default()).total(), 0);
    let clients: Vec<_> = (1..=257).map(|id| company(id, &format!("Client {id}"))).collect();
    for client in &clients[..256] {
        index = index.with([now(client, &[])]);
    }
    assert!(!index.needs_merge());
    index = index.with([now(&clients[256], &[])]);
    assert!(index.needs_merge());
    let merged = index.merged();
    assert!(!merged.needs_merge());
    assert_eq!(merged.find(&Query::text("client 25")), index.find(&Query::text("client 25")));
    assert_eq!(merged.find(&Query::text("client 25")).total(), 11);
}

#[test]
fn a_row_is_found_again() {
    let found = index(&without_notes(vec![company(5, "B"), company(6, "A")])).find(&Query::default());
    assert_eq!(found.position(ClientId(5)), Some(1));
    assert_eq!(found.position(ClientId(7)), None);
    assert_eq!(found.total(), 2);
}

#[test]
fn a_larger_base_bears_more_changes() {
    let clients: Vec<_> = (1..=513).map(|id| company(id, "Client")).collect();
    let mut index = index(&without_notes(clients.clone()));
    // Each change counts twice: what has gone from the base, and what stands beside it.
    for client in &clients[..129] {
        index = index.with([now(client, &[])]);
    }
    assert!(!index.needs_merge());
    assert!(index.with([(ClientId(200), None)]).needs_merge());
}
