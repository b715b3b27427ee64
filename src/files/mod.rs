//! Files that come in and go out.

pub mod backup;
pub mod replace;
