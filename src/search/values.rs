//! The values of one custom field: who has one, and each different value once.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use super::cells::key_of_kind;
use super::flat::{Flat, Needle};
use super::numbered::Numbered;
use super::postings::GONE;
use super::sieve::{Check, is_between};
use crate::domain::custom_field::CustomField;
use crate::domain::fold::fold_into;

/// Those who have a value, in ascending order, and their values. What filters compare is made when it is first asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    places: Vec<u32>,
    texts: Numbered,
    /// Of each different value, a line break and its folded words, so that nothing is found from one to the next.
    folded: OnceLock<Flat>,
    /// Of each different value, what it sorts by; empty for what is no value of the field's kind.
    keys: OnceLock<Flat>,
}

impl Values {
    pub(super) fn push(&mut self, place: u32, value: &str) {
        self.places.push(place);
        self.texts.push(value.as_bytes());
    }

    /// Who has which value.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &[u8])> {
        self.places.iter().enumerate().map(|(number, place)| (*place, self.texts.get(number)))
    }

    /// The value of a client, if it has one.
    pub(super) fn at(&self, place: u32) -> Option<&str> {
        let number = self.places.binary_search(&place).ok()?;
        std::str::from_utf8(self.texts.get(number)).ok()
    }

    /// Takes over those of a part, whose clients now have these places.
    pub(super) fn append(&mut self, part: &Self, places: &[u32]) {
        let moved = |place: &u32| places.get(*place as usize).copied().filter(|to| *to != GONE);
        self.texts.append(&part.texts, |number| part.places.get(number).and_then(moved).is_some(), |_| ());
        self.places.extend(part.places.iter().filter_map(moved));
        (self.folded, self.keys) = (OnceLock::new(), OnceLock::new());
    }

    /// Hands over everybody with a value for whom a check holds.
    pub(super) fn each_with(&self, check: &Check<'_>, mut found: impl FnMut(u32)) {
        let Some(admitted) = self.admitted(check) else {
            return self.places.iter().for_each(|place| found(*place));
        };
        for (place, number) in self.places.iter().zip(self.texts.numbers()) {
            if admitted.get(*number as usize) == Some(&true) {
                found(*place);
            }
        }
    }

    /// For which of the different values a check holds; none for all of them.
    fn admitted(&self, check: &Check<'_>) -> Option<Vec<bool>> {
        let texts = self.texts.texts();
        let mut admitted = vec![false; texts.len()];
        let mut admit = |number: usize| admitted.get_mut(number).into_iter().for_each(|is| *is = true);
        match check {
            Check::Filled => return None,
            Check::Empty | Check::Never => {}
            Check::Is(value) => self.texts.number(value).into_iter().for_each(admit),
            Check::Holds(folded) => {
                self.folded().each_match(&Needle::new(folded), None, |number, _| admit(number));
            }
            Check::HoldsSigns(signs) => {
                let finder = Finder::new(signs.as_bytes());
                (0..texts.len()).filter(|number| finder.find(texts.get(*number)).is_some()).for_each(admit);
            }
            Check::Between(field, ends) => {
                let keys = self.keys(field);
                let is = |number: &usize| Some(keys.get(*number)).filter(|key| !key.is_empty());
                let within = |number: &usize| is(number).is_some_and(|key| is_between(key, ends));
                (0..texts.len()).filter(within).for_each(admit);
            }
        }
        Some(admitted)
    }

    /// Makes now what others have made of theirs: those whom a filter compares are not to wait for it again after a merge.
    pub(super) fn keep_up(&self, with: &Self, field: Option<&CustomField>) {
        if with.folded.get().is_some() {
            self.folded();
        }
        if let Some(field) = field.filter(|_| with.keys.get().is_some()) {
            self.keys(field);
        }
    }

    fn folded(&self) -> &Flat {
        self.folded.get_or_init(|| {
            let (mut all, mut one) = (Flat::default(), String::new());
            for value in self.each_text() {
                one.clear();
                one.push('\n');
                fold_into(value, &mut one);
                all.push(one.as_bytes());
            }
            all
        })
    }

    fn keys(&self, field: &CustomField) -> &Flat {
        self.keys.get_or_init(|| {
            let mut all = Flat::default();
            for value in self.each_text() {
                all.push(&key_of_kind(field, value).unwrap_or_default());
            }
            all
        })
    }

    fn each_text(&self) -> impl Iterator<Item = &str> {
        let texts = self.texts.texts();
        (0..texts.len()).map(|number| std::str::from_utf8(texts.get(number)).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::custom_field::FieldKind;

    fn values(texts: &[&str]) -> Values {
        let mut values = Values::default();
        for (place, text) in (0..).zip(texts) {
            values.push(place, text);
        }
        values
    }

    #[test]
    fn what_filters_compare_is_made_again_where_it_was_made_before() {
        let field = CustomField { id: 1, kind: FieldKind::Amount, ..CustomField::default() };
        let made = |values: &Values| (values.folded.get().is_some(), values.keys.get().is_some());
        let kept_up = |with: &Values, field| {
            let values = values(&["1.00"]);
            values.keep_up(with, field);
            made(&values)
        };
        let before = values(&["2.00"]);
        assert_eq!(kept_up(&before, Some(&field)), (false, false));
        before.keys(&field);
        assert_eq!(kept_up(&before, Some(&field)), (false, true));
        assert_eq!(kept_up(&before, None), (false, false));
        before.folded();
        assert_eq!(kept_up(&before, Some(&field)), (true, true));
        assert_eq!(kept_up(&before, None), (true, false));
    }

    #[test]
    fn values_that_come_later_are_compared_too() {
        let field = CustomField { id: 1, kind: FieldKind::Amount, ..CustomField::default() };
        let mut all = values(&["1.00", "x"]);
        let found = |values: &Values, check: &Check<'_>| {
            let mut found = Vec::new();
            values.each_with(check, |place| found.push(place));
            found
        };
        let between = Check::Between(&field, [None, None]);
        let holds = Check::Holds("x".into());
        // What is no amount lies nowhere.
        assert_eq!((found(&all, &between), found(&all, &holds)), (vec![0], vec![1]));
        all.append(&values(&["3.00", "4.00", "x"]), &[2, GONE, 4]);
        assert_eq!((found(&all, &between), found(&all, &holds)), (vec![0, 2], vec![1, 4]));
    }
}
