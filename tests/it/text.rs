//! The catalogues: whole, alike in every language, in use, and in the typography of their language.
//!
//! Each check is a function from what it judges to a list of problems, and is first shown something wrong.

use std::collections::{BTreeMap, BTreeSet};

use comptoir::text::{Language, catalogue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::source::{self, Token};

/// A message: what it can read like, an argument standing as `X`, and the names of its arguments.
#[derive(Debug, Default, PartialEq)]
struct Message {
    readings: Vec<String>,
    arguments: BTreeSet<String>,
}

type Catalogue = BTreeMap<String, Message>;

/// A catalogue and what is wrong in it.
fn read(source: &str) -> (Catalogue, Vec<String>) {
    let (resource, mut problems) = match parser::parse(source) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => {
            (resource, errors.iter().map(|error| format!("syntax: {error}")).collect())
        }
    };
    let mut messages = Catalogue::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let Some(pattern) = message.value else {
                    problems.push(format!("{key}: no value"));
                    continue;
                };
                if !is_key(&key) {
                    problems.push(format!("{key}: not in kebab-case"));
                }
                if !message.attributes.is_empty() {
                    problems.push(format!("{key}: attributes"));
                }
                let mut arguments = BTreeSet::new();
                let readings = readings(&pattern, &mut arguments);
                if messages.insert(key.clone(), Message { readings, arguments }).is_some() {
                    problems.push(format!("{key}: twice"));
                }
            }
            Entry::Term(term) => problems.push(format!("{}: a term", term.id.name)),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    (messages, problems)
}

/// `menu-clients`: lower case, two words at least, so that a key is told from other strings.
fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// Every text that a pattern can become; collects the names of the arguments.
fn readings(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) -> Vec<String> {
    let mut readings = vec![String::new()];
    for element in &pattern.elements {
        let choices = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(inline) => vec![read_inline(inline, arguments)],
                Expression::Select { selector, variants } => {
                    read_inline(selector, arguments);
                    variants.iter().flat_map(|variant| self::readings(&variant.value, arguments)).collect()
                }
            },
        };
        readings = readings
            .iter()
            .flat_map(|start| choices.iter().map(move |choice| format!("{start}{choice}")))
            .collect();
    }
    readings
}

fn read_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) -> String {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
            "X".to_owned()
        }
        InlineExpression::StringLiteral { value } => (*value).to_owned(),
        other => panic!("the catalogues do without {other:?}"),
    }
}

/// Where two catalogues differ in keys or arguments.
fn differences(one: &Catalogue, other: &Catalogue) -> Vec<String> {
    let mut problems = Vec::new();
    for key in one.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
        match (one.get(key), other.get(key)) {
            (Some(one), Some(other)) if one.arguments != other.arguments => {
                problems.push(format!("{key}: {:?} and {:?}", one.arguments, other.arguments));
            }
            (Some(_), Some(_)) => {}
            _ => problems.push(format!("{key}: in one only")),
        }
    }
    problems
}

const NO_BREAK: char = '\u{a0}';
const NARROW: char = '\u{202f}';

/// What is wrong in the typography of one text.
fn typography(language: Language, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let mut wrong = |what: &str| problems.push(format!("{what} in {text:?}"));
    if text.contains(['\'', '"', '`']) {
        wrong("typewriter quote");
    }
    if text.contains("...") {
        wrong("three dots");
    }
    if text.contains("  ") || text.trim() != text || text.is_empty() {
        wrong("stray space");
    }
    let characters: Vec<char> = text.chars().collect();
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| characters[before]);
        let after = characters.get(at + 1).copied();
        match (language, character) {
            (Language::Fr, ':' | '»') | (Language::Es, '%' | '€') if before != Some(NO_BREAK) => {
                wrong("no no-break space before");
            }
            (Language::Fr, ';' | '!' | '?' | '%') if at > 0 && before != Some(NARROW) => {
                wrong("no narrow no-break space before");
            }
            (Language::Fr, '«') if after != Some(NO_BREAK) => wrong("no no-break space after"),
            (Language::Fr | Language::Es, '“' | '”') | (Language::En, '«' | '»') => {
                wrong("foreign quote");
            }
            (Language::En | Language::Es, ':' | ';' | '!' | '?')
                if before.is_some_and(char::is_whitespace) =>
            {
                wrong("space before");
            }
            (Language::Es, '»') if before.is_some_and(char::is_whitespace) => wrong("space before"),
            (Language::Es, '«' | '¿' | '¡') if after.is_none_or(char::is_whitespace) => {
                wrong("space after");
            }
            (Language::Fr | Language::En, '¿' | '¡') => wrong("a sign of Spanish"),
            (Language::Es, '’' | NARROW) => wrong("a sign of French"),
            (_, '…' | '.' | ',') if before.is_some_and(char::is_whitespace) => wrong("space before"),
            _ => {}
        }
    }
    let count = |wanted: char| characters.iter().filter(|&&one| one == wanted).count();
    // A question mark alone is a sign, and no question.
    let opened = text == "?" || count('¿') == count('?') && count('¡') == count('!');
    if language == Language::Es && !opened {
        wrong("a question or call that is not opened");
    }
    if count('«') != count('»') || count('“') != count('”') || count('(') != count(')') {
        wrong("a pair of quotes or brackets that is not one");
    }
    problems
}

/// Words that do not stand on screen, and spellings of the other side of the ocean.
fn unwanted(language: Language, text: &str) -> Vec<String> {
    let words: &[&str] = match language {
        Language::Fr => &["tiers", "lettrage", "échu", "échue", "tu", "ton", "votre base"],
        Language::Es => &[
            "tú",
            "tu",
            "tus",
            "email",
            "e-mail",
            "click",
            "fichero",
            "salvar",
            "remover",
            "agregar",
            "editar",
            "backup",
            "tercero",
            "base de datos",
            "chequear",
            "línea de comandos",
        ],
        Language::En => &["color", "license", "organize", "canceled", "center", "zip code", "email"],
    };
    let text = text.to_lowercase();
    let within: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    words
        .iter()
        .filter(|word| if word.contains(' ') { text.contains(*word) } else { within.contains(*word) })
        .map(|word| format!("{word:?} in {text:?}"))
        .collect()
}

/// The message keys that a file asks for, as `text.get("…")` or `text.with("…", …)`, and all its other strings.
fn asked(tokens: &[Token]) -> Vec<&str> {
    let mut keys = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let Token::Group(open, inside) = token {
            keys.extend(asked(inside));
            let [.., before, Token::Punct('.'), Token::Ident(method)] = &tokens[..at] else { continue };
            let by_text = before.is("text")
                || matches!(&tokens[..at], [.., name, Token::Group('(', _), Token::Punct('.'), _] if name.is("text"));
            let end = match method.as_str() {
                "get" => inside.len(),
                "with" => inside.iter().position(|token| *token == Token::Punct(',')).unwrap_or(inside.len()),
                _ => continue,
            };
            if *open == '(' && by_text {
                keys.extend(values(&inside[..end]));
            }
        }
    }
    keys
}

/// The strings in an argument that can become its value: not those that a `match` compares with.
fn values(argument: &[Token]) -> Vec<&str> {
    let mut values = Vec::new();
    for (at, token) in argument.iter().enumerate() {
        match (token, &argument[at + 1..]) {
            (Token::Text(_), [Token::Punct('|'), ..] | [Token::Punct('='), Token::Punct('>'), ..]) => {}
            (Token::Text(text), _) => values.push(text.as_str()),
            (Token::Group(_, inside), _) => values.extend(self::values(inside)),
            _ => {}
        }
    }
    values
}

/// Knows no language: what looks like a key there is the name of a rule or of a command.
const SPEECHLESS: &[&str] = &["src/domain/", "src/search/", "src/store/"];

/// The keys that are asked for, or look like it, and that the catalogue does not have.
fn unknown(catalogue: &Catalogue, path: &str, code: &str) -> Vec<String> {
    let tokens = source::tokens(code);
    let head = |key: &str| key.split('-').next().map(str::to_owned);
    let heads: BTreeSet<_> = catalogue.keys().map(|key| head(key)).collect();
    let alike = source::texts(&tokens)
        .into_iter()
        .filter(|text| is_key(text) && heads.contains(&head(text)))
        .filter(|_| !SPEECHLESS.iter().any(|folder| path.starts_with(folder)));
    asked(&tokens)
        .into_iter()
        .chain(alike)
        .filter(|key| !catalogue.contains_key(*key))
        .map(|key| format!("{path}: {key}"))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

/// The keys that no string of the source names.
fn unused(catalogue: &Catalogue, named: &BTreeSet<String>) -> Vec<String> {
    let idle = catalogue.keys().filter(|key| !named.contains(*key));
    idle.map(|key| format!("{key}: unused")).collect()
}

/// Names that stand on one page or in one menu, and so must differ.
const DISTINCT: &[&str] =
    &["menu-", "action-", "field-", "state-", "kind-", "column-", "review-confirm", "undo-"];

/// Messages of one group that read alike.
fn alike(catalogue: &Catalogue) -> Vec<String> {
    let mut problems = Vec::new();
    for group in DISTINCT {
        let mut seen = BTreeMap::new();
        for (key, message) in catalogue.iter().filter(|(key, _)| key.starts_with(group)) {
            if let Some(other) = seen.insert(&message.readings, key) {
                problems.push(format!("{key} and {other}"));
            }
        }
    }
    problems
}

fn spoken() -> [(Language, Catalogue); 3] {
    Language::ALL.map(|language| {
        let (messages, problems) = read(catalogue(language));
        assert_eq!(problems, [""; 0], "{language}");
        (language, messages)
    })
}

#[test]
fn all_catalogues_have_the_same_messages_with_the_same_arguments() {
    let [(_, fr), (_, en), (_, es)] = spoken();
    assert_eq!(differences(&fr, &en), [""; 0]);
    assert_eq!(differences(&fr, &es), [""; 0]);
    assert!(fr.len() > 200, "{}", fr.len());
}

#[test]
fn every_text_keeps_to_the_typography_and_the_words_of_its_language() {
    for (language, messages) in spoken() {
        for text in messages.values().flat_map(|message| &message.readings) {
            assert_eq!(typography(language, text), [""; 0]);
            assert_eq!(unwanted(language, text), [""; 0]);
        }
        assert_eq!(alike(&messages), [""; 0]);
    }
}

#[test]
fn every_key_that_is_asked_for_exists_and_every_key_is_asked_for() {
    let [(_, fr), ..] = spoken();
    let mut named = BTreeSet::new();
    for source in source::all() {
        assert_eq!(unknown(&fr, &source.path, &source.code), [""; 0]);
        named.extend(source::texts(&source::tokens(&source.code)).into_iter().map(str::to_owned));
    }
    assert_eq!(unused(&fr, &named), [""; 0]);
}

/// The terms of the trade, each as one word for one thing.
#[test]
fn the_terms_are_the_ones_agreed_on() {
    let [(_, fr), (_, en), (_, es)] = spoken();
    let said: BTreeSet<[&str; 3]> = fr
        .iter()
        .flat_map(|(key, message)| {
            let others = en[key].readings.iter().zip(&es[key].readings);
            message.readings.iter().zip(others).map(|(fr, (en, es))| [fr.as_str(), en.as_str(), es.as_str()])
        })
        .collect();
    for line in include_str!("../data/terms.csv").lines().skip(1) {
        let term: Vec<&str> = line.split(';').collect();
        assert!(said.iter().any(|said| said.as_slice() == term), "{line}");
    }
}

/// Where Spanish reads like French or English, it is because the word is the same.
#[test]
fn nothing_was_left_untranslated() {
    let [(_, fr), (_, en), (_, es)] = spoken();
    let has_a_word =
        |text: &String| text.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 3);
    let same = |key: &&String| {
        let others = [&fr, &en].into_iter().flat_map(|other| &other[*key].readings);
        others.filter(|text| has_a_word(text)).any(|text| es[*key].readings.contains(text))
    };
    let alike: Vec<&str> = es.keys().filter(same).map(String::as_str).collect();
    assert_eq!(alike, SAME_IN_SPANISH);
}

/// Messages that read in Spanish as in another language.
const SAME_IN_SPANISH: &[&str] = &[
    "app-name",
    "clients-filter-between-which",
    "export-json",
    "export-xlsx",
    "field-siren",
    "field-siret",
    "settings-general",
    "size-bytes",
    "tint-grey",
];

#[test]
fn a_broken_catalogue_is_found_out() {
    let broken =
        "menu-a = A\nmenu-a = B\nMenu-b = B\n-term-c = C\nmenu-d = D\n    .title = d\n= junk\nplain = E\n";
    let (messages, problems) = read(broken);
    assert_eq!(messages.len(), 4);
    assert!(problems[0].starts_with("syntax: "), "{problems:?}");
    assert_eq!(
        problems[1..],
        [
            "menu-a: twice",
            "Menu-b: not in kebab-case",
            "term-c: a term",
            "menu-d: attributes",
            "plain: not in kebab-case"
        ]
    );
}

#[test]
fn catalogues_that_differ_are_found_out() {
    let (fr, _) = read(
        "a-a = { $n ->\n    [one] un { $name }\n   *[other] { $n }\n}\na-b = B\na-c = { $x }\na-d = D\n",
    );
    let (en, _) = read(
        "a-a = { $n ->\n    [one] one\n   *[other] { $n } { $name }\n}\na-b = B\na-c = { $y }\na-e = E\n",
    );
    assert_eq!(fr["a-a"].readings, ["un X", "X"]);
    assert_eq!(differences(&fr, &en), [r#"a-c: {"x"} and {"y"}"#, "a-d: in one only", "a-e: in one only"]);
}

#[test]
fn typography_that_is_wrong_is_found_out() {
    for good in [
        "l’e-mail\u{a0}: «\u{a0}x\u{a0}»\u{202f}!",
        "Importer…",
        "?",
        "50\u{202f}%",
        "a ; b".replace(' ', "\u{202f}").as_str(),
    ] {
        assert_eq!(typography(Language::Fr, good), [""; 0]);
    }
    for bad in [
        "l'e-mail",
        "\"x\"",
        "Importer...",
        "x …",
        "x :",
        "x:",
        "x ?",
        "x?",
        "x\u{a0}!",
        "x;",
        "« x\u{a0}»",
        "«\u{a0}x »",
        "«\u{a0}x",
        "“x”",
        "x ",
        " x",
        "x  y",
        "",
        "(x",
        "50 %",
        "x ,",
        "x .",
        "`x`",
    ] {
        assert_ne!(typography(Language::Fr, bad), [""; 0], "{bad:?}");
    }
    for good in ["the client’s “x”: y; z?", "Import…", "12\u{a0}kB"] {
        assert_eq!(typography(Language::En, good), [""; 0]);
    }
    for bad in ["client's", "\"x\"", "x :", "x\u{a0}:", "x\u{202f}?", "«x»", "“x", "Import...", "x …"] {
        assert_ne!(typography(Language::En, bad), [""; 0], "{bad:?}");
    }
    assert_ne!(unwanted(Language::Fr, "Un Tiers"), [""; 0]);
    assert_eq!(unwanted(Language::Fr, "Vos métiers"), [""; 0]);
    assert_ne!(unwanted(Language::En, "Email"), [""; 0]);
    assert_eq!(unwanted(Language::En, "E-mail"), [""; 0]);
}

#[test]
fn spanish_typography_that_is_wrong_is_found_out() {
    for good in [
        "el cliente «x»: y; z",
        "¿Eliminar «x»?",
        "?",
        "50\u{a0}%",
        "1234,50\u{a0}€",
        "¡Hecho!",
        "Importar…",
        "¿Y qué?",
    ] {
        assert_eq!(typography(Language::Es, good), [""; 0], "{good:?}");
    }
    for bad in [
        "x :",
        "x\u{a0}:",
        "x\u{202f};",
        "Eliminar x?",
        "¿Eliminar x",
        "¿ Eliminar x?",
        "¿x ?",
        "Hecho!",
        "¡Hecho",
        "¡ x!",
        "«\u{a0}x»",
        "«x\u{a0}»",
        "« x»",
        "«x",
        "“x”",
        "\"x\"",
        "50%",
        "50 %",
        "50\u{202f}%",
        "5€",
        "Importar...",
        "x …",
        "l’x",
        "x ,",
        "«",
        "¿",
    ] {
        assert_ne!(typography(Language::Es, bad), [""; 0], "{bad:?}");
    }
    assert_ne!(typography(Language::Fr, "¿x"), [""; 0]);
    assert_ne!(typography(Language::En, "¡x"), [""; 0]);
    assert_ne!(unwanted(Language::Es, "Abra el fichero"), [""; 0]);
    assert_ne!(unwanted(Language::Es, "Su base de datos"), [""; 0]);
    assert_eq!(unwanted(Language::Es, "Su turno"), [""; 0]);
}

#[test]
fn keys_that_are_unknown_or_unused_are_found_out() {
    let (fr, _) = read("menu-a = A\nmenu-b = B\nmenu-c = C\nform-d = D\n");
    let code = r#"
        fn draw(text: &Text, map: &Map) {
            text.get("menu-a");
            self.text.with("nowhere", &[("menu", "x".into())]);
            cx.text().get(match kind { "one" | "two" => "menu-b", _ => "other" });
            map.get("not asked of the words");
            let table = [("menu-x", 1), ("well-known", 2)];
            label!(ui, text.get("lost"));
        }"#;
    let found = unknown(&fr, "src/x.rs", code);
    assert_eq!(found, ["src/x.rs: lost", "src/x.rs: menu-x", "src/x.rs: nowhere", "src/x.rs: other"]);
    assert_eq!(unknown(&fr, "src/domain/x.rs", "fn f() { rule(\"menu-is-whole\") }"), [""; 0]);
    let named = ["menu-a", "menu-b"].map(str::to_owned).into();
    assert_eq!(unused(&fr, &named), ["form-d: unused", "menu-c: unused"]);
}

#[test]
fn names_that_are_alike_are_found_out() {
    let (fr, _) = read("field-a = Nom\nfield-b = Nom\nfield-c = Ville\ncolumn-a = Nom\n");
    assert_eq!(alike(&fr), ["field-b and field-a"]);
}
