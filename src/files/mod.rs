//! Files that come in and go out.

pub mod replace;
