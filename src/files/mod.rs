//! Files that come in and go out.

pub mod attached;
pub mod backup;
mod cell;
pub mod csv;
mod custom;
pub mod export;
pub mod formula;
pub mod headers;
pub mod import;
pub mod incoming;
mod json;
mod list;
pub mod notes;
pub mod opened;
pub mod replace;
mod said;
mod same;
pub mod settings;
mod synonyms;
pub mod view;
mod words;
mod xlsx;
