//! Commands of every kind, sensible and not, from a few numbers: few numbers shrink well.

use std::sync::Arc;

use comptoir::domain::attachment::{Attachment, Sha256, Staged};
use comptoir::domain::category::{Category, Tint};
use comptoir::domain::client::{Client, ClientId, ClientKind};
use comptoir::domain::command::{
    AttachmentCommand, Belongings, CategoryCommand, Change, ClientCommand, Command, ConsentCommand,
    CustomFieldCommand, Import, NewConsent, NewNote, NoteChange, NoteCommand, PolicyCommand, Registration,
};
use comptoir::domain::consent::{Answer, Channel, Method, Purpose, Wording};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::field::Field;
use comptoir::domain::note::{Note, NoteKind};
use comptoir::domain::policy::{Policy, Wish};
use comptoir::domain::record::{Kind, Record, Store as _};

use super::book::{company, stamp};
use super::model::Model;
use super::random::Random;

/// What a command is made of.
pub(crate) type Numbers = [u8; 4];

pub(crate) fn numbers(random: &mut Random) -> Numbers {
    random.next().to_be_bytes()[..4].try_into().unwrap()
}

/// A command for a book that holds this. Now and then it asks for what cannot be.
pub(crate) fn command(model: &Model, [kind, a, b, c]: Numbers) -> Command {
    let pick = |n: u8| pick(model, Kind::Client, n);
    Command::Client(match kind % 38 {
        0..=3 => ClientCommand::Register(Box::new(registration(model, a, b, c))),
        4..=7 => ClientCommand::Change(Box::new(change(model, pick(a), b, c))),
        8 => ClientCommand::Archive(vec![ClientId(pick(a)), ClientId(pick(b))]),
        9 => ClientCommand::Reactivate(vec![ClientId(pick(a))]),
        10 => ClientCommand::Delete(vec![ClientId(pick(a))]),
        11 => ClientCommand::Delete(vec![ClientId(pick(a)), ClientId(pick(b))]),
        12 => ClientCommand::Import(Import {
            added: (0..a % 5).map(|n| registration(model, n.wrapping_add(b), n, c)).collect(),
            updated: if c.is_multiple_of(2) { vec![change(model, pick(b), a, c)] } else { Vec::new() },
        }),
        13 => ClientCommand::Distinguish(ClientId(pick(a)), ClientId(pick(b))),
        14..=20 => return Command::Category(of_category(model, kind % 38, [a, b, c])),
        21..=26 => return Command::CustomField(of_custom_field(model, kind % 38, [a, b, c])),
        27..=30 => return Command::Note(of_note(model, kind % 38, [a, b, c])),
        31 | 32 => return Command::Consent(of_consent(model, a, b, c)),
        36 | 37 => return Command::Policy(of_policy(model, a, b, c)),
        _ => return Command::Attachment(of_attachment(model, kind % 38, [a, b, c])),
    })
}

/// The id of a record of a kind; one past the end is nothing's.
fn pick(model: &Model, kind: Kind, n: u8) -> u64 {
    let ids = model.ids(kind);
    ids.get(usize::from(n) % (ids.len() + 1)).copied().unwrap_or(999)
}

/// A record as it stands, as it no longer is (`stale`), or one that is not there.
fn before<R: Record>(model: &Model, n: u8, nothing: impl FnOnce() -> R) -> R {
    let Ok(record) = model.get::<R>(pick(model, R::KIND, n));
    record.unwrap_or_else(nothing)
}

/// Texts of many lengths: some fit a page together, some need pages of their own.
fn text(a: u8, b: u8) -> String {
    format!("{a} {}", "é".repeat(usize::from(b) * usize::from(b % 7)))
}

/// A few names, so that some are taken already; some need cleaning, some cannot be.
fn name(n: u8) -> String {
    match n % 8 {
        0 => "Gros".into(),
        1 => " GROS\n".into(),
        2 => "Détail".into(),
        3 => "\u{202e}Passage".into(),
        4 => "★".into(),
        5 => "x".repeat(95 + usize::from(n) / 20),
        6 => String::new(),
        _ => format!("Nom {}", n / 16),
    }
}

fn registration(model: &Model, a: u8, b: u8, c: u8) -> Registration {
    // A few numbers from outside, so that some are taken already.
    let number = if a.is_multiple_of(4) { format!("{}", b % 9) } else { String::new() };
    let mut client = Client { number, ..company(&format!("Client {}", text(a, b))) };
    hold(model, &mut client, b, c);
    Registration {
        client,
        note: if c.is_multiple_of(3) { text(b, c) } else { String::new() },
        distinct_from: if c.is_multiple_of(5) {
            vec![ClientId(pick(model, Kind::Client, b))]
        } else {
            Vec::new()
        },
        with: belongings(a, b, c),
    }
}

/// Puts a client in a category and gives it a value; now and then of what is not there.
fn hold(model: &Model, client: &mut Client, b: u8, c: u8) {
    if b.is_multiple_of(3) {
        let id = pick(model, Kind::Category, c);
        if client.categories.contains(&id) {
            client.categories.retain(|one| *one != id);
        } else {
            client.categories.push(id);
        }
    }
    if b % 3 == 1 {
        client.custom.insert(pick(model, Kind::CustomField, c), choice(c));
    }
}

fn belongings(a: u8, b: u8, c: u8) -> Belongings {
    Belongings {
        new_categories: if a % 5 < 2 { vec![name(b % 4), name(c % 5)] } else { Vec::new() },
        new_fields: if a % 5 == 2 { vec![(Arc::new(field(b)), choice(c))] } else { Vec::new() },
        notes: if a.is_multiple_of(7) { vec![new_note(0, b, c)] } else { Vec::new() },
        consents: if b.is_multiple_of(4) { vec![consent(None, b, c)] } else { Vec::new() },
        attachments: if c.is_multiple_of(6) { vec![staged(a)] } else { Vec::new() },
    }
}

fn change(model: &Model, id: u64, b: u8, c: u8) -> Change {
    let Ok(client) = model.get::<Client>(id);
    let before = client.unwrap_or_else(|| Client { id: ClientId(id), ..company("Nobody") });
    let mut after = before.clone();
    match b % 6 {
        0 => after.company = format!("Renamed {}", text(b, c)),
        1 => after.number = format!("{}", c % 9),
        2 => after.company = String::new(),
        3 | 4 => hold(model, &mut after, b, c),
        _ => {}
    }
    let notes = model.ids(Kind::Note).into_iter().filter_map(|id| {
        let Ok(note) = model.get::<Note>(id);
        note.filter(|note| note.client == before.id)
    });
    let note = c.is_multiple_of(2).then(|| NoteChange {
        before: notes.into_iter().next(),
        text: if c.is_multiple_of(3) { String::new() } else { text(c, b) },
    });
    let with = if b.is_multiple_of(5) { belongings(c, b, b) } else { Belongings::default() };
    Change { before, after, note, with }
}

fn of_category(model: &Model, kind: u8, [a, b, c]: [u8; 3]) -> CategoryCommand {
    let category = |n| pick(model, Kind::Category, n);
    let clients = [b, c].map(|n| ClientId(pick(model, Kind::Client, n))).to_vec();
    match kind {
        14 => CategoryCommand::Create { name: name(a), tint: Tint::ALL.get(usize::from(b)).copied() },
        15 => {
            let before = before(model, a, Category::default);
            let tint = Tint::ALL[usize::from(c) % Tint::ALL.len()];
            let after = Category { name: name(b), tint, ..before.clone() };
            CategoryCommand::Change { before, after }
        }
        16 => CategoryCommand::Merge { from: category(a), into: category(b) },
        17 => CategoryCommand::Delete(category(a)),
        18 | 19 => CategoryCommand::Assign { category: category(a), clients },
        _ => CategoryCommand::Unassign { category: category(a), clients },
    }
}

/// What can be chosen.
fn choice(n: u8) -> String {
    ["Bronze", "Argent", "Or"][usize::from(n) % 3].to_owned()
}

fn of_custom_field(model: &Model, kind: u8, [a, b, c]: [u8; 3]) -> CustomFieldCommand {
    let field = |n| pick(model, Kind::CustomField, n);
    match kind {
        21 | 22 => {
            let choices = vec![choice(b), choice(c), name(c)];
            CustomFieldCommand::Create(CustomField { name: name(a), choices, ..self::field(b) })
        }
        23 | 24 => {
            let before = before(model, a, CustomField::default);
            let choices = vec![choice(b), choice(c)];
            let hidden = b.is_multiple_of(2);
            let after = if kind == 23 {
                CustomField { name: name(b), ..before.clone() }
            } else {
                CustomField { choices, hidden, ..before.clone() }
            };
            CustomFieldCommand::Change { before, after, renamed: vec![(choice(a), choice(b))] }
        }
        25 => CustomFieldCommand::Arrange(vec![field(a), field(b), field(c)]),
        _ => CustomFieldCommand::Delete(field(a)),
    }
}

/// A custom field of any kind.
fn field(n: u8) -> CustomField {
    CustomField {
        name: name(n),
        kind: FieldKind::ALL[usize::from(n) % FieldKind::ALL.len()],
        choices: vec![choice(n)],
        hidden: n.is_multiple_of(7),
        ..CustomField::default()
    }
}

fn new_note(client: u64, b: u8, c: u8) -> NewNote {
    NewNote {
        client: ClientId(client),
        kind: NoteKind::ALL[usize::from(b) % NoteKind::ALL.len()],
        date: stamp(0).today,
        text: if c.is_multiple_of(9) { " \n".into() } else { text(b, c) },
        pinned: c.is_multiple_of(2),
        remind: b.is_multiple_of(3).then_some(stamp(0).today),
        attachments: (0..c % 3).map(|n| staged(n + 1)).collect(),
    }
}

fn of_note(model: &Model, kind: u8, [a, b, c]: [u8; 3]) -> NoteCommand {
    let nothing = || Note {
        id: 999,
        client: ClientId(1),
        date: stamp(0).today,
        kind: NoteKind::Note,
        text: text(a, b),
        pinned: false,
        remind: None,
    };
    let remind = b.is_multiple_of(3).then_some(stamp(0).today);
    match kind {
        27 | 28 => NoteCommand::Add(new_note(pick(model, Kind::Client, a), b, c)),
        29 => {
            let before = before(model, a, nothing);
            let (pinned, text) = match c % 3 {
                0 => (!before.pinned, before.text.clone()),
                1 => (before.pinned, text(c, b)),
                _ => (before.pinned, String::new()),
            };
            let after = Note { pinned, text, remind, ..before.clone() };
            NoteCommand::Change { before, after }
        }
        _ => NoteCommand::Delete(pick(model, Kind::Note, a)),
    }
}

fn consent(evidence: Option<u64>, b: u8, c: u8) -> NewConsent {
    NewConsent {
        purpose: Purpose::ALL[usize::from(b) % 2],
        channels: Channel::ALL.into_iter().take(usize::from(c % 4)).collect(),
        answer: [Answer::Given, Answer::Refused, Answer::Withdrawn][usize::from(b) % 3],
        day: match c % 5 {
            0 => stamp(0).today.pred_opt(),
            1 => stamp(0).today.succ_opt(),
            _ => None,
        },
        method: Method::ALL[usize::from(c) % Method::ALL.len()],
        wording: Wording { language: "fr".into(), words: "Je vous envoie vos factures ?".into() },
        evidence,
    }
}

fn of_consent(model: &Model, a: u8, b: u8, c: u8) -> ConsentCommand {
    ConsentCommand::Record {
        client: ClientId(pick(model, Kind::Client, a)),
        consent: consent(c.is_multiple_of(3).then(|| pick(model, Kind::Attachment, b)), b, c),
        file: b.is_multiple_of(3).then(|| staged(c)),
    }
}

/// A file under a path; now and then none that can be kept.
fn staged(n: u8) -> Staged {
    let size = if n % 50 == 49 { Attachment::LARGEST + 1 } else { super::files::staged("", n).size };
    Staged { name: format!("dossier/contrat {n}.pdf"), size, ..super::files::staged("", n) }
}

fn of_attachment(model: &Model, kind: u8, [a, b, c]: [u8; 3]) -> AttachmentCommand {
    match kind {
        33 => AttachmentCommand::Attach {
            client: ClientId(pick(model, Kind::Client, a)),
            note: b.is_multiple_of(2).then(|| pick(model, Kind::Note, b)),
            files: (0..c % 3).map(|n| staged(n.wrapping_add(b))).collect(),
        },
        34 => {
            let nothing = || Attachment {
                id: 999,
                client: ClientId(1),
                note: None,
                name: "a.pdf".into(),
                size: 1,
                sha256: Sha256("0a".repeat(32)),
                added: stamp(0).at,
            };
            AttachmentCommand::Rename { before: before(model, a, nothing), name: name(b) }
        }
        _ => AttachmentCommand::Delete(pick(model, Kind::Attachment, a)),
    }
}

/// Another wish, switch or question; now and then of a policy that is none.
fn of_policy(model: &Model, a: u8, b: u8, c: u8) -> PolicyCommand {
    let Ok(now) = model.get::<Policy>(Policy::ID);
    let before = now.filter(|_| !c.is_multiple_of(16)).unwrap_or_default();
    let kind = if c.is_multiple_of(2) { ClientKind::Company } else { ClientKind::Individual };
    let wish = Wish::ALL[usize::from(b) % Wish::ALL.len()];
    let after = match a % 4 {
        0 => before.clone().with_strict(!before.is_strict()),
        1 => before.clone().with_question("fr", Purpose::Offers, &text(b, c)),
        _ => before.clone().with(Field::ALL[usize::from(a) % Field::ALL.len()], kind, wish),
    };
    PolicyCommand::Change { before, after }
}
