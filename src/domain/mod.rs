//! The trade in its own terms. Pure: no disk, no clock, no window, no language.
//!
//! Dates and moments come in as arguments. What a store must offer is the port in [`record`]; every change
//! there can be is a [`command::Command`].
//!
//! # Glossary
//! - **Client**: a company or an individual who is, or may be, invoiced ([`client::Client`]).
//! - **Starred** field: a field that makes a record *complete*; it blocks nothing ([`policy`]).
//! - **Declined**: the client does not wish to give a starred value; it then counts as answered.
//! - **Doubt**: a value that may be wrong. It is kept as typed and marked "to check" ([`doubt`]).
//! - **Missing**: a starred field with neither a value nor a refusal. Computed, never stored.
//! - **Near**: a name that is another one misspelt ([`near`]).
//! - **Twin**: another client who is likely to be the same one ([`duplicate`]).
//! - **Reminder**: a day that a note reminds of, until that is done or put off ([`note::Note::remind`]).
//! - **Review**: what is said before anything is registered ([`review`]).
#![deny(clippy::float_arithmetic, clippy::as_conversions, clippy::arithmetic_side_effects)]

pub mod address;
pub mod attachment;
pub mod base;
pub mod category;
pub mod check;
pub mod city;
pub mod client;
pub mod command;
pub mod consent;
pub mod country;
pub mod custom_field;
pub mod decimal;
pub mod department;
pub mod doubt;
pub mod duplicate;
pub mod email;
pub mod field;
pub mod fold;
pub mod identifier;
pub mod item;
pub mod label;
pub mod language;
pub mod line;
pub mod near;
pub mod note;
pub mod numbering;
pub mod phone;
pub mod place;
pub mod policy;
mod provider;
pub mod purpose;
mod reason;
pub mod record;
pub mod review;
pub mod setup;
pub mod split;
pub mod terms;
pub mod typed;
pub mod usage;
pub mod vat;
