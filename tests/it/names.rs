//! What a file of the source names, followed to where it leads.
//!
//! The whole file shares its imports: a name that two of its modules use in two ways has both meanings, and a wall
//! that one of them breaks is broken.

use std::collections::BTreeMap;

use crate::source::{self, Token};

/// A path in the source, followed to where it leads; several if a name has several meanings in the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// Meanings, from the root: `std::fs::read`, `crate::text::Text`.
    pub(crate) meanings: Vec<String>,
    pub(crate) behind_cfg: bool,
    pub(crate) handed_on: bool,
}

/// What a file names.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) paths: Vec<Found>,
    pub(crate) words: Vec<String>,
    pub(crate) methods: Vec<String>,
    pub(crate) fractions: Vec<String>,
}

/// One piece of a `use`: the full path and the name that it gets here; `*` for a glob.
struct Import {
    path: Vec<String>,
    name: String,
    handed_on: bool,
}

/// Where the walk stands.
#[derive(Clone)]
struct Place {
    module: Vec<String>,
    behind_cfg: bool,
}

/// Reads what a file names.
#[derive(Default)]
struct Reader {
    /// Names given by `use` and `extern crate`, anywhere in the file.
    imports: BTreeMap<String, Vec<Vec<String>>>,
    globs: Vec<Vec<String>>,
    /// Paths as written, in the module they stand in.
    written: Vec<(Vec<String>, Place, bool)>,
    names: Names,
}

/// The module of a file: `src/domain/client.rs` is `crate::domain::client`.
fn module(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    let parts = inner.split('/').filter(|part| !matches!(*part, "mod" | "lib" | "main"));
    ["crate"].into_iter().chain(parts).map(str::to_owned).collect()
}

/// What the file at `path` names.
pub(crate) fn names(path: &str, code: &str) -> Names {
    let mut reader = Reader::default();
    reader.walk(&source::tokens(code), &Place { module: module(path), behind_cfg: false });
    let written = std::mem::take(&mut reader.written);
    for (path, place, handed_on) in written {
        let meanings = reader.meanings(&path, &place.module);
        let meanings = meanings.into_iter().map(|path| path.join("::")).collect();
        reader.names.paths.push(Found { meanings, behind_cfg: place.behind_cfg, handed_on });
    }
    reader.names
}

impl Reader {
    fn walk(&mut self, tokens: &[Token], around: &Place) {
        let mut place = around.clone();
        let mut public = false;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = &tokens[at + 1..];
            at += 1;
            match (token, rest) {
                (Token::Punct('#'), [Token::Punct('!'), Token::Group('[', inside), ..]) => {
                    place.behind_cfg |= is_cfg_unix(inside);
                    // For the rest of what is around it.
                    return self.walk(&tokens[at + 2..], &place);
                }
                (Token::Punct('#'), [Token::Group('[', inside), ..]) => {
                    place.behind_cfg |= is_cfg_unix(inside);
                }
                (Token::Ident(word), [Token::Ident(name), Token::Group('{', inside), ..])
                    if word == "mod" =>
                {
                    let mut inner = place.clone();
                    inner.module.push(name.clone());
                    self.walk(inside, &inner);
                    place.behind_cfg = around.behind_cfg;
                    at += 2;
                }
                (Token::Ident(word), _) if word == "pub" => {
                    public = true;
                    at += usize::from(matches!(rest, [Token::Group('(', _), ..]));
                    continue;
                }
                (Token::Ident(word), [next, ..]) if word == "use" && *next != Token::Punct('<') => {
                    let end = rest.iter().position(|t| *t == Token::Punct(';')).unwrap_or(rest.len());
                    self.import(&rest[..end], &place, public);
                    at += end;
                }
                (Token::Ident(word), [Token::Ident(of), Token::Ident(name), rest @ ..])
                    if word == "extern" && of == "crate" =>
                {
                    let mut import = vec![Token::Ident(name.clone())];
                    import.extend(rest.iter().take_while(|t| **t != Token::Punct(';')).cloned());
                    self.import(&import, &place, public);
                    at += import.len() + 1;
                }
                (Token::Ident(first), _) => {
                    let length = self.path(first, rest, &place);
                    at += length;
                }
                // A range, after which stands a value and not a part; `pair.0.1`, which is no fraction.
                (Token::Punct('.'), [Token::Punct('.') | Token::Literal(_), ..]) => at += 1,
                (Token::Punct('.'), [Token::Ident(method), rest @ ..]) => {
                    if matches!(rest, [Token::Group('(', _), ..]) {
                        self.names.methods.push(method.clone());
                    }
                    self.names.words.push(method.clone());
                    at += 1;
                }
                (Token::Group(open, inside), _) => {
                    self.walk(inside, &place);
                    if *open == '{' {
                        place.behind_cfg = around.behind_cfg;
                    }
                }
                (Token::Punct(';' | ','), _) => place.behind_cfg = around.behind_cfg,
                (Token::Literal(written), _) if is_fraction(written) => {
                    self.names.fractions.push(written.clone());
                }
                _ => {}
            }
            public = false;
        }
    }

    /// A path that begins with `first`; how many more tokens belong to it.
    fn path(&mut self, first: &str, rest: &[Token], place: &Place) -> usize {
        let mut path = vec![first.to_owned()];
        let mut length = 0;
        while let [Token::Punct(':'), Token::Punct(':'), Token::Ident(next), ..] = &rest[length..] {
            path.push(next.clone());
            length += 3;
        }
        self.names.words.extend(path.iter().cloned());
        if path.len() > 1 {
            self.written.push((path, place.clone(), false));
        }
        length
    }

    fn import(&mut self, tree: &[Token], place: &Place, handed_on: bool) {
        let mut imports = Vec::new();
        branches(tree, &[], handed_on, &mut imports);
        for Import { mut path, name, handed_on } in imports {
            self.names.words.extend(path.iter().cloned());
            let from = absolute(&path, &place.module);
            if name == "*" {
                self.globs.push(from);
                path.push(name);
            } else {
                self.imports.entry(name).or_default().push(from);
            }
            self.written.push((path, place.clone(), handed_on));
        }
    }

    /// What a path can mean: as it stands, and through every import of its first name.
    fn meanings(&self, path: &[String], module: &[String]) -> Vec<Vec<String>> {
        let mut meanings = vec![absolute(path, module)];
        let mut at = 0;
        while at < meanings.len() && meanings.len() < 100 {
            let path = meanings[at].clone();
            let (first, rest) = path.split_first().expect("a path has a first part");
            let through = |from: &Vec<String>| from.iter().chain(rest).cloned().collect::<Vec<_>>();
            let renamed = self.imports.get(first).into_iter().flatten().map(through);
            let globbed = self.globs.iter().map(|glob| glob.iter().chain(&path).cloned().collect());
            // Through a glob only what stands nowhere else, and only once.
            let globbed = globbed.filter(|_: &Vec<String>| at == 0 && first != "crate");
            for meaning in renamed.chain(globbed).collect::<Vec<_>>() {
                if !meanings.contains(&meaning) {
                    meanings.push(meaning);
                }
            }
            at += 1;
        }
        meanings
    }
}

/// Takes a `use` tree apart.
fn branches(tree: &[Token], before: &[String], handed_on: bool, into: &mut Vec<Import>) {
    let mut path = before.to_vec();
    let mut name = None;
    let mut at = 0;
    while let Some(token) = tree.get(at) {
        at += 1;
        match token {
            Token::Ident(word) if word == "as" => {
                if let Some(Token::Ident(given)) = tree.get(at) {
                    name = Some(given.clone());
                }
                at += 1;
            }
            // `fs::{self}` is `fs`.
            Token::Ident(word) if word == "self" && !path.is_empty() => {}
            Token::Ident(word) => path.push(word.clone()),
            Token::Punct('*') => name = Some("*".to_owned()),
            Token::Group('{', inside) => {
                for branch in inside.split(|token| *token == Token::Punct(',')) {
                    branches(branch, &path, handed_on, into);
                }
                return;
            }
            _ => {}
        }
    }
    if let Some(last) = path.last() {
        let name = name.unwrap_or_else(|| last.clone());
        into.push(Import { path, name, handed_on });
    }
}

/// A path from the root of the crate, if it says `crate`, `self` or `super`; as it is if not.
fn absolute(path: &[String], module: &[String]) -> Vec<String> {
    let mut base = module.to_vec();
    let mut rest = path;
    if !matches!(path.first().map(String::as_str), Some("self" | "super")) {
        return path.to_vec();
    }
    while let Some((first, after)) = rest.split_first() {
        match first.as_str() {
            "self" => {}
            "super" => {
                base.pop();
            }
            _ => break,
        }
        rest = after;
    }
    base.extend(rest.iter().cloned());
    base
}

/// `cfg(unix)` or narrower.
fn is_cfg_unix(attribute: &[Token]) -> bool {
    match attribute {
        [cfg, Token::Group('(', condition)] if cfg.is("cfg") => {
            matches!(condition.as_slice(), [unix] if unix.is("unix"))
                || matches!(condition.as_slice(), [os, Token::Punct('='), Token::Text(name)]
                    if os.is("target_os") && name == "linux" || os.is("target_family") && name == "unix")
                || matches!(condition.as_slice(), [all, Token::Group('(', of)]
                    if all.is("all") && of.iter().any(|one| one.is("unix")))
        }
        _ => false,
    }
}

fn is_fraction(written: &str) -> bool {
    match syn::parse_str::<syn::Lit>(written) {
        Ok(syn::Lit::Float(_)) => true,
        Ok(syn::Lit::Int(number)) => matches!(number.suffix(), "f32" | "f64"),
        _ => false,
    }
}

#[test]
fn a_path_is_followed_from_its_module() {
    let owned = |path: &str| path.split("::").map(str::to_owned).collect::<Vec<_>>();
    let lead = |from: &str, path: &str| absolute(&owned(path), &module(from)).join("::");
    assert_eq!(lead("src/domain/client.rs", "super::field"), "crate::domain::field");
    assert_eq!(lead("src/domain/mod.rs", "super::text"), "crate::text");
    assert_eq!(lead("src/lib.rs", "self::text"), "crate::text");
    assert_eq!(lead("src/a/b/c.rs", "self::super::super::d"), "crate::a::d");
    assert_eq!(lead("src/a.rs", "crate::x::y"), "crate::x::y");
    assert_eq!(lead("src/a.rs", "std::fs"), "std::fs");
}
