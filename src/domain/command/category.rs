//! Changes of categories, and of who is in them.

use super::{
    Act, Done, Failure, Refused, Stamp, change_clients, counting, holder, name_is_free, put, referring,
    unchanged,
};
use crate::domain::category::{Category, Tint};
use crate::domain::client::ClientId;
use crate::domain::label;
use crate::domain::numbering::{Sequence, Sequences};
use crate::domain::record::{Kind, Store};

/// A change of categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CategoryCommand {
    /// Makes a category.
    Create {
        /// Its name, which no other has.
        name: String,
        /// Its colour; none for the one whose turn it is.
        tint: Option<Tint>,
    },
    /// Gives a category another name or colour.
    Change {
        /// As it was looked at.
        before: Category,
        /// As it shall be; the id stays.
        after: Category,
    },
    /// Puts the clients of one category into another, and deletes the one.
    Merge {
        /// The one that goes.
        from: u64,
        /// The one that stays.
        into: u64,
    },
    /// Deletes a category; the clients in it stay.
    Delete(u64),
    /// Puts clients into a category.
    Assign {
        /// The category.
        category: u64,
        /// Who is put into it; whoever is in it stays.
        clients: Vec<ClientId>,
    },
    /// Takes clients out of a category.
    Unassign {
        /// The category.
        category: u64,
        /// Who is taken out; whoever is not in it stays out.
        clients: Vec<ClientId>,
    },
}

impl CategoryCommand {
    pub(super) fn apply<S: Store>(&self, store: &mut S, stamp: Stamp) -> Result<Done, Failure<S::Error>> {
        let (act, clients) = match self {
            Self::Create { name, tint } => {
                create(store, name, *tint)?;
                (Act::CreateCategory, Vec::new())
            }
            Self::Change { before, after } => {
                change(store, before, after)?;
                (Act::ChangeCategory, Vec::new())
            }
            Self::Merge { from, into } => (Act::MergeCategories, merge(store, *from, *into, stamp)?),
            Self::Delete(id) => (Act::DeleteCategory, delete(store, *id, stamp)?),
            Self::Assign { category, clients } => {
                (Act::AssignCategory, some(assign(store, *category, clients, stamp)?)?)
            }
            Self::Unassign { category, clients } => {
                (Act::UnassignCategory, some(unassign(store, *category, clients, stamp)?)?)
            }
        };
        Ok(Done { act, clients })
    }
}

fn create<S: Store>(store: &mut S, name: &str, tint: Option<Tint>) -> Result<(), Failure<S::Error>> {
    counting(store, |store, counted| {
        let id = counted.next(Sequence::CategoryId);
        let tint = tint.unwrap_or_else(|| Tint::of(id));
        let category = Category { id, name: label::cleaned(name), tint };
        name_is_free(store, &category, &category.name)?;
        put(store, &category)
    })
}

fn change<S: Store>(store: &mut S, before: &Category, after: &Category) -> Result<(), Failure<S::Error>> {
    unchanged(store, before)?;
    let after = Category { id: before.id, name: label::cleaned(&after.name), tint: after.tint };
    if after == *before {
        return Err(Refused::NothingToDo.into());
    }
    name_is_free(store, &after, &after.name)?;
    put(store, &after)
}

fn merge<S: Store>(
    store: &mut S,
    from: u64,
    into: u64,
    stamp: Stamp,
) -> Result<Vec<ClientId>, Failure<S::Error>> {
    if from == into {
        return Err(Refused::NothingToDo.into());
    }
    must_be_there(store, from)?;
    must_be_there(store, into)?;
    let ids = referring(store, Kind::Category, from)?;
    let clients = change_clients(store, &ids, stamp, |client| {
        if client.categories.contains(&into) {
            client.categories.retain(|id| *id != from);
        } else {
            // It stands where the other stood.
            client.categories.iter_mut().filter(|id| **id == from).for_each(|id| *id = into);
        }
    })?;
    store.remove::<Category>(from).map_err(Failure::Store)?;
    Ok(clients)
}

fn delete<S: Store>(store: &mut S, id: u64, stamp: Stamp) -> Result<Vec<ClientId>, Failure<S::Error>> {
    must_be_there(store, id)?;
    let ids = referring(store, Kind::Category, id)?;
    let clients = change_clients(store, &ids, stamp, |client| client.categories.retain(|one| *one != id))?;
    store.remove::<Category>(id).map_err(Failure::Store)?;
    Ok(clients)
}

fn assign<S: Store>(
    store: &mut S,
    category: u64,
    clients: &[ClientId],
    stamp: Stamp,
) -> Result<Vec<ClientId>, Failure<S::Error>> {
    must_be_there(store, category)?;
    change_clients(store, clients, stamp, |client| {
        if !client.categories.contains(&category) {
            client.categories.push(category);
        }
    })
}

fn unassign<S: Store>(
    store: &mut S,
    category: u64,
    clients: &[ClientId],
    stamp: Stamp,
) -> Result<Vec<ClientId>, Failure<S::Error>> {
    must_be_there(store, category)?;
    change_clients(store, clients, stamp, |client| client.categories.retain(|one| *one != category))
}

fn must_be_there<S: Store>(store: &S, id: u64) -> Result<(), Failure<S::Error>> {
    match store.get::<Category>(id).map_err(Failure::Store)? {
        Some(_) => Ok(()),
        None => Err(Refused::RecordGone(Kind::Category).into()),
    }
}

fn some<E>(clients: Vec<ClientId>) -> Result<Vec<ClientId>, Failure<E>> {
    if clients.is_empty() { Err(Refused::NothingToDo.into()) } else { Ok(clients) }
}

/// The id of the category with this name, made if there is none.
pub(super) fn category_named<S: Store>(
    store: &mut S,
    counted: &mut Sequences,
    name: &str,
) -> Result<u64, Failure<S::Error>> {
    let mut category = Category { name: label::cleaned(name), ..Category::default() };
    if let Some(id) = holder(store, &category)? {
        return Ok(id);
    }
    category.id = counted.next(Sequence::CategoryId);
    category.tint = Tint::of(category.id);
    put(store, &category)?;
    Ok(category.id)
}
