//! Likely duplicates: what they are found by among all clients.

use super::flat::{hash, small};
use crate::domain::duplicate::{Likeness, Marks};
use crate::domain::near::NearName;

/// What twins are found by: SIREN, VAT number, e-mail, two telephones, name, its letters; 0 where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hashes {
    siren: u64,
    vat: u64,
    email: u64,
    phones: [u64; 2],
    name: u64,
    /// The name without its spaces.
    letters: u64,
}

impl Hashes {
    pub(super) fn of(marks: &Marks) -> Self {
        let of = |text: &str| if text.is_empty() { 0 } else { hash(text.as_bytes()).max(1) };
        let [phone, mobile] = &marks.phones;
        Self {
            siren: of(&marks.siren),
            vat: of(&marks.vat),
            email: of(&marks.email),
            phones: [of(phone), of(mobile)],
            name: of(&marks.name),
            letters: of(&marks.name.replace(' ', "")),
        }
    }

    /// As [`Marks::likeness`], but for the near names that differ in more than their spaces.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        let same = |one: u64, other: u64| one != 0 && one == other;
        if same(self.siren, other.siren) {
            Some(Likeness::Siren)
        } else if same(self.vat, other.vat) {
            Some(Likeness::Vat)
        } else if same(self.email, other.email) {
            Some(Likeness::Email)
        } else if self.phones.iter().any(|one| other.phones.iter().any(|two| same(*one, *two))) {
            Some(Likeness::Phone)
        } else if same(self.name, other.name) {
            Some(Likeness::Name)
        } else if same(self.letters, other.letters) {
            Some(Likeness::NearName)
        } else {
            None
        }
    }
}

/// What of a name is compared with other names: all but the legal form of a firm, as a range of its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Core {
    start: u32,
    end: u32,
}

impl Core {
    /// `words` are the folded words of a name, each with a space before it; `core` is a piece of them.
    pub(super) fn of(words: &str, core: &str) -> Self {
        let start = words.find(core).unwrap_or_default();
        Self { start: small(start), end: small(start + core.len()) }
    }

    pub(super) fn of_words(self, words: &[u8]) -> &str {
        let core = words.get(self.start as usize..self.end as usize).unwrap_or_default();
        std::str::from_utf8(core).unwrap_or_default()
    }
}

/// The marks of a client whose twins are looked for.
#[derive(Debug)]
pub(super) struct Sought {
    marks: Hashes,
    name: NearName,
}

impl Sought {
    pub(super) fn of(marks: &Marks) -> Self {
        Self { marks: Hashes::of(marks), name: NearName::of(&marks.name) }
    }

    pub(super) fn name(&self) -> &NearName {
        &self.name
    }

    /// What is the same.
    pub(super) fn same(&self, marks: &Hashes) -> Option<Likeness> {
        self.marks.likeness(marks)
    }

    /// What is the same, or whether the names are near.
    pub(super) fn likeness(&self, marks: &Hashes, core: &str) -> Option<Likeness> {
        self.same(marks).or_else(|| self.name.is_near(core).then_some(Likeness::NearName))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_alike_as_the_marks_are() {
        let marks = |siren: &str, email: &str, phones: [&str; 2], name: &str| Marks {
            siren: siren.into(),
            vat: String::new(),
            email: email.into(),
            phones: phones.map(Into::into),
            name: name.into(),
        };
        let all = [
            marks("", "", ["", ""], ""),
            marks("1", "a", ["+1", "+2"], "n"),
            marks("1", "b", ["", ""], "m"),
            marks("", "a", ["", ""], "m"),
            marks("", "", ["+2", ""], "o"),
            marks("2", "", ["", "+1"], "n"),
            marks("", "", ["", ""], "n"),
            marks("a", "1", ["n", "a"], "+1"),
        ];
        for one in &all {
            for other in &all {
                assert_eq!(
                    Hashes::of(one).likeness(&Hashes::of(other)),
                    one.likeness(other),
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn the_core_of_a_name_has_no_legal_form() {
        for (words, core) in
            [(" sarl dupont sas", "dupont"), (" dupont", "dupont"), (" s a r l", "s a r l"), ("", "")]
        {
            assert_eq!(Core::of(words, core).of_words(words.as_bytes()), core);
        }
    }
}
