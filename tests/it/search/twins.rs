//! Likely duplicates.

use super::*;

#[test]
fn the_strongest_likeness_comes_first_and_oneself_never() {
    let name = Marks { name: "asie".into(), ..Marks::default() };
    assert_eq!(Index::empty(reading()).twins(&name, ClientId::NEW), []);
    let mut clients =
        vec![company(1, "Asie"), company(2, "Asie SARL"), company(3, "Asie"), company(4, "Europe")];
    clients[2].status = Status::Archived;
    clients[2].siren = "552008443".into();
    clients[3].email = "A@orange.fr".into();
    let marks =
        Marks::of(&Client { siren: "552008443".into(), email: "a@orange.fr".into(), ..company(0, "Asie") });
    let clients = without_notes(clients);
    let index = index(&clients);
    // What two clients have in common is told by the marks; the index must tell the same.
    let expected = |except: u64| {
        let likeness = |client: &Client| Marks::of(client).likeness(&marks);
        let mut twins: Vec<_> =
            clients.iter().filter_map(|(client, _)| Some((client.id, likeness(client)?))).collect();
        twins.retain(|(id, _)| id.0 != except);
        twins.sort_by_key(|(id, likeness)| (*likeness, *id));
        twins
    };
    assert_eq!(index.twins(&marks, ClientId::NEW), expected(0));
    assert_eq!(index.twins(&marks, ClientId(1)), expected(1));
    assert_eq!(index.with([(ClientId(3), None)]).twins(&marks, ClientId::NEW), expected(3));
    let changed = index.with([(ClientId(1), Some((&clients[0].0, [].as_slice())))]);
    assert_eq!(changed.twins(&marks, ClientId::NEW), expected(0));
    assert_eq!(index.twins(&Marks::default(), ClientId::NEW), Vec::<(ClientId, Likeness)>::new());
}

#[test]
fn twenty_are_enough() {
    let same = |id| Client { email: "a@orange.fr".into(), ..company(id, &format!("Client {id}")) };
    let index = index(&without_notes((1..=30).map(same).collect()));
    let twins = index.twins(&Marks::of(&same(0)), ClientId(2));
    let expected = if Marks::of(&same(0)).email.is_empty() { 0 } else { 20 };
    assert_eq!(twins.len(), expected);
}
