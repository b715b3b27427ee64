//! What tests share: a book with clients, a plain model of one, commands, and a disk that fails.

pub(crate) mod behind;
pub(crate) mod book;
pub(crate) mod commands;
pub(crate) mod disk;
pub(crate) mod model;
pub(crate) mod random;
