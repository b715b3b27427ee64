//! Files that come in and go out.

pub mod csv;
pub mod headers;
mod synonyms;
