//! One test binary whose files mirror `src`.

mod domain_checks;
