//! One test binary whose files mirror `src`.
// Helpers of tests may do what tests may.
#![cfg(test)]

mod architecture;
mod format;
mod names;
mod source;
mod text;
