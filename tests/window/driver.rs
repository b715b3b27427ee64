//! The judge first judges something wrong: a driver that says yes to anything would pass every other test here.

use egui::Role;

use crate::support::{Desk, Outcome, Trouble};

#[test]
fn a_button_that_does_not_exist_is_not_found() -> Outcome {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    window.wait(Role::Button, "Nouveau client")?;
    for (wrong, outcome) in [
        ("a name that no button has", window.click(Role::Button, "Ce bouton n’existe pas")),
        ("part of a name", window.click(Role::Button, "Nouveau")),
        ("the right name in another role", window.click(Role::CheckBox, "Nouveau client")),
        ("a field that does not exist", window.fill("Raison asociale", "Lefèvre")),
    ] {
        let Err(trouble) = outcome else {
            return Err(Trouble::new(format!("the driver says yes to {wrong}")));
        };
        let said = format!("{trouble:?}");
        assert!(said.contains("Nouveau client"), "the tree is shown: {said}");
        let picture =
            said.lines().find_map(|line| line.strip_prefix("picture: ")).expect("a picture is named");
        assert!(std::fs::read(picture).expect("it is there").starts_with(b"\x89PNG"), "it is a picture");
    }
    Ok(())
}

#[test]
fn a_killed_program_is_not_taken_for_a_quiet_one() {
    let desk = Desk::new();
    let mut window = desk.open(&["--lang", "fr"]);
    std::process::Command::new("kill").args(["-KILL", &window.process().to_string()]).status().expect("kill");
    let trouble = window.find(Role::Button, "Nouveau client").expect_err("nobody is there to answer");
    assert!(format!("{trouble:?}").contains("the window is gone"), "{trouble:?}");
}
