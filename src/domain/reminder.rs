//! Reminders: the days that notes remind of. What is due is told from days alone, however many notes there are.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::note::Note;

/// The notes of a book that remind of a day, by day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reminders(BTreeSet<(NaiveDate, u64)>);

impl Reminders {
    /// Counts a note in, if it reminds of a day.
    pub fn add(&mut self, note: &Note) {
        self.0.extend(note.remind.map(|day| (day, note.id)));
    }

    /// Counts a note out.
    pub fn remove(&mut self, note: &Note) {
        if let Some(day) = note.remind {
            self.0.remove(&(day, note.id));
        }
    }

    /// Takes up what another part of the book holds.
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// The notes that remind of this day or of an earlier one, by id: what has waited longest first.
    pub fn due(&self, today: NaiveDate) -> impl Iterator<Item = u64> {
        self.0.range(..=(today, u64::MAX)).map(|(_, note)| *note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::client::ClientId;
    use crate::domain::note::NoteKind;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn note(id: u64, remind: Option<u32>) -> Note {
        Note {
            id,
            client: ClientId(1),
            date: day(1),
            kind: NoteKind::ImportantDate,
            text: "contrat".into(),
            pinned: false,
            remind: remind.map(day),
        }
    }

    #[test]
    fn what_is_due_today_or_before_is_told_the_oldest_first() {
        let mut reminders = Reminders::default();
        for note in [note(u64::MAX, Some(24)), note(2, Some(3)), note(3, None), note(4, Some(25))] {
            reminders.add(&note);
        }
        let mut rest = Reminders::default();
        rest.add(&note(9, Some(3)));
        reminders.append(rest);
        assert_eq!(reminders.due(day(24)).collect::<Vec<_>>(), [2, 9, u64::MAX]);
        assert_eq!(reminders.due(day(23)).collect::<Vec<_>>(), [2, 9]);
        assert_eq!(reminders.due(day(2)).count(), 0);
        assert_eq!(reminders.due(day(25)).count(), 4);
    }

    #[test]
    fn a_note_that_reminds_no_more_is_gone() {
        let mut reminders = Reminders::default();
        reminders.add(&note(2, Some(3)));
        reminders.add(&note(3, Some(3)));
        reminders.remove(&note(2, Some(3)));
        reminders.remove(&note(3, None));
        assert_eq!(reminders.due(day(24)).collect::<Vec<_>>(), [3]);
    }
}
