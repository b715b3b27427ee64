//! One test binary whose files mirror `src`.

mod search;
