//! Every kind of dialog, and how the keyboard opens it.

use chrono::Days;
use comptoir::domain::client::ClientId;
use comptoir::domain::command::{CategoryCommand, Command, CustomFieldCommand, NewNote, NoteCommand};
use comptoir::domain::custom_field::CustomField;
use comptoir::domain::note::NoteKind;
use comptoir::store::{self, Origin};
use comptoir::text::Language;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::book::{register, stamp};
use super::desktop::{Desktop, today};

/// What opens a dialog.
pub(crate) enum Opener {
    /// A button that has the focus.
    Button(&'static str),
    /// An entry of the menu of a button.
    Menu(&'static str, &'static str),
    /// Keys.
    Keys(Modifiers, Key),
}

/// A dialog.
pub(crate) struct Door {
    /// How its title begins.
    pub(crate) title: &'static str,
    /// Goes where it is opened from.
    before: fn(&mut Desktop),
    opener: Opener,
    /// Types or chooses what it needs before it can be confirmed.
    pub(crate) fill: fn(&mut Desktop),
    /// What is so once it was confirmed, and only then.
    pub(crate) done: fn(&Desktop) -> bool,
}

/// A window on a book that has something for each of them.
pub(crate) fn desktop() -> Desktop {
    let folder = tempfile::tempdir().unwrap();
    let (mut writer, reader) = store::create(&folder.path().join("Essai.comptoir")).unwrap();
    let category =
        |name: &str| Command::Category(CategoryCommand::Create { name: name.to_owned(), tint: None });
    let field = CustomField { name: "Allergies".to_owned(), ..CustomField::default() };
    for command in [
        register("Asie", ""),
        register("Bolido", ""),
        category("Grossistes"),
        category("Voisins"),
        Command::CustomField(CustomFieldCommand::Create(field)),
        Command::Note(NoteCommand::Add(NewNote {
            client: ClientId(1),
            kind: NoteKind::Call,
            date: today(),
            text: "rappeler".to_owned(),
            pinned: false,
            remind: today().checked_sub_days(Days::new(1)),
            attachments: Vec::new(),
        })),
    ] {
        writer.apply(&command, Origin::CommandLine, stamp(0)).unwrap();
    }
    drop((writer, reader));
    std::fs::write(folder.path().join("autres.csv"), "nom;ville\nZorba;Lyon\n").unwrap();
    Desktop::with(Language::Fr, [1280.0, 800.0], folder)
}

fn section(desktop: &mut Desktop, name: &str) {
    desktop.ctrl(Key::Num6);
    desktop.click(Role::RadioButton, name);
}

/// Every dialog there is.
pub(crate) fn all() -> Vec<Door> {
    let mut all = of_clients_and_settings();
    all.extend(of_files_and_everywhere());
    all
}

fn of_clients_and_settings() -> Vec<Door> {
    let nothing = |_: &mut Desktop| ();
    let profile = |desktop: &mut Desktop| desktop.click(Role::GridCell, "Asie");
    vec![
        Door {
            title: "Récapitulatif",
            before: |desktop| {
                desktop.ctrl(Key::N);
                desktop.enter("Zorba");
            },
            opener: Opener::Keys(Modifiers::COMMAND, Key::Enter),
            fill: nothing,
            done: |desktop| desktop.rows().contains(&"Zorba".to_owned()),
        },
        Door {
            title: "Enregistrer une réponse",
            before: profile,
            opener: Opener::Button("Enregistrer une réponse…"),
            fill: nothing,
            done: |desktop| desktop.said().is_some(),
        },
        Door {
            title: "Supprimer",
            before: profile,
            opener: Opener::Menu("Plus d’actions", "Supprimer"),
            fill: nothing,
            done: |desktop| desktop.rows() == ["Bolido"],
        },
        Door {
            title: "Fusionner",
            before: |desktop| section(desktop, "Catégories"),
            opener: Opener::Menu("Plus d’actions pour Grossistes", "Fusionner dans…"),
            fill: |desktop| desktop.enter("Voisins"),
            done: |desktop| desktop.said().is_some() && desktop.reads("est fusionnée"),
        },
        Door {
            title: "Nouveau champ personnalisé",
            before: |desktop| section(desktop, "Champs personnalisés"),
            opener: Opener::Button("Nouveau champ…"),
            fill: |desktop| desktop.enter("Pointure"),
            done: |desktop| desktop.reads("Pointure"),
        },
        Door {
            title: "Reporter le rappel",
            before: |desktop| desktop.ctrl(Key::Num7),
            opener: Opener::Menu("Plus tard", "Un autre jour…"),
            fill: |desktop| desktop.enter("25/11/2026"),
            done: |desktop| desktop.said().is_some(),
        },
    ]
}

/// Those of files, and those that open over every page.
fn of_files_and_everywhere() -> Vec<Door> {
    let nothing = |_: &mut Desktop| ();
    vec![
        Door {
            title: "Exporter",
            before: nothing,
            opener: Opener::Button("Exporter…"),
            fill: |desktop| desktop.will_choose(&desktop.folder.path().join("Clients.csv")),
            done: |desktop| desktop.folder.path().join("Clients.csv").exists(),
        },
        Door {
            title: "Importer des clients",
            before: |desktop| desktop.will_choose(&desktop.folder.path().join("autres.csv")),
            opener: Opener::Button("Importer un fichier…"),
            fill: nothing,
            done: |desktop| desktop.rows().contains(&"Zorba".to_owned()),
        },
        Door {
            title: "Restaurer une sauvegarde",
            before: |desktop| {
                desktop.ctrl(Key::Num6);
                desktop.button("Sauvegarder maintenant");
                let folder = desktop.folder.path().join("backups");
                let backup = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).max();
                desktop.will_choose(&backup.unwrap());
            },
            opener: Opener::Button("Restaurer une sauvegarde…"),
            fill: nothing,
            done: |desktop| {
                desktop.said().is_some_and(|said| said.starts_with("La sauvegarde est restaurée"))
            },
        },
        Door {
            title: "Aller à…",
            before: nothing,
            opener: Opener::Keys(Modifiers::COMMAND, Key::K),
            fill: |desktop| desktop.enter("dépenses"),
            done: |desktop| desktop.has(Role::Heading, "Dépenses"),
        },
        Door {
            title: "Raccourcis",
            before: nothing,
            opener: Opener::Keys(Modifiers::NONE, Key::F1),
            fill: nothing,
            done: |_| true,
        },
    ]
}

impl Door {
    /// Goes where it is opened from, and gives the focus to what opens it.
    pub(crate) fn approach(&self, desktop: &mut Desktop) {
        (self.before)(desktop);
        if let Opener::Button(name) | Opener::Menu(name, _) = self.opener {
            let first = desktop.harness.query_all_by_role_and_label(Role::Button, name).next();
            first.unwrap_or_else(|| panic!("no button {name:?}")).focus();
            desktop.harness.run();
        }
    }

    /// Opens it by keys alone.
    pub(crate) fn open(&self, desktop: &mut Desktop) {
        match self.opener {
            Opener::Button(_) => desktop.press(Key::Enter),
            Opener::Menu(_, entry) => {
                desktop.press(Key::Enter);
                desktop.node(Role::MenuItem, entry).focus();
                desktop.harness.run();
                desktop.press(Key::Enter);
            }
            Opener::Keys(modifiers, key) => desktop.press_with(modifiers, key),
        }
        assert!(self.is_open(desktop), "{} does not open: {:?}", self.title, desktop.texts());
    }

    /// Whether it is open.
    pub(crate) fn is_open(&self, desktop: &Desktop) -> bool {
        let dialogs = desktop.harness.query_all_by_role(Role::Dialog);
        let mut titles = dialogs.filter_map(|dialog| dialog.accesskit_node().label());
        titles.any(|title| title.starts_with(self.title))
    }
}
