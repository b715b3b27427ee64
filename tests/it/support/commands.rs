//! Commands of every kind, sensible and not, from a few numbers: few numbers shrink well.

use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{
    Belongings, Change, ClientCommand, Command, Import, NoteChange, Registration,
};
use comptoir::domain::note::Note;
use comptoir::domain::record::{Kind, Store as _};

use super::book::company;
use super::model::Model;
use super::random::Random;

/// What a command is made of.
pub(crate) type Numbers = [u8; 4];

pub(crate) fn numbers(random: &mut Random) -> Numbers {
    random.next().to_be_bytes()[..4].try_into().unwrap()
}

/// A command for a book that holds this. Now and then it asks for what cannot be.
pub(crate) fn command(model: &Model, [kind, a, b, c]: Numbers) -> Command {
    let clients = model.ids(Kind::Client);
    // One past the end is nobody.
    let pick = |n: u8| clients.get(usize::from(n) % (clients.len() + 1)).copied().unwrap_or(999);
    Command::Client(match kind % 12 {
        0..=3 => ClientCommand::Register(Box::new(registration(&pick, a, b, c))),
        4 | 5 => ClientCommand::Change(Box::new(change(model, pick(a), b, c))),
        6 => ClientCommand::Archive(vec![ClientId(pick(a)), ClientId(pick(b))]),
        7 => ClientCommand::Reactivate(vec![ClientId(pick(a))]),
        8 => ClientCommand::Delete(vec![ClientId(pick(a))]),
        9 => ClientCommand::Delete(vec![ClientId(pick(a)), ClientId(pick(b))]),
        10 => ClientCommand::Import(Import {
            added: (0..a % 5).map(|n| registration(&pick, n.wrapping_add(b), n, c)).collect(),
            updated: if c.is_multiple_of(2) { vec![change(model, pick(b), a, c)] } else { Vec::new() },
        }),
        _ => ClientCommand::Distinguish(ClientId(pick(a)), ClientId(pick(b))),
    })
}

/// Texts of many lengths: some fit a page together, some need pages of their own.
fn text(a: u8, b: u8) -> String {
    format!("{a} {}", "é".repeat(usize::from(b) * usize::from(b % 7)))
}

fn registration(pick: &impl Fn(u8) -> u64, a: u8, b: u8, c: u8) -> Registration {
    // A few numbers from outside, so that some are taken already.
    let number = if a.is_multiple_of(4) { format!("{}", b % 9) } else { String::new() };
    Registration {
        client: Client { number, ..company(&format!("Client {}", text(a, b))) },
        note: if c.is_multiple_of(3) { text(b, c) } else { String::new() },
        distinct_from: if c.is_multiple_of(5) { vec![ClientId(pick(b))] } else { Vec::new() },
        ..Registration::default()
    }
}

fn change(model: &Model, id: u64, b: u8, c: u8) -> Change {
    let Ok(client) = model.get::<Client>(id);
    let before = client.unwrap_or_else(|| Client { id: ClientId(id), ..company("Nobody") });
    let mut after = before.clone();
    match b % 4 {
        0 => after.company = format!("Renamed {}", text(b, c)),
        1 => after.number = format!("{}", c % 9),
        2 => after.company = String::new(),
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
    Change { before, after, note, with: Belongings::default() }
}
