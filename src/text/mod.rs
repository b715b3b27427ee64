//! Words, by language, from `assets/text`.
//!
//! One catalogue a language, in Fluent's format and compiled in. A key says what the string *is* (`form-title-new`),
//! not where it stands. Messages without arguments are looked up once, when the language is loaded: while drawing,
//! [`Text::get`] costs a hash and no allocation. `tests/it/text.rs` keeps the catalogues whole, alike and in use.

mod attachment;
mod consent;
mod country;
mod deed;
mod failure;
mod moment;
mod sentence;
mod target;
mod terms;
mod transfer;
mod value;

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;

pub use attachment::{fetch_error, stage_error};
pub use consent::standing;
pub use country::{country, language_name};
pub use deed::{deed, done, left_out, undo_of};
pub use failure::{refused, store_error, write_error};
pub use fluent_bundle::FluentValue as Value;
pub use sentence::{
    Sentence, answer, asked, channel, doubt, field, found, invalid, kind, likeness, method, named, note_kind,
    place, purpose, question, status,
};
pub use target::target;
pub use terms::terms;
pub use transfer::{export_error, plan_error, row_mended, row_refused};
pub use value::custom_value;

use crate::domain::fold::fold;
use crate::format::Format;
pub use crate::language::{Language, UnknownLanguage};

/// The catalogue of a language as it was written.
pub fn catalogue(language: Language) -> &'static str {
    match language {
        Language::Fr => include_str!("../../assets/text/fr.ftl"),
        Language::En => include_str!("../../assets/text/en.ftl"),
        Language::Es => include_str!("../../assets/text/es.ftl"),
    }
}

/// The words of one language. A clone is the same words again, and costs nothing.
#[derive(Clone)]
pub struct Text(Arc<Words>);

struct Words {
    language: Language,
    /// Messages without arguments.
    fixed: HashMap<String, String>,
    /// All messages.
    bundle: FluentBundle<FluentResource>,
}

impl Text {
    /// The words of a language.
    pub fn load(language: Language) -> Self {
        Self::read(language, catalogue(language))
    }

    /// Reads a catalogue. What is wrong in it is logged and left out.
    pub fn read(language: Language, catalogue: &str) -> Self {
        let resource = FluentResource::try_new(catalogue.to_owned()).unwrap_or_else(|(rest, errors)| {
            for error in errors {
                log::error!("{language}: {error}");
            }
            rest
        });
        let keys: Vec<String> = resource
            .entries()
            .filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            })
            .collect();
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // The marks are for text in two directions, and would be found by a search for the word.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::Fr => |value, _| number(Language::Fr, value),
            Language::En => |value, _| number(Language::En, value),
            Language::Es => |value, _| number(Language::Es, value),
        }));
        for error in bundle.add_resource(resource).err().into_iter().flatten() {
            log::error!("{language}: {error}");
        }
        let fixed = keys
            .into_iter()
            .filter_map(|key| resolve(&bundle, &key, &[]).map(|message| (key, message)))
            .collect();
        Self(Arc::new(Words { language, fixed, bundle }))
    }

    /// The language that is spoken.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// The message that stands under `key` and takes no argument; the key itself, and a line in the log, if there is none.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.fixed.get(key).map_or_else(
            || {
                log::error!("{}: no message {key:?}", self.language());
                key
            },
            String::as_str,
        )
    }

    /// The message that stands under `key`, with its arguments by name; the key in brackets, and a line in the log, if
    /// there is none or an argument lacks. A number is written as the language writes it, and chooses the plural.
    pub fn with(&self, key: &str, arguments: &[(&str, Value<'_>)]) -> String {
        resolve(&self.0.bundle, key, arguments).unwrap_or_else(|| {
            log::error!("{}: no message {key:?} with {arguments:?}", self.language());
            format!("⟦{key}⟧")
        })
    }

    /// "a, b and c".
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let (first, last): (Vec<&str>, &str) =
                    (first.iter().map(AsRef::as_ref).collect(), last.as_ref());
                let key = if sounds_like_i(last) { "list-and-i" } else { "list-and" };
                self.with(key, &[("first", first.join(", ").into()), ("last", last.into())])
            }
        }
    }
}

/// Before the sound of an `i` Spanish says another word for "and": "aguja e hilo", but "agua y hielo".
fn sounds_like_i(word: &str) -> bool {
    let mut folded = fold(word);
    if folded.starts_with("hi") {
        folded.remove(0);
        return !folded.starts_with("ia") && !folded.starts_with("ie");
    }
    folded.starts_with('i')
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Text").field(&self.0.language).finish()
    }
}

/// The message under a key, if there is one and every argument that it needs was given.
fn resolve(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    arguments: &[(&str, Value<'_>)],
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let arguments: FluentArgs<'_> = arguments.iter().cloned().collect();
    let mut errors = Vec::new();
    let message = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    errors.is_empty().then(|| message.into_owned())
}

/// A number in a message, as the language writes it.
fn number(language: Language, value: &Value<'_>) -> Option<String> {
    match value {
        Value::Number(number) => Format::of(language).decimal(&number.as_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    // Called `sample`, not `text`: these keys are in no catalogue, and are not looked for there.
    use super::*;

    const SAMPLE: &str = "plain = Bonjour\nnamed = Bonjour { $name }\ncounted = { $n ->\n    [0] aucun\n    [one] { $n } client\n   *[other] { $n } clients\n}\n";

    #[test]
    fn a_message_is_found_with_and_without_arguments() {
        let sample = Text::read(Language::Fr, SAMPLE);
        assert_eq!(sample.get("plain"), "Bonjour");
        assert_eq!(sample.with("plain", &[]), "Bonjour");
        assert_eq!(sample.with("named", &[("name", "Inès".into())]), "Bonjour Inès");
    }

    #[test]
    fn numbers_choose_the_plural_and_are_written_as_the_language_writes_them() {
        let sample = Text::read(Language::Fr, SAMPLE);
        let counted = |sample: &Text, n: i64| sample.with("counted", &[("n", n.into())]);
        assert_eq!(counted(&sample, 0), "aucun");
        assert_eq!(counted(&sample, 1), "1 client");
        assert_eq!(counted(&sample, 2), "2 clients");
        assert_eq!(counted(&sample, 1284), "1\u{202f}284 clients");
        assert_eq!(counted(&Text::read(Language::En, SAMPLE), 1284), "1,284 clients");
        assert_eq!(counted(&Text::read(Language::Es, SAMPLE), 12_840), "12.840 clients");
    }

    #[test]
    fn what_is_missing_is_loud_and_no_panic() {
        let sample = Text::read(Language::Fr, SAMPLE);
        assert_eq!(sample.get("nowhere"), "nowhere");
        // A message with arguments is not found without them.
        assert_eq!(sample.get("named"), "named");
        assert_eq!(sample.with("named", &[]), "⟦named⟧");
        assert_eq!(sample.with("nowhere", &[]), "⟦nowhere⟧");
    }

    #[test]
    fn a_broken_catalogue_gives_what_can_be_read() {
        let sample = Text::read(Language::Fr, "good = Bon\n= bad\nalso = Aussi\n");
        assert_eq!((sample.get("good"), sample.get("also")), ("Bon", "Aussi"));
    }

    #[test]
    fn each_language_speaks_for_itself() {
        let said = |language| Text::load(language).get("action-save").to_owned();
        assert_eq!(Language::ALL.map(said), ["Enregistrer", "Save", "Guardar"]);
        let text = Text::load(Language::Es);
        assert_eq!((text.language(), format!("{text:?}")), (Language::Es, "Text(Es)".to_owned()));
    }

    #[test]
    fn lists_are_written_out() {
        let text = Text::load(Language::Fr);
        assert_eq!(text.list::<&str>(&[]), "");
        assert_eq!(text.list(&["a"]), "a");
        assert_eq!(text.list(&["a", "b"]), "a et b");
        assert_eq!(text.list(&["a", "b", "c"]), "a, b et c");
        assert_eq!(Text::load(Language::En).list(&["a", "b", "c"]), "a, b and c");
        let text = Text::load(Language::Es);
        assert_eq!(text.list(&["a", "b", "c"]), "a, b y c");
        for (last, said) in [
            ("Ibáñez", "a e Ibáñez"),
            ("Íñigo", "a e Íñigo"),
            ("hilo", "a e hilo"),
            ("hielo", "a y hielo"),
            ("hiato", "a y hiato"),
            ("hola", "a y hola"),
            ("Alicia", "a y Alicia"),
        ] {
            assert_eq!(text.list(&["a", last]), said);
        }
    }
}
