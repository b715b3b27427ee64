//! Files that come in and go out.

pub mod attached;
pub mod backup;
pub mod csv;
pub mod export;
pub mod formula;
pub mod headers;
pub mod import;
pub mod incoming;
pub mod notes;
pub mod opened;
pub mod replace;
mod same;
pub mod settings;
mod synonyms;
pub mod view;
mod words;
