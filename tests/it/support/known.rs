//! A client of whom much is known: notes, files, categories, custom fields, answers.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;

use chrono::NaiveDate;
use comptoir::domain::address::Address;
use comptoir::domain::attachment::Staged;
use comptoir::domain::client::{Client, ClientId, Contact};
use comptoir::domain::command::{
    AttachmentCommand, CategoryCommand, ClientCommand, Command, ConsentCommand, CustomFieldCommand,
    NewConsent, NewNote, NoteCommand, Registration,
};
use comptoir::domain::consent::{Answer, Channel, Method, Purpose, Wording};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::note::NoteKind;
use comptoir::domain::phone::Phone;
use comptoir::store::{self, Origin, Writer};

use super::book::{company, stamp};

pub(crate) const GIRARD: ClientId = ClientId(1);

fn run(writer: &mut Writer, command: &Command) {
    writer.apply(command, Origin::Window, stamp(0)).unwrap();
}

/// Brings the bytes of a file into the book.
pub(crate) fn stage(writer: &mut Writer, name: &str, bytes: &[u8]) -> Staged {
    writer.stage(name, &mut Cursor::new(bytes)).unwrap()
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A note to add to the client.
pub(crate) fn note(kind: NoteKind, date: NaiveDate, text: &str) -> NewNote {
    NewNote {
        client: GIRARD,
        kind,
        date,
        text: text.to_owned(),
        pinned: false,
        remind: None,
        attachments: Vec::new(),
    }
}

/// Makes a book of which the first client is known in every way.
pub(crate) fn make(path: &Path) -> Writer {
    let (mut writer, _reader) = store::create(path).unwrap();
    for name in ["Clients réguliers", "Grossistes", "Professions libérales de la région lyonnaise"] {
        run(&mut writer, &Command::Category(CategoryCommand::Create { name: name.to_owned(), tint: None }));
    }
    for (name, kind) in [
        ("Jour de livraison", FieldKind::Choice),
        ("Contrat signé", FieldKind::YesNo),
        ("Date d’anniversaire du contrat", FieldKind::Date),
        ("Plafond d’encours", FieldKind::Amount),
        ("Espace client", FieldKind::Link),
        ("Consignes d’accès", FieldKind::LongText),
    ] {
        let choices =
            if kind == FieldKind::Choice { vec!["mardi".to_owned(), "jeudi".to_owned()] } else { Vec::new() };
        let field = CustomField { name: name.to_owned(), kind, choices, ..CustomField::default() };
        run(&mut writer, &Command::CustomField(CustomFieldCommand::Create(field)));
    }
    run(&mut writer, &Command::Client(ClientCommand::Register(Box::new(girard()))));
    notes(&mut writer);
    consents(&mut writer);
    writer
}

fn girard() -> Registration {
    let lyon = |street: &str| Address {
        street: street.to_owned(),
        postcode: "69002".to_owned(),
        city: "Lyon".to_owned(),
        country: "FR".to_owned(),
        ..Address::default()
    };
    let custom =
        [(1, "mardi"), (2, "yes"), (3, "2027-03-14"), (4, "12000.00"), (5, "espace.cabinet-girard.example")];
    let client = Client {
        number: "0042".to_owned(),
        contact: Contact {
            first_name: "Anne-Sophie".to_owned(),
            last_name: "Girard".to_owned(),
            role: "Associée".to_owned(),
            ..Contact::default()
        },
        contacts: vec![Contact {
            first_name: "Luc".to_owned(),
            last_name: "Petit".to_owned(),
            role: "Comptable".to_owned(),
            email: "luc@cabinet-girard.example".to_owned(),
            phone: Phone::parse("04 78 37 11 21", "FR"),
        }],
        phone: Phone::parse("04 78 37 11 20", "FR"),
        email: "girard@cabinet-girard.example".to_owned(),
        address: lyon("12 rue de la Bourse"),
        delivery_address: Some(lyon("3 quai Saint-Antoine")),
        siren: "404833048".to_owned(),
        vat_number: "FR83404833048".to_owned(),
        website: "www.cabinet-girard.example".to_owned(),
        categories: vec![1, 2, 3],
        custom: custom.map(|(id, value)| (id, value.to_owned())).into_iter().collect::<BTreeMap<_, _>>(),
        ..company("Cabinet Girard & Associés")
    };
    Registration { client, ..Registration::default() }
}

fn notes(writer: &mut Writer) {
    let contract = stage(writer, "contrat-2026.pdf", &vec![7; 212_000]);
    let plan = stage(writer, "plan du bureau et des archives au deuxième étage.png", &vec![9; 1_480_000]);
    let agreement = NewNote {
        pinned: true,
        attachments: vec![contract],
        ..note(
            NoteKind::Agreement,
            day(2026, 3, 14),
            "Règlement en deux fois accepté pour les dossiers au-dessus de 2\u{202f}000\u{a0}€.",
        )
    };
    let date = NewNote {
        remind: Some(day(2026, 11, 24)),
        ..note(NoteKind::ImportantDate, day(2026, 12, 1), "Renouvellement du contrat annuel.")
    };
    let call =
        note(NoteKind::Call, day(2026, 11, 18), "Maître Girard confirme le virement avant la fin du mois.");
    let long =
        note(NoteKind::Meeting, day(2026, 9, 3), &"Compte rendu de la réunion de rentrée. ".repeat(20));
    for note in [agreement, date, call, long] {
        run(writer, &Command::Note(NoteCommand::Add(note)));
    }
    let attach = AttachmentCommand::Attach { client: GIRARD, note: None, files: vec![plan] };
    run(writer, &Command::Attachment(attach));
}

fn consents(writer: &mut Writer) {
    let answer = |purpose, channels: &[Channel], answer, words: &str| NewConsent {
        purpose,
        channels: channels.iter().copied().collect::<BTreeSet<_>>(),
        answer,
        day: None,
        method: Method::Phone,
        wording: Wording { language: "fr".to_owned(), words: words.to_owned() },
        evidence: None,
    };
    let [service, offers] =
        ["Je vous envoie vos factures par e-mail\u{202f}?", "Et parfois une offre, une nouvelle\u{202f}?"];
    let signed = stage(writer, "accord-signé.pdf", b"oui");
    for (consent, file) in [
        (answer(Purpose::Service, &[Channel::Email, Channel::Post], Answer::Given, service), None),
        (answer(Purpose::Offers, &[Channel::Email, Channel::Phone], Answer::Given, offers), Some(signed)),
        (answer(Purpose::Offers, &[Channel::Phone], Answer::Withdrawn, ""), None),
    ] {
        run(writer, &Command::Consent(ConsentCommand::Record { client: GIRARD, consent, file }));
    }
}

/// So many notes and so many files more.
pub(crate) fn many(writer: &mut Writer, notes: usize, files: usize) {
    let files: Vec<Staged> =
        (0..files).map(|n| Staged { name: format!("pièce {n}.txt"), ..stage(writer, "a", b"a") }).collect();
    run(writer, &Command::Attachment(AttachmentCommand::Attach { client: GIRARD, note: None, files }));
    for n in 0..notes {
        let note = note(NoteKind::Note, day(2026, 6, 1), &format!("Note n° {n}"));
        run(writer, &Command::Note(NoteCommand::Add(note)));
    }
}
