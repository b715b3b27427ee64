//! One test binary whose files mirror `src`.

mod support;

mod store_write;
