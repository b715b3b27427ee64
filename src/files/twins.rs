//! Likely duplicates among many: whom a new client of a file resembles, in the book or in an earlier row.
//!
//! The rules are those of [`Marks::likeness`]. The index answers for one client in a millisecond; a file asks for a
//! hundred thousand, so everybody stands here under what they are likely to share: each mark, the letters of the name,
//! and for near names the words of the name but one, under which that one word is compared with the others there.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::same::{Hashed, Who};
use crate::domain::client::Client;
use crate::domain::duplicate::{Likeness, Marks};
use crate::domain::near::{Sketch, Spelling};

/// Everybody so far.
#[derive(Debug, Default)]
pub(super) struct Twins {
    same: HashMap<u64, Who, BuildHasherDefault<Hashed>>,
    /// By the words of a name but one, that one.
    words: HashMap<u64, Vec<Word>, BuildHasherDefault<Hashed>>,
}

/// The one word of a name that may have slips.
#[derive(Debug)]
struct Word {
    sketch: Sketch,
    letters: Arc<str>,
    who: Who,
}

/// So many words are compared with one at most: names of one word alone are all compared with each other, and a file of
/// a million of them must end.
const COMPARED: usize = 5_000;

/// What somebody is likely to share with others: it is made without knowing any of them.
#[derive(Debug)]
pub(super) struct Marked {
    exact: [Option<(Likeness, u64)>; 8],
    /// Each word that may have slips, under the other ones.
    words: Vec<(u64, Arc<str>)>,
}

impl Marked {
    pub(super) fn client(client: &Client) -> Self {
        let marks = Marks::of(client);
        let may_slip = |(_, word): &(u64, &str)| Spelling::of(word).is_some();
        let words = parts(&marks.name).into_iter().filter(may_slip);
        Self { exact: exact(&marks), words: words.map(|(rest, word)| (rest, word.into())).collect() }
    }
}

impl Twins {
    /// Whom somebody resembles most, among those who were added before.
    pub(super) fn of(&self, who: Who, marked: &Marked) -> Option<(Who, Likeness)> {
        let first = |key: &u64| self.same.get(key).copied().filter(|first| *first < who);
        let mut same = marked.exact.iter().flatten();
        same.find_map(|(likeness, key)| Some((first(key)?, *likeness)))
            .or_else(|| Some((self.near(who, marked)?, Likeness::NearName)))
    }

    fn near(&self, who: Who, marked: &Marked) -> Option<Who> {
        marked.words.iter().find_map(|(rest, word)| {
            let there = self.words.get(rest)?;
            let spelling = Spelling::of(word)?;
            there
                .iter()
                .rev()
                .skip_while(|other| other.who >= who)
                .take(COMPARED)
                .find(|other| spelling.may_be(other.sketch) && spelling.is_near(&other.letters))
                .map(|other| other.who)
        })
    }

    /// Adds somebody, after all who came before.
    pub(super) fn add(&mut self, who: Who, marked: &Marked) {
        for (_, key) in marked.exact.iter().flatten() {
            self.same.entry(*key).or_insert(who);
        }
        for (rest, letters) in &marked.words {
            let word = Word { sketch: Sketch::of(letters), letters: Arc::clone(letters), who };
            self.words.entry(*rest).or_default().push(word);
        }
    }
}

/// What two have who are the same by one mark, the strongest first.
fn exact(marks: &Marks) -> [Option<(Likeness, u64)>; 8] {
    let [phone, mobile] = &marks.phones;
    let mut words: Vec<&str> = marks.name.split(' ').collect();
    words.sort_unstable();
    let key = |likeness, kind: u8, text: &str| (!text.is_empty()).then(|| (likeness, hash(kind, text)));
    [
        key(Likeness::Siren, 0, &marks.siren),
        key(Likeness::Vat, 1, &marks.vat),
        key(Likeness::Email, 2, &marks.email),
        key(Likeness::Phone, 3, phone),
        key(Likeness::Phone, 3, mobile),
        key(Likeness::Name, 4, &marks.name),
        key(Likeness::NearName, 5, &words.join(" ")),
        key(Likeness::NearName, 6, &marks.name.replace(' ', "")),
    ]
}

/// Each word of a name, under the other ones in their order in the alphabet.
fn parts(name: &str) -> Vec<(u64, &str)> {
    let mut words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    let rest = |at: usize| {
        let others = words.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| *word);
        others.collect::<Vec<_>>().join(" ")
    };
    words.iter().enumerate().map(|(at, word)| (hash(7, &rest(at)), *word)).collect()
}

fn hash(kind: u8, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, text).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::ClientId;
    use crate::domain::phone::Phone;

    /// Somebody who comes after all the others.
    const LAST: Who = Who::Row(usize::MAX);

    fn firm(name: &str) -> Client {
        Client { company: name.into(), ..Client::default() }
    }

    #[test]
    fn near_names_are_found_as_one_client_would_be() {
        let names = ["SARL Boulangerie Lefevre", "Le Roux", "Atelier 9", "Dupont", "Garage du Port"];
        let mut twins = Twins::default();
        for (at, name) in names.iter().enumerate() {
            twins.add(Who::Row(at), &Marked::client(&firm(name)));
        }
        for (name, expected) in [
            ("Boulangerie Lefèvre", Some((0, Likeness::Name))),
            ("Boulangerie Lefebvre", Some((0, Likeness::NearName))),
            ("Lefevre Boulangerie", Some((0, Likeness::NearName))),
            ("Boulangere Lefebvre", None),
            ("Leroux", Some((1, Likeness::NearName))),
            ("Atelier 10", None),
            ("Dupond", Some((3, Likeness::NearName))),
            ("Port du Garage", Some((4, Likeness::NearName))),
            ("Garage du Pont", Some((4, Likeness::NearName))),
            ("", None),
        ] {
            let expected = expected.map(|(at, likeness)| (Who::Row(at), likeness));
            assert_eq!(twins.of(LAST, &Marked::client(&firm(name))), expected, "{name}");
            for (at, other) in names.iter().enumerate() {
                let alike = Marks::of(&firm(name)).likeness(&Marks::of(&firm(other)));
                assert_eq!(alike, expected.filter(|(who, _)| *who == Who::Row(at)).map(|(_, one)| one));
            }
        }
    }

    #[test]
    fn the_strongest_mark_is_named_first() {
        let mut client = firm("Asie");
        client.email = "A@b.example".into();
        client.phone = Phone::parse("01 42 68 53 00", "FR");
        let mut twins = Twins::default();
        twins.add(Who::Client(ClientId(1)), &Marked::client(&client));
        let other = Client { company: "Bolido".into(), email: "a@B.example".into(), ..Client::default() };
        assert_eq!(
            twins.of(LAST, &Marked::client(&other)),
            Some((Who::Client(ClientId(1)), Likeness::Email))
        );
        let mobile = Client { mobile: client.phone.clone(), ..firm("Bolido") };
        assert_eq!(
            twins.of(LAST, &Marked::client(&mobile)),
            Some((Who::Client(ClientId(1)), Likeness::Phone))
        );
        assert_eq!(twins.of(LAST, &Marked::client(&firm("Bolido"))), None);
    }
}
