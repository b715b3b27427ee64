//! The program's own source, as tokens: what the wall test and the test of the catalogues read.
//!
//! Tokens rather than the tree of the grammar, because what stands inside a macro call counts too.

use std::fs;
use std::path::Path;

use syn::buffer::{Cursor, TokenBuffer};

/// A file of `src`.
pub(crate) struct Source {
    /// `src/store/file.rs`
    pub(crate) path: String,
    pub(crate) code: String,
}

/// Every file of `src`, by path.
pub(crate) fn all() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "src", &mut sources);
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    sources
}

fn collect(root: &Path, folder: &str, into: &mut Vec<Source>) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(root, &path, into);
        } else if Path::new(&path).extension().is_some_and(|ending| ending == "rs") {
            let code = fs::read_to_string(entry.path()).unwrap();
            into.push(Source { path, code });
        }
    }
}

/// A token, with what is inside it if it is a group.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// Raw identifiers without their `r#`.
    Ident(String),
    Punct(char),
    /// The value of a string literal.
    Text(String),
    /// Any other literal, as written.
    Literal(String),
    /// `(`, `[`, `{`, or a space for the invisible ones of macros.
    Group(char, Vec<Self>),
}

impl Token {
    pub(crate) fn is(&self, ident: &str) -> bool {
        matches!(self, Self::Ident(name) if name == ident)
    }
}

/// The tokens of a file, or of any other piece of Rust.
pub(crate) fn tokens(code: &str) -> Vec<Token> {
    let code = syn::parse_str(code).unwrap_or_else(|error| panic!("{error} in {code}"));
    read(TokenBuffer::new2(code).begin())
}

fn read(mut cursor: Cursor<'_>) -> Vec<Token> {
    let mut tokens = Vec::new();
    while !cursor.eof() {
        let (token, rest) = if let Some((inside, delimiter, _, rest)) = cursor.any_group() {
            let open = match format!("{delimiter:?}").as_str() {
                "Parenthesis" => '(',
                "Bracket" => '[',
                "Brace" => '{',
                _ => ' ',
            };
            (Token::Group(open, read(inside)), rest)
        } else if let Some((ident, rest)) = cursor.ident() {
            (Token::Ident(ident.to_string().trim_start_matches("r#").to_owned()), rest)
        } else if let Some((literal, rest)) = cursor.literal() {
            let written = literal.to_string();
            let token = match syn::parse_str::<syn::LitStr>(&written) {
                Ok(text) => Token::Text(text.value()),
                Err(_) => Token::Literal(written),
            };
            (token, rest)
        } else if let Some((punct, rest)) = cursor.punct() {
            (Token::Punct(punct.as_char()), rest)
        } else if let Some((lifetime, rest)) = cursor.lifetime() {
            (Token::Literal(lifetime.to_string()), rest)
        } else {
            panic!("an unknown kind of token");
        };
        tokens.push(token);
        cursor = rest;
    }
    tokens
}

/// Every string literal in these tokens, at any depth.
pub(crate) fn texts(tokens: &[Token]) -> Vec<&str> {
    tokens
        .iter()
        .flat_map(|token| match token {
            Token::Text(text) => vec![text.as_str()],
            Token::Group(_, inside) => texts(inside),
            _ => Vec::new(),
        })
        .collect()
}

#[test]
fn the_source_is_found_and_read() {
    let sources = all();
    for path in ["src/clock.rs", "src/domain/mod.rs", "src/text/country.rs"] {
        assert!(sources.iter().any(|source| source.path == path), "{path}");
    }
    assert!(sources.iter().all(|source| !tokens(&source.code).is_empty()));
}

#[test]
fn tokens_keep_what_macros_hold() {
    let read = tokens(r#"m! { a::r#b("x", 'c', 1.5, 'life: "y-z") }"#);
    assert_eq!(read[0], Token::Ident("m".into()));
    assert_eq!(texts(&read), ["x", "y-z"]);
    let Token::Group('{', inside) = &read[2] else { panic!("{read:?}") };
    assert!(inside[3].is("b"));
    assert!(
        matches!(&inside[4], Token::Group('(', inside) if inside.contains(&Token::Literal("1.5".into())))
    );
}
