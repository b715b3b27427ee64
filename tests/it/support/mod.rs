//! What tests share: a book with clients, disks that fail, a stage for widgets.

pub(crate) mod behind;
pub(crate) mod book;
pub(crate) mod book_02;
pub(crate) mod clerk;
pub(crate) mod commands;
pub(crate) mod desktop;
pub(crate) mod disk;
pub(crate) mod doors;
pub(crate) mod files;
pub(crate) mod hands;
pub(crate) mod kinds;
pub(crate) mod known;
pub(crate) mod model;
pub(crate) mod orders;
pub(crate) mod random;
pub(crate) mod stage;
