//! The program without a window, from process start to end.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::figure::{Figure, Limit, Times};

/// How many processes are started.
const RUNS: usize = 20;

/// Fills a new book with plausible clients, the same ones every time.
pub(crate) fn demo(book: &Path, clients: usize) {
    let clients = clients.to_string();
    run(book, &["demo", "--clients", &clients, "--seed", "1", "--today", "2026-11-24"]);
}

/// `comptoir clients --limit 50`.
pub(crate) fn list(book: &Path, clients: usize) -> Figure {
    let mut ours = Times::default();
    for _ in 0..RUNS {
        let said = ours.measure(|| run(book, &["clients", "--limit", "50", "--json"]));
        let said: serde_json::Value = serde_json::from_slice(&said).expect("JSON");
        // All but the few that the demo archived.
        let total = said["total"].as_u64().and_then(|total| usize::try_from(total).ok()).unwrap_or_default();
        assert!((clients * 9 / 10..=clients).contains(&total), "{total} clients are counted");
        assert_eq!(said["rows"].as_array().map(Vec::len), Some(50.min(clients)), "fifty are listed");
    }
    let limit = Limit::P50(Duration::from_millis(500));
    Figure { name: "list_verb", clients, ours, peer: None, rows_equal: None, limit }
}

fn run(book: &Path, arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comptoir"));
    command.args(arguments).arg("--book").arg(book).args(["--lang", "fr"]).env_remove("DISPLAY");
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
