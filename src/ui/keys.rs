//! Keys that hold inside something, each declared once: what they belong to takes them by it, and F1 shows them.
//!
//! What holds on a whole page stands in [`menu`](super::menu).

use egui::{Event, InputState, Key, KeyboardShortcut, Modifiers};

use crate::text::Text;

/// A key with a meaning inside something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Save or confirm what one is in: a dialog, a field, a note.
    Confirm,
    /// Leave it as it was.
    Leave,
    /// Open the row.
    OpenRow,
    /// Select the row, or do so no longer.
    SelectRow,
    /// Select every row.
    SelectAll,
    /// Select on from row to row.
    SelectOn,
    /// Move the column whose head has the focus.
    MoveColumn,
    /// Make it wider or narrower.
    SizeColumn,
}

impl Gesture {
    /// Those of whatever one types or answers into.
    pub const INSIDE: [Self; 2] = [Self::Confirm, Self::Leave];
    /// Those of a list of rows.
    pub const ROWS: [Self; 6] =
        [Self::OpenRow, Self::SelectRow, Self::SelectAll, Self::SelectOn, Self::MoveColumn, Self::SizeColumn];

    /// Its words.
    pub fn name(self, text: &Text) -> &str {
        text.get(match self {
            Self::Confirm => "keys-confirm",
            Self::Leave => "keys-leave",
            Self::OpenRow => "keys-open-row",
            Self::SelectRow => "keys-select-row",
            Self::SelectAll => "keys-select-all",
            Self::SelectOn => "keys-select-on",
            Self::MoveColumn => "keys-move-column",
            Self::SizeColumn => "keys-size-column",
        })
    }

    /// Its keys.
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        let plain = |key| KeyboardShortcut::new(Modifiers::NONE, key);
        let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let shift = |key| KeyboardShortcut::new(Modifiers::SHIFT, key);
        match self {
            Self::Confirm => vec![ctrl(Key::Enter)],
            Self::Leave => vec![plain(Key::Escape)],
            Self::OpenRow => vec![plain(Key::Enter)],
            Self::SelectRow => vec![plain(Key::Space), ctrl(Key::Space)],
            Self::SelectAll => vec![ctrl(Key::A)],
            Self::SelectOn => vec![shift(Key::ArrowUp), shift(Key::ArrowDown)],
            Self::MoveColumn => vec![ctrl(Key::ArrowLeft), ctrl(Key::ArrowRight)],
            Self::SizeColumn => vec![shift(Key::ArrowLeft), shift(Key::ArrowRight)],
        }
    }

    /// Takes its keys out of the input; true if one was pressed.
    pub fn take(self, input: &mut InputState) -> bool {
        self.shortcuts().iter().fold(false, |taken, shortcut| input.consume_shortcut(shortcut) | taken)
    }

    /// Takes them out of the input and says how often each was pressed.
    pub fn count(self, input: &mut InputState) -> Vec<usize> {
        let count = |one: KeyboardShortcut| input.count_and_consume_key(one.modifiers, one.logical_key);
        self.shortcuts().into_iter().map(count).collect()
    }
}

/// Takes [`Gesture::Confirm`], unless that key is only held down: what one pass asked is not answered by the same breath.
pub fn take_confirm(input: &mut InputState) -> bool {
    input.events.retain(|event| {
        !matches!(event, Event::Key { key: Key::Enter, pressed: true, repeat: true, modifiers, .. }
            if modifiers.command)
    });
    Gesture::Confirm.take(input)
}

/// Ctrl and a key of the row of digits is Ctrl and that digit, whatever is written there without Shift. On a French keyboard
/// `-` and `'` are; egui would see Ctrl+`-`, which makes everything smaller, where Ctrl+6 was meant. The other signs of
/// that row have no name in egui, which takes them for their digit by itself.
pub fn see_digits(input: &mut InputState) {
    let digits = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    for event in &mut input.events {
        if let Event::Key { key, physical_key: Some(place), modifiers, .. } = event
            && modifiers.command
            && digits.contains(place)
            && !digits.contains(key)
        {
            *key = *place;
        }
    }
}

/// What is written on the caps of a shortcut.
pub fn key_cap(shortcut: KeyboardShortcut, text: &Text) -> String {
    let key = match shortcut.logical_key {
        Key::Enter => "↵",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Escape => text.get("key-escape"),
        Key::Space => text.get("key-space"),
        key => key.name(),
    };
    let shift = shortcut.modifiers.shift.then(|| text.get("key-shift"));
    let control = shortcut.modifiers.command.then_some("Ctrl");
    control.into_iter().chain(shift).chain([key]).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn pressed(key: Key, physical_key: Option<Key>, modifiers: Modifiers, repeat: bool) -> InputState {
        let event = Event::Key { key, physical_key, pressed: true, repeat, modifiers };
        let mut input = InputState::default();
        input.events.push(event);
        input
    }

    #[test]
    fn a_digit_is_seen_by_its_place() {
        let ctrl = Modifiers::COMMAND;
        // As a French keyboard tells Ctrl with the keys of 4, 6 and 7; on the number pad `-` is itself.
        for (key, place, modifiers, seen) in [
            (Key::Quote, Some(Key::Num4), ctrl, Key::Num4),
            (Key::Minus, Some(Key::Num6), ctrl, Key::Num6),
            (Key::Num7, Some(Key::Num7), ctrl, Key::Num7),
            // Another digit is written there: what is written counts.
            (Key::Num1, Some(Key::Num2), ctrl, Key::Num1),
            (Key::Minus, Some(Key::Minus), ctrl, Key::Minus),
            (Key::Minus, None, ctrl, Key::Minus),
            (Key::Minus, Some(Key::Num6), Modifiers::NONE, Key::Minus),
        ] {
            let mut input = pressed(key, place, modifiers, false);
            see_digits(&mut input);
            assert!(matches!(input.events[0], Event::Key { key, .. } if key == seen), "{key:?} {place:?}");
        }
    }

    #[test]
    fn a_key_held_down_confirms_nothing_and_is_gone() {
        assert!(take_confirm(&mut pressed(Key::Enter, None, Modifiers::COMMAND, false)));
        let mut held = pressed(Key::Enter, None, Modifiers::COMMAND, true);
        assert!(!take_confirm(&mut held) && held.events.is_empty());
        let mut plain = pressed(Key::Enter, None, Modifiers::NONE, true);
        assert!(!take_confirm(&mut plain) && plain.events.len() == 1, "a line in a note");
        let mut other = pressed(Key::A, None, Modifiers::COMMAND, true);
        assert!(!take_confirm(&mut other) && other.events.len() == 1);
    }

    #[test]
    fn any_of_its_keys_is_taken_and_no_other() {
        let mut input = pressed(Key::Space, None, Modifiers::COMMAND, false);
        assert!(!Gesture::SelectAll.take(&mut input) && input.events.len() == 1);
        assert!(Gesture::SelectRow.take(&mut input) && input.events.is_empty());
        assert!(Gesture::SelectRow.take(&mut pressed(Key::Space, None, Modifiers::NONE, false)));
    }

    #[test]
    fn caps_are_as_on_the_keyboard() {
        let text = Text::load(Language::Fr);
        let caps =
            |gesture: Gesture| gesture.shortcuts().into_iter().map(|one| key_cap(one, &text)).collect();
        let caps: Vec<Vec<String>> = Gesture::INSIDE.into_iter().chain(Gesture::ROWS).map(caps).collect();
        let expected: [&[&str]; 8] = [
            &["Ctrl ↵"],
            &["Échap"],
            &["↵"],
            &["Espace", "Ctrl Espace"],
            &["Ctrl A"],
            &["Maj ↑", "Maj ↓"],
            &["Ctrl ←", "Ctrl →"],
            &["Maj ←", "Maj →"],
        ];
        assert_eq!(caps, expected);
    }
}
