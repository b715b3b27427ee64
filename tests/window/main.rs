//! The program in a real window, used by role and accessible name: `cargo test --test window`.
//!
//! Needs Xvfb, xdotool and a GL drawn by software (README names the packages); each test starts a display of its own.
//! `test = false` in Cargo.toml, so that plain `cargo test` needs no display.
// Helpers of tests may do what tests may.
#![cfg(test)]
#![expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "places on a screen")]
#![expect(clippy::disallowed_methods, reason = "a test makes the files it works on")]

mod contact_sheets;
mod driver;
mod idle;
mod profile;
mod real_keys;
mod register;
mod sizes;
mod support;
mod survival;
mod two_windows;
