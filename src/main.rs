//! Arguments → a window or a verb.

use std::process::ExitCode;

use comptoir::cli::{self, Start};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        Start::Done(status) => status,
        Start::Window(options) => cli::window(options),
    }
}
