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
    let changed = index.with([now(&clients[0].0, &[])]);
    assert_eq!(twins(&changed, 0), [siren, email, one, two]);
    let renamed = index.with([now(&company(1, "Afrique"), &[])]);
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

#[test]
fn near_names_are_the_weakest_likeness() {
    let mut clients = vec![
        company(1, "Boulangerie Lefebvre"),
        company(2, "SARL Boulangerie Lefèvre"),
        company(3, "Boulangerie Durand"),
        company(4, "Lefèvre boulangerie"),
        company(5, "Boulengerie Lefebvre"),
        company(6, "Boulangeriele Fèvre"),
        individual(7, "Lefèvre", "Boulangeries"),
        company(8, "Autre"),
        company(9, "Boulangerie Lefèvre et fils"),
    ];
    clients[0].status = Status::Archived;
    clients[7].vat_number = "be 0403.199.702".into();
    let clients = without_notes(clients);
    let sought = Client { vat_number: "BE0403199702".into(), ..company(0, "Boulangerie Lefèvre SAS") };
    let marks = Marks::of(&sought);
    let expected = [
        (8, Likeness::Vat),
        (2, Likeness::Name),
        (1, Likeness::NearName),
        (4, Likeness::NearName),
        (6, Likeness::NearName),
        (7, Likeness::NearName),
    ];
    let expected = expected.map(|(id, likeness)| (ClientId(id), likeness));
    let index = index(&clients);
    assert_eq!(index.twins(&marks, ClientId::NEW), expected);
    // The same of what stands beside the base, and of what is merged.
    let changes = clients.iter().map(|(client, _)| now(client, &[]));
    let beside = Index::empty(reading()).with(changes);
    assert_eq!(beside.twins(&marks, ClientId::NEW), expected);
    assert_eq!(beside.merged().twins(&marks, ClientId::NEW), expected);
    let without = index.with([(ClientId(4), None), (ClientId(2), None)]);
    assert_eq!(without.twins(&marks, ClientId(1)), [expected[0], expected[4], expected[5]]);
    // A number has no slips; what stands beside it has.
    let suisses = self::index(&without_notes(vec![
        company(1, "3 Suises"),
        company(2, "4 Suisses"),
        company(3, "5 Suisses"),
    ]));
    let marks = Marks { name: "suisses 3".into(), ..Marks::default() };
    assert_eq!(suisses.twins(&marks, ClientId::NEW), [(ClientId(1), Likeness::NearName)]);
    let numbered = Marks { name: "9".into(), ..Marks::default() };
    let digits = self::index(&without_notes(vec![company(1, "9 SARL"), company(2, "8"), company(3, "9 9")]));
    assert_eq!(digits.twins(&numbered, ClientId::NEW), [(ClientId(1), Likeness::Name)]);
}

#[test]
fn the_rare_word_may_be_the_misspelt_one_or_not() {
    let names = ["Garage Dupont", "Garage Dupond", "Garage Martin", "Garage Petit", "Garages Dupont"];
    let clients: Vec<_> = names.iter().zip(1..).map(|(name, id)| company(id, name)).collect();
    let index = index(&without_notes(clients));
    let twins = |name: &str| -> Vec<u64> {
        let marks = Marks { name: name.into(), ..Marks::default() };
        index.twins(&marks, ClientId::NEW).into_iter().map(|(id, _)| id.0).collect()
    };
    assert_eq!(twins("garage dupont"), [1, 2, 5]);
    assert_eq!(twins("garage dupons"), [1, 2]);
    assert_eq!(twins("grage petit"), [4]);
    assert_eq!(twins("petit garage"), [4]);
    assert_eq!(twins("martins garage"), [3]);
    assert_eq!(twins("petit"), [0; 0]);
}
