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
