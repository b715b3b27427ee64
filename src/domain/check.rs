//! `check`: every rule over the whole book, as a list of named rules.
