//! One pass with the keys of a French keyboard on the program that README builds, without the driver's socket.
//!
//! `COMPTOIR_RELEASE` names a *copy* of `target/release/comptoir`: a test build in release would overwrite the original
//! with one that carries `inspection`. Needs setxkbmap (x11-xkb-utils), the compose tables (libx11-data) and xclip.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::{Desk, Display, Outcome};

/// Long enough for a frame drawn by software; the program shows nothing to wait for without its socket.
const PAUSE: Duration = Duration::from_millis(700);

/// Keysym by keysym: xdotool's `type` drops letters when it has to remap the keyboard for one.
fn press(display: &Display, keys: &[&str]) -> Outcome {
    for key in keys {
        display.xdotool(&["key", "--clearmodifiers", key])?;
        sleep(Duration::from_millis(30));
    }
    sleep(PAUSE);
    Ok(())
}

fn copy_to_clipboard(display: &Display, text: &str) {
    let mut owner = display
        .command("xclip")
        .args(["-selection", "clipboard"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("xclip starts (Debian package xclip)");
    owner.stdin.take().expect("its input is piped").write_all(text.as_bytes()).expect("xclip takes the text");
    // It leaves a process that owns the clipboard until the display goes.
    assert!(owner.wait().expect("xclip ends").success(), "xclip owns the clipboard");
}

#[test]
fn real_keys_register_a_client_in_the_release_program() -> Outcome {
    let program = std::env::var_os("COMPTOIR_RELEASE").map(PathBuf::from).expect(
        "COMPTOIR_RELEASE names a copy of the program built by `cargo build --release` (.ci/run makes one)",
    );
    let desk = Desk::with(program, 1280, 800);
    let display = desk.display();
    let keyboard = display.command("setxkbmap").arg("fr").status().expect("setxkbmap starts");
    assert!(keyboard.success(), "the French keyboard is set");

    let mut window = desk.open_undriven(&["--lang", "fr"]);
    let outcome = type_and_confirm(display, window.id());
    window.kill().expect("SIGKILL is sent");
    window.wait().expect("the process ends");
    outcome?;

    let rows = desk.clients();
    assert_eq!(rows.len(), 1, "{rows:?}");
    // « Lefèvre » by its own key, « Forêt » by the dead circumflex, the rest from the clipboard.
    assert_eq!(rows[0]["company"], "Lefèvre Forêt Œuvres & Cie");
    Ok(())
}

fn type_and_confirm(display: &Display, process: u32) -> Outcome {
    display.focus_window_of(process)?;
    let started = Instant::now();
    while display.xdotool(&["getwindowfocus"])?.trim() == "1" && started.elapsed() < 5 * PAUSE {
        sleep(PAUSE);
    }
    sleep(2 * PAUSE);
    press(display, &["ctrl+n"])?;
    press(display, &["shift+l", "e", "f", "egrave", "v", "r", "e", "space"])?;
    press(display, &["shift+f", "o", "r", "dead_circumflex", "e", "t", "space"])?;
    copy_to_clipboard(display, "Œuvres & Cie");
    press(display, &["ctrl+v"])?;
    press(display, &["ctrl+Return"])?;
    press(display, &["Return"])?;
    sleep(2 * PAUSE);
    Ok(())
}
