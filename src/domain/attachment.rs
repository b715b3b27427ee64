//! Attachments: files of any kind that are kept in the book with a client, a note or the evidence of a consent.
//!
//! The record names a file; its bytes stand in the store under their SHA-256, in pieces, once however often they are
//! attached.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

use super::client::ClientId;
use super::label::turns;
use super::record::{Invalid, Kind, Moment, Record};

/// The bytes of a file, by their SHA-256: 64 hexadecimal digits in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sha256(pub String);

impl Sha256 {
    /// Whether it is 64 hexadecimal digits in lower case.
    pub fn is_sound(&self) -> bool {
        self.0.len() == 64 && self.0.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    }
}

/// A file whose bytes are in the book, and that is not attached to anybody yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staged {
    /// Its name: see [`clean_name`].
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// What the bytes are found by.
    pub sha256: Sha256,
}

/// A file that is kept with a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Identity, never used again.
    pub id: u64,
    /// Whose it is.
    pub client: ClientId,
    /// The note it was dropped on, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<u64>,
    /// Its name, without folders.
    pub name: String,
    /// Bytes, at most [`Attachment::LARGEST`].
    pub size: u64,
    /// What the bytes are found by.
    pub sha256: Sha256,
    /// When it was attached.
    pub added: Moment,
}

impl Attachment {
    /// The most bytes of a file: 25 MB.
    pub const LARGEST: u64 = 25_000_000;
    /// The most characters of a name.
    pub const LONGEST: usize = 120;
    /// The most bytes of a name in UTF-8: what every file system takes.
    pub const LONGEST_BYTES: usize = 240;
}

impl Record for Attachment {
    const KIND: Kind = Kind::Attachment;

    fn id(&self) -> u64 {
        self.id
    }

    fn references(&self) -> Vec<(Kind, u64)> {
        let mut references = vec![(Kind::Client, self.client.0)];
        references.extend(self.note.map(|note| (Kind::Note, note)));
        references
    }

    fn leave_out(&mut self, gone: &[(Kind, u64)]) {
        self.note = self.note.filter(|note| !gone.contains(&(Kind::Note, *note)));
    }

    fn called(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(&self.name))
    }

    fn validate(&self) -> Result<(), Invalid> {
        if self.id == 0 || self.client == ClientId::NEW || self.note == Some(0) {
            return Err(Invalid::NoId);
        }
        if self.size > Self::LARGEST {
            return Err(Invalid::OutOfRange("attachment"));
        }
        if !self.sha256.is_sound() {
            return Err(Invalid::OutOfRange("sha256"));
        }
        if clean_name(&self.name) != self.name {
            return Err(Invalid::OutOfRange("attachment"));
        }
        Ok(())
    }
}

/// A name that a file can be given anywhere: of a path only the last part, without line breaks, marks of
/// writing direction and what file systems forbid, at most [`Attachment::LONGEST`] characters and
/// [`Attachment::LONGEST_BYTES`], its ending kept. A name never becomes a path.
pub fn clean_name(raw: &str) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = |c: &char| {
        !c.is_control()
            && !turns(*c)
            // What joins letters is of no use in the name of a file.
            && !matches!(c, '\u{200c}' | '\u{200d}')
            && !matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\u{2028}' | '\u{2029}')
    };
    let name: String = last.chars().filter(kept).collect();
    let edge = |c: char| c == '.' || c.is_whitespace();
    let name = name.trim_matches(edge);
    if name.is_empty() {
        return "_".to_owned();
    }
    if name.chars().count() <= Attachment::LONGEST && name.len() <= Attachment::LONGEST_BYTES {
        return name.to_owned();
    }
    let ending =
        name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| ending.chars().count() <= 10);
    let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
    let room = Attachment::LONGEST.saturating_sub(ending.chars().count());
    let mut bytes = Attachment::LONGEST_BYTES.saturating_sub(ending.len());
    let fits = |c: &char| {
        let left = bytes.checked_sub(c.len_utf8());
        bytes = left.unwrap_or_default();
        left.is_some()
    };
    let start: String = name.chars().take(room).take_while(fits).collect();
    format!("{}{ending}", start.trim_end_matches(edge))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contract() -> Attachment {
        Attachment {
            id: 1,
            client: ClientId(1),
            note: None,
            name: "contrat-2026.pdf".into(),
            size: 212_000,
            sha256: Sha256("ab".repeat(32)),
            added: Moment(0),
        }
    }

    #[test]
    fn a_name_never_becomes_a_path() {
        for (raw, name) in [
            ("contrat.pdf", "contrat.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\moi\\a.pdf", "a.pdf"),
            ("..", "_"),
            ("/", "_"),
            ("", "_"),
            (".profile", "profile"),
            ("a\r\nb.pdf", "ab.pdf"),
            ("a\u{61c}b\u{200c}c\u{200d}d.pdf", "abcd.pdf"),
            ("fdp.\u{202e}exe", "fdp.exe"),
            (" dev*is?.pdf ", "devis.pdf"),
            ("été.pdf", "été.pdf"),
            (". .devis. .", "devis"),
            ("a. \u{a0}.", "a"),
        ] {
            assert_eq!(clean_name(raw), name, "{raw:?}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = clean_name(&format!("{}.pdf", "é".repeat(4_000)));
        assert_eq!((name.chars().count(), name.ends_with("é.pdf")), (120, true));
        let name = clean_name(&"a".repeat(121));
        assert_eq!(name, "a".repeat(120));
        assert_eq!(clean_name(&"a".repeat(120)), "a".repeat(120));
        // Three bytes each: fewer fit where a file system counts bytes.
        assert_eq!(clean_name(&format!("{}.pdf", "約".repeat(100))), format!("{}.pdf", "約".repeat(78)));
        assert_eq!(clean_name(&"約".repeat(80)), "約".repeat(80));
        assert_eq!(clean_name(&"約".repeat(81)), "約".repeat(80));
        for long in ["a".repeat(130) + "." + &"b".repeat(11), ".a".repeat(100)] {
            assert_eq!(clean_name(&clean_name(&long)), clean_name(&long));
            assert!(clean_name(&long).chars().count() <= 120);
        }
    }

    #[test]
    fn an_attachment_is_somebodys_and_not_too_large() {
        assert_eq!(contract().validate(), Ok(()));
        let largest = Attachment { size: 25_000_000, ..contract() };
        assert_eq!(largest.validate(), Ok(()));
        for (wrong, why) in [
            (Attachment { id: 0, ..contract() }, Invalid::NoId),
            (Attachment { client: ClientId::NEW, ..contract() }, Invalid::NoId),
            (Attachment { note: Some(0), ..contract() }, Invalid::NoId),
            (Attachment { size: 25_000_001, ..contract() }, Invalid::OutOfRange("attachment")),
            (Attachment { name: "a/b".into(), ..contract() }, Invalid::OutOfRange("attachment")),
            (Attachment { name: String::new(), ..contract() }, Invalid::OutOfRange("attachment")),
            (Attachment { sha256: Sha256("AB".repeat(32)), ..contract() }, Invalid::OutOfRange("sha256")),
            (Attachment { sha256: Sha256("ab".repeat(31)), ..contract() }, Invalid::OutOfRange("sha256")),
        ] {
            assert_eq!(wrong.validate(), Err(why));
        }
    }

    #[test]
    fn it_refers_to_client_and_note() {
        let on_note = Attachment { note: Some(4), ..contract() };
        assert_eq!(on_note.references(), [(Kind::Client, 1), (Kind::Note, 4)]);
        assert_eq!(contract().references(), [(Kind::Client, 1)]);
    }
}
