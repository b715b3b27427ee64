//! The same actions without a window, for scripts and for whoever has no screen.
//!
//! A verb says what it did on the standard output, in the chosen language or as JSON, and what went wrong on the
//! standard error. A verb that reads never makes a book.

mod arguments;
mod console;
mod failure;
mod keep;
mod listed;
mod look;
mod record;
mod transfer;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use self::arguments::{Arguments, Verb, What};
pub use self::arguments::{Options, Theme};
use self::console::Console;
use self::failure::Failure;
use crate::files::settings::{Folders, Look, Settings};
use crate::ui;

/// What the arguments ask for.
#[derive(Debug)]
pub enum Start {
    /// Open the window.
    Window(Options),
    /// A verb was carried out, or the arguments were wrong.
    Done(ExitCode),
}

/// What came of a verb that did its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Done,
    /// There are findings, or rows that were refused.
    Findings,
}

/// Carries out the verb among the arguments, if there is one.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> Start {
    let mut arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    let Some(verb) = arguments.verb.take() else {
        return arguments.window().map_or_else(|| refuse(&two_of_a_kind()), Start::Window);
    };
    let options = arguments.options;
    let mut console = Console::of(&options);
    let status = match carry_out(verb, options.book, &mut console).and_then(|outcome| console.flush(outcome))
    {
        Ok(Outcome::Done) => 0,
        Ok(Outcome::Findings) => 1,
        Err(failure) => {
            console.complain(&failure);
            failure.status()
        }
    };
    Start::Done(ExitCode::from(status))
}

/// Says what is wrong with the arguments, or how they are used.
fn refuse(error: &clap::Error) -> Start {
    // Help that nobody reads is no failure.
    drop(error.print());
    Start::Done(if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

fn two_of_a_kind() -> clap::Error {
    let said = "one book and one table at most";
    Arguments::command().error(clap::error::ErrorKind::TooManyValues, said)
}

/// Opens the window; returns when it is closed and everything is safe on disk.
pub fn window(options: Options) -> ExitCode {
    let console = Console::of(&options);
    let opened = ui::run(ui::Options {
        book: options.book,
        language: options.lang,
        look: options.theme.map(|theme| match theme {
            Theme::Light => Look::Light,
            Theme::Dark => Look::Dark,
        }),
        clock: console.clock,
        table: options.table,
    });
    match opened {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let detail = error.to_string();
            let said = console.text.with("cli-no-window", &[("detail", detail.into())]);
            console::remark(&said);
            ExitCode::from(2)
        }
    }
}

fn carry_out(verb: Verb, book: Option<PathBuf>, console: &mut Console) -> Result<Outcome, Failure> {
    // Whoever tries with invented clients does not want them among their own.
    let usual = || {
        let folders = Folders::of_user()?;
        let demo = matches!(verb, Verb::Demo { .. });
        Some(if demo { folders.example() } else { folders.book(&Settings::load(&folders.config)) })
    };
    let book =
        book.or_else(usual).ok_or_else(|| Failure::Use(console.text.get("cli-no-folder").to_owned()))?;
    match verb {
        Verb::Demo { clients, seed } => transfer::demo(console, &book, clients, seed),
        Verb::Import { file, dry_run, json } => {
            transfer::import(console, &book, &file, transfer::Asked { dry_run, json })
        }
        Verb::Export { what: What::Clients { file, listed, notes, separator } } => {
            let form = transfer::Exported { file, notes, separator };
            transfer::export(console, &book, &listed, &form)
        }
        Verb::Clients { listed, json } => look::clients(console, &book, &listed, json),
        Verb::Client { id, json } => look::client(console, &book, &id, json),
        Verb::Check { full } => keep::check(console, &book, full),
        Verb::Backup { file } => keep::backup(console, &book, &file),
        Verb::Restore { file } => keep::restore(console, &book, &file),
        Verb::Undo => keep::undo(console, &book),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_hold_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn options_stand_before_or_after_the_verb() {
        let read = |line: &str| Arguments::try_parse_from(line.split(' ')).map(|read| read.options);
        let all = read("comptoir --book a --lang fr --theme dark --today 2026-11-24 clients").unwrap();
        assert_eq!(all, read("comptoir clients --today 2026-11-24 --theme dark --lang fr --book a").unwrap());
        assert_eq!(all.theme, Some(Theme::Dark));
        assert!(read("comptoir").is_ok());
        for wrong in
            ["--lang de", "--today 24/11/2026", "--theme blue", "nonsense", "demo", "client", "import"]
        {
            assert!(read(&format!("comptoir {wrong}")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_table_or_a_book_on_the_command_line_is_for_the_window() {
        let window = |line: &str| {
            Arguments::try_parse_from(line.split(' ')).ok().and_then(Arguments::window).map(|options| {
                let name =
                    |path: Option<PathBuf>| path.map(|path| path.display().to_string()).unwrap_or_default();
                (name(options.book), name(options.table))
            })
        };
        let opened = |book: &str, table: &str| Some((book.to_owned(), table.to_owned()));
        assert_eq!(window("comptoir"), opened("", ""));
        for table in ["liste.csv", "a/l.TSV", "liste.txt", "liste.xlsx", "liste.json"] {
            assert_eq!(window(&format!("comptoir {table}")), opened("", table));
        }
        assert_eq!(window("comptoir livre.comptoir"), opened("livre.comptoir", ""));
        assert_eq!(window("comptoir livre.comptoir liste.xlsx"), opened("livre.comptoir", "liste.xlsx"));
        assert_eq!(window("comptoir liste.csv --book b"), opened("b", "liste.csv"));
        for wrong in [
            "liste.csv autre.csv",
            "a.comptoir b.comptoir",
            "a.comptoir --book b",
            "liste.pdf",
            "a.csv b.comptoir c",
        ] {
            assert_eq!(window(&format!("comptoir {wrong}")), None, "{wrong}");
        }
        // A verb's own file is the verb's.
        let read = Arguments::try_parse_from(["comptoir", "import", "liste.csv"]).unwrap();
        assert!(matches!(&read.verb, Some(Verb::Import { file, .. }) if file.ends_with("liste.csv")));
        assert_eq!(read.window(), Some(Options::default()));
    }
}
