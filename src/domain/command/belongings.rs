//! What comes along with a client that is registered or changed in a form, in the same change.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::attachment::attach;
use super::category::category_named;
use super::consent::NewConsent;
use super::custom_field::field_named;
use super::note::NewNote;
use super::{Failure, Stamp};
use crate::domain::attachment::Staged;
use crate::domain::category::Category;
use crate::domain::client::{Client, ClientId};
use crate::domain::custom_field::CustomField;
use crate::domain::numbering::Sequences;
use crate::domain::record::{Record, Store};

/// What comes along with a client that is registered or changed in a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Belongings {
    /// Names of categories to make, and to put the client in.
    pub new_categories: Vec<String>,
    /// Custom fields to make, with what the client holds in each.
    pub new_fields: Vec<(Arc<CustomField>, String)>,
    /// Notes beside the first one; whom they are about is the client, whoever they name.
    pub notes: Vec<NewNote>,
    /// Answers to record.
    pub consents: Vec<NewConsent>,
    /// Files to attach; their bytes are in the book already.
    pub attachments: Vec<Staged>,
}

impl Belongings {
    /// Whether nothing is kept beside the client: new categories and fields are seen in the client itself.
    pub(super) fn keeps_nothing(&self) -> bool {
        self.notes.is_empty() && self.consents.is_empty() && self.attachments.is_empty()
    }

    /// The client in its categories, once in each, new ones made. What was deleted while the form was open is left out: a category, or
    /// a custom field with what it held.
    pub(super) fn categorised<S: Store>(
        &self,
        store: &mut S,
        counted: &mut Sequences,
        made: &mut MadeFields,
        client: Client,
    ) -> Result<Client, Failure<S::Error>> {
        let mut client = client;
        let mut seen = BTreeSet::new();
        client.categories.retain(|id| seen.insert(*id));
        retain_known::<Category, S, _>(store, &mut client.categories, |id| *id)?;
        let mut fields: Vec<_> = std::mem::take(&mut client.custom).into_iter().collect();
        retain_known::<CustomField, S, _>(store, &mut fields, |(id, _)| *id)?;
        client.custom = fields.into_iter().collect();
        for name in &self.new_categories {
            let id = category_named(store, counted, name)?;
            if !client.categories.contains(&id) {
                client.categories.push(id);
            }
        }
        for (field, value) in &self.new_fields {
            client.custom.insert(made.named(store, counted, field)?, value.clone());
        }
        Ok(client)
    }

    /// Adds the notes, records the answers and attaches the files; a file to the note, if there is one.
    pub(super) fn keep<S: Store>(
        &self,
        store: &mut S,
        counted: &mut Sequences,
        client: ClientId,
        note: Option<u64>,
        stamp: Stamp,
    ) -> Result<(), Failure<S::Error>> {
        for note in &self.notes {
            note.record(store, counted, client, stamp)?;
        }
        for consent in &self.consents {
            consent.record(store, counted, client, stamp)?;
        }
        for file in &self.attachments {
            attach(store, counted, client, note, file, stamp)?;
        }
        Ok(())
    }
}

/// The custom fields that a command has made or found so far: each client of an import names the same ones.
#[derive(Debug, Default)]
pub(super) struct MadeFields(Vec<(Arc<CustomField>, u64)>);

impl MadeFields {
    /// The id of the custom field with the name of this one, made if there is none.
    fn named<S: Store>(
        &mut self,
        store: &mut S,
        counted: &mut Sequences,
        field: &Arc<CustomField>,
    ) -> Result<u64, Failure<S::Error>> {
        if let Some((_, id)) = self.0.iter().find(|(one, _)| Arc::ptr_eq(one, field)) {
            return Ok(*id);
        }
        let id = field_named(store, counted, field)?;
        self.0.push((Arc::clone(field), id));
        Ok(id)
    }
}

/// Leaves out what refers to a record that is no longer there.
fn retain_known<R: Record, S: Store, T>(
    store: &S,
    list: &mut Vec<T>,
    id: impl Fn(&T) -> u64,
) -> Result<(), Failure<S::Error>> {
    let mut known = Vec::with_capacity(list.len());
    for one in list.drain(..) {
        if store.get::<R>(id(&one)).map_err(Failure::Store)?.is_some() {
            known.push(one);
        }
    }
    *list = known;
    Ok(())
}
