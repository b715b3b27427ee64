//! Speed, side by side with what somebody would use instead: `cargo bench --bench speed`.
//!
//! At 100,000 clients by default; `-- --n 2000` for a small book, on which CI sees that the benches build and answer right.
//! `-- --only import` measures the import alone, and `-- --only dialog` its dialog: neither needs a book.
//! Exit status 1: a figure is over its limit (said only at 100,000 clients), or two answers that must be the same are not.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench measures, prints and stops at the first surprise"
)]

mod attached;
mod bare;
mod figure;
mod find;
mod import;
mod near;
mod rows;
mod save;
mod verb;
mod window;

use std::path::Path;
use std::process::ExitCode;

use figure::Figure;

/// The size at which the limits hold.
const CLIENTS: usize = 100_000;
/// Rows of the file that stands in the import dialog, at most.
const ROWS: usize = 20_000;

fn main() -> ExitCode {
    rows::judge_the_judge();
    near::judge_the_rule();
    let clients = clients();
    let folder = save::private(Path::new(env!("CARGO_TARGET_TMPDIR")));
    let book = folder.path().join("Exemple.comptoir");

    let mut verdict = ExitCode::SUCCESS;
    let mut say = |figure: Figure| {
        println!("{}", figure.line());
        if figure.rows_equal == Some(false) || (clients >= CLIENTS && !figure.is_within()) {
            println!("over: {}", figure.name);
            verdict = ExitCode::FAILURE;
        }
    };
    match after("--only").as_deref() {
        Some("import") => {
            say(import::bulk(folder.path(), clients));
            return verdict;
        }
        Some("dialog") => {
            window::importing(folder.path(), clients.min(ROWS)).into_iter().for_each(&mut say);
            return verdict;
        }
        _ => {}
    }
    verb::demo(&book, clients);
    say(find::keystroke(&book, clients));
    say(find::filtered(&book, clients));
    say(window::palette(&book, clients));
    say(near::duplicates(&book, clients));
    say(verb::list(&book, clients));
    window::table(&book, clients).into_iter().for_each(&mut say);
    window::opening(&book, clients).into_iter().for_each(&mut say);
    say(window::save(&book, clients));
    let recorded = save::Recorded::on(&book, folder.path());
    say(recorded.figure("save_disk", &book, folder.path(), clients, 1.5));
    say(recorded.figure("save_memory", &book, Path::new("/dev/shm"), clients, 2.0));
    say(import::bulk(folder.path(), clients));
    window::importing(folder.path(), clients.min(ROWS)).into_iter().for_each(&mut say);
    attached::figures(&book, folder.path(), clients).into_iter().for_each(&mut say);
    for (name, frames) in window::idle(&book) {
        println!("bench {name} n={clients} p50={frames} p99={frames} peer=- ratio=- rows_equal=-");
        assert_eq!(frames, 0, "nothing happens, and something is drawn");
    }
    verdict
}

/// What stands after `--n`.
fn clients() -> usize {
    after("--n").map_or(CLIENTS, |number| number.parse().expect("--n takes a number"))
}

/// What stands after a flag, if the flag is given.
fn after(flag: &str) -> Option<String> {
    let mut arguments = std::env::args().skip_while(|argument| argument != flag);
    arguments.next()?;
    Some(arguments.next().unwrap_or_else(|| panic!("{flag} takes a value")))
}
