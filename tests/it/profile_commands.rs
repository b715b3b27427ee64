//! Commands of notes, consent and attachments, and what comes along with a form: what each changes and refuses.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use comptoir::domain::attachment::{Attachment, Sha256, Staged};
use comptoir::domain::category::{Category, Tint};
use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{
    Act, AttachmentCommand, Belongings, CategoryCommand, Change, ClientCommand, ConsentCommand, Done, Import,
    NewConsent, NewNote, NoteChange, NoteCommand, Refused, Registration,
};
use comptoir::domain::consent::{Answer, Channel, Consent, Method, Purpose, Wording};
use comptoir::domain::custom_field::CustomField;
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::numbering::Sequence;
use comptoir::domain::record::{Invalid, Kind};

use crate::support::book::{company, stamp};
use crate::support::model::Model;
use crate::support::orders::{all, client, done, ids, last, model, put, refused};

fn day(n: u64) -> NaiveDate {
    stamp(5).today + Days::new(n)
}

fn staged(name: &str) -> Staged {
    Staged { name: name.into(), size: 7, sha256: Sha256("0a".repeat(32)) }
}

fn note(client: u64, text: &str) -> NewNote {
    NewNote {
        client: ClientId(client),
        kind: NoteKind::Note,
        date: day(0),
        text: text.into(),
        pinned: false,
        remind: None,
        attachments: Vec::new(),
    }
}

fn answer(answer: Answer) -> NewConsent {
    NewConsent {
        purpose: Purpose::Offers,
        channels: [Channel::Email].into(),
        answer,
        day: None,
        method: Method::Paper,
        wording: Wording { language: "fr".into(), words: "Et parfois une offre ?".into() },
        evidence: None,
    }
}

fn record(client: u64, consent: NewConsent, file: Option<Staged>) -> ConsentCommand {
    ConsentCommand::Record { client: ClientId(client), consent, file }
}

fn attach(client: u64, note: Option<u64>, names: &[&str]) -> AttachmentCommand {
    let files = names.iter().map(|name| staged(name)).collect();
    AttachmentCommand::Attach { client: ClientId(client), note, files }
}

/// Whose a file is, on which note, and its name.
fn files(model: &Model) -> Vec<(u64, Option<u64>, String)> {
    all::<Attachment>(model).into_iter().map(|file| (file.client.0, file.note, file.name)).collect()
}

#[test]
fn a_note_is_added_with_everything_it_says() {
    let mut model = model(&["Asie", "Bolido"]);
    let birthday = NewNote {
        kind: NoteKind::ImportantDate,
        date: day(30),
        text: " Anniversaire\r\nde la boutique\u{0} ".into(),
        pinned: true,
        remind: Some(day(23)),
        attachments: vec![staged("plan.pdf"), staged("../photo.png")],
        ..note(2, "")
    };
    let told = done(&mut model, NoteCommand::Add(birthday));
    assert_eq!(told, Done { act: Act::AddNote, clients: ids(&[2]) });
    let kept = Note {
        id: 1,
        client: ClientId(2),
        date: day(30),
        kind: NoteKind::ImportantDate,
        text: "Anniversaire\nde la boutique".into(),
        pinned: true,
        remind: Some(day(23)),
    };
    assert_eq!(all::<Note>(&model), [kept]);
    assert_eq!(files(&model), [(2, Some(1), "plan.pdf".into()), (2, Some(1), "photo.png".into())]);
    assert_eq!((last(&model, Sequence::NoteId), last(&model, Sequence::AttachmentId)), (1, 2));
    // The client itself is as it was.
    assert_eq!(client(&model, 2).unwrap().updated, stamp(5).at);
    assert_eq!(refused(&model, NoteCommand::Add(note(9, "a"))), Refused::Gone);
    let blank = NoteCommand::Add(note(1, " \n\t"));
    assert_eq!(refused(&model, blank), Refused::Invalid(Invalid::Empty("text")));
}

#[test]
fn a_note_is_changed_as_it_was_looked_at() {
    let mut model = model(&["Asie", "Bolido"]);
    done(&mut model, NoteCommand::Add(note(1, "Le matin")));
    let before = all::<Note>(&model).remove(0);
    let change = |before: &Note, edit: fn(&mut Note)| {
        let mut after = before.clone();
        edit(&mut after);
        NoteCommand::Change { before: before.clone(), after }
    };
    let edit = change(&before, |note| {
        note.id = 9;
        note.client = ClientId(2);
        note.text = " Le soir\r\n".into();
        note.pinned = true;
    });
    let told = done(&mut model, edit.clone());
    assert_eq!(told, Done { act: Act::ChangeNote, clients: ids(&[1]) });
    let now = Note { text: "Le soir".into(), pinned: true, ..before };
    assert_eq!(all::<Note>(&model), std::slice::from_ref(&now));
    assert_eq!(refused(&model, edit), Refused::RecordChanged(Kind::Note));
    assert_eq!(refused(&model, change(&now, |note| note.text.push(' '))), Refused::NothingToDo);
    let emptied = change(&now, |note| note.text.clear());
    assert_eq!(refused(&model, emptied), Refused::Invalid(Invalid::Empty("text")));
    // A reminder is put off, then done.
    done(&mut model, change(&now, |note| note.remind = NaiveDate::from_ymd_opt(2027, 1, 1)));
    let later = all::<Note>(&model).remove(0);
    assert_eq!(later.remind, NaiveDate::from_ymd_opt(2027, 1, 1));
    done(&mut model, change(&later, |note| note.remind = None));
    assert_eq!(all::<Note>(&model), std::slice::from_ref(&now));
    done(&mut model, NoteCommand::Delete(1));
    assert_eq!(refused(&model, change(&now, |note| note.pinned = false)), Refused::RecordGone(Kind::Note));
}

#[test]
fn what_was_dropped_on_a_note_stays_when_it_goes() {
    let mut model = model(&["Asie"]);
    let with_file = NewNote { attachments: vec![staged("plan.pdf")], ..note(1, "a") };
    done(&mut model, NoteCommand::Add(with_file));
    done(&mut model, NoteCommand::Add(note(1, "b")));
    done(&mut model, attach(1, Some(2), &["devis.pdf"]));
    let told = done(&mut model, NoteCommand::Delete(1));
    assert_eq!(told, Done { act: Act::DeleteNote, clients: ids(&[1]) });
    assert_eq!(model.ids(Kind::Note), [2]);
    assert_eq!(files(&model), [(1, None, "plan.pdf".into()), (1, Some(2), "devis.pdf".into())]);
    assert_eq!(refused(&model, NoteCommand::Delete(1)), Refused::RecordGone(Kind::Note));
}

#[test]
fn an_answer_is_added_to_those_before() {
    let mut model = model(&["Asie", "Bolido"]);
    let told = done(&mut model, record(2, answer(Answer::Given), None));
    assert_eq!(told, Done { act: Act::RecordConsent, clients: ids(&[2]) });
    let signed = stamp(5).today.pred_opt();
    let earlier = NewConsent { day: signed, ..answer(Answer::Withdrawn) };
    done(&mut model, record(2, earlier.clone(), None));
    let given = Consent {
        id: 1,
        client: ClientId(2),
        purpose: Purpose::Offers,
        channels: [Channel::Email].into(),
        answer: Answer::Given,
        day: stamp(5).today,
        at: stamp(5).at,
        method: Method::Paper,
        wording: answer(Answer::Given).wording,
        evidence: None,
    };
    let withdrawn = Consent { id: 2, answer: Answer::Withdrawn, day: signed.unwrap(), ..given.clone() };
    assert_eq!(all::<Consent>(&model), [given, withdrawn]);
    assert_eq!(last(&model, Sequence::ConsentId), 2);
    // Today is not too late, tomorrow is too early.
    done(&mut model.clone(), record(2, NewConsent { day: Some(day(0)), ..earlier.clone() }, None));
    let tomorrow = NewConsent { day: Some(day(1)), ..earlier };
    assert_eq!(refused(&model, record(2, tomorrow, None)), Refused::Invalid(Invalid::OutOfRange("day")));
    assert_eq!(refused(&model, record(9, answer(Answer::Given), None)), Refused::Gone);
    let by_nothing = NewConsent { channels: [].into(), ..answer(Answer::Given) };
    assert_eq!(refused(&model, record(2, by_nothing, None)), Refused::Invalid(Invalid::Empty("channels")));
}

#[test]
fn what_proves_an_answer_is_a_file_of_the_client_and_stays() {
    let mut model = model(&["Asie", "Bolido"]);
    done(&mut model, record(1, answer(Answer::Given), Some(staged("a/accord.pdf"))));
    assert_eq!(files(&model), [(1, None, "accord.pdf".into())]);
    assert_eq!(all::<Consent>(&model)[0].evidence, Some(1));
    done(&mut model, attach(2, None, &["autre.pdf", "libre.pdf"]));
    let proven = |evidence| NewConsent { evidence: Some(evidence), ..answer(Answer::Given) };
    done(&mut model, record(2, proven(2), None));
    assert_eq!(all::<Consent>(&model)[1].evidence, Some(2));
    let gone = Refused::RecordGone(Kind::Attachment);
    assert_eq!(refused(&model, record(2, proven(1), None)), gone);
    assert_eq!(refused(&model, record(2, proven(9), None)), gone);
    let delete = AttachmentCommand::Delete;
    assert_eq!(refused(&model, delete(1)), Refused::Evidence("accord.pdf".into()));
    assert_eq!(refused(&model, delete(9)), gone);
    let told = done(&mut model, delete(3));
    assert_eq!(told, Done { act: Act::DeleteAttachment, clients: ids(&[2]) });
    assert_eq!(model.ids(Kind::Attachment), [1, 2]);
}

#[test]
fn files_are_attached_to_a_client_or_a_note_of_it() {
    let mut model = model(&["Asie", "Bolido"]);
    done(&mut model, NoteCommand::Add(note(1, "a")));
    let told = done(&mut model, attach(1, None, &["C:\\bureau\\contrat.pdf", "..\n"]));
    assert_eq!(told, Done { act: Act::AttachFiles, clients: ids(&[1]) });
    done(&mut model, attach(1, Some(1), &["plan.pdf"]));
    let expected = [(None, "contrat.pdf"), (None, "_"), (Some(1), "plan.pdf")];
    assert_eq!(files(&model), expected.map(|(note, name)| (1, note, name.to_owned())));
    let first = all::<Attachment>(&model).remove(0);
    assert_eq!((first.id, first.size, first.added), (1, 7, stamp(5).at));
    for (client, note, names, why) in [
        (9, None, &["a.pdf"][..], Refused::Gone),
        (1, Some(9), &["a.pdf"], Refused::RecordGone(Kind::Note)),
        (2, Some(1), &["a.pdf"], Refused::RecordGone(Kind::Note)),
        (1, None, &[], Refused::NothingToDo),
    ] {
        assert_eq!(refused(&model, attach(client, note, names)), why);
    }
    let large = Staged { size: 25_000_001, ..staged("film.mp4") };
    let large = AttachmentCommand::Attach { client: ClientId(1), note: None, files: vec![large] };
    assert_eq!(refused(&model, large), Refused::Invalid(Invalid::OutOfRange("attachment")));
}

#[test]
fn an_attachment_is_renamed_as_it_was_looked_at() {
    let mut model = model(&["Asie"]);
    done(&mut model, attach(1, None, &["contrat.pdf"]));
    let before = all::<Attachment>(&model).remove(0);
    let rename = |before: &Attachment, name: &str| AttachmentCommand::Rename {
        before: before.clone(),
        name: name.into(),
    };
    let told = done(&mut model, rename(&before, " /contrat\n2026.pdf"));
    assert_eq!(told, Done { act: Act::RenameAttachment, clients: ids(&[1]) });
    let now = all::<Attachment>(&model).remove(0);
    assert_eq!(now, Attachment { name: "contrat2026.pdf".into(), ..before.clone() });
    assert_eq!(refused(&model, rename(&before, "a.pdf")), Refused::RecordChanged(Kind::Attachment));
    assert_eq!(refused(&model, rename(&now, "contrat2026.pdf ")), Refused::NothingToDo);
    assert_eq!(refused(&model, rename(&now, " ")), Refused::Invalid(Invalid::Empty("attachment")));
    done(&mut model, AttachmentCommand::Delete(1));
    assert_eq!(refused(&model, rename(&now, "a.pdf")), Refused::RecordGone(Kind::Attachment));
}

/// Two answers, a new category and one there is, a file.
fn belongings() -> Belongings {
    Belongings {
        new_categories: vec!["Gros".into(), " détail\n".into(), "GROS".into()],
        new_fields: Vec::new(),
        notes: Vec::new(),
        consents: vec![answer(Answer::Given), answer(Answer::Refused)],
        attachments: vec![staged("contrat.pdf")],
    }
}

#[test]
fn what_comes_along_with_a_new_client_is_its_own() {
    let mut model = model(&["Asie"]);
    done(&mut model, CategoryCommand::Create { name: "Détail".into(), tint: Some(Tint::Rose) });
    let mut typed = Client { categories: vec![9, 1, 1], ..company("Bolido") };
    typed.custom.insert(9, "Or".into());
    let registration =
        Registration { client: typed, note: "a".into(), with: belongings(), ..Registration::default() };
    done(&mut model, ClientCommand::Register(Box::new(registration.clone())));
    let bolido = client(&model, 2).unwrap();
    // What was deleted while the form was open is left out.
    assert_eq!((bolido.categories, bolido.custom.len()), (vec![1, 2], 0));
    let names: Vec<_> = all::<Category>(&model).into_iter().map(|one| (one.name, one.tint)).collect();
    assert_eq!(names, [("Détail".to_owned(), Tint::Rose), ("Gros".to_owned(), Tint::Violet)]);
    let answers: Vec<_> = all::<Consent>(&model).iter().map(|one| (one.client.0, one.answer)).collect();
    assert_eq!(answers, [(2, Answer::Given), (2, Answer::Refused)]);
    // What was dropped on the form with a first note is on that note.
    assert_eq!(files(&model), [(2, Some(1), "contrat.pdf".into())]);
    // Nothing of it is made twice.
    let import = Import { added: vec![registration], updated: Vec::new() };
    done(&mut model, ClientCommand::Import(import));
    assert_eq!(client(&model, 3).unwrap().categories, [1, 2]);
    assert_eq!(model.ids(Kind::Category), [1, 2]);
}

#[test]
fn fields_and_notes_come_along_with_a_client_too() {
    let mut model = model(&["Asie"]);
    let field = |name: &str| Arc::new(CustomField { id: 9, name: name.into(), ..CustomField::default() });
    let with = Belongings {
        new_fields: vec![(field("Niveau"), "Or".into()), (field("NIVEAU\n"), "Argent".into())],
        notes: vec![NewNote { attachments: vec![staged("plan.pdf")], ..note(9, "b") }],
        ..Belongings::default()
    };
    let registration =
        Registration { client: company("Bolido"), note: "a".into(), with, ..Registration::default() };
    done(&mut model, ClientCommand::Register(Box::new(registration)));
    let fields: Vec<_> = all::<CustomField>(&model).into_iter().map(|one| (one.id, one.name)).collect();
    assert_eq!(fields, [(1, "Niveau".to_owned())]);
    assert_eq!(client(&model, 2).unwrap().custom, [(1, "Argent".to_owned())].into());
    let notes: Vec<_> = all::<Note>(&model).into_iter().map(|one| (one.client.0, one.text)).collect();
    assert_eq!(notes, [(2, "a".to_owned()), (2, "b".to_owned())]);
    assert_eq!(files(&model), [(2, Some(2), "plan.pdf".into())]);
}

#[test]
fn what_comes_along_is_a_change_by_itself() {
    let mut model = model(&["Asie"]);
    put(&mut model, &CustomField { id: 1, name: "Niveau".into(), ..CustomField::default() });
    let asie = client(&model, 1).unwrap();
    let change = |with| Change { before: asie.clone(), after: asie.clone(), note: None, with };
    let only_answers = Belongings { consents: vec![answer(Answer::Given)], ..Belongings::default() };
    let only_files = Belongings { attachments: vec![staged("a.pdf")], ..Belongings::default() };
    for with in [only_answers.clone(), only_files] {
        done(&mut model, ClientCommand::Change(Box::new(change(with))));
        assert_eq!(client(&model, 1).as_ref(), Some(&asie), "the client itself is as it was");
    }
    assert_eq!((model.ids(Kind::Consent), files(&model)), (vec![1], vec![(1, None, "a.pdf".into())]));
    // With a note that is written in the same form, a file is on that note.
    let noted = Change {
        note: Some(NoteChange { before: None, text: "b".into() }),
        ..change(Belongings { attachments: vec![staged("b.pdf")], ..only_answers })
    };
    done(&mut model, ClientCommand::Change(Box::new(noted)));
    assert_eq!(files(&model)[1], (1, Some(1), "b.pdf".into()));
    let grouped = Belongings { new_categories: vec!["Gros".into()], ..Belongings::default() };
    let mut valued = change(grouped);
    valued.after.custom.insert(1, "Or".into());
    valued.after.custom.insert(2, "Or".into());
    done(&mut model, ClientCommand::Change(Box::new(valued)));
    let now = client(&model, 1).unwrap();
    assert_eq!((now.categories, now.custom), (vec![1], [(1, "Or".to_owned())].into()));
}

#[test]
fn everything_of_a_client_goes_with_it() {
    let mut model = model(&["Asie"]);
    for name in ["Bolido", "Cactus"] {
        let registration = Registration {
            client: company(name),
            note: "a".into(),
            with: belongings(),
            ..Registration::default()
        };
        done(&mut model, ClientCommand::Register(Box::new(registration)));
    }
    done(&mut model, record(2, answer(Answer::Withdrawn), Some(staged("retrait.pdf"))));
    done(&mut model, ClientCommand::Delete(ids(&[2])));
    assert_eq!(model.ids(Kind::Client), [1, 3]);
    assert!(all::<Consent>(&model).iter().all(|one| one.client == ClientId(3)));
    assert_eq!((model.ids(Kind::Consent).len(), model.ids(Kind::Note)), (2, vec![2]));
    assert_eq!(files(&model), [(3, Some(2), "contrat.pdf".into())]);
    // Its categories are everybody's.
    assert_eq!(model.ids(Kind::Category), [1, 2]);
}

#[test]
fn what_a_client_has_already_is_no_change() {
    let mut model = model(&["Asie"]);
    let asie = client(&model, 1).unwrap();
    let field = CustomField { name: "Niveau".into(), ..CustomField::default() };
    let with = |category: &str, value: &str, notes: Vec<NewNote>| Belongings {
        new_categories: vec![category.into()],
        new_fields: vec![(Arc::new(field.clone()), value.into())],
        notes,
        ..Belongings::default()
    };
    let change = |before: &Client, with| {
        let (before, after) = (before.clone(), before.clone());
        ClientCommand::Change(Box::new(Change { before, after, note: None, with }))
    };
    done(&mut model, change(&asie, with("Gros", "Or", Vec::new())));
    let now = client(&model, 1).unwrap();
    assert_eq!((now.categories.as_slice(), now.custom.len()), ([1].as_slice(), 1));
    // Neither is new to the book by now, nor to the client.
    assert_eq!(refused(&model, change(&now, with("GROS", "Or", Vec::new()))), Refused::NothingToDo);
    for other in [with("Gros", "Argent", Vec::new()), with("Détail", "Or", Vec::new())] {
        done(&mut model.clone(), change(&now, other));
    }
    done(&mut model, change(&now, with("Gros", "Or", vec![note(1, "a")])));
    assert_eq!(client(&model, 1), Some(now), "a note alone leaves the client as it was");
}
