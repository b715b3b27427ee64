//! Numbers, dates and countries as people write them, by language.
