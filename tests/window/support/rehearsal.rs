//! What is done with the keyboard, written once: rehearsed in a driven window, which says how many stops of Tab lead to a
//! name, and then done with real keys, which can see nothing.

use std::thread::sleep;
use std::time::Duration;

use super::display::Display;
use super::driver::Window;
use super::tree::plain;
use super::{Outcome, Trouble};

/// Long enough for a frame drawn by software; the program shows nothing to wait for without its socket.
pub(crate) const PAUSE: Duration = Duration::from_millis(700);

/// Two Tabs within one frame are one step of the focus: this is longer than a frame of the release program.
const BETWEEN: Duration = Duration::from_millis(70);

/// No page has more stops than this.
const STOPS: usize = 120;

/// One thing that is done with the keyboard.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// A chord, by egui's names: `Ctrl+Enter`.
    Chord(&'a str),
    /// Text where the focus is; its letters are those that a French keyboard has a key for.
    Text(&'a str),
    /// Tab, until what is called so has the focus.
    To(&'a str),
    /// Tab, so many times.
    Tabs(usize),
}

/// Does it in a driven window; returns it with the stops counted.
pub(crate) fn rehearse<'a>(window: &mut Window<'_>, steps: &[Step<'a>]) -> Result<Vec<Step<'a>>, Trouble> {
    let mut counted = Vec::new();
    for step in steps {
        counted.push(match *step {
            Step::Chord(chord) => {
                window.key(chord)?;
                // What was asked of the book is answered before the next key.
                sleep(Duration::from_millis(300));
                window.nodes()?;
                *step
            }
            Step::Text(text) => {
                window.write(text)?;
                *step
            }
            Step::To(name) => Step::Tabs(tab_to(window, name)?),
            Step::Tabs(count) => {
                for _ in 0..count {
                    window.key("Tab")?;
                }
                *step
            }
        });
    }
    Ok(counted)
}

/// Presses Tab until what is called so has the focus; how often.
fn tab_to(window: &mut Window<'_>, name: &str) -> Result<usize, Trouble> {
    let mut passed = Vec::new();
    for count in 1..=STOPS {
        window.key("Tab")?;
        let focused = window.nodes()?.into_iter().find(|node| node.focused);
        let Some(focused) = focused else { continue };
        if plain(&focused.name) == plain(name) {
            return Ok(count);
        }
        passed.push(focused.name);
    }
    Err(window.trouble(format!("no stop of Tab is called {name:?}; passed: {passed:?}")))
}

/// Does it with the keys of the display.
pub(crate) fn perform(display: &Display, steps: &[Step<'_>]) -> Outcome {
    for step in steps {
        match *step {
            Step::Chord(chord) => {
                press(display, &keysyms(chord))?;
                sleep(PAUSE);
            }
            Step::Text(text) => {
                for letter in text.chars() {
                    press(display, &keysym(letter))?;
                }
            }
            Step::Tabs(count) => {
                for _ in 0..count {
                    press(display, "Tab")?;
                    sleep(BETWEEN);
                }
            }
            Step::To(name) => return Err(Trouble::new(format!("the way to {name:?} was not rehearsed"))),
        }
    }
    Ok(())
}

/// Keysym by keysym: xdotool's `type` drops letters when it has to remap the keyboard for one.
fn press(display: &Display, key: &str) -> Outcome {
    display.xdotool(&["key", "--clearmodifiers", key])?;
    sleep(Duration::from_millis(30));
    Ok(())
}

/// A chord by X's names.
fn keysyms(chord: &str) -> String {
    let named = chord.split('+').map(|part| match part {
        "Enter" => "Return".to_owned(),
        "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" => part.replace("Arrow", ""),
        letter if letter.len() == 1 => letter.to_lowercase(),
        "Ctrl" | "Shift" | "Alt" => part.to_lowercase(),
        other => other.to_owned(),
    });
    named.collect::<Vec<_>>().join("+")
}

fn keysym(letter: char) -> String {
    match letter {
        ' ' => "space".to_owned(),
        '.' => "period".to_owned(),
        '@' => "at".to_owned(),
        'é' => "eacute".to_owned(),
        'è' => "egrave".to_owned(),
        letter if letter.is_ascii_uppercase() => format!("shift+{}", letter.to_ascii_lowercase()),
        letter => letter.to_string(),
    }
}
