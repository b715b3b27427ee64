//! Changes of custom fields, and of what clients hold in them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Act, Done, Failure, Refused, Stamp, change_clients, counting, holder, name_is_free, put, referring,
    unchanged,
};
use crate::domain::client::ClientId;
use crate::domain::custom_field::CustomField;
use crate::domain::label;
use crate::domain::numbering::{Sequence, Sequences};
use crate::domain::place::Place;
use crate::domain::record::{Kind, Scan, Store};

/// A change of custom fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomFieldCommand {
    /// Makes a custom field, the last one; id and rank are given by the command.
    Create(CustomField),
    /// Changes a custom field.
    Change {
        /// As it was looked at.
        before: CustomField,
        /// As it shall be; id and rank stay.
        after: CustomField,
        /// Choices that have another name now: the old one and the new one. The values of clients follow. What clients
        /// hold of a choice that is gone stays, and is doubted.
        renamed: Vec<(String, String)>,
    },
    /// Puts custom fields in this order; those not named come after, in the order they had.
    Arrange(Vec<u64>),
    /// Deletes a custom field with everything that clients hold in it.
    Delete(u64),
}

impl CustomFieldCommand {
    pub(super) fn apply<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        let (act, clients) = match self {
            Self::Create(field) => {
                create(store, field)?;
                (Act::CreateCustomField, Vec::new())
            }
            Self::Change { before, after, renamed } => {
                (Act::ChangeCustomField, change(store, before, after, renamed, stamp)?)
            }
            Self::Arrange(ids) => {
                arrange(store, ids)?;
                (Act::ArrangeCustomFields, Vec::new())
            }
            Self::Delete(id) => (Act::DeleteCustomField, delete(store, *id, stamp)?),
        };
        Ok(Done { act, clients })
    }
}

/// The field with its texts on one line each; a choice once, and none that is empty.
fn cleaned(field: &CustomField) -> CustomField {
    let mut seen = BTreeSet::from([String::new()]);
    let choices = field.choices.iter().map(|choice| label::cleaned(choice));
    let choices = choices.filter(|choice| seen.insert(label::key(choice))).collect();
    CustomField { name: label::cleaned(&field.name), choices, ..field.clone() }
}

fn create<S: Store>(store: &mut S, field: &CustomField) -> Result<(), Failure<S::Error>> {
    counting(store, |store, counted| {
        let field = last_one(store, counted, field)?;
        name_is_free(store, &field, &field.name)?;
        put(store, &field)
    })
}

/// A new field, after all others.
fn last_one<S: Store>(
    store: &S,
    counted: &mut Sequences,
    field: &CustomField,
) -> Result<CustomField, Failure<S::Error>> {
    let last = all(store)?.iter().map(|field| field.rank).max();
    let rank = last.map_or(0, |last| last.saturating_add(1));
    Ok(CustomField { id: counted.next(Sequence::CustomFieldId), rank, ..cleaned(field) })
}

/// The id of the custom field with the name of this one, made if there is none.
pub(super) fn field_named<S: Store>(
    store: &mut S,
    counted: &mut Sequences,
    field: &CustomField,
) -> Result<u64, Failure<S::Error>> {
    let named = CustomField { id: 0, ..cleaned(field) };
    if let Some(id) = holder(store, &named)? {
        return Ok(id);
    }
    let field = last_one(store, counted, &named)?;
    put(store, &field)?;
    Ok(field.id)
}

fn change<S: Store>(
    store: &mut S,
    before: &CustomField,
    after: &CustomField,
    renamed: &[(String, String)],
    stamp: Stamp,
) -> Result<Vec<ClientId>, Failure<S::Error>> {
    unchanged(store, before)?;
    let id = before.id;
    let after = CustomField { id, rank: before.rank, ..cleaned(after) };
    if after == *before {
        return Err(Refused::NothingToDo.into());
    }
    name_is_free(store, &after, &after.name)?;
    put(store, &after)?;
    let renamed: BTreeMap<&str, String> = renamed
        .iter()
        .map(|(old, new)| (old.as_str(), label::cleaned(new)))
        .filter(|(_, new)| after.choices.contains(new))
        .collect();
    if renamed.is_empty() {
        return Ok(Vec::new());
    }
    let ids = referring(store, Kind::CustomField, id)?;
    change_clients(store, &ids, stamp, |client| {
        if let Some(value) = client.custom.get_mut(&id)
            && let Some(new) = renamed.get(value.as_str())
        {
            value.clone_from(new);
        }
    })
}

fn arrange<S: Store>(store: &mut S, order: &[u64]) -> Result<(), Failure<S::Error>> {
    let place: BTreeMap<u64, usize> = order.iter().copied().zip(0..).collect();
    let mut fields = all(store)?;
    if order.iter().any(|id| fields.iter().all(|field| field.id != *id)) {
        return Err(Refused::RecordGone(Kind::CustomField).into());
    }
    fields.sort_by_key(|field| (place.get(&field.id).copied().unwrap_or(usize::MAX), field.rank, field.id));
    let mut changed = false;
    for (rank, field) in (0..).zip(fields) {
        if field.rank != rank {
            put(store, &CustomField { rank, ..field })?;
            changed = true;
        }
    }
    if changed { Ok(()) } else { Err(Refused::NothingToDo.into()) }
}

fn delete<S: Store>(store: &mut S, id: u64, stamp: Stamp) -> Result<Vec<ClientId>, Failure<S::Error>> {
    if store.get::<CustomField>(id).map_err(Failure::Store)?.is_none() {
        return Err(Refused::RecordGone(Kind::CustomField).into());
    }
    let ids = referring(store, Kind::CustomField, id)?;
    let clients = change_clients(store, &ids, stamp, |client| {
        client.custom.remove(&id);
        client.kept.remove(&Place::Custom(id));
    })?;
    store.remove::<CustomField>(id).map_err(Failure::Store)?;
    Ok(clients)
}

fn all<S: Store>(store: &S) -> Result<Vec<CustomField>, Failure<S::Error>> {
    let mut fields = Vec::new();
    store.scan(Scan::All, |field| fields.push(field)).map_err(Failure::Store)?;
    Ok(fields)
}
