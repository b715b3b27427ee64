//! What can be asked for by name: each item, its words and its shortcut, declared once.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::action::{Action, FormOf, Page};
use super::icons;
use super::keys::{key_cap, see_digits};
use crate::text::Text;

/// An item of the program's menu; what is wanted most often comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MenuItem {
    /// Register a client.
    NewClient,
    /// Search clients.
    Search,
    /// Write a note about the client shown.
    Note,
    /// Save the form.
    Save,
    /// Save the form and open an empty one.
    SaveAndNew,
    /// Take the last change back.
    Undo,
    /// Make it once more.
    Redo,
    /// Import a file.
    Import,
    /// Export.
    Export,
    /// Find an action or a client.
    Palette,
    /// Show the shortcuts.
    Shortcuts,
    /// Open another book.
    OpenBook,
    /// Make a new book.
    NewBook,
    /// Save a copy of the book.
    SaveCopy,
    /// Make a backup.
    Backup,
    /// Restore a backup.
    Restore,
    /// A page of the main menu.
    Go(Page),
}

/// Where one is: some items are there on some pages only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Situation {
    /// What is on top.
    pub place: Place,
    /// The cursor is in a text field: undo and redo are the field's.
    pub typing: bool,
}

/// What is on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// No book is open.
    NoBook,
    /// A dialog: only its own keys count.
    Dialog,
    /// A form.
    Form,
    /// The profile of a client.
    Client,
    /// Any other page.
    Page,
}

impl MenuItem {
    /// Every item; the most specific shortcut first.
    pub const ALL: [Self; 23] = [
        Self::SaveAndNew,
        Self::SaveCopy,
        Self::Save,
        Self::Redo,
        Self::Undo,
        Self::NewBook,
        Self::NewClient,
        Self::Search,
        Self::Note,
        Self::OpenBook,
        Self::Import,
        Self::Export,
        Self::Restore,
        Self::Backup,
        Self::Palette,
        Self::Shortcuts,
        Self::Go(Page::Clients),
        Self::Go(Page::Invoices),
        Self::Go(Page::Expenses),
        Self::Go(Page::Products),
        Self::Go(Page::Reports),
        Self::Go(Page::Settings),
        Self::Go(Page::Todo),
    ];

    /// Its words.
    pub fn name(self, text: &Text) -> &str {
        text.get(match self {
            Self::NewClient => "action-new-client",
            Self::Search => "search-clients",
            Self::Note => "action-note",
            Self::Save => "action-save",
            Self::SaveAndNew => "action-save-new",
            Self::Undo => "action-undo-last",
            Self::Redo => "action-redo-last",
            Self::Import => "action-import",
            Self::Export => "action-export",
            Self::Palette => "palette-title",
            Self::Shortcuts => "shortcuts-title",
            Self::OpenBook => "action-open-book",
            Self::NewBook => "action-new-book",
            Self::SaveCopy => "action-save-copy",
            Self::Backup => "action-back-up-now",
            Self::Restore => "action-restore",
            Self::Go(Page::Clients) => "menu-clients",
            Self::Go(Page::Invoices) => "menu-invoices",
            Self::Go(Page::Expenses) => "menu-expenses",
            Self::Go(Page::Products) => "menu-products",
            Self::Go(Page::Reports) => "menu-reports",
            Self::Go(Page::Settings) => "menu-settings",
            Self::Go(Page::Todo) => "menu-todo",
        })
    }

    /// Its shortcuts; the first is the one shown.
    pub fn shortcuts(self) -> Vec<KeyboardShortcut> {
        let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let ctrl_shift = |key| KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key);
        match self {
            Self::NewClient => vec![ctrl(Key::N)],
            Self::Search => vec![ctrl(Key::F)],
            Self::Note => vec![ctrl(Key::J)],
            Self::Save => vec![ctrl(Key::Enter), ctrl(Key::S)],
            Self::SaveAndNew => vec![ctrl_shift(Key::Enter)],
            Self::Undo => vec![ctrl(Key::Z)],
            Self::Redo => vec![ctrl(Key::Y), ctrl_shift(Key::Z)],
            Self::Import => vec![ctrl(Key::O)],
            Self::Export => vec![ctrl(Key::E)],
            Self::Palette => vec![ctrl(Key::K)],
            Self::Shortcuts => vec![KeyboardShortcut::new(Modifiers::NONE, Key::F1)],
            Self::OpenBook => vec![ctrl_shift(Key::O)],
            Self::NewBook => vec![ctrl_shift(Key::N)],
            Self::SaveCopy => vec![ctrl_shift(Key::S)],
            Self::Backup => vec![ctrl(Key::B)],
            Self::Restore => vec![ctrl_shift(Key::B)],
            Self::Go(Page::Todo) => vec![ctrl(Key::Num7)],
            Self::Go(page) => {
                let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
                Page::ALL.into_iter().zip(keys).filter(|(p, _)| *p == page).map(|(_, k)| ctrl(k)).collect()
            }
        }
    }

    /// The key cap shown beside its words, in the way of the user's keyboard.
    pub fn key_hint(self, text: &Text) -> String {
        self.shortcuts().first().map(|shortcut| key_cap(*shortcut, text)).unwrap_or_default()
    }

    /// The key caps of all its shortcuts.
    pub fn key_hints(self, text: &Text) -> Vec<String> {
        self.shortcuts().into_iter().map(|shortcut| key_cap(shortcut, text)).collect()
    }

    /// Its sign.
    pub fn icon(self) -> &'static str {
        match self {
            Self::NewClient => icons::USER_PLUS,
            Self::Search | Self::Palette => icons::MAGNIFYING_GLASS,
            Self::Note => icons::NOTE,
            Self::Save | Self::SaveAndNew | Self::SaveCopy => icons::FLOPPY_DISK,
            Self::Undo => icons::ARROW_U_UP_LEFT,
            Self::Redo => icons::ARROW_U_UP_RIGHT,
            Self::Import => icons::DOWNLOAD_SIMPLE,
            Self::Export => icons::EXPORT,
            Self::Shortcuts => icons::KEYBOARD,
            Self::OpenBook => icons::FOLDER_OPEN,
            Self::NewBook => icons::FILE_PLUS,
            Self::Backup => icons::CLOUD_CHECK,
            Self::Restore => icons::CLOCK_COUNTER_CLOCKWISE,
            Self::Go(page) => page.icon(),
        }
    }

    /// Every item; what is wanted most often first.
    pub fn by_use() -> impl Iterator<Item = Self> {
        let mut all = Self::ALL;
        all.sort_unstable();
        all.into_iter()
    }

    /// Whether it can be asked for now.
    pub fn is_offered(self, now: Situation) -> bool {
        match (now.place, self) {
            (Place::NoBook | Place::Dialog, _) => false,
            (place, Self::Save | Self::SaveAndNew) => place == Place::Form,
            (place, Self::Note) => place == Place::Client,
            (_, Self::Undo | Self::Redo) => !now.typing,
            (Place::Form | Place::Client | Place::Page, _) => true,
        }
    }

    /// What it asks for.
    pub fn action(self) -> Action {
        match self {
            Self::NewClient => Action::Form(FormOf::New(String::new())),
            Self::Search => Action::Search,
            Self::Note => Action::Note,
            Self::Save => Action::Save { and_new: false },
            Self::SaveAndNew => Action::Save { and_new: true },
            Self::Undo => Action::Undo,
            Self::Redo => Action::Redo,
            Self::Import => Action::Import,
            Self::Export => Action::Export,
            Self::Palette => Action::Palette,
            Self::Shortcuts => Action::Shortcuts,
            Self::OpenBook => Action::OpenBook,
            Self::NewBook => Action::NewBook,
            Self::SaveCopy => Action::SaveCopy,
            Self::Backup => Action::Backup,
            Self::Restore => Action::ChooseRestore,
            Self::Go(page) => Action::Go(page),
        }
    }
}

/// Takes the shortcuts that are offered out of the input. To be called before anything is drawn: a text field
/// consumes nothing, so a chord left in would act twice.
pub fn take_shortcuts(ctx: &egui::Context, now: Situation) -> Vec<Action> {
    ctx.input_mut(see_digits);
    let offered = MenuItem::ALL.into_iter().filter(|item| item.is_offered(now));
    offered
        .filter(|item| {
            ctx.input_mut(|input| item.shortcuts().iter().any(|shortcut| input.consume_shortcut(shortcut)))
        })
        .map(MenuItem::action)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_a_shortcut_of_its_own() {
        let mut seen = Vec::new();
        for shortcut in MenuItem::ALL.iter().flat_map(|item| item.shortcuts()) {
            assert!(!seen.contains(&shortcut), "{shortcut:?} stands twice");
            seen.push(shortcut);
        }
        assert!(MenuItem::ALL.iter().all(|item| !item.shortcuts().is_empty()));
    }

    #[test]
    fn what_is_asked_with_more_keys_is_taken_first() {
        // egui sees Ctrl+S in Ctrl+Shift+S.
        for (at, item) in MenuItem::ALL.iter().enumerate() {
            for shortcut in item.shortcuts().iter().filter(|shortcut| shortcut.modifiers.shift) {
                let plain = KeyboardShortcut::new(Modifiers::COMMAND, shortcut.logical_key);
                let weaker = MenuItem::ALL.iter().position(|other| other.shortcuts().contains(&plain));
                assert!(weaker.is_none_or(|weaker| at <= weaker), "{item:?}");
            }
        }
    }

    #[test]
    fn keys_are_written_as_on_the_keyboard() {
        let text = Text::load(crate::text::Language::Fr);
        assert_eq!(MenuItem::SaveAndNew.key_hint(&text), "Ctrl Maj ↵");
        assert_eq!(MenuItem::Shortcuts.key_hint(&text), "F1");
        assert_eq!(MenuItem::Redo.key_hints(&text), ["Ctrl Y", "Ctrl Maj Z"]);
    }

    #[test]
    fn undo_belongs_to_the_field_one_types_in() {
        let typing = Situation { place: Place::Form, typing: true };
        assert!(!MenuItem::Undo.is_offered(typing));
        assert!(!MenuItem::Redo.is_offered(typing));
        assert!(MenuItem::Save.is_offered(typing));
        assert!(MenuItem::Undo.is_offered(Situation { typing: false, ..typing }));
    }

    #[test]
    fn what_is_offered_depends_on_what_is_on_top() {
        let on = |place| Situation { place, typing: false };
        assert!(MenuItem::NewClient.is_offered(on(Place::Page)));
        assert!(!MenuItem::Save.is_offered(on(Place::Page)));
        assert!(!MenuItem::SaveAndNew.is_offered(on(Place::Page)));
        for item in MenuItem::ALL {
            assert!(!item.is_offered(on(Place::Dialog)) && !item.is_offered(on(Place::NoBook)));
            assert_eq!(item.is_offered(on(Place::Form)), item != MenuItem::Note);
        }
        assert!(MenuItem::Note.is_offered(on(Place::Client)) && !MenuItem::Note.is_offered(on(Place::Page)));
        assert!(MenuItem::Note.is_offered(Situation { typing: true, ..on(Place::Client) }));
        assert!(
            !MenuItem::Save.is_offered(on(Place::Client))
                && MenuItem::NewClient.is_offered(on(Place::Client))
        );
    }
}
