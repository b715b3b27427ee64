//! What tests share: a book with clients, disks that fail, a stage for widgets.

pub(crate) mod behind;
pub(crate) mod book;
pub(crate) mod stage;
