//! One test binary whose files mirror `src`.
// Helpers of tests may do what tests may.
#![cfg(test)]

mod support;

mod architecture;
mod cli;
mod commands;
mod domain_checks;
mod drafts;
mod export;
mod faults;
mod format;
mod grid;
mod import;
mod layout;
mod names;
mod properties;
mod register;
mod search;
mod source;
mod store_backup;
mod store_check;
mod store_file;
mod store_read;
mod store_undo;
mod store_write;
mod text;
mod widgets;
