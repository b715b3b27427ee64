//! Nothing is drawn when nothing happens.

use std::time::Duration;

use egui::Role;

use crate::support::{Desk, Outcome};

#[test]
fn idle_draws_no_frame_in_ten_seconds() -> Outcome {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    window.wait(Role::Button, "Nouveau client")?;
    window.settle()?;
    let focused = window.nodes()?.into_iter().find(|node| node.focused && node.role == Role::TextInput);
    assert!(focused.is_none(), "no text field has the focus at first");
    let drawn = window.frames(Duration::from_secs(10))?;
    assert_eq!(drawn, 0, "{}", window.told());
    Ok(())
}

#[test]
fn a_field_with_the_focus_only_blinks_and_stops_after_thirty_seconds() -> Outcome {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    window.wait(Role::Button, "Nouveau client")?;
    window.click(Role::Button, "Nouveau client")?;
    let field = window.wait(Role::TextInput, "Raison sociale")?;
    assert!(field.focused, "the cursor starts in the name");
    window.settle()?;
    // On for half a second, off for half a second.
    let drawn = window.frames(Duration::from_secs(5))?;
    assert!((1..=12).contains(&drawn), "a blink is two frames a second, not {drawn} in 5 s");
    // No key for 30 s; the frames counted above belong to them.
    std::thread::sleep(Duration::from_secs(27));
    let drawn = window.frames(Duration::from_secs(5))?;
    assert_eq!(drawn, 0, "the blink stops after 30 s without a key");
    Ok(())
}
