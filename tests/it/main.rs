//! One test binary whose files mirror `src`.
// Helpers of tests may do what tests may.
#![cfg(test)]

mod support;

mod export;
mod format;
mod import;
mod source;
mod store_write;
mod text;

mod domain_checks;
