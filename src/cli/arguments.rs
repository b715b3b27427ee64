//! What can stand on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::text::Language;

/// Clients of one self-employed person, in one file, offline. Without a command the window opens.
///
/// Exit status: 0 done, 1 findings or refused rows, 2 wrong use, 3 the book could not be opened.
#[derive(Clone, Debug, Parser)]
#[command(name = "comptoir", version)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) options: Options,
    #[command(subcommand)]
    pub(super) verb: Option<Verb>,
}

/// What holds for the window and for every verb.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The book; without it the one opened last, or the first
    #[arg(long, global = true, value_name = "FILE")]
    pub book: Option<PathBuf>,
    /// fr, en or es; without it that of the system
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub lang: Option<Language>,
    /// Colours of the window; without it those of the system
    #[arg(long, global = true, value_enum)]
    pub theme: Option<Theme>,
    /// The day it is, as 2026-11-24, in place of the clock
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<NaiveDate>,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What sets the cells of a table apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Separator {
    /// `;`, after the mark of UTF-8.
    Semicolon,
    /// `,`
    Comma,
}

#[derive(Clone, Debug, Subcommand)]
pub(super) enum Verb {
    /// Fill a new book with plausible clients: the same for a seed and a day
    Demo {
        /// How many
        #[arg(long, value_name = "N")]
        clients: usize,
        /// Chooses among the books there can be
        #[arg(long, value_name = "S", default_value_t = 1)]
        seed: u64,
    },
    /// Register and complete clients from a file: .csv, .xlsx, or .json as export writes it
    Import {
        file: PathBuf,
        /// Only say what would be done
        #[arg(long)]
        dry_run: bool,
        /// Counts and refused rows as JSON
        #[arg(long)]
        json: bool,
    },
    /// Write clients to a file
    Export {
        #[command(subcommand)]
        what: What,
    },
    /// List clients, as the table shows them
    Clients {
        /// Words that must all be found
        query: Option<String>,
        /// Only those of this category
        #[arg(long, value_name = "C")]
        category: Option<String>,
        /// At most so many
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
        /// {"total": n, "rows": [ … ]}
        #[arg(long)]
        json: bool,
    },
    /// Show one client
    Client {
        /// Its id, or its number
        id: String,
        /// One object
        #[arg(long)]
        json: bool,
    },
    /// Hold the whole book to every rule
    Check {
        /// Also every page of the file, and everything derived made afresh
        #[arg(long)]
        full: bool,
    },
    /// Copy the book to a new file, and verify the copy
    Backup { file: PathBuf },
    /// Put a backup in the place of the book, which is set aside
    Restore { file: PathBuf },
    /// Take the last change back
    Undo,
}

#[derive(Clone, Debug, Subcommand)]
pub(super) enum What {
    /// Clients, as .csv, .xlsx or .json by the ending of the file's name: all, or those that the list shows
    Clients {
        file: PathBuf,
        /// Words that must all be found
        query: Option<String>,
        /// Only those of this category
        #[arg(long, value_name = "C")]
        category: Option<String>,
        /// At most so many
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
        /// Also the notes, which are private
        #[arg(long)]
        notes: bool,
        /// What sets the cells of a .csv apart; without it as chosen in the window under Settings, else as the language has it
        #[arg(long, value_enum, value_name = "SIGN")]
        separator: Option<Separator>,
    },
}
