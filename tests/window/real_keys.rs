//! Passes with the keys of a French keyboard on the program that README builds, without the driver's socket.
//!
//! `COMPTOIR_RELEASE` names a *copy* of `target/release/comptoir`: a test build in release would overwrite the original
//! with one that carries `inspection`. Needs setxkbmap (x11-xkb-utils), the compose tables (libx11-data) and xclip.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use comptoir::domain::command::{CategoryCommand, Command, CustomFieldCommand};
use comptoir::domain::custom_field::{CustomField, FieldKind};
use comptoir::store::{self, Origin};

use crate::support::book::stamp;
use crate::support::rehearsal::{PAUSE, Step, perform, rehearse};
use crate::support::{Desk, Display, Outcome, named, pictures, release};

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

/// The program of the README with a French keyboard.
fn desk() -> Desk {
    let desk = Desk::with(release(), 1280, 800);
    let keyboard = desk.display().command("setxkbmap").arg("fr").status().expect("setxkbmap starts");
    assert!(keyboard.success(), "the French keyboard is set");
    desk
}

/// Opens the window, does that with its keyboard, and kills it.
fn with_real_keys(desk: &Desk, arguments: &[&str], done: impl FnOnce(&Display) -> Outcome) -> Outcome {
    let mut window = desk.open_undriven(&[&["--lang", "fr"], arguments].concat());
    let outcome = focus(desk.display(), window.id()).and_then(|()| done(desk.display()));
    window.kill().expect("SIGKILL is sent");
    window.wait().expect("the process ends");
    outcome
}

/// Gives the window the keyboard, once it can take it.
fn focus(display: &Display, process: u32) -> Outcome {
    display.focus_window_of(process)?;
    let started = Instant::now();
    while display.xdotool(&["getwindowfocus"])?.trim() == "1" && started.elapsed() < 5 * PAUSE {
        sleep(PAUSE);
    }
    sleep(2 * PAUSE);
    Ok(())
}

#[test]
fn real_keys_register_a_client_in_the_release_program() -> Outcome {
    let desk = desk();
    with_real_keys(&desk, &[], type_and_confirm)?;
    let rows = desk.clients();
    assert_eq!(rows.len(), 1, "{rows:?}");
    // « Lefèvre » by its own key, « Forêt » by the dead circumflex, the rest from the clipboard.
    assert_eq!(rows[0]["company"], "Lefèvre Forêt Œuvres & Cie");
    Ok(())
}

fn type_and_confirm(display: &Display) -> Outcome {
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

/// A book that has a field of its own and a category, and no client.
fn prepared(desk: &Desk) -> PathBuf {
    let book = desk.home().join("prepared.comptoir");
    let (mut writer, _reader) = store::create(&book).expect("a book");
    let field = CustomField {
        name: "Code porte".to_owned(),
        kind: FieldKind::Text,
        choices: Vec::new(),
        ..CustomField::default()
    };
    for command in [
        Command::CustomField(CustomFieldCommand::Create(field)),
        Command::Category(CategoryCommand::Create { name: "Grossistes".to_owned(), tint: None }),
    ] {
        writer.apply(&command, Origin::CommandLine, stamp(0)).expect("the book takes it");
    }
    book
}

#[test]
fn real_keys_tell_all_that_is_known_of_a_client() -> Outcome {
    use Step::{Chord, Tabs, Text, To};
    // A client who agrees to have invoices by e-mail; the row of who was registered has the focus.
    let registered = [
        Chord("Ctrl+N"),
        Text("Girard"),
        To("E-mail"),
        Text("g@c.fr"),
        Tabs(1),
        Chord("ArrowLeft"),
        Chord("ArrowLeft"),
        Chord("Ctrl+Enter"),
        Chord("Enter"),
        Chord("Enter"),
    ];
    let told = [
        Chord("Ctrl+J"),
        Text("rappelé"),
        Chord("Ctrl+Enter"),
        To("Catégories"),
        Text("gro"),
        Chord("Enter"),
        To("Modifier Code porte"),
        Chord("Enter"),
        Text("abc"),
        Chord("Enter"),
        To("Retirer le consentement : Factures et messages de service"),
        Chord("Enter"),
    ];
    let steps = [registered.as_slice(), &told].concat();
    let rehearsal = Desk::new();
    let rehearsed = prepared(&rehearsal);
    let mut window = rehearsal.open(&[["--lang", "fr"], named(&rehearsed)].concat());
    window.wait(egui::Role::Button, "Nouveau client")?;
    let steps = rehearse(&mut window, &steps)?;
    window.kill();

    let desk = desk();
    let book = prepared(&desk);
    with_real_keys(&desk, &named(&book), |display| {
        perform(display, &steps)?;
        sleep(PAUSE);
        Ok(())
    })?;
    for (what, rows) in [
        ("rehearsed", rehearsal.clients_in(&named(&rehearsed))),
        ("with real keys", desk.clients_in(&named(&book))),
    ] {
        let [row] = rows.as_slice() else { panic!("{what}: one client, not {rows:?}") };
        assert_eq!(row["company"], "Girard", "{what}");
        assert_eq!(row["notes"][0]["text"], "rappelé", "{what}: {row}");
        assert_eq!(row["categories"], serde_json::json!(["Grossistes"]), "{what}: {row}");
        assert_eq!(row["custom"]["Code porte"], "abc", "{what}: {row}");
        assert_eq!(row["consent"]["service"]["state"], "withdrawn", "{what}: {row}");
    }
    Ok(())
}

/// What the display shows, in pixels.
fn picture(display: &Display, name: &str) -> Vec<u8> {
    let file = pictures().join(format!("real-keys-{name}.png"));
    let shot = display.command("import").args(["-window", "root"]).arg(&file).status();
    assert!(shot.expect("import starts (Debian package imagemagick)").success(), "a picture is taken");
    let read = display.command("convert").arg(&file).arg("rgb:-").output().expect("convert starts");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    read.stdout
}

#[test]
fn real_keys_import_a_file_and_find_who_came_by_the_palette() -> Outcome {
    use Step::{Chord, Text, To};
    let import = [
        Chord("Ctrl+K"),
        Text("imp"),
        Chord("Enter"),
        To("Fax devient"),
        Chord("Enter"),
        Text("mobile"),
        Chord("Enter"),
        To("Importer 2 clients"),
        Chord("Enter"),
    ];
    let found =
        [Chord("Ctrl+K"), Text("delt"), Chord("Enter"), Chord("Ctrl+J"), Text("vu"), Chord("Ctrl+Enter")];
    let rehearsal = Desk::new();
    will_import(&rehearsal);
    let mut window = rehearsal.open(&["--lang", "fr"]);
    window.wait(egui::Role::Button, "Nouveau client")?;
    let import = rehearse(&mut window, &import)?;
    window.kill();

    let desk = desk();
    will_import(&desk);
    with_real_keys(&desk, &[], |display| {
        let page = picture(display, "page");
        perform(display, &[Chord("F1")])?;
        assert!(picture(display, "shortcuts") != page, "F1 shows the shortcuts");
        perform(display, &[Chord("Escape")])?;
        assert!(picture(display, "after") == page, "Escape puts them away");
        perform(display, &import)?;
        sleep(PAUSE);
        perform(display, &found)?;
        sleep(PAUSE);
        Ok(())
    })?;
    for (what, rows) in [("rehearsed", rehearsal.clients()), ("with real keys", desk.clients())] {
        let mobiles: Vec<_> =
            rows.iter().map(|row| (row["company"].as_str(), row["mobile"].as_str())).collect();
        let expected = [(Some("Delta"), Some("06 12 34 56 78")), (Some("Étoile"), Some("06 12 34 56 79"))];
        assert_eq!(mobiles, expected, "{what}: {rows:?}");
    }
    let noted: Vec<_> = desk.clients().iter().map(|row| row["notes"][0]["text"].clone()).collect();
    assert_eq!(
        noted,
        [serde_json::json!("vu"), serde_json::Value::Null],
        "the palette opened who was asked for"
    );
    Ok(())
}

fn will_import(desk: &Desk) {
    let file = desk.home().join("autres.csv");
    let lines = "Raison sociale;Ville;Fax\nDelta;Lyon;06 12 34 56 78\nÉtoile;Paris;06 12 34 56 79\n";
    std::fs::write(&file, lines).expect("a file");
    desk.will_choose(&file);
}
