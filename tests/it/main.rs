//! One test binary whose files mirror `src`.
// Helpers of tests may do what tests may.
#![cfg(test)]

mod support;

mod faults;
mod properties;
mod store_backup;
mod store_check;
mod store_file;
mod store_read;
mod store_undo;
mod store_write;
