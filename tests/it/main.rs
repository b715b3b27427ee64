//! One test binary whose files mirror `src`.
// Helpers of tests may do what tests may.
#![cfg(test)]

mod support;

mod format;
mod layout;
mod store_write;
