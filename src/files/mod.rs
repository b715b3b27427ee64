//! Files that come in and go out.

pub mod attached;
pub mod backup;
pub mod csv;
mod custom;
pub mod export;
pub mod formula;
mod guess;
pub mod headers;
pub mod import;
pub mod incoming;
mod list;
pub mod mapping;
pub mod notes;
pub mod opened;
pub mod replace;
mod said;
mod same;
pub mod settings;
pub mod source;
mod synonyms;
pub mod table;
pub mod target;
pub mod view;
mod words;
mod workbook;
