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

/// A state that one can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Status {
    /// Not archived, complete or not
    Active,
    /// Archived
    Archived,
    /// Not archived, and a starred value is missing
    ToComplete,
    /// Not archived, and a value is doubted
    ToCheck,
}

/// Which clients are listed: those that are all of what is said here. Without a status, archived ones only if words are
/// looked for.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Listed {
    /// Words that must all be found
    pub(super) query: Option<String>,
    /// What is saved under this name in the window: words, filters and order; what else is said here comes on top
    #[arg(long, value_name = "NAME")]
    pub(super) view: Option<String>,
    /// Only those of this category; given more than once, of one of them
    #[arg(long, value_name = "NAME")]
    pub(super) category: Vec<String>,
    /// In all the categories named, not in one of them
    #[arg(long)]
    pub(super) all_categories: bool,
    /// Those in no category; beside categories, those too
    #[arg(long)]
    pub(super) uncategorised: bool,
    /// Only those in this state
    #[arg(long, value_enum)]
    pub(super) status: Option<Status>,
    /// Only those in this country, by name or code; may be given more than once
    #[arg(long, value_name = "COUNTRY")]
    pub(super) country: Vec<String>,
    /// Only those in this city; may be given more than once
    #[arg(long, value_name = "CITY")]
    pub(super) city: Vec<String>,
    /// Only those whose postcode begins so; may be given more than once
    #[arg(long, value_name = "START")]
    pub(super) postcode: Vec<String>,
    /// Only those in this French département, by number or name; may be given more than once
    #[arg(long, value_name = "DEPARTEMENT")]
    pub(super) department: Vec<String>,
    /// Only those whose custom field is so: a choice, yes or no, a piece of a text; a number, an amount or a day, or from one
    /// to another as 100..500, 100.. or ..500
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) field: Vec<String>,
    /// Only those with something in this custom field
    #[arg(long, value_name = "NAME")]
    pub(super) filled: Vec<String>,
    /// Only those with nothing in this custom field
    #[arg(long, value_name = "NAME")]
    pub(super) empty: Vec<String>,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

const LIST_EXAMPLES: &str = "\
Examples:
  comptoir clients dupont
  comptoir clients --country FR --country Belgique --status to-complete
  comptoir clients --department 69 --postcode 13 --category Grossistes
  comptoir clients --category Grossistes --category Export --all-categories --json
  comptoir clients --field Niveau=Or --field Plafond=100..500 --field \"Client depuis=2024-01-01..\" --empty Code
  comptoir clients --view \"Mes Parisiens\" --limit 20";

const EXPORT_EXAMPLES: &str = "\
Examples:
  comptoir export clients all.xlsx
  comptoir export clients paris.csv --city Paris --separator comma
  comptoir export clients archived.json --status archived --notes
  comptoir export clients view.xlsx --view \"Mes Parisiens\"";

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
    #[command(after_help = LIST_EXAMPLES)]
    Clients {
        #[command(flatten)]
        listed: Listed,
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
    #[command(after_help = EXPORT_EXAMPLES)]
    Clients {
        file: PathBuf,
        #[command(flatten)]
        listed: Listed,
        /// Also the notes, which are private
        #[arg(long)]
        notes: bool,
        /// What sets the cells of a .csv apart; without it as chosen in the window under Settings, else as the language has it
        #[arg(long, value_enum, value_name = "SIGN")]
        separator: Option<Separator>,
    },
}
