//! The book of issue 02 as it is made: everything that can be known about a client, in each of its kinds.
//!
//! `old_books.rs` makes it anew at each run, into `book-02` of the target's folder for temporary files, and holds it against the
//! recorded one. To record it again: run that test, and copy both files from there into `tests/data`. A book that was
//! recorded and has gone out is not recorded again: it is what later versions must open.

use std::io::Cursor;
use std::path::Path;

use comptoir::domain::address::Address;
use comptoir::domain::category::{Category, Tint};
use comptoir::domain::client::{Client, ClientId, ClientKind, Contact};
use comptoir::domain::command::{
    AttachmentCommand, Belongings, CategoryCommand, Change, ClientCommand, Command, ConsentCommand,
    CustomFieldCommand, Import, NewConsent, NewNote, NoteCommand, Registration,
};
use comptoir::domain::consent::{Answer, Channel, Method, Purpose, Wording};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::note::NoteKind;
use comptoir::domain::phone::Phone;
use comptoir::store::{self, Origin, Writer};

use super::book::{register, stamp};

struct Maker {
    writer: Writer,
    made: i64,
}

impl Maker {
    fn apply(&mut self, command: &Command) {
        self.made += 1;
        self.writer.apply(command, Origin::Window, stamp(self.made)).unwrap();
    }

    /// The client with this id.
    fn client(&self, id: u64) -> Client {
        self.writer.snapshot().unwrap().get(id).unwrap().unwrap()
    }

    fn change(&mut self, id: u64, with: Belongings, change: impl FnOnce(&mut Client)) {
        let before = self.client(id);
        let mut after = before.clone();
        change(&mut after);
        self.apply(&Command::Client(ClientCommand::Change(Box::new(Change {
            before,
            after,
            note: None,
            with,
        }))));
    }
}

/// What clients hold, one of each kind; the last two are no such thing.
const VALUES: [(FieldKind, &str, &str); 12] = [
    (FieldKind::Text, "Surnom", "la Mère Brazier"),
    (FieldKind::LongText, "Accès", "Sonner deux fois.\nPuis la cour."),
    (FieldKind::Number, "Rabais", "7.5"),
    (FieldKind::Amount, "Crédit", "1500.00"),
    (FieldKind::Date, "Naissance", "1980-02-29"),
    (FieldKind::YesNo, "Fidèle", "yes"),
    (FieldKind::Choice, "Palier", "Or, platine"),
    (FieldKind::Link, "Catalogue", "https://www.a.example/b?c"),
    (FieldKind::Email, "Compta", "compta@a.example"),
    (FieldKind::Phone, "Astreinte", "06 12 34 56 78"),
    (FieldKind::Date, "Fermeture", "après Noël"),
    (FieldKind::YesNo, "Parking", "peut-être"),
];

fn answer(purpose: Purpose, answer: Answer, channels: &[Channel], evidence: Option<u64>) -> NewConsent {
    NewConsent {
        purpose,
        channels: channels.iter().copied().collect(),
        answer,
        method: Method::Paper,
        day: None,
        wording: Wording {
            language: "fr".into(),
            words: "Et parfois une offre, une nouvelle\u{202f}?".into(),
        },
        evidence,
    }
}

/// Makes the book at a path where there is none.
pub(crate) fn make(path: &Path) {
    let (writer, _reader) = store::create(path).unwrap();
    let mut maker = Maker { writer, made: 0 };
    for (number, name) in ["Asie", "Bolido", "Cactus"].into_iter().enumerate() {
        maker.apply(&register(name, if number == 0 { "Cliente depuis 2012." } else { "" }));
    }
    let person = Client {
        kind: ClientKind::Individual,
        first_name: "Léa".into(),
        last_name: "Martin".into(),
        phone: Phone::parse("06 12 34 56 78", "FR"),
        vat_number: "FR40303265045".into(),
        ..Client::default()
    };
    let added = vec![Registration { client: person, ..Registration::default() }];
    maker.apply(&Command::Client(ClientCommand::Import(Import { added, updated: Vec::new() })));
    categories(&mut maker);
    for (kind, name, _) in VALUES {
        let choices = match kind {
            FieldKind::Choice => vec!["Bronze".into(), "Or, platine".into()],
            _ => Vec::new(),
        };
        let field = CustomField { name: name.into(), kind, choices, ..CustomField::default() };
        maker.apply(&Command::CustomField(CustomFieldCommand::Create(field)));
    }
    let setup = maker.writer.snapshot().unwrap().setup("FR").unwrap();
    let values: Vec<(u64, String)> = VALUES
        .iter()
        .map(|(_, name, value)| (setup.field_named(name).unwrap().id, (*value).to_owned()))
        .collect();
    let hidden = setup.field(values[0].0).unwrap().clone();
    maker.change(1, Belongings::default(), |client| {
        client.custom.extend(values);
        client.terms = "net_45_then_end_of_month".into();
        client.language = "en".into();
        client.other_id = "W751234567".into();
        client.delivery_address =
            Some(Address { street: "2 quai du Port".into(), city: "Sète".into(), ..Address::default() });
        client.contacts = ["Inès", "Luc"]
            .map(|first_name| Contact {
                first_name: first_name.into(),
                last_name: "Roulet".into(),
                role: "gérance".into(),
                email: format!("{}@roulet.example", first_name.to_lowercase()),
                phone: Phone::parse("06 12 34 56 78", "FR"),
            })
            .to_vec();
    });
    let after = CustomField { hidden: true, ..hidden.clone() };
    maker.apply(&Command::CustomField(CustomFieldCommand::Change {
        before: hidden,
        after,
        renamed: Vec::new(),
    }));
    notes_and_files(&mut maker);
    consents(&mut maker);
    maker.change(2, Belongings::default(), |client| client.website = "www.b.example".into());
    let last = maker.writer.snapshot().unwrap().last_undoable().unwrap().unwrap();
    maker.writer.undo(last, Origin::Window, stamp(maker.made + 1)).unwrap();
}

fn categories(maker: &mut Maker) {
    for (name, tint) in [("Presse, radio", Some(Tint::Rose)), ("Salons", None), ("Foires", None)] {
        maker.apply(&Command::Category(CategoryCommand::Create { name: name.into(), tint }));
    }
    let named = |maker: &Maker, name: &str| -> Category {
        let setup = maker.writer.snapshot().unwrap().setup("FR").unwrap();
        setup.category_named(name).unwrap().clone()
    };
    let [press, fairs, others] = ["Presse, radio", "Salons", "Foires"].map(|name| named(maker, name));
    let clients: Vec<ClientId> = [1, 2, 3].map(ClientId).to_vec();
    for category in [press.id, others.id] {
        maker.apply(&Command::Category(CategoryCommand::Assign { category, clients: clients.clone() }));
    }
    maker.apply(&Command::Category(CategoryCommand::Merge { from: others.id, into: fairs.id }));
    let after = Category { name: "Foires & salons".into(), tint: Tint::Grey, ..fairs.clone() };
    maker.apply(&Command::Category(CategoryCommand::Change { before: fairs, after }));
    let clients = vec![ClientId(3)];
    maker.apply(&Command::Category(CategoryCommand::Unassign { category: press.id, clients }));
}

fn notes_and_files(maker: &mut Maker) {
    let today = stamp(0).today;
    let mut stage = |name: &str, bytes: &[u8]| maker.writer.stage(name, &mut Cursor::new(bytes)).unwrap();
    // More than one piece; and the same bytes under another name.
    let long: Vec<u8> = (0..=255_u8).cycle().take(70_000).collect();
    let files = vec![stage("plan d’accès.png", &long), stage("copie.png", &long), stage("vide.txt", b"")];
    let signed = stage("contrat signé.pdf", b"%PDF-1.7 of a test");
    maker.apply(&Command::Attachment(AttachmentCommand::Attach { client: ClientId(1), note: None, files }));
    for (kind, text, pinned, remind, attachments) in [
        (NoteKind::Note, "Clé chez la voisine.", true, None, Vec::new()),
        (NoteKind::Call, "Rappelle lundi.", false, None, Vec::new()),
        (NoteKind::Meeting, "Visite de l’atelier.\nTrès content.", false, None, Vec::new()),
        (NoteKind::Agreement, "5\u{a0}% dès dix commandes.", false, None, vec![signed]),
        (NoteKind::ImportantDate, "Fin du contrat.", false, today.succ_opt(), Vec::new()),
    ] {
        let client = ClientId(1);
        let note = NewNote { client, kind, date: today, text: text.into(), pinned, remind, attachments };
        maker.apply(&Command::Note(NoteCommand::Add(note)));
    }
}

fn consents(maker: &mut Maker) {
    let all = [Channel::Email, Channel::Phone, Channel::Post];
    let proof = Cursor::new(b"a signed form".to_vec());
    let file = maker.writer.stage("formulaire.txt", &mut { proof }).unwrap();
    let given = answer(Purpose::Offers, Answer::Given, &all, None);
    let client = ClientId(1);
    maker.apply(&Command::Consent(ConsentCommand::Record { client, consent: given, file: Some(file) }));
    for consent in [
        answer(Purpose::Offers, Answer::Withdrawn, &[Channel::Email], None),
        answer(Purpose::Service, Answer::Refused, &all, None),
    ] {
        maker.apply(&Command::Consent(ConsentCommand::Record { client, consent, file: None }));
    }
}
