//! Arguments → a window or a verb.

use std::io::Write as _;
use std::process::ExitCode;

use comptoir::cli::{self, Start};
use comptoir::text::{Language, Text};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Start::Done(status) => status,
        Start::Window(options) => {
            let text = Text::load(options.lang.unwrap_or_else(Language::of_system));
            drop(writeln!(std::io::stderr(), "{}", text.get("cli-no-window")));
            ExitCode::from(2)
        }
    }
}
