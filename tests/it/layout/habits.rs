//! What opens over every page, and the settings: palette, shortcuts, export, the record, backups, questions.

use comptoir::files::backup;
use egui::{Key, Modifiers, Pos2, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::pages::Walk;

impl Walk {
    pub(super) fn palette_and_shortcuts(&mut self) {
        self.click_named("menu-clients");
        self.judge("clients once more");
        self.key(Modifiers::COMMAND, Key::K);
        self.expect_dialog();
        self.judge("the palette");
        self.type_text("du");
        self.judge("the palette that finds");
        self.type_text(&" dubois".repeat(12));
        self.judge("the palette with a long text");
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::NONE, Key::F1);
        self.expect_dialog();
        self.judge("the shortcuts");
        for step in 1..=4 {
            self.window.harness.hover_at(Pos2::new(self.view.size[0] / 2.0, self.view.size[1] / 2.0));
            self.scroll(-250.0);
            self.judge(&format!("the shortcuts, scrolled {step} times"));
        }
        self.key(Modifiers::NONE, Key::Escape);
    }

    pub(super) fn export(&mut self) {
        self.key(Modifiers::NONE, Key::ArrowDown);
        self.key(Modifiers::NONE, Key::Space);
        self.key(Modifiers::COMMAND, Key::E);
        self.expect_dialog();
        self.judge("an export");
        self.click_named("export-columns-every");
        self.judge("an export of every key");
        self.click_named("export-json");
        self.judge("an export as JSON");
        self.key(Modifiers::NONE, Key::Escape);
    }

    /// The settings of the record, to their end, and the menu of a wish.
    pub(super) fn record_settings(&mut self) {
        self.click_named("menu-settings");
        self.click_named("settings-record");
        self.judge("the settings of the record");
        let starred = self.text.get("wish-starred").to_owned();
        let chip = self.window.harness.query_all_by_role_and_label(Role::Button, &starred).next();
        chip.expect("a field with a star").click();
        self.window.harness.run();
        self.judge("what is wished of a field");
        self.key(Modifiers::NONE, Key::Escape);
        for step in 1..=5 {
            self.window.harness.hover_at(Pos2::new(self.view.size[0] / 2.0, self.view.size[1] / 2.0));
            self.scroll(-300.0);
            self.judge(&format!("the settings of the record, scrolled {step} times"));
        }
        self.click_named("settings-general");
    }

    /// Backups go to a second place, which is there and then is not.
    pub(super) fn second_place(&mut self) {
        let name = "Clé USB des sauvegardes du cabinet de la rue du Faubourg-Saint-Antoine";
        let place = self.window.folder.path().join(name);
        backup::create_folder(&place).unwrap();
        self.window.will_choose(&place);
        self.click_named("second-place-choose");
        self.click_named("action-back-up-now");
        self.judge("a second place for backups");
        std::fs::remove_dir_all(&place).unwrap();
        self.click_named("action-back-up-now");
        self.judge("a second place that is not there");
        self.click_named("second-place-forget");
    }

    /// The dialogs that ask before a category is merged, a backup restored.
    pub(super) fn questions(&mut self) {
        self.click_named("menu-settings");
        self.judge("settings once more");
        let folder = self.window.folder.path().join("backups");
        let last = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).max();
        self.window.will_choose(&last.expect("a backup"));
        self.click_named("action-restore");
        self.expect_dialog();
        self.judge("a backup to be restored");
        self.key(Modifiers::NONE, Key::Escape);
        self.click_named("settings-categories");
        self.judge("categories once more");
        let buttons = self.window.harness.query_all_by_role(Role::Button);
        let begin = self.text.with("category-more", &[("name", "".into())]);
        let more = buttons
            .filter_map(|button| button.accesskit_node().label())
            .find(|label| label.starts_with(begin.trim_end_matches(['\u{2068}', '\u{2069}'])));
        self.window.click(Role::Button, &more.expect("a category"));
        self.judge("the menu of a category");
        self.click_named("category-merge-into");
        self.expect_dialog();
        self.judge("a category to be merged");
        self.key(Modifiers::NONE, Key::Escape);
        self.key(Modifiers::NONE, Key::Escape);
    }
}
