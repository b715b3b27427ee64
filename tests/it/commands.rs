//! Commands on the plainest store there is: what each changes, and what it refuses.

use comptoir::domain::client::{Client, ClientId, Status};
use comptoir::domain::command::{
    Act, Belongings, Change, ClientCommand, Command, Done, Import, NoteChange, Refused, Registration,
};
use comptoir::domain::duplicate::Distinct;
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::numbering::Sequence;
use comptoir::domain::record::{Kind, Moment};

use crate::support::book::{company, stamp};
use crate::support::model::Model;
use crate::support::orders::{all, client, done, ids, last, model, refused};

fn register(client: Client, note: &str, distinct_from: &[u64]) -> ClientCommand {
    ClientCommand::Register(Box::new(registration(client, note, distinct_from)))
}

fn registration(client: Client, note: &str, distinct_from: &[u64]) -> Registration {
    let distinct_from = distinct_from.iter().copied().map(ClientId).collect();
    Registration { client, note: note.into(), distinct_from, ..Registration::default() }
}

fn numbered(name: &str, number: &str) -> Client {
    Client { number: number.into(), ..company(name) }
}

fn change(before: &Client, edit: impl FnOnce(&mut Client)) -> Change {
    let mut after = before.clone();
    edit(&mut after);
    Change { before: before.clone(), after, note: None, with: Belongings::default() }
}

fn changing(change: Change) -> ClientCommand {
    ClientCommand::Change(Box::new(change))
}

#[test]
fn registering_gives_id_number_and_moments() {
    let mut model = model(&["Asie"]);
    let typed = Client { id: ClientId(77), created: Moment(1), updated: Moment(2), ..company("Bolido") };
    let result = done(&mut model, register(typed, " Le matin\n", &[]));
    assert_eq!(result, Done { act: Act::RegisterClient, clients: ids(&[2]) });
    let stored = client(&model, 2).unwrap();
    assert_eq!(
        (stored.id, stored.number.as_str(), stored.created, stored.updated),
        (ClientId(2), "0002", stamp(5).at, stamp(5).at)
    );
    assert_eq!(client(&model, 77), None);
    let note = Note {
        id: 1,
        client: ClientId(2),
        date: stamp(5).today,
        kind: NoteKind::Note,
        text: "Le matin".into(),
        pinned: false,
        remind: None,
    };
    assert_eq!(all::<Note>(&model), [note]);
    // A blank note is none.
    done(&mut model, register(company("Cactus"), " \n", &[]));
    assert_eq!(all::<Note>(&model).len(), 1);
}

#[test]
fn a_number_from_outside_is_taken_once_and_the_book_goes_on_from_it() {
    let mut model = model(&[]);
    done(&mut model, register(numbered("Asie", "0041"), "", &[]));
    done(&mut model, register(company("Bolido"), "", &[]));
    assert_eq!(client(&model, 2).unwrap().number, "0042");
    let taken = Refused::NumberTaken { number: "0041".into(), holder: "Asie".into() };
    assert_eq!(refused(&model, register(numbered("Cactus", "0041"), "", &[])), taken);
    // One that is no number, or too long a one, moves nothing; fifteen digits do.
    done(&mut model, register(numbered("Cactus", "C-900"), "", &[]));
    done(&mut model, register(numbered("Dodo", "1000000000000000"), "", &[]));
    assert_eq!(last(&model, Sequence::ClientNumber), 42);
    done(&mut model, register(numbered("Élan", "999999999999999"), "", &[]));
    assert_eq!(last(&model, Sequence::ClientNumber), 999_999_999_999_999);
    // A lower one does not take it back.
    done(&mut model, register(numbered("Fuji", "7"), "", &[]));
    assert_eq!(last(&model, Sequence::ClientNumber), 999_999_999_999_999);
}

#[test]
fn a_client_that_breaks_its_own_rules_is_refused() {
    let model = model(&["Asie"]);
    assert!(matches!(refused(&model, register(Client::default(), "", &[])), Refused::Invalid(_)));
    let asie = client(&model, 1).unwrap();
    let nameless = change(&asie, |client| client.company.clear());
    assert!(matches!(refused(&model, changing(nameless)), Refused::Invalid(_)));
}

#[test]
fn not_the_same_is_kept_as_pairs_but_for_whoever_is_gone() {
    let mut model = model(&["Asie", "Bolido"]);
    done(&mut model, register(company("Cactus"), "", &[1, 9, 2]));
    let pair = |id, one, other| Distinct { id, one: ClientId(one), other: ClientId(other) };
    assert_eq!(all::<Distinct>(&model), [pair(1, 3, 1), pair(2, 3, 2)]);
    let told = done(&mut model, ClientCommand::Distinguish(ClientId(1), ClientId(2)));
    assert_eq!(told, Done { act: Act::DistinguishClients, clients: ids(&[1, 2]) });
    assert_eq!(all::<Distinct>(&model)[2], pair(3, 1, 2));
    for (one, other, why) in [
        (1, 2, Refused::NothingToDo),
        (2, 1, Refused::NothingToDo),
        (1, 9, Refused::Gone),
        (9, 1, Refused::Gone),
    ] {
        assert_eq!(refused(&model, ClientCommand::Distinguish(ClientId(one), ClientId(other))), why);
    }
    let itself = ClientCommand::Distinguish(ClientId(1), ClientId(1));
    assert!(matches!(refused(&crate::support::orders::model(&["Asie"]), itself), Refused::Invalid(_)));
    // The ids of pairs are counted on.
    done(&mut model, register(company("Dodo"), "", &[3]));
    assert_eq!(all::<Distinct>(&model)[3], pair(4, 4, 3));
}

#[test]
fn a_change_is_made_of_what_was_looked_at_only() {
    let mut model = model(&["Asie", "Bolido"]);
    let asie = client(&model, 1).unwrap();
    let renamed = change(&asie, |client| {
        client.company = "Asia".into();
        client.id = ClientId(2);
        client.created = Moment(0);
        client.updated = Moment(0);
    });
    let result =
        Command::Client(changing(renamed.clone())).apply(&mut model, stamp(9)).unwrap_or_else(|_| panic!());
    assert_eq!(result, Done { act: Act::ChangeClient, clients: ids(&[1]) });
    let stored = client(&model, 1).unwrap();
    assert_eq!(
        (stored.company.as_str(), stored.created, stored.updated),
        ("Asia", asie.created, stamp(9).at)
    );
    assert_eq!(client(&model, 2).unwrap().company, "Bolido");
    // Looked at before, changed since.
    assert_eq!(refused(&model, changing(renamed.clone())), Refused::ChangedMeanwhile("Asia".into()));
    done(&mut model, ClientCommand::Delete(ids(&[1])));
    assert_eq!(refused(&model, changing(renamed)), Refused::Gone);
}

#[test]
fn a_change_of_nothing_is_none() {
    let model = model(&["Asie"]);
    let asie = client(&model, 1).unwrap();
    let moved = change(&asie, |client| client.updated = Moment(1));
    assert_eq!(refused(&model, changing(moved)), Refused::NothingToDo);
    let blank = Change { note: Some(NoteChange { before: None, text: " ".into() }), ..change(&asie, |_| ()) };
    assert_eq!(refused(&model, changing(blank)), Refused::NothingToDo);
}

#[test]
fn a_number_is_changed_to_a_free_one() {
    let mut model = model(&["Asie", "Bolido"]);
    let asie = client(&model, 1).unwrap();
    let taken = Refused::NumberTaken { number: "0002".into(), holder: "Bolido".into() };
    assert_eq!(refused(&model, changing(change(&asie, |client| client.number = "0002".into()))), taken);
    done(&mut model, changing(change(&asie, |client| client.number = "0100".into())));
    assert_eq!(last(&model, Sequence::ClientNumber), 100);
    // Its own number is not taken, and what keeps it counts nothing.
    let asie = client(&model, 1).unwrap();
    let before = last(&model, Sequence::ClientId);
    done(&mut model, changing(change(&asie, |client| client.company = "Asia".into())));
    assert_eq!((last(&model, Sequence::ClientId), last(&model, Sequence::ClientNumber)), (before, 100));
}

#[test]
fn a_note_is_written_changed_and_removed_with_its_client() {
    let mut model = model(&["Asie"]);
    let asie = client(&model, 1).unwrap();
    let noted = |model: &mut Model, before: Option<Note>, text: &str| {
        let note = Some(NoteChange { before, text: text.into() });
        done(model, changing(Change { note, ..change(&asie, |_| ()) }))
    };
    noted(&mut model, None, " Le matin ");
    let note = all::<Note>(&model).remove(0);
    assert_eq!((note.text.as_str(), note.client), ("Le matin", ClientId(1)));
    assert_eq!(last(&model, Sequence::NoteId), 1, "ids of notes are kept");
    // Only the note was changed.
    assert_eq!(client(&model, 1).as_ref(), Some(&asie));
    noted(&mut model, Some(note.clone()), " Le soir\n");
    let changed = all::<Note>(&model).remove(0);
    assert_eq!(changed, Note { text: "Le soir".into(), ..note.clone() });
    // Looked at before, changed since.
    let stale = NoteChange { before: Some(note), text: "Jamais".into() };
    let stale = Change { note: Some(stale), ..change(&asie, |_| ()) };
    assert_eq!(refused(&model, changing(stale)), Refused::ChangedMeanwhile("Asie".into()));
    let same = NoteChange { before: Some(changed.clone()), text: "Le soir ".into() };
    let same = Change { note: Some(same), ..change(&asie, |_| ()) };
    assert_eq!(refused(&model, changing(same.clone())), Refused::NothingToDo);
    // With another change the same note is no obstacle.
    let both = Change { after: Client { company: "Asia".into(), ..asie.clone() }, ..same };
    done(&mut model.clone(), changing(both));
    noted(&mut model, Some(changed), "");
    assert!(all::<Note>(&model).is_empty());
}

#[test]
fn archiving_touches_those_that_are_not_and_refuses_when_none_is() {
    let mut model = model(&["Asie", "Bolido"]);
    assert_eq!(
        done(&mut model, ClientCommand::Archive(ids(&[1]))),
        Done { act: Act::ArchiveClients, clients: ids(&[1]) }
    );
    assert_eq!(client(&model, 1).unwrap().status, Status::Archived);
    let both = ids(&[1, 2]);
    let result = Command::Client(ClientCommand::Archive(both.clone())).apply(&mut model, stamp(9));
    assert_eq!(result.unwrap_or_else(|_| panic!()).clients, ids(&[2]));
    let moments = [1, 2].map(|id| client(&model, id).unwrap().updated);
    assert_eq!(moments, [stamp(5).at, stamp(9).at]);
    assert_eq!(refused(&model, ClientCommand::Archive(both.clone())), Refused::NothingToDo);
    assert_eq!(refused(&model, ClientCommand::Archive(ids(&[1, 9]))), Refused::Gone);
    assert_eq!(
        done(&mut model, ClientCommand::Reactivate(both.clone())),
        Done { act: Act::ReactivateClients, clients: both.clone() }
    );
    assert_eq!(client(&model, 2).unwrap().status, Status::Active);
    assert_eq!(refused(&model, ClientCommand::Reactivate(both)), Refused::NothingToDo);
}

#[test]
fn deleting_takes_notes_and_pairs_along_and_nothing_else() {
    let mut model = model(&["Asie", "Bolido"]);
    done(&mut model, register(company("Cactus"), "a", &[1, 2]));
    done(&mut model, register(company("Dodo"), "b", &[1]));
    assert_eq!(
        done(&mut model, ClientCommand::Delete(ids(&[3]))),
        Done { act: Act::DeleteClients, clients: ids(&[3]) }
    );
    assert_eq!(model.ids(Kind::Client), [1, 2, 4]);
    assert_eq!(all::<Note>(&model).iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), ["b"]);
    assert_eq!(all::<Distinct>(&model).iter().map(|pair| pair.id).collect::<Vec<_>>(), [3]);
    assert_eq!(refused(&model, ClientCommand::Delete(ids(&[1, 3]))), Refused::Gone);
    assert_eq!(refused(&model, ClientCommand::Delete(Vec::new())), Refused::NothingToDo);
    // Ids and numbers are never used again.
    done(&mut model, ClientCommand::Delete(ids(&[4])));
    done(&mut model, register(company("Élan"), "", &[]));
    assert_eq!(client(&model, 5).unwrap().number, "0005");
}

#[test]
fn an_import_takes_the_files_numbers_before_it_gives_any() {
    let mut model = model(&["Asie"]);
    let asie = client(&model, 1).unwrap();
    let import = ClientCommand::Import(Import {
        added: vec![
            registration(company("Bolido"), "", &[]),
            registration(numbered("Cactus", "0002"), "a", &[]),
            registration(company("Dodo"), "", &[1]),
        ],
        updated: vec![change(&asie, |client| client.company = "Asia".into())],
    });
    let result = done(&mut model, import);
    assert_eq!(result, Done { act: Act::ImportClients, clients: ids(&[1, 2, 3, 4]) });
    let names: Vec<_> =
        all::<Client>(&model).into_iter().map(|client| (client.company, client.number)).collect();
    let expected = [("Asia", "0001"), ("Cactus", "0002"), ("Bolido", "0003"), ("Dodo", "0004")];
    assert_eq!(names, expected.map(|(name, number)| (name.to_owned(), number.to_owned())));
    assert_eq!((last(&model, Sequence::ClientId), last(&model, Sequence::ClientNumber)), (4, 4));
    assert_eq!((all::<Note>(&model).len(), all::<Distinct>(&model).len()), (1, 1));
    assert_eq!(refused(&model, ClientCommand::Import(Import::default())), Refused::NothingToDo);
    let twice = Import {
        added: vec![
            registration(numbered("Élan", "9"), "", &[]),
            registration(numbered("Fuji", "9"), "", &[]),
        ],
        updated: Vec::new(),
    };
    let taken = Refused::NumberTaken { number: "9".into(), holder: "Élan".into() };
    assert_eq!(refused(&model, ClientCommand::Import(twice)), taken);
}

#[test]
fn an_import_of_changes_alone_counts_nothing() {
    let mut model = model(&["Asie"]);
    let before = model.state[&(Kind::Sequences, 1)].clone();
    let asie = client(&model, 1).unwrap();
    let changed = change(&asie, |client| client.company = "Asia".into());
    done(&mut model, ClientCommand::Import(Import { added: Vec::new(), updated: vec![changed] }));
    assert_eq!(model.state[&(Kind::Sequences, 1)], before);
    // A change that gives a client a number from outside is counted.
    let asia = client(&model, 1).unwrap();
    let changed = change(&asia, |client| client.number = "0050".into());
    done(&mut model, ClientCommand::Import(Import { added: Vec::new(), updated: vec![changed] }));
    assert_eq!(last(&model, Sequence::ClientNumber), 50);
}

#[test]
fn acts_have_names_of_their_own() {
    let keys: std::collections::BTreeSet<_> = Act::ALL.into_iter().map(Act::key).collect();
    assert_eq!(keys.len(), Act::ALL.len());
    assert!(keys.contains("register-client") && keys.contains("distinguish-clients"));
}
