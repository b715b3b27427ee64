//! One test binary whose files mirror `src`.
// Helpers of tests may do what tests may.
#![cfg(test)]

mod support;

mod export;
mod format;
mod import;
mod architecture;
mod format;
mod names;
mod source;
mod store_backup;
mod store_check;
mod store_file;
mod store_write;
mod text;

mod domain_checks;
