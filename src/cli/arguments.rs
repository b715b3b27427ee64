//! What can stand on the command line.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::text::Language;

/// Clients of one self-employed person, in one file, offline. Without a command the window opens.
///
/// A table on the command line (.csv, .tsv, .txt, .xlsx, .json) is shown in the window, to be imported; nothing is
/// written before that is confirmed there. A book (.comptoir) is opened.
///
/// Exit status: 0 done, 1 findings or refused rows, 2 wrong use, 3 the book could not be opened.
#[derive(Clone, Debug, Parser)]
#[command(name = "comptoir", version)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) options: Options,
    /// A book to open, a table to import, or both
    #[arg(value_name = "FILE", value_parser = opened, num_args = 0..=2)]
    files: Vec<Opened>,
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
    /// A table that the window shows, to be imported.
    #[arg(skip)]
    pub table: Option<PathBuf>,
}

/// A file that the window opens with.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Opened {
    Book(PathBuf),
    Table(PathBuf),
}

/// What a file is by the ending of its name; without one of these it is a verb that was mistyped.
fn opened(said: &str) -> Result<Opened, &'static str> {
    let path = Path::new(said);
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("comptoir") => Ok(Opened::Book(path.to_owned())),
        Some("csv" | "tsv" | "txt" | "xlsx" | "json") => Ok(Opened::Table(path.to_owned())),
        _ => Err("neither a command, nor a book (.comptoir), nor a table (.csv, .tsv, .txt, .xlsx, .json)"),
    }
}

impl Arguments {
    /// What the window is to be opened with; none if two books or two tables are named.
    pub(super) fn window(self) -> Option<Options> {
        let mut options = self.options;
        for file in self.files {
            let (place, path) = match file {
                Opened::Book(path) => (&mut options.book, path),
                Opened::Table(path) => (&mut options.table, path),
            };
            if place.replace(path).is_some() {
                return None;
            }
        }
        Some(options)
    }
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
    /// Register and complete clients from a table (.csv)
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
        /// What sets the cells of a .csv apart; without it as the language has it
        #[arg(long, value_enum, value_name = "SIGN")]
        separator: Option<Separator>,
    },
}
