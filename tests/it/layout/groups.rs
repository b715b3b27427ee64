//! Categories, custom fields and what waits to be done, with names of every length, for the walk through the pages.

use chrono::NaiveDate;
use comptoir::domain::client::ClientId;
use comptoir::domain::command::{CategoryCommand, Command, CustomFieldCommand, NewNote, NoteCommand};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::domain::note::NoteKind;

const LONG: &str =
    "Coopératives et groupements d’achat de la région Auvergne-Rhône-Alpes et des départements voisins";

/// What a book of sixty clients is grouped by, and what one is to be reminded of.
pub(super) fn commands() -> Vec<Command> {
    let mut commands: Vec<Command> = ["Grossistes", "Détaillants", LONG]
        .into_iter()
        .map(|name| Command::Category(CategoryCommand::Create { name: name.to_owned(), tint: None }))
        .collect();
    for (category, every) in [(1, 2), (2, 3), (3, 4)] {
        let clients = (1..=60).filter(|id| id % every == 0).map(ClientId).collect();
        commands.push(Command::Category(CategoryCommand::Assign { category, clients }));
    }
    for (name, kind) in
        [("Niveau", FieldKind::Choice), (LONG, FieldKind::Date), ("Plafond", FieldKind::Amount)]
    {
        let choices =
            if kind == FieldKind::Choice { vec!["Or".to_owned(), LONG.to_owned()] } else { Vec::new() };
        let field = CustomField { name: name.to_owned(), kind, choices, ..CustomField::default() };
        commands.push(Command::CustomField(CustomFieldCommand::Create(field)));
    }
    for (client, kind, text) in
        [(1, NoteKind::ImportantDate, LONG), (2, NoteKind::Call, "Rappeler pour le devis\ndes étagères")]
    {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let note = NewNote {
            client: ClientId(client),
            kind,
            date: day,
            text: text.to_owned(),
            pinned: false,
            remind: Some(day),
            attachments: Vec::new(),
        };
        commands.push(Command::Note(NoteCommand::Add(note)));
    }
    commands
}
