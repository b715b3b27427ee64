//! What tests share: a book with clients, and disks that fail.

pub(crate) mod behind;
pub(crate) mod book;
