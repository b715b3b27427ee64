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
//! # One value, from the keystroke to the file
//! An e-mail is typed straight into [`Typed`](domain::typed::Typed) (`client_form/entry.rs`) and kept with the draft.
//! `Typed::parse` cleans it into the [`Client`](domain::client::Client) and loses nothing; `domain/doubt.rs` asks
//! `domain/email.rs` whether it looks wrong, and the [`Review`](domain::review::Review) shows it and makes the command. The
//! change runs as above: `Edit::put` encodes the record and derives from it, `Texts::email` folds it for the index, the part
//! before the @ apart from the part after. The table has no column of it: a row found by it says so (`search/shown.rs`).
//! An export with every key writes it from the one view of a client (`files/view.rs`), in CSV, sheets and JSON alike; an
//! export of the table's columns has none either.
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
//! **A command**: a variant in `domain/command/KIND.rs` and its effect there; each act that it does is two lines in
//! `domain/command/act.rs`, three in `text/deed.rs` and two in each catalogue. Audit, undo, redo and the index follow.
//!
//! **A kind of record**: its file in `domain`, with what it refers to, what it is called and what it can do without
//! ([`Record`](domain::record::Record)), and a row in the one list of kinds in `domain/record.rs`: its number, what an undo
//! does with it, its name in messages. From this the store keeps, reads, derives, undoes, names and checks it, and the
//! index reads the clients again that it refers to. Then its sequence in `domain/numbering.rs`, its place among the books in
//! `domain/check.rs` with its rules, its line in `store/check.rs`; in `tests/it`, its line in `support/kinds.rs`, one of it in
//! `properties.rs` (hostile bytes), and its commands in `support/commands.rs` (any commands). Counted with a product of a
//! name and a price: a file of 48 lines, and 21 lines in 7 files (record 5, check 6, numbering 2, mod 1, `store/check` 1,
//! tests 6), without rules of its own in `check.rs`; the compiler asks for the line in `store/check.rs`. Its commands cost a file in `domain/command` (32 to 180 lines today), 5
//! lines in its `mod.rs`, and what each act costs. What a book says of all clients goes into
//! [`Setup`](domain::setup::Setup), which screens, index, import and verbs are given, and its kind into `Setup::KINDS`.
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
