//! Comptoir: the clients, invoices, payments and expenses of one self-employed person, in one file, offline.
//!
//! # Code map
//! | folder | what it is | what it never does |
//! | --- | --- | --- |
//! | [`domain`] | the trade in its own terms | disk, clock, window, threads, language |
//! | [`search`] | the index that answers a keystroke | disk, threads, language |
//! | [`store`] | the book's file: records, audit, undo | draw; it alone names redb |
//! | [`files`] | CSV, JSON, replacing a file safely | draw |
//! | [`jobs`] | the write thread and long work | draw; it alone starts threads |
//! | [`ui`] | the window | hold books, touch the disk |
//! | [`cli`] | the same actions without a window | |
//! | [`clock`], [`text`], [`format`](mod@format) | today; words by language; numbers and dates as text | |

pub mod cli;
pub mod clock;
pub mod demo;
pub mod domain;
pub mod files;
pub mod format;
pub mod jobs;
pub mod search;
pub mod store;
pub mod text;
pub mod ui;
