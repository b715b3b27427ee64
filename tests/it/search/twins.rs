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
    let twins = |index: &Index, except: u64| -> Vec<(u64, Likeness)> {
        index.twins(&marks, ClientId(except)).into_iter().map(|(id, likeness)| (id.0, likeness)).collect()
    };
    let [siren, email, one, two] =
        [(3, Likeness::Siren), (4, Likeness::Email), (1, Likeness::Name), (2, Likeness::Name)];
    assert_eq!(twins(&index, 0), [siren, email, one, two]);
    assert_eq!(twins(&index, 1), [siren, email, two]);
    assert_eq!(twins(&index.with([(ClientId(3), None)]), 0), [email, one, two]);
    let changed = index.with([(ClientId(1), Some((&clients[0].0, [].as_slice())))]);
    assert_eq!(twins(&changed, 0), [siren, email, one, two]);
    let renamed = index.with([(ClientId(1), Some((&company(1, "Afrique"), [].as_slice())))]);
    assert_eq!(twins(&renamed, 0), [siren, email, two]);
    assert_eq!(index.twins(&Marks::default(), ClientId::NEW), []);
}

#[test]
fn twenty_are_enough() {
    let same = |id| Client { email: "a@orange.fr".into(), ..company(id, &format!("Client {id}")) };
    let index = index(&without_notes((1..=30).map(same).collect()));
    let twins = index.twins(&Marks::of(&same(0)), ClientId(2));
    let expected: Vec<_> = (1..=21).filter(|id| *id != 2).map(|id| (ClientId(id), Likeness::Email)).collect();
    assert_eq!(twins, expected);
}
