//! What becomes of each column of a table: guessed, changed by the user, and remembered for the next file that is headed
//! alike.

use std::collections::BTreeSet;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::custom::custom_of;
use super::guess::Guess;
use super::headers::{columns, gnucash};
use super::table::{Table, Unreadable};
use super::target::{ADDRESS_LINES, Column, POSTAL, Target};
use super::words::says_nothing;
use crate::domain::custom_field::{CustomField, FieldKind};
use crate::domain::field::Field;
use crate::domain::label;
use crate::domain::record::Invalid;
use crate::domain::setup::Setup;

/// What becomes of the columns of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<Mapped>,
    /// Whether the first row heads the columns, and is no client.
    pub headed: bool,
}

/// What becomes of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// Its header as it stands in the file.
    pub header: String,
    /// The first value in it; empty if it has none.
    pub sample: String,
    /// What it becomes; none: it goes into the note, under its header.
    pub target: Option<Target>,
    /// The kind that a custom field of its own would have, by its values.
    pub kind: FieldKind,
    /// What it means by its header, also where another column has that.
    meaning: Option<Target>,
}

/// How many rows are looked at for what stands in a column.
const LOOKED_AT: usize = 1_000;
/// Where ids begin that custom fields have until the book has made them: no book counts so far.
pub(super) const FIRST_NEW_FIELD: u64 = 1 << 63;

impl Mapping {
    /// Guesses by the headers, and by what stands below them.
    pub fn guess(table: &Table, setup: &Setup) -> Result<Self, Unreadable> {
        let header = table.header();
        let headed = table.is_headed();
        let columns =
            if headed { columns((0..header.len()).map(|at| header.cell(at)), setup) } else { gnucash(setup) };
        let mut guesses: Vec<Guess> = columns.iter().map(|_| Guess::default()).collect();
        for row in table.all().skip(usize::from(headed)).take(LOOKED_AT) {
            let row = row?;
            for (at, guess) in guesses.iter_mut().enumerate() {
                guess.look(row.cell(at), setup, table.point());
            }
        }
        let mut mapping = Self { columns: Vec::new(), headed };
        for (column, guess) in columns.into_iter().zip(guesses) {
            let kind = custom_of(&column.header).map_or_else(|| guess.kind(), |field| field.kind);
            let Column { header, target, meaning } = column;
            mapping.columns.push(Mapped { header, sample: guess.first, target, kind, meaning });
        }
        mapping.make_named_fields(setup);
        Ok(mapping)
    }

    /// A header that names a custom field with its kind asks for it.
    fn make_named_fields(&mut self, setup: &Setup) {
        for at in 0..self.columns.len() {
            let Some(column) = self.columns.get_mut(at) else { continue };
            if column.target.is_none() && custom_of(&column.header).is_some() {
                column.target = Some(Target::NewField(column.kind));
                if self.new_field(at, setup).is_none()
                    && let Some(column) = self.columns.get_mut(at)
                {
                    column.target = None;
                }
            }
        }
    }

    /// Every column, from left to right.
    pub fn columns(&self) -> &[Mapped] {
        &self.columns
    }

    /// Says what a column becomes; none: it goes into the note. A column that became the same and cannot share it goes
    /// into the note.
    pub fn set(&mut self, column: usize, target: Option<Target>) {
        if let Some(target) = target.filter(|target| !target.is_shared()) {
            for (at, other) in self.columns.iter_mut().enumerate() {
                if at != column && other.target.is_some_and(|one| one.slot() == target.slot()) {
                    other.target = None;
                }
            }
        }
        if let Some(one) = self.columns.get_mut(column) {
            one.target = target;
        }
    }

    /// Makes a custom field of each column that would go into the note, holds something, and can name one.
    pub fn offer_fields(&mut self, setup: &Setup) {
        for at in 0..self.columns.len() {
            let offered = self.columns.get(at).filter(|one| one.target.is_none() && !one.sample.is_empty());
            let Some(kind) = offered.map(|one| one.kind) else { continue };
            self.set(at, Some(Target::NewField(kind)));
            if self.new_field(at, setup).is_none() {
                self.set(at, None);
            }
        }
    }

    /// Whether a cell holds no value: it is empty, or another program says so in it.
    pub fn is_bare(cell: &str) -> bool {
        says_nothing(cell)
    }

    /// Everything that a column can become beside the note, a field of its own and nothing.
    pub fn targets(setup: &Setup) -> Vec<Target> {
        let mut all = vec![Target::Name, Target::FullName, Target::ContactName, Target::Kind];
        all.extend(Field::ALL.map(Target::Field));
        all.push(Target::AddressBlock);
        all.extend((0..ADDRESS_LINES).map(Target::AddressLine));
        all.extend(POSTAL.map(Target::Delivery));
        all.extend([Target::Status, Target::Categories, Target::Note]);
        all.extend(setup.fields().iter().map(|field| Target::Custom(field.id)));
        all
    }

    /// What it is remembered under: the same for every table with these headers.
    pub fn key(&self) -> String {
        let mut hash = Sha256::new();
        for column in &self.columns {
            hash.update(label::key(&column.header).as_bytes());
            hash.update([0]);
        }
        let hash = hash.finalize();
        let start: [u8; 16] = std::array::from_fn(|at| hash.get(at).copied().unwrap_or_default());
        format!("mapping/{:032x}", u128::from_be_bytes(start))
    }

    /// What is remembered.
    pub fn remembered(&self) -> Vec<u8> {
        let targets: Vec<Option<Target>> = self.columns.iter().map(|column| column.target).collect();
        serde_json::to_vec(&targets).unwrap_or_default()
    }

    /// Takes over what was remembered of a table with these headers. What the book no longer has is left as it is.
    pub fn recall(&mut self, remembered: &[u8], setup: &Setup) {
        let Ok(targets) = serde_json::from_slice::<Vec<Option<Target>>>(remembered) else { return };
        if targets.len() != self.columns.len() {
            return;
        }
        for (at, target) in targets.into_iter().enumerate() {
            let gone = matches!(target, Some(Target::Custom(id)) if setup.field(id).is_none());
            if !gone {
                self.set(at, target);
            }
            // The field that was made for it last time is there now.
            if matches!(target, Some(Target::NewField(_)))
                && let Some(field) = self.columns.get(at).and_then(|one| setup.field_named(&one.header))
            {
                self.set(at, Some(Target::Custom(field.id)));
            }
        }
    }

    /// The custom field that a column is to make; none if it makes none, or none that can be.
    fn new_field(&self, at: usize, setup: &Setup) -> Option<CustomField> {
        let column = self.columns.get(at)?;
        let Some(Target::NewField(kind)) = column.target else { return None };
        let named = custom_of(&column.header);
        let name = named.as_ref().map_or_else(|| label::cleaned(&column.header), |field| field.name.clone());
        let choices = named.map(|field| field.choices).unwrap_or_default();
        let taken = setup.field_named(&name).is_some()
            || (0..at).filter_map(|before| self.new_field(before, setup)).any(|one| one.is_named(&name));
        Invalid::check_name("custom_field", &name, CustomField::LONGEST).ok()?;
        (!taken).then(|| CustomField { name, kind, choices, ..CustomField::default() })
    }

    /// The columns as they are read, and the fields that the book is still to make for them, with ids of their own.
    pub(super) fn resolved(
        &self,
        table: &Table,
        setup: &Setup,
    ) -> Result<(Vec<Column>, Vec<Arc<CustomField>>), Unreadable> {
        let mut fields: Vec<(usize, CustomField)> = (FIRST_NEW_FIELD..)
            .zip((0..self.columns.len()).filter_map(|at| Some((at, self.new_field(at, setup)?))))
            .map(|(id, (at, field))| (at, CustomField { id, ..field }))
            .collect();
        self.gather_choices(table, &mut fields)?;
        let columns = self.columns.iter().enumerate().map(|(at, column)| {
            let made =
                fields.iter().find(|(column, _)| *column == at).map(|(_, field)| Target::Custom(field.id));
            let target = match column.target {
                Some(Target::NewField(_)) => made,
                other => other,
            };
            Column { header: column.header.clone(), target, meaning: column.meaning.or(target) }
        });
        let columns = columns.collect();
        Ok((columns, fields.into_iter().map(|(_, field)| Arc::new(field)).collect()))
    }

    /// What can be chosen of a new field that is a choice and does not say it: what stands in its column.
    fn gather_choices(&self, table: &Table, fields: &mut [(usize, CustomField)]) -> Result<(), Unreadable> {
        let mut open: Vec<(&mut (usize, CustomField), BTreeSet<String>)> = fields
            .iter_mut()
            .filter(|(_, field)| field.kind == FieldKind::Choice && field.choices.is_empty())
            .map(|field| (field, BTreeSet::new()))
            .collect();
        if open.is_empty() {
            return Ok(());
        }
        for row in table.all().skip(usize::from(self.headed)) {
            let row = row?;
            for ((at, field), seen) in &mut open {
                let choice = label::cleaned(row.cell(*at));
                let fits = Invalid::check_name("choices", &choice, CustomField::LONGEST).is_ok()
                    && field.choices.len() < CustomField::MOST_CHOICES;
                if fits && seen.insert(label::key(&choice)) {
                    field.choices.push(choice);
                }
            }
        }
        for ((_, field), _) in open {
            field.choices.sort();
        }
        Ok(())
    }
}
