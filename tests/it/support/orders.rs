//! Commands on a model: done, or refused.

use comptoir::domain::client::{Client, ClientId};
use comptoir::domain::command::{
    AttachmentCommand, CategoryCommand, ClientCommand, Command, ConsentCommand, CustomFieldCommand, Done,
    Failure, NoteCommand, Refused, Registration,
};
use comptoir::domain::numbering::{Sequence, Sequences};
use comptoir::domain::record::{Record, Scan, Store as _};

use super::book::{company, stamp};
use super::model::Model;

/// What can be ordered.
pub(crate) trait Order {
    fn command(self) -> Command;
}

macro_rules! order {
    ($($of:ident($command:ty)),*) => {
        $(impl Order for $command {
            fn command(self) -> Command {
                Command::$of(self)
            }
        })*
    };
}

order!(
    Client(ClientCommand),
    Category(CategoryCommand),
    CustomField(CustomFieldCommand),
    Note(NoteCommand),
    Consent(ConsentCommand),
    Attachment(AttachmentCommand)
);

/// A store with these companies, numbered from 1 on.
pub(crate) fn model(names: &[&str]) -> Model {
    let mut model = Model::default();
    for name in names {
        let registration = Registration { client: company(name), ..Registration::default() };
        done(&mut model, ClientCommand::Register(Box::new(registration)));
    }
    model
}

/// Applies a command that must succeed.
#[track_caller]
pub(crate) fn done(model: &mut Model, order: impl Order) -> Done {
    match order.command().apply(model, stamp(5)) {
        Ok(done) => done,
        Err(failure) => panic!("{failure:?}"),
    }
}

/// Why a command is refused.
#[track_caller]
pub(crate) fn refused(model: &Model, order: impl Order) -> Refused {
    match order.command().apply(&mut model.clone(), stamp(5)) {
        Err(Failure::Refused(refused)) => refused,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn client(model: &Model, id: u64) -> Option<Client> {
    let Ok(client) = model.get(id);
    client
}

/// Keeps a record as it is, without a command.
pub(crate) fn put<R: Record>(model: &mut Model, record: &R) {
    record.validate().unwrap();
    let Ok(()) = model.put(record);
}

/// Every record of a kind, by id.
pub(crate) fn all<R: Record>(model: &Model) -> Vec<R> {
    let mut all = Vec::new();
    let Ok(()) = model.scan(Scan::All, |record| all.push(record));
    all
}

/// The last id or number given.
pub(crate) fn last(model: &Model, sequence: Sequence) -> u64 {
    let Ok(counted) = Sequences::read(model);
    counted.last(sequence)
}

pub(crate) fn ids(ids: &[u64]) -> Vec<ClientId> {
    ids.iter().copied().map(ClientId).collect()
}
