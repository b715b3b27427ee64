//! Comptoir: the clients, invoices, payments and expenses of one self-employed person, in one file, offline.
//!
//! # Code map
//! | folder | what it is | what it never does |
//! | --- | --- | --- |
//! | [`domain`] | the trade in its own terms: clients, checks, duplicates, the review, every [command](domain::command) | disk, clock, window, threads, language |
//! | [`search`] | the index that answers a keystroke | disk, threads, language |
//! | [`store`] | the book's file: records, audit, undo, copies | draw; it alone names redb |
//! | [`files`] | CSV and JSON in and out, backups, settings, replacing a file safely | draw |
//! | [`jobs`] | the write thread and long work | draw; it alone starts threads |
//! | [`ui`] | the window: draws, and returns what was asked for | hold a database, touch the disk |
//! | [`cli`] | the same actions without a window | |
//! | [`clock`], [`language`], [`format`](mod@format), [`text`], [`demo`] | today; French, English, Spanish; numbers and dates as text; words; a book to try with | |
//!
//! `tests/it/architecture.rs` parses the source and keeps these walls; it is first shown a breach of each.
//!
//! # One change, end to end
//! A screen returns an [`Action`](ui::action::Action); `ui/app/perform.rs` asks the [`Desk`](jobs::Desk) for a
//! [`Command`](domain::command::Command); the write thread applies it in one transaction with its audit entry
//! ([`Writer`](store::Writer)), brings the [`Index`](search::Index) up to date and answers with a
//! [`Receipt`](store::Receipt), which `ui/app/logic.rs` hears before the next pass is drawn.
//!
//! # Rules that hold everywhere
//! - A change of the books is a command, or it is none: drafts and habits go through `Writer::scratch`.
//! - Nothing is stored that memory can answer; what is derived is made in one place and compared by `check`.
//! - Nothing is computed while drawing: screens are brought up to date in `refresh`, keyed by the revision.
//! - A value that may be wrong is kept as typed and marked; only an empty name stops a save.
//! - Ids and numbers are never used again. A field of a record is never removed and never changes its type.
//! - Words stand in `assets/text`, colours in `ui/theme.rs`, the time in [`clock`], each in one place.
//!
//! # Recipes
//! **To add a field of a client**, touch: `domain/field.rs` (its key), `domain/client.rs` (the record and `text`),
//! `domain/typed/read.rs` (from what was typed), `domain/item.rs` (its line in review and record), `assets/text/*.ftl` (`field-…`,
//! asked for in `text/sentence.rs`), and the section of the form it stands in (`ui/screens/client_form/fields.rs` for the first
//! screen, `sections.rs` for the others). Import, export, search, history and the record page follow from the field's key.
//! What a client's values are addressed by everywhere is a [`Place`](domain::place::Place).
//!
//! **A command**: a variant in `domain/command/KIND.rs` and its effect there; its line in `domain/command/act.rs`; its words
//! in `text/deed.rs`. Audit, undo, redo and the index follow.
//!
//! **A kind of record**: its file in `domain`, its `Kind` and whether it can be undone in `domain/record.rs`, its variant in
//! `store/held.rs`, its sequence in `domain/numbering.rs`, its rules in `domain/check.rs`, its commands in a file of
//! `domain/command`, and in `tests/it`: `properties.rs` (hostile bytes) and `support/commands.rs` (any commands). A category cost
//! a file of 90 lines and, counted now, some 20 lines in 4 files (10 in `held.rs`, 6 in `record.rs`, 2 in `numbering.rs`, 2 in
//! `store/subject.rs`) before its commands; of these each act is 2 lines in `act.rs`. What a book says of all clients goes into
//! [`Setup`](domain::setup::Setup), which screens, index, import and verbs are given.
//!
//! **A screen**: a struct in `ui/screens` with `refresh` and `ui`, its variant of `Screen`, an [`Action`](ui::action::Action)
//! that opens it, its entry in `ui/menu.rs`, its page in `tests/it` and on the contact sheet.
//!
//! **A verb**: its arguments in `cli/arguments.rs`, what it does in a file of `cli`, its words `cli-…`.

pub mod cli;
pub mod clock;
pub mod demo;
pub mod domain;
pub mod files;
pub mod format;
pub mod jobs;
pub mod language;
pub mod search;
pub mod store;
pub mod text;
pub mod ui;
