//! One test binary whose files mirror `src`.
// Helpers of tests may do what tests may.
#![cfg(test)]

mod support;

mod architecture;
mod cli;
mod domain_checks;
mod export;
mod format;
mod headers;
mod import;
mod names;
mod source;
mod store_backup;
mod store_check;
mod store_file;
mod store_write;
mod text;
