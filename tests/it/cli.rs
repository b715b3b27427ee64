//! The verbs, run as the program that is shipped, each in a home of its own.

use std::fs;
use std::io::{BufRead as _, BufReader, Cursor};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use comptoir::domain::address::Address;
use comptoir::domain::client::{Client, ClientId, Contact};
use comptoir::domain::command::{self, Belongings, Change, ClientCommand, NewConsent, NewNote};
use comptoir::domain::consent::{Answer, Channel, Method, Purpose, Wording};
use comptoir::domain::note::NoteKind;
use comptoir::files::csv::Apart;
use comptoir::files::settings::Settings;
use comptoir::search::{Filter, StateFilter, View, Views};
use comptoir::store::{self, Origin};
use serde_json::Value;
use tempfile::TempDir;

use crate::support::book::stamp;

/// A home with nothing in it.
struct Home(TempDir);

/// What a verb said, and its exit status.
#[derive(Debug, PartialEq)]
struct Said {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn book(&self) -> PathBuf {
        self.path(".local/share/comptoir/Mon activité.comptoir")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_comptoir"));
        command
            .args(arguments)
            .current_dir(self.0.path())
            .env_clear()
            .env("HOME", self.0.path())
            .env("LANG", "fr_FR.UTF-8");
        command
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let Output { status, stdout, stderr } = self.command(arguments).output().unwrap();
        Said {
            status: status.code(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    /// Runs a verb that must do its work without a word of complaint.
    fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!((said.status, said.err.as_str()), (Some(0), ""), "{arguments:?}: {}", said.out);
        said.out
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.done(arguments)).unwrap()
    }

    fn write(&self, name: &str, text: &str) {
        put(&self.path(name), text.as_bytes());
    }

    fn northwind(&self) {
        fs::copy(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/northwind-customers.csv"),
            self.path("northwind.csv"),
        )
        .unwrap();
    }
}

fn put(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

fn names(list: &Value) -> Vec<&str> {
    list["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[test]
fn northwind_is_imported_found_and_not_imported_twice() {
    let home = Home::new();
    home.northwind();
    let first = home.run(&["import", "northwind.csv"]);
    assert_eq!(first.status, Some(0));
    assert!(first.out.starts_with("42 lignes lues\n42 clients ajoutés\n"), "{}", first.out);
    assert_eq!(first.err, format!("Nouveau carnet\u{a0}: {}\n", home.book().display()));
    assert_eq!(
        home.json(&["import", "northwind.csv", "--json"]),
        serde_json::json!({
            "read": 42, "added": 0, "updated": 0, "unchanged": 42, "refused": 0, "doubts": 0, "refused_rows": []
        })
    );
    for query in ["blondes pere", "88601531"] {
        let found = home.json(&["clients", query, "--json"]);
        assert_eq!(
            (&found["total"], names(&found)),
            (&1.into(), vec!["Blondesddsl père et fils"]),
            "{query}"
        );
        assert!(home.done(&["clients", query]).contains("Blondesddsl père et fils"));
    }
    let client = home.json(&["client", "BLONP", "--json"]);
    assert_eq!((client["phone"].as_str(), client["country"].as_str()), (Some("88.60.15.31"), Some("FR")));
    assert_eq!(client["doubts"], serde_json::json!(["phone"]));
    assert_eq!(client["missing"], serde_json::json!(["email"]));
    assert_eq!(client["notes"][0]["text"], "fax: 88.60.15.32");
    assert_eq!(home.json(&["client", &client["id"].to_string(), "--json"]), client);
    let shown = home.done(&["client", "BLONP"]);
    assert!(
        shown.contains("Pays\u{a0}: France\n") && shown.contains("À compléter\u{a0}: E-mail\n"),
        "{shown}"
    );
}

#[test]
fn the_list_is_limited_counted_and_sorted() {
    let home = Home::new();
    home.northwind();
    home.run(&["import", "northwind.csv"]);
    let all = home.json(&["clients", "--json"]);
    let some = home.json(&["clients", "--json", "--limit", "3"]);
    assert_eq!((all["total"].as_u64(), names(&all).len()), (Some(42), 42));
    assert_eq!((some["total"].as_u64(), names(&some)), (Some(42), names(&all)[..3].to_vec()));
    assert_eq!(names(&some)[0], "Alfreds Futterkiste");
    let text = home.done(&["clients", "--limit", "3"]);
    assert!(text.ends_with("\n3 sur 42\n") && text.lines().count() == 5, "{text}");
    assert!(home.done(&["clients"]).ends_with("\n42 clients\n"));
    assert!(home.done(&["clients", "strasbourg"]).ends_with("\n1 résultat\n"));
    let near = home.json(&["clients", "blondesdsl fils", "--json"]);
    assert_eq!(
        (near["rows"][0]["name"].as_str(), near["rows"][0]["near"].as_bool()),
        (Some("Blondesddsl père et fils"), Some(true))
    );
    assert!(all["rows"][0].get("near").is_none());
    let text = home.done(&["clients", "ana trujilo"]);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!((lines.len(), lines[1], lines[3]), (4, "Noms proches", "Aucun résultat, 1 proche"), "{text}");
    assert_eq!(home.done(&["clients", "nobody"]), "Aucun résultat\n");
    assert_eq!(home.json(&["clients", "nobody", "--json"]), serde_json::json!({"total": 0, "rows": []}));
}

#[test]
fn a_verb_that_reads_makes_no_book() {
    let home = Home::new();
    for verb in [
        vec!["clients"],
        vec!["clients", "x", "--json"],
        vec!["client", "1"],
        vec!["check"],
        vec!["undo"],
        vec!["export", "clients", "a.csv"],
        vec!["backup", "a.comptoir"],
    ] {
        let said = home.run(&verb);
        assert_eq!((said.status, said.out.as_str()), (Some(3), ""), "{verb:?}");
        assert!(said.err.ends_with(&format!("{}\n", home.book().display())), "{}", said.err);
        assert_eq!(fs::read_dir(home.0.path()).unwrap().count(), 0, "{verb:?}");
    }
}

#[test]
fn a_book_that_is_open_or_none_is_status_3() {
    let home = Home::new();
    let path = home.path("a.comptoir");
    let (writer, reader) = store::create(&path).unwrap();
    let said = home.run(&["--book", "a.comptoir", "clients"]);
    assert_eq!(
        (said.status, said.err.as_str()),
        (
            Some(3),
            "Ce carnet est ouvert dans une fenêtre. Fermez-la, puis recommencez. Fichier\u{a0}: a.comptoir\n"
        )
    );
    home.write("a.csv", "Nom\nAsie\n");
    for verb in [vec!["import", "a.csv"], vec!["demo", "--clients", "1"], vec!["restore", "a.comptoir"]] {
        assert_eq!(home.run(&[verb, vec!["--book", "a.comptoir"]].concat()).status, Some(3));
    }
    drop((writer, reader));
    assert_eq!(home.done(&["--book", "a.comptoir", "clients"]), "0 client\n");
    home.write("b.comptoir", "not a book");
    assert_eq!(home.run(&["clients", "--book", "b.comptoir"]).status, Some(3));
    assert_eq!(fs::read_to_string(home.path("b.comptoir")).unwrap(), "not a book");
}

#[test]
fn refused_rows_are_named_and_are_status_1() {
    let home = Home::new();
    home.write("a.csv", "Nom;Ville\nAsie;Lyon\n;Paris\n");
    let said = home.run(&["import", "a.csv", "--json"]);
    assert_eq!(said.status, Some(1));
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        report,
        serde_json::json!({
            "read": 2, "added": 1, "updated": 0, "unchanged": 0, "refused": 1, "doubts": 0,
            "refused_rows": [{"line": 3, "reason": "aucun nom"}]
        })
    );
    let said = home.run(&["import", "a.csv", "--lang", "en"]);
    assert_eq!((said.status, said.err.as_str()), (Some(1), ""));
    assert!(said.out.ends_with("Row 3: no name\n"), "{}", said.out);
}

#[test]
fn a_dry_run_writes_nothing() {
    let home = Home::new();
    home.write("a.csv", "Nom,Email\nAsie,nonsense\n");
    let said = home.done(&["import", "a.csv", "--dry-run"]);
    assert!(said.contains("1 client ajouté\n") && said.ends_with("ceci est un essai.\n"), "{said}");
    assert!(!home.book().exists());
    home.run(&["import", "a.csv"]);
    home.write("a.csv", "Nom,Email,Ville\nAsie,nonsense,Lyon\n");
    let report = home.json(&["import", "a.csv", "--dry-run", "--json"]);
    assert_eq!((report["updated"].as_u64(), report["doubts"].as_u64()), (Some(1), Some(1)));
    assert_eq!(home.json(&["client", "1", "--json"])["city"], "");
}

#[test]
fn a_file_that_cannot_be_imported_is_status_2_and_makes_no_book() {
    let home = Home::new();
    for (text, begin) in [
        ("", "Ce fichier est vide."),
        ("Nom;Ville\n", "Ce fichier a des en-têtes"),
        ("PK\u{3}\u{4}", "Ce fichier est un classeur"),
        ("Nom\nA\0\n", "La ligne 2 n’est pas du texte."),
        ("Nom\nA\n\"B\n", "La ligne 3 ouvre un guillemet"),
    ] {
        home.write("a.csv", text);
        let said = home.run(&["import", "a.csv"]);
        assert_eq!((said.status, said.out.as_str()), (Some(2), ""), "{begin}");
        assert!(said.err.starts_with(begin) && said.err.ends_with("Fichier\u{a0}: a.csv\n"), "{}", said.err);
    }
    let said = home.run(&["import", "missing.csv"]);
    assert!(said.status == Some(2) && said.err.ends_with("Fichier\u{a0}: missing.csv\n"), "{}", said.err);
    assert!(!home.book().exists());
}

#[test]
fn an_import_into_a_book_with_clients_is_backed_up_first() {
    let home = Home::new();
    home.write("a.csv", "Nom\nAsie\n");
    home.run(&["import", "a.csv"]);
    let backups = home.path(".local/share/comptoir/backups");
    assert!(!backups.exists());
    home.write("a.csv", "Nom\nBolido\n");
    home.done(&["import", "a.csv", "--today", "2026-11-24"]);
    let made: Vec<_> = fs::read_dir(&backups).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(made, ["Mon activité 2026-11-24 12-00-00.comptoir"]);
    // Nothing to do, nothing to back up.
    home.done(&["import", "a.csv", "--today", "2026-11-25"]);
    assert_eq!(fs::read_dir(&backups).unwrap().count(), 1);
}

#[test]
fn a_demo_is_the_same_for_a_seed_and_a_day_and_fills_new_books_only() {
    let home = Home::new();
    let demo = |book, seed, today| {
        let said = home.run(&["demo", "--clients", "40", "--seed", seed, "--today", today, "--book", book]);
        assert_eq!(said.status, Some(0), "{}", said.err);
        home.done(&["clients", "--json", "--book", book])
    };
    let one = demo("a.comptoir", "7", "2026-11-24");
    assert_eq!(one, demo("b.comptoir", "7", "2026-11-24"));
    assert_ne!(one, demo("c.comptoir", "8", "2026-11-24"));
    let again = home.run(&["demo", "--clients", "1", "--book", "a.comptoir"]);
    assert_eq!((again.status, again.out.as_str()), (Some(2), ""));
    assert!(again.err.starts_with("Ce carnet contient déjà des clients."), "{}", again.err);
    assert!(home.done(&["check", "--full", "--book", "a.comptoir"]).contains("40 clients"));
    // Without a book named, the example is filled and not the user's own.
    assert_eq!(home.run(&["demo", "--clients", "1"]).status, Some(0));
    assert!(home.path(".local/share/comptoir/Exemple.comptoir").exists() && !home.book().exists());
}

#[test]
fn an_export_comes_back_and_notes_only_if_asked_for() {
    let home = Home::new();
    home.write("a.csv", "Nom,Commentaire\n=Asie,secret\n");
    home.run(&["import", "a.csv"]);
    let said = home.run(&["export", "clients", "b.csv"]);
    assert_eq!((said.status, said.out.as_str()), (Some(0), "1 client exporté\n"));
    assert!(said.err.starts_with("Les notes sont privées"), "{}", said.err);
    let table = fs::read_to_string(home.path("b.csv")).unwrap();
    assert!(table.contains("\"'=Asie\"") && !table.contains("secret"), "{table}");
    home.done(&["export", "clients", "c.json", "--notes"]);
    let json: Value = serde_json::from_str(&fs::read_to_string(home.path("c.json")).unwrap()).unwrap();
    assert_eq!(
        (&json["rows"][0]["name"], &json["rows"][0]["notes"][0]["text"]),
        (&"=Asie".into(), &"secret".into())
    );
    home.run(&["import", "b.csv", "--book", "other.comptoir"]);
    assert_eq!(names(&home.json(&["clients", "--json", "--book", "other.comptoir"])), ["=Asie"]);
    for wrong in ["d.ods", "nowhere/d.csv"] {
        let said = home.run(&["export", "clients", wrong]);
        assert_eq!((said.status, said.out.as_str()), (Some(2), ""));
        assert!(said.err.ends_with(&format!("{wrong}\n")), "{}", said.err);
    }
}

#[test]
fn an_export_has_the_habit_of_the_window_unless_it_is_told_otherwise() {
    let home = Home::new();
    home.write("a.csv", "Nom,Ville\nAsie,Lyon\n");
    home.run(&["import", "a.csv"]);
    let head = |arguments: &[&str]| {
        home.run(&[&["export", "clients", "b.csv"], arguments].concat());
        fs::read_to_string(home.path("b.csv")).unwrap().chars().take(6).collect::<String>()
    };
    let (semicolon, comma) = ("\u{feff}\"id\";", "\"id\",\"");
    assert_eq!((head(&[]), head(&["--lang", "en"])), (semicolon.to_owned(), comma.to_owned()));
    let chosen = |apart| {
        let folder = home.path(".config/comptoir");
        Settings { apart: Some(apart), ..Settings::default() }.save(&folder).unwrap();
    };
    chosen(Apart::Comma);
    assert_eq!(head(&[]), comma);
    assert_eq!(head(&["--separator", "semicolon"]), semicolon);
    chosen(Apart::Semicolon);
    assert_eq!(head(&["--lang", "en"]), semicolon);
    assert_eq!(head(&["--separator", "comma"]), comma);
    let help = home.done(&["export", "clients", "--help"]);
    assert!(help.contains("as chosen in the window under Settings"), "{help}");
}

#[test]
fn a_postcode_that_lost_its_nought_is_said() {
    let home = Home::new();
    home.write("a.csv", "Nom,Code postal\nAsie,69001\nBolido,1000\n");
    let said = home.run(&["import", "a.csv", "--dry-run"]).out;
    assert!(
        said.contains(
            "Ligne 3\u{a0}: code postal 1000 lu comme 01000, un tableur en a perdu le premier zéro\n"
        ),
        "{said}"
    );
    home.run(&["import", "a.csv"]);
    let again = home.json(&["import", "a.csv", "--json"]);
    assert_eq!((again["unchanged"].as_u64(), again.get("mended_rows")), (Some(2), None));
    let other = home.run(&["import", "a.csv", "--json", "--book", "other.comptoir"]).out;
    let other: Value = serde_json::from_str(&other).unwrap();
    assert_eq!(
        other["mended_rows"],
        serde_json::json!([{ "line": 3, "field": "postcode", "said": "1000", "kept": "01000" }])
    );
}

#[test]
fn a_change_is_undone_once() {
    let home = Home::new();
    home.write("a.csv", "Nom\nAsie\nBolido\n");
    home.run(&["import", "a.csv"]);
    assert_eq!(home.done(&["undo"]), "Annulé\u{a0}: import de 2 clients\n");
    assert_eq!(home.done(&["clients"]), "0 client\n");
    let again = home.run(&["undo"]);
    assert_eq!((again.status, again.err.as_str()), (Some(2), "Il n’y a rien à annuler.\n"));
}

#[test]
fn a_client_changed_since_the_import_is_kept_and_named() {
    let home = Home::new();
    home.write("a.csv", "number,company\n1,Asie\n2,Bolido\n");
    home.run(&["import", "a.csv"]);
    home.write("b.csv", "number,company,city\n2,Bolido,Lyon\n");
    home.run(&["import", "b.csv"]);
    assert_eq!(home.done(&["undo"]), "Annulé\u{a0}: import de 1 client\n");
    assert_eq!(home.json(&["client", "2", "--json"])["city"], "");
}

#[test]
fn a_backup_takes_the_place_of_the_book_which_is_set_aside() {
    let home = Home::new();
    home.write("a.csv", "Nom\nAsie\n");
    home.run(&["import", "a.csv", "--today", "2026-11-20"]);
    let made = home.done(&["backup", "copy.comptoir"]);
    assert_eq!(made, "Sauvegarde faite (1 client)\u{a0}: copy.comptoir\n");
    let twice = home.run(&["backup", "copy.comptoir"]);
    assert_eq!((twice.status, twice.out.as_str()), (Some(2), ""));
    home.write("a.csv", "Nom\nBolido\n");
    home.run(&["import", "a.csv", "--today", "2026-11-24"]);
    let said = home.done(&["restore", "copy.comptoir", "--today", "2026-11-24", "--lang", "en"]);
    let aside = home.path(".local/share/comptoir/Mon activité (set aside 2026-11-24 12-00-00).comptoir");
    assert_eq!(
        said,
        format!(
            "Backup: 1 client, last changed 20 Nov 2026\nPresent book: 2 clients, last changed today\n\
             The backup is restored. The book from before is here: {}\n",
            aside.display()
        )
    );
    assert_eq!(names(&home.json(&["clients", "--json"])), ["Asie"]);
    let before = home.json(&["clients", "--json", "--book", aside.to_str().unwrap()]);
    assert_eq!(names(&before), ["Asie", "Bolido"]);
    // Where there is no book, the backup becomes one.
    let said = home.done(&["restore", "copy.comptoir", "--book", "new.comptoir"]);
    assert!(said.ends_with("La sauvegarde est restaurée\u{a0}: new.comptoir\n"), "{said}");
    let nothing = home.run(&["restore", "a.csv"]);
    assert!(nothing.status == Some(3) && nothing.err.ends_with("a.csv\n"), "{}", nothing.err);
    assert_eq!(names(&home.json(&["clients", "--json"])), ["Asie"]);
}

#[test]
fn findings_are_status_1() {
    let home = Home::new();
    home.write("a.csv", "Nom\nAsie\n");
    home.run(&["import", "a.csv"]);
    assert_eq!(home.done(&["check"]), "Tout est en ordre\u{a0}: 1 client.\n");
    assert_eq!(home.done(&["check", "--full"]), "Tout est en ordre\u{a0}: 1 client.\n");
    // The second copy of the header.
    let mut bytes = fs::read(home.book()).unwrap();
    let second = (1..65_536).find(|at| bytes[*at..*at + 8] == bytes[..8]).unwrap();
    bytes[second] ^= 1;
    put(&home.book(), &bytes);
    let said = home.run(&["check"]);
    assert_eq!((said.status, said.err.as_str()), (Some(1), ""));
    assert!(said.out.starts_with("header: 2: "), "{}", said.out);
    assert!(said.out.contains("1 anomalie. Restaurez une sauvegarde saine."), "{}", said.out);
}

#[test]
fn clients_of_a_category_are_listed() {
    let home = Home::new();
    home.write(
        "a.csv",
        "Nom;Ville;Tags\nAsie;Lyon;Détaillants\nBolido;Lyon;\nCyan;Paris;Amis, détaillants\n",
    );
    home.run(&["import", "a.csv"]);
    let listed = |arguments: &[&str]| {
        let list = home.json(&[arguments, &["--json"]].concat());
        (list["total"].as_u64().unwrap(), names(&list).join(" "))
    };
    assert_eq!(listed(&["clients", "--category", "DETAILLANTS"]), (2, "Asie Cyan".into()));
    assert_eq!(listed(&["clients", "--category", "detaillants", "--limit", "1"]), (2, "Asie".into()));
    assert_eq!(listed(&["clients", "lyon", "--category", "détaillants"]), (1, "Asie".into()));
    // A name that is only near is said to be so, whoever was left out before it.
    let near = home.json(&["clients", "Aside", "--category", "Détaillants", "--json"]);
    assert_eq!((names(&near), &near["rows"][0]["near"]), (vec!["Asie"], &true.into()));
    let exact = home.json(&["clients", "cyan", "--category", "Amis", "--json"]);
    assert_eq!(exact["rows"][0]["near"], Value::Null);
    assert!(home.done(&["clients", "--category", "amis"]).ends_with("\n1 résultat\n"));
}

/// Five clients in three countries, with categories and custom fields of several kinds, one of them archived.
fn furnished() -> Home {
    let home = Home::new();
    home.write(
        "a.csv",
        "Nom;Ville;Code postal;Pays;Catégories;Niveau (custom:choice:Or, Argent);Plafond (custom:amount);\
         Depuis (custom:date);Samedi (custom:yes_no);a=b (custom:text);Status\n\
         Asie;Paris;75006;FR;Amis;Or;100,00;2024-02-01;oui;B12;\n\
         Bolido;Paris;75011;;Amis, Bons;Argent;500,00;2025-01-31;non;C 13;\n\
         Cactus;Pforzheim;75172;DE;Bons;;99,99;;;;\n\
         Dupont;Lyon;69002;FR;;Or;500,01;2026-03-04;oui;b12;archived\n\
         Élan;Saint-Étienne;42000;FR;;;;;;;\n",
    );
    home.run(&["import", "a.csv"]);
    home
}

impl Home {
    /// The names that are listed, their initials put together.
    fn listed(&self, arguments: &[&str]) -> String {
        let list = self.json(&[&["clients", "--json"], arguments].concat());
        let names = names(&list);
        assert_eq!(list["total"].as_u64(), Some(names.len() as u64));
        names.iter().map(|name| name.chars().next().unwrap()).collect()
    }
}

#[test]
fn clients_are_listed_by_where_they_are_and_in_what_state() {
    let home = furnished();
    for (arguments, listed) in [
        (&[][..], "ABCÉ"),
        (&["--status", "active"], "ABCÉ"),
        (&["--status", "archived"], "D"),
        (&["--status", "to-complete"], "ABCÉ"),
        (&["--status", "to-check"], ""),
        (&["--country", "allemagne"], "C"),
        (&["--country", "FR"], "ABÉ"),
        (&["--country", "DE", "--country", "France"], "ABCÉ"),
        (&["--country", "ES"], ""),
        (&["--city", "PARIS"], "AB"),
        (&["--city", "saint etienne", "--city", "Pforzheim"], "CÉ"),
        (&["--city", "Par"], ""),
        (&["--postcode", "75"], "ABC"),
        (&["--postcode", "7501"], "B"),
        (&["--postcode", "75 006"], "A"),
        (&["--department", "75"], "AB"),
        (&["--department", "loire", "--postcode", "7517"], "CÉ"),
        (&["--department", "69", "--status", "archived"], "D"),
        (&["--city", "Paris", "--postcode", "75011"], "B"),
        (&["paris", "--postcode", "75006"], "A"),
    ] {
        assert_eq!(home.listed(arguments), listed, "{arguments:?}");
    }
}

#[test]
fn clients_are_listed_by_categories_and_custom_fields() {
    let home = furnished();
    for (arguments, listed) in [
        (&["--category", "amis"][..], "AB"),
        (&["--category", "Amis", "--category", "Bons"], "ABC"),
        (&["--category", "Amis", "--category", "Bons", "--all-categories"], "B"),
        (&["--uncategorised"], "É"),
        (&["--uncategorised", "--category", "Amis"], "ABÉ"),
        (&["--field", "niveau=or"], "A"),
        (&["--field", "Niveau=Or", "--status", "archived"], "D"),
        (&["--filled", "Niveau"], "AB"),
        (&["--empty", "Niveau"], "CÉ"),
        (&["--field", "Samedi=non"], "B"),
        (&["--field", "Plafond=100..500"], "AB"),
        (&["--field", "Plafond=100,01.."], "B"),
        (&["--field", "Plafond=..100"], "AC"),
        (&["--field", "Plafond=500"], "B"),
        (&["--field", "Depuis=2024-02-01..30/01/2025"], "A"),
        (&["--field", "Depuis=..2025-01-31", "--field", "Samedi=oui"], "A"),
        // Also the name may hold the sign.
        (&["--field", "a=b=12"], "A"),
        (&["--field", "a=b=c1"], ""),
        (&["--field", "a=b=c 1"], "B"),
        // No range: the piece of a text.
        (&["--field", "a=b=b12..13"], ""),
        (&["--category", "Amis", "--country", "FR", "--field", "Niveau=Argent"], "B"),
    ] {
        assert_eq!(home.listed(arguments), listed, "{arguments:?}");
    }
    let point = home.listed(&["--lang", "en", "--field", "Plafond=99.99"]);
    assert_eq!(point, "C");
}

#[test]
fn what_names_nothing_in_the_book_is_wrong_use() {
    let home = furnished();
    for (arguments, complaint) in [
        (["--country", "Atlantide"], "Aucun pays ne s’appelle «\u{a0}Atlantide\u{a0}».\n"),
        (["--department", "96"], "Aucun département n’a le numéro ou le nom «\u{a0}96\u{a0}».\n"),
        (["--postcode", "-"], "«\u{a0}-\u{a0}» n’est pas un début de code postal.\n"),
        (["--field", "Couleur=bleu"], "Aucun champ personnalisé ne s’appelle «\u{a0}Couleur\u{a0}».\n"),
        (["--field", "Niveau"], "Aucun champ personnalisé ne s’appelle «\u{a0}Niveau\u{a0}».\n"),
        (["--filled", "Couleur"], "Aucun champ personnalisé ne s’appelle «\u{a0}Couleur\u{a0}».\n"),
        (
            ["--field", "Niveau=Bronze"],
            "Le champ personnalisé «\u{a0}Niveau\u{a0}» ne peut pas être «\u{a0}Bronze\u{a0}».\n",
        ),
        (
            ["--field", "Plafond=.."],
            "Le champ personnalisé «\u{a0}Plafond\u{a0}» ne peut pas être «\u{a0}..\u{a0}».\n",
        ),
        (
            ["--field", "Plafond=1..peu"],
            "Le champ personnalisé «\u{a0}Plafond\u{a0}» ne peut pas être «\u{a0}1..peu\u{a0}».\n",
        ),
        (["--view", "Mienne"], "Aucune vue ne s’appelle «\u{a0}Mienne\u{a0}».\n"),
    ] {
        for verb in [&["clients"][..], &["export", "clients", "b.json"]] {
            let said = home.run(&[verb, &arguments[..]].concat());
            assert_eq!((said.status, said.out.as_str(), said.err.as_str()), (Some(2), "", complaint));
        }
    }
    assert!(!home.path("b.json").exists());
    for help in [["clients", "--help"], ["export", "clients"]] {
        let help = home.done(&[&help[..], &["--help"]].concat());
        assert!(help.contains("--view \"Mes Parisiens\""), "{help}");
    }
}

#[test]
fn a_view_is_listed_and_exported_by_its_name() {
    let home = furnished();
    let view = |name: &str, text: &str, filter: Filter, descending| View {
        name: name.into(),
        text: text.into(),
        filter,
        descending,
        ..View::default()
    };
    let mut views = Views::default();
    let amis = Filter { categories: vec![1], ..Filter::default() };
    views.save(view("Amis de Paris", "paris", amis, true));
    let lost = Filter { categories: vec![1, 99], all: true, ..Filter::default() };
    views.save(view("Perdus", "", lost, false));
    let archived = Filter { status: Some(StateFilter::Archived), ..Filter::default() };
    views.save(view("Anciens", "", archived, false));
    {
        let (mut writer, _reader) = store::open(&home.book()).unwrap();
        writer.scratch(Views::KEY, Some(&serde_json::to_vec(&views).unwrap())).unwrap();
    }
    assert_eq!(home.listed(&["--view", "amis de paris"]), "BA");
    assert_eq!(home.listed(&["75006", "--view", "Amis de Paris"]), "A");
    assert_eq!(home.listed(&["--view", "Amis de Paris", "--postcode", "75011"]), "B");
    assert_eq!(home.listed(&["--view", "Anciens"]), "D");
    assert_eq!(home.listed(&["--view", "Anciens", "--status", "active"]), "ABCÉ");
    let said = home.run(&["clients", "--view", "Perdus"]);
    assert!(said.out.ends_with("\n2 résultats\n"), "{}", said.out);
    assert_eq!(
        said.err,
        "La vue Perdus nomme aussi des catégories ou des champs qui n’existent plus\u{202f}; elle est ouverte sans eux.\n"
    );
    home.run(&["export", "clients", "b.json", "--view", "Amis de Paris", "--limit", "1"]);
    let json: Value = serde_json::from_str(&fs::read_to_string(home.path("b.json")).unwrap()).unwrap();
    assert_eq!(names(&json), ["Bolido"]);
}

#[test]
fn everything_known_about_a_client_is_said_in_words() {
    let home = Home::new();
    home.write(
        "a.csv",
        "Nom;Tags;Conditions de paiement;Langue;Fête (custom:date);Remise (custom:number)\n\
         Asie;\"Amis; Gros\";45 j fin de mois;anglais;1/2/2000;1234,5\n",
    );
    home.run(&["import", "a.csv"]);
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let client = ClientId(1);
    let (mut writer, reader) = store::open(&home.book()).unwrap();
    let note = |kind, text: &str, pinned, remind| {
        let date = day("2026-11-24");
        NewNote { client, kind, date, text: text.into(), pinned, remind, attachments: Vec::new() }
    };
    let consent = |purpose, answer, channels: &[Channel]| NewConsent {
        purpose,
        channels: channels.iter().copied().collect(),
        answer,
        method: Method::Phone,
        day: None,
        wording: Wording { language: "fr".into(), words: "Et parfois une offre ?".into() },
        evidence: None,
    };
    let file = writer.stage("devis.pdf", &mut Cursor::new([b'x'; 1_200])).unwrap();
    let before: Client = reader.snapshot().unwrap().get(1).unwrap().unwrap();
    let mut after = before.clone();
    after.delivery_address =
        Some(Address { city: "Lyon".into(), country: "FR".into(), ..Address::default() });
    after.contacts =
        vec![Contact { last_name: "Roulet".into(), role: "gérante".into(), ..Contact::default() }];
    let with = Belongings {
        notes: vec![
            note(NoteKind::Call, "rappeler", false, Some(day("2026-12-01"))),
            note(NoteKind::Note, "clé", true, None),
        ],
        consents: vec![
            consent(Purpose::Offers, Answer::Given, &[Channel::Email, Channel::Post]),
            consent(Purpose::Offers, Answer::Withdrawn, &[Channel::Email]),
        ],
        attachments: vec![file],
        ..Belongings::default()
    };
    let change =
        command::Command::Client(ClientCommand::Change(Box::new(Change { before, after, note: None, with })));
    writer.apply(&change, Origin::CommandLine, stamp(1)).unwrap();
    drop((writer, reader));
    assert_eq!(
        home.done(&["client", "1"]).replace(['\u{a0}', '\u{202f}'], " "),
        "Nom du client : Asie\nType de client : Entreprise\nÉtat : À compléter\nN° de client : 0001\nLangue du client : anglais\n\
         Conditions de paiement : 45 jours fin de mois\nAdresse de livraison : Lyon, France\n\
         Autres contacts : Roulet, gérante\nCatégories : Amis, Gros\nFête : 1 févr. 2000\nRemise : 1 234,5\n\
         Factures et messages de service : Pas demandé\nOffres et actualités : retiré (e-mail)\n\
         À compléter : Téléphone, E-mail, Adresse, Code postal et Ville\n24 nov. 2026 : clé\n\
         24 nov. 2026, appel, rappel le 1 déc. 2026 : rappeler\nPièces jointes : devis.pdf (1,2 Ko)\n"
    );
    let said = home.json(&["client", "1", "--json"]);
    assert_eq!(said["custom"], serde_json::json!({"Fête": "2000-02-01", "Remise": "1234.5"}));
    assert_eq!(said["categories"], serde_json::json!(["Amis", "Gros"]));
    assert_eq!(said["consent"]["offers"]["state"], "withdrawn");
    assert_eq!(
        said["consent"]["offers"]["channels"],
        serde_json::json!({"email": "withdrawn", "post": "given"})
    );
    assert_eq!(
        (said["attachments"][0]["name"].as_str(), said["notes"][0]["remind"].as_str()),
        (Some("devis.pdf"), Some("2026-12-01"))
    );
    // What was answered stays here: another book is told so.
    home.run(&["export", "clients", "b.csv"]);
    let other = ["--book", "other.comptoir", "import", "b.csv"];
    assert!(home.run(&other).out.ends_with("\nColonnes non reprises\u{a0}: consent_offers\n"));
    assert_eq!(
        home.json(&[&other[..], &["--json"]].concat())["left_behind"],
        serde_json::json!(["consent_offers"])
    );
}

#[test]
fn wrong_use_is_status_2_and_help_is_none() {
    let home = Home::new();
    for wrong in [vec!["nonsense"], vec!["--lang", "de"], vec!["demo"], vec!["clients", "--limit", "x"]] {
        assert_eq!(home.run(&wrong).status, Some(2), "{wrong:?}");
    }
    assert!(home.done(&["--help"]).contains("restore"));
    assert!(home.done(&["--version"]).starts_with("comptoir "));
    home.write("a.csv", "Nom\nAsie\n");
    home.run(&["import", "a.csv"]);
    for (verb, complaint) in [
        (vec!["client", "99"], "Aucun client n’a l’identifiant ni le numéro 99.\n"),
        (vec!["clients", "--category", "x"], "Aucune catégorie ne s’appelle «\u{a0}x\u{a0}».\n"),
    ] {
        let said = home.run(&verb);
        assert_eq!((said.status, said.out.as_str(), said.err.as_str()), (Some(2), "", complaint));
    }
    let spanish = home.run(&["clients", "--lang", "es"]);
    assert_eq!(spanish.status, Some(0));
    assert_eq!(spanish.err, "");
    assert!(
        spanish.out.ends_with("\n1 cliente\n") && spanish.out.starts_with("N.º de cliente"),
        "{}",
        spanish.out
    );
    let wrong = home.run(&["client", "99", "--lang", "es"]);
    assert_eq!(wrong.err, "Ningún cliente tiene el identificador ni el número 99.\n");
}

#[test]
fn nobody_who_reads_on_is_no_failure() {
    let home = Home::new();
    home.run(&["demo", "--clients", "400", "--book", "a.comptoir"]);
    let mut child = home
        .command(&["clients", "--json", "--book", "a.comptoir"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // More than a pipe holds is still to come when the reader goes.
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"total\": "));
    let said = child.wait_with_output().unwrap();
    assert_eq!((said.status.code(), String::from_utf8(said.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn those_that_the_list_shows_are_exported_in_its_order() {
    let home = Home::new();
    home.write("a.csv", "Nom;Catégories\nZoé;Amis\nAsie;\nBolido;Amis\n");
    home.run(&["import", "a.csv"]);
    let exported = |arguments: &[&str]| {
        home.run(&[&["export", "clients", "b.json"], arguments].concat());
        let json = fs::read_to_string(home.path("b.json")).unwrap();
        let json: Value = serde_json::from_str(&json).unwrap();
        names(&json).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(exported(&[]), ["Zoé", "Asie", "Bolido"]);
    assert_eq!(exported(&["--category", "Amis"]), ["Bolido", "Zoé"]);
    assert_eq!(exported(&["--limit", "2"]), ["Asie", "Bolido"]);
    assert_eq!(exported(&["asie"]), ["Asie"]);
    home.run(&["export", "clients", "b.csv", "--separator", "comma"]);
    assert!(fs::read_to_string(home.path("b.csv")).unwrap().starts_with("\"id\",\"number\""));
}
