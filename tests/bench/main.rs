//! Speed, side by side with what somebody would use instead: `cargo bench --bench speed`.
//!
//! At 100,000 clients by default; `-- --n 2000` for a small book, on which CI sees that the benches build and answer right.
//! Exit status 1: a figure is over its limit at 100,000 clients; 101: two answers that must be the same are not.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench measures, prints and stops at the first surprise"
)]

mod bare;
mod figure;
mod rows;

fn main() {
    rows::judge_the_judge();
}
