//! Notes in one cell of a table, each under its day and what it is about, so that they come back as they went out:
//!
//! ```text
//! [2026-11-24 call]
//! Rappeler lundi
//!
//! [2026-11-25 note pinned remind 2026-12-01]
//! Devis accepté
//! ```
//!
//! A line of a note that reads like such a head has a `\` before it. What stands above the first head is a note of the
//! day on which it is read, as is the cell of any other program.

use chrono::NaiveDate;

use crate::domain::client::ClientId;
use crate::domain::command::NewNote;
use crate::domain::note::{Note, NoteKind};

/// What is known of a note beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) date: NaiveDate,
    pub(super) kind: NoteKind,
    pub(super) pinned: bool,
    pub(super) remind: Option<NaiveDate>,
}

impl Head {
    /// Its line.
    fn written(self) -> String {
        let pinned = if self.pinned { " pinned" } else { "" };
        let remind = self.remind.map_or_else(String::new, |day| format!(" remind {day}"));
        format!("[{} {}{pinned}{remind}]", self.date, self.kind.key())
    }

    /// The head that a line is, written just so.
    fn of(line: &str) -> Option<Self> {
        let mut words = line.strip_prefix('[')?.strip_suffix(']')?.split(' ').peekable();
        let date = words.next()?.parse().ok()?;
        let key = words.next()?;
        let kind = NoteKind::ALL.into_iter().find(|kind| kind.key() == key)?;
        let pinned = words.next_if_eq(&"pinned").is_some();
        let remind = match words.next() {
            Some("remind") => Some(words.next()?.parse().ok()?),
            _ => None,
        };
        let head = Self { date, kind, pinned, remind };
        (head.written() == line).then_some(head)
    }
}

/// Notes in one cell, in their order; those without head stand before the others.
pub(super) fn join<'a>(notes: impl IntoIterator<Item = (Option<Head>, &'a str)>) -> String {
    let (bare, headed): (Vec<_>, Vec<_>) = notes.into_iter().partition(|(head, _)| head.is_none());
    let written = |(head, text): (Option<Head>, &str)| {
        let head = head.map(|head| head.written() + "\n").unwrap_or_default();
        let lines =
            text.split('\n').map(|line| if is_marked(line) { format!("\\{line}") } else { line.to_owned() });
        head + &lines.collect::<Vec<_>>().join("\n")
    };
    bare.into_iter().chain(headed).map(written).collect::<Vec<_>>().join("\n\n")
}

/// The notes of a client in one cell.
pub(super) fn of(notes: &[Note]) -> String {
    let head = |note: &Note| {
        let Note { date, kind, pinned, remind, .. } = *note;
        Some(Head { date, kind, pinned, remind })
    };
    join(notes.iter().map(|note| (head(note), note.text.as_str())))
}

/// What stands above the first head, and the notes below; whom they are about is not said.
pub(super) fn split(cell: &str) -> (String, Vec<NewNote>) {
    let mut bare: Vec<&str> = Vec::new();
    let mut notes: Vec<(Head, Vec<&str>)> = Vec::new();
    for line in cell.split('\n') {
        if let Some(head) = Head::of(line) {
            notes.push((head, Vec::new()));
            continue;
        }
        let marked = line.strip_prefix('\\').filter(|line| is_marked(line));
        notes.last_mut().map_or(&mut bare, |(_, lines)| lines).push(marked.unwrap_or(line));
    }
    let text = |lines: Vec<&str>| lines.join("\n").trim().to_owned();
    let note = |(Head { date, kind, pinned, remind }, lines): (Head, Vec<&str>)| NewNote {
        client: ClientId::NEW,
        kind,
        date,
        text: text(lines),
        pinned,
        remind,
        attachments: Vec::new(),
    };
    let notes = notes.into_iter().map(note).filter(|note| !note.text.is_empty()).collect();
    (text(bare), notes)
}

/// Whether a line would be taken for a head, or for one that is marked as none.
fn is_marked(line: &str) -> bool {
    Head::of(line.trim_start_matches('\\')).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn note(date: &str, kind: NoteKind, text: &str) -> Note {
        let client = ClientId(1);
        Note { id: 1, client, date: day(date), kind, text: text.into(), pinned: false, remind: None }
    }

    #[test]
    fn notes_stand_under_their_days() {
        let pinned = Note {
            pinned: true,
            remind: Some(day("2026-12-01")),
            ..note("2026-11-25", NoteKind::Note, "Devis\n\naccepté")
        };
        let cell = of(&[note("2026-11-24", NoteKind::ImportantDate, "Fête"), pinned]);
        assert_eq!(
            cell,
            "[2026-11-24 important_date]\nFête\n\n[2026-11-25 note pinned remind 2026-12-01]\nDevis\n\naccepté"
        );
        let (bare, notes) = split(&cell);
        let read: Vec<_> =
            notes.iter().map(|one| (one.kind, one.text.as_str(), one.pinned, one.remind)).collect();
        assert_eq!(bare, "");
        assert_eq!(
            read,
            [
                (NoteKind::ImportantDate, "Fête", false, None),
                (NoteKind::Note, "Devis\n\naccepté", true, Some(day("2026-12-01")))
            ]
        );
        assert_eq!(notes[0].date, day("2026-11-24"));
    }

    #[test]
    fn a_text_that_looks_like_a_head_comes_back_as_it_was() {
        for text in ["[2026-11-24 call]", "\\[2026-11-24 call]", "a\n\\\\[2026-11-24 call]\nb", "\\a", "[a]"]
        {
            let there = note("2026-11-24", NoteKind::Call, text);
            let (bare, notes) = split(&of(std::slice::from_ref(&there)));
            assert_eq!((bare.as_str(), notes.len(), notes[0].text.as_str()), ("", 1, text));
            let (bare, notes) = split(&join([(None, text)]));
            assert_eq!((bare.as_str(), notes.len()), (text, 0));
        }
    }

    #[test]
    fn what_has_no_head_stands_first_and_stays_bare() {
        let head = Head { date: day("2026-11-24"), kind: NoteKind::Note, pinned: false, remind: None };
        assert_eq!(join([(Some(head), "b"), (None, "a")]), "a\n\n[2026-11-24 note]\nb");
        let (bare, notes) = split("a\n\n[2026-11-24 note]\nb\n\n[2026-11-25 note]\n");
        assert_eq!((bare.as_str(), notes.len()), ("a", 1));
    }

    #[test]
    fn a_head_is_written_just_so() {
        for line in [
            "[2026-11-24]",
            "[2026-11-24 note] ",
            "[2026-11-24 letter]",
            "[2026-11-24 note remind]",
            "[2026-11-24 note remind 2026-11-25 pinned]",
            "[2026-11-24  note]",
            "[2026-1-24 note]",
            "[24/11/2026 note]",
            "2026-11-24 note",
        ] {
            assert_eq!(Head::of(line), None, "{line}");
        }
    }
}
