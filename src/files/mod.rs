//! Files that come in and go out.

pub mod csv;
pub mod headers;
pub mod import;
pub mod incoming;
mod same;
mod synonyms;
