//! One test binary whose files mirror `src`.

mod grid;
mod support;
mod widgets;
