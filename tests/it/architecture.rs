//! The walls of the house: which part of `src` may name what. Parsed from the source, so that they cannot be forgotten.
//!
//! A wall is a row of [`WALLS`]. Each row carries a breach, and is worth something only because the breach is found.
//! Names are followed through `use` trees, renames, `self`, `super`, `crate` and globs, in types, expressions and the
//! arguments of macros. Tests inside `src` are held too.

use crate::names::{Found, Names, names};
use crate::source;

/// What a part of the source may not name.
#[derive(Clone, Copy, Debug)]
enum Name {
    /// A path, and everything below it: `std::fs`.
    Path(&'static str),
    /// Everything of the crate but what stands below these.
    CrateBut(&'static [&'static str]),
    /// A crate whose name begins so, but these.
    CratesLike(&'static str, &'static [&'static str]),
    /// Anything of this type but these: its constructors, its constants.
    Of(&'static str, &'static [&'static str]),
    /// A word, wherever it stands: `f64`.
    Word(&'static str),
    /// A call of this method.
    Method(&'static str),
    /// A number with a fraction.
    Fraction,
    /// A path without `#[cfg(unix)]` on it or around it.
    NotBehindCfg(&'static str),
    /// A path that is handed on by `pub use`.
    HandedOn(&'static str),
}

/// To which files a wall applies, by the beginning of their path.
#[derive(Clone, Copy, Debug)]
enum Where {
    In(&'static [&'static str]),
    Outside(&'static [&'static str]),
}

struct Wall {
    rule: &'static str,
    place: Where,
    names: &'static [Name],
    /// Where and how it could be broken, each time found.
    breaches: &'static [(&'static str, &'static str)],
}

const DOMAIN: &[&str] = &["src/domain/"];
const UI: &[&str] = &["src/ui/"];
const JOBS: &[&str] = &["src/jobs.rs", "src/jobs/"];
const DISK: &[&str] = &["src/store/", "src/files/"];
const SYSTEM: &[&str] = &["src/store/file.rs", "src/files/"];
const BELOW_THE_WINDOW: &[&str] = &["src/domain/", "src/search/", "src/store/", "src/files/", "src/jobs"];

const WALLS: &[Wall] = &[
    Wall {
        rule: "only store names redb",
        place: Where::Outside(&["src/store/"]),
        names: &[Name::Path("redb")],
        breaches: &[
            ("src/jobs.rs", "use redb::Database;"),
            ("src/lib.rs", "use redb;"),
            ("src/lib.rs", "use redb as r; fn f(d: r::Database) {}"),
            ("src/files/mod.rs", "extern crate redb as r;"),
            ("src/files/mod.rs", "fn f(d: &::redb::Database) {}"),
            ("src/search/mod.rs", "mod deep { pub fn f() -> Vec<redb::Error> { vec![] } }"),
            ("src/demo.rs", "fn f() { println!(\"{}\", redb::Key::name()); }"),
            ("src/demo.rs", "#[cfg(test)] mod tests { use {std::rc::Rc, redb::{self as r}}; }"),
        ],
    },
    Wall {
        rule: "only store and files touch the disk",
        place: Where::Outside(DISK),
        names: &[
            Name::Path("std::fs"),
            Name::Path("rustix::fs"),
            Name::Path("tempfile"),
            Name::Method("exists"),
            Name::Method("try_exists"),
            Name::Method("is_file"),
            Name::Method("is_dir"),
            Name::Method("read_dir"),
            Name::Method("canonicalize"),
        ],
        breaches: &[
            ("src/cli.rs", "use std::fs::File;"),
            ("src/main.rs", "use std::{fs, io};"),
            ("src/main.rs", "use std::{io, fs::{self, File}};"),
            ("src/main.rs", "use std::fs as disk; fn f() { disk::read(\"x\"); }"),
            ("src/ui/app.rs", "fn f() { std::fs::write(\"x\", \"y\"); }"),
            ("src/ui/app.rs", "use std as s; fn f() { s::fs::read(\"x\"); }"),
            ("src/ui/app.rs", "use s::fs as disk; use std as s;"),
            ("src/ui/app.rs", "use std::*; fn f() { fs::read(\"x\"); }"),
            ("src/ui/app.rs", "fn f() { assert!(r#std::r#fs::read(\"x\").is_ok()); }"),
            ("src/ui/app.rs", "fn f() { g(0..std::fs::read(x).len()); }"),
            ("src/cli.rs", "use tempfile::tempdir;"),
            ("src/cli.rs", "fn f(path: &Path) -> bool { path.exists() }"),
            ("src/cli.rs", "fn f() { g!(path.with_extension(x).try_exists()); }"),
            ("src/cli.rs", "fn f() { path.is_file(); }"),
            ("src/cli.rs", "fn f() { path.is_dir(); }"),
            ("src/cli.rs", "fn f() { path.read_dir(); }"),
            ("src/cli.rs", "fn f() { path.canonicalize(); }"),
            ("src/cli.rs", "fn f() { rustix::fs::fsync(1); }"),
        ],
    },
    Wall {
        rule: "only jobs starts threads",
        place: Where::Outside(JOBS),
        names: &[Name::Path("std::thread"), Name::Path("rayon")],
        breaches: &[
            ("src/store/mod.rs", "fn f() { std::thread::spawn(|| ()); }"),
            ("src/search/mod.rs", "use rayon::prelude::*;"),
            ("src/ui/mod.rs", "use std::thread::{self, sleep};"),
            ("src/clock.rs", "pub fn f() { rayon::join(|| (), || ()); }"),
        ],
    },
    Wall {
        rule: "only documents/smtp opens a socket",
        place: Where::Outside(&["src/documents/smtp"]),
        names: &[Name::Path("std::net"), Name::Path("std::os::unix::net")],
        breaches: &[
            ("src/documents/mod.rs", "use std::net::TcpStream;"),
            ("src/files/mod.rs", "#[cfg(unix)] use std::os::unix::{fs, net::UnixStream};"),
            ("src/jobs.rs", "fn f(a: std::net::IpAddr) {}"),
        ],
    },
    Wall {
        rule: "only ui/app/choose.rs asks the system for another program or its file dialog",
        place: Where::Outside(&["src/ui/app/choose.rs"]),
        names: &[Name::Path("opener"), Name::Path("rfd"), Name::Path("std::process::Command")],
        breaches: &[
            ("src/jobs.rs", "fn f() { opener::open(\"x\"); }"),
            ("src/ui/app/perform.rs", "use rfd::FileDialog;"),
            ("src/files/mod.rs", "use std::process::Command;"),
            ("src/cli.rs", "use std::process; fn f() { process::Command::new(\"sh\"); }"),
        ],
    },
    Wall {
        rule: "only ui names egui",
        place: Where::Outside(&["src/ui/", "src/main.rs"]),
        names: &[Name::Path("egui"), Name::Path("eframe"), Name::Path("epaint"), Name::Path("winit")],
        breaches: &[
            ("src/format.rs", "fn f(c: egui::Color32) {}"),
            ("src/text/mod.rs", "use eframe::egui::Context;"),
            ("src/cli.rs", "use epaint as e;"),
            ("src/jobs.rs", "use winit::event_loop;"),
        ],
    },
    Wall {
        rule: "ui draws, and no more",
        place: Where::In(UI),
        names: &[
            Name::Path("redb"),
            Name::Path("std::fs"),
            Name::Path("std::thread"),
            Name::Path("rayon"),
            Name::Path("std::net"),
        ],
        breaches: &[
            ("src/ui/app.rs", "use redb::Database;"),
            ("src/ui/widgets/grid.rs", "use std::{fs, thread};"),
            ("src/ui/widgets/grid.rs", "fn f() { std::thread::yield_now(); }"),
            ("src/ui/widgets/grid.rs", "use rayon as r;"),
            ("src/ui/screens/x.rs", "fn f() { std::net::TcpStream::connect(\"x\"); }"),
        ],
    },
    Wall {
        rule: "the time comes from clock.rs",
        place: Where::Outside(&["src/clock.rs"]),
        names: &[
            Name::Path("chrono::Local"),
            Name::Path("chrono::Utc"),
            Name::Path("chrono::offset"),
            Name::Path("std::time::SystemTime::now"),
        ],
        breaches: &[
            ("src/store/mod.rs", "use chrono::{NaiveDate, Utc};"),
            ("src/store/mod.rs", "use chrono as c; fn f() { c::Local::now(); }"),
            ("src/store/mod.rs", "use chrono::*; fn f(now: DateTime<Local>) {}"),
            ("src/files/mod.rs", "use std::time::SystemTime; fn f() { SystemTime::now(); }"),
            ("src/files/mod.rs", "use std::time::*; fn f() { dbg!(SystemTime::now()); }"),
            ("src/files/mod.rs", "fn f() { std::time::SystemTime::now(); }"),
            ("src/ui/app.rs", "fn f() { chrono::offset::Local::now(); }"),
        ],
    },
    Wall {
        rule: "domain names nothing of the crate but itself",
        place: Where::In(DOMAIN),
        names: &[Name::CrateBut(&["domain"])],
        breaches: &[
            ("src/domain/client.rs", "use crate::store::Book;"),
            ("src/domain/client.rs", "use super::super::text::Text;"),
            ("src/domain/mod.rs", "use super::format;"),
            ("src/domain/client.rs", "use super::super::*; fn f(text: Text) {}"),
            (
                "src/domain/client.rs",
                "#[cfg(test)] mod tests { fn f() { super::super::super::clock::utc(m); } }",
            ),
            ("src/domain/client.rs", "fn f(t: &crate::text::Text) {}"),
            ("src/domain/client.rs", "use crate as c; fn f() { c::search::x(); }"),
            ("src/domain/a/b.rs", "use super::super::super::jobs;"),
            ("src/domain/client.rs", "fn f() { comptoir::store::open(); }"),
        ],
    },
    Wall {
        rule: "formats know languages and no words",
        place: Where::In(&["src/format.rs", "src/language.rs"]),
        names: &[Name::CrateBut(&["clock", "domain", "format", "language"])],
        breaches: &[
            ("src/format.rs", "use crate::text::Text;"),
            ("src/language.rs", "fn f(t: &super::text::Text) {}"),
            ("src/language.rs", "use crate::files::settings;"),
        ],
    },
    Wall {
        rule: "domain is pure",
        place: Where::In(DOMAIN),
        names: &[
            Name::Path("egui"),
            Name::Path("eframe"),
            Name::Path("redb"),
            Name::Path("rayon"),
            Name::Path("rustix"),
            Name::Path("directories"),
            Name::Path("getrandom"),
            Name::Path("sys_locale"),
            Name::Path("std::fs"),
            Name::Path("std::net"),
            Name::Path("std::thread"),
            Name::Path("std::time"),
            Name::Path("std::env"),
            Name::Path("std::process"),
            Name::CratesLike("icu_", &["icu_normalizer"]),
            Name::CratesLike("fluent", &[]),
        ],
        breaches: &[
            ("src/domain/x.rs", "use egui::Ui;"),
            ("src/domain/x.rs", "use eframe::App;"),
            ("src/domain/x.rs", "fn f() { redb::x(); }"),
            ("src/domain/x.rs", "use rayon::iter;"),
            ("src/domain/x.rs", "use rustix::process;"),
            ("src/domain/x.rs", "use directories::ProjectDirs;"),
            ("src/domain/x.rs", "fn f() { getrandom::fill(b); }"),
            ("src/domain/x.rs", "fn f() { sys_locale::get_locale(); }"),
            ("src/domain/x.rs", "use std::{fmt, fs};"),
            ("src/domain/x.rs", "use std::net;"),
            ("src/domain/x.rs", "use std::thread;"),
            ("src/domain/x.rs", "use std::time::Instant;"),
            ("src/domain/x.rs", "fn f() { std::env::var(\"X\"); }"),
            ("src/domain/x.rs", "fn f() { std::process::exit(1); }"),
            ("src/domain/x.rs", "use icu_collator::Collator;"),
            ("src/domain/x.rs", "fn f(v: fluent_bundle::FluentValue) {}"),
        ],
    },
    Wall {
        rule: "domain has no floats",
        place: Where::In(DOMAIN),
        names: &[Name::Word("f32"), Name::Word("f64"), Name::Fraction],
        breaches: &[
            ("src/domain/x.rs", "struct S { price: Option<f64> }"),
            ("src/domain/x.rs", "fn f(x: f32) {}"),
            ("src/domain/x.rs", "fn f() { let x = 1.5; }"),
            ("src/domain/x.rs", "fn f() { match x { 1..2.5 => () } }"),
            ("src/domain/x.rs", "fn f() { g!(x, 2e3) }"),
            ("src/domain/x.rs", "fn f() { let x = 1_f64; }"),
        ],
    },
    Wall {
        rule: "nothing below the window names the window",
        place: Where::In(BELOW_THE_WINDOW),
        names: &[Name::Path("crate::ui")],
        breaches: &[
            ("src/store/file.rs", "use crate::ui::app::App;"),
            ("src/search/mod.rs", "use super::ui;"),
            ("src/files/csv.rs", "use super::super::{ui::theme, text};"),
            ("src/jobs.rs", "fn f(a: crate::ui::App) {}"),
            ("src/domain/client.rs", "fn f() { todo!(crate::ui::x) }"),
        ],
    },
    Wall {
        rule: "the system's own names stand in store/file.rs and files",
        place: Where::Outside(SYSTEM),
        names: &[Name::Path("std::os")],
        breaches: &[
            ("src/store/mod.rs", "#[cfg(unix)] use std::os::unix::fs::MetadataExt;"),
            ("src/main.rs", "#[cfg(unix)] fn f() { std::os::unix::process::parent_id(); }"),
        ],
    },
    Wall {
        rule: "the system's own names stand behind cfg",
        place: Where::In(SYSTEM),
        names: &[Name::NotBehindCfg("std::os::unix")],
        breaches: &[
            ("src/store/file.rs", "use std::os::unix::fs::OpenOptionsExt;"),
            ("src/store/file.rs", "#[cfg(unix)] fn f() {} use std::os::unix::fs::FileExt;"),
            ("src/files/mod.rs", "#[cfg(unix)] use a::b; fn f() { use std::os::unix::fs::FileExt; }"),
            ("src/files/mod.rs", "#[cfg(not(unix))] use std::os::unix::fs::FileExt;"),
            ("src/files/mod.rs", "#[cfg(test)] use std::os::unix::fs::FileExt;"),
        ],
    },
    Wall {
        rule: "colours come from the theme",
        place: Where::Outside(&["src/ui/theme.rs"]),
        names: &[
            Name::Of("Color32", &["TRANSPARENT", "PLACEHOLDER"]),
            Name::Of("Rgba", &["TRANSPARENT"]),
            Name::Of("Hsva", &[]),
            Name::Word("hex_color"),
        ],
        breaches: &[
            ("src/ui/app.rs", "fn f() { egui::Color32::from_rgb(1, 2, 3); }"),
            ("src/ui/app.rs", "use egui::Color32; fn f() { Color32::WHITE; }"),
            ("src/ui/app.rs", "use egui::Color32 as C; fn f() { g!(C::from_gray(9)); }"),
            ("src/ui/app.rs", "use egui::*; fn f() { Color32::RED; }"),
            ("src/ui/app.rs", "fn f() { egui::Rgba::from_gray(1); }"),
            ("src/ui/app.rs", "fn f() { egui::ecolor::Hsva::new(1, 1, 1, 1); }"),
            ("src/ui/app.rs", "fn f() { egui::hex_color!(\"#fff\"); }"),
        ],
    },
    Wall {
        rule: "what stands behind a wall is not handed over it",
        place: Where::In(&["src/"]),
        names: &[
            Name::HandedOn("redb"),
            Name::HandedOn("std::fs"),
            Name::HandedOn("std::thread"),
            Name::HandedOn("rayon"),
        ],
        breaches: &[
            ("src/store/mod.rs", "pub use redb::Database;"),
            ("src/store/mod.rs", "pub(crate) use redb as disk;"),
            ("src/files/mod.rs", "pub use std::{io, fs::File};"),
            ("src/jobs.rs", "pub(crate) use std::thread;"),
            ("src/jobs.rs", "pub use rayon::prelude::*;"),
        ],
    },
];

/// What breaks no wall.
const CLEAN: &[(&str, &str)] = &[
    ("src/store/mod.rs", "use redb::Database; use std::fs::File; use crate::domain::client::Client;"),
    ("src/store/file.rs", "#[cfg(unix)] use std::os::unix::fs::FileExt;"),
    ("src/store/file.rs", "fn f() { #[cfg(unix)] { use std::os::unix::fs::FileExt; } }"),
    ("src/store/file.rs", "#[cfg(unix)] mod unix { mod deep { use std::os::unix::fs::FileExt; } }"),
    ("src/files/unix.rs", "#![cfg(unix)] use a::b; use std::os::unix::fs::FileExt;"),
    ("src/files/unix.rs", "#[cfg(target_os = \"linux\")] #[inline] fn f() { std::os::unix::fs::chown(); }"),
    ("src/jobs.rs", "use std::thread; use rayon::prelude::*;"),
    ("src/clock.rs", "fn f() { chrono::Utc::now(); chrono::Local::now(); }"),
    ("src/files/mod.rs", "fn f(t: std::time::SystemTime) { std::time::Instant::now(); }"),
    ("src/ui/theme.rs", "use egui::Color32; const C: Color32 = Color32::from_rgb(1, 2, 3);"),
    ("src/ui/app.rs", "fn f(c: egui::Color32) { let redb = 1; g.fs(redb); egui::Color32::TRANSPARENT; }"),
    ("src/ui/app.rs", "use crate::files as fs; fn f() { fs::write(x); self::redb::f(); }"),
    ("src/ui/app.rs", "/// Not std::fs::read.\nconst S: &str = \"std::fs::read\"; // redb::x"),
    ("src/main.rs", "use eframe::egui; use std::io; fn f() { egui::x(); }"),
    ("src/domain/client.rs", "use super::field; use crate::domain::phone; use icu_normalizer::x;"),
    (
        "src/domain/client.rs",
        "mod tests { use super::*; use super::super::field::Field; fn f() { Field::x(1, 1..2, t.0.1); } }",
    ),
    ("src/domain/mod.rs", "pub mod client; use self::client::Client; fn f(x: &str) { client::f(x.store) }"),
    (
        "src/domain/client.rs",
        "impl<T> Store for Map<T> { fn get(&self) -> impl Sized + use<'_, T> { 0x1e3 } }",
    ),
];

fn applies(place: Where, path: &str) -> bool {
    let within = |folders: &[&str]| folders.iter().any(|folder| path.starts_with(folder));
    match place {
        Where::In(folders) => within(folders),
        Where::Outside(folders) => !within(folders),
    }
}

fn below(path: &str, root: &str) -> bool {
    path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Below the root, or a glob that brings it: `std::*` for `std::fs`.
fn brings(path: &str, root: &str) -> bool {
    below(path, root) || path.strip_suffix("::*").is_some_and(|above| below(root, above))
}

/// What of a file's names falls under a forbidden one.
fn offences(name: Name, names: &Names) -> Vec<String> {
    let paths = |offends: &dyn Fn(&Found, &str) -> bool| {
        let offends = |found: &&Found| found.meanings.iter().any(|meaning| offends(found, meaning));
        names.paths.iter().filter(offends).map(|found| found.meanings.join(" or ")).collect()
    };
    let equal = |words: &[String], wanted: &str| {
        words.iter().filter(|word| *word == wanted).cloned().collect::<Vec<_>>()
    };
    match name {
        Name::Path(root) => paths(&|_, path| brings(path, root)),
        Name::CrateBut(but) => paths(&|_, path| {
            let inner = path.strip_prefix("crate").or_else(|| path.strip_prefix("comptoir"));
            inner.is_some_and(|inner| match inner.strip_prefix("::") {
                Some(inner) => !but.iter().any(|root| below(inner, root)),
                None => inner.is_empty(),
            })
        }),
        Name::CratesLike(start, but) => {
            paths(&|_, path| path.starts_with(start) && !but.iter().any(|root| below(path, root)))
        }
        Name::Of(of, but) => paths(&|_, path| {
            let parts: Vec<&str> = path.split("::").collect();
            parts.windows(2).any(|pair| pair[0] == of && !but.contains(&pair[1]))
        }),
        Name::NotBehindCfg(root) => paths(&|found, path| !found.behind_cfg && below(path, root)),
        Name::HandedOn(root) => paths(&|found, path| found.handed_on && brings(path, root)),
        Name::Word(word) => equal(&names.words, word),
        Name::Method(method) => equal(&names.methods, method),
        Name::Fraction => names.fractions.clone(),
    }
}

/// The walls that a file breaks: rule, and what broke it.
fn broken(path: &str, code: &str) -> Vec<(&'static str, String)> {
    let names = names(path, code);
    let walls = WALLS.iter().filter(|wall| applies(wall.place, path));
    walls
        .flat_map(|wall| wall.names.iter().map(move |name| (wall.rule, *name)))
        .flat_map(|(rule, name)| {
            offences(name, &names).into_iter().map(move |what| (rule, format!("{path}: {what}")))
        })
        .collect()
}

#[test]
fn every_wall_stands() {
    let broken: Vec<_> = source::all().iter().flat_map(|source| broken(&source.path, &source.code)).collect();
    assert!(broken.is_empty(), "{broken:#?}");
}

/// Shown a breach of each rule, in each way that it can be broken.
#[test]
fn every_breach_is_found() {
    for wall in WALLS {
        for (path, code) in wall.breaches {
            let broken = broken(path, code);
            assert!(
                broken.iter().any(|(rule, _)| *rule == wall.rule),
                "{}: not found in {path}: {code}: {broken:?}",
                wall.rule
            );
        }
    }
}

/// Each name of a wall is worth its line: without it, one of the breaches would pass.
#[test]
fn every_forbidden_name_is_found_in_a_breach() {
    for wall in WALLS {
        for name in wall.names {
            let found = |(path, code): &(&str, &str)| !offences(*name, &names(path, code)).is_empty();
            assert!(wall.breaches.iter().any(found), "{}: {name:?}", wall.rule);
        }
    }
}

#[test]
fn what_is_clean_passes() {
    for (path, code) in CLEAN {
        assert_eq!(broken(path, code), [], "{code}");
    }
}
